import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/core/finding.ts'
import { blocks, type Evidence, judge } from '../../src/scan/verdict.ts'

const finding = (part: Partial<Finding> = {}): Finding => ({
  ruleId: 'iam/admin',
  severity: 'high',
  confidence: 'high',
  message: 'm',
  remediation: 'r',
  location: { uri: 'a.tf', region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 }, offset: 0, length: 1 },
  relatedLocations: [],
  snippet: { startLine: 1, lines: [] },
  fingerprint: '0'.repeat(32),
  state: 'new',
  commits: [],
  atHead: true,
  secret: false,
  anchor: '',
  blocking: false,
  properties: {},
  ...part,
})
const suppression = { kind: 'external', mechanism: 'allow', justification: 'x' } as const
const gone = { atHead: false, secret: true, severity: 'critical' } as const

const told = (findings: readonly Finding[], part: Partial<Evidence> = {}) => {
  const { verdict, reason } = judge({
    findings,
    failOn: 'high',
    failOnConfidence: 'medium',
    scope: 'change',
    scanned: 3,
    unscanned: 0,
    lost: false,
    ...part,
  })
  return `${verdict}: ${reason}`
}

describe('what blocks', () => {
  test.each([
    ['at the threshold', {}, 'high', true],
    ['above it', { severity: 'critical' }, 'high', true],
    ['below it', { severity: 'medium' }, 'high', false],
    ['the lightest, when notes block', { severity: 'note' }, 'note', true],
    ['at the base already', { state: 'existing' }, 'high', false],
    ['suppressed', { suppression }, 'high', false],
    ['gone from the head', gone, 'high', true],
    ['anything, when nothing may block', { severity: 'critical' }, 'never', false],
  ] as const)('%s', (_, part, failOn, expected) => {
    expect(blocks(finding(part), { failOn, failOnConfidence: 'medium' })).toBe(expected)
    expect(told([finding(part)], { failOn }).startsWith('block')).toBe(expected)
  })
})

describe('what is not sure enough', () => {
  test.each([
    ['low', 'medium', false],
    ['low', 'low', true],
    ['medium', 'medium', true],
    ['medium', 'high', false],
    ['high', 'high', true],
  ] as const)('%s confidence, when %s is asked for', (confidence, failOnConfidence, expected) => {
    expect(told([finding({ confidence })], { failOnConfidence }).startsWith('block')).toBe(expected)
  })
})

describe('the reason is one line for people', () => {
  const low = finding({ severity: 'low' })
  const old = finding({ state: 'existing', severity: 'critical' })

  test.each([
    ['pass: no new findings', [], {}],
    ['pass: no findings', [], { scope: 'full' }],
    [
      'pass: no new finding at or above high (1 below, 1 suppressed, 2 already at the base)',
      [low, finding({ suppression }), old, old],
      {},
    ],
    ['pass: no new findings (2 already at the base)', [old, old], {}],
    ['pass: no new finding at or above high (1 below, 1 not sure enough)', [low, finding({ confidence: 'low' })], {}],
    ['pass: 1 new finding, reported only: fail-on is never', [finding()], { failOn: 'never' }],
    ['pass: no new findings; 1 file could not be scanned', [], { unscanned: 1 }],
    [
      'broken: contents of the repository are missing; 1 file could not be scanned; clone without a filter, or run `git fsck`',
      [],
      { unscanned: 1, lost: true },
    ],
    ['block: 1 new finding at or above high', [finding(), low], {}],
    [
      'block: 3 new findings at or above high (1 critical, 2 high)',
      [finding(), finding({ severity: 'critical' }), finding()],
      {},
    ],
    ['block: 2 findings at or above low (1 high, 1 low)', [finding(), low], { failOn: 'low', scope: 'full' }],
    ['block: 1 new finding at or above high: 1 secret that only the history still holds', [finding(gone)], {}],
    [
      'block: 3 new findings at or above high (2 critical, 1 high), among them 2 secrets that only the history still holds',
      [finding(), finding(gone), finding(gone)],
      {},
    ],
    [
      'block: 3 findings at or above high (2 critical, 1 high): 1 secret in a message of a commit or tag, 1 secret that only the history still holds, 1 finding that only the history still holds',
      [
        finding({ ...gone, location: { ...finding().location, uri: `commit message of ${'1a2b3c4d'.repeat(5)}` } }),
        finding(gone),
        finding({ atHead: false }),
      ],
      { scope: 'full' },
    ],
    ['block: 1 new finding at or above high; 2 files could not be scanned', [finding()], { unscanned: 2 }],
    ['broken: nothing was scanned; check the path, and what "paths" and "paths-ignore" leave over', [], { scanned: 0 }],
    [
      'broken: nothing was scanned; 4 files could not be scanned; check the path, and what "paths" and "paths-ignore" leave over',
      [],
      { scanned: 0, unscanned: 4 },
    ],
  ] as [string, Finding[], Partial<Evidence>][])('%s', (expected, findings, part) => {
    expect(told(findings, part)).toBe(expected)
  })
})
