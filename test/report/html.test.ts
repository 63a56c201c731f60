import { expect, test } from '@jest/globals'
import type { Report } from '../../src/core/finding.ts'
import { renderHtml } from '../../src/report/html/html.ts'
import { expectGolden } from './golden.ts'
import { BROKEN, EMPTY, HOSTILE, huge, RICH } from './sample.ts'

const REPORTS: [string, Report][] = [
  ['rich', RICH],
  ['hostile', HOSTILE],
  ['empty', EMPTY],
  ['broken', BROKEN],
]
const bodyOf = (html: string) => html.slice(html.indexOf('<body>'), html.indexOf('</html>'))

test('a pull request with a bit of everything', () => {
  expectGolden('rich.html', renderHtml(RICH))
})

test.each(REPORTS)('%s: only our own elements and attributes, all closed', (_, report) => {
  const tags = bodyOf(renderHtml(report)).match(/<[^>]*>/g)!
  const own =
    /^<\/?(body|html|div|header|section|footer|article|h[1-3]|p|ul|li|dl|dt|dd|pre|span|b|mark|code|strong|a|br|details|summary|label|input|fieldset)( (class|id|type|aria-label|href)="[^"<>]*"| checked)*>$/
  expect(tags.filter((tag) => !own.test(tag))).toEqual([])
  const open: string[] = []
  for (const tag of tags) {
    const name = /^<\/?([a-z0-9]+)/.exec(tag)![1]!
    if (name === 'br' || name === 'input') continue
    if (tag.startsWith('</')) expect(open.pop()).toBe(name)
    else open.push(name)
  }
})

test.each(REPORTS)('%s: loads nothing, runs nothing, and may not', (_, report) => {
  const html = renderHtml(report)
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`)
  expect(html).not.toMatch(/<script|<[^>]*\b(src|on\w+|style)=|url\(|@import|<link|<iframe/i)
  for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^https:\/\/github\.com\//)
})

test('hostile text is text', () => {
  const html = renderHtml(HOSTILE)
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(html).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
})

test('20,000 findings are capped and counted', () => {
  const html = renderHtml(huge(20_000))
  expect(html.match(/<article/g)).toHaveLength(2000)
  expect(html).toContain('18,000 more findings are left out of this page')
})

test('can be filtered by the severities that are there', () => {
  const html = renderHtml(RICH)
  expect(html).toContain('<input type="checkbox" id="show-critical" checked> <span class="n">3</span> critical')
  expect(html).not.toContain('id="show-low"')
  expect(html).toContain('body:has(#show-critical:not(:checked)) .finding.critical{display:none}')
})
