import { describe, expect, test } from 'vitest'
import { contains, intersects, matches } from '../../src/aws/wildcards.ts'
import { UNKNOWN } from '../../src/core/text.ts'
import { random } from './support/random.ts'

describe('matches', () => {
  test.each([
    ['*', '', true],
    ['*', 'anything', true],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['a*c', 'ac', true],
    ['a*c', 'abbbc', true],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-c', false],
    ['', '', true],
    ['', 'a', false],
    ['a.c', 'abc', false],
    ['(a', '(a', true],
  ])('%s, %s: %s', (pattern, text, expected) => expect(matches(pattern, text)).toBe(expected))

  test('hostile patterns take no time', () => {
    expect(matches(`${'*a'.repeat(2000)}b`, 'a'.repeat(4000))).toBe(false)
    expect(intersects(`${'*a'.repeat(500)}b`, `${'a*'.repeat(500)}c`)).toBe(false)
  })
})

describe('contains', () => {
  test.each([
    ['*', 'arn:aws:s3:::b/*', true],
    ['arn:aws:s3:::*', 'arn:aws:s3:::b/*', true],
    ['arn:aws:s3:::b/*', 'arn:aws:s3:::*', false],
    ['a?', 'a*', false],
    ['a*', 'a?', true],
    ['*?', '?*', true],
    ['?*', '*?', true],
    ['a*b', 'a*c*b', true],
    ['a*c*b', 'a*b', false],
  ])('%s holds %s: %s', (outer, inner, expected) => expect(contains(outer, inner)).toBe(expected))

  test('two unknowns are the same one only when a policy is compared with its past', () => {
    expect(contains(`x${UNKNOWN}*`, `x${UNKNOWN}a`)).toBe(false)
    expect(contains(`x${UNKNOWN}`, `x${UNKNOWN}`)).toBe(false)
    expect(contains(`x${UNKNOWN}*`, `x${UNKNOWN}a`, true)).toBe(true)
    expect(contains('x*', `x${UNKNOWN}`)).toBe(true)
    expect(contains('x?', `x${UNKNOWN}`)).toBe(false)
  })
})

describe('against all texts of a small alphabet', () => {
  const texts = allTexts('ab', 5)
  const next = random(20261122)
  const patterns = Array.from({ length: 120 }, () =>
    Array.from({ length: 1 + next(5) }, () => 'ab*?'[next(4)]!).join(''),
  )

  test('contains never claims what is not so', () => {
    for (const outer of patterns) {
      for (const inner of patterns) {
        const holds = texts.every((text) => !matches(inner, text) || matches(outer, text))
        if (contains(outer, inner)) expect([outer, inner, holds]).toEqual([outer, inner, true])
      }
    }
  })

  test('intersects never denies what is so', () => {
    for (const a of patterns) {
      for (const b of patterns) {
        const common = texts.some((text) => matches(a, text) && matches(b, text))
        if (common) expect([a, b, intersects(a, b)]).toEqual([a, b, true])
        if (!intersects(a, b)) expect([a, b, common]).toEqual([a, b, false])
      }
    }
  })
})

function allTexts(alphabet: string, longest: number): string[] {
  let level = ['']
  const all = ['']
  for (let length = 1; length <= longest; length++) {
    level = level.flatMap((text) => [...alphabet].map((character) => text + character))
    all.push(...level)
  }
  return all
}
