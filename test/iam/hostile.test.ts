import { describe, expect, test } from '@jest/globals'
import { UNKNOWN } from '../../src/core/text.ts'
import { comparePermissions } from '../../src/iam/compare.ts'
import { permissionsIn } from '../../src/iam/grants.ts'
import { judgePolicy } from '../../src/iam/judge.ts'
import { allow, deny, document, policyNode } from './support/build.ts'

/** Policies that nobody writes but to keep us busy: the tests are that they end, within jest's own time. */

const times = <T>(size: number, make: (at: number) => T): T[] => Array.from({ length: size }, (_, at) => make(at))

const CASES: Record<string, object[]> = {
  'as many Denies as Allows': [
    ...times(500, (at) => allow('*', `arn:aws:s3:::b${at}/*`)),
    ...times(500, (at) => deny('*', `arn:aws:s3:::c${at}/*`)),
  ],
  'thousands of resources': [
    allow(
      '*',
      times(5000, (at) => `arn:aws:s3:::b${at}/*`),
    ),
    deny(
      '*',
      times(500, (at) => `arn:aws:sqs:::c${at}/*`),
    ),
  ],
  'wildcards for the service': [
    allow(
      '*',
      times(1500, (at) => `arn:aws:*:*:*:x${at}/*`),
    ),
  ],
  'unknown services': [
    allow(
      '*',
      times(1500, (at) => `${UNKNOWN}x${at}/*`),
    ),
  ],
  'thousands of actions': [allow(times(5000, (at) => `*:*${at}*`)), allow(times(5000, (at) => `s3:Get*${at}*`))],
  'very long patterns': [
    allow(`${'*'.repeat(20_000)}a`, `arn:aws:s3:::${'*a'.repeat(20_000)}`),
    deny('*', `arn:aws:s3:::${'a*'.repeat(20_000)}`),
    allow('*', `arn:aws:s3:::${'?'.repeat(20_000)}`),
  ],
  'Denies that spare and multiply': [
    ...times(20, (at) => allow('*', `arn:aws:s3:::b${at}*`)),
    ...times(20, (at) => ({
      Effect: 'Deny',
      Action: '*',
      NotResource: times(20, (other) => `arn:aws:s3:::*${at}${other}`),
    })),
  ],
}

describe.each(Object.entries(CASES))('%s', (_, statements) => {
  test('is judged and compared', () => {
    const node = () => policyNode(document({ Version: '2012-10-17', Statement: statements }))
    const [one, other] = [node(), node()]
    expect(judgePolicy(one, [one])).toBeDefined()
    expect(comparePermissions([[one]], [[other]])).toEqual([])
  })
})

test('what is left out is said', () => {
  const many = document({
    Statement: [
      allow(
        's3:GetObject',
        times(3000, (at) => `arn:aws:s3:::b${at}/*`),
      ),
    ],
  })
  expect(permissionsIn(many).incomplete).toBe(true)
  expect(permissionsIn(many).atoms.length).toBeLessThan(3000)
})
