import type { Value } from '../../core/value.ts'
import { switchOf, valueAt, wordOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/unencrypted-results',
    title: 'Results of jobs and queries are not encrypted',
    severity: 'low',
    practice: 'EBS encrypted',
    description:
      'What a query, build or job leaves behind is a copy of the data it read, without the guards of the original.',
    remediation: 'Name an encryption for the results, with a key of KMS where data must be kept apart.',
    cwe: ['CWE-311'],
    references: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/athena-controls.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html',
    ],
  },
  [
    {
      types: 'aws_athena_workgroup',
      at: [
        'configuration.result_configuration.encryption_configuration.encryption_option',
        'work_group_configuration.result_configuration.encryption_configuration.encryption_option',
      ],
      is: 'set',
      says: 'leaves results of queries unencrypted',
    },
    {
      types: 'aws_athena_workgroup',
      at: [
        'configuration.enforce_workgroup_configuration',
        'work_group_configuration.enforce_work_group_configuration',
      ],
      is: 'on',
      absent: 'right',
      says: 'lets clients decide how results are kept',
    },
    {
      types: 'aws_athena_database',
      at: 'encryption_configuration.encryption_option',
      is: 'set',
      says: 'leaves results of queries unencrypted',
    },
    {
      types: 'aws_codebuild_project',
      at: ['artifacts.encryption_disabled', 'artifacts.encryption_disabled'],
      is: 'off',
      says: 'leaves its artifacts unencrypted',
    },
    {
      types: 'aws_codebuild_project',
      at: 'secondary_artifacts[].encryption_disabled',
      is: 'off',
      says: 'leaves its artifacts unencrypted',
    },
    {
      types: 'aws_codebuild_project',
      at: ['logs_config.s3_logs.encryption_disabled', 'logs_config.s3_logs.encryption_disabled'],
      is: 'off',
      says: 'leaves its logs unencrypted',
    },
    {
      types: 'aws_codebuild_project',
      at: 'encryption_key',
      is: 'set',
      severity: 'note',
      says: 'encrypts its artifacts with the key of AWS',
    },
    {
      types: 'aws_codebuild_project',
      at: 'environment.privileged_mode',
      is: 'off',
      severity: 'note',
      says: 'builds in a container that has the machine for itself',
    },
    {
      types: 'aws_glue_security_configuration',
      at: [
        'encryption_configuration.s3_encryption[].s3_encryption_mode',
        'encryption_configuration.s3_encryptions[].s3_encryption_mode',
      ],
      is: isEncrypted,
      absent: 'wrong',
      says: 'leaves data in S3 unencrypted',
    },
    {
      types: 'aws_glue_security_configuration',
      at: [
        'encryption_configuration.cloudwatch_encryption.cloudwatch_encryption_mode',
        'encryption_configuration.cloud_watch_encryption.cloud_watch_encryption_mode',
      ],
      is: isEncrypted,
      absent: 'wrong',
      says: 'leaves logs unencrypted',
    },
    {
      types: 'aws_glue_security_configuration',
      at: [
        'encryption_configuration.job_bookmarks_encryption.job_bookmarks_encryption_mode',
        'encryption_configuration.job_bookmarks_encryption.job_bookmarks_encryption_mode',
      ],
      is: isEncrypted,
      absent: 'wrong',
      says: 'leaves bookmarks of jobs unencrypted',
    },
    {
      types: 'aws_glue_data_catalog_encryption_settings',
      at: 'data_catalog_encryption_settings.connection_password_encryption.return_connection_password_encrypted',
      is: 'on',
      says: 'shows passwords of connections in the clear',
    },
    {
      types: 'aws_glue_data_catalog_encryption_settings',
      at: [
        'data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode',
        'data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode',
      ],
      is: isEncrypted,
      absent: 'wrong',
      says: 'leaves the catalog unencrypted',
    },
    {
      types: 'aws_emr_security_configuration',
      at: [
        'configuration.encryption_configuration.enable_at_rest_encryption',
        'security_configuration.encryption_configuration.enable_at_rest_encryption',
      ],
      is: 'on',
      says: 'leaves data on disks and in S3 unencrypted',
    },
    {
      types: 'aws_emr_security_configuration',
      at: [
        'configuration.encryption_configuration.enable_in_transit_encryption',
        'security_configuration.encryption_configuration.enable_in_transit_encryption',
      ],
      is: 'on',
      says: 'lets nodes speak without encryption',
    },
    {
      types: 'aws_emr_cluster',
      at: 'security_configuration',
      is: 'set',
      says: 'has no security configuration, so it encrypts nothing',
    },
    {
      types: 'aws_glue_job aws_glue_crawler aws_glue_dev_endpoint',
      at: ['security_configuration', 'crawler_security_configuration'],
      is: 'set',
      severity: 'note',
      where: (job) => !job.type.endsWith('Job'),
      says: 'has no security configuration, so it encrypts nothing',
    },
    {
      types: 'aws_sagemaker_notebook_instance',
      at: 'kms_key_id',
      is: 'set',
      says: 'has a disk without a key of your own',
    },
    {
      types: 'aws_sagemaker_endpoint_configuration',
      at: ['kms_key_arn', 'kms_key_id'],
      is: 'set',
      severity: 'note',
      says: 'has disks without a key of your own',
    },
    {
      types: 'aws_sagemaker_notebook_instance',
      at: 'root_access',
      is: isNoRoot,
      severity: 'note',
      absent: 'wrong',
      says: 'gives its user root',
    },
    { types: 'aws_sagemaker_domain', at: 'kms_key_id', is: 'set', severity: 'note', says: 'has no key of your own' },
    {
      types: 'aws_backup_vault',
      at: ['kms_key_arn', 'encryption_key_arn'],
      is: 'set',
      severity: 'note',
      says: 'is encrypted with the key of AWS',
    },
    {
      types: 'aws_kinesisanalyticsv2_application',
      at: 'kms_key',
      is: 'set',
      absent: 'right',
      says: 'has no key of your own',
    },
    {
      types: 'aws_codepipeline',
      at: ['artifact_store[].encryption_key', 'artifact_store[].encryption_key'],
      is: 'set',
      severity: 'note',
      says: 'encrypts its artifacts with the key of AWS',
    },
    {
      types: 'aws_api_gateway_method_settings',
      at: ['settings.cache_data_encrypted', undefined],
      is: 'on',
      where: (settings) => switchOf(valueAt(settings, 'settings.caching_enabled')) === true,
      says: 'leaves cached answers unencrypted',
    },
    {
      types: 'aws_appsync_api_cache',
      at: 'at_rest_encryption_enabled',
      is: 'on',
      says: 'leaves cached answers unencrypted',
    },
    {
      types: 'aws_appsync_api_cache',
      at: 'transit_encryption_enabled',
      is: 'on',
      says: 'speaks with its cache unencrypted',
    },
  ],
)

function isEncrypted(value: Value): boolean | undefined {
  const word = wordOf(value)
  return word === undefined ? undefined : word.toUpperCase() !== 'DISABLED'
}

function isNoRoot(value: Value): boolean | undefined {
  return switchOf(value) === undefined ? undefined : switchOf(value) === false
}
