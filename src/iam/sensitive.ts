import { addAll, type Bits, emptyBits, setBit } from '../aws/actions/bits.ts'
import { ACTION_COUNT, actionId, levelActions } from '../aws/actions/catalogue.ts'
import { lazy } from '../core/lazy.ts'
import { ESCALATION_PATHS } from './escalation-paths.ts'

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

/**
 * Actions whose answer holds credentials. Left out: ecr:GetAuthorizationToken, sts:GetCallerIdentity and
 * sts:GetSessionToken, which give no more than the caller has; sts:AssumeRole, iam:CreateAccessKey and
 * iam:CreateLoginProfile, which escalation paths judge; and actions that accept no resource, since nobody can narrow them.
 */
export const CREDENTIAL_ACTIONS: readonly string[] = [
  'iam:CreateServiceSpecificCredential',
  'iam:ResetServiceSpecificCredential',
  'sts:AssumeRoot',
  'sts:GetFederationToken',
  'cognito-identity:GetOpenIdTokenForDeveloperIdentity',
  'redshift:GetClusterCredentials',
  'redshift:GetClusterCredentialsWithIAM',
  'redshift-serverless:GetCredentials',
  'rds-db:connect',
  'ec2:GetPasswordData',
  'lightsail:GetInstanceAccessDetails',
  'lightsail:GetRelationalDatabaseMasterUserPassword',
  'codepipeline:PollForJobs',
  'gamelift:RequestUploadCredentials',
  'gamelift:GetComputeAuthToken',
  's3:GetDataAccess',
  'bedrock-agentcore:GetResourceApiKey',
  'bedrock-agentcore:GetResourceOauth2Token',
  'dsql:DbConnectAdmin',
  'connect:GetFederationToken',
]

/** Services that hold the keys to the others, or to the data: a wildcard here weighs more. */
export const PRIVILEGED_SERVICES: ReadonlySet<string> = new Set([
  'iam',
  'sts',
  'organizations',
  'kms',
  'secretsmanager',
  's3',
  'lambda',
  'ec2',
  'cloudformation',
])

/** Actions that make something new: its ARN does not exist yet, so a policy cannot name it. */
const CREATOR =
  /:(Create|Register|Allocate|Import|Request|Purchase|Run(Instances|Task|Jobs?Flow|ScheduledInstances)|Restore|Copy|Start(Build|Query|Session|Automation)|Provision|Subscribe|Issue|Bundle)/

/** `s3:CreateBucket` makes something, `ec2:CreateTags` tags what is there. */
export function isCreator(action: string): boolean {
  return CREATOR.test(action) && !/Tags?$/.test(action)
}

/** AWS counts `quicksight:DescribeTopicPermissions` as permissions management; it only reads. */
export function isReader(action: string): boolean {
  return /:(Describe|Get|List|BatchGet|BatchDescribe|View)/.test(action)
}

/** Actions worth naming when they are new: steps of escalation paths, sensitive reads, permissions management. */
export const notable = lazy((): Bits => {
  const bits = emptyBits(ACTION_COUNT)
  const steps = ESCALATION_PATHS.flatMap((path) => [...path.required, ...(path.oneOf ?? [])])
  for (const action of [...steps, ...SENSITIVE_READS.keys(), ...CREDENTIAL_ACTIONS]) setBit(bits, actionId(action)!)
  addAll(bits, levelActions('Permissions management'))
  return bits
})
