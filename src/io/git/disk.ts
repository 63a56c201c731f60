import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
  type Stats,
} from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { DEFAULT_MAX_BYTES } from './objects.ts'
import { megabytes, type SkipLog } from './skipped.ts'
import type { Entry, LargeFile } from './snapshot.ts'

/**
 * Reads files under `root` (absolute, free of symlinks) without ever leaving it: see `readInside`.
 * @param nameOf gives the name on disk where it is not the path (names that are not UTF-8).
 */
export async function* readFromDisk(
  root: string,
  entries: readonly Entry[],
  { skipped, large }: { readonly skipped: SkipLog; readonly large: LargeFile[] },
  maxBytes = DEFAULT_MAX_BYTES,
  nameOf: (path: string) => Buffer | undefined = () => undefined,
): AsyncGenerator<{ readonly entry: Entry; readonly bytes: Uint8Array }> {
  for (const entry of entries) {
    if (entry.kind === 'submodule') {
      skipped.add('submodule', entry.path)
      continue
    }
    const bytes = readInside(root, entry, skipped, maxBytes, nameOf(entry.path))
    if (typeof bytes === 'object') yield { entry, bytes }
    else if (bytes !== undefined) {
      const path = onDisk(root, entry, nameOf(entry.path))
      large.push({ path: entry.path, size: bytes, pieces: () => piecesOf(path) })
    }
  }
}

/**
 * The bytes of one file; a symlink's are the path it points to. The size of one that is too large, which is told to `skipped`.
 * Undefined, and told, when it cannot be read, is gone, or lies outside `root` by way of a symlinked folder.
 */
export function readInside(
  root: string,
  entry: Entry,
  skipped: SkipLog,
  maxBytes = DEFAULT_MAX_BYTES,
  name?: Buffer,
): Buffer | number | undefined {
  const path = onDisk(root, entry, name)
  try {
    const parent = realpathSync.native(dirname(join(root, entry.path)))
    if (!isInside(root, parent)) {
      skipped.add('unreadable-file', entry.path, 'its folder is a symlink that leads out of the tree')
      return undefined
    }
    if (entry.kind === 'symlink') return readlinkSync(path, { encoding: 'buffer' })
    const bytes = readRegular(path, maxBytes)
    if (typeof bytes === 'number') skipped.add('large-file', entry.path, megabytes(bytes))
    return bytes
  } catch (error) {
    skipped.add('unreadable-file', entry.path, whyUnreadable(error as NodeJS.ErrnoException))
  }
  return undefined
}

function onDisk(root: string, entry: Entry, name?: Buffer): string | Buffer {
  return name ? Buffer.concat([Buffer.from(root + sep), name]) : join(root, entry.path)
}

const PIECE = 1 << 20

/** A file of any size, never by a symlink put in its place. */
async function* piecesOf(path: string | Buffer): AsyncGenerator<Uint8Array> {
  const file = openSync(path, READ_ONLY)
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE)
      const got = readSync(file, piece, 0, PIECE, null)
      if (got === 0) return
      yield piece.subarray(0, got)
    }
  } finally {
    closeSync(file)
  }
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

/** Windows has neither of the two flags. */
const READ_ONLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** The bytes, or the size when that is over the limit. Never waits (pipes) and never follows a symlink put in its place. */
export function readRegular(path: string | Buffer, maxBytes: number): Buffer | number {
  const file = openSync(path, READ_ONLY)
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

export function whyUnreadable(error: NodeJS.ErrnoException): string {
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

/** A path on disk as findings show it. */
export function shownPath(root: string, absolute: string): string {
  return relative(root, absolute).split(sep).join('/')
}
