import { describe, expect, test } from 'vitest'
import { changedLines } from '../../src/compare/changed-lines.ts'

/** The newer text, made of the older one and of what the changes say. */
function applied(before: string, after: string): string {
  const [old, fresh] = [Buffer.from(before), Buffer.from(after)]
  const parts: Buffer[] = []
  let at = 0
  for (const change of changedLines(old, fresh)) {
    parts.push(old.subarray(at, change.before.start), fresh.subarray(change.after.start, change.after.end))
    at = change.before.end
  }
  parts.push(old.subarray(at))
  return Buffer.concat(parts).toString()
}

function changed(before: string, after: string): [string, string][] {
  const [old, fresh] = [Buffer.from(before), Buffer.from(after)]
  return changedLines(old, fresh).map((change) => [
    old.subarray(change.before.start, change.before.end).toString(),
    fresh.subarray(change.after.start, change.after.end).toString(),
  ])
}

describe('changed lines', () => {
  test('are whole ones, and only those', () => {
    expect(changed('a\nb\nc\n', 'a\nB\nc\n')).toEqual([['b\n', 'B\n']])
    expect(changed('a\nb\nc\nd\ne\n', 'A\nb\nc\nd\nE\n')).toEqual([
      ['a\n', 'A\n'],
      ['e\n', 'E\n'],
    ])
    expect(changed('a\nb\n', 'a\nb\n')).toEqual([])
    expect(changed('a = 1 end', 'a = 2 end')).toEqual([['a = 1 end', 'a = 2 end']])
  })

  test('are there where lines come and go', () => {
    expect(changed('a\nc\n', 'a\nb\nc\n')).toEqual([['', 'b\n']])
    expect(changed('a\nb\nc\n', 'a\nc\n')).toEqual([['b\n', '']])
    expect(changed('', 'a\n')).toEqual([['', 'a\n']])
    expect(changed('a\n', '')).toEqual([['a\n', '']])
  })

  test('moving a line is a change', () => {
    const changes = changed('one\ntwo\nthree\nfour\n', 'two\nthree\none\nfour\n')
    expect(changes.map(([, after]) => after).join('')).toContain('one')
  })

  test('a last line need not end', () => {
    expect(changed('a\nb', 'a\nb\n')).toEqual([['b', 'b\n']])
    expect(changed('a\nb\n', 'a\nb')).toEqual([['b\n', 'b']])
    expect(changed('a\nx', 'b\nx')).toEqual([['a\n', 'b\n']])
  })

  test('what is left out is the same in both', () => {
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff
      return (seed >> 8) % below
    }
    const text = () =>
      Array.from({ length: random(12) }, () => ['a', 'b', 'c', 'dd', '', 'é'][random(6)]!).join('\n') +
      (random(2) ? '\n' : '')
    for (let round = 0; round < 3000; round++) {
      const [before, after] = [text(), text()]
      expect(applied(before, after)).toBe(after)
    }
  })

  test('long lines and texts beyond a step are compared to the end', () => {
    const long = 'x'.repeat(20_000)
    expect(applied(`${long}\na\n${long}\n`, `${long}\nb\n${long}\n`)).toBe(`${long}\nb\n${long}\n`)
    expect(changed(`${long}\na\n${long}\n`, `${long}\nb\n${long}\n`)).toEqual([['a\n', 'b\n']])
  })
})
