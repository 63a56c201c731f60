import { expect, test } from 'vitest'
import { canonicalType } from '../../src/aws/resources/canonical.ts'
import { CONSTRUCTS } from '../../src/aws/resources/constructs.ts'
import type { ResourceNode } from '../../src/core/node.ts'
import type { Value } from '../../src/core/value.ts'
import { valuesAt } from '../../src/extract/arguments.ts'
import { parseSource } from '../../src/frontends/index.ts'
import { run } from '../../src/run.ts'

/** Constructs of the CDK's second level, read as the resources that they make. */
const HEAD = `import { Duration } from 'aws-cdk-lib'
import { aws_dynamodb as dynamodb, aws_ec2 as ec2, aws_ecr as ecr, aws_ecs as ecs, aws_efs as efs, aws_kms as kms, aws_lambda as lambda, aws_logs as logs, aws_rds as rds, aws_s3 as s3, aws_sns as sns, aws_sqs as sqs, aws_cloudtrail as cloudtrail, aws_kinesis as kinesis, aws_docdb as docdb } from 'aws-cdk-lib'
`

async function scan(text: string, name = 'stack.ts') {
  return await run({
    root: '/',
    scope: { kind: 'stdin', bytes: Buffer.from(text), name },
    policyFrom: 'repository',
    paths: [],
    pathsIgnore: [],
    today: '2026-10-01',
    now: () => 0,
    env: {},
  })
}

async function rulesOf(text: string, name?: string): Promise<string[]> {
  return [...new Set((await scan(text, name)).findings.map(({ ruleId }) => ruleId))].sort()
}

/** What is wrong with the first and right with the second; of the third it is told that it is not known. */
const JUDGED: readonly (readonly [rule: string, bad: string, ok: string, unknown?: string])[] = [
  [
    'data/s3-versioning',
    's3.Bucket(this, "B")',
    's3.Bucket(this, "B", { versioned: true })',
    's3.Bucket(this, "B", { versioned: on })',
  ],
  [
    'data/s3-public-access',
    's3.Bucket(this, "B", {})',
    's3.Bucket(this, "B", { blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL })',
    's3.Bucket(this, "B", { blockPublicAccess: block })',
  ],
  [
    'data/s3-public-access',
    's3.Bucket(this, "B", { blockPublicAccess: s3.BlockPublicAccess.BLOCK_ACLS })',
    's3.Bucket(this, "B", { blockPublicAccess: new s3.BlockPublicAccess({ blockPublicAcls: true, ignorePublicAcls: true, blockPublicPolicy: true, restrictPublicBuckets: true }) })',
  ],
  [
    'data/s3-public-acl',
    's3.Bucket(this, "B", { accessControl: s3.BucketAccessControl.PUBLIC_READ })',
    's3.Bucket(this, "B", { accessControl: s3.BucketAccessControl.PRIVATE })',
  ],
  ['data/s3-plain-http', 's3.Bucket(this, "B")', 's3.Bucket(this, "B", { enforceSSL: true })'],
  ['audit/access-logs', 's3.Bucket(this, "B")', 's3.Bucket(this, "B", { serverAccessLogsBucket: logs })'],
  [
    'data/aws-owned-key',
    's3.Bucket(this, "B", { encryption: s3.BucketEncryption.S3_MANAGED })',
    's3.Bucket(this, "B", { encryption: s3.BucketEncryption.KMS })',
  ],
  [
    'data/unencrypted-database',
    'rds.DatabaseInstance(this, "D", { engine })',
    'rds.DatabaseInstance(this, "D", { engine, storageEncrypted: true })',
    'rds.DatabaseInstance(this, "D", { storageEncrypted: on })',
  ],
  [
    'data/unencrypted-database',
    'rds.DatabaseCluster(this, "D", { storageEncrypted: false })',
    'rds.DatabaseCluster(this, "D", { storageEncryptionKey: key })',
  ],
  [
    'data/deletion-protection',
    'rds.DatabaseInstance(this, "D", {})',
    'rds.DatabaseInstance(this, "D", { deletionProtection: true })',
  ],
  [
    'data/backups',
    'rds.DatabaseInstance(this, "D", { backupRetention: Duration.days(0) })',
    'rds.DatabaseInstance(this, "D", { backupRetention: Duration.days(14) })',
  ],
  [
    'data/backups',
    'rds.DatabaseCluster(this, "D", { backup: { retention: Duration.days(1) } })',
    'rds.DatabaseCluster(this, "D", { backup: { retention: Duration.days(14) } })',
  ],
  [
    'network/publicly-accessible',
    'rds.DatabaseInstance(this, "D", { publiclyAccessible: true })',
    'rds.DatabaseInstance(this, "D", {})',
  ],
  [
    'data/database-login',
    'rds.DatabaseInstance(this, "D", { engine: rds.DatabaseInstanceEngine.postgres({}) })',
    'rds.DatabaseInstance(this, "D", { engine: rds.DatabaseInstanceEngine.oracleSe2({}) })',
  ],
  [
    'data/unencrypted-database',
    'docdb.DatabaseCluster(this, "D", { storageEncrypted: false })',
    'docdb.DatabaseCluster(this, "D", {})',
  ],
  [
    'data/backups',
    'dynamodb.Table(this, "T", {})',
    'dynamodb.Table(this, "T", { pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true } })',
  ],
  [
    'data/kms-rotation',
    'kms.Key(this, "K")',
    'kms.Key(this, "K", { enableKeyRotation: true })',
    'kms.Key(this, "K", { enableKeyRotation: on })',
  ],
  ['data/kms-rotation', 'kms.Key(this, "K", {})', 'kms.Key(this, "K", { keySpec: kms.KeySpec.RSA_2048 })'],
  [
    'data/kms-deletion-window',
    'kms.Key(this, "K", { pendingWindow: Duration.days(7) })',
    'kms.Key(this, "K", { pendingWindow: Duration.days(30) })',
  ],
  [
    'audit/log-retention',
    'logs.LogGroup(this, "L", { retention: logs.RetentionDays.INFINITE })',
    'logs.LogGroup(this, "L")',
  ],
  ['audit/log-encryption', 'logs.LogGroup(this, "L")', 'logs.LogGroup(this, "L", { encryptionKey: key })'],
  [
    'data/unencrypted-messages',
    'sqs.Queue(this, "Q", { encryption: sqs.QueueEncryption.UNENCRYPTED })',
    'sqs.Queue(this, "Q", { encryption: sqs.QueueEncryption.KMS_MANAGED })',
  ],
  ['data/unencrypted-messages', 'sns.Topic(this, "T")', 'sns.Topic(this, "T", { masterKey: key })'],
  [
    'data/unencrypted-messages',
    'kinesis.Stream(this, "S", { encryption: kinesis.StreamEncryption.UNENCRYPTED })',
    'kinesis.Stream(this, "S")',
  ],
  ['data/unencrypted-volume', 'efs.FileSystem(this, "F", { encrypted: false })', 'efs.FileSystem(this, "F", { vpc })'],
  ['data/unencrypted-volume', 'ec2.Volume(this, "V", {})', 'ec2.Volume(this, "V", { encrypted: true })'],
  ['data/ecr-scan', 'ecr.Repository(this, "R")', 'ecr.Repository(this, "R", { imageScanOnPush: true })'],
  [
    'data/ecr-mutable-tags',
    'ecr.Repository(this, "R")',
    'ecr.Repository(this, "R", { imageTagMutability: ecr.TagMutability.IMMUTABLE })',
  ],
  [
    'audit/container-insights',
    'ecs.Cluster(this, "C")',
    'ecs.Cluster(this, "C", { containerInsightsV2: ecs.ContainerInsights.ENHANCED })',
  ],
  ['audit/tracing', 'lambda.Function(this, "F", {})', 'lambda.Function(this, "F", { tracing: lambda.Tracing.ACTIVE })'],
  [
    'audit/cloudtrail',
    'cloudtrail.Trail(this, "T", { isMultiRegionTrail: false })',
    'cloudtrail.Trail(this, "T", { sendToCloudWatchLogs: true, snsTopic: topic })',
  ],
  ['network/imdsv1', 'ec2.Instance(this, "I", {})', 'ec2.Instance(this, "I", { requireImdsv2: true })'],
  [
    'network/imdsv1',
    'ec2.LaunchTemplate(this, "I", { requireImdsv2: false })',
    'ec2.LaunchTemplate(this, "I", { httpTokens: ec2.LaunchTemplateHttpTokens.REQUIRED })',
  ],
]

test.each(JUDGED)('%s: %s', async (rule, bad, ok, unknown) => {
  expect(await rulesOf(`${HEAD}new ${bad}`)).toContain(rule)
  expect(await rulesOf(`${HEAD}new ${ok}`)).not.toContain(rule)
  if (unknown === undefined) return
  const { findings, notifications } = await scan(`${HEAD}new ${unknown}`)
  expect(findings.map(({ ruleId }) => ruleId)).not.toContain(rule)
  expect(notifications.flatMap(({ undecidedRules = [] }) => undecidedRules)).toContain(rule)
})

const resourcesOf = (text: string, uri = 'stack.ts') =>
  parseSource({ uri, text }).nodes.filter((node): node is ResourceNode => node.kind === 'resource')
const wordsOf = (value: Value | undefined) => (value?.kind === 'string' ? value.text.value : value?.kind)
const at = (resource: ResourceNode, path: string) => wordsOf(valuesAt(resource, [undefined, path])[0]?.value)

test('a construct is known by its module, however that is brought in, in Python too', () => {
  const typesOf = (text: string, uri?: string) => resourcesOf(text, uri).map(({ type }) => type)
  const bucket = "new Bucket(this, 'B', { versioned: true })"
  expect(typesOf(`import { Bucket } from 'aws-cdk-lib/aws-s3'\n${bucket}`)).toEqual(['AWS::S3::Bucket'])
  expect(typesOf(`import { Bucket as Pail } from 'aws-cdk-lib/aws-s3'\n${bucket.replace('Bucket', 'Pail')}`)).toEqual([
    'AWS::S3::Bucket',
  ])
  expect(typesOf(`import * as store from 'aws-cdk-lib/aws-s3'\n${bucket.replace('Bucket', 'store.Bucket')}`)).toEqual([
    'AWS::S3::Bucket',
  ])
  expect(typesOf('from aws_cdk import aws_s3 as s3\ns3.Bucket(self, "B", versioned=True)\n', 'stack.py')).toEqual([
    'AWS::S3::Bucket',
  ])
  // Of another library, or no construct at all.
  expect(
    typesOf(
      `import 'aws-cdk-lib'\nimport { DatabaseCluster } from 'aws-cdk-lib/aws-neptune'\nnew DatabaseCluster(this, 'D', {})`,
    ),
  ).toEqual([])
  expect(typesOf(`import 'aws-cdk-lib'\nnew Bucket({ versioned: true })`)).toEqual([])
})

test('what is spread in counts where it is known, and leaves the rest open where it is not', async () => {
  const bucket = (given: string) => `${HEAD}const common = { versioned: true }\nnew s3.Bucket(this, "B", ${given})`
  expect(await rulesOf(bucket('{ ...common }'))).not.toContain('data/s3-versioning')
  expect(await rulesOf(bucket('{ ...common, versioned: false }'))).toContain('data/s3-versioning')
  expect(await rulesOf(bucket('{ ...props }'))).not.toContain('data/s3-versioning')
  expect(await rulesOf(bucket('props'))).not.toContain('data/s3-versioning')
  const [python] = resourcesOf(
    'from aws_cdk import aws_s3 as s3\nCOMMON = {"versioned": True}\ns3.Bucket(self, "B", **COMMON)\n',
    'stack.py',
  )
  expect(at(python!, 'versioning_configuration.status')).toBe('Enabled')
  const statement = (given: string) =>
    `import * as iam from 'aws-cdk-lib/aws-iam'\nconst all = { actions: ['*'], resources: ['*'] }\nrole.addToPolicy(new iam.PolicyStatement(${given}))\n`
  expect(await rulesOf(statement('{ ...all }'))).toContain('iam/full-admin')
  expect(await rulesOf(statement("{ ...props, actions: ['s3:GetObject'] }"))).toContain('iam/undecided-grant')
})

test('what is done to the resource behind a construct later on leaves open what was not said', async () => {
  const machine = `${HEAD}const machine = new ec2.Instance(this, 'M', { vpc })\n`
  expect(await rulesOf(machine)).toContain('network/imdsv1')
  for (const later of [
    'machine.instance.launchTemplate = template',
    'const cfn = machine.node.defaultChild as ec2.CfnInstance',
  ])
    expect(await rulesOf(`${machine}${later}\n`)).not.toContain('network/imdsv1')
  const open = machine.replace('{ vpc }', '{ requireImdsv2: false }')
  expect(await rulesOf(`${open}machine.instance.launchTemplate = template\n`)).toContain('network/imdsv1')
})

test('a policy on a bucket of the CDK that denies plain HTTP counts', async () => {
  const deny = `new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['s3:*'], principals: [new iam.AnyPrincipal()], resources: ['*'], conditions: { Bool: { 'aws:SecureTransport': 'false' } } })`
  const text = `${HEAD}import * as iam from 'aws-cdk-lib/aws-iam'\nconst bucket = new s3.Bucket(this, 'B')\nbucket.addToResourcePolicy(${deny})\n`
  expect(await rulesOf(text)).not.toContain('data/s3-plain-http')
})

test('every row makes a type that rules know', () => {
  for (const { makes } of CONSTRUCTS) expect(canonicalType(makes)).toMatch(/^aws_/)
})
