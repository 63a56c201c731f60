import { realpathSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Source } from '../../core/source.ts'
import { rememberingTree, type Tree } from '../../core/tree.ts'
import { type Along, contentsOf, createCache } from './contents.ts'
import { isInside, readInside, shownPath } from './disk.ts'
import { DEFAULT_MAX_BYTES } from './objects.ts'
import type { Repository } from './repository.ts'
import type { SkipLog } from './skipped.ts'
import { type Ahead, type Entry, sourceFrom, sourceOf } from './snapshot.ts'

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
      return typeof bytes === 'object' ? sourceOf(entry.path, bytes, skipped) : undefined
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

/** The blobs to read along with that of a path: what will be asked for with it, or what may be, its kind first. */
function neighboursIn(files: ReadonlyMap<string, Entry>, { together, perhaps }: Ahead): (path: string) => Along {
  const groups = together.map((paths) => new Map(paths.flatMap((path) => blobAt(files, path))))
  let others: readonly Entry[] | undefined
  return (path) => {
    const group = groups.find((paths) => paths.has(path))
    if (group) return { blobs: [...group.values()], each: 1 << 20, all: 1 << 24 }
    others ??= [...files.values()].filter((entry) => entry.kind !== 'symlink' && perhaps(entry.path))
    const extension = extname(path)
    const after = others.filter((other) => other.path > path && extname(other.path) === extension)
    return { blobs: [...after, ...others].map(({ blob }) => blob!), each: 1 << 16, all: 1 << 22 }
  }
}

function blobAt(files: ReadonlyMap<string, Entry>, path: string): (readonly [string, string])[] {
  const entry = files.get(path)
  return entry ? [[path, entry.blob!]] : []
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
  return rememberingTree({
    paths: [...files.keys()],
    has: (path) => resolve(path) !== undefined,
    read: (path) => {
      const entry = resolve(path)
      return entry && read(entry)
    },
  })
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
