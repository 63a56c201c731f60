import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Finding, Report } from '../../src/core/finding.ts'
import { edited } from '../../src/run/fixes.ts'
import { run } from '../../src/run.ts'
import { keylatch } from '../support/dist.ts'
import { expand } from '../support/placeholders.ts'

/** Every fix that any rule offers for its own bad fixtures, made for real. */
const RULES = join(import.meta.dirname, '../rules')
const folder = mkdtempSync(join(tmpdir(), 'keylatch-fixes-'))
let report: Report
let fixable: Finding[]

const scan = (root: string) =>
  run({
    root,
    scope: { kind: 'path', path: '.' },
    paths: [],
    pathsIgnore: [],
    today: '2026-11-28',
    now: () => 0,
    env: process.env,
    policyFrom: 'repository',
  })

/** Only of rules whose fixtures are few: the packs that offer fixes. */
function copyFixtures(): void {
  for (const pack of readdirSync(RULES).filter((name) => statSync(join(RULES, name)).isDirectory())) {
    for (const rule of readdirSync(join(RULES, pack))) {
      for (const name of readdirSync(join(RULES, pack, rule), { recursive: true }).map(String)) {
        const file = join(RULES, pack, rule, name)
        if (!name.startsWith('bad') || !statSync(file).isFile() || !OFFERS.test(`${pack}/${rule}`)) continue
        // Each in a folder of its own, so that one is no neighbour of another.
        const [top = ''] = name.split('/')
        const target = join(folder, pack, rule, top.replaceAll('.', '-'), name)
        mkdirSync(dirname(target), { recursive: true })
        writeFileSync(target, expand(readFileSync(file, 'utf8')))
      }
    }
  }
}

const OFFERS =
  /^(iam\/vacuous-condition|trust\/github-oidc|user-data\/(password-login|workflow-secret)|workflow\/static-aws-keys)$/

beforeAll(async () => {
  copyFixtures()
  report = await scan(folder)
  fixable = report.findings.filter(({ fix }) => fix !== undefined)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('some are offered', () => {
  expect(fixable.length).toBeGreaterThanOrEqual(4)
  expect(new Set(fixable.map(({ ruleId }) => ruleId)).size).toBeGreaterThanOrEqual(3)
})

test('each takes its finding away, brings none, and changes nothing but what it says', async () => {
  for (const finding of fixable) {
    const uris = [...new Set(finding.fix!.map(({ uri }) => uri))]
    const before = new Map(uris.map((uri) => [uri, readFileSync(join(folder, uri), 'utf8')]))
    for (const [uri, text] of before) {
      const edits = finding.fix!.filter((edit) => edit.uri === uri)
      writeFileSync(join(folder, uri), edited(text, edits))
    }
    const after = await scan(folder)
    for (const [uri, text] of before) writeFileSync(join(folder, uri), text)
    const known = new Set(report.findings.map(({ fingerprint }) => fingerprint))
    const left = after.findings.map(({ fingerprint }) => fingerprint)
    expect({ place: finding.location.uri, gone: !left.includes(finding.fingerprint) }).toMatchObject({ gone: true })
    expect(left.filter((fingerprint) => !known.has(fingerprint))).toEqual([])
    expect(after.notifications.filter(({ id }) => id === 'parse-error')).toEqual(
      report.notifications.filter(({ id }) => id === 'parse-error'),
    )
  }
}, 240_000)

test('a suggestion is the same edit in whole lines, and shows nothing that is masked', () => {
  const suggested = fixable.filter(({ suggestion }) => suggestion)
  expect(suggested.length).toBeGreaterThan(0)
  for (const { suggestion, fix, location } of suggested) {
    const text = readFileSync(join(folder, location.uri), 'utf8')
    const lines = text.split('\n')
    lines.splice(suggestion!.startLine - 1, suggestion!.endLine - suggestion!.startLine + 1, ...suggestion!.lines)
    expect(lines.join('\n')).toBe(edited(text, fix!))
    expect(suggestion!.lines.join('\n')).not.toMatch(/\*{8}/)
  }
})

describe('keylatch fix', () => {
  const SETTING = 'user-data/password-login'
  const copy = () => {
    const root = mkdtempSync(join(tmpdir(), 'keylatch-fix-'))
    const { location } = fixable.find(({ ruleId }) => ruleId === SETTING)!
    writeFileSync(join(root, 'main.tf'), readFileSync(join(folder, location.uri), 'utf8'))
    return root
  }

  test('shows the edits and leaves the files alone; with --write it makes them, once', async () => {
    const root = copy()
    const before = readFileSync(join(root, 'main.tf'), 'utf8')
    const shown = await keylatch(['fix'], { cwd: root })
    expect(shown).toMatchObject({ exitCode: 1, stderr: '' })
    expect(shown.stdout).toMatch(/main\.tf:\d+/)
    expect(shown.stdout).toMatch(/^ {2}\+ /m)
    expect(readFileSync(join(root, 'main.tf'), 'utf8')).toBe(before)
    const made = await keylatch(['fix', '--write'], { cwd: root })
    expect(made.stdout).toMatch(/(\d+) findings? of \1 fixed/)
    expect(made.exitCode).toBe(0)
    const changed = readFileSync(join(root, 'main.tf'), 'utf8')
    expect(changed).not.toBe(before)
    expect(changed.split('\n')).toHaveLength(before.split('\n').length)
    const again = await keylatch(['fix', '--write'], { cwd: root })
    expect(again).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('nothing') })
    rmSync(root, { recursive: true })
  }, 60_000)
})
