import type { Finding, RuleDescription } from '../../core/finding.ts'
import { messageOwner } from '../../core/source.ts'
import { type Advice, historyAdvice, historyOf } from '../advice.ts'
import { plainAdvice } from '../advice-blocks.ts'
import { confidenceFacts } from '../confidence.ts'
import { pathOf } from '../escalation-path.ts'
import { clip, LONGEST_MESSAGE, visible, visibleLines } from '../escape.ts'
import { type FixPreview, fixPreviews } from '../fix.ts'
import { isFile, placeInHistory } from '../place.ts'
import { displayWidth, wrap } from '../width.ts'
import { frameOf } from './frame.ts'
import type { Palette } from './palette.ts'

/** Where labels end and what they say begins. */
const LABEL = 11

const MOST_RELATED = 5
const MOST_DIFF_LINES = 12

/**
 * One finding as a block of lines. `explain` is false for a rule that was explained further up: it is not told twice.
 */
export function findingBlock(
  finding: Finding,
  rule: RuleDescription | undefined,
  explain: boolean,
  palette: Palette,
  width: number,
): string[] {
  const frame = frameOf(finding, palette, width)
  const also = finding.relatedLocations.filter((related) => !frame.shown.has(related))
  const advice = historyAdvice(finding)
  const general = finding.remediation === rule?.remediation
  return [
    ...heading(finding, rule, palette, width),
    '',
    ...paragraph(finding.message, palette, width, '  '),
    '',
    ...(frame.lines.length > 0 ? [...frame.lines, ''] : []),
    ...pathLines(finding, palette, width),
    ...(finding.secret && advice ? labelled(palette.alarm, 'rotate', rotateText(advice), palette, width) : []),
    ...(explain && rule ? labelled(palette.bold, 'why', rule.description, palette, width) : []),
    ...(explain || !general || !finding.secret
      ? labelled(palette.bold, 'fix', plainAdvice(finding.remediation), palette, width)
      : []),
    ...fixPreviews(finding).flatMap((preview) => diff(preview, finding, palette)),
    ...(!finding.secret && advice
      ? labelled(palette.bold, 'history', `${advice.lead} ${advice.detail}`, palette, width)
      : []),
    ...relatedLines(also, palette, width),
    ...(finding.suppression
      ? suppressionLines(finding, palette, width)
      : labelled(palette.dim, 'allow', `fingerprint: ${visible(finding.fingerprint)}`, palette, width)),
  ]
}

/** Who, by which action, through what, to what. */
function pathLines(finding: Finding, palette: Palette, width: number): string[] {
  const steps = pathOf(finding)
  return steps ? labelled(palette.bold, 'path', steps.join(` ${palette.strokes.leads} `), palette, width) : []
}

/** The label says `rotate` already. */
function rotateText({ lead, detail }: Advice): string {
  return `${lead.replace(/^Rotate it: r/, 'R')} ${detail}`
}

function heading(finding: Finding, rule: RuleDescription | undefined, palette: Palette, width: number): string[] {
  const plain = (text: string) => text
  const facts: Fact[] = [
    [where(finding), palette.link],
    [visible(finding.ruleId), palette.dim],
    ...(finding.blocking ? [fact('blocks', (text) => palette.severity(finding.severity, text))] : []),
    ...(finding.state === 'existing' ? [fact('at the base already', plain)] : []),
    ...(finding.suppression ? [fact('suppressed', plain)] : []),
    ...(finding.atHead || !isFile(finding.location.uri) ? [] : [fact('not at the head', plain)]),
    ...confidenceFacts(finding).map((text) => fact(text, plain)),
    ...(!finding.secret && finding.atHead && finding.commits.length > 0
      ? [fact(`since ${historyOf(finding)}`, plain)]
      : []),
  ]
  const title = visible(rule?.title ?? finding.ruleId)
  return [`${palette.badge(finding.severity)} ${palette.bold(title)}`, ...factLines(facts, palette, width)]
}

type Fact = readonly [text: string, paint: (text: string) => string]

const fact = (...of: Fact): Fact => of

/** Facts between dots, on as many lines as they need. */
function factLines(facts: readonly Fact[], palette: Palette, width: number): string[] {
  const dot = ` ${palette.strokes.dot} `
  const lines: string[] = []
  let used = width
  for (const [text, paint] of facts) {
    const fits = used + dot.length + displayWidth(text) <= width - 2
    if (fits) lines.push(`${lines.pop()}${palette.dim(dot)}${paint(text)}`)
    else lines.push(`  ${paint(text)}`)
    used = displayWidth(text) + (fits ? used + dot.length : 0)
  }
  return lines
}

/** The heading above names the commit of a message in full; here its line is enough. */
function where({ location }: Finding): string {
  return messageOwner(location.uri) ? `line ${location.region.startLine}` : placeInHistory(location)
}

/** A wrapped text under an indent; the names between backticks painted. */
export function paragraph(text: string, palette: Palette, width: number, indent: string): string[] {
  const lines = wrap(visibleLines(clip(text, LONGEST_MESSAGE)), width - indent.length)
  return painted(lines, palette).map((line) => (line === '' ? '' : indent + line))
}

/** `why       Anyone who …`, wrapped under itself. */
export function labelled(
  paint: (text: string) => string,
  label: string,
  text: string,
  palette: Palette,
  width: number,
): string[] {
  const [first = '', ...rest] = paragraph(text, palette, width, ' '.repeat(LABEL))
  return [`  ${paint(label)}${' '.repeat(Math.max(1, LABEL - 2 - displayWidth(label)))}${first.trimStart()}`, ...rest]
}

/** What stands between backticks is set off by colour, on every line that it takes. */
function painted(lines: string[], palette: Palette): string[] {
  if (!palette.colour || (lines.join('').match(/`/g)?.length ?? 0) % 2 === 1) return lines
  let inside = false
  return lines.map((line) =>
    line
      .split('`')
      .map((part, index) => {
        if (index > 0) inside = !inside
        return inside ? palette.code(part) : part
      })
      .join(''),
  )
}

function diff(preview: FixPreview, finding: Finding, palette: Palette): string[] {
  const rows = [
    ...preview.before.map((line) => palette.removed(`- ${visibleLines(line)}`)),
    ...preview.after.map((line) => palette.added(`+ ${visibleLines(line)}`)),
  ]
  const shown = rows.slice(0, MOST_DIFF_LINES)
  const left = rows.length - shown.length
  if (left > 0) shown.push(palette.dim(`${palette.strokes.gap} ${left} more lines`))
  const elsewhere = preview.uri !== finding.location.uri || preview.before.length === 0
  if (elsewhere) shown.unshift(palette.dim(`at ${visible(preview.uri)}:${preview.startLine}`))
  return shown.map((row, index) => `  ${index === 0 ? palette.bold('diff') : '    '}${' '.repeat(LABEL - 6)}${row}`)
}

function relatedLines(related: Finding['relatedLocations'], palette: Palette, width: number): string[] {
  const shown = related.slice(0, MOST_RELATED)
  const lines = shown.flatMap((each, index) =>
    labelled(palette.bold, index === 0 ? 'also' : '', `${placeInHistory(each)}  ${each.message}`, palette, width),
  )
  const left = related.length - shown.length
  return left > 0 ? [...lines, ...labelled(palette.bold, '', `and ${left} more places`, palette, width)] : lines
}

function suppressionLines({ suppression }: Finding, palette: Palette, width: number): string[] {
  if (!suppression) return []
  const reason = suppression.justification === '' ? 'no reason given' : suppression.justification
  return labelled(palette.bold, 'silenced', `by ${suppression.mechanism}: ${reason}`, palette, width)
}
