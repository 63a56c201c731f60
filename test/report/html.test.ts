import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Report } from '../../src/core/finding.ts'
import { renderHtml } from '../../src/report/html/html.ts'
import { mergedReport } from '../../src/report/merge.ts'
import { expectGolden } from './golden.ts'
import { BROKEN, EMPTY, finding, HOSTILE, huge, PAGE, RICH } from './sample.ts'

const REPORTS: [string, Report][] = [
  ['rich', PAGE],
  ['hostile', HOSTILE],
  ['empty', EMPTY],
  ['broken', BROKEN],
]
const bodyOf = (html: string) => html.slice(html.indexOf('<body>'), html.indexOf('<script>'))

test('a pull request with a bit of everything', () => {
  const html = renderHtml(PAGE)
  // The style and the script are not what a golden file is read for.
  expectGolden('rich.html', html.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '').replace(/sha256-[\w+/=]+/g, 'sha256-…'))
})

test.each(REPORTS)('%s: only our own elements and attributes, all closed', (_, report) => {
  const tags = bodyOf(renderHtml(report)).match(/<[^>]*>/g)!
  const elements =
    'body|div|header|main|nav|section|article|footer|form|h[1-4]|p|ul|ol|li|dl|dt|dd|pre|span|b|mark|code|strong|a|br|time|details|summary|label|input|select|option|button|fieldset|legend|svg|g|rect|path|text|title'
  const attributes =
    '(class|id|type|role|href|value|datetime|tabindex|placeholder|autocomplete|spellcheck|focusable|aria-[a-z]+|data-[a-z]+|width|height|viewBox|preserveAspectRatio|x|y|rx|d|text-anchor)="[^"<>]*"|checked|hidden'
  const own = new RegExp(`^</?(${elements})( (${attributes}))*>$`)
  expect(tags.filter((tag) => !own.test(tag))).toEqual([])
  const open: string[] = []
  for (const tag of tags) {
    const name = /^<\/?([a-z0-9]+)/.exec(tag)![1]!
    if (name === 'br' || name === 'input') continue
    if (tag.startsWith('</')) expect(open.pop()).toBe(name)
    else open.push(name)
  }
  expect(open).toEqual(['body'])
})

test.each(REPORTS)('%s: loads nothing, and only the script of the page itself may run', (_, report) => {
  const html = renderHtml(report)
  const hash = (name: string) => {
    const text = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(html)![1]!
    return createHash('sha256').update(text).digest('base64')
  }
  expect(html).toContain(
    `content="default-src 'none'; style-src 'sha256-${hash('style')}'; script-src 'sha256-${hash('script')}'; base-uri 'none'; form-action 'none'"`,
  )
  expect(html.match(/<script/g)).toHaveLength(1)
  const names = html.replace(/<script>[\s\S]*<\/script>/, '').replace(/="[^"]*"/g, '=""')
  expect(names).not.toMatch(/<[^>]*\b(src|on\w+|style)=|url\(|@import|<link|<iframe/i)
  for (const [, href] of html.matchAll(/href="([^"]*)"/g)) {
    expect(href).toMatch(/^(#[\w-]+$|https:\/\/(github\.com|cwe\.mitre\.org|docs\.aws\.amazon\.com)\/)/)
  }
})

test('hostile text is text', () => {
  const html = renderHtml(HOSTILE)
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(html).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
})

test.each(REPORTS)('%s: no two elements of one id, and every link within the page leads somewhere', (_, report) => {
  const html = renderHtml(report)
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  const targets = [...html.matchAll(/(?:href="#|aria-labelledby=")([^"]*)"/g)].map(([, id]) => id!)
  expect(targets.filter((id) => !ids.includes(id))).toEqual([])
})

test('20,000 findings are capped and counted', () => {
  const html = renderHtml(huge(20_000))
  expect(html.match(/<article class="finding/g)).toHaveLength(2000)
  expect(html).toContain('18,000 more findings are left out of this page')
})

test('says whose code it is, of which branch and commits, and of which day', () => {
  const html = renderHtml(PAGE)
  const head = html.slice(html.indexOf('<header'), html.indexOf('</header>'))
  expect(html).toContain('<title>acme/infra: blocked · Keylatch</title>')
  for (const text of [
    'Keylatch</a> 1.2.3',
    'href="https://github.com/acme/infra"',
    'feature/deploy',
    '2026-11-28',
    'Compared with',
    `href="https://github.com/acme/infra/commit/${PAGE.repository!.commit}"`,
  ]) {
    expect(head).toContain(text)
  }
})

test('what a rule says stands once, however often it was found and whether or not it was there before', () => {
  const twice = [finding(), finding({ state: 'existing', fingerprint: 'e'.repeat(32) })]
  const html = renderHtml({ ...RICH, findings: [...twice, finding({ fingerprint: 'f'.repeat(32) })] })
  expect(html.match(/A server-side request forgery/g)).toHaveLength(1)
  expect(html.match(/<article class="finding/g)).toHaveLength(3)
})

test('what is newly permitted comes before the findings, and what is not new after them', () => {
  const html = renderHtml(PAGE)
  const order = ['id="permitted"', 'id="findings"', 'id="gate"', 'id="scan"', 'id="existing"', 'id="suppressed"']
  const places = order.map((id) => html.indexOf(id))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places).not.toContain(-1)
})

test('a secret tells its commits and who still sees them', () => {
  const html = renderHtml(PAGE)
  const article = html.slice(html.indexOf('id="finding-0f1e2d3c4b5a69788796a5b4c3d2e1f0"'))
  const history = article.slice(article.indexOf('<ol class="history">'), article.indexOf('</article>'))
  for (const commit of PAGE.findings[0]!.commits) {
    expect(history).toContain(`<a href="https://github.com/acme/infra/commit/${commit}">${commit.slice(0, 7)}</a>`)
  }
  expect(history).toContain('whoever can read acme/infra')
})

test('a merged scan of an organisation is the same page: each finding leads into its own repository', () => {
  const other = { ...PAGE, repository: { ...PAGE.repository!, slug: 'acme/shop', commit: 'e'.repeat(40) } }
  const html = renderHtml(mergedReport([PAGE, other]))
  expect(html).toContain('<h1>2 repositories: blocked</h1>')
  for (const { slug, commit } of [PAGE.repository!, other.repository]) {
    expect(html).toContain(`href="https://github.com/${slug}/blob/${commit}/infra/ci.tf#L41"`)
    expect(html).toContain(`<a href="https://github.com/${slug}">${slug}</a>`)
  }
})

test('lines that the commit does not hold are not linked to', () => {
  const uri = 'infra/ci.tf'
  const linked = (report: Report) => renderHtml(report).includes(`/blob/${report.repository!.commit}/${uri}`)
  expect(linked(PAGE)).toBe(true)
  expect(linked({ ...PAGE, repository: { ...PAGE.repository!, unpublished: [uri] } })).toBe(false)
})
