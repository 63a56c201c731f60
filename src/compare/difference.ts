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
import type { AllowEntry } from '../iam/allow-entries.ts'
import { keyOf, operatorOf, type Strength } from '../iam/conditions.ts'
import { actionsReached, type Permissions, reachedBy } from '../iam/grants.ts'
import { anyPartition, isStar, statementActions, wholeReach, writtenAction } from '../iam/match.ts'
import { listed, quote } from '../iam/messages.ts'
import type { Spell } from './unknowns.ts'

/** Permissions at one end of a change. */
export class Granted {
  readonly permissions: Permissions
  /** Of all that they allow, in their order. */
  readonly entries: readonly Entry[]
  readonly spell: Spell
  readonly #conditions = new Map<readonly Condition[], string>()

  constructor(permissions: Permissions, spell: Spell) {
    this.permissions = permissions
    this.spell = spell
    this.entries = permissions.allowEntries.map((allowEntry) => {
      const { resource, pattern } = allowEntry
      return { allowEntry, pattern: isStar(pattern) ? '*' : resource ? spell(resource, pattern) : pattern }
    })
  }

  /** The same text for the same conditions: order, case and repetition do not matter. */
  conditionText(conditions: readonly Condition[]): string {
    let text = this.#conditions.get(conditions)
    if (text === undefined) this.#conditions.set(conditions, (text = writeConditions(conditions, this.spell)))
    return text
  }
}

interface Entry {
  readonly allowEntry: AllowEntry
  /** Its pattern, with what is not known spelt out. */
  readonly pattern: string
}

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

export function differenceOf(before: Granted, after: Granted): Difference {
  const parts = after.entries
    .map((entry) => ({ ...entry, fresh: uncovered(entry, after, before) }))
    .filter(({ fresh }) => !isEmpty(fresh))
  const fresh = unionOf(parts.map((part) => part.fresh))
  const reached = actionsReached(before.permissions, 'scoped')
  const added = difference(fresh, reached)
  const widened = intersection(fresh, reached)
  const gone = deniesGone(before, after)
  const largest = [...parts].sort((a, b) => count(b.fresh) - count(a.fresh))[0]
  return {
    added,
    widened,
    dropped: [...gone.map(denyLine), ...conditionLines(parts, before)],
    span: largest ? spanOf(largest.allowEntry, largest.fresh) : guarded(gone[0], after.permissions),
    where: (id) => whereOf(parts.find((part) => hasBit(part.fresh, id))?.allowEntry),
  }
}

/** Every action that `after` grants somewhere that `before` does not. */
export function addedBy(before: Granted, after: Granted): Bits {
  return unionOf(after.entries.map((entry) => uncovered(entry, after, before)))
}

/** The actions of an entry that no entry before grants as far and as freely. */
function uncovered(entry: Entry, after: Granted, before: Granted): Bits {
  const { unit } = before.permissions
  let left = reachedBy(entry.allowEntry, 'scoped', after.permissions.unit)
  for (const old of nearest(entry, before)) {
    const { bits, pattern } = old.allowEntry
    if (!overlaps(left, bits) || !isAsFree(old.allowEntry, before, entry.allowEntry, after)) continue
    const everywhere = isAsWide(old.pattern, entry.pattern)
    left = difference(left, everywhere ? bits : intersection(bits, wholeReach(pattern, unit)))
  }
  return left
}

/** With very many patterns only those that are written alike are held against each other. */
const MOST_COMPARED = 300

function nearest({ pattern }: Entry, { entries }: Granted): readonly Entry[] {
  if (entries.length <= MOST_COMPARED) return entries
  const alike = entries.filter((old) => old.pattern === pattern || isStar(old.pattern))
  return [...alike, ...entries.slice(0, MOST_COMPARED)]
}

/** Of patterns with what is not known spelt out: the same unknown is the same, a policy is compared with its own past. */
function isAsWide(old: string, now: string): boolean {
  return isStar(old) || contains(canonical(anyPartition(old)), canonical(anyPartition(now)), true)
}

const FREEDOM: Readonly<Record<Strength, number>> = { none: 0, vacuous: 0, contextual: 1, restricting: 2, never: 3 }

/** Two different conditions of one strength cannot be compared, so the new one counts as a change. */
function isAsFree(old: AllowEntry, before: Granted, now: AllowEntry, after: Granted): boolean {
  const [a, b] = [FREEDOM[old.judgement.strength], FREEDOM[now.judgement.strength]]
  if (a !== b) return a < b
  return a === 0 || before.conditionText(old.statement.conditions) === after.conditionText(now.statement.conditions)
}

function writeConditions(conditions: readonly Condition[], spell: Spell): string {
  const parts = conditions.map((condition) => {
    const { name, quantifier, ifExists } = operatorOf(condition)
    const values = [...new Set(condition.values.map((leaf) => spell(leaf)))].sort()
    return `${quantifier ?? ''} ${name.replace('arnlike', 'arnequals')} ${ifExists} ${keyOf(condition)} ${values.join('\n')}`
  })
  return [...new Set(parts)].sort().join('\n\n')
}

/** Conditional Denies that stood and stand no more: no others strike as often at as much. */
function deniesGone(before: Granted, after: Granted): Statement[] {
  const granted = actionsReached(after.permissions, 'scoped')
  const { unit } = after.permissions
  const actionsBefore = (deny: Statement) => statementActions(deny, before.permissions.unit)
  return before.permissions.conditionalDenies.filter((old) => {
    const guarded = intersection(actionsBefore(old), granted)
    if (isEmpty(guarded)) return false
    const same = after.permissions.conditionalDenies.filter(
      (now) => before.conditionText(old.conditions) === after.conditionText(now.conditions),
    )
    if (old.notResources.length > 0) {
      return !same.some(
        (now) =>
          sparedBy(old, before) === sparedBy(now, after) &&
          includesAll(statementActions(now, unit), actionsBefore(old)),
      )
    }
    return !old.resources.every((resource) => {
      const wanted = before.spell(resource)
      const striking = same.filter((now) => now.resources.some((leaf) => isAsWide(after.spell(leaf), wanted)))
      return includesAll(unionOf(striking.map((now) => statementActions(now, unit))), guarded)
    })
  })
}

/** What a Deny with NotResource leaves alone. */
function sparedBy({ notResources }: Statement, { spell }: Granted): string {
  return notResources
    .map((leaf) => spell(leaf))
    .sort()
    .join('\n')
}

function denyLine(deny: Statement): string {
  const actions = deny.actions.length > 0 ? listed(deny.actions.map(quote), 3) : 'all but what NotAction names'
  const keys = [...new Set(deny.conditions.map((condition) => quote(condition.key)))]
  return `Deny on ${actions} removed (it struck under ${listed(keys)})`
}

/** The conditions that guarded the same actions on as much, and are gone. */
function conditionLines(parts: readonly (Entry & { fresh: Bits })[], before: Granted): string[] {
  const lines = parts.flatMap(({ allowEntry, pattern, fresh }) =>
    before.entries.flatMap(({ allowEntry: old, pattern: oldPattern }) => {
      if (FREEDOM[old.judgement.strength] <= FREEDOM[allowEntry.judgement.strength]) return []
      if (!overlaps(old.bits, fresh) || !isAsWide(oldPattern, pattern)) return []
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
  const actions = statementActions(deny, after.unit)
  const allowEntry = after.allowEntries.find((candidate) => overlaps(candidate.bits, actions))
  return allowEntry && spanOf(allowEntry, intersection(allowEntry.bits, actions))
}

function whereOf(allowEntry: AllowEntry | undefined): string {
  if (!allowEntry) return ''
  if (isStar(allowEntry.pattern)) return ' on `*`'
  return allowEntry.resource ? ` on ${quote(allowEntry.resource)}` : ` on ${quote(UNKNOWN)}`
}
