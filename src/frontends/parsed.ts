import type { Notification } from '../core/finding.ts'
import type { AnyNode } from '../core/node.ts'

/**
 * What a front end makes of one unit: a Terraform module directory, a template, a script.
 * `reads` are the paths that it took in besides its own files (templates, policies by `file()`), so that these are
 * not judged a second time on their own, and so that a change to one of them is known to concern this unit.
 */
export interface Parsed {
  readonly unit: string
  readonly nodes: readonly AnyNode[]
  readonly notifications: readonly Notification[]
  readonly files: readonly string[]
  readonly reads: readonly string[]
  /** Other files that it makes something of, which are units of their own: templates of nested stacks. */
  readonly makes?: readonly string[]
}
