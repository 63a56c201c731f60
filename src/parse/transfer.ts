import { gunzipSync } from 'node:zlib'
import { literalText, type MappedText, UNKNOWN } from '../core/text.ts'
import { buildText, spanOf } from './build-text.ts'

/** Encoded text longer than this is no user-data (16 KB) and no script. */
const MOST_ENCODED = 1_500_000
const MOST_DECODED = 4_000_000

/**
 * The text that a base64 text stands for, each group of three characters mapped to its four; what is gzipped inside
 * maps as one piece. Undefined when it is no base64, or decodes to something that is no text.
 */
export function fromBase64(text: MappedText): MappedText | undefined {
  const { value } = text
  if (value.length > MOST_ENCODED || !/^\s*[A-Za-z0-9+/\r\n\t ]{8,}={0,2}\s*$/.test(value)) return undefined
  const places = digitPlaces(value)
  if (places.length % 4 === 1) return undefined
  const bytes = Buffer.from(value, 'base64')
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return unzipped(bytes, text)
  const decoded = asText(bytes)
  if (decoded === undefined) return undefined
  const built = buildText(text)
  let byte = 0
  let from = 0
  let fromByte = 0
  for (let at = 0; at < decoded.length; ) {
    const point = decoded.codePointAt(at)!
    byte += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
    at += point < 0x10000 ? 1 : 2
    if (byte % 3 !== 0 && at < decoded.length) continue
    const first = places[Math.floor(fromByte / 3) * 4]!
    const last = places[Math.min(Math.ceil(byte / 3) * 4, places.length) - 1]!
    built.piece(decoded.slice(from, at), first, last + 1)
    from = at
    fromByte = byte
  }
  return built.done()
}

/** A text as base64 when it reads as such and holds a text, else as it stands. */
export function unwrapped(text: MappedText): MappedText {
  return text.value.includes(UNKNOWN) ? text : (fromBase64(text) ?? text)
}

/** MIME's other encoding: `=3D` for `=`, `=` before a line's end for a line that goes on. */
export function fromQuotedPrintable(text: MappedText): MappedText {
  const built = buildText(text)
  const escapes = /=(?:\r?\n|(?:[0-9A-Fa-f]{2}(?:=[0-9A-Fa-f]{2})*))/g
  let at = 0
  for (let match = escapes.exec(text.value); match; match = escapes.exec(text.value)) {
    built.exact(at, match.index)
    at = match.index + match[0].length
    const hex = match[0].replace(/[=\r\n]/g, '')
    built.piece(Buffer.from(hex, 'hex').toString('utf8'), match.index, at)
  }
  built.exact(at, text.value.length)
  return built.done()
}

function unzipped(bytes: Buffer, text: MappedText): MappedText | undefined {
  try {
    const decoded = asText(gunzipSync(bytes, { maxOutputLength: MOST_DECODED }))
    return decoded === undefined ? undefined : literalText(decoded, spanOf(text))
  } catch {
    return undefined
  }
}

/** Strict UTF-8 without control characters other than white space. */
function asText(bytes: Uint8Array): string | undefined {
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/.test(decoded) ? undefined : decoded
  } catch {
    return undefined
  }
}

/** Where the base64 digits stand. */
function digitPlaces(value: string): number[] {
  const places: number[] = []
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at)
    if (code > 32 && code !== 61) places.push(at)
  }
  return places
}
