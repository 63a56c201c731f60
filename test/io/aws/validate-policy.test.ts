import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../../src/io/aws/attempts.ts'
import { policyChecker } from '../../../src/io/aws/policy-checks.ts'
import type { AwsSession } from '../../../src/io/aws/session.ts'
import { policyValidator } from '../../../src/io/aws/validate-policy.ts'
import { type Asked, type Loopback, listen } from '../../support/loopback/server.ts'
import { fake } from '../../support/placeholders.ts'

const asked: Asked[] = []
let status = 200
let aws: Loopback
beforeAll(async () => {
  aws = await listen((request) => {
    asked.push(request)
    if (status !== 200) return { status, body: JSON.stringify({ __type: 'AccessDeniedException', message: 'no' }) }
    const finding = {
      findingType: 'SECURITY_WARNING',
      issueCode: 'PASS_ROLE_WITH_STAR_IN_RESOURCE',
      findingDetails: 'Too wide.',
      learnMoreLink: 'https://docs.aws.amazon.com/x',
      locations: [{ path: [{ value: 'Statement' }, { index: 1 }, { value: 'Resource' }] }],
    }
    return { status, body: JSON.stringify({ findings: [finding] }) }
  })
})
afterAll(() => aws.close())

const session = (): AwsSession => {
  const limits = { ...DEFAULT_LIMITS, firstWait: 1 }
  return {
    accountId: '111122223333',
    arn: 'arn:aws:iam::111122223333:user/me',
    partition: 'aws',
    region: 'us-east-1',
    maskAccountId: false,
    connection: () => ({ region: 'us-east-1', env: { AWS_ENDPOINT_URL: aws.url }, limits }),
    credentials: async () => ({ accessKeyId: fake('AWS_ID', 'v'), secretAccessKey: fake('AWS_SECRET', 'v') }),
  }
}
const validator = () => policyValidator(session(), { firstWait: 1 })

test('a document is asked about once, and a finding says which statement it is about', async () => {
  const { validate, notifications } = validator()
  const [first, second] = await Promise.all([validate('{}', 'IDENTITY_POLICY'), validate('{}', 'IDENTITY_POLICY')])
  expect(first).toEqual([
    {
      type: 'SECURITY_WARNING',
      code: 'PASS_ROLE_WITH_STAR_IN_RESOURCE',
      details: 'Too wide.',
      link: 'https://docs.aws.amazon.com/x',
      statement: 1,
    },
  ])
  expect(second).toEqual(first)
  expect(asked.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual(['POST /policy/validation'])
  expect(JSON.parse(asked[0]!.body.toString())).toEqual({ policyDocument: '{}', policyType: 'IDENTITY_POLICY' })
  expect(notifications()).toEqual([])
})

test('without the permission it is asked once, and told once', async () => {
  asked.length = 0
  status = 403
  const { validate, notifications } = validator()
  expect(await validate('{"a":1}', 'IDENTITY_POLICY')).toBeUndefined()
  expect(await validate('{"a":2}', 'IDENTITY_POLICY')).toBeUndefined()
  expect(asked).toHaveLength(1)
  expect(notifications().map(({ message }) => message)).toEqual([
    expect.stringContaining('access-analyzer:ValidatePolicy was not answered (AccessDenied)'),
  ])
})

describe('checks that AWS charges for', () => {
  const paid = async (answers: Record<string, object | 403>) => {
    const calls: string[] = []
    const loopback = await listen(({ url, body }) => {
      calls.push(`${url.pathname} ${body.toString()}`)
      const answer = answers[url.pathname] ?? 403
      if (answer !== 403) return { status: 200, body: JSON.stringify(answer) }
      return { status: 403, body: JSON.stringify({ __type: 'AccessDeniedException', message: 'no' }) }
    })
    const { connection, ...rest } = session()
    const there = { ...connection(), env: { AWS_ENDPOINT_URL: loopback.url } }
    const checker = policyChecker({ ...rest, connection: () => there }, ['iam:CreateUser'], { firstWait: 1 })
    return { ...checker, calls, close: loopback.close }
  }

  test('are asked once each, as AWS documents them, and the price is told', async () => {
    const fails = {
      result: 'FAIL',
      message: 'New access.',
      reasons: [{ description: 'In statement 1.', statementIndex: 1 }],
    }
    const { checks, notifications, calls, close } = await paid({
      '/policy/check-no-new-access': fails,
      '/policy/check-no-public-access': { result: 'PASS', message: 'fine' },
    })
    const parameters = {
      newPolicyDocument: '{"a":2}',
      existingPolicyDocument: '{"a":1}',
      policyType: 'IDENTITY_POLICY',
    }
    const answer = await checks.ask('CheckNoNewAccess', parameters)
    expect(answer).toEqual({
      passes: false,
      message: 'New access.',
      reasons: [{ description: 'In statement 1.', statement: 1 }],
    })
    await checks.ask('CheckNoNewAccess', parameters)
    expect(calls).toEqual([`/policy/check-no-new-access ${JSON.stringify(parameters)}`])
    expect(
      await checks.ask('CheckNoPublicAccess', { policyDocument: '{}', resourceType: 'AWS::S3::Bucket' }),
    ).toMatchObject({ passes: true })
    expect(notifications()).toEqual([
      expect.objectContaining({ message: 'AWS was asked 2 custom policy checks, 0.004 US dollars.' }),
    ])
    await close()
  })

  test('one that is not permitted is told once, and the others go on; nobody pays for more than fifty', async () => {
    const { checks, notifications, calls, close } = await paid({
      '/policy/check-access-not-granted': { result: 'PASS' },
    })
    for (const policyDocument of ['{"a":1}', '{"a":2}'])
      expect(await checks.ask('CheckNoPublicAccess', { policyDocument, resourceType: 'x' })).toBeUndefined()
    for (let at = 0; at < 60; at++) await checks.ask('CheckAccessNotGranted', { policyDocument: `{"b":${at}}` })
    expect(calls.filter((line) => line.startsWith('/policy/check-no-public-access'))).toHaveLength(1)
    expect(calls).toHaveLength(50)
    expect(notifications().map(({ message }) => message)).toEqual([
      expect.stringContaining('access-analyzer:CheckNoPublicAccess was not answered (AccessDenied)'),
      expect.stringContaining('AWS was asked 50 custom policy checks'),
      expect.stringContaining('the first 50'),
    ])
    await close()
  })
})
