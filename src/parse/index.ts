import type { Source } from '../core/source.ts'
import type { Tree } from '../core/tree.ts'
import type { Parsed } from './parsed.ts'

/** Every unit of a snapshot, or those that the given paths belong to. */
export function* parseTree(_tree: Tree, _paths?: Iterable<string>): Generator<Parsed> {}

/** A file on its own: a blob in the middle of a history, standard input. */
export function parseSource(source: Source): Parsed {
  return { unit: source.uri, nodes: [], notifications: [], files: [source.uri], reads: [] }
}

/** Paths to be parsed again when `changed` changed: a superset, cheaply found. */
export function affectedPaths(_tree: Tree, changed: Iterable<string>): Set<string> {
  return new Set(changed)
}
