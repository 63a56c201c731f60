import type { AnyNode, Related } from '../core/node.ts'
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
  const places = new Map<string, Span>()
  for (const { origin, span: used } of node.document.statements.flatMap(leavesOf)) {
    if (origin && used.uri === span.uri && used.start === span.start)
      places.set(`${origin.uri}:${origin.start}`, origin)
  }
  return [...places.values()]
    .slice(0, MOST_ORIGINS)
    .map((place) => ({ span: place, message: 'the value comes from here' }))
}

type Statement = Extract<AnyNode, { kind: 'policy' }>['document']['statements'][number]

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
