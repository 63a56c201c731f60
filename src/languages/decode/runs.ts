import type { Range } from '../../core/source.ts'
import { decodeSegments } from './base64.ts'
import { isZlib, textOfBytes } from './bytes.ts'
import { type Budget, type DecodedChunk, unitRuns } from './chunk.ts'

/** Shorter runs of base64 hold nothing worth decoding: an access key id alone takes 27 characters. */
const SHORTEST = 26

/** Six bits for a character of either base64 alphabet, 64 for any other. */
const SEXTET = new Uint8Array(65536).fill(64)
/** What kinds of character a run is made of. */
const KIND = new Uint8Array(65536)
const UPPER = 1
const LOWER = 2
const NOT_HEX = 4
const DASH = 8

for (const [index, character] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries()) {
  SEXTET[character.charCodeAt(0)] = index
}
for (const [character, sextet] of [
  ['-', 62],
  ['_', 63],
] as const) {
  SEXTET[character.charCodeAt(0)] = sextet
  KIND[character.charCodeAt(0)] = DASH
}
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code)
  if (/[A-Z]/.test(character)) KIND[code] = KIND[code]! | UPPER
  if (/[a-z]/.test(character)) KIND[code] = KIND[code]! | LOWER
  if (!/[0-9A-Fa-f]/.test(character)) KIND[code] = KIND[code]! | NOT_HEX
}

interface Run extends Range {
  /** The kinds of all its characters. */
  readonly kinds: number
}

/**
 * The pieces of `value` in base64, base64url, gzip inside base64, or hex that say something: their first bytes read as
 * text, are gzip, or hold the image of a word that secrets come with. Everything else (hashes, images, certificates,
 * identifiers) costs a glance.
 */
export function* encodedRuns(value: string, budget: Budget): Generator<DecodedChunk> {
  for (let at = SHORTEST - 1; at < value.length; at += SHORTEST) {
    if (SEXTET[value.charCodeAt(at)] === 64) continue
    let start = at
    let kinds = 0
    for (; start > 0 && SEXTET[value.charCodeAt(start - 1)] !== 64; start--) kinds |= KIND[value.charCodeAt(start - 1)]!
    let end = at
    for (; end < value.length && SEXTET[value.charCodeAt(end)] !== 64; end++) kinds |= KIND[value.charCodeAt(end)]!
    at = end
    if (end - start < SHORTEST) continue
    for (const chunk of chunksOf(value, { start: afterEscape(value, start), end, kinds }, budget)) {
      yield chunk
      at = Math.max(at, chunk.end)
    }
  }
}

const BACKSLASH = 92

/** The `n` of `\nQUtJ…` belongs to the escape. */
function afterEscape(value: string, start: number): number {
  return value.charCodeAt(start - 1) === BACKSLASH && 'nrtbf'.includes(value[start]!) ? start + 1 : start
}

function chunksOf(value: string, run: Run, budget: Budget): readonly DecodedChunk[] {
  const hex = hexChunk(value, run, budget)
  if (hex) return [hex]
  // The base64 of a text has letters of either case.
  if ((run.kinds & (UPPER | LOWER)) !== (UPPER | LOWER) || touchesEscapedBase64(value, run)) return []
  const base64 = base64Chunk(value, run, budget)
  if (base64) return [base64]
  if ((run.kinds & DASH) === 0) return []
  // A path, a slug or a label in front (`sha512-`, `img/`) shifts the groups of four: try the parts.
  return [...value.slice(run.start, run.end).matchAll(/[A-Za-z0-9+/]{26,}/g)].flatMap((part) => {
    const start = run.start + part.index
    return base64Chunk(value, { start, end: start + part[0].length }, budget) ?? []
  })
}

/** Base64 in which `+` and `/` are themselves escaped: to be decoded once they are not. */
function touchesEscapedBase64(value: string, run: Range): boolean {
  const next = value[run.end]
  if (next === '%' || next === '\\' || next === '&') {
    if (/^(?:%2[BbFf]|\\u002[BbFf]|\\x2[BbFf]|\\\/|&#(?:43|47|x2[BbFf]);)/.test(value.slice(run.end, run.end + 6)))
      return true
  }
  const before = value[run.start - 1]
  const head = value.slice(run.start, run.start + 5)
  if (before === '%') return /^2[BbFf]/.test(head)
  if (before === '\\') return /^(?:u002[BbFf]|x2[BbFf]|\/)/.test(head)
  return before === ';' && /&#(?:43|47|x2[BbFf]);$/.test(value.slice(Math.max(0, run.start - 6), run.start))
}

function hexChunk(value: string, run: Run, budget: Budget): DecodedChunk | undefined {
  let start = run.start
  if (value[start] === '0' && (value[start + 1] === 'x' || value[start + 1] === 'X')) start += 2
  else if ((run.kinds & NOT_HEX) !== 0) return undefined
  const length = run.end - start
  if (length < 40 || length % 2 !== 0) return undefined
  if (!readsAsText(Buffer.from(value.slice(start, start + 64), 'hex'))) return undefined
  const bytes = Buffer.from(value.slice(start, run.end), 'hex')
  if (bytes.length !== length / 2) return undefined
  const { text } = textOfBytes(bytes)
  // Latin-1 where characters are wider than bytes, so that both agree; a secret is ASCII either way.
  const latin1 = text.length === bytes.length ? text : bytes.toString('latin1')
  const range = { start, end: run.end }
  return { ...range, value: latin1, runs: unitRuns([range], 2, 1, bytes.length, (byte) => byte, budget) }
}

/** The image of gzip's magic number. */
const GZIP = 'H4sI'

function base64Chunk(value: string, run: Range, budget: Budget): DecodedChunk | undefined {
  const verdict = glance(value, run.start, run.end)
  const start = verdict === 'something' ? run.start : imageStart(value, run)
  if (start === undefined) return undefined
  if (budget.inflations <= 0 && value.startsWith(GZIP, start)) {
    budget.cut('more compressed pieces than a text has any use for')
    return undefined
  }
  return decodeSegments(value, padded(value, wrappedLines(value, { start, end: run.end })), budget)
}

/** Padding belongs to what it pads: nothing is left of it in the decoded text. */
function padded(value: string, lines: Range[]): Range[] {
  const last = lines.at(-1)!
  const padding = /^={0,2}/.exec(value.slice(last.end, last.end + 2))![0].length
  return [...lines.slice(0, -1), { start: last.start, end: last.end + padding }]
}

/** Is it worth decoding a text that is all base64? */
export function looksEncoded(encoded: string): boolean {
  return (
    glance(encoded, 0, encoded.length) === 'something' || imageStart(encoded, { start: 0, end: encoded.length }) === 0
  )
}

const HEAD = new Uint8Array(36)

/** Decodes up to the first 36 bytes and says whether they are worth more. */
function glance(value: string, start: number, end: number): 'something' | 'nothing' {
  let length = 0
  for (let at = start; at + 4 <= end && length < HEAD.length; at += 4) {
    const group =
      (SEXTET[value.charCodeAt(at)]! << 18) |
      (SEXTET[value.charCodeAt(at + 1)]! << 12) |
      (SEXTET[value.charCodeAt(at + 2)]! << 6) |
      SEXTET[value.charCodeAt(at + 3)]!
    HEAD[length++] = group >> 16
    HEAD[length++] = group >> 8
    HEAD[length++] = group
    // Most runs end here, at one of their first bytes.
    if (length === 3 && !(begins(HEAD[0]!) || HEAD[1] === 0 || HEAD[0] === 0)) return 'nothing'
  }
  const bytes = HEAD.subarray(0, length)
  if (isZlib(HEAD)) return 'something'
  if (HEAD[0] === 0x1f && length > 2) return HEAD[1] === 0x8b && HEAD[2] === 8 ? 'something' : 'nothing'
  return length >= 18 && (readsAsText(bytes) || readsAsUtf16(bytes)) ? 'something' : 'nothing'
}

/** May a text (in UTF-8, or UTF-16 with a mark) or gzip begin with this byte? */
function begins(byte: number): boolean {
  return (byte >= 32 && byte < 127) || isBreak(byte) || byte === 0x1f || byte >= 0xc2
}

/** No control characters, whole UTF-8 sequences, and mostly ASCII: random bytes pass once in a hundred million. */
export function readsAsText(bytes: ArrayLike<number>): boolean {
  let wide = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte < 32 ? !isBreak(byte) : byte === 127) return false
    if (byte < 128) continue
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1
    if (byte < 0xc2 || byte > 0xf4) return false
    for (let next = 1; next <= more && at + next < bytes.length; next++) {
      if ((bytes[at + next]! & 0xc0) !== 0x80) return false
    }
    at += more
    wide += more + 1
  }
  return wide * 2 <= bytes.length
}

function readsAsUtf16(bytes: Uint8Array): boolean {
  const zeros = (from: number) => bytes.every((byte, at) => (at - from) % 2 !== 0 || byte === 0)
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return marked || zeros(1) || zeros(0)
}

function isBreak(byte: number): boolean {
  return byte === 9 || byte === 10 || byte === 13
}

/** Words that stand near or in secrets; their base64 images are looked for where the beginning says nothing. */
const TELLING = ['AKIA', 'ASIA', 'aws_', 'AWS_', 'secret', 'SECRET', 'Secret', 'PRIVATE KEY', 'ghp_', 'xoxb-', 'glpat-']

/** The characters that a word fixes at each of its three alignments, and how far into a group of four they begin. */
const IMAGES = TELLING.flatMap((word) =>
  [0, 1, 2].map((before) => {
    const encoded = Buffer.from('\0'.repeat(before) + word, 'latin1').toString('base64')
    const first = [0, 2, 3][before]!
    const last = Math.floor(((before + word.length) * 8) / 6)
    return { image: encoded.slice(first, last), first }
  }),
)
const ANY_IMAGE = new RegExp(`(?:${IMAGES.map(({ image }) => image.replace(/[+/]/g, '[$&]')).join('|')})`)

/** Where to start decoding a run so that the image found in it falls into place; the text before it is kept while it reads as text. */
function imageStart(value: string, run: Range): number | undefined {
  const found = ANY_IMAGE.exec(value.slice(run.start, run.end))
  if (!found) return undefined
  const { first } = IMAGES.find(({ image }) => image === found[0])!
  let start = run.start + found.index - first
  if (start < run.start) return undefined
  while (start - 4 >= run.start) {
    const before = Buffer.from(value.slice(start - 4, start), 'base64')
    if (before.some((byte) => byte > 126 || (byte < 32 && !isBreak(byte) && byte !== 0))) break
    start -= 4
  }
  return start
}

/** What may stand between one line of wrapped base64 and the next: a line break, indentation, a comment mark, quotes. */
const WRAP = /(?:\\r)?\\n|["'`]?[ \t]*(?:[+.,\\&][ \t]*)?\r?\n[ \t]*(?:(?:#|\/\/|\*|>)[ \t]*)?["'`]?/y
/** A line that is nothing but base64, so that the next key of a list or an assignment is not taken for one. */
const LINE =
  /[A-Za-z0-9+/_-]+(?![A-Za-z0-9+/_-])(?=={0,2}(?:["'`]?[ \t]*(?:[+.,;)\]\\&]+[ \t]*)?(?:\r?\n|$)|\\[rn]|["'`]))/y

/** The run with the lines that go on from it: each as long as the first, the last one perhaps shorter. */
function wrappedLines(value: string, run: Range): Range[] {
  const lines: Range[] = [run]
  const width = run.end - run.start
  if (width < 40) return lines
  for (;;) {
    WRAP.lastIndex = lines.at(-1)!.end
    if (!WRAP.test(value)) return lines
    LINE.lastIndex = WRAP.lastIndex
    const next = LINE.exec(value)?.[0]
    if (!next || next.length > width) return lines
    const end = LINE.lastIndex
    const start = end - next.length
    // A list of texts that are encoded one a line: joining them would shift the second.
    if (width % 4 !== 0 && glance(value, start, end) === 'something') return lines
    lines.push({ start, end })
    if (next.length < width) return lines
  }
}
