import type { Source } from '../../core/source.ts'
import { recalled, type Tree } from '../../core/tree.ts'
import { resolveLocal } from './calls.ts'
import { givensInScript, mayGiveValues } from './given-texts.ts'
import { declarationsOf, dirOf, isModuleFile, isVariableFile, moduleDirs, moduleLoader } from './module.ts'
import type { Declaration } from './scope.ts'
import { terragruntStacks, terragruntUnits } from './terragrunt/units.ts'
import { modulesNear, modulesStartedBy } from './variable-files.ts'

/** Which local module calls which. */
export interface ModuleGraph {
  /** No other module calls it, so it is judged by itself. */
  isRoot(dir: string): boolean
  readonly callers: ReadonlyMap<string, ReadonlySet<string>>
  readonly callees: ReadonlyMap<string, ReadonlySet<string>>
  /** Modules that read files by `file()`, `templatefile()` and the like. */
  readonly readers: ReadonlySet<string>
  /** The module and all that it calls, over others too. */
  within(dir: string): readonly string[]
}

/** Asked for what a change concerns, for what belongs to that, and for the evaluation. */
export function moduleGraph(tree: Tree): ModuleGraph {
  return recalled(tree, graphOf)
}

function graphOf(tree: Tree): ModuleGraph {
  const loader = moduleLoader(tree)
  const terragrunt = terragruntUnits(tree)
  const dirs = moduleDirs(tree)
  const callers = new Map<string, Set<string>>()
  const callees = new Map<string, Set<string>>()
  const readers = new Set<string>()
  const known = new Set(dirs)
  const call = (from: string, to: string | undefined): void => {
    if (to === undefined || to === from || !known.has(to)) return
    add(callers, to, from)
    add(callees, from, to)
  }
  for (const dir of dirs) {
    for (const file of loader.filesIn(dir)) {
      const source = tree.read(file)
      if (!source) continue
      if (READS_FILES.test(source.text)) readers.add(dir)
      for (const called of localCalls(source, dir)) call(dir, called)
    }
  }
  for (const { dir, target } of terragrunt) call(dir, target)
  const roots = rootsOf([...new Set([...dirs, ...terragrunt.map((unit) => unit.dir)])], callers, callees)
  return { isRoot: (dir) => roots.has(dir), callers, callees, readers, within: (dir) => [...reach([dir], callees)] }
}

/** The directories that a file's `module` blocks name; only files that could have any are parsed. */
function localCalls(source: Source, dir: string): string[] {
  if (!/\b(?:module|component|stack)\b/.test(source.text) || !/"\.\.?[/\\"]/.test(source.text)) return []
  return declarationsOf(source, []).flatMap((declaration) => {
    const called = CALLS.has(declaration.type) ? literalSource(dir, declaration) : undefined
    return called === undefined ? [] : [called]
  })
}

const CALLS = new Set(['module', 'component', 'stack'])

/** `file` is a word of prose too, so it must be a call. */
const READS_FILES = /\b(?:file|filebase64|templatefile|fileset|fileexists)[ \t]*\(|\btemplate_file\b|\bscripts?\b/

/**
 * The modules whose outcome may change when the files at `changed` change, and those they call or that call them: a
 * superset, found without evaluating anything. Ask it of both sides of a comparison.
 */
export function relatedModules(tree: Tree, changed: readonly string[]): Set<string> {
  if (changed.length === 0) return new Set()
  const units = terragruntUnits(tree)
  const graph = moduleGraph(tree)
  const dirs = moduleDirs(tree)
  const start = new Set<string>()
  let other = false
  for (const path of changed) {
    if (isModuleFile(path)) start.add(dirOf(path))
    else other = true
    // The values of a file that is handed over by `-var-file` may be for any module near it.
    if (isVariableFile(path)) for (const dir of modulesNear(path, dirs).flat()) start.add(dir)
    const script = mayGiveValues(path) ? tree.read(path) : undefined
    if (script && givensInScript(script).length > 0) for (const dir of modulesStartedBy(script, dirs)) start.add(dir)
  }
  const also = new Set(changed)
  for (const { dir, takes } of units) if (takes.some((path) => also.has(path))) start.add(dir)
  const dependents = new Map<string, Set<string>>()
  for (const { dir, dependencies } of units) for (const one of dependencies) add(dependents, one, dir)
  for (const { dir, uses } of terragruntStacks(tree)) for (const one of uses) add(dependents, one, dir)
  // Which file a module reads shows only when it is evaluated.
  if (other) for (const dir of graph.readers) start.add(dir)
  const above = reach(start, graph.callers, dependents)
  const related = new Set([...above, ...reach(start, graph.callees)])
  // A module that is called no more, or newly, has new roots above it.
  return reach(related, graph.callers)
}

function reach(start: Iterable<string>, ...edges: readonly ReadonlyMap<string, ReadonlySet<string>>[]): Set<string> {
  const found = new Set(start)
  for (const dir of found) for (const some of edges) for (const next of some.get(dir) ?? []) found.add(next)
  return found
}

/** Modules that no other calls; of a circle that nobody enters, the first. */
function rootsOf(
  dirs: readonly string[],
  callers: ReadonlyMap<string, ReadonlySet<string>>,
  callees: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const roots = new Set(dirs.filter((dir) => !callers.has(dir)))
  const reached = reach(roots, callees)
  for (const dir of dirs) {
    if (reached.has(dir)) continue
    roots.add(dir)
    for (const next of reach([dir], callees)) reached.add(next)
  }
  return roots
}

function literalSource(dir: string, declaration: Declaration): string | undefined {
  const bound = declaration.attributes.get('source')
  const value = bound?.attribute.value
  const text = bound?.origin.text.value ?? ''
  if (value?.kind === 'template' && value.parts.length === 1 && value.parts[0]!.kind === 'text') {
    return resolveLocal(dir, text.slice(value.parts[0]!.start, value.parts[0]!.end))
  }
  return value?.kind === 'json' && value.value.kind === 'string' ? resolveLocal(dir, value.value.text.value) : undefined
}

function add(edges: Map<string, Set<string>>, from: string, to: string): void {
  const known = edges.get(from)
  if (known) known.add(to)
  else edges.set(from, new Set([to]))
}
