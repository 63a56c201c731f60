/**
 * What the `grant…` methods of the CDK's constructs permit, as the library writes it into policies.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-construct-library.html
 */
export interface GrantingService {
  /** The service prefix of its actions. */
  readonly service: string
  /** What people call such a construct, where its class is not in sight. */
  readonly called: RegExp
  /** The part of an ARN behind the account; `*` where the actions name none. */
  readonly resource: string
  /** By method. */
  readonly grants: Readonly<Record<string, string>>
}

const READ_BUCKET = 's3:GetObject* s3:GetBucket* s3:List*'
const PUT_BUCKET =
  's3:PutObject s3:PutObjectLegalHold s3:PutObjectRetention s3:PutObjectTagging s3:PutObjectVersionTagging s3:Abort*'
const WRITE_BUCKET = `s3:DeleteObject* ${PUT_BUCKET}`
const READ_TABLE =
  'dynamodb:BatchGetItem dynamodb:GetRecords dynamodb:GetShardIterator dynamodb:Query dynamodb:GetItem dynamodb:Scan dynamodb:ConditionCheckItem dynamodb:DescribeTable'
const WRITE_TABLE =
  'dynamodb:BatchWriteItem dynamodb:PutItem dynamodb:UpdateItem dynamodb:DeleteItem dynamodb:DescribeTable'
const ENCRYPT = 'kms:Encrypt kms:ReEncrypt* kms:GenerateDataKey*'
const PULL = 'ecr:BatchCheckLayerAvailability ecr:GetDownloadUrlForLayer ecr:BatchGetImage'
const PUSH =
  'ecr:CompleteLayerUpload ecr:UploadLayerPart ecr:InitiateLayerUpload ecr:BatchCheckLayerAvailability ecr:PutImage'
const READ_STREAM =
  'kinesis:DescribeStreamSummary kinesis:GetRecords kinesis:GetShardIterator kinesis:ListShards kinesis:SubscribeToShard kinesis:DescribeStream kinesis:ListStreams kinesis:DescribeStreamConsumer'
const WRITE_STREAM = 'kinesis:ListShards kinesis:PutRecord kinesis:PutRecords'

export const GRANTING_SERVICES: readonly GrantingService[] = [
  {
    service: 's3',
    called: /bucket/i,
    resource: '*',
    grants: {
      grantRead: READ_BUCKET,
      grantWrite: WRITE_BUCKET,
      grantPut: PUT_BUCKET,
      grantPutAcl: 's3:PutObjectAcl s3:PutObjectVersionAcl',
      grantDelete: 's3:DeleteObject*',
      grantReadWrite: `${READ_BUCKET} ${WRITE_BUCKET}`,
    },
  },
  {
    service: 'dynamodb',
    called: /table/i,
    resource: 'table/',
    grants: {
      grantReadData: READ_TABLE,
      grantWriteData: WRITE_TABLE,
      grantReadWriteData: `${READ_TABLE} ${WRITE_TABLE}`,
      grantFullAccess: 'dynamodb:*',
      grantStreamRead: 'dynamodb:ListStreams dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator',
    },
  },
  {
    service: 'sqs',
    called: /queue|dlq/i,
    resource: '',
    grants: {
      grantConsumeMessages:
        'sqs:ReceiveMessage sqs:ChangeMessageVisibility sqs:GetQueueUrl sqs:DeleteMessage sqs:GetQueueAttributes',
      grantSendMessages: 'sqs:SendMessage sqs:GetQueueAttributes sqs:GetQueueUrl',
      grantPurge: 'sqs:PurgeQueue sqs:GetQueueAttributes sqs:GetQueueUrl',
    },
  },
  {
    service: 'sns',
    called: /topic/i,
    resource: '',
    grants: { grantPublish: 'sns:Publish', grantSubscribe: 'sns:Subscribe' },
  },
  {
    service: 'kms',
    called: /key|cmk/i,
    resource: 'key/',
    grants: {
      grantDecrypt: 'kms:Decrypt',
      grantEncrypt: ENCRYPT,
      grantEncryptDecrypt: `kms:Decrypt ${ENCRYPT}`,
      grantGenerateMac: 'kms:GenerateMac',
      grantVerifyMac: 'kms:VerifyMac',
      grantSign: 'kms:Sign',
      grantSignVerify: 'kms:Sign kms:Verify',
      grantAdmin:
        'kms:Create* kms:Describe* kms:Enable* kms:List* kms:Put* kms:Update* kms:Revoke* kms:Disable* kms:Get* kms:Delete* kms:TagResource kms:UntagResource kms:ScheduleKeyDeletion kms:CancelKeyDeletion',
    },
  },
  {
    service: 'secretsmanager',
    called: /secret|credential/i,
    resource: 'secret:',
    grants: {
      grantRead: 'secretsmanager:GetSecretValue secretsmanager:DescribeSecret',
      grantWrite: 'secretsmanager:PutSecretValue secretsmanager:UpdateSecret',
    },
  },
  {
    service: 'ssm',
    called: /param/i,
    resource: 'parameter/',
    grants: {
      grantRead: 'ssm:DescribeParameters ssm:GetParameters ssm:GetParameter ssm:GetParameterHistory',
      grantWrite: 'ssm:PutParameter',
    },
  },
  {
    service: 'lambda',
    called: /function|lambda|fn$|handler/i,
    resource: 'function:',
    grants: {
      grantInvoke: 'lambda:InvokeFunction',
      grantInvokeLatestVersion: 'lambda:InvokeFunction',
      grantInvokeVersion: 'lambda:InvokeFunction',
      grantInvokeUrl: 'lambda:InvokeFunctionUrl',
    },
  },
  {
    service: 'iam',
    called: /role/i,
    resource: 'role/',
    grants: { grantPassRole: 'iam:PassRole', grantAssumeRole: 'sts:AssumeRole' },
  },
  {
    service: 'ecr',
    called: /repo/i,
    resource: 'repository/',
    grants: {
      grantRead: 'ecr:DescribeRepositories ecr:DescribeImages',
      grantPull: PULL,
      grantPush: PUSH,
      grantPullPush: `${PULL} ${PUSH}`,
    },
  },
  {
    service: 'states',
    called: /state_?machine|workflow/i,
    resource: 'stateMachine:',
    grants: {
      grantStartExecution: 'states:StartExecution',
      grantStartSyncExecution: 'states:StartSyncExecution',
      grantRedriveExecution: 'states:RedriveExecution',
    },
  },
  {
    service: 'events',
    called: /bus/i,
    resource: 'event-bus/',
    grants: { grantPutEventsTo: 'events:PutEvents' },
  },
  {
    service: 'kinesis',
    called: /stream/i,
    resource: 'stream/',
    grants: { grantRead: READ_STREAM, grantWrite: WRITE_STREAM, grantReadWrite: `${READ_STREAM} ${WRITE_STREAM}` },
  },
  {
    service: 'firehose',
    called: /firehose|delivery/i,
    resource: 'deliverystream/',
    grants: { grantPutRecords: 'firehose:PutRecord firehose:PutRecordBatch' },
  },
  {
    service: 'logs',
    called: /log_?group/i,
    resource: 'log-group:',
    grants: {
      grantWrite: 'logs:CreateLogStream logs:PutLogEvents',
      grantRead:
        'logs:FilterLogEvents logs:GetLogEvents logs:GetLogGroupFields logs:DescribeLogGroups logs:DescribeLogStreams',
    },
  },
  {
    service: 'elasticfilesystem',
    called: /file_?system|efs/i,
    resource: 'file-system/',
    grants: {
      grantRead: 'elasticfilesystem:ClientMount',
      grantReadWrite: 'elasticfilesystem:ClientMount elasticfilesystem:ClientWrite',
      grantRootAccess: 'elasticfilesystem:ClientMount elasticfilesystem:ClientWrite elasticfilesystem:ClientRootAccess',
    },
  },
  {
    service: 'es',
    called: /domain|search/i,
    resource: 'domain/',
    grants: {
      grantRead: 'es:ESHttpGet es:ESHttpHead',
      grantWrite: 'es:ESHttpDelete es:ESHttpPost es:ESHttpPut es:ESHttpPatch',
      grantReadWrite: 'es:ESHttpGet es:ESHttpHead es:ESHttpDelete es:ESHttpPost es:ESHttpPut es:ESHttpPatch',
    },
  },
  {
    service: 'rds-db',
    called: /database|cluster|instance|proxy/i,
    resource: 'dbuser:',
    grants: { grantConnect: 'rds-db:connect' },
  },
  {
    service: 'codecommit',
    called: /repo/i,
    resource: '',
    grants: { grantPull: 'codecommit:GitPull', grantPullPush: 'codecommit:GitPull codecommit:GitPush' },
  },
  {
    service: 'cloudfront',
    called: /distribution/i,
    resource: 'distribution/',
    grants: { grantCreateInvalidation: 'cloudfront:CreateInvalidation' },
  },
  {
    service: 'ecs',
    called: /task/i,
    resource: 'task-definition/',
    grants: { grantRun: 'ecs:RunTask' },
  },
]

/** Modules of the CDK that are called otherwise than the service prefix. */
const MODULES: Readonly<Record<string, string>> = {
  stepfunctions: 'states',
  kinesisfirehose: 'firehose',
  efs: 'elasticfilesystem',
  opensearchservice: 'es',
  elasticsearch: 'es',
  rds: 'rds-db',
}

/** The service of a construct: by the module of its class, else by the method where only one has it, else by its name. */
export function grantingService(method: string, module: string | undefined, name: string): GrantingService | undefined {
  const own = module === undefined ? undefined : (MODULES[module] ?? module)
  if (own !== undefined) return GRANTING_SERVICES.find(({ service }) => service === own)
  const having = GRANTING_SERVICES.filter(({ grants }) => method === 'grant' || method in grants)
  return having.length === 1 ? having[0] : having.find(({ called }) => called.test(name))
}
