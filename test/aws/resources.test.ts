import { describe, expect, test } from 'vitest'
import { canonicalClass, cloudFormationClass } from '../../src/aws/resources/canonical.ts'
import { pulumiResourceType, resourceType, resourceTypes, stepsOf } from '../../src/aws/resources/index.ts'
import { NAMES, WITHOUT_CLOUDFORMATION } from '../../src/aws/resources/names.ts'
import { UNKNOWN } from '../../src/core/text.ts'
import { rules } from '../../src/rules/index.ts'
import { snapshot } from '../frontends/support.ts'

const WIDE = '{"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}'
const PUBLIC = '{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*"}]}'

test('each type that a rule asks for is known by name in every format, but for what only some have', () => {
  const asked = new Set(rules.filter(({ meta }) => !meta.id.startsWith('account/')).flatMap(({ types }) => types ?? []))
  const lines = `${NAMES}\n${WITHOUT_CLOUDFORMATION}`
  const known = new Set([...resourceTypes.flatMap(({ names }) => names), ...lines.split(/\s+/)])
  // Of CloudFormation alone: their names are derived.
  const derived = /^aws_(?:rds_db|redshift_cluster)_security_group_ingress$/
  expect([...asked].filter((type) => !known.has(type) && !derived.test(type))).toEqual([])
})

test.each([
  ['rds', 'Instance', 'aws_db_instance'],
  ['lb', 'Listener', 'aws_lb_listener'],
  ['ec2', 'LaunchConfiguration', 'aws_launch_configuration'],
  ['ec2', 'NetworkAclRule', 'aws_network_acl_rule'],
  ['s3', 'BucketV2', 'aws_s3_bucket'],
  ['s3', 'BucketVersioningV2', 'aws_s3_bucket_versioning'],
  ['cfg', 'Recorder', 'aws_config_configuration_recorder'],
  ['elb', 'LoadBalancer', 'aws_elb'],
  ['kinesis', 'Stream', 'aws_kinesis_stream'],
  ['secretsmanager', 'Secret', 'aws_secretsmanager_secret'],
])('Pulumi calls %s.%s what is %s', (module, name, type) => {
  expect(canonicalClass(module, name)).toBe(type)
})

test('a class of the CDK is known by whatever name its module has', () => {
  expect(cloudFormationClass('elbv2', 'LoadBalancer')).toBeUndefined()
  expect(cloudFormationClass('elbv2', 'Listener')).toBe('AWS::ElasticLoadBalancingV2::Listener')
  expect(cloudFormationClass('', 'DBInstance')).toBeUndefined()
  expect(cloudFormationClass('rds', 'DBInstance')).toBe('AWS::RDS::DBInstance')
  expect(cloudFormationClass('', 'FileSystem')).toBeUndefined()
  expect(cloudFormationClass('', 'TaskDefinition')).toBe('AWS::ECS::TaskDefinition')
  expect(cloudFormationClass('iam', 'Policy')).toBe('AWS::IAM::Policy')
  expect(cloudFormationClass('', 'Policy')).toBe('AWS::IAM::Policy')
  expect(cloudFormationClass('organizations', 'Policy')).toBe('AWS::Organizations::Policy')
})

test('classes of the CDK for types of CloudFormation say whom and what their rows say', () => {
  const found = snapshot({
    'stack.ts': `import * as iam from 'aws-cdk-lib/aws-iam'
const role = new iam.CfnRole(this, 'ci', { assumeRolePolicyDocument: ${PUBLIC}, permissionsBoundary: own.ref })
const own = new iam.CfnManagedPolicy(this, 'own', { policyDocument: new iam.PolicyDocument({ statements: [new iam.PolicyStatement({ actions: ['s3:Get*'], resources: ['*'] })] }) })
new iam.CfnUser(this, 'ann', { groups: [staff.ref], managedPolicyArns: [own.ref, iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess')] })
const staff = new iam.CfnGroup(this, 'staff', { policies: [new iam.CfnGroup.PolicyProperty({ policyName: 'a', policyDocument: ${WIDE} })] })
new iam.CfnPolicy(this, 'wide', { policyName: 'wide', policyDocument: ${WIDE}, roles: [role.ref] })
const site = new s3.CfnBucket(this, 'site', {})
new s3.CfnBucketPolicy(this, 'open', { bucket: site.ref, policyDocument: ${PUBLIC} })
new lambda.CfnPermission(this, 'call', { action: 'lambda:InvokeFunction', functionName: 'f', principal: '*' })
new cdk.CfnParameter(this, 'Stage', { default: 'dev' })
new kms.CfnKey(this, 'elsewhere', props)`,
  })
  expect(found.policies()).toEqual([
    'trust role ci: Allow kms:* * *=*',
    'identity managed-policy own, user ann: Allow s3:Get* *',
    'identity group staff: Allow s3:* *',
    'identity role ci: Allow s3:* *',
    'resource resource site: Allow kms:* * *=*',
    'resource resource f: Allow lambda:InvokeFunction f *=*',
  ])
  expect(found.all('attachment').map(({ policyArn, policyAnchor }) => policyAnchor ?? policyArn.value)).toEqual([
    'own',
    'own',
    `arn:${UNKNOWN}:iam::aws:policy/ReadOnlyAccess`,
  ])
  expect(found.all('identity').map((one) => [one.holder.address, one.groups, one.hasBoundary])).toEqual([
    ['ci', [], true],
    ['ann', ['staff'], false],
    ['staff', [], false],
  ])
  const [first, ...more] = found.all('resource').map(({ type, arguments: given }) => `${type} ${given.kind}`)
  expect([first, more.at(-1), more.length]).toEqual(['AWS::IAM::Role map', 'AWS::KMS::Key unknown', 8])
})

test('a name stands for one type', () => {
  const names = resourceTypes.flatMap((type) => type.names)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test('every path of a row has a spelling in each format that the row has a name of', () => {
  for (const type of resourceTypes) {
    const spellings = new Set(type.names.map((name) => (name.includes('::') ? 'cloudformation' : 'terraform')))
    const paths = [...(type.policies ?? []), ...(type.pairs ?? [])].map(({ at }) => at)
    for (const path of [...paths, ...(type.secrets ?? []), ...(type.texts ?? [])]) {
      expect([...spellings].some((spelling) => stepsOf(path, spelling as 'terraform'))).toBe(true)
    }
  }
})

test('names of Cloud Control and Pulumi follow from those of Terraform and CloudFormation', () => {
  const role = resourceType('aws_iam_role')
  expect(role).toBeDefined()
  expect(resourceType('AWS::IAM::Role')).toBe(role)
  expect(resourceType('awscc_iam_role')).toBe(role)
  expect(pulumiResourceType('iam', 'Role')).toBe(role)
  expect(pulumiResourceType('s3', 'BucketPolicy')).toBe(resourceType('aws_s3_bucket_policy'))
  expect(pulumiResourceType('ec2', 'VpcEndpoint')).toBe(resourceType('aws_vpc_endpoint'))
  expect(resourceType('awscc_lambda_permission')).toBe(resourceType('aws_lambda_permission'))
  expect(resourceType('google_iam_role')).toBeUndefined()
})

describe('one key policy, one role with a policy and one attachment say the same in every format', () => {
  const POLICIES = ['identity role ci: Allow s3:* *', 'resource resource main: Allow kms:* * *=*']
  const ATTACHED = ['arn:aws:iam::aws:policy/AdministratorAccess -> role ci']
  const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess'
  const formats: Record<string, Record<string, string>> = {
    Terraform: {
      'main.tf': `resource "aws_iam_role" "ci" {
  inline_policy {
    name   = "a"
    policy = ${JSON.stringify(WIDE)}
  }
  managed_policy_arns = ["${ADMIN}"]
}
resource "aws_kms_key" "main" {
  policy = ${JSON.stringify(PUBLIC)}
}`,
    },
    'the Cloud Control provider': {
      'main.tf': `resource "awscc_iam_role" "ci" {
  policies            = [{ policy_name = "a", policy_document = ${JSON.stringify(WIDE)} }]
  managed_policy_arns = ["${ADMIN}"]
}
resource "awscc_kms_key" "main" {
  key_policy = ${JSON.stringify(PUBLIC)}
}`,
    },
    aws_cloudcontrolapi_resource: {
      'main.tf': `resource "aws_cloudcontrolapi_resource" "ci" {
  type_name     = "AWS::IAM::Role"
  desired_state = jsonencode({ Policies = [{ PolicyName = "a", PolicyDocument = ${WIDE.replaceAll('":', '" =')} }], ManagedPolicyArns = ["${ADMIN}"] })
}
resource "aws_cloudcontrolapi_resource" "main" {
  type_name     = "AWS::KMS::Key"
  desired_state = ${JSON.stringify(`{"KeyPolicy": ${PUBLIC}}`)}
}`,
    },
    CloudFormation: {
      't.yaml': `Resources:
  ci:
    Type: AWS::IAM::Role
    Properties: {Policies: [{PolicyName: a, PolicyDocument: ${WIDE}}], ManagedPolicyArns: ["${ADMIN}"]}
  main: {Type: AWS::KMS::Key, Properties: {KeyPolicy: ${PUBLIC}}}
`,
    },
    Pulumi: {
      'index.ts': `import * as aws from '@pulumi/aws'
new aws.iam.Role('ci', { inlinePolicies: [{ name: 'a', policy: JSON.stringify(${WIDE}) }], managedPolicyArns: ['${ADMIN}'] })
new aws.kms.Key('main', { policy: JSON.stringify(${PUBLIC}) })`,
    },
    'the CDK': {
      'stack.ts': `import * as iam from 'aws-cdk-lib/aws-iam'
new iam.CfnRole(this, 'ci', { policies: [{ policyName: 'a', policyDocument: ${WIDE} }], managedPolicyArns: ['${ADMIN}'] })
new kms.CfnKey(this, 'main', { keyPolicy: ${PUBLIC} })`,
    },
  }
  const plain = (line: string) => line.replace(/\baws\w*_\w+\.(ci|main)\b/g, '$1')

  test.each(Object.keys(formats))('%s', (format) => {
    const found = snapshot(formats[format]!)
    expect(found.policies().map(plain).sort()).toEqual(POLICIES)
    expect(found.attachments().map(plain)).toEqual(ATTACHED)
  })
})
