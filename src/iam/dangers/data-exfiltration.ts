import { actionsNamed } from '../../aws/actions/catalogue.ts'
import { lazy } from '../../core/lazy.ts'
import { type ActionGrant, grantsAny } from '../grants.ts'
import { narrowedArn, quote } from '../messages.ts'
import { tellTogether } from '../tell-together.ts'
import { wideGrant } from '../wide-grants.ts'
import { type Danger, defineDanger } from './danger.ts'

/** Reads of what people keep to themselves, openly and on every resource; the gravest first. */
export const dataExfiltration: Danger<ActionGrant> = defineDanger({
  id: 'data-exfiltration',
  order: 50,
  example: [{ Action: 's3:GetObject' }, { Action: 'secretsmanager:Get*' }],
  actions: () => SENSITIVE_READS.keys(),
  find: (permissions) =>
    grantsAny(permissions, sensitiveReads())
      ? [...SENSITIVE_READS.keys()].flatMap((action) => wideGrant(permissions, action))
      : [],
  untold: (found, said) => found.filter(({ action }) => !said.actions.has(action)),
  say: (told, said) => said.name(told),
  newlyPermitted: (found) => (found.length > 0 ? ['data-exfiltration'] : []),
  words: () => 'now reads what people keep to themselves, everywhere',
  managed: (found) => (found.length > 0 ? ['data-exfiltration'] : []),
  rule: {
    title: 'Policy reads sensitive data of the whole account',
    severity: 'medium',
    description:
      'Reading is enough to lose data: secrets, parameters, objects, tables and snapshots of everything in the account, not only of what this holder works on.',
    remediation: 'Name the secrets, buckets, tables or keys in Resource.',
    cwe: ['CWE-200', 'CWE-250'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
    hits: (told) =>
      tellTogether(
        told,
        (grant) => (/^(secretsmanager|ssm|s3|kms):/.test(grant.name) ? 'medium' : 'low'),
        (grant, others) => ({
          message: `${quote(grant.action)} ${SENSITIVE_READS.get(grant.name)}`,
          element: grant.name,
          remediation: `Name what is read: Resource \`${narrowedArn(grant.name)}\`.`,
          related: others
            .filter(({ action }) => action !== grant.action)
            .slice(0, 8)
            .map(({ action, name }) => ({ span: action.span, message: SENSITIVE_READS.get(name)! })),
        }),
        'as far reach',
      ),
  },
})

/** Actions that hand out data people keep to themselves, the gravest first. */
export const SENSITIVE_READS: ReadonlyMap<string, string> = new Map([
  ['secretsmanager:GetSecretValue', 'reads every secret'],
  ['ssm:GetParameter', 'reads every parameter, SecureStrings included'],
  ['ssm:GetParameters', 'reads every parameter, SecureStrings included'],
  ['ssm:GetParametersByPath', 'reads every parameter, SecureStrings included'],
  ['ssm:GetParameterHistory', 'reads every parameter, SecureStrings included'],
  ['s3:GetObject', 'reads every object in every bucket'],
  ['kms:Decrypt', 'decrypts with every key'],
  ['dynamodb:Scan', 'reads every table'],
  ['dynamodb:ExportTableToPointInTime', 'copies every table to a bucket'],
  ['dynamodb:Query', 'reads every table'],
  ['rds:ModifyDBSnapshotAttribute', 'shares every database snapshot with any account'],
  ['rds:ModifyDBClusterSnapshotAttribute', 'shares every database snapshot with any account'],
  ['ec2:ModifySnapshotAttribute', 'shares every volume snapshot with any account'],
  ['ec2:ModifyImageAttribute', 'shares every image with any account'],
  ['redshift-data:ExecuteStatement', 'queries every warehouse'],
  ['rds-data:ExecuteStatement', 'queries every database'],
  ['athena:GetQueryResults', 'reads the results of every query'],
  ['lambda:GetFunction', 'reads the code and environment of every function'],
])

const sensitiveReads = lazy(() => actionsNamed(SENSITIVE_READS.keys()))
