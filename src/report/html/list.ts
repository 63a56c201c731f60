import type { Finding, Report, RuleDescription } from '../../core/finding.ts'
import { htmlAdvice } from '../advice-blocks.ts'
import { htmlMessage, htmlText } from '../escape.ts'
import { ruleLink } from '../place.ts'
import { groupBy, number, plural, rulesById } from '../select.ts'
import { type Anchors, anchorOf } from './anchors.ts'
import { article } from './finding.ts'

export interface FindingList {
  readonly body: string
  /** For the contents: a rule each. */
  readonly entries: readonly { readonly anchor: string; readonly title: string; readonly count: number }[]
}

/** Findings by rule, the worst first; what a rule says of itself stands once in the page, where it comes up first. */
export function findingList(
  report: Report,
  findings: readonly Finding[],
  limit: number,
  anchors: Anchors,
): FindingList {
  const rules = rulesById(report)
  const shown = findings.slice(0, limit)
  const groups = [...groupBy(shown, (finding) => finding.ruleId)].map(([id, group]) => {
    const rule = rules.get(id)
    const known = ruleAnchor(id)
    const isExplained = anchors.has(known)
    const anchor = anchors.take(known)
    const title = rule?.title ?? id
    const articles = group.map((finding) => article(report, rule, finding, anchors))
    const body = [
      `<div class="group" data-rule="${htmlText(id)}">`,
      `<h3 id="${anchor}">${htmlMessage(title)} <span class="count">${number(group.length)}</span></h3>`,
      isExplained
        ? `<p class="meta"><a href="#${known}">Why it matters, and how to fix it</a></p>`
        : explanation(report, id, rule),
      ...articles,
      '</div>',
    ]
    return { body: body.join('\n'), anchor, title, count: group.length }
  })
  const left = findings.length - shown.length
  return {
    body: `<div class="list">\n${[...groups.map(({ body }) => body), ...leftOut(left)].join('\n')}\n</div>`,
    entries: groups.map(({ anchor, title, count }) => ({ anchor, title, count })),
  }
}

/** Where the page explains a rule. */
export function ruleAnchor(id: string): string {
  return anchorOf(`rule-${id}`)
}

/** A longer list of contents is none. */
const MOST_ENTRIES = 40

export function ruleEntries(entries: FindingList['entries']): string {
  const items = entries
    .slice(0, MOST_ENTRIES)
    .map(
      ({ anchor, title, count }) =>
        `<li><a href="#${anchor}">${htmlMessage(title)}</a> <span class="count">${number(count)}</span></li>`,
    )
  const left = entries.length - MOST_ENTRIES
  return `<ul>${[...items, ...(left > 0 ? [`<li>and ${plural(left, 'more rule')}</li>`] : [])].join('\n')}</ul>`
}

function explanation(report: Report, id: string, rule: RuleDescription | undefined): string {
  const links = [
    `<a href="${htmlText(ruleLink(report, id))}">${htmlText(id)}</a>`,
    ...(rule?.cwe ?? []).map(cweLink),
    ...(rule?.references ?? []).filter((url) => /^https:\/\/[^\s<>]+$/.test(url)).map(reference),
  ]
  const why = rule
    ? `<div class="why"><p><strong>Why it matters.</strong> ${htmlMessage(rule.description)}</p>\n<div><strong>How to fix it.</strong> ${htmlAdvice(rule.remediation)}</div></div>\n`
    : ''
  return `${why}<p class="meta">${links.join(' · ')}</p>`
}

function cweLink(cwe: string): string {
  const digits = /^CWE-(\d+)$/.exec(cwe)?.[1]
  return digits ? `<a href="https://cwe.mitre.org/data/definitions/${digits}.html">${cwe}</a>` : htmlText(cwe)
}

function reference(url: string): string {
  return `<a href="${htmlText(url)}">${htmlText(new URL(url).hostname)}</a>`
}

function leftOut(count: number): string[] {
  if (count <= 0) return []
  return [
    `<p><strong>${plural(count, 'more finding is', 'more findings are')} left out of this page</strong>; the worst are shown. The JSON and SARIF reports have all.</p>`,
  ]
}
