import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from '../../core/source.ts'
import type { Tree } from '../../core/tree.ts'
import { isInside, readInside, shownPath } from './disk.ts'
import { gitSync } from './git.ts'
import { DEFAULT_MAX_BYTES } from './objects.ts'
import type { Repository } from './repository.ts'
import type { SkipLog } from './skipped.ts'
import { type Entry, sourceOf } from './snapshot.ts'

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
  const texts = createTextCache()
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

/** Files of a commit or of the index: read ahead into `texts`, by a process of its own where that was not done. */
export function storedTree(
  repository: Repository,
  entries: readonly Entry[],
  links: ReadonlyMap<string, string>,
  texts: TextCache,
  skipped: SkipLog,
  options: { readonly maxBytes?: number; readonly commit?: string },
): Tree {
  const { maxBytes = DEFAULT_MAX_BYTES, commit } = options
  return treeOf(
    filesOf(entries),
    (path) => followLinks(path, links),
    (entry) =>
      texts.get(entry.path, () => {
        const bytes = gitSync(repository, ['cat-file', 'blob', entry.blob!], maxBytes)
        if (bytes) return sourceOf(entry.path, bytes, skipped, commit)
        skipped.add('unreadable-file', entry.path, 'it is too large, or not in the repository')
        return undefined
      }),
  )
}

export interface TextCache {
  /** `undefined` is remembered too. */
  get(path: string, read: () => Source | undefined): Source | undefined
  /** False when there is no room. */
  put(path: string, source: Source | undefined): boolean
}

/** Keeps texts up to a total size. */
export function createTextCache(limit = CACHE_CHARACTERS): TextCache {
  const kept = new Map<string, Source | undefined>()
  let size = 0
  const weight = (source: Source | undefined): number => source?.text.length ?? 0
  const keep = (path: string, source: Source | undefined): void => {
    kept.set(path, source)
    size += weight(source)
  }
  return {
    get(path, read) {
      const known = kept.has(path)
      const source = known ? kept.get(path) : read()
      // Asked for last: to the end of the Map's order.
      if (known) kept.delete(path)
      else size += weight(source)
      kept.set(path, source)
      for (const [oldest, old] of kept) {
        if (size <= limit || oldest === path) break
        kept.delete(oldest)
        size -= weight(old)
      }
      return source
    },
    put(path, source) {
      if (size + weight(source) > limit || kept.has(path)) return false
      keep(path, source)
      return true
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
