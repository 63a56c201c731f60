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
import { ALL_ACTIONS, NO_ACTIONS, unionOf } from '../aws/actions/catalogue.ts'
import { arnsIntersect, canonical, contains } from '../aws/wildcards.ts'
import type { Condition, Statement } from '../core/policy.ts'
import type { Span } from '../core/source.ts'
import { UNKNOWN } from '../core/text.ts'
import type { Leaf } from '../core/value.ts'
import type { AllowEntry } from '../iam/allow-entries.ts'
import { alwaysHolds, contradict, implies, keyOf, operatorOf, type Strength } from '../iam/conditions.ts'
import { actionsReached, type Permissions, reachedBy } from '../iam/grants.ts'
import {
  anyPartition,
  isOpaque,
  isStar,
  patternReach,
  resourcePattern,
  statementActions,
  wholeReach,
  writtenAction,
} from '../iam/match.ts'
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

export interface Entry {
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
  const parts = freshIn(before, after).map(({ entry, fresh }) => ({ ...entry, fresh }))
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

/** What each entry grants that nothing granted before. */
export function freshIn(
  before: Granted | undefined,
  after: Granted,
): { readonly entry: Entry; readonly fresh: Bits }[] {
  return after.entries
    .map((entry) => ({ entry, fresh: before ? uncovered(entry, after, before) : entry.allowEntry.bits }))
    .filter(({ fresh }) => !isEmpty(fresh))
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
    const covered = everywhere ? bits : intersection(bits, wholeReach(pattern, unit))
    left = difference(left, difference(covered, sparedOf(old, before, entry, after)))
  }
  return left
}

/** Actions on something that an Allow with NotResource spares, and that the entry now reaches. */
function sparedOf(old: Entry, before: Granted, now: Entry, after: Granted): Bits {
  const { notResources } = old.allowEntry.statement
  if (notResources.length === 0) return NO_ACTIONS
  const kept = now.allowEntry.statement.notResources.map((leaf) => after.spell(leaf))
  const open = notResources.filter((leaf) => !kept.some((pattern) => isAsWide(pattern, before.spell(leaf))))
  const meeting = open
    .map(({ value }) => resourcePattern(value))
    .filter((pattern) => isStar(now.pattern) || isOpaque(pattern) || arnsIntersect(now.pattern, pattern))
  const { unit } = before.permissions
  return unionOf(
    meeting.map((pattern) => {
      // What one entry spares another one may grant.
      const others = before.entries.filter(
        (other) =>
          other.allowEntry.statement.notResources.length === 0 &&
          isAsWide(other.pattern, pattern) &&
          isAsFree(other.allowEntry, before, now.allowEntry, after),
      )
      const reached = isOpaque(pattern) ? ALL_ACTIONS : patternReach(pattern, unit).some
      return difference(reached, unionOf(others.map(({ allowEntry }) => allowEntry.bits)))
    }),
  )
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

/** Whoever meets the conditions now met those of before: else there is somebody who may now and might not. */
function isAsFree(old: AllowEntry, before: Granted, now: AllowEntry, after: Granted): boolean {
  if (alwaysHolds(old.statement.conditions)) return true
  const [conditions, others] = [now.statement.conditions, old.statement.conditions]
  return (
    before.conditionText(others) === after.conditionText(conditions) ||
    implies(
      conditions,
      others,
      (leaf) => after.spell(leaf),
      (leaf) => before.spell(leaf),
    )
  )
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
  const { unit, denials, conditionalDenies } = after.permissions
  const actionsBefore = (deny: Statement) => statementActions(deny, before.permissions.unit)
  const stood = [...before.permissions.conditionalDenies, ...before.permissions.denials.partial]
  return stood.filter((old) => {
    const guarded = difference(guardedBy(old, actionsBefore(old), after), denials.everywhere)
    if (isEmpty(guarded)) return false
    const same = conditionalDenies.filter(
      (now) =>
        before.conditionText(old.conditions) === after.conditionText(now.conditions) ||
        implies(
          old.conditions,
          now.conditions,
          (leaf) => before.spell(leaf),
          (leaf) => after.spell(leaf),
        ),
    )
    const everywhere = same.filter((now) => now.resources.some(({ value }) => isStar(value)))
    const left = difference(guarded, unionOf(everywhere.map((now) => statementActions(now, unit))))
    if (isEmpty(left)) return false
    if (old.notResources.length > 0) {
      const spared = old.notResources.map((leaf) => before.spell(leaf))
      const always = denials.some.filter(
        (deny) => deny.spared.length > 0 && deny.spared.every((one) => spared.includes(one)),
      )
      const striking = same.filter((now) => sparedBy(old, before) === sparedBy(now, after))
      const struck = [...striking.map((now) => statementActions(now, unit)), ...always.map(({ bits }) => bits)]
      return !includesAll(unionOf(struck), left)
    }
    return !old.resources.every((resource) => {
      const wanted = before.spell(resource)
      const striking = same.filter((now) => now.resources.some((leaf) => isAsWide(after.spell(leaf), wanted)))
      const always = denials.some.filter(({ patterns }) => patterns.some((pattern) => isAsWide(pattern, wanted)))
      const struck = [...striking.map((now) => statementActions(now, unit)), ...always.map(({ bits }) => bits)]
      return includesAll(unionOf(struck), intersection(left, reachOn(resource, after)))
    })
  })
}

/** What of a Deny something at the head would grant without it. */
function guardedBy(deny: Statement, actions: Bits, { permissions }: Granted): Bits {
  const patterns = deny.resources.map(({ value }) => resourcePattern(value))
  const spared = deny.notResources.map(({ value }) => resourcePattern(value))
  const all = spared.length > 0 || patterns.some((pattern) => isStar(pattern) || isOpaque(pattern))
  const reached = permissions.allowEntries.flatMap((allowEntry) => {
    if (!overlaps(allowEntry.bits, actions) || contradict(allowEntry.statement.conditions, deny.conditions)) return []
    if (spared.some((pattern) => isStar(pattern) || isAsWide(pattern, allowEntry.pattern))) return []
    const bits = intersection(reachedBy(allowEntry, 'scoped', permissions.unit), actions)
    if (all || isOpaque(allowEntry.pattern)) return [bits]
    const meeting = patterns.filter((pattern) => arnsIntersect(allowEntry.pattern, pattern))
    return meeting.map((pattern) => intersection(bits, patternReach(pattern, permissions.unit).some))
  })
  return unionOf(reached)
}

function reachOn({ value }: Leaf, { permissions }: Granted): Bits {
  const pattern = resourcePattern(value)
  return isStar(pattern) || isOpaque(pattern) ? ALL_ACTIONS : patternReach(pattern, permissions.unit).some
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
  return `Deny on ${actions} removed${keys.length > 0 ? ` (it struck under ${listed(keys)})` : ''}`
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
