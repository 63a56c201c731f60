import type { AccountAnswers } from './account.ts'

export const AUDITED = '111122223333'

const document = (statements: unknown) =>
  encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: statements }))
const trust = (principal: unknown, condition?: unknown) =>
  document([
    {
      Effect: 'Allow',
      Principal: principal,
      Action: 'Service' in (principal as object) ? 'sts:AssumeRole' : 'sts:AssumeRoleWithWebIdentity',
      ...(condition ? { Condition: condition } : {}),
    },
  ])
const member = (text: string) => `<member>${text}</member>`
const arn = (rest: string) => `arn:aws:iam::${AUDITED}:${rest}`
const GITHUB = arn('oidc-provider/token.actions.githubusercontent.com')

const principals = (users: string, roles: string, policies: string) =>
  `<IsTruncated>false</IsTruncated><UserDetailList>${users}</UserDetailList><GroupDetailList/><RoleDetailList>${roles}</RoleDetailList><Policies>${policies}</Policies>`

function role(name: string, trusts: string, more = ''): string {
  return member(
    `<Path>/</Path><RoleName>${name}</RoleName><RoleId>AROAEXAMPLE</RoleId><Arn>${arn(`role/${name}`)}</Arn><CreateDate>2025-01-01T00:00:00Z</CreateDate><AssumeRolePolicyDocument>${trusts}</AssumeRolePolicyDocument><InstanceProfileList/><RolePolicyList/>${more}<Tags/>`,
  )
}
const attached = (policy: string) =>
  `<AttachedManagedPolicies>${member(`<PolicyName>${policy}</PolicyName><PolicyArn>${policy.startsWith('Admin') ? 'arn:aws:iam::aws:policy/AdministratorAccess' : arn(`policy/${policy}`)}</PolicyArn>`)}</AttachedManagedPolicies>`

/** Two pages, as IAM gives them: what can be seen on the second one hangs on that it was asked for. */
const DETAILS = (parameters: Readonly<Record<string, string>>) =>
  parameters.Marker
    ? `<IsTruncated>false</IsTruncated><UserDetailList/><GroupDetailList/><RoleDetailList>${role('ci', trust({ Federated: GITHUB }, { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:*' } }), attached('deploy'))}${role('worker', trust({ Service: 'lambda.amazonaws.com' }), `${attached('AdministratorAccess')}<RoleLastUsed><LastUsedDate>2026-02-01T00:00:00Z</LastUsedDate><Region>us-east-1</Region></RoleLastUsed>`)}</RoleDetailList><Policies>${member(
        `<PolicyName>deploy</PolicyName><Arn>${arn('policy/deploy')}</Arn><Path>/</Path><AttachmentCount>1</AttachmentCount><PolicyVersionList>${member(`<Document>${document([{ Effect: 'Allow', Action: '*', Resource: '*' }])}</Document><VersionId>v1</VersionId><IsDefaultVersion>false</IsDefaultVersion>`)}${member(`<Document>${document([{ Effect: 'Allow', Action: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'], Resource: '*' }])}</Document><VersionId>v2</VersionId><IsDefaultVersion>true</IsDefaultVersion>`)}</PolicyVersionList>`,
      )}</Policies>`
    : `<IsTruncated>true</IsTruncated><Marker>more</Marker><UserDetailList>${member(`<Path>/</Path><UserName>anna</UserName><UserId>AIDAEXAMPLE</UserId><Arn>${arn('user/anna')}</Arn><CreateDate>2024-01-01T00:00:00Z</CreateDate><GroupList/><AttachedManagedPolicies/>`)}</UserDetailList><GroupDetailList/><RoleDetailList/><Policies/>`

const REPORT = [
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date',
  `<root_account>,${arn('root')},2020-01-01T00:00:00+00:00,not_supported,2026-10-30T08:00:00+00:00,not_supported,not_supported,false,true,2020-01-01T00:00:00+00:00,N/A,N/A,N/A,false,N/A,N/A`,
  `anna,${arn('user/anna')},2024-01-01T00:00:00+00:00,true,2024-02-01T00:00:00+00:00,2024-01-01T00:00:00+00:00,N/A,false,true,2024-01-01T00:00:00+00:00,2024-03-01T00:00:00+00:00,us-east-1,s3,true,2026-10-20T00:00:00+00:00,N/A`,
].join('\n')

const TRAIL = `arn:aws:cloudtrail:us-east-1:${AUDITED}:trail/main`
const anyone = (action: string, resource: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: action, Resource: resource }],
  })
const nothing = (code: string) => ({ status: 404, code })

/** An account where everything that is looked at is wrong, answered as AWS documents it. */
export const BAD_ACCOUNT: AccountAnswers = {
  'iam:GetAccountAuthorizationDetails': DETAILS,
  'iam:GetAccountSummary':
    '<SummaryMap><entry><key>AccountAccessKeysPresent</key><value>1</value></entry><entry><key>AccountMFAEnabled</key><value>0</value></entry></SummaryMap>',
  'iam:GenerateCredentialReport': '<State>COMPLETE</State>',
  'iam:GetCredentialReport': `<Content>${Buffer.from(REPORT).toString('base64')}</Content><ReportFormat>text/csv</ReportFormat>`,
  'iam:GetAccountPasswordPolicy': nothing('NoSuchEntity'),
  'iam:ListAccountAliases': `<AccountAliases>${member('shop')}</AccountAliases><IsTruncated>false</IsTruncated>`,
  'iam:ListOpenIDConnectProviders': `<OpenIDConnectProviderList>${member(`<Arn>${GITHUB}</Arn>`)}${member(`<Arn>${arn('oidc-provider/gitlab.com')}</Arn>`)}</OpenIDConnectProviderList>`,
  'iam:GetOpenIDConnectProvider': ({ OpenIDConnectProviderArn = '' }) =>
    `<Url>${OpenIDConnectProviderArn.replace(/^.*oidc-provider\//, '')}</Url><ClientIDList>${member('sts.amazonaws.com')}</ClientIDList><ThumbprintList>${member('6938fd4d98bab03faadb97b34396831e3780aea1')}</ThumbprintList>`,
  'iam:ListSAMLProviders': `<SAMLProviderList>${member(`<Arn>${arn('saml-provider/okta')}</Arn><ValidUntil>2030-01-01T00:00:00Z</ValidUntil>`)}</SAMLProviderList>`,
  'ec2:DescribeRegions':
    '<regionInfo><item><regionName>eu-west-1</regionName></item><item><regionName>us-east-1</regionName></item></regionInfo>',
  'ec2:GetEbsEncryptionByDefault': '<ebsEncryptionByDefault>false</ebsEncryptionByDefault>',
  'ec2:GetEbsDefaultKmsKeyId': '<kmsKeyId>alias/aws/ebs</kmsKeyId>',
  'ec2:GetInstanceMetadataDefaults': '<accountLevel/>',
  'ec2:DescribeImages': (_, region) =>
    region === 'us-east-1'
      ? '<imagesSet><item><imageId>ami-0123456789abcdef0</imageId><name>golden</name></item></imagesSet>'
      : '<imagesSet/>',
  'ec2:DescribeSnapshots': (_, region) =>
    region === 'us-east-1'
      ? '<snapshotSet><item><snapshotId>snap-0123456789abcdef0</snapshotId><volumeId>vol-1</volumeId></item></snapshotSet>'
      : '<snapshotSet/>',
  'rds:DescribeDBSnapshots': (_, region) =>
    region === 'us-east-1'
      ? `<DBSnapshots><DBSnapshot><DBSnapshotIdentifier>shop-1</DBSnapshotIdentifier><DBSnapshotArn>arn:aws:rds:us-east-1:${AUDITED}:snapshot:shop-1</DBSnapshotArn></DBSnapshot></DBSnapshots>`
      : '<DBSnapshots/>',
  'rds:DescribeDBSnapshotAttributes':
    '<DBSnapshotAttributesResult><DBSnapshotAttributes><DBSnapshotAttribute><AttributeName>restore</AttributeName><AttributeValues><AttributeValue>all</AttributeValue></AttributeValues></DBSnapshotAttribute></DBSnapshotAttributes></DBSnapshotAttributesResult>',
  'cloudtrail:DescribeTrails': JSON.stringify({
    trailList: [
      {
        Name: 'main',
        S3BucketName: 'trail-logs',
        IncludeGlobalServiceEvents: true,
        IsMultiRegionTrail: false,
        HomeRegion: 'us-east-1',
        TrailARN: TRAIL,
        LogFileValidationEnabled: false,
      },
    ],
  }),
  'cloudtrail:GetTrailStatus': JSON.stringify({ IsLogging: false }),
  'guardduty:ListDetectors': JSON.stringify({ detectorIds: [] }),
  'guardduty:GetDetector': JSON.stringify({ status: 'DISABLED' }),
  'access-analyzer:ListAnalyzers': JSON.stringify({ analyzers: [] }),
  'config:DescribeConfigurationRecorderStatus': JSON.stringify({ ConfigurationRecordersStatus: [] }),
  'securityhub:DescribeHub': { status: 403, code: 'InvalidAccess' },
  'logs:DescribeMetricFilters': JSON.stringify({ metricFilters: [] }),
  'cloudwatch:DescribeAlarms': '<MetricAlarms/>',
  'events:ListRules': JSON.stringify({ Rules: [] }),
  's3control:GetPublicAccessBlock': nothing('NoSuchPublicAccessBlockConfiguration'),
  's3:ListBuckets':
    '<Buckets><Bucket><Name>trail-logs</Name><BucketRegion>us-east-1</BucketRegion></Bucket><Bucket><Name>site</Name><BucketRegion>eu-west-1</BucketRegion></Bucket></Buckets>',
  's3:GetBucketPolicyStatus': '<IsPublic>true</IsPublic>',
  's3:GetBucketPolicy': ({ Bucket }) =>
    Bucket === 'site' ? anyone('s3:GetObject', 'arn:aws:s3:::site/*') : nothing('NoSuchBucketPolicy'),
  's3:GetPublicAccessBlock': nothing('NoSuchPublicAccessBlockConfiguration'),
  's3:GetBucketAcl': ({ Bucket }) =>
    `<AccessControlList>${Bucket === 'trail-logs' ? '<Grant><Grantee><URI>http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee><Permission>READ</Permission></Grant>' : ''}</AccessControlList>`,
  'kms:ListKeys': (_, region) =>
    JSON.stringify({
      Keys: region === 'us-east-1' ? [{ KeyId: 'k1', KeyArn: `arn:aws:kms:us-east-1:${AUDITED}:key/k1` }] : [],
    }),
  'kms:GetKeyPolicy': JSON.stringify({ Policy: anyone('kms:*', '*') }),
  'sqs:ListQueues': (_, region) =>
    JSON.stringify(
      region === 'us-east-1' ? { QueueUrls: [`https://sqs.us-east-1.amazonaws.com/${AUDITED}/jobs`] } : {},
    ),
  'sqs:GetQueueAttributes': JSON.stringify({ Attributes: { Policy: anyone('sqs:*', '*') } }),
  'sns:ListTopics': (_, region) =>
    region === 'us-east-1'
      ? `<Topics>${member(`<TopicArn>arn:aws:sns:us-east-1:${AUDITED}:news</TopicArn>`)}</Topics>`
      : '<Topics/>',
  'sns:GetTopicAttributes': `<Attributes><entry><key>Policy</key><value>${anyone('sns:Publish', '*').replaceAll('"', '&quot;')}</value></entry></Attributes>`,
  'lambda:ListFunctions': (_, region) =>
    JSON.stringify({
      Functions:
        region === 'us-east-1'
          ? [{ FunctionName: 'hook', FunctionArn: `arn:aws:lambda:us-east-1:${AUDITED}:function:hook` }]
          : [],
    }),
  'lambda:GetPolicy': JSON.stringify({ Policy: anyone('lambda:InvokeFunction', '*') }),
  'secretsmanager:ListSecrets': (_, region) =>
    JSON.stringify({
      SecretList: region === 'us-east-1' ? [{ ARN: `arn:aws:secretsmanager:us-east-1:${AUDITED}:secret:db-a1` }] : [],
    }),
  'secretsmanager:GetResourcePolicy': JSON.stringify({ ResourcePolicy: anyone('secretsmanager:GetSecretValue', '*') }),
  'organizations:DescribeOrganization': JSON.stringify({
    Organization: { Id: 'o-1', MasterAccountId: '999999999999' },
  }),
  'organizations:ListParents': JSON.stringify({ Parents: [{ Id: 'r-root', Type: 'ROOT' }] }),
  'organizations:ListPoliciesForTarget': ({ TargetId, Filter }) =>
    JSON.stringify({
      Policies:
        TargetId === 'r-root' && Filter === 'SERVICE_CONTROL_POLICY'
          ? [
              {
                Id: 'p-1',
                Name: 'guard',
                Arn: `arn:aws:organizations::${AUDITED}:policy/o-1/service_control_policy/p-1`,
              },
            ]
          : [],
    }),
  'organizations:DescribePolicy': JSON.stringify({
    Policy: {
      Content: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: '*', Resource: '*' },
          { Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' },
        ],
      }),
    },
  }),
}

const GOOD_REPORT = [
  REPORT.split('\n')[0],
  `<root_account>,${arn('root')},2020-01-01T00:00:00+00:00,not_supported,no_information,not_supported,not_supported,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A`,
  `anna,${arn('user/anna')},2024-01-01T00:00:00+00:00,true,2026-10-20T00:00:00+00:00,2026-09-01T00:00:00+00:00,N/A,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A`,
].join('\n')

const closed = (action: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: arn('role/app') }, Action: action, Resource: '*' }],
  })

const GROUP = `arn:aws:logs:us-east-1:${AUDITED}:log-group:trail:*`
const ON =
  '<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>'

/** The same account as it should be; it is asked everything that can be asked. */
export const GOOD_ACCOUNT: AccountAnswers = {
  ...BAD_ACCOUNT,
  'iam:GetAccountAuthorizationDetails': principals(
    member(
      `<Path>/</Path><UserName>anna</UserName><Arn>${arn('user/anna')}</Arn><CreateDate>2024-01-01T00:00:00Z</CreateDate><GroupList/><AttachedManagedPolicies/>`,
    ),
    role(
      'ci',
      trust(
        { Federated: GITHUB },
        {
          StringEquals: {
            'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            'token.actions.githubusercontent.com:sub': 'repo:octo-org/shop:environment:production',
          },
        },
      ),
      `${attached('deploy')}<RoleLastUsed><LastUsedDate>2026-10-30T00:00:00Z</LastUsedDate></RoleLastUsed>`,
    ),
    member(
      `<PolicyName>deploy</PolicyName><Arn>${arn('policy/deploy')}</Arn><Path>/</Path><AttachmentCount>1</AttachmentCount><PolicyVersionList>${member(`<Document>${document([{ Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::site/*' }])}</Document><VersionId>v1</VersionId><IsDefaultVersion>true</IsDefaultVersion>`)}</PolicyVersionList>`,
    ),
  ),
  'iam:GetAccountSummary':
    '<SummaryMap><entry><key>AccountAccessKeysPresent</key><value>0</value></entry><entry><key>AccountMFAEnabled</key><value>1</value></entry></SummaryMap>',
  'iam:GetCredentialReport': `<Content>${Buffer.from(GOOD_REPORT).toString('base64')}</Content>`,
  'iam:GetAccountPasswordPolicy':
    '<PasswordPolicy><MinimumPasswordLength>16</MinimumPasswordLength><RequireSymbols>true</RequireSymbols><RequireNumbers>true</RequireNumbers><RequireUppercaseCharacters>true</RequireUppercaseCharacters><RequireLowercaseCharacters>true</RequireLowercaseCharacters><PasswordReusePrevention>24</PasswordReusePrevention></PasswordPolicy>',
  'iam:ListOpenIDConnectProviders': `<OpenIDConnectProviderList>${member(`<Arn>${GITHUB}</Arn>`)}</OpenIDConnectProviderList>`,
  'iam:GetOpenIDConnectProvider': `<Url>token.actions.githubusercontent.com</Url><ClientIDList>${member('sts.amazonaws.com')}</ClientIDList><ThumbprintList/>`,
  'iam:ListSAMLProviders': '<SAMLProviderList/>',
  'ec2:GetEbsEncryptionByDefault': '<ebsEncryptionByDefault>true</ebsEncryptionByDefault>',
  'ec2:GetInstanceMetadataDefaults': '<accountLevel><httpTokens>required</httpTokens></accountLevel>',
  'ec2:DescribeImages': '<imagesSet/>',
  'ec2:DescribeSnapshots': '<snapshotSet/>',
  'rds:DescribeDBSnapshotAttributes':
    '<DBSnapshotAttributesResult><DBSnapshotAttributes><DBSnapshotAttribute><AttributeName>restore</AttributeName><AttributeValues/></DBSnapshotAttribute></DBSnapshotAttributes></DBSnapshotAttributesResult>',
  'cloudtrail:DescribeTrails': JSON.stringify({
    trailList: [
      {
        Name: 'main',
        S3BucketName: 'trail-logs',
        IncludeGlobalServiceEvents: true,
        IsMultiRegionTrail: true,
        HomeRegion: 'us-east-1',
        TrailARN: TRAIL,
        LogFileValidationEnabled: true,
        KmsKeyId: `arn:aws:kms:us-east-1:${AUDITED}:key/k1`,
        CloudWatchLogsLogGroupArn: GROUP,
      },
    ],
  }),
  'cloudtrail:GetTrailStatus': JSON.stringify({ IsLogging: true }),
  'guardduty:ListDetectors': JSON.stringify({ detectorIds: ['d1'] }),
  'guardduty:GetDetector': JSON.stringify({ status: 'ENABLED' }),
  'access-analyzer:ListAnalyzers': JSON.stringify({ analyzers: [{ name: 'a', type: 'ACCOUNT', status: 'ACTIVE' }] }),
  'config:DescribeConfigurationRecorderStatus': JSON.stringify({
    ConfigurationRecordersStatus: [{ name: 'default', recording: true }],
  }),
  'securityhub:DescribeHub': JSON.stringify({ HubArn: `arn:aws:securityhub:us-east-1:${AUDITED}:hub/default` }),
  'logs:DescribeMetricFilters': JSON.stringify({
    metricFilters: [
      {
        filterPattern: '{ $.userIdentity.type = "Root" && $.eventType != "AwsServiceEvent" }',
        metricTransformations: [{ metricName: 'root', metricNamespace: 'audit' }],
      },
    ],
  }),
  'cloudwatch:DescribeAlarms': `<MetricAlarms>${member(`<AlarmArn>arn:aws:cloudwatch:us-east-1:${AUDITED}:alarm:root</AlarmArn><MetricName>root</MetricName><Namespace>audit</Namespace><ActionsEnabled>true</ActionsEnabled><AlarmActions>${member('arn:aws:sns:us-east-1:111122223333:security')}</AlarmActions>`)}</MetricAlarms>`,
  's3control:GetPublicAccessBlock': ON.replace(/<\/?PublicAccessBlockConfiguration>/g, ''),
  's3:GetBucketPolicyStatus': '<IsPublic>false</IsPublic>',
  's3:GetBucketPolicy': nothing('NoSuchBucketPolicy'),
  's3:GetPublicAccessBlock': ON.replace(/<\/?PublicAccessBlockConfiguration>/g, ''),
  's3:GetBucketAcl': '<AccessControlList/>',
  'kms:GetKeyPolicy': JSON.stringify({ Policy: closed('kms:Decrypt') }),
  'sqs:GetQueueAttributes': JSON.stringify({ Attributes: { Policy: closed('sqs:SendMessage') } }),
  'sns:GetTopicAttributes': `<Attributes><entry><key>Policy</key><value>${closed('sns:Publish').replaceAll('"', '&quot;')}</value></entry></Attributes>`,
  'lambda:GetPolicy': JSON.stringify({ Policy: closed('lambda:InvokeFunction') }),
  'secretsmanager:GetResourcePolicy': JSON.stringify({ ResourcePolicy: closed('secretsmanager:GetSecretValue') }),
}
