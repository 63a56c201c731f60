import { describe, expect, test } from 'vitest'
import { allow } from './support/build.ts'
import { policyFile, roleTemplate, said, scan } from './support/scan.ts'

/** What public modules and templates taught: each of these was a wrong finding once. */

const document = (...Statement: object[]): string => JSON.stringify({ Version: '2012-10-17', Statement }, undefined, 2)
const open = { Effect: 'Allow', Principal: '*', Action: 'es:*', Resource: '*' }

describe('documents that are no grants', () => {
  test.each([
    ['a boundary by its file', 'policies/boundary.json'],
    ['a service control policy by its folder', 'SCPs/FullAWSAccess.json'],
    ['a stack policy by its file', 'stack-policy.json'],
  ])('%s', async (_, path) => expect(await said({ [path]: document(allow('*')) })).toEqual([]))

  test('a stack policy by its actions', async () => {
    expect(await said(policyFile({ Effect: 'Allow', Principal: '*', Action: 'Update:*', Resource: '*' }))).toEqual([])
  })

  test('a boundary by its name in a template, where nobody holds it', async () => {
    const boundary = {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: { PolicyDocument: { Version: '2012-10-17', Statement: [allow('ec2:*')] } },
    }
    expect(await said(roleTemplate([], {}, { CiPermissionsBoundary: boundary }))).toEqual([])
    const held = { ...boundary, Properties: { ...boundary.Properties, Roles: ['ci'] } }
    expect(await said(roleTemplate([], {}, { CiPermissionsBoundary: held }))).toEqual([
      'iam/service-wildcard high ec2:*',
    ])
  })

  test('a policy in a CloudTrail record', async () => {
    const record = JSON.stringify({
      Records: [{ eventName: 'UpdateDomain', requestParameters: { accessPolicies: document(open) } }],
    })
    expect(await said({ 'record.json': record })).toEqual([])
  })

  test('a policy somewhere inside a data file does not block', async () => {
    const example = JSON.stringify({ examples: { PutUserPolicy: { input: { PolicyDocument: document(allow('*')) } } } })
    expect(await said({ 'examples.json': example })).toEqual(['iam/full-admin medium *'])
  })
})

describe('roles that no code of ours can take', () => {
  const pass = { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonEKSComputePolicy'] }
  const trust = (service: string) => ({
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
    },
  })

  test("a policy of AWS on its own service's role", async () => {
    expect(await said(roleTemplate([], { ...pass, ...trust('eks.amazonaws.com') }))).toEqual([
      'iam/risky-managed-policy low arn:aws:iam::aws:policy/AmazonEKSComputePolicy',
    ])
    expect(await said(roleTemplate([], { ...pass, ...trust('ec2.amazonaws.com') }))).toEqual([
      'iam/risky-managed-policy high arn:aws:iam::aws:policy/AmazonEKSComputePolicy',
    ])
  })

  test('a path that only a service could walk', async () => {
    const statements = [allow(['ecs:RunTask', 'iam:PassRole'])]
    expect(await said(roleTemplate([statements], trust('events.amazonaws.com')))).toContain(
      'iam/privilege-escalation medium iam:PassRole',
    )
    expect(await said(roleTemplate([statements], trust('ecs-tasks.amazonaws.com')))).toContain(
      'iam/privilege-escalation high iam:PassRole',
    )
  })

  test('service-linked roles cannot be changed', async () => {
    expect(
      await said(policyFile(allow('iam:PutRolePolicy', 'arn:aws:iam::*:role/aws-service-role/fsx.amazonaws.com/*'))),
    ).toEqual([])
  })
})

describe('doors that are meant to be open, or lead nowhere', () => {
  test('a public gallery of images', async () => {
    const pull = {
      Effect: 'Allow',
      Principal: '*',
      Action: ['ecr-public:GetRepositoryPolicy', 'ecr-public:DescribeImages'],
      Resource: '*',
    }
    expect(await said(policyFile(pull))).toEqual(['trust/any-principal note *'])
  })

  test('a search domain within a VPC', async () => {
    const domain = (more: object) => ({
      Domain: {
        Type: 'AWS::OpenSearchService::Domain',
        Properties: { AccessPolicies: { Version: '2012-10-17', Statement: [open] }, ...more },
      },
    })
    expect(await said(roleTemplate([], {}, domain({ VPCOptions: { SubnetIds: ['subnet-1'] } })))).toEqual([
      'trust/any-principal medium *',
    ])
    expect(await said(roleTemplate([], {}, domain({})))).toEqual(['trust/any-principal critical *'])
  })

  test('a statement without actions', async () => {
    expect(await said(policyFile({ Effect: 'Allow', Principal: '*', Action: [], Resource: '*' }))).toEqual([])
  })
})

describe('what is not known', () => {
  test('a subject under a key that is not known here', async () => {
    const trust = {
      Effect: 'Allow',
      Principal: { Federated: { 'Fn::ImportValue': 'provider' } },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: { 'arn:aws:x:sub': 'system:serviceaccount:kube-system:aws-node' } },
    }
    const role = { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [trust] } }
    const lines = (await said(roleTemplate([], role))).filter((line) => !line.startsWith('trust/web-identity low'))
    expect(lines).toEqual([expect.stringMatching(/^trust\/undecided-trust note/)])
  })

  test('both Action and NotAction of a generated statement', async () => {
    const statement = {
      Effect: 'Allow',
      Action: { 'Fn::ImportValue': 'a' },
      NotAction: { 'Fn::ImportValue': 'b' },
      Resource: '*',
    }
    expect(await said(roleTemplate([[statement]]))).toEqual([expect.stringMatching(/^iam\/undecided-grant note/)])
  })
})

test('a document that a module is handed is told once', async () => {
  const module = `
data "aws_iam_policy_document" "grants" {
  statement {
    actions   = ["s3:*"]
    resources = ["*"]
  }
}

module "role" {
  source           = "cloudposse/iam-role/aws"
  policy_documents = [data.aws_iam_policy_document.grants.json]
}
`
  expect(await said({ 'main.tf': module })).toEqual(['iam/service-wildcard high s3:*'])
})

test('a bucket policy that is public only if a parameter says so, which by default it does not', async () => {
  const template = (byDefault: string) => ({
    'template.yaml': `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Access: {Type: String, Default: ${byDefault}, AllowedValues: [Private, Public]}
Conditions:
  IsPublic: !Equals [!Ref Access, Public]
Resources:
  Bucket: {Type: AWS::S3::Bucket}
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Fn::If:
              - IsPublic
              - {Effect: Allow, Principal: "*", Action: "s3:GetObject", Resource: !Sub "\${Bucket.Arn}/*"}
              - !Ref AWS::NoValue
`,
  })
  expect(await said(template('Private'))).toEqual([])
  expect(await said(template('Public'))).toEqual(['trust/any-principal high *'])
})

describe('an example in documentation', () => {
  const grant =
    'resource "aws_iam_role_policy_attachment" "a" {\n  role = "ci"\n  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"\n}\n'

  test('weighs less than what is deployed', async () => {
    expect(await said({ 'README.md': `# Usage\n\n\`\`\`hcl\n${grant}\`\`\`\n` })).toEqual([
      expect.stringMatching(/^iam\/risky-managed-policy medium/),
    ])
    expect(await said({ 'main.tf': grant })).toEqual([expect.stringMatching(/^iam\/risky-managed-policy critical/)])
  })
})

describe('examples of modules', () => {
  const role = (policy: string) =>
    `variable "policy_arn" {\n  default = "arn:aws:iam::aws:policy/ReadOnlyAccess"\n}\nresource "aws_iam_role" "r" {\n  name = "r"\n}\nresource "aws_iam_role_policy_attachment" "a" {\n  role       = aws_iam_role.r.name\n  policy_arn = ${policy}\n}\n`
  const ADMIN = '"arn:aws:iam::aws:policy/AdministratorAccess"'
  const call = (argument = '') => `module "role" {\n  source = "../.."\n${argument}}\n`
  const worst = async (files: Record<string, string>) => (await said(files)).map((line) => line.split(' ')[1])

  test.each(['examples/complete', 'tests/admin', 'test/fixtures', 'modules/x/examples/a'])('%s', async (dir) => {
    const source = `${'../'.repeat(dir.split('/').length)}`
    const own = call(`  policy_arn = ${ADMIN}\n`).replace('"../.."', `"${source}"`)
    expect(await worst({ 'main.tf': role('var.policy_arn'), [`${dir}/main.tf`]: own })).toEqual(['medium'])
  })

  test('what the module grants by itself, an environment, or what stands alone is none', async () => {
    expect(await worst({ 'main.tf': role(ADMIN), 'examples/a/main.tf': call() })).toEqual(['critical'])
    const environment = call(`  policy_arn = ${ADMIN}\n`).replace('"../.."', '"../modules/role"')
    expect(await worst({ 'modules/role/main.tf': role('var.policy_arn'), 'test/main.tf': environment })).toEqual([
      'critical',
    ])
    expect(await worst({ 'examples/a/main.tf': role(ADMIN) })).toEqual(['critical'])
    expect(await worst({ 'test/main.tf': role(ADMIN) })).toEqual(['critical'])
  })
  test.each(['tests/test_roles.py', 'test/role_test.go', 'tests/role.tftest.hcl'])(
    'what %s makes use of',
    async (path) => {
      const folder = path.split('/')[0]!
      expect(await worst({ [`${folder}/terraform/role/main.tf`]: role(ADMIN), [path]: '' })).toEqual(['medium'])
    },
  )
})

test('statements for a module that may be cut off or come from elsewhere are judged, or told', async () => {
  const call = (statements: string) => ({
    'main.tf': `variable "more" {}\nvariable "own" {}\nlocals {\n  admin = [{ actions = ["*"], resources = ["*"] }]\n}\nmodule "it" {\n  source = "terraform-aws-modules/eks-pod-identity/aws"\n  policy_statements = ${statements}\n}\n`,
  })
  expect(await said(call('concat(slice(local.admin, 0, var.own), [])'))).toContainEqual(
    expect.stringMatching(/^iam\/full-admin /),
  )
  const beside = 'concat(var.more, [{ actions = ["s3:GetObject"], resources = ["arn:aws:s3:::b/*"] }])'
  expect(await said(call(beside))).toContainEqual(expect.stringMatching(/^iam\/undecided-grant note /))
})

test('a template whose lists are closed further left than YAML wants, as AWS reads it', async () => {
  const template = `Resources:
  Api:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !If [ A, b, !If [ # or
        'c [',
        d
      ]]
      Text: |
        [ {
  R:
    Type: AWS::IAM::ManagedPolicy
    Properties: { Roles: [r], PolicyDocument: { Statement: [{ Effect: Allow, Action: "*", Resource: "*" }] } }
`
  expect(await said({ 't.yaml': template })).toEqual(['iam/full-admin critical *'])
})

describe('values that may be given', () => {
  const ARNS = ['arn:aws:iam::aws:policy/AdministratorAccess', 'arn:aws:iam::aws:policy/ReadOnlyAccess']
  const template = (more: string) =>
    `Parameters:\n  Arn: { Type: String, AllowedValues: [${ARNS}], ${more} }\nResources:\n  R:\n    Type: AWS::IAM::Role\n    Properties: { RoleName: r, ManagedPolicyArns: [!Ref Arn] }\n`
  const module = (more: string) =>
    `variable "arn" {\n  ${more}\n  validation {\n    condition     = contains(${JSON.stringify(ARNS)}, var.arn)\n    error_message = "x"\n  }\n}\nresource "aws_iam_role_policy_attachment" "a" {\n  role       = "r"\n  policy_arn = var.arn\n}\n`

  test.each([
    ['a parameter', { 't.yaml': template('NoEcho: false') }],
    ['a parameter with another default', { 't.yaml': template(`Default: "${ARNS[1]}"`) }],
    ['a variable', { 'main.tf': module('type = string') }],
    ['a variable with another default', { 'main.tf': module(`default = "${ARNS[1]}"`) }],
  ])('each of %s is judged, and said to be one that may be', async (_, files) => {
    const found = (await scan(files)).filter(({ severity }) => severity === 'medium')
    expect(found.map(({ hit }) => hit.message)).toEqual([
      expect.stringMatching(
        /an administrator; only where `(?:var\.arn|Arn)` is `arn:aws:iam::aws:policy\/AdministratorAccess`, which it may be\.$/,
      ),
    ])
  })

  test('the default blocks', async () => {
    const both: Record<string, string>[] = [
      { 't.yaml': template(`Default: "${ARNS[0]}"`) },
      { 'main.tf': module(`default = "${ARNS[0]}"`) },
    ]
    for (const files of both) expect((await said(files)).join('\n')).toMatch(/ critical /)
  })
})
