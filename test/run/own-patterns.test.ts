import { afterEach, describe, expect, test } from 'vitest'
import type { Settings } from '../../src/run/settings.ts'
import { run } from '../../src/run.ts'
import { Repository } from '../support/repository.ts'

const repositories: Repository[] = []
afterEach(() => {
  for (const repository of repositories.splice(0)) repository.dispose()
})

type Files = Record<string, string>

const SETTINGS = {
  policyFrom: 'repository',
  paths: [],
  pathsIgnore: [],
  today: '2026-10-01',
  now: () => 0,
  env: process.env,
} as const

async function scanned(before: Files, after: Files, more: Partial<Settings> = {}) {
  const repository = new Repository()
  repositories.push(repository)
  const base = repository.commit('before', before)
  repository.commit('after', { ...before, ...after })
  const { root } = repository
  const report = await run({ ...SETTINGS, root, scope: { kind: 'range', base, head: 'HEAD' }, ...more })
  return {
    found: report.findings
      .map(({ ruleId, severity, suppression }) => [ruleId, severity, suppression?.mechanism].filter(Boolean).join(' '))
      .sort(),
    verdict: report.verdict,
    changes: report.policyChanges,
  }
}

const OWN = 'patterns:\n  - id: acme/token\n    regex: "acm_([0-9]{6})"\n'
const GITLEAKS = "[[rules]]\nid = 'acme'\nregex = '''acm_[0-9]{6}'''\n"
const LEAK = { 'a.txt': 'x = acm_482913\n' }

describe('patterns of the repository', () => {
  test('find, by their own severity or that of the configuration', async () => {
    expect(await scanned({ '.keylatch.yml': OWN }, LEAK)).toMatchObject({
      found: ['acme/token high'],
      verdict: 'block',
    })
    const lighter = `rules:\n  acme/*: low\n${OWN}`
    expect(await scanned({ '.keylatch.yml': lighter }, LEAK)).toMatchObject({
      found: ['acme/token low'],
      verdict: 'pass',
    })
  })

  test('also those of .gitleaks.toml, and those of a file that is named', async () => {
    expect((await scanned({ '.gitleaks.toml': GITLEAKS }, LEAK)).found).toEqual(['gitleaks/acme high'])
    const config = 'rules:\n  gitleaks/acme: medium\npatterns-from: [conf/x.toml]\n'
    const named = { '.keylatch.yml': config, 'conf/x.toml': GITLEAKS }
    expect((await scanned(named, LEAK)).found).toEqual(['gitleaks/acme medium'])
  })

  test.each([
    ['a pattern taken out', { '.keylatch.yml': OWN }, { '.keylatch.yml': 'fail-on: high\n' }],
    ['a pattern weakened', { '.keylatch.yml': OWN }, { '.keylatch.yml': `${OWN}    allow: [{ secret: "4829" }]\n` }],
    ['a file emptied', { '.gitleaks.toml': GITLEAKS }, { '.gitleaks.toml': '' }],
    ['an allowlist', { '.gitleaks.toml': GITLEAKS }, { '.gitleaks.toml': `${GITLEAKS}[allowlist]\npaths = ["a"]\n` }],
  ])('of the base decide: %s in the change silences nothing, and is told', async (_, before, after) => {
    const { verdict, changes } = await scanned(before, { ...after, ...LEAK })
    expect([verdict, changes.length]).toEqual(['block', 1])
  })

  test('that a change brings take effect after the merge', async () => {
    expect((await scanned({ 'b.txt': 'x' }, { '.keylatch.yml': OWN, ...LEAK })).found).toEqual([])
  })

  test('what a file of gitleaks leaves alone of everything holds for our rules, and says so', async () => {
    const address = ['redis://:k8Q2', 'zL9xW4vT@cache.acme.io'].join('')
    const rules = '[allowlist]\nregexTarget = "line"\nregexes = ["harmless"]\n'
    const text = `${address} harmless\n${address.replace('8', '7')}\n`
    expect((await scanned({ '.gitleaks.toml': rules }, { 'a.txt': text })).found).toEqual([
      'credentials/connection-string high',
      'credentials/connection-string high .gitleaks.toml',
    ])
  })

  test('one alone is asked for by its id', async () => {
    const both = { '.keylatch.yml': `${OWN}  - id: acme/other\n    regex: "x"\n` }
    expect((await scanned(both, LEAK, { only: ['acme/other'] })).found).toEqual(['acme/other high'])
    await expect(scanned(both, LEAK, { only: ['acme/tokn'] })).rejects.toThrow(/acme\/token/)
  })
})
