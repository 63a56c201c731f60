import { describe, expect, test } from 'vitest'
import type { Condition } from '../../src/core/policy.ts'
import { UNKNOWN } from '../../src/core/text.ts'
import { alwaysHolds, judgeConditions, judgeGuard } from '../../src/iam/conditions.ts'
import { allow, statements } from './support/build.ts'

type Json = Record<string, Record<string, string | string[]>>

const conditions = (json: Json): readonly Condition[] => statements(allow('*', '*', json)).statements[0]!.conditions

describe('strength of the conditions of an Allow', () => {
  test.each<[string, string, Json]>([
    ['a tag of the resource', 'restricting', { StringEquals: { 'aws:ResourceTag/owner': '${aws:username}' } }],
    ['a tag by a key of the service', 'restricting', { StringEquals: { 'ec2:ResourceTag/team': 'web' } }],
    ['a source', 'restricting', { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:t' } }],
    ['a VPC endpoint', 'restricting', { StringEquals: { 'aws:SourceVpce': 'vpce-1' } }],
    [
      'a service that calls for the caller',
      'restricting',
      { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
    ],
    ['policies that may be attached', 'restricting', { ArnEquals: { 'iam:PolicyARN': 'arn:aws:iam::*:policy/app-*' } }],
    [
      'a boundary that must be set',
      'restricting',
      { StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::1:policy/b' } },
    ],
    [
      'an ARN key of a service',
      'restricting',
      { ArnEquals: { 'lambda:FunctionArn': 'arn:aws:lambda:eu-west-1:1:function:f' } },
    ],
    ['a key that nobody knows', 'restricting', { StringEquals: { 'acme:level': 'x' } }],
    ['a second factor', 'contextual', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }],
    ['TLS', 'contextual', { Bool: { 'aws:SecureTransport': 'true' } }],
    ['a Region', 'contextual', { StringEquals: { 'aws:RequestedRegion': ['eu-west-1'] } }],
    ['addresses', 'contextual', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }],
    ['tags that the caller picks', 'contextual', { StringEquals: { 'aws:RequestTag/team': 'web' } }],
    ['everything but', 'contextual', { StringNotEquals: { 'aws:ResourceTag/env': 'prod' } }],
    ['presence of a key', 'contextual', { Null: { 'aws:ResourceTag/env': 'false' } }],
    ['a date to come', 'contextual', { DateLessThan: { 'aws:CurrentTime': '2090-01-01T00:00:00Z' } }],
    [
      'the organization of the caller, in an identity policy',
      'contextual',
      { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
    ],
    ['a date that has passed', 'vacuous', { DateGreaterThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } }],
    ['a wildcard for everything', 'vacuous', { StringLike: { 'aws:ResourceTag/team': '*' } }],
    ['an ARN of wildcards', 'vacuous', { ArnLike: { 'aws:SourceArn': 'arn:*:*:*:*:*' } }],
    ['the weakest of several values', 'vacuous', { StringLike: { 'aws:ResourceTag/team': ['web', '*'] } }],
    ['ForAllValues without a Null guard', 'vacuous', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] } }],
    ['IfExists on a key that may be absent', 'vacuous', { StringEqualsIfExists: { 'aws:ResourceTag/team': 'web' } }],
    ['no second factor', 'vacuous', { Bool: { 'aws:MultiFactorAuthPresent': 'false' } }],
    ['all addresses', 'vacuous', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }],
    ['all addresses by halves', 'vacuous', { IpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1'] } }],
    ['all addresses but a few', 'vacuous', { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }],
    ['no address at all', 'contextual', { NotIpAddress: { 'aws:SourceIp': ['0.0.0.0/0', '::/0'] } }],
    ['all addresses but unknown ones', 'contextual', { NotIpAddress: { 'aws:SourceIp': ['192.0.2.1', UNKNOWN] } }],
    ['a date that cannot come again', 'never', { DateLessThan: { 'aws:CurrentTime': '2021-01-01' } }],
    ['seconds since 1970, passed', 'never', { DateLessThan: { 'aws:EpochTime': '1600000000' } }],
    [
      'ForAllValues with a Null guard',
      'restricting',
      { 'ForAllValues:StringEquals': { 'aws:PrincipalTag/a': ['x'] }, Null: { 'aws:PrincipalTag/a': 'false' } },
    ],
    [
      'the strongest of several keys',
      'restricting',
      { Bool: { 'aws:SecureTransport': 'true' }, StringEquals: { 'aws:ResourceTag/a': 'b' } },
    ],
    [
      'IfExists on a key that is always there',
      'contextual',
      { StringEqualsIfExists: { 'aws:RequestedRegion': 'eu-west-1' } },
    ],
  ])('%s is %s', (_, expected, json) => expect(judgeConditions(conditions(json)).strength).toBe(expected))

  test('none at all', () => expect(judgeConditions([]).strength).toBe('none'))

  test('in a resource policy the organization of the caller does narrow', () => {
    expect(judgeConditions(conditions({ StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }), 'named').strength).toBe(
      'restricting',
    )
  })

  test('a source in any account is none', () => {
    const anyTopic = conditions({ ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:orders' } })
    expect(judgeConditions(anyTopic, 'named').strength).toBe('contextual')
    const bucket = conditions({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::bucket' } })
    expect(judgeConditions(bucket, 'named').strength).toBe('restricting')
  })

  test('says when it does not know', () => {
    expect(judgeConditions(conditions({ StringEquals: { 'acme:level': 'x' } })).certain).toBe(false)
    expect(judgeConditions(conditions({ [UNKNOWN]: { [UNKNOWN]: 'x' } }))).toMatchObject({
      strength: 'restricting',
      certain: false,
    })
    expect(judgeConditions(conditions({ StringEquals: { 'aws:ResourceTag/a': 'b' } })).certain).toBe(true)
  })
})

describe('conditions of a Deny', () => {
  test('a tautology is as good as none', () => {
    expect(alwaysHolds([])).toBe(true)
    expect(alwaysHolds(conditions({ Bool: { 'aws:SecureTransport': ['true', 'false'] } }))).toBe(true)
    expect(alwaysHolds(conditions({ StringLikeIfExists: { 'aws:ResourceTag/a': '*' } }))).toBe(true)
    expect(alwaysHolds(conditions({ DateGreaterThan: { 'aws:CurrentTime': '2020-01-01' } }))).toBe(true)
  })

  test('anything else may not strike', () => {
    expect(alwaysHolds(conditions({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }))).toBe(false)
    expect(alwaysHolds(conditions({ StringLike: { 'aws:ResourceTag/a': '*' } }))).toBe(false)
  })

  test('guards as the opposite condition of an Allow would', () => {
    expect(judgeGuard(conditions({ StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } }))).toBe('restricting')
    expect(judgeGuard(conditions({ StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' } }))).toBe('restricting')
    expect(judgeGuard(conditions({ Bool: { 'aws:SecureTransport': 'false' } }))).toBe('contextual')
    expect(judgeGuard(conditions({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }))).toBe('contextual')
    expect(judgeGuard(conditions({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }))).toBe('vacuous')
    expect(judgeGuard(conditions({ NotIpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1'] } }))).toBe('vacuous')
    expect(judgeGuard(conditions({ StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }))).toBe('contextual')
    expect(judgeGuard([])).toBe('never')
  })

  test('spares whoever misses one of several conditions, so the weakest counts', () => {
    const both = conditions({
      StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' },
      Bool: { 'aws:SecureTransport': 'false' },
    })
    expect(judgeGuard(both)).toBe('contextual')
  })
})
