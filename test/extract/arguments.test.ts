import { describe, expect, test } from 'vitest'
import { canonicalType, cloudFormationClass } from '../../src/aws/resources/canonical.ts'
import { Analysis } from '../../src/core/analysis.ts'
import type { ResourceNode } from '../../src/core/node.ts'
import { numberOf, switchOf, valueAt, valuesAt, wordOf } from '../../src/extract/arguments.ts'
import { besides } from '../../src/extract/resource-index.ts'
import { parseSource } from '../../src/frontends/index.ts'

function resourcesIn(uri: string, text: string): ResourceNode[] {
  return parseSource({ uri, text }).nodes.filter((node) => node.kind === 'resource')
}

const TERRAFORM = `
resource "aws_instance" "a" {
  ebs_block_device { encrypted = true }
  ebs_block_device { volume_size = 8 }
  metadata_options { http_put_response_hop_limit = 2 }
}`

const TEMPLATE = `
Resources:
  A:
    Type: AWS::RDS::DBInstance
    Properties:
      KMSKeyId: alias/a
      StorageEncrypted: "true"
      Tags: []
`

describe('a resource is read alike, whatever it is written in', () => {
  test('names are known by their sound', () => {
    const [database] = resourcesIn('a.yaml', TEMPLATE)
    expect(wordOf(valueAt(database!, 'kms_key_id'))).toBe('alias/a')
    expect(switchOf(valueAt(database!, 'storage_encrypted'))).toBe(true)
    expect(valueAt(database!, 'publicly_accessible')).toBeUndefined()
  })

  test('each block gives a value, and a missing one is one unless the step says otherwise', () => {
    const [machine] = resourcesIn('a.tf', TERRAFORM)
    const encrypted = valuesAt(machine!, 'ebs_block_device[].encrypted').map(({ value }) => switchOf(value))
    expect(encrypted).toEqual([true, undefined])
    expect(numberOf(valueAt(machine!, 'metadata_options.http_put_response_hop_limit'))).toBe(2)
    expect(valuesAt(machine!, 'root_block_device.encrypted').map(({ value }) => value)).toEqual([undefined])
    expect(valuesAt(machine!, 'root_block_device[].encrypted')).toEqual([])
  })

  test('a pair is read as the format spells it', () => {
    const [database] = resourcesIn('a.yaml', TEMPLATE)
    expect(wordOf(valueAt(database!, ['nothing', 'kms_key_id']))).toBe('alias/a')
    expect(valueAt(database!, ['kms_key_id', 'nothing'])).toBeUndefined()
    expect(valuesAt(database!, ['kms_key_id', undefined])).toEqual([])
  })
})

test.each([
  ['AWS::EC2::SecurityGroup', 'aws_security_group'],
  ['AWS::KMS::Key', 'aws_kms_key'],
  ['AWS::Logs::LogGroup', 'aws_cloudwatch_log_group'],
  ['AWS::EFS::FileSystem', 'aws_efs_file_system'],
  ['awscc_s3_bucket', 'aws_s3_bucket'],
  ['aws_alb', 'aws_lb'],
  ['aws_vpc', 'aws_vpc'],
])('%s is %s', (name, canonical) => expect(canonicalType(name)).toBe(canonical))

test('classes of the CDK are types of CloudFormation', () => {
  expect(cloudFormationClass('ec2', 'SecurityGroupIngress')).toBe('AWS::EC2::SecurityGroupIngress')
  expect(cloudFormationClass('ec2', 'Nothing')).toBeUndefined()
})

test('what stands beside a resource is its own, or of nobody who is known', () => {
  const nodes = resourcesIn(
    'a.tf',
    `
variable "bucket" {}
resource "aws_s3_bucket" "a" { bucket = "a" }
resource "aws_s3_bucket" "b" { bucket = "b" }
resource "aws_s3_bucket_versioning" "a" { bucket = aws_s3_bucket.a.id }
resource "aws_s3_bucket_logging" "any" { bucket = var.bucket }
`,
  )
  const unit = new Analysis(nodes)
  const [a, b] = nodes
  expect(besides(unit, a!, 'aws_s3_bucket_versioning', 'bucket')).toHaveLength(1)
  expect(besides(unit, b!, 'aws_s3_bucket_versioning', 'bucket')).toHaveLength(0)
  expect(besides(unit, b!, 'aws_s3_bucket_logging', 'bucket')).toHaveLength(1)
})
