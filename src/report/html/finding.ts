import type { Finding, Report, RuleDescription } from '../../core/finding.ts'
import { historyAdvice } from '../advice.ts'
import { htmlAdvice } from '../advice-blocks.ts'
import { confidenceFacts } from '../confidence.ts'
import { pathOf } from '../escalation-path.ts'
import { clip, htmlMessage, htmlText, LONGEST_MESSAGE } from '../escape.ts'
import { type FixPreview, fixPreviews } from '../fix.ts'
import { isFile, linkTo, placeInHistory } from '../place.ts'
import { number } from '../select.ts'
import { type ExcerptLine, excerptOf } from '../snippet.ts'
import { type Anchors, anchorOf } from './anchors.ts'
import { escalationDrawing } from './escalation.ts'
import { historyRow } from './history.ts'

const LINE_ROOM = 200
const MOST_RELATED = 10

/** One finding; what its rule says of itself stands elsewhere. */
export function article(report: Report, rule: RuleDescription | undefined, finding: Finding, anchors: Anchors): string {
  const anchor = anchors.take(`finding-${finding.fingerprint}`)
  const advice = historyAdvice(finding)
  const path = pathOf(finding)
  const { severity, ruleId, location } = finding
  return `<article class="finding ${severity}" id="${anchor}" data-severity="${severity}" data-path="${htmlText(location.uri)}" data-rule="${htmlText(ruleId)}" aria-labelledby="${anchor}-title">
<h4 id="${anchor}-title"><span class="badge ${severity}">${severity}</span> ${placeLink(report, location)} <a class="anchor" href="#${anchor}" aria-label="Link to this finding">#</a></h4>
<p class="of"><a href="#${anchorOf(`rule-${ruleId}`)}">${htmlMessage(rule?.title ?? ruleId)}</a></p>
${facts(finding)}<p>${htmlMessage(clip(finding.message, LONGEST_MESSAGE))}</p>
${source(finding)}${path ? escalationDrawing(path, `${anchor}-path`) : ''}${advice ? `<p class="advice"><strong>${htmlText(advice.lead)}</strong> ${htmlText(advice.detail)}</p>\n` : ''}<dl>${rowsOf(report, rule, finding).join('')}</dl>
${fixPreviews(finding).map(diff).join('')}</article>`
}

function facts(finding: Finding): string {
  const told = [
    ...(finding.blocking ? ['<strong>blocks</strong>'] : []),
    ...(finding.atHead || !isFile(finding.location.uri) ? [] : ['not at the head']),
    ...confidenceFacts(finding).map(htmlMessage),
  ]
  return told.length === 0 ? '' : `<p class="meta">${told.join(' · ')}</p>\n`
}

function rowsOf(report: Report, rule: RuleDescription | undefined, finding: Finding): string[] {
  return [
    ...(finding.remediation === rule?.remediation ? [] : [row('Fix', htmlAdvice(finding.remediation))]),
    ...relatedRows(report, finding),
    ...historyRow(report, finding).map((html) => row('History', html)),
    finding.suppression
      ? row('Silenced', suppressionText(finding))
      : row('Allow', `<code>fingerprint: ${htmlText(finding.fingerprint)}</code>`),
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
  const label = `Lines of ${placeInHistory(finding.location)}`
  return `${block(label, lines.map((line) => sourceLine(line, digits)).join(''))}\n`
}

/** Wider than the page now and then, and then scrolled, by keyboard too. */
function block(label: string, html: string): string {
  return `<pre tabindex="0" role="group" aria-label="${htmlText(label)}">${html}</pre>`
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
  return `${block('Suggested change', rows.join(''))}\n`
}

function relatedRows(report: Report, finding: Finding): string[] {
  const shown = finding.relatedLocations.slice(0, MOST_RELATED)
  const left = finding.relatedLocations.length - shown.length
  return [
    ...shown.map((related) => row('Also', `${placeLink(report, related)} ${htmlMessage(related.message)}`)),
    ...(left > 0 ? [row('Also', `and ${number(left)} more places`)] : []),
  ]
}

function suppressionText({ suppression }: Finding): string {
  const { mechanism, justification } = suppression!
  return `by <code>${htmlText(mechanism)}</code>: ${justification === '' ? 'no reason given' : htmlMessage(justification)}`
}

function row(label: string, html: string): string {
  return `<dt>${label}</dt><dd>${html}</dd>`
}
