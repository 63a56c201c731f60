import { expect, test } from 'vitest'
import { rules } from '../../src/rules/index.ts'
import { controls } from '../../src/rules/controls.ts'
import { practices, rulesOf } from '../../src/rules/practices.ts'

test.each(practices)('$id has a rule, something else that answers it, or a look at the account', (practice) => {
  const answered = rulesOf(practice, rules).length > 0 || practice.otherwise !== undefined || practice.account !== undefined
  expect(answered).toBe(true)
  for (const id of practice.also ?? []) expect(rules.map(({ meta }) => meta.id)).toContain(id)
  // A beginning that no rule has is a misspelt one.
  for (const begin of practice.answers) expect(rules.some(({ meta }) => meta.practice.startsWith(begin))).toBe(true)
})

test('every rule answers a practice of the list', () => {
  const answering = new Set(practices.flatMap((practice) => rulesOf(practice, rules)))
  const others = rules.filter((rule) => !answering.has(rule)).map(({ meta }) => `${meta.id}: ${meta.practice}`)
  expect(others.filter((one) => !one.includes('nothing passes unread'))).toEqual([])
})

test('controls of Security Hub are told apart, and each is answered by rules that there are', () => {
  expect(new Set(controls.map(({ id }) => id)).size).toBe(controls.length)
  const ids = new Set(rules.map(({ meta }) => meta.id))
  expect(controls.flatMap((control) => control.rules).filter((id) => !ids.has(id))).toEqual([])
  expect(controls.filter((control) => control.rules.length === 0)).toEqual([])
})

test('practices are told apart', () => {
  expect(new Set(practices.map(({ id }) => id)).size).toBe(practices.length)
})
