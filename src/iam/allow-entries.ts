import { addAll, type Bits, difference, isEmpty } from '../aws/actions/bits.ts'
import { NO_ACTIONS } from '../aws/actions/catalogue.ts'
import { hasWildcard } from '../aws/wildcards.ts'
import type { Analysis } from '../core/analysis.ts'
import type { PolicyDocument, Statement } from '../core/policy.ts'
import { UNKNOWN } from '../core/text.ts'
import type { Leaf } from '../core/value.ts'
import { type Judgement, judgeConditions } from './conditions.ts'
import { isStar, resourcePattern, statementActions, wholeReach } from './match.ts'

/** One resource pattern of one Allow statement, with the actions that no Deny takes away from it. */
export interface AllowEntry {
  readonly document: PolicyDocument
  readonly statement: Statement
  /** Where the pattern is written; with NotResource its first entry; undefined when the statement names no resource. */
  readonly resource: Leaf | undefined
  /** Ready for matching (see `resourcePattern`); narrower than what is written when a boundary narrows it. */
  readonly pattern: string
  readonly bits: Bits
  readonly judgement: Judgement
}

/** What a document allows, one resource pattern after the other. */
export function* allowEntriesOf(document: PolicyDocument, unit: Analysis): Generator<AllowEntry> {
  for (const statement of document.statements) {
    if (statement.effect.value.toLowerCase() !== 'deny') yield* allowEntriesOfStatement(statement, document, unit)
  }
}

function* allowEntriesOfStatement(
  statement: Statement,
  document: PolicyDocument,
  unit: Analysis,
): Generator<AllowEntry> {
  const bits = statementActions(statement, unit)
  const caller = document.role === 'trust' || document.role === 'resource' ? 'named' : 'holder'
  const judgement = judgeConditions(statement.conditions, caller)
  if (isEmpty(bits) || judgement.strength === 'never') return
  const base = { document, statement, bits, judgement }
  const { resources, notResources } = statement
  // A trust policy names no resource: it is about its own role.
  const unnamed = document.role === 'identity' ? UNKNOWN : '*'
  const star = resources.find((leaf) => isStar(resourcePattern(leaf.value)))
  if (notResources.length > 0) {
    // What is spared of every resource is not granted at all.
    const spared = notResources.map((leaf) => wholeReach(resourcePattern(leaf.value), unit))
    const left = spared.reduce((rest, whole) => (whole === NO_ACTIONS ? rest : difference(rest, whole)), bits)
    if (!isEmpty(left)) yield { ...base, bits: left, resource: notResources[0], pattern: '*' }
  } else if (resources.length === 0) yield { ...base, resource: undefined, pattern: unnamed }
  else if (star) yield { ...base, resource: star, pattern: '*' }
  else for (const leaf of resources) yield { ...base, resource: leaf, pattern: resourcePattern(leaf.value) }
}

export interface Bounded {
  readonly allowEntries: readonly AllowEntry[]
  /** There were more: those were folded into a few. */
  readonly cut: boolean
}

/**
 * AWS takes 6,144 characters in a managed policy and 10,240 in a role's own ones, so only who wants our time writes more
 * patterns than this. What comes after them is folded into few atoms that are wider, never narrower: one for each service
 * and strength of condition.
 */
export function bounded(allowEntries: Iterable<AllowEntry>, most: number): Bounded {
  const kept: AllowEntry[] = []
  const folded = new Map<string, AllowEntry>()
  for (const allowEntry of allowEntries) {
    if (kept.length < most) kept.push(allowEntry)
    else fold(folded, allowEntry)
  }
  return { allowEntries: [...kept, ...folded.values()], cut: folded.size > 0 }
}

function fold(folded: Map<string, AllowEntry>, allowEntry: AllowEntry): void {
  const key = `${allowEntry.judgement.strength} ${allowEntry.judgement.certain} ${familyOf(allowEntry.pattern)}`
  const known = folded.get(key)
  if (!known) {
    folded.set(key, { ...allowEntry, bits: allowEntry.bits.slice() })
    return
  }
  addAll(known.bits, allowEntry.bits)
  if (known.pattern !== allowEntry.pattern)
    folded.set(key, { ...known, pattern: aroundBoth(known.pattern, allowEntry.pattern) })
}

/** The beginning of an ARN as far as its service; patterns without one go together. */
function familyOf(pattern: string): string {
  if (isStar(pattern)) return '*'
  const [arn, partition, service, ...rest] = pattern.split(':', 4)
  return arn === 'arn' && rest.length > 0 && !hasWildcard(service!) ? `arn:${partition}:${service}:` : ''
}

/** A pattern that matches what either one does. */
function aroundBoth(a: string, b: string): string {
  let end = 0
  while (end < a.length && a[end] === b[end] && a[end] !== '*' && a[end] !== '?') end++
  return `${a.slice(0, end)}*`
}
