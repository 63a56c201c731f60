import type { Path } from './resources/index.ts'

/** An argument by which a resource is open to everyone, without any policy. */
export interface PublicArgument {
  /** `aws_s3_bucket_acl`, `AWS::S3::Bucket`. */
  readonly types: readonly string[]
  readonly at: Path
  /** Values, lower case, with which it is open. */
  readonly open: RegExp
  readonly severity: 'critical' | 'high' | 'medium' | 'low'
  /** Completes "… lets anyone". */
  readonly lets: string
  /** As it should be: completes "Set …". */
  readonly instead: string
  /** Its bucket's public access block shuts it. */
  readonly acl?: true
  /** An argument that narrows it to addresses: open only if it holds all of them, or is not there. */
  readonly addresses?: Path
}

const door = (
  types: string,
  at: Path,
  open: RegExp,
  severity: PublicArgument['severity'],
  lets: string,
  instead: string,
) => ({
  types: types.split(' '),
  at,
  open,
  severity,
  lets,
  instead,
})

const S3 = 'Block Public Access for the bucket and the account, and no ACL at all'
const GROUPS = /acs\.amazonaws\.com\/groups\/global\/(allusers|authenticatedusers)$/

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl and the pages of each service. */
export const PUBLIC_ARGUMENTS: readonly PublicArgument[] = [
  ...(['public-read-write', '(?:public|authenticated)-read'] as const).map((acl, at): PublicArgument => {
    const buckets =
      'aws_s3_bucket aws_s3_bucket_acl aws_s3_object aws_s3_bucket_object aws_s3_object_copy AWS::S3::Bucket'
    const types = at === 0 ? `${buckets} s3_upload` : buckets
    const [severity, lets] = at === 0 ? (['critical', 'read and write it'] as const) : (['high', 'read it'] as const)
    return {
      ...door(types, ['acl', 'AccessControl'], new RegExp(`^${acl.replaceAll('-', '-?')}$`), severity, lets, S3),
      acl: true,
    }
  }),
  {
    // Who types it means it: mostly a release or a page. Buckets made since April 2023 take no ACL unless they are told to.
    ...door('s3_upload', 'acl', /^(?:public|authenticated)-read$/, 'medium', 'read what is uploaded', S3),
    acl: true,
  },
  {
    ...door(
      'aws_s3_bucket_acl',
      ['access_control_policy.grant.grantee.uri', undefined],
      GROUPS,
      'high',
      'use what the ACL grants',
      S3,
    ),
    acl: true,
  },
  {
    ...door(
      'aws_s3_bucket aws_s3_object_copy',
      ['grant.uri', undefined],
      GROUPS,
      'high',
      'use what the ACL grants',
      S3,
    ),
    acl: true,
  },
  door(
    'aws_lambda_function_url',
    'authorization_type',
    /^none$/,
    'medium',
    'call the function',
    '`AWS_IAM`, or check in the function who calls',
  ),
  door(
    'AWS::Lambda::Url',
    ['', 'AuthType'],
    /^none$/,
    'medium',
    'call the function',
    '`AWS_IAM`, or check in the function who calls',
  ),
  door(
    'aws_ami_launch_permission',
    'group',
    /^all$/,
    'high',
    'start the image and read what is on it',
    'the accounts that need it',
  ),
  door(
    'aws_snapshot_create_volume_permission',
    'group',
    /^all$/,
    'critical',
    'make a disk of the snapshot and read it',
    'the accounts that need it',
  ),
  // Only a command opens one: no resource of Terraform or CloudFormation does.
  door(
    'ebs_snapshot_attribute',
    'group',
    /^all$/,
    'critical',
    'make a volume of the snapshot and read what is on it',
    'the accounts that need it',
  ),
  door(
    'ssm_document_permission',
    'account_ids',
    /^all$/,
    'high',
    'read the document and run it',
    'the accounts that need it',
  ),
  door(
    'aws_imagebuilder_distribution_configuration AWS::ImageBuilder::DistributionConfiguration',
    [
      'distribution.ami_distribution_configuration.launch_permission.user_groups',
      'Distributions.AmiDistributionConfiguration.LaunchPermissionConfiguration.UserGroups',
    ],
    /^all$/,
    'high',
    'start the images and read what is on them',
    'the accounts that need them',
  ),
  door(
    'aws_db_snapshot aws_db_cluster_snapshot aws_rds_cluster_snapshot_copy aws_db_snapshot_copy',
    'shared_accounts',
    /^all$/,
    'critical',
    'restore the database and read it',
    'the accounts that need it',
  ),
  door(
    'aws_ssm_document',
    'permissions.account_ids',
    /^all$/,
    'high',
    'read the document and run it',
    'the accounts that need it',
  ),
  door(
    'aws_db_instance aws_rds_cluster_instance aws_redshift_cluster aws_redshiftserverless_workgroup aws_dms_replication_instance aws_mq_broker AWS::RDS::DBInstance AWS::Redshift::Cluster AWS::RedshiftServerless::Workgroup AWS::DMS::ReplicationInstance AWS::AmazonMQ::Broker',
    'publicly_accessible',
    /^true$/,
    'medium',
    'reach it from the internet, as far as its security groups let them',
    '`false`, and reach it from within the VPC',
  ),
  {
    ...door(
      'aws_eks_cluster',
      'vpc_config.endpoint_public_access',
      /^true$/,
      'medium',
      'reach the API of the cluster from the internet',
      'the addresses that may, or a private endpoint alone',
    ),
    addresses: 'vpc_config.public_access_cidrs',
  },
  {
    ...door(
      'AWS::EKS::Cluster',
      ['', 'ResourcesVpcConfig.EndpointPublicAccess'],
      /^true$/,
      'medium',
      'reach the API of the cluster from the internet',
      'the addresses that may, or a private endpoint alone',
    ),
    addresses: ['', 'ResourcesVpcConfig.PublicAccessCidrs'],
  },
  door(
    'aws_cognito_identity_pool AWS::Cognito::IdentityPool',
    ['allow_unauthenticated_identities', 'AllowUnauthenticatedIdentities'],
    /^true$/,
    'medium',
    'have credentials of the pool’s guest role',
    '`false`, unless guests are meant, with a role that can do next to nothing',
  ),
  door(
    'aws_codebuild_project AWS::CodeBuild::Project',
    ['project_visibility', 'Visibility'],
    /^public_read$/,
    'medium',
    'read the logs and artifacts of its builds',
    '`PRIVATE`',
  ),
  door(
    'aws_api_gateway_method AWS::ApiGateway::Method',
    ['authorization', 'AuthorizationType'],
    /^none$/,
    'low',
    'call the method',
    'an authorizer, `AWS_IAM`, or an API key with a usage plan where it is not meant to be public',
  ),
  door(
    'aws_apigatewayv2_route AWS::ApiGatewayV2::Route',
    'authorization_type',
    /^none$/,
    'low',
    'call the route',
    'an authorizer or `AWS_IAM` where it is not meant to be public',
  ),
]
