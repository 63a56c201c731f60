import { describe, expect, test } from 'vitest'
import { member, type Value } from '../../src/core/value.ts'
import { yamlDocuments, yamlValue } from '../../src/languages/yaml/yaml.ts'
import { mistakeIn, plainValue, strings, textOf, written } from '../frontends/support.ts'

const read = (source: string): Value | undefined => yamlValue(textOf(source)).value
const stringAt = (source: string, key: string) => {
  const value = member(read(source), key)
  if (value?.kind !== 'string') throw new Error(`${key} is no string`)
  return value.text
}

describe('yamlValue', () => {
  test('gives quoted and plain strings the place between their quotes', () => {
    const source = `a: plain\nb: 'single'\nc: "double"\nd: [x, "y"]\ne: {f: z}\n`
    expect(strings(read(source), source)).toEqual([
      ['plain', 'plain'],
      ['single', 'single'],
      ['double', 'double'],
      ['x', 'x'],
      ['y', 'y'],
      ['z', 'z'],
    ])
  })

  const blocks: [name: string, source: string, value: string][] = [
    ['literal', 'k: |\n  one\n    two\n\n  three\n', 'one\n  two\n\nthree\n'],
    ['literal, stripped', 'k: |-\n  one\n  two\n\n\n', 'one\ntwo'],
    ['literal, kept', 'k: |+\n  one\n\n\nz: 1\n', 'one\n\n\n'],
    ['literal with an indentation indicator', 'k: |2\n    one\n   two\n', '  one\n two\n'],
    ['literal with a comment in its header', 'k: | # note\n  one\n', 'one\n'],
    ['literal without a last line break', 'k: |\n  one\n  two', 'one\ntwo\n'],
    ['folded', 'k: >\n  one\n  two\n\n  three\n', 'one two\nthree\n'],
    ['folded with more indented lines', 'k: >\n  one\n\n    two\n  three\n', 'one\n\n  two\nthree\n'],
    ['plain over lines', 'k: one\n  two\n  three\n', 'one two three'],
    ['single quoted over lines', "k: 'it''s\n  two\n\n  three'\n", "it's two\nthree"],
    ['double quoted over lines', 'k: "one \\\n  two\\n\n  three\\x41"\n', 'one two\n threeA'],
  ]
  for (const [name, source, value] of blocks) {
    for (const [ends, text] of [
      ['', source],
      [' with CRLF', source.replaceAll('\n', '\r\n')],
    ] as const) {
      test(`maps every word of a ${name} block${ends}`, () => {
        const text_ = stringAt(text, 'k')
        expect(text_.value).toBe(value)
        for (const word of value.match(/\w{3,}/g)!) {
          expect(written(text_, word, text)).toBe(word === 'threeA' ? 'three\\x41' : word)
        }
        expect(mistakeIn(text_, { file: text })).toBeUndefined()
      })
    }
  }

  test('short forms of CloudFormation become long ones', () => {
    const source =
      'a: !Ref X\nb: !Sub "${Y}"\nc: !GetAtt Role.Arn\nd: !If [C, !Ref A, !Ref B]\ne: !Join\n  - ""\n  - [x]\n'
    expect(plainValue(read(source))).toEqual({
      a: { Ref: 'X' },
      b: { 'Fn::Sub': '${Y}' },
      c: { 'Fn::GetAtt': ['Role', 'Arn'] },
      d: { 'Fn::If': ['C', { Ref: 'A' }, { Ref: 'B' }] },
      e: { 'Fn::Join': ['', ['x']] },
    })
    expect(strings(read(source), source)).toContainEqual(['Arn', 'Arn'])
  })

  test('merge keys give what a map leaves out, aliases stand for their anchor', () => {
    const source = 'base: &b {x: 1, y: 2}\none:\n  <<: *b\n  y: 3\nmany:\n  <<: [{x: 4}, *b]\ncopy: *b\n'
    const value = read(source)
    const merged = (key: string) => [member(member(value, key), 'x'), member(member(value, key), 'y')].map(plainValue)
    expect(merged('one')).toEqual([1, 3])
    expect(merged('many')).toEqual([4, 2])
    expect(merged('copy')).toEqual([1, 2])
  })

  test('numbers that are names stay as they are written', () => {
    expect(plainValue(read('a: 012345678901\nb: 1.10\nc: 80\nd: 2012-10-17\ne: yes\nf: true\ng: ~\n'))).toEqual({
      a: '012345678901',
      b: '1.10',
      c: 80,
      d: '2012-10-17',
      e: 'yes',
      f: true,
      g: null,
    })
  })

  test('a repeated key is no error; the last one counts', () => {
    const { value, notifications } = yamlValue(textOf('a: 1\na: 2\n'))
    expect(plainValue(member(value, 'a'))).toBe(2)
    expect(notifications).toEqual([])
  })

  test('reads every document', () => {
    expect(yamlDocuments(textOf('a: 1\n---\nb: 2\n...\n---\n- c\n')).values.map(plainValue)).toEqual([
      { a: 1 },
      { b: 2 },
      ['c'],
    ])
  })

  test('keeps what is whole in a broken text, and says where it breaks', () => {
    const { value, notifications } = yamlValue(textOf('a: x\nb: [1, 2\nc: "y\nd: z\n', 't.yaml'))
    expect(plainValue(member(value, 'a'))).toBe('x')
    expect(notifications).toMatchObject([{ id: 'parse-error', location: { uri: 't.yaml' } }])
  })

  test('an alias bomb ends as unknown, with a notification', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
    for (let level = 1; level < 12; level++) lines.push(`a${level}: &a${level} [${`*a${level - 1}, `.repeat(10)}]`)
    const { value, notifications } = yamlValue(textOf(lines.join('\n')))
    expect(value?.kind).toBe('map')
    expect(notifications.map(({ id }) => id)).toEqual(['limit'])
  })

  test('hostile nesting is a notification', () => {
    for (const source of ['['.repeat(100_000), '- '.repeat(100_000), '{a: '.repeat(100_000), '? '.repeat(100_000)]) {
      expect(yamlDocuments(textOf(source)).notifications.map(({ id }) => id)).toContain('limit')
    }
  })
})
