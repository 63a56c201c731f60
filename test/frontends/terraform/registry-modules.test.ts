import { expect, test } from 'vitest'
import { said } from '../../iam/support/scan.ts'

const SOURCE = 'terraform-aws-modules'

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
])('%s: %s', async (source, argument, line) => {
  const found = await said({ 'main.tf': `module "it" {\n  source = "${source}"\n  ${argument}\n}\n` })
  expect(found.join('\n')).toContain(line)
})

test('services that a role is for, and accounts that are trusted, are no finding', async () => {
  const call = (argument: string) => `module "it" {\n  source = "${SOURCE}/lambda/aws"\n  ${argument}\n}\n`
  expect(await said({ 'main.tf': call('trusted_entities = ["states.amazonaws.com"]') })).toEqual([])
  const key = `module "key" {\n  source = "${SOURCE}/kms/aws"\n  key_users = ["arn:aws:iam::111122223333:role/app"]\n}\n`
  expect(await said({ 'main.tf': key })).toEqual([])
})
