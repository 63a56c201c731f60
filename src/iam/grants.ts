import type { PolicyNode } from '../core/node.ts'
import type { PolicyDocument, Statement } from '../core/policy.ts'
import { UNKNOWN } from '../core/text.ts'
import type { Leaf } from '../core/value.ts'
import { addAll, addCommon, type Bits, difference, emptyBits, hasBit, intersection, isEmpty, overlaps } from './bits.ts'
import { ACTION_COUNT, ALL_ACTIONS, actionId, actionName } from './catalogue.ts'
import { alwaysHolds, isOpen, type Judgement, judgeConditions, strongerThan } from './conditions.ts'
import { arnsIntersect, contains } from './glob.ts'
import {
  anyPartition,
  isOpaque,
  isStar,
  patternReach,
  type Reach,
  reachOf,
  resourcePattern,
  statementActions,
  wholeReach,
  writtenAction,
} from './match.ts'

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

/** One resource pattern of one Allow statement, with the actions that no Deny takes away from it. */
export interface Atom {
  readonly document: PolicyDocument
  readonly statement: Statement
  /** Where the pattern is written; with NotResource its first entry; undefined when the statement names no resource. */
  readonly resource: Leaf | undefined
  /** Ready for matching (see `resourcePattern`); narrower than what is written when a boundary narrows it. */
  readonly pattern: string
  readonly bits: Bits
  readonly judgement: Judgement
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

/** What several documents grant together, after their own Denies, those of `guards`, and within every boundary. */
export function permissionsOf(
  documents: readonly PolicyDocument[],
  { guards = [], boundaries = [] }: { guards?: readonly PolicyDocument[]; boundaries?: readonly PolicyDocument[] } = {},
): Permissions {
  const own = documents.map(compile)
  const denying = [...own, ...guards.filter((guard) => !documents.includes(guard)).map(compile)]
  let atoms = own.flatMap((compiled) => compiled.allows)
  for (const boundary of boundaries.map(compile)) {
    atoms = within(atoms, applyDenies(boundary.allows, boundary.denies))
  }
  const denies = denying.flatMap((compiled) => compiled.denies)
  return {
    atoms: applyDenies(atoms, denies),
    conditionalDenies: denying.flatMap((compiled) => compiled.conditionalDenies),
    incomplete: own.some((compiled) => compiled.incomplete),
  }
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

/** Every action that is granted at least that far by an atom that passes. */
export function actionsReached(
  permissions: Permissions,
  floor: 'scoped' | 'unknown' | 'wide' | 'star',
  accept: (atom: Atom) => boolean = () => true,
): Bits {
  const sum = emptyBits(ACTION_COUNT)
  for (const atom of permissions.atoms) if (accept(atom)) addReached(sum, atom, floor)
  return sum
}

/** Open: no condition narrows what can be touched. */
export const isOpenAtom = (atom: Atom): boolean => isOpen(atom.judgement.strength)

function addReached(sum: Bits, atom: Atom, floor: 'scoped' | 'unknown' | 'wide' | 'star'): void {
  if (isStar(atom.pattern)) addAll(sum, atom.bits)
  else if (isOpaque(atom.pattern)) {
    if (floor === 'scoped' || floor === 'unknown') addAll(sum, atom.bits)
  } else if (floor !== 'star') {
    const { some, wide } = patternReach(atom.pattern)
    addCommon(sum, atom.bits, floor === 'wide' ? wide : some)
  }
}

interface Deny {
  readonly bits: Bits
  /** What is denied; `*` for all. Empty with NotResource. */
  readonly patterns: readonly string[]
  /** With NotResource: all that is spared. */
  readonly spared: readonly string[]
}

interface Compiled {
  readonly allows: readonly Atom[]
  readonly denies: readonly Deny[]
  readonly conditionalDenies: readonly Statement[]
  readonly incomplete: boolean
}

/**
 * AWS takes 6,144 characters in a managed policy; whoever writes more than this only wants our time. What is left out
 * makes the permissions incomplete.
 */
const MOST_STATEMENTS = 2000
const MOST_PATTERNS = 1000
/** Patterns of an Allow held against those of a Deny or a boundary. */
const MOST_PAIRS = 50_000
const compiled = new WeakMap<PolicyDocument, Compiled>()

function compile(document: PolicyDocument): Compiled {
  const known = compiled.get(document)
  if (known) return known
  const allows: Atom[] = []
  const denies: Deny[] = []
  const conditionalDenies: Statement[] = []
  for (const statement of document.statements.slice(0, MOST_STATEMENTS)) {
    if (statement.effect.value.toLowerCase() !== 'deny') allows.push(...allowsOf(statement, document))
    else if (alwaysHolds(statement.conditions)) denies.push(...deniesOf(statement))
    else conditionalDenies.push(statement)
  }
  const incomplete =
    document.incomplete || document.statements.length > MOST_STATEMENTS || allows.length > MOST_PATTERNS
  const made = { allows: allows.slice(0, MOST_PATTERNS), denies, conditionalDenies, incomplete }
  compiled.set(document, made)
  return made
}

function allowsOf(statement: Statement, document: PolicyDocument): Atom[] {
  const bits = statementActions(statement)
  const forIdentity = document.role !== 'trust' && document.role !== 'resource'
  const judgement = judgeConditions(statement.conditions, forIdentity)
  if (isEmpty(bits) || judgement.strength === 'never') return []
  const atom = (resource: Leaf | undefined, pattern: string): Atom => ({
    document,
    statement,
    resource,
    pattern,
    bits,
    judgement,
  })
  if (statement.notResources.length > 0) return [atom(statement.notResources[0], '*')]
  // A trust policy names no resource: it is about its own role.
  if (statement.resources.length === 0) return [atom(undefined, document.role === 'identity' ? UNKNOWN : '*')]
  const star = statement.resources.find((leaf) => isStar(resourcePattern(leaf.value)))
  if (star) return [atom(star, '*')]
  return statement.resources.map((leaf) => atom(leaf, resourcePattern(leaf.value)))
}

/** An unknown that may spare something makes a Deny worth nothing. */
function deniesOf(statement: Statement): Deny[] {
  if (statement.notActions.some((leaf) => leaf.value.includes(UNKNOWN))) return []
  const bits = statementActions(statement)
  if (statement.notResources.length > 0) {
    return [{ bits, patterns: [], spared: statement.notResources.map((leaf) => resourcePattern(leaf.value)) }]
  }
  const patterns = statement.resources.map((leaf) => resourcePattern(leaf.value))
  return patterns.length === 0 ? [] : [{ bits, patterns: patterns.some(isStar) ? ['*'] : patterns, spared: [] }]
}

/** Is the document larger than we look at? */
export function isCut(document: PolicyDocument): boolean {
  const patterns = document.statements.reduce((sum, { resources }) => sum + Math.max(1, resources.length), 0)
  return document.statements.length > MOST_STATEMENTS || patterns > MOST_PATTERNS
}

/** Stops taking away when it gets too much: then more is told than is granted, never less. */
function applyDenies(atoms: readonly Atom[], denies: readonly Deny[]): readonly Atom[] {
  let left = atoms
  let pairs = 0
  for (const deny of denies) {
    pairs += left.length * (deny.patterns.length + deny.spared.length)
    if (pairs > MOST_PAIRS) return left
    const next = left.flatMap((atom) => (overlaps(atom.bits, deny.bits) ? applyDeny(atom, deny) : atom))
    // What a Deny with NotResource spares multiplies.
    if (next.length > Math.max(left.length, MOST_PATTERNS)) return left
    left = next
  }
  return left
}

function applyDeny(atom: Atom, deny: Deny): Atom[] {
  if (deny.spared.length > 0) {
    const struck = intersection(atom.bits, deny.bits)
    const untouched = withBits(atom, difference(atom.bits, deny.bits))
    const spared = deny.spared.flatMap((pattern) => {
      const common = meet(atom.pattern, pattern)
      return common === undefined ? [] : [{ ...atom, pattern: common, bits: struck }]
    })
    return [...untouched, ...spared]
  }
  let bits = atom.bits
  for (const pattern of deny.patterns) {
    const whole = contains(anyPartition(pattern), anyPartition(atom.pattern)) ? ALL_ACTIONS : wholeReach(pattern)
    bits = difference(bits, intersection(deny.bits, whole))
  }
  return withBits(atom, bits)
}

function withBits(atom: Atom, bits: Bits): Atom[] {
  if (bits === atom.bits) return [atom]
  return isEmpty(bits) ? [] : [{ ...atom, bits }]
}

/** What both grant: AWS allows what the policies and the boundary allow. */
function within(atoms: readonly Atom[], limits: readonly Atom[]): Atom[] {
  const boundary = limits.slice(0, Math.max(1, Math.floor(MOST_PAIRS / Math.max(1, atoms.length))))
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

/** What two patterns have in common, as one pattern; the first one when they only overlap. */
function meet(a: string, b: string): string | undefined {
  if (contains(a, b)) return b
  if (contains(b, a)) return a
  return arnsIntersect(a, b) ? a : undefined
}
