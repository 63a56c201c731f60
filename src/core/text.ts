import type { Source, Span } from './source.ts'

/** Stands for a part of a text that cannot be known offline (`${var.x}` without a default, a data source). */
export const UNKNOWN = '\uE000'

/**
 * A stretch of decoded text and where it was written.
 * When both lengths are equal the stretch maps character by character; otherwise (an escape, a base64 line,
 * an unknown) the whole stretch maps to the whole place.
 */
export interface Run {
  /** Offset of the stretch in the decoded value. */
  readonly at: number
  readonly length: number
  readonly uri: string
  readonly start: number
  readonly end: number
  /** Of an UNKNOWN: what it is that is not known, `var.stage`. */
  readonly reference?: string
}

/**
 * A text whose every character knows where it was written, through heredocs, escapes, templates, base64 and
 * other files. `runs` are in order, touch each other and cover `value` from 0 to its end.
 */
export interface MappedText {
  readonly value: string
  readonly runs: readonly Run[]
}

/** The text of a whole source, mapped onto itself. */
export function wholeText(source: Source): MappedText {
  return literalText(source.text, { uri: source.uri, start: 0, end: source.text.length })
}

/** A text that stands at `span`: mapped character by character when the lengths agree, else as one piece. */
export function literalText(value: string, span: Span): MappedText {
  return { value, runs: [{ at: 0, length: value.length, uri: span.uri, start: span.start, end: span.end }] }
}

/** What is not known, in a text; `reference` is what it is called. */
export function unknownText({ uri, start, end }: Span, reference?: string): MappedText {
  return {
    value: UNKNOWN,
    runs: [{ at: 0, length: 1, uri, start, end, ...(reference !== undefined && { reference }) }],
  }
}

/** What the first thing in a text is called that is not known; undefined where nothing tells. */
export function unknownName({ value, runs }: MappedText, from = 0, to = value.length): string | undefined {
  if (!value.slice(from, to).includes(UNKNOWN)) return undefined
  return runs.find(({ at, length, reference }) => reference !== undefined && at < to && at + length > from)?.reference
}

export function concatTexts(parts: readonly MappedText[]): MappedText {
  if (parts.length === 1) return parts[0]!
  const runs: Run[] = []
  const values: string[] = []
  let at = 0
  for (const part of parts) {
    for (const run of part.runs) if (run.length > 0) runs.push(at === 0 ? run : { ...run, at: run.at + at })
    values.push(part.value)
    at += part.value.length
  }
  if (runs.length === 0 && parts[0]) runs.push(...parts[0].runs)
  return { value: values.join(''), runs }
}

/** The part from `start` to `end` (offsets into `value`), still mapped. */
export function sliceText(text: MappedText, start: number, end: number = text.value.length): MappedText {
  const runs: Run[] = []
  for (let index = runIndexAt(text.runs, start); index < text.runs.length; index++) {
    const run = text.runs[index]!
    if (run.at >= end && runs.length > 0) break
    const from = Math.max(start, run.at)
    const to = Math.min(end, run.at + run.length)
    if (to < from) break
    const exact = run.end - run.start === run.length
    runs.push({
      at: from - start,
      length: to - from,
      uri: run.uri,
      start: exact ? run.start + (from - run.at) : run.start,
      end: exact ? run.start + (to - run.at) : run.end,
      ...(run.reference !== undefined && { reference: run.reference }),
    })
    if (to === end) break
  }
  return { value: text.value.slice(start, end), runs }
}

/**
 * The place where the characters `start` to `end` of the decoded value were written. A stretch that crosses into
 * another file is cut at the end of the file it begins in.
 */
export function locate(text: MappedText, start: number, end: number): Span {
  const first = text.runs[runIndexAt(text.runs, start)]
  if (!first) return { uri: '', start: 0, end: 0 }
  let last = first
  for (let index = runIndexAt(text.runs, start) + 1; index < text.runs.length; index++) {
    const run = text.runs[index]!
    if (run.at >= end) break
    if (run.uri === first.uri && run.end >= last.end) last = run
  }
  const from = isExact(first) ? first.start + Math.min(start - first.at, first.length) : first.start
  const to = isExact(last) ? last.start + Math.min(Math.max(end - last.at, 0), last.length) : last.end
  return { uri: first.uri, start: from, end: Math.max(from, to) }
}

/** The last run that begins at or before `offset`. */
function runIndexAt(runs: readonly Run[], offset: number): number {
  let low = 0
  let high = runs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (runs[middle]!.at <= offset) low = middle
    else high = middle - 1
  }
  return Math.max(low, 0)
}

function isExact(run: Run): boolean {
  return run.end - run.start === run.length
}
