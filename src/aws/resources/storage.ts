import { type ResourceType, row, withoutPolicy, withResourcePolicy } from './resource-type.ts'

/** Buckets, file systems, backups, databases, keys and secrets. */
export const storage: readonly ResourceType[] = [
  withResourcePolicy('aws_s3_bucket AWS::S3::Bucket', 's3', ['policy', undefined]),
  withResourcePolicy('aws_s3_bucket_policy AWS::S3::BucketPolicy', 's3', ['policy', 'PolicyDocument'], 'bucket'),
  withResourcePolicy('aws_s3_access_point AWS::S3::AccessPoint', 's3', 'policy', 'bucket'),
  withResourcePolicy('aws_s3_directory_bucket', 's3express', 'policy'),
  withResourcePolicy('AWS::S3Express::BucketPolicy', 's3express', 'policy_document', 'bucket'),
  withResourcePolicy('aws_s3control_access_grants_instance_resource_policy', 's3', 'policy'),
  withResourcePolicy('aws_s3control_access_point_policy', 's3', 'policy', 'access_point_arn'),
  withResourcePolicy(
    'aws_s3control_bucket_policy AWS::S3Outposts::BucketPolicy',
    's3-outposts',
    ['policy', 'PolicyDocument'],
    'bucket',
  ),
  withResourcePolicy('aws_s3control_multi_region_access_point_policy AWS::S3::MultiRegionAccessPointPolicy', 's3', [
    'details.policy',
    'Policy',
  ]),
  withResourcePolicy(
    'aws_s3control_object_lambda_access_point_policy AWS::S3ObjectLambda::AccessPointPolicy',
    's3-object-lambda',
    ['policy', 'PolicyDocument'],
    ['name', 'ObjectLambdaAccessPoint'],
  ),
  withResourcePolicy(
    'aws_s3tables_table_bucket_policy AWS::S3Tables::TableBucketPolicy',
    's3tables',
    'resource_policy',
    ['table_bucket_arn', 'TableBucketARN'],
  ),
  withResourcePolicy('aws_s3tables_table_policy AWS::S3Tables::TablePolicy', 's3tables', 'resource_policy', [
    'table_bucket_arn',
    'TableARN',
  ]),
  withResourcePolicy(
    'aws_s3vectors_vector_bucket_policy AWS::S3Vectors::VectorBucketPolicy',
    's3vectors',
    'policy',
    'vector_bucket_arn',
  ),
  withResourcePolicy('aws_efs_file_system_policy', 'elasticfilesystem', 'policy', 'file_system_id'),
  withResourcePolicy('AWS::EFS::FileSystem', 'elasticfilesystem', 'file_system_policy'),
  withResourcePolicy('aws_backup_vault_policy', 'backup', 'policy', 'backup_vault_name'),
  withResourcePolicy('AWS::Backup::BackupVault', 'backup', 'access_policy'),
  withResourcePolicy('aws_glacier_vault', 'glacier', 'access_policy'),
  withResourcePolicy('aws_glacier_vault_lock', 'glacier', 'policy', 'vault_name'),
  withResourcePolicy('aws_media_store_container_policy', 'mediastore', 'policy', 'container_name'),
  withResourcePolicy('AWS::MediaStore::Container', 'mediastore', 'policy'),

  withResourcePolicy('aws_dynamodb_resource_policy', 'dynamodb', 'policy', 'resource_arn'),
  {
    names: ['AWS::DynamoDB::Table'],
    service: 'dynamodb',
    policies: ['resource_policy.policy_document', 'stream_specification.resource_policy.policy_document'].map((at) => ({
      at,
      role: 'resource' as const,
    })),
  },
  withResourcePolicy('AWS::DynamoDB::GlobalTable', 'dynamodb', 'replicas.resource_policy.policy_document'),
  withResourcePolicy('aws_redshift_resource_policy', 'redshift', 'policy', 'resource_arn'),
  withResourcePolicy('aws_redshiftserverless_resource_policy', 'redshift-serverless', 'policy', 'resource_arn'),
  withResourcePolicy('aws_cloudsearch_domain_service_access_policy', 'cloudsearch', 'access_policy', 'domain_name'),
  withResourcePolicy('aws_elasticsearch_domain AWS::Elasticsearch::Domain', 'es', 'access_policies'),
  withResourcePolicy('aws_elasticsearch_domain_policy', 'es', 'access_policies', 'domain_name'),
  withResourcePolicy('aws_opensearch_domain AWS::OpenSearchService::Domain', 'es', 'access_policies'),
  withResourcePolicy('aws_opensearch_domain_policy', 'es', 'access_policies', 'domain_name'),
  withResourcePolicy('aws_glue_resource_policy', 'glue', 'policy'),

  withResourcePolicy('aws_kms_key AWS::KMS::Key', 'kms', ['policy', 'KeyPolicy']),
  withResourcePolicy('aws_kms_key_policy', 'kms', 'policy', 'key_id'),
  withResourcePolicy('aws_kms_replica_key AWS::KMS::ReplicaKey', 'kms', ['policy', 'KeyPolicy']),
  withResourcePolicy('aws_kms_replica_external_key', 'kms', 'policy'),
  withResourcePolicy('aws_secretsmanager_secret', 'secretsmanager', 'policy'),
  withResourcePolicy(
    'aws_secretsmanager_secret_policy AWS::SecretsManager::ResourcePolicy',
    'secretsmanager',
    ['policy', 'ResourcePolicy'],
    ['secret_arn', 'SecretId'],
  ),
  withResourcePolicy('AWS::SSM::ResourcePolicy', 'ssm', 'policy', 'resource_arn'),

  withoutPolicy('aws_dlm_lifecycle_policy'),

  row('aws_ssm_parameter AWS::SSM::Parameter', {
    parameter: { name: 'name', values: ['value', ['insecure_value', undefined]] },
  }),
  row('aws_secretsmanager_secret_version', { texts: ['secret_string'], secrets: ['secret_binary'] }),
  row('aws_s3_object', { texts: ['content'] }),
  row('aws_s3_bucket_object', { texts: ['content'] }),
  row('local_file', { texts: ['content'] }),
  row('local_sensitive_file', { texts: ['content'] }),
  row('aws_appconfig_hosted_configuration_version AWS::AppConfig::HostedConfigurationVersion', { texts: ['content'] }),
]
