import { type Finding, LEVEL_OF, type Level, type Notification, type Report } from '../core/finding.ts'
import { historyAdviceText, historyOf } from './advice.ts'
import { plainAdvice } from './advice-blocks.ts'
import { clip, LONGEST_MESSAGE, visible, visibleLines } from './escape.ts'
import { hasHeadLine, isFile, placeInHistory } from './place.ts'
import { groupBy, groupsOf, notificationsWorstFirst, plural, rulesById, titleOf } from './select.ts'

/** What a step may show of each kind; GitHub drops the rest without a word. */
export const ANNOTATIONS_PER_LEVEL = 10

const COMMAND: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'notice' }

/** GitHub cuts titles at 255 characters. */
const LONGEST_TITLE = 200

export interface Annotation {
  readonly level: Level
  readonly title: string
  readonly message: string
  readonly uri?: string
  readonly line?: number
  readonly endLine?: number
  readonly column?: number
  readonly endColumn?: number
}

/**
 * Workflow commands, one a line, at most 10 of each level and the worst first; when some are left out, one of the
 * notices says how many. New, unsuppressed findings only.
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function renderAnnotations(report: Report, options: AnnotationOptions = {}): string[] {
  const findings = options.findings === false ? [] : findingAnnotations(report)
  return withinLimits([...verdictAnnotation(report), ...findings, ...notificationAnnotations(report)]).map(commandOf)
}

export function annotationsText(report: Report, options?: AnnotationOptions): string {
  return renderAnnotations(report, options)
    .map((line) => `${line}\n`)
    .join('')
}

export interface AnnotationOptions {
  /** False where the findings are told on their lines by other means. */
  readonly findings?: boolean
}

/** One for each new finding, the worst first. */
export function findingAnnotations(report: Report): Annotation[] {
  const rules = rulesById(report)
  return groupsOf(report).fresh.map((finding) => findingAnnotation(finding, titleOf(rules, finding)))
}

function verdictAnnotation(report: Report): Annotation[] {
  if (report.verdict !== 'broken') return []
  return [{ level: 'error', title: 'Keylatch could not finish the scan', message: report.reason }]
}

function findingAnnotation(finding: Finding, title: string): Annotation {
  const { uri, region } = finding.location
  const history = finding.atHead && isFile(uri) ? '' : `Found in ${placeInHistory(finding.location)}${alsoIn(finding)}.`
  const annotation = {
    level: LEVEL_OF[finding.severity],
    title: title === finding.ruleId ? title : `${title} (${finding.ruleId})`,
    message: [finding.message, history, historyAdviceText(finding), `Fix: ${plainAdvice(finding.remediation)}`]
      .filter(Boolean)
      .join('\n'),
  }
  if (!isFile(uri)) return annotation
  if (!hasHeadLine(finding)) return { ...annotation, uri }
  const placed = { ...annotation, uri, line: region.startLine, endLine: Math.max(region.startLine, region.endLine) }
  // GitHub refuses columns on an annotation of several lines.
  if (placed.endLine > placed.line) return placed
  return { ...placed, column: region.startColumn, endColumn: Math.max(region.startColumn, region.endColumn) }
}

function alsoIn(finding: Finding): string {
  return finding.commits.length > 1 ? ` (${historyOf(finding)})` : ''
}

/** Errors and warnings each on their own; notes by kind, so that a hundred binary files make one line. */
function notificationAnnotations(report: Report): Annotation[] {
  const sorted = notificationsWorstFirst(report)
  const heavy = sorted.filter((notification) => notification.level !== 'note')
  const notes = groupBy(
    sorted.filter((notification) => notification.level === 'note'),
    (notification) => notification.id,
  )
  return [...heavy.map(notificationAnnotation), ...[...notes.values()].map(noteAnnotation)]
}

function notificationAnnotation({ level, id, message, location }: Notification): Annotation {
  const annotation = { level, title: `Keylatch: ${id}`, message }
  if (!location || !isFile(location.uri)) return annotation
  const line = location.region?.startLine
  return line ? { ...annotation, uri: location.uri, line, endLine: line } : { ...annotation, uri: location.uri }
}

function noteAnnotation(notes: Notification[]): Annotation {
  const first = notes[0]!
  if (notes.length === 1) return notificationAnnotation(first)
  const others = plural(notes.length - 1, 'more note')
  return {
    level: 'note',
    title: `Keylatch: ${first.id}`,
    message: `${first.message}\nAnd ${others} of this kind; the job summary lists them.`,
  }
}

function withinLimits(all: readonly Annotation[]): Annotation[] {
  const levels: Level[] = ['error', 'warning', 'note']
  const byLevel = levels.map((level) => all.filter((annotation) => annotation.level === level))
  const leftOut = byLevel.reduce((sum, { length }) => sum + Math.max(0, length - ANNOTATIONS_PER_LEVEL), 0)
  if (leftOut === 0) return byLevel.flat()
  const [errors, warnings, notes] = byLevel as [Annotation[], Annotation[], Annotation[]]
  // The line that says so is a notice itself and takes one of their places.
  const shownNotes = notes.slice(0, ANNOTATIONS_PER_LEVEL - 1)
  const shown = [errors.slice(0, ANNOTATIONS_PER_LEVEL), warnings.slice(0, ANNOTATIONS_PER_LEVEL), shownNotes].flat()
  return [...shown, leftOutAnnotation(all.length - shown.length)]
}

function leftOutAnnotation(count: number): Annotation {
  return {
    level: 'note',
    title: `Keylatch: ${plural(count, 'more annotation')} left out`,
    message: `GitHub shows ${ANNOTATIONS_PER_LEVEL} errors, warnings and notices a step; ${plural(count, 'more is', 'more are')} not shown here, these are the worst. The job summary and the report file have more.`,
  }
}

/** `::error title=…,file=…,line=…::message`, with the property names and the escaping of @actions/core. */
function commandOf(annotation: Annotation): string {
  const properties: Record<string, string | number | undefined> = {
    title: clip(visible(annotation.title), LONGEST_TITLE),
    file: annotation.uri === undefined ? undefined : visible(annotation.uri),
    line: annotation.line,
    endLine: annotation.endLine,
    col: annotation.column,
    endColumn: annotation.endColumn,
  }
  const set = Object.entries(properties).filter(([, value]) => value)
  const text = set.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',')
  return `::${COMMAND[annotation.level]} ${text}::${escapeData(clip(visibleLines(annotation.message), LONGEST_MESSAGE))}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
