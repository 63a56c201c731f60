import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { Problem } from '../core/problem.ts'
import { DEFAULT_MAX_BYTES } from './git/objects.ts'
import { createSkipLog, megabytes, type SkipLog } from './git/skipped.ts'
import { byPath, type Entry, type Snapshot, type SnapshotOptions, sourceOf } from './git/snapshot.ts'
import { diskTree } from './git/tree.ts'

/**
 * A folder that is no git repository, or one file of it. `.gitignore` files in it count as git would take them;
 * nothing else is passed over, but a `.git` inside it, which is told.
 * @throws Problem when the folder cannot be listed.
 */
export function folderSnapshot(path: string, options: SnapshotOptions = {}): Snapshot {
  const start = realFolder(path)
  const isFile = statSync(start).isFile()
  const root = isFile ? dirname(start) : start
  const skipped = createSkipLog()
  let listed: readonly Entry[] | undefined
  const list = (): readonly Entry[] => {
    listed ??= isFile ? fileEntry(root, basename(start), skipped) : walk(root, skipped).sort(byPath)
    return listed
  }
  return {
    describe: isFile ? `the file ${path}` : `the folder ${path}`,
    skipped,
    entries: async () => list(),
    readBytes: (entries) => readFromDisk(root, entries, skipped, options.maxBytes),
    tree: async () => diskTree(root, list(), skipped, options.maxBytes),
  }
}

/** A text that came through a pipe, under the name of the file it stands for. */
export function stdinSnapshot(bytes: Uint8Array, name = '<stdin>'): Snapshot {
  const entry: Entry = { path: name, kind: 'file', size: bytes.length }
  return {
    describe: 'standard input',
    skipped: createSkipLog(),
    entries: async () => [entry],
    async *readBytes(entries) {
      for (const wanted of entries) if (wanted.path === entry.path) yield { entry, bytes }
    },
    tree: async () => {
      const source = sourceOf(entry.path, bytes, createSkipLog())
      return {
        paths: [entry.path],
        has: (path) => path === entry.path,
        read: (path) => (path === entry.path ? source : undefined),
      }
    },
  }
}

/**
 * Reads files under `root` (absolute, free of symlinks) without ever leaving it: see `readInside`.
 * @param nameOf gives the name on disk where it is not the path (names that are not UTF-8).
 */
export async function* readFromDisk(
  root: string,
  entries: readonly Entry[],
  skipped: SkipLog,
  maxBytes = DEFAULT_MAX_BYTES,
  nameOf: (path: string) => Buffer | undefined = () => undefined,
): AsyncGenerator<{ readonly entry: Entry; readonly bytes: Uint8Array }> {
  for (const entry of entries) {
    if (entry.kind === 'submodule') {
      skipped.add('submodule', entry.path)
      continue
    }
    const bytes = readInside(root, entry, skipped, maxBytes, nameOf(entry.path))
    if (bytes) yield { entry, bytes }
  }
}

/**
 * The bytes of one file; a symlink's are the path it points to. Undefined, and told to `skipped`, when the file is too
 * large, cannot be read, is gone, or lies outside `root` by way of a symlinked folder.
 */
export function readInside(
  root: string,
  entry: Entry,
  skipped: SkipLog,
  maxBytes = DEFAULT_MAX_BYTES,
  name?: Buffer,
): Buffer | undefined {
  const path = name ? Buffer.concat([Buffer.from(root + sep), name]) : join(root, entry.path)
  try {
    const parent = realpathSync.native(dirname(join(root, entry.path)))
    if (!isInside(root, parent)) {
      skipped.add('unreadable-file', entry.path, 'its folder is a symlink that leads out of the tree')
      return undefined
    }
    if (entry.kind === 'symlink') return readlinkSync(path, { encoding: 'buffer' })
    const bytes = readRegular(path, maxBytes)
    if (typeof bytes !== 'number') return bytes
    skipped.add('large-file', entry.path, `${megabytes(bytes)}, the limit is ${megabytes(maxBytes)}`)
  } catch (error) {
    skipped.add('unreadable-file', entry.path, whyUnreadable(error as NodeJS.ErrnoException))
  }
  return undefined
}

/** Is `path` (free of symlinks) `root` or below it, and not in its `.git`? */
export function isInside(root: string, path: string): boolean {
  if (path === root) return true
  const prefix = root.endsWith(sep) ? root : root + sep
  return path.startsWith(prefix) && !path.slice(prefix.length).split(sep).includes('.git')
}

/** The entry of what is on disk; undefined when nothing is, or nothing that can be read. */
export function entryOnDisk(path: string | Buffer, shown: string, skipped: SkipLog): Entry | undefined {
  let status: Stats | undefined
  try {
    status = lstatSync(path, { throwIfNoEntry: false })
  } catch (error) {
    // A file where a folder was: the path is gone.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined
    skipped.add('unreadable-file', shown, whyUnreadable(error as NodeJS.ErrnoException))
    return undefined
  }
  if (!status) return undefined
  if (status.isSymbolicLink()) return { path: shown, kind: 'symlink', size: status.size }
  if (status.isFile()) return { path: shown, kind: status.mode & 0o111 ? 'executable' : 'file', size: status.size }
  if (!status.isDirectory()) skipped.add('special-file', shown)
  return undefined
}

/** The bytes, or the size when that is over the limit. Never waits (pipes) and never follows a symlink put in its place. */
function readRegular(path: string | Buffer, maxBytes: number): Buffer | number {
  // Windows has neither flag.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  try {
    const status = fstatSync(file)
    if (!status.isFile()) throw Object.assign(new Error('not a regular file'), { code: 'not a regular file' })
    if (status.size > maxBytes) return status.size
    // One byte more than it should hold, to see whether it has grown.
    const bytes = Buffer.allocUnsafe(status.size + 1)
    let length = 0
    for (let got = -1; got !== 0 && length < bytes.length; length += got) {
      got = readSync(file, bytes, length, bytes.length - length, null)
    }
    if (length > status.size) throw Object.assign(new Error('it changed'), { code: 'it changed while it was read' })
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}

function whyUnreadable(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'it vanished while the scan ran'
    case 'EACCES':
    case 'EPERM':
      return 'permission denied'
    case 'ELOOP':
      return 'it became a symlink while the scan ran'
    default:
      return error.code ?? error.message
  }
}

function realFolder(path: string): string {
  try {
    return realpathSync.native(path)
  } catch (error) {
    throw new Problem(`${path} cannot be opened (${(error as NodeJS.ErrnoException).code}). Does it exist?`)
  }
}

function fileEntry(root: string, name: string, skipped: SkipLog): Entry[] {
  const entry = entryOnDisk(join(root, name), name, skipped)
  return entry ? [entry] : []
}

/** Every path below `root` that no `.gitignore` excludes. */
function walk(root: string, skipped: SkipLog): Entry[] {
  const found: Entry[] = []
  const folders: { path: string; rules: Ignore }[] = [{ path: '', rules: ignore({ allowRelativePaths: true }) }]
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    const rules = withRulesOf(root, folder.path, folder.rules)
    for (const name of namesIn(root, folder.path, skipped)) {
      const path = folder.path === '' ? name : `${folder.path}/${name}`
      if (name === '.git') {
        skipped.add('nested-repository', path)
        continue
      }
      const absolute = join(root, path)
      const isFolder = lstatSync(absolute, { throwIfNoEntry: false })?.isDirectory() ?? false
      if (rules.ignores(isFolder ? `${path}/` : path)) continue
      if (isFolder) folders.push({ path, rules })
      else {
        const entry = entryOnDisk(absolute, path, skipped)
        if (entry) found.push(entry)
      }
    }
  }
  return found
}

function namesIn(root: string, folder: string, skipped: SkipLog): string[] {
  let names: string[]
  try {
    names = readdirSync(join(root, folder))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (folder === '') throw new Problem(`The folder ${root} cannot be listed (${code}).`)
    skipped.add('unreadable-file', folder, whyUnreadable(error as NodeJS.ErrnoException))
    return []
  }
  return names.filter((name) => {
    // Node has replaced what is not UTF-8, so the file cannot be opened by this name.
    const usable = !name.includes('\ufffd')
    if (!usable) skipped.add('unreadable-file', folder === '' ? name : `${folder}/${name}`, 'its name is not UTF-8')
    return usable
  })
}

/** The rules in force in a folder: those from above, then its own, which win. */
function withRulesOf(root: string, folder: string, inherited: Ignore): Ignore {
  let text: string
  try {
    const bytes = readRegular(join(root, folder, '.gitignore'), 1024 * 1024)
    if (typeof bytes === 'number') return inherited
    text = bytes.toString('utf8')
  } catch {
    return inherited
  }
  const own = text.split(/\r?\n/).map((line) => anchored(line, folder))
  return ignore({ allowRelativePaths: true }).add(inherited).add(own)
}

/** A pattern of a nested `.gitignore`, as it would be written in the root's. */
function anchored(line: string, folder: string): string {
  if (folder === '' || line.trim() === '' || line.startsWith('#')) return line
  const negated = line.startsWith('!')
  const pattern = negated ? line.slice(1) : line
  const above = `/${folder.replace(/[\\*?[\]!# ]/g, '\\$&')}`
  // Only a pattern with a slash before its end is bound to its folder.
  const bound = /\/(?=.)/.test(pattern.trimEnd())
  return `${negated ? '!' : ''}${above}${bound ? '' : '/**'}${pattern.startsWith('/') ? '' : '/'}${pattern}`
}

/** A path on disk as findings show it. */
export function shownPath(root: string, absolute: string): string {
  return relative(root, absolute).split(sep).join('/')
}
