/**
 * Constructs of the CDK's second level as the resources of CloudFormation that they make: where their arguments go, what
 * their words become, and what the library writes where nothing is said.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-construct-library.html
 */
export interface Construct {
  readonly module: string
  readonly name: string
  readonly makes: string
  /** By argument; `backup.retention` is a member of one. */
  readonly takes: Readonly<Record<string, Taken>>
  /** By path of the resource; only where that is not what CloudFormation makes of nothing. */
  readonly defaults?: Readonly<Record<string, string>>
  /** Paths that other calls decide: nothing is known of them here. */
  readonly elsewhere?: readonly string[]
}

/** A path of the resource, to which the argument goes as it is; or with what its words become there. */
export type Taken = string | { readonly at: string; readonly words: Words; readonly members?: readonly string[] }

/**
 * By the last name of a constant (`BucketEncryption.KMS`), the name of what is called (`Duration.days(7)`), or `true` and `false`;
 * `else` is any other one of these, and `*` whatever is given. What a word becomes is a text, in which `#` is the number that
 * the call is given, a map, or nothing at all, which leaves it out. Members of an object that a call is given go below the path;
 * of those that are left out it is not known what they are.
 */
export type Words = Readonly<Record<string, Word>>
export type Word = string | Readonly<Record<string, string>> | undefined

const SWITCHES = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'] as const
const switches = (on: readonly string[]): Word =>
  Object.fromEntries(SWITCHES.map((name) => [name, String(on.includes(name))]))
const insights = (Value: string): Word => ({ Name: 'containerInsights', Value })
const days = (at: string): Taken => ({ at, words: { days: '#' } })

const ENGINES: Readonly<Record<string, string>> = {
  postgres: 'postgres',
  mysql: 'mysql',
  mariaDb: 'mariadb',
  POSTGRES: 'postgres',
  MYSQL: 'mysql',
  MARIADB: 'mariadb',
  auroraPostgres: 'aurora-postgresql',
  auroraMysql: 'aurora-mysql',
  else: 'another',
}
const BY_KEY = { '*': { KmsKeyId: 'key', StorageEncrypted: 'true' } } as const

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_logs.RetentionDays.html */
const DAYS =
  'ONE_DAY=1 THREE_DAYS=3 FIVE_DAYS=5 ONE_WEEK=7 TWO_WEEKS=14 ONE_MONTH=30 TWO_MONTHS=60 THREE_MONTHS=90 FOUR_MONTHS=120 FIVE_MONTHS=150 SIX_MONTHS=180 ONE_YEAR=365 THIRTEEN_MONTHS=400 EIGHTEEN_MONTHS=545 TWO_YEARS=731 THREE_YEARS=1096 FIVE_YEARS=1827 SIX_YEARS=2192 SEVEN_YEARS=2557 EIGHT_YEARS=2922 NINE_YEARS=3288 TEN_YEARS=3653'
const RETENTION: Words = {
  INFINITE: undefined,
  ...Object.fromEntries(DAYS.split(' ').map((one) => one.split('=') as [string, string])),
}

const DATABASE: Construct['takes'] = {
  storageEncrypted: 'StorageEncrypted',
  storageEncryptionKey: { at: '', words: BY_KEY },
  deletionProtection: 'DeletionProtection',
  iamAuthentication: 'EnableIAMDatabaseAuthentication',
  cloudwatchLogsExports: 'EnableCloudwatchLogsExports',
}
const LAMBDA: Construct['takes'] = {
  functionName: 'FunctionName',
  tracing: { at: 'TracingConfig.Mode', words: { ACTIVE: 'Active', PASS_THROUGH: 'PassThrough', DISABLED: undefined } },
  reservedConcurrentExecutions: 'ReservedConcurrentExecutions',
  environment: 'Environment.Variables',
  environmentEncryption: 'KmsKeyArn',
}

const TABLE: Construct['takes'] = {
  deletionProtection: 'DeletionProtectionEnabled',
  pointInTimeRecovery: 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
  pointInTimeRecoverySpecification: 'PointInTimeRecoverySpecification',
  encryption: {
    at: 'SSESpecification.SSEEnabled',
    words: { DEFAULT: 'false', AWS_MANAGED: 'true', CUSTOMER_MANAGED: 'true' },
  },
  encryptionKey: { at: 'SSESpecification.SSEEnabled', words: { '*': 'true' } },
}

export const CONSTRUCTS: readonly Construct[] = [
  {
    module: 's3',
    name: 'Bucket',
    makes: 'AWS::S3::Bucket',
    takes: {
      bucketName: 'BucketName',
      versioned: { at: 'VersioningConfiguration.Status', words: { true: 'Enabled', false: 'Suspended' } },
      blockPublicAccess: {
        at: 'PublicAccessBlockConfiguration',
        words: {
          BLOCK_ALL: switches(SWITCHES),
          BLOCK_ACLS: switches(['BlockPublicAcls', 'IgnorePublicAcls']),
          BLOCK_ACLS_ONLY: switches(['BlockPublicAcls', 'IgnorePublicAcls']),
        },
        members: SWITCHES,
      },
      accessControl: {
        at: 'AccessControl',
        words: {
          PRIVATE: 'Private',
          PUBLIC_READ: 'PublicRead',
          PUBLIC_READ_WRITE: 'PublicReadWrite',
          AUTHENTICATED_READ: 'AuthenticatedRead',
          LOG_DELIVERY_WRITE: 'LogDeliveryWrite',
          BUCKET_OWNER_READ: 'BucketOwnerRead',
          BUCKET_OWNER_FULL_CONTROL: 'BucketOwnerFullControl',
          AWS_EXEC_READ: 'AwsExecRead',
        },
      },
      serverAccessLogsBucket: 'LoggingConfiguration.DestinationBucketName',
      serverAccessLogsPrefix: 'LoggingConfiguration.LogFilePrefix',
      encryption: {
        at: 'BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault',
        words: {
          UNENCRYPTED: undefined,
          S3_MANAGED: { SSEAlgorithm: 'AES256' },
          KMS_MANAGED: { SSEAlgorithm: 'aws:kms' },
          DSSE_MANAGED: { SSEAlgorithm: 'aws:kms:dsse' },
          // It makes a key of its own where none is given.
          KMS: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'key' },
          DSSE: { SSEAlgorithm: 'aws:kms:dsse', KMSMasterKeyID: 'key' },
        },
      },
      encryptionKey: {
        at: 'BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault',
        words: { '*': { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'key' } },
      },
      websiteIndexDocument: 'WebsiteConfiguration.IndexDocument',
    },
  },
  {
    module: 'rds',
    name: 'DatabaseInstance',
    makes: 'AWS::RDS::DBInstance',
    takes: {
      ...DATABASE,
      instanceIdentifier: 'DBInstanceIdentifier',
      engine: { at: 'Engine', words: ENGINES },
      publiclyAccessible: 'PubliclyAccessible',
      autoMinorVersionUpgrade: 'AutoMinorVersionUpgrade',
      backupRetention: days('BackupRetentionPeriod'),
      multiAz: 'MultiAZ',
      monitoringInterval: { at: 'MonitoringInterval', words: { seconds: '#', minutes: '60' } },
      enablePerformanceInsights: 'EnablePerformanceInsights',
      performanceInsightEncryptionKey: 'PerformanceInsightsKMSKeyId',
    },
  },
  {
    module: 'rds',
    name: 'DatabaseCluster',
    makes: 'AWS::RDS::DBCluster',
    takes: {
      ...DATABASE,
      clusterIdentifier: 'DBClusterIdentifier',
      engine: { at: 'Engine', words: ENGINES },
      'backup.retention': days('BackupRetentionPeriod'),
    },
  },
  {
    module: 'docdb',
    name: 'DatabaseCluster',
    makes: 'AWS::DocDB::DBCluster',
    takes: {
      storageEncrypted: 'StorageEncrypted',
      kmsKey: { at: '', words: BY_KEY },
      deletionProtection: 'DeletionProtection',
      exportAuditLogsToCloudWatch: { at: 'EnableCloudwatchLogsExports', words: { true: 'audit', false: undefined } },
      'backup.retention': days('BackupRetentionPeriod'),
    },
    defaults: { StorageEncrypted: 'true' },
  },
  { module: 'dynamodb', name: 'Table', makes: 'AWS::DynamoDB::Table', takes: TABLE },
  {
    module: 'kms',
    name: 'Key',
    makes: 'AWS::KMS::Key',
    takes: {
      enableKeyRotation: 'EnableKeyRotation',
      enabled: 'Enabled',
      pendingWindow: days('PendingWindowInDays'),
      keySpec: { at: 'KeySpec', words: { SYMMETRIC_DEFAULT: 'SYMMETRIC_DEFAULT', else: 'another' } },
      keyUsage: { at: 'KeyUsage', words: { ENCRYPT_DECRYPT: 'ENCRYPT_DECRYPT', else: 'another' } },
    },
  },
  {
    module: 'logs',
    name: 'LogGroup',
    makes: 'AWS::Logs::LogGroup',
    takes: {
      logGroupName: 'LogGroupName',
      retention: { at: 'RetentionInDays', words: RETENTION },
      encryptionKey: 'KmsKeyId',
    },
    defaults: { RetentionInDays: '731' },
  },
  {
    module: 'sqs',
    name: 'Queue',
    makes: 'AWS::SQS::Queue',
    takes: {
      queueName: 'QueueName',
      encryption: {
        at: '',
        words: {
          UNENCRYPTED: { SqsManagedSseEnabled: 'false' },
          SQS_MANAGED: { SqsManagedSseEnabled: 'true' },
          KMS_MANAGED: { KmsMasterKeyId: 'alias/aws/sqs' },
          KMS: { KmsMasterKeyId: 'key' },
        },
      },
      encryptionMasterKey: 'KmsMasterKeyId',
    },
  },
  {
    module: 'sns',
    name: 'Topic',
    makes: 'AWS::SNS::Topic',
    takes: { topicName: 'TopicName', masterKey: 'KmsMasterKeyId' },
  },
  {
    module: 'kinesis',
    name: 'Stream',
    makes: 'AWS::Kinesis::Stream',
    takes: {
      encryption: {
        at: 'StreamEncryption.EncryptionType',
        words: { UNENCRYPTED: undefined, KMS: 'KMS', MANAGED: 'KMS' },
      },
      encryptionKey: 'StreamEncryption.KeyId',
    },
    defaults: { 'StreamEncryption.EncryptionType': 'KMS' },
  },
  {
    module: 'efs',
    name: 'FileSystem',
    makes: 'AWS::EFS::FileSystem',
    takes: {
      encrypted: 'Encrypted',
      kmsKey: 'KmsKeyId',
      enableAutomaticBackups: { at: 'BackupPolicy.Status', words: { true: 'ENABLED', false: undefined } },
    },
    defaults: { Encrypted: 'true' },
  },
  {
    module: 'ecr',
    name: 'Repository',
    makes: 'AWS::ECR::Repository',
    takes: {
      repositoryName: 'RepositoryName',
      imageScanOnPush: 'ImageScanningConfiguration.ScanOnPush',
      imageTagMutability: {
        at: 'ImageTagMutability',
        words: {
          MUTABLE: 'MUTABLE',
          IMMUTABLE: 'IMMUTABLE',
          MUTABLE_WITH_EXCLUSION: 'MUTABLE_WITH_EXCLUSION',
          IMMUTABLE_WITH_EXCLUSION: 'IMMUTABLE_WITH_EXCLUSION',
        },
      },
      encryption: { at: 'EncryptionConfiguration.EncryptionType', words: { AES_256: 'AES256', KMS: 'KMS' } },
      encryptionKey: { at: 'EncryptionConfiguration.EncryptionType', words: { '*': 'KMS' } },
      emptyOnDelete: 'EmptyOnDelete',
    },
  },
  {
    module: 'ecs',
    name: 'Cluster',
    makes: 'AWS::ECS::Cluster',
    takes: {
      clusterName: 'ClusterName',
      containerInsights: { at: 'ClusterSettings', words: { true: insights('enabled'), false: insights('disabled') } },
      containerInsightsV2: {
        at: 'ClusterSettings',
        words: { ENABLED: insights('enabled'), ENHANCED: insights('enhanced'), DISABLED: insights('disabled') },
      },
    },
  },
  ...['Function', 'DockerImageFunction'].map(
    (name): Construct => ({ module: 'lambda', name, makes: 'AWS::Lambda::Function', takes: LAMBDA }),
  ),
  { module: 'lambdanodejs', name: 'NodejsFunction', makes: 'AWS::Lambda::Function', takes: LAMBDA },
  {
    module: 'cloudtrail',
    name: 'Trail',
    makes: 'AWS::CloudTrail::Trail',
    takes: {
      isMultiRegionTrail: 'IsMultiRegionTrail',
      enableFileValidation: 'EnableLogFileValidation',
      includeGlobalServiceEvents: 'IncludeGlobalServiceEvents',
      encryptionKey: 'KMSKeyId',
      sendToCloudWatchLogs: { at: 'CloudWatchLogsLogGroupArn', words: { true: 'group', false: undefined } },
      snsTopic: 'SnsTopicName',
    },
    defaults: { IsMultiRegionTrail: 'true', EnableLogFileValidation: 'true', IsLogging: 'true' },
    // `trail.addS3EventSelector(…)`
    elsewhere: ['EventSelectors.DataResources.Type'],
  },
  {
    module: 'ec2',
    name: 'Volume',
    makes: 'AWS::EC2::Volume',
    takes: { encrypted: 'Encrypted', encryptionKey: 'KmsKeyId' },
  },
  {
    module: 'ec2',
    name: 'Instance',
    makes: 'AWS::EC2::Instance',
    takes: {
      // It makes a launch template that says so.
      requireImdsv2: { at: 'MetadataOptions.HttpTokens', words: { true: 'required', false: 'optional' } },
      httpTokens: { at: 'MetadataOptions.HttpTokens', words: { REQUIRED: 'required', OPTIONAL: 'optional' } },
      associatePublicIpAddress: 'NetworkInterfaces.AssociatePublicIpAddress',
      detailedMonitoring: 'Monitoring',
    },
  },
  {
    module: 'ec2',
    name: 'LaunchTemplate',
    makes: 'AWS::EC2::LaunchTemplate',
    takes: {
      requireImdsv2: {
        at: 'LaunchTemplateData.MetadataOptions.HttpTokens',
        words: { true: 'required', false: 'optional' },
      },
      httpTokens: {
        at: 'LaunchTemplateData.MetadataOptions.HttpTokens',
        words: { REQUIRED: 'required', OPTIONAL: 'optional' },
      },
      httpPutResponseHopLimit: 'LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit',
      associatePublicIpAddress: 'LaunchTemplateData.NetworkInterfaces.AssociatePublicIpAddress',
    },
  },
]
