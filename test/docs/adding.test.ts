import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expand } from '../support/placeholders.ts'
import { added, piecesOfPages } from './pages.ts'

/**
 * What the pages about adding something say is done, in a copy of the project: their code is written down, listings are
 * generated, types are checked, and what was added finds what the pages say it finds.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const copy = mkdtempSync(join(tmpdir(), 'keylatch-adding-'))
const scanned = mkdtempSync(join(tmpdir(), 'keylatch-added-'))
const pieces = piecesOfPages()

interface Found {
  readonly ruleId: string
  readonly location: { readonly uri: string }
}
let findings: readonly Found[] = []
let lines: readonly string[] = []
let typeFaults = ''

/** What a script of the copy prints. */
const node = async (...words: string[]): Promise<string> => {
  const options = { cwd: copy, maxBuffer: 64 * 1024 * 1024 }
  const { stdout } = await promisify(execFile)(process.execPath, words, options)
  return stdout
}
const scan = (format: string) =>
  node('--import', 'tsx', 'src/cli.ts', 'scan', scanned, '--fail-on', 'never', '--all', '--verbose', '-f', format)

beforeAll(async () => {
  for (const name of ['src', 'scripts', 'test', 'package.json', 'biome.json', 'tsconfig.json']) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction')
  for (const { path, text, isAddition } of pieces) {
    const file = join(copy, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, isAddition ? added(readFileSync(file, 'utf8'), text) : text)
  }
  await node('--import', 'tsx', 'scripts/generate.ts')
  const fixtures = [...pieces.map(({ path }) => path).filter(isFixture), ...generatedFixtures('credentials/acme-token')]
  for (const path of fixtures) {
    const file = join(scanned, path.slice('test/rules/'.length))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, expand(readFileSync(join(copy, path), 'utf8')))
  }
  const [json, printed, faults] = await Promise.all([scan('json'), scan('lines'), checkTypes()])
  findings = (JSON.parse(json) as { findings: Found[] }).findings
  lines = printed.trimEnd().split('\n')
  typeFaults = faults
}, 240_000)

afterAll(() => {
  for (const folder of [copy, scanned]) rmSync(folder, { recursive: true, force: true })
})

/** The mistakes that the compiler sees in the files of the pages. */
function checkTypes(): Promise<string> {
  const include = pieces.map(({ path }) => path).filter((path) => path.endsWith('.ts'))
  writeFileSync(join(copy, 'tsconfig.added.json'), JSON.stringify({ extends: './tsconfig.json', include }))
  return node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.added.json').catch(({ stdout }) => String(stdout))
}

const isFixture = (path: string) => path.startsWith('test/rules/') && basename(path) !== 'expected.txt'
const generatedFixtures = (id: string) =>
  readdirSync(join(copy, 'test/rules', id))
    .map((name) => `test/rules/${id}/${name}`)
    .filter(isFixture)
const rulesAt = (uri: string) => findings.filter(({ location }) => location.uri === uri).map(({ ruleId }) => ruleId)

test('every page brings code', () => {
  const pages = new Set(pieces.map(({ page }) => page))
  const expected = readdirSync(join(ROOT, 'docs/adding')).filter((name) => name.startsWith('a'))
  expect([...pages].sort()).toEqual([...expected.map((name) => `adding/${name}`), 'writing-a-rule.md'].sort())
})

test('the types of all that was added are right', () => {
  expect(typeFaults).toBe('')
})

describe('what must hit does, and what must not does not', () => {
  const fixtures = pieces.map(({ path }) => path).filter(isFixture)

  test.each(fixtures)('%s', (path) => {
    const [, , pack, name, fixture = ''] = path.split('/')
    const found = rulesAt(path.slice('test/rules/'.length)).includes(`${pack}/${name}`)
    expect(found).toBe(fixture.startsWith('bad'))
  })

  test('a token, by its row and its generated fixtures', () => {
    expect(rulesAt('credentials/acme-token/bad.env')).toEqual(['credentials/acme-token', 'credentials/acme-token'])
    expect(rulesAt('credentials/acme-token/ok.env')).not.toContain('credentials/acme-token')
  })

  test.each(['tf', 'yaml'])('a type of AWS has its policy read in .%s, too', (extension) => {
    expect(rulesAt(`user-data/provider-secret/bad-depot.${extension}`)).toContain('trust/any-principal')
  })
})

test('the new format prints every finding on a line, and the verdict', () => {
  expect(lines).toHaveLength(findings.length + 1)
  expect(lines.filter((line) => /bad\.tf:\d+:\d+: medium iam\/audit-tampering: /.test(line))).toHaveLength(1)
  expect(lines.at(-1)).toMatch(/^pass: /)
})
