import { type Bits, count, difference, intersection, members } from '../aws/actions/bits.ts'
import { ACCESS_LEVELS, actionName, levelActions } from '../aws/actions/catalogue.ts'
import type { Location, PermissionChange } from '../core/finding.ts'
import type { Span } from '../core/source.ts'
import { categoriesOf, categoryWords, newCategories, notableActions } from '../iam/dangers/index.ts'
import { actionsReached, noPermissions } from '../iam/grants.ts'
import { listed, quote } from '../iam/messages.ts'
import { openCategories, openWords } from '../iam/public-access.ts'
import { boundaryRemoved, type Compared } from './compared.ts'
import { type Difference, differenceOf, Granted } from './difference.ts'
import { newTrustGrants } from './trust-grants.ts'
import { type ChangedUnits, witnessesOf } from './witness.ts'

/** A change, with what it makes true for the first time: that blocks, the rest is context. */
export interface GrantChange extends PermissionChange {
  /** `full-admin`, `service-wildcard s3`, `privilege-escalation self-escalation`, `any-principal` … */
  readonly categories: readonly string[]
  /** Where it is granted at the head; for what was removed, the statement that it guarded. */
  readonly span: Span
}

/** Turns a place at the head into one that people can open. */
export type Locate = (span: Span) => Location | undefined

/** Sorted by what weighs most; with requests that show it, where both ends are given. */
export function permissionChanges(
  pairs: readonly [Compared | undefined, Compared][],
  locate: Locate,
  units?: ChangedUnits,
): GrantChange[] {
  return pairs
    .flatMap(([old, now]) => {
      const change = changeOf(old, now, locate)
      return change ? [units ? { ...change, witnesses: witnessesOf(old, now, units) } : change] : []
    })
    .sort(
      (a, b) =>
        b.categories.length - a.categories.length ||
        b.actionsAfter - b.actionsBefore - (a.actionsAfter - a.actionsBefore),
    )
}

function changeOf(old: Compared | undefined, now: Compared, locate: Locate): GrantChange | undefined {
  const before = old?.granted ?? new Granted(noPermissions(now.unit), now.granted.spell)
  const found = differenceOf(before, now.granted)
  // Who may become a role is told at its trust policy.
  const trustGrants = now.trustPolicy ? newTrustGrants(old?.trustPolicy ? old.trustGrants : [], now.trustGrants) : []
  const boundary = boundaryRemoved(old, now)
  if (
    count(found.added) === 0 &&
    count(found.widened) === 0 &&
    found.dropped.length === 0 &&
    trustGrants.length === 0 &&
    !boundary
  ) {
    return undefined
  }
  const categories = newCategories(old ? categoriesAt(old) : [], categoriesAt(now))
  // A boundary stood at the role, and what it held back was written long ago.
  const span = trustGrants[0]?.span ?? (boundary ? now.span : found.span) ?? now.span
  const location = locate(span)
  return {
    holder: now.label,
    ...(location && { location }),
    actionsBefore: count(actionsReached(before.permissions, 'scoped')),
    actionsAfter: count(actionsReached(now.granted.permissions, 'scoped')),
    addedByLevel: byLevel(found.added),
    details: [
      ...(boundary ? ['permissions boundary removed'] : []),
      ...new Set(categories.map((category) => openWords(category) ?? categoryWords(category))),
      ...trustGrants.map(({ text }) => text),
      ...found.dropped,
      ...lines(boundary ? 'no longer held back:' : 'newly', found.added, found),
      ...lines('further', found.widened, found),
    ],
    categories,
    span,
  }
}

/** All that is true at one end: nothing is left out because something graver is true too. */
function categoriesAt({ granted, principal, trustPolicy, unit }: Compared): string[] {
  return trustPolicy ? openCategories(trustPolicy, unit) : categoriesOf(granted.permissions, principal)
}

function byLevel(added: Bits): Record<string, number> {
  const sizes = ACCESS_LEVELS.map((level) => [level, count(intersection(added, levelActions(level)))] as const)
  return Object.fromEntries(sizes.filter(([, size]) => size > 0))
}

/** The actions that weigh most one a line, the others counted. */
const MOST_LINES = 5

function lines(word: string, actions: Bits, found: Difference): string[] {
  const size = count(actions)
  if (size === 0) return []
  const grave = intersection(actions, notableActions())
  const shown = [...members(grave)].slice(0, MOST_LINES)
  const plain = difference(actions, grave)
  const rest =
    size <= MOST_LINES ? ACCESS_LEVELS.flatMap((level) => [...members(intersection(plain, levelActions(level)))]) : []
  const named = [...shown, ...rest].slice(0, MOST_LINES)
  const told = named.map((id) => `${word} ${quote(actionName(id))}${found.where(id)}`)
  return size > named.length ? [...told, moreLine(word, size - named.length, named.length)] : told
}

function moreLine(word: string, size: number, named: number): string {
  return `${word} ${size} ${named > 0 ? 'more ' : ''}${size === 1 ? 'action' : 'actions'}`
}

/** For one line: `role deploy: 4 -> 183 actions, newly iam:PassRole on *`. */
export function changeLine({ holder, actionsBefore, actionsAfter, details }: PermissionChange): string {
  const counts = actionsBefore === actionsAfter ? '' : `${actionsBefore} -> ${actionsAfter} actions, `
  return `${holder}: ${counts}${listed(details, 3).replaceAll('`', '')}`
}
