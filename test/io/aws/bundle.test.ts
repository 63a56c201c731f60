import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
// @ts-expect-error plain JavaScript: building takes no loader
import { bundle } from '../../../scripts/build.js'
import type { AwsServer } from '../../support/loopback/aws-query.ts'
import { runStep, type StepOptions, type StepResult, visibleLog } from '../../support/loopback/child.ts'
import { ACCOUNT, addUserKey, type Cloud, makeCloud, ROLE_ARN } from '../../support/loopback/cloud.ts'
import { startIam } from '../../support/loopback/iam.ts'
import { type OidcServer, startOidc } from '../../support/loopback/oidc.ts'
import { startSts } from '../../support/loopback/sts.ts'

/**
 * The AWS part bundled as dist/ is and run as the runner runs a
 * step: what only shows outside of Jest, such as a lazily imported client that lost its name.
 */
let folder: string
let oidc: OidcServer
let cloud: Cloud
let sts: AwsServer
let iam: AwsServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keylatch-bundle-'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  await bundle(folder, { entry: 'test/io/aws/fixtures/entry.ts', cleanup: 'src/cleanup.ts' })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeEach(async () => {
  oidc = await startOidc()
  cloud = makeCloud()
  sts = await startSts(cloud, oidc.publicKey)
  iam = await startIam(cloud)
})

afterEach(() => Promise.all([oidc.close(), sts.close(), iam.close()]))

async function step(inputs: Record<string, string>, options: StepOptions = {}) {
  const key = addUserKey(cloud, 'deploy')
  const leaked = join(folder, 'leaked.json')
  const finding = { fingerprint: 'f1', severity: 'high', message: 'A key.', remediation: 'Rotate it.', properties: {} }
  writeFileSync(
    leaked,
    JSON.stringify({ findings: [finding], leaked: [{ fingerprint: 'f1', keyId: key.id, secret: key.secret }] }),
  )
  const env = {
    ...oidc.env,
    AWS_ENDPOINT_URL_STS: sts.url,
    AWS_ENDPOINT_URL_IAM: iam.url,
    KEYLATCH_TEST_LEAKED: leaked,
    ACTIONS_STEP_DEBUG: 'true',
    RUNNER_DEBUG: '1',
    ...options.env,
  }
  const result = await runStep(join(folder, 'entry.js'), {
    ...options,
    inputs: { 'role-to-assume': ROLE_ARN, ...inputs },
    env,
  })
  return { result, key }
}

/** Nothing that was secret in this run, and nothing that a signature is made of, in what people can read. */
function expectNothingSecret(result: StepResult): void {
  const log = visibleLog(result)
  const secrets = [...oidc.tokens, oidc.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN]
  for (const { id, secret, sessionToken } of cloud.keys.values())
    secrets.push(id, secret, ...(sessionToken ? [sessionToken] : []))
  for (const secret of secrets) expect(log).not.toContain(secret)
  expect(log).not.toMatch(/AWS4-HMAC|Signature=|[Bb]earer [\w.-]{20}|eyJ/)
}

test('a leaked key is named end to end, and no log at any level shows a secret', async () => {
  const { result } = await step({ verify: 'live' })
  expect(result.stderr).toBe('')
  expect(result.status).toBe(0)
  expect(result.stdout).toContain(`::error::A key. It is a key of user \`deploy\` in your account ${ACCOUNT}`)
  expect(result.stdout).toContain('aws iam update-access-key --user-name deploy --status Inactive')
  expect(result.stdout).toContain('::debug::done')
  expect([...sts.calls, ...iam.calls].map(({ action, outcome }) => `${action} ${outcome}`).sort()).toEqual([
    'AssumeRoleWithWebIdentity ok',
    'GetAccessKeyInfo ok',
    'GetAccessKeyLastUsed ok',
    'GetCallerIdentity ok',
  ])
  expectNothingSecret(result)
})

test('masks come first, exports go to the environment file, and the post step takes them back', async () => {
  const { result } = await step({ 'export-credentials': 'true', 'aws-region': 'eu-west-1' })
  const session = [...cloud.keys.values()].find(({ sessionToken }) => sessionToken)!
  const lines = result.stdout.split('\n').filter((line) => line !== '')
  const masks = lines.findIndex((line) => !line.startsWith('::add-mask::'))
  expect(lines.slice(0, masks)).toEqual(
    [oidc.tokens[0], session.id, session.secret, session.sessionToken].map((secret) => `::add-mask::${secret}`),
  )
  expect(result.env).toEqual({
    AWS_ACCESS_KEY_ID: session.id,
    AWS_SECRET_ACCESS_KEY: session.secret,
    AWS_SESSION_TOKEN: session.sessionToken,
    AWS_REGION: 'eu-west-1',
    AWS_DEFAULT_REGION: 'eu-west-1',
  })
  expectNothingSecret(result)

  const post = await runStep(join(folder, 'cleanup.js'), { state: result.state })
  expect(post).toMatchObject({ status: 0, stderr: '' })
  expect(post.env).toEqual({
    AWS_ACCESS_KEY_ID: '',
    AWS_SECRET_ACCESS_KEY: '',
    AWS_SESSION_TOKEN: '',
    AWS_REGION: '',
    AWS_DEFAULT_REGION: '',
  })
})

test('the post step puts back what the job had, and leaves alone what a later step has set', async () => {
  const { result } = await step({ 'export-credentials': 'true' }, { env: { AWS_REGION: 'eu-central-1' } })
  const env = { ...result.env, AWS_ACCESS_KEY_ID: 'another' }
  const post = await runStep(join(folder, 'cleanup.js'), { state: result.state, env })
  expect(post.env).toEqual({
    AWS_SECRET_ACCESS_KEY: '',
    AWS_SESSION_TOKEN: '',
    AWS_REGION: 'eu-central-1',
    AWS_DEFAULT_REGION: '',
  })
})

test('the post step leaves alone what was not exported', async () => {
  const { result } = await step({})
  expect(result.env).toEqual({})
  const post = await runStep(join(folder, 'cleanup.js'), { state: result.state })
  expect(post).toMatchObject({ status: 0, env: {}, stdout: '' })
})

test('a refused role is one notice, the finding stands, and nothing secret is told', async () => {
  cloud.roles.clear()
  const { result } = await step({})
  expect(result.status).toBe(0)
  expect(result.stdout.match(/::notice::/g)).toHaveLength(1)
  expect(result.stdout).toContain(
    'The token has sub `repo:octo-org/octo-repo:pull_request` and aud `sts.amazonaws.com`',
  )
  expect(result.stdout).toContain('::error::A key.')
  expect(sts.calls).toHaveLength(1)
  expectNothingSecret(result)
})

test('a missing permission is one notice with the line to add', async () => {
  const { result } = await step({}, { env: { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' } })
  expect(result.status).toBe(0)
  expect(result.stdout.match(/::notice::/g)).toHaveLength(1)
  expect(result.stdout).toContain('permissions: { id-token: write, contents: read }')
})

test('with require-aws it fails, in one line', async () => {
  cloud.roles.clear()
  const { result } = await step({ 'require-aws': 'true' })
  expect(result.status).toBe(2)
  expect(result.stdout.split('\n').filter((line) => line.startsWith('::error::'))).toHaveLength(1)
  expect(result.stderr).toBe('')
})

test('a bad input is one line', async () => {
  const { result } = await step({ 'aws-region': 'mars' })
  expect(result).toMatchObject({ status: 2, stderr: '' })
  expect(result.stdout.trim()).toBe('::error::aws-region: `mars` is not a region; write one such as us-east-1')
})
