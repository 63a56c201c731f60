import type { AnyNode, MadeOnly, Related } from '../core/node.ts'

/**
 * What other values of variables or parameters make of a unit, if that is another grant than without them: then all of
 * who may do what, since one decides about the other. `told` says which values these are.
 */
export function nodesOtherThan(plain: readonly AnyNode[], nodes: readonly AnyNode[], told: Related): AnyNode[] {
  const known = new Set(plain.filter(isGrant).map(wordsOf))
  const isNew = (node: AnyNode): boolean => isGrant(node) && !known.has(wordsOf(node))
  if (!nodes.some(isNew)) return []
  return nodes
    .filter((node) => isGrant(node) || node.kind === 'identity' || node.kind === 'resource')
    .map((node) => (node.kind === 'policy' && isNew(node) ? { ...node, related: [...node.related, told] } : node))
}

/** What a value makes that may be given and is not as things stand: the grants that nothing else makes, with when they are made. */
export function nodesOnlyWith(plain: readonly AnyNode[], nodes: readonly AnyNode[], madeOnly: MadeOnly): AnyNode[] {
  const wordsAlone = ({ madeOnly: _, ...node }: AnyNode): string => wordsOf(node as AnyNode)
  const known = new Set(plain.filter(isGrant).map(wordsAlone))
  return nodes.filter((node) => isGrant(node) && !known.has(wordsAlone(node))).map((node) => ({ ...node, madeOnly }))
}

const isGrant = (node: AnyNode): boolean => node.kind === 'policy' || node.kind === 'attachment'

/** What a node says, wherever it is written. */
function wordsOf(node: AnyNode): string {
  return JSON.stringify(node, (key, value) => (PLACES.has(key) ? undefined : value))
}

const PLACES = new Set(['span', 'keySpan', 'runs', 'related'])

/** May a value say what is granted: an ARN, an action, the name of a policy, an effect? Others choose among what is seen anyway. */
export const saysGrant = (value: string): boolean => /[:*]|access|admin|polic|^(?:allow|deny)$/i.test(value)
