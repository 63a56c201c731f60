import type { Value } from '../../core/value.ts'
import { partOf, switchOf, wordOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/minor-upgrades',
    title: 'Fixes of the database are not taken',
    severity: 'note',
    practice: 'dependency and action updates',
    description:
      'Minor versions mend flaws that are known; without the switch they wait for somebody to think of them.',
    remediation: 'Leave `auto_minor_version_upgrade` on.',
    cwe: ['CWE-1104'],
    references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html'],
  },
  [
    {
      types:
        'aws_db_instance aws_rds_cluster_instance aws_elasticache_cluster aws_elasticache_replication_group aws_neptune_cluster_instance aws_docdb_cluster_instance aws_dms_replication_instance aws_memorydb_cluster',
      at: 'auto_minor_version_upgrade',
      is: 'on',
      fix: true,
      absent: 'right',
      says: 'does not take minor upgrades by itself',
    },
    {
      types: 'aws_redshift_cluster',
      at: 'allow_version_upgrade',
      is: 'on',
      fix: true,
      absent: 'right',
      says: 'does not take upgrades by itself',
    },
    {
      types: 'aws_mq_broker',
      at: 'auto_minor_version_upgrade',
      is: 'on',
      fix: true,
      says: 'does not take minor upgrades by itself',
    },
    {
      types: 'aws_elastic_beanstalk_environment',
      at: 'setting[]',
      is: isManaged,
      says: 'does not take platform updates by itself',
    },
  ],
)

function isManaged(value: Value): boolean {
  const settings = value.kind === 'list' ? value.items : [value]
  return !settings.some(
    (one) => wordOf(partOf(one, 'name')) === 'ManagedActionsEnabled' && switchOf(partOf(one, 'value')) === false,
  )
}
