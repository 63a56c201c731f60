/**
 * What arguments of well-known modules of the registry mean for IAM. `subjects`: of GitHub's tokens, `repo:` may be left out.
 * `subjects-like`, `subjects-exact`: of the tokens of the module's provider, with and without wildcards. `trusted`: ARNs
 * that may assume the role; `entities`: names of services too. `principals`: types with their principals. `actions`: granted
 * on everything, `actions s3_resources` on what the argument of that name says; `assumes`: roles that its group may assume; `statements`: a
 * policy by its statements. `resource kms:*`: what the resource's policy lets those do who are named, `keys s3:PutObject` those whom
 * the keys name; `triggers`: who may call the function, as for `aws_lambda_permission`. `AdministratorAccess` and its like: attached where
 * it is true. `aws_db_instance.publicly_accessible`: what that argument of that resource is. An argument may be a path: `instances.*.x`.
 */
export type Meaning =
  | 'subjects'
  | 'subjects-like'
  | 'subjects-exact'
  | 'trusted'
  | 'entities'
  | 'principals'
  | 'actions'
  | 'assumes'
  | 'statements'
  | 'triggers'
  | (string & {})

export interface RegistryModule {
  /** `namespace/name/aws//modules/part`. */
  readonly sources: readonly string[]
  readonly arguments: Readonly<Record<string, Meaning>>
  /** Lists that the module makes of nothing, by the argument of the resource. */
  readonly defaults?: Readonly<Record<string, readonly string[]>>
}

const ATTACHES = {
  attach_admin_policy: 'AdministratorAccess',
  attach_poweruser_policy: 'PowerUserAccess',
  attach_readonly_policy: 'ReadOnlyAccess',
}
const PUBLIC_DATABASE = { publicly_accessible: 'aws_db_instance.publicly_accessible' }

/** The names of all major versions that are known to be in use; not each was held against the registry. */
export const REGISTRY_MODULES: readonly RegistryModule[] = [
  { sources: ['terraform-aws-modules/iam/aws//modules/iam-github-oidc-role'], arguments: { subjects: 'subjects' } },
  {
    sources: ['terraform-aws-modules/iam/aws//modules/iam-assumable-role-with-oidc'],
    arguments: { oidc_subjects_with_wildcards: 'subjects-like', oidc_fully_qualified_subjects: 'subjects-exact' },
  },
  {
    sources: ['terraform-aws-modules/iam/aws//modules/iam-role'],
    arguments: { oidc_wildcard_subjects: 'subjects-like', oidc_subjects: 'subjects-exact' },
  },
  {
    sources: ['terraform-aws-modules/iam/aws//modules/iam-assumable-role'],
    arguments: { ...ATTACHES, trusted_role_arns: 'trusted' },
  },
  {
    sources: [
      'terraform-aws-modules/iam/aws//modules/iam-assumable-roles',
      'terraform-aws-modules/iam/aws//modules/iam-assumable-roles-with-saml',
    ],
    arguments: {
      create_admin_role: 'AdministratorAccess',
      create_poweruser_role: 'PowerUserAccess',
      trusted_role_arns: 'trusted',
    },
  },
  {
    sources: ['terraform-aws-modules/iam/aws//modules/iam-group-with-assumable-roles-policy'],
    arguments: { assumable_roles: 'assumes' },
  },
  {
    sources: [
      'terraform-aws-modules/iam/aws//modules/iam-group',
      'terraform-aws-modules/iam/aws//modules/iam-role-for-service-accounts',
    ],
    arguments: { permissions: 'statements' },
  },
  { sources: ['cloudposse/iam-role/aws'], arguments: { principals: 'principals' } },
  { sources: ['cloudposse/iam-s3-user/aws'], arguments: { s3_actions: 'actions s3_resources' } },
  {
    sources: ['unfunco/oidc-github/aws'],
    arguments: {
      github_repositories: 'subjects',
      github_subjects: 'subjects',
      attach_admin_policy: 'AdministratorAccess',
      dangerously_attach_admin_policy: 'AdministratorAccess',
    },
  },
  {
    sources: [
      'terraform-aws-modules/rds/aws',
      'terraform-aws-modules/dms/aws',
      'cloudposse/rds/aws',
      'cloudposse/rds-cluster/aws',
      'cloudposse/mq-broker/aws',
    ],
    arguments: PUBLIC_DATABASE,
  },
  {
    sources: ['terraform-aws-modules/rds-aurora/aws'],
    arguments: {
      ...PUBLIC_DATABASE,
      'instances.*.publicly_accessible': 'aws_rds_cluster_instance.publicly_accessible',
    },
  },
  {
    sources: ['terraform-aws-modules/redshift/aws', 'cloudposse/redshift-cluster/aws'],
    arguments: { publicly_accessible: 'aws_redshift_cluster.publicly_accessible' },
  },
  {
    sources: ['terraform-aws-modules/eks/aws', 'cloudposse/eks-cluster/aws'],
    arguments: {
      cluster_endpoint_public_access: 'aws_eks_cluster.vpc_config.endpoint_public_access',
      cluster_endpoint_public_access_cidrs: 'aws_eks_cluster.vpc_config.public_access_cidrs',
      endpoint_public_access: 'aws_eks_cluster.vpc_config.endpoint_public_access',
      endpoint_public_access_cidrs: 'aws_eks_cluster.vpc_config.public_access_cidrs',
      public_access_cidrs: 'aws_eks_cluster.vpc_config.public_access_cidrs',
    },
    defaults: { public_access_cidrs: ['0.0.0.0/0'] },
  },
  {
    sources: ['terraform-aws-modules/lambda/aws'],
    arguments: {
      authorization_type: 'aws_lambda_function_url.authorization_type',
      trusted_entities: 'entities',
      allowed_triggers: 'triggers',
    },
  },
  { sources: ['terraform-aws-modules/lambda/aws//modules/alias'], arguments: { allowed_triggers: 'triggers' } },
  { sources: ['cloudposse/lambda-function/aws'], arguments: { invoke_function_permissions: 'triggers' } },
  {
    sources: ['terraform-aws-modules/apigateway-v2/aws'],
    arguments: { 'routes.*.authorization_type': 'aws_apigatewayv2_route.authorization_type' },
  },
  {
    sources: ['terraform-aws-modules/step-functions/aws'],
    arguments: { trusted_entities: 'entities' },
  },
  {
    sources: ['terraform-aws-modules/eventbridge/aws'],
    arguments: { trusted_entities: 'entities', permissions: 'keys events:PutEvents' },
  },
  {
    sources: ['terraform-aws-modules/s3-bucket/aws', 'cloudposse/s3-bucket/aws'],
    arguments: {
      acl: 'aws_s3_bucket_acl.acl',
      privileged_principal_arns: 'resource s3:*',
      'grant.*.uri': 'aws_s3_bucket_acl.access_control_policy.grant.grantee.uri',
      'grants.*.uri': 'aws_s3_bucket_acl.access_control_policy.grant.grantee.uri',
    },
  },
  { sources: ['cloudposse/cloudfront-s3-cdn/aws'], arguments: { deployment_principal_arns: 'keys s3:PutObject' } },
  { sources: ['cloudposse/s3-website/aws'], arguments: { deployment_arns: 'keys s3:PutObject' } },
  { sources: ['trussworks/s3-private-bucket/aws'], arguments: { s3_bucket_acl: 'aws_s3_bucket_acl.acl' } },
  {
    sources: ['terraform-aws-modules/kms/aws'],
    arguments: {
      key_owners: 'resource kms:*',
      key_administrators: 'resource kms:PutKeyPolicy',
      key_users: 'resource kms:Decrypt',
      key_service_users: 'resource kms:CreateGrant',
      key_symmetric_encryption_users: 'resource kms:Decrypt',
      key_hmac_users: 'resource kms:GenerateMac',
      key_asymmetric_public_encryption_users: 'resource kms:Decrypt',
      key_asymmetric_sign_verify_users: 'resource kms:Sign',
    },
  },
  {
    sources: ['terraform-aws-modules/ecr/aws', 'cloudposse/ecr/aws'],
    arguments: {
      repository_read_access_arns: 'resource ecr:BatchGetImage',
      repository_read_write_access_arns: 'resource ecr:PutImage',
      principals_full_access: 'resource ecr:*',
      principals_push_access: 'resource ecr:PutImage',
      principals_readonly_access: 'resource ecr:BatchGetImage',
      principals_pull_though_access: 'resource ecr:BatchGetImage',
    },
  },
  { sources: ['cloudposse/sns-topic/aws'], arguments: { allowed_iam_arns_for_sns_publish: 'resource sns:Publish' } },
  { sources: ['cloudposse/elasticsearch/aws'], arguments: { iam_role_arns: 'resource es:ESHttpGet' } },
  { sources: ['cloudposse/codebuild/aws'], arguments: { extra_permissions: 'actions' } },
  {
    sources: ['terraform-module/github-oidc-provider/aws'],
    arguments: { repositories: 'subjects' },
  },
]

/** What the arguments of the module at a source mean; of git repositories of GitHub too, which the registry draws from. */
export function meaningsOf(source: string): Readonly<Record<string, Meaning>> | undefined {
  return moduleAt(source)?.arguments
}

export function defaultsOf(source: string): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(moduleAt(source)?.defaults ?? {})
}

function moduleAt(source: string): RegistryModule | undefined {
  const path = registryPath(source)
  return REGISTRY_MODULES.find(({ sources }) => sources.includes(path))
}

/** Modules that limit, and grant nothing: their documents are no one's permissions. */
export function isGuardrail(source: string): boolean {
  return /(^|[^a-z])(scps?|rcps?|service-control-polic(y|ies)|organizations?-polic(y|ies)|guardrails?|vpc-endpoints?)([^a-z]|$)/i.test(
    registryPath(source),
  )
}

function registryPath(source: string): string {
  const git = /github\.com[/:]([\w-]+)\/terraform-aws-([\w-]+?)(?:\.git)?(\/\/[^?]*)?(?:\?.*)?$/.exec(source)
  if (git) return `${git[1]}/${git[2]}/aws${git[3] ?? ''}`
  return source.replace(/^(?:tfr:\/\/\/?)?(?:registry\.(?:terraform\.io|opentofu\.org)\/)?/, '').replace(/\?.*$/, '')
}
