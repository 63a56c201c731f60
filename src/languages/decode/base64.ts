import type { Range } from '../../core/source.ts'
import { locate, type MappedText } from '../../core/text.ts'
import { gunzip, INFLATED_LIMIT, isGzip, isZlib, textOfBytes } from './bytes.ts'
import { type Budget, type DecodedChunk, oneRun, placedRuns, unitRuns } from './chunk.ts'

/**
 * The text that `text` encodes as a whole in base64 or base64url: white space and padding are optional, gzip inside is
 * inflated, UTF-16 inside is read. Every character maps to its group of four, or, through gzip, to the whole.
 * Undefined when it is not base64, says nothing, or inflates to more than `limit`, which `cut` is told.
 */
export function decodeBase64(
  text: MappedText,
  limit = INFLATED_LIMIT,
  cut: Budget['cut'] = () => {},
): MappedText | undefined {
  const { value } = text
  if (!/^[A-Za-z0-9+/_\-\s]+(?:={1,2}\s*)?$/.test(value)) return undefined
  const segments = [...value.matchAll(/[A-Za-z0-9+/_-]+/g)].map((run) => range(run.index, run.index + run[0].length))
  const chunk = decodeSegments(value, segments, {
    runs: Number.POSITIVE_INFINITY,
    inflations: 1,
    inflated: limit,
    cut,
  })
  return chunk && { value: chunk.value, runs: [...placedRuns(text, chunk)] }
}

/**
 * The text in gzip bytes that were written at `place` (`filebase64`, a binary user-data file); all of it maps to the
 * whole place. Undefined when it is not gzip, is broken at the start, or inflates beyond INFLATED_LIMIT.
 */
export function gunzipText(bytes: Uint8Array, place: MappedText): MappedText | undefined {
  if (!isGzip(bytes)) return undefined
  const inflated = gunzip(bytes)
  if (inflated === undefined || inflated === 'too-large') return undefined
  const { text } = textOfBytes(inflated)
  const span = locate(place, 0, place.value.length)
  return { value: text, runs: [{ at: 0, length: text.length, ...span }] }
}

/** What `segments` (the encoded characters, a stretch a line) say together. */
export function decodeSegments(value: string, segments: readonly Range[], budget: Budget): DecodedChunk | undefined {
  if (segments.length === 0) return undefined
  const whole = range(segments[0]!.start, segments.at(-1)!.end)
  const encoded = segments.map((segment) => value.slice(segment.start, segment.end)).join('')
  const bytes = Buffer.from(encoded, 'base64')
  if (bytes.length === 0) return undefined
  if (isGzip(bytes) || isZlib(bytes)) {
    const inflated = inflate(bytes, budget)
    if (inflated) {
      const { text } = textOfBytes(inflated)
      return { ...whole, value: text, runs: oneRun(text, whole) }
    }
    if (isGzip(bytes)) return undefined
  }
  const { text, encoding } = textOfBytes(bytes)
  const charAt = characterOffsets(bytes, text, encoding === 'utf-8')
  return { ...whole, value: text, runs: unitRuns(segments, 4, 3, bytes.length, charAt, budget) }
}

function inflate(bytes: Uint8Array, budget: Budget): Uint8Array | undefined {
  budget.inflations--
  const limit = Math.min(INFLATED_LIMIT, budget.inflated)
  const inflated = gunzip(bytes, limit)
  budget.inflated -= inflated === 'too-large' ? limit : (inflated?.length ?? 0)
  if (inflated !== 'too-large') return inflated
  budget.cut(`compressed data that inflates to more than ${limit < INFLATED_LIMIT ? '16 MB in all' : '8 MB'}`)
  return undefined
}

/** From a byte offset to an offset in the text: a character belongs to the byte it begins with. Ascending calls only. */
export function characterOffsets(bytes: Uint8Array, text: string, utf8: boolean): (byte: number) => number {
  if (bytes.length === text.length) return (byte) => byte
  if (!utf8) return (byte) => (byte === bytes.length ? text.length : byte >> 1)
  let done = 0
  let characters = 0
  return (byte) => {
    for (; done < byte; done++) {
      const lead = bytes[done]!
      if ((lead & 0xc0) !== 0x80) characters += lead >= 0xf0 ? 2 : 1
    }
    return characters
  }
}

function range(start: number, end: number): Range {
  return { start, end }
}
