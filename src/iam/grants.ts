import type { PolicyNode } from '../core/node.ts'
import type { PolicyDocument, Statement } from '../core/policy.ts'
import type { Leaf } from '../core/value.ts'
import { type Atom, atomsOf, bounded } from './atoms.ts'
import { type Bits, hasBit, intersection, overlaps } from './bits.ts'
import { actionId, actionName, NO_ACTIONS, unionOf } from './catalogue.ts'
import { isOpen, strongerThan } from './conditions.ts'
import { type Denials, denialsIn, joinDenials, meet, patternsOf, withoutDenied, workOf } from './denials.ts'
import { isOpaque, isStar, patternReach, type Reach, reachOf, resourcePattern, writtenAction } from './match.ts'

/**
 * What is effectively granted: Allow taken wide, Deny only when it is unconditional and covers the grant. So nothing
 * dangerous hides behind a Deny that may not strike, and no unconditional Deny is ignored.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export interface Permissions {
  readonly atoms: readonly Atom[]
  /** Deny statements that strike only under conditions: they mitigate, and take nothing away. */
  readonly conditionalDenies: readonly Statement[]
  /** Something could not be known, so that a grant may be missing here. */
  readonly incomplete: boolean
}

/** One action as one atom grants it. */
export interface Grant {
  /** As AWS writes it: `iam:PassRole`. */
  readonly name: string
  /** As the policy writes it, with its place: `iam:P*`. */
  readonly action: Leaf
  readonly reach: Reach
  readonly statement: Statement
  /** Lower case. */
  readonly conditionKeys: ReadonlySet<string>
  readonly atom: Atom
}

export type Grantor = Permissions | PolicyNode | PolicyDocument

/** Every grant of an action (in any case), the furthest reaching and least conditioned first. */
export function grantsOf(grantor: Grantor, action: string): Grant[] {
  const id = actionId(action)
  if (id === undefined) return []
  const grants: Grant[] = []
  for (const atom of permissionsIn(grantor).atoms) {
    if (!hasBit(atom.bits, id)) continue
    const reach = reachOf(atom.pattern, id)
    if (reach === 'none') continue
    grants.push({
      name: actionName(id),
      action: writtenAction(atom.statement, id) ?? { value: actionName(id), span: atom.statement.span },
      reach,
      statement: atom.statement,
      conditionKeys: atom.judgement.keys,
      atom,
    })
  }
  return grants.sort((a, b) => rank(b) - rank(a))
}

const RANK: Readonly<Record<Reach, number>> = { none: 0, scoped: 1, unknown: 2, wide: 3, star: 4 }

function rank(grant: Grant): number {
  const { strength } = grant.atom.judgement
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
const MOST_IN_DOCUMENT = 1000
const MOST_TOGETHER = 4000
/** No principal has more than one; a boundary that is left out limits nothing. */
const MOST_BOUNDARIES = 4

/** What several documents grant together, after every Deny, and within every limit. */
export function permissionsOf(documents: readonly PolicyDocument[], limits: Limits = {}): Permissions {
  const own = documents.map(compile)
  let { atoms } = bounded(
    own.flatMap((compiled) => compiled.atoms),
    MOST_TOGETHER,
  )
  for (const boundary of (limits.boundaries ?? []).slice(0, MOST_BOUNDARIES)) {
    atoms = within(atoms, permissionsIn(boundary).atoms)
  }
  const denials = limits.denials ?? joinDenials(own.map((compiled) => compiled.denials))
  return {
    atoms: withoutDenied(atoms, denials),
    conditionalDenies: denials.conditional,
    incomplete: own.some((compiled) => compiled.incomplete),
  }
}

/** The Denies of several documents together. */
export function denialsOf(documents: readonly PolicyDocument[]): Denials {
  return joinDenials(documents.map((document) => compile(document).denials))
}

/** The permissions of a document alone; memoised. */
export function permissionsIn(grantor: Grantor): Permissions {
  if ('atoms' in grantor) return grantor
  const document = 'document' in grantor ? grantor.document : grantor
  const known = alone.get(document)
  if (known) return known
  const permissions = permissionsOf([document])
  alone.set(document, permissions)
  return permissions
}

const alone = new WeakMap<PolicyDocument, Permissions>()

type Floor = 'scoped' | 'unknown' | 'wide' | 'star'

/** Every action that is granted at least that far by an atom that passes. */
export function actionsReached(
  permissions: Permissions,
  floor: Floor,
  accept: (atom: Atom) => boolean = () => true,
): Bits {
  const sets = permissions.atoms.filter(accept).map((atom) => reachedBy(atom, floor))
  return unionOf(sets.filter((bits) => bits !== NO_ACTIONS))
}

/** What one atom grants at least that far. */
export function reachedBy({ pattern, bits }: Atom, floor: Floor): Bits {
  if (isStar(pattern)) return bits
  if (isOpaque(pattern)) return floor === 'scoped' || floor === 'unknown' ? bits : NO_ACTIONS
  if (floor === 'star') return NO_ACTIONS
  const { some, wide } = patternReach(pattern)
  const reached = floor === 'wide' ? wide : some
  return overlaps(bits, reached) ? intersection(bits, reached) : NO_ACTIONS
}

/** Open: no condition narrows what can be touched. */
export const isOpenAtom = (atom: Atom): boolean => isOpen(atom.judgement.strength)

interface Compiled {
  readonly atoms: readonly Atom[]
  readonly denials: Denials
  readonly incomplete: boolean
  readonly cut: boolean
}

const compiled = new WeakMap<PolicyDocument, Compiled>()

function compile(document: PolicyDocument): Compiled {
  const known = compiled.get(document)
  if (known) return known
  const { atoms, cut } = bounded(atomsOf(document), MOST_IN_DOCUMENT)
  const made = { atoms, denials: denialsIn(document), incomplete: document.incomplete || cut, cut }
  compiled.set(document, made)
  return made
}

/** Does the document say more than is judged pattern by pattern? */
export function isCut(document: PolicyDocument): boolean {
  return compile(document).cut
}

/** Pairs of patterns, and characters of theirs, that are held against each other; beyond them a boundary limits nothing. */
const MOST_PAIRS = 50_000
const MOST_WORK = 200e6

/** What both grant: AWS allows what the policies and the boundary allow. */
function within(atoms: readonly Atom[], boundary: readonly Atom[]): readonly Atom[] {
  if (atoms.length * boundary.length > MOST_PAIRS || workOf(patternsOf(atoms), patternsOf(boundary)) > MOST_WORK) {
    return atoms
  }
  return atoms.flatMap((atom) =>
    boundary.flatMap((limit) => {
      if (!overlaps(atom.bits, limit.bits)) return []
      const pattern = meet(atom.pattern, limit.pattern)
      if (pattern === undefined) return []
      const judgement = strongerThan(limit.judgement.strength, atom.judgement.strength)
        ? limit.judgement
        : atom.judgement
      return [{ ...atom, pattern, judgement, bits: intersection(atom.bits, limit.bits) }]
    }),
  )
}
