import type { Notification } from '../../core/finding.ts'
import type { Related } from '../../core/node.ts'
import type { Tree } from '../../core/tree.ts'
import { dirOf, otherVariableFiles, readGivens } from './module.ts'
import type { Bound, ModuleSource } from './scope.ts'

/** A file that is handed over by `-var-file`, with what it gives. */
export interface VariableFile {
  readonly path: string
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

/** The variable files that fit each module: most of what they give are its variables. The nearest module that fits counts. */
export function variableFilesOf(
  tree: Tree,
  dirs: readonly string[],
  load: (dir: string) => ModuleSource | undefined,
): ReadonlyMap<string, readonly VariableFile[]> {
  const found = new Map<string, VariableFile[]>()
  for (const path of otherVariableFiles(tree)) {
    const source = tree.read(path)
    if (!source) continue
    const givens = new Map(readGivens(source, []).map((bound) => [bound.attribute.name, bound]))
    const fits = (dir: string): boolean => isFor(givens, load(dir))
    const fitting = modulesNear(path, dirs).find((some) => some.some(fits)) ?? []
    for (const dir of fitting.filter(fits)) found.set(dir, [...(found.get(dir) ?? []), { path, givens }])
  }
  return found
}

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
export function toldOf({ path, givens }: VariableFile): Related {
  const [first] = givens.values()
  const span = { uri: path, start: first?.attribute.start ?? 0, end: first?.attribute.end ?? 0 }
  return { span, message: `with the values of ${path}` }
}
