import type { Piece, Stretch } from './piece.ts'

/**
 * One escaped character: `\u002b`, `\u{2b}`, `\x2b`, `\053`, `\/` (as often escaped again as may be), `%2B`, `&#43;`,
 * `&#x2b;`. Groups: JavaScript braces, \u, \x, octal, slash, percent, entity hex, entity decimal.
 */
const ESCAPE =
  /\\+(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-3][0-7]{2})|(\/))|%([0-9A-Fa-f]{2})|&#(?:[xX]([0-9A-Fa-f]{1,6})|([0-9]{1,7}));/g

/** As long as an access key id, the shortest thing worth decoding for. */
const SHORTEST = 20

const WORD = new Uint8Array(65536)
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=') {
  WORD[character.charCodeAt(0)] = 1
}

/**
 * Every escaped character of `value` as a piece, and the stretches (`seeds`) where escapes stand in or at a word that is
 * long enough for a secret: only around these is decoding worth while.
 */
export function escapedCharacters(value: string): { pieces: Piece[]; seeds: Stretch[] } {
  const pieces: Piece[] = []
  const seeds: Stretch[] = []
  if (!/\\[ux0-3/]|%[0-9A-Fa-f]|&#/.test(value)) return { pieces, seeds }
  let wordStart = 0
  let units = 0
  for (const match of value.matchAll(ESCAPE)) {
    const start = match.index
    const end = start + match[0].length
    const previous = pieces.at(-1)
    const left = wordBefore(value, start, previous ? previous.end : 0)
    const goesOn = previous !== undefined && start - left === previous.end
    units = goesOn ? units + left + 1 : left + 1
    if (!goesOn) wordStart = start
    pieces.push(pieceOf(match, start, end))
    if (units + wordAfter(value, end) < SHORTEST) continue
    const last = seeds.at(-1)
    if (last && last.end >= wordStart) seeds[seeds.length - 1] = { start: last.start, end }
    else seeds.push({ start: wordStart, end })
  }
  return { pieces, seeds }
}

/** Text written as UTF-16 in the middle of an 8-bit file (`>>` in Windows PowerShell): every other character is NUL. */
export function* interleavedNuls(value: string): Generator<Piece> {
  if (!value.includes('\0')) return
  for (const match of value.matchAll(/(?:[\t\n\r\x20-\x7e]\0){16,}/g)) {
    const text = match[0].replaceAll('\0', '')
    const start = match.index
    const runs = [...text].map((_, at) => ({ at, length: 1, start: start + 2 * at, end: start + 2 * at + 1 }))
    yield { start, end: start + match[0].length, value: text, runs }
  }
}

function pieceOf(match: RegExpExecArray, start: number, end: number): Piece {
  const [, braces, u, x, octal, slash, percent, entityHex, entity] = match
  const hex = braces ?? u ?? x ?? percent ?? entityHex
  const code = hex ? Number.parseInt(hex, 16) : octal ? Number.parseInt(octal, 8) : entity ? Number(entity) : 0
  const text = slash ?? String.fromCodePoint(Math.min(code, 0x10ffff))
  return { start, end, value: text, runs: [{ at: 0, length: text.length, start, end }] }
}

/** How many word characters stand before `end`, at most SHORTEST, none before `from`. */
function wordBefore(value: string, end: number, from: number): number {
  let at = end
  while (at > from && end - at < SHORTEST && WORD[value.charCodeAt(at - 1)] === 1) at--
  return end - at
}

function wordAfter(value: string, start: number): number {
  let at = start
  while (at < value.length && at - start < SHORTEST && WORD[value.charCodeAt(at)] === 1) at++
  return at - start
}
