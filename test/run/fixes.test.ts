import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atLeast, type Finding, type Report } from '../../src/core/finding.ts'
import { rules } from '../../src/rules/index.ts'
import { edited } from '../../src/run/fixes.ts'
import { run } from '../../src/run.ts'
import { keylatch } from '../support/dist.ts'
import { expand } from '../support/placeholders.ts'

/** Every fix that any rule offers for its own bad fixtures, made for real. */
const RULES = join(import.meta.dirname, '../rules')
const folder = mkdtempSync(join(tmpdir(), 'keylatch-fixes-'))
/** A folder for each fixture, so that one is no neighbour of another. */
const roots = new Set<string>()
const fixable: { readonly root: string; readonly report: Report; readonly finding: Finding }[] = []

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
    asksForFixes: true,
    repository: { slug: 'octo-org/octo-repo', serverUrl: 'https://github.com', commit: '' },
  })

/** Only of rules whose fixtures are few: the packs that offer fixes. */
function copyFixtures(): void {
  for (const pack of readdirSync(RULES).filter((name) => statSync(join(RULES, name)).isDirectory())) {
    for (const rule of readdirSync(join(RULES, pack))) {
      for (const name of readdirSync(join(RULES, pack, rule), { recursive: true }).map(String)) {
        const file = join(RULES, pack, rule, name)
        if (!name.startsWith('bad') || !statSync(file).isFile() || !OFFERS.has(`${pack}/${rule}`)) continue
        const [top = ''] = name.split('/')
        const root = join(folder, pack, rule, top.replaceAll('.', '-'))
        const target = join(root, name)
        roots.add(root)
        mkdirSync(dirname(target), { recursive: true })
        writeFileSync(target, expand(readFileSync(file, 'utf8')))
      }
    }
  }
}

const OFFERS = new Set(rules.filter(({ meta }) => meta.fixable).map(({ meta }) => meta.id))

beforeAll(async () => {
  copyFixtures()
  for (const root of roots) {
    const report = await scan(root)
    for (const finding of report.findings) if (finding.fix) fixable.push({ root, report, finding })
  }
}, 240_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('every rule that says it can is seen to, and no other one does', () => {
  const offering = new Set(fixable.map(({ finding }) => finding.ruleId))
  expect([...OFFERS].filter((id) => !offering.has(id))).toEqual([])
  expect([...offering].filter((id) => !OFFERS.has(id))).toEqual([])
})

test('each takes its finding away, brings none as grave, and the file still parses', async () => {
  for (const { root, report, finding } of fixable) {
    const uris = [...new Set(finding.fix!.map(({ uri }) => uri))]
    const before = new Map(uris.map((uri) => [uri, readFileSync(join(root, uri), 'utf8')]))
    for (const [uri, text] of before) {
      const edits = finding.fix!.filter((edit) => edit.uri === uri)
      writeFileSync(join(root, uri), edited(text, edits))
    }
    const after = await scan(root)
    for (const [uri, text] of before) writeFileSync(join(root, uri), text)
    const known = new Set(report.findings.map(({ fingerprint }) => fingerprint))
    const place = `${finding.ruleId} ${root.slice(folder.length)}/${finding.location.uri}:${finding.location.region.startLine}`
    const left = after.findings.filter(({ fingerprint }) => fingerprint === finding.fingerprint)
    expect({ place, left }).toEqual({ place, left: [] })
    const brought = after.findings.filter(
      ({ fingerprint, severity }) => !known.has(fingerprint) && atLeast(severity, finding.severity),
    )
    expect({ place, brought }).toEqual({ place, brought: [] })
    const broken = (one: Report) => one.notifications.filter(({ id }) => id === 'parse-error')
    expect(broken(after)).toEqual(broken(report))
  }
}, 240_000)

test('a suggestion is the same edit in whole lines, and shows nothing that is masked', () => {
  const suggested = fixable.filter(({ finding }) => finding.suggestion)
  expect(suggested.length).toBeGreaterThan(0)
  for (const { root, finding } of suggested) {
    const { suggestion, fix, location } = finding
    const text = readFileSync(join(root, location.uri), 'utf8')
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
    const { root: from, finding } = fixable.find(({ finding: { ruleId } }) => ruleId === SETTING)!
    writeFileSync(join(root, 'main.tf'), readFileSync(join(from, finding.location.uri), 'utf8'))
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
    const again = await keylatch(['fix', '--write'], { cwd: root })
    expect(again).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('nothing') })
    rmSync(root, { recursive: true })
  }, 60_000)
})
