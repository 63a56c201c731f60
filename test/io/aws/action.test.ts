import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Report } from '../../../src/core/finding.ts'
import { DIST } from '../../support/dist.ts'
import type { AwsServer } from '../../support/loopback/aws-query.ts'
import { runStep, type StepResult, visibleLog } from '../../support/loopback/child.ts'
import { ACCOUNT, type AccessKey, addUserKey, type Cloud, makeCloud, ROLE_ARN } from '../../support/loopback/cloud.ts'
import { type GithubServer, startGithub } from '../../support/loopback/github.ts'
import { startIam } from '../../support/loopback/iam.ts'
import { type OidcServer, startOidc } from '../../support/loopback/oidc.ts'
import { startSts } from '../../support/loopback/sts.ts'

/** The whole action, bundled, on a pull request that leaks a key: what it tells, and what it tells when AWS is down. */
let workspace: string
let key: AccessKey
let cloud: Cloud
let oidc: OidcServer
let sts: AwsServer
let iam: AwsServer
let github: GithubServer

beforeEach(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'keylatch-pull-'))
  cloud = makeCloud()
  key = addUserKey(cloud, 'deploy', {
    lastUsed: { date: new Date().toISOString(), service: 's3', region: 'eu-west-1' },
  })
  git('init', '-q', '-b', 'main')
  commit('app.py', 'print("hello")\n')
  git('checkout', '-q', '-b', 'feature')
  commit('app.py', `aws_access_key_id = "${key.id}"\naws_secret_access_key = "${key.secret}"\n`)
  oidc = await startOidc()
  sts = await startSts(cloud, oidc.publicKey)
  iam = await startIam(cloud)
  github = await startGithub(workspace)
  github.addPull('main', 'feature')
})

afterEach(async () => {
  await Promise.all([oidc, sts, iam, github].map((server) => server.close()))
  rmSync(workspace, { recursive: true, force: true })
})

function git(...words: string[]): void {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false']
  execFileSync('git', ['-C', workspace, ...who, ...words])
}

function commit(name: string, text: string): void {
  writeFileSync(join(workspace, name), text)
  git('add', '-A')
  git('commit', '-q', '-m', 'a change')
}

function act(inputs: Record<string, string>): Promise<StepResult> {
  return runStep(join(DIST, 'action.js'), {
    cwd: workspace,
    inputs: { 'github-token': github.token, ...inputs },
    event: github.pullEvent(1),
    env: {
      ...github.env,
      ...oidc.env,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_WORKSPACE: workspace,
      AWS_ENDPOINT_URL_STS: sts.url,
      AWS_ENDPOINT_URL_IAM: iam.url,
      ACTIONS_STEP_DEBUG: 'true',
      RUNNER_DEBUG: '1',
    },
  })
}

function expectNothingSecret(result: StepResult): void {
  const told = `${visibleLog(result)}\n${result.summary}\n${JSON.stringify(result.outputs)}`
  const secrets = [...oidc.tokens, oidc.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN, github.token]
  for (const { id, secret, sessionToken } of cloud.keys.values()) {
    secrets.push(id, secret, ...(sessionToken ? [sessionToken] : []))
  }
  for (const secret of secrets) expect(told).not.toContain(secret)
  expect(told).not.toMatch(/AWS4-HMAC|Signature=|eyJ/)
}

test('a leaked key is annotated with its user, its account and the commands', async () => {
  const result = await act({ 'role-to-assume': ROLE_ARN, 'aws-region': 'eu-west-1' })
  expect(result.stderr).toBe('')
  expect(result.status).toBe(1)
  const annotation = result.stdout.split('\n').find((line) => line.startsWith('::error'))
  expect(annotation).toMatch(/^::error .*file=app\.py,line=1,/)
  expect(annotation).toContain(`a key of user \`deploy\` in your account ${ACCOUNT}, last used today`)
  for (const text of [annotation, result.summary]) {
    expect(text).toContain('aws iam update-access-key --user-name deploy --status Inactive')
    expect(text).toContain('aws cloudtrail lookup-events --region eu-west-1')
  }
  expect([...sts.calls, ...iam.calls].map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
    'AssumeRoleWithWebIdentity ok',
    'GetAccessKeyInfo ok',
    'GetAccessKeyLastUsed ok',
  ])
  expect(result.outputs).toMatchObject({ verdict: 'block', 'aws-account-id': ACCOUNT })
  expectNothingSecret(result)
})

test('with STS down the finding stands, one notification tells why, and the gate still blocks', async () => {
  await sts.close()
  const result = await act({ 'role-to-assume': ROLE_ARN, 'retry-max-attempts': '2' })
  expect(result.status).toBe(1)
  const lines = result.stdout.split('\n')
  expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(1)
  expect(lines.find((line) => line.startsWith('::error'))).toContain('app.py')
  const told = lines.filter((line) => /^::(notice|warning)/.test(line) && line.includes('Could not assume'))
  expect(told).toHaveLength(1)
  expect(told[0]).toContain('after 2 attempts: ECONNREFUSED')
  expect(oidc.tokens).toHaveLength(2)
  expect(result.outputs.verdict).toBe('block')
  expectNothingSecret(result)
})

test('without anything about AWS nobody is asked', async () => {
  const result = await act({})
  expect(result.status).toBe(1)
  expect([...oidc.requests, ...sts.calls, ...iam.calls]).toEqual([])
  expectNothingSecret(result)
})

test('the roles to copy are clean, but for what they say they mean to do', () => {
  const words = [join(DIST, 'cli.js'), 'scan', 'docs/aws', '--format', 'json']
  const report = JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' })) as Report
  expect(report.stats.files).toBe(4)
  expect(report.findings.filter(({ suppression }) => !suppression)).toEqual([])
  expect(report.findings.map(({ ruleId }) => ruleId)).toEqual(Array(4).fill('trust/github-oidc'))
})
