/**
 * What SAM's policy templates grant: `actions on resources`, statements separated by semicolons, parameters in braces.
 * What no action is called (SAM's SQSPollerPolicy names two batch operations) is left out: nobody here wrote it.
 * Only those that a wide parameter makes a grant to look at; what others grant is left open.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html
 */
export const SAM_POLICY_TEMPLATES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    AWSSecretsManagerGetSecretValuePolicy: 'secretsmanager:GetSecretValue on {SecretArn}',
    AcmGetCertificatePolicy: 'acm:GetCertificate on {CertificateArn}',
    CloudFormationDescribeStacksPolicy: 'cloudformation:DescribeStacks on cloudformation:$:$:stack/*',
    CloudWatchPutMetricPolicy: 'cloudwatch:PutMetricData on *',
    DynamoDBCrudPolicy:
      'dynamodb:GetItem,DeleteItem,PutItem,Scan,Query,UpdateItem,BatchWriteItem,BatchGetItem,DescribeTable,ConditionCheckItem on dynamodb:$:$:table/{TableName} dynamodb:$:$:table/{TableName}/index/*',
    DynamoDBReadPolicy:
      'dynamodb:GetItem,Scan,Query,BatchGetItem,DescribeTable on dynamodb:$:$:table/{TableName} dynamodb:$:$:table/{TableName}/index/*',
    DynamoDBReconfigurePolicy: 'dynamodb:UpdateTable on dynamodb:$:$:table/{TableName}',
    DynamoDBWritePolicy:
      'dynamodb:PutItem,UpdateItem,BatchWriteItem on dynamodb:$:$:table/{TableName} dynamodb:$:$:table/{TableName}/index/*',
    EC2CopyImagePolicy: 'ec2:CopyImage on ec2:$:$:image/{ImageId}',
    EC2DescribePolicy: 'ec2:DescribeRegions,DescribeInstances on *',
    EcsRunTaskPolicy: 'ecs:RunTask on ecs:$:$:task-definition/{TaskDefinition}',
    EventBridgePutEventsPolicy: 'events:PutEvents on events:$:$:event-bus/{EventBusName}',
    FilterLogEventsPolicy: 'logs:FilterLogEvents on logs:$:$:log-group:{LogGroupName}:log-stream:*',
    FirehoseWritePolicy: 'firehose:PutRecord,PutRecordBatch on firehose:$:$:deliverystream/{DeliveryStreamName}',
    KMSDecryptPolicy: 'kms:Decrypt on kms:$:$:key/{KeyId}',
    KMSEncryptPolicy: 'kms:Encrypt on kms:$:$:key/{KeyId}',
    KinesisStreamReadPolicy:
      'kinesis:ListStreams,DescribeLimits on kinesis:$:$:stream/*; kinesis:DescribeStream,DescribeStreamSummary,GetRecords,GetShardIterator on kinesis:$:$:stream/{StreamName}',
    LambdaInvokePolicy: 'lambda:InvokeFunction on lambda:$:$:function:{FunctionName}*',
    OrganizationsListAccountsPolicy: 'organizations:ListAccounts on *',
    Route53ChangeResourceRecordSetsPolicy: 'route53:ChangeResourceRecordSets on route53:::hostedzone/{HostedZoneId}',
    S3CrudPolicy:
      's3:GetObject,ListBucket,GetBucketLocation,GetObjectVersion,PutObject,PutObjectAcl,GetLifecycleConfiguration,PutLifecycleConfiguration,DeleteObject on s3:::{BucketName} s3:::{BucketName}/*',
    S3FullAccessPolicy:
      's3:GetObject,GetObjectAcl,GetObjectVersion,PutObject,PutObjectAcl,DeleteObject,DeleteObjectTagging,DeleteObjectVersionTagging,GetObjectTagging,GetObjectVersionTagging,PutObjectTagging,PutObjectVersionTagging on s3:::{BucketName}/*; s3:ListBucket,GetBucketLocation,GetLifecycleConfiguration,PutLifecycleConfiguration on s3:::{BucketName}',
    S3ReadPolicy:
      's3:GetObject,ListBucket,GetBucketLocation,GetObjectVersion,GetLifecycleConfiguration on s3:::{BucketName} s3:::{BucketName}/*',
    S3WritePolicy: 's3:PutObject,PutObjectAcl,PutLifecycleConfiguration on s3:::{BucketName} s3:::{BucketName}/*',
    SESCrudPolicy:
      'ses:GetIdentityVerificationAttributes,SendEmail,SendRawEmail,VerifyEmailIdentity on ses:$:$:identity/{IdentityName}',
    SNSCrudPolicy:
      'sns:ListSubscriptionsByTopic,CreateTopic,SetTopicAttributes,Subscribe,Publish on sns:$:$:{TopicName}*',
    SNSPublishMessagePolicy: 'sns:Publish on sns:$:$:{TopicName}',
    SQSPollerPolicy:
      'sqs:ChangeMessageVisibility,DeleteMessage,GetQueueAttributes,ReceiveMessage on sqs:$:$:{QueueName}',
    SQSSendMessagePolicy: 'sqs:SendMessage* on sqs:$:$:{QueueName}',
    SSMParameterReadPolicy:
      'ssm:DescribeParameters on *; ssm:GetParameters,GetParameter,GetParametersByPath on ssm:$:$:parameter/{ParameterName}',
    SSMParameterWithSlashPrefixReadPolicy:
      'ssm:DescribeParameters on *; ssm:GetParameters,GetParameter,GetParametersByPath on ssm:$:$:parameter{ParameterName}',
    StepFunctionsExecutionPolicy: 'states:StartExecution on states:$:$:stateMachine:{StateMachineName}',
    TextractPolicy: 'textract:* on *',
    VPCAccessPolicy:
      'ec2:CreateNetworkInterface,DeleteNetworkInterface,DescribeNetworkInterfaces,DetachNetworkInterface on *',
  }),
)
