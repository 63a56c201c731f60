import { describe, expect, test } from 'vitest'
import { said } from '../iam/support/scan.ts'
import { plain, snapshot } from './support.ts'

const MODULES = [
  'dynamodb',
  'ec2',
  'ecr',
  'events',
  'iam',
  'kms',
  'lambda',
  'logs',
  's3',
  'secretsmanager',
  'sns',
  'sqs',
  'ssm',
  'stepfunctions',
]
const HEAD = MODULES.map((name) => `import * as ${name} from 'aws-cdk-lib/aws-${name}'\n`).join('')
const ROLE = "const role = new iam.Role(this, 'Ci', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') })\n"
const stack = (source: string) => ({ 'stack.ts': HEAD + source })
const granted = (source: string) =>
  snapshot(stack(ROLE + source))
    .policies()
    .filter((line) => !line.startsWith('trust'))

describe('what the grants of the CDK permit', () => {
  test.each([
    [
      "new dynamodb.Table(this, 'T', {}).grantFullAccess(role)",
      'identity role Ci: Allow dynamodb:* arn:?:dynamodb:?:?:table/?',
    ],
    ["new kms.Key(this, 'K').grantDecrypt(role)", 'identity role Ci: Allow kms:Decrypt arn:?:kms:?:?:key/?'],
    [
      "const other = new iam.Role(this, 'O', { roleName: 'admin' })\nother.grantPassRole(role)",
      'identity role Ci: Allow iam:PassRole arn:?:iam::?:role/admin',
    ],
    ['props.topic.grantPublish(role)', 'identity role Ci: Allow sns:Publish arn:?:sns:?:?:?'],
    ['this.dataBucket.grantDelete(role)', 'identity role Ci: Allow s3:DeleteObject* arn:?:s3:::?/*'],
    [
      'props.table.grant(role, "dynamodb:DeleteTable")',
      'identity role Ci: Allow dynamodb:DeleteTable arn:?:dynamodb:?:?:table/?',
    ],
    ['iam.Grant.addToPrincipal({ grantee: role, actions: ["*"], resourceArns: ["*"] })', 'identity role Ci: Allow * *'],
    [
      "new lambda.Function(this, 'F', {}).grantInvoke(new iam.AnyPrincipal())",
      'resource resource F: Allow lambda:InvokeFunction arn:?:lambda:?:?:function:? AWS=*',
    ],
    [
      "new sqs.Queue(this, 'Q').grantPurge(new iam.OrganizationPrincipal('o-1'))",
      'resource resource Q: Allow sqs:PurgeQueue,sqs:GetQueueAttributes,sqs:GetQueueUrl arn:?:sqs:?:?:? *=* StringEquals aws:PrincipalOrgID o-1',
    ],
    [
      "new lambda.Function(this, 'F', {}).addPermission('P', { principal: new iam.ServicePrincipal('sns.amazonaws.com'), sourceArn: 'arn:aws:sns:eu-west-1:111122223333:t' })",
      'resource resource F: Allow lambda:InvokeFunction arn:?:lambda:?:?:function:? Service=sns.amazonaws.com ArnLike aws:SourceArn arn:aws:sns:eu-west-1:111122223333:t',
    ],
  ])('%s', (source, line) => {
    expect(granted(source)).toContain(line)
  })

  test.each(['aws_ssm.StringParameter', 'StringParameter'])('a class by its module or by itself: %s', (name) => {
    const source = `import { aws_ssm } from 'aws-cdk-lib'\nimport { StringParameter } from 'aws-cdk-lib/aws-ssm'\nconst settings = new ${name}(this, 'S', { stringValue: 'x' })\nsettings.grantRead(role)`
    expect(granted(source).join('\n')).toContain('ssm:GetParameter,')
  })

  test('what is granted to a principal that a role cannot be handed to is nothing', () => {
    expect(granted('role.grantAssumeRole(new iam.AnyPrincipal())')).toEqual([])
  })

  test.each([
    "new s3.Bucket(this, 'B').grantRead(new iam.AnyPrincipal())",
    "new sqs.Queue(this, 'Q').grantSendMessages(new iam.AccountPrincipal('*'))",
    "new secretsmanager.Secret(this, 'S').grantRead(new iam.StarPrincipal())",
    "new ecr.Repository(this, 'R').grantPull(new iam.AnyPrincipal())",
    "new s3.Bucket(this, 'B', { publicReadAccess: true })",
    "new lambda.Function(this, 'F', {}).addPermission('P', { principal: new iam.AnyPrincipal() })",
    "new s3.Bucket(this, 'B', { accessControl: s3.BucketAccessControl.PUBLIC_READ_WRITE })",
    "policy.addPropertyOverride('PolicyDocument.Statement.0', { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' })",
  ])('anyone: %s', async (source) => {
    expect((await said(stack(source))).join('\n')).toMatch(/^trust\/[\w-]+ (critical|high) /m)
  })

  test('in Python', async () => {
    const source =
      'from aws_cdk import aws_iam as iam, aws_sns as sns\nsns.Topic(self, "T").grant_publish(iam.AnyPrincipal())\n'
    expect(await said({ 'stack.py': source })).toEqual([expect.stringContaining('trust/any-principal high')])
  })
})

const ADMIN = 'arn:?:iam::aws:policy/AdministratorAccess'
const attached = (files: Record<string, string>) => snapshot(files).attachments().map(plain)

describe('loops, constants and names of other modules', () => {
  test.each([
    [
      'a loop',
      {
        'a.ts': `${HEAD}${ROLE}for (const name of ['AdministratorAccess']) role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName(name))`,
      },
    ],
    [
      'forEach',
      {
        'a.ts': `${HEAD}${ROLE}const NAMES = ['ReadOnlyAccess', 'AdministratorAccess']\nNAMES.forEach((name) => role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName(name)))`,
      },
    ],
    [
      'map',
      {
        'a.ts': `${HEAD}new iam.Role(this, 'Ci', { managedPolicies: ['AdministratorAccess'].map((name) => iam.ManagedPolicy.fromAwsManagedPolicyName(name)) })`,
      },
    ],
    [
      'a comprehension',
      {
        'a.py':
          'from aws_cdk import aws_iam as iam\niam.Role(self, "Ci", managed_policies=[iam.ManagedPolicy.from_aws_managed_policy_name(n) for n in ["AdministratorAccess"]])',
      },
    ],
    [
      'a member of a constant',
      {
        'a.ts': `${HEAD}const P = { admin: 'AdministratorAccess' }\n${ROLE}role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName(P.admin))`,
      },
    ],
    [
      'members of objects in a loop',
      {
        'a.ts': `${HEAD}${ROLE}for (const one of [{ name: 'AdministratorAccess' }]) role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName(one.name))`,
      },
    ],
    [
      'a module by another name',
      {
        'a.ts':
          "import { aws_iam as i } from 'aws-cdk-lib'\nnew i.Role(this, 'Ci', { managedPolicies: [i.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')] })",
      },
    ],
    [
      "Pulumi's constant in Python",
      {
        'a.py':
          'import pulumi_aws as aws\naws.iam.Role("Ci", managed_policy_arns=[aws.iam.ManagedPolicy.ADMINISTRATOR_ACCESS])',
      },
    ],
    [
      "Pulumi's class by its name alone",
      {
        'a.ts':
          "import { ManagedPolicy, RolePolicyAttachment } from '@pulumi/aws/iam'\nnew RolePolicyAttachment('a', { role: 'Ci', policyArn: ManagedPolicy.AdministratorAccess })",
      },
    ],
    [
      'a piece of a template',
      {
        'a.ts': `import * as cdk from 'aws-cdk-lib'\nnew cdk.CfnResource(this, 'Ci', { type: 'AWS::IAM::Role', properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] } })`,
      },
    ],
    [
      'an override',
      {
        'a.ts': `${HEAD}${ROLE}role.addPropertyOverride('ManagedPolicyArns', ['arn:aws:iam::aws:policy/AdministratorAccess'])`,
      },
    ],
    [
      "a resource of boto3's",
      {
        'a.py':
          'import boto3\niam = boto3.resource("iam")\niam.Role("Ci").attach_policy(PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")',
      },
    ],
  ])('%s', (_name, files) => {
    const found = attached(files as Record<string, string>).map((line) => line.replace(/^arn:aws:/, 'arn:?:'))
    expect(found).toContain(`${ADMIN} -> role Ci`)
  })

  test('a text put together of what a loop goes over', () => {
    const files = {
      'a.ts':
        "import * as aws from '@pulumi/aws'\nfor (const n of ['AdministratorAccess', 'ReadOnlyAccess']) new aws.iam.RolePolicyAttachment(n, { role: 'Ci', policyArn: `arn:aws:iam::aws:policy/${n}` })",
    }
    expect(attached(files)).toEqual([
      'arn:aws:iam::aws:policy/AdministratorAccess -> role Ci',
      'arn:aws:iam::aws:policy/ReadOnlyAccess -> role Ci',
    ])
  })
})

test('a statement that is put together call by call', () => {
  const source = `const some = new iam.PolicyStatement()
some.addActions('iam:AttachRolePolicy')
some.addAllResources()
some.addCondition('StringEquals', { 'iam:PolicyARN': 'arn:p' })
some.addSourceAccountCondition('111122223333')
some.addAnyPrincipal()
some.effect = iam.Effect.DENY
role.addToPolicy(some)`
  expect(granted(source)).toEqual([
    'identity role Ci: Deny iam:AttachRolePolicy * AWS=* StringEquals iam:PolicyARN arn:p;StringEquals aws:SourceAccount 111122223333',
  ])
})

test('what a test of a program attaches blocks nobody, and an action without a name is none', async () => {
  const call =
    'import boto3\nboto3.client("iam").attach_user_policy(UserName="bob", PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")\n'
  const worst = async (path: string) => (await said({ [path]: call })).map((line) => line.split(' ')[1]).sort()
  expect(await worst('ops/grant.py')).toContain('critical')
  expect(await worst('ops/tests/test_grant.py')).not.toContain('critical')
  const policy = { Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: [''], Resource: '*' }] }
  const template = { Resources: { F: { Type: 'AWS::EFS::FileSystem', Properties: { FileSystemPolicy: policy } } } }
  expect(await said({ 't.json': JSON.stringify(template) })).toEqual([])
})
