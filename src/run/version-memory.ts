import { isUtf8 } from 'node:buffer'
import { type ChangedLines, changedLines } from '../compare/changed-lines.ts'
import { mayDiffer, type Tools } from '../compare/may-differ.ts'
import type { Decoded } from '../languages/decode/bytes.ts'
import { linesOf, referencesOf } from '../rules/user-data/gate.ts'

/** So many bytes of versions are kept; what was put in or asked for longest ago goes first. */
const MOST_BYTES = 64 * 1024 * 1024

/** What is to be known of the text of a version, without keeping it. */
export interface Text extends Pick<Decoded, 'encoding'> {
  /** UTF-16 length. */
  readonly characters: number
}

interface Kept {
  readonly bytes: Buffer
  /** UTF-16 length of its text. */
  readonly characters: number
  /** What names of secrets in it refer to; shared with the versions that it was compared with. */
  references: Set<string> | undefined
  /** The paths at which it holds no secret. */
  readonly cleanAt: Set<string>
}

/**
 * Versions of files that were read lately and hold no secret, so that a next one is held against what it replaced: nearly all
 * of what it says was looked at there already. Those that hold some are not kept: which of several rules tells a secret hangs on
 * all of the file. Only texts in UTF-8 without control characters are kept; what is different about others is left to
 * be read whole.
 */
export class VersionMemory {
  readonly #kept = new Map<string, Kept>()
  readonly #tools: Tools
  #size = 0

  constructor(tools: Tools) {
    this.#tools = tools
  }

  /**
   * Can a version hold no secret, going by one that it replaced? Then it is kept as well.
   * @returns the length of its text, or undefined.
   */
  async cleanLike(path: string, blob: string, bytes: Buffer, before: readonly string[]): Promise<number | undefined> {
    const older = before.map((replaced) => this.#kept.get(replaced)).find((kept) => kept?.cleanAt.has(path))
    if (!older || bytes.length > MOST_BYTES / 4) return undefined
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
    if ((await mayDiffer(path, older.bytes, bytes, changes, older.references, this.#tools)) !== undefined)
      return undefined
    const characters = older.characters + added - removed
    this.#put(blob, { ...older, bytes: Buffer.from(bytes), characters, cleanAt: new Set([path]) })
    return characters
  }

  /** Keeps a version that was read whole at a path, and holds no secret there. */
  keepClean(path: string, blob: string, bytes: Buffer, { characters, encoding }: Text): void {
    if (encoding !== 'utf-8') return
    const known = this.#kept.get(blob)
    if (known) known.cleanAt.add(path)
    else if (bytes.length <= MOST_BYTES / 4 && !isSpecial(bytes) && isPlain(bytes)) {
      const cleanAt = new Set([path])
      this.#put(blob, { bytes: Buffer.from(bytes), characters, references: undefined, cleanAt })
    }
  }

  #put(blob: string, kept: Kept): void {
    const known = this.#kept.get(blob)
    if (known) {
      for (const path of kept.cleanAt) known.cleanAt.add(path)
      return
    }
    this.#kept.set(blob, kept)
    this.#size += kept.bytes.length
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#size <= MOST_BYTES) break
      this.#kept.delete(oldest)
      this.#size -= bytes.length
    }
  }
}

function referencesIn(path: string, bytes: Buffer, { read }: Tools): Set<string> {
  const found = new Set<string>()
  referencesOf(linesOf(bytes.toString('utf8'), path, read), found)
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
