import type { ResourceNode } from '../../core/node.ts'
import { valueAt, wordOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/database-login',
    title: 'Database knows passwords only',
    severity: 'note',
    practice: 'roles over users; no long-lived keys',
    description:
      'Passwords are shared, written down and never changed. With IAM authentication the database takes tokens of fifteen minutes that a role is given.',
    remediation:
      'Set `iam_database_authentication_enabled = true`, and let RDS keep the master password in Secrets Manager (`manage_master_user_password`).',
    cwe: ['CWE-287'],
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html'],
  },
  [
    {
      types: 'aws_db_instance',
      at: ['iam_database_authentication_enabled', 'enable_iam_database_authentication'],
      is: 'on',
      where: isKnown,
      says: 'cannot be logged in to by IAM',
    },
    {
      types: 'aws_rds_cluster',
      at: ['iam_database_authentication_enabled', 'enable_iam_database_authentication'],
      is: 'on',
      says: 'cannot be logged in to by IAM',
    },
    {
      types: 'aws_neptune_cluster',
      at: ['iam_database_authentication_enabled', 'iam_auth_enabled'],
      is: 'on',
      says: 'cannot be logged in to by IAM',
    },
  ],
)

/** Other engines have no such login. */
function isKnown(database: ResourceNode): boolean {
  const engine = wordOf(valueAt(database, 'engine'))
  return engine === undefined || /^(?:mysql|postgres|mariadb)$/.test(engine)
}
