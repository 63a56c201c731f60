import { emptyBits, hasBit, intersection, members, overlaps, setBit } from '../../aws/actions/bits.ts'
import { ACTION_COUNT, actionFacts } from '../../aws/actions/catalogue.ts'
import { lazy } from '../../core/lazy.ts'
import type { Statement } from '../../core/policy.ts'
import type { Leaf } from '../../core/value.ts'
import { changingActions, isCreator, isReader } from '../actions.ts'
import { isOpenAllowEntry, type Permissions, reachedBy } from '../grants.ts'
import { type Danger, defineDanger } from './danger.ts'

/** Actions on every resource that could be narrowed, by the statement that grants them. */
export interface Unnarrowed {
  readonly statement: Statement
  readonly resource: Leaf
  /** Action numbers. */
  readonly actions: readonly number[]
}

export const resourceWildcard: Danger<Unnarrowed> = defineDanger({
  id: 'resource-wildcard',
  example: [{ Action: ['sqs:SendMessage', 'dynamodb:PutItem'] }],
  find: unnarrowedIn,
  untold(found, said) {
    if (found.length === 0) return found
    const bits = said.bits()
    const left = found
      .map((one) => ({ ...one, actions: one.actions.filter((id) => !hasBit(bits, id)) }))
      .filter(({ actions }) => actions.length > 0)
    // A statement is told once, at the first of its resources.
    return left.filter((one) => left.find(({ statement }) => statement === one.statement) === one)
  },
})

/** Actions that change something and need a resource, granted on every one; each of a statement's resources by itself. */
function unnarrowedIn(permissions: Permissions): Unnarrowed[] {
  const narrowable = narrowableActions()
  const found: Unnarrowed[] = []
  for (const allowEntry of permissions.allowEntries) {
    if (!isOpenAllowEntry(allowEntry) || !allowEntry.resource) continue
    const wide = reachedBy(allowEntry, 'wide', permissions.unit)
    if (!overlaps(wide, narrowable)) continue
    const actions = [...members(intersection(wide, narrowable))]
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
