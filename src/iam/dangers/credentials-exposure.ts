import { actionsNamed } from '../../aws/actions/catalogue.ts'
import { lazy } from '../../core/lazy.ts'
import { type ActionGrant, grantsAny } from '../grants.ts'
import { narrowedArn, quote, reachOfGrant } from '../messages.ts'
import { tellTogether } from '../tell-together.ts'
import { wideGrant } from '../wide-grants.ts'
import { type Danger, defineDanger } from './danger.ts'

/** Actions that answer with credentials, openly and on every resource. */
export const credentialsExposure: Danger<ActionGrant> = defineDanger({
  id: 'credentials-exposure',
  order: 60,
  example: [{ Action: 'redshift:GetClusterCredentials' }],
  actions: () => CREDENTIAL_ACTIONS,
  find: (permissions) =>
    grantsAny(permissions, credentialActions())
      ? CREDENTIAL_ACTIONS.flatMap((action) => wideGrant(permissions, action))
      : [],
  untold: (found, said) => found.filter(({ action }) => !said.actions.has(action)),
  say: (told, said) => said.name(told),
  newlyPermitted: (found) => (found.length > 0 ? ['credentials-exposure'] : []),
  words: () => 'now gets credentials of others',
  rule: {
    title: 'Policy can fetch credentials of others',
    severity: 'medium',
    description:
      'The answer to these actions is a password, a token or a key, for every database, instance or user there is.',
    remediation: 'Name the databases, instances or users in Resource.',
    cwe: ['CWE-522', 'CWE-250'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
    hits: (told) =>
      tellTogether(told, 'medium', (grant) => ({
        message: `${quote(grant.name)} gets credentials for ${reachOfGrant(grant)}`,
        element: grant.name,
        remediation: `Name what they are for: Resource \`${narrowedArn(grant.name)}\`.`,
      })),
  },
})

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

const credentialActions = lazy(() => actionsNamed(CREDENTIAL_ACTIONS))
