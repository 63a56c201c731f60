import type { AnyNode, Related } from '../core/node.ts'
import type { PolicyDocument, Statement } from '../core/policy.ts'
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
  const places = originsIn(node.document).get(placeOf(span)) ?? []
  return places.map((place) => ({ span: place, message: 'the value comes from here' }))
}

/** By the place where a value is used; worked out once for all findings of a document. */
function originsIn(document: PolicyDocument): ReadonlyMap<string, readonly Span[]> {
  const known = origins.get(document)
  if (known) return known
  const found = new Map<string, Span[]>()
  for (const { origin, span } of document.statements.flatMap(leavesOf)) {
    if (!origin) continue
    const places = found.get(placeOf(span)) ?? []
    if (places.length < MOST_ORIGINS && !places.some((place) => placeOf(place) === placeOf(origin))) places.push(origin)
    found.set(placeOf(span), places)
  }
  origins.set(document, found)
  return found
}

const origins = new WeakMap<PolicyDocument, ReadonlyMap<string, readonly Span[]>>()

const placeOf = ({ uri, start }: Span): string => `${uri}:${start}`

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
