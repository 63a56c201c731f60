import { type Finding, type PermissionChange, type Report, SEVERITIES } from '../../core/finding.ts'
import { historyAdvice } from '../advice.ts'
import { htmlAdvice } from '../blocks.ts'
import { confidenceFacts, thresholdText } from '../confidence.ts'
import { clip, htmlMessage, htmlText, LONGEST_MESSAGE, visible } from '../escape.ts'
import { type ExcerptLine, excerptOf } from '../excerpt.ts'
import { type FixPreview, fixPreviews } from '../fix.ts'
import { isFile, linkTo, placeInHistory, placeText, ruleLink } from '../place.ts'
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
  titleOf,
  VERDICT_WORD,
} from '../select.ts'
import { STYLE } from './style.ts'

export interface HtmlOptions {
  /** How many findings the page holds at most, 2,000 unless told. */
  readonly limit?: number
}

const LIMIT = 2000
const LINE_ROOM = 200
const MOST_RELATED = 10

/** Nothing is loaded and nothing runs: the filter is made of check boxes and style. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The report as one page that needs nothing else: to keep as an artifact, to send, to print. */
export function renderHtml(report: Report, options: HtmlOptions = {}): string {
  const { fresh, existing, suppressed } = groupsOf(report)
  const limit = options.limit ?? LIMIT
  const shown = fresh.slice(0, limit)
  const title = `Keylatch: ${VERDICT_WORD[report.verdict]}`
  const page = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${title}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<div class="page">',
    header(report),
    filters(report.findings, fresh),
    ...files(report, shown),
    leftOut(fresh.length - shown.length),
    section('What this change newly permits', report.permissionChanges.map(permissionItem)),
    section('Changes to the gate itself', report.policyChanges.map(htmlMessage)),
    section('About the scan itself', notificationItems(report)),
    group(`${plural(existing.length, 'finding')} at the base already`, report, existing, limit),
    group(`${plural(suppressed.length, 'finding')} suppressed`, report, suppressed, limit),
    footer(report),
    '</div>',
    '</body>',
    '</html>',
    '',
  ]
  return withoutCommands(page.filter((part, index) => part !== '' || index === page.length - 1).join('\n'))
}

function header(report: Report): string {
  return `<header class="verdict ${report.verdict}"><h1>${VERDICT_WORD[report.verdict].replace(/^./, (first) => first.toUpperCase())}</h1>
<p>${htmlMessage(report.reason)}</p>
<p class="facts">${htmlText(scopeText(report))}</p></header>`
}

/** A box for every severity that the page holds, with the number of new findings. */
function filters(findings: readonly Finding[], fresh: readonly Finding[]): string {
  if (findings.length === 0) return ''
  const there = countBySeverity(findings)
  const counts = countBySeverity(fresh)
  const boxes = SEVERITIES.filter((severity) => there[severity] > 0).map(
    (severity) =>
      `<label><input type="checkbox" id="show-${severity}" checked> <span class="n">${number(counts[severity])}</span> ${severity}</label>`,
  )
  return `<fieldset class="filters" aria-label="Show by severity">${boxes.join('')}</fieldset>`
}

function files(report: Report, findings: readonly Finding[]): string[] {
  const rules = rulesById(report)
  return [...groupBy(findings, (finding) => finding.location.uri)].map(
    ([uri, group]) =>
      `<section><h2>${htmlText(uri)}</h2>\n${group.map((finding) => article(report, rules, finding)).join('\n')}\n</section>`,
  )
}

function article(report: Report, rules: ReturnType<typeof rulesById>, finding: Finding): string {
  const rule = rules.get(finding.ruleId)
  const advice = historyAdvice(finding)
  const rows = [
    ...(rule ? [row('Why', htmlMessage(rule.description))] : []),
    row('Fix', htmlAdvice(finding.remediation)),
    ...relatedRows(report, finding),
    finding.suppression
      ? row('Silenced', suppressionText(finding))
      : row('Allow', `<code>fingerprint: ${htmlText(finding.fingerprint)}</code>`),
  ]
  return `<article class="finding ${finding.severity}">
<h3><span class="badge ${finding.severity}">${finding.severity}</span>${htmlText(titleOf(rules, finding))}</h3>
<div class="meta">${metaOf(report, finding).join(' · ')}</div>
<p>${htmlMessage(clip(finding.message, LONGEST_MESSAGE))}</p>
${source(finding)}${advice ? `<p class="advice"><strong>${htmlText(advice.lead)}</strong> ${htmlText(advice.detail)}</p>\n` : ''}<dl>${rows.join('')}</dl>
${fixPreviews(finding).map(diff).join('')}</article>`
}

function metaOf(report: Report, finding: Finding): string[] {
  return [
    placeLink(report, finding.location),
    `<a href="${htmlText(ruleLink(report, finding.ruleId))}">${htmlText(finding.ruleId)}</a>`,
    ...(finding.blocking ? ['<strong>blocks</strong>'] : []),
    ...(finding.state === 'existing' ? ['at the base already'] : []),
    ...(finding.atHead || !isFile(finding.location.uri) ? [] : ['not at the head']),
    ...confidenceFacts(finding),
  ]
}

function placeLink(report: Report, location: Finding['location']): string {
  const link = linkTo(report, location)
  const text = htmlText(placeInHistory(location))
  return link ? `<a href="${htmlText(link)}">${text}</a>` : text
}

function source(finding: Finding): string {
  const lines = excerptOf(finding, LINE_ROOM)
  if (lines.length === 0) return ''
  const digits = String(finding.location.region.endLine + 2).length
  return `<pre>${lines.map((line) => sourceLine(line, digits)).join('')}</pre>\n`
}

function sourceLine(line: ExcerptLine, digits: number): string {
  if (line.kind === 'gap') return `<span><b>${' '.repeat(digits)} ⋮ ${line.count} more lines</b></span>`
  const { text, from, to } = line
  const code = line.marked
    ? `${htmlText(text.slice(0, from))}<mark>${htmlText(text.slice(from, to))}</mark>${htmlText(text.slice(to))}`
    : htmlText(text)
  return `<span${line.marked ? ' class="hit"' : ''}><b>${String(line.number).padStart(digits)}  </b>${code}</span>`
}

function diff(preview: FixPreview): string {
  const rows = [
    ...preview.before.map((line) => `<span class="del">- ${htmlText(line.replaceAll('\t', '    '))}</span>`),
    ...preview.after.map((line) => `<span class="add">+ ${htmlText(line.replaceAll('\t', '    '))}</span>`),
  ]
  return `<pre aria-label="Suggested change">${rows.join('')}</pre>\n`
}

function relatedRows(report: Report, finding: Finding): string[] {
  const shown = finding.relatedLocations.slice(0, MOST_RELATED)
  const left = finding.relatedLocations.length - shown.length
  return [
    ...shown.map((related) => row('Also', `${placeLink(report, related)} ${htmlMessage(related.message)}`)),
    ...(left > 0 ? [row('', `and ${number(left)} more places`)] : []),
  ]
}

function suppressionText({ suppression }: Finding): string {
  const { mechanism, justification } = suppression!
  return `by <code>${htmlText(mechanism)}</code>: ${justification === '' ? 'no reason given' : htmlMessage(justification)}`
}

function row(label: string, html: string): string {
  return `<dt>${label}</dt><dd>${html}</dd>`
}

function permissionItem(change: PermissionChange): string {
  const levels = Object.entries(change.addedByLevel)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${number(count)} ${htmlText(level)}`)
  const added = levels.length > 0 ? ` (new: ${levels.join(', ')})` : ''
  const details = change.details.map((detail) => `<li>${htmlMessage(detail)}</li>`).join('')
  const counts = actionsText(change, '→')
  return `<strong>${htmlText(change.holder)}</strong>: ${counts}${added}<ul>${details}</ul>`
}

function notificationItems(report: Report): string[] {
  return notificationsWorstFirst(report).map(({ level, id, message, location }) => {
    const place = location && !message.includes(location.uri) ? `${htmlText(placeText(location))}: ` : ''
    return `<strong>${level}</strong> ${place}${htmlMessage(message)} (<code>${htmlText(id)}</code>)`
  })
}

const MOST_ITEMS = 500

function section(title: string, items: readonly string[]): string {
  if (items.length === 0) return ''
  const left = items.length - MOST_ITEMS
  const more = left > 0 ? `<li>and ${number(left)} more</li>` : ''
  return `<section><h2>${title}</h2><ul>${items
    .slice(0, MOST_ITEMS)
    .map((item) => `<li>${item}</li>`)
    .join('\n')}${more}</ul></section>`
}

function group(title: string, report: Report, findings: readonly Finding[], limit: number): string {
  if (findings.length === 0) return ''
  const shown = findings.slice(0, limit)
  return `<details><summary>${title}</summary>\n${files(report, shown).join('\n')}${leftOut(findings.length - shown.length)}</details>`
}

function leftOut(count: number): string {
  if (count <= 0) return ''
  return `<p><strong>${plural(count, 'more finding is', 'more findings are')} left out of this page</strong>; the worst are shown. The JSON and SARIF reports have all.</p>`
}

function footer(report: Report): string {
  const threshold = thresholdText(report)
  return `<footer><a href="${htmlText(report.tool.informationUri)}">Keylatch</a> ${htmlText(visible(report.tool.version))} · ${threshold}</footer>`
}

/** The page may be printed to a job's log: entities keep the runner from reading commands in it. */
function withoutCommands(html: string): string {
  return html.replace(/^([^\S\n]*)::/gm, '$1&#58;:').replaceAll('##[', '##&#91;')
}
