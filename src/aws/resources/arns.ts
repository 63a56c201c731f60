/** Which resources an action is about, and how a file that declares one says its ARN. */
export interface ArnOfResource {
  /** Canonical. */
  readonly type: string
  /** What gives its ARN in a template; in Terraform it is always `arn`. */
  readonly template: 'Arn' | 'Ref'
  /** What comes after it. */
  readonly suffix?: string
}

/** By the service and the type of resource that the Service Authorization Reference has for an action. */
export const ARNS_OF_RESOURCES: Readonly<Record<string, ArnOfResource>> = {
  'codebuild project': { type: 'aws_codebuild_project', template: 'Arn' },
  'dynamodb table': { type: 'aws_dynamodb_table', template: 'Arn' },
  'ecr repository': { type: 'aws_ecr_repository', template: 'Arn' },
  'events event-bus': { type: 'aws_cloudwatch_event_bus', template: 'Arn' },
  'firehose deliverystream': { type: 'aws_kinesis_firehose_delivery_stream', template: 'Arn' },
  'kinesis stream': { type: 'aws_kinesis_stream', template: 'Arn' },
  'kms key': { type: 'aws_kms_key', template: 'Arn' },
  'lambda function': { type: 'aws_lambda_function', template: 'Arn' },
  's3 bucket': { type: 'aws_s3_bucket', template: 'Arn' },
  's3 object': { type: 'aws_s3_bucket', template: 'Arn', suffix: '/*' },
  'secretsmanager Secret': { type: 'aws_secretsmanager_secret', template: 'Ref' },
  'sns topic': { type: 'aws_sns_topic', template: 'Ref' },
  'sqs queue': { type: 'aws_sqs_queue', template: 'Arn' },
  'states statemachine': { type: 'aws_sfn_state_machine', template: 'Arn' },
}
