import { expect, test } from 'vitest'
import { conversationBody } from '../../src/report/github/conversation.ts'
import { isConversation } from '../../src/report/github/marks.ts'
import { numbersLine } from '../../src/report/github/numbers-line.ts'
import { BROKEN, EMPTY, finding, HOSTILE, huge, RICH } from './sample.ts'

const KEY = '0123abcd'
const bodyOf = (report: typeof RICH) => conversationBody(report, { key: KEY }).body

test('one line of numbers says what a change comes to', () => {
  expect(numbersLine(RICH)).toBe('+179 actions on 1 role, 4 leaked secrets, 2 other findings')
  const way = finding({ properties: { path: ['role ci', 'iam:PassRole', 'administrator'] } })
  expect(numbersLine({ ...EMPTY, findings: [way] })).toBe('1 way to more power')
  expect(numbersLine(EMPTY)).toBe('')
})

test('the comment has verdict, numbers, what is permitted, what was found and what to do, each on its own', () => {
  const parts = [
    '⛔ Keylatch: blocked',
    '+179 actions',
    '**What this change newly permits**',
    '**What was found**',
    '**Next:** revoke',
  ]
  const body = bodyOf(RICH)
  const places = parts.map((part) => body.replaceAll('\\', '').indexOf(part))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places).not.toContain(-1)
  for (const title of parts.slice(2, 4)) expect(body).toContain(`\n\n${title}\n\n- `)
})

test('it is found by its first line, which no text of others can be', () => {
  for (const report of [RICH, HOSTILE, EMPTY, BROKEN]) {
    expect(isConversation(KEY, bodyOf(report))).toBe(true)
    expect(bodyOf(report).split('<!--')).toHaveLength(2)
  }
  expect(isConversation('ffffffff', bodyOf(RICH))).toBe(false)
  expect(isConversation(KEY, `Look: ${bodyOf(RICH)}`)).toBe(false)
})

test('it is quiet when there is nothing to say, and says what to mend when the scan broke off', () => {
  expect(conversationBody(EMPTY, { key: KEY }).isQuiet).toBe(true)
  expect(conversationBody(BROKEN, { key: KEY }).isQuiet).toBe(false)
  expect(bodyOf(BROKEN)).toMatch(/is not reachable[\s\S]*\*\*Next:\*\* mend/)
})

test('of 20,000 findings it stays within a comment', () => {
  expect(bodyOf(huge(20_000)).length).toBeLessThan(65_536)
})
