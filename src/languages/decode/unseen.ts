import type { Range } from '../../core/source.ts'
import type { DecodedChunk } from './chunk.ts'

/**
 * A colour or movement of the terminal, as it is or written out: `ESC[32m`, `\e[1;32m`, `\033[0m`, `\x1b[K`, `^[[32m`; its
 * form of eight bits, which stands for another letter where a file is taken for Windows-1252.
 */
const SEQUENCE = String.raw`(?:\x1b|(?<!\\)\\+(?:e|E|x1[bB]|0?33|u001[bB]|u\{1[bB]\})|\^\[)\[[0-9;:?]{0,24}[A-Za-z]|[\x9b\u203a][0-9;:?]{1,24}[mK]`

/** Characters that a reader does not see: without width, marks of direction, selectors of glyphs, tags, controls. */
const INVISIBLE = String.raw`[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]|\udb40[\udc00-\uddef]`

const UNSEEN = new RegExp(`(?:${SEQUENCE}|${INVISIBLE})+`, 'g')
const ANY = new RegExp(`${INVISIBLE}|[\\x1b\\x9b\\u203a]|\\\\(?:[eEu]|x1|0?33)|\\^\\[\\[`)

/** As long as the shortest piece of a key that is worth a look. */
const WORD_AFTER = /^[A-Za-z0-9+/_.=-]{4}/
const WORD_BEFORE = /[A-Za-z0-9+/_.=-]{4}$/

/** What is not seen, as pieces that say nothing, and those (`seeds`) with a word beside them that could be of a key. */
export function unseenCharacters(value: string): { chunks: DecodedChunk[]; seeds: Range[] } {
  const chunks: DecodedChunk[] = []
  if (!ANY.test(value)) return { chunks, seeds: [] }
  for (const { 0: match, index } of value.matchAll(UNSEEN)) {
    chunks.push({ start: index, end: index + match.length, value: '', runs: [] })
  }
  const seeds = chunks.filter(
    ({ start, end }) =>
      WORD_AFTER.test(value.slice(end, end + 4)) || WORD_BEFORE.test(value.slice(Math.max(0, start - 4), start)),
  )
  return { chunks, seeds }
}
