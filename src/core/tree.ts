import type { Source } from './source.ts'

/**
 * The files of one snapshot as front ends see them: synchronous, since evaluating a module finds out on the way which
 * file it needs next. Paths are relative to the root, with `/`.
 */
export interface Tree {
  /** Every path, sorted. */
  readonly paths: readonly string[]
  has(path: string): boolean
  /** The text of a file; undefined when it is missing, binary, too large or outside the tree. */
  read(path: string): Source | undefined
  /** What `make` makes of the whole tree, worked out when someone first asks. A tree that is looked at once keeps nothing. */
  readonly recall?: <T>(make: (tree: Tree) => T) => T
}

/** The tree with a memory of its own, which is gone with it; for one whose files stay the same and that is asked several times. */
export function rememberingTree(tree: Tree): Tree {
  const known = new Map<unknown, unknown>()
  const whole: Tree = {
    ...tree,
    recall<T>(make: (tree: Tree) => T): T {
      if (!known.has(make)) known.set(make, make(whole))
      return known.get(make) as T
    },
  }
  return whole
}

export function recalled<T>(tree: Tree, make: (tree: Tree) => T): T {
  return tree.recall ? tree.recall(make) : make(tree)
}
