import { UNKNOWN } from '../../core/text.ts'

/** A stretch of an ARN: as it stands, or the value of an argument. */
export type ArnPart =
  | { readonly literal: string; readonly attribute?: undefined }
  | { readonly literal?: undefined; readonly attribute: string }

/**
 * The ARN of a resource of this type, `$` for what only AWS knows. Any `arn` of a resource in sight is the ARN of one
 * thing and no wildcard, so those that are not listed are an ARN with nothing known but that.
 * Formats: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function arnPattern(type: string, attribute: string): readonly ArnPart[] | undefined {
  const format = FORMATS.get(`${type}.${attribute}`) ?? (attribute === 'arn' ? (FORMATS.get(type) ?? ANY) : undefined)
  if (format === undefined) return undefined
  return format.split(/(\{\w+\})/).flatMap((part): ArnPart[] => {
    if (part === '') return []
    if (part.startsWith('{')) return [{ attribute: part.slice(1, -1) }]
    return [{ literal: part.replaceAll('$', UNKNOWN) }]
  })
}

const ANY = 'arn:$:$:$:$:$'

const FORMATS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aws_api_gateway_rest_api: 'arn:$:apigateway:$::/restapis/$',
    'aws_api_gateway_rest_api.execution_arn': 'arn:$:execute-api:$:$:$',
    'aws_apigatewayv2_api.execution_arn': 'arn:$:execute-api:$:$:$',
    aws_backup_vault: 'arn:$:backup:$:$:backup-vault:{name}',
    aws_batch_job_queue: 'arn:$:batch:$:$:job-queue/{name}',
    aws_cloudformation_stack: 'arn:$:cloudformation:$:$:stack/{name}/$',
    'aws_cloudfront_origin_access_identity.iam_arn': 'arn:$:iam::cloudfront:user/CloudFront Origin Access Identity $',
    aws_cloudfront_distribution: 'arn:$:cloudfront::$:distribution/$',
    aws_cloudtrail: 'arn:$:cloudtrail:$:$:trail/{name}',
    aws_cloudwatch_event_bus: 'arn:$:events:$:$:event-bus/{name}',
    aws_cloudwatch_event_rule: 'arn:$:events:$:$:rule/{name}',
    aws_cloudwatch_log_group: 'arn:$:logs:$:$:log-group:{name}',
    aws_codebuild_project: 'arn:$:codebuild:$:$:project/{name}',
    aws_codecommit_repository: 'arn:$:codecommit:$:$:{repository_name}',
    aws_codepipeline: 'arn:$:codepipeline:$:$:{name}',
    aws_cognito_user_pool: 'arn:$:cognito-idp:$:$:userpool/$',
    aws_db_instance: 'arn:$:rds:$:$:db:{identifier}',
    aws_dynamodb_table: 'arn:$:dynamodb:$:$:table/{name}',
    aws_ecr_repository: 'arn:$:ecr:$:$:repository/{name}',
    aws_ecs_cluster: 'arn:$:ecs:$:$:cluster/{name}',
    aws_ecs_task_definition: 'arn:$:ecs:$:$:task-definition/{family}:$',
    aws_efs_file_system: 'arn:$:elasticfilesystem:$:$:file-system/$',
    aws_eks_cluster: 'arn:$:eks:$:$:cluster/{name}',
    aws_elasticsearch_domain: 'arn:$:es:$:$:domain/{domain_name}',
    aws_iam_group: 'arn:$:iam::$:group{path}{name}',
    aws_iam_instance_profile: 'arn:$:iam::$:instance-profile{path}{name}',
    aws_iam_openid_connect_provider: 'arn:$:iam::$:oidc-provider/{url}',
    aws_iam_policy: 'arn:$:iam::$:policy{path}{name}',
    aws_iam_role: 'arn:$:iam::$:role{path}{name}',
    aws_iam_saml_provider: 'arn:$:iam::$:saml-provider/{name}',
    aws_iam_user: 'arn:$:iam::$:user{path}{name}',
    aws_instance: 'arn:$:ec2:$:$:instance/$',
    aws_kinesis_firehose_delivery_stream: 'arn:$:firehose:$:$:deliverystream/{name}',
    aws_kinesis_stream: 'arn:$:kinesis:$:$:stream/{name}',
    aws_kms_alias: 'arn:$:kms:$:$:{name}',
    'aws_kms_alias.target_key_arn': 'arn:$:kms:$:$:key/$',
    aws_kms_key: 'arn:$:kms:$:$:key/$',
    aws_kms_replica_key: 'arn:$:kms:$:$:key/$',
    aws_lambda_function: 'arn:$:lambda:$:$:function:{function_name}',
    'aws_lambda_function.qualified_arn': 'arn:$:lambda:$:$:function:{function_name}:$',
    aws_msk_cluster: 'arn:$:kafka:$:$:cluster/{cluster_name}/$',
    aws_opensearch_domain: 'arn:$:es:$:$:domain/{domain_name}',
    aws_rds_cluster: 'arn:$:rds:$:$:cluster:{cluster_identifier}',
    aws_s3_bucket: 'arn:$:s3:::{bucket}',
    aws_secretsmanager_secret: 'arn:$:secretsmanager:$:$:secret:{name}-$',
    aws_security_group: 'arn:$:ec2:$:$:security-group/$',
    aws_sfn_state_machine: 'arn:$:states:$:$:stateMachine:{name}',
    aws_sns_topic: 'arn:$:sns:$:$:{name}',
    aws_sqs_queue: 'arn:$:sqs:$:$:{name}',
    aws_subnet: 'arn:$:ec2:$:$:subnet/$',
    aws_vpc: 'arn:$:ec2:$:$:vpc/$',
  }),
)
