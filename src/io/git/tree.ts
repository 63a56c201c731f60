import { realpathSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Source } from '../../core/source.ts'
import type { Tree } from '../../core/tree.ts'
import { decodeBytes } from '../../parse/decode/bytes.ts'
import { isInside, readInside, shownPath } from './disk.ts'
import { DEFAULT_MAX_BYTES, readBlobsNow, sizesNow } from './objects.ts'
import type { Repository } from './repository.ts'
import type { SkipLog } from './skipped.ts'
import { type Ahead, type Entry, sourceFrom, sourceOf } from './snapshot.ts'

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

/** Files of a commit or of the index: read when they are asked for, and others that will be along with them. */
export function storedTree(
  repository: Repository,
  entries: readonly Entry[],
  ahead: Ahead,
  skipped: SkipLog,
  options: { readonly maxBytes?: number; readonly commit?: string },
): Tree {
  const files = filesOf(entries)
  const contents = contentsOf(repository, options.maxBytes)
  const neighbours = neighboursIn(files, ahead)
  let links: ReadonlyMap<string, string> | undefined
  const readLinks = (): ReadonlyMap<string, string> => {
    const symlinks = entries.filter(({ kind }) => kind === 'symlink')
    return new Map(
      symlinks.flatMap(({ path, blob }) => {
        const content = contents(blob!, () => ({
          blobs: symlinks.map((one) => one.blob!),
          each: 1 << 16,
          all: 1 << 22,
        }))
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

/** The blobs to read along with that of a path: what will be asked for surely, or what may be, its kind first. */
function neighboursIn(files: ReadonlyMap<string, Entry>, { surely, perhaps }: Ahead): (path: string) => Along {
  const sure = new Map(surely.flatMap((path) => (files.has(path) ? [[path, files.get(path)!.blob!]] : [])))
  const others = [...files.values()].filter(({ path, kind }) => kind !== 'symlink' && perhaps(path))
  return (path) => {
    if (sure.has(path)) return { blobs: [...sure.values()], each: 1 << 20, all: 1 << 24 }
    const extension = extname(path)
    const after = others.filter((other) => other.path > path && extname(other.path) === extension)
    return { blobs: [...after, ...others].map(({ blob }) => blob!), each: 1 << 16, all: 1 << 22 }
  }
}

type Content = ReturnType<typeof decodeBytes> | 'unreadable'
type Contents = (blob: string, along: () => Along) => Content

/** What to read along with a blob, in this order: files of `each` bytes at most, and `all` bytes together. */
interface Along {
  readonly blobs: readonly string[]
  readonly each: number
  readonly all: number
}

/** So many blobs are thought of when one is asked for. */
const THOUGHT_OF = 1000

/** By id, and the same for all trees of a repository: what two commits have in common is read once. */
function contentsOf(repository: Repository, maxBytes = DEFAULT_MAX_BYTES): Contents {
  const shared = maxBytes === DEFAULT_MAX_BYTES
  const kept = (shared && KEPT.get(repository)) || createCache(charactersOf)
  if (shared) KEPT.set(repository, kept)
  return (blob, along) =>
    kept.get(blob, () => {
      const others = fitting(repository, along(), (other) => other === blob || kept.has(other))
      const found = readBlobsNow(repository, [blob, ...others.ids], maxBytes + others.bytes)
      for (const [other, bytes] of found) if (other !== blob) kept.put(other, decodeBytes(bytes))
      const bytes = found.get(blob)
      return bytes && bytes.length <= maxBytes ? decodeBytes(bytes) : 'unreadable'
    })
}

function fitting(repository: Repository, { blobs, each, all }: Along, known: (blob: string) => boolean) {
  const ids = new Set(blobs.filter((blob) => !known(blob)).slice(0, THOUGHT_OF))
  let bytes = 0
  for (const [id, size] of ids.size === 0 ? [] : sizesNow(repository, [...ids])) {
    if (size <= each && bytes + size <= all) bytes += size
    else ids.delete(id)
  }
  return { ids: [...ids], bytes }
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
