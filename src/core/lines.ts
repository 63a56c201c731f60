import type { MappedText } from './text.ts'

/** A line of a text as offsets: `end` is before the line break, `next` after it. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly next: number
}

export function* linesOf(text: MappedText | string): Generator<Line> {
  const value = typeof text === 'string' ? text : text.value
  for (let start = 0; start < value.length; ) {
    const newline = value.indexOf('\n', start)
    const next = newline === -1 ? value.length : newline + 1
    const end = newline === -1 ? value.length : newline
    yield { start, end: end > start && value[end - 1] === '\r' ? end - 1 : end, next }
    start = next
  }
}

/** `indexOf` that does not look past `to`, so that many short looks at a long text stay cheap. */
export function indexWithin(value: string, wanted: string, from: number, to: number): number {
  const at = value.slice(from, to).indexOf(wanted)
  return at === -1 ? -1 : from + at
}
