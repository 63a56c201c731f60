import type { Range } from '../../core/source.ts'
import { type MappedText, type Run, sliceText } from '../../core/text.ts'
import { type Budget, type DecodedChunk, placedRuns } from './chunk.ts'
import { concatenations } from './concatenations.ts'
import { encodedBlocks, mayHoldBlocks } from './encoded-blocks.ts'
import { escapedCharacters, interleavedNuls } from './escapes.ts'
import { mayHoldPacked, packedStrings } from './packed.ts'
import { encodedRuns } from './runs.ts'
import { unseenCharacters } from './unseen.ts'

export { decodeBase64, gunzipText } from './base64.ts'
export { decodeBytes } from './bytes.ts'

/**
 * A part of a text in which what was encoded reads as what it says, in its place: the names and values around it stay, so
 * an id in plain text and its secret in base64 can still be seen together. `decoded` are the stretches that differ.
 */
export interface DecodedText extends MappedText {
  readonly decoded: readonly Range[]
}

/** An encoding inside an encoding inside … is followed this deep. */
const DEPTH = 5

/** So much of the surrounding text stays with a decoded stretch: as far apart as the halves of a key may stand. */
const MARGIN = 1200

/** What one text may decode to in all, whatever it says. */
const TOTAL_LIMIT = 16 * 1024 * 1024

/** A text has a few compressed pieces in it, not thousands; and so many places are kept exact to the column. */
const MOST_INFLATIONS = 1000
const MOST_RUNS = 200_000

/**
 * What is encoded in `text`: base64, base64url, base32, uuencode, gzip and zlib inside base64, hex, percent, JavaScript and JSON escapes, character
 * entities, quoted-printable, NULs between characters (UTF-16 or UTF-32 in a file of another kind), words in parts or with what
 * is not seen inside them, strings of a program that touch each other, each inside any other,
 * at most DEPTH deep. Every decoded character maps to its group of encoded ones (through gzip: to the whole), so to the
 * right line. Only what reads as text or holds a telling word is decoded. A decoded
 * text has nothing left to decode.
 */
export function decode(text: MappedText): Decoding {
  return isDecoded(text) ? { texts: [], cuts: [] } : decodeDeeply(text)
}

/** Could a text hold anything that `decode` decodes, but for a run of base64 or hex, which its length gives away? */
export function mayBeEncoded(value: string): boolean {
  return (
    escapedCharacters(value, UNBOUNDED).seeds.length > 0 ||
    mayHoldPacked(value) ||
    mayHoldBlocks(value) ||
    unseenCharacters(value).seeds.length > 0 ||
    concatenations(value).seeds.length > 0
  )
}

const UNBOUNDED: Budget = { runs: Infinity, inflations: Infinity, inflated: Infinity, cut: () => {} }

export function isDecoded(text: MappedText): text is DecodedText {
  return 'decoded' in text
}

export interface Decoding {
  readonly texts: readonly DecodedText[]
  /** What a limit kept from being decoded, as phrases for people; mostly empty. */
  readonly cuts: readonly string[]
}

function decodeDeeply(text: MappedText): Decoding {
  const texts: DecodedText[] = []
  const cuts = new Set<string>()
  const budget: Budget = {
    runs: MOST_RUNS,
    inflations: MOST_INFLATIONS,
    inflated: TOTAL_LIMIT,
    cut: (reason) => cuts.add(reason),
  }
  let left = Math.min(TOTAL_LIMIT, 8 * text.value.length + 1024 * 1024)
  let level: readonly MappedText[] = [text]
  for (let depth = 0; depth < DEPTH && level.length > 0; depth++) {
    const next: DecodedText[] = []
    for (const outer of level) {
      for (const view of decodeOnce(outer, budget)) {
        left -= view.value.length
        if (left < 0) {
          cuts.add('encoded data that decodes to more than 16 MB')
          return { texts, cuts: [...cuts] }
        }
        next.push(view)
        texts.push(view)
      }
    }
    level = next
  }
  if (level.some((view) => isPackedStill(view, budget))) cuts.add(`data that is encoded more than ${DEPTH} times over`)
  return { texts, cuts: [...cuts] }
}

/** Escapes of escapes are in every log; runs of base64 in base64 are not. */
function isPackedStill(view: MappedText, budget: Budget): boolean {
  if (!isDecoded(view)) return false
  return [...encodedRuns(view.value, budget)].some((run) => view.decoded.some((known) => overlaps(known, run)))
}

/** One layer off: a view for every region of `text` that holds something encoded. */
function* decodeOnce(text: MappedText, budget: Budget): Generator<DecodedText> {
  const { value } = text
  const escapes = escapedCharacters(value, budget)
  const joined = concatenations(value)
  const unseen = unseenCharacters(value)
  const runs = [...encodedRuns(value, budget), ...encodedBlocks(value, budget), ...interleavedNuls(value, budget)]
  const chunks = [...runs, ...escapes.chunks, ...joined.chunks, ...unseen.chunks]
  yield* viewsAround(text, [...runs, ...escapes.seeds, ...joined.seeds, ...unseen.seeds], chunks)
  // Apart, since a control character that hides in a key is between two strings here.
  if (isDecoded(text)) return
  const packed = packedStrings(value)
  yield* viewsAround(text, packed, packed)
}

function* viewsAround(
  text: MappedText,
  seeds: readonly Range[],
  pieces: readonly DecodedChunk[],
): Generator<DecodedText> {
  const fresh = seeds.filter((range) => !isDecoded(text) || text.decoded.some((known) => overlaps(known, range)))
  if (fresh.length === 0) return
  const chunks = inOrder([...pieces])
  let first = 0
  for (const window of windowsAround(text.value, fresh)) {
    while (first < chunks.length && chunks[first]!.start < window.start) first++
    const inside: DecodedChunk[] = []
    while (first < chunks.length && chunks[first]!.end <= window.end) inside.push(chunks[first++]!)
    yield viewOf(text, window, inside)
  }
}

/** Sorted, and without those that reach into an earlier one. */
function inOrder(chunks: DecodedChunk[]): DecodedChunk[] {
  chunks.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return chunks.filter((chunk) => {
    if (chunk.start < end) return false
    end = chunk.end
    return true
  })
}

/** The regions to show: each seed with its margin, widened to whole words, those that meet joined. */
function windowsAround(value: string, seeds: readonly Range[]): Range[] {
  const windows: Range[] = []
  for (const seed of [...seeds].sort((a, b) => a.start - b.start)) {
    const start = wordEdge(value, seed.start - MARGIN, -1)
    const end = wordEdge(value, seed.end + MARGIN, 1)
    const last = windows.at(-1)
    if (last && start <= last.end) windows[windows.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else windows.push({ start, end })
  }
  return windows
}

/** The next place at or beyond `at` (in the given direction) that is not inside a word; within 400 characters. */
function wordEdge(value: string, at: number, direction: 1 | -1): number {
  if (at <= 0) return 0
  if (at >= value.length) return value.length
  let edge = at
  for (let steps = 0; steps < 400 && edge > 0 && edge < value.length; steps++, edge += direction) {
    if (/\s/.test(value[edge]!)) return edge
  }
  return Math.max(0, Math.min(edge, value.length))
}

function viewOf(text: MappedText, window: Range, chunks: readonly DecodedChunk[]): DecodedText {
  const values: string[] = []
  const runs: Run[] = []
  const decoded: Range[] = []
  let done = window.start
  let length = 0
  const addPlain = (end: number) => {
    if (end <= done) return
    const plain = sliceText(text, done, end)
    for (const run of plain.runs) if (run.length > 0) runs.push({ ...run, at: run.at + length })
    values.push(plain.value)
    length += plain.value.length
  }
  for (const chunk of chunks) {
    addPlain(chunk.start)
    const last = decoded.at(-1)
    const end = length + chunk.value.length
    if (last?.end === length) decoded[decoded.length - 1] = { start: last.start, end }
    else decoded.push({ start: length, end })
    for (const run of placedRuns(text, chunk, length)) runs.push(run)
    values.push(chunk.value)
    length = end
    done = chunk.end
  }
  addPlain(window.end)
  return { value: values.join(''), runs, decoded }
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}
