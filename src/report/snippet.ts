import type { Finding, Snippet } from '../core/finding.ts'
import type { Region } from '../core/source.ts'
import { visible } from './escape.ts'
import { characterWidth } from './width.ts'

/** A line of a snippet made ready to be shown: tabs expanded, controls visible, cut around what it is about. */
export interface DrawnLine {
  readonly text: string
  /** UTF-16 offsets into `text` of the part to underline. */
  readonly from: number
  readonly to: number
  /** The same in terminal cells: where the caret starts and how many there are (0 for a line of context). */
  readonly caretAt: number
  readonly carets: number
}

export type ExcerptLine =
  | (DrawnLine & { readonly kind: 'line'; readonly number: number; readonly marked: boolean })
  | { readonly kind: 'gap'; readonly count: number }

const TAB = 4
const CONTEXT = 2
/** A longer region (a private key) shows its first and last lines only. */
const MOST_MARKED = 6
const HEAD_OF_MARKED = 4

/** What the snippet of a finding shows: its own lines and a little around them, each at most `room` cells wide. */
export function excerptOf(finding: Finding, room: number): ExcerptLine[] {
  const { snippet } = finding
  const region = regionIn(finding, finding.location.region)
  const lines: ExcerptLine[] = []
  let skipped = 0
  for (const index of shownIndexes(snippet, region)) {
    const number = snippet.startLine + index
    const marked = number >= region.startLine && number <= region.endLine
    const deep = number - region.startLine >= HEAD_OF_MARKED && number < region.endLine
    if (marked && deep && region.endLine - region.startLine + 1 > MOST_MARKED) {
      skipped++
      continue
    }
    if (skipped > 0) lines.push({ kind: 'gap', count: skipped })
    skipped = 0
    const text = lineOf(finding, number)
    const span = marked ? spanIn(text, number, region) : { from: 0, to: 0 }
    lines.push({ kind: 'line', number, marked, ...drawLine(text, span.from, span.to, room) })
  }
  return lines
}

/** A line of the snippet as it is drawn: with an ellipsis where it was cut before its beginning. */
export function lineOf({ snippet, location }: Finding, number: number): string {
  const line = snippet.lines[number - snippet.startLine]!.replace(/\r$/, '')
  return snippet.startColumn !== undefined && number === location.region.startLine ? `…${line}` : line
}

/** A region by the columns of drawn lines. */
export function regionIn(finding: Finding, region: Region): Region {
  const ellipsis = finding.snippet.startColumn === undefined ? 0 : 1
  const { startLine } = finding.location.region
  const shift = (line: number) => (line === startLine ? cutBefore(finding) - ellipsis : 0)
  return {
    ...region,
    startColumn: region.startColumn - shift(region.startLine),
    endColumn: region.endColumn - shift(region.endLine),
  }
}

/** Characters that the snippet leaves out before the line of the finding. */
export function cutBefore({ snippet }: Finding): number {
  return (snippet.startColumn ?? 1) - 1
}

/** The marked lines, with context around them that does not begin or end in a blank line. */
function shownIndexes(snippet: Snippet, region: Region): number[] {
  const isMarked = (index: number) =>
    snippet.startLine + index >= region.startLine && snippet.startLine + index <= region.endLine
  const first = Math.max(0, region.startLine - CONTEXT - snippet.startLine)
  const last = Math.min(snippet.lines.length - 1, region.endLine + CONTEXT - snippet.startLine)
  const near = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  if (!near.some(isMarked)) return []
  const isBlank = (index: number | undefined) =>
    index !== undefined && !isMarked(index) && snippet.lines[index]!.trim() === ''
  while (isBlank(near[0])) near.shift()
  while (isBlank(near.at(-1))) near.pop()
  return near
}

/** Offsets of the part of a line that lies in the region; at least one character wide where there is one. */
function spanIn(text: string, number: number, region: Region): { from: number; to: number } {
  const indent = text.length - text.trimStart().length
  const from = Math.min(number === region.startLine ? region.startColumn - 1 : indent, text.length)
  const to = Math.min(number === region.endLine ? region.endColumn - 1 : text.length, text.length)
  return { from, to: Math.max(to, Math.min(from + 1, text.length)) }
}

interface Cell {
  readonly shown: string
  readonly width: number
  /** Offset of the character in the line as it was. */
  readonly at: number
}

/**
 * Draws one line in at most `room` cells. A longer one is cut around its span, an ellipsis at each cut; of a span that
 * is itself longer, the beginning is shown. Takes time by `room`, not by the length of the line.
 */
export function drawLine(line: string, from: number, to: number, room: number): DrawnLine {
  // No character takes less than a cell but for combining marks; four times the room leaves enough of them.
  const first = line.length > room * 8 ? Math.max(0, from - room * 4) : 0
  const last = line.length > room * 8 ? Math.min(line.length, Math.min(to, from + room) + room * 4) : line.length
  const cells = cellsOf(line.slice(first, last), first)
  const total = cells.reduce((sum, { width }) => sum + width, 0)
  if (total <= room && first === 0 && last === line.length) return assemble(cells, from, to, '', '')

  const before = widthUpTo(cells, from)
  const span = Math.min(widthUpTo(cells, to) - before, room - 2)
  const start = first === 0 && before + span < room ? 0 : Math.max(0, before - Math.floor((room - span) / 2))
  const cutLeft = first > 0 || start > 0
  const kept = cellsWithin(cells, start, room - (cutLeft ? 1 : 0) - 1)
  const cutRight = last < line.length || kept.at(-1) !== cells.at(-1)
  return assemble(kept, from, to, cutLeft ? '…' : '', cutRight ? '…' : '')
}

function cellsOf(text: string, offset: number): Cell[] {
  const cells: Cell[] = []
  let column = 0
  let at = offset
  for (const character of text) {
    const shown = character === '\t' ? ' '.repeat(TAB - (column % TAB)) : visible(character)
    const width = shown.length === character.length && shown === character ? characterWidth(shown) : shown.length
    cells.push({ shown, width, at })
    column += width
    at += character.length
  }
  return cells
}

function widthUpTo(cells: readonly Cell[], offset: number): number {
  let width = 0
  for (const cell of cells) {
    if (cell.at >= offset) break
    width += cell.width
  }
  return width
}

function cellsWithin(cells: readonly Cell[], start: number, room: number): Cell[] {
  const kept: Cell[] = []
  let column = 0
  let used = 0
  for (const cell of cells) {
    if (column >= start) {
      if (used + cell.width > room) break
      kept.push(cell)
      used += cell.width
    }
    column += cell.width
  }
  return kept
}

function assemble(cells: readonly Cell[], from: number, to: number, left: string, right: string): DrawnLine {
  const before = cells.filter((cell) => cell.at < from)
  const under = cells.filter((cell) => cell.at >= from && cell.at < to)
  const start = left.length + length(before)
  return {
    text: left + cells.map((cell) => cell.shown).join('') + right,
    from: start,
    to: start + length(under),
    caretAt: left.length + width(before),
    carets: width(under),
  }
}

const length = (cells: readonly Cell[]) => cells.reduce((sum, { shown }) => sum + shown.length, 0)
const width = (cells: readonly Cell[]) => cells.reduce((sum, cell) => sum + cell.width, 0)

/** Longest line, and most lines, of a snippet in the formats for machines. */
const LONGEST_LINE = 1000
const MOST_LINES = 100

/**
 * The snippet with very long lines (minified code, one-line JSON) cut to 1,000 characters around the region, and
 * without what comes after 100 lines.
 */
export function clippedSnippet(finding: Finding): Snippet {
  const { snippet } = finding
  if (snippet.lines.length <= MOST_LINES && snippet.lines.every((line) => line.length <= LONGEST_LINE)) return snippet
  const { startLine, startColumn } = finding.location.region
  const offset = startColumn - 1 - cutBefore(finding)
  const lines = snippet.lines
    .slice(0, MOST_LINES)
    .map((line, index) => clipAround(line, snippet.startLine + index === startLine ? offset : 0))
  return { ...snippet, lines }
}

function clipAround(line: string, offset: number): string {
  if (line.length <= LONGEST_LINE) return line
  const start = Math.max(0, Math.min(offset - LONGEST_LINE / 4, line.length - LONGEST_LINE))
  const end = start + LONGEST_LINE
  const part = line.slice(start, end).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
  return `${start > 0 ? '…' : ''}${part}${end < line.length ? '…' : ''}`
}
