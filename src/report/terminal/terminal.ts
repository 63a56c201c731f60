import { type Finding, type PermissionChange, type Report, SEVERITIES } from '../../core/finding.ts'
import { neutraliseCommands, visible } from '../escape.ts'
import { isFile, placeText } from '../place.ts'
import {
  actionsText,
  countBySeverity,
  groupBy,
  groupsOf,
  notificationsWorstFirst,
  number,
  plural,
  rulesById,
  scopeText,
  VERDICT_WORD,
  witnessText,
  worstFirst,
} from '../select.ts'
import { displayWidth, wrap } from '../width.ts'
import { findingBlock, labelled, paragraph } from './finding.ts'
import { type Palette, paletteOf } from './palette.ts'

export interface TerminalOptions {
  /** ANSI colours; off unless asked for. */
  readonly colour?: boolean
  /** Cells of the terminal; text is set in 60 to 110 of them. */
  readonly width?: number
  /** Show what was at the base already and what is suppressed, too. */
  readonly all?: boolean
  /** No limit on how many, and every finding explained in full. */
  readonly verbose?: boolean
  /** False for consoles that have no Unicode font. */
  readonly unicode?: boolean
  /** How many findings are shown at most, 50 unless told. */
  readonly limit?: number
}

const LIMIT = 50
const MOST_NOTIFICATIONS = 20
const MOST_CHANGES = 20

/** The report for people at a terminal: grouped by file, the file with the worst finding first. */
export function renderTerminal(report: Report, options: TerminalOptions = {}): string {
  const palette = paletteOf(options.colour ?? false, options.unicode ?? true)
  const width = Math.min(110, Math.max(60, options.width ?? 100))
  const { fresh, existing, suppressed } = groupsOf(report)
  const wanted = options.all ? worstFirst([...fresh, ...existing, ...suppressed]) : [...fresh]
  const shown = options.verbose ? wanted : wanted.slice(0, options.limit ?? LIMIT)
  const lines = [
    ...findingLines(report, shown, options.verbose ?? false, palette, width),
    ...leftOutLines(wanted.slice(shown.length), palette, width),
    ...permissionLines(report, palette, width),
    ...policyLines(report, palette, width),
    ...notificationLines(report, options.verbose ?? false, palette, width),
    ...closing(report, options, palette, width),
  ]
  const text = neutraliseCommands(`${lines.join('\n')}\n`)
  return options.unicode === false ? asciiOnly(text) : text
}

function findingLines(report: Report, findings: readonly Finding[], verbose: boolean, palette: Palette, width: number) {
  const rules = rulesById(report)
  const explained = new Set<string>()
  const lines: string[] = []
  for (const [uri, group] of groupBy(findings, (finding) => finding.location.uri)) {
    lines.push(...fileHeading(uri, plural(group.length, 'finding'), palette, width), '')
    for (const finding of group) {
      const explain = verbose || !explained.has(finding.ruleId)
      explained.add(finding.ruleId)
      lines.push(...findingBlock(finding, rules.get(finding.ruleId), explain, palette, width), '', '')
    }
  }
  return lines
}

function fileHeading(title: string, count: string, palette: Palette, width: number): string[] {
  const { heavy } = palette.strokes
  const name = visible(title)
  const line = heavy.repeat(Math.max(3, width - displayWidth(name) - displayWidth(count) - 6))
  return [`${palette.dim(heavy.repeat(2))} ${palette.bold(name)} ${palette.dim(line)} ${palette.dim(count)}`]
}

function leftOutLines(left: readonly Finding[], palette: Palette, width: number): string[] {
  if (left.length === 0) return []
  const files = groupBy(left, (finding) => finding.location.uri).size
  const text = `${plural(left.length, 'more finding is', 'more findings are')} not shown (${tally(left, ', ')}, in ${plural(files, 'file')}); these were the worst. \`--verbose\` shows all of them, \`--format json\` gives them to a program.`
  return [...paragraph(text, palette, width, ''), '']
}

function permissionLines(report: Report, palette: Palette, width: number): string[] {
  if (report.permissionChanges.length === 0) return []
  const count = plural(report.permissionChanges.length, 'holder')
  const shown = report.permissionChanges.slice(0, MOST_CHANGES)
  return [
    ...fileHeading('What this change newly permits', count, palette, width),
    '',
    ...shown.flatMap((change) => permissionChangeLines(change, palette, width)),
    ...moreLine(report.permissionChanges.length - shown.length, 'holder', palette),
    '',
  ]
}

function permissionChangeLines(change: PermissionChange, palette: Palette, width: number): string[] {
  const levels = Object.entries(change.addedByLevel)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${number(count)} ${visible(level)}`)
  const actions = actionsText(change, '->')
  const place = change.location ? palette.dim(`  ${placeText(change.location)}`) : ''
  return [
    `  ${palette.bold(visible(change.holder))}  ${palette.bold(actions)}${levels.length > 0 ? ` (new: ${levels.join(', ')})` : ''}${place}`,
    ...change.details.flatMap((detail) => item(detail, palette, width, '    ')),
    ...(change.witnesses ?? []).flatMap((witness) => item(witnessText(witness), palette, width, '    ')),
  ]
}

/** `· text`, wrapped under its text. */
function item(text: string, palette: Palette, width: number, indent: string): string[] {
  const [first = '', ...rest] = paragraph(text, palette, width, `${indent}  `)
  return [`${indent}${palette.strokes.dot} ${first.trimStart()}`, ...rest]
}

function policyLines(report: Report, palette: Palette, width: number): string[] {
  if (report.policyChanges.length === 0) return []
  return [
    ...fileHeading(
      'What this change does to the gate itself',
      plural(report.policyChanges.length, 'change'),
      palette,
      width,
    ),
    '',
    ...report.policyChanges.flatMap((change) => item(change, palette, width, '  ')),
    '',
  ]
}

const NOTIFICATION_SEVERITY = { error: 'critical', warning: 'medium', note: 'note' } as const

function notificationLines(report: Report, verbose: boolean, palette: Palette, width: number): string[] {
  if (report.notifications.length === 0) return []
  const sorted = notificationsWorstFirst(report)
  const shown = verbose ? sorted : sorted.slice(0, MOST_NOTIFICATIONS)
  return [
    ...fileHeading('About the scan itself', plural(sorted.length, 'notice'), palette, width),
    '',
    ...shown.flatMap(({ level, id, message, location }) =>
      labelled(
        (label) => palette.severity(NOTIFICATION_SEVERITY[level], label),
        level,
        `${location && !message.includes(location.uri) ? `${placeText(location)}  ` : ''}${message} (${id})`,
        palette,
        width,
      ),
    ),
    ...moreLine(sorted.length - shown.length, 'notice', palette),
    '',
  ]
}

function moreLine(left: number, what: string, palette: Palette): string[] {
  return left > 0
    ? [palette.dim(`  ${palette.strokes.gap} ${plural(left, `more ${what}`)}; \`--verbose\` shows all`)]
    : []
}

function closing(report: Report, options: TerminalOptions, palette: Palette, width: number): string[] {
  const { fresh, existing, suppressed } = groupsOf(report)
  const row = (label: string, text: string) => labelled(palette.dim, label, text, palette, width)
  const hidden = [
    ...(existing.length > 0 ? [`${number(existing.length)} at the base already`] : []),
    ...(suppressed.length > 0 ? [`${number(suppressed.length)} suppressed`] : []),
  ].join(', ')
  const found =
    fresh.length > 0 ? tally(fresh, ` ${palette.strokes.dot} `) : existing.length > 0 ? 'nothing new' : 'nothing'
  return [
    palette.dim(palette.strokes.rule.repeat(width)),
    ...verdictLines(report, palette, width),
    '',
    ...row('found', report.verdict === 'broken' && fresh.length === 0 ? 'nothing, but the scan is not whole' : found),
    ...(hidden ? row(options.all ? 'besides' : 'hidden', `${hidden}${options.all ? '' : '; `--all` shows them'}`) : []),
    ...row('scanned', scopeText(report)),
    ...nextSteps(report, fresh).flatMap((step, index) =>
      labelled(palette.bold, index === 0 ? 'next' : '', step, palette, width),
    ),
  ]
}

function verdictLines({ verdict, reason }: Report, palette: Palette, width: number): string[] {
  const word = VERDICT_WORD[verdict].toUpperCase()
  const [first = '', ...rest] = wrap(visible(reason), width - word.length - 3)
  return [`${palette.verdict(verdict, word)} ${first}`, ...rest.map((line) => `  ${line}`)]
}

function tally(findings: readonly Finding[], separator: string): string {
  const counts = countBySeverity(findings)
  return SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => `${number(counts[severity])} ${severity}`)
    .join(separator)
}

/** What to type now. */
function nextSteps(report: Report, fresh: readonly Finding[]): string[] {
  if (report.verdict === 'broken')
    return ['mend what is named above and run it again: nothing that was not read counts as clean']
  const worst = fresh[0]
  if (!worst) return []
  return [
    `\`keylatch explain ${visible(worst.ruleId)}\`  what it is, why it matters, how to fix it`,
    ...(worst.secret ? [] : [howToLiveWith(worst)]),
  ]
}

/** JSON has no comments, and IAM's has no member to spare for one. */
function howToLiveWith({ ruleId, location }: Finding): string {
  if (!isFile(location.uri) || /\.json$/i.test(location.uri)) {
    return 'its `fingerprint`, with a `reason`, under `allow:` in .keylatch.yml, if it is meant to be so'
  }
  const mark = /\.([cm]?[jt]sx?|go|java|kt|cs|bicep)$/i.test(location.uri) ? '//' : '#'
  return `\`${mark} keylatch:ignore ${visible(ruleId)} -- REASON\`  above the line, if it is meant to be so`
}

const TYPOGRAPHY: Readonly<Record<string, string>> = { '…': '~', '␊': '?', '␡': '?' }

function asciiOnly(text: string): string {
  return text.replace(/[\u2400-\u2421…]/g, (character) => TYPOGRAPHY[character] ?? '?')
}
