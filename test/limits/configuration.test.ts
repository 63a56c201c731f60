import { expect, test } from 'vitest'
import { Problem } from '../../src/core/problem.ts'
import { run } from '../../src/run.ts'
import { parseConfig } from '../../src/scan/config.ts'
import { otherScannerSuppressions } from '../../src/scan/other-scanners.ts'
import { Repository } from '../support/repository.ts'

/** Configurations and patterns of a repository that are made to take for ever. */
test('configurations of many or of nested things end in one line', () => {
  const complaint = (text: string): string => {
    try {
      parseConfig({ uri: '.keylatch.yml', text }, new Set())
      return 'none'
    } catch (error) {
      if (error instanceof Problem) return error.message
      throw error
    }
  }
  const keys = Array.from({ length: 40_000 }, (_, index) => `iam/k${index}: off`)
  expect(complaint(`rules:\n  ${keys.join('\n  ')}`)).toContain('unknown rule "iam/k0"')
  expect(complaint('['.repeat(200_000))).toBe('.keylatch.yml: the configuration is nested too deep')
  expect(complaint('- '.repeat(200_000))).toBe('.keylatch.yml: the configuration is nested too deep')
})

test('of .gitallowed patterns that take for ever do not, and when much adds up that is said', () => {
  const slow = Array.from({ length: 50 }, (_, index) => `(a?){1000}b{1000}${index}`).join('\n')
  const scanners = otherScannerSuppressions([{ uri: '.gitallowed', text: `(a+)+$x\n${slow}` }])
  const secret = 'sample-value'
  const text = `${'a'.repeat(1_000_000)}${secret}${'a'.repeat(1_000_000)}`
  const region = { startLine: 1, startColumn: 1_000_001, endLine: 1, endColumn: 1_000_001 + secret.length }
  const location = { uri: 'a.env', region, offset: 1_000_000, length: secret.length }
  const finding = { ruleId: 'credentials/aws-access-key', secret: true, commits: [], location }
  expect(scanners.suppressionFor(finding, { uri: 'a.env', text }, () => true)).toBeUndefined()
  expect(scanners.notifications().map(({ id }) => id)).toEqual(['patterns-too-slow'])
})

test('a rule of the repository that has too much to do is no clean scan', async () => {
  const repository = new Repository()
  try {
    const slow = { '.keylatch.yml': 'patterns:\n  - id: acme/slow\n    regex: "(?:a?){900}b"\n' }
    const base = repository.commit('before', slow)
    repository.commit('after', { 'a.txt': 'a'.repeat(30_000) })
    const { findings, verdict } = await run({
      root: repository.root,
      scope: { kind: 'range', base, head: 'HEAD' },
      policyFrom: 'repository',
      paths: [],
      pathsIgnore: [],
      today: '2026-10-01',
      now: () => 0,
      env: process.env,
    })
    const found = findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`)
    expect({ found, verdict }).toEqual({ found: ['scan/unread high'], verdict: 'block' })
  } finally {
    repository.dispose()
  }
})
