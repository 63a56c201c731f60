import { createHash } from 'node:crypto'
import type { Finding, Report } from '../../core/finding.ts'
import { htmlMessage, htmlText } from '../escape.ts'
import { placeText } from '../place.ts'
import { groupsOf, notificationsWorstFirst, number, openFirst, plural } from '../select.ts'
import { Anchors } from './anchors.ts'
import { footer, header, titleOf } from './head.ts'
import { type FindingList, findingList, ruleEntries } from './list.ts'
import { principalCards } from './principal.ts'
import { SCRIPT } from './script.ts'
import { STYLE } from './style.ts'
import { toolbar } from './toolbar.ts'

export interface HtmlOptions {
  /** How many findings of a kind the page holds at most, 2,000 unless told. */
  readonly limit?: number
}

const LIMIT = 2000
const MOST_ITEMS = 500

/** Nothing is loaded, and nothing runs but the script of this very page: docs/adr/0190. */
const POLICY = [
  "default-src 'none'",
  `style-src '${hashOf(STYLE)}'`,
  `script-src '${hashOf(SCRIPT)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The report as one page that needs nothing else: to keep as an artifact, to send, to print. */
export function renderHtml(report: Report, options: HtmlOptions = {}): string {
  const parts = partsOf(report, options.limit ?? LIMIT)
  const page = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${titleOf(report)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#content">To the findings</a>',
    header(report),
    '<div class="columns">',
    contents(parts),
    '<main id="content" tabindex="-1">',
    toolbar(report.findings),
    ...(parts.length === 0 ? ['<p>There is nothing to show.</p>'] : parts.map(section)),
    '</main>',
    '</div>',
    footer(report),
    `<script>${SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ]
  return withoutCommands(page.filter((part, index) => part !== '' || index === page.length - 1).join('\n'))
}

/** A part of the page: its heading, what the contents say of it, and what stands in it. */
interface Part {
  readonly id: string
  readonly title: string
  readonly count: number
  readonly body: string
  /** Not what one has come for: closed until somebody opens it. */
  readonly folded?: true
  readonly entries?: FindingList['entries']
}

/** In the order in which they are read; those that have nothing to say are left out. */
function partsOf(report: Report, limit: number): Part[] {
  const { fresh, existing, suppressed } = groupsOf(report)
  const anchors = new Anchors()
  const changes = openFirst(report)
  const list = (id: string, title: string, findings: readonly Finding[]): Part => {
    const { body, entries } = findingList(report, findings, limit, anchors)
    return { id, title, count: findings.length, body, entries }
  }
  const items = (id: string, title: string, rows: readonly string[]): Part => ({
    id,
    title,
    count: rows.length,
    body: itemList(rows),
  })
  const permitted = principalCards(report, changes, MOST_ITEMS)
  const parts: Part[] = [
    { id: 'permitted', title: 'What this change newly permits', count: changes.length, body: permitted },
    list('findings', fresh.length === report.findings.length ? 'Findings' : 'New findings', fresh),
    items('gate', 'Changes to the gate itself', report.policyChanges.map(htmlMessage)),
    items('scan', 'About the scan itself', notificationItems(report)),
    { ...list('existing', 'At the base already', existing), folded: true },
    { ...list('suppressed', 'Suppressed', suppressed), folded: true },
  ]
  return parts.filter(({ count }) => count > 0)
}

function section({ id, title, count, body, folded }: Part): string {
  const heading = `<h2 id="${id}-title">${title} <span class="count">${number(count)}</span></h2>`
  const open = `<section id="${id}" class="part" aria-labelledby="${id}-title">`
  if (!folded) return `${open}\n${heading}\n${body}\n</section>`
  return `${open}\n<details class="fold"><summary>${heading}</summary>\n${body}\n</details>\n</section>`
}

function contents(parts: readonly Part[]): string {
  if (parts.length === 0) return ''
  const items = parts.map(({ id, title, count, entries, folded }) => {
    const rules = entries && !folded ? ruleEntries(entries) : ''
    return `<li><a href="#${id}">${title}</a> <span class="count">${number(count)}</span>${rules}</li>`
  })
  return `<nav aria-label="Contents"><h2>Contents</h2><ul>\n${items.join('\n')}\n</ul></nav>`
}

function itemList(items: readonly string[]): string {
  const left = items.length - MOST_ITEMS
  const shown = items.slice(0, MOST_ITEMS).map((item) => `<li>${item}</li>`)
  return `<ul>${[...shown, ...(left > 0 ? [`<li>and ${plural(left, 'more')}</li>`] : [])].join('\n')}</ul>`
}

function notificationItems(report: Report): string[] {
  return notificationsWorstFirst(report).map(({ level, id, message, location }) => {
    const place = location && !message.includes(location.uri) ? `${htmlText(placeText(location))}: ` : ''
    return `<strong>${level}</strong> ${place}${htmlMessage(message)} (<code>${htmlText(id)}</code>)`
  })
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** The page may be printed to a job's log: entities keep the runner from reading commands in it. */
function withoutCommands(html: string): string {
  return html.replace(/^([^\S\n]*)::/gm, '$1&#58;:').replaceAll('##[', '##&#91;')
}
