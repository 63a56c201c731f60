import { describe, expect, test } from 'vitest'
import { locate } from '../../src/core/text.ts'
import { mistakeIn, snapshot, written } from './support.ts'

const CDK = "import * as iam from 'aws-cdk-lib/aws-iam'\n"
const cdk = (source: string) => snapshot({ 'stack.ts': CDK + source })
const pythonCdk = (source: string) => snapshot({ 'stack.py': `from aws_cdk import aws_iam as iam\n${source}` })
const pulumi = (source: string) => snapshot({ 'index.ts': `import * as aws from '@pulumi/aws'\n${source}` })

describe('CDK in TypeScript', () => {
  test('a role with its trust, its policies and its boundary', () => {
    const found = cdk(`
const ACTION = 's3:*'
const role = new iam.Role(this, 'Deploy', {
  assumedBy: new iam.CompositePrincipal(new iam.ServicePrincipal('ec2.amazonaws.com'), new iam.AccountPrincipal('111122223333')),
  managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')],
  permissionsBoundary: iam.ManagedPolicy.fromManagedPolicyArn(this, 'B', 'arn:aws:iam::111122223333:policy/b'),
  inlinePolicies: { one: new iam.PolicyDocument({ statements: [new iam.PolicyStatement({ actions: [ACTION], resources: ['*'] })] }) },
})
role.addToPolicy(new iam.PolicyStatement({
  effect: iam.Effect.DENY,
  actions: [\`ec2:\${verb}\`],
  notResources: [bucket.bucketArn, bucket.arnForObjects('x/*')],
  conditions: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
}))
role.addToPrincipalPolicy(new iam.PolicyStatement({ notActions: ['iam:*'], resources: ['*'] }))
role.addManagedPolicy(iam.ManagedPolicy.fromManagedPolicyArn(this, 'M', 'arn:aws:iam::aws:policy/PowerUserAccess'))
`)
    expect(found.policies()).toEqual([
      'trust role Deploy: Allow sts:AssumeRole Service=ec2.amazonaws.com',
      'trust role Deploy: Allow sts:AssumeRole AWS=arn:?:iam::111122223333:root',
      'identity role Deploy: Allow s3:* *',
      'identity role Deploy: Deny ec2:? !arn:?:s3:::?,!arn:?:s3:::?/x/* StringEquals aws:RequestedRegion eu-west-1',
      'identity role Deploy: Allow !iam:* *',
    ])
    expect(found.attachments().map((line) => line.replaceAll('\uE000', '?'))).toEqual([
      'arn:?:iam::aws:policy/AdministratorAccess -> role Deploy',
      'arn:aws:iam::111122223333:policy/b -> role Deploy (boundary)',
      'arn:aws:iam::aws:policy/PowerUserAccess -> role Deploy',
    ])
    expect(found.all('identity')).toMatchObject([{ hasBoundary: true, holder: { address: 'Deploy' } }])
    const [action] = found.all('policy')[1]!.document.statements[0]!.actions
    expect([action!.span, action!.origin!].map(found.at)).toEqual(['ACTION', 's3:*'])
  })

  test('who may assume a role', () => {
    const trusts: [principal: string, line: string][] = [
      ['new iam.AnyPrincipal()', 'sts:AssumeRole AWS=*'],
      ['new iam.StarPrincipal()', 'sts:AssumeRole *=*'],
      ['new iam.ArnPrincipal("arn:a")', 'sts:AssumeRole AWS=arn:a'],
      ['new iam.OrganizationPrincipal("o-1")', 'sts:AssumeRole *=* StringEquals aws:PrincipalOrgID o-1'],
      [
        'new iam.WebIdentityPrincipal(gh.openIdConnectProviderArn, {StringLike: {"token:sub": "repo:*"}})',
        'sts:AssumeRoleWithWebIdentity Federated=arn:?:iam::?:oidc-provider/token.actions.githubusercontent.com StringLike token:sub repo:*',
      ],
      [
        'new iam.FederatedPrincipal("arn:p", {StringEquals: {a: "b"}}, "sts:AssumeRoleWithSAML")',
        'sts:AssumeRoleWithSAML Federated=arn:p StringEquals a b',
      ],
      ['new iam.ArnPrincipal("arn:a").withConditions({Bool: {c: "true"}})', 'sts:AssumeRole AWS=arn:a Bool c true'],
      ['somebody', 'sts:AssumeRole ?=?'],
    ]
    for (const [principal, line] of trusts) {
      const source = `const gh = new iam.OpenIdConnectProvider(this, 'G', {url: 'https://token.actions.githubusercontent.com'})\nnew iam.Role(this, 'R', { assumedBy: ${principal} })`
      expect(cdk(source).policies()).toEqual([`trust role R: Allow ${line}`])
    }
  })

  test('resources, endpoints, policies of their own and statements that nobody takes', () => {
    const found = cdk(`
const bucket = new s3.Bucket(this, 'Data')
bucket.addToResourcePolicy(new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], actions: ['s3:GetObject'], resources: ['*'] }))
bucket.grantPublicAccess()
const fn = new lambda.Function(this, 'Fn', {})
fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['*'], resources: ['*'] }))
new iam.ManagedPolicy(this, 'Mp', { statements: [new iam.PolicyStatement({ actions: ['a:b'], resources: ['*'] })], roles: [fn.role] })
new kms.Key(this, 'Key', { policy: iam.PolicyDocument.fromJson({ Statement: [{ Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' }] }) })
const endpoint = new ec2.GatewayVpcEndpoint(this, 'E', {})
endpoint.addToPolicy(new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], actions: ['*'], resources: ['*'] }))
const loose = new iam.PolicyStatement({ actions: ['c:d'], resources: ['*'] })
`)
    expect(found.policies()).toEqual([
      'resource resource Data: Allow s3:GetObject * AWS=*',
      'resource resource Data: Allow s3:GetObject arn:?:s3:::?/* *=*',
      'identity role Fn: Allow * *',
      'identity managed-policy Mp, role fn.role: Allow a:b *',
      'resource resource Key: Allow kms:* * *=*',
      'boundary resource E: Allow * * AWS=*',
      'identity: Allow c:d *',
    ])
    expect(found.all('policy').flatMap(({ holders }) => holders.flatMap(({ service }) => service ?? []))).toEqual([
      's3',
      's3',
      'kms',
      'ec2',
    ])
  })

  test('user-data and environments', () => {
    const source = `${CDK}
const PASSWORD = 'const-secret'
const ud = ec2.UserData.forLinux()
ud.addCommands('yum update', 'export A=one', \`export B=\${x}\`)
new ec2.Instance(this, 'I', { userData: ec2.UserData.custom('#!/bin/bash\\nexport C=two') })
new ec2.CfnInstance(this, 'J', { userData: cdk.Fn.base64(\`#!/bin/bash
export D=three\`) })
new lambda.Function(this, 'F', { environment: { E: 'four', G: PASSWORD, H: process.env.H } })
fn.addEnvironment('I', 'five')
task.addContainer('c', { environment: { J: 'six' } })
new codebuild.Project(this, 'P', { environmentVariables: { K: { value: 'seven' }, L: { value: 'x', type: codebuild.BuildEnvironmentVariableType.SECRETS_MANAGER } } })
new ssm.StringParameter(this, 'S', { parameterName: '/p', stringValue: 'eight' })
new rds.DatabaseInstance(this, 'D', { credentials: rds.Credentials.fromPassword('u', SecretValue.unsafePlainText('nine')) })
`
    const found = snapshot({ 'stack.ts': source })
    expect(found.scripts('user-data')).toEqual([
      'shell: yum update\nexport A=one\nexport B=?',
      'shell: #!/bin/bash\nexport C=two',
      'shell: #!/bin/bash\nexport D=three',
    ])
    expect(found.settings().map((line) => line.replace(/^(\S+) \S+ /, '$1 '))).toEqual([
      'lambda-environment E=four',
      'lambda-environment G=const-secret',
      'lambda-environment H=?',
      'lambda-environment I=five',
      'ecs-environment J=six',
      'build-environment K=seven',
      'ssm-parameter /p=eight',
      'provider password=nine',
    ])
    for (const { text } of found.all('script')) expect(mistakeIn(text, { 'stack.ts': source })).toBeUndefined()
    expect(written(found.all('script')[1]!.text, 'C=two', source)).toBe('C=two')
    const constant = found.all('setting').find(({ name }) => name.value === 'G')!
    expect(source.slice(0, constant.value.span.start)).toMatch(/const PASSWORD = '$/)
  })
})

describe('CDK in Python', () => {
  test('statements, principals, user-data, environments', () => {
    const source = `
NAME = "logs"
role = iam.Role(self, "Deploy", assumed_by=iam.AnyPrincipal(),
    managed_policies=[iam.ManagedPolicy.from_aws_managed_policy_name("AdministratorAccess")])
role.add_to_policy(iam.PolicyStatement(effect=iam.Effect.ALLOW, actions=["s3:*", f"ec2:{verb}"],
    resources=["arn:aws:s3:::" + NAME, bucket.bucket_arn]))
self.queue = sqs.Queue(self, "Q")
self.queue.add_to_resource_policy(iam.PolicyStatement(principals=[iam.StarPrincipal()], actions=["sqs:*"], resources=["*"]))
user_data = ec2.UserData.for_linux()
user_data.add_commands("export A=one", """export B=two
export C=three""")
_lambda.Function(self, "F", environment={"D": "four", "E": table.table_name})
ec2_client.run_instances(UserData="""#!/bin/bash
export F=five""")
`
    const found = pythonCdk(source)
    expect(found.policies()).toEqual([
      'trust role Deploy: Allow sts:AssumeRole AWS=*',
      'identity role Deploy: Allow s3:*,ec2:? arn:aws:s3:::logs,arn:?:s3:::?',
      'resource resource Q: Allow sqs:* * *=*',
    ])
    expect(found.attachments().map((line) => line.replaceAll('\uE000', '?'))).toEqual([
      'arn:?:iam::aws:policy/AdministratorAccess -> role Deploy',
    ])
    expect(found.scripts('user-data')).toEqual([
      'shell: export A=one\nexport B=two\nexport C=three',
      'shell: #!/bin/bash\nexport F=five',
    ])
    expect(found.settings().map((line) => line.replace(/^(\S+) \S+ /, '$1 '))).toEqual([
      'lambda-environment D=four',
      'lambda-environment E=?',
    ])
  })
})

describe('Pulumi', () => {
  test('policies as text, as objects, as documents and through apply', () => {
    const found = pulumi(`
const trust = aws.iam.getPolicyDocument({ statements: [{ effect: 'Allow', actions: ['sts:AssumeRole'], principals: [{ type: 'AWS', identifiers: ['*'] }],
  conditions: [{ test: 'StringEquals', variable: 'sts:ExternalId', values: ['x'] }] }] })
const role = new aws.iam.Role('deploy', { assumeRolePolicy: trust.then(t => t.json), managedPolicyArns: ['arn:m'] })
new aws.iam.RolePolicy('a', { role: role.id, policy: JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] }) })
new aws.iam.RolePolicy('b', { role, policy: { Statement: { Effect: 'Allow', Action: 'ec2:*', Resource: '*' } } })
new aws.iam.Policy('c', { policy: bucket.arn.apply(arn => JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'x:*', Resource: arn }] })) })
new aws.s3.BucketPolicy('d', { bucket: 'logs', policy: pulumi.interpolate\`{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "\${bucket.arn}/*"}]}\` })
new aws.iam.RolePolicyAttachment('e', { role: role.name, policyArn: aws.iam.ManagedPolicy.AdministratorAccess })
new aws.lambda.Permission('f', { action: 'lambda:InvokeFunction', function: fn.name, principal: 's3.amazonaws.com' })
new aws.ec2.Instance('g', { userData: \`#!/bin/bash
export A=one\` })
new aws.lambda.Function('h', { environment: { variables: { B: 'two' } } })
new aws.rds.Instance('i', { password: 'three' })
`)
    expect(found.policies()).toEqual([
      'trust role deploy: Allow sts:AssumeRole AWS=* StringEquals sts:ExternalId x',
      'identity role deploy: Allow s3:* *',
      'identity role deploy: Allow ec2:* *',
      'identity managed-policy c: Allow x:* ?',
      'resource resource logs: Allow s3:GetObject arn:?:?:?:?:?/* *=*',
      'resource resource fn: Allow lambda:InvokeFunction arn:?:lambda:?:?:? Service=s3.amazonaws.com',
    ])
    expect(found.attachments().map((line) => line.replaceAll('\uE000', '?'))).toEqual([
      'arn:m -> role deploy',
      'arn:?:iam::aws:policy/AdministratorAccess -> role deploy',
    ])
    expect(found.scripts('user-data')).toEqual(['shell: #!/bin/bash\nexport A=one'])
    expect(found.settings().map((line) => line.replace(/^(\S+) \S+ /, '$1 '))).toEqual([
      'lambda-environment B=two',
      'provider password=three',
    ])
  })

  test('in Python', () => {
    const found = snapshot({
      '__main__.py': `import json
import pulumi_aws as aws
role = aws.iam.Role("deploy", assume_role_policy=json.dumps({"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}]}))
aws.iam.RolePolicy("a", role=role.id, policy=json.dumps({"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}))
doc = aws.iam.get_policy_document(statements=[aws.iam.GetPolicyDocumentStatementArgs(actions=["s3:*"], resources=["*"])])
aws.iam.UserPolicy("b", user="bob", policy=doc.json)
`,
    })
    expect(found.policies()).toEqual([
      'trust role deploy: Allow sts:AssumeRole AWS=*',
      'identity role deploy: Allow * *',
      'identity user bob: Allow s3:* *',
    ])
  })
})

describe('SDKs', () => {
  test('boto3 and JavaScript', () => {
    const found = snapshot({
      'a.py': `import boto3, json
P = {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
iam.put_role_policy(RoleName="r", PolicyName="p", PolicyDocument=json.dumps(P))
iam.attach_role_policy(RoleName="r", PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")
`,
      'b.js': `const { PutBucketPolicyCommand } = require('@aws-sdk/client-s3')
await client.send(new PutBucketPolicyCommand({ Bucket: 'b', Policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}]}' }))
`,
    })
    expect(found.policies()).toEqual(['identity role r: Allow * *', 'resource resource b: Allow s3:GetObject * *=*'])
    expect(found.attachments()).toEqual(['arn:aws:iam::aws:policy/AdministratorAccess -> role r'])
  })

  test('programs that use none of it are not read', () => {
    expect(
      snapshot({ 'a.ts': 'export const policy = { Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }' })
        .nodes,
    ).toEqual([])
  })
})

test('a service of the Serverless Framework in TypeScript', () => {
  const source = `import type { AWS } from '@serverless/typescript'
const service: AWS = {
  service: 'x',
  provider: { name: 'aws', environment: { A: 'b' }, iam: { role: { statements: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] } } },
}
module.exports = service
`
  const found = snapshot({ 'serverless.ts': source })
  expect(found.policies()).toEqual(['identity role IamRoleLambdaExecution: Allow s3:* *'])
  expect(found.settings()).toEqual(['lambda-environment provider A=b'])
})

test('broken programs give what is whole', () => {
  const source =
    "new iam.Role(this, 'R', { assumedBy: new iam.AnyPrincipal() }\nnew iam.User(this, 'U', {\n  managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')"
  expect(cdk(source).policies()).toEqual(['trust role R: Allow sts:AssumeRole AWS=*'])
})

describe('a constant in a text', () => {
  test.each([
    ['stack.ts', "import 'aws-cdk-lib'\nconst word = 'letters'\nud.addUserData(`export PASSWORD=${word} ${other}`)\n"],
    [
      'stack.ts',
      "import 'aws-cdk-lib'\nconst word = 'letters'\nud.addUserData('export PASSWORD=' + word + ' ' + other)\n",
    ],
    ['stack.py', 'import aws_cdk\nword = "letters"\nud.add_user_data(f"export PASSWORD={word} {other}")\n'],
  ])('is put in where it is used, and stands where it is written: %s %#', (path, source) => {
    const found = snapshot({ [path]: source })
    expect(found.scripts('user-data')).toEqual(['shell: export PASSWORD=letters ?'])
    const { text } = found.all('script')[0]!
    const at = text.value.indexOf('letters')
    expect(locate(text, at, at + 7).start).toBe(source.indexOf('letters'))
  })
})

test('a library counts when it is imported, in any way, and not when a comment names it', () => {
  const call = "new iam.PolicyStatement({ actions: ['*'], resources: ['*'] })\n"
  const found = (first: string) => snapshot({ 'bundle.mjs': `${first}\n${call}` }).policies().length
  for (const imported of ["from 'aws-cdk-lib'", 'import("@aws-cdk/core")', 'require(`aws-sdk`)', "from\n  'cdktf'"]) {
    expect(found(`x ${imported}`)).toBe(1)
  }
  expect(found('// node_modules/aws-cdk-lib/index.js')).toBe(0)
})

describe('languages that are not read', () => {
  const GO =
    'package main\n\nimport (\n\t"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"\n)\n\nvar role = awsiam.NewRole(nil, nil, nil)\n'
  test.each([
    ['infra.go', GO],
    ['Stack.cs', 'using Amazon.CDK;\nusing Amazon.CDK.AWS.IAM;\nnew Role(this, "Ci");\n'],
    ['Program.cs', 'using Pulumi.Aws.Iam;\nvar role = new Role("ci");\n'],
    ['Stack.java', 'import software.amazon.awscdk.services.iam.Role;\nclass Stack { Role role; }\n'],
  ])('%s is told by its name', (path, text) => {
    const [told] = snapshot({ [path]: text }).notifications
    expect(told).toMatchObject({ level: 'note', id: 'unread-language', location: { uri: path } })
  })

  test('other programs in them are nobody’s business', () => {
    expect(snapshot({ 'main.go': 'package main\n// iam policies\n' }).notifications).toEqual([])
  })
})

test('a statement of the CDK that is put together call by call', () => {
  const text = `import iam from 'aws-cdk-lib/aws-iam'
const policy = new iam.PolicyStatement()
policy.addActions('sts:AssumeRole', 'sts:TagSession')
policy.addAllResources()
const other = new iam.PolicyStatement({ actions: ['s3:GetObject'] })
other.addResources('arn:aws:s3:::reports/*')
role.addToPolicy(policy)
role.addToPolicy(other)
`
  const lines = snapshot({ 'stack.ts': text }).policies()
  expect(lines).toEqual([
    expect.stringContaining('Allow sts:AssumeRole,sts:TagSession *'),
    expect.stringContaining('Allow s3:GetObject arn:aws:s3:::reports/*'),
  ])
})
