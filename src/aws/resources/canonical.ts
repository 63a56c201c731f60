import { resourceTypes } from './index.ts'
import { snakeCase } from './spelling.ts'

/**
 * One name for a type of resource, whatever it is written in: the one that Terraform's provider has for it.
 * `AWS::EC2::SecurityGroup`, `awscc_ec2_security_group` and `aws_security_group` are all `aws_security_group`.
 */
export function canonicalType(name: string): string {
  if (name.startsWith('AWS::')) return ofCloudFormation(name)
  if (name.startsWith('awscc_')) return BY_SOUND.get(soundOf(name)) ?? name.replace('awscc_', 'aws_')
  return ALIASES.get(name) ?? name
}

/** Of a class of a library for programs: `ec2` and `SecurityGroup`; undefined when no type is called so. */
export function canonicalClass(module: string, name: string): string | undefined {
  return BY_SOUND.get(soundOf(module + name))
}

/** The type of CloudFormation that a class of the CDK stands for: `ec2` and `SecurityGroup`. */
export function cloudFormationClass(module: string, name: string): string | undefined {
  return CLOUDFORMATION_BY_SOUND.get(soundOf(module + name))
}

function ofCloudFormation(name: string): string {
  const known = CLOUDFORMATION.get(name)
  if (known !== undefined) return known
  const [, service = '', type = ''] = name.split('::')
  const prefix = SERVICES[service] ?? service.toLowerCase()
  return `aws_${prefix}${prefix && '_'}${snakeCase(type)}`
}

/** Names that Terraform has twice. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['aws_alb', 'aws_lb'],
  ['aws_alb_listener', 'aws_lb_listener'],
  ['aws_s3_bucket_object', 'aws_s3_object'],
  ['aws_spot_instance_request', 'aws_instance'],
])

/** Services that Terraform calls otherwise, where most of their types follow. */
const SERVICES: Readonly<Record<string, string>> = {
  ApiGateway: 'api_gateway',
  Events: 'cloudwatch_event',
  Logs: 'cloudwatch_log',
  CloudWatch: 'cloudwatch',
  ElasticLoadBalancingV2: 'lb',
  StepFunctions: 'sfn',
  OpenSearchService: 'opensearch',
  CertificateManager: 'acm',
  AmazonMQ: 'mq',
}

/** Types whose names do not follow from each other. */
const NAMES = `
  AWS::EC2::Instance aws_instance
  AWS::EC2::SecurityGroup aws_security_group
  AWS::EC2::SecurityGroupIngress aws_vpc_security_group_ingress_rule
  AWS::EC2::SecurityGroupEgress aws_vpc_security_group_egress_rule
  AWS::EC2::Volume aws_ebs_volume
  AWS::EC2::LaunchTemplate aws_launch_template
  AWS::EC2::Subnet aws_subnet
  AWS::EC2::VPC aws_vpc
  AWS::EC2::FlowLog aws_flow_log
  AWS::EC2::NetworkAcl aws_network_acl
  AWS::EC2::NetworkAclEntry aws_network_acl_rule
  AWS::EC2::EIP aws_eip
  AWS::AutoScaling::AutoScalingGroup aws_autoscaling_group
  AWS::AutoScaling::LaunchConfiguration aws_launch_configuration
  AWS::ElasticLoadBalancing::LoadBalancer aws_elb
  AWS::ElasticLoadBalancingV2::LoadBalancer aws_lb
  AWS::RDS::DBInstance aws_db_instance
  AWS::RDS::DBCluster aws_rds_cluster
  AWS::RDS::GlobalCluster aws_rds_global_cluster
  AWS::RDS::DBParameterGroup aws_db_parameter_group
  AWS::Neptune::DBCluster aws_neptune_cluster
  AWS::DocDB::DBCluster aws_docdb_cluster
  AWS::Logs::LogGroup aws_cloudwatch_log_group
  AWS::KinesisFirehose::DeliveryStream aws_kinesis_firehose_delivery_stream
  AWS::Athena::WorkGroup aws_athena_workgroup
  AWS::WorkSpaces::Workspace aws_workspaces_workspace
  AWS::CloudTrail::Trail aws_cloudtrail
  AWS::AppSync::GraphQLApi aws_appsync_graphql_api
  AWS::AmazonMQ::Broker aws_mq_broker
  AWS::Lambda::Url aws_lambda_function_url
  AWS::WAFv2::WebACL aws_wafv2_web_acl
  AWS::WAFv2::LoggingConfiguration aws_wafv2_web_acl_logging_configuration
  AWS::WAFv2::WebACLAssociation aws_wafv2_web_acl_association
  AWS::Elasticsearch::Domain aws_elasticsearch_domain
  AWS::Serverless::Function aws_lambda_function
  AWS::Serverless::Api aws_api_gateway_stage
  AWS::Serverless::HttpApi aws_apigatewayv2_stage
  AWS::Serverless::StateMachine aws_sfn_state_machine
  AWS::SageMaker::NotebookInstance aws_sagemaker_notebook_instance
  AWS::Transfer::Server aws_transfer_server
  AWS::DMS::ReplicationInstance aws_dms_replication_instance
  AWS::MSK::Cluster aws_msk_cluster
  AWS::CodeBuild::Project aws_codebuild_project
  AWS::ECR::Repository aws_ecr_repository
  AWS::ECS::Cluster aws_ecs_cluster
  AWS::ECS::Service aws_ecs_service
  AWS::ECS::TaskDefinition aws_ecs_task_definition
  AWS::EKS::Cluster aws_eks_cluster
  AWS::EFS::FileSystem aws_efs_file_system
  AWS::SQS::Queue aws_sqs_queue
  AWS::SNS::Topic aws_sns_topic
  AWS::S3::Bucket aws_s3_bucket
  AWS::S3::BucketPolicy aws_s3_bucket_policy
  AWS::KMS::Key aws_kms_key
  AWS::Redshift::Cluster aws_redshift_cluster
  AWS::ElastiCache::ReplicationGroup aws_elasticache_replication_group
  AWS::ElastiCache::CacheCluster aws_elasticache_cluster
  AWS::DynamoDB::Table aws_dynamodb_table
  AWS::CloudFront::Distribution aws_cloudfront_distribution
  AWS::EMR::SecurityConfiguration aws_emr_security_configuration
`

/** Types that only Terraform and Pulumi have: they say apart what CloudFormation says within another. */
const WITHOUT_CLOUDFORMATION = `
  aws_s3_bucket_public_access_block aws_s3_account_public_access_block aws_s3_bucket_versioning aws_s3_bucket_logging
  aws_s3_bucket_acl aws_s3_bucket_server_side_encryption_configuration aws_security_group_rule
  aws_default_security_group aws_default_vpc aws_ebs_encryption_by_default aws_ec2_instance_metadata_defaults
  aws_efs_backup_policy aws_secretsmanager_secret_rotation aws_rds_cluster_instance aws_api_gateway_method_settings
  aws_redshift_logging aws_iam_account_password_policy aws_ecr_registry_scanning_configuration
`

const CLOUDFORMATION: ReadonlyMap<string, string> = new Map([
  ...resourceTypes.flatMap(({ names }) => {
    const terraform = names.find((name) => name.startsWith('aws_'))
    const cloudformation = names.filter((name) => name.startsWith('AWS::'))
    return terraform === undefined ? [] : cloudformation.map((name) => [name, terraform] as const)
  }),
  ...NAMES.trim()
    .split('\n')
    .map((line) => line.trim().split(' ') as [string, string]),
])

/** Names without what formats write differently. */
function soundOf(name: string): string {
  return name
    .replace(/^(?:aws_|awscc_|AWS::)/, '')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase()
}

const BY_SOUND: ReadonlyMap<string, string> = new Map([
  ...[...CLOUDFORMATION].flatMap(([name, canonical]) => [
    [soundOf(canonical), canonical] as const,
    [soundOf(name), canonical] as const,
  ]),
  ...WITHOUT_CLOUDFORMATION.trim()
    .split(/\s+/)
    .flatMap((name) => [
      [soundOf(name), name] as const,
      // Pulumi puts those of EC2 and the like below a module that Terraform leaves out.
      [`ec2${soundOf(name)}`, name] as const,
    ]),
])

const CLOUDFORMATION_BY_SOUND: ReadonlyMap<string, string> = new Map(
  [...CLOUDFORMATION.keys()].map((name) => [soundOf(name), name]),
)
