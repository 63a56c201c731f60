import type { Finding, Report } from '../../core/finding.ts'
import { historyAdvice } from '../advice.ts'
import { markdownAdvice } from '../advice-blocks.ts'
import { clip, LONGEST_MESSAGE, markdownBlock, markdownCode, markdownMessage, markdownText } from '../escape.ts'
import { hasHeadLine, isFile, linkTo, placeInHistory, ruleLink } from '../place.ts'
import { groupsOf, rulesById, SEVERITY_MARK } from '../select.ts'
import { findingMark } from './marks.ts'

/** Comments of one review, and comments on files as a whole, of which each takes a request. */
export const MOST_COMMENTS = 25
export const MOST_FILE_COMMENTS = 5

/** Lines of the head that a review comment may stand on, by path; a path that the pull request does not have is missing. */
export type DiffLines = ReadonlyMap<string, ReadonlySet<number>>

export interface LineComment {
  readonly fingerprint: string
  readonly path: string
  readonly line: number
  readonly start_line?: number
  readonly side: 'RIGHT'
  readonly start_side?: 'RIGHT'
  readonly body: string
}

export interface FileComment {
  readonly fingerprint: string
  readonly path: string
  readonly body: string
}

export interface NewComments {
  readonly lines: readonly LineComment[]
  readonly files: readonly FileComment[]
  /** New findings that are left to the summary. */
  readonly left: number
}

/** What is to be said on the pull request about findings that have no thread yet, worst first. */
export function newComments(report: Report, key: string, known: ReadonlySet<string>, diff: DiffLines): NewComments {
  const said = new Set(known)
  const lines: LineComment[] = []
  const files: FileComment[] = []
  let left = 0
  for (const finding of groupsOf(report).fresh) {
    const { fingerprint, location } = finding
    if (said.has(fingerprint)) continue
    said.add(fingerprint)
    const commentable = isFile(location.uri) ? diff.get(location.uri) : undefined
    const place = commentable && hasHeadLine(finding) ? placeOn(finding, commentable) : undefined
    if (place && lines.length < MOST_COMMENTS) {
      const body = threadBody(report, finding, key, place.suggest)
      lines.push({ fingerprint, path: location.uri, ...place.lines, side: 'RIGHT', body })
    } else if (commentable && !place && files.length < MOST_FILE_COMMENTS) {
      files.push({ fingerprint, path: location.uri, body: threadBody(report, finding, key, false) })
    } else left++
  }
  return { lines, files, left }
}

/** The lines of the suggestion where the diff shows all of them, else the finding's own last line. */
function placeOn(finding: Finding, commentable: ReadonlySet<number>) {
  const { suggestion, location } = finding
  if (suggestion) {
    const lines = Array.from(
      { length: suggestion.endLine - suggestion.startLine + 1 },
      (_, at) => suggestion.startLine + at,
    )
    if (lines.every((line) => commentable.has(line)))
      return { lines: span(suggestion.startLine, suggestion.endLine), suggest: true }
  }
  const { startLine, endLine } = location.region
  if (commentable.has(startLine) && commentable.has(endLine)) return { lines: span(startLine, endLine), suggest: false }
  return commentable.has(startLine) ? { lines: span(startLine, startLine), suggest: false } : undefined
}

function span(start: number, end: number): Pick<LineComment, 'line' | 'start_line' | 'start_side'> {
  return end > start ? { line: end, start_line: start, start_side: 'RIGHT' } : { line: end }
}

/** What a thread begins with. */
function threadBody(report: Report, finding: Finding, key: string, suggest: boolean): string {
  const rule = rulesById(report).get(finding.ruleId)
  const advice = historyAdvice(finding)
  const title = markdownText(rule?.title ?? finding.ruleId)
  const link = linkTo(report, finding.location)
  const where =
    suggest || hasHeadLine(finding)
      ? ''
      : `In ${link ? `[${markdownCode(placeInHistory(finding.location))}](${link})` : markdownCode(placeInHistory(finding.location))}.`
  const why = rule
    ? `<details><summary>Why it matters</summary>\n\n${markdownMessage(rule.description)}\n\n</details>`
    : ''
  const parts = [
    `${SEVERITY_MARK[finding.severity]} **${finding.severity}: ${title}** ([${markdownCode(finding.ruleId)}](${ruleLink(report, finding.ruleId)}))${finding.blocking ? ' · **blocks**' : ''}`,
    markdownMessage(clip(finding.message, LONGEST_MESSAGE)),
    where,
    advice ? `**${markdownMessage(advice.lead)}** ${markdownMessage(advice.detail)}` : '',
    markdownAdvice(clip(finding.remediation, LONGEST_MESSAGE), '**Fix:**', ''),
    suggest ? markdownBlock(finding.suggestion!.lines, 'suggestion') : '',
    why,
    `<sub>fingerprint ${markdownCode(finding.fingerprint)}</sub>`,
  ]
  return [findingMark(key, finding.fingerprint), ...parts.filter((part) => part !== '')].join('\n\n')
}
