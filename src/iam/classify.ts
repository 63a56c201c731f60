import type { Statement } from '../core/policy.ts'
import type { Leaf } from '../core/value.ts'
import type { Atom } from './atoms.ts'
import {
  addAll,
  type Bits,
  count,
  difference,
  emptyBits,
  hasBit,
  includesAll,
  intersection,
  members,
  overlaps,
  setBit,
  union,
} from './bits.ts'
import {
  ACTION_COUNT,
  actionFacts,
  expandAction,
  firstAction,
  levelActions,
  NO_ACTIONS,
  SERVICE_PREFIXES,
  serviceActions,
  unionOf,
} from './catalogue.ts'
import { hasWildcard } from './glob.ts'
import { actionsReached, type Grant, grantsOf, isOpenAtom, type Permissions, reachedBy } from './grants.ts'
import { isStar, writtenAction } from './match.ts'
import { CREDENTIAL_ACTIONS, isCreator, isReader, PRIVILEGED_SERVICES, SENSITIVE_READS } from './sensitive.ts'

/** Everything, or nearly so, on everything. */
export interface Admin {
  readonly kind: 'full' | 'near'
  /** Actions granted on everything. */
  readonly actions: number
  readonly action: Leaf
  readonly atom: Atom
  /** Some of it only under circumstances (MFA, an address): keys, lower case. */
  readonly circumstances: readonly string[]
  /** The resource is not known here: it is everything if that is. */
  readonly assumed: boolean
}

/** Services of which every action is granted on everything by one pattern: `s3:*`. */
export interface WholeServices {
  readonly action: Leaf
  /** Set where the resource is not `*`, but reaches every resource of the service's main kinds. */
  readonly resource?: Leaf
  readonly atom: Atom
  readonly services: readonly string[]
  readonly privileged: boolean
}

/** Actions on every resource that could be narrowed, by the statement that grants them. */
export interface Unnarrowed {
  readonly statement: Statement
  readonly resource: Leaf
  /** Action numbers. */
  readonly actions: readonly number[]
}

export const NEAR_ADMIN = 0.9

/** Worked out once: every policy of a principal, and everything that stands for it, asks the same. */
export function adminIn(permissions: Permissions): Admin | undefined {
  if (!ADMINS.has(permissions)) ADMINS.set(permissions, findAdmin(permissions))
  return ADMINS.get(permissions)
}

const ADMINS = new WeakMap<Permissions, Admin | undefined>()

function findAdmin(permissions: Permissions): Admin | undefined {
  if (!permissions.atoms.some((atom) => count(atom.bits) > ACTION_COUNT / 8)) return undefined
  const open = actionsReached(permissions, 'star', (atom) => isOpenAtom(atom) && hasEffect(atom))
  const kind = kindOf(count(open))
  if (kind) {
    const plain = actionsReached(permissions, 'star', (atom) => hasEffect(atom) && isPlain(atom))
    const circumstances = kindOf(count(plain)) === kind ? [] : circumstancesOf(permissions)
    return { kind, actions: count(open), ...decisive(permissions, isOpenAtom), circumstances, assumed: false }
  }
  const possible = actionsReached(permissions, 'unknown', isOpenAtom)
  const assumed = kindOf(count(possible))
  return (
    assumed && {
      kind: assumed,
      actions: count(possible),
      ...decisive(permissions, isOpenAtom),
      circumstances: [],
      assumed: true,
    }
  )
}

function kindOf(actions: number): Admin['kind'] | undefined {
  return actions === ACTION_COUNT ? 'full' : actions >= ACTION_COUNT * NEAR_ADMIN ? 'near' : undefined
}

const hasEffect = (atom: Atom): boolean => /^allow$/i.test(atom.statement.effect.value)
const isPlain = (atom: Atom): boolean => atom.judgement.strength === 'none' || atom.judgement.strength === 'vacuous'

/** The statement that grants most, and its widest action. */
function decisive(permissions: Permissions, accept: (atom: Atom) => boolean): { atom: Atom; action: Leaf } {
  const atom = permissions.atoms.filter(accept).reduce((a, b) => (count(b.bits) > count(a.bits) ? b : a))
  const widest = atom.statement.actions.reduce<Leaf | undefined>(
    (a, b) => (a && count(expandAction(a.value)) >= count(expandAction(b.value)) ? a : b),
    undefined,
  )
  return { atom, action: widest ?? atom.statement.notActions[0] ?? atom.statement.effect }
}

function circumstancesOf(permissions: Permissions): string[] {
  const keys = permissions.atoms
    .filter((atom) => isOpenAtom(atom) && !isPlain(atom))
    .flatMap((atom) => [...atom.judgement.keys])
  return [...new Set(keys)]
}

/** By action pattern; a service that can only be read is no danger as a whole. */
export function wholeServicesIn(permissions: Permissions): WholeServices[] {
  const atoms = permissions.atoms.filter((atom) => isStar(atom.pattern) && isOpenAtom(atom))
  if (atoms.length === 0) return []
  const open = unionOf(atoms.map((atom) => atom.bits))
  const changing = changingActions()
  const found = new Map<Leaf, { atom: Atom; services: string[] }>()
  for (const prefix of SERVICE_PREFIXES) {
    const first = firstAction(prefix)
    if (!hasBit(open, first)) continue
    const all = serviceActions(prefix)
    if (!includesAll(open, all) || !overlaps(changing, all)) continue
    const atom = atoms.find((candidate) => includesAll(candidate.bits, all))
    const action = atom && writtenAction(atom.statement, first)
    if (!atom || !action || (!hasWildcard(action.value) && atom.statement.actions.includes(action))) continue
    const known = found.get(action)
    if (known) known.services.push(prefix)
    else found.set(action, { atom, services: [prefix] })
  }
  return [...found].map(([action, { atom, services }]) => ({
    action,
    atom,
    services,
    privileged: services.some((service) => PRIVILEGED_SERVICES.has(service)),
  }))
}

/** `s3:*` on `arn:aws:s3:::*`: by at least half of the actions that take a resource, all that `*` would give. */
export function wideServicesIn(permissions: Permissions): WholeServices[] {
  const open = permissions.atoms.filter(isOpenAtom)
  const statements = new Set(open.filter((atom) => !isStar(atom.pattern)).map((atom) => atom.statement))
  return [...statements].flatMap((statement) => {
    const atoms = open.filter((atom) => atom.statement === statement)
    const [atom] = atoms
    if (!atom?.resource || atoms.some(({ pattern }) => isStar(pattern))) return []
    const { resource } = atom
    const wide = actionsReached({ ...permissions, atoms }, 'wide')
    return statement.actions.flatMap((action): WholeServices[] => {
      const service = /^([a-z0-9-]+):\*$/i.exec(action.value)?.[1]?.toLowerCase() ?? ''
      if (!SERVICE_PREFIXES.includes(service)) return []
      const all = takingResource(service)
      const reached = count(intersection(wide, all))
      if (reached === 0 || reached * 2 < count(all)) return []
      return [{ action, resource, atom, services: [service], privileged: PRIVILEGED_SERVICES.has(service) }]
    })
  })
}

function takingResource(service: string): Bits {
  const bits = emptyBits(ACTION_COUNT)
  for (const id of members(serviceActions(service))) {
    const { level, types } = actionFacts(id)
    if (level !== 'List' && types.some((type) => type.required)) setBit(bits, id)
  }
  return bits
}

function changingActions(): Bits {
  changing ??= union(levelActions('Write'), union(levelActions('Tagging'), levelActions('Permissions management')))
  return changing
}

let changing: Bits | undefined

/** Reads of what people keep to themselves, openly and on every resource; the gravest first. */
export function sensitiveReadsIn(permissions: Permissions): Grant[] {
  return [...SENSITIVE_READS.keys()].flatMap((action) => wideGrant(permissions, action))
}

/** Actions that answer with credentials, openly and on every resource. */
export function credentialGrantsIn(permissions: Permissions): Grant[] {
  return CREDENTIAL_ACTIONS.flatMap((action) => wideGrant(permissions, action))
}

function wideGrant(permissions: Permissions, action: string): Grant[] {
  return grantsOf(permissions, action)
    .filter((grant) => isOpenAtom(grant.atom) && (grant.reach === 'star' || grant.reach === 'wide'))
    .slice(0, 1)
}

/** Actions of AWS's level "Permissions management" that could be narrowed, openly and on every resource. */
export function permissionsManagementIn(permissions: Permissions): Grant[] {
  const wide = actionsReached(permissions, 'wide', isOpenAtom)
  const managing = levelActions('Permissions management')
  const found = overlaps(wide, managing) ? [...members(intersection(wide, managing))] : []
  return found
    .map(actionFacts)
    .filter(({ name, types }) => types.some((type) => type.required) && !isReader(name))
    .flatMap(({ name }) => wideGrant(permissions, name))
}

/** Actions that change something and need a resource, granted on every one; `except` those said elsewhere. */
export function unnarrowedIn(permissions: Permissions, except: Bits = NO_ACTIONS): Unnarrowed[] {
  const narrowable = difference(narrowableActions(), except)
  const found: Unnarrowed[] = []
  const seen = new Set<Statement>()
  for (const atom of permissions.atoms) {
    if (!isOpenAtom(atom) || !atom.resource || seen.has(atom.statement)) continue
    const wide = reachedBy(atom, 'wide')
    if (!overlaps(wide, narrowable)) continue
    const actions = [...members(intersection(wide, narrowable))]
    seen.add(atom.statement)
    found.push({ statement: atom.statement, resource: atom.resource, actions })
  }
  return found
}

/** What AWS's own execution roles for functions do on everything, and everyone's after them. */
const EVERYDAY = new Set([
  'logs:PutLogEvents',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
])

/** Required resource type; writes, tags or manages permissions; makes nothing new. */
function narrowableActions(): Bits {
  if (narrowable) return narrowable
  const bits = emptyBits(ACTION_COUNT)
  for (const id of members(changingActions())) {
    const { name, types } = actionFacts(id)
    if (types.some((type) => type.required) && !isReader(name) && !isCreator(name) && !EVERYDAY.has(name))
      setBit(bits, id)
  }
  narrowable = bits
  return bits
}

let narrowable: Bits | undefined

/** The actions that these leaves stand for. */
export function actionsOfLeaves(leaves: Iterable<Leaf>): Bits {
  const bits = emptyBits(ACTION_COUNT)
  for (const leaf of leaves) addAll(bits, expandAction(leaf.value, 'down'))
  return bits
}
