import { directoryOf } from '../compare/compared.ts'
import type { PolicyNode } from '../core/node.ts'
import type { PolicyDocument } from '../core/policy.ts'
import type { Tree } from '../core/tree.ts'
import { affectedPaths, parseTree } from '../frontends/index.ts'

/** Which document stood in the place of a policy at the base; the base is read when somebody first asks. */
export function documentsBefore(
  base: Tree,
  paths: readonly string[],
): (policy: PolicyNode) => PolicyDocument | undefined {
  let known: ReadonlyMap<string, PolicyDocument | undefined> | undefined
  return (policy) => {
    known ??= documentsIn(base, paths)
    return known.get(placeOf(policy))
  }
}

function documentsIn(tree: Tree, paths: readonly string[]): Map<string, PolicyDocument | undefined> {
  const found = new Map<string, PolicyDocument | undefined>()
  for (const { nodes } of parseTree(tree, affectedPaths(tree, paths))) {
    for (const node of nodes) {
      if (node.kind !== 'policy') continue
      const place = placeOf(node)
      // Of two in one place nobody can tell which it was.
      found.set(place, found.has(place) ? undefined : node.document)
    }
  }
  return found
}

const placeOf = ({ span, anchor, document }: PolicyNode): string => `${directoryOf(span)} ${anchor} ${document.role}`
