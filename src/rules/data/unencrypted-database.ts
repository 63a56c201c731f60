import type { ResourceNode } from '../../core/node.ts'
import { valueAt, wordOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/unencrypted-database',
    title: 'Database is not encrypted',
    severity: 'low',
    practice: 'EBS encrypted',
    description:
      'Snapshots and exports of the database hold its data in the clear for whoever gets at one. It cannot be turned on later: the database has to be made anew from an encrypted snapshot.',
    remediation:
      'Set `storage_encrypted = true` (Redshift: `encrypted`), with a key of your own where others may ask who can decrypt. A database that exists is replaced by that: restore it from an encrypted copy of a snapshot.',
    cwe: ['CWE-311'],
    references: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html',
    ],
  },
  [
    {
      types: 'aws_db_instance',
      at: 'storage_encrypted',
      is: 'on',
      fix: true,
      where: isNoAurora,
      says: 'stores its data unencrypted',
    },
    {
      types: 'aws_rds_cluster',
      at: 'storage_encrypted',
      is: 'on',
      fix: true,
      where: isNotServerless,
      says: 'stores its data unencrypted',
    },
    {
      types: 'aws_neptune_cluster aws_docdb_cluster aws_rds_global_cluster aws_docdb_global_cluster',
      at: 'storage_encrypted',
      is: 'on',
      fix: true,
      where: isNoReplica,
      says: 'stores its data unencrypted',
    },
    { types: 'aws_redshift_cluster', at: 'encrypted', is: 'on', says: 'stores its data unencrypted' },
    {
      types: 'aws_dax_cluster',
      at: ['server_side_encryption.enabled', 'sse_specification.sse_enabled'],
      is: 'on',
      says: 'stores its data unencrypted',
    },
    {
      types: 'aws_db_snapshot_copy',
      at: ['kms_key_id', undefined],
      is: 'set',
      severity: 'note',
      says: 'is a copy without a key of its own',
    },
    {
      types: 'aws_db_instance_automated_backups_replication',
      at: ['kms_key_id', undefined],
      is: 'set',
      severity: 'note',
      says: 'copies backups without a key of its own',
    },
    {
      types: 'aws_elasticache_replication_group',
      at: 'at_rest_encryption_enabled',
      is: 'on',
      says: 'stores its data unencrypted',
    },
    {
      types: 'aws_memorydb_cluster',
      at: ['tls_enabled', 'tls_enabled'],
      is: 'on',
      absent: 'right',
      says: 'speaks without encryption',
    },
    {
      types: 'aws_timestreamwrite_database',
      at: 'kms_key_id',
      is: 'set',
      severity: 'note',
      says: 'has no key of its own',
    },
    {
      types: 'aws_dynamodb_table aws_dynamodb_global_table',
      at: ['server_side_encryption.enabled', 'sse_specification.sse_enabled'],
      is: 'on',
      where: (table) => table.type !== 'aws_dynamodb_global_table',
      severity: 'note',
      says: 'is encrypted with the key of AWS, whose use nobody sees',
    },
  ],
)

/** Aurora's storage belongs to the cluster; a replica and a restored database have that of their source. */
function isNoAurora(database: ResourceNode): boolean {
  const engine = wordOf(valueAt(database, 'engine'))
  return (
    !engine?.startsWith('aurora') &&
    valueAt(database, ['cluster_identifier', 'db_cluster_identifier']) === undefined &&
    isNoReplica(database)
  )
}

function isNoReplica(database: ResourceNode): boolean {
  return FROM_ELSEWHERE.every((at) => valueAt(database, at) === undefined)
}

const FROM_ELSEWHERE = [
  ['replicate_source_db', 'source_db_instance_identifier'],
  ['snapshot_identifier', 'db_snapshot_identifier'],
  ['replication_source_identifier', 'replication_source_identifier'],
  ['global_cluster_identifier', 'global_cluster_identifier'],
  ['source_db_cluster_identifier', 'source_db_cluster_identifier'],
] as const

/** Aurora Serverless v1 is always encrypted. */
function isNotServerless(cluster: ResourceNode): boolean {
  return wordOf(valueAt(cluster, 'engine_mode')) !== 'serverless' && isNoReplica(cluster)
}
