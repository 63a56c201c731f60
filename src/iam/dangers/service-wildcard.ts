import {
  type Bits,
  count,
  emptyBits,
  hasBit,
  includesAll,
  intersection,
  members,
  overlaps,
  setBit,
} from '../../aws/actions/bits.ts'
import {
  ACTION_COUNT,
  actionFacts,
  firstAction,
  SERVICE_PREFIXES,
  serviceActions,
  unionOf,
} from '../../aws/actions/catalogue.ts'
import { hasWildcard } from '../../aws/wildcards.ts'
import type { Leaf } from '../../core/value.ts'
import { changingActions, PRIVILEGED_SERVICES } from '../actions.ts'
import type { AllowEntry } from '../allow-entries.ts'
import { actionsReached, isOpenAllowEntry, type Permissions } from '../grants.ts'
import { isStar, writtenAction } from '../match.ts'
import { type Danger, defineDanger } from './danger.ts'

/** Services of which every action is granted on everything by one pattern: `s3:*`. */
export interface WholeServices {
  readonly action: Leaf
  /** Set where the resource is not `*`, but reaches every resource of the service's main kinds. */
  readonly resource?: Leaf
  readonly allowEntry: AllowEntry
  readonly services: readonly string[]
  readonly privileged: boolean
}

export const serviceWildcard: Danger<WholeServices> = defineDanger({
  id: 'service-wildcard',
  order: 40,
  example: [
    { Action: 's3:*' },
    { Action: 'sqs:*' },
    { Action: 'iam:*' },
    { Action: 's3:*', Resource: 'arn:aws:s3:::*' },
  ],
  find: (permissions) => [...wholeServicesIn(permissions), ...wideServicesIn(permissions)],
  untold: (found, said) => found.filter(({ action }) => !said.actions.has(action)),
  say(told, said) {
    for (const { action } of told) said.actions.add(action)
  },
  newlyPermitted: (found) =>
    found.flatMap(({ services, resource }) =>
      resource ? [] : services.map((service) => `service-wildcard (${service})`),
    ),
  managed: (found) => (found.some(({ resource }) => !resource) ? ['service-wildcard'] : []),
  words: (service) => `now every action of \`${service}\` on every resource`,
})

/** By action pattern; a service that can only be read is no danger as a whole. */
function wholeServicesIn(permissions: Permissions): WholeServices[] {
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
function wideServicesIn(permissions: Permissions): WholeServices[] {
  const open = permissions.allowEntries.filter(isOpenAllowEntry)
  const statements = new Set(
    open
      .filter(({ pattern, statement }) => !isStar(pattern) && statement.actions.some(({ value }) => WHOLE.test(value)))
      .map((allowEntry) => allowEntry.statement),
  )
  return [...statements].flatMap((statement) => {
    const allowEntries = open.filter((allowEntry) => allowEntry.statement === statement)
    const [allowEntry] = allowEntries
    if (!allowEntry?.resource || allowEntries.some(({ pattern }) => isStar(pattern))) return []
    const { resource } = allowEntry
    const wide = actionsReached({ ...permissions, allowEntries }, 'wide')
    return statement.actions.flatMap((action): WholeServices[] => {
      const service = WHOLE.exec(action.value)?.[1]?.toLowerCase() ?? ''
      if (!SERVICE_PREFIXES.includes(service)) return []
      const all = takingResource(service)
      const reached = count(intersection(wide, all))
      if (reached === 0 || reached * 2 < count(all)) return []
      return [{ action, resource, allowEntry, services: [service], privileged: PRIVILEGED_SERVICES.has(service) }]
    })
  })
}

const WHOLE = /^([a-z0-9-]+):\*$/i

function takingResource(service: string): Bits {
  const bits = emptyBits(ACTION_COUNT)
  for (const id of members(serviceActions(service))) {
    const { level, types } = actionFacts(id)
    if (level !== 'List' && types.some((type) => type.required)) setBit(bits, id)
  }
  return bits
}
