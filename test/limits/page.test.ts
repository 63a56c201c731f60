import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../src/core/finding.ts'
import { conversationBody } from '../../src/report/github/conversation.ts'
import { newComments } from '../../src/report/github/thread.ts'
import { renderHtml } from '../../src/report/html/html.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { EMPTY, HOSTILE, huge, PAGE } from '../report/sample.ts'
import { browserPath } from '../support/browser.ts'
import { onGithub } from '../support/on-github.ts'

/** The page as people have it: opened in a browser. Where there is none the tests are skipped, and .ci/run says so. */
const executablePath = browserPath()
const inBrowser = executablePath ? describe : describe.skip

const DIFF = new Map(
  PAGE.findings.map(({ location }) => [location.uri, new Set([location.region.startLine, location.region.endLine])]),
)

inBrowser('the page in a browser', () => {
  let browser: Browser
  const folder = mkdtempSync(join(tmpdir(), 'keylatch-page-'))
  const complaints: string[] = []

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  async function open(
    what: Report | string,
    options: Parameters<Browser['newPage']>[0] = {},
    hash = '',
  ): Promise<Page> {
    const file = join(folder, 'report.html')
    writeFileSync(file, typeof what === 'string' ? what : renderHtml(what))
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, ...options })
    complaints.length = 0
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== pathToFileURL(file).href) complaints.push(`asked for ${request.url()}`)
    })
    await page.goto(`${pathToFileURL(file)}${hash}`)
    return page
  }

  const headings = (page: Page) => page.locator('main h2:visible, main h3:visible').allTextContents()
  const places = (page: Page) =>
    page.locator('.part > .list .finding:visible h4, details[open] .finding:visible h4').allTextContents()

  test.each([
    ['light', 1200],
    ['dark', 390],
  ] as const)('%s, %d wide: nothing is wrong to axe', async (colorScheme, width) => {
    // What axe is put in by the page's own policy keeps out.
    const page = await open(PAGE, { colorScheme, viewport: { width, height: 844 }, bypassCSP: true })
    await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true')
    await page.addScriptTag({ content: AXE })
    const { violations } = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as AxeResults
    const grave = violations.filter(({ impact }) => impact !== 'minor')
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([])
    await page.close()
  })

  test.each([
    ['rich', PAGE],
    ['hostile', HOSTILE],
    ['empty', EMPTY],
  ])('%s on a phone: nothing is asked for, no complaint, no scrolling sideways', async (_, report) => {
    const page = await open(report, { viewport: { width: 390, height: 844 } })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    await page.close()
    expect(complaints).toEqual([])
  })

  test.each([
    [
      'comment',
      [
        conversationBody(PAGE, { key: 'k' }).body,
        ...newComments(PAGE, 'k', new Set(), DIFF).lines.map(({ body }) => body),
      ],
    ],
    ['summary', [renderSummary(PAGE)]],
    ['summary of hostile texts', [renderSummary(HOSTILE)]],
  ])('the %s on a phone: Markdown that needs nothing, and does not scroll sideways', async (_, markdown) => {
    const page = await open(onGithub(markdown, 358), { viewport: { width: 390, height: 844 } })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    expect(await page.locator('img, script').count()).toBe(0)
    await page.close()
    expect(complaints).toEqual([])
  })

  test('search, severities and order leave no heading without a finding', async () => {
    const page = await open(PAGE)
    await page.keyboard.press('/')
    await page.keyboard.type('infra/web.tf')
    expect(await places(page)).toEqual([expect.stringContaining('infra/web.tf:21:5')])
    expect(await page.locator('#status').textContent()).toBe('Showing 1 of 8 findings')
    expect((await headings(page)).join()).not.toMatch(/AWS access key|Suppressed|At the base/)
    expect(await page.locator('nav li li:visible').allTextContents()).not.toContainEqual(
      expect.stringContaining('AWS access key'),
    )

    await page.keyboard.press('Escape')
    expect(await page.locator('#status').textContent()).toBe('Showing 8 of 8 findings')
    for (const box of await page.locator('#tools input[type=checkbox]').all()) await box.uncheck()
    expect(await headings(page)).not.toContainEqual(expect.stringContaining('findings'))
    expect(await page.locator('#none').isVisible()).toBe(true)
    await page.locator('#reset').click()
    expect(await places(page)).toHaveLength(6)

    await page.locator('#sort').selectOption('path')
    const files = await page.locator('#findings .made h3').allTextContents()
    expect(files).toEqual([...files].sort())
    expect(files).toContain('infra/ci.tf')
    expect(await page.locator('#findings .of:visible').count()).toBe(6)
    await page.locator('#sort').selectOption('rule')
    expect(await page.locator('.made').count()).toBe(0)
    expect(complaints).toEqual([])
    await page.close()
  })

  test('a link to a finding opens what it stands in, also when a filter hides it', async () => {
    const suppressed = PAGE.findings.find(({ suppression }) => suppression)!
    const page = await open(PAGE, {}, `#finding-${suppressed.fingerprint}`)
    const target = page.locator(`#finding-${suppressed.fingerprint}`)
    expect(await target.isVisible()).toBe(true)
    await page.locator('#search').fill('nothing like that')
    expect(await target.isVisible()).toBe(false)
    await page.evaluate(`location.hash = 'finding-${PAGE.findings[0]!.fingerprint}'`)
    await page.locator(`#finding-${PAGE.findings[0]!.fingerprint}`).waitFor({ state: 'visible', timeout: 2000 })
    await page.close()
  })

  test('with the keyboard alone: past the contents, through tools, wide lines and links', async () => {
    const page = await open(PAGE)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.className')).toBe('skip')
    await page.keyboard.press('Enter')
    const reached: string[] = []
    for (let step = 0; step < 14; step++) {
      await page.keyboard.press('Tab')
      reached.push(String(await page.evaluate('document.activeElement.id || document.activeElement.tagName')))
    }
    expect(reached).toEqual(expect.arrayContaining(['search', 'sort', 'INPUT', 'A', 'PRE']))
    await page.close()
  })

  test('without scripts, and on paper, everything is there', async () => {
    const page = await open(PAGE, { javaScriptEnabled: false })
    expect(await places(page)).toHaveLength(6)
    expect(await page.locator('#tools').isVisible()).toBe(false)
    await page.close()
    const printed = await open(PAGE)
    await printed.emulateMedia({ media: 'print' })
    expect(await printed.locator('#tools').isVisible()).toBe(false)
    expect(await printed.locator('nav').isVisible()).toBe(false)
    await printed.evaluate('void dispatchEvent(new Event("beforeprint"))')
    expect(await places(printed)).toHaveLength(8)
    await printed.close()
  })

  test('2,000 findings are searched while one types', async () => {
    const page = await open(huge(2000))
    const spent = await page.evaluate(`{
      const search = document.querySelector('#search')
      const before = performance.now()
      search.value = 'nowhere'
      search.dispatchEvent(new Event('input'))
      performance.now() - before
    }`)
    expect(await page.locator('#status').textContent()).toMatch(/^Showing 0 of /)
    expect(spent).toBeLessThan(1000)
    await page.close()
  })
})

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
