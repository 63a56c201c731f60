import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Problem } from '../core/problem.ts'
import { makeFolder, writeBesideScanned } from './text-file.ts'

/** Where a cache is kept between runs, and what signs it. */
export interface CachePlace {
  readonly folder: string
  /** What signs it; see `cacheKey`. */
  readonly key: string
}

const SHORTEST_KEY = 16

/**
 * What signs caches: KEYLATCH_CACHE_KEY, or a key that is made at first need and kept in the home of this user, beside nothing that
 * is restored from elsewhere.
 * @throws Problem when neither is to be had.
 */
export function cacheKey(env: NodeJS.ProcessEnv): string {
  const given = env.KEYLATCH_CACHE_KEY
  if (given) {
    if (given.length >= SHORTEST_KEY) return given
    throw new Problem(
      `KEYLATCH_CACHE_KEY has fewer than ${SHORTEST_KEY} characters; make one with: openssl rand -hex 32`,
    )
  }
  const home = env.XDG_STATE_HOME ?? env.LOCALAPPDATA ?? (env.HOME && join(env.HOME, '.local', 'state'))
  if (!home || !isAbsolute(home))
    throw new Problem('--cache needs KEYLATCH_CACHE_KEY, or a home to keep a key in; neither is there')
  const path = join(home, 'keylatch', 'cache-key')
  makeFolder(dirname(path))
  try {
    writeFileSync(path, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(path, 'utf8')
}

/** Versions of files that were read wholly and hold no secret, by blob id and path. No text is kept, nor any name. */
export interface CleanVersions {
  /** UTF-16 length of the text of such a version; undefined for one that has to be read. */
  lengthOf(blob: string, path: string): number | undefined
  add(blob: string, path: string, length: number): void
  /** Keeps it for the next run; no link of the tree at `root`, which was scanned, is written through. */
  save(root: string): void
  /** Why what lay there is not believed. */
  readonly refused?: string
}

const NAME = /^versions-[0-9a-f]{32}$/
const ENTRY_BYTES = 20
const MAC_BYTES = 32
/** 20 MB of them. */
const MOST_ENTRIES = 1_000_000

/**
 * Reads what an earlier run kept of the same judgement: `judgedBy` is all that decides whether a version holds a secret. A file that
 * was not signed with this key is not believed, so that nobody who can only write to the folder can have anything overlooked.
 */
export function openVersionCache({ folder, key }: CachePlace, judgedBy: string): CleanVersions {
  const name = `versions-${createHash('sha256').update(`${codeDigest()}\n${judgedBy}`).digest('hex').slice(0, 32)}`
  const path = join(folder, name)
  const sign = (entries: Uint8Array) => createHmac('sha256', key).update(`${name}\n`).update(entries).digest()
  const bytes = readIfThere(path)
  const entries = bytes?.subarray(MAC_BYTES)
  const isOurs =
    entries !== undefined &&
    bytes!.length >= MAC_BYTES &&
    entries.length % ENTRY_BYTES === 0 &&
    timingSafeEqual(bytes!.subarray(0, MAC_BYTES), sign(entries))
  const known = isOurs ? entriesIn(entries) : new Map<string, number>()
  let isNew = false
  return {
    lengthOf: (blob, version) => known.get(digestOf(blob, version)),
    add(blob, version, length) {
      const digest = digestOf(blob, version)
      if (known.has(digest) || known.size >= MOST_ENTRIES) return
      known.set(digest, length)
      isNew = true
    },
    save(root) {
      if (!isNew) return
      const written = Buffer.alloc(known.size * ENTRY_BYTES)
      let at = 0
      for (const [digest, length] of known) {
        written.write(digest, at, 'latin1')
        written.writeUInt32LE(length, at + ENTRY_BYTES - 4)
        at += ENTRY_BYTES
      }
      writeBesideScanned(root, path, Buffer.concat([sign(written), written]))
      removeOldest(folder)
    },
    ...(bytes && !isOurs ? { refused: `${path} was not written with this key` } : {}),
  }
}

/** Of other builds and other configurations: so many are kept, those that were written last. */
const MOST_FILES = 4

function removeOldest(folder: string): void {
  const files = readdirSync(folder).flatMap((name) => (NAME.test(name) ? [join(folder, name)] : []))
  const age = new Map(files.map((file) => [file, statSync(file).mtimeMs]))
  for (const file of files.sort((a, b) => age.get(b)! - age.get(a)!).slice(MOST_FILES)) rmSync(file, { force: true })
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

function entriesIn(bytes: Uint8Array): Map<string, number> {
  const buffer = Buffer.from(bytes)
  const entries = new Map<string, number>()
  for (let at = 0; at < buffer.length; at += ENTRY_BYTES) {
    const end = at + ENTRY_BYTES - 4
    entries.set(buffer.toString('latin1', at, end), buffer.readUInt32LE(end))
  }
  return entries
}

/** 128 bits: nobody makes a second version with the digest of a clean one. */
function digestOf(blob: string, path: string): string {
  return createHash('sha256')
    .update(`${blob}\0${path}`)
    .digest()
    .toString('latin1', 0, ENTRY_BYTES - 4)
}

/** The code that judges: of another build nothing is believed. */
function codeDigest(): string {
  const folder = dirname(fileURLToPath(import.meta.url))
  const digest = createHash('sha256')
  for (const file of readdirSync(folder).sort()) {
    if (/\.[jt]s$/.test(file)) digest.update(`${file}\0`).update(readFileSync(join(folder, file)))
  }
  return digest.digest('hex')
}
