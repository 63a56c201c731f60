import type { ResourceNode } from '../../core/node.ts'
import { valueAt, wordOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'
import { attributeOf } from '../network/attributes.ts'

export default requirementRule(
  {
    id: 'data/deletion-protection',
    title: 'Nothing keeps the data store from being deleted',
    severity: 'note',
    practice: 'data survives mistakes: backups, deletion protection',
    description: 'One command, or one changed argument that replaces it, deletes the database with its data.',
    remediation:
      'Set `deletion_protection = true` on what must not be lost, and keep a last snapshot (`skip_final_snapshot = false`).',
    cwe: ['CWE-693'],
    references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html'],
  },
  [
    {
      types: 'aws_db_instance aws_rds_cluster aws_docdb_cluster aws_neptune_cluster aws_rds_global_cluster',
      at: ['deletion_protection', 'deletion_protection'],
      is: 'on',
      where: isNoAuroraInstance,
      says: 'can be deleted by one command',
    },
    {
      types: 'aws_dynamodb_table',
      at: 'deletion_protection_enabled',
      is: 'on',
      where: (table) => !table.type.includes('SimpleTable'),
      says: 'can be deleted by one command',
    },
    {
      types: 'aws_dynamodb_global_table',
      at: [undefined, 'replicas[].deletion_protection_enabled'],
      is: 'on',
      says: 'can be deleted by one command',
    },
    {
      types: 'aws_db_instance aws_rds_cluster aws_docdb_cluster aws_neptune_cluster aws_redshift_cluster',
      at: ['skip_final_snapshot', undefined],
      is: 'off',
      says: 'leaves no snapshot when it is deleted',
    },
    { types: 'aws_lb', at: ['enable_deletion_protection', undefined], is: 'on', says: 'can be deleted by one command' },
    {
      types: 'aws_lb',
      at: [undefined, 'load_balancer_attributes'],
      is: (value) => attributeOf(value, 'deletion_protection.enabled'),
      absent: 'wrong',
      says: 'can be deleted by one command',
    },
    {
      types: 'aws_cognito_user_pool',
      at: 'deletion_protection',
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) === 'ACTIVE'),
      absent: 'wrong',
      says: 'can be deleted by one command',
    },
    {
      types: 'aws_networkfirewall_firewall',
      at: ['delete_protection', 'delete_protection'],
      is: 'on',
      says: 'can be deleted by one command',
    },
    {
      types: 'aws_qldb_ledger',
      at: 'deletion_protection',
      is: 'on',
      absent: 'right',
      says: 'can be deleted by one command',
    },
  ],
)

function isNoAuroraInstance(database: ResourceNode): boolean {
  return !wordOf(valueAt(database, 'engine'))?.startsWith('aurora') || database.type.includes('luster')
}
