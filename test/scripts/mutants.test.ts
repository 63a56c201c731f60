import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from '@swc/core'
import { afterAll, expect, test } from 'vitest'
import { mutationsOf } from '../../scripts/mutants/mutations.ts'
import { makeWorkplace } from '../../scripts/mutants/workplace.ts'
import { Repository } from '../support/repository.ts'

const repository = new Repository()
afterAll(() => repository.dispose())

/** The whole text with each mutation in it. */
function mutantsOf(source: string): string[] {
  return mutationsOf(source).map(({ start, end, text }) => source.slice(0, start) + text + source.slice(end))
}

test('each kind of change is made where it can be', () => {
  expect(mutantsOf('if (a && b < 1) f()')).toEqual([
    'if (!(a && b < 1)) f()',
    'if (a || b < 1) f()',
    'if (a && b <= 1) f()',
    'if (a && b < 0) f()',
    'if (a && b < 1) {}',
  ])
  expect(mutantsOf("const s = { severity: 'high', on: true, is: !x, list: [y], like: /a/i, or: p ?? q }")).toEqual([
    "const s = { severity: 'medium', on: true, is: !x, list: [y], like: /a/i, or: p ?? q }",
    "const s = { severity: 'high', on: false, is: !x, list: [y], like: /a/i, or: p ?? q }",
    "const s = { severity: 'high', on: true, is: x, list: [y], like: /a/i, or: p ?? q }",
    "const s = { severity: 'high', on: true, is: !x, list: [], like: /a/i, or: p ?? q }",
    "const s = { severity: 'high', on: true, is: !x, list: [y], like: /a/, or: p ?? q }",
    "const s = { severity: 'high', on: true, is: !x, list: [y], like: /a/i, or: p }",
  ])
  expect(mutantsOf('const f = () => g(`a ${b}`)\nclass A { m() { return c } }')).toEqual([
    'const f = () => undefined\nclass A { m() { return c } }',
    "const f = () => g('')\nclass A { m() { return c } }",
    'const f = () => g(`a ${b}`)\nclass A { m() { return; return c } }',
    'const f = () => g(`a ${b}`)\nclass A { m() { {} } }',
  ])
})

test('no change where no test could tell: imports, types, comments', () => {
  const source = `import { x } from './x.ts'
    /** if (a < 1) return 'high' */
    type T = 'high' | 1
    interface I { readonly kind: 'low'; list?: readonly true[] }
    export const f: (a: 'note') => T = x as unknown as typeof f`
  expect(mutantsOf(source)).toEqual([])
})

test('places are right beside letters of several bytes, and what comes out is a program', () => {
  expect(mutantsOf("/* naïve → 𝒜 */ const é = 'ü' + a")).toEqual([
    "/* naïve → 𝒜 */ const é = 'ü' - a",
    "/* naïve → 𝒜 */ const é = '' + a",
  ])
  const source = readFileSync(fileURLToPath(new URL('../../src/scan/check.ts', import.meta.url)), 'utf8')
  const mutants = mutantsOf(source)
  expect(mutants.length).toBeGreaterThan(30)
  expect(new Set([source, ...mutants]).size).toBe(mutants.length + 1)
  for (const mutant of mutants) expect(() => parseSync(mutant, { syntax: 'typescript' })).not.toThrow()
})

test('mutants live in a copy, and only as long as they are tried', async () => {
  repository.write({ 'src/a.ts': 'const a = 1\n', 'new.ts': 'const b = 1\n', '.gitignore': 'node_modules/\n' })
  repository.commit('one', { 'src/a.ts': 'const a = 0\n' })
  writeFileSync(join(repository.root, 'src/a.ts'), 'const a = 2\n')
  mkdirSync(join(repository.root, 'node_modules'))
  const workplace = makeWorkplace(repository.root)
  const copied = (path: string) => readFileSync(join(workplace.root, path), 'utf8')
  try {
    expect([copied('src/a.ts'), copied('new.ts')]).toEqual(['const a = 2\n', 'const b = 1\n'])
    const seen = await workplace.withText('src/a.ts', 'const a = 3\n', async () => copied('src/a.ts'))
    expect([seen, copied('src/a.ts')]).toEqual(['const a = 3\n', 'const a = 2\n'])
    const failing = workplace.withText('src/a.ts', 'const a = 4\n', () => Promise.reject(new Error('so')))
    await expect(failing).rejects.toThrow('so')
    expect(copied('src/a.ts')).toBe('const a = 2\n')
    expect(readFileSync(join(repository.root, 'src/a.ts'), 'utf8')).toBe('const a = 2\n')
  } finally {
    workplace.dispose()
  }
  expect(existsSync(workplace.root)).toBe(false)
  expect(existsSync(join(repository.root, 'node_modules'))).toBe(true)
})
