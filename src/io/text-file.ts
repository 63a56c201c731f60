import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Problem } from '../core/problem.ts'

/** A file that people named; undefined when it cannot be read. */
export function readTextFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * Writes a whole file or nothing: what stood there stays until the new content is complete. A device, a pipe or a link
 * (`/dev/null`, `/dev/stdout`) is written to, never replaced.
 * @throws Problem when it cannot be written.
 */
export function writeTextFile(path: string, text: string): void {
  const partial = `${path}.${process.pid}.partial`
  try {
    mkdirSync(dirname(path), { recursive: true })
    const special = isSpecial(path)
    writeFileSync(special ? path : partial, text)
    if (!special) renameSync(partial, path)
  } catch (error) {
    discard(partial)
    throw new Problem(`${path} cannot be written (${(error as NodeJS.ErrnoException).code ?? error})`)
  }
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
