import { constants, gunzipSync } from 'node:zlib'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1'

/** No compressed text is inflated beyond this: a few kilobytes can hold gigabytes. */
export const INFLATED_LIMIT = 8 * 1024 * 1024

/**
 * The text that a file's bytes hold, without its byte order mark, or 'binary'.
 * UTF-16 is recognised with and without a mark. Bytes that are no valid UTF-8 are read as Latin-1, one character each, so
 * nothing is lost. A NUL here and there does not make a text binary: it would be too easy a way to hide one.
 */
export function decodeBytes(bytes: Uint8Array): { text: string; encoding: Encoding } | 'binary' {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeBytes8(bytes.subarray(3))
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: utf16(bytes.subarray(2), false), encoding: 'utf-16le' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: utf16(bytes.subarray(2), true), encoding: 'utf-16be' }
  const order = utf16Order(bytes)
  if (order) return { text: utf16(bytes, order === 'utf-16be'), encoding: order }
  return looksBinary(bytes) ? 'binary' : decodeBytes8(bytes)
}

/** The text in bytes that are known to be worth reading: like `decodeBytes`, but never refuses. */
export function textOfBytes(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const order = utf16Order(bytes)
  if (order) return { text: utf16(bytes, order === 'utf-16be'), encoding: order }
  return decodeBytes8(bytes)
}

/** What gzip bytes hold, at most INFLATED_LIMIT of it; a stream that is cut off gives what is there. */
export function gunzip(bytes: Uint8Array): Uint8Array | 'too-large' | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: INFLATED_LIMIT, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : undefined
  }
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8
}

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decodeBytes8(bytes: Uint8Array): { text: string; encoding: Encoding } {
  try {
    return { text: STRICT.decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: asBuffer(bytes).toString('latin1'), encoding: 'latin1' }
  }
}

/** Buffer's decoder keeps lone surrogates, so no input can fail. */
function utf16(bytes: Uint8Array, bigEndian: boolean): string {
  const whole = bytes.subarray(0, bytes.length & ~1)
  return bigEndian ? Buffer.from(whole).swap16().toString('utf16le') : asBuffer(whole).toString('utf16le')
}

/** UTF-16 without a mark: in text of Western scripts nearly every other byte is zero, and always the same one of two. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length & ~1, 4096)
  if (length < 4) return undefined
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  const pairs = length / 2
  if (odd > pairs * 0.7 && even < pairs * 0.05) return 'utf-16le'
  if (even > pairs * 0.7 && odd < pairs * 0.05) return 'utf-16be'
  return undefined
}

/** Beginnings of formats that are never read as text, whatever the rest of the file looks like. */
const MAGIC = [
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'PK\x03\x04',
  '\x7fELF',
  '\x1f\x8b\x08',
  'wOFF',
  'wOF2',
  '\0asm',
  'OggS',
]

/**
 * Control characters tell: about a tenth of the bytes of compressed or machine code, next to none of a text's. NULs are
 * counted apart (lists separated by NUL, padding, tar archives of text files).
 */
function looksBinary(bytes: Uint8Array): boolean {
  const head = asBuffer(bytes.subarray(0, 4)).toString('latin1')
  if (MAGIC.some((magic) => head.startsWith(magic))) return true
  let nul = 0
  let control = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte >= 0x20) continue
    if (byte === 0) nul++
    else if ((byte < 9 || byte > 13) && byte !== 0x1b) control++
  }
  const rest = bytes.length - nul
  return nul > 0 && rest === 0 ? true : control > rest * 0.04
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
