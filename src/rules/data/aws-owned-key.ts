import type { ResourceNode } from '../../core/node.ts'
import type { Value } from '../../core/value.ts'
import { switchOf, valueAt, wordOf } from '../../extract/arguments.ts'
import { besides } from '../../extract/resource-index.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/aws-owned-key',
    title: 'Encrypted with a key that only AWS controls',
    severity: 'note',
    practice: 'KMS key policy scoped, key rotation',
    description:
      'A key of AWS cannot be taken away from anybody, its use does not show in CloudTrail, and other accounts cannot be let in or kept out by it. Where rules ask who can decrypt, a key of your own is the answer.',
    remediation: 'Name a key of KMS that is yours, with rotation on and a policy that says who may use it.',
    cwe: ['CWE-311'],
    references: ['https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html'],
  },
  [
    { types: 'aws_secretsmanager_secret', at: 'kms_key_id', is: 'set', says: 'is encrypted with the key of AWS' },
    {
      types: 'aws_ecr_repository',
      at: ['encryption_configuration.encryption_type', 'encryption_configuration.encryption_type'],
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value)!.startsWith('KMS')),
      absent: 'wrong',
      says: 'is encrypted with the key of AWS',
    },
    {
      types: 'aws_db_instance',
      at: 'kms_key_id',
      is: 'set',
      where: (database) =>
        switchOf(valueAt(database, 'storage_encrypted')) === true &&
        valueAt(database, ['replicate_source_db', 'source_db_instance_identifier']) === undefined,
      says: 'is encrypted with the key of AWS',
    },
    {
      types: 'aws_rds_cluster aws_docdb_cluster',
      at: 'kms_key_id',
      is: 'set',
      where: (database) => switchOf(valueAt(database, 'storage_encrypted')) === true,
      says: 'is encrypted with the key of AWS',
    },
    {
      types: 'aws_redshift_cluster aws_efs_file_system',
      at: 'kms_key_id',
      is: 'set',
      where: (store) => switchOf(valueAt(store, 'encrypted')) === true,
      says: 'is encrypted with the key of AWS',
    },
    {
      types: 'aws_neptune_cluster',
      at: ['kms_key_arn', 'kms_key_id'],
      is: 'set',
      where: (database) => switchOf(valueAt(database, 'storage_encrypted')) === true,
      says: 'is encrypted with the key of AWS',
    },
    {
      types: 'aws_db_instance aws_rds_cluster_instance',
      at: 'performance_insights_kms_key_id',
      is: 'set',
      where: (database) =>
        switchOf(valueAt(database, ['performance_insights_enabled', 'enable_performance_insights'])) === true,
      says: 'keeps its Performance Insights under the key of AWS',
    },
    {
      types: 'aws_elasticsearch_domain aws_opensearch_domain',
      at: ['encrypt_at_rest.kms_key_id', 'encryption_at_rest_options.kms_key_id'],
      is: 'set',
      where: (domain) =>
        switchOf(valueAt(domain, ['encrypt_at_rest.enabled', 'encryption_at_rest_options.enabled'])) === true,
      says: 'is encrypted with the key of AWS',
    },
    {
      types: 'aws_memorydb_cluster',
      at: ['kms_key_arn', 'kms_key_id'],
      is: 'set',
      says: 'is encrypted with the key of AWS',
    },
    {
      types: 'aws_dms_replication_instance',
      at: ['kms_key_arn', 'kms_key_id'],
      is: 'set',
      says: 'is encrypted with the key of AWS',
    },
    {
      types: 'aws_fsx_file_system',
      at: 'kms_key_id',
      is: 'set',
      says: 'is encrypted with the key of AWS',
    },
    {
      types: 'aws_sns_topic aws_sqs_queue',
      at: 'kms_master_key_id',
      is: isOwnKey,
      says: 'is encrypted with the key of AWS',
    },
    {
      types:
        'aws_secretsmanager_secret aws_db_instance aws_rds_cluster aws_docdb_cluster aws_redshift_cluster aws_efs_file_system aws_ebs_volume aws_kinesis_stream aws_cloudwatch_log_group aws_cloudtrail',
      at: 'kms_key_id',
      is: isOwnKey,
      says: 'is encrypted with the key of AWS',
    },
    {
      types: 'aws_kinesis_stream',
      at: [undefined, 'stream_encryption.key_id'],
      is: isOwnKey,
      says: 'is encrypted with the key of AWS',
    },
    {
      types: 'aws_ebs_volume',
      at: 'kms_key_id',
      is: 'set',
      where: (store) => switchOf(valueAt(store, 'encrypted')) === true,
      says: 'is encrypted with the key of AWS',
    },
    {
      types: 'aws_elasticache_replication_group',
      at: 'kms_key_id',
      is: 'set',
      where: (store) => switchOf(valueAt(store, 'at_rest_encryption_enabled')) === true,
      says: 'is encrypted with the key of AWS',
    },
    {
      types: 'aws_lambda_function',
      at: ['kms_key_arn', 'kms_key_arn'],
      is: 'set',
      where: (one) => valueAt(one, 'environment.variables') !== undefined,
      says: 'has its environment encrypted with the key of AWS',
    },
    {
      types: 'aws_s3_bucket',
      at: [
        'server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm',
        'bucket_encryption.server_side_encryption_configuration.server_side_encryption_by_default.sse_algorithm',
      ],
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value)!.startsWith('aws:kms')),
      absent: 'wrong',
      unless: (bucket, { unit }) =>
        besides(unit, bucket, 'aws_s3_bucket_server_side_encryption_configuration', 'bucket').some(
          (one) => !isPlain(one),
        ),
      says: 'is encrypted with the key of S3',
    },
  ],
)

/** The keys that AWS makes for a service go by aliases of their own. */
function isOwnKey(value: Value): boolean {
  return !/^(?:arn:[^/]*:)?alias\/aws\//.test(wordOf(value) ?? '')
}

function isPlain(configuration: ResourceNode): boolean {
  return wordOf(valueAt(configuration, 'rule.apply_server_side_encryption_by_default.sse_algorithm')) === 'AES256'
}
