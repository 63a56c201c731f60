import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../../src/io/aws/attempts.ts'
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

const validator = () => {
  const limits = { ...DEFAULT_LIMITS, firstWait: 1 }
  const session: AwsSession = {
    accountId: '111122223333',
    arn: 'arn:aws:iam::111122223333:user/me',
    partition: 'aws',
    region: 'us-east-1',
    maskAccountId: false,
    connection: () => ({ region: 'us-east-1', env: { AWS_ENDPOINT_URL: aws.url }, limits }),
    credentials: async () => ({ accessKeyId: fake('AWS_ID', 'v'), secretAccessKey: fake('AWS_SECRET', 'v') }),
  }
  return policyValidator(session, { firstWait: 1 })
}

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
  expect(second).toBe(first)
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
