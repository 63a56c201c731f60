import { expect, test } from 'vitest'
import type { Finding } from '../../src/core/finding.ts'
import { idleAllows, parseConfig, unusedAllows, withoutAllows } from '../../src/scan/config.ts'

const TEXT = `fail-on: high
allow:
  - fingerprint: '${'a'.repeat(32)}'
    reason: still there
  - fingerprint: '${'b'.repeat(32)}'
    # long gone
    reason: gone
  - rule: iam/full-admin
    path: infra/**
    reason: expired
    expires: 2020-01-01
trusted-accounts: ['111122223333']
`
const config = parseConfig({ uri: '.keylatch.yml', text: TEXT }, new Set(['iam/full-admin']))
const finding = { ruleId: 'iam/full-admin', fingerprint: 'a'.repeat(32), location: { uri: 'x' } } as Finding

test('allow entries that fit nothing are told, and taken out with those that expired', () => {
  expect(unusedAllows(config, [finding], '2026-10-01').map(({ message }) => message.slice(0, 60))).toEqual([
    `The allow entry for ${'b'.repeat(32)} fits no`.slice(0, 60),
  ])
  const idle = idleAllows(config, [finding], '2026-10-01')
  expect(idle.map(({ line }) => line)).toEqual([5, 8])
  const left = withoutAllows(TEXT, idle)
  expect(left).toBe(`fail-on: high
allow:
  - fingerprint: '${'a'.repeat(32)}'
    reason: still there
trusted-accounts: ['111122223333']
`)
  expect(withoutAllows(TEXT, config.allow)).toBe("fail-on: high\ntrusted-accounts: ['111122223333']\n")
})
