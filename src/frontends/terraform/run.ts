import type { Tree } from '../../core/tree.ts'
import { evaluate } from './evaluate.ts'
import type { ModuleSource, Run } from './scope.ts'
import { evaluateParts } from './template.ts'

/** Steps, characters and modules that one unit may take; real ones take a hundredth. */
const MOST_STEPS = 3_000_000
const MOST_CHARACTERS = 30_000_000
const MOST_MODULES = 1_000

export type Loader = (dir: string) => ModuleSource | undefined

export function newRun(tree: Tree, load: Loader, sources: readonly ModuleSource[]): Run {
  return {
    tree,
    reads: new Set(),
    files: new Set(sources.flatMap((source) => [...source.files, ...source.givenFiles])),
    notifications: sources.flatMap((source) => source.notifications),
    budget: { steps: MOST_STEPS, characters: MOST_CHARACTERS, modules: MOST_MODULES, depth: 0, exceeded: false },
    weights: new Map(),
    configurations: new Map(),
    evaluate,
    evaluateParts,
    load,
  }
}
