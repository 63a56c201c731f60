import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
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
