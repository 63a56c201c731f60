import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { remoteConfig } from '../../src/io/github/contents.ts'
import { rules } from '../../src/rules/index.ts'
import { configFiles, configOf } from '../../src/run/config-files.ts'
import type { Settings } from '../../src/run/settings.ts'
import { run } from '../../src/run.ts'
import { type Config, explainConfig, explainedYaml, extendsGiven, parseConfig } from '../../src/scan/config.ts'
import { keylatch } from '../support/dist.ts'
import { type GithubServer, startGithub } from '../support/loopback/github.ts'
import { Repository } from '../support/repository.ts'

const METAS = rules.map(({ meta }) => meta)
const RULE_IDS = new Set(METAS.map(({ id }) => id))

/** The configuration that files make: the first is the repository's own, the others are there to be built on. */
async function built(files: Record<string, string>, asked: Partial<Settings> = {}) {
  const reader = { settings: asked as Settings, rules: METAS, ruleIds: RULE_IDS, remote: new Map() }
  const open = (path: string) => (path in files ? { uri: path, text: files[path]! } : undefined)
  const read = await configFiles(reader, open('.keylatch.yml'), open)
  return { files: read ?? [], config: configOf(reader, read ?? []) }
}

const complaint = async (files: Record<string, string>, asked: Partial<Settings> = {}): Promise<string> =>
  await built(files, asked).then(
    () => 'none',
    (error) => String(error.message),
  )

test('values are those of the last file that gives them; rules and thresholds join, lists are put together', async () => {
  const { config } = await built({
    '.keylatch.yml':
      'extends: [ci/a.yml, ci/b.yml]\nrules: { iam/full-admin: critical }\npaths-ignore: ["!docs/iam/**"]\n',
    'ci/a.yml':
      'fail-on: low\nrules: { iam/*: low, network/*: off }\npaths-ignore: ["docs/**"]\nthresholds: { session-seconds: 900 }\n',
    'ci/b.yml': 'fail-on: medium\ntrusted-accounts: ["012345678901"]\nthresholds: { log-retention-days: 30 }\n',
  })
  expect(config).toMatchObject({
    uri: '.keylatch.yml',
    failOn: 'medium',
    rules: new Map([
      ['iam/*', 'low'],
      ['network/*', 'off'],
      ['iam/full-admin', 'critical'],
    ]),
    pathsIgnore: ['docs/**', '!docs/iam/**'],
    trustedAccounts: new Set(['012345678901']),
    thresholds: { sessionSeconds: 900, logRetentionDays: 30, backupRetentionDays: 1 },
  })
})

test('kinds of secrets that are described above can be spoken of below', async () => {
  const { config, files } = await built({
    '.keylatch.yml': 'extends: base.yml\nrules: { acme/deploy-token: low }\n',
    'base.yml': 'patterns:\n  - { id: acme/deploy-token, regex: "acme_[0-9a-f]{32}" }\n',
  })
  expect(config.patterns.map(({ id }) => id)).toEqual(['acme/deploy-token'])
  expect(config.rules).toEqual(new Map([['acme/deploy-token', 'low']]))
  expect(parseConfig({ uri: 'c.yml', text: explainedYaml(explainConfig(files), true) }, RULE_IDS)).toMatchObject({
    patterns: config.patterns,
    rules: config.rules,
  })
})

test('what inputs name lies lowest, and a file that extends nothing is what it was', async () => {
  const { config } = await built({ '.keylatch.yml': 'fail-on: low' }, { extends: extendsGiven(['strict'], 'x') })
  expect(config).toMatchObject({ preset: 'strict', failOn: 'low' })
  expect((await built({}, { extends: extendsGiven(['strict'], 'x') })).config).toMatchObject({ failOn: 'medium' })
  const text = 'preset: strict\nrules: { iam/*: low }\n'
  expect((await built({ '.keylatch.yml': text })).config).toEqual(parseConfig({ uri: '.keylatch.yml', text }, RULE_IDS))
})

test.each([
  [{ '.keylatch.yml': '\nextends: [a.yml]' }, '.keylatch.yml:2:11: a.yml does not exist'],
  [{ '.keylatch.yml': 'extends: a.yml', 'a.yml': 'fail_on: low' }, 'a.yml:1:1: unknown key "fail_on"'],
  [
    { '.keylatch.yml': 'extends: a.yml', 'a.yml': 'extends: .keylatch.yml' },
    'a.yml:1:10: .keylatch.yml extends a.yml extends .keylatch.yml: that has no end',
  ],
  [
    Object.fromEntries(
      [...'.abcdefg'].map((name, at) => [
        name === '.' ? '.keylatch.yml' : `${name}.yml`,
        `extends: ${'abcdefgh'[at]}.yml`,
      ]),
    ),
    'is one too many',
  ],
])('%j ends with a line', async (files, expected) => {
  expect(await complaint(files as Record<string, string>)).toContain(expected)
})

describe('what is locked cannot be made laxer below', () => {
  test.each([
    ['fail-on', 'fail-on: high', 'fail-on: never', 'fail-on: low'],
    ['fail-on', 'preset: strict', 'preset: gate', 'fail-on: low'],
    ['fail-on-confidence', '', 'fail-on-confidence: high', 'fail-on-confidence: low'],
    ['preset', 'preset: gate', 'preset: secrets-only', 'preset: strict'],
    ['rules', '', 'rules: { network/*: off }', 'rules: { iam/service-wildcard: critical }'],
    ['iam/full-admin', '', 'rules: { iam/*: low }', 'rules: { network/*: off }'],
    ['iam/full-admin', '', 'preset: secrets-only', 'preset: practices'],
    ['iam/*', 'rules: { iam/full-admin: medium }', 'rules: { iam/full-admin: low }', 'rules: { iam/full-admin: high }'],
    [
      'thresholds',
      'thresholds: { log-retention-days: 30 }',
      'thresholds: { log-retention-days: 7 }',
      'thresholds: { log-retention-days: 90 }',
    ],
    [
      'thresholds',
      'thresholds: { required-tags: { owner: [a] } }',
      'thresholds: { required-tags: { owner: [] } }',
      'thresholds: { required-tags: { team: [] } }',
    ],
    ['paths-ignore', '', 'paths-ignore: ["infra/**"]', 'paths-ignore: ["!infra/**"]'],
    [
      'trusted-accounts',
      'trusted-accounts: ["111122223333"]',
      'trusted-accounts: ["444455556666"]',
      'trusted-accounts: ["111122223333"]',
    ],
    ['allow', '', 'allow: [{ rule: iam/full-admin, path: a, reason: b }]', 'allow: []'],
    ['baseline', 'baseline: a.json', 'baseline: b.json', 'baseline: a.json'],
    ['inline-suppressions', '', 'inline-suppressions: head', 'inline-suppressions: base'],
    ['dismissals', '', 'dismissals: comment', 'dismissals: answer'],
  ])('%s at "%s": "%s" is an error, "%s" is not', async (lock, above, laxer, stricter) => {
    const files = (own: string) => ({
      '.keylatch.yml': `extends: base.yml\n${own}`,
      'base.yml': `${above}\nlocked: [${lock}]`,
    })
    expect(await complaint(files(laxer))).toMatch(/^\.keylatch\.yml:2:\d+: .* base\.yml has locked it$/)
    expect(await complaint(files(stricter))).toBe('none')
  })

  test('the file that locks may say what it likes itself, and a lock holds through files between', async () => {
    expect(await complaint({ '.keylatch.yml': 'fail-on: never\nlocked: [fail-on]' })).toBe('none')
    const between = { 'b.yml': 'extends: a.yml', 'a.yml': 'locked: [dismissals]' }
    const own = 'extends: b.yml\ndismissals: comment'
    expect(await complaint({ '.keylatch.yml': own, ...between })).toContain('a.yml has locked it')
  })
})

test('every value is told with where it comes from, and the text means the same again', async () => {
  const { files, config } = await built({
    '.keylatch.yml':
      'extends: [strict, base.yml]\nrules:\n  network/*: off\nallow:\n  - { rule: iam/full-admin, path: "x y/**", reason: "#1" }\n',
    'base.yml':
      '# ours\nlocked: [fail-on]\ntrusted-accounts: ["012345678901"]\nthresholds: { required-tags: { owner: [a, b] } }\n',
  })
  const values = explainConfig(files)
  const from = Object.fromEntries(values.map(({ key, from, locked }) => [key, `${from}${locked ? ' locked' : ''}`]))
  expect(from).toMatchObject({
    'fail-on': 'preset strict locked',
    preset: 'preset strict',
    'rules.network/*': '.keylatch.yml:3',
    'trusted-accounts[0]': 'base.yml:3',
    'thresholds.required-tags': 'base.yml:4',
    'allow[0]': '.keylatch.yml:5',
    dismissals: 'default',
  })
  for (const withOrigins of [true, false]) {
    const again = parseConfig({ uri: '.keylatch.yml', text: explainedYaml(values, withOrigins) }, RULE_IDS)
    const plain = ({ extends: _, locked: __, allow, ...rest }: Config) => ({
      ...rest,
      allow: allow.map(({ line: _line, ...entry }) => entry),
    })
    expect(plain(again)).toEqual(plain(config))
  }
})

describe('a configuration of another repository', () => {
  const shared = new Repository()
  const repository = new Repository()
  let github: GithubServer
  let pinned: string
  const TEXT = 'extends: keylatch/strict.yml\nlocked: [iam/*]\n'

  beforeAll(async () => {
    pinned = shared.commit('policy', { 'keylatch/base.yml': TEXT, 'keylatch/strict.yml': 'fail-on: low\n' })
    shared.commit('later', { 'keylatch/strict.yml': 'fail-on: never\n' })
    github = await startGithub(shared.root, { slug: 'acme/security' })
  })
  afterAll(async () => {
    await github.close()
    shared.dispose()
    repository.dispose()
  })

  const asked = () => github.requests.map(({ path }) => path)
  const settings = (): Partial<Settings> => ({
    remoteConfig: (wanted) => remoteConfig({ url: github.env.GITHUB_API_URL!, token: github.token }, wanted),
  })
  const named = () => `github:acme/security/keylatch/base.yml@${pinned}`
  const change = async (base: string, head: string) => {
    const before = repository.commit('before', { '.keylatch.yml': base, 'a.txt': `${Math.random()}` })
    repository.commit('after', { '.keylatch.yml': head, 'a.txt': `${Math.random()}` })
    return await run({
      root: repository.root,
      scope: { kind: 'range', base: before, head: 'HEAD' },
      policyFrom: 'repository',
      paths: [],
      pathsIgnore: [],
      today: '2026-10-01',
      now: () => 0,
      env: process.env,
      ...settings(),
    })
  }

  test('is read at its commit, with what lies beside it there', async () => {
    const { config } = await built({ '.keylatch.yml': `extends: ${named()}` }, settings())
    expect(config).toMatchObject({ failOn: 'low', locked: new Set(['iam/*']) })
    expect(github.requests.every(({ query }) => query.ref === pinned)).toBe(true)
    expect(github.violations).toEqual([])
    const lock = await complaint({ '.keylatch.yml': `extends: ${named()}\nrules: { iam/*: off }` }, settings())
    expect(lock).toMatch(
      /^\.keylatch\.yml:2:10: rule iam\/.*github:acme\/security\/keylatch\/base\.yml@.* has locked it$/,
    )
  })

  test('that cannot be had is a line that says what to do', async () => {
    const own = { '.keylatch.yml': `\nextends: github:acme/private/a.yml@${pinned}` }
    expect(await complaint(own, settings())).toMatch(
      /^\.keylatch\.yml:2:10: github:acme\/private\/a\.yml@\w+ cannot be read: GitHub answers 404\. .*github-token/,
    )
    expect(await complaint(own)).toContain('there is no token to read it with')
  })

  test('decides, and its digest is told', async () => {
    const report = await change(`extends: ${named()}\n`, `extends: ${named()}\nfail-on: medium\n`)
    expect(report.failOn).toBe('low')
    expect(report.policyChanges).toEqual(['fail-on: low -> medium'])
    expect(report.notifications.map(({ message }) => message)).toContainEqual(
      `The configuration builds on ${named()}, of SHA-256 ${createHash('sha256').update(TEXT).digest('hex')}.`,
    )
  })

  test('that only the head names is listed and not fetched', async () => {
    github.requests.length = 0
    const report = await change('fail-on: medium\n', `extends: ${named()}\n`)
    expect(report.policyChanges).toEqual([`extends added: ${named()}`, 'fail-on: medium -> high'])
    expect(asked()).toEqual([])
  })

  test('that only the head names is no change of what it may say', async () => {
    const other = named().replace(pinned, '0f'.repeat(20))
    const report = await change(`extends: ${named()}\n`, `extends: ${other}\n`)
    expect(report.policyChanges).toEqual([`extends added: ${other}`, `extends removed: ${named()}`])
  })

  test('of which the head makes laxer what is locked would end every scan after the merge', async () => {
    const report = await change(`extends: ${named()}\n`, `extends: ${named()}\nrules: { iam/*: off }\n`)
    expect(report.policyChanges).toEqual([
      expect.stringMatching(/^after the merge every scan would fail: .* has locked it$/),
    ])
    expect(report.verdict).toBe('block')
  })
})

test('keylatch rules and explain know what the configuration builds on', async () => {
  const repository = new Repository()
  repository.commit('base', {
    '.keylatch.yml': 'extends: ci/base.yml\n',
    'ci/base.yml': 'patterns:\n  - { id: acme/deploy-token, regex: "acme_[0-9a-f]{32}", title: A token of Acme }\n',
  })
  const [listed, explained] = [
    await keylatch(['rules'], { cwd: repository.root }),
    await keylatch(['explain', 'acme/deploy-token'], { cwd: repository.root }),
  ]
  expect(listed.stdout).toContain('acme/deploy-token')
  expect(explained).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('acme/deploy-token') })
  repository.dispose()
})
