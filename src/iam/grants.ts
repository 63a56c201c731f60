import { type Bits, hasBit, intersection, overlaps } from '../aws/actions/bits.ts'
import { actionId, actionName, NO_ACTIONS, unionOf } from '../aws/actions/catalogue.ts'
import type { Analysis } from '../core/analysis.ts'
import type { PolicyDocument, Statement } from '../core/policy.ts'
import type { Leaf } from '../core/value.ts'
import { type AllowEntry, allowEntriesOf, bounded } from './allow-entries.ts'
import { isOpen, strongerThan } from './conditions.ts'
import {
  type Denials,
  denialsIn,
  joinDenials,
  meet,
  patternsOf,
  withoutContradicted,
  withoutDenied,
  workOf,
} from './denials.ts'
import { isOpaque, isStar, patternReach, type Reach, reachOf, resourcePattern, writtenAction } from './match.ts'

/**
 * What is effectively granted: Allow taken wide, Deny only when it is unconditional and covers the grant. So nothing
 * dangerous hides behind a Deny that may not strike, and no unconditional Deny is ignored.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export interface Permissions {
  readonly allowEntries: readonly AllowEntry[]
  /** Deny statements that strike only under conditions: they mitigate, and take nothing away. */
  readonly conditionalDenies: readonly Statement[]
  /** All that is denied. */
  readonly denials: Denials
  /** Something could not be known, so that a grant may be missing here. */
  readonly incomplete: boolean
  /** The unit in which it is granted. */
  readonly unit: Analysis
}

export function noPermissions(unit: Analysis): Permissions {
  return { allowEntries: [], conditionalDenies: [], denials: joinDenials([]), incomplete: false, unit }
}

/** One action as one atom grants it. */
export interface ActionGrant {
  /** As AWS writes it: `iam:PassRole`. */
  readonly name: string
  /** As the policy writes it, with its place: `iam:P*`. */
  readonly action: Leaf
  readonly reach: Reach
  readonly statement: Statement
  /** Lower case. */
  readonly conditionKeys: ReadonlySet<string>
  readonly allowEntry: AllowEntry
}

/** Every grant of an action (in any case), the furthest reaching and least conditioned first. */
export function grantsOf(permissions: Permissions, action: string): ActionGrant[] {
  const id = actionId(action)
  if (id === undefined) return []
  const grants: ActionGrant[] = []
  for (const allowEntry of permissions.allowEntries) {
    if (!hasBit(allowEntry.bits, id)) continue
    const reach = reachOf(allowEntry.pattern, id, permissions.unit)
    if (reach === 'none') continue
    grants.push({
      name: actionName(id),
      action: writtenAction(allowEntry.statement, id) ?? { value: actionName(id), span: allowEntry.statement.span },
      reach,
      statement: allowEntry.statement,
      conditionKeys: allowEntry.judgement.keys,
      allowEntry,
    })
  }
  return grants.sort((a, b) => rank(b) - rank(a))
}

/** Is any of these actions granted at all, however far? */
export function grantsAny({ allowEntries }: Permissions, actions: Bits): boolean {
  return allowEntries.some(({ bits }) => overlaps(bits, actions))
}

const RANK: Readonly<Record<Reach, number>> = { none: 0, scoped: 1, unknown: 2, wide: 3, star: 4 }

function rank(grant: ActionGrant): number {
  const { strength } = grant.allowEntry.judgement
  return (isOpen(strength) ? 10 : 0) + RANK[grant.reach] * 2 + (strength === 'none' ? 1 : 0)
}

/** Does the statement name every resource there is? */
export function onEverything(statement: Statement): boolean {
  return statement.notResources.length > 0 || statement.resources.some((leaf) => isStar(resourcePattern(leaf.value)))
}

/** What limits documents from outside them. */
export interface Limits {
  /** All that the holder is denied, by these documents and its others; else what these documents deny. */
  readonly denials?: Denials
  readonly boundaries?: readonly PolicyDocument[]
}

/** Patterns of a document, and of all that a principal holds, that are judged one by one. */
export const MOST_IN_DOCUMENT = 1000
const MOST_TOGETHER = 4000
/** No principal has more than one; a boundary that is left out limits nothing. */
const MOST_BOUNDARIES = 4

/** What several documents grant together, after every Deny, and within every limit. */
export function permissionsOf(documents: readonly PolicyDocument[], unit: Analysis, limits: Limits = {}): Permissions {
  const own = documents.map((document) => unit.of(compile, document))
  let { allowEntries } = bounded(
    own.flatMap((compiled) => compiled.allowEntries),
    MOST_TOGETHER,
  )
  for (const boundary of (limits.boundaries ?? []).slice(0, MOST_BOUNDARIES)) {
    allowEntries = within(allowEntries, permissionsIn(boundary, unit).allowEntries)
  }
  const denials = limits.denials ?? joinDenials(own.map((compiled) => compiled.denials))
  return {
    allowEntries: withoutContradicted(withoutDenied(allowEntries, denials, unit), denials, unit),
    conditionalDenies: denials.conditional,
    denials,
    incomplete: own.some((compiled) => compiled.incomplete),
    unit,
  }
}

/** What is left of grants where some documents together must allow it, too. */
export function withinDocuments(
  allowEntries: readonly AllowEntry[],
  documents: readonly PolicyDocument[],
  unit: Analysis,
): readonly AllowEntry[] {
  const limits = documents.flatMap((document) => unit.of(compile, document).allowEntries)
  return limits.some(isEverything) ? allowEntries : within(allowEntries, limits)
}

/** What AWS attaches to every organization. */
const isEverything = ({ pattern, statement }: AllowEntry): boolean =>
  isStar(pattern) && statement.conditions.length === 0 && statement.actions.some(({ value }) => value === '*')

/** The Denies of several documents together. */
export function denialsOf(documents: readonly PolicyDocument[], unit: Analysis): Denials {
  return joinDenials(documents.map((document) => unit.of(compile, document).denials))
}

/** The permissions of a document alone. */
export function permissionsIn(document: PolicyDocument, unit: Analysis): Permissions {
  return unit.of(grantedAlone, document)
}

const grantedAlone = (document: PolicyDocument, unit: Analysis): Permissions => permissionsOf([document], unit)

type Floor = 'scoped' | 'unknown' | 'wide' | 'star'

/** Every action that is granted at least that far by an atom that passes. */
export function actionsReached(
  permissions: Permissions,
  floor: Floor,
  accept: (allowEntry: AllowEntry) => boolean = () => true,
): Bits {
  const sets = permissions.allowEntries
    .filter(accept)
    .map((allowEntry) => reachedBy(allowEntry, floor, permissions.unit))
  return unionOf(sets.filter((bits) => bits !== NO_ACTIONS))
}

/** What one atom grants at least that far. */
export function reachedBy({ pattern, bits }: AllowEntry, floor: Floor, unit: Analysis): Bits {
  if (isStar(pattern)) return bits
  if (isOpaque(pattern)) return floor === 'scoped' || floor === 'unknown' ? bits : NO_ACTIONS
  if (floor === 'star') return NO_ACTIONS
  const { some, wide } = patternReach(pattern, unit)
  const reached = floor === 'wide' ? wide : some
  return overlaps(bits, reached) ? intersection(bits, reached) : NO_ACTIONS
}

/** Open: no condition narrows what can be touched. */
export const isOpenAllowEntry = (allowEntry: AllowEntry): boolean => isOpen(allowEntry.judgement.strength)

interface Compiled {
  readonly allowEntries: readonly AllowEntry[]
  readonly denials: Denials
  readonly incomplete: boolean
  readonly cut: boolean
}

function compile(document: PolicyDocument, unit: Analysis): Compiled {
  const { allowEntries, cut } = bounded(allowEntriesOf(document, unit), MOST_IN_DOCUMENT)
  return { allowEntries, denials: denialsIn(document, unit), incomplete: document.incomplete || cut, cut }
}

/** Does the document say more than is judged pattern by pattern? */
export function isCut(document: PolicyDocument, unit: Analysis): boolean {
  return unit.of(compile, document).cut
}

/** Pairs of patterns, and characters of theirs, that are held against each other; beyond them a boundary limits nothing. */
const MOST_PAIRS = 50_000
const MOST_WORK = 200e6

/** What both grant: AWS allows what the policies and the boundary allow. */
function within(allowEntries: readonly AllowEntry[], boundary: readonly AllowEntry[]): readonly AllowEntry[] {
  if (
    allowEntries.length * boundary.length > MOST_PAIRS ||
    workOf(patternsOf(allowEntries), patternsOf(boundary)) > MOST_WORK
  ) {
    return allowEntries
  }
  return allowEntries.flatMap((allowEntry) =>
    boundary.flatMap((limit) => {
      if (!overlaps(allowEntry.bits, limit.bits)) return []
      const pattern = meet(allowEntry.pattern, limit.pattern)
      if (pattern === undefined) return []
      const judgement = strongerThan(limit.judgement.strength, allowEntry.judgement.strength)
        ? limit.judgement
        : allowEntry.judgement
      return [{ ...allowEntry, pattern, judgement, bits: intersection(allowEntry.bits, limit.bits) }]
    }),
  )
}
