import type { Finding, RelatedLocation } from '../../core/finding.ts'
import { clip, visible } from '../escape.ts'
import { type DrawnLine, drawLine, type ExcerptLine, excerptOf, lineOf, regionIn } from '../snippet.ts'
import { displayWidth } from '../width.ts'
import type { Palette } from './palette.ts'

const LONGEST_ASIDE = 120

export interface Frame {
  readonly lines: string[]
  /** Related places that the frame points at already. */
  readonly shown: ReadonlySet<RelatedLocation>
}

/** The lines of a finding with their numbers, its span underlined, and related places of the same lines pointed at. */
export function frameOf(finding: Finding, palette: Palette, width: number): Frame {
  const { bar, pointer, gap } = palette.strokes
  const digits = String(finding.location.region.endLine + 2).length
  const room = Math.max(20, width - digits - 7)
  const blank = `${' '.repeat(digits + 4)} ${palette.dim(bar)}`
  const shown = new Set<RelatedLocation>()
  const lines: string[] = []
  for (const line of excerptOf(finding, room)) {
    if (line.kind === 'gap') {
      lines.push(palette.dim(`${' '.repeat(digits + 4)} ${gap} ${line.count} more lines`))
      continue
    }
    const asides = asidesOn(finding, line, room)
    const text = line.marked || asides.length === 0 ? line.text : asides[0]!.drawn.text
    const number = String(line.number).padStart(digits)
    const gutter = line.marked
      ? `  ${palette.severity(finding.severity, `${pointer} ${number}`)} ${palette.dim(bar)}`
      : `    ${palette.dim(`${number} ${bar}`)}`
    lines.push(trimEnd(`${gutter} ${line.marked ? text : palette.dim(text)}`))
    if (line.marked && line.carets > 0 && isFirstOrOnly(finding, line.number)) {
      const carets = palette.severity(finding.severity, palette.strokes.caret.repeat(line.carets))
      lines.push(`${blank} ${' '.repeat(line.caretAt)}${carets}`)
    }
    for (const { related, drawn } of asides) {
      if (drawn.text !== text) continue
      shown.add(related)
      lines.push(...asideLines(related.message, drawn, palette, room).map((text) => `${blank} ${text}`))
    }
  }
  return { lines, shown }
}

/** A stroke under a related place and its message, on the next line where it would stand out to the right. */
function asideLines(message: string, drawn: DrawnLine, palette: Palette, room: number): string[] {
  const stroke = palette.strokes.aside.repeat(Math.max(1, drawn.carets))
  const text = clip(visible(message), LONGEST_ASIDE)
  const indent = ' '.repeat(drawn.caretAt)
  const width = displayWidth(text)
  if (drawn.caretAt + stroke.length + 1 + width <= room) return [indent + palette.code(`${stroke} ${text}`)]
  return [
    indent + palette.code(stroke),
    ' '.repeat(Math.max(0, Math.min(drawn.caretAt, room - width))) + palette.code(text),
  ]
}

/** A region of several lines is underlined on its first; the others have their pointer in the gutter. */
function isFirstOrOnly(finding: Finding, line: number): boolean {
  return line === finding.location.region.startLine
}

function asidesOn(finding: Finding, line: Extract<ExcerptLine, { kind: 'line' }>, room: number) {
  const source = lineOf(finding, line.number)
  return finding.relatedLocations
    .filter(({ uri, commit, region }) => {
      const sameFile = uri === finding.location.uri && commit === finding.location.commit
      return sameFile && region.startLine === line.number && region.endLine === line.number
    })
    .filter(({ region }) => regionIn(finding, region).startColumn > 0)
    .slice(0, 3)
    .map((related) => {
      const { startColumn, endColumn } = regionIn(finding, related.region)
      const from = Math.min(startColumn - 1, source.length)
      const to = Math.min(Math.max(endColumn - 1, from + 1), source.length)
      return { related, drawn: drawLine(source, from, to, room) }
    })
}

const trimEnd = (text: string) => text.replace(/ +$/, '')
