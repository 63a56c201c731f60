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
export class Origins {
  readonly #known = new Map<PolicyDocument, ReadonlyMap<string, readonly Span[]>>()

  at(node: AnyNode, span: Span): Related[] {
    if (node.kind !== 'policy') return []
    let origins = this.#known.get(node.document)
    if (!origins) this.#known.set(node.document, (origins = originsIn(node.document)))
    const places = origins.get(placeOf(span)) ?? []
    return places.map((place) => ({ span: place, message: 'the value comes from here' }))
  }
}

/** By the place where a value is used. */
function originsIn(document: PolicyDocument): ReadonlyMap<string, readonly Span[]> {
  const found = new Map<string, Span[]>()
  for (const { origin, span } of document.statements.flatMap(leavesOf)) {
    if (!origin) continue
    const places = found.get(placeOf(span)) ?? []
    if (places.length < MOST_ORIGINS && !places.some((place) => placeOf(place) === placeOf(origin))) places.push(origin)
    found.set(placeOf(span), places)
  }
  return found
}

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
