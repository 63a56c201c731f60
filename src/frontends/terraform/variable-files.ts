import type { Notification } from '../../core/finding.ts'
import type { Related } from '../../core/node.ts'
import type { Source } from '../../core/source.ts'
import type { Tree } from '../../core/tree.ts'
import { givensInScript, mayGiveValues } from './given-texts.ts'
import { dirOf, otherVariableFiles, readGivens } from './module.ts'
import type { Bound, ModuleSource } from './scope.ts'

/** A file that is handed over by `-var-file`, with what it gives. */
export interface VariableFile {
  readonly path: string
  /** What in it gives them, where that is not all of it. */
  readonly part?: string
  readonly givens: ReadonlyMap<string, Bound>
}

/**
 * Which modules a variable file may be for, by where it lies: those in its folder and above, the nearest first, and those
 * that lie beside one of these, as `infra/app` does beside `infra/env`.
 */
export function modulesNear(path: string, dirs: readonly string[]): string[][] {
  const here = dirOf(path)
  const above = dirs.filter((dir) => isWithin(here, dir)).sort((a, b) => b.length - a.length)
  const beside = dirs.filter((dir) => dir !== '' && !isWithin(here, dir) && isWithin(here, dirOf(dir)))
  return [...above.map((dir) => [dir]), beside]
}

function isWithin(path: string, dir: string): boolean {
  return dir === '' || path === dir || path.startsWith(`${dir}/`)
}

/**
 * The variable files that fit each module: most of what they give are its variables. The nearest module that fits counts.
 * So do the scripts and pipelines that start Terraform with values, for the modules that they name or lie beside.
 */
export function variableFilesOf(
  tree: Tree,
  dirs: readonly string[],
  load: (dir: string) => ModuleSource | undefined,
  wanted: ReadonlySet<string> = new Set(dirs),
): ReadonlyMap<string, readonly VariableFile[]> {
  const found = new Map<string, VariableFile[]>()
  const add = (dir: string, file: VariableFile): void => void found.set(dir, [...(found.get(dir) ?? []), file])
  for (const path of otherVariableFiles(tree)) {
    const source = tree.read(path)
    if (!source) continue
    const givens = new Map(readGivens(source, []).map((bound) => [bound.attribute.name, bound]))
    const fits = (dir: string): boolean => isFor(givens, load(dir))
    const fitting = modulesNear(path, dirs).find((some) => some.some(fits)) ?? []
    for (const dir of fitting.filter(fits)) add(dir, { path, givens })
  }
  for (const source of dirs.length > 0 ? scriptsOf(tree) : []) {
    const bounds = givensInScript(source)
    for (const dir of bounds.length > 0 ? modulesStartedBy(source, dirs) : []) {
      if (!wanted.has(dir)) continue
      const variables = load(dir)?.variables
      const known = bounds.filter(({ attribute }) => variables?.has(attribute.name))
      if (known.length > 0)
        add(dir, { path: source.uri, givens: new Map(known.map((bound) => [bound.attribute.name, bound])) })
    }
  }
  return found
}

function scriptsOf(tree: Tree): Source[] {
  return tree.paths.filter(mayGiveValues).flatMap((path) => tree.read(path) ?? [])
}

/** Those beside, below or above a script, and those that it names; a pipeline's own folder says nothing. */
export function modulesStartedBy({ uri, text }: Source, dirs: readonly string[]): string[] {
  const here = /^\.\w+\//.test(uri) ? '' : dirOf(uri)
  const named = dirs.filter((dir) => dir !== '' && isNamed(dir, text))
  if (named.length > 0) return named
  const [nearest] = modulesNear(uri, dirs).filter((some) => some.length > 0)
  if (here !== '' || nearest?.[0] === '') return nearest ?? []
  return dirs.length <= MOST_MODULES ? [...dirs] : []
}

function isNamed(dir: string, text: string): boolean {
  for (let at = text.indexOf(dir); at !== -1; at = text.indexOf(dir, at + 1)) {
    if (!/[\w-]/.test(text[at - 1] ?? '') && !/[\w-]/.test(text[at + dir.length] ?? '')) return true
  }
  return false
}

/** A pipeline that names none of so many modules may start any of them. */
const MOST_MODULES = 3

function isFor(givens: ReadonlyMap<string, Bound>, module: ModuleSource | undefined): boolean {
  const known = [...givens.keys()].filter((name) => module?.variables.has(name)).length
  return known > 0 && known * 2 > givens.size
}

/** Files that one module is judged with; a folder for each customer holds hundreds. */
const MOST_FILES = 20

export function judgedWith(files: readonly VariableFile[]): { files: readonly VariableFile[]; left: Notification[] } {
  const first = files[MOST_FILES]
  if (!first) return { files, left: [] }
  const message = `${files.length - MOST_FILES} more variable files fit the module and are not judged with it, ${first.path} the first`
  return {
    files: files.slice(0, MOST_FILES),
    left: [{ level: 'warning', id: 'limit', message, location: { uri: first.path }, files: files.length - MOST_FILES }],
  }
}

/** The module with what the file gives. */
export function withVariableFile(source: ModuleSource, { path, givens }: VariableFile): ModuleSource {
  return { ...source, givens: new Map([...source.givens, ...givens]), givenFiles: [...source.givenFiles, path] }
}

/** Which values these are. */
export function toldOf({ path, part, givens }: VariableFile): Related {
  const [first] = givens.values()
  const span = { uri: path, start: first?.attribute.start ?? 0, end: first?.attribute.end ?? 0 }
  return { span, message: `with the values of ${part ?? path}` }
}
