import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ActionOutcome, action, keylatch } from '../support/dist.ts'
import { fake } from '../support/placeholders.ts'
import { Repository } from '../support/repository.ts'
import { type Event, pullRequest, schedule } from './support/events.ts'
import { masked, pair } from './support/keys.ts'
import { obeyed } from './support/runner-log.ts'
import { type Server, serve } from './support/server.ts'

/** Pull requests that bring a key and, with it, whatever could silence the finding. */
const open: { dispose(): void }[] = []
afterAll(() => {
  for (const one of open) one.dispose()
})

function made(): Repository {
  const repository = new Repository()
  open.push(repository)
  return repository
}

const BASE_CONFIG = `rules:
  credentials/appsync-key: low
trusted-accounts:
  - "111122223333"
baseline: .keylatch-baseline.json
`
const TAMPERED = `fail-on: never
rules:
  credentials/*: off
  credentials/aws-access-key: note
paths-ignore:
  - "**"
trusted-accounts:
  - "111122223333"
  - "444455556666"
allow:
  - rule: credentials/*
    path: "**"
    reason: trust me
baseline: .keylatch-baseline.json
inline-suppressions: head
`

const BASELINE = JSON.stringify({
  version: 1,
  findings: [{ fingerprint: '0'.repeat(32), rule: 'credentials/aws-access-key', path: 'leak.ini', note: '' }],
})

describe('a pull request that tampers with everything', () => {
  const runs = new Map<string, ActionOutcome>()
  const BROUGHT = ['plain', 'commented', 'gitleaks', 'copied', 'bystander', 'swapped']

  beforeAll(async () => {
    const repository = made()
    const commented = `# keylatch:ignore credentials/aws-access-key -- a key of the tests\n${pair('known')}`
    const dummy = commented.replace(pair('known'), pair('swapped'))
    repository.commit('keys of long ago', { 'old.ini': pair('old'), 'commented.ini': commented, 'swapped.ini': dummy })
    await baseline(repository)
    const base = repository.commit('the gate', { '.keylatch.yml': BASE_CONFIG })
    repository.git('checkout', '-q', '-b', 'feature')
    repository.commit('keys', {
      'plain.ini': pair('plain'),
      'commented.ini': `${commented}\n# keylatch:ignore credentials/aws-access-key -- another one\n${pair('commented')}`,
      'gitleaks.ini': pair('gitleaks').replaceAll('\n', ' # gitleaks:allow\n'),
      'copied.ini': commented.replace(pair('known'), pair('copied')),
      'bystander.ini': pair('bystander'),
      'swapped.ini': dummy.replace(fake('AWS_SECRET', 'swapped'), fake('AWS_SECRET', 'real')),
    })
    await baseline(repository, '--config', '/dev/null')
    const head = repository.commit('and no gate', {
      '.keylatch.yml': TAMPERED,
      '.gitallowed': '.*\n',
      '.gitleaksignore': 'plain.ini:aws-access-key:1\n',
      '.secretlintrc.json': '{"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend","disabled":true}]}',
    })
    const server = serve(repository)
    open.push(server)
    const run = async (name: string, ref: string, event: Event, inputs = {}, depth = 1) =>
      runs.set(name, await action(server.checkout(ref, depth), at(server, event), inputs))
    const pull = pullRequest(base, head)
    await Promise.all([
      run('one commit deep', 'refs/heads/feature', pull),
      run('whole clone', 'refs/heads/feature', pull, {}, 0),
      run('scan: full', 'refs/heads/feature', pull, { scan: 'full' }),
      run('after the merge', 'refs/heads/feature', schedule),
    ])
  }, 120_000)

  test.each(['one commit deep', 'whole clone', 'scan: full'])('%s: is blocked by each of its keys', (name) => {
    const { exitCode, outputs, report } = runs.get(name)!
    expect({ exitCode, verdict: outputs.verdict, failOn: report.failOn }).toEqual({
      exitCode: 1,
      verdict: 'block',
      failOn: 'high',
    })
    for (const tag of BROUGHT) {
      expect(report.findings.filter(({ message }) => message.includes(masked(tag)))).toMatchObject([
        { severity: 'critical', state: 'new', blocking: true },
      ])
    }
    expect(report.findings.filter(({ blocking }) => blocking)).toHaveLength(BROUGHT.length)
  })

  test.each(['one commit deep', 'whole clone', 'scan: full'])('%s: each change to the gate is listed', (name) => {
    const { report, summary, stdout } = runs.get(name)!
    const lines = [
      'fail-on: high -> never',
      'rule credentials/* turned off',
      'rule credentials/aws-access-key: its own severity -> note',
      'rule credentials/appsync-key: low -> its own severity',
      'paths-ignore entry added: **',
      'trusted account added: 444455556666',
      'allow entry added: for credentials/* in **: trust me',
      'inline-suppressions: base -> head',
      'baseline .keylatch-baseline.json: 2 entries added',
      expect.stringMatching(/^commented\.ini:5: comment added.*keylatch:ignore.* -- another one/),
      expect.stringMatching(/^gitleaks\.ini:1: comment added.*gitleaks:allow/),
      expect.stringMatching(/^copied\.ini:1: comment added.*keylatch:ignore/),
      expect.stringContaining('.gitallowed'),
      expect.stringContaining('.gitleaksignore'),
      expect.stringContaining('.secretlintrc.json'),
    ]
    for (const line of lines) expect(report.policyChanges).toContainEqual(line)
    expect(summary).toContain('Changes to the gate itself')
    expect(stdout).toContain('fail-on: high -> never')
  })

  test('what the base had silenced stays silent', () => {
    const { report } = runs.get('one commit deep')!
    const known = report.findings.filter(({ message }) =>
      [masked('old'), masked('known')].some((id) => message.includes(id)),
    )
    expect(known.filter(({ state, suppression }) => state === 'new' && !suppression)).toEqual([])
    const { findings } = runs.get('scan: full')!.report
    expect(
      findings
        .filter(({ suppression }) => suppression)
        .map(({ suppression }) => suppression?.mechanism)
        .sort(),
    ).toEqual(['baseline', 'keylatch:ignore'])
  })

  test('after the merge nothing would be scanned, and that is not green', () => {
    const { exitCode, outputs } = runs.get('after the merge')!
    expect({ exitCode, outputs }).toMatchObject({ exitCode: 2, outputs: { verdict: 'broken' } })
  })
})

describe('a configuration', () => {
  const runs = new Map<string, ActionOutcome>()
  beforeAll(async () => {
    const cases: Record<
      string,
      readonly [base: Record<string, string>, head: Record<string, string>, inputs?: Record<string, string>]
    > = {
      'broken at the base': [{ '.keylatch.yml': 'fail_on: low\n' }, {}],
      'mended by the pull request': [{ '.keylatch.yml': 'fail_on: low\n' }, { '.keylatch.yml': 'fail-on: low\n' }],
      'broken at the head': [{}, { '.keylatch.yml': 'fail_on: never\n' }],
      'at the head only': [{}, { '.keylatch.yml': 'fail-on: never\n' }],
      'removed by the pull request': [{ '.keylatch.yml': 'fail-on: low\n' }, { '.keylatch.yml': '' }],
      'of the input, at the base': [{ 'ci/gate.yml': 'fail-on: never\n' }, {}, { config: 'ci/gate.yml' }],
      'of the input, at the head only': [{}, { 'ci/gate.yml': 'fail-on: never\n' }, { config: 'ci/gate.yml' }],
      'of the input, nowhere': [{}, {}, { config: 'ci/gate.yml' }],
      'with a baseline of the input, nowhere': [{}, {}, { baseline: 'ci/known.json' }],
      'with a baseline of the input, at the head only': [
        {},
        { 'ci/known.json': BASELINE },
        { baseline: 'ci/known.json' },
      ],
      'that is no mapping': [{ '.keylatch.yml': '\0\0\0' }, {}],
      'that names a baseline that is not there': [{ '.keylatch.yml': 'baseline: none.json\n' }, {}],
      'overruled by an input': [{ '.keylatch.yml': 'fail-on: never\n' }, {}, { 'fail-on': 'high' }],
      'that ignores the path': [{ '.keylatch.yml': 'paths-ignore: ["*.ini"]\n' }, {}],
      'with inline-suppressions: head': [
        { '.keylatch.yml': 'inline-suppressions: head\n' },
        { 'leak.ini': `# keylatch:ignore credentials/* -- reviewed\n${pair('leak')}` },
      ],
    }
    await Promise.all(
      Object.entries(cases).map(async ([name, [before, after, inputs]]) => {
        const repository = made()
        const base = repository.commit('base', { 'README.md': '# shop\n', ...before })
        if (name.startsWith('removed')) repository.remove('.keylatch.yml')
        const head = repository.commit('head', {
          'leak.ini': pair('leak'),
          ...(name.startsWith('removed') ? {} : after),
        })
        runs.set(name, await action(repository.root, pullRequest(base, head), inputs))
      }),
    )
  }, 120_000)

  test.each([
    ['broken at the base', /\.keylatch\.yml:1:1: unknown key "fail_on"; did you mean "fail-on"\?/],
    ['mended by the pull request', /\.keylatch\.yml:1:1: unknown key "fail_on"; did you mean "fail-on"\?/],
    ['that is no mapping', /\.keylatch\.yml:1:1: the configuration must be a mapping/],
    ['that names a baseline that is not there', /none\.json does not exist/],
    ['of the input, nowhere', /the input config: ci\/gate\.yml does not exist/],
    ['with a baseline of the input, nowhere', /the input baseline: ci\/known\.json does not exist/],
  ])('%s: exit code 2, and one line', (name, line) => {
    const { exitCode, outputs, stdout, stderr } = runs.get(name)!
    expect({ exitCode, stderr, outputs }).toEqual({ exitCode: 2, stderr: '', outputs: { verdict: 'broken' } })
    expect(obeyed(stdout)).toMatchObject([{ name: 'error', data: expect.stringMatching(line) }])
    expect(stdout.trim().split('\n')).toHaveLength(1)
  })

  test.each([
    ['broken at the head', /every scan would fail.*unknown key "fail_on"/],
    ['at the head only', /\.keylatch\.yml is new: it takes effect after the merge/],
    ['removed by the pull request', /\.keylatch\.yml removed/],
    ['of the input, at the head only', /ci\/gate\.yml is new: it takes effect after the merge/],
    ['with a baseline of the input, at the head only', /baseline ci\/known\.json: 1 entry added/],
  ])('%s: the key blocks, and the change is told', (name, line) => {
    const { exitCode, report, summary } = runs.get(name)!
    expect(exitCode).toBe(1)
    expect(report.policyChanges).toContainEqual(expect.stringMatching(line))
    expect(summary).toContain('Changes to the gate itself')
  })

  test.each([
    ['of the input, at the base', 0],
    ['overruled by an input', 1],
    ['that ignores the path', 0],
    ['with inline-suppressions: head', 0],
  ])('%s: is obeyed', (name, exitCode) => {
    expect(runs.get(name)).toMatchObject({ exitCode, stderr: '' })
    expect(runs.get(name)!.report.policyChanges.filter((line) => !line.startsWith('leak.ini'))).toEqual([])
  })
})

function at(server: Server, event: Event): Event {
  return { ...event, env: { GITHUB_SERVER_URL: server.url } }
}

async function baseline(repository: Repository, ...words: string[]): Promise<void> {
  const { exitCode, stderr } = await keylatch(['baseline', ...words], { cwd: repository.root })
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
}

describe('what was left alone where it stood', () => {
  const ALLOW = 'allow:\n  - rule: credentials/*\n    path: "examples/**"\n    reason: samples\n'
  const IGNORE = 'paths-ignore: ["examples/**"]\n'

  test.each([
    ['by an allow entry', { '.keylatch.yml': ALLOW }],
    ['by paths-ignore', { '.keylatch.yml': IGNORE }],
  ])('%s, is news where a pull request moves it', async (_, policy) => {
    const repository = made()
    const base = repository.commit('base', { ...policy, 'examples/key.ini': pair('sample') })
    repository.remove('examples/key.ini').commit('move', { 'live/key.ini': pair('sample') })
    const { exitCode, stdout } = await keylatch(['scan', '--base', base], { cwd: repository.root })
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('live/key.ini:1') })
  })

  test('by .gitleaksignore, is not what a pull request puts on that line', async () => {
    const repository = made()
    const policy = { '.gitleaksignore': 'key.ini:aws-access-token:1\n' }
    const base = repository.commit('base', { ...policy, 'key.ini': pair('dummy') })
    repository.commit('swap', { 'key.ini': pair('real') })
    const swapped = await keylatch(['scan', '--base', base], { cwd: repository.root })
    expect(swapped).toMatchObject({ exitCode: 1, stdout: expect.stringContaining(masked('real')) })
    expect((await keylatch(['scan'], { cwd: repository.root })).exitCode).toBe(0)
  })

  test('by a comment on a policy, is not what the policy becomes by another line', async () => {
    const policy = (resource: string) => `resource "aws_iam_role_policy" "deploy" {
  role = "deploy"
  policy = jsonencode({ Statement = [{
    Effect   = "Allow"
    Action   = "*" # keylatch${':ignore'} iam/* -- one bucket only
    Resource = "${resource}"
  }] })
}
`
    const repository = made()
    const base = repository.commit('base', { 'main.tf': policy('arn:aws:s3:::site/*') })
    repository.commit('widen', { 'main.tf': policy('*') })
    const widened = await keylatch(['scan', '--base', base], { cwd: repository.root })
    expect(widened).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('iam/full-admin') })
    expect((await keylatch(['scan'], { cwd: repository.root })).exitCode).toBe(0)
  })
})
