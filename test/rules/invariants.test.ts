import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { SEVERITIES } from '../../src/core/finding.ts'
import { rules } from '../../src/rules/index.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const ids = rules.map(({ meta }) => meta.id)

describe('rules', () => {
  test('there are rules, and no id stands twice', () => {
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('every file below src/rules that exports rules is in the index', () => {
    const index = readFileSync(join(ROOT, 'src/rules/index.ts'), 'utf8')
    const files = readdirSync(join(ROOT, 'src/rules'), { recursive: true })
      .map((name) => String(name).replaceAll('\\', '/'))
      .filter((name) => name.split('/').length === 2 && name.endsWith('.ts'))
      .filter((name) => /^export default\b/m.test(readFileSync(join(ROOT, 'src/rules', name), 'utf8')))
    expect(files.filter((name) => !index.includes(`'./${name}'`))).toEqual([])
  })

  test('no folder of fixtures and no page is left of a rule that is gone', () => {
    const named = (folder: string) =>
      readdirSync(join(ROOT, folder), { withFileTypes: true })
        .filter((pack) => pack.isDirectory())
        .flatMap((pack) => readdirSync(join(ROOT, folder, pack.name)).map((name) => `${pack.name}/${name.replace(/\.md$/, '')}`))
    expect(named('test/rules').filter((id) => !ids.includes(id))).toEqual([])
    expect(named('docs/rules').filter((id) => !ids.includes(id))).toEqual([])
  })
})

describe.each(rules.map(({ meta }) => [meta.id, meta] as const))('%s', (id, meta) => {
  const [pack = '', name = ''] = id.split('/')

  test('its id is pack/name, and its file is where the id says', () => {
    expect(id).toMatch(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/)
    const folder = join(ROOT, 'src/rules', pack)
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts'))
    const inList = files.some((file) => /^export default (?!defineRule\()/m.test(readFileSync(join(folder, file), 'utf8')))
    expect(files.includes(`${name}.ts`) || inList).toBe(true)
  })

  test('says what it is, why it matters and what to do', () => {
    expect(meta.title).toMatch(/^\S.*[^.\s]$/)
    expect(meta.title).not.toContain('\n')
    expect(SEVERITIES).toContain(meta.severity)
    expect(meta.description.length).toBeGreaterThan(40)
    expect(meta.remediation.length).toBeGreaterThan(20)
    expect(meta.practice.trim()).not.toBe('')
  })

  test('points to a weakness and to pages that explain it', () => {
    expect(meta.cwe.length).toBeGreaterThan(0)
    for (const cwe of meta.cwe) expect(cwe).toMatch(/^CWE-\d+$/)
    expect(meta.references.length).toBeGreaterThan(0)
    for (const reference of meta.references) expect(new URL(reference).protocol).toBe('https:')
  })

  test('has a page and fixtures, bad and ok', () => {
    expect(existsSync(join(ROOT, `docs/rules/${id}.md`))).toBe(true)
    const fixtures = readdirSync(join(ROOT, 'test/rules', id))
    expect(fixtures.filter((file) => file.startsWith('bad'))).not.toEqual([])
    expect(fixtures.filter((file) => file.startsWith('ok'))).not.toEqual([])
    expect(fixtures).toContain('expected.txt')
  })
})
