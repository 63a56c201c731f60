import type { Value } from '../../core/value.ts'
import { numberOf, valueAt, wordOf, wordsOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'audit/database-logs',
    title: 'What a database does is told nowhere but on it',
    severity: 'note',
    practice: 'log groups encrypted, retention set',
    description: 'Logs that are not sent away are gone with the machine, and alarms cannot see them.',
    remediation:
      'Name the logs in `enabled_cloudwatch_logs_exports` (`log_publishing_options` of a search domain); for what the machine does set `monitoring_interval`, for what queries do `performance_insights_enabled`.',
    cwe: ['CWE-778'],
    references: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html',
    ],
  },
  [
    {
      types: 'aws_db_instance',
      at: ['enabled_cloudwatch_logs_exports', 'enable_cloudwatch_logs_exports'],
      is: 'set',
      where: (database) => !wordOf(valueAt(database, 'engine'))?.startsWith('aurora'),
      says: 'sends its logs nowhere',
    },
    {
      types: 'aws_rds_cluster aws_docdb_cluster',
      at: ['enabled_cloudwatch_logs_exports', 'enable_cloudwatch_logs_exports'],
      is: 'set',
      says: 'sends its logs nowhere',
    },
    {
      types: 'aws_neptune_cluster',
      at: ['enable_cloudwatch_logs_exports', 'enable_cloudwatch_logs_exports'],
      is: 'set',
      says: 'sends its logs nowhere',
    },
    {
      types: 'aws_docdb_cluster',
      at: ['enabled_cloudwatch_logs_exports', 'enable_cloudwatch_logs_exports'],
      is: isAudited,
      absent: 'right',
      says: 'sends no audit log',
    },
    {
      types: 'aws_elasticsearch_domain aws_opensearch_domain',
      at: 'log_publishing_options',
      is: 'set',
      says: 'sends its logs nowhere',
    },
    {
      types: 'aws_elasticsearch_domain aws_opensearch_domain',
      at: ['log_publishing_options[].enabled', undefined],
      is: 'on',
      absent: 'right',
      says: 'has its logs turned off',
    },
    {
      types: 'aws_elasticache_replication_group aws_elasticache_cluster',
      at: ['log_delivery_configuration', 'log_delivery_configurations'],
      is: 'set',
      where: (cache) => wordOf(valueAt(cache, 'engine')) !== 'memcached',
      says: 'sends its logs nowhere',
    },
    {
      types: 'aws_db_instance aws_rds_cluster_instance',
      at: ['monitoring_interval', 'monitoring_interval'],
      is: (value) => (numberOf(value) === undefined ? undefined : numberOf(value) !== 0),
      absent: 'wrong',
      says: 'has no enhanced monitoring',
    },
    {
      types: 'aws_db_instance aws_rds_cluster_instance',
      at: ['performance_insights_enabled', 'enable_performance_insights'],
      is: 'on',
      says: 'has no Performance Insights',
    },
  ],
)

function isAudited(value: Value): boolean | undefined {
  const { known, open } = wordsOf(value)
  return known.includes('audit') || (open ? undefined : false)
}
