import { isAlwaysPresent } from '../aws/condition-keys.ts'
import { arnParts, intersects, matches } from '../aws/wildcards.ts'
import { inBlock } from '../core/address-blocks.ts'
import type { Condition } from '../core/policy.ts'
import { UNKNOWN } from '../core/text.ts'
import { keyOf, type Operator, operatorOf, timeOf } from './conditions.ts'

/** Values of a request by condition key in lower case. */
export type Context = ReadonlyMap<string, readonly string[]>

/** `maybe`: a value that is not known here decides. */
export type Answer = 'yes' | 'no' | 'maybe'

/**
 * Are all conditions met? Exactly as AWS evaluates them, with unknown values as a third answer.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function conditionsMet(conditions: readonly Condition[], context: Context): Answer {
  return every(conditions, (condition) => conditionMet(condition, context))
}

export function every<T>(items: readonly T[], ask: (item: T) => Answer): Answer {
  let answer: Answer = 'yes'
  for (const item of items) {
    const one = ask(item)
    if (one === 'no') return 'no'
    if (one === 'maybe') answer = 'maybe'
  }
  return answer
}

export function some<T>(items: readonly T[], ask: (item: T) => Answer): Answer {
  return not(every(items, (item) => not(ask(item))))
}

export function not(answer: Answer): Answer {
  return answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : 'maybe'
}

const answer = (holds: boolean): Answer => (holds ? 'yes' : 'no')

function conditionMet(condition: Condition, context: Context): Answer {
  const operator = operatorOf(condition)
  const key = keyOf(condition)
  if (key.includes(UNKNOWN) || operator.name.includes(UNKNOWN)) return 'maybe'
  const given = context.get(key)
  if (operator.name === 'null') {
    return some(condition.values, (leaf) => {
      if (leaf.value.includes(UNKNOWN)) return 'maybe'
      return answer((leaf.value.toLowerCase() === 'true') === (given === undefined || given.length === 0))
    })
  }
  if (given === undefined || given.length === 0) return whenAbsent(operator, key)
  const compare = comparator(operator.name)
  if (!compare) return 'maybe'
  const matched = (value: string): Answer =>
    some(condition.values, (leaf) => compareOne(leaf.value, value, compare, context))
  const satisfied = (value: string): Answer => (operator.negated ? not(matched(value)) : matched(value))
  if (operator.quantifier === 'all') return every(given, satisfied)
  if (operator.quantifier === 'any') return some(given, satisfied)
  return operator.negated ? not(some(given, matched)) : some(given, matched)
}

/**
 * A missing key fails a positive comparison and passes a negated one; IfExists and ForAllValues pass, ForAnyValue
 * fails. A key that every request carries is not missing: it is only not known to us.
 */
function whenAbsent(operator: Operator, key: string): Answer {
  if (isAlwaysPresent(key)) return 'maybe'
  if (operator.ifExists || operator.quantifier === 'all') return 'yes'
  if (operator.quantifier === 'any') return 'no'
  return answer(operator.negated)
}

function compareOne(written: string, value: string, compare: Compare, context: Context): Answer {
  const wanted = substitute(written, context)
  if (wanted === undefined) return 'no'
  if (!wanted.includes(UNKNOWN)) return answer(compare(wanted, value))
  return intersects(wanted, value) ? 'maybe' : 'no'
}

/**
 * Policy variables put in: `${aws:username}`, `${aws:PrincipalTag/team, 'none'}`, and `${*}`, `${?}`, `${$}` for the
 * characters themselves. Undefined when a variable has no value: then nothing matches.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function substitute(written: string, context: Context): string | undefined {
  if (!written.includes('${')) return written
  let missing = false
  const text = written.replace(/\$\{([^{}]*)\}/g, (_, inner: string) => {
    if (inner === '*' || inner === '?' || inner === '$') return literal(inner)
    const [, name = '', fallback] = /^([^,]*)(?:,\s*'([^']*)'\s*)?$/.exec(inner) ?? []
    const values = context.get(name.trim().toLowerCase())
    const value = values?.length === 1 ? values[0] : undefined
    if (value === undefined && fallback === undefined) missing = true
    return literal(value ?? fallback ?? '')
  })
  return missing ? undefined : text
}

/** A star or question mark of a value is that character, not a wildcard. */
const STAR = '\uE001'
const MARK = '\uE002'
const literal = (text: string): string => text.replaceAll('*', STAR).replaceAll('?', MARK)

/** `pattern` with wildcards against a plain `text`. */
export function like(pattern: string, text: string): boolean {
  return pattern.includes(STAR) || pattern.includes(MARK) ? matches(pattern, literal(text)) : matches(pattern, text)
}

type Compare = (wanted: string, value: string) => boolean

function plain(wanted: string): string {
  return wanted.replaceAll(STAR, '*').replaceAll(MARK, '?')
}

function comparator(name: string): Compare | undefined {
  return COMPARATORS[name.replace('not', '')]
}

const numeric =
  (test: (value: number, wanted: number) => boolean): Compare =>
  (wanted, value) => {
    const numbers = [value, wanted].map((text) =>
      /^\s*[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN,
    )
    return !numbers.some(Number.isNaN) && test(numbers[0]!, numbers[1]!)
  }

const date =
  (test: (value: number, wanted: number) => boolean): Compare =>
  (wanted, value) => {
    const times = [timeOf(value), timeOf(wanted)]
    return times[0] !== undefined && times[1] !== undefined && test(times[0], times[1])
  }

/** Names without `not`: the negated ones ask the same and turn the answer. */
const COMPARATORS: Readonly<Record<string, Compare>> = {
  stringequals: (wanted, value) => plain(wanted) === value,
  stringequalsignorecase: (wanted, value) => plain(wanted).toLowerCase() === value.toLowerCase(),
  stringlike: like,
  numericequals: numeric((value, wanted) => value === wanted),
  numericlessthan: numeric((value, wanted) => value < wanted),
  numericlessthanequals: numeric((value, wanted) => value <= wanted),
  numericgreaterthan: numeric((value, wanted) => value > wanted),
  numericgreaterthanequals: numeric((value, wanted) => value >= wanted),
  dateequals: date((value, wanted) => value === wanted),
  datelessthan: date((value, wanted) => value < wanted),
  datelessthanequals: date((value, wanted) => value <= wanted),
  dategreaterthan: date((value, wanted) => value > wanted),
  dategreaterthanequals: date((value, wanted) => value >= wanted),
  bool: (wanted, value) => wanted.toLowerCase() === value.toLowerCase(),
  binaryequals: (wanted, value) => wanted === value,
  ipaddress: (wanted, value) => inBlock(value, wanted),
  arnequals: arnLike,
  arnlike: arnLike,
}

/** Each of the six parts on its own: a wildcard does not reach over a colon, but in the last part. */
export function arnLike(pattern: string, arn: string): boolean {
  const wanted = arnParts(pattern)
  const given = arnParts(arn)
  if (wanted.length < 6 || given.length < 6) return pattern === '*' || pattern === arn
  return wanted.every((part, at) => like(part, given[at]!))
}
