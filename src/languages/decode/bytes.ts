import { constants, gunzipSync } from 'node:zlib'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1'

/** No compressed text is inflated beyond this: a few kilobytes can hold gigabytes. */
export const INFLATED_LIMIT = 8 * 1024 * 1024

/**
 * The text that a file's bytes hold, without its byte order mark, or 'binary'.
 * UTF-16 is recognised with and without a mark. Bytes that are no valid UTF-8 are read as Latin-1, one character each, so
 * nothing is lost. What could hide a text from us is looked through: a mark that lies, ASCII within UTF-16, a NUL here
 * and there, the first bytes of an image before a script. A program or database that holds a key is read, and gzip
 * is inflated (lines are then those of the text in it).
 */
export function decodeBytes(bytes: Uint8Array): { text: string; encoding: Encoding } | 'binary' {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeBytes8(bytes.subarray(3))
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeBytes16(bytes.subarray(2), 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeBytes16(bytes.subarray(2), 'utf-16be')
  const order = utf16Order(bytes)
  if (order) return decodeBytes16(bytes, order)
  if (isGzip(bytes)) return decodeGzip(bytes)
  return looksBinary(bytes) && !holdsKey(bytes) ? 'binary' : decodeBytes8(bytes)
}

/** The text in bytes that are known to be worth reading: like `decodeBytes`, but never refuses. */
export function textOfBytes(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const order = utf16Order(bytes)
  return order ? decodeBytes16(bytes, order) : decodeBytes8(bytes)
}

/** Texts are compressed by a tenth, seldom by a thirtieth; what promises more is there to keep us busy. */
const MOST_INFLATED = 32

function decodeGzip(bytes: Uint8Array): { text: string; encoding: Encoding } | 'binary' {
  const inflated = gunzip(bytes, Math.min(INFLATED_LIMIT, MOST_INFLATED * bytes.length + 65536))
  return !inflated || inflated === 'too-large' || isGzip(inflated) ? 'binary' : decodeBytes(inflated)
}

/** What gzip bytes hold, if that is no more than `limit`; a stream that is cut off gives what is there. */
export function gunzip(bytes: Uint8Array, limit = INFLATED_LIMIT): Uint8Array | 'too-large' | undefined {
  if (limit < 1) return 'too-large'
  try {
    return gunzipSync(bytes, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH })
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

/** So many bytes of plain ASCII in a row are text of one byte a character: in UTF-16 each pair would be a rare ideograph. */
const ASCII_STRETCH = /[\t\n\r\x20-\x7e]{20,}/g

/** UTF-16, except where plain ASCII stands in it. */
function decodeBytes16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): { text: string; encoding: Encoding } {
  const bigEndian = encoding === 'utf-16be'
  const parts: string[] = []
  let at = 0
  for (const { 0: range, index } of asBuffer(bytes).toString('latin1').matchAll(ASCII_STRETCH)) {
    parts.push(utf16(bytes.subarray(at, index), bigEndian), range)
    at = index + range.length
  }
  parts.push(utf16(bytes.subarray(at), bigEndian))
  return { text: parts.join(''), encoding }
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

/** How programs, images and archives begin; and so may a script, as long as `GIF89a=1` is a command. */
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
 * Control characters tell: about a tenth of the bytes of compressed or machine code, next to none of a text's, and few of
 * its lines hold one. NULs are counted apart (lists separated by NUL, padding, tar archives of text files).
 */
function looksBinary(bytes: Uint8Array): boolean {
  let nul = 0
  let control = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte >= 0x20) continue
    if (byte === 0) nul++
    else if (isControl(byte)) control++
  }
  const rest = bytes.length - nul
  if (rest === 0) return nul > 0
  return (control > rest * 0.04 || beginsLikeBinary(bytes)) && bytesOfDirtyLines(bytes) > bytes.length / 2
}

function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0 && (byte < 9 || byte > 13) && byte !== 0x1b
}

function beginsLikeBinary(bytes: Uint8Array): boolean {
  const head = asBuffer(bytes.subarray(0, 4)).toString('latin1')
  return MAGIC.some((beginning) => head.startsWith(beginning))
}

/** How many bytes stand in lines that hold a control character. */
function bytesOfDirtyLines(bytes: Uint8Array): number {
  let sum = 0
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(0x0a, start)
    const end = found === -1 ? bytes.length : found
    if (bytes.subarray(start, end).some(isControl)) sum += end - start
    start = end + 1
  }
  return sum
}

/** An access key id or a private key, of one or two bytes a character; not the id of AWS's examples. */
const KEY_IN_BINARY =
  /A(?:KIA|SIA|BIA|CCA)(?![A-Z0-9]{0,9}EXAMPLE)[A-Z0-9]{16}(?![A-Za-z0-9])|A\0(?:K\0I|S\0I|B\0I|C\0C)\0A\0(?:[A-Z0-9]\0){16}|-----BEGIN [A-Z ]{0,20}PRIVATE KEY/

function holdsKey(bytes: Uint8Array): boolean {
  return KEY_IN_BINARY.test(asBuffer(bytes).toString('latin1'))
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
