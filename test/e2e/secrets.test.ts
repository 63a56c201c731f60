import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FORMATS } from '../../src/report/index.ts'
import { type ActionOutcome, action, keylatch, type Outcome } from '../support/dist.ts'
import { fake } from '../support/placeholders.ts'
import { Repository } from '../support/repository.ts'
import { pullRequest } from './support/events.ts'
import { pair } from './support/keys.ts'
import { ENCODINGS, type Forbidden, leaksIn } from './support/leaks.ts'

/** Nothing that is secret in the scanned repository is in anything that a run writes, whatever it writes it for. */
const repository = new Repository()
const forbidden: Forbidden[] = []
afterAll(() => repository.dispose())

function forbid(name: string, text: string): string {
  forbidden.push({ name, text })
  return text
}

/** A key pair whose halves are looked for. */
function secretPair(tag: string): string {
  forbid(`id ${tag}`, fake('AWS_ID', tag))
  forbid(`secret ${tag}`, fake('AWS_SECRET', tag))
  return pair(tag)
}

const secret = (kind: string, tag: string) => forbid(`${kind} ${tag}`, fake(kind, tag))

function plant(): { base: string; head: string } {
  const base = repository.commit('base', { 'README.md': '# shop\n', 'old.ini': secretPair('old') })
  repository.commit('gone', { 'gone.ini': secretPair('gone'), 'gone.pem': secret('PRIVATE_KEY', 'gone') })
  repository.remove('gone.ini', 'gone.pem').commit(`removed\n\n${secretPair('message')}`)
  const files: Record<string, string | Uint8Array> = {
    'plain.ini': secretPair('plain'),
    'session.env': `AWS_ACCESS_KEY_ID=${secret('AWS_TEMP_ID', 'session')}\nAWS_SECRET_ACCESS_KEY=${secret('AWS_SECRET', 'session')}\nAWS_SESSION_TOKEN=${secret('AWS_SESSION_TOKEN', 'session')}\n`,
    // Everything on one line, so that each finding's line shows the others.
    'line.txt': `${secretPair('line').replaceAll('\n', ' ')} ${secret('GITHUB_TOKEN', 'line')} ${secret('SLACK_TOKEN', 'line')} ${secretPair('line2').replaceAll('\n', ' ')}`,
    'neighbours.txt': `token: ${secret('GITHUB_TOKEN', 'n1')}\n${secretPair('n2')}slack: ${secret('SLACK_TOKEN', 'n3')}\n${secret('PRIVATE_KEY', 'n4')}\nalone: ${secret('AWS_ID', 'n5')}\n`,
    // Halves that no rule can see, in the lines around one that is seen.
    'parts.js': `const id = "${secret('AWS_ID', 'parts')}"\nconst half = ["${secret('AWS_SECRET', 'parts').slice(0, 20)}", "${fake('AWS_SECRET', 'parts').slice(20)}"].join("")\n`,
    'longer.txt': `${secret('AWS_ID', 'longer')}\n${secret('AWS_SECRET', 'longer')}x${secret('BASE64_60', 'longer')}\n${secret('HEX40', 'longer')}\n`,
    'quoted.sh': `export AWS_SECRET_ACCESS_KEY=${secret('AWS_SECRET', 'quoted').slice(0, 20)}"$EMPTY"${fake('AWS_SECRET', 'quoted').slice(20)}\n`,
    'wide.txt': Buffer.from(`\ufeff${secretPair('wide')}`, 'utf16le'),
    'server.pem': secret('PRIVATE_KEY', 'file'),
    'one-line.json': JSON.stringify({ key: secret('PRIVATE_KEY', 'json'), note: 'escaped line breaks' }),
    // The same secret where no rule looks for it.
    'echo.md': `Some say ${fake('AWS_SECRET', 'plain')} and ${fake('GITHUB_TOKEN', 'n1')} and ${fake('AWS_ID', 'plain')}.\n`,
    'main.tf': `resource "aws_instance" "x" {\n  user_data = <<-EOF\n    #!/bin/sh\n    export DB_PASSWORD='${secret('PASSWORD', 'tf')}'\n    mysql -pshop -u ${secret('AWS_SECRET', 'tf')}\n    ${secretPair('tf2').replaceAll('\n', '\n    ')}\n  EOF\n}\nresource "aws_iam_policy" "x" {\n  for_each = toset(["${secretPair('each').split(' ')[2]!.split('\n')[0]}"])\n  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["*", "nothing:${fake('AWS_SECRET', 'tf')}"], Resource = "*" }] })\n}\n`,
    'policy.json': `{"Version":"2012-10-17","Id":"${secret('AWS_SECRET', 'policy')}","Statement":[{"Sid":"aws_secret_access_key ${fake('AWS_SECRET', 'policy')}","Effect":"Allow","Action":["s3:${secret('AWS_ID', 'policy')}","*"],"Resource":"*"}]}\n`,
    'comment.ini': `# keylatch:ignore credentials/aws-access-key -- it is ${secret('AWS_SECRET', 'comment')} of ${secret('AWS_ID', 'comment')}\n${pair('comment')}`,
    '.keylatch.yml': `allow:\n  - rule: credentials/*\n    path: "**"\n    reason: the key ${fake('AWS_ID', 'plain')} with ${fake('AWS_SECRET', 'plain')}\n`,
  }
  for (const [name, encode] of Object.entries(ENCODINGS)) {
    const tag = name.replaceAll(' ', '_')
    const text = secretPair(tag)
    const { text: encoded, stretch, window } = encode(text, fake('AWS_SECRET', tag))
    forbidden.push({ name: `${name}, encoded`, text: stretch, ...(window ? { window } : {}) })
    files[`encoded/${tag}.txt`] = `data: "${encoded}"\n`
  }
  return { base, head: repository.commit('everything', files) }
}

const outputs = new Map<string, Outcome>()
let run: ActionOutcome
let baseline: string

beforeAll(async () => {
  const { base, head } = plant()
  const cli = async (name: string, words: string[], env: Record<string, string> = {}, input = '') =>
    outputs.set(name, await keylatch(words, { cwd: repository.root, env, input }))
  const debug = { ACTIONS_STEP_DEBUG: 'true', RUNNER_DEBUG: '1', NODE_DEBUG: 'child_process', DEBUG: '*' }
  const pull = pullRequest(base, head)
  writeFileSync(join(repository.root, 'none.yml'), '')
  await Promise.all([
    action(repository.root, { ...pull, env: debug }, { 'sarif-file': 'out/keylatch.sarif' }).then((outcome) => {
      run = outcome
    }),
    ...FORMATS.map((format) => cli(format, ['scan', '--base', base, '--all', '--verbose', '-f', format])),
    cli('coloured', ['scan', '--verbose', '--all'], { FORCE_COLOR: '1', NO_COLOR: '' }),
    cli('history', ['scan', '--history', '-f', 'json']),
    cli('stdin', ['scan', '--stdin', '-f', 'json'], {}, readFileSync(join(repository.root, 'neighbours.txt'), 'utf8')),
    cli('baseline', ['baseline', '-o', 'known.json', '--config', 'none.yml']),
  ])
  baseline = readFileSync(join(repository.root, 'known.json'), 'utf8')
}, 120_000)

describe('the action, with debugging on', () => {
  test('finds what was planted', () => {
    expect(run.exitCode).toBe(1)
    const places = run.report.findings.map(({ location }) => location.uri)
    const tags = Object.keys(ENCODINGS).map((name) => `encoded/${name.replaceAll(' ', '_')}.txt`)
    const names = [
      'gone.ini',
      'gone.pem',
      'plain.ini',
      'session.env',
      'line.txt',
      'neighbours.txt',
      'wide.txt',
      'server.pem',
      'one-line.json',
      'policy.json',
      'comment.ini',
      'main.tf',
    ]
    expect(places).toEqual(expect.arrayContaining([...names, ...tags]))
  })

  test('writes no secret anywhere', () => {
    expect(run.everything.length).toBeGreaterThan(100_000)
    expect(leaksIn(run.everything, forbidden)).toEqual([])
  })
})

test.each([...FORMATS, 'coloured', 'history', 'stdin'])('%s: no secret', (name) => {
  const { exitCode, stdout, stderr } = outputs.get(name)!
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' })
  expect(stdout.length).toBeGreaterThan(2000)
  expect(leaksIn(stdout, forbidden)).toEqual([])
})

test('baseline: no secret', () => {
  expect(outputs.get('baseline')).toMatchObject({ exitCode: 0, stderr: '' })
  expect(JSON.parse(baseline).findings.length).toBeGreaterThan(10)
  expect(leaksIn(baseline, forbidden)).toEqual([])
})

/**
 * A defect of ours: what hashes the secrets fails, with the secret in its message, as real errors may quote what they
 * were given.
 */
describe('an internal error', () => {
  const hook = join(repository.root, '..', `keylatch-test-crash-${process.pid}.mjs`)
  const crash = (throwing: string) => `
    import crypto from 'node:crypto'
    import { syncBuiltinESMExports } from 'node:module'
    const original = crypto.createHash
    crypto.createHash = (...words) => {
      const hash = original(...words)
      const update = hash.update.bind(hash)
      hash.update = (data, ...more) => {
        if (/^[A-Z0-9]{20}|^[A-Za-z0-9+/]{40}$/.test(String(data))) {
          const error = new TypeError('cannot hash ' + data, { cause: new Error('because of ' + data) })
          ${throwing}
        }
        return update(data, ...more)
      }
      return hash
    }
    syncBuiltinESMExports()
  `
  afterAll(() => rmSync(hook, { force: true }))

  describe.each([
    ['where it is awaited', 'throw error'],
    ['where nobody waits', 'setImmediate(() => { throw error })'],
    ['in a promise that nobody holds', 'Promise.reject(error)'],
  ])('%s', (_, throwing) => {
    let outcomes: (Outcome & { everything?: string; outputs?: object })[]
    beforeAll(async () => {
      const path = `${hook}${throwing.length}.mjs`
      writeFileSync(path, crash(throwing))
      const env = { NODE_OPTIONS: `--import ${path}` }
      const { base, head } = { base: 'HEAD~3', head: 'HEAD' }
      const ids = [repository.git('rev-parse', base), repository.git('rev-parse', head)] as const
      outcomes = await Promise.all([
        action(repository.root, { ...pullRequest(...ids), env: { ...env, RUNNER_DEBUG: '1' } }, {}, { apart: true }),
        keylatch(['scan', '--base', base], { cwd: repository.root, env, apart: true }),
      ])
      rmSync(path)
    }, 60_000)

    test('is exit code 2, says where it was, and nothing of what was scanned', () => {
      for (const { exitCode, stdout, stderr, everything = '' } of outcomes) {
        expect(exitCode).toBe(2)
        expect(stdout + stderr).toMatch(/defect of Keylatch, please report it/)
        expect(stdout + stderr).toMatch(/TypeError/)
        expect(stdout + stderr).not.toMatch(/cannot hash|because of/)
        expect(leaksIn(stdout + stderr + everything, forbidden)).toEqual([])
      }
      expect(outcomes[0]!.outputs).toMatchObject({ verdict: 'broken' })
    })
  })
})
