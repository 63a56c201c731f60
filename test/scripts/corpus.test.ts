import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FrozenScan } from '../../scripts/corpus/frozen.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keylatch-corpus-test-'))
  for (const name of ['one', 'two words', 'broken']) mkdirSync(join(folder, name))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const finding = (id: string, line: number, more: object = {}) => ({
  ruleId: 'iam/some-rule',
  severity: 'high',
  level: 'error',
  message: `finding ${id}`,
  location: {
    uri: 'main.tf',
    offset: line * 10,
    length: 4,
    region: { startLine: line, startColumn: 1, endLine: line, endColumn: 5 },
  },
  snippet: { startLine: line, lines: ['text'] },
  fingerprint: id.repeat(32),
  state: 'new',
  atHead: true,
  ...more,
})

/** A build that reports these findings for the folder `one`, nothing in others, and cannot scan `broken`. */
function build(name: string, findings: readonly object[], verdict = 'block'): string {
  const cli = join(folder, `${name}.mjs`)
  const report = { verdict, reason: 'so', findings, notifications: [], permissionChanges: [], policyChanges: [] }
  writeFileSync(
    cli,
    `import { writeFileSync } from 'node:fs'
     import { basename } from 'node:path'
     const words = process.argv.slice(2)
     const where = basename(process.cwd())
     if (where === 'broken') { console.error('not to be read'); process.exit(2) }
     const report = ${JSON.stringify(report)}
     if (where !== 'one') Object.assign(report, { findings: [], verdict: 'pass' })
     report.reason = words.slice(0, words.indexOf('--format')).join(' ')
     writeFileSync(words.at(-1), JSON.stringify(report))`,
  )
  return cli
}

function script(name: string, ...words: string[]) {
  const run = spawnSync(process.execPath, ['--import', TSX, join(ROOT, 'scripts', name), ...words], {
    encoding: 'utf8',
  })
  return { ...run, lines: run.stdout.split('\n').map((line) => line.trimEnd()) }
}

function frozen(name: string, findings: readonly object[], verdict?: string): string {
  const output = join(folder, `${name}.jsonl`)
  const list = join(folder, 'list.txt')
  writeFileSync(list, `# what is scanned\n${folder}/one\n\n${folder}/two words v1..v2\n`)
  const cli = build(name, findings, verdict)
  const { status, stderr } = script(
    'corpus-freeze.ts',
    '--cli',
    cli,
    '--output',
    output,
    '--list',
    list,
    `${folder}/broken`,
  )
  expect([status, stderr]).toEqual([0, ''])
  return output
}

test('every difference between two builds is told, and nothing else', () => {
  const [same, moved, worded] = [finding('a', 1), finding('b', 2), finding('c', 3)]
  const before = frozen('before', [same, moved, worded, finding('d', 4), finding('e', 5)])
  const after = frozen(
    'after',
    [
      finding('f', 9),
      finding('c', 3, { message: 'other words' }),
      finding('b', 7),
      same,
      finding('0', 5, { message: 'finding e' }),
    ],
    'pass',
  )
  const { status, lines } = script('corpus-compare.ts', before, after)
  expect(status).toBe(1)
  const told = lines.filter((line) => /^(?:===|[-+~] | {2})/.test(line))
  expect(told).toEqual([
    `=== ${folder}/one`,
    '  verdict: block -> pass',
    `- iam/some-rule high main.tf:4:1 finding d [${'d'.repeat(32)}]`,
    `+ iam/some-rule high main.tf:9:1 finding f [${'f'.repeat(32)}]`,
    '~ iam/some-rule main.tf:3:1',
    '    message: "finding c"',
    '      -> "other words"',
    '~ iam/some-rule main.tf:7:1',
    expect.stringContaining('location:'),
    expect.stringContaining('->'),
    '~ iam/some-rule main.tf:5:1',
    `    fingerprint: "${'e'.repeat(32)}"`,
    `      -> "${'0'.repeat(32)}"`,
  ])
  expect(lines).toContain('1 of 3 targets differ')
  expect(script('corpus-compare.ts', before, before)).toMatchObject({ status: 0, stderr: '' })
})

test('a target that is not there is refused before anything is scanned', () => {
  const words = ['--cli', build('any', []), '--output', join(folder, 'none.jsonl'), `${folder}/one`, `${folder}/three`]
  const { status, stderr, stdout } = script('corpus-freeze.ts', ...words)
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toBe(`'${folder}/three' is neither FOLDER nor FOLDER BASE..HEAD\n`)
})

test('a range is scanned as one, and a scan that cannot be done is written down as that', () => {
  const lines = readFileSync(frozen('alone', []), 'utf8').trim().split('\n')
  const scans = lines.map((line) => JSON.parse(line) as FrozenScan)
  const byName = Object.fromEntries(scans.map((scan) => [scan.target.slice(folder.length + 1), scan]))
  expect(byName.one).toMatchObject({ exitCode: 0, reason: 'scan .' })
  expect(byName['two words v1..v2']).toMatchObject({ exitCode: 0, reason: 'scan --base v1 --head v2' })
  expect(byName.broken).toMatchObject({ exitCode: 2, error: 'not to be read', verdict: '', findings: [] })
})
