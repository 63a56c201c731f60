import type { Range } from '../../core/source.ts'
import type { Run } from '../../core/text.ts'
import { locate, type MappedText } from '../../core/text.ts'

/** An encoded stretch of a text and what it says; `runs` are offsets into the encoded text's value. */
export interface DecodedChunk extends Range {
  readonly value: string
  readonly runs: readonly LocalRun[]
}

/** Like `Run`, with the place still in the encoded text. */
export interface LocalRun {
  readonly at: number
  readonly length: number
  readonly start: number
  readonly end: number
}

/** What decoding one text may cost; shared by all its pieces. */
export interface Budget {
  /** Runs left to hand out; then a piece gets one run a line, and only the line of a secret is exact, not its column. */
  runs: number
  /** Compressed pieces left to inflate. */
  inflations: number
  /** Bytes that they may still inflate to, all together. */
  inflated: number
  /** Is told what a limit kept from being decoded, as a phrase for people. */
  cut(reason: string): void
}

/** More runs than this for one piece cost more memory than exact columns are worth: then several units share a run. */
const MAX_RUNS = 8192

/**
 * Runs for an encoding that turns `unitIn` characters into `unitOut` bytes (base64: 4 and 3, hex: 2 and 1).
 * `segments` are the stretches that hold the encoded characters, in order (one a line); no run crosses from one line
 * to the next unless a unit itself does. `charAt` gives the offset in the decoded text for a byte offset.
 */
export function unitRuns(
  segments: readonly Range[],
  unitIn: number,
  unitOut: number,
  bytes: number,
  charAt: (byte: number) => number,
  budget: Budget,
): LocalRun[] {
  const total = segments.reduce((sum, segment) => sum + segment.end - segment.start, 0)
  const step = Math.ceil(total / unitIn / Math.max(1, Math.min(MAX_RUNS, budget.runs))) * unitIn
  const runs: LocalRun[] = []
  let index = 0
  let at = segments[0]?.start ?? 0
  for (let encoded = 0; encoded < total; ) {
    if (at === segments[index]!.end) at = segments[++index]!.start
    const start = at
    const wholeUnits = Math.floor((segments[index]!.end - at) / unitIn) * unitIn
    let take = wholeUnits > 0 ? Math.min(step, wholeUnits) : Math.min(unitIn, total - encoded)
    const from = charAt(Math.min(bytes, (encoded / unitIn) * unitOut))
    encoded += take
    const to = encoded >= total ? charAt(bytes) : charAt(Math.min(bytes, (encoded / unitIn) * unitOut))
    while (take > segments[index]!.end - at) {
      take -= segments[index]!.end - at
      at = segments[++index]!.start
    }
    at += take
    if (to > from) runs.push({ at: from, length: to - from, start, end: at })
  }
  budget.runs -= runs.length
  return runs
}

/** The whole of `piece` as one run: for compressed text, where no finer place exists. */
export function oneRun(value: string, range: Range): LocalRun[] {
  return [{ at: 0, length: value.length, start: range.start, end: range.end }]
}

/** The same runs, several in one where there are too many. */
export function fewerRuns(runs: readonly LocalRun[], budget: Budget): readonly LocalRun[] {
  const step = Math.ceil(runs.length / Math.max(1, Math.min(MAX_RUNS, budget.runs)))
  if (step <= 1) {
    budget.runs -= runs.length
    return runs
  }
  const fewer: LocalRun[] = []
  for (let first = 0; first < runs.length; first += step) {
    const from = runs[first]!
    const to = runs[Math.min(first + step, runs.length) - 1]!
    fewer.push({ at: from.at, length: to.at + to.length - from.at, start: from.start, end: to.end })
  }
  budget.runs -= fewer.length
  return fewer
}

/** A piece's runs, carried from the encoded text to where that text itself was written; `at` is where the piece begins. */
export function* placedRuns(text: MappedText, chunk: DecodedChunk, at = 0): Generator<Run> {
  for (const run of chunk.runs) {
    const { uri, start, end } = locate(text, run.start, run.end)
    yield { at: run.at + at, length: run.length, uri, start, end }
  }
}
