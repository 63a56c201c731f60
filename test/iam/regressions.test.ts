import { describe, expect, test } from 'vitest'
import { allow, deny } from './support/build.ts'
import { policyFile, roleTemplate, said } from './support/scan.ts'

/** What users of other scanners complain about most, each as a test of its own. */

describe('`*` where AWS allows nothing else (checkov 5134, 5442, 7279)', () => {
  test('actions that accept no resource', async () => {
    expect(
      await said(
        policyFile(
          allow([
            'ecr:GetAuthorizationToken',
            'ec2:DescribeInstances',
            'xray:PutTraceSegments',
            's3:ListAllMyBuckets',
            'autoscaling:DescribeAutoScalingGroups',
          ]),
        ),
      ),
    ).toEqual([])
  })

  test('actions whose resource is optional', async () => {
    expect(await said(policyFile(allow(['cloudwatch:PutMetricData', 'ssm:StartSession'])))).toEqual([
      'iam/privilege-escalation note ssm:StartSession',
    ])
  })

  test('actions whose resource does not exist yet', async () => {
    expect(await said(policyFile(allow(['s3:CreateBucket', 'logs:CreateLogGroup', 'ec2:CreateVolume'])))).toEqual([])
  })

  test('yet those that can be narrowed are named', async () => {
    expect(await said(policyFile(allow(['ecr:GetAuthorizationToken', 'ecr:PutImage'])))).toEqual([
      'iam/resource-wildcard low *',
    ])
  })
})

describe('resource policies and keys judged as identity policies (checkov 2336, tfsec 794)', () => {
  test('a key policy that gives the account its key', async () => {
    const key = {
      Key: {
        Type: 'AWS::KMS::Key',
        Properties: {
          KeyPolicy: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } },
                Action: 'kms:*',
                Resource: '*',
              },
            ],
          },
        },
      },
    }
    expect(await said(roleTemplate([], {}, key))).toEqual([])
  })

  test('a bucket policy for one principal', async () => {
    const statement = {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/app' },
      Action: 's3:*',
      Resource: '*',
    }
    expect(await said(policyFile(statement))).toEqual([])
  })
})

describe('conditions ignored (tfsec 1014, cloudsplaining 278)', () => {
  test('what a tag narrows is no wildcard', async () => {
    const tagged = { StringEquals: { 'ec2:ResourceTag/owner': '${aws:username}' } }
    expect(
      await said(policyFile(allow(['ec2:StopInstances', 'ec2:TerminateInstances', 'iam:PassRole'], '*', tagged))),
    ).toEqual([])
  })

  test('a condition that is always met narrows nothing', async () => {
    const vacuous = { DateGreaterThan: { 'aws:CurrentTime': '2015-01-01T00:00:00Z' } }
    expect(await said(policyFile(allow('*', '*', vacuous)))).toEqual([
      'iam/full-admin critical *',
      'iam/vacuous-condition medium 2015-01-01T00:00:00Z',
    ])
  })
})

describe('Deny mishandled (cloudsplaining 97, checkov 4394)', () => {
  test('what is denied is not granted', async () => {
    expect(await said(policyFile(allow(['iam:PutRolePolicy', 's3:GetObject'], '*'), deny(['iam:*', 's3:*'])))).toEqual(
      [],
    )
  })

  test('a Deny statement alone is no finding', async () => {
    expect(await said(policyFile(deny('*')))).toEqual([])
    expect(
      await said(
        policyFile({
          Effect: 'Deny',
          NotAction: 'iam:*',
          Resource: '*',
          Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
        }),
      ),
    ).toEqual([])
  })

  test('a Deny that asks for a second factor does not hide an administrator', async () => {
    expect(
      await said(policyFile(allow('*'), deny('*', '*', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }))),
    ).toEqual(['iam/full-admin critical *'])
  })

  test('a Deny in another policy of the same role counts', async () => {
    expect(await said(roleTemplate([[allow('iam:PutRolePolicy')], [deny('iam:*')]]))).toEqual([])
  })
})

describe("a principal's several policies never joined (cloudsplaining 188)", () => {
  test('harmless alone, not together', async () => {
    expect(
      await said(
        roleTemplate([
          [allow('iam:PassRole', '*', { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } })],
          [allow('ec2:RunInstances')],
        ]),
      ),
    ).toEqual(['iam/privilege-escalation high iam:PassRole'])
  })

  test('a policy of AWS is a part as well', async () => {
    const pass = allow('iam:PassRole', '*', { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } })
    const managed = { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonEC2FullAccess'] }
    const found = await said(roleTemplate([[pass]], managed))
    expect(found).toContain('iam/privilege-escalation high iam:PassRole')
  })

  test('what a group holds, its members hold', async () => {
    const group = {
      Type: 'AWS::IAM::Group',
      Properties: {
        GroupName: 'g',
        Policies: [
          {
            PolicyName: 'p',
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [allow('iam:PassRole', '*', { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } })],
            },
          },
        ],
      },
    }
    const user = {
      Type: 'AWS::IAM::User',
      Properties: {
        UserName: 'u',
        Groups: ['g'],
        Policies: [
          { PolicyName: 'p', PolicyDocument: { Version: '2012-10-17', Statement: [allow('ec2:RunInstances')] } },
        ],
      },
    }
    const found = await said(roleTemplate([], {}, { G: group, U: user }))
    expect(found.filter((line) => line.startsWith('iam/privilege-escalation'))).toEqual([
      'iam/privilege-escalation high iam:PassRole',
    ])
  })
})

describe('PassRole noise (prowler 9879)', () => {
  test.each([
    [
      'one role for one service',
      allow('iam:PassRole', 'arn:aws:iam::111122223333:role/app', {
        StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
      }),
    ],
    [
      'every role for a service that nothing here starts',
      allow('iam:PassRole', '*', { StringEquals: { 'iam:PassedToService': 'glue.amazonaws.com' } }),
    ],
  ])('%s', async (_, pass) => {
    expect(
      await said(
        policyFile(
          pass,
          allow(['ecs:RegisterTaskDefinition', 'ecs:RunTask'], 'arn:aws:ecs:*:111122223333:task-definition/app:*'),
        ),
      ),
    ).toEqual([])
  })
})

describe('no plan for boundaries (checkov 5502)', () => {
  const boundary = (statement: object) => ({
    Boundary: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: { PolicyDocument: { Version: '2012-10-17', Statement: [statement] } },
    },
  })

  test('a boundary is no grant, and what it leaves out is not granted', async () => {
    expect(
      await said(
        roleTemplate(
          [[allow('*')]],
          { PermissionsBoundary: { Ref: 'Boundary' } },
          boundary(allow('s3:Get*', 'arn:aws:s3:::b/*')),
        ),
      ),
    ).toEqual([])
  })

  test('a boundary that lets everything through changes nothing', async () => {
    expect(
      await said(roleTemplate([[allow('*')]], { PermissionsBoundary: { Ref: 'Boundary' } }, boundary(allow('*')))),
    ).toEqual(['iam/full-admin critical *'])
  })

  test('a boundary that is not in sight makes it uncertain, not clean', async () => {
    expect(
      await said(roleTemplate([[allow('*')]], { PermissionsBoundary: { 'Fn::ImportValue': 'boundary' } })),
    ).toEqual(['iam/full-admin medium *', expect.stringMatching(/^iam\/undecided-attachment note/)])
  })
})

describe('GitHub trust read one value deep (checkov 5423, 7665)', () => {
  const issuer = 'token.actions.githubusercontent.com'
  const trust = (Condition: object) => ({
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition,
  })
  const audience = { StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com' } }
  const like = (...values: string[]) => trust({ ...audience, StringLike: { [`${issuer}:sub`]: values } })

  test('every value counts, not only the first', async () => {
    expect(
      await said(
        policyFile(
          like('repo:octo-org/octo-repo:ref:refs/heads/main', 'repo:octo-org/octo-repo:environment:x', 'repo:*'),
        ),
      ),
    ).toEqual(['trust/github-oidc critical repo:*'])
  })

  test('every statement counts', async () => {
    expect(
      await said(policyFile(like('repo:octo-org/octo-repo:ref:refs/heads/main'), like('repo:octo-org/*'))),
    ).toEqual(['trust/github-oidc high repo:octo-org/*'])
  })

  test('the exact subject in any operator is fine', async () => {
    for (const operator of ['StringEquals', 'StringLike', 'ForAnyValue:StringLike', 'StringEqualsIgnoreCase']) {
      const exact = {
        [operator]: { [`${issuer}:sub`]: 'repo:octo-org/octo-repo:ref:refs/heads/main' },
        'ForAnyValue:StringEquals': { [`${issuer}:aud`]: 'sts.amazonaws.com' },
      }
      expect(await said(policyFile(trust(exact)))).toEqual([])
    }
  })
})

describe('computed policies skipped (regula 403)', () => {
  test('actions and resources put together by functions', async () => {
    const computed = {
      Effect: 'Allow',
      Action: { 'Fn::Join': ['', ['iam:', 'Put', 'RolePolicy']] },
      Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*' },
    }
    const found = await said(roleTemplate([[computed]]))
    expect(found.map((line) => line.slice(0, 34))).toEqual(['iam/privilege-escalation critical '])
  })
})

describe('one document, one story', () => {
  test.each([
    ['an administrator', [allow('*'), allow(['iam:*', 's3:*']), allow('iam:PassRole')], ['iam/full-admin critical *']],
    [
      'nearly one',
      [{ Effect: 'Allow', NotAction: ['iam:*', 'organizations:*'], Resource: '*' }],
      ['iam/near-admin high iam:*'],
    ],
    ['a whole service', [allow(['s3:*'])], ['iam/service-wildcard high s3:*']],
    ['all of IAM', [allow('iam:*')], ['iam/privilege-escalation critical iam:*']],
  ])('%s', async (_, list, expected) => expect(await said(policyFile(...list))).toEqual(expected))
})

test('a Deny on the roles of one account leaves those of all others to be assumed', async () => {
  const deny = (resource: string) =>
    policyFile(
      { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' },
      { Effect: 'Deny', Action: 'sts:AssumeRole', Resource: resource },
    )
  expect(await said(deny('arn:aws:iam::444455556666:role/*'))).toContain(
    'iam/privilege-escalation medium sts:AssumeRole',
  )
  expect(await said(deny('arn:aws:iam::*:role/*'))).toEqual([])
})

test('a few letters of an id that is given out by chance are those of many others', async () => {
  const trust = (condition: object) =>
    roleTemplate([], {
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole', Condition: condition }],
      },
    })
  for (const condition of [{ 'aws:PrincipalAccount': '1???????????' }, { 'aws:PrincipalOrgID': 'o-a*' }])
    expect((await said(trust({ StringLike: condition }))).join('\n')).toContain('trust/any-principal critical')
  expect((await said(trust({ StringLike: { 'aws:PrincipalOrgID': 'o-abcdefgh12' } }))).join('\n')).not.toContain(
    'critical',
  )
})

test('a pattern that begins a name is not taken for the path of another', async () => {
  const files = roleTemplate(
    [[{ Effect: 'Allow', Action: 'iam:PutRolePolicy', Resource: 'arn:aws:iam::111122223333:role/Web-*' }]],
    {
      RoleName: 'ProvisionWebRoles',
    },
  )
  expect((await said(files)).join('\n')).toMatch(/^iam\/privilege-escalation medium /m)
})
