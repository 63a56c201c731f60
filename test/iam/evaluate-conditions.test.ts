import { describe, expect, test } from 'vitest'
import { UNKNOWN } from '../../src/core/text.ts'
import { type Answer, conditionsMet } from '../../src/iam/evaluate-conditions.ts'
import { sampleContext } from '../../src/iam/sample-requests.ts'
import { allow, statements } from './support/build.ts'

type Json = Record<string, Record<string, string | string[]>>
type Given = Record<string, string | string[]>

function met(json: Json, given: Given): Answer {
  const context = new Map(
    Object.entries(given).map(([key, value]) => [key.toLowerCase(), typeof value === 'string' ? [value] : value]),
  )
  return conditionsMet(statements(allow('*', '*', json)).statements[0]!.conditions, context)
}

/**
 * Operators one by one, from the user guide:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
// biome-ignore format: a table, one case a line
const CASES: [string, Json, Given, Answer][] = [
  ['ArnLike of what is no ARN, same', { ArnLike: { 'aws:username': 'ann' } }, { 'aws:username': 'ann' }, 'yes'],
  ['ArnLike of what is no ARN, other', { ArnLike: { 'aws:username': 'a*' } }, { 'aws:username': 'ann' }, 'no'],
  ['ArnLike, whatever it is', { ArnLike: { 'aws:username': '*' } }, { 'aws:username': 'ann' }, 'yes'],
  ['StringEquals, same', { StringEquals: { 'aws:username': 'ann' } }, { 'aws:username': 'ann' }, 'yes'],
  ['StringEquals, other', { StringEquals: { 'aws:username': 'ann' } }, { 'aws:username': 'bob' }, 'no'],
  ['StringEquals minds case', { StringEquals: { 'aws:username': 'ann' } }, { 'aws:username': 'Ann' }, 'no'],
  ['StringEquals, one of several', { StringEquals: { 'aws:username': ['ann', 'bob'] } }, { 'aws:username': 'bob' }, 'yes'],
  ['StringEquals knows no wildcard', { StringEquals: { 'aws:username': 'a*' } }, { 'aws:username': 'ann' }, 'no'],
  ['StringEquals, key absent', { StringEquals: { 'aws:username': 'ann' } }, {}, 'no'],
  ['keys in any case', { StringEquals: { 'AWS:UserName': 'ann' } }, { 'aws:username': 'ann' }, 'yes'],
  ['operators in any case', { stringequals: { 'aws:username': 'ann' } }, { 'aws:username': 'ann' }, 'yes'],
  ['StringNotEquals, same', { StringNotEquals: { 'aws:username': 'ann' } }, { 'aws:username': 'ann' }, 'no'],
  ['StringNotEquals, other', { StringNotEquals: { 'aws:username': 'ann' } }, { 'aws:username': 'bob' }, 'yes'],
  ['StringNotEquals, none of several', { StringNotEquals: { 'aws:username': ['ann', 'bob'] } }, { 'aws:username': 'bob' }, 'no'],
  ['StringNotEquals, key absent', { StringNotEquals: { 'aws:username': 'ann' } }, {}, 'yes'],
  ['StringEqualsIgnoreCase', { StringEqualsIgnoreCase: { 'aws:username': 'ANN' } }, { 'aws:username': 'ann' }, 'yes'],
  ['StringNotEqualsIgnoreCase', { StringNotEqualsIgnoreCase: { 'aws:username': 'ANN' } }, { 'aws:username': 'ann' }, 'no'],
  ['StringLike, star', { StringLike: { 'aws:username': 'a*' } }, { 'aws:username': 'ann' }, 'yes'],
  ['StringLike, question mark', { StringLike: { 'aws:username': 'a?n' } }, { 'aws:username': 'ann' }, 'yes'],
  ['StringLike, question mark is one', { StringLike: { 'aws:username': 'a?' } }, { 'aws:username': 'ann' }, 'no'],
  ['StringLike, star is none too', { StringLike: { 'aws:username': 'ann*' } }, { 'aws:username': 'ann' }, 'yes'],
  ['StringLike minds case', { StringLike: { 'aws:username': 'A*' } }, { 'aws:username': 'ann' }, 'no'],
  ['StringLike, key absent', { StringLike: { 'aws:username': '*' } }, {}, 'no'],
  ['StringNotLike', { StringNotLike: { 'aws:username': 'a*' } }, { 'aws:username': 'ann' }, 'no'],
  ['StringNotLike, key absent', { StringNotLike: { 'aws:username': 'a*' } }, {}, 'yes'],

  ['NumericEquals', { NumericEquals: { 's3:max-keys': '10' } }, { 's3:max-keys': '10.0' }, 'yes'],
  ['NumericEquals, no number', { NumericEquals: { 's3:max-keys': '10' } }, { 's3:max-keys': 'ten' }, 'no'],
  ['NumericNotEquals', { NumericNotEquals: { 's3:max-keys': '10' } }, { 's3:max-keys': '11' }, 'yes'],
  ['NumericLessThan', { NumericLessThan: { 's3:max-keys': '10' } }, { 's3:max-keys': '9' }, 'yes'],
  ['NumericLessThan, same', { NumericLessThan: { 's3:max-keys': '10' } }, { 's3:max-keys': '10' }, 'no'],
  ['NumericLessThanEquals, same', { NumericLessThanEquals: { 's3:max-keys': '10' } }, { 's3:max-keys': '10' }, 'yes'],
  ['NumericGreaterThan', { NumericGreaterThan: { 's3:max-keys': '10' } }, { 's3:max-keys': '100' }, 'yes'],
  ['NumericGreaterThanEquals', { NumericGreaterThanEquals: { 's3:max-keys': '10' } }, { 's3:max-keys': '9.99' }, 'no'],
  ['numbers are no words', { NumericLessThan: { 's3:max-keys': '9' } }, { 's3:max-keys': '10' }, 'no'],

  ['DateLessThan', { DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } }, { 'aws:CurrentTime': '2029-12-31T23:59:59Z' }, 'yes'],
  ['DateLessThan, later', { DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } }, { 'aws:CurrentTime': '2030-01-01T00:00:01Z' }, 'no'],
  ['DateGreaterThan', { DateGreaterThan: { 'aws:CurrentTime': '2030-01-01' } }, { 'aws:CurrentTime': '2031-01-01T00:00:00Z' }, 'yes'],
  ['dates as seconds', { DateGreaterThan: { 'aws:EpochTime': '1893456000' } }, { 'aws:EpochTime': '1893456001' }, 'yes'],
  ['seconds against a date', { DateGreaterThan: { 'aws:CurrentTime': '1893456000' } }, { 'aws:CurrentTime': '2030-01-01T00:00:01Z' }, 'yes'],
  ['DateGreaterThanEquals, zones', { DateGreaterThanEquals: { 'aws:CurrentTime': '2030-01-01T01:00:00+01:00' } }, { 'aws:CurrentTime': '2030-01-01T00:00:00Z' }, 'yes'],
  ['DateEquals', { DateEquals: { 'aws:CurrentTime': '2030-01-01' } }, { 'aws:CurrentTime': '2030-01-01T00:00:00Z' }, 'yes'],
  ['DateNotEquals', { DateNotEquals: { 'aws:CurrentTime': '2030-01-01' } }, { 'aws:CurrentTime': '2030-01-01T00:00:00Z' }, 'no'],
  ['a date that is none', { DateLessThan: { 'aws:CurrentTime': 'soon' } }, { 'aws:CurrentTime': '2030-01-01' }, 'no'],
  ['the time of the request is not known', { DateLessThan: { 'aws:CurrentTime': '2030-01-01' } }, {}, 'maybe'],

  ['Bool', { Bool: { 'aws:SecureTransport': 'true' } }, { 'aws:SecureTransport': 'true' }, 'yes'],
  ['Bool, other', { Bool: { 'aws:SecureTransport': 'true' } }, { 'aws:SecureTransport': 'false' }, 'no'],
  ['Bool, key absent', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, {}, 'no'],
  ['Bool false, key absent', { Bool: { 'aws:MultiFactorAuthPresent': 'false' } }, {}, 'no'],
  ['BoolIfExists, key absent', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }, {}, 'yes'],
  ['BoolIfExists, key there', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }, { 'aws:MultiFactorAuthPresent': 'false' }, 'no'],
  ['BinaryEquals', { BinaryEquals: { 'x:blob': 'QmFzZTY0' } }, { 'x:blob': 'QmFzZTY0' }, 'yes'],
  ['BinaryEquals, other', { BinaryEquals: { 'x:blob': 'QmFzZTY0' } }, { 'x:blob': 'QmFzZTY1' }, 'no'],

  ['IpAddress, within', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, { 'aws:SourceIp': '203.0.113.77' }, 'yes'],
  ['IpAddress, outside', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, { 'aws:SourceIp': '203.0.114.1' }, 'no'],
  ['IpAddress, one address', { IpAddress: { 'aws:SourceIp': '203.0.113.7' } }, { 'aws:SourceIp': '203.0.113.7' }, 'yes'],
  ['IpAddress, uneven mask', { IpAddress: { 'aws:SourceIp': '10.0.0.0/9' } }, { 'aws:SourceIp': '10.127.255.255' }, 'yes'],
  ['IpAddress, uneven mask, outside', { IpAddress: { 'aws:SourceIp': '10.0.0.0/9' } }, { 'aws:SourceIp': '10.128.0.0' }, 'no'],
  ['IpAddress, version 6', { IpAddress: { 'aws:SourceIp': '2001:DB8:1234:5678::/64' } }, { 'aws:SourceIp': '2001:db8:1234:5678::1' }, 'yes'],
  ['IpAddress, version 6, outside', { IpAddress: { 'aws:SourceIp': '2001:DB8:1234:5678::/64' } }, { 'aws:SourceIp': '2001:db8:1234:5679::1' }, 'no'],
  ['IpAddress, versions differ', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }, { 'aws:SourceIp': '::1' }, 'no'],
  ['IpAddress, key absent', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }, {}, 'no'],
  ['NotIpAddress, within', { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '10.0.0.0/8'] } }, { 'aws:SourceIp': '10.1.1.1' }, 'no'],
  ['NotIpAddress, outside', { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '10.0.0.0/8'] } }, { 'aws:SourceIp': '192.0.2.1' }, 'yes'],
  ['NotIpAddress, key absent', { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, {}, 'yes'],

  ['ArnLike', { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:app-*' } }, { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:app-x' }, 'yes'],
  ['ArnEquals takes wildcards too', { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:app-*' } }, { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:app-x' }, 'yes'],
  ['ArnLike goes part by part', { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:app' } }, { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:app' }, 'no'],
  ['ArnLike, colons in the last part', { ArnLike: { 'aws:SourceArn': 'arn:aws:lambda:*:*:function:*' } }, { 'aws:SourceArn': 'arn:aws:lambda:eu-west-1:1:function:f:1' }, 'yes'],
  ['ArnLike minds case', { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:App' } }, { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:1:app' }, 'no'],
  ['ArnNotLike', { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/admin' } }, { 'aws:PrincipalArn': 'arn:aws:iam::1:role/admin' }, 'no'],
  ['ArnNotEquals', { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/admin' } }, { 'aws:PrincipalArn': 'arn:aws:iam::1:role/ci' }, 'yes'],
  ['ArnNotEquals, key absent', { ArnNotEquals: { 'aws:SourceArn': 'arn:aws:sns:*:*:t' } }, {}, 'yes'],

  ['Null true, absent', { Null: { 'aws:TokenIssueTime': 'true' } }, {}, 'yes'],
  ['Null true, there', { Null: { 'aws:TokenIssueTime': 'true' } }, { 'aws:TokenIssueTime': '2030-01-01' }, 'no'],
  ['Null false, there', { Null: { 'aws:TokenIssueTime': 'false' } }, { 'aws:TokenIssueTime': '2030-01-01' }, 'yes'],
  ['Null false, absent', { Null: { 'aws:TokenIssueTime': 'false' } }, {}, 'no'],

  ['IfExists, absent', { StringEqualsIfExists: { 'ec2:InstanceType': 't3.micro' } }, {}, 'yes'],
  ['IfExists, there and other', { StringEqualsIfExists: { 'ec2:InstanceType': 't3.micro' } }, { 'ec2:InstanceType': 'p5.48xlarge' }, 'no'],
  ['IfExists, there and same', { StringLikeIfExists: { 'ec2:InstanceType': 't3.*' } }, { 'ec2:InstanceType': 't3.large' }, 'yes'],

  ['ForAnyValue, one fits', { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['team', 'cost'] } }, { 'aws:TagKeys': ['team', 'x'] }, 'yes'],
  ['ForAnyValue, none fits', { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['team', 'cost'] } }, { 'aws:TagKeys': ['x', 'y'] }, 'no'],
  ['ForAnyValue, absent', { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['team'] } }, {}, 'no'],
  ['ForAnyValue negated, one is other', { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': ['team'] } }, { 'aws:TagKeys': ['team', 'x'] }, 'yes'],
  ['ForAnyValue negated, absent', { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': ['team'] } }, {}, 'no'],
  ['ForAllValues, all fit', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'cost'] } }, { 'aws:TagKeys': ['cost', 'team'] }, 'yes'],
  ['ForAllValues, one does not', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'cost'] } }, { 'aws:TagKeys': ['team', 'x'] }, 'no'],
  ['ForAllValues, absent', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } }, {}, 'yes'],
  ['ForAllValues, empty', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } }, { 'aws:TagKeys': [] }, 'yes'],
  ['ForAllValues with a Null guard, absent', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] }, Null: { 'aws:TagKeys': 'false' } }, {}, 'no'],
  ['ForAllValues negated', { 'ForAllValues:StringNotLike': { 'aws:TagKeys': ['secret*'] } }, { 'aws:TagKeys': ['team', 'secret-x'] }, 'no'],
  ['ForAllValues:StringLike', { 'ForAllValues:StringLike': { 'aws:TagKeys': ['t*'] } }, { 'aws:TagKeys': ['team', 'tier'] }, 'yes'],

  ['several keys are AND', { StringEquals: { 'aws:username': 'ann', 'aws:SourceVpc': 'vpc-1' } }, { 'aws:username': 'ann', 'aws:SourceVpc': 'vpc-2' }, 'no'],
  ['several operators are AND', { StringEquals: { 'aws:username': 'ann' }, Bool: { 'aws:SecureTransport': 'true' } }, { 'aws:username': 'ann', 'aws:SecureTransport': 'true' }, 'yes'],

  ['a variable', { StringEquals: { 'aws:ResourceTag/owner': '${aws:username}' } }, { 'aws:ResourceTag/owner': 'ann', 'aws:username': 'ann' }, 'yes'],
  ['a variable, other', { StringEquals: { 'aws:ResourceTag/owner': '${aws:username}' } }, { 'aws:ResourceTag/owner': 'bob', 'aws:username': 'ann' }, 'no'],
  ['a variable without a value matches nothing', { StringEquals: { 'aws:ResourceTag/owner': '${aws:username}' } }, { 'aws:ResourceTag/owner': '' }, 'no'],
  ['a variable with a default', { StringEquals: { 'aws:ResourceTag/team': "${aws:PrincipalTag/team, 'none'}" } }, { 'aws:ResourceTag/team': 'none' }, 'yes'],
  ['the default gives way', { StringEquals: { 'aws:ResourceTag/team': "${aws:PrincipalTag/team, 'none'}" } }, { 'aws:ResourceTag/team': 'none', 'aws:PrincipalTag/team': 'web' }, 'no'],
  ['a variable within a pattern', { StringLike: { 's3:prefix': 'home/${aws:username}/*' } }, { 's3:prefix': 'home/ann/x', 'aws:username': 'ann' }, 'yes'],
  ['${*} is a star', { StringLike: { 's3:prefix': 'a${*}b' } }, { 's3:prefix': 'a*b' }, 'yes'],
  ['${*} is no wildcard', { StringLike: { 's3:prefix': 'a${*}b' } }, { 's3:prefix': 'axb' }, 'no'],
  ['${?} and ${$}', { StringEquals: { 's3:prefix': '${?}${$}' } }, { 's3:prefix': '?$' }, 'yes'],
  ['a star in a value of a variable is no wildcard', { StringLike: { 's3:prefix': '${aws:username}' } }, { 's3:prefix': 'ann', 'aws:username': '*' }, 'no'],

  ['an unknown value', { StringEquals: { 'aws:username': UNKNOWN } }, { 'aws:username': 'ann' }, 'maybe'],
  ['an unknown value that cannot fit', { StringLike: { 'aws:username': `bob-${UNKNOWN}` } }, { 'aws:username': 'ann' }, 'no'],
  ['an unknown value beside one that fits', { StringEquals: { 'aws:username': [UNKNOWN, 'ann'] } }, { 'aws:username': 'ann' }, 'yes'],
  ['an unknown operator', { StringMatches: { 'aws:username': 'ann' } }, { 'aws:username': 'ann' }, 'maybe'],
]

describe('conditions', () => {
  test.each(CASES)('%s', (_, json, given, expected) => expect(met(json, given)).toBe(expected))
  test('none are met', () => expect(conditionsMet([], new Map())).toBe('yes'))
})

test.each([
  ['NotIpAddress', 'aws:SourceIp', '10.0.0.0/8', '198.51.100.77'],
  ['IpAddress', 'aws:SourceIp', '10.0.0.0/8', '10.0.0.0'],
  ['NumericLessThan', 'aws:MultiFactorAuthAge', '5', '4'],
  ['NumericGreaterThan', 's3:max-keys', '5', '6'],
  ['StringNotEquals', 'aws:username', 'ann', 'elsewhere'],
])('a request that %s takes is made up for it', (operator, key, value, expected) => {
  const { conditions } = statements(allow('*', '*', { [operator]: { [key]: value } })).statements[0]!
  expect(sampleContext(conditions)).toEqual({ [key.toLowerCase()]: [expected] })
})
