import type { Range } from '../../core/source.ts'
import type { DecodedChunk } from './chunk.ts'

/**
 * What stands between two parts of one word and is not part of it: quotes with nothing, a `+`, a `.` or a line break
 * between them (`"AKIA" + "…"`, Python's adjacent literals, `ab''cd` of a shell), a backslash at the end of a line, and
 * the `=` that ends a line of quoted-printable.
 */
const JOINT =
  /(?:["'`][ \t]*(?:\\?\r?\n[ \t]*)?(?:[+.&][ \t]*)?(?:\\?\r?\n[ \t]*)?["'`]|\\\r?\n[ \t]*|=\r?\n)(?=[A-Za-z0-9+/_-])/g

/** No more of a word is looked at. */
const LONGEST = 64
const WORD_BEFORE = /[A-Za-z0-9+/_-]{1,64}$/
const WORD_AFTER = /[A-Za-z0-9+/_-]{1,64}/y

/** As long as an access key id, the shortest secret that is worth joining for. */
const SHORTEST = 20

/** The joints of `value` as pieces that say nothing, and those (`seeds`) that make a word which could be a secret. */
export function concatenations(value: string): { chunks: DecodedChunk[]; seeds: Range[] } {
  const chunks: DecodedChunk[] = []
  const seeds: Range[] = []
  let end = -1
  let word = ''
  for (const match of value.matchAll(JOINT)) {
    const start = match.index
    const before = WORD_BEFORE.exec(value.slice(Math.max(0, start - LONGEST), start))?.[0]
    if (before === undefined) continue
    word = start - end === before.length ? `${word}${before}`.slice(-LONGEST) : before
    end = start + match[0].length
    chunks.push({ start, end, value: '', runs: [] })
    if (couldBeSecret(word + wordAt(value, end))) seeds.push({ start, end })
  }
  return { chunks, seeds }
}

function wordAt(value: string, at: number): string {
  WORD_AFTER.lastIndex = at
  return WORD_AFTER.exec(value)![0]
}

/** Ids and secrets hold capitals and digits; the words of a sentence that is wrapped hold neither. */
function couldBeSecret(word: string): boolean {
  return word.length >= SHORTEST && /[A-Z]/.test(word) && /[0-9]/.test(word)
}
