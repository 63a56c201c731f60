import { type Path, type ResourceType, row, withResourcePolicy } from './resource-type.ts'

/** `Condition` of the two resources that let others put events. */
const EVENT_STATEMENT = {
  principal: 'principal',
  action: 'action',
  usualAction: 'events:PutEvents',
  subject: 'event_bus_name',
  condition: 'condition',
  whole: [undefined, 'Statement'] as Path,
} as const

/** Queues, topics, streams, buses, mail, logs. */
export const messaging: readonly ResourceType[] = [
  withResourcePolicy('aws_sqs_queue', 'sqs', 'policy'),
  withResourcePolicy(
    'aws_sqs_queue_policy AWS::SQS::QueuePolicy',
    'sqs',
    ['policy', 'PolicyDocument'],
    ['queue_url', 'Queues'],
  ),
  withResourcePolicy('AWS::SQS::QueueInlinePolicy', 'sqs', 'policy_document', 'queue'),
  withResourcePolicy('aws_sns_topic', 'sns', 'policy'),
  withResourcePolicy(
    'aws_sns_topic_policy AWS::SNS::TopicPolicy',
    'sns',
    ['policy', 'PolicyDocument'],
    ['arn', 'Topics'],
  ),
  withResourcePolicy('AWS::SNS::TopicInlinePolicy', 'sns', 'policy_document', 'topic_arn'),
  withResourcePolicy(
    'aws_kinesis_resource_policy AWS::Kinesis::ResourcePolicy',
    'kinesis',
    ['policy', 'ResourcePolicy'],
    'resource_arn',
  ),
  withResourcePolicy('aws_msk_cluster_policy AWS::MSK::ClusterPolicy', 'kafka', 'policy', 'cluster_arn'),
  withResourcePolicy('aws_cloudwatch_event_bus_policy', 'events', 'policy', 'event_bus_name'),
  withResourcePolicy('AWS::Events::EventBus', 'events', 'policy'),
  row('aws_cloudwatch_event_permission AWS::Events::EventBusPolicy', {
    service: 'events',
    statement: EVENT_STATEMENT,
  }),
  withResourcePolicy(
    'aws_schemas_registry_policy AWS::EventSchemas::RegistryPolicy',
    'schemas',
    'policy',
    'registry_name',
  ),
  withResourcePolicy('aws_ses_identity_policy', 'ses', 'policy', 'identity'),
  withResourcePolicy('aws_sesv2_email_identity_policy', 'ses', 'policy', 'email_identity'),
  withResourcePolicy('aws_cloudwatch_log_destination_policy', 'logs', 'access_policy', 'destination_name'),
  withResourcePolicy('AWS::Logs::Destination', 'logs', 'destination_policy'),
  withResourcePolicy('aws_cloudwatch_log_resource_policy AWS::Logs::ResourcePolicy', 'logs', 'policy_document'),
  withResourcePolicy('aws_xray_resource_policy AWS::XRay::ResourcePolicy', 'xray', 'policy_document'),
  withResourcePolicy('AWS::CloudTrail::ResourcePolicy', 'cloudtrail', 'resource_policy', 'resource_arn'),
  withResourcePolicy('AWS::Lex::ResourcePolicy', 'lex', 'policy', 'resource_arn'),
  row('aws_iot_policy AWS::IoT::Policy', {
    service: 'iot',
    policies: [{ at: ['policy', 'PolicyDocument'], role: 'identity' }],
  }),
]
