import { expect, test } from 'vitest'
import { said } from '../../iam/support/scan.ts'

const SOURCE = 'terraform-aws-modules'
const ALL = '{ actions = ["*"], resources = ["*"] }'
const ANYONE = (action: string) =>
  `{ actions = ["${action}"], resources = ["*"], principals = [{ type = "AWS", identifiers = ["*"] }] }`
const DOCUMENT = 'jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })'
const ADMIN = '{ admin = "arn:aws:iam::aws:policy/AdministratorAccess" }'
const ATTACHED = 'iam/risky-managed-policy'

/** An argument of a module with which it lets in anyone or makes an administrator, and what is said of it. */
test.each([
  [
    `${SOURCE}/lambda/aws`,
    'trusted_entities = [{ type = "AWS", identifiers = ["*"] }]',
    'trust/any-principal critical',
  ],
  [
    `${SOURCE}/step-functions/aws`,
    'trusted_entities = [{ type = "AWS", identifiers = ["*"] }]',
    'trust/any-principal critical',
  ],
  [`${SOURCE}/s3-bucket/aws`, 'acl = "public-read-write"', 'trust/public-door'],
  [`${SOURCE}/kms/aws`, 'key_owners = ["*"]', 'trust/any-principal'],
  [`${SOURCE}/kms/aws`, 'key_users = ["*"]', 'trust/any-principal'],
  [`${SOURCE}/ecr/aws`, 'repository_read_write_access_arns = ["*"]', 'trust/any-principal'],
  ['cloudposse/ecr/aws', 'principals_full_access = ["*"]', 'trust/any-principal'],
  ['cloudposse/sns-topic/aws', 'allowed_iam_arns_for_sns_publish = ["*"]', 'trust/any-principal'],
  ['cloudposse/codebuild/aws', 'extra_permissions = ["*"]', 'iam/full-admin critical'],
  ['unfunco/oidc-github/aws', 'dangerously_attach_admin_policy = true', 'iam/risky-managed-policy critical'],
  ['unfunco/oidc-github/aws', 'github_subjects = ["*"]', 'trust/github-oidc critical'],
  ['terraform-module/github-oidc-provider/aws', 'repositories = ["acme/*"]', 'trust/github-oidc high'],
  [
    `${SOURCE}/iam/aws//modules/iam-role`,
    'trust_policy_permissions = { any = { actions = ["sts:AssumeRole"], principals = [{ type = "AWS", identifiers = ["*"] }] } }',
    'trust/any-principal critical',
  ],
  [
    `${SOURCE}/iam/aws//modules/iam-role`,
    'inline_policy_permissions = { all = { actions = ["*"], resources = ["*"] } }',
    'iam/full-admin critical',
  ],
  [`${SOURCE}/iam/aws//modules/iam-group`, `permissions = { all = ${ALL} }`, 'iam/full-admin critical'],
  [
    `${SOURCE}/iam/aws//modules/iam-role-for-service-accounts`,
    `permissions = { all = ${ALL} }`,
    'iam/full-admin critical',
  ],
  [`${SOURCE}/iam/aws//modules/iam-role-for-service-accounts-eks`, `role_policy_arns = ${ADMIN}`, ATTACHED],
  [
    `${SOURCE}/iam/aws//modules/iam-group-with-policies`,
    `custom_group_policies = [{ name = "a", policy = ${DOCUMENT} }]`,
    'iam/full-admin critical',
  ],
  [
    `${SOURCE}/iam/aws//modules/iam-group-with-assumable-roles-policy`,
    'assumable_roles = ["*"]',
    'iam/privilege-escalation',
  ],
  [`${SOURCE}/iam/aws//modules/iam-user`, `policies = ${ADMIN}`, ATTACHED],
  [`${SOURCE}/iam/aws//modules/iam-policy`, `policy = ${DOCUMENT}`, 'iam/full-admin critical'],
  [`${SOURCE}/ecs/aws//modules/service`, `tasks_iam_role_statements = [${ALL}]`, 'iam/full-admin critical'],
  [`${SOURCE}/ecs/aws`, `services = { a = { tasks_iam_role_policies = ${ADMIN} } }`, ATTACHED],
  [`${SOURCE}/ec2-instance/aws`, `iam_role_policies = ${ADMIN}`, ATTACHED],
  [`${SOURCE}/autoscaling/aws`, `iam_role_policies = ${ADMIN}`, ATTACHED],
  [`${SOURCE}/eks/aws`, `eks_managed_node_groups = { a = { iam_role_additional_policies = ${ADMIN} } }`, ATTACHED],
  [`${SOURCE}/eks/aws//modules/karpenter`, `iam_policy_statements = [${ALL}]`, 'iam/full-admin critical'],
  [`${SOURCE}/eks-pod-identity/aws`, `policy_statements = [${ALL}]`, 'iam/full-admin critical'],
  [`${SOURCE}/app-runner/aws`, `instance_policy_statements = { a = ${ALL} }`, 'iam/full-admin critical'],
  [`${SOURCE}/batch/aws`, `instance_iam_role_additional_policies = ${ADMIN}`, ATTACHED],
  [`${SOURCE}/lambda/aws`, 'allowed_triggers = { any = { principal = "*" } }', 'trust/any-principal'],
  [`${SOURCE}/lambda/aws`, `policy_statements = { all = ${ALL} }`, 'iam/full-admin critical'],
  [`${SOURCE}/eventbridge/aws`, 'permissions = { "* Any" = {} }', 'trust/any-principal'],
  [`${SOURCE}/sns/aws`, `topic_policy_statements = { a = ${ANYONE('sns:Publish')} }`, 'trust/any-principal'],
  [`${SOURCE}/sqs/aws`, `queue_policy_statements = { a = ${ANYONE('sqs:*')} }`, 'trust/any-principal'],
  [
    `${SOURCE}/secrets-manager/aws`,
    `policy_statements = { a = ${ANYONE('secretsmanager:GetSecretValue')} }`,
    'trust/any-principal',
  ],
  [`${SOURCE}/opensearch/aws`, `access_policy_statements = { a = ${ANYONE('es:*')} }`, 'trust/any-principal'],
  [`${SOURCE}/efs/aws`, `policy_statements = { a = ${ANYONE('elasticfilesystem:*')} }`, 'trust/any-principal'],
  [`${SOURCE}/ecr/aws`, `repository_policy_statements = { a = ${ANYONE('ecr:PutImage')} }`, 'trust/any-principal'],
  [
    `${SOURCE}/dynamodb-table/aws`,
    'resource_policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "dynamodb:*", Resource = "*" }] })',
    'trust/any-principal',
  ],
  [
    `${SOURCE}/s3-bucket/aws`,
    'grant = [{ type = "Group", permission = "WRITE", uri = "http://acs.amazonaws.com/groups/global/AllUsers" }]',
    'trust/public-door',
  ],
  [`${SOURCE}/rds-aurora/aws`, 'instances = { one = { publicly_accessible = true } }', 'trust/public-door'],
  [`${SOURCE}/apigateway-v2/aws`, 'routes = { "GET /" = { authorization_type = "NONE" } }', 'trust/public-door'],
  ['cloudposse/lambda-function/aws', 'invoke_function_permissions = [{ principal = "*" }]', 'trust/any-principal'],
  ['cloudposse/lambda-function/aws', 'custom_iam_policy_arns = [ADMIN]', ATTACHED],
  ['cloudposse/lambda-function/aws', `iam_policy = [{ statements = [${ALL}] }]`, 'iam/full-admin critical'],
  ['cloudposse/iam-policy/aws', `iam_policy = [{ statements = [${ALL}] }]`, 'iam/full-admin critical'],
  ['cloudposse/iam-s3-user/aws', 's3_actions = ["s3:*"]\n  s3_resources = ["*"]', 'iam/service-wildcard high'],
  ['cloudposse/iam-system-user/aws', `inline_policies = [${DOCUMENT}]`, 'iam/full-admin critical'],
  ['cloudposse/iam-system-user/aws', `policy_arns_map = ${ADMIN}`, ATTACHED],
  ['cloudposse/ecs-alb-service-task/aws', `task_policy_arns_map = ${ADMIN}`, ATTACHED],
  [
    'cloudposse/sso/aws//modules/permission-sets',
    'permission_sets = [{ name = "Admin", policy_attachments = [ADMIN] }]',
    ATTACHED,
  ],
  ['cloudposse/eks-iam-role/aws', `aws_iam_policy_document = [${DOCUMENT}]`, 'iam/full-admin critical'],
  [
    'cloudposse/elastic-beanstalk-environment/aws',
    `extended_ec2_policy_document = ${DOCUMENT}`,
    'iam/full-admin critical',
  ],
  ['cloudposse/cloudfront-s3-cdn/aws', 'deployment_principal_arns = { "*" = [""] }', 'trust/any-principal'],
])('%s: %s', async (source, argument, line) => {
  const written = argument.replace('[ADMIN]', '["arn:aws:iam::aws:policy/AdministratorAccess"]')
  const found = await said({ 'main.tf': `module "it" {\n  source = "${source}"\n  ${written}\n}\n` })
  expect(found.join('\n')).toContain(line)
})

test('services that a role is for, and accounts that are trusted, are no finding', async () => {
  const call = (argument: string) => `module "it" {\n  source = "${SOURCE}/lambda/aws"\n  ${argument}\n}\n`
  expect(await said({ 'main.tf': call('trusted_entities = ["states.amazonaws.com"]') })).toEqual([])
  const key = `module "key" {\n  source = "${SOURCE}/kms/aws"\n  key_users = ["arn:aws:iam::111122223333:role/app"]\n}\n`
  expect(await said({ 'main.tf': key })).toEqual([])
})

test('one source, one organization or a bucket of objects is no finding', async () => {
  const call = (source: string, argument: string) => ({
    'main.tf': `module "it" {\n  source = "${source}"\n  ${argument}\n}\n`,
  })
  const triggers =
    'allowed_triggers = { api = { service = "apigateway", source_arn = "arn:aws:execute-api:eu-west-1:111122223333:a/*" } }'
  expect(await said(call(`${SOURCE}/lambda/aws`, triggers))).toEqual([])
  const permissions = 'permissions = { "* Org" = { condition_org = "o-abcdefgh12" }, "111122223333 Dev" = {} }'
  expect(await said(call(`${SOURCE}/eventbridge/aws`, permissions))).toEqual([])
  const user = 's3_actions = ["s3:GetObject"]\n  s3_resources = ["arn:aws:s3:::reports/*"]'
  expect(await said(call('cloudposse/iam-s3-user/aws', user))).toEqual([])
})
