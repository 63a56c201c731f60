import '../../support/loopback/realm.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { partitionNamed } from '../../../src/aws/partition.ts'
import type { Finding } from '../../../src/core/finding.ts'
import type { Limits } from '../../../src/io/aws/attempts.ts'
import { DEFAULT_LIMITS } from '../../../src/io/aws/attempts.ts'
import { ownSessionPolicy } from '../../../src/io/aws/permissions.ts'
import type { AwsSession } from '../../../src/io/aws/session.ts'
import { type TriageOptions, triage } from '../../../src/io/aws/triage.ts'
import { triageKey } from '../../../src/io/aws/triage-key.ts'
import type { LeakedKey } from '../../../src/scan/leaked-keys.ts'
import type { AwsServer } from '../../support/loopback/aws-query.ts'
import {
  ACCOUNT,
  type AccessKey,
  addSession,
  addUserKey,
  type Cloud,
  keyIdOf,
  makeCloud,
  OTHER_ACCOUNT,
  type PolicyStatement,
  ROLE_ARN,
} from '../../support/loopback/cloud.ts'
import { startIam } from '../../support/loopback/iam.ts'
import { startOidc } from '../../support/loopback/oidc.ts'
import { startSts } from '../../support/loopback/sts.ts'
import { fake } from '../../support/placeholders.ts'

let cloud: Cloud
let sts: AwsServer
let iam: AwsServer
let session: AwsSession
let environment: NodeJS.ProcessEnv

const HERE = { partition: partitionNamed('aws')!, accountId: ACCOUNT }
const NOW = new Date('2026-11-04T12:00:00Z')
const QUICK: Partial<Limits> = { firstWait: 1, longestWait: 2, connect: 300, request: 300, deadline: 10_000 }

beforeEach(async () => {
  environment = { ...process.env }
  cloud = makeCloud()
  const oidc = await startOidc()
  sts = await startSts(cloud, oidc.publicKey)
  await oidc.close()
  iam = await startIam(cloud)
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_STS: sts.url,
    AWS_ENDPOINT_URL_IAM: iam.url,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/nonexistent',
    AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
  })
  session = sessionWith([(JSON.parse(ownSessionPolicy(HERE)) as { Statement: PolicyStatement[] }).Statement])
})

afterEach(async () => {
  await sts.close()
  await iam.close()
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
})

/** As narrow as the default session policy makes it, unless told otherwise. */
function sessionWith(policies: PolicyStatement[][]): AwsSession {
  const key = addSession(cloud, cloud.roles.get(ROLE_ARN)!, { name: 'keylatch', seconds: 900, policies })
  return {
    accountId: ACCOUNT,
    arn: key.arn,
    partition: 'aws',
    region: 'eu-west-1',
    connection: () => ({ region: 'eu-west-1', env: process.env, limits: DEFAULT_LIMITS }),
    maskAccountId: false,
    credentials: async () => ({ accessKeyId: key.id, secretAccessKey: key.secret, sessionToken: key.sessionToken! }),
  }
}

const leak = (
  { id, secret, sessionToken }: Pick<AccessKey, 'id' | 'secret' | 'sessionToken'>,
  fingerprint = 'f1',
): LeakedKey => ({
  fingerprint,
  keyId: id,
  secret,
  ...(sessionToken ? { sessionToken } : {}),
})

function findingOf(fingerprint = 'f1', severity: Finding['severity'] = 'high'): Finding {
  const region = { startLine: 3, startColumn: 1, endLine: 3, endColumn: 21 }
  return {
    ruleId: 'credentials/aws-key',
    severity,
    confidence: 'high',
    message: 'An AWS access key.',
    remediation: 'Rotate it; deleting the line is not enough.',
    location: { uri: 'app.py', region, offset: 10, length: 20 },
    relatedLocations: [],
    snippet: { startLine: 3, lines: ['key = "AKIA****"'] },
    fingerprint,
    state: 'new',
    commits: [],
    atHead: true,
    secret: true,
    anchor: '',
    blocking: true,
    properties: { kind: 'aws' },
  }
}

async function one(leaked: LeakedKey, options: Partial<TriageOptions> = {}, by: AwsSession | undefined = session) {
  const { findings, notifications } = await triage([findingOf()], [leaked], by, { ...defaults(), ...options })
  return { finding: findings[0]!, notifications }
}

function defaults(): TriageOptions {
  return { env: process.env, now: NOW, trustedAccounts: new Set(), verify: 'off', limits: QUICK }
}

describe("one's own key", () => {
  test('is named with user, account and last use, and weighs more', async () => {
    const lastUsed = { date: '2026-11-03T23:10:00Z', service: 's3', region: 'eu-west-1' }
    const key = addUserKey(cloud, 'deploy', { lastUsed })
    const { finding, notifications } = await one(leak(key))
    expect(finding.message).toBe(
      `An AWS access key. It is a key of user \`deploy\` in your account ${ACCOUNT}, last used yesterday (2026-11-03, s3 in eu-west-1).`,
    )
    expect(finding.severity).toBe('critical')
    expect(finding.properties).toMatchObject({ kind: 'aws', awsOwner: 'own', awsAccount: ACCOUNT, awsUser: 'deploy' })
    expect(notifications).toEqual([])
    expect(sts.calls.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual(['GetAccessKeyInfo ok'])
    expect(iam.calls.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual(['GetAccessKeyLastUsed ok'])
  })

  test('comes with commands that find the key by its end, and with nothing secret', async () => {
    const key = addUserKey(cloud, 'deploy')
    const { finding } = await one(leak(key))
    const found = `"$(aws iam list-access-keys --user-name deploy --query "AccessKeyMetadata[?ends_with(AccessKeyId, '${key.id.slice(-4)}')].AccessKeyId" --output text)"`
    expect(finding.properties.commands).toEqual([
      `aws iam update-access-key --user-name deploy --status Inactive --access-key-id ${found}`,
      `aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=${found}`,
      'aws iam create-access-key --user-name deploy',
      `aws iam delete-access-key --user-name deploy --access-key-id ${found}`,
    ])
    expect(finding.remediation).toMatch(/^Deactivate it now:\n```sh\naws iam update-access-key/)
    expect(finding.remediation).toContain('Rotate it; deleting the line is not enough.')
    expect(JSON.stringify(finding)).not.toContain(key.id)
    expect(JSON.stringify(finding)).not.toContain(key.secret)
  })

  test('never used is said so', async () => {
    const { finding } = await one(leak(addUserKey(cloud, 'idle')))
    expect(finding.message).toContain('never used as far as AWS recorded')
  })

  test('a user whose name could break out of a command gets none with it', async () => {
    const { finding } = await one(leak(addUserKey(cloud, 'x; rm -rf `/`')))
    expect(finding.message).not.toContain('rm -rf')
    expect(JSON.stringify(finding.properties.commands)).not.toContain('rm -rf')
    expect(finding.properties.commands).toHaveLength(2)
  })

  test('a temporary key is looked up without IAM and told how to cut off', async () => {
    const key = addSession(cloud, cloud.roles.get(ROLE_ARN)!, { name: 'leaked', seconds: 900, policies: [] })
    const { finding } = await one(leak(key))
    expect(finding.message).toContain(`a temporary key of a session in your account ${ACCOUNT}`)
    expect(String(finding.properties.commands)).toContain('"aws:TokenIssueTime":"2026-11-04T12:00:00Z"')
    expect(iam.calls).toEqual([])
  })

  test('the account id is cut where it is to be masked', async () => {
    const key = addUserKey(cloud, 'deploy')
    const { finding } = await one(leak(key), { verify: 'live' }, { ...session, maskAccountId: true })
    expect(finding.message).toContain(`your account ${ACCOUNT.slice(0, 4)}…`)
    expect(JSON.stringify(finding)).not.toContain(ACCOUNT)
  })
})

test.each([
  [true, 'critical'],
  [false, 'critical'],
])(
  "one's own key weighs fully, though documentation writes the number of that account (pair: %s)",
  async (pair, severity) => {
    const accountId = '111122223333'
    const key = addUserKey(cloud, 'deploy', { accountId })
    const light = {
      ...findingOf('f1', 'low'),
      confidence: 'low' as const,
      confidenceReason: 'documentation',
      properties: { pair },
    }
    const weighed = async (by: AwsSession) => (await triage([light], [leak(key)], by, defaults())).findings[0]!
    const own = await weighed({ ...session, accountId })
    expect(own).toMatchObject({ severity, confidence: 'high' })
    expect(own.confidenceReason).toBeUndefined()
    expect(await weighed(session)).toMatchObject({ severity: 'low', confidence: 'low' })
  },
)

describe('other keys', () => {
  test('of a trusted account weigh more, of a foreign one stay; nobody asks IAM', async () => {
    const key = addUserKey(cloud, 'there', { accountId: OTHER_ACCOUNT })
    const trusted = await one(leak(key), { trustedAccounts: new Set([OTHER_ACCOUNT]) })
    expect(trusted.finding).toMatchObject({ severity: 'critical', properties: { awsOwner: 'trusted' } })
    expect(trusted.finding.message).toContain(`Your configuration trusts account ${OTHER_ACCOUNT}`)
    const foreign = await one(leak(key))
    expect(foreign.finding).toMatchObject({
      severity: 'high',
      remediation: 'Rotate it; deleting the line is not enough.',
    })
    expect(foreign.finding.message).toContain(`Account ${OTHER_ACCOUNT} is not among yours`)
    expect(iam.calls).toEqual([])
  })

  test('an id without an account is looked up by AWS', async () => {
    const id = `${fake('AWS_ID').slice(0, 4)}I${fake('AWS_ID').slice(5)}`
    cloud.keys.set(id, { ...addUserKey(cloud, 'veteran'), id })
    const { finding } = await one({ fingerprint: 'f1', keyId: id })
    expect(finding.message).toContain('user `veteran` in your account')
  })

  test('of a canary are never used and never asked about, whatever is asked for', async () => {
    const keyId = keyIdOf('052310077262', 'bird')
    const { finding, notifications } = await one(
      { fingerprint: 'f1', keyId, secret: fake('AWS_SECRET') },
      { verify: 'live' },
    )
    expect(finding).toMatchObject({ severity: 'high', properties: { awsOwner: 'canary' } })
    expect(finding.message).toContain('AWS was not asked about it')
    expect(notifications).toEqual([])
    expect([...sts.calls, ...iam.calls]).toEqual([])
  })

  test('of a canary whose id does not tell are not used once AWS has told', async () => {
    const id = `${fake('AWS_ID').slice(0, 4)}J${fake('AWS_ID').slice(5)}`
    const key = addUserKey(cloud, 'bird', { accountId: '534261010715' })
    cloud.keys.set(id, { ...key, id })
    const { finding } = await one({ fingerprint: 'f1', keyId: id, secret: key.secret }, { verify: 'live' })
    expect(finding.properties.awsOwner).toBe('canary')
    expect(sts.calls.map(({ action }) => action)).toEqual(['GetAccessKeyInfo'])
  })

  test('findings of other rules are left alone', async () => {
    const others = [findingOf('other', 'low')]
    const { findings } = await triage(others, [leak(addUserKey(cloud, 'deploy'))], session, defaults())
    expect(findings).toEqual(others)
  })
})

describe('verify: live', () => {
  test('is off by default: the pair is not used', async () => {
    await one(leak(addUserKey(cloud, 'deploy')))
    expect(sts.of('GetCallerIdentity')).toEqual([])
  })

  test('a pair that works is critical', async () => {
    const key = addUserKey(cloud, 'there', { accountId: OTHER_ACCOUNT })
    const { finding } = await one(leak(key), { verify: 'live' })
    expect(finding).toMatchObject({ severity: 'critical', properties: { awsLive: true } })
    expect(finding.message).toContain(`AWS accepts it, as \`arn:aws:iam::${OTHER_ACCOUNT}:user/there\``)
    expect(sts.of('GetCallerIdentity')).toMatchObject([{ accessKeyId: key.id, outcome: 'ok' }])
  })

  test('works without a session too', async () => {
    const key = addUserKey(cloud, 'there', { accountId: OTHER_ACCOUNT })
    const { finding } = await triage([findingOf()], [leak(key)], undefined, { ...defaults(), verify: 'live' }).then(
      ({ findings }) => ({ finding: findings[0]! }),
    )
    expect(finding.severity).toBe('critical')
    expect(sts.calls.map(({ action }) => action)).toEqual(['GetCallerIdentity'])
  })

  test('an inactive pair is said to be dead, a wrong secret to be wrong; both stay as heavy as they were', async () => {
    const dead = addUserKey(cloud, 'gone', { accountId: OTHER_ACCOUNT })
    dead.status = 'Inactive'
    const first = await one(leak(dead), { verify: 'live' })
    expect(first.finding.message).toContain('AWS does not accept it any more')
    expect(first.finding).toMatchObject({ severity: 'high', properties: { awsLive: false } })
    const wrong = addUserKey(cloud, 'wrong', { accountId: OTHER_ACCOUNT })
    const second = await one({ ...leak(wrong), secret: fake('AWS_SECRET', 'else') }, { verify: 'live' })
    expect(second.finding.message).toContain('this secret is not the one that belongs to it')
    expect([...first.notifications, ...second.notifications]).toEqual([])
  })

  test('half a pair is not tried', async () => {
    const { id } = addUserKey(cloud, 'deploy')
    await one({ fingerprint: 'f1', keyId: id }, { verify: 'live' })
    expect(sts.of('GetCallerIdentity')).toEqual([])
  })
})

describe('when AWS does not answer', () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => leak(addUserKey(cloud, `user${i}`), `f${i}`))

  test('STS down: every finding stands with what its id tells, one notification, bounded attempts', async () => {
    const leaked = many(12)
    for (let i = 0; i < 99; i++) sts.faults.push({ action: '*', with: 'unavailable' })
    for (let i = 0; i < 99; i++) iam.faults.push({ action: '*', with: 'unavailable' })
    const before = leaked.map(({ fingerprint }) => findingOf(fingerprint))
    const { findings, notifications } = await triage(before, leaked, session, defaults())
    expect(findings).toHaveLength(12)
    expect(findings.every(({ blocking, message }) => blocking && message.includes(ACCOUNT))).toBe(true)
    expect(notifications.map(({ level, id }) => [level, id])).toEqual([
      ['warning', 'aws-triage'],
      ['warning', 'aws-triage'],
    ])
    expect(notifications[0]!.message).toContain('AWS did not answer sts:GetAccessKeyInfo (ServiceUnavailable')
    // Three attempts for each of the four that were under way when the first gave up; the other eight are not tried.
    expect(sts.calls.length).toBeLessThanOrEqual(12)
    expect(iam.calls.length).toBeLessThanOrEqual(12)
  })

  test('nobody listens: the same', async () => {
    await sts.close()
    const { finding, notifications } = await one(leak(addUserKey(cloud, 'deploy')))
    expect(finding.message).toContain('user `deploy`')
    expect(notifications).toHaveLength(1)
    expect(notifications[0]!.message).toContain('ECONNREFUSED')
  })

  test('silence is bounded by the deadline', async () => {
    for (let i = 0; i < 99; i++) sts.faults.push({ action: '*', with: 'hang' })
    const { notifications } = await one(leak(addUserKey(cloud, 'deploy')), {
      limits: { ...QUICK, request: 5_000, deadline: 250 },
    })
    expect(notifications.map(({ message }) => message)).toEqual([expect.stringContaining('AWS did not answer in time')])
    expect(sts.calls).toHaveLength(1)
  })

  test('throttling passes', async () => {
    sts.faults.push({ action: '*', with: 'throttle' }, { action: '*', with: 'throttle' })
    const { finding, notifications } = await one(leak(addUserKey(cloud, 'deploy')))
    expect(finding.properties.awsUser).toBe('deploy')
    expect(notifications).toEqual([])
    expect(sts.calls).toHaveLength(3)
  })

  test('without permission to ask for users the account is still told, and the permission is named once', async () => {
    session = sessionWith([[{ Effect: 'Allow', Action: 'sts:GetAccessKeyInfo', Resource: '*' }]])
    const leaked = many(3)
    const { findings, notifications } = await triage(
      leaked.map(({ fingerprint }) => findingOf(fingerprint)),
      leaked,
      session,
      defaults(),
    )
    expect(findings.every(({ severity, message }) => severity === 'critical' && message.includes('your account'))).toBe(
      true,
    )
    expect(notifications).toHaveLength(1)
    expect(notifications[0]!.message).toContain('may not call iam:GetAccessKeyLastUsed')
    expect(iam.calls).toHaveLength(3)
  })

  test('no key id gets into a notification', async () => {
    const key = addUserKey(cloud, 'deploy')
    const message = `The access key ${key.id} is odd, and so is ${key.secret}`
    sts.faults.push({ action: '*', with: { status: 400, code: 'ValidationError', message } })
    const { notifications } = await one(leak(key))
    expect(notifications).toHaveLength(1)
    expect(notifications[0]!.message).toContain('The access key *** is odd, and so is ***')
  })

  test('a flood of keys is cut at fifty, and said', async () => {
    const leaked = many(60)
    const { findings, notifications } = await triage(
      leaked.map(({ fingerprint }) => findingOf(fingerprint)),
      leaked,
      session,
      defaults(),
    )
    expect(sts.calls).toHaveLength(50)
    expect(notifications.map(({ message }) => message)).toEqual(['Only 50 of 60 leaked keys were looked up in AWS.'])
    expect(findings.at(-1)!.message).toContain(ACCOUNT)
  })

  test('the same key in many findings is asked about once', async () => {
    const key = addUserKey(cloud, 'deploy')
    const findings = ['a', 'b', 'c'].map((fingerprint) => findingOf(fingerprint))
    const result = await triage(
      findings,
      findings.map(({ fingerprint }) => leak(key, fingerprint)),
      session,
      defaults(),
    )
    expect(result.findings.every(({ properties }) => properties.awsUser === 'deploy')).toBe(true)
    expect(sts.calls).toHaveLength(1)
    expect(iam.calls).toHaveLength(1)
  })
})

describe('keylatch triage KEY_ID', () => {
  const deps = () => ({ env: process.env, now: NOW, limits: QUICK })
  const signIn = (key: AccessKey) => {
    process.env.AWS_ACCESS_KEY_ID = key.id
    process.env.AWS_SECRET_ACCESS_KEY = key.secret
  }

  test("names the user with the chain's credentials, and never the whole id", async () => {
    const lastUsed = { date: '2026-10-01T00:00:00Z', service: 'ec2', region: 'us-east-1' }
    const key = addUserKey(cloud, 'deploy', { lastUsed })
    signIn(addUserKey(cloud, 'admin'))
    const lines = await triageKey(key.id, deps())
    expect(lines.slice(0, 4)).toEqual([
      `Key ${key.id.slice(0, 4)}************${key.id.slice(-4)}`,
      `It is of account ${ACCOUNT}.`,
      `It is a key of user \`deploy\` in your account ${ACCOUNT}, last used 34 days ago (2026-10-01, ec2 in us-east-1).`,
      `Asked as arn:aws:iam::${ACCOUNT}:user/admin.`,
    ])
    expect(lines.join('\n')).toContain('aws iam update-access-key --user-name deploy --status Inactive')
    expect(lines.join('\n')).not.toContain(key.id)
  })

  test('without credentials tells what the id tells, how to sign in, and what to type for any key', async () => {
    const lines = await triageKey(keyIdOf(OTHER_ACCOUNT, 'x'), deps())
    expect(lines[1]).toBe(`It is of account ${OTHER_ACCOUNT}.`)
    expect(lines[2]).toMatch(/^AWS could not be asked \(.*\); sign in/)
    expect(lines.join('\n')).toContain(
      `With credentials of account ${OTHER_ACCOUNT}: which user it is of, and when it was last used:\n  aws iam get-access-key-last-used --access-key-id "$KEY_ID"`,
    )
    expect(lines.join('\n')).toContain('aws iam update-access-key --user-name USER --status Inactive')
    expect(sts.calls).toEqual([])
  })

  test('a canary is told offline', async () => {
    signIn(addUserKey(cloud, 'admin'))
    const lines = await triageKey(keyIdOf('052310077262', 'x'), deps())
    expect(lines[1]).toContain('canary')
    expect(sts.calls).toEqual([])
  })

  test('anything else than a key id is a problem', async () => {
    await expect(triageKey('hunter2', deps())).rejects.toThrow(/^triage: that is not an access key id(?!.*hunter2)/)
  })
})
