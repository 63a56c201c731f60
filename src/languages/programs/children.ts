import type { SyntaxNode } from '@lezer/common'

/**
 * The first child of this kind. `getChild` of the library walks back to the top for each question, so a deep nest of brackets
 * takes the square of its depth.
 */
export function childOf(node: SyntaxNode, kind: string): SyntaxNode | null {
  for (let child = node.firstChild; child; child = child.nextSibling) if (child.type.is(kind)) return child
  return null
}

/** All children of this kind, in their order. */
export function childrenOf(node: SyntaxNode, kind: string): SyntaxNode[] {
  const found: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) if (child.type.is(kind)) found.push(child)
  return found
}
