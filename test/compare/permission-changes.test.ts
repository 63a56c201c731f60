import { describe, expect, test } from 'vitest'
import { comparePermissions } from '../../src/compare/comparison.ts'
import { changeLine, type GrantChange } from '../../src/compare/permission-changes.ts'
import type { AnyNode } from '../../src/core/node.ts'
import type { PolicyDocument } from '../../src/core/policy.ts'
import {
  allow,
  attachment,
  deny,
  document,
  holder,
  identity,
  policyNode,
  statements,
  unitOf,
} from '../iam/support/build.ts'

const ci = holder('role', 'deploy')

const unit = (list: object[], ...more: AnyNode[]): AnyNode[] => [
  identity(ci),
  policyNode(statements(...list), [ci]),
  ...more,
]

function changes(
  before: object[] | undefined,
  after: object[],
  more: { before?: AnyNode[]; after?: AnyNode[] } = {},
): GrantChange[] {
  return comparePermissions(before ? [unitOf(...unit(before, ...(more.before ?? [])))] : [], [
    unitOf(...unit(after, ...(more.after ?? []))),
  ])
}

const only = (found: GrantChange[]): GrantChange => {
  expect(found).toHaveLength(1)
  return found[0]!
}

const READ = allow('s3:GetObject', 'arn:aws:s3:::b/*')

describe('what a principal can newly do', () => {
  test('actions, by level, the grave ones named', () => {
    const change = only(
      changes([READ], [READ, allow(['iam:PassRole', 'sqs:SendMessage', 'sqs:TagQueue', 's3:ListAllMyBuckets'])]),
    )
    expect(change).toMatchObject({
      holder: 'role deploy',
      actionsBefore: 1,
      actionsAfter: 5,
      addedByLevel: { Write: 2, Tagging: 1, List: 1 },
      categories: ['pass-any-role'],
    })
    expect(change.details).toContain('newly `iam:PassRole` on `*`')
    expect(changeLine(change)).toBe(
      'role deploy: 1 -> 5 actions, now able to pass any role to any service, newly iam:PassRole on *, newly sqs:SendMessage on * and 2 more',
    )
  })

  test('a wider resource', () => {
    const change = only(changes([READ], [allow('s3:GetObject', 'arn:aws:s3:::*')]))
    expect(change).toMatchObject({
      actionsBefore: 1,
      actionsAfter: 1,
      addedByLevel: {},
      categories: ['data-exfiltration'],
    })
    expect(change.details).toContain('further `s3:GetObject` on `arn:aws:s3:::*`')
  })

  test('a condition that is gone', () => {
    const change = only(
      changes(
        [allow('sqs:SendMessage', '*', { StringEquals: { 'aws:ResourceTag/team': 'web' } })],
        [allow('sqs:SendMessage')],
      ),
    )
    expect(change.details).toEqual(['condition on `aws:ResourceTag/team` removed', 'further `sqs:SendMessage` on `*`'])
  })

  test('another condition of the same strength cannot be compared, so it is told', () => {
    const tagged = (tag: string) => [
      allow('sqs:SendMessage', '*', { StringEquals: { [`aws:ResourceTag/${tag}`]: 'x' } }),
    ]
    expect(changes(tagged('a'), tagged('b'))).toHaveLength(1)
    expect(changes(tagged('a'), tagged('a'))).toEqual([])
  })

  test('a Deny that is gone', () => {
    const change = only(changes([allow('*'), deny('iam:*')], [allow('*')]))
    expect(change.categories).toEqual(['full-admin'])
    expect(change.details[0]).toBe('now an administrator')
    expect(change.actionsAfter).toBeGreaterThan(change.actionsBefore)
  })

  test('a conditional Deny that is gone, told at the statement it guarded', () => {
    const guard = deny('s3:*', '*', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } })
    const change = only(changes([READ, guard], [READ]))
    expect(change.details).toEqual(['Deny on `s3:*` removed (it struck under `aws:MultiFactorAuthPresent`)'])
    expect(change.span.start).toBeGreaterThan(0)
    expect(changes([READ, guard], [READ, guard])).toEqual([])
  })

  test('a boundary that is gone', () => {
    const boundary = policyNode(document({ Statement: [allow('s3:*')] }, 'boundary'), [ci], 'boundary')
    const change = only(changes([allow('*')], [allow('*')], { before: [boundary] }))
    expect(change.details.slice(0, 2)).toEqual(['permissions boundary removed', 'now an administrator'])
    expect(change.details.join('\n')).toContain('no longer held back: ')
    expect(change.details.join('\n')).not.toContain('newly')
    expect(change.span).toEqual(identity(ci).span)
    const hidden = comparePermissions(
      [unitOf(identity(ci, { hasBoundary: true }), policyNode(statements(READ), [ci]))],
      [unitOf(identity(ci), policyNode(statements(READ), [ci]))],
    )
    expect(only(hidden).details).toEqual(['permissions boundary removed'])
  })

  test('a managed policy that is attached', () => {
    const admin = attachment('arn:aws:iam::aws:policy/AdministratorAccess', ci)
    expect(only(changes([READ], [READ], { after: [admin] })).categories).toEqual(['full-admin'])
  })

  test('a principal that is new', () => {
    expect(only(changes(undefined, [READ]))).toMatchObject({ actionsBefore: 0, actionsAfter: 1 })
  })

  test('less is no news', () => {
    expect(changes([allow('*')], [allow('iam:*')])).toEqual([])
    expect(changes([allow('s3:*')], [READ])).toEqual([])
    expect(changes([allow('*')], [allow('*'), deny('iam:*')])).toEqual([])
  })

  test('a category that was true within a graver one is not new', () => {
    expect(changes([allow('*')], [allow('iam:PassRole'), allow('ec2:RunInstances')])).toEqual([])
  })
})

describe('no change at all', () => {
  test.each<[string, object[], object[]]>([
    [
      'NotAction in other words',
      [{ Effect: 'Allow', NotAction: ['iam:*', 's3:*'], Resource: '*' }],
      [{ Effect: 'Allow', NotAction: ['S3:*', 'IAM:*'], Resource: ['*'] }],
    ],
    [
      'merged statements',
      [allow('s3:GetObject', 'arn:aws:s3:::b/*'), allow('s3:PutObject', 'arn:aws:s3:::b/*')],
      [allow(['s3:PutObject', 's3:GetObject'], 'arn:aws:s3:::b/*')],
    ],
    ['an equivalent glob', [allow('s3:*')], [allow(['s3:*', 's3:Get*'], 'arn:aws:*')]],
    [
      'all of a kind, in other words',
      [allow('iam:PassRole', 'arn:aws:iam::*:role/*')],
      [allow('iam:PassRole', 'arn:*:iam::*:role/**')],
    ],
    ['every bucket is every object and bucket', [allow('s3:GetObject')], [allow('s3:GetObject', 'arn:aws:s3:::*')]],
    [
      'conditions in another order',
      [allow('sqs:SendMessage', '*', { StringEquals: { 'aws:ResourceTag/a': ['x', 'y'], 'aws:ResourceTag/b': 'z' } })],
      [allow('sqs:SendMessage', '*', { StringEquals: { 'AWS:ResourceTag/b': 'z', 'aws:ResourceTag/a': ['y', 'x'] } })],
    ],
    ['a Deny of what was not granted', [READ, deny('sqs:*')], [READ]],
  ])('%s', (_, before, after) => expect(changes(before, after)).toEqual([]))

  test('a document that has moved to another address', () => {
    const orphan = (anchor: string) => unitOf(policyNode(statements(READ), [], anchor))
    expect(comparePermissions([orphan('aws_iam_policy.a')], [orphan('aws_iam_policy.b')])).toEqual([])
  })

  test('a role that has another address and its old name', () => {
    const moved = { ...ci, address: 'module.ci.aws_iam_role.this' }
    const after = unitOf(identity(moved), policyNode(statements(READ), [moved], 'module.ci.policy'))
    expect(comparePermissions([unitOf(...unit([READ]))], [after])).toEqual([])
  })
})

describe('who is newly let in', () => {
  const trustGrant = (...list: object[]): PolicyDocument => document({ Statement: list }, 'trust')
  const lets = (Principal: unknown, Condition?: object) => ({
    Effect: 'Allow',
    Principal,
    Action: 'sts:AssumeRole',
    ...(Condition && { Condition }),
  })
  const between = (before: object[], after: object[]) =>
    comparePermissions(
      [unitOf(policyNode(trustGrant(...before), [ci], 'trust'))],
      [unitOf(policyNode(trustGrant(...after), [ci], 'trust'))],
    )
  const service = lets({ Service: 'ec2.amazonaws.com' })

  test('a principal', () => {
    expect(only(between([service], [service, lets({ AWS: '444455556666' })])).details).toEqual([
      'newly lets in `arn:aws:iam::444455556666:root` (`sts:AssumeRole`)',
    ])
  })

  test('anyone', () => {
    const change = only(between([service], [service, lets('*')]))
    expect(change.categories).toEqual(['any-principal (critical)'])
    expect(change.details).toContain('newly lets in `*` (`sts:AssumeRole`)')
  })

  test('the same one without its condition', () => {
    const vendor = { AWS: '444455556666' }
    const change = only(between([lets(vendor, { StringEquals: { 'sts:ExternalId': 'x' } })], [lets(vendor)]))
    expect(change.details).toEqual([
      'lets in `arn:aws:iam::444455556666:root` more freely: `sts:externalid` is asked for no more',
    ])
  })

  test('those whom a Deny kept out that is gone, shown by what it was about', () => {
    const vendor = lets({ AWS: '444455556666' })
    const kept = { ...lets({ AWS: '444455556666' }, { StringEquals: { 'sts:ExternalId': 'old' } }), Effect: 'Deny' }
    const [base, head] = [[vendor, kept], [vendor]].map((list) =>
      unitOf(policyNode(trustGrant(...list), [ci], 'trust')),
    )
    const { witnesses = [] } = only(comparePermissions([base!], [head!], undefined, true))
    expect(witnesses.map(({ context, before }) => [context, before])).toEqual([
      [{ 'sts:externalid': ['old'] }, 'explicit deny'],
    ])
  })

  test('not one whose ARN is only written differently', () => {
    expect(between([lets({ AWS: '444455556666' })], [lets({ AWS: 'arn:aws:iam::444455556666:root' })])).toEqual([])
    expect(between([lets('*')], [lets({ AWS: '*' })])).toEqual([])
  })
})
