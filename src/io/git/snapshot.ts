import type { Source } from '../../core/source.ts'
import type { Tree } from '../../core/tree.ts'
import { type Decoded, decodeBytes } from '../../languages/decode/bytes.ts'
import type { SkipLog } from './skipped.ts'

/** One path of a snapshot. */
export interface Entry {
  /** Relative to the root, with `/`. */
  readonly path: string
  readonly kind: EntryKind
  /** Bytes; known for files on disk only. */
  readonly size?: number
  /** Object id; for commits and the index only. */
  readonly blob?: string
}

export type EntryKind = 'file' | 'executable' | 'symlink' | 'submodule'

/** A file that is not read whole: it is handed out in pieces, which together take no more memory than one. */
export interface LargeFile {
  readonly path: string
  readonly size: number
  pieces(): AsyncIterable<Uint8Array>
}

/** A readable tree: a commit, the index, the working tree, a plain folder, standard input. */
export interface Snapshot {
  /** For people: `commit 1a2b3c4`, `the working tree`. */
  readonly describe: string
  /** Set for a commit. */
  readonly commit?: string
  /** It was handed over to be judged (standard input), and did not stand there before. */
  readonly isInput?: true
  /** What could not be read so far; grows while reading. */
  readonly skipped: SkipLog
  /** Files over the size limit among those that were asked for; grows while reading. */
  readonly large: readonly LargeFile[]
  /** Sorted by path. Submodules and symlinks included. */
  entries(): Promise<readonly Entry[]>
  /**
   * Contents, as a stream and in no particular order. A symlink's content is the path it points to; it is never
   * followed. Entries that cannot be read, submodules and files over the size limit are left out and told to `skipped`.
   */
  readBytes(entries: readonly Entry[]): AsyncIterable<{ readonly entry: Entry; readonly bytes: Uint8Array }>
  /**
   * The snapshot as front ends see it. Files are read when they are asked for, those of `ahead` many at a time; any other
   * one costs a process, and is not there at all if it is on the server only. A symlink that stays inside the tree leads
   * to the file it points to, and the Source then carries that file's path.
   */
  tree(ahead?: Ahead): Promise<Tree>
}

/** What will be asked of a tree: each of these groups at one time, and perhaps some of those. */
export interface Ahead {
  readonly together: readonly (readonly string[])[]
  perhaps(path: string): boolean
}

export interface SnapshotOptions {
  /** Larger files are not read; 10 MiB if absent. */
  readonly maxBytes?: number
}

/** The texts of `entries`; what is binary is told to the snapshot's `skipped`. */
export async function* readSources(
  snapshot: Snapshot,
  entries: readonly Entry[],
): AsyncGenerator<{ readonly entry: Entry; readonly source: Source }> {
  for await (const { entry, bytes } of snapshot.readBytes(entries)) {
    yield { entry, source: sourceOf(entry.path, bytes, snapshot.skipped, snapshot.commit) }
  }
}

/** The text of a file; what is binary, and searched for keys only, is told to `skipped`. */
export function sourceOf(path: string, bytes: Uint8Array, skipped: SkipLog, commit?: string): Source {
  return sourceFrom(path, decodeBytes(bytes), skipped, commit)
}

/** As `sourceOf`, of bytes that were decoded before. */
export function sourceFrom(path: string, decoded: Decoded, skipped: SkipLog, commit?: string): Source {
  if (decoded.encoding === 'binary') skipped.add('binary-file', path)
  if (decoded.text.length < 1024 && decoded.text.startsWith('version https://git-lfs.github.com/spec/')) {
    skipped.add('lfs-pointer', path)
  }
  return { uri: path, text: decoded.text, ...(commit === undefined ? {} : { commit }) }
}

/** Sorted as `Tree.paths` and `entries` promise: by UTF-16 code units, the same on every machine. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}
