import { count, overlaps } from '../aws/actions/bits.ts'
import type { AnyNode } from '../core/node.ts'
import type { Span } from '../core/source.ts'
import { changingActions } from '../iam/actions.ts'
import { groupedBy } from '../iam/groups.ts'
import { boundaryRemoved, type Compared } from './compared.ts'
import { differenceOf } from './difference.ts'
import { newTrustGrants } from './trust-grants.ts'

/**
 * The nodes of the head whose holders can do nothing that they could not do at the base, where they stood at the same
 * address: what is told of them may be new, as `iam:*` is where `*` stood, but it is no news.
 */
export function unwidenedNodes(before: readonly Compared[], after: readonly Compared[]): ReadonlySet<AnyNode> {
  const old = groupedBy(before, ({ key }) => key)
  const found = new Set<AnyNode>()
  const widened = new Set<AnyNode>()
  for (const now of after) {
    const [one, another] = old.get(now.key) ?? []
    const nodes = one && !another && !isWidened(one, now) ? found : widened
    for (const node of now.nodes) nodes.add(node)
  }
  for (const node of widened) found.delete(node)
  return found
}

/** The nodes whose holder has lost its boundary, with the place of the holder. */
export function unboundNodes(before: readonly Compared[], after: readonly Compared[]): ReadonlyMap<AnyNode, Span> {
  const old = new Map(before.map((one) => [one.key, one]))
  const loose = after.filter((now) => boundaryRemoved(old.get(now.key), now))
  return new Map(loose.flatMap(({ nodes, span }) => nodes.map((node) => [node, span] as const)))
}

/** The nodes whose holder may change things it could change under a condition only, with the line that says which. */
export function unguardedNodes(before: readonly Compared[], after: readonly Compared[]): ReadonlyMap<AnyNode, string> {
  const old = new Map(before.map((one) => [one.key, one]))
  return new Map(
    after.flatMap((now) => {
      const then = old.get(now.key)
      if (!then || now.trustPolicy) return []
      const { added, widened, dropped } = differenceOf(then.granted, now.granted)
      const line = dropped.find((one) => one.startsWith('condition on '))
      const changing = changingActions()
      if (line === undefined || !(overlaps(added, changing) || overlaps(widened, changing))) return []
      return now.nodes.map((node) => [node, line] as const)
    }),
  )
}

/** More can be done, by more people, or within less. */
function isWidened(old: Compared, now: Compared): boolean {
  const { added, widened, dropped } = differenceOf(old.granted, now.granted)
  return (
    count(added) > 0 ||
    count(widened) > 0 ||
    dropped.length > 0 ||
    boundaryRemoved(old, now) ||
    (old.principal?.unknownBoundary && !now.principal?.unknownBoundary) ||
    newTrustGrants(old.trustGrants, now.trustGrants).length > 0
  )
}
