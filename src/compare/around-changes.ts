import type { Range } from '../core/source.ts'

/** Lines of a text, and which of them a change touched. */
interface Window {
  readonly lines: string[]
  readonly counts: boolean[]
}

/** The changed lines of a text with `context` lines around them; where two meet, they are one. */
export function windowsOf(text: Buffer, ranges: readonly Range[], context: number): Window[] {
  const windows: Window[] = []
  let [window, end]: [Window | undefined, number] = [undefined, 0]
  for (const range of ranges) {
    const from = linesBefore(text, range.start, context)
    if (!window || from > end) {
      if (window) finish(text, window, end, context)
      window = { lines: [], counts: [] }
      windows.push(window)
      end = from
    }
    add(text, window, end, range.start, false)
    // Where lines are gone, what stood on either side of them has a new neighbour.
    const seam = range.start === range.end
    if (seam && window.lines.length > 0) window.counts[window.lines.length - 1] = true
    end = seam ? lineAfter(text, range.end) : range.end
    add(text, window, range.start, end, true)
  }
  if (window) finish(text, window, end, context)
  return windows
}

function finish(text: Buffer, window: Window, end: number, context: number): void {
  add(text, window, end, linesAfter(text, end, context), false)
}

function add(text: Buffer, window: Window, start: number, end: number, counts: boolean) {
  if (end <= start) return
  const lines = text.toString('utf8', start, end).split('\n')
  if (lines.at(-1) === '') lines.pop()
  for (const line of lines) {
    window.lines.push(line)
    window.counts.push(counts)
  }
}

/** The changed stretch with about so many characters on either side, to whole lines. */
export function around(text: Buffer, { start, end }: Range, margin: number): Range {
  const from = Math.max(0, start - margin)
  const to = Math.min(text.length, end + margin)
  return { start: from === 0 ? 0 : text.lastIndexOf(LF, from) + 1, end: lineAfter(text, to) }
}

const LF = 10

export function lineAfter(text: Buffer, at: number): number {
  const found = at >= text.length ? -1 : text.indexOf(LF, at)
  return found === -1 ? text.length : found + 1
}

function linesBefore(text: Buffer, at: number, count: number): number {
  let start = at
  for (let line = 0; line < count && start > 0; line++) {
    start = start < 2 ? 0 : text.lastIndexOf(LF, start - 2) + 1
  }
  return start
}

function linesAfter(text: Buffer, at: number, count: number): number {
  let end = at
  for (let line = 0; line < count && end < text.length; line++) end = lineAfter(text, end)
  return end
}
