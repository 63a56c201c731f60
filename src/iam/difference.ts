import {
  type Bits,
  count,
  difference,
  hasBit,
  includesAll,
  intersection,
  isEmpty,
  members,
  overlaps,
} from '../aws/actions/bits.ts'
import { unionOf } from '../aws/actions/catalogue.ts'
import { canonical, contains } from '../aws/wildcards.ts'
import type { Condition, Statement } from '../core/policy.ts'
import type { Span } from '../core/source.ts'
import { UNKNOWN } from '../core/text.ts'
import type { AllowEntry } from './allow-entries.ts'
import { keyOf, operatorOf, type Strength } from './conditions.ts'
import { actionsReached, type Permissions, reachedBy } from './grants.ts'
import { anyPartition, isStar, statementActions, wholeReach, writtenAction } from './match.ts'
import { listed, quote } from './messages.ts'

/** What one set of permissions has over another. */
export interface Difference {
  /** Actions that were not granted at all. */
  readonly added: Bits
  /** Actions that were granted, on less or under more. */
  readonly widened: Bits
  /** Lines about Denies and conditions that are gone. */
  readonly dropped: readonly string[]
  /** The statement that grants most of it. */
  readonly span: Span | undefined
  /** ` on *` for an action. */
  where(id: number): string
}

export function differenceOf(before: Permissions, after: Permissions): Difference {
  const parts = after.allowEntries
    .map((allowEntry) => ({ allowEntry, fresh: uncovered(allowEntry, before) }))
    .filter(({ fresh }) => !isEmpty(fresh))
  const fresh = unionOf(parts.map((part) => part.fresh))
  const reached = actionsReached(before, 'scoped')
  const added = difference(fresh, reached)
  const widened = intersection(fresh, reached)
  const gone = deniesGone(before, after)
  const largest = [...parts].sort((a, b) => count(b.fresh) - count(a.fresh))[0]
  return {
    added,
    widened,
    dropped: [...gone.map(denyLine), ...conditionLines(parts, before)],
    span: largest ? spanOf(largest.allowEntry, largest.fresh) : guarded(gone[0], after),
    where: (id) => whereOf(parts.find((part) => hasBit(part.fresh, id))?.allowEntry),
  }
}

/** Every action that `after` grants somewhere that `before` does not. */
export function addedBy(before: Permissions, after: Permissions): Bits {
  return unionOf(after.allowEntries.map((allowEntry) => uncovered(allowEntry, before)))
}

/** The actions of an atom that no atom before grants as far and as freely. */
function uncovered(allowEntry: AllowEntry, before: Permissions): Bits {
  let left = reachedBy(allowEntry, 'scoped')
  for (const old of nearest(allowEntry, before)) {
    if (!overlaps(left, old.bits) || !isAsFree(old, allowEntry)) continue
    const everywhere = isAsWide(old.pattern, allowEntry.pattern)
    left = difference(left, everywhere ? old.bits : intersection(old.bits, wholeReach(old.pattern)))
  }
  return left
}

/** With very many patterns only those that are written alike are held against each other. */
const MOST_COMPARED = 300

function nearest(allowEntry: AllowEntry, { allowEntries }: Permissions): readonly AllowEntry[] {
  if (allowEntries.length <= MOST_COMPARED) return allowEntries
  const alike = allowEntries.filter((old) => old.pattern === allowEntry.pattern || isStar(old.pattern))
  return [...alike, ...allowEntries.slice(0, MOST_COMPARED)]
}

/** The same unknown is the same: a policy is compared with its own past. */
function isAsWide(old: string, now: string): boolean {
  return isStar(old) || contains(canonical(anyPartition(old)), canonical(anyPartition(now)), true)
}

const FREEDOM: Readonly<Record<Strength, number>> = { none: 0, vacuous: 0, contextual: 1, restricting: 2, never: 3 }

/** Two different conditions of one strength cannot be compared, so the new one counts as a change. */
function isAsFree(old: AllowEntry, now: AllowEntry): boolean {
  const [a, b] = [FREEDOM[old.judgement.strength], FREEDOM[now.judgement.strength]]
  if (a !== b) return a < b
  return a === 0 || conditionText(old.statement.conditions) === conditionText(now.statement.conditions)
}

/** Order, case and repetition do not matter. */
function conditionText(conditions: readonly Condition[]): string {
  const known = texts.get(conditions)
  if (known !== undefined) return known
  const made = writeConditions(conditions)
  texts.set(conditions, made)
  return made
}

const texts = new WeakMap<readonly Condition[], string>()

function writeConditions(conditions: readonly Condition[]): string {
  const parts = conditions.map((condition) => {
    const { name, quantifier, ifExists } = operatorOf(condition)
    const values = [...new Set(condition.values.map((leaf) => leaf.value))].sort()
    return `${quantifier ?? ''} ${name.replace('arnlike', 'arnequals')} ${ifExists} ${keyOf(condition)} ${values.join('\n')}`
  })
  return [...new Set(parts)].sort().join('\n\n')
}

/** Conditional Denies that stood and stand no more: no others strike as often at as much. */
function deniesGone(before: Permissions, after: Permissions): Statement[] {
  const granted = actionsReached(after, 'scoped')
  return before.conditionalDenies.filter((old) => {
    const guarded = intersection(statementActions(old), granted)
    if (isEmpty(guarded)) return false
    const same = after.conditionalDenies.filter(
      (now) => conditionText(old.conditions) === conditionText(now.conditions),
    )
    if (old.notResources.length > 0) return !same.some((now) => isSameExcept(old, now))
    return !old.resources.every(({ value }) => {
      const striking = same.filter((now) => now.resources.some((leaf) => isAsWide(leaf.value, value)))
      return includesAll(unionOf(striking.map(statementActions)), guarded)
    })
  })
}

/** Of Denies with NotResource: the same actions, sparing the same. */
function isSameExcept(old: Statement, now: Statement): boolean {
  const spared = (statement: Statement): string =>
    statement.notResources
      .map((leaf) => leaf.value)
      .sort()
      .join('\n')
  return spared(old) === spared(now) && includesAll(statementActions(now), statementActions(old))
}

function denyLine(deny: Statement): string {
  const actions = deny.actions.length > 0 ? listed(deny.actions.map(quote), 3) : 'all but what NotAction names'
  const keys = [...new Set(deny.conditions.map((condition) => quote(condition.key)))]
  return `Deny on ${actions} removed (it struck under ${listed(keys)})`
}

/** The conditions that guarded the same actions on as much, and are gone. */
function conditionLines(parts: readonly { allowEntry: AllowEntry; fresh: Bits }[], before: Permissions): string[] {
  const lines = parts.flatMap(({ allowEntry, fresh }) =>
    before.allowEntries.flatMap((old) => {
      if (FREEDOM[old.judgement.strength] <= FREEDOM[allowEntry.judgement.strength]) return []
      if (!overlaps(old.bits, fresh) || !isAsWide(old.pattern, allowEntry.pattern)) return []
      const kept = allowEntry.judgement.keys
      const gone = old.statement.conditions
        .filter((condition) => !kept.has(keyOf(condition)))
        .map(({ key }) => quote(key))
      return gone.length === 0 ? [] : [`condition on ${listed([...new Set(gone)])} removed`]
    }),
  )
  return [...new Set(lines)]
}

function spanOf(allowEntry: AllowEntry, fresh: Bits): Span {
  for (const id of members(fresh)) return writtenAction(allowEntry.statement, id)?.span ?? allowEntry.statement.span
  return allowEntry.statement.span
}

/** The statement that a Deny guarded. */
function guarded(deny: Statement | undefined, after: Permissions): Span | undefined {
  if (!deny) return undefined
  const actions = statementActions(deny)
  const allowEntry = after.allowEntries.find((candidate) => overlaps(candidate.bits, actions))
  return allowEntry && spanOf(allowEntry, intersection(allowEntry.bits, actions))
}

function whereOf(allowEntry: AllowEntry | undefined): string {
  if (!allowEntry) return ''
  if (isStar(allowEntry.pattern)) return ' on `*`'
  return allowEntry.resource ? ` on ${quote(allowEntry.resource)}` : ` on ${quote(UNKNOWN)}`
}
