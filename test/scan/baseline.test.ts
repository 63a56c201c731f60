import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/core/finding.ts'
import { Problem } from '../../src/core/problem.ts'
import {
  type Baseline,
  baselineChanges,
  baselined,
  parseBaseline,
  remadeBaseline,
  staleBaseline,
} from '../../src/scan/baseline.ts'

const renderBaseline = (...of: Parameters<typeof remadeBaseline>) => remadeBaseline(...of).text

const print = (digit: string) => digit.repeat(32)

const finding = (fingerprint: string, uri: string, part: Partial<Finding> = {}): Finding => ({
  ruleId: 'iam/admin',
  severity: 'high',
  confidence: 'high',
  message: 'Everything is allowed.',
  remediation: 'r',
  location: { uri, region: { startLine: 7, startColumn: 1, endLine: 7, endColumn: 2 }, offset: 70, length: 1 },
  relatedLocations: [],
  snippet: { startLine: 6, lines: ['a line of the file'] },
  fingerprint,
  state: 'new',
  commits: [],
  atHead: true,
  secret: false,
  anchor: '',
  blocking: true,
  properties: {},
  ...part,
})

const parse = (text: string): Baseline => parseBaseline({ uri: 'keylatch-baseline.json', text })

function complaint(text: string): string {
  try {
    parse(text)
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
  return 'none'
}

describe('a baseline', () => {
  const findings = [finding(print('b'), 'z.tf'), finding(print('a'), 'a.tf'), finding(print('c'), 'B.tf')]

  test('says the same for the same findings, in whatever order they come', () => {
    const text = renderBaseline(findings)
    expect(renderBaseline([...findings].reverse())).toBe(text)
    expect(renderBaseline([...findings, ...findings])).toBe(text)
    expect(JSON.parse(text).findings.map((entry: { path: string }) => entry.path)).toEqual(['B.tf', 'a.tf', 'z.tf'])
    expect(text.endsWith('}\n')).toBe(true)
    expect(text).not.toContain('a line of the file')
  })

  test('does not change when lines move', () => {
    const region = { startLine: 90, startColumn: 1, endLine: 90, endColumn: 2 }
    const moved = findings.map((one) => ({ ...one, location: { ...one.location, region, offset: 900 } }))
    expect(renderBaseline(moved)).toBe(renderBaseline(findings))
  })

  test('silences what it holds and nothing else', () => {
    const suppressionOf = baselined(parse(renderBaseline(findings)))
    expect(suppressionOf(finding(print('a'), 'moved.tf'))).toEqual({
      kind: 'external',
      mechanism: 'baseline',
      justification: 'high: Everything is allowed.',
    })
    expect(suppressionOf(finding(print('d'), 'a.tf'))).toBeUndefined()
  })

  test('keeps the notes that people wrote, and drops what is gone', () => {
    const previous: Baseline = {
      uri: 'b.json',
      entries: [
        { fingerprint: print('a'), rule: 'iam/admin', path: 'a.tf', note: 'gone by June' },
        { fingerprint: print('e'), rule: 'iam/admin', path: 'e.tf', note: 'old' },
      ],
    }
    const notes = parse(renderBaseline(findings, previous)).entries.map(({ note }) => note)
    expect(notes).toEqual(['high: Everything is allowed.', 'gone by June', 'high: Everything is allowed.'])
  })

  test('keeps what it held for paths that were not scanned this time', () => {
    const previous = parse(renderBaseline([finding(print('e'), 'e.tf'), finding(print('f'), 'a.tf')]))
    const { entries } = remadeBaseline([finding(print('a'), 'a.tf')], previous, (path) => path === 'a.tf')
    expect(entries.map(({ fingerprint }) => fingerprint)).toEqual([print('a'), print('e')])
  })

  test('made again holds what it held, but not what a comment or an allow entry silences', () => {
    const by = (mechanism: string) => ({ kind: 'external', mechanism, justification: 'x' }) as const
    const again = [
      finding(print('a'), 'a.tf', { suppression: by('baseline') }),
      finding(print('b'), 'b.tf', { suppression: by('allow') }),
      finding(print('c'), 'c.tf', { suppression: { ...by('keylatch:ignore'), kind: 'inSource' } }),
    ]
    expect(parse(renderBaseline(again)).entries.map(({ path }) => path)).toEqual(['a.tf'])
  })

  test('says how many of its entries stand for nothing', () => {
    const baseline = parse(renderBaseline(findings))
    expect(staleBaseline(baseline, findings)).toEqual([])
    expect(staleBaseline(baseline, findings.slice(1))[0]?.message).toMatch(
      /^1 entry of the baseline stands for nothing/,
    )
    expect(staleBaseline(baseline, [])[0]?.message).toMatch(/^3 entries of the baseline stand for nothing/)
  })

  test('that a pull request changes is listed', () => {
    const [one, three] = [parse(renderBaseline(findings.slice(0, 1))), parse(renderBaseline(findings))]
    expect(baselineChanges(one, three)).toEqual(['baseline keylatch-baseline.json: 2 entries added'])
    expect(baselineChanges(three, undefined)).toEqual(['baseline keylatch-baseline.json: 3 entries removed'])
    expect(baselineChanges(three, three)).toEqual([])
  })
})

describe('a file that is no baseline', () => {
  test.each([
    ['', '1:1: not well-formed JSON'],
    ['{"version": 1, "findings": [}', '1:29: not well-formed JSON'],
    ['[]', '1:1: not a baseline'],
    ['{"findings": []}', '1:1: "version" must be 1'],
    ['{"version": 2, "findings": []}', '1:13: a baseline of version 2; this Keylatch reads version 1'],
    ['{"version": 1}', '1:1: "findings" must be a list'],
    ['{"version": 1,\n "findings": {}}', '2:14: "findings" must be a list'],
    ['{"version": 1,\n"findings": [\n{"rule": "iam/admin", "path": "a"}]}', '3:1: an entry needs a "fingerprint"'],
    [
      `{"version": 1, "findings": [{"fingerprint": "${print('a')}", "rule": 3, "path": "a"}]}`,
      '1:29: an entry needs "rule"',
    ],
    [
      '{"version": 1, "findings": [null, 3]}',
      '1:29: an entry needs a "fingerprint" of 32 hexadecimal digits (and 1 more in this file)',
    ],
    ['['.repeat(200_000), 'nested too deep'],
  ])('%.60j is refused in one line', (text, expected) => {
    expect(complaint(text)).toContain(expected)
    expect(complaint(text)).toMatch(/^keylatch-baseline\.json:[^\n]+$/)
  })

  test('a byte order mark and Windows line ends do no harm', () => {
    expect(parse('\uFEFF{\r\n"version": 1,\r\n"findings": []\r\n}').entries).toEqual([])
  })
})
