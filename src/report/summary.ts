import {
  type Finding,
  type Location,
  type PermissionChange,
  type Report,
  type RuleDescription,
  SEVERITIES,
} from '../core/finding.ts'
import { historyAdvice } from './advice.ts'
import { markdownAdvice } from './advice-blocks.ts'
import { confidenceFacts, thresholdText } from './confidence.ts'
import { mermaidGraph, pathOf } from './escalation-path.ts'
import {
  clip,
  LONGEST_MESSAGE,
  markdownBlock,
  markdownCode,
  markdownMessage,
  markdownText,
  neutraliseCommands,
} from './escape.ts'
import { fixPreviews } from './fix.ts'
import { linkTo, placeInHistory, placeText, ruleLink } from './place.ts'
import {
  actionsText,
  countBySeverity,
  groupBy,
  groupsOf,
  notificationsWorstFirst,
  number,
  openFirst,
  type Piles,
  plural,
  rulesById,
  SEVERITY_MARK,
  scopeText,
  VERDICT_MARK,
  VERDICT_WORD,
} from './select.ts'
import { type ExcerptLine, excerptOf } from './snippet.ts'

/** A step's summary may take 1 MiB; a larger one is refused whole. */
export const SUMMARY_LIMIT = 1024 * 1024

export interface SummaryOptions {
  /** Bytes of UTF-8 at most; 65,536 for a comment. */
  readonly limit?: number
}

/** Kept back for the lines that say what was left out. */
const RESERVE = 2000
/** Shares of the room: for what is not a finding, for new findings; their source lines take the rest. */
const LIST_SHARE = 0.08
const ROW_SHARE = 0.6

/** Cells of a source line, so that most screens show it without scrolling. */
const LINE_ROOM = 110

const MOST_RELATED = 5

/**
 * The report as GitHub Markdown, for the job summary, a comment or `--format markdown`. Never longer than the limit:
 * findings are told worst first, and what does not fit is counted.
 */
export function renderSummary(report: Report, options: SummaryOptions = {}): string {
  const limit = options.limit ?? SUMMARY_LIMIT
  const groups = groupsOf(report)
  const head = headline(report) + countsTable(groups)
  const changes = openFirst(report).map(permissionRow)
  const permitted = list('What this change newly permits', changes, limit * LIST_SHARE)
  const lists = [
    list('Changes to the gate itself', report.policyChanges.map(policyRow), limit * LIST_SHARE),
    list('About the scan itself', notificationRows(report), limit * LIST_SHARE),
  ].join('')
  const foot = footer(report)
  const room = limit - RESERVE - size(head) - size(permitted) - size(lists) - size(foot)
  const findings = newFindings(report, groups.fresh, room)
  const left = (room - size(findings)) / 2
  const existing = folded(
    `${plural(groups.existing.length, 'finding')} at the base already`,
    groups.existing.map((finding) => existingRow(report, finding)),
    left,
  )
  const suppressed = folded(
    `${plural(groups.suppressed.length, 'finding')} suppressed`,
    groups.suppressed.map((finding) => suppressedRow(report, finding)),
    left,
  )
  return neutraliseCommands([head, permitted, findings, lists, existing, suppressed, foot].join(''))
}

function headline(report: Report): string {
  const title = `## ${VERDICT_MARK[report.verdict]} Keylatch: ${VERDICT_WORD[report.verdict]}`
  return `${title}\n\n${message(report.reason)}\n\n`
}

function countsTable(groups: Piles): string {
  const rows = [
    ['**new**', groups.fresh],
    ['at the base already', groups.existing],
    ['suppressed', groups.suppressed],
  ] as const
  const filled = rows.filter(([, findings]) => findings.length > 0)
  if (filled.length === 0) return ''
  return [
    `| | ${SEVERITIES.map((severity) => `${SEVERITY_MARK[severity]} ${severity}`).join(' | ')} |`,
    `|---|${SEVERITIES.map(() => '--:').join('|')}|`,
    ...filled.map(([label, findings]) => {
      const counts = countBySeverity(findings)
      return `| ${label} | ${SEVERITIES.map((severity) => (counts[severity] > 0 ? number(counts[severity]) : '')).join(' | ')} |`
    }),
    '\n',
  ].join('\n')
}

/** By rule, the rule with the worst finding first; in each by file. */
function newFindings(report: Report, fresh: readonly Finding[], room: number): string {
  const rules = rulesById(report)
  const heads = new Map<string, string>()
  const headOf = (id: string) => heads.get(id) ?? ruleHead(report, id, rules.get(id))
  const rows = new Map<Finding, string>()
  let left = room * ROW_SHARE
  for (const finding of fresh) {
    const row = newRow(report, finding, rules.get(finding.ruleId))
    const head = headOf(finding.ruleId)
    left -= size(row) + (heads.has(finding.ruleId) ? 0 : size(head))
    if (left < 0) break
    heads.set(finding.ruleId, head)
    rows.set(finding, row)
  }
  const told = [...rows.keys()]
  const excerpts = excerptsWithin(told, room - room * ROW_SHARE + Math.max(0, left))
  const sections = [...groupBy(told, (finding) => finding.ruleId)].map(([id, group]) =>
    ruleSection(heads.get(id)!, group, rows, excerpts),
  )
  const missing = fresh.length - told.length
  const cut = `> [!WARNING]\n> **${plural(missing, 'more finding is', 'more findings are')} left out of this summary**, which has reached its size limit. The worst are shown; the SARIF and JSON reports have all.\n\n`
  return sections.join('') + (missing > 0 ? cut : '')
}

function ruleSection(
  head: string,
  group: readonly Finding[],
  rows: ReadonlyMap<Finding, string>,
  excerpts: ReadonlyMap<Finding, string>,
): string {
  const shown = group.filter((finding) => excerpts.has(finding))
  const [title = '', explanation = ''] = head.split(SEAM)
  const lines = shown.map((finding) => excerpts.get(finding)).join('')
  const which = shown.length < group.length ? `The lines of the first ${number(shown.length)}` : 'The lines'
  return [
    title,
    ...group.map((finding) => rows.get(finding)!),
    '\n',
    ...shown.slice(0, MOST_GRAPHS).map(graph),
    explanation,
    shown.length > 0 ? `<details><summary>${which}</summary>\n\n${lines}</details>\n\n` : '',
  ].join('')
}

/** Ways to more power that are drawn for a rule; the others are told in their rows. */
const MOST_GRAPHS = 3

/** Where and how, as a picture. */
function graph(finding: Finding): string {
  const steps = pathOf(finding)
  return steps ? `${markdownCode(placeInHistory(finding.location))}\n\n${mermaidGraph(steps)}` : ''
}

/** Between the title and the explanation of a rule, where its findings go. */
const SEAM = '\u0000'

function ruleHead(report: Report, id: string, rule: RuleDescription | undefined): string {
  const title = `### ${markdownText(rule?.title ?? id)}\n\n[${markdownCode(id)}](${ruleLink(report, id)})\n\n`
  if (!rule) return title + SEAM
  const references = [...rule.cwe.map(cweLink), ...rule.references.filter(isWebAddress).map((url) => `<${url}>`)]
  const parts = [
    `**Why it matters.** ${message(rule.description)}`,
    markdownAdvice(clip(rule.remediation, LONGEST_MESSAGE), '**How to fix it.**', ''),
    ...(references.length > 0 ? [`See ${references.join(', ')}`] : []),
  ]
  return `${title}${SEAM}<details><summary>Why it matters, and how to fix it</summary>\n\n${parts.join('\n\n')}\n\n</details>\n\n`
}

function cweLink(cwe: string): string {
  const digits = /^CWE-(\d+)$/.exec(cwe)?.[1]
  return digits ? `[CWE-${digits}](https://cwe.mitre.org/data/definitions/${digits}.html)` : markdownText(cwe)
}

function isWebAddress(url: string): boolean {
  return /^https:\/\/[^\s<>]+$/.test(url)
}

function newRow(report: Report, finding: Finding, rule: RuleDescription | undefined): string {
  const notes = [...(finding.blocking ? ['**blocks**'] : []), ...confidenceFacts(finding)]
  const advice = historyAdvice(finding)
  const general = rule?.remediation === finding.remediation
  const related = finding.relatedLocations
    .slice(0, MOST_RELATED)
    .map((each) => `See ${where(report, each)}: ${message(each.message)}`)
  const paragraphs = [
    message(finding.message),
    ...(advice ? [`**${message(advice.lead)}** ${message(advice.detail)}`] : []),
    ...related,
  ]
  const fix = general ? '' : `\n\n${markdownAdvice(clip(finding.remediation, LONGEST_MESSAGE), '**Fix:**', INDENT)}`
  const head = [
    `- ${SEVERITY_MARK[finding.severity]} **${finding.severity}** ${where(report, finding.location)}`,
    ...notes,
  ].join(' · ')
  return `${[head, ...paragraphs.map((text) => INDENT + text)].join('<br>\n')}${fix}\n`
}

/** Of what belongs to an item of a list. */
const INDENT = '  '

function where(report: Report, location: Location): string {
  const link = linkTo(report, location)
  const label = markdownCode(placeInHistory(location))
  return link ? `[${label}](${link})` : label
}

function existingRow(report: Report, finding: Finding): string {
  return `- ${SEVERITY_MARK[finding.severity]} ${where(report, finding.location)} ${message(finding.message)} (${markdownCode(finding.ruleId)})\n`
}

function suppressedRow(report: Report, finding: Finding): string {
  const { mechanism, justification } = finding.suppression!
  const reason = justification === '' ? 'no reason given' : message(justification)
  return `- ${SEVERITY_MARK[finding.severity]} ${where(report, finding.location)} ${markdownCode(finding.ruleId)} by ${markdownCode(mechanism)}: ${reason}\n`
}

/** Source lines for as many findings, in order, as there is room for. */
function excerptsWithin(findings: readonly Finding[], room: number): Map<Finding, string> {
  const excerpts = new Map<Finding, string>()
  let left = room
  for (const finding of findings) {
    const text = excerpt(finding)
    left -= size(text) + size(graph(finding))
    if (left < 0) break
    if (text) excerpts.set(finding, text)
  }
  return excerpts
}

function excerpt(finding: Finding): string {
  const lines = excerptOf(finding, LINE_ROOM)
  if (lines.length === 0) return ''
  const digits = String(finding.location.region.endLine + 2).length
  const code = markdownBlock(lines.flatMap((line) => excerptLines(line, digits, finding)))
  const fixes = fixPreviews(finding).map((preview) =>
    markdownBlock([...preview.before.map((line) => `- ${line}`), ...preview.after.map((line) => `+ ${line}`)], 'diff'),
  )
  const head = `${markdownCode(placeInHistory(finding.location))}, fingerprint ${markdownCode(finding.fingerprint)}`
  return `${[head, code, ...fixes].join('\n\n')}\n\n`
}

function excerptLines(line: ExcerptLine, digits: number, finding: Finding): string[] {
  if (line.kind === 'gap') return [`${' '.repeat(digits + 2)} ⋮ ${line.count} more lines`]
  const gutter = `${line.marked ? '>' : ' '} ${String(line.number).padStart(digits)} | `
  const text = `${gutter}${line.text}`.trimEnd()
  if (line.carets === 0 || line.number !== finding.location.region.startLine) return [text]
  return [text, `${' '.repeat(digits + 2)} | ${' '.repeat(line.caretAt)}${'^'.repeat(line.carets)}`]
}

function permissionRow(change: PermissionChange): string {
  const levels = Object.entries(change.addedByLevel)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${number(count)} ${markdownText(level)}`)
  const counts = actionsText(change, '→')
  const details = change.details.slice(0, 20).map((detail) => `  - ${message(detail)}\n`)
  const more = change.details.length > 20 ? [`  - and ${number(change.details.length - 20)} more\n`] : []
  const added = levels.length > 0 ? ` (new: ${levels.join(', ')})` : ''
  return [`- **${markdownText(change.holder)}**: ${counts}${added}\n`, ...details, ...more].join('')
}

/** The rows of what is newly permitted, as many as fit; empty when nothing is. */
export function changesList(changes: readonly PermissionChange[], room: number): string {
  return fitting(changes.map(permissionRow), room).trimEnd()
}

function policyRow(change: string): string {
  return `- ${message(change)}\n`
}

const LEVEL_MARK = { error: '⛔', warning: '⚠️', note: 'ℹ️' } as const

function notificationRows(report: Report): string[] {
  return notificationsWorstFirst(report).map(({ level, id, message: text, location }) => {
    const place = location && !text.includes(location.uri) ? `${markdownCode(placeText(location))}: ` : ''
    return `- ${LEVEL_MARK[level]} ${place}${message(text)} (${markdownCode(id)})\n`
  })
}

function list(title: string, rows: readonly string[], room: number): string {
  return rows.length === 0 ? '' : `### ${title}\n\n${fitting(rows, room)}\n`
}

function folded(title: string, rows: readonly string[], room: number): string {
  return rows.length === 0 ? '' : `<details><summary>${title}</summary>\n\n${fitting(rows, room)}\n</details>\n\n`
}

/** As many rows as fit, and how many did not. */
function fitting(rows: readonly string[], room: number): string {
  let left = room
  const end = rows.findIndex((row) => (left -= size(row)) < 0)
  if (end === -1) return rows.join('')
  return `${rows.slice(0, end).join('')}- and ${number(rows.length - end)} more, left out for want of room\n`
}

function footer(report: Report): string {
  const name = `[Keylatch](${report.tool.informationUri}) ${markdownText(report.tool.version)}`
  const threshold = thresholdText(report)
  return `<sub>${name} · ${markdownText(scopeText(report))} · ${threshold}</sub>\n`
}

function message(text: string): string {
  return markdownMessage(clip(text, LONGEST_MESSAGE))
}

const size = (text: string) => Buffer.byteLength(text)
