import { CATALOGUE_DATE } from '../aws/actions/catalogue-data.ts'
import { type Caller, isAlwaysPresent, kindOfKey } from '../aws/condition-keys.ts'
import { fitsEveryone, isInAnyAccount } from '../aws/condition-values.ts'
import { contains } from '../aws/wildcards.ts'
import { holdInternet, isBlock } from '../core/address-blocks.ts'
import type { Condition, Statement } from '../core/policy.ts'
import { UNKNOWN } from '../core/text.ts'
import type { Leaf } from '../core/value.ts'

/**
 * How much a statement's conditions take from an Allow, least first. `vacuous`: written, yet always met.
 * `contextual`: does not narrow what can be touched. `restricting`: does. `never`: cannot be met, so nothing is granted.
 * Keys are joined by AND, so the strongest counts; the values of a key by OR, so the weakest does.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export type Strength = (typeof STRENGTHS)[number]
export const STRENGTHS = ['none', 'vacuous', 'contextual', 'restricting', 'never'] as const

export interface Judgement {
  readonly strength: Strength
  /** False when a key, an operator or a value that we do not know decides. */
  readonly certain: boolean
  /** Lower case. */
  readonly keys: ReadonlySet<string>
}

/** An operator taken apart: `ForAnyValue:StringLikeIfExists`. */
export interface Operator {
  readonly quantifier?: 'all' | 'any'
  /** Lower case, without quantifier and IfExists: `stringlike`. */
  readonly name: string
  readonly ifExists: boolean
  readonly negated: boolean
}

export function strongerThan(a: Strength, b: Strength): boolean {
  return STRENGTHS.indexOf(a) > STRENGTHS.indexOf(b)
}

/** Still a full grant of what it names: nothing, or nothing that narrows it. */
export function isOpen(strength: Strength): boolean {
  return strength === 'none' || strength === 'vacuous' || strength === 'contextual'
}

const NONE: Judgement = { strength: 'none', certain: true, keys: new Set() }

export function judgeConditions(conditions: readonly Condition[], caller: Caller = 'holder'): Judgement {
  if (conditions.length === 0) return NONE
  let strength: Strength = 'none'
  let certain = true
  const guarded = nullGuarded(conditions)
  for (const condition of conditions) {
    const one = judgeCondition(condition, guarded, caller)
    if (strongerThan(one.strength, strength)) ({ strength, certain } = one)
    else if (one.strength === strength) certain ||= one.certain
  }
  return { strength, certain, keys: new Set(conditions.map((condition) => keyOf(condition))) }
}

export function operatorOf(condition: Condition): Operator {
  let name = condition.operator.value.toLowerCase()
  const quantifier = name.startsWith('forallvalues:') ? 'all' : name.startsWith('foranyvalue:') ? 'any' : undefined
  if (quantifier) name = name.slice(name.indexOf(':') + 1)
  const ifExists = name.endsWith('ifexists')
  if (ifExists) name = name.slice(0, -'ifexists'.length)
  return { ...(quantifier && { quantifier }), name, ifExists, negated: /not/.test(name) }
}

/** Must whoever comes have shown a second factor? People do; their account answers for who they are. */
export function asksSecondFactor({ conditions }: Statement): boolean {
  return conditions.some((condition) => {
    const { name, ifExists } = operatorOf(condition)
    if (ifExists) return false
    return keyOf(condition) === 'aws:multifactorauthpresent'
      ? name === 'bool' && condition.values.every((leaf) => leaf.value.toLowerCase() === 'true')
      : keyOf(condition) === 'aws:multifactorauthage' && name.startsWith('numericless')
  })
}

export const keyOf = (condition: Condition): string => condition.key.value.toLowerCase()

/** What one condition takes; `guarded` are the keys that a Null guard of its statement asks for: it makes ForAllValues sound. */
export function judgeCondition(
  condition: Condition,
  guarded: ReadonlySet<string>,
  caller: Caller,
): { strength: Strength; certain: boolean } {
  const operator = operatorOf(condition)
  const key = keyOf(condition)
  if (key.includes(UNKNOWN) || operator.name.includes(UNKNOWN)) return { strength: 'restricting', certain: false }
  if (operator.name === 'null') return { strength: 'contextual', certain: true }
  if (isSkippedWhenAbsent(operator, key) && !guarded.has(key)) return { strength: 'vacuous', certain: true }
  if (operator.name.startsWith('date')) return { strength: judgeDate(operator.name, condition.values), certain: true }
  const kind = kindOfKey(key, caller)
  const values = condition.values
  if (isAnyAddress(operator, key, values)) return { strength: 'vacuous', certain: true }
  if (operator.negated) return { strength: 'contextual', certain: true }
  if (values.length > 0 && values.some((leaf) => isVacuousValue(operator.name, key, leaf))) {
    return { strength: 'vacuous', certain: true }
  }
  if (operator.name === 'bool') return judgeBool(key, kind, values)
  if (operator.name.startsWith('numeric')) return { strength: 'contextual', certain: true }
  if (kind === 'unclear') return { strength: 'restricting', certain: false }
  if (kind === 'restricting' && values.some((leaf) => isInAnyAccount(key, leaf.value))) {
    return { strength: 'contextual', certain: true }
  }
  return { strength: kind, certain: true }
}

/** ForAllValues and IfExists hold when the request does not carry the key at all. */
export function isSkippedWhenAbsent(operator: Operator, key: string): boolean {
  return (operator.quantifier === 'all' || operator.ifExists) && !operator.negated && !isAlwaysPresent(key)
}

/** The keys that must be there: `"Null": {"aws:TagKeys": "false"}`. */
export function nullGuarded(conditions: readonly Condition[]): ReadonlySet<string> {
  return new Set(conditions.filter(isNullGuard).map(keyOf))
}

function isNullGuard(condition: Condition): boolean {
  return operatorOf(condition).name === 'null' && condition.values.every((leaf) => leaf.value.toLowerCase() === 'false')
}

/** A bound is judged against the day of the catalogue: a scan of the same text always says the same. */
function judgeDate(operator: string, values: readonly Leaf[]): Strength {
  const times = values.map((leaf) => timeOf(leaf.value))
  const past = Date.parse(CATALOGUE_DATE)
  if (times.some((time) => time === undefined)) return 'contextual'
  if (operator.startsWith('dategreater')) return times.some((time) => time! < past) ? 'vacuous' : 'contextual'
  if (operator.startsWith('dateless')) return times.every((time) => time! < past) ? 'never' : 'contextual'
  if (operator === 'dateequals') return times.every((time) => time! < past) ? 'never' : 'contextual'
  return 'contextual'
}

/** ISO 8601 or seconds since 1970. */
export function timeOf(value: string): number | undefined {
  if (/^\d{1,12}$/.test(value) && value.length > 4) return Number(value) * 1000
  const time = /^\d{4}(-\d\d)?(-\d\d)?([T ][\d:.]+(Z|[+-]\d\d:?\d\d)?)?$/.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}

function isVacuousValue(operator: string, key: string, leaf: Leaf): boolean {
  if (leaf.value.toLowerCase() === `\${${key}}`) return true
  if (takesWildcards(operator)) return fitsEveryone(key, leaf.value)
  return operator === 'bool' && key === 'aws:multifactorauthpresent' && leaf.value.toLowerCase() === 'false'
}

/** `ArnEquals` takes them too, `StringEquals` does not. */
export const takesWildcards = (operator: string): boolean => operator === 'stringlike' || operator.startsWith('arn')

/** Blocks that add up to the internet are its halves written apart; all but a few blocks is the internet too. */
function isAnyAddress({ name, negated }: Operator, key: string, values: readonly Leaf[]): boolean {
  if (!key.endsWith('sourceip') || name.replace('not', '') !== 'ipaddress') return false
  const blocks = values.map((leaf) => leaf.value)
  // What is not known here may spare few or many.
  return negated ? blocks.every(isBlock) && holdInternet(blocks, false) : holdInternet(blocks)
}

function judgeBool(
  key: string,
  kind: ReturnType<typeof kindOfKey>,
  values: readonly Leaf[],
): { strength: Strength; certain: boolean } {
  if (values.some((leaf) => leaf.value.toLowerCase() === 'false') || kind === 'contextual') {
    return { strength: 'contextual', certain: true }
  }
  return { strength: 'restricting', certain: kind === 'restricting' && !key.includes(UNKNOWN) }
}

/** Does every request meet the conditions, so that a Deny under them is as good as one without? */
export function alwaysHolds(conditions: readonly Condition[]): boolean {
  return conditions.every((condition) => {
    const operator = operatorOf(condition)
    const key = keyOf(condition)
    const sure = isAlwaysPresent(key) || operator.ifExists || operator.quantifier === 'all'
    if (operator.name.startsWith('date')) {
      return isAlwaysPresent(key) && judgeDate(operator.name, condition.values) === 'vacuous'
    }
    if (operator.name === 'bool') {
      const values = new Set(condition.values.map((leaf) => leaf.value.toLowerCase()))
      return sure && values.has('true') && values.has('false')
    }
    return sure && operator.name === 'stringlike' && condition.values.some((leaf) => /^\*+$/.test(leaf.value))
  })
}

/** A value as it is told apart from others; what is not known is like nothing else, unless it is said which it is. */
type ValueText = (leaf: Leaf) => string

/** Is every request that meets the first conditions one that meets the others? No also where that is only not known. */
export function implies(
  some: readonly Condition[],
  others: readonly Condition[],
  textOf: ValueText = ({ value }) => value,
  otherTextOf: ValueText = textOf,
): boolean {
  return others.every((other) => some.some((one) => impliesOne(one, other, textOf, otherTextOf)))
}

function impliesOne(one: Condition, other: Condition, textOf: ValueText, otherTextOf: ValueText): boolean {
  const [a, b] = [operatorOf(one), operatorOf(other)]
  if (keyOf(one) !== keyOf(other) || a.quantifier !== b.quantifier || (a.ifExists && !b.ifExists && !a.negated))
    return false
  const [given, wanted] = [new Set(one.values.map(textOf)), new Set(other.values.map(otherTextOf))]
  const name = (operator: string): string => operator.replace('arnlike', 'arnequals')
  if (name(a.name) === name(b.name) && (a.negated ? isWithin(wanted, given) : isWithin(given, wanted))) return true
  // What is one of these fits a pattern that they all fit.
  const isText = a.name === 'stringequals' || a.name === 'stringlike'
  return (
    isText &&
    b.name === 'stringlike' &&
    [...given].every((text) => [...wanted].some((pattern) => contains(pattern, text)))
  )
}

/** Can no request meet both? Only where that is plain: one key that must be one thing and another. */
export function contradict(some: readonly Condition[], others: readonly Condition[]): boolean {
  return some.some((one) => others.some((other) => contradictOne(one, other)))
}

function contradictOne(one: Condition, other: Condition): boolean {
  const [a, b] = [operatorOf(one), operatorOf(other)]
  const isPlain = (name: string): boolean => name === 'bool' || name === 'stringequals'
  if (keyOf(one) !== keyOf(other) || !isPlain(a.name) || a.name !== b.name) return false
  if (a.quantifier || b.quantifier || (a.ifExists && b.ifExists)) return false
  const values = new Set(one.values.map(({ value }) => value.toLowerCase()))
  return (
    other.values.every(({ value }) => !value.includes(UNKNOWN) && !values.has(value.toLowerCase())) &&
    !values.has(UNKNOWN)
  )
}

const isWithin = (inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean =>
  [...inner].every((text) => outer.has(text))

/**
 * What a Deny leaves of the grants it covers, as if it were a condition of theirs: Deny unless `aws:PrincipalOrgID` is
 * ours guards as Allow if it is. A Deny spares who misses any one of its conditions, so the weakest counts.
 */
export function judgeGuard(conditions: readonly Condition[]): Strength {
  let weakest: Strength = 'never'
  for (const condition of conditions) {
    const { strength } = judgeCondition(flipped(condition), NO_KEYS, 'anyone')
    if (strongerThan(weakest, strength)) weakest = strength
  }
  return weakest
}

/** The condition under which a Deny does not strike: `StringNotEquals` becomes `StringEquals`, Bool turns its values. */
export function flipped(condition: Condition): Condition {
  const { name, negated } = operatorOf(condition)
  const operator = negated ? name.replace('not', '') : (FLIPPED[name] ?? `${name}not`)
  const values =
    name === 'bool'
      ? condition.values.map((leaf) => ({ ...leaf, value: leaf.value.toLowerCase() === 'false' ? 'true' : 'false' }))
      : condition.values
  return { operator: { ...condition.operator, value: operator }, key: condition.key, values }
}

const NO_KEYS: ReadonlySet<string> = new Set()

const FLIPPED: Readonly<Record<string, string>> = {
  bool: 'Bool',
  null: 'Null',
  datelessthan: 'DateNotEquals',
  dategreaterthan: 'DateNotEquals',
}
