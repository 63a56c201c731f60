import { describe, expect, test } from 'vitest'
import { comparePermissions } from '../../src/compare/comparison.ts'
import { UNKNOWN } from '../../src/core/text.ts'
import { assessPolicy } from '../../src/iam/assessment.ts'
import { isCut } from '../../src/iam/grants.ts'
import { joinedDanger } from '../../src/iam/joined-dangers.ts'
import { principalsOf } from '../../src/iam/principals.ts'
import {
  allow,
  attachment,
  deny,
  document,
  holder,
  identity,
  policyNode,
  statements,
  toldOf,
  unitOf,
} from '../iam/support/build.ts'
import { policyFile, roleTemplate, said } from '../iam/support/scan.ts'

/**
 * Policies that nobody writes but to keep us busy, or to hide something behind what we do not look at. That they end
 * is the first test, within the time that a test has; that they are not green the second.
 */

const times = <T>(size: number, make: (at: number) => T): T[] => Array.from({ length: size }, (_, at) => make(at))

const CASES: Record<string, object[]> = {
  'as many Denies as Allows': [
    ...times(200, (at) => allow('*', `arn:aws:s3:::b${at}/*`)),
    ...times(200, (at) => deny('*', `arn:aws:s3:::c${at}/*`)),
  ],
  'thousands of resources': [
    allow(
      '*',
      times(1500, (at) => `arn:aws:s3:::b${at}/*`),
    ),
    deny(
      '*',
      times(200, (at) => `arn:aws:sqs:::c${at}/*`),
    ),
  ],
  'thousands of statements': times(1500, (at) => allow(`s3:Get*`, `arn:aws:s3:::b${at}/*`)),
  'thousands of NotActions': times(400, (at) => ({
    Effect: 'Allow',
    NotAction: [`s3:Get${at}*`, 'iam:*'],
    Resource: `arn:aws:s3:::b${at}/*`,
  })),
  'wildcards for the service of a resource': [
    allow(
      '*',
      times(500, (at) => `arn:aws:*:*:*:x${at}/*`),
    ),
  ],
  'unknown services': [
    allow(
      '*',
      times(500, (at) => `${UNKNOWN}x${at}/*`),
    ),
  ],
  'wildcards for the service of an action': [allow(times(400, (at) => `*:*${at}*`))],
  'thousands of actions': [allow(times(1500, (at) => `s3:Get*${at}*`))],
  'wildcards after wildcards': [
    allow(
      times(50, (at) => `s3:${'*e'.repeat(200 + at)}*`),
      times(50, (at) => `arn:aws:s3:::${'*a'.repeat(900)}b${at}`),
    ),
    deny(
      '*',
      times(50, (at) => `arn:aws:s3:::${'a*'.repeat(900)}c${at}`),
    ),
  ],
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
  'thousands of conditions': [
    allow('*', '*', {
      'ForAllValues:StringLike': Object.fromEntries(times(1500, (at) => [`aws:k${at}`, 'x'])),
      Null: Object.fromEntries(times(1500, (at) => [`aws:k${at}`, 'false'])),
    }),
  ],
}

describe.each(Object.entries(CASES))('%s', (_, list) => {
  test('are judged and compared', () => {
    const node = () => policyNode(document({ Version: '2012-10-17', Statement: list }))
    const [one, other] = [node(), node()]
    expect(assessPolicy(one, unitOf(one))).toBeDefined()
    expect(comparePermissions([unitOf(one)], [unitOf(other)])).toEqual([])
  })
})

describe('a unit', () => {
  const role = (at: number) => holder('role', `r${at}`)

  test('of a role with thousands of policies', () => {
    const nodes = times(800, (at) =>
      policyNode(statements(allow('s3:GetObject', `arn:aws:s3:::b${at}/*`), deny('*', `arn:aws:s3:::c${at}/*`)), [
        role(0),
      ]),
    )
    const unit = unitOf(...nodes)
    expect(nodes.every((node) => assessPolicy(node, unit))).toBe(true)
    expect(joinedDanger(principalsOf(unit).all[0]!, unit)).toBeUndefined()
  })

  test('of thousands of roles that may become each other', () => {
    const roles = times(2000, (at) => [
      identity(role(at)),
      policyNode(
        document(
          {
            Statement: [
              {
                Effect: 'Allow',
                Principal: { AWS: `arn:aws:iam::111122223333:role/r${(at + 1999) % 2000}` },
                Action: 'sts:AssumeRole',
              },
            ],
          },
          'trust',
        ),
        [role(at)],
        `trust.${at}`,
      ),
      policyNode(
        statements(allow('sts:AssumeRole', `arn:aws:iam::111122223333:role/r${(at + 1) % 2000}`)),
        [role(at)],
        `policy.${at}`,
      ),
    ])
    const nodes = [...roles.flat(), policyNode(statements(allow('*')), [role(1999)], 'admin')]
    const unit = unitOf(...nodes)
    const grave = nodes.filter((node) => node.kind === 'policy' && toldOf(node, unit)?.escalations[0])
    expect(grave.map(({ anchor }) => anchor)).toEqual(['policy.1998'])
  })

  test('of thousands of documents that moved', () => {
    const unit = (name: string) =>
      unitOf(
        ...times(1000, (at) => policyNode(statements(allow(`s3:Get*`, `arn:aws:s3:::b${at}`)), [], `${name}${at}`)),
      )
    expect(comparePermissions([unit('old')], [unit('new')]).every(({ categories }) => categories.length === 0)).toBe(
      true,
    )
  })

  test('of one policy with thousands of holders', () => {
    const own = policyNode(statements(allow('*')), times(2000, role))
    expect(toldOf(own)?.admin?.kind).toBe('full')
  })
})

describe('what is dangerous does not hide', () => {
  const harmless = times(3000, (at) => allow('s3:GetObject', `arn:aws:s3:::b${at}/*`))
  const admin = 'iam/full-admin critical *'

  test('behind thousands of harmless statements, and that they were too many is said', async () => {
    expect(await said(policyFile(...harmless, allow('*')))).toContain(admin)
    expect(isCut(statements(...harmless, allow('*')), unitOf())).toBe(true)
    expect(isCut(statements(allow('*')), unitOf())).toBe(false)
  })

  test('in pieces among them', async () => {
    const pieces = [allow('*', '*'), { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }, allow('iam:*')]
    expect(await said(policyFile(...harmless, ...pieces.slice(1)))).toContainEqual(
      expect.stringMatching(/^iam\/full-admin critical/),
    )
  })

  test('behind thousands of resources', async () => {
    const resources = [
      ...times(3000, (at) => `arn:aws:iam::111122223333:role/x${at}`),
      'arn:aws:iam::111122223333:role/*',
    ]
    expect(await said(policyFile(allow(['iam:PutRolePolicy'], resources)))).toContainEqual(
      expect.stringMatching(/^iam\/privilege-escalation critical/),
    )
  })

  test('behind thousands of wildcards', async () => {
    const wild = times(1500, (at) => allow(`*${at}:*`, `arn:aws:*${at}:*:*:*`))
    expect(await said(policyFile(...wild, allow('*am:PutRolePolicy', 'arn:aws:*am:*:*:role/*')))).toContainEqual(
      expect.stringMatching(/^iam\/privilege-escalation critical/),
    )
  })

  test('behind a Deny or a boundary that is too large to hold against it', async () => {
    const resources = times(1500, (at) => `arn:aws:s3:::b${at}*`)
    expect(await said(policyFile(allow('*'), deny('*', resources)))).toContain(admin)
    const many = statements(...times(300, (at) => allow('iam:PutUserPolicy', `arn:aws:iam::111122223333:user/*${at}*`)))
    const limit = document(
      {
        Statement: [
          allow(
            '*',
            times(900, (at) => `arn:aws:iam::111122223333:user/*x${at}*`),
          ),
        ],
      },
      'boundary',
    )
    const who = holder('user', 'x1')
    const nodes = [policyNode(many, [who]), policyNode(limit, [who], 'limit'), identity(who, { hasBoundary: true })]
    expect(toldOf(nodes[0] as ReturnType<typeof policyNode>, unitOf(...nodes))?.escalations[0]?.severity).toBe(
      'critical',
    )
  })

  test('with one holder among many that are limited', () => {
    const limit = policyNode(
      document({ Statement: [allow('s3:*')] }, 'boundary'),
      times(40, (at) => holder('role', `r${at}`)),
      'limit',
    )
    const free = holder('role', 'free')
    const own = policyNode(statements(allow('*')), [...times(40, (at) => holder('role', `r${at}`)), free])
    expect(toldOf(own, unitOf(limit, own, attachment('x', free)))?.admin?.kind).toBe('full')
    const bounded = policyNode(
      statements(allow('*')),
      times(40, (at) => holder('role', `r${at}`)),
    )
    expect(toldOf(bounded, unitOf(limit, bounded))?.admin).toBeUndefined()
  })

  test('on a role with thousands of policies', async () => {
    const [name, text] = Object.entries(roleTemplate([...times(300, (at) => [harmless[at]!]), [allow('*')]]))[0]!
    expect(await said({ [name]: text })).toContain(admin)
  })
})
