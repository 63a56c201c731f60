import { describe, expect, test } from 'vitest'
import type { PolicyDocument } from '../../src/core/policy.ts'
import { UNKNOWN } from '../../src/core/text.ts'
import { type Caller, evaluate, type Outcome, type Policies } from '../../src/iam/simulate.ts'
import { allow, deny, document, statements } from './support/build.ts'

const ACCOUNT = '111122223333'
const OTHER = '444455556666'
const BUCKET = 'arn:aws:s3:::reports'
const FILE = `${BUCKET}/2030/a.csv`
const QUEUE = `arn:aws:sqs:eu-west-1:${ACCOUNT}:orders`
const FOREIGN_QUEUE = `arn:aws:sqs:eu-west-1:${OTHER}:orders`
const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1`
const ROLE = `arn:aws:iam::${ACCOUNT}:role/ci`
const ADMIN = `arn:aws:iam::${ACCOUNT}:role/admin`
const USER = `arn:aws:iam::${ACCOUNT}:user/ann`
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/ci/build`

const role: Caller = { arn: ROLE, kind: 'role', account: ACCOUNT, session: SESSION }
const user: Caller = { arn: USER, kind: 'user', account: ACCOUNT }
const root: Caller = { arn: `arn:aws:iam::${ACCOUNT}:root`, kind: 'root', account: ACCOUNT }
const anyone: Caller = { arn: '*', kind: 'anonymous' }
const service: Caller = { arn: 'sns.amazonaws.com', kind: 'service' }

const resource = (...list: object[]): PolicyDocument => document({ Version: '2012-10-17', Statement: list }, 'resource')
const trust = (...list: object[]): PolicyDocument => document({ Version: '2012-10-17', Statement: list }, 'trust')
const lets = (Principal: unknown, Action: unknown, Resource: unknown = '*', Condition?: object): object => ({
  ...allow(Action, Resource, Condition),
  Principal,
})
const bars = (Principal: unknown, Action: unknown, Resource: unknown = '*', Condition?: object): object => ({
  ...lets(Principal, Action, Resource, Condition),
  Effect: 'Deny',
})
const own = (...list: object[]): Pick<Policies, 'identity'> => ({
  identity: list.length > 0 ? [statements(...list)] : [],
})

type Case = [string, Caller, string, string, Policies, Outcome, Record<string, string[]>?]

/**
 * The order of evaluation, from the user guide:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
// biome-ignore format: a table, one case a line
const CASES: Record<string, Case[]> = {
  'identity policies': [
    ['nothing allows', role, 's3:GetObject', FILE, own(), 'implicit deny'],
    ['one allows', role, 's3:GetObject', FILE, own(allow('s3:GetObject', `${BUCKET}/*`)), 'allowed'],
    ['another action', role, 's3:PutObject', FILE, own(allow('s3:GetObject', `${BUCKET}/*`)), 'implicit deny'],
    ['another resource', role, 's3:GetObject', 'arn:aws:s3:::other/x', own(allow('s3:GetObject', `${BUCKET}/*`)), 'implicit deny'],
    ['actions in any case', role, 'S3:getobject', FILE, own(allow('s3:GetObject', '*')), 'allowed'],
    ['action wildcards', role, 's3:GetObject', FILE, own(allow('s3:Get*', '*')), 'allowed'],
    ['question marks', role, 'iam:PassRole', ROLE, own(allow('iam:P?ssRole', '*')), 'allowed'],
    ['NotAction', role, 's3:GetObject', FILE, own({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }), 'allowed'],
    ['NotAction leaves out', role, 'iam:PassRole', ROLE, own({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }), 'implicit deny'],
    ['NotResource', role, 's3:GetObject', FILE, own({ Effect: 'Allow', Action: 's3:*', NotResource: 'arn:aws:s3:::other/*' }), 'allowed'],
    ['NotResource leaves out', role, 's3:GetObject', FILE, own({ Effect: 'Allow', Action: 's3:*', NotResource: `${BUCKET}/*` }), 'implicit deny'],
    ['resources mind case', role, 's3:GetObject', FILE, own(allow('s3:GetObject', 'arn:aws:s3:::Reports/*')), 'implicit deny'],
    ['a bucket is not its objects', role, 's3:GetObject', FILE, own(allow('s3:GetObject', BUCKET)), 'implicit deny'],
    ['an action without resources needs a star', role, 's3:ListAllMyBuckets', '*', own(allow('s3:ListAllMyBuckets', 'arn:aws:s3:::*')), 'implicit deny'],
    ['an action without resources and a star', role, 's3:ListAllMyBuckets', '*', own(allow('s3:ListAllMyBuckets')), 'allowed'],
    ['several documents', role, 's3:GetObject', FILE, { identity: [statements(allow('sqs:*')), statements(allow('s3:*'))] }, 'allowed'],
    ['a variable in the resource', user, 's3:GetObject', 'arn:aws:s3:::home/ann/x', own(allow('s3:GetObject', 'arn:aws:s3:::home/${aws:username}/*')), 'allowed', { 'aws:username': ['ann'] }],
    ['a variable of someone else', user, 's3:GetObject', 'arn:aws:s3:::home/bob/x', own(allow('s3:GetObject', 'arn:aws:s3:::home/${aws:username}/*')), 'implicit deny', { 'aws:username': ['ann'] }],
    ['a variable without a value', role, 's3:GetObject', 'arn:aws:s3:::home//x', own(allow('s3:GetObject', 'arn:aws:s3:::home/${aws:username}/*')), 'implicit deny'],
    ['an effect in the wrong case still denies nothing', role, 's3:GetObject', FILE, own(allow('s3:*'), { ...deny('s3:*'), Effect: 'Allow' }), 'allowed'],
  ],
  'explicit deny': [
    ['wins over Allow', role, 's3:GetObject', FILE, own(allow('*'), deny('s3:*')), 'explicit deny'],
    ['wins in any order', role, 's3:GetObject', FILE, own(deny('s3:*'), allow('*')), 'explicit deny'],
    ['in another document', role, 's3:GetObject', FILE, { identity: [statements(allow('*')), statements(deny('s3:GetObject', `${BUCKET}/*`))] }, 'explicit deny'],
    ['of something else', role, 's3:GetObject', FILE, own(allow('*'), deny('s3:PutObject')), 'allowed'],
    ['on something else', role, 's3:GetObject', FILE, own(allow('*'), deny('s3:*', 'arn:aws:s3:::other/*')), 'allowed'],
    ['under a condition that is met', role, 's3:GetObject', FILE, own(allow('*'), deny('*', '*', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } })), 'explicit deny', { 'aws:multifactorauthpresent': ['false'] }],
    ['under a condition that is not met', role, 's3:GetObject', FILE, own(allow('*'), deny('*', '*', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } })), 'allowed', { 'aws:multifactorauthpresent': ['true'] }],
    ['IfExists strikes when the key is absent', role, 's3:GetObject', FILE, own(allow('*'), deny('*', '*', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } })), 'explicit deny'],
    ['Bool does not', role, 's3:GetObject', FILE, own(allow('*'), deny('*', '*', { Bool: { 'aws:MultiFactorAuthPresent': 'false' } })), 'allowed'],
    ['NotAction', role, 's3:GetObject', FILE, own(allow('*'), { Effect: 'Deny', NotAction: 'iam:*', Resource: '*' }), 'explicit deny'],
    ['NotResource', role, 's3:GetObject', FILE, own(allow('*'), { Effect: 'Deny', Action: 's3:*', NotResource: 'arn:aws:s3:::other/*' }), 'explicit deny'],
    ['NotResource spares', role, 's3:GetObject', FILE, own(allow('*'), { Effect: 'Deny', Action: 's3:*', NotResource: `${BUCKET}/*` }), 'allowed'],
    ['in the boundary', role, 's3:GetObject', FILE, { ...own(allow('*')), boundaries: [statements(allow('*'), deny('s3:*'))] }, 'explicit deny'],
    ['in the session policy', role, 's3:GetObject', FILE, { ...own(allow('*')), session: [statements(allow('*'), deny('s3:*'))] }, 'explicit deny'],
    ['in a control policy', role, 's3:GetObject', FILE, { ...own(allow('*')), controls: [[statements(allow('*'), deny('s3:*'))]] }, 'explicit deny'],
    ["in the resource's policy", role, 's3:GetObject', FILE, { ...own(allow('*')), resource: resource(bars('*', 's3:*', `${BUCKET}/*`)) }, 'explicit deny'],
    ["in the resource's policy, for someone else", role, 's3:GetObject', FILE, { ...own(allow('*')), resource: resource(bars({ AWS: ADMIN }, 's3:*', `${BUCKET}/*`)) }, 'allowed'],
    ['for all but those named', role, 's3:GetObject', FILE, { ...own(allow('*')), resource: resource({ Effect: 'Deny', NotPrincipal: { AWS: ADMIN }, Action: 's3:*', Resource: '*' }) }, 'explicit deny'],
    ['even for what the resource allows', role, 's3:GetObject', FILE, { ...own(deny('s3:*')), resource: resource(lets({ AWS: ROLE }, 's3:GetObject', `${BUCKET}/*`)) }, 'explicit deny'],
    ['even for the root user', root, 's3:GetObject', FILE, { ...own(), controls: [[statements(allow('*'), deny('s3:*'))]] }, 'explicit deny'],
    ['without TLS', role, 's3:GetObject', FILE, { ...own(allow('*')), resource: resource(bars('*', 's3:*', [BUCKET, `${BUCKET}/*`], { Bool: { 'aws:SecureTransport': 'false' } })) }, 'explicit deny', { 'aws:securetransport': ['false'] }],
  ],
  'permissions boundaries': [
    ['both allow', role, 's3:GetObject', FILE, { ...own(allow('s3:*')), boundaries: [statements(allow(['s3:*', 'sqs:*']))] }, 'allowed'],
    ['only the policy allows', role, 'iam:PassRole', ROLE, { ...own(allow('*')), boundaries: [statements(allow('s3:*'))] }, 'implicit deny'],
    ['only the boundary allows', role, 's3:GetObject', FILE, { ...own(), boundaries: [statements(allow('*'))] }, 'implicit deny'],
    ['the boundary under a condition', role, 's3:GetObject', FILE, { ...own(allow('*')), boundaries: [statements(allow('*', '*', { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }))] }, 'implicit deny', { 'aws:requestedregion': ['us-east-1'] }],
    ['a user named by the resource is past it', user, 's3:GetObject', FILE, { ...own(), boundaries: [statements(allow('sqs:*'))], resource: resource(lets({ AWS: USER }, 's3:GetObject', `${BUCKET}/*`)) }, 'allowed'],
    ['a role named by the resource is not', role, 's3:GetObject', FILE, { ...own(), boundaries: [statements(allow('sqs:*'))], resource: resource(lets({ AWS: ROLE }, 's3:GetObject', `${BUCKET}/*`)) }, 'implicit deny'],
    ['a session named by the resource is past it', role, 's3:GetObject', FILE, { ...own(), boundaries: [statements(allow('sqs:*'))], resource: resource(lets({ AWS: SESSION }, 's3:GetObject', `${BUCKET}/*`)) }, 'allowed'],
    ['a role within its boundary, named by the resource', role, 's3:GetObject', FILE, { ...own(), boundaries: [statements(allow('s3:*'))], resource: resource(lets({ AWS: ROLE }, 's3:GetObject', `${BUCKET}/*`)) }, 'allowed'],
  ],
  'session and control policies': [
    ['the session narrows', role, 's3:PutObject', FILE, { ...own(allow('s3:*')), session: [statements(allow('s3:Get*'))] }, 'implicit deny'],
    ['the session allows', role, 's3:GetObject', FILE, { ...own(allow('s3:*')), session: [statements(allow('s3:Get*'))] }, 'allowed'],
    ['the session grants nothing itself', role, 's3:GetObject', FILE, { ...own(), session: [statements(allow('*'))] }, 'implicit deny'],
    ['a control policy leaves out', role, 's3:GetObject', FILE, { ...own(allow('*')), controls: [[statements(allow('sqs:*'))]] }, 'implicit deny'],
    ['every level must allow', role, 's3:GetObject', FILE, { ...own(allow('*')), controls: [[statements(allow('*'))], [statements(allow('sqs:*'))]] }, 'implicit deny'],
    ['every level allows', role, 's3:GetObject', FILE, { ...own(allow('*')), controls: [[statements(allow('*'))], [statements(allow('s3:*'))]] }, 'allowed'],
    ['a control policy grants nothing itself', role, 's3:GetObject', FILE, { ...own(), controls: [[statements(allow('*'))]] }, 'implicit deny'],
    ['a level without policies allows nothing', role, 's3:GetObject', FILE, { ...own(allow('*')), controls: [[]] }, 'implicit deny'],
    ['control policies bind what resources allow', role, 's3:GetObject', FILE, { ...own(), controls: [[statements(allow('sqs:*'))]], resource: resource(lets({ AWS: ROLE }, 's3:*', `${BUCKET}/*`)) }, 'implicit deny'],
    ['the root user needs no policy', root, 's3:GetObject', FILE, own(), 'allowed'],
  ],
  'resource policies, same account': [
    ['the role by its ARN', role, 's3:GetObject', FILE, { ...own(), resource: resource(lets({ AWS: ROLE }, 's3:GetObject', `${BUCKET}/*`)) }, 'allowed'],
    ['the session by its ARN', role, 's3:GetObject', FILE, { ...own(), resource: resource(lets({ AWS: SESSION }, 's3:GetObject', `${BUCKET}/*`)) }, 'allowed'],
    ['everyone', role, 's3:GetObject', FILE, { ...own(), resource: resource(lets('*', 's3:GetObject', `${BUCKET}/*`)) }, 'allowed'],
    ['everyone, as AWS', role, 's3:GetObject', FILE, { ...own(), resource: resource(lets({ AWS: '*' }, 's3:GetObject', `${BUCKET}/*`)) }, 'allowed'],
    ['someone else', role, 's3:GetObject', FILE, { ...own(), resource: resource(lets({ AWS: ADMIN }, 's3:GetObject', `${BUCKET}/*`)) }, 'implicit deny'],
    ['the account leaves it to its policies', role, 's3:GetObject', FILE, { ...own(), resource: resource(lets({ AWS: ACCOUNT }, 's3:GetObject', `${BUCKET}/*`)) }, 'implicit deny'],
    ['the account, and a policy', role, 's3:GetObject', FILE, { ...own(allow('s3:*')), resource: resource(lets({ AWS: `arn:aws:iam::${ACCOUNT}:root` }, 's3:GetObject', `${BUCKET}/*`)) }, 'allowed'],
    ['a policy alone is enough', role, 's3:GetObject', FILE, { ...own(allow('s3:*')), resource: resource(lets({ AWS: ADMIN }, 's3:GetObject', `${BUCKET}/*`)) }, 'allowed'],
    ['another action', role, 's3:PutObject', FILE, { ...own(), resource: resource(lets({ AWS: ROLE }, 's3:GetObject', `${BUCKET}/*`)) }, 'implicit deny'],
    ['under a condition that is met', role, 's3:GetObject', FILE, { ...own(), resource: resource(lets('*', 's3:GetObject', `${BUCKET}/*`, { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } })) }, 'allowed', { 'aws:principalorgid': ['o-1'] }],
    ['under a condition that is not met', role, 's3:GetObject', FILE, { ...own(), resource: resource(lets('*', 's3:GetObject', `${BUCKET}/*`, { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } })) }, 'implicit deny', { 'aws:principalorgid': ['o-2'] }],
  ],
  'another account': [
    ['needs both: both', role, 'sqs:SendMessage', FOREIGN_QUEUE, { ...own(allow('sqs:*')), resource: resource(lets({ AWS: ROLE }, 'sqs:SendMessage', FOREIGN_QUEUE)) }, 'allowed'],
    ['needs both: account and policy', role, 'sqs:SendMessage', FOREIGN_QUEUE, { ...own(allow('sqs:*')), resource: resource(lets({ AWS: ACCOUNT }, 'sqs:SendMessage', FOREIGN_QUEUE)) }, 'allowed'],
    ['only the policy', role, 'sqs:SendMessage', FOREIGN_QUEUE, own(allow('sqs:*')), 'implicit deny'],
    ['only the resource', role, 'sqs:SendMessage', FOREIGN_QUEUE, { ...own(), resource: resource(lets({ AWS: ROLE }, 'sqs:SendMessage', FOREIGN_QUEUE)) }, 'implicit deny'],
    ['even everyone needs a policy', role, 'sqs:SendMessage', FOREIGN_QUEUE, { ...own(), resource: resource(lets('*', 'sqs:SendMessage', FOREIGN_QUEUE)) }, 'implicit deny'],
    ['the resource lets in someone else', role, 'sqs:SendMessage', FOREIGN_QUEUE, { ...own(allow('*')), resource: resource(lets({ AWS: ADMIN }, 'sqs:SendMessage', FOREIGN_QUEUE)) }, 'implicit deny'],
    ['the boundary counts', role, 'sqs:SendMessage', FOREIGN_QUEUE, { ...own(allow('*')), boundaries: [statements(allow('s3:*'))], resource: resource(lets({ AWS: ROLE }, 'sqs:SendMessage', FOREIGN_QUEUE)) }, 'implicit deny'],
    ['a Deny there', role, 'sqs:SendMessage', FOREIGN_QUEUE, { ...own(allow('*')), resource: resource(lets({ AWS: ROLE }, 'sqs:*', '*'), bars('*', 'sqs:SendMessage', '*')) }, 'explicit deny'],
  ],
  'keys and roles answer to their own policy': [
    ['a key whose policy says nothing', role, 'kms:Decrypt', KEY, { ...own(allow('kms:*')), resource: resource(lets({ AWS: ADMIN }, 'kms:*')) }, 'implicit deny'],
    ['a key that leaves it to the account', role, 'kms:Decrypt', KEY, { ...own(allow('kms:*')), resource: resource(lets({ AWS: `arn:aws:iam::${ACCOUNT}:root` }, 'kms:*')) }, 'allowed'],
    ['a key that leaves it to the account, and no policy', role, 'kms:Decrypt', KEY, { ...own(), resource: resource(lets({ AWS: `arn:aws:iam::${ACCOUNT}:root` }, 'kms:*')) }, 'implicit deny'],
    ['a key that names the role', role, 'kms:Decrypt', KEY, { ...own(), resource: resource(lets({ AWS: ROLE }, 'kms:Decrypt')) }, 'allowed'],
    ['a key whose policy is not in sight', role, 'kms:Decrypt', KEY, own(allow('kms:*')), 'allowed'],
    ['a role that trusts the caller', role, 'sts:AssumeRole', ADMIN, { ...own(), resource: trust({ Effect: 'Allow', Principal: { AWS: ROLE }, Action: 'sts:AssumeRole' }) }, 'allowed'],
    ['a role that trusts the account, and a policy', role, 'sts:AssumeRole', ADMIN, { ...own(allow('sts:AssumeRole', ADMIN)), resource: trust({ Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'sts:AssumeRole' }) }, 'allowed'],
    ['a role that trusts the account, and none', role, 'sts:AssumeRole', ADMIN, { ...own(), resource: trust({ Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'sts:AssumeRole' }) }, 'implicit deny'],
    ['a role that trusts someone else', role, 'sts:AssumeRole', ADMIN, { ...own(allow('sts:*')), resource: trust({ Effect: 'Allow', Principal: { AWS: USER }, Action: 'sts:AssumeRole' }) }, 'implicit deny'],
    ['a role that asks for an external id', role, 'sts:AssumeRole', ADMIN, { ...own(), resource: trust({ Effect: 'Allow', Principal: { AWS: ROLE }, Action: 'sts:AssumeRole', Condition: { StringEquals: { 'sts:ExternalId': 'x' } } }) }, 'implicit deny'],
    ['a role that gets the external id', role, 'sts:AssumeRole', ADMIN, { ...own(), resource: trust({ Effect: 'Allow', Principal: { AWS: ROLE }, Action: 'sts:AssumeRole', Condition: { StringEquals: { 'sts:ExternalId': 'x' } } }) }, 'allowed', { 'sts:externalid': ['x'] }],
    ['a service that a role trusts', { arn: 'ec2.amazonaws.com', kind: 'service' }, 'sts:AssumeRole', ADMIN, { ...own(), resource: trust({ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }) }, 'allowed'],
    ['a service that it does not', { arn: 'lambda.amazonaws.com', kind: 'service' }, 'sts:AssumeRole', ADMIN, { ...own(), resource: trust({ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }) }, 'implicit deny'],
  ],
  'callers without policies of their own': [
    ['anyone, nothing said', anyone, 's3:GetObject', FILE, own(), 'implicit deny'],
    ['anyone, everyone let in', anyone, 's3:GetObject', FILE, { ...own(), resource: resource(lets('*', 's3:GetObject', `${BUCKET}/*`)) }, 'allowed'],
    ['anyone, an account let in', anyone, 's3:GetObject', FILE, { ...own(), resource: resource(lets({ AWS: ACCOUNT }, 's3:GetObject', `${BUCKET}/*`)) }, 'implicit deny'],
    ['anyone, from the wrong address', anyone, 's3:GetObject', FILE, { ...own(), resource: resource(lets('*', 's3:GetObject', `${BUCKET}/*`, { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })) }, 'implicit deny', { 'aws:sourceip': ['198.51.100.1'] }],
    ['a service, from its source', service, 'sqs:SendMessage', QUEUE, { ...own(), resource: resource(lets({ Service: 'sns.amazonaws.com' }, 'sqs:SendMessage', QUEUE, { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:t' } })) }, 'allowed', { 'aws:sourcearn': ['arn:aws:sns:eu-west-1:111122223333:t'] }],
    ['a service, from elsewhere', service, 'sqs:SendMessage', QUEUE, { ...own(), resource: resource(lets({ Service: 'sns.amazonaws.com' }, 'sqs:SendMessage', QUEUE, { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:t' } })) }, 'implicit deny', { 'aws:sourcearn': ['arn:aws:sns:eu-west-1:444455556666:t'] }],
  ],
  'what is not known': [
    ['an unknown resource', role, 's3:GetObject', FILE, own(allow('s3:GetObject', UNKNOWN)), 'unknown'],
    ['an unknown name', role, 's3:GetObject', FILE, own(allow('s3:GetObject', `arn:aws:s3:::${UNKNOWN}/*`)), 'unknown'],
    ['an unknown name of another kind', role, 's3:GetObject', FILE, own(allow('s3:GetObject', `arn:aws:sqs:::${UNKNOWN}`)), 'implicit deny'],
    ['the own account by an unknown number', role, 'sqs:SendMessage', QUEUE, own(allow('sqs:SendMessage', `arn:${UNKNOWN}:sqs:${UNKNOWN}:${UNKNOWN}:orders`)), 'allowed'],
    ['an unknown Deny over an Allow', role, 's3:GetObject', FILE, own(allow('s3:*'), deny('s3:*', UNKNOWN)), 'unknown'],
    ['an unknown Deny over nothing', role, 's3:GetObject', FILE, own(deny('s3:*', UNKNOWN)), 'implicit deny'],
    ['an unknown effect', role, 's3:GetObject', FILE, own({ ...allow('s3:*'), Effect: UNKNOWN }), 'unknown'],
    ['an unknown action beside one that fits', role, 's3:GetObject', FILE, own(allow([UNKNOWN, 's3:GetObject'])), 'allowed'],
    ['an unknown condition', role, 's3:GetObject', FILE, own(allow('s3:*', '*', { StringEquals: { 'aws:PrincipalTag/a': UNKNOWN } })), 'unknown', { 'aws:principaltag/a': ['b'] }],
    ['an unknown principal', role, 's3:GetObject', FILE, { ...own(), resource: resource(lets({ AWS: UNKNOWN }, 's3:GetObject', `${BUCKET}/*`)) }, 'unknown'],
  ],
}

for (const [group, cases] of Object.entries(CASES)) {
  describe(group, () => {
    test.each(cases)('%s', (_, caller, action, arn, policies, expected, given = {}) => {
      const decision = evaluate({ caller, action, resource: arn, context: new Map(Object.entries(given)) }, policies)
      expect(decision.outcome).toBe(expected)
      if (expected === 'explicit deny')
        expect(decision.statements.every(({ effect }) => effect.value === 'Deny')).toBe(true)
      if (expected === 'allowed' && caller.kind !== 'root') expect(decision.statements.length).toBeGreaterThan(0)
    })
  })
}

test('there are enough cases to speak of', () => {
  expect(Object.values(CASES).flat().length).toBeGreaterThan(90)
})
