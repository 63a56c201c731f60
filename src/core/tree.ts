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
}
