import type { PolicyRole } from '../../../core/policy.ts'
import type { UnitResource } from '../unit.ts'
import { plainOf } from '../value.ts'

/** Where a resource type takes a policy document, and what for. */
export interface Consumer {
  /** An argument, or one inside nested blocks: `inline_policy.policy`. */
  readonly path: string
  readonly role: PolicyRole
  /** Of a policy about a resource: its service as in IAM actions, and the arguments that name the resource. */
  readonly service?: string
  readonly subjects?: readonly string[]
}

/** The arguments of a resource that are policy documents; undefined for a type that is not listed. */
export function consumersOf(resource: UnitResource): readonly Consumer[] | undefined {
  if (resource.type === 'aws_organizations_policy' && !isAuthorizationPolicy(resource)) return []
  return CONSUMERS.get(resource.type)
}

/** Tag, backup and opt-out policies say nothing about who may do what. */
function isAuthorizationPolicy(resource: UnitResource): boolean {
  const type = resource.attribute('type')
  return type.kind === 'unknown' || /^(?:SERVICE|RESOURCE)_CONTROL_POLICY$/.test(plainOf(type) ?? '')
}

function about(service: string, path: string, ...subjects: string[]): Consumer {
  return { path, role: 'resource', service, subjects }
}

/**
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
const CONSUMERS: ReadonlyMap<string, readonly Consumer[]> = new Map(
  Object.entries<readonly Consumer[]>({
    aws_iam_policy: [{ path: 'policy', role: 'identity' }],
    aws_iam_role: [
      { path: 'assume_role_policy', role: 'trust' },
      { path: 'inline_policy.policy', role: 'identity' },
    ],
    aws_iam_role_policy: [{ path: 'policy', role: 'identity' }],
    aws_iam_user_policy: [{ path: 'policy', role: 'identity' }],
    aws_iam_group_policy: [{ path: 'policy', role: 'identity' }],
    awscc_iam_role: [
      { path: 'assume_role_policy_document', role: 'trust' },
      { path: 'policies.policy_document', role: 'identity' },
    ],
    awscc_iam_user: [{ path: 'policies.policy_document', role: 'identity' }],
    awscc_iam_group: [{ path: 'policies.policy_document', role: 'identity' }],
    awscc_iam_managed_policy: [{ path: 'policy_document', role: 'identity' }],
    aws_ssoadmin_permission_set: [{ path: 'inline_policy', role: 'identity' }],
    aws_ssoadmin_permission_set_inline_policy: [{ path: 'inline_policy', role: 'identity' }],
    aws_organizations_policy: [{ path: 'content', role: 'scp', service: 'organizations' }],
    aws_organizations_resource_policy: [about('organizations', 'content')],
    aws_eks_pod_identity_association: [{ path: 'policy', role: 'session' }],
    aws_rolesanywhere_profile: [{ path: 'session_policy', role: 'session' }],
    aws_transfer_access: [{ path: 'policy', role: 'session' }],
    aws_transfer_user: [{ path: 'policy', role: 'session' }],

    aws_acmpca_policy: [about('acm-pca', 'policy', 'resource_arn')],
    aws_api_gateway_domain_name: [about('execute-api', 'policy')],
    aws_api_gateway_rest_api: [about('execute-api', 'policy')],
    aws_api_gateway_rest_api_policy: [about('execute-api', 'policy', 'rest_api_id')],
    aws_backup_vault_policy: [about('backup', 'policy', 'backup_vault_name')],
    aws_cloudsearch_domain_service_access_policy: [about('cloudsearch', 'access_policy', 'domain_name')],
    aws_cloudwatch_event_bus_policy: [about('events', 'policy', 'event_bus_name')],
    aws_cloudwatch_log_destination_policy: [about('logs', 'access_policy', 'destination_name')],
    aws_cloudwatch_log_resource_policy: [about('logs', 'policy_document')],
    aws_codeartifact_domain_permissions_policy: [about('codeartifact', 'policy_document', 'domain')],
    aws_codeartifact_repository_permissions_policy: [about('codeartifact', 'policy_document', 'repository')],
    aws_codebuild_resource_policy: [about('codebuild', 'policy', 'resource_arn')],
    aws_dynamodb_resource_policy: [about('dynamodb', 'policy', 'resource_arn')],
    aws_ecr_registry_policy: [about('ecr', 'policy')],
    aws_ecr_repository_creation_template: [about('ecr', 'repository_policy')],
    aws_ecr_repository_policy: [about('ecr', 'policy', 'repository')],
    aws_ecrpublic_repository_policy: [about('ecr-public', 'policy', 'repository_name')],
    aws_efs_file_system_policy: [about('elasticfilesystem', 'policy', 'file_system_id')],
    aws_elasticsearch_domain: [about('es', 'access_policies')],
    aws_elasticsearch_domain_policy: [about('es', 'access_policies', 'domain_name')],
    aws_glacier_vault: [about('glacier', 'access_policy')],
    aws_glacier_vault_lock: [about('glacier', 'policy', 'vault_name')],
    aws_glue_resource_policy: [about('glue', 'policy')],
    aws_iot_policy: [{ path: 'policy', role: 'identity', service: 'iot' }],
    aws_kinesis_resource_policy: [about('kinesis', 'policy', 'resource_arn')],
    aws_kms_external_key: [about('kms', 'policy')],
    aws_kms_key: [about('kms', 'policy')],
    aws_kms_key_policy: [about('kms', 'policy', 'key_id')],
    aws_kms_replica_external_key: [about('kms', 'policy')],
    aws_kms_replica_key: [about('kms', 'policy')],
    aws_media_store_container_policy: [about('mediastore', 'policy', 'container_name')],
    aws_msk_cluster_policy: [about('kafka', 'policy', 'cluster_arn')],
    aws_networkfirewall_resource_policy: [about('network-firewall', 'policy', 'resource_arn')],
    aws_opensearch_domain: [about('es', 'access_policies')],
    aws_opensearch_domain_policy: [about('es', 'access_policies', 'domain_name')],
    aws_redshift_resource_policy: [about('redshift', 'policy', 'resource_arn')],
    aws_redshiftserverless_resource_policy: [about('redshift-serverless', 'policy', 'resource_arn')],
    aws_s3_access_point: [about('s3', 'policy', 'bucket')],
    aws_s3_bucket: [about('s3', 'policy')],
    aws_s3_bucket_policy: [about('s3', 'policy', 'bucket')],
    aws_s3_directory_bucket: [about('s3express', 'policy')],
    aws_s3control_access_grants_instance_resource_policy: [about('s3', 'policy')],
    aws_s3control_access_point_policy: [about('s3', 'policy', 'access_point_arn')],
    aws_s3control_bucket_policy: [about('s3-outposts', 'policy', 'bucket')],
    aws_s3control_multi_region_access_point_policy: [about('s3', 'details.policy')],
    aws_s3control_object_lambda_access_point_policy: [about('s3-object-lambda', 'policy', 'name')],
    aws_s3tables_table_bucket_policy: [about('s3tables', 'resource_policy', 'table_bucket_arn')],
    aws_s3tables_table_policy: [about('s3tables', 'resource_policy', 'table_bucket_arn')],
    aws_s3vectors_vector_bucket_policy: [about('s3vectors', 'policy', 'vector_bucket_arn')],
    aws_sagemaker_model_package_group_policy: [about('sagemaker', 'resource_policy', 'model_package_group_name')],
    aws_schemas_registry_policy: [about('schemas', 'policy', 'registry_name')],
    aws_secretsmanager_secret: [about('secretsmanager', 'policy')],
    aws_secretsmanager_secret_policy: [about('secretsmanager', 'policy', 'secret_arn')],
    aws_ses_identity_policy: [about('ses', 'policy', 'identity')],
    aws_sesv2_email_identity_policy: [about('ses', 'policy', 'email_identity')],
    aws_sns_topic: [about('sns', 'policy')],
    aws_sns_topic_policy: [about('sns', 'policy', 'arn')],
    aws_sqs_queue: [about('sqs', 'policy')],
    aws_sqs_queue_policy: [about('sqs', 'policy', 'queue_url')],
    aws_ssmincidents_response_plan: [],
    // An endpoint's policy only limits what passes through it.
    aws_vpc_endpoint: [{ path: 'policy', role: 'boundary', service: 'ec2' }],
    aws_vpc_endpoint_policy: [{ path: 'policy', role: 'boundary', service: 'ec2', subjects: ['vpc_endpoint_id'] }],
    aws_vpclattice_auth_policy: [about('vpc-lattice', 'policy', 'resource_identifier')],
    aws_vpclattice_resource_policy: [about('vpc-lattice', 'policy', 'resource_arn')],
    aws_xray_resource_policy: [about('xray', 'policy_document')],
    // Policies by name only: rules for images, queues and backups, not for principals.
    aws_autoscaling_policy: [],
    aws_dlm_lifecycle_policy: [],
    aws_ecr_lifecycle_policy: [],
    aws_ecrpublic_lifecycle_policy: [],
  }),
)
