import '../../support/loopback/realm.ts'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Limits } from '../../../src/io/aws/attempts.ts'
import { assumeRole, openAws } from '../../../src/io/aws/credentials.ts'
import { EXPORTED_STATE } from '../../../src/io/aws/exported.ts'
import type { AwsSettings } from '../../../src/io/aws/settings.ts'
import { awsInputs, awsSettings } from '../../../src/io/aws/settings.ts'
import type { AwsServer } from '../../support/loopback/aws-query.ts'
import {
  ACCOUNT,
  addRole,
  addUserKey,
  type Cloud,
  makeCloud,
  OTHER_ACCOUNT,
  ROLE_ARN,
} from '../../support/loopback/cloud.ts'
import { type OidcServer, startOidc } from '../../support/loopback/oidc.ts'
import { recordRunner } from '../../support/loopback/runner.ts'
import { startSts } from '../../support/loopback/sts.ts'

let oidc: OidcServer
let sts: AwsServer
let cloud: Cloud
let environment: NodeJS.ProcessEnv

beforeEach(async () => {
  environment = { ...process.env }
  oidc = await startOidc()
  await startCloud(makeCloud())
  process.env.AWS_EC2_METADATA_DISABLED = 'true'
  process.env.AWS_CONFIG_FILE = '/nonexistent'
  process.env.AWS_SHARED_CREDENTIALS_FILE = '/nonexistent'
})

afterEach(async () => {
  await oidc.close()
  await sts.close()
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
})

async function startCloud(next: Cloud): Promise<void> {
  await sts?.close()
  cloud = next
  sts = await startSts(cloud, oidc.publicKey)
  process.env.AWS_ENDPOINT_URL_STS = sts.url
}

const QUICK: Partial<Limits> = { firstWait: 1, longestWait: 4, connect: 400, request: 400, deadline: 20_000 }

function settingsOf(inputs: Record<string, string> = {}): AwsSettings {
  const settings = awsSettings((name) => ({ 'role-to-assume': ROLE_ARN, ...inputs })[name] ?? '')
  if (!settings) throw new Error('AWS not asked for')
  return settings
}

function run(
  inputs: Record<string, string> = {},
  options: { fork?: boolean; token?: boolean; limits?: Partial<Limits> } = {},
) {
  const core = recordRunner()
  const env = { ...process.env, GITHUB_RUN_ID: '42', ...(options.token === false ? {} : oidc.env) }
  const deps = { env, core, fork: options.fork ?? false, limits: { ...QUICK, ...options.limits } }
  return { core, assume: () => assumeRole(settingsOf(inputs), deps), open: () => openAws(settingsOf(inputs), deps) }
}

describe('a role by OIDC', () => {
  test('gives a session that can sign requests', async () => {
    const { core, assume } = run({ 'aws-region': 'eu-central-1' })
    const session = await assume()
    expect(session).toMatchObject({ accountId: ACCOUNT, partition: 'aws', region: 'eu-central-1' })
    expect(session.arn).toBe(`arn:aws:sts::${ACCOUNT}:assumed-role/keylatch/keylatch-42`)
    expect(core.outputs).toMatchObject({ 'aws-account-id': ACCOUNT, 'authenticated-arn': session.arn })
    expect(new Date(core.outputs.expiration!).getTime()).toBeGreaterThan(Date.now())
    expect(oidc.requests).toEqual([{ audience: 'sts.amazonaws.com', authorized: true }])
    expect(sts.calls.map((call) => call.action)).toEqual(['AssumeRoleWithWebIdentity'])
  })

  test('sends a session policy that allows just what Keylatch does, for a quarter of an hour', async () => {
    await run().assume()
    const [call] = sts.of('AssumeRoleWithWebIdentity')
    expect(JSON.parse(call!.params.Policy!)).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'sts:GetAccessKeyInfo', Resource: '*' },
        { Effect: 'Allow', Action: 'iam:GetAccessKeyLastUsed', Resource: `arn:aws:iam::${ACCOUNT}:user/*` },
      ],
    })
    expect(call!.params.DurationSeconds).toBe('900')
  })

  test("sends the user's own session policies instead, and none of ours beside managed ones", async () => {
    await run({ 'inline-session-policy': '{"Version":"2012-10-17","Statement":[]}' }).assume()
    expect(sts.calls[0]!.params.Policy).toBe('{"Version":"2012-10-17","Statement":[]}')
    await run({ 'managed-session-policies': 'arn:aws:iam::aws:policy/IAMReadOnlyAccess' }).assume()
    expect(sts.calls[1]!.params['PolicyArns.member.1.arn']).toBe('arn:aws:iam::aws:policy/IAMReadOnlyAccess')
    expect(sts.calls[1]!.params.Policy).toBeUndefined()
  })

  test('exports nothing unless asked', async () => {
    const { core, assume } = run()
    await assume()
    expect(core.exported).toEqual({})
    expect(Object.keys(core.outputs).sort()).toEqual(['authenticated-arn', 'aws-account-id', 'expiration'])
  })

  test('exports for later steps when asked: as wide as the role, for an hour, remembered for the post step', async () => {
    const { core, assume } = run({ 'export-credentials': 'true', 'aws-region': 'eu-west-1' })
    const credentials = await (await assume()).credentials()
    expect(core.exported).toEqual({
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_SESSION_TOKEN: credentials.sessionToken,
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
    })
    expect(sts.calls[0]!.params).toMatchObject({ DurationSeconds: '3600' })
    expect(sts.calls[0]!.params.Policy).toBeUndefined()
    const kinds = core.events.map(({ kind }) => kind)
    expect(core.events).toContainEqual({ kind: 'state', name: EXPORTED_STATE, value: expect.any(String) })
    expect(kinds.indexOf('state')).toBeLessThan(kinds.indexOf('export'))
  })

  test('puts the keys into outputs when asked', async () => {
    const { core, assume } = run({ 'output-credentials': 'true' })
    const credentials = await (await assume()).credentials()
    expect(core.outputs).toMatchObject({
      'aws-access-key-id': credentials.accessKeyId,
      'aws-secret-access-key': credentials.secretAccessKey,
      'aws-session-token': credentials.sessionToken,
      'aws-expiration': credentials.expiration?.toISOString(),
    })
  })

  test('masks every secret value before anything shows it', async () => {
    const { core, assume } = run({ 'export-credentials': 'true', 'output-credentials': 'true' })
    const { accessKeyId, secretAccessKey, sessionToken } = await (await assume()).credentials()
    for (const secret of [accessKeyId, secretAccessKey, sessionToken!, ...oidc.tokens]) {
      const first = core.events.findIndex(({ value }) => value.includes(secret))
      expect(core.events[first]).toEqual({ kind: 'mask', name: '', value: secret })
    }
    const lastMask = core.events.map(({ kind }) => kind).lastIndexOf('mask')
    const firstOther = core.events.findIndex(({ kind }) => kind !== 'mask')
    expect(lastMask).toBeLessThan(firstOther)
  })

  test('hides the account id when asked, in the log and in messages', async () => {
    const { core, assume } = run({ 'mask-aws-account-id': 'true' })
    await assume()
    expect(core.events[0]).toEqual({ kind: 'mask', name: '', value: ACCOUNT })
    expect(core.log()).not.toContain(ACCOUNT)
    cloud.roles.clear()
    const refused = await run({ 'mask-aws-account-id': 'true' }).open()
    expect(refused.notifications[0]!.message).toContain(`arn:aws:iam::${ACCOUNT.slice(0, 4)}…:role/ci/keylatch`)
    expect(refused.notifications[0]!.message).not.toContain(ACCOUNT)
  })

  test('a printed session shows no credential', async () => {
    const session = await run().assume()
    const { accessKeyId, secretAccessKey } = await session.credentials()
    const { inspect } = await import('node:util')
    for (const text of [JSON.stringify(session), inspect(session, { depth: 9 })]) {
      expect(text).not.toContain(accessKeyId)
      expect(text).not.toContain(secretAccessKey)
      expect(text).not.toContain(oidc.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN)
    }
  })
})

describe('other partitions', () => {
  test.each([
    ['aws-cn', 'sts.amazonaws.com.cn', 'cn-north-1'],
    ['aws-us-gov', 'sts.amazonaws.com', 'us-gov-west-1'],
  ])('%s: audience and region follow the ARN', async (partition, audience, region) => {
    await startCloud(makeCloud(partition, audience))
    const session = await run({ 'role-to-assume': ROLE_ARN.replace('arn:aws:', `arn:${partition}:`) }).assume()
    expect(session).toMatchObject({ partition, region })
    expect(oidc.requests[0]!.audience).toBe(audience)
  })

  test('a region of the environment that lies elsewhere is a problem before any token is asked for', async () => {
    process.env.AWS_REGION = 'us-east-1'
    const { assume } = run({ 'role-to-assume': ROLE_ARN.replace('arn:aws:', 'arn:aws-cn:') })
    await expect(assume()).rejects.toThrow(
      /^AWS_REGION: us-east-1 lies in partition aws, but the role .* aws-cn.*cn-north-1/,
    )
    expect(oidc.requests).toEqual([])
  })
})

describe('no token to be had', () => {
  test('a missing permission is a note with the line to add, and the run goes on', async () => {
    const { core, open } = run({}, { token: false })
    const { session, notifications } = await open()
    expect(session).toBeUndefined()
    expect(notifications).toEqual([
      {
        level: 'note',
        id: 'aws-unavailable',
        message: expect.stringContaining('`permissions: { id-token: write, contents: read }`'),
      },
    ])
    expect(core.outputs).toEqual({})
    expect(sts.calls).toEqual([])
  })

  test('a fork is a note that says so', async () => {
    const { notifications } = await run({}, { token: false, fork: true }).open()
    expect(notifications[0]).toMatchObject({ level: 'note', message: expect.stringContaining('from a fork') })
  })

  test('require-aws makes either a problem', async () => {
    const missing = run({ 'require-aws': 'true' }, { token: false }).open()
    await expect(missing).rejects.toThrow(expect.objectContaining({ name: 'Problem' }))
    const fork = run({ 'require-aws': 'true' }, { token: false, fork: true }).open()
    await expect(fork).rejects.toThrow(/from a fork/)
  })

  test('a refusal by GitHub is final', async () => {
    oidc.faults.push({ status: 403, body: 'forbidden' })
    const { notifications } = await run().open()
    expect(notifications[0]!.message).toMatch(/answered 403.*id-token: write/)
    expect(oidc.requests).toHaveLength(1)
  })

  test.each([
    ['5xx', { status: 503 }],
    ['a lost connection', 'reset'],
    ['silence', 'hang'],
  ] as const)('%s from GitHub is tried again, once per attempt', async (_, fault) => {
    oidc.faults.push(fault, fault)
    await run().assume()
    expect(oidc.requests).toHaveLength(3)
    expect(sts.calls).toHaveLength(1)
  })

  test('a silent token service is named, not STS, and three attempts are enough', async () => {
    oidc.faults.push(...(Array(5).fill('hang') as 'hang'[]))
    const { notifications } = await run({ 'retry-max-attempts': '5' }, { limits: { request: 40 } }).open()
    expect(oidc.requests).toHaveLength(3)
    expect(notifications).toMatchObject([
      { level: 'warning', message: expect.stringContaining(new URL(oidc.url).host) },
    ])
    expect(notifications[0]!.message).not.toMatch(/aws-region|AWS_ENDPOINT_URL_STS|sts\./)
  })

  test('an answer without a token is final', async () => {
    oidc.faults.push({ status: 200, body: '{"count":0}' })
    const { notifications } = await run().open()
    expect(notifications[0]!.message).toContain('sent no token')
    expect(oidc.requests).toHaveLength(1)
  })
})

describe('AWS says no', () => {
  const message = async (inputs: Record<string, string> = {}) => (await run(inputs).open()).notifications[0]!.message

  test('the wrong subject: told with sub, aud and the condition to write, both forms, asked once', async () => {
    oidc.claims.sub = 'repo:octo-org/octo-repo:ref:refs/heads/main'
    cloud.roles.get(ROLE_ARN)!.trust = [
      { federated: { audiences: ['sts.amazonaws.com'], subjects: ['repo:octo-org/octo-repo:pull_request'] } },
    ]
    const { open, core } = run()
    const { notifications } = await open()
    expect(notifications).toHaveLength(1)
    expect(notifications[0]!.level).toBe('warning')
    const text = notifications[0]!.message
    expect(text).toContain(
      'The token has sub `repo:octo-org/octo-repo:ref:refs/heads/main` and aud `sts.amazonaws.com`',
    )
    expect(text).toContain(
      '"token.actions.githubusercontent.com:sub": ["repo:octo-org/octo-repo:ref:refs/heads/main","repo:octo-org@65/octo-repo@74:ref:refs/heads/main"]',
    )
    expect(text).toContain(`arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`)
    expect(sts.calls.map((call) => call.outcome)).toEqual(['AccessDenied'])
    expect(text + core.log()).not.toContain(oidc.tokens[0])
  })

  test('the wrong subject with immutable ids: the name form is listed too', async () => {
    oidc.claims.sub = 'repo:octo-org@65/octo-repo@74:pull_request'
    const text = await message()
    expect(text).toContain('sub `repo:octo-org@65/octo-repo@74:pull_request`')
    expect(text).toContain('["repo:octo-org@65/octo-repo@74:pull_request","repo:octo-org/octo-repo:pull_request"]')
  })

  test('either form of the subject is accepted where the trust policy lists both', async () => {
    const subjects = ['repo:octo-org/octo-repo:pull_request', 'repo:octo-org@65/octo-repo@74:pull_request']
    cloud.roles.get(ROLE_ARN)!.trust = [{ federated: { audiences: ['sts.amazonaws.com'], subjects } }]
    for (const sub of subjects) {
      oidc.claims.sub = sub
      await run().assume()
    }
    expect(sts.calls.map((call) => call.outcome)).toEqual(['ok', 'ok'])
  })

  test('the wrong audience: told how to list it, asked once', async () => {
    const text = await message({ audience: 'https://elsewhere.example' })
    expect(text).toContain('does not list the audience `https://elsewhere.example`')
    expect(text).toContain('aws iam add-client-id-to-open-id-connect-provider --client-id https://elsewhere.example')
    expect(oidc.requests).toHaveLength(1)
    expect(sts.calls).toHaveLength(1)
  })

  test('no identity provider: told how to make one', async () => {
    cloud.providers.clear()
    expect(await message()).toContain(
      'aws iam create-open-id-connect-provider --url https://token.actions.githubusercontent.com --client-id-list sts.amazonaws.com',
    )
  })

  test('a longer session than the role allows names the input', async () => {
    expect(await message({ 'role-duration-seconds': '7200' })).toContain('Set role-duration-seconds')
    expect(sts.calls).toHaveLength(1)
  })

  test('a policy that AWS does not take names the input', async () => {
    expect(await message({ 'inline-session-policy': '{"Statement":[]}' })).toContain('Correct inline-session-policy')
  })

  test('a clock that is wrong', async () => {
    cloud.now = () => Math.floor(Date.now() / 1000) + 3600
    expect(await message()).toMatch(/ExpiredToken.*set the clock/)
    expect(sts.calls).toHaveLength(1)
  })

  test('hostile claims cannot shape the message', async () => {
    oidc.claims.sub = 'repo:octo-org/octo-repo:ref:refs/heads/`::error::\nx`'
    cloud.roles.clear()
    expect(await message()).not.toMatch(/\n|`::/)
  })

  test('a role outside allowed-account-ids is never asked for, existing credentials outside are never used', async () => {
    expect(() => settingsOf({ 'allowed-account-ids': OTHER_ACCOUNT })).toThrow(/allowed-account-ids/)
    const key = addUserKey(cloud, 'someone', { accountId: '777788889999' })
    process.env.AWS_ACCESS_KEY_ID = key.id
    process.env.AWS_SECRET_ACCESS_KEY = key.secret
    const { core, open } = run({
      'use-existing-credentials': 'true',
      'require-aws': 'true',
      'allowed-account-ids': `${ACCOUNT},${OTHER_ACCOUNT}`,
    })
    await expect(open()).rejects.toThrow(/^allowed-account-ids: the existing credentials are of account 777788889999/)
    expect(core.outputs).toEqual({})
    expect(core.exported).toEqual({})
  })

  test('credentials of another account than the ARN says are refused', async () => {
    const role = cloud.roles.get(ROLE_ARN)!
    cloud.roles.set(ROLE_ARN, { ...role, accountId: OTHER_ACCOUNT })
    const { core, open } = run({ 'allowed-account-ids': ACCOUNT, 'export-credentials': 'true', 'require-aws': 'true' })
    await expect(open()).rejects.toThrow(/^allowed-account-ids: STS gave credentials of account 444455556666/)
    expect(core.exported).toEqual({})
    expect(core.masked()).toHaveLength(4)
  })
})

describe('AWS is not well', () => {
  test.each(['throttle', 'unavailable', 'internal', 'reset'] as const)(
    '%s, then success: one more attempt each',
    async (kind) => {
      sts.faults.push(
        { action: 'AssumeRoleWithWebIdentity', with: kind },
        { action: 'AssumeRoleWithWebIdentity', with: kind },
      )
      await run().assume()
      expect(sts.calls).toHaveLength(3)
      expect(oidc.tokens).toHaveLength(3)
      expect(new Set(sts.calls.map((call) => call.params.WebIdentityToken)).size).toBe(3)
    },
  )

  test('what GitHub cannot be asked in time is tried again', async () => {
    const fault = { status: 400, code: 'IDPCommunicationError', message: 'could not reach the identity provider' }
    const keys = {
      status: 400,
      code: 'InvalidIdentityToken',
      message: "Couldn't retrieve verification key from your identity provider",
    }
    sts.faults.push({ action: '*', with: fault }, { action: '*', with: keys })
    await run().assume()
    expect(sts.calls.map((call) => call.outcome)).toEqual(['IDPCommunicationError', 'InvalidIdentityToken', 'ok'])
  })

  test('a token that expires while waiting is replaced', async () => {
    let skew = 0
    oidc.now = () => Math.floor(Date.now() / 1000) + skew
    cloud.now = oidc.now
    sts.faults.push({ action: '*', with: 'throttle', before: () => void (skew = 301) })
    await run().assume()
    expect(sts.calls.map((call) => call.outcome)).toEqual(['Throttling', 'ok'])
  })

  test('attempts end where retry-max-attempts says', async () => {
    for (let i = 0; i < 9; i++) sts.faults.push({ action: '*', with: 'throttle' })
    const { notifications } = await run({ 'retry-max-attempts': '3' }).open()
    expect(sts.calls).toHaveLength(3)
    expect(notifications[0]!.message).toMatch(/after 3 attempts: Throttling: Rate exceeded/)
  })

  test('a silent STS is given up after the request timeout, and told', async () => {
    sts.faults.push({ action: '*', with: 'hang' }, { action: '*', with: 'hang' })
    const { notifications } = await run({ 'retry-max-attempts': '2' }, { limits: { request: 60 } }).open()
    expect(sts.calls.map((call) => call.outcome)).toEqual(['hang', 'hang'])
    expect(notifications[0]!.message).toMatch(/TimeoutError.*Check that the runner reaches 127\.0\.0\.1/)
  })

  test('the deadline ends it all, also in the middle of an attempt', async () => {
    for (let i = 0; i < 20; i++) sts.faults.push({ action: '*', with: 'hang' })
    const { notifications } = await run(
      { 'retry-max-attempts': '20' },
      { limits: { request: 5_000, deadline: 300 } },
    ).open()
    expect(sts.calls).toHaveLength(1)
    expect(notifications[0]!.message).toContain('(out of time)')
  })

  test('nobody listens: every attempt is made, then the address to check is named', async () => {
    await sts.close()
    const { core, open } = run({ 'retry-max-attempts': '3' })
    const { notifications } = await open()
    expect(oidc.tokens).toHaveLength(3)
    expect(notifications[0]!.message).toMatch(/after 3 attempts: ECONNREFUSED/)
    expect(core.outputs).toEqual({})
  })
})

describe('credentials at hand', () => {
  const useKey = (key: { id: string; secret: string }) => {
    process.env.AWS_ACCESS_KEY_ID = key.id
    process.env.AWS_SECRET_ACCESS_KEY = key.secret
  }

  test('role chaining assumes the role with them, and needs no id token', async () => {
    const key = addUserKey(cloud, 'starter')
    useKey(key)
    const target = addRole(cloud, `arn:aws:iam::${OTHER_ACCOUNT}:role/second`, [{ principals: [key.arn] }])
    const { assume } = run({ 'role-to-assume': target.arn, 'role-chaining': 'true' }, { token: false })
    expect(await assume()).toMatchObject({ accountId: OTHER_ACCOUNT })
    expect(sts.calls).toMatchObject([{ action: 'AssumeRole', accessKeyId: key.id, outcome: 'ok' }])
    expect(oidc.requests).toEqual([])
  })

  test('a chain takes external id and session tags, a web identity does without and says so', async () => {
    cloud.roles.get(ROLE_ARN)!.trust.push({ principals: [`arn:aws:iam::${ACCOUNT}:user/*`] })
    useKey(addUserKey(cloud, 'starter'))
    const inputs = {
      'role-external-id': 'shop-42',
      'custom-tags': '{"team":"shop","cost":7}',
      'transitive-tag-keys': 'team',
    }
    expect((await run({ 'role-chaining': 'true', ...inputs }).open()).notifications).toEqual([])
    expect(sts.calls[0]!.params).toMatchObject({
      ExternalId: 'shop-42',
      'Tags.member.1.Key': 'team',
      'Tags.member.1.Value': 'shop',
      'Tags.member.2.Key': 'cost',
      'Tags.member.2.Value': '7',
      'TransitiveTagKeys.member.1': 'team',
    })
    await run(inputs).open()
    expect(sts.calls[1]).toMatchObject({ action: 'AssumeRoleWithWebIdentity', outcome: 'ok' })
    expect(Object.keys(sts.calls[1]!.params).filter((name) => /Tag|External/.test(name))).toEqual([])
    const { notifications } = awsInputs((name) => ({ 'role-to-assume': ROLE_ARN, ...inputs })[name] ?? '', false)
    expect(notifications).toMatchObject([{ level: 'note', message: expect.stringContaining('role-chaining only') }])
  })

  test('a token from a file is sent, and masked; a file that is not there is told', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'keylatch-token-'))
    await run().assume()
    const token = oidc.tokens.at(-1)!
    writeFileSync(join(folder, 'token'), `${token}\n`)
    const asked = oidc.requests.length
    const { core, assume } = run({ 'web-identity-token-file': join(folder, 'token') })
    await assume()
    expect(oidc.requests).toHaveLength(asked)
    expect(core.masked()).toContain(token)
    const { notifications } = await run({ 'web-identity-token-file': join(folder, 'none') }).open()
    expect(notifications).toMatchObject([{ message: expect.stringContaining('there is no token in') }])
    rmSync(folder, { recursive: true })
  })

  test('sts-endpoint wins over the environment, action-timeout-s bounds it all', async () => {
    const there = sts.url
    process.env.AWS_ENDPOINT_URL_STS = 'http://127.0.0.1:9'
    await run({ 'sts-endpoint': there }).assume()
    expect(sts.calls.at(-1)).toMatchObject({ outcome: 'ok' })
    for (let times = 0; times < 9; times++) sts.faults.push({ action: '*', with: 'hang' })
    const { notifications } = await run({ 'sts-endpoint': there, 'action-timeout-s': '1' }).open()
    expect(notifications[0]!.message).toContain('(out of time)')
  })

  test('unset-current-credentials empties what earlier steps left', async () => {
    useKey(addUserKey(cloud, 'earlier'))
    const { core, assume } = run({ 'unset-current-credentials': 'true' })
    await assume()
    expect(core.exported).toEqual({ AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_SESSION_TOKEN: '' })
  })

  test('role chaining that is refused says what to allow', async () => {
    useKey(addUserKey(cloud, 'starter'))
    const { notifications } = await run({ 'role-chaining': 'true' }).open()
    expect(notifications[0]!.message).toContain(`allow them \`sts:AssumeRole\` on ${ROLE_ARN}`)
    expect(sts.calls).toHaveLength(1)
  })

  test('role chaining without credentials says where to get them', async () => {
    const { notifications } = await run({ 'role-chaining': 'true' }).open()
    expect(notifications[0]!.message).toContain('run the step that gets them before this one')
    expect(sts.calls).toEqual([])
  })

  test('use-existing-credentials takes valid ones, masks them, and asks nobody for more', async () => {
    const key = addUserKey(cloud, 'already')
    useKey(key)
    const { core, assume } = run({ 'use-existing-credentials': 'true', 'export-credentials': 'true' })
    expect(await assume()).toMatchObject({ accountId: ACCOUNT, arn: key.arn })
    expect(core.masked()).toEqual([key.id, key.secret])
    expect(core.exported).toEqual({})
    expect(sts.calls.map((call) => call.action)).toEqual(['GetCallerIdentity'])
  })

  test('use-existing-credentials falls back to the role when they are not valid', async () => {
    const key = addUserKey(cloud, 'gone')
    key.status = 'Inactive'
    useKey(key)
    await run({ 'use-existing-credentials': 'true' }).assume()
    expect(sts.calls.map((call) => call.action)).toEqual(['GetCallerIdentity', 'AssumeRoleWithWebIdentity'])
  })

  test('use-existing-credentials without a role and without credentials is one warning', async () => {
    const { notifications } = await run({ 'role-to-assume': '', 'use-existing-credentials': 'true' }).open()
    expect(notifications).toHaveLength(1)
    expect(notifications[0]!.message).toContain('set role-to-assume')
  })
})
