import { randomUUID } from 'node:crypto'
import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Problem } from '../core/problem.ts'
import { isInside } from './git/disk.ts'

/** A file that people named; undefined when it cannot be read. */
export function readTextFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Whole, or in parts. */
type Text = string | Uint8Array | Iterable<string>

/**
 * Writes a whole file or nothing: what stood there stays until the new content is complete. A device, a pipe or a link
 * (`/dev/null`, `/dev/stdout`) is written to, never replaced.
 * @throws Problem when it cannot be written.
 */
export function writeTextFile(path: string, text: Text): void {
  try {
    makeFolder(dirname(path))
    if (isSpecial(path)) writeParts(path, 'w', text)
    else replaceFile(path, text)
  } catch (error) {
    throw notWritten(path, error)
  }
}

/**
 * The path of a file of this step's own, taken at once: `NAME.json`, or `NAME-2.json` where another step has that.
 * @throws Problem when none can be made.
 */
export function takePath(folder: string, name: string, extension: string): string {
  for (let count = 1; ; count++) {
    const path = join(folder, `${name}${count === 1 ? '' : `-${count}`}${extension}`)
    try {
      writeFileSync(path, '', { flag: 'wx' })
      return path
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || count === MOST_PATHS) throw notWritten(path, error)
    }
  }
}

const MOST_PATHS = 1000

/**
 * As `writeTextFile`, where a scanned tree may have put links in the way: below `tree` none is written through. One in the
 * place of the file itself is replaced, one in the place of a folder must not lead out of the tree.
 */
export function writeBesideScanned(tree: string, path: string, text: Text): void {
  if (!isInside(tree, path)) {
    writeTextFile(path, text)
    return
  }
  try {
    let folder = dirname(path)
    while (!lstatSync(folder, { throwIfNoEntry: false })) folder = dirname(folder)
    if (!isInside(realpathSync(tree), realpathSync(folder))) {
      throw new Problem(`${path} cannot be written: its folder is a link that leads out of the repository`)
    }
    makeFolder(dirname(path))
    replaceFile(path, text)
  } catch (error) {
    throw error instanceof Problem ? error : notWritten(path, error)
  }
}

/** One folder after the other: Node's own way never returns where a file system takes no folders (`/proc`). */
export function makeFolder(path: string): void {
  const missing: string[] = []
  let folder = path
  for (; !statSync(folder, { throwIfNoEntry: false }) && dirname(folder) !== folder; folder = dirname(folder))
    missing.push(folder)
  for (const next of missing.reverse()) {
    try {
      mkdirSync(next)
    } catch (error) {
      // Somebody else made it meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function replaceFile(path: string, text: Text): void {
  const partial = `${path}.${randomUUID()}.partial`
  try {
    writeParts(partial, 'wx', text)
    renameSync(partial, path)
  } catch (error) {
    discard(partial)
    throw error
  }
}

function writeParts(path: string, flag: 'w' | 'wx', text: Text): void {
  const file = openSync(path, flag)
  try {
    const isWhole = typeof text === 'string' || text instanceof Uint8Array
    for (const part of isWhole ? [text] : text) writeFileSync(file, part)
  } finally {
    closeSync(file)
  }
}

function notWritten(path: string, error: unknown): Problem {
  return new Problem(`${path} cannot be written (${(error as NodeJS.ErrnoException).code ?? error})`)
}

function isSpecial(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === false
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Where a file stands in the place of a folder there is nothing to discard.
  }
}
