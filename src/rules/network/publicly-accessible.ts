import { wordOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'network/publicly-accessible',
    title: 'Service of the inside has a public address',
    severity: 'medium',
    practice: 'private subnets, no public address',
    description:
      'A database or broker with a public address is tried by everybody; one wrong security group, or one weak password, is all that is left.',
    remediation: 'Set `publicly_accessible = false`, and reach it from inside the VPC, by a VPN or by Session Manager.',
    cwe: ['CWE-284', 'CWE-668'],
    references: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html',
    ],
  },
  [
    {
      types:
        'aws_db_instance aws_rds_cluster_instance aws_rds_cluster aws_neptune_cluster_instance aws_docdb_cluster_instance aws_dms_replication_instance aws_mq_broker aws_redshiftserverless_workgroup',
      at: 'publicly_accessible',
      is: 'off',
      says: 'has a public address',
    },
    { types: 'aws_redshift_cluster', at: 'publicly_accessible', is: 'off', says: 'has a public address' },
    {
      types: 'aws_redshift_cluster',
      at: ['publicly_accessible', undefined],
      is: () => true,
      absent: 'wrong',
      severity: 'note',
      says: 'does not say that it has no public address, and gets one with versions of the provider before 6',
    },
    {
      types: 'aws_mwaa_environment',
      at: 'webserver_access_mode',
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) !== 'PUBLIC_ONLY'),
      severity: 'low',
      says: 'has a web server that the internet can reach',
    },
    // Public unless said otherwise.
    {
      types: 'aws_dms_replication_instance',
      at: [undefined, 'publicly_accessible'],
      is: () => true,
      absent: 'wrong',
      says: 'has a public address',
    },
    {
      types: 'aws_msk_cluster',
      at: 'broker_node_group_info.connectivity_info[].public_access[].type',
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) === 'DISABLED'),
      says: 'can be reached from the internet',
    },
    {
      types: 'aws_lambda_function_url',
      at: ['authorization_type', 'auth_type'],
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) !== 'NONE'),
      severity: 'low',
      says: 'answers everybody: it asks for no authorization',
    },
  ],
)
