import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deactivateLeaked, type OnLeak } from '../../src/action/on-leak.ts'
import type { Finding, Report } from '../../src/core/finding.ts'
import { cutOffSessions } from '../../src/io/aws/key/deactivate.ts'
import type { AwsSession } from '../../src/io/aws/session.ts'
import { action, keylatch } from '../support/dist.ts'
import { type AccountServer, startAccount } from '../support/loopback/account.ts'
import { ACCOUNT, addUserKey, keyIdOf, makeCloud, permits, ROLE_ARN } from '../support/loopback/cloud.ts'
import { keyAnswers } from '../support/loopback/key-answers.ts'
import { startOidc } from '../support/loopback/oidc.ts'
import { startSts } from '../support/loopback/sts.ts'
import { fake } from '../support/placeholders.ts'
import { Repository } from '../support/repository.ts'
import { pullRequest } from './support/events.ts'

/** A key leaks in a pull request: whose it is, what it can do, and that it can do no more. */
const cloud = makeCloud()
const leaked = addUserKey(cloud, 'deploy')
const second = addUserKey(cloud, 'deploy', { tag: 'deploy_second' })
const admin = addUserKey(cloud, 'admin')
const repository = new Repository()
const closing: (() => Promise<void>)[] = [async () => repository.dispose()]
let aws: AccountServer
let env: Record<string, string>
let base: string

beforeAll(async () => {
  const oidc = await startOidc()
  const sts = await startSts(cloud, oidc.publicKey)
  aws = await startAccount(keyAnswers(leaked, [second]), (id) => {
    const key = cloud.keys.get(id)
    return key && { secret: key.secret, may: (permission) => permits(key, permission, '*') }
  })
  env = {
    ...oidc.env,
    AWS_ENDPOINT_URL: aws.url,
    AWS_ENDPOINT_URL_STS: sts.url,
    AWS_EC2_METADATA_DISABLED: 'true',
  }
  closing.push(oidc.close, sts.close, aws.close)
  base = repository.commit('base', { 'README.md': '# shop\n' })
})
afterAll(() => Promise.all(closing.map((close) => close())))

const file = (id: string, secret: string) => `AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${secret}\n`
const changes = () => aws.calls.filter((line) => /iam:(?:Update|Attach|Put)/.test(line))
const INPUTS = { 'role-to-assume': ROLE_ARN, 'aws-region': 'us-east-1', verify: 'live', 'on-leak': 'deactivate' }

test('keylatch triage tells what a key can do, makes it inactive on command, and says how to take that back', async () => {
  const own = { AWS_ACCESS_KEY_ID: admin.id, AWS_SECRET_ACCESS_KEY: admin.secret, AWS_REGION: 'us-east-1' }
  const triage = (...words: string[]) =>
    keylatch(['triage', leaked.id, ...words], { env: { ...env, ...own }, apart: true })
  const asked = await triage('--deactivate')
  expect(asked).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('give --yes') })
  for (const said of [
    'user `deploy`',
    's3: ',
    'Way to more: user deploy → iam:PutUserPolicy on every user',
    'reads data of the whole account',
    'works from anywhere',
    `…${second.id.slice(-4)}, active`,
    's3: 2026-11-03',
    'GetObject (4)',
    '192.0.2.7',
  ])
    expect(asked.stdout).toContain(said)
  expect(asked.stdout).not.toContain(leaked.id)
  expect(changes()).toEqual([])
  const done = await triage('--deactivate', '--yes')
  expect(done.exitCode).toBe(0)
  expect(changes()).toEqual(['iam:UpdateAccessKey ok'])
  expect(leaked.status).toBe('Inactive')
  expect(done.stdout).toMatch(/To take it back:\n {2}aws iam update-access-key --user-name deploy --status Active/)
  leaked.status = 'Active'
}, 30_000)

test('the Action makes the key that works inactive; not one with a made-up half, and no canary', async () => {
  aws.calls.length = 0
  const canary = keyIdOf('052310077262', 'canary')
  const head = repository.commit('leak', {
    'deploy.env': file(leaked.id, leaked.secret),
    'half.env': file(second.id, fake('AWS_SECRET', 'made_up')),
    'canary.env': file(canary, fake('AWS_SECRET', 'canary')),
  })
  const outcome = await action(
    repository.root,
    { ...pullRequest(base, head), env },
    { ...INPUTS, 'key-abilities': 'true' },
    { apart: true },
  )
  expect(outcome.exitCode).toBe(1)
  expect(changes()).toEqual(['iam:UpdateAccessKey ok'])
  expect([leaked.status, second.status]).toEqual(['Inactive', 'Active'])
  const told = outcome.report.findings.find(({ location }) => location.uri === 'deploy.env')!
  expect(told.severity).toBe('critical')
  expect(told.message).toContain('can become an administrator, from anywhere')
  expect(told.message).toMatch(
    /The key is inactive now \(user deploy\), by Keylatch as arn:aws:sts::\d+:assumed-role\/\S+ at \S+Z\. To take it back: /,
  )
  expect(`${outcome.stdout}${JSON.stringify(outcome.report)}`).not.toContain(leaked.id)
  leaked.status = 'Active'
}, 30_000)

test('sessions of a role that began before now are cut off, and new ones are not', async () => {
  const asked: Record<string, string>[] = []
  const { answers } = aws
  const put = (parameters: Readonly<Record<string, string>>) => {
    asked.push({ ...parameters })
    return ''
  }
  aws.answers = { ...answers, 'iam:PutRolePolicy': put }
  const session = sessionOf()
  const now = new Date('2026-11-05T10:20:30.400Z')
  const outcome = await cutOffSessions(session, 'deploy', now)
  expect(outcome).toEqual({
    done: 'Every session of role deploy that began before 2026-11-05T10:20:30Z is cut off',
    undo: 'aws iam delete-role-policy --role-name deploy --policy-name AWSRevokeOlderSessions',
  })
  const [{ RoleName, PolicyDocument } = {}] = asked
  expect(RoleName).toBe('deploy')
  expect(JSON.parse(PolicyDocument!)).toMatchObject({
    Statement: [
      {
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: { DateLessThan: { 'aws:TokenIssueTime': '2026-11-05T10:20:30Z' } },
      },
    ],
  })
  aws.answers = answers
  expect(await cutOffSessions(session, 'deploy; rm', now)).toEqual({
    refused: 'the name of its role is not one of IAM',
  })
  aws.denied.add('iam:PutRolePolicy')
  expect(await cutOffSessions(session, 'deploy', now)).toMatchObject({
    refused: expect.stringContaining('PutRolePolicy'),
  })
  aws.denied.clear()
})

describe('a temporary key', () => {
  const temporary = keyIdOf(ACCOUNT, 'session', 'AWS_TEMP_ID')
  const role = `arn:aws:iam::${ACCOUNT}:role/ci/deploy`
  const statement = (more: object) =>
    encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...more }] }))
  const sessionContext = { sessionIssuer: { type: 'Role', arn: role, userName: 'deploy' } }
  const put: Readonly<Record<string, string>>[] = []
  const triage = (events: object[], ...words: string[]) => {
    aws.calls.length = put.length = 0
    const Events = events.map((identity) => ({
      EventName: 'ListBuckets',
      CloudTrailEvent: JSON.stringify({ awsRegion: 'eu-west-1', sourceIPAddress: '192.0.2.7', userIdentity: identity }),
    }))
    aws.answers = {
      ...keyAnswers(leaked, [second]),
      'iam:GetAccessKeyLastUsed': { status: 404, code: 'NoSuchEntity' },
      'cloudtrail:LookupEvents': JSON.stringify({ Events }),
      'iam:GetRole': `<Role><RoleName>deploy</RoleName><Arn>${role}</Arn></Role>`,
      'iam:ListRolePolicies': '<PolicyNames><member>own</member></PolicyNames>',
      'iam:GetRolePolicy': `<PolicyDocument>${statement({ Action: 'iam:*', Resource: '*' })}</PolicyDocument>`,
      'iam:ListAttachedRolePolicies': '<AttachedPolicies/>',
      'iam:PutRolePolicy': (parameters) => {
        put.push(parameters)
        return ''
      },
    }
    const own = { AWS_ACCESS_KEY_ID: admin.id, AWS_SECRET_ACCESS_KEY: admin.secret, AWS_REGION: 'us-east-1' }
    return keylatch(['triage', temporary, ...words], { env: { ...env, ...own } })
  }
  const known = [{ type: 'AssumedRole', sessionContext }]
  afterAll(() => void (aws.answers = keyAnswers(leaked, [second])))

  test('is cut off with every session of its role, on command only, and told how to take that back', async () => {
    const asked = await triage(known, '--deactivate')
    expect(asked).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('give --yes') })
    expect(asked.stdout).toContain('Every session of role deploy that began before now will be cut off')
    expect(asked.stdout).toContain('Way to more: role deploy → iam:PutRolePolicy on every role')
    expect(asked.stdout).toContain('aws iam put-role-policy --role-name deploy --policy-name AWSRevokeOlderSessions')
    expect(changes()).toEqual([])
    const done = await triage(known, '--deactivate', '--yes')
    expect(done).toMatchObject({ exitCode: 0, stderr: '' })
    expect(changes()).toEqual(['iam:PutRolePolicy ok'])
    expect(put).toMatchObject([{ RoleName: 'deploy', PolicyName: 'AWSRevokeOlderSessions' }])
    expect(JSON.parse(put[0]!.PolicyDocument!)).toMatchObject({
      Statement: [
        { Effect: 'Deny', Action: '*', Condition: { DateLessThan: { 'aws:TokenIssueTime': expect.any(String) } } },
      ],
    })
    expect(done.stdout).toMatch(
      /To take it back:\n {2}aws iam delete-role-policy --role-name deploy --policy-name AWSRevokeOlderSessions/,
    )
    expect(done.stdout).not.toContain(temporary)
  })

  test('is left alone where CloudTrail does not tell whose it is, and where it may not be cut off', async () => {
    const nobody = await triage([], '--deactivate', '--yes')
    expect(nobody).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('nothing to cut off') })
    expect(changes()).toEqual([])
    aws.denied.add('iam:PutRolePolicy')
    const refused = await triage(known, '--deactivate', '--yes')
    aws.denied.clear()
    expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('nothing was changed') })
    expect(put).toEqual([])
  })
})

const sessionOf = (): AwsSession => ({
  accountId: ACCOUNT,
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/keylatch/run`,
  partition: 'aws',
  region: 'us-east-1',
  maskAccountId: false,
  connection: () => ({ region: 'us-east-1', env: { AWS_ENDPOINT_URL: aws.url }, limits: {} as never }),
  credentials: async () => ({ accessKeyId: admin.id, secretAccessKey: admin.secret }),
})

describe('on-leak', () => {
  const finding = { fingerprint: 'f', state: 'new', message: 'A key.' } as Finding
  const report = (more: Partial<Finding> = {}) =>
    ({ findings: [{ ...finding, ...more }], notifications: [] }) as unknown as Report
  const run = (more: Partial<OnLeak> = {}, settings: object = {}): OnLeak => ({
    settings: { asked: { deactivate: true }, verify: 'live', allowedAccountIds: [], ...settings } as never,
    session: sessionOf(),
    event: { name: 'push', fork: false, withoutSecrets: false },
    proven: [{ fingerprint: 'f', keyId: leaked.id, user: 'deploy' }],
    now: new Date('2026-11-05T00:00:00Z'),
    ...more,
  })
  const push = { name: 'push', fork: false, withoutSecrets: false }

  const leftAlone: readonly [string, OnLeak, Report][] = [
    ['a fork', run({ event: { ...push, fork: true } }), report()],
    ['Dependabot', run({ event: { ...push, withoutSecrets: true } }), report()],
    ['pull_request_target', run({ event: { ...push, name: 'pull_request_target' } }), report()],
    ['a pair that was not tried', run({}, { verify: 'off' }), report()],
    ['an account that is not allowed', run({}, { allowedAccountIds: ['444455556666'] }), report()],
    ['no session', run({ session: undefined }), report()],
    [
      'a finding that people live with',
      run(),
      report({ suppression: { kind: 'external', mechanism: 'allow', justification: 'x' } }),
    ],
    ['what stood there before', run(), report({ state: 'existing' })],
    ['on-leak: tell', run({}, { asked: { deactivate: false } }), report()],
  ]
  test.each(leftAlone)('changes nothing for %s', async (_, given, found) => {
    aws.calls.length = 0
    const after = await deactivateLeaked(found, given)
    expect(after.findings).toEqual(found.findings)
    expect(aws.calls).toEqual([])
  })

  test('quarantines the user where the key may not be changed, and says so', async () => {
    aws.calls.length = 0
    aws.denied.add('iam:UpdateAccessKey')
    const { findings } = await deactivateLeaked(report(), run())
    aws.denied.clear()
    expect(aws.calls).toEqual(['iam:UpdateAccessKey AccessDenied', 'iam:AttachUserPolicy ok'])
    expect(findings[0]!.message).toContain('aws iam detach-user-policy --user-name deploy')
  })

  test('five keys a run, and the rest is told', async () => {
    aws.calls.length = 0
    const many = Array.from({ length: 7 }, (_, index) => ({
      fingerprint: `f${index}`,
      keyId: `${leaked.id}${index}`,
      user: 'deploy',
    }))
    const found = {
      findings: many.map(({ fingerprint }) => ({ ...finding, fingerprint })),
      notifications: [],
    } as unknown as Report
    const { notifications } = await deactivateLeaked(found, run({ proven: many }))
    expect(aws.calls).toHaveLength(5)
    expect(notifications[0]!.message).toContain('2 more keys')
  })
})
