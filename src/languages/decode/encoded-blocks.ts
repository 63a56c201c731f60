import type { Range } from '../../core/source.ts'
import { decodeSegments } from './base64.ts'
import { type Budget, type DecodedChunk, type LocalRun, unitRuns } from './chunk.ts'
import { looksEncoded, readsAsText } from './runs.ts'

/** Lines of base64 that are shorter than any encoder makes them: three or more, all as long as the first but the last. */
const SHORT_LINES = String.raw`((?:[ \t]*[A-Za-z0-9+/]{4,39}\r?\n){2,}[ \t]*[A-Za-z0-9+/]{1,39}={0,2})(?![^\r\n])`
const AT_THE_BEGINNING = new RegExp(SHORT_LINES, 'y')
/** Begins with a character, not with a question of what stands before it: so most places of a text cost nearly nothing. */
const BEHIND_A_LINE = new RegExp(`\\n${SHORT_LINES}`, 'g')

/** What `uuencode` writes: a header, lines that begin with how many bytes they hold, an end. */
const UUENCODED = /^begin(?:-base64)? [0-7]{3,4} [^\n]*\n((?:[!-`][ -`]*\r?\n)+)/gm

/** Base32 as long as an access key id takes. What stands before it is asked once its first character stands there. */
const BASE32 = /[A-Z2-7](?<![A-Za-z0-9+/].)[A-Z2-7]{15,}(?:\r?\n[A-Z2-7]+)*={0,6}(?![A-Za-z0-9+/])/g

/** Encodings that are blocks of lines of their own. */
export function* encodedBlocks(value: string, budget: Budget): Generator<DecodedChunk> {
  yield* shortLines(value, budget)
  if (value.includes('begin ')) yield* uuencoded(value)
  yield* base32(value, budget)
}

/** Could a text hold such a block, or a part of one? Of base32 its length tells. */
export function mayHoldBlocks(value: string): boolean {
  if (/^begin/m.test(value)) return true
  for (const { block } of blocksOfShortLines(value)) if (isEven(rangesOf(block, 0, ENCODED_LINE))) return true
  return false
}

const ENCODED_LINE = /[A-Za-z0-9+/]+={0,2}/g

/** Are all lines but the last one as long as the first? */
function isEven(lines: readonly Range[]): boolean {
  const width = lines[0]!.end - lines[0]!.start
  return lines.slice(0, -1).every(({ start, end }) => end - start === width)
}

function* blocksOfShortLines(value: string): Generator<{ block: string; index: number }> {
  AT_THE_BEGINNING.lastIndex = 0
  const first = AT_THE_BEGINNING.exec(value)?.[1]
  if (first !== undefined) yield { block: first, index: 0 }
  // From a line's end on, so that the lines of the first block are none of the next one.
  BEHIND_A_LINE.lastIndex = first?.length ?? 0
  for (let match = BEHIND_A_LINE.exec(value); match; match = BEHIND_A_LINE.exec(value)) {
    const { lastIndex } = BEHIND_A_LINE
    yield { block: match[1]!, index: match.index + 1 }
    BEHIND_A_LINE.lastIndex = lastIndex
  }
}

function* shortLines(value: string, budget: Budget): Generator<DecodedChunk> {
  for (const { block, index } of blocksOfShortLines(value)) {
    const lines = rangesOf(block, index, ENCODED_LINE)
    if (!isEven(lines)) continue
    const encoded = lines.map(({ start, end }) => value.slice(start, end)).join('')
    if (encoded.length < 26 || !looksEncoded(encoded)) continue
    const chunk = decodeSegments(value, lines, budget)
    if (chunk) yield chunk
  }
}

function* uuencoded(value: string): Generator<DecodedChunk> {
  for (const match of value.matchAll(UUENCODED)) {
    const start = match.index + match[0].length - match[1]!.length
    const runs: LocalRun[] = []
    let text = ''
    for (const line of rangesOf(match[1]!, start, /[^\r\n]+/g)) {
      const decoded = uudecodedLine(value.slice(line.start, line.end))
      if (decoded === undefined) break
      if (decoded !== '') runs.push({ at: text.length, length: decoded.length, ...line })
      text += decoded
    }
    const end = runs.at(-1)?.end
    if (end !== undefined) yield { start, end, value: text, runs }
  }
}

function uudecodedLine(line: string): string | undefined {
  const six = (at: number) => (line.charCodeAt(at) - 32) & 63
  const length = six(0)
  if (line.length < 1 + Math.ceil((length * 4) / 3)) return undefined
  let text = ''
  for (let at = 1; text.length < length; at += 4) {
    const group = (six(at) << 18) | (six(at + 1) << 12) | (six(at + 2) << 6) | six(at + 3)
    text += String.fromCharCode(group >> 16, (group >> 8) & 255, group & 255)
  }
  return text.slice(0, length)
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function* base32(value: string, budget: Budget): Generator<DecodedChunk> {
  for (const { 0: block, index } of value.matchAll(BASE32)) {
    if (block.length < 32) continue
    const head = fromBase32(block.slice(0, 64))
    if (head.length < 10 || !readsAsText(head)) continue
    const lines = rangesOf(block, index, /[A-Z2-7]+/g)
    const bytes = Buffer.from(fromBase32(block))
    const runs = unitRuns(lines, 8, 5, bytes.length, (byte) => byte, budget)
    yield { start: lines[0]!.start, end: index + block.length, value: bytes.toString('latin1'), runs }
  }
}

function fromBase32(text: string): number[] {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const character of text) {
    const five = ALPHABET.indexOf(character)
    if (five < 0) continue
    held = ((held << 5) | five) & 0xfff
    bits += 5
    if (bits >= 8) bytes.push((held >> (bits -= 8)) & 255)
  }
  return bytes
}

function rangesOf(block: string, start: number, pattern: RegExp): Range[] {
  return [...block.matchAll(pattern)].map((line) => ({
    start: start + line.index,
    end: start + line.index + line[0].length,
  }))
}
