import type { ActionGrant } from '../grants.ts'
import { wideGrant } from '../wide-grants.ts'
import { type Danger, defineDanger } from './danger.ts'

/** Reads of what people keep to themselves, openly and on every resource; the gravest first. */
export const dataExfiltration: Danger<ActionGrant> = defineDanger({
  id: 'data-exfiltration',
  example: [{ Action: 's3:GetObject' }, { Action: 'secretsmanager:Get*' }],
  actions: () => SENSITIVE_READS.keys(),
  find: (permissions) => [...SENSITIVE_READS.keys()].flatMap((action) => wideGrant(permissions, action)),
  untold: (found, said) => found.filter(({ action }) => !said.actions.has(action)),
  say: (told, said) => said.name(told),
  newlyPermitted: (found) => (found.length > 0 ? ['data-exfiltration'] : []),
  words: () => 'now reads what people keep to themselves, everywhere',
  managed: (found) => (found.length > 0 ? ['data-exfiltration'] : []),
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
