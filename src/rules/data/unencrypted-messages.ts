import type { ResourceNode } from '../../core/node.ts'
import type { Value } from '../../core/value.ts'
import { switchOf, valueAt, wordOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/unencrypted-messages',
    title: 'Queue, topic or stream is not encrypted',
    severity: 'low',
    practice: 'EBS encrypted',
    description:
      'Messages wait on disks of AWS in the clear, or under a key that nobody can take away from anybody. With KMS the key policy says who may read them, and CloudTrail who did.',
    remediation:
      'Set `kms_master_key_id` (SQS, SNS) or `kms_key_id` and `encryption_type = "KMS"` (Kinesis); `sqs_managed_sse_enabled` is enough for queues without rules to comply with.',
    cwe: ['CWE-311'],
    references: [
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html',
      'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html',
    ],
  },
  [
    { types: 'aws_sns_topic', at: 'kms_master_key_id', is: 'set', says: 'is not encrypted with a key of KMS' },
    {
      types: 'aws_sqs_queue',
      at: 'sqs_managed_sse_enabled',
      is: (value) => switchOf(value),
      where: (queue) => valueAt(queue, 'kms_master_key_id') === undefined,
      says: 'has its encryption turned off',
    },
    {
      types: 'aws_sqs_queue',
      at: 'kms_master_key_id',
      is: 'set',
      severity: 'note',
      says: 'is not encrypted with a key of KMS',
    },
    {
      types: 'aws_kinesis_stream',
      at: ['encryption_type', 'stream_encryption.encryption_type'],
      is: isKms,
      absent: 'wrong',
      says: 'is not encrypted',
    },
    {
      types: 'aws_kinesis_firehose_delivery_stream',
      at: ['server_side_encryption.enabled', 'delivery_stream_encryption_configuration_input.key_type'],
      is: isOn,
      absent: 'wrong',
      where: hasNoStreamSource,
      says: 'is not encrypted',
    },
    {
      types: 'aws_kinesis_video_stream',
      at: 'kms_key_id',
      is: 'set',
      severity: 'note',
      says: 'is encrypted with the key of AWS',
    },
    {
      types: 'aws_msk_cluster',
      at: [
        'encryption_info.encryption_at_rest_kms_key_arn',
        'encryption_info.encryption_at_rest.data_volume_kms_key_id',
      ],
      is: 'set',
      severity: 'note',
      says: 'is encrypted with the key of AWS',
    },
    {
      types: 'aws_mq_broker',
      at: ['encryption_options.kms_key_id', 'encryption_options.kms_key_id'],
      is: 'set',
      severity: 'note',
      says: 'is encrypted with the key of AWS',
    },
  ],
)

function isKms(value: Value): boolean | undefined {
  const word = wordOf(value)
  return word === undefined ? undefined : word.toUpperCase() === 'KMS'
}

/** A switch, or the kind of key where the format has that. */
function isOn(value: Value): boolean | undefined {
  return /_CMK$/.test(wordOf(value) ?? '') || switchOf(value)
}

/** What comes out of a Kinesis stream is encrypted there. */
function hasNoStreamSource(stream: ResourceNode): boolean {
  return valueAt(stream, ['kinesis_source_configuration', 'kinesis_stream_source_configuration']) === undefined
}
