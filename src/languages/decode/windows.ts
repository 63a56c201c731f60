import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { decodeAs, type Encoding, encodingOf, isGzip } from './bytes.ts'

/** A part of a text, with its place in the whole. */
export interface TextWindow {
  readonly text: string
  /** Characters and lines of the whole text before it. */
  readonly start: number
  readonly startLine: number
}

/** So many bytes at a time; each window begins with the end of the one before, longer than any secret. */
const WINDOW = 1 << 21
const OVERLAP = 1 << 16

/**
 * A text of any size as windows that overlap, in the memory of a few of them. Windows begin and end with lines, where lines are
 * shorter than the overlap. What is compressed is inflated, up to a limit that `cut` is told.
 */
export async function* textWindows(
  pieces: AsyncIterable<Uint8Array>,
  cut: (limit: string) => void,
): AsyncGenerator<TextWindow> {
  let encoding: Encoding | undefined
  let carried = ''
  let start = 0
  let startLine = 0
  for await (const bytes of wholeLines(inflated(pieces, cut))) {
    encoding ??= encodingOf(bytes)
    const text = carried + decodeAs(bytes, encoding)
    yield { text, start, startLine }
    const kept = Math.max(0, text.length - OVERLAP)
    const from = kept === 0 ? 0 : text.indexOf('\n', kept) + 1 || kept
    carried = text.slice(from)
    start += from
    startLine += linesIn(text, from)
  }
}

export function linesIn(text: string, end: number, start = 0): number {
  let lines = 0
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** Windows of whole lines, as far as there are lines; an even number of bytes otherwise. */
async function* wholeLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    parts.push(piece)
    length += piece.length
    if (length < WINDOW) continue
    const bytes = Buffer.concat(parts)
    const line = bytes.lastIndexOf('\n')
    // The NUL behind a line break of UTF-16 belongs to it.
    const end = line > bytes.length / 2 ? (line + 2) & ~1 : bytes.length & ~1
    yield bytes.subarray(0, end)
    parts = [bytes.subarray(end)]
    length = bytes.length - end
  }
  if (length > 0) yield Buffer.concat(parts)
}

/** Compressed text is seldom a hundredth of its size; what promises more is there to keep us busy. */
const MOST_INFLATED = 200
const ALWAYS = 64 << 20

async function* inflated(pieces: AsyncIterable<Uint8Array>, cut: (limit: string) => void): AsyncGenerator<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]()
  const first = await iterator.next()
  if (first.done) return
  const all = (async function* () {
    yield first.value
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  })()
  if (!isGzip(first.value)) {
    yield* all
    return
  }
  let taken = 0
  let given = 0
  const gunzip = createGunzip()
  const counted = (async function* () {
    for await (const piece of all) {
      taken += piece.length
      yield piece
    }
  })()
  const source = Readable.from(counted)
  source.on('error', (error) => gunzip.destroy(error))
  try {
    for await (const piece of source.pipe(gunzip)) {
      given += piece.length
      if (given > ALWAYS && given > MOST_INFLATED * taken) {
        cut('inflated-bytes')
        return
      }
      yield piece
    }
  } catch {
    // What is broken off was read as far as it goes.
  } finally {
    gunzip.destroy()
    source.destroy()
  }
}
