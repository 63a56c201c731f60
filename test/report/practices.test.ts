import { expect, test } from 'vitest'
import type { Finding, Notification } from '../../src/core/finding.ts'
import { renderScorecard, scorecard, scorecardJson, scorecardMarkdown } from '../../src/report/practices.ts'
import { rules } from '../../src/rules/index.ts'

const finding = (state: Finding['state'], more: Partial<Finding> = {}) =>
  ({
    ruleId: 'network/imdsv1',
    severity: 'low',
    state,
    atHead: true,
    location: { uri: 'main.tf', region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 2 } },
    fingerprint: 'f',
    ...more,
  }) as Finding

const SIGHT = { kinds: new Set(['resource'] as const), types: new Set(['aws_kms_key', 'aws_instance']) }

const told = (findings: readonly Finding[], notifications: readonly Notification[] = []) => ({
  findings,
  notifications,
})

function stateOf(id: string, findings: readonly Finding[], compared = false) {
  return scorecard(told(findings), rules, SIGHT, compared ? told(findings) : undefined).find(
    ({ practice }) => practice.id === id,
  )!
}

test('a practice is met where its rules had something to look at and found nothing', () => {
  expect(stateOf('kms', []).state).toBe('met')
  expect(stateOf('encrypted-disks', []).state).toBe('met')
  expect(stateOf('short-sessions', []).state).toBe('not applicable')
  expect(stateOf('cloudtrail', []).state).toBe('only the account shows')
})

test('it is not met by what is open at the head, and worse by what a change brings', () => {
  const found = [finding('new'), finding('existing')]
  expect(stateOf('imdsv2', found)).toMatchObject({ state: 'not met', worse: 0 })
  expect(stateOf('imdsv2', found, true)).toMatchObject({ state: 'not met', worse: 1 })
  const suppressed = finding('new', { suppression: { kind: 'external', mechanism: 'allow', justification: 'x' } })
  expect(stateOf('imdsv2', [suppressed, finding('new', { atHead: false })]).state).toBe('met')
})

test('a practice whose rules could not judge a setting is not met for that', () => {
  const notification = {
    level: 'note',
    id: 'undecided-habit',
    message: '',
    undecidedRules: ['data/kms-rotation'],
  } as const
  const scores = scorecard(told([], [notification]), rules, SIGHT)
  expect(scores.find(({ practice }) => practice.id === 'kms')?.state).toBe('not decided')
  expect(scores.find(({ practice }) => practice.id === 'encrypted-disks')?.state).toBe('met')
  expect(renderScorecard({ repository: scores })).toContain('1 not decided')
})

test('keys that only the history still holds are in git all the same', () => {
  const gone = finding('new', { ruleId: 'credentials/aws-access-key', secret: true, atHead: false })
  expect(stateOf('keys-in-git', [gone]).state).toBe('not met')
})

test('every form names the place', () => {
  const scores = scorecard(told([finding('new')]), rules, SIGHT, told([finding('new')]))
  expect(renderScorecard({ repository: scores })).toContain('main.tf:3 network/imdsv1')
  expect(renderScorecard({ repository: scores })).toContain('(1, 1 new)')
  expect(scorecardMarkdown({ repository: scores })).toContain('| not met | 1 (1 new) |')
  const { practices } = JSON.parse(scorecardJson({ repository: scores }))
  expect(practices.find(({ id }: { id: string }) => id === 'imdsv2').findings[0].line).toBe(3)
})
