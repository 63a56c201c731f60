import type { Report } from '../../core/finding.ts'
import { thresholdText } from '../confidence.ts'
import { htmlMessage, htmlText, visible } from '../escape.ts'
import { commitLink, repositoryLink, shortCommit } from '../place.ts'
import { scopeText, VERDICT_WORD } from '../select.ts'

/** `acme/infra: blocked · Keylatch`, for the tab of the browser. */
export function titleOf(report: Report): string {
  return htmlText([...slugOf(report), `${VERDICT_WORD[report.verdict]} · Keylatch`].join(': '))
}

/** Who says what of which code, and when. */
export function header(report: Report): string {
  const verdict = VERDICT_WORD[report.verdict]
  const [slug] = slugOf(report)
  const home = repositoryLink(report)
  const heading = slug === undefined ? capital(verdict) : `${link(home, slug)}: ${verdict}`
  return `<header class="verdict ${report.verdict}">
<p class="product">${product(report)}</p>
<h1>${heading}</h1>
<p>${htmlMessage(report.reason)}</p>
<dl class="facts">${facts(report).join('')}</dl></header>`
}

export function footer(report: Report): string {
  return `<footer>${product(report)} · ${thresholdText(report)}</footer>`
}

function facts(report: Report): string[] {
  const { branch, commit, base } = report.repository ?? {}
  return [
    ...(branch ? [fact('Branch', `<code>${htmlText(branch)}</code>`)] : []),
    ...(commit ? [fact('Commit', link(commitLink(report, commit), shortCommit(commit)))] : []),
    ...(base ? [fact('Compared with', link(commitLink(report, base), shortCommit(base)))] : []),
    ...(report.date ? [fact('Date', `<time datetime="${htmlText(report.date)}">${htmlText(report.date)}</time>`)] : []),
    fact('Scanned', htmlText(scopeText(report))),
  ]
}

function fact(name: string, html: string): string {
  return `<div><dt>${name}</dt><dd>${html}</dd></div>`
}

function product({ tool }: Report): string {
  return `<a href="${htmlText(tool.informationUri)}">${htmlText(tool.name)}</a> ${htmlText(visible(tool.version))}`
}

function slugOf({ repository }: Report): string[] {
  return repository?.slug ? [repository.slug] : []
}

function link(href: string | undefined, text: string): string {
  return href ? `<a href="${htmlText(href)}">${htmlText(text)}</a>` : htmlText(text)
}

function capital(word: string): string {
  return word.replace(/^./, (first) => first.toUpperCase())
}
