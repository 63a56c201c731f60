import { describe, expect, test } from 'vitest'
import { renderDecision, renderGrants, renderWhoCan } from '../../src/iam/answers.ts'
import { can } from '../../src/iam/can.ts'
import { grantsReport } from '../../src/iam/questions.ts'
import { whoCan } from '../../src/iam/who-can.ts'
import { allow, attachment, deny, document, holder, identity, policyNode, statements, unitOf } from './support/build.ts'

const ci = holder('role', 'ci')
const ann = holder('user', 'ann')
const admin = holder('role', 'admin')
const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:orders'

const units = [
  unitOf(
    identity(ci),
    identity(ann, { hasBoundary: true }),
    identity(admin),
    policyNode(
      statements(
        allow(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::reports/*'),
        allow('iam:PassRole'),
        allow('ec2:RunInstances'),
        deny('s3:PutObject', 'arn:aws:s3:::reports/final/*'),
      ),
      [ci],
      'ci',
    ),
    policyNode(statements(allow('s3:*', '*', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })), [ann], 'ann'),
    attachment('arn:aws:iam::aws:policy/AdministratorAccess', admin),
    policyNode(
      document(
        {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:role/ci' },
              Action: 'sqs:SendMessage',
              Resource: QUEUE,
            },
          ],
        },
        'resource',
      ),
      [{ kind: 'resource', address: 'aws_sqs_queue.orders', service: 'sqs', span: ci.span }],
      'queue',
    ),
    policyNode(
      document(
        {
          Statement: [
            { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:role/ci' }, Action: 'sts:AssumeRole' },
          ],
        },
        'trust',
      ),
      [admin],
      'trust',
    ),
  ),
]

describe('grants', () => {
  const report = grantsReport(units)

  test('every principal by service and level', () => {
    expect(report.map(({ holder: name, administrator, boundary }) => [name, administrator, boundary])).toEqual([
      ['role ci', undefined, 'none'],
      ['user ann', undefined, 'unknown'],
      ['role admin', 'full', 'none'],
    ])
    expect(report[0]).toMatchObject({
      actions: 4,
      services: [
        { service: 'ec2', levels: { Write: 1 }, everywhere: 1 },
        { service: 'iam' },
        { service: 's3', everywhere: 0 },
      ],
    })
    expect(report[0]!.escalations[0]).toEqual([
      'role ci',
      'iam:PassRole on every role',
      'ec2:RunInstances on every resource',
      'act as any role that trusts ec2.amazonaws.com',
    ])
  })

  test('as text', () => {
    expect(renderGrants(report)).toBe(`role ci  4 actions
  ec2  1 write, on everything
  iam  1 write, on everything
  s3   1 write, 1 read
  let in: sqs:SendMessage on aws_sqs_queue.orders
  let in: sts:AssumeRole on admin
  escalation: role ci -> iam:PassRole on every role -> ec2:RunInstances on every resource -> act as any role that trusts ec2.amazonaws.com

user ann  ${report[1]!.actions} actions, within a boundary that is not in sight
  s3  ${Object.entries(report[1]!.services[0]!.levels)
    .map(([level, size]) => `${size} ${level.toLowerCase()}`)
    .join(', ')}, on everything

role admin  administrator`)
    expect(renderGrants([])).toMatch(/^No user/)
  })
})

describe('who can', () => {
  test('do an action anywhere', () => {
    expect(whoCan(units, 'S3:getobject').map(({ holder: name, answer, on }) => [name, answer, on])).toEqual([
      ['role ci', 'yes', 'arn:aws:s3:::reports/*'],
      ['user ann', 'maybe', 'every resource'],
      ['role admin', 'yes', 'every resource'],
    ])
  })

  test('do it on one resource', () => {
    expect(whoCan(units, 's3:GetObject', 'arn:aws:s3:::other/x').map(({ holder: name }) => name)).toEqual([
      'user ann',
      'role admin',
    ])
    expect(renderWhoCan('s3:GetObject', whoCan(units, 's3:GetObject', 'arn:aws:s3:::other/x'))).toBe(
      'maybe  user ann  on every resource, under aws:multifactorauthpresent\nyes    role admin  on every resource',
    )
  })

  test('nobody', () => expect(renderWhoCan('s3:GetObject', [])).toBe('Nobody declared here may do s3:GetObject.'))
  test('do what does not exist', () =>
    expect(() => whoCan(units, 's3:HeadObject')).toThrow(/s3:HeadObject: no such action/))
})

describe('can', () => {
  const ask = (principal: string, action: string, resource?: string, context?: Record<string, string>) =>
    can(units, { principal, action, ...(resource && { resource }), ...(context && { context }) }).outcome

  test.each([
    ['by name', 'ci', 's3:GetObject', 'arn:aws:s3:::reports/a', 'allowed'],
    ['by kind and name', 'role ci', 's3:GetObject', 'arn:aws:s3:::reports/a', 'allowed'],
    ['by address', 'aws_iam_role.ci', 's3:GetObject', 'arn:aws:s3:::reports/a', 'allowed'],
    ['by ARN', 'arn:aws:iam::111122223333:role/ci', 's3:GetObject', 'arn:aws:s3:::reports/a', 'allowed'],
    ['elsewhere', 'ci', 's3:GetObject', 'arn:aws:s3:::other/a', 'implicit deny'],
    ['what is denied', 'ci', 's3:PutObject', 'arn:aws:s3:::reports/final/a', 'explicit deny'],
    ['what the resource allows', 'ci', 'sqs:SendMessage', QUEUE, 'allowed'],
    ['what the resource does not allow', 'ci', 'sqs:DeleteQueue', QUEUE, 'implicit deny'],
    ['assume a role that trusts it', 'ci', 'sts:AssumeRole', 'arn:aws:iam::111122223333:role/admin', 'allowed'],
    ['assume a role that does not', 'ann', 'sts:AssumeRole', 'arn:aws:iam::111122223333:role/admin', 'implicit deny'],
    ['as an administrator', 'admin', 'iam:CreateUser', 'arn:aws:iam::111122223333:user/x', 'allowed'],
  ])('%s', (_, principal, action, resource, expected) => expect(ask(principal, action, resource)).toBe(expected))

  test('with a context', () => {
    expect(ask('ann', 's3:GetObject', 'arn:aws:s3:::b/x')).toBe('implicit deny')
    expect(ask('ann', 's3:GetObject', 'arn:aws:s3:::b/x', { 'AWS:MultiFactorAuthPresent': 'true' })).toBe('unknown')
  })

  test('says who, what and why', () => {
    const decision = can(units, { principal: 'ci', action: 's3:PutObject', resource: 'arn:aws:s3:::reports/final/a' })
    expect(renderDecision(decision)).toBe(
      'role ci: explicit deny. A statement denies it. Deny of s3:PutObject on arn:aws:s3:::reports/final/*.',
    )
  })

  test('asks for a principal that is here', () => {
    expect(() => ask('nobody', 's3:GetObject')).toThrow(/nobody: no such user or role here. There are: aws_iam_role.ci/)
  })
})

describe('all of them tell the same story', () => {
  const FIXED: readonly [string, string, string][] = [
    ['iam:CreatePolicyVersion', 'arn:aws:iam::aws:policy/ReadOnlyAccess', 'a policy that AWS manages'],
    ['iam:PutRolePolicy', 'arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/X', 'a service-linked role'],
    [
      'iam:UpdateAssumeRolePolicy',
      'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/Admin',
      'Identity Center',
    ],
    ['kms:UpdateAlias', 'arn:aws:kms:eu-west-1:111122223333:alias/aws/s3', 'an alias of AWS'],
  ]
  test.each(FIXED)('nobody may %s on what AWS owns', (action, resource, what) => {
    const decision = can(units, { principal: 'admin', action, resource })
    expect(decision.outcome).toBe('implicit deny')
    expect(decision.reason).toContain(what)
    expect(whoCan(units, action, resource)).toEqual([])
  })

  test('but read it', () => {
    const resource = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
    expect(can(units, { principal: 'admin', action: 'iam:GetPolicy', resource }).outcome).toBe('allowed')
  })

  test('who can any action of a service, and how many of them', () => {
    const rows = whoCan(units, 's3:*').map(({ holder: name, actions }) => [name, actions])
    expect(rows).toEqual([
      ['role ci', 2],
      ['user ann', expect.any(Number)],
      ['role admin', expect.any(Number)],
    ])
    expect(renderWhoCan('s3:*', whoCan(units, 's3:*', 'arn:aws:s3:::reports/a'))).toMatch(
      /^yes {4}role ci {2}2 actions/,
    )
  })

  test('who is let in by a resource', () => {
    expect(whoCan(units, 'sqs:SendMessage', QUEUE).map(({ holder: name, answer }) => [name, answer])).toEqual([
      ['role admin', 'yes'],
      ['role ci', 'yes'],
    ])
  })

  const queue = {
    kind: 'resource',
    type: 'aws_sqs_queue',
    name: 'orders',
    anchor: 'aws_sqs_queue.orders',
    span: ci.span,
    arguments: {
      kind: 'map',
      span: ci.span,
      entries: [
        {
          key: 'name',
          keySpan: ci.span,
          value: { kind: 'string', span: ci.span, text: { value: 'orders', runs: [] } },
        },
      ],
    },
  } as const

  test('a policy about everything is about its own resource, by its name', () => {
    const statement = { Effect: 'Deny', Principal: '*', Action: 'sqs:*', Resource: '*' }
    const about = [{ kind: 'resource', address: 'aws_sqs_queue.orders', service: 'sqs', span: ci.span }] as const
    const unit = unitOf(
      identity(ci),
      policyNode(statements(allow('sqs:*')), [ci], 'ci'),
      policyNode(document({ Statement: [statement] }, 'resource'), about, 'queue'),
      queue,
    )
    const ask = (resource: string) => can([unit], { principal: 'ci', action: 'sqs:SendMessage', resource }).outcome
    expect(ask(QUEUE)).toBe('explicit deny')
    expect(ask(QUEUE.replace('orders', 'others'))).toBe('allowed')
    expect(whoCan([unit], 'sqs:SendMessage', QUEUE)).toEqual([])
  })
})
