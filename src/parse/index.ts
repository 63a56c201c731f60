import type { AnyNode } from '../core/node.ts'
import type { Source } from '../core/source.ts'
import type { Tree } from '../core/tree.ts'
import { type Kind, kindOf, kindOfUnnamed, mayBeScript } from './dispatch.ts'
import type { Parsed } from './parsed.ts'

export type { Parsed } from './parsed.ts'

/**
 * Every unit of a snapshot, or those that the files at `paths` belong to. A file that another unit takes in (a policy
 * by `file()`, a script as user-data) is judged there, with its consumer in sight, and not a second time on its own.
 */
export function* parseTree(tree: Tree, paths: Iterable<string> = tree.paths): Generator<Parsed> {
  const files = [...new Set(paths)].filter((path) => tree.has(path)).sort()
  const taken = new Set<string>()
  const later: { path: string; kind: Kind }[] = []
  const held: Parsed[] = []
  for (const path of files) {
    const kind = kindOf(path) ?? unnamedKind(path, tree)
    if (!kind) continue
    if (!kind.takesIn) {
      later.push({ path, kind })
      continue
    }
    const parsed = parseFile(path, kind, tree)
    if (!parsed) continue
    for (const read of parsed.reads) taken.add(read)
    held.push(parsed)
  }
  for (const { path, kind } of later) {
    const parsed = taken.has(path) ? undefined : parseFile(path, kind, tree)
    if (!parsed) continue
    for (const read of parsed.reads) taken.add(read)
    held.push(parsed)
  }
  for (const parsed of held) yield taken.has(parsed.unit) ? withoutScripts(parsed) : parsed
}

/** A file on its own: a blob in the middle of a history, standard input. */
export function parseSource(source: Source): Parsed {
  const tree: Tree = {
    paths: [source.uri],
    has: (path) => path === source.uri,
    read: (path) => (path === source.uri ? source : undefined),
  }
  const [parsed] = parseTree(tree)
  return parsed ?? { unit: source.uri, nodes: [], notifications: [], files: [source.uri], reads: [] }
}

/** Paths to be parsed again when `changed` changed: a superset, cheaply found. */
export function affectedPaths(_tree: Tree, changed: Iterable<string>): Set<string> {
  return new Set(changed)
}

function unnamedKind(path: string, tree: Tree): Kind | undefined {
  const source = mayBeScript(path) ? tree.read(path) : undefined
  return source && kindOfUnnamed(source)
}

function parseFile(path: string, kind: Kind, tree: Tree): Parsed | undefined {
  const source = tree.read(path)
  if (!source || source.text.trim() === '') return undefined
  const read = kind.read(source, tree)
  if (read.nodes.length === 0 && read.notifications.length === 0 && read.reads.length === 0) return undefined
  return { unit: path, files: [path], ...read }
}

function withoutScripts(parsed: Parsed): Parsed {
  const nodes = parsed.nodes.filter((node: AnyNode) => node.kind !== 'script')
  return { ...parsed, nodes }
}
