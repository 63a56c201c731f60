import { describe, expect, test } from 'vitest'
import type { PolicyDocument } from '../../src/core/policy.ts'
import { UNKNOWN } from '../../src/core/text.ts'
import { type Caller, evaluate, type Outcome, type Policies } from '../../src/iam/simulate.ts'
import { allow, deny, document, statements } from './support/build.ts'

/**
 * What AWS answers, by its documentation and not by our engine:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
const ACCOUNT = '111122223333'
const OTHER = '444455556666'
const ROLE = `arn:aws:iam::${ACCOUNT}:role/ci`
const ADMIN = `arn:aws:iam::${ACCOUNT}:role/admin`
const USER = `arn:aws:iam::${ACCOUNT}:user/ann`
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/ci/build`
const FILE = 'arn:aws:s3:::reports/2030/a.csv'
const PROVIDER = `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`

const CALLERS = {
  user: { arn: USER, kind: 'user', account: ACCOUNT },
  role: { arn: ROLE, kind: 'role', account: ACCOUNT, session: SESSION },
  root: { arn: `arn:aws:iam::${ACCOUNT}:root`, kind: 'root', account: ACCOUNT },
  'role elsewhere': {
    arn: `arn:aws:iam::${OTHER}:role/ci`,
    kind: 'role',
    account: OTHER,
    session: `arn:aws:sts::${OTHER}:assumed-role/ci/build`,
  },
  'user elsewhere': { arn: `arn:aws:iam::${OTHER}:user/bob`, kind: 'user', account: OTHER },
  service: { arn: 'sns.amazonaws.com', kind: 'service' },
  anyone: { arn: '*', kind: 'anonymous' },
  token: { arn: PROVIDER, kind: 'federated' },
} as const satisfies Record<string, Caller>

type Who = keyof typeof CALLERS
type Given = Record<string, string | string[]>

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  A: 'allowed',
  I: 'implicit deny',
  E: 'explicit deny',
  U: 'unknown',
}

const context = (given: Given) =>
  new Map(Object.entries(given).map(([key, value]) => [key.toLowerCase(), [value].flat()]))
const policy = (role: 'resource' | 'trust', ...list: object[]): PolicyDocument =>
  document({ Version: '2012-10-17', Statement: list }, role)

let cases = 0

function expectOutcome(
  who: Who,
  action: string,
  arn: string,
  policies: Policies,
  expected: string,
  given: Given = {},
): void {
  cases++
  const resourceAccount = arn.startsWith('arn:aws:s3') ? ACCOUNT : undefined
  const request = {
    caller: CALLERS[who],
    action,
    resource: arn,
    context: context(given),
    ...(resourceAccount && { resourceAccount }),
  }
  const { outcome, reason } = evaluate(request, policies)
  expect(`${who} ${action} ${arn}: ${outcome} (${outcome === OUTCOMES[expected] ? '' : reason})`).toBe(
    `${who} ${action} ${arn}: ${OUTCOMES[expected]} ()`,
  )
}

const WHO = ['user', 'role', 'root', 'role elsewhere', 'user elsewhere', 'service', 'anyone'] as const

/**
 * Whom an element of a resource policy lets in: a letter for each of WHO, first of those without a policy of their own, then
 * of those whose own policy allows everything. Naming an account leaves it to the account's own policies; across accounts both must
 * allow; the root user of the account needs none; a service and the anonymous have none.
 */
// biome-ignore format: a table, one case a line
const ELEMENTS: readonly (readonly [name: string, principal: unknown, without: string, withAll: string])[] = [
  ['everyone', '*', 'AAAIIAA', 'AAAAAAA'],
  ['everyone, as AWS', { AWS: '*' }, 'AAAIIAA', 'AAAAAAA'],
  ['the account by its number', { AWS: ACCOUNT }, 'IIAIIII', 'AAAIIII'],
  ['the account by its root', { AWS: `arn:aws:iam::${ACCOUNT}:root` }, 'IIAIIII', 'AAAIIII'],
  ['the role', { AWS: ROLE }, 'IAAIIII', 'AAAIIII'],
  ['the session', { AWS: SESSION }, 'IAAIIII', 'AAAIIII'],
  ['another session of the role', { AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/ci/other` }, 'IIAIIII', 'AAAIIII'],
  ['the user', { AWS: USER }, 'AIAIIII', 'AAAIIII'],
  ['the user in other letters', { AWS: USER.replace('ann', 'Ann') }, 'IIAIIII', 'AAAIIII'],
  ['another role', { AWS: ADMIN }, 'IIAIIII', 'AAAIIII'],
  ['both', { AWS: [ROLE, USER] }, 'AAAIIII', 'AAAIIII'],
  ['a name with a wildcard, which is none', { AWS: `arn:aws:iam::${ACCOUNT}:role/*` }, 'IIAIIII', 'AAAIIII'],
  ['another account by its number', { AWS: OTHER }, 'IIAIIII', 'AAAAAII'],
  ['another account by its root', { AWS: `arn:aws:iam::${OTHER}:root` }, 'IIAIIII', 'AAAAAII'],
  ['the role of another account', { AWS: `arn:aws:iam::${OTHER}:role/ci` }, 'IIAIIII', 'AAAAIII'],
  ['the user of another account', { AWS: `arn:aws:iam::${OTHER}:user/bob` }, 'IIAIIII', 'AAAIAII'],
  ['a service', { Service: 'sns.amazonaws.com' }, 'IIAIIAI', 'AAAIIAI'],
  ['another service', { Service: 'sqs.amazonaws.com' }, 'IIAIIII', 'AAAIIII'],
  ['an identity provider', { Federated: PROVIDER }, 'IIAIIII', 'AAAIIII'],
  ['an account by its canonical id, which nothing here tells', { CanonicalUser: '79a59df900b949e55d96a1e698fbaced' }, 'IIAIIII', 'AAAUUII'],
  ['somebody who is not known', { AWS: UNKNOWN }, 'UUAIIII', 'AAAUUII'],
]

describe('who is let in by a resource policy', () => {
  test.each(ELEMENTS)('%s', (_, Principal, without, withAll) => {
    const resource = policy('resource', {
      Effect: 'Allow',
      Principal,
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::reports/*',
    })
    WHO.forEach((who, at) => {
      expectOutcome(who, 's3:GetObject', FILE, { identity: [], resource }, without[at]!)
      expectOutcome(who, 's3:GetObject', FILE, { identity: [statements(allow('*'))], resource }, withAll[at]!)
    })
  })
})

/** Of a Deny, against those who are allowed otherwise: of WHO without the last two. */
// biome-ignore format: a table, one case a line
const BARRED: readonly (readonly [name: string, element: object, outcomes: string])[] = [
  ['everyone', { Principal: '*' }, 'EEEEE'],
  ['the account', { Principal: { AWS: ACCOUNT } }, 'EEEAA'],
  ['the account, by its root', { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } }, 'EEEAA'],
  ['the role', { Principal: { AWS: ROLE } }, 'AEAAA'],
  ['the session', { Principal: { AWS: SESSION } }, 'AEAAA'],
  ['the user', { Principal: { AWS: USER } }, 'EAAAA'],
  ['another account', { Principal: { AWS: OTHER } }, 'AAAEE'],
  ['all but the user', { NotPrincipal: { AWS: [USER, ACCOUNT] } }, 'AAAEE'],
  ['a service', { Principal: { Service: 'sns.amazonaws.com' } }, 'AAAAA'],
  ['everyone, of another action', { Principal: '*', Action: 's3:PutObject' }, 'AAAAA'],
  ['everyone, on something else', { Principal: '*', Resource: 'arn:aws:s3:::reports/private/*' }, 'AAAAA'],
  ['everyone outside of an organization', { Principal: '*', Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } } }, 'EEEEE'],
  ['everyone with a plain connection', { Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }, 'UUUUU'],
]

describe('who is kept out by a resource policy', () => {
  test.each(BARRED)('%s', (_, element, outcomes) => {
    const lets = { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' }
    const bars = { Effect: 'Deny', Action: 's3:*', Resource: '*', ...element }
    const policies = { identity: [statements(allow('*'))], resource: policy('resource', lets, bars) }
    for (const [at, who] of WHO.slice(0, 5).entries()) expectOutcome(who, 's3:GetObject', FILE, policies, outcomes[at]!)
  })
})

/** Who may become a role: without a policy of their own, and with one that allows everything. */
// biome-ignore format: a table, one case a line
const TRUSTED: readonly (readonly [name: string, principal: unknown, without: string, withAll: string])[] = [
  ['everyone', { AWS: '*' }, 'AAIIIAA', 'AAIAAAA'],
  ['the account', { AWS: ACCOUNT }, 'IIIIIII', 'AAIIIII'],
  ['the role', { AWS: ROLE }, 'IAIIIII', 'IAIIIII'],
  ['the session', { AWS: SESSION }, 'IAIIIII', 'IAIIIII'],
  ['the user', { AWS: USER }, 'AIIIIII', 'AIIIIII'],
  ['another role', { AWS: ADMIN }, 'IIIIIII', 'IIIIIII'],
  ['another account', { AWS: OTHER }, 'IIIIIII', 'IIIAAII'],
  ['the role of another account', { AWS: `arn:aws:iam::${OTHER}:role/ci` }, 'IIIIIII', 'IIIAIII'],
  ['a service', { Service: 'sns.amazonaws.com' }, 'IIIIIAI', 'IIIIIAI'],
  ['an identity provider', { Federated: PROVIDER }, 'IIIIIII', 'IIIIIII'],
]

describe('who may become a role', () => {
  test.each(TRUSTED)('%s', (_, Principal, without, withAll) => {
    const resource = policy('trust', { Effect: 'Allow', Principal, Action: 'sts:AssumeRole' })
    WHO.slice(0, 6).forEach((who, at) => {
      expectOutcome(who, 'sts:AssumeRole', ADMIN, { identity: [], resource }, without[at]!)
      expectOutcome(who, 'sts:AssumeRole', ADMIN, { identity: [statements(allow('*'))], resource }, withAll[at]!)
    })
  })

  test('the bearer of a token, by its subject', () => {
    const subject = 'token.actions.githubusercontent.com:sub'
    const trust = (Condition: object) =>
      policy('trust', {
        Effect: 'Allow',
        Principal: { Federated: PROVIDER },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition,
      })
    const ask = (Condition: object, expected: string, given: Given = {}) =>
      expectOutcome(
        'token',
        'sts:AssumeRoleWithWebIdentity',
        ADMIN,
        { identity: [], resource: trust(Condition) },
        expected,
        given,
      )
    ask({}, 'A')
    ask({ StringEquals: { [subject]: 'repo:acme/web:ref:refs/heads/main' } }, 'A', {
      [subject]: 'repo:acme/web:ref:refs/heads/main',
    })
    ask({ StringEquals: { [subject]: 'repo:acme/web:ref:refs/heads/main' } }, 'I', {
      [subject]: 'repo:acme/web:pull_request',
    })
    ask({ StringEquals: { [subject]: 'repo:acme/web:ref:refs/heads/main' } }, 'I')
    ask({ StringLike: { [subject]: 'repo:acme/*' } }, 'A', { [subject]: 'repo:acme/other:ref:refs/heads/x' })
    ask({ StringLike: { [subject]: 'repo:acme/*' } }, 'I', { [subject]: 'repo:acme-evil/web:ref:refs/heads/x' })
    ask({ StringEquals: { [subject]: 'repo:acme/*' } }, 'I', { [subject]: 'repo:acme/web:ref:refs/heads/main' })
    ask({ StringLike: { [subject]: UNKNOWN } }, 'U', { [subject]: 'repo:acme/web:ref:refs/heads/main' })
    ask({ 'ForAnyValue:StringLike': { [subject]: ['repo:acme/a:*', 'repo:acme/b:*'] } }, 'A', {
      [subject]: 'repo:acme/b:environment:prod',
    })
    ask({ StringEquals: { [subject]: 'x' }, StringLike: { 'token.actions.githubusercontent.com:aud': 'sts.*' } }, 'I', {
      [subject]: 'x',
    })
  })
})

/**
 * All global condition keys: an operator, what is asked for, a value that meets it and one that does not. `always`: every
 * request carries the key, so that where it is not given it is only not known; the others are not there then.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
// biome-ignore format: a table, one case a line
const KEYS: readonly (readonly [key: string, operator: string, wanted: string, met: string, unmet: string, always?: true])[] = [
  ['aws:PrincipalArn', 'ArnLike', 'arn:aws:iam::*:role/ci', ROLE, USER, true],
  ['aws:PrincipalAccount', 'StringEquals', ACCOUNT, ACCOUNT, OTHER, true],
  ['aws:PrincipalOrgID', 'StringEquals', 'o-a1b2c3d4e5', 'o-a1b2c3d4e5', 'o-zzzzzzzzzz'],
  ['aws:PrincipalOrgPaths', 'ForAnyValue:StringLike', 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*', 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/', 'o-a1b2c3d4e5/r-ab12/'],
  ['aws:PrincipalTag/team', 'StringEquals', 'data', 'data', 'web'],
  ['aws:PrincipalType', 'StringEquals', 'AssumedRole', 'AssumedRole', 'User', true],
  ['aws:PrincipalIsAWSService', 'Bool', 'true', 'true', 'false', true],
  ['aws:PrincipalServiceName', 'StringEquals', 'cloudtrail.amazonaws.com', 'cloudtrail.amazonaws.com', 'config.amazonaws.com'],
  ['aws:PrincipalServiceNamesList', 'ForAnyValue:StringEquals', 's3.amazonaws.com', 's3.amazonaws.com', 'sqs.amazonaws.com'],
  ['aws:userid', 'StringLike', 'AROAEXAMPLE:*', 'AROAEXAMPLE:build', 'AIDAEXAMPLE', true],
  ['aws:username', 'StringEquals', 'ann', 'ann', 'bob'],
  ['aws:AssumedRoot', 'Bool', 'true', 'true', 'false'],
  ['aws:FederatedProvider', 'StringEquals', PROVIDER, PROVIDER, 'accounts.google.com'],
  ['aws:TokenIssueTime', 'DateGreaterThan', '2030-01-01T00:00:00Z', '2030-01-02T00:00:00Z', '2029-01-02T00:00:00Z'],
  ['aws:MultiFactorAuthAge', 'NumericLessThan', '3600', '60', '7200'],
  ['aws:MultiFactorAuthPresent', 'Bool', 'true', 'true', 'false'],
  ['aws:ChatbotSourceArn', 'ArnEquals', 'arn:aws:chatbot::111122223333:chat-configuration/slack-channel/a', 'arn:aws:chatbot::111122223333:chat-configuration/slack-channel/a', 'arn:aws:chatbot::111122223333:chat-configuration/slack-channel/b'],
  ['aws:Ec2InstanceSourceVpc', 'StringEquals', 'vpc-1', 'vpc-1', 'vpc-2'],
  ['aws:Ec2InstanceSourcePrivateIPv4', 'IpAddress', '10.0.0.0/8', '10.1.2.3', '192.168.0.1'],
  ['aws:SourceIdentity', 'StringLike', '*', 'ann', ''],
  ['ec2:RoleDelivery', 'NumericEquals', '2.0', '2', '1'],
  ['ec2:SourceInstanceArn', 'ArnLike', 'arn:aws:ec2:*:*:instance/i-1', 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1', 'arn:aws:ec2:eu-west-1:111122223333:instance/i-2'],
  ['glue:RoleAssumedBy', 'StringEquals', 'glue.amazonaws.com', 'glue.amazonaws.com', 'ec2.amazonaws.com'],
  ['glue:CredentialIssuingService', 'StringEquals', 'glue.amazonaws.com', 'glue.amazonaws.com', 'ec2.amazonaws.com'],
  ['lambda:SourceFunctionArn', 'ArnEquals', 'arn:aws:lambda:eu-west-1:111122223333:function:f', 'arn:aws:lambda:eu-west-1:111122223333:function:f', 'arn:aws:lambda:eu-west-1:111122223333:function:g'],
  ['ssm:SourceInstanceArn', 'ArnLike', 'arn:aws:ec2:*:*:instance/i-1', 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1', 'arn:aws:ec2:eu-west-1:111122223333:instance/i-2'],
  ['identitystore:UserId', 'StringEquals', 'u-1', 'u-1', 'u-2'],
  ['aws:SourceIp', 'IpAddress', '203.0.113.0/24', '203.0.113.9', '198.51.100.9'],
  ['aws:SourceVpc', 'StringEquals', 'vpc-1', 'vpc-1', 'vpc-2'],
  ['aws:SourceVpcArn', 'ArnEquals', 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1', 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1', 'arn:aws:ec2:eu-west-1:444455556666:vpc/vpc-1'],
  ['aws:SourceVpce', 'StringLike', 'vpce-1*', 'vpce-12', 'vpce-2'],
  ['aws:VpceAccount', 'StringEquals', ACCOUNT, ACCOUNT, OTHER],
  ['aws:VpceOrgID', 'StringEquals', 'o-a1b2c3d4e5', 'o-a1b2c3d4e5', 'o-zzzzzzzzzz'],
  ['aws:VpceOrgPaths', 'ForAnyValue:StringLike', 'o-a1b2c3d4e5/*', 'o-a1b2c3d4e5/r-ab12/', 'o-zzzzzzzzzz/r-ab12/'],
  ['aws:VpcSourceIp', 'IpAddress', '10.0.0.0/16', '10.0.9.9', '10.9.0.9'],
  ['aws:ResourceAccount', 'StringEquals', ACCOUNT, ACCOUNT, OTHER],
  ['aws:ResourceOrgID', 'StringEquals', 'o-a1b2c3d4e5', 'o-a1b2c3d4e5', 'o-zzzzzzzzzz'],
  ['aws:ResourceOrgPaths', 'ForAnyValue:StringLike', 'o-a1b2c3d4e5/*', 'o-a1b2c3d4e5/r-ab12/', 'o-zzzzzzzzzz/r-ab12/'],
  ['aws:ResourceTag/owner', 'StringEquals', 'data', 'data', 'web'],
  ['aws:CalledVia', 'ForAnyValue:StringEquals', 'cloudformation.amazonaws.com', 'cloudformation.amazonaws.com', 'athena.amazonaws.com'],
  ['aws:CalledViaFirst', 'StringEquals', 'cloudformation.amazonaws.com', 'cloudformation.amazonaws.com', 'athena.amazonaws.com'],
  ['aws:CalledViaLast', 'StringEquals', 'dynamodb.amazonaws.com', 'dynamodb.amazonaws.com', 'athena.amazonaws.com'],
  ['aws:ViaAWSService', 'Bool', 'false', 'false', 'true', true],
  ['aws:CurrentTime', 'DateLessThan', '2030-01-01T00:00:00Z', '2029-12-31T00:00:00Z', '2030-01-02T00:00:00Z', true],
  ['aws:EpochTime', 'DateLessThan', '1893456000', '1893455999', '1893456001', true],
  ['aws:referer', 'StringLike', 'https://example.com/*', 'https://example.com/a', 'https://example.net/a'],
  ['aws:RequestedRegion', 'StringEquals', 'eu-west-1', 'eu-west-1', 'us-east-1', true],
  ['aws:RequestTag/owner', 'StringEquals', 'data', 'data', 'web'],
  ['aws:SecureTransport', 'Bool', 'true', 'true', 'false', true],
  ['aws:SourceAccount', 'StringEquals', ACCOUNT, ACCOUNT, OTHER],
  ['aws:SourceArn', 'ArnLike', 'arn:aws:sns:*:111122223333:*', 'arn:aws:sns:eu-west-1:111122223333:t', 'arn:aws:sns:eu-west-1:444455556666:t'],
  ['aws:SourceOrgID', 'StringEquals', 'o-a1b2c3d4e5', 'o-a1b2c3d4e5', 'o-zzzzzzzzzz'],
  ['aws:SourceOrgPaths', 'ForAnyValue:StringLike', 'o-a1b2c3d4e5/*', 'o-a1b2c3d4e5/r-ab12/', 'o-zzzzzzzzzz/r-ab12/'],
  ['aws:TagKeys', 'ForAnyValue:StringEquals', 'owner', 'owner', 'team'],
  ['aws:UserAgent', 'StringLike', 'aws-cli/*', 'aws-cli/2', 'curl/8', true],
]

describe('global condition keys', () => {
  for (const [key, operator, wanted, met, unmet, always] of KEYS)
    test(key, () => {
      const condition = { [operator]: { [key]: wanted } }
      const allowing = { identity: [statements(allow('s3:*', '*', condition))] }
      const denying = { identity: [statements(allow('*'), deny('s3:*', '*', condition))] }
      expectOutcome('role', 's3:GetObject', FILE, allowing, 'A', { [key]: met })
      // An empty value is one that `*` fits.
      expectOutcome('role', 's3:GetObject', FILE, allowing, unmet === '' ? 'A' : 'I', { [key]: unmet })
      expectOutcome('role', 's3:GetObject', FILE, allowing, always ? 'U' : 'I')
      expectOutcome('role', 's3:GetObject', FILE, denying, 'E', { [key]: met })
      expectOutcome('role', 's3:GetObject', FILE, denying, unmet === '' ? 'E' : 'A', { [key]: unmet })
      expectOutcome('role', 's3:GetObject', FILE, denying, always ? 'U' : 'A')
    })
})

type Row = readonly [
  name: string,
  who: Who,
  action: string,
  arn: string,
  policies: Policies,
  expected: string,
  given?: Given,
]

const all = [statements(allow('*'))]
const own = (...list: object[]): Pick<Policies, 'identity'> => ({ identity: [statements(...list)] })
const TABLE = `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/orders`
const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1`
const names = (Principal: unknown, Action: unknown = 's3:GetObject'): PolicyDocument =>
  policy('resource', { Effect: 'Allow', Principal, Action, Resource: '*' })

// biome-ignore format: a table, one case a line
const ROWS: readonly Row[] = [
  ['nobody asks for permission to learn who they are', 'user', 'sts:GetCallerIdentity', '*', { identity: [] }, 'A'],
  ['nor can that be denied', 'role', 'sts:GetCallerIdentity', '*', own(deny('*')), 'A'],
  ['nor by the organization', 'role', 'sts:GetCallerIdentity', '*', { identity: all, controls: [[statements(deny('sts:*'))]] }, 'A'],
  ['the root user becomes no role', 'root', 'sts:AssumeRole', ADMIN, { identity: [], resource: policy('trust', { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'sts:AssumeRole' }) }, 'I'],
  ['a session policy narrows the role', 'role', 's3:PutObject', FILE, { identity: all, session: [statements(allow('s3:Get*'))] }, 'I'],
  ['a session policy adds nothing', 'role', 's3:GetObject', FILE, { ...own(allow('sqs:*')), session: all }, 'I'],
  ['a session policy denies', 'role', 's3:GetObject', FILE, { identity: all, session: [statements(allow('*'), deny('s3:GetObject'))] }, 'E'],
  ['the resource names the role: the session policy still limits', 'role', 's3:GetObject', FILE, { identity: [], session: [statements(allow('sqs:*'))], resource: names({ AWS: ROLE }) }, 'I'],
  ['the resource names the session: the session policy is past', 'role', 's3:GetObject', FILE, { identity: [], session: [statements(allow('sqs:*'))], resource: names({ AWS: SESSION }) }, 'A'],
  ['the resource names the role, and the session policy allows', 'role', 's3:GetObject', FILE, { identity: [], session: [statements(allow('s3:*'))], resource: names({ AWS: ROLE }) }, 'A'],
  ['several session policies: one allows', 'role', 's3:GetObject', FILE, { identity: all, session: [statements(allow('sqs:*')), statements(allow('s3:*'))] }, 'A'],
  ['a session policy under a condition that is met', 'role', 's3:GetObject', FILE, { identity: all, session: [statements(allow('s3:*', '*', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }))] }, 'A', { 'aws:SourceIp': '203.0.113.7' }],
  ['a session policy under one that is not', 'role', 's3:GetObject', FILE, { identity: all, session: [statements(allow('s3:*', '*', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }))] }, 'I', { 'aws:SourceIp': '198.51.100.7' }],
  ['boundary, session and policy all allow', 'role', 's3:GetObject', FILE, { identity: all, boundaries: all, session: all }, 'A'],
  ['the boundary does not', 'role', 's3:GetObject', FILE, { identity: all, boundaries: [statements(allow('sqs:*'))], session: all }, 'I'],
  ['the organization does not', 'role', 's3:GetObject', FILE, { identity: all, controls: [[statements(allow('sqs:*'))]] }, 'I'],
  ['the organization denies all but one Region: there', 'role', 'ec2:RunInstances', '*', { identity: all, controls: [[statements(allow('*'), deny('*', '*', { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } }))]] }, 'A', { 'aws:RequestedRegion': 'eu-west-1' }],
  ['and elsewhere', 'role', 'ec2:RunInstances', '*', { identity: all, controls: [[statements(allow('*'), deny('*', '*', { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } }))]] }, 'E', { 'aws:RequestedRegion': 'us-east-1' }],
  ['and where the Region is not known', 'role', 'ec2:RunInstances', '*', { identity: all, controls: [[statements(allow('*'), deny('*', '*', { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } }))]] }, 'U'],
  ['NotAction with all but IAM: something else', 'role', 'sqs:SendMessage', '*', own({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }), 'A'],
  ['NotAction in a Deny spares', 'role', 'iam:GetUser', '*', own(allow('*'), { Effect: 'Deny', NotAction: ['iam:*', 'sts:*'], Resource: '*' }), 'A'],
  ['NotAction in a Deny strikes', 'role', 's3:GetObject', FILE, own(allow('*'), { Effect: 'Deny', NotAction: ['iam:*', 'sts:*'], Resource: '*' }), 'E'],
  ['NotResource in a Deny spares', 'role', 's3:GetObject', FILE, own(allow('*'), { Effect: 'Deny', Action: 's3:*', NotResource: ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'] }), 'A'],
  ['NotResource in a Deny strikes', 'role', 's3:GetObject', 'arn:aws:s3:::other/a', own(allow('*'), { Effect: 'Deny', Action: 's3:*', NotResource: ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'] }), 'E'],
  ['a table is not its index', 'role', 'dynamodb:Query', `${TABLE}/index/i`, own(allow('dynamodb:Query', TABLE)), 'I'],
  ['its index', 'role', 'dynamodb:Query', `${TABLE}/index/i`, own(allow('dynamodb:Query', `${TABLE}/index/*`)), 'A'],
  ['a star goes over slashes and colons', 'role', 'dynamodb:Query', `${TABLE}/index/i`, own(allow('dynamodb:*', 'arn:aws:dynamodb:*orders*')), 'A'],
  ['a question mark is one character', 'role', 's3:GetObject', 'arn:aws:s3:::report1/a', own(allow('s3:GetObject', 'arn:aws:s3:::report?/a')), 'A'],
  ['and not none', 'role', 's3:GetObject', 'arn:aws:s3:::report/a', own(allow('s3:GetObject', 'arn:aws:s3:::report?/a')), 'I'],
  ['another partition', 'role', 's3:GetObject', 'arn:aws-cn:s3:::reports/a', own(allow('s3:GetObject', 'arn:aws:s3:::reports/*')), 'I'],
  ['another Region', 'role', 'dynamodb:GetItem', TABLE, own(allow('dynamodb:GetItem', TABLE.replace('eu-west-1', 'us-east-1'))), 'I'],
  ['a tag of the caller in the resource', 'role', 's3:GetObject', 'arn:aws:s3:::team-data/a', own(allow('s3:GetObject', 'arn:aws:s3:::team-${aws:PrincipalTag/team}/*')), 'A', { 'aws:PrincipalTag/team': 'data' }],
  ['a tag of another', 'role', 's3:GetObject', 'arn:aws:s3:::team-data/a', own(allow('s3:GetObject', 'arn:aws:s3:::team-${aws:PrincipalTag/team}/*')), 'I', { 'aws:PrincipalTag/team': 'web' }],
  ['a tag with a star in it is no wildcard', 'role', 's3:GetObject', 'arn:aws:s3:::team-data/a', own(allow('s3:GetObject', 'arn:aws:s3:::team-${aws:PrincipalTag/team}/*')), 'I', { 'aws:PrincipalTag/team': '*' }],
  ['a variable with a default', 'role', 's3:GetObject', 'arn:aws:s3:::team-none/a', own(allow('s3:GetObject', "arn:aws:s3:::team-${aws:PrincipalTag/team, 'none'}/*")), 'A'],
  ['tags that must be the same', 'role', 'ec2:StopInstances', '*', own(allow('ec2:*', '*', { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } })), 'A', { 'aws:ResourceTag/team': 'data', 'aws:PrincipalTag/team': 'data' }],
  ['and are not', 'role', 'ec2:StopInstances', '*', own(allow('ec2:*', '*', { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } })), 'I', { 'aws:ResourceTag/team': 'data', 'aws:PrincipalTag/team': 'web' }],
  ['passing a role to a service', 'role', 'iam:PassRole', ADMIN, own(allow('iam:PassRole', ADMIN, { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } })), 'A', { 'iam:PassedToService': 'ec2.amazonaws.com' }],
  ['to another one', 'role', 'iam:PassRole', ADMIN, own(allow('iam:PassRole', ADMIN, { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } })), 'I', { 'iam:PassedToService': 'lambda.amazonaws.com' }],
  ['two conditions: both must be met', 'role', 's3:GetObject', FILE, own(allow('s3:*', '*', { Bool: { 'aws:SecureTransport': 'true' }, StringEquals: { 'aws:SourceVpce': 'vpce-1' } })), 'I', { 'aws:SecureTransport': 'true', 'aws:SourceVpce': 'vpce-2' }],
  ['and are', 'role', 's3:GetObject', FILE, own(allow('s3:*', '*', { Bool: { 'aws:SecureTransport': 'true' }, StringEquals: { 'aws:SourceVpce': 'vpce-1' } })), 'A', { 'aws:SecureTransport': 'true', 'aws:SourceVpce': 'vpce-1' }],
  ['ForAllValues with one too many', 'role', 'ec2:CreateTags', '*', own(allow('ec2:*', '*', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['owner', 'team'] } })), 'I', { 'aws:TagKeys': ['owner', 'cost'] }],
  ['ForAllValues with none', 'role', 'ec2:CreateTags', '*', own(allow('ec2:*', '*', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['owner', 'team'] } })), 'A'],
  ['Null asks for the key', 'role', 'ec2:CreateTags', '*', own(allow('ec2:*', '*', { Null: { 'aws:TagKeys': 'false' } })), 'I'],
  ['and gets it', 'role', 'ec2:CreateTags', '*', own(allow('ec2:*', '*', { Null: { 'aws:TagKeys': 'false' } })), 'A', { 'aws:TagKeys': ['owner'] }],
  ['a key that leaves it to the account', 'user', 'kms:Decrypt', KEY, { ...own(allow('kms:Decrypt', KEY)), resource: names({ AWS: ACCOUNT }, 'kms:*') }, 'A'],
  ['a key that names another user', 'user', 'kms:Decrypt', KEY, { identity: all, resource: names({ AWS: ROLE }, 'kms:*') }, 'I'],
  ['a key for another account, which allows', 'role elsewhere', 'kms:Decrypt', KEY, { identity: all, resource: names({ AWS: OTHER }, 'kms:Decrypt') }, 'A'],
  ['a key for another account, which does not', 'role elsewhere', 'kms:Decrypt', KEY, { identity: [], resource: names({ AWS: OTHER }, 'kms:Decrypt') }, 'I'],
  ['a key through one service', 'role', 'kms:Decrypt', KEY, { identity: all, resource: policy('resource', { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'kms:*', Resource: '*', Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } } }) }, 'I'],
  ['the resource denies what the policy allows, elsewhere', 'role elsewhere', 's3:GetObject', FILE, { identity: all, resource: policy('resource', { Effect: 'Allow', Principal: { AWS: OTHER }, Action: 's3:*', Resource: '*' }, { Effect: 'Deny', Principal: { AWS: OTHER }, Action: 's3:GetObject', Resource: '*' }) }, 'E'],
  ['the boundary of a role elsewhere', 'role elsewhere', 's3:GetObject', FILE, { identity: all, boundaries: [statements(allow('sqs:*'))], resource: names({ AWS: OTHER }) }, 'I'],
  ['a service for its own source', 'service', 'sqs:SendMessage', `arn:aws:sqs:eu-west-1:${ACCOUNT}:q`, { identity: [], resource: policy('resource', { Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: '*', Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } } }) }, 'A', { 'aws:SourceAccount': ACCOUNT }],
  ['a service for another', 'service', 'sqs:SendMessage', `arn:aws:sqs:eu-west-1:${ACCOUNT}:q`, { identity: [], resource: policy('resource', { Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: '*', Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } } }) }, 'I', { 'aws:SourceAccount': OTHER }],
  ['an action that is not known', 'role', 's3:GetObject', FILE, own(allow(UNKNOWN)), 'U'],
  ['part of an action that is not known', 'role', 's3:GetObject', FILE, own(allow(`s3:Get${UNKNOWN}`)), 'U'],
  ['part of another action', 'role', 's3:GetObject', FILE, own(allow(`s3:Put${UNKNOWN}`)), 'I'],
  ['what NotAction spares is not known', 'role', 's3:GetObject', FILE, own({ Effect: 'Allow', NotAction: UNKNOWN, Resource: '*' }), 'U'],
  ['what NotResource spares is not known', 'role', 's3:GetObject', FILE, own({ Effect: 'Allow', Action: '*', NotResource: UNKNOWN }), 'U'],
  ['an effect that is not known, beside an Allow', 'role', 's3:GetObject', FILE, own(allow('s3:*'), { ...allow('s3:*'), Effect: UNKNOWN }), 'U'],
  ['a Deny of an action that is not known', 'role', 's3:GetObject', FILE, own(allow('s3:*'), deny(UNKNOWN)), 'U'],
  ['a Deny under a condition that is not known', 'role', 's3:GetObject', FILE, own(allow('s3:*'), deny('*', '*', { StringEquals: { [UNKNOWN]: 'x' } })), 'U'],
  ['a boundary that is not known on this', 'role', 's3:GetObject', FILE, { ...own(allow('s3:*')), boundaries: [statements(allow('s3:*', UNKNOWN))] }, 'U'],
  ['a trust policy that is not known', 'role', 'sts:AssumeRole', ADMIN, { identity: all, resource: policy('trust', { Effect: 'Allow', Principal: { AWS: UNKNOWN }, Action: 'sts:AssumeRole' }) }, 'U'],
  ['not known, and denied all the same', 'role', 's3:GetObject', FILE, own(allow(UNKNOWN), deny('s3:*')), 'E'],
  ['not known, and of another service', 'role', 's3:GetObject', FILE, own(allow('sqs:*', UNKNOWN)), 'I'],
  ['the account in an ARN that is not known is the own one', 'role', 'dynamodb:GetItem', TABLE, own(allow('dynamodb:GetItem', `arn:aws:dynamodb:*:${UNKNOWN}:table/orders`)), 'A'],
]

describe('one by one', () => {
  for (const [name, who, action, arn, policies, expected, given = {}] of ROWS)
    test(name, () => expectOutcome(who, action, arn, policies, expected, given))
})

test('there are as many cases as we say', () => expect(cases).toBeGreaterThan(700))
