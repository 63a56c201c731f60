import type { Report } from '../../core/finding.ts'
import { thresholdText } from '../confidence.ts'
import { htmlMessage, htmlText, visible } from '../escape.ts'
import { commitLink, repositoryLink, shortCommit } from '../place.ts'
import { number, plural, scopeText, VERDICT_WORD } from '../select.ts'

/** `acme/infra: blocked · Keylatch`, for the tab of the browser. */
export function titleOf(report: Report): string {
  return htmlText([...slugOf(report), `${VERDICT_WORD[report.verdict]} · Keylatch`].join(': '))
}

/** Who says what of which code, and when. */
export function header(report: Report): string {
  const verdict = VERDICT_WORD[report.verdict]
  const [slug] = slugOf(report)
  const home = repositoryLink(report)
  const heading =
    slug === undefined ? capital(verdict) : `${report.repository ? link(home, slug) : htmlText(slug)}: ${verdict}`
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
    ...repositories(report),
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

/** The repository, or how many there are. */
function slugOf({ repository, repositories }: Report): string[] {
  if (repository?.slug) return [repository.slug]
  return repositories && repositories.length > 0 ? [plural(repositories.length, 'repository', 'repositories')] : []
}

const MOST_NAMED = 30

function repositories(report: Report): string[] {
  const all = report.repositories ?? []
  if (all.length === 0) return []
  const links = all
    .slice(0, MOST_NAMED)
    .map((repository) => link(repositoryLink({ ...report, repository }), repository.slug))
  const left = all.length - links.length
  return [fact('Of', [...links, ...(left > 0 ? [`and ${number(left)} more`] : [])].join(', '))]
}

function link(href: string | undefined, text: string): string {
  return href ? `<a href="${htmlText(href)}">${htmlText(text)}</a>` : htmlText(text)
}

function capital(word: string): string {
  return word.replace(/^./, (first) => first.toUpperCase())
}
