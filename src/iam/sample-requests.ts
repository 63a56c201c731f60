import { actionFacts, type ResourceType } from '../aws/actions/catalogue.ts'
import { hasWildcard, matches } from '../aws/wildcards.ts'
import type { Condition } from '../core/policy.ts'
import { UNKNOWN } from '../core/text.ts'
import { keyOf, type Operator, operatorOf, timeOf } from './conditions.ts'
import { conditionsMet } from './evaluate-conditions.ts'
import { isOpaque, isStar } from './match.ts'

/** Requests that a statement is about, made up: what somebody would ask to see whether they may. */

/** A context as `--context` takes it: keys in lower case. */
export type SampleContext = Readonly<Record<string, readonly string[]>>

/** What a pattern leaves open of an ARN, the likely one first: a Deny may name the other. */
const REGIONS = ['eu-west-1', 'us-east-1']
const ACCOUNTS = ['111122223333', '444455556666']
/** For what is left open in a pattern. The first few are as good as any; others lie elsewhere. */
const FILLS = ['witness', 'witness/witness', '', 'a', 'x/witness', 'witness:witness']
const MOST_PATTERNS = 200
const MOST_RESOURCES = 12

/** ARNs that a pattern reaches and the action takes; `*` for an action that takes none. */
export function sampleResources(pattern: string, id: number): readonly string[] {
  const types = actionFacts(id).types.map(({ type }) => type)
  if (types.length === 0) return isStar(pattern) ? ['*'] : []
  if (isOpaque(pattern)) return []
  const required = actionFacts(id).types.filter((one) => one.required)
  const found = required.flatMap(({ type }) => ofType(pattern, type))
  return [...new Set(found.length > 0 ? found : types.flatMap((type) => ofType(pattern, type)))].slice(
    0,
    MOST_RESOURCES,
  )
}

function ofType(written: string, { formats, globs }: ResourceType): string[] {
  // Partition, Region and account that are not known are the own ones; a name that is not known is asked for in vain.
  const pattern = written.replaceAll(UNKNOWN, '*')
  const plain = formats.flatMap((format) =>
    ['witness', 'other'].flatMap((fill) => [0, 1].map((at) => filled(format, fill, at))),
  )
  if (isStar(pattern)) return plain
  const fits = plain.filter((arn) => matches(pattern, arn))
  const expanded = formats.flatMap((format) =>
    [0, 1].flatMap((at) => expansions(along(pattern, filled(format, 'witness', at)))),
  )
  return [...fits, ...expanded.filter((arn) => matches(pattern, arn) && globs.some((glob) => matches(glob, arn)))]
}

/** The parts of an ARN that a pattern leaves open as a format has them; the resource stays a pattern. */
function along(pattern: string, arn: string): string {
  const [given, wanted] = [pattern.split(':'), arn.split(':')]
  if (given.length < 6) return pattern
  return given.map((part, at) => (at < 5 && /^[*?\uE000]+$/.test(part) ? wanted[at] : part)).join(':')
}

function filled(format: string, fill: string, at: number): string {
  return format
    .replace('${Partition}', 'aws')
    .replace('${Region}', REGIONS[at]!)
    .replace('${Account}', ACCOUNTS[at]!)
    .replace(/\$\{[^}]*\}/g, fill)
}

/** A pattern with something in the place of each wildcard. */
export function expansions(pattern: string, fills: readonly string[] = FILLS): string[] {
  const parts = pattern
    .replaceAll(UNKNOWN, '*')
    .replace(/\*+/g, '*')
    .split(/([*?])/)
  let texts = ['']
  for (const part of parts) {
    const choices = part === '*' ? fills : part === '?' ? ['x'] : [part]
    texts = texts.slice(0, MOST_PATTERNS).flatMap((text) => choices.map((choice) => text + choice))
  }
  return texts.slice(0, MOST_PATTERNS)
}

/** A context in which all conditions are met; undefined where none is found. `given` is kept as it is. */
export function sampleContext(conditions: readonly Condition[], given: SampleContext = {}): SampleContext | undefined {
  const context: Record<string, readonly string[]> = { ...given }
  for (const condition of conditions) {
    const key = keyOf(condition)
    const operator = operatorOf(condition)
    if (key.includes(UNKNOWN) || key in context || operator.name === 'null') continue
    const value = valueFor(operator, key, condition)
    if (value !== undefined) context[key] = [value]
  }
  for (const condition of conditions.filter((one) => operatorOf(one).name === 'null')) {
    const key = keyOf(condition)
    const isAsked = condition.values.some(({ value }) => value.toLowerCase() === 'false')
    if (isAsked && !(key in context)) context[key] = ['witness']
  }
  return conditionsMet(conditions, new Map(Object.entries(context))) === 'yes' ? context : undefined
}

/** One value that the condition takes. */
function valueFor({ name, negated }: Operator, key: string, { values }: Condition): string | undefined {
  const texts = values.map(({ value }) => value).filter((value) => !value.includes(UNKNOWN) && !value.includes('${'))
  if (negated) return otherThan(name, key, texts)
  const [first] = texts
  if (first === undefined) return undefined
  if (name.startsWith('numeric')) return String(Number(first) + stepOf(name))
  if (name.startsWith('date')) return new Date((timeOf(first) ?? 0) + stepOf(name) * 86_400_000).toISOString()
  if (name === 'ipaddress') return first.replace(/\/\d+$/, '')
  return hasWildcard(first) && name !== 'stringequals' ? expansions(first, ['witness'])[0] : first
}

const stepOf = (operator: string): number => (operator.includes('less') ? -1 : operator.includes('greater') ? 1 : 0)

/** A value of the same kind that none of these is. */
function otherThan(operator: string, key: string, texts: readonly string[]): string {
  if (operator.includes('ip')) return '198.51.100.77'
  if (operator.startsWith('numeric')) return String(987_654 + texts.length)
  if (operator.startsWith('arn') || key.endsWith('arn')) return 'arn:aws:iam::444455556666:role/elsewhere'
  return 'elsewhere'
}
