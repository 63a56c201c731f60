import { serviceOfType } from '../../aws/resources/services.ts'
import { UNKNOWN } from '../../core/text.ts'

/** Resource parts of ARNs, where they have one before the name. */
const RESOURCE_PARTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'AWS::DynamoDB::Table': 'table/',
    'AWS::DynamoDB::GlobalTable': 'table/',
    'AWS::IAM::Group': 'group/',
    'AWS::IAM::InstanceProfile': 'instance-profile/',
    'AWS::IAM::ManagedPolicy': 'policy/',
    'AWS::IAM::Role': 'role/',
    'AWS::IAM::User': 'user/',
    'AWS::KMS::Key': 'key/',
    'AWS::Kinesis::Stream': 'stream/',
    'AWS::KinesisFirehose::DeliveryStream': 'deliverystream/',
    'AWS::Lambda::Function': 'function:',
    'AWS::Logs::LogGroup': 'log-group:',
    'AWS::SecretsManager::Secret': 'secret:',
    'AWS::Serverless::Function': 'function:',
    'AWS::Serverless::StateMachine': 'stateMachine:',
    'AWS::StepFunctions::StateMachine': 'stateMachine:',
  }),
)

/** Types whose `Ref` is the ARN. */
const REF_IS_ARN = new Set([
  'AWS::IAM::ManagedPolicy',
  'AWS::SNS::Topic',
  'AWS::SecretsManager::Secret',
  'AWS::Serverless::StateMachine',
  'AWS::StepFunctions::StateMachine',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
])

/** Types whose `Arn` attribute says which one resource is meant. */
export function refIsArn(type: string): boolean {
  return REF_IS_ARN.has(type)
}

/** The ARN of one thing of which nothing else is known. */
export const SOME_ARN = `arn:${UNKNOWN}:${UNKNOWN}:${UNKNOWN}:${UNKNOWN}:${UNKNOWN}`

/**
 * The ARN of a resource of the template: its name, account and region are not known, its service and kind are, so
 * that a grant on it is seen to be on one resource.
 */
export function arnOf(type: string): string | undefined {
  if (!type.startsWith('AWS::')) return undefined
  const service = type === 'AWS::Serverless::StateMachine' ? 'states' : serviceOfType(type)
  const place = service === 's3' ? ':' : service === 'iam' ? `:${UNKNOWN}` : `${UNKNOWN}:${UNKNOWN}`
  return `arn:${UNKNOWN}:${service}:${place}:${RESOURCE_PARTS.get(type) ?? ''}${UNKNOWN}`
}
