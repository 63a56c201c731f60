import { isUtf8 } from 'node:buffer'
import { type ChangedLines, changedLines } from '../compare/changed-lines.ts'
import { mayDiffer, type Tools, wholeOf } from '../compare/may-differ.ts'
import type { Decoded } from '../languages/decode/bytes.ts'
import { isCode, referencesOf } from '../rules/user-data/gate.ts'

/** So many bytes of versions are kept; what was put in or asked for longest ago goes first. */
const MOST_BYTES = 64 * 1024 * 1024

interface Kept {
  readonly bytes: Buffer
  /** UTF-16 length of its text. */
  readonly characters: number
  /** What names of secrets in it refer to; shared with the versions that it was compared with. */
  references: Set<string> | undefined
  /** The path at which it is known to hold no secret. */
  readonly cleanAt: string | undefined
}

/** A version that holds the same secrets as an older one. */
export interface Same {
  readonly as: string
  readonly characters: number
}

/**
 * Versions of files that were read lately, so that a next one is held against what it replaced: nearly all of what it says was
 * looked at there already. Only texts in UTF-8 without control characters are kept; what is different about others is left to
 * be read whole.
 */
export class VersionMemory {
  readonly #kept = new Map<string, Kept>()
  readonly #tools: Tools
  #size = 0

  constructor(tools: Tools) {
    this.#tools = tools
  }

  /** Is there an older one, of those that it replaced, that holds the same secrets? Then the version is kept as well. */
  async sameAs(path: string, blob: string, bytes: Buffer, before: readonly string[]): Promise<Same | undefined> {
    const as = before.find((older) => this.#kept.has(older))
    const older = as === undefined ? undefined : this.#kept.get(as)
    if (as === undefined || !older || bytes.length > MOST_BYTES / 4) return undefined
    const changes = changedLines(older.bytes, bytes)
    const added = charactersIn(
      bytes,
      changes.map(({ after }) => after),
    )
    const removed = charactersIn(
      older.bytes,
      changes.map(({ before }) => before),
    )
    if (added === undefined || removed === undefined || isSpecial(bytes)) return undefined
    older.references ??= referencesIn(path, older.bytes, this.#tools)
    const known = { references: older.references, beforeIsClean: older.cleanAt === path }
    if ((await mayDiffer(path, older.bytes, bytes, changes, known, this.#tools)) !== undefined) return undefined
    const characters = older.characters + added - removed
    this.#put(blob, { ...older, bytes: Buffer.from(bytes), characters })
    return { as, characters }
  }

  /** Keeps a version that was read whole; `cleanAt` is the path at which no secret was found in it. */
  keep(blob: string, bytes: Buffer, { text, encoding }: Decoded, cleanAt?: string): void {
    if (encoding !== 'utf-8') return
    if (this.#kept.has(blob) || bytes.length > MOST_BYTES / 4 || isSpecial(bytes) || !isPlain(bytes)) return
    this.#put(blob, { bytes: Buffer.from(bytes), characters: text.length, references: undefined, cleanAt })
  }

  #put(blob: string, kept: Kept): void {
    this.#kept.set(blob, kept)
    this.#size += kept.bytes.length
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#size <= MOST_BYTES) break
      this.#kept.delete(oldest)
      this.#size -= bytes.length
    }
  }
}

function referencesIn(path: string, bytes: Buffer, { isSecret }: Tools): Set<string> {
  const found = new Set<string>()
  referencesOf(wholeOf(bytes, isCode(path)), isSecret, found)
  return found
}

const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/

function isPlain(bytes: Buffer): boolean {
  return isUtf8(bytes) && !CONTROL.test(bytes.toString('latin1'))
}

/** Files that are told apart by how they begin, or are nothing. */
function isSpecial(bytes: Buffer): boolean {
  return bytes.length === 0 || SPECIAL.test(bytes.toString('latin1', 0, 64))
}

const SPECIAL = /^(?:\xef\xbb\xbf|\xfe\xff|\xff\xfe|GIF8|PK|OggS|wOF|x[\x01\x5e\x9c\xda]|version https:\/\/git-lfs)/

/** Undefined when they are not plain. */
function charactersIn(bytes: Buffer, ranges: readonly ChangedLines['before'][]): number | undefined {
  let characters = 0
  for (const { start, end } of ranges) {
    const part = bytes.subarray(start, end)
    if (!isPlain(part)) return undefined
    characters += part.toString('utf8').length
  }
  return characters
}
