import type { Range } from '../../core/source.ts'
import { type Budget, type DecodedChunk, fewerRuns, type LocalRun, unitRuns } from './chunk.ts'

/**
 * One escaped character: `\u002b`, `\u{2b}`, `\x2b`, `\053`, `\/` (as often escaped again as may be), `%2B`, `&#43;`,
 * `&#x2b;`, and of quoted-printable what stands around keys: `=3D`, `=2B`. A match begins at the first of its backslashes only, or a million of them would be read a million times.
 * Groups: JavaScript braces, \u, \x, octal, slash, percent, quoted-printable, entity hex, entity decimal.
 */
const ESCAPE =
  /(?<!\\)\\+(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-3][0-7]{2})|(\/))|%([0-9A-Fa-f]{2})|=(3[ADad]|2[0-9BDEFbdef]|5[Ff]|7[Ee]|0[ADad])|&#(?:[xX]([0-9A-Fa-f]{1,6})|([0-9]{1,7}));/g

/** As long as an access key id, the shortest thing worth decoding for. */
const SHORTEST = 20

const WORD = new Uint8Array(65536)
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=') {
  WORD[character.charCodeAt(0)] = 1
}

/**
 * The escaped characters of `value`, those that follow on each other as one piece, and the stretches (`seeds`) where they
 * stand in or at a word that is long enough for a secret: only around these is decoding worth while. Secrets are ASCII, so
 * a Chinese sentence or a picture in escapes is no seed.
 */
export function escapedCharacters(value: string, budget: Budget): { chunks: DecodedChunk[]; seeds: Range[] } {
  const chunks: DecodedChunk[] = []
  const seeds: Range[] = []
  if (!mayHoldEscapes(value)) return { chunks, seeds }
  let units = 0
  let wordStart = 0
  for (const chunk of escapeGroups(value, budget)) {
    const left = wordBefore(value, chunk.start, chunks.at(-1)?.end ?? 0)
    const goesOn = chunks.length > 0 && chunk.start - left === chunks.at(-1)!.end
    units = (goesOn ? units : 0) + left + chunk.value.length
    if (!goesOn) wordStart = chunk.start
    chunks.push(chunk)
    if (units + wordAfter(value, chunk.end) < SHORTEST || !isMostlyAscii(chunk.value)) continue
    const last = seeds.at(-1)
    if (last && last.end >= wordStart) seeds[seeds.length - 1] = { start: last.start, end: chunk.end }
    else seeds.push({ start: wordStart, end: chunk.end })
  }
  return { chunks, seeds }
}

function mayHoldEscapes(value: string): boolean {
  return /\\[ux0-3/]|[%=][0-9A-Fa-f]|&#/.test(value)
}

function* escapeGroups(value: string, budget: Budget): Generator<DecodedChunk> {
  let start = 0
  let end = -1
  let text = ''
  let runs: LocalRun[] = []
  for (const match of value.matchAll(ESCAPE)) {
    if (match.index !== end) {
      if (text !== '') yield { start, end, value: text, runs: fewerRuns(runs, budget) }
      start = match.index
      text = ''
      runs = []
    }
    end = match.index + match[0].length
    const character = characterOf(match)
    runs.push({ at: text.length, length: character.length, start: match.index, end })
    text += character
  }
  if (text !== '') yield { start, end, value: text, runs: fewerRuns(runs, budget) }
}

function isMostlyAscii(text: string): boolean {
  let plain = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code >= 32 && code < 127) || (code >= 9 && code <= 13)) plain++
  }
  return plain * 10 >= text.length * 7
}

/**
 * Text of two or four bytes a character in a file of fewer: UTF-16 (`>>` in Windows PowerShell, strings of a program) or
 * UTF-32. Behind every character stand one or three NULs.
 */
export function* interleavedNuls(value: string, budget: Budget): Generator<DecodedChunk> {
  if (!value.includes('\0')) return
  for (const match of value.matchAll(/(?:[\t\n\r\x20-\x7e]\0){16,}|(?:[\t\n\r\x20-\x7e]\0{3}){16,}/g)) {
    const text = match[0].replaceAll('\0', '')
    const range = { start: match.index, end: match.index + match[0].length }
    yield {
      ...range,
      value: text,
      runs: unitRuns([range], match[0].length / text.length, 1, text.length, (byte) => byte, budget),
    }
  }
}

function characterOf(match: RegExpExecArray): string {
  const [, braces, u, x, octal, slash, percent, quoted, entityHex, entity] = match
  const hex = braces ?? u ?? x ?? percent ?? quoted ?? entityHex
  const code = hex ? Number.parseInt(hex, 16) : octal ? Number.parseInt(octal, 8) : entity ? Number(entity) : 0
  return slash ?? String.fromCodePoint(Math.min(code, 0x10ffff))
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
