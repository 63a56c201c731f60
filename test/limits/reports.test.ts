import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/core/finding.ts'
import { renderSarif } from '../../src/report/sarif/sarif.ts'
import { renderSummary, SUMMARY_LIMIT } from '../../src/report/summary.ts'
import { renderTerminal } from '../../src/report/terminal/terminal.ts'
import { huge, RICH } from '../report/sample.ts'

/** Reports of more findings than anybody reads, and than GitHub takes. */
describe('SARIF', () => {
  // biome-ignore lint/suspicious/noExplicitAny: a document read back
  const runOf = (report: Report): any => JSON.parse(renderSarif(report)).runs[0]

  test('at most 25,000 results, the worst, and a notification says how many were cut', () => {
    const run = runOf(huge(26_000))
    expect(run.results).toHaveLength(25_000)
    expect(run.results[0].properties.severity).toBe('critical')
    const [cut] = run.invocations[0].toolExecutionNotifications
    expect(cut).toMatchObject({ level: 'warning', descriptor: { id: 'results-cut' } })
    expect(cut.message.text).toContain('1,000 findings of 26,000 left out')
  })

  test('from 5,000 on it says that GitHub shows only so many', () => {
    expect(runOf(huge(5_000)).invocations[0].toolExecutionNotifications[0].descriptor.id).not.toBe('results-cut')
    expect(runOf(huge(5_001)).invocations[0].toolExecutionNotifications[0].message.text).toContain('GitHub shows 5,000')
  })
})

describe('the summary', () => {
  test.each([SUMMARY_LIMIT, 65_536, 20_000])(
    '20,000 findings stay within %i bytes and are all accounted for',
    (limit) => {
      const text = renderSummary(huge(20_000), { limit })
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit)
      const shown = text.match(/^- (🔴|🟠|🟡|🔵|⚪) \*\*/gm)!.length
      const [, left] = /\*\*([\d,]+) more findings are left out/.exec(text)!
      expect(shown + Number(left!.replaceAll(',', ''))).toBe(20_000)
    },
  )

  test('the worst are the ones that stay', () => {
    const text = renderSummary(huge(20_000), { limit: 65_536 })
    expect(text).toContain('- 🔴 **critical**')
    expect(text).not.toMatch(/^- 🟡/m)
  })

  test('20,000 suppressed findings and notices do not push out the new ones', () => {
    const suppression = { kind: 'external', mechanism: 'baseline', justification: '' } as const
    const report: Report = {
      ...RICH,
      findings: [...RICH.findings, ...huge(20_000).findings.map((each) => ({ ...each, suppression }))],
      notifications: Array.from({ length: 5_000 }, (_, index) => ({
        level: 'note',
        id: 'binary-file',
        message: `f${index}`,
      })),
    }
    const text = renderSummary(report, { limit: 65_536 })
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536)
    expect(text).toContain('infra/provider.tf:12:17')
    expect(text).toMatch(/and [\d,]+ more, left out/)
  })
})

test('on a terminal 20,000 findings are capped, the worst shown, the rest counted', () => {
  const text = renderTerminal(huge(20_000))
  expect(text.match(/^\[CRITICAL\]/gm)).toHaveLength(50)
  expect(text).toContain('19,950 more findings are not shown (3,950 critical, 4,000 high')
  expect(text.length).toBeLessThan(100_000)
})
