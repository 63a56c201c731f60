import type { ResourceNode } from '../../core/node.ts'
import { DEFAULT_THRESHOLDS, type RuleContext } from '../../core/rule.ts'
import type { Value } from '../../core/value.ts'
import { isCloudFormation, numberOf, valueAt, wordOf } from '../../extract/arguments.ts'
import { hasBeside } from '../../extract/resource-index.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/backups',
    title: 'Backups are few or none',
    severity: 'low',
    practice: 'data survives mistakes: backups, deletion protection',
    description: 'Without backups a mistake, a fault or ransomware ends the data for good.',
    remediation:
      'Keep automatic backups for a week or more (`backup_retention_period`), and turn point-in-time recovery on.',
    cwe: ['CWE-693'],
    references: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html',
    ],
  },
  [
    {
      types: 'aws_db_instance',
      at: ['backup_retention_period', 'backup_retention_period'],
      is: isKeptLongEnough,
      where: (database) =>
        isOwn(database) &&
        !(valueAt(database, 'backup_retention_period') === undefined && isCloudFormation(database.type)),
      absent: 'wrong',
      says: 'keeps no backups',
    },
    {
      types: 'aws_rds_cluster aws_docdb_cluster aws_neptune_cluster',
      at: 'backup_retention_period',
      is: isWeek,
      absent: 'wrong',
      severity: 'note',
      says: 'keeps backups for few days',
    },
    {
      types: 'aws_elasticache_cluster aws_elasticache_replication_group',
      at: 'snapshot_retention_limit',
      is: (value) => (numberOf(value) === undefined ? undefined : numberOf(value)! > 0),
      absent: 'wrong',
      severity: 'note',
      where: (cache) => wordOf(valueAt(cache, 'engine')) !== 'memcached',
      says: 'keeps no backups',
    },
    {
      types: 'aws_redshift_cluster',
      at: 'automated_snapshot_retention_period',
      is: (value) => (numberOf(value) === undefined ? undefined : numberOf(value)! > 0),
      says: 'keeps no snapshots',
    },
    {
      types: 'aws_redshift_cluster',
      at: 'automated_snapshot_retention_period',
      is: (value) => (numberOf(value) === 0 ? true : isWeek(value)),
      absent: 'wrong',
      severity: 'note',
      says: 'keeps snapshots for few days',
    },
    {
      types: 'aws_dynamodb_table',
      at: ['point_in_time_recovery.enabled', 'point_in_time_recovery_specification.point_in_time_recovery_enabled'],
      is: 'on',
      says: 'cannot be taken back to an earlier time',
    },
    {
      types: 'aws_dynamodb_global_table',
      at: [undefined, 'replicas[].point_in_time_recovery_specification.point_in_time_recovery_enabled'],
      is: 'on',
      says: 'cannot be taken back to an earlier time',
    },
    {
      types: 'aws_efs_backup_policy',
      at: 'backup_policy.status',
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value)!.startsWith('ENABL')),
      says: 'makes no backups',
    },
    {
      types: 'aws_efs_file_system',
      at: 'backup_policy',
      is: 'set',
      severity: 'note',
      unless: (system, { unit }) => hasBeside(unit, system, 'aws_efs_backup_policy', 'file_system_id'),
      says: 'makes no backups',
    },
  ],
)

function isWeek(value: Value): boolean | undefined {
  const days = numberOf(value)
  return days === undefined ? undefined : days >= 7
}

/** A replica has its source's backups, and an instance of Aurora its cluster's. */
function isOwn(database: ResourceNode): boolean {
  return (
    valueAt(database, ['replicate_source_db', 'source_db_instance_identifier']) === undefined &&
    valueAt(database, ['cluster_identifier', 'db_cluster_identifier']) === undefined &&
    !wordOf(valueAt(database, 'engine'))?.startsWith('aurora')
  )
}

function isKeptLongEnough(value: Value, { thresholds = DEFAULT_THRESHOLDS }: RuleContext): boolean | undefined {
  const days = numberOf(value)
  return days === undefined ? undefined : days >= thresholds.backupRetentionDays
}
