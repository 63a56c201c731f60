import { emptyBits, hasBit, intersection, members, overlaps, setBit } from '../../aws/actions/bits.ts'
import { ACTION_COUNT, actionFacts, actionName } from '../../aws/actions/catalogue.ts'
import { lazy } from '../../core/lazy.ts'
import type { Statement } from '../../core/policy.ts'
import type { Leaf } from '../../core/value.ts'
import { changingActions, isCreator, isReader } from '../actions.ts'
import { isOpenAllowEntry, type Permissions, reachedBy } from '../grants.ts'
import { listed, narrowedResources, quote } from '../messages.ts'
import { narrowedToResource } from '../narrowing-edits.ts'
import { type Danger, defineDanger } from './danger.ts'

/** The others are counted. */
const MOST_NAMED = 50

/** Actions on every resource that could be narrowed, by the statement that grants them. */
export interface Unnarrowed {
  readonly statement: Statement
  readonly resource: Leaf
  /** Action numbers. */
  readonly actions: readonly number[]
}

export const resourceWildcard: Danger<Unnarrowed> = defineDanger({
  id: 'resource-wildcard',
  order: 110,
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
  rule: {
    title: 'Policy changes every resource where it could name some',
    severity: 'low',
    fixable: true,
    description:
      'These actions accept a resource, so the policy can say which. Actions that AWS lets nobody narrow, and those that create something whose name is not known yet, are not counted.',
    remediation: 'Put the actions that can be narrowed in a statement of their own, with the ARNs they are used on.',
    cwe: ['CWE-250'],
    references: ['https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html'],
    hits: (told, { unit }) =>
      told.map(({ statement, resource, actions }) => {
        const fix = narrowedToResource(statement, resource, unit)
        const names = actions.slice(0, MOST_NAMED).map(actionName)
        const words = names.map((name) => quote(name))
        return {
          span: resource.span,
          message: `${quote(resource)} lets ${listed(words, 3, actions.length)} act on every resource of their kind.`,
          element: statement.sid?.value ?? names[0]!,
          remediation: `Name the resources: ${narrowedResources(names)}.`,
          properties: { actions: names },
          ...(fix && { fix }),
        }
      }),
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
