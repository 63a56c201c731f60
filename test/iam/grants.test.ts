import { describe, expect, test } from 'vitest'
import { count } from '../../src/aws/actions/bits.ts'
import { ACTION_COUNT } from '../../src/aws/actions/catalogue.ts'
import { UNKNOWN } from '../../src/core/text.ts'
import { actionsReached, grantsOf, onEverything, permissionsOf } from '../../src/iam/grants.ts'
import { isStar } from '../../src/iam/match.ts'
import { allow, deny, granted, statements, unitOf } from './support/build.ts'

const reaches = (action: string, ...list: object[]): string[] =>
  grantsOf(granted(statements(...list)), action).map((grant) => grant.reach)

describe('how far a resource reaches', () => {
  test.each([
    ['iam:PassRole', '*', 'star'],
    ['iam:PassRole', 'arn:aws:*', 'star'],
    ['iam:PassRole', 'arn:aws-cn:*:*:*:*', 'star'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/*', 'wide'],
    ['iam:PassRole', 'arn:*:iam::*:*', 'wide'],
    ['iam:PassRole', 'arn:aws-us-gov:iam::*:role/*', 'wide'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/app-*', 'scoped'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/app', 'scoped'],
    ['s3:GetObject', 'arn:aws:s3:::bucket/*', 'scoped'],
    ['s3:GetObject', 'arn:aws:s3:::*', 'wide'],
    ['s3:GetObject', 'arn:aws:s3:::*/*', 'wide'],
    ['s3:GetObject', `arn:aws:s3:::${UNKNOWN}/*`, 'scoped'],
    ['s3:GetObject', `${UNKNOWN}/*`, 'scoped'],
    ['s3:GetObject', UNKNOWN, 'unknown'],
    ['iam:PassRole', `arn:${UNKNOWN}:iam::${UNKNOWN}:role/*`, 'wide'],
    ['iam:PassRole', `arn:aws:iam::${UNKNOWN}:role/${UNKNOWN}`, 'scoped'],
    ['lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:*', 'wide'],
    ['iam:CreateAccessKey', 'arn:aws:iam::*:user/${aws:username}', 'scoped'],
    ['glue:GetDatabases', 'arn:aws:glue:*:*:catalog', 'scoped'],
  ])('%s on %s is %s', (action, resource, expected) => {
    expect(reaches(action, allow(action, resource))).toEqual([expected])
  })

  test.each([
    ['an ARN of another kind', 's3:GetObject', 'arn:aws:s3:::bucket'],
    ['an ARN of another service', 'iam:PassRole', 'arn:aws:s3:::*'],
    ['an ARN for an action that takes only `*`', 'ecr:GetAuthorizationToken', 'arn:aws:ecr:*:*:repository/*'],
  ])('%s grants nothing', (_, action, resource) => expect(reaches(action, allow(action, resource))).toEqual([]))

  test('NotResource with Allow is everything', () => {
    const statement = { Effect: 'Allow', Action: 's3:GetObject', NotResource: 'arn:aws:s3:::secret/*' }
    expect(reaches('s3:GetObject', statement)).toEqual(['star'])
    expect(onEverything(statements(statement).statements[0]!)).toBe(true)
  })

  test('the most exact pattern is the one that is named', () => {
    const [grant] = grantsOf(granted(statements(allow(['*', 'iam:*', 'iam:PassRole']))), 'iam:passrole')
    expect(grant!.action.value).toBe('iam:PassRole')
    expect(grant!.name).toBe('iam:PassRole')
  })

  test('the widest grant comes first', () => {
    const list = [
      allow('s3:GetObject', 'arn:aws:s3:::b/*'),
      allow('s3:*'),
      allow('s3:GetObject', '*', { StringEquals: { 'aws:ResourceTag/a': 'b' } }),
    ]
    expect(grantsOf(granted(statements(...list)), 's3:GetObject').map((grant) => grant.reach)).toEqual([
      'star',
      'scoped',
      'star',
    ])
  })
})

describe('isStar', () => {
  test.each([['arn:aws:s3:::*'], ['arn:aws:*:eu-west-1:*:*'], ['bucket*'], [UNKNOWN], ['arn:aws:iam::*:*']])(
    '%s is not everything',
    (pattern) => expect(isStar(pattern)).toBe(false),
  )
  test.each([['*'], ['**'], ['arn:*'], ['arn:aws:*'], [`arn:${UNKNOWN}:*`], ['arn:*:*:*:*:*']])('%s is', (pattern) =>
    expect(isStar(pattern)).toBe(true),
  )
})

describe('Deny', () => {
  test.each([
    ['on everything', deny('iam:PassRole')],
    ['in other letters', deny('IAM:passrole')],
    ['by pattern', deny('iam:P*')],
    ['of every action but some', { Effect: 'Deny', NotAction: 's3:*', Resource: '*' }],
    ['on every resource of the kind', deny('iam:PassRole', 'arn:aws:iam::*:role/*')],
    ['on every resource of the kind, in the own account', deny('iam:*', 'arn:aws:iam::111122223333:*')],
  ])('%s takes the grant away', (_, statement) => {
    expect(reaches('iam:PassRole', allow('iam:PassRole'), statement)).toEqual([])
  })

  test.each([
    ['on some resources', deny('iam:PassRole', 'arn:aws:iam::*:role/admin*')],
    ['under a condition', deny('iam:PassRole', '*', { Bool: { 'aws:MultiFactorAuthPresent': 'false' } })],
    ['of something else', deny('iam:GetRole')],
    ['on what is not known', deny('iam:PassRole', UNKNOWN)],
    ['of all but what is not known', { Effect: 'Deny', NotAction: [UNKNOWN], Resource: '*' }],
  ])('%s leaves the grant', (_, statement) => {
    expect(reaches('iam:PassRole', allow('iam:PassRole'), statement)).toEqual(['star'])
  })

  test('covers a pattern within its own', () => {
    const own = allow('s3:*', 'arn:aws:s3:::b/private/*')
    expect(reaches('s3:GetObject', own, deny('s3:*', 'arn:aws:s3:::b/*'))).toEqual([])
    expect(reaches('s3:GetObject', own, deny('s3:*', 'arn:aws:s3:::b/private/x'))).toEqual(['scoped'])
  })

  test('one part that an action always needs is enough', () => {
    const launch = allow('ec2:RunInstances')
    expect(reaches('ec2:RunInstances', launch, deny('ec2:RunInstances', 'arn:aws:ec2:*:*:instance/*'))).toEqual([])
    expect(reaches('ec2:RunInstances', launch, deny('ec2:RunInstances', 'arn:aws:ec2:*:*:key-pair/*'))).toEqual([
      'star',
    ])
    expect(reaches('ec2:RunInstances', launch, deny('ec2:RunInstances', 'arn:aws:ec2:eu-west-1:*:instance/*'))).toEqual(
      ['star'],
    )
  })

  test('with NotResource narrows to what it spares', () => {
    const spare = { Effect: 'Deny', Action: 'iam:*', NotResource: 'arn:aws:iam::*:user/${aws:username}' }
    expect(reaches('iam:CreateAccessKey', allow('iam:*'), spare)).toEqual(['scoped'])
    expect(reaches('iam:PassRole', allow('iam:*'), spare)).toEqual([])
  })
})

describe('boundaries', () => {
  const within = (boundary: object[], ...own: object[]) =>
    permissionsOf([statements(...own)], unitOf(), { boundaries: [statements(...boundary)] })

  test('leave what both allow', () => {
    const permissions = within([allow(['s3:*', 'logs:*'])], allow('*'))
    expect(grantsOf(permissions, 'iam:PassRole')).toEqual([])
    expect(grantsOf(permissions, 's3:GetObject').map((grant) => grant.reach)).toEqual(['star'])
  })

  test('narrow the resource', () => {
    const permissions = within([allow('s3:*', 'arn:aws:s3:::b/*')], allow('s3:*'))
    expect(grantsOf(permissions, 's3:GetObject').map((grant) => grant.reach)).toEqual(['scoped'])
  })

  test('deny as well', () => {
    const permissions = within([allow('*'), deny('iam:*')], allow('*'))
    expect(grantsOf(permissions, 'iam:PassRole')).toEqual([])
    expect(count(actionsReached(permissions, 'star'))).toBeLessThan(ACTION_COUNT)
  })

  test('grant nothing themselves', () =>
    expect(within([allow('*')], allow('s3:GetObject', 'arn:aws:s3:::b/*')).allowEntries).toHaveLength(1))
})

test('a document with more statements than AWS takes is cut, and says so', () => {
  const many = statements(...Array.from({ length: 2500 }, (_, at) => allow('s3:GetObject', `arn:aws:s3:::b${at}/*`)))
  const permissions = granted(many)
  expect(permissions.incomplete).toBe(true)
  expect(permissions.allowEntries.length).toBeLessThanOrEqual(2000)
})
