import { describe, expect, test } from 'vitest'
import { UNKNOWN } from '../../src/core/text.ts'
import { member } from '../../src/core/value.ts'
import { jsonValue } from '../../src/languages/json/json.ts'
import { plainValue, strings, textOf, written } from '../frontends/support.ts'

describe('jsonValue', () => {
  test('gives every string the place between its quotes', () => {
    const source = '{"a": "one", "b": ["two", {"c": "three"}], "d": ""}'
    const { value, notifications } = jsonValue(textOf(source))
    expect(strings(value, source)).toEqual([
      ['one', 'one'],
      ['two', 'two'],
      ['three', 'three'],
      ['', ''],
    ])
    expect(notifications).toEqual([])
  })

  test('maps what stands after an escape exactly', () => {
    const source = '{"script": "echo \\"hi\\"\\nexport K=v\\u00e9"}'
    const { value } = jsonValue(textOf(source))
    const script = member(value, 'script')
    if (script?.kind !== 'string') throw new Error('no string')
    expect(script.text.value).toBe('echo "hi"\nexport K=v\u00e9')
    expect(written(script.text, 'export K=v', source)).toBe('export K=v')
    expect(written(script.text, '\u00e9', source)).toBe('\\u00e9')
    expect(written(script.text, '"hi"', source)).toBe('\\"hi\\"')
  })

  test('reads comments, trailing commas and a byte order mark', () => {
    const { value, notifications } = jsonValue(textOf('\uFEFF// c\n{"a": [1, 2,], /* d */ "b": true,}'))
    expect(plainValue(value)).toEqual({ a: [1, 2], b: true })
    expect(notifications).toEqual([])
  })

  test('keeps numbers as written that a double cannot hold', () => {
    expect(plainValue(jsonValue(textOf('[123456789012, 12345678901234567890, 1.10]')).value)).toEqual([
      123456789012,
      '12345678901234567890',
      '1.10',
    ])
  })

  test('takes unknowns outside of strings as unknown values and entries', () => {
    const { value, notifications } = jsonValue(textOf(`{"a": ${UNKNOWN}, "b": ["x", ${UNKNOWN}], ${UNKNOWN} "c": "y"}`))
    expect(plainValue(value)).toEqual({ a: '?', b: ['x', '?'], [UNKNOWN]: '?', c: 'y' })
    expect(notifications).toEqual([])
  })

  test('keeps what is whole in a broken text, and says where it breaks', () => {
    const { value, notifications } = jsonValue(textOf('{\n  "a": "x",\n  "b": [1, 2\n  "c": {"d": "e"', 'p.json'))
    expect(member(value, 'a')).toMatchObject({ kind: 'string' })
    expect(notifications).toMatchObject([
      { id: 'parse-error', level: 'warning', location: { uri: 'p.json', region: { startLine: 4 } } },
    ])
    expect(notifications[0]!.message).toMatch(/^p\.json: JSON is not well formed: \w/)
  })

  test('an unclosed string ends with its line', () => {
    expect(strings(jsonValue(textOf('["ab\\\\"')).value, '["ab\\\\"')).toEqual([['ab\\', 'ab\\\\']])
    expect(strings(jsonValue(textOf('["ab\n]')).value, '["ab\n]')).toEqual([['ab', 'ab']])
  })

  test('deep nesting is a notification', () => {
    const { notifications } = jsonValue(textOf('['.repeat(200_000)))
    expect(notifications.map(({ id }) => id)).toEqual(['limit'])
  })
})
