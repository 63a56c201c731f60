import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ACCOUNT_CALLS, permissionOf } from '../../../../src/account/calls.ts'
import { parseSnapshot, snapshotParts } from '../../../../src/account/snapshot.ts'
import { collectAccount } from '../../../../src/io/aws/account/collect.ts'
import { DEFAULT_LIMITS } from '../../../../src/io/aws/attempts.ts'
import type { AwsSession } from '../../../../src/io/aws/session.ts'
import { judgeAccount, missingAnswers } from '../../../../src/run/account.ts'
import { DEFAULT_CONFIG } from '../../../../src/scan/config.ts'
import { type AccountServer, startAccount } from '../../../support/loopback/account.ts'
import { AUDITED, BAD_ACCOUNT, GOOD_ACCOUNT } from '../../../support/loopback/account-answers.ts'
import { fake } from '../../../support/placeholders.ts'

const secret = fake('AWS_SECRET', 'audit')
const now = new Date('2026-11-01T06:00:00Z')
let aws: AccountServer

beforeAll(async () => {
  aws = await startAccount(BAD_ACCOUNT, () => ({ secret, may: () => true }))
})
afterAll(() => aws.close())
beforeEach(() => {
  aws.answers = BAD_ACCOUNT
  aws.calls.length = 0
})

function session(): AwsSession {
  const limits = { ...DEFAULT_LIMITS, firstWait: 1, longestWait: 2 }
  return {
    accountId: AUDITED,
    arn: `arn:aws:sts::${AUDITED}:assumed-role/audit/me`,
    partition: 'aws',
    region: 'us-east-1',
    maskAccountId: false,
    connection: () => ({ region: 'us-east-1', env: { AWS_ENDPOINT_URL: aws.url }, limits }),
    credentials: async () => ({
      accessKeyId: fake('AWS_TEMP_ID', 'audit'),
      secretAccessKey: secret,
      sessionToken: 'token',
    }),
  }
}

const collect = (regions?: readonly string[]) =>
  collectAccount(session(), { now, limits: { firstWait: 1, longestWait: 2 }, ...(regions ? { regions } : {}) })

test('no call of the table changes anything', () => {
  for (const { name } of ACCOUNT_CALLS)
    expect(name).toMatch(/^[a-z0-9-]+:(?:Get|List|Describe|GenerateCredentialReport$)/)
})

describe('an account where everything is wrong', () => {
  test('each check finds it, at the ARN of what is wrong', async () => {
    const { snapshot, counts } = await collect()
    expect(snapshot.missing).toEqual([])
    expect(counts.requests).toBe(aws.calls.length)
    const { findings } = await judgeAccount(snapshot, DEFAULT_CONFIG)
    const told = findings.map(({ ruleId, severity, location }) => `${severity} ${ruleId} ${location.uri}`).sort()
    expect(told).toMatchSnapshot()
  })

  test('which roles workflows of GitHub may become is told, with the subjects', async () => {
    const { notifications } = await judgeAccount((await collect(['us-east-1'])).snapshot, DEFAULT_CONFIG)
    expect(notifications.map(({ message }) => message)).toContain(
      'Workflows of GitHub may become 1 role: `ci` (`repo:*`).',
    )
  })

  test('the saved file says the same again, and nothing that looks like a key', async () => {
    const { snapshot } = await collect()
    const text = [...snapshotParts(snapshot)].join('')
    expect(parseSnapshot(text, 'account.json')).toEqual(snapshot)
    expect(text).not.toMatch(/A[KS]IA|Tags|SecretAccessKey/)
  })

  test('what is throttled is asked again, and counted', async () => {
    aws.throttle = 7
    const { snapshot, counts } = await collect()
    expect(counts.throttled).toBe(7)
    expect(snapshot.missing).toEqual([])
  })
})

test('an account as it should be: every call of the table is made, and nothing weighs more than a note', async () => {
  aws.answers = GOOD_ACCOUNT
  const { snapshot } = await collect()
  const made = new Set(aws.calls.map((line) => line.replace(/ .*$/, '')))
  expect(ACCOUNT_CALLS.map(({ name }) => name).filter((name) => !made.has(name))).toEqual([])
  const { findings } = await judgeAccount(snapshot, DEFAULT_CONFIG)
  expect(findings.filter(({ severity }) => severity !== 'note').map(({ message }) => message)).toEqual([])
})

describe('the policy in the docs', () => {
  const file = readFileSync('docs/aws/keylatch-audit.yaml', 'utf8')
  const statements: readonly { Sid: string; Action: readonly string[] }[] = parse(file, { logLevel: 'silent' })
    .Resources.KeylatchAudit.Properties.PolicyDocument.Statement
  const collectWith = async (granted: readonly (typeof statements)[number][]) => {
    const actions = new Set(granted.flatMap(({ Action }) => Action))
    aws.answers = GOOD_ACCOUNT
    for (const permission of ACCOUNT_CALLS.map(permissionOf)) if (!actions.has(permission)) aws.denied.add(permission)
    try {
      return (await collect()).snapshot
    } finally {
      aws.denied.clear()
    }
  }

  test('is all it takes', async () => {
    expect((await collectWith(statements)).missing).toEqual([])
  })

  test.each(statements)('without its statement $Sid just what it says of it is missing', async ({ Sid, Action }) => {
    const { missing } = await collectWith(statements.filter((one) => one.Sid !== Sid))
    const told = missingAnswers(missing)
    expect(told.length).toBeGreaterThan(0)
    for (const { message } of told) {
      const [, permission = '', lost = ''] = /^(\S+) is not permitted(?: in [^:]+)?: (.*?)\. docs/.exec(message) ?? []
      expect(Action).toContain(permission)
      expect(file).toMatch(
        new RegExp(`Without it, [^\n]*${lost.replace(/[()]/g, '\\$&')}[^\n]*\\n +- ${permission}\\n`),
      )
    }
  })
})

describe('without a permission', () => {
  const permissions = [...new Set(ACCOUNT_CALLS.map(permissionOf))]

  test.each(permissions)('%s: it is named with what is lost, and the rest goes on', async (permission) => {
    aws.answers = GOOD_ACCOUNT
    aws.denied.add(permission)
    try {
      const { snapshot } = await collect(permission === 'ec2:DescribeRegions' ? undefined : ['us-east-1'])
      const told = missingAnswers(snapshot.missing)
      expect(told.filter(({ id }) => id !== 'account-permission')).toEqual([])
      expect(told).toHaveLength(1)
      const call = ACCOUNT_CALLS.find((one) => permissionOf(one) === permission)!
      expect(told[0]!.message).toContain(`${permission} is not permitted`)
      expect(told[0]!.message).toContain(call.lost)
      expect(snapshot.records.length).toBeGreaterThan(10)
    } finally {
      aws.denied.delete(permission)
    }
  })

  test('nothing at all is permitted: a notification for each call that was made, and no finding', async () => {
    for (const permission of permissions) aws.denied.add(permission)
    const { snapshot } = await collect()
    aws.denied.clear()
    expect(snapshot.regions).toEqual(['us-east-1'])
    const { findings } = await judgeAccount(snapshot, DEFAULT_CONFIG)
    expect(findings).toEqual([])
  })
})
