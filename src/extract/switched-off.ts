import type { AnyNode, MadeOnly } from '../core/node.ts'

/** Something that is not made as things stand, and all that stands below its address. */
export interface SwitchedOff {
  readonly address: string
  readonly madeOnly: MadeOnly
}

/** The nodes, with when those would be made that are switched off. */
export function withSwitches(nodes: readonly AnyNode[], off: readonly SwitchedOff[]): AnyNode[] {
  if (off.length === 0) return [...nodes]
  return nodes.map((node) => {
    const found = off.find(({ address }) => isAt(node.anchor, address))
    return found ? { ...node, madeOnly: found.madeOnly } : node
  })
}

function isAt(anchor: string, address: string): boolean {
  return anchor.startsWith(address) && !/^[\w-]/.test(anchor.slice(address.length))
}
