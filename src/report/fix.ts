import type { FileEdit, Finding } from '../core/finding.ts'
import { groupBy } from './select.ts'

/** Lines before and after a fix, as a diff shows them. */
export interface FixPreview {
  readonly uri: string
  readonly startLine: number
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/**
 * The fix of a finding as whole lines, where its snippet holds the lines that it changes; for an edit elsewhere only
 * what is put in its place. The old lines are masked ones: for showing, not for applying.
 */
export function fixPreviews(finding: Finding): FixPreview[] {
  const byFile = groupBy(finding.fix ?? [], (edit) => edit.uri)
  return [...byFile].flatMap(([uri, edits]) => {
    const inSnippet = uri === finding.location.uri && edits.every((edit) => isInSnippet(finding, edit))
    return inSnippet ? [changedLines(finding, uri, edits)] : edits.map(insertedLines)
  })
}

function isInSnippet({ snippet }: Finding, { region }: FileEdit): boolean {
  if (snippet.startColumn !== undefined) return false
  return region.startLine >= snippet.startLine && region.endLine < snippet.startLine + snippet.lines.length
}

function changedLines({ snippet }: Finding, uri: string, edits: readonly FileEdit[]): FixPreview {
  const startLine = Math.min(...edits.map((edit) => edit.region.startLine))
  const endLine = Math.max(...edits.map((edit) => edit.region.endLine))
  const before = snippet.lines
    .slice(startLine - snippet.startLine, endLine - snippet.startLine + 1)
    .map((line) => line.replace(/\r$/, ''))
  const starts = before.map((_, index) => before.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0))
  const offsetOf = (line: number, column: number) =>
    starts[line - startLine]! + Math.min(column - 1, before[line - startLine]!.length)
  let text = before.join('\n')
  // From the end, so that earlier offsets stay true.
  const fromEnd = [...edits].sort(
    (a, b) => b.region.startLine - a.region.startLine || b.region.startColumn - a.region.startColumn,
  )
  for (const { region, text: replacement } of fromEnd) {
    const start = offsetOf(region.startLine, region.startColumn)
    text = text.slice(0, start) + replacement + text.slice(offsetOf(region.endLine, region.endColumn))
  }
  const after = text.split('\n').filter((line, _, all) => all.length > 1 || line.trim() !== '')
  return withoutCommon({ uri, startLine, before, after })
}

/** What stays as it is, above and below, is no part of the change. */
function withoutCommon({ uri, startLine, before, after }: FixPreview): FixPreview {
  const most = Math.min(before.length, after.length)
  let above = 0
  while (above < most && before[above] === after[above]) above++
  let below = 0
  while (below < most - above && before.at(-1 - below) === after.at(-1 - below)) below++
  return {
    uri,
    startLine: startLine + above,
    before: before.slice(above, before.length - below),
    after: after.slice(above, after.length - below),
  }
}

function insertedLines(edit: FileEdit): FixPreview {
  return { uri: edit.uri, startLine: edit.region.startLine, before: [], after: edit.text.split('\n') }
}
