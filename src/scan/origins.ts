import type { AnyNode, PolicyNode, Related } from '../core/node.ts'
import type { Span } from '../core/source.ts'
import type { Leaf } from '../core/value.ts'

/** So many places are named when a list is taken in from elsewhere. */
const MOST_ORIGINS = 3

/**
 * Where the values are written that a policy takes in at `span`: a finding stands where a value is used, and people
 * want to see the variable's default that made it so.
 */
export function originsAt(node: AnyNode, span: Span): Related[] {
  if (node.kind !== 'policy') return []
  const places = originsOf(node).get(placeOf(span))
  return [...(places?.values() ?? [])]
    .slice(0, MOST_ORIGINS)
    .map((place) => ({ span: place, message: 'the value comes from here' }))
}

type Origins = ReadonlyMap<string, ReadonlyMap<string, Span>>

/** Once a policy, however many findings there are in it. */
const KNOWN = new WeakMap<PolicyNode, Origins>()

function originsOf(node: PolicyNode): Origins {
  const known = KNOWN.get(node)
  if (known) return known
  const origins = new Map<string, Map<string, Span>>()
  for (const { origin, span } of node.document.statements.flatMap(leavesOf)) {
    if (!origin) continue
    const places = origins.get(placeOf(span)) ?? new Map<string, Span>()
    origins.set(placeOf(span), places.set(placeOf(origin), origin))
  }
  KNOWN.set(node, origins)
  return origins
}

const placeOf = ({ uri, start }: Span): string => `${start}:${uri}`

type Statement = PolicyNode['document']['statements'][number]

function leavesOf(statement: Statement): Leaf[] {
  const { effect, actions, notActions, resources, notResources, principals, notPrincipals, conditions } = statement
  return [
    effect,
    ...actions,
    ...notActions,
    ...resources,
    ...notResources,
    ...principals.map(({ value }) => value),
    ...notPrincipals.map(({ value }) => value),
    ...conditions.flatMap(({ operator, key, values }) => [operator, key, ...values]),
  ]
}
