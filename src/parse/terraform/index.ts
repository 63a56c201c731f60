import type { Tree } from '../../core/tree.ts'
import type { Parsed } from '../parsed.ts'
import { type ModuleGraph, moduleGraph } from './graph.ts'
import { moduleDirs, moduleLoader } from './module.ts'
import { nodesOf } from './nodes.ts'
import { budgetNotification, evaluateUnit } from './unit.ts'

export { relatedModules } from './graph.ts'
export { moduleDirs } from './module.ts'

/**
 * The Terraform modules of a tree, each that no other module calls as one unit, with the local modules that it calls.
 * Of `dirs` only those are given that are such units; `relatedModules` says which they are after a change.
 */
export function* parseModules(tree: Tree, dirs?: Iterable<string>): Generator<Parsed> {
  const load = moduleLoader(tree)
  const graph: ModuleGraph = moduleGraph(tree, load)
  const wanted = dirs && new Set(dirs)
  for (const dir of moduleDirs(tree)) {
    if (!graph.isRoot(dir) || (wanted && !wanted.has(dir))) continue
    const source = load(dir)
    if (!source) continue
    const unit = evaluateUnit(tree, source, load)
    const { nodes, notifications } = nodesOf(unit)
    yield {
      unit: dir,
      nodes,
      notifications: [...unit.run.notifications, ...notifications, ...budgetNotification(unit)],
      files: [...unit.run.files],
      reads: [...unit.run.reads],
    }
  }
}
