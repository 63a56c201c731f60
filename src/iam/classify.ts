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
} from '../aws/actions/bits.ts'
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
} from '../aws/actions/catalogue.ts'
import { hasWildcard } from '../aws/wildcards.ts'
import type { Analysis } from '../core/analysis.ts'
import { lazy } from '../core/lazy.ts'
import type { Statement } from '../core/policy.ts'
import type { Leaf } from '../core/value.ts'
import type { AllowEntry } from './allow-entries.ts'
import { type ActionGrant, actionsReached, grantsOf, isOpenAllowEntry, type Permissions, reachedBy } from './grants.ts'
import { isStar, writtenAction } from './match.ts'
import { CREDENTIAL_ACTIONS, isCreator, isReader, PRIVILEGED_SERVICES, SENSITIVE_READS } from './sensitive.ts'

/** Everything, or nearly so, on everything. */
export interface Admin {
  readonly kind: 'full' | 'near'
  /** Actions granted on everything. */
  readonly actions: number
  readonly action: Leaf
  readonly allowEntry: AllowEntry
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
  readonly allowEntry: AllowEntry
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
  return permissions.unit.of(findAdmin, permissions)
}

function findAdmin(permissions: Permissions): Admin | undefined {
  if (!permissions.allowEntries.some((allowEntry) => count(allowEntry.bits) > ACTION_COUNT / 8)) return undefined
  const open = actionsReached(
    permissions,
    'star',
    (allowEntry) => isOpenAllowEntry(allowEntry) && hasEffect(allowEntry),
  )
  const kind = kindOf(count(open))
  if (kind) {
    const plain = actionsReached(permissions, 'star', (allowEntry) => hasEffect(allowEntry) && isPlain(allowEntry))
    const circumstances = kindOf(count(plain)) === kind ? [] : circumstancesOf(permissions)
    return { kind, actions: count(open), ...decisive(permissions, isOpenAllowEntry), circumstances, assumed: false }
  }
  const possible = actionsReached(permissions, 'unknown', isOpenAllowEntry)
  const assumed = kindOf(count(possible))
  return (
    assumed && {
      kind: assumed,
      actions: count(possible),
      ...decisive(permissions, isOpenAllowEntry),
      circumstances: [],
      assumed: true,
    }
  )
}

function kindOf(actions: number): Admin['kind'] | undefined {
  return actions === ACTION_COUNT ? 'full' : actions >= ACTION_COUNT * NEAR_ADMIN ? 'near' : undefined
}

const hasEffect = (allowEntry: AllowEntry): boolean => /^allow$/i.test(allowEntry.statement.effect.value)
const isPlain = (allowEntry: AllowEntry): boolean =>
  allowEntry.judgement.strength === 'none' || allowEntry.judgement.strength === 'vacuous'

/** The statement that grants most, and its widest action. */
function decisive(
  permissions: Permissions,
  accept: (allowEntry: AllowEntry) => boolean,
): { allowEntry: AllowEntry; action: Leaf } {
  const allowEntry = permissions.allowEntries.filter(accept).reduce((a, b) => (count(b.bits) > count(a.bits) ? b : a))
  const widest = allowEntry.statement.actions.reduce<Leaf | undefined>(
    (a, b) =>
      a && count(expandAction(a.value, permissions.unit)) >= count(expandAction(b.value, permissions.unit)) ? a : b,
    undefined,
  )
  return { allowEntry, action: widest ?? allowEntry.statement.notActions[0] ?? allowEntry.statement.effect }
}

function circumstancesOf(permissions: Permissions): string[] {
  const keys = permissions.allowEntries
    .filter((allowEntry) => isOpenAllowEntry(allowEntry) && !isPlain(allowEntry))
    .flatMap((allowEntry) => [...allowEntry.judgement.keys])
  return [...new Set(keys)]
}

/** By action pattern; a service that can only be read is no danger as a whole. */
export function wholeServicesIn(permissions: Permissions): WholeServices[] {
  const allowEntries = permissions.allowEntries.filter(
    (allowEntry) => isStar(allowEntry.pattern) && isOpenAllowEntry(allowEntry),
  )
  if (allowEntries.length === 0) return []
  const open = unionOf(allowEntries.map((allowEntry) => allowEntry.bits))
  const changing = changingActions()
  const found = new Map<Leaf, { allowEntry: AllowEntry; services: string[] }>()
  for (const prefix of SERVICE_PREFIXES) {
    const first = firstAction(prefix)
    if (!hasBit(open, first)) continue
    const all = serviceActions(prefix)
    if (!includesAll(open, all) || !overlaps(changing, all)) continue
    const allowEntry = allowEntries.find((candidate) => includesAll(candidate.bits, all))
    const action = allowEntry && writtenAction(allowEntry.statement, first)
    if (!allowEntry || !action || (!hasWildcard(action.value) && allowEntry.statement.actions.includes(action)))
      continue
    const known = found.get(action)
    if (known) known.services.push(prefix)
    else found.set(action, { allowEntry, services: [prefix] })
  }
  return [...found].map(([action, { allowEntry, services }]) => ({
    action,
    allowEntry,
    services,
    privileged: services.some((service) => PRIVILEGED_SERVICES.has(service)),
  }))
}

/** `s3:*` on `arn:aws:s3:::*`: by at least half of the actions that take a resource, all that `*` would give. */
export function wideServicesIn(permissions: Permissions): WholeServices[] {
  const open = permissions.allowEntries.filter(isOpenAllowEntry)
  const statements = new Set(
    open.filter((allowEntry) => !isStar(allowEntry.pattern)).map((allowEntry) => allowEntry.statement),
  )
  return [...statements].flatMap((statement) => {
    const allowEntries = open.filter((allowEntry) => allowEntry.statement === statement)
    const [allowEntry] = allowEntries
    if (!allowEntry?.resource || allowEntries.some(({ pattern }) => isStar(pattern))) return []
    const { resource } = allowEntry
    const wide = actionsReached({ ...permissions, allowEntries }, 'wide')
    return statement.actions.flatMap((action): WholeServices[] => {
      const service = /^([a-z0-9-]+):\*$/i.exec(action.value)?.[1]?.toLowerCase() ?? ''
      if (!SERVICE_PREFIXES.includes(service)) return []
      const all = takingResource(service)
      const reached = count(intersection(wide, all))
      if (reached === 0 || reached * 2 < count(all)) return []
      return [{ action, resource, allowEntry, services: [service], privileged: PRIVILEGED_SERVICES.has(service) }]
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

const changingActions = lazy(() =>
  union(levelActions('Write'), union(levelActions('Tagging'), levelActions('Permissions management'))),
)

/** Reads of what people keep to themselves, openly and on every resource; the gravest first. */
export function sensitiveReadsIn(permissions: Permissions): ActionGrant[] {
  return [...SENSITIVE_READS.keys()].flatMap((action) => wideGrant(permissions, action))
}

/** Actions that answer with credentials, openly and on every resource. */
export function credentialGrantsIn(permissions: Permissions): ActionGrant[] {
  return CREDENTIAL_ACTIONS.flatMap((action) => wideGrant(permissions, action))
}

function wideGrant(permissions: Permissions, action: string): ActionGrant[] {
  return grantsOf(permissions, action)
    .filter((grant) => isOpenAllowEntry(grant.allowEntry) && (grant.reach === 'star' || grant.reach === 'wide'))
    .slice(0, 1)
}

/** Actions of AWS's level "Permissions management" that could be narrowed, openly and on every resource. */
export function permissionsManagementIn(permissions: Permissions): ActionGrant[] {
  const wide = actionsReached(permissions, 'wide', isOpenAllowEntry)
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
  for (const allowEntry of permissions.allowEntries) {
    if (!isOpenAllowEntry(allowEntry) || !allowEntry.resource || seen.has(allowEntry.statement)) continue
    const wide = reachedBy(allowEntry, 'wide', permissions.unit)
    if (!overlaps(wide, narrowable)) continue
    const actions = [...members(intersection(wide, narrowable))]
    seen.add(allowEntry.statement)
    found.push({ statement: allowEntry.statement, resource: allowEntry.resource, actions })
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
const narrowableActions = lazy(() => {
  const bits = emptyBits(ACTION_COUNT)
  for (const id of members(changingActions())) {
    const { name, types } = actionFacts(id)
    if (types.some((type) => type.required) && !isReader(name) && !isCreator(name) && !EVERYDAY.has(name))
      setBit(bits, id)
  }
  return bits
})

/** The actions that these leaves stand for. */
export function actionsOfLeaves(leaves: Iterable<Leaf>, unit: Analysis): Bits {
  const bits = emptyBits(ACTION_COUNT)
  for (const leaf of leaves) addAll(bits, expandAction(leaf.value, unit, 'down'))
  return bits
}
