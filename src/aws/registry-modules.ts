/**
 * What arguments of well-known modules of the registry mean for IAM. `subjects`: of GitHub's tokens, `repo:` may be left out.
 * `subjects-like`, `subjects-exact`: of the tokens of the module's provider, with and without wildcards. `trusted`: ARNs
 * that may assume the role; `entities`: names of services too. `principals`: types with their principals. `actions`: granted
 * on everything. `resource kms:*`: what the resource's policy lets those do who are named. `AdministratorAccess` and its like: attached where
 * it is true. `aws_db_instance.publicly_accessible`: what that argument of that resource is.
 */
export type Meaning =
  | 'subjects'
  | 'subjects-like'
  | 'subjects-exact'
  | 'trusted'
  | 'entities'
  | 'principals'
  | 'actions'
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
  { sources: ['cloudposse/iam-role/aws'], arguments: { principals: 'principals' } },
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
      'terraform-aws-modules/rds-aurora/aws',
      'terraform-aws-modules/dms/aws',
      'cloudposse/rds/aws',
      'cloudposse/rds-cluster/aws',
      'cloudposse/mq-broker/aws',
    ],
    arguments: PUBLIC_DATABASE,
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
    arguments: { authorization_type: 'aws_lambda_function_url.authorization_type', trusted_entities: 'entities' },
  },
  {
    sources: ['terraform-aws-modules/step-functions/aws', 'terraform-aws-modules/eventbridge/aws'],
    arguments: { trusted_entities: 'entities' },
  },
  {
    sources: ['terraform-aws-modules/s3-bucket/aws', 'cloudposse/s3-bucket/aws'],
    arguments: { acl: 'aws_s3_bucket_acl.acl', privileged_principal_arns: 'resource s3:*' },
  },
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
