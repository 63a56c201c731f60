import { describe, expect, test } from 'vitest'
import { compileFinder } from '../../src/languages/patterns/pattern.ts'

const found = (pattern: string, text: string) =>
  compileFinder(pattern)
    .findAll(text, { steps: 1e6 })!
    .map((match) => match.map((place) => place && text.slice(...place)))

const words = ['', 'a', 'ab', 'abab', 'aab ba', 'b\na', '12-ab_c', 'bbb']

describe('finding', () => {
  test.each([
    'a',
    'a+',
    'a+?',
    '(a|ab)(b|ba)?',
    '(ab|a)(ba)?',
    '(a)|(b)',
    '(?:ab)+',
    '((a)(b))+',
    '(a|b){2}?',
    '[^a]+',
    '(\\w+)\\s(\\w+)',
    'a.b',
    '^a|b$',
    '\\bb',
    '(\\d)(\\d)',
    '(a*)b',
    '(a{0,1}?)b',
    'b{1,2}?b',
  ])('%s finds what JavaScript finds', (pattern) => {
    for (const word of words) {
      const expected = [...word.matchAll(new RegExp(pattern, 'g'))].map((match) => [...match])
      const own = found(pattern, word).map((match) => Array.from(expected[0] ?? match, (_, at) => match[at]))
      expect([word, own]).toEqual([word, expected])
    }
  })

  test.each([
    ['a*', 'baac', ['', 'aa', '']],
    ['', 'ab', ['', '', '']],
    ['\\Aab\\z', 'ab', ['ab']],
    ['(?i)AB', 'ab aB', ['ab', 'aB']],
    ['(?i:a)B', 'aB AB ab', ['aB', 'AB']],
    ['((?i)a)B', 'aB Ab', ['aB']],
    ['(?s)a.b', 'a\nb', ['a\nb']],
    ['\\s', '\u00a0 \v', [' ']],
    ['\\<b\\>', 'b <b>', ['<b>']],
    ['[[:alpha:]]+', '1ab2', ['ab']],
    ['(?m)^b$', 'a\nb\nc', ['b']],
    ['(?xi) a [ b] # one\n b+', 'A bB', ['A bB']],
    ['(?x:a b)c d', 'abc d', ['abc d']],
    ["[\\x60'](\\x{41})", '`A', ['`A']],
    ['[\\x20-\\x22]+', 'a! "b', ['! "']],
  ])('%s in %j as Go finds it', (pattern, text, expected) => {
    expect(found(pattern, text).map(([whole]) => whole)).toEqual(expected)
  })

  test('names of groups', () => {
    const finder = compileFinder('(?P<year>\\d+)-(x)(?<month>\\d+)')
    expect(finder.groups).toEqual(['year', undefined, 'month'])
  })

  test.each(['\\x4', '\\pL', '(?=a)', '\\1', '(', 'a)', '\\Qa\\E'])('%s is refused', (pattern) => {
    expect(() => compileFinder(pattern)).toThrow()
  })

  test('what would take for ever ends', () => {
    const text = `${'a'.repeat(5_000)}!`
    expect(compileFinder('(a+)+$').findAll(text, { steps: 1e6 })).toEqual([])
    expect(compileFinder('(a?){200}b').findAll(text, { steps: 1e6 })).toBeUndefined()
  })
})
