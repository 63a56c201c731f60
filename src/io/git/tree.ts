import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from '../../core/source.ts'
import type { Tree } from '../../core/tree.ts'
import { decodeBytes } from '../../parse/decode/bytes.ts'
import { isInside, readInside, shownPath } from './disk.ts'
import { DEFAULT_MAX_BYTES, readBlobsNow } from './objects.ts'
import type { Repository } from './repository.ts'
import type { SkipLog } from './skipped.ts'
import { type Entry, type EntryKind, sourceFrom, sourceOf } from './snapshot.ts'

/** So many characters of text are kept; what was asked for longest ago goes first. */
const CACHE_CHARACTERS = 32 * 1024 * 1024

/** Files on disk, read when asked for. `root` is absolute and free of symlinks. */
export function diskTree(
  root: string,
  entries: readonly Entry[],
  skipped: SkipLog,
  maxBytes = DEFAULT_MAX_BYTES,
  nameOf: (path: string) => Buffer | undefined = () => undefined,
): Tree {
  const files = filesOf(entries)
  const texts = createCache<Source | undefined>((source) => source?.text.length ?? 0)
  /** Where a symlink leads, if that is a file of the snapshot. */
  const follow = (path: string): string | undefined => {
    try {
      const real = realpathSync.native(join(root, path))
      return isInside(root, real) ? shownPath(root, real) : undefined
    } catch {
      return undefined
    }
  }
  return treeOf(files, follow, (entry) =>
    texts.get(entry.path, () => {
      const bytes = readInside(root, entry, skipped, maxBytes, nameOf(entry.path))
      return bytes && sourceOf(entry.path, bytes, skipped)
    }),
  )
}

/** Files of a commit or of the index: read when they are asked for, and many of those in `ahead` along with the first. */
export function storedTree(
  repository: Repository,
  entries: readonly Entry[],
  ahead: (path: string) => boolean,
  skipped: SkipLog,
  options: { readonly maxBytes?: number; readonly commit?: string },
): Tree {
  const files = filesOf(entries)
  const contents = contentsOf(repository, options.maxBytes)
  const neighbours = neighboursIn(entries.filter(({ path, kind }) => isText(kind) && ahead(path)))
  let links: ReadonlyMap<string, string> | undefined
  const readLinks = (): ReadonlyMap<string, string> => {
    const symlinks = entries.filter(({ kind }) => kind === 'symlink')
    return new Map(
      symlinks.flatMap(({ path, blob }) => {
        const content = contents(blob!, () => symlinks.map((one) => one.blob!))
        return typeof content === 'string' ? [] : [[path, content.text] as const]
      }),
    )
  }
  return treeOf(
    files,
    (path) => followLinks(path, (links ??= readLinks())),
    ({ path, blob }) => {
      const content = contents(blob!, () => neighbours(path))
      if (content !== 'unreadable') return sourceFrom(path, content, skipped, options.commit)
      skipped.add('unreadable-file', path, 'it is too large, or not in the repository')
      return undefined
    },
  )
}

function isText(kind: EntryKind): boolean {
  return kind === 'file' || kind === 'executable'
}

/** The blobs to read along with that of a path: those of its kind after it first, then any other. */
function neighboursIn(entries: readonly Entry[]): (path: string) => Iterable<string> {
  const kinds = new Map<string, Entry[]>()
  for (const entry of entries) {
    const others = kinds.get(extensionOf(entry.path))
    if (others) others.push(entry)
    else kinds.set(extensionOf(entry.path), [entry])
  }
  return function* (path) {
    for (const entry of kinds.get(extensionOf(path)) ?? []) if (entry.path > path) yield entry.blob!
    for (const entry of entries) yield entry.blob!
  }
}

function extensionOf(path: string): string {
  return /\.[^./]*$/.exec(path)?.[0] ?? ''
}

type Content = ReturnType<typeof decodeBytes> | 'unreadable'
type Contents = (blob: string, along: () => Iterable<string>) => Content

/** So many blobs are read along with one that is asked for. */
const BATCH = 500

/** By id, and the same for all trees of a repository: what two commits have in common is read once. */
function contentsOf(repository: Repository, maxBytes = DEFAULT_MAX_BYTES): Contents {
  const kept =
    maxBytes === DEFAULT_MAX_BYTES ? (KEPT.get(repository) ?? createCache(charactersOf)) : createCache(charactersOf)
  if (maxBytes === DEFAULT_MAX_BYTES) KEPT.set(repository, kept)
  return (blob, along) =>
    kept.get(blob, () => {
      const wanted = new Set([blob])
      for (const other of along()) {
        if (wanted.size > BATCH) break
        if (!kept.has(other)) wanted.add(other)
      }
      const found = readBlobsNow(repository, [...wanted], maxBytes)
      for (const [other, bytes] of found) if (other !== blob) kept.put(other, decodeBytes(bytes))
      const bytes = found.get(blob)
      return bytes ? decodeBytes(bytes) : 'unreadable'
    })
}

const KEPT = new WeakMap<Repository, Cache<Content>>()

function charactersOf(content: Content): number {
  return typeof content === 'string' ? 0 : content.text.length
}

/** Keeps values up to a total weight. */
interface Cache<Value> {
  has(key: string): boolean
  /** `read` when it is not there. */
  get(key: string, read: () => Value): Value
  put(key: string, value: Value): void
}

function createCache<Value>(weigh: (value: Value) => number, limit = CACHE_CHARACTERS): Cache<Value> {
  const kept = new Map<string, Value>()
  let weight = 0
  const put = (key: string, value: Value): void => {
    kept.set(key, value)
    weight += weigh(value)
    for (const [oldest, old] of kept) {
      if (weight <= limit || oldest === key) break
      kept.delete(oldest)
      weight -= weigh(old)
    }
  }
  return {
    has: (key) => kept.has(key),
    put,
    get(key, read) {
      if (!kept.has(key)) {
        const value = read()
        put(key, value)
        return value
      }
      // Asked for last: to the end of the Map's order.
      const value = kept.get(key)!
      kept.delete(key)
      kept.set(key, value)
      return value
    },
  }
}

function filesOf(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.filter((entry) => entry.kind !== 'submodule').map((entry) => [entry.path, entry]))
}

function treeOf(
  files: ReadonlyMap<string, Entry>,
  follow: (path: string) => string | undefined,
  read: (entry: Entry) => Source | undefined,
): Tree {
  const resolve = (path: string): Entry | undefined => {
    const entry = files.get(path)
    if (entry && entry.kind !== 'symlink') return entry
    const target = follow(path)
    const led = target === undefined ? undefined : files.get(target)
    return led?.kind === 'symlink' ? undefined : led
  }
  return {
    paths: [...files.keys()],
    has: (path) => resolve(path) !== undefined,
    read: (path) => {
      const entry = resolve(path)
      return entry && read(entry)
    },
  }
}

/** Where `path` leads when its parts are symlinks of the snapshot; undefined out of the tree, or round in a circle. */
export function followLinks(path: string, links: ReadonlyMap<string, string>): string | undefined {
  let rest = path.split('/')
  const done: string[] = []
  for (let hops = 0; rest.length > 0; ) {
    const [part, ...after] = rest
    rest = after
    if (part === '' || part === '.') continue
    if (part === '..') {
      if (done.length === 0) return undefined
      done.pop()
      continue
    }
    const here = [...done, part!].join('/')
    const target = links.get(here)
    if (target === undefined) done.push(part!)
    else {
      if (++hops > 40 || target.startsWith('/')) return undefined
      rest = [...target.split('/'), ...rest]
    }
  }
  return done.join('/')
}
