import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/core/finding.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { expectGolden } from './golden.ts'
import { BROKEN, EMPTY, finding, HOSTILE, huge, RICH } from './sample.ts'

test('a pull request with a bit of everything', () => {
  expectGolden('rich.md', renderSummary(RICH))
})

test('hostile names', () => {
  expectGolden('hostile.md', renderSummary(HOSTILE))
})

test('empty and broken reports say so', () => {
  expect(renderSummary(EMPTY)).toMatch(/^## ✅ Keylatch: passed\n\nno new findings\n/)
  expect(renderSummary(BROKEN)).toMatch(/^## ⚠️ Keylatch: broken\n\nThe base commit 1a2b3c4 is not reachable/)
  expect(renderSummary(BROKEN)).toContain('No commit of the range could be read')
})

test('says what is newly permitted, what changes the gate, and who silenced what', () => {
  const text = renderSummary(RICH)
  expect(text).toContain('**role deploy**: 4 → 183 actions (new: 120 Write')
  expect(text).toContain('`fail-on` high -')
  expect(text).toMatch(/`network\/imdsv1` by `keylatch:ignore`: sealed off \\\| until \\<March\\>/)
})

describe('hostile Markdown', () => {
  /** What is left when code and escapes are taken away is what GitHub takes as structure. */
  const structure = (text: string) =>
    text
      .replace(/^(`{3,})[\s\S]*?^\1$/gm, 'BLOCK')
      .replace(/\\[\\`*_{}[\]<>#|~&:.+=-]/g, '')
      .replace(/(`+) ?[\s\S]*?[^`]\1(?!`)/g, 'CODE')

  test('no tag but our own gets through', () => {
    const tags = structure(renderSummary(HOSTILE)).match(/<[^>]*>/g)!
    const own = /^<(\/?details|\/?summary|br|\/?sub|https:\/\/docs\.aws\.amazon\.com\/[^>]*)>$/
    expect(tags.filter((tag) => !own.test(tag))).toEqual([])
  })

  test('no link or mention but our own gets through', () => {
    const text = structure(renderSummary(HOSTILE))
    expect(text).not.toContain('](javascript:')
    expect(text).not.toMatch(/@[a-z]/)
  })

  test('no fence of a source line closes ours', () => {
    const text = renderSummary({
      ...EMPTY,
      findings: [finding({ snippet: { startLine: 4, lines: ['`````', '```'] }, location: { ...finding().location } })],
    })
    expect(text).toMatch(/\n``````\n(.*\n)*> 4 \| `````\n/)
  })
})

describe('limits', () => {
  test.each([65_536, 20_000])(
    '2,000 findings stay within %i bytes, the worst of them, and are all accounted for',
    (limit) => {
      const text = renderSummary(huge(2_000), { limit })
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit)
      const shown = text.match(/^- (🔴|🟠|🟡|🔵|⚪) \*\*/gm)!.length
      const [, left] = /\*\*([\d,]+) more findings are left out/.exec(text)!
      expect(shown + Number(left!.replaceAll(',', ''))).toBe(2_000)
      expect(text).toContain('- 🔴 **critical**')
      expect(text).not.toMatch(/^- 🟡/m)
    },
  )
})

describe('ways to more power', () => {
  const drawn = (path: readonly string[]): string => {
    const text = renderSummary({ ...EMPTY, findings: [finding({ properties: { path } })] })
    return /```mermaid\n([\s\S]*?)\n```\n/.exec(text)?.[1] ?? ''
  }

  test('are drawn as a graph', () => {
    expect(drawn(['role ci', 'iam:PassRole on every role', 'act as any role'])).toBe(
      [
        'flowchart LR',
        '  n0["role ci"]',
        '  n1["iam:PassRole on every role"]',
        '  n2["act as any role"]',
        '  n0 --> n1',
        '  n1 --> n2',
      ].join('\n'),
    )
  })

  test('of hostile names stay labels', () => {
    const hostile = [
      'role "x"]; click n0 "javascript:a"',
      '```\n%%{init: {}}%%',
      '`**b**` <img src=x>',
      ' ',
      'a]\n  n9["b',
    ]
    const lines = drawn(hostile).split('\n')
    expect(lines).toHaveLength(1 + 5 + 4)
    for (const line of lines.slice(1, 6)) expect(line).toMatch(/^ {2}n\d\["(?:[\p{L}\p{N} ,./:()+*=?_…-]|#\d+;)+"\]$/u)
  })

  test('of other findings are none', () => {
    expect(drawn([])).toBe('')
    expect(renderSummary({ ...EMPTY, findings: [finding()] })).not.toContain('mermaid')
  })

  test('are three a rule, so that many do not fill the page', () => {
    const many = Array.from({ length: 9 }, () => finding({ properties: { path: ['a', 'b'] } }))
    expect(renderSummary({ ...EMPTY, findings: many }).match(/```mermaid/g)).toHaveLength(3)
  })
})

describe('what is newly permitted', () => {
  const change = (over: object) => ({
    holder: 'aws_s3_bucket_policy.site',
    actionsBefore: 0,
    actionsAfter: 0,
    addedByLevel: {},
    details: ['anyone may `s3:GetObject`'],
    ...over,
  })
  const told = (changes: ReturnType<typeof change>[], findings: Report['findings'] = []) =>
    renderSummary({ ...EMPTY, findings, permissionChanges: changes })

  test('comes before the findings', () => {
    const text = told([change({})], [finding()])
    expect(text.indexOf('newly permits')).toBeLessThan(text.indexOf('**medium**'))
  })

  test('is never a number that stays the same', () => {
    expect(told([change({})])).toContain('**aws\\_s3\\_bucket\\_policy.site**: more may use it')
    expect(told([change({ actionsBefore: 4, actionsAfter: 4 })])).toContain('4 actions, within fewer limits')
    expect(told([change({ actionsBefore: 4, actionsAfter: 4, addedByLevel: { Write: 1 } })])).toContain(
      '4 actions, as many as before (new: 1 Write)',
    )
    expect(told([change({}), change({ actionsBefore: 4, actionsAfter: 4 })])).not.toMatch(/\b(\d+) (→|->) \1\b/)
  })

  test('is not led by what somebody has accepted', () => {
    const { location } = finding()
    const suppression = { kind: 'external', mechanism: 'allow', justification: 'meant so' } as const
    const text = told(
      [change({ holder: 'accepted', location }), change({ holder: 'open' })],
      [finding({ suppression })],
    )
    expect(text.indexOf('**open**')).toBeLessThan(text.indexOf('**accepted**'))
  })
})
