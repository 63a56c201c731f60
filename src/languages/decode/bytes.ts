import { constants, unzipSync } from 'node:zlib'
import { binaryFormat, isTar, isZip } from './binary-formats.ts'
import { printableStretches } from './printable.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1' | 'binary'

/** The text of a file. Of encoding `binary` it is what is printable in it, and its lines are none of the file. */
export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}

/** No compressed text is inflated beyond this: a few kilobytes can hold gigabytes. */
export const INFLATED_LIMIT = 8 * 1024 * 1024

/**
 * The text that a file's bytes hold, without its byte order mark. UTF-16 is recognised with and without a mark. Lines that are no
 * valid UTF-8 are read as Latin-1, one character a byte, so nothing is lost. Only what is of a known format that is no text
 * (`binaryFormat`) is `binary`; anything else is a text, and what could hide it from us is looked through: a mark that lies,
 * ASCII within UTF-16, NULs and control characters, the first bytes of an image before a script. gzip is inflated (lines are
 * then those of the text in it).
 */
export function decodeBytes(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeBytes8(bytes.subarray(3))
  const marked = markedOrder(bytes)
  if (marked) return isPlainAscii(bytes) ? decodeBytes8(bytes.subarray(2)) : decodeBytes16(bytes.subarray(2), marked)
  if (isGzip(bytes)) return decodeGzip(bytes)
  const inflated = isZlib(bytes) ? gunzip(bytes) : undefined
  if (inflated && inflated !== 'too-large') return decodeBytes(inflated)
  if (binaryFormat(bytes)) return binary(bytes)
  const order = utf16Order(bytes)
  return order ? decodeBytes16(bytes, order) : decodeBytes8(bytes)
}

/** How the text in a file is written, by its first bytes. */
export function encodingOf(head: Uint8Array): Encoding {
  if (binaryFormat(head)) return 'binary'
  const marked = markedOrder(head)
  return (marked && !isPlainAscii(head) ? marked : utf16Order(head)) ?? 'utf-8'
}

/** A part of a file whose encoding is known from its first bytes; a mark is left in it. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'binary') return printableStretches(bytes)
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return decodeBytes16(bytes, encoding).text
  return decodeBytes8(bytes).text
}

/** The files of an archive are read one by one, and it says nothing besides. */
function binary(bytes: Uint8Array): Decoded {
  if (isTar(bytes) || isZip(bytes)) return { text: '', encoding: 'binary' }
  return { text: printableStretches(bytes), encoding: 'binary' }
}

function markedOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

/** In UTF-16 of any script a good part of all bytes is no ASCII. */
function isPlainAscii(bytes: Uint8Array): boolean {
  let plain = 0
  for (let at = 2; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte < 0x7f && (byte >= 0x20 || (byte >= 9 && byte <= 13))) plain++
  }
  return bytes.length > 6 && plain > (bytes.length - 2) * 0.8
}

/** The text in bytes that are known to be worth reading: like `decodeBytes`, but never refuses. */
export function textOfBytes(bytes: Uint8Array): Decoded {
  const order = utf16Order(bytes)
  if (order) return decodeBytes16(bytes, order)
  const text = strictly(bytes)
  return text === undefined
    ? { text: asBuffer(bytes).toString('latin1'), encoding: 'latin1' }
    : { text, encoding: 'utf-8' }
}

/** Texts are compressed by a tenth, seldom by a thirtieth; what promises more is there to keep us busy. */
const MOST_INFLATED = 32

/** gzip in gzip in … */
const DEEPEST = 4

function decodeGzip(bytes: Uint8Array): Decoded {
  let inflated: Uint8Array = bytes
  for (let depth = 0; depth < DEEPEST && isGzip(inflated); depth++) {
    const inner = gunzip(inflated, Math.min(INFLATED_LIMIT, MOST_INFLATED * inflated.length + 65536))
    if (!inner || inner === 'too-large') return binary(bytes)
    inflated = inner
  }
  return isGzip(inflated) ? binary(bytes) : decodeBytes(inflated)
}

/** Is it compressed text that takes more than `decodeBytes` inflates? It can still be read in windows. */
export function inflatesBeyond(bytes: Uint8Array, { encoding }: Decoded): boolean {
  return encoding === 'binary' && isGzip(bytes)
}

/** What gzip bytes hold, if that is no more than `limit`; a stream that is cut off gives what is there. */
export function gunzip(bytes: Uint8Array, limit = INFLATED_LIMIT): Uint8Array | 'too-large' | undefined {
  if (limit < 1) return 'too-large'
  try {
    const inflated = unzipSync(bytes, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH })
    return (isGzip(inflated) || isZlib(inflated)) && inflated.length < bytes.length * 2
      ? (gunzip(inflated, limit) ?? inflated)
      : inflated
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : undefined
  }
}

/** The head of a zlib stream, whose two bytes are a multiple of 31. */
export function isZlib(bytes: ArrayLike<number>): boolean {
  return bytes[0] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(bytes[1]!)
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8
}

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decodeBytes8(bytes: Uint8Array): Decoded {
  const text = strictly(bytes)
  return text === undefined ? { text: lineByLine(bytes), encoding: 'latin1' } : { text, encoding: 'utf-8' }
}

function strictly(bytes: Uint8Array): string | undefined {
  try {
    return STRICT.decode(bytes)
  } catch {
    return undefined
  }
}

/** So few lines that are no UTF-8 are told apart from the others; beyond, it is no text with a slip in it. */
const MOST_SLIPS = 1000

/** One byte that is no UTF-8 must not change how all the others read. */
function lineByLine(bytes: Uint8Array): string {
  const lines: string[] = []
  let slips = 0
  for (let start = 0; start < bytes.length && slips < MOST_SLIPS; ) {
    const found = bytes.indexOf(0x0a, start)
    const end = found === -1 ? bytes.length : found + 1
    const line = strictly(bytes.subarray(start, end))
    if (line === undefined) slips++
    lines.push(line ?? asBuffer(bytes.subarray(start, end)).toString('latin1'))
    start = end
  }
  return slips < MOST_SLIPS ? lines.join('') : asBuffer(bytes).toString('latin1')
}

/**
 * So many bytes of plain ASCII in a row are text of one byte a character: in UTF-16 each pair would be a rare ideograph. The
 * byte next to a NUL belongs to the UTF-16 that goes on there.
 */
const ASCII_STRETCH = {
  'utf-16le': /[\t\n\r\x20-\x7e]{20,}(?!\0)/g,
  'utf-16be': /(?<!\0)[\t\n\r\x20-\x7e]{20,}/g,
}

/** UTF-16, except where plain ASCII stands in it. */
function decodeBytes16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const bigEndian = encoding === 'utf-16be'
  const parts: string[] = []
  let at = 0
  for (const { 0: range, index } of asBuffer(bytes).toString('latin1').matchAll(ASCII_STRETCH[encoding])) {
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

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
