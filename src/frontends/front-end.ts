import type { Notification } from '../core/finding.ts'
import type { AnyNode } from '../core/node.ts'
import type { Source } from '../core/source.ts'
import type { Tree } from '../core/tree.ts'

/** What a front end made of one file. */
export interface Read {
  readonly nodes: readonly AnyNode[]
  readonly notifications: readonly Notification[]
  /** Other files that it took in. */
  readonly reads: readonly string[]
}

/** One file becomes nodes; what it refers to is read from the tree. */
export type FrontEnd = (source: Source, tree: Tree) => Read

export const NOTHING: Read = { nodes: [], notifications: [], reads: [] }

export function readOf(nodes: readonly AnyNode[], notifications: readonly Notification[] = []): Read {
  return { nodes, notifications, reads: [] }
}
