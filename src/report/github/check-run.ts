import type { Report } from '../../core/finding.ts'
import { type Annotation, findingAnnotations } from '../annotations.ts'
import { clip, LONGEST_MESSAGE, visible, visibleLines } from '../escape.ts'
import { groupsOf, plural } from '../select.ts'
import { renderSummary } from '../summary.ts'
import { numbersLine } from './numbers-line.ts'

/** A request takes so many annotations; https://docs.github.com/en/rest/checks/runs. */
const BATCH = 50
/** With more, telling them would take longer than the scan, and a day's worth of requests. */
export const MOST_ANNOTATIONS = 2_000
/** GitHub's limit is 65,535 characters. */
const LONGEST_SUMMARY = 60_000
const LONGEST_TITLE = 200

export interface CheckAnnotation {
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  readonly start_column?: number
  readonly end_column?: number
  readonly annotation_level: 'notice' | 'warning' | 'failure'
  readonly title: string
  readonly message: string
}

export interface CheckRun {
  readonly conclusion: 'success' | 'failure'
  readonly output: { readonly title: string; readonly summary: string }
  /** Each takes a request. */
  readonly batches: readonly (readonly CheckAnnotation[])[]
  /** New findings that have no annotation here: those beyond the limit, and those that are on no line of a file. */
  readonly left: number
}

/** The report as a check run; every new finding on its line. */
export function checkRun(report: Report): CheckRun {
  const all = findingAnnotations(report)
  const annotations = all.flatMap(annotationOf).slice(0, MOST_ANNOTATIONS)
  const batches: CheckAnnotation[][] = []
  for (let at = 0; at < annotations.length; at += BATCH) batches.push(annotations.slice(at, at + BATCH))
  const left = all.length - annotations.length
  const note =
    left > 0
      ? `${plural(left, 'finding')} not annotated here: more than ${MOST_ANNOTATIONS}, or on no line of a file at the head.\n\n`
      : ''
  return {
    conclusion: report.verdict === 'pass' ? 'success' : 'failure',
    output: { title: titleOf(report), summary: note + renderSummary(report, { limit: LONGEST_SUMMARY - note.length }) },
    batches,
    left,
  }
}

function titleOf(report: Report): string {
  if (report.verdict === 'broken') return clip(visible(report.reason), LONGEST_TITLE)
  const numbers = numbersLine(report)
  const count = groupsOf(report).fresh.length
  return clip(numbers || (count > 0 ? plural(count, 'new finding') : 'Nothing new'), LONGEST_TITLE)
}

const LEVEL = { error: 'failure', warning: 'warning', note: 'notice' } as const

function annotationOf({ level, title, message, uri, line, endLine, column, endColumn }: Annotation): CheckAnnotation[] {
  if (uri === undefined || line === undefined) return []
  const columns = column !== undefined && endColumn !== undefined ? { start_column: column, end_column: endColumn } : {}
  return [
    {
      path: uri,
      start_line: line,
      end_line: endLine ?? line,
      ...columns,
      annotation_level: LEVEL[level],
      title: clip(visible(title), LONGEST_TITLE),
      message: clip(visibleLines(message), LONGEST_MESSAGE),
    },
  ]
}
