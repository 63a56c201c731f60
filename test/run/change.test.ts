import { afterEach, expect, test } from 'vitest'
import type { Report } from '../../src/core/finding.ts'
import { run } from '../../src/run.ts'
import { Repository } from '../support/repository.ts'

/** What a change is said to bring in: the files of the base and of the head in, `path:line severity rule` out. */
const repositories: Repository[] = []
afterEach(() => {
  for (const repository of repositories.splice(0)) repository.dispose()
})

type Files = Record<string, string>

async function news(before: Files, after: Files): Promise<string[]> {
  const report = await compared(before, after)
  return report.findings
    .filter(({ state }) => state === 'new')
    .map(({ ruleId, severity, location }) => `${location.uri}:${location.region.startLine} ${severity} ${ruleId}`)
}

async function compared(before: Files, after: Files, paths: string[] = []): Promise<Report> {
  const repository = new Repository()
  repositories.push(repository)
  const base = repository.commit('before', before)
  repository.remove(...Object.keys(before).filter((path) => !(path in after)))
  repository.commit('after', after)
  return await run({
    root: repository.root,
    scope: { kind: 'range', base, head: 'HEAD' },
    policyFrom: 'repository',
    paths,
    pathsIgnore: [],
    today: '2026-10-01',
    now: () => 0,
    env: process.env,
  })
}

const policy = (statements: string): string => `resource "aws_iam_policy" "p" {
  name   = "p"
  policy = jsonencode({ Statement = [${statements}] })
}
`
const ADMIN = '{ Effect = "Allow", Action = "*", Resource = "*" }'
const OPEN_ROLE = (condition: string) => `resource "aws_iam_role" "open" {
  name = "open"
  assume_role_policy = jsonencode({ Statement = [{
    Effect    = "Allow"
    Principal = { AWS = "*" }
    Action    = "sts:AssumeRole"
    ${condition}
  }] })
}
`

test('what a directory has already is no news when a file is added to it', async () => {
  const found = await news({ 'iam.tf': policy(ADMIN) }, { 'iam.tf': policy(ADMIN), 'bucket.tf': 'locals {}\n' })
  expect(found).toEqual([])
})

test('nor when a file is moved into it', async () => {
  const before = { 'iam.tf': policy(ADMIN), 'other/role.tf': OPEN_ROLE('') }
  const after = { 'iam.tf': policy(ADMIN), 'role.tf': OPEN_ROLE('') }
  expect(await news(before, after)).toEqual([])
})

const BUCKET = `resource "aws_s3_bucket" "site" {
  bucket = "site"
}
resource "aws_s3_bucket_policy" "site" {
  bucket = aws_s3_bucket.site.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*" }] })
}
`
const BLOCK = `resource "aws_s3_bucket_public_access_block" "site" {
  bucket                  = aws_s3_bucket.site.id
  block_public_policy     = true
  restrict_public_buckets = true
}
`

test('a guard that is moved away with its file is missed where it was', async () => {
  const found = await news({ 'b.tf': BUCKET, 'block.tf': BLOCK }, { 'b.tf': BUCKET, 'elsewhere/block.tf': BLOCK })
  expect(found).toEqual(['b.tf:6 high trust/any-principal', 'b.tf:1 note data/s3-public-access'])
})

test('a guard that is deleted, or a condition that is taken away, is news', async () => {
  expect(await news({ 'b.tf': BUCKET, 'block.tf': BLOCK }, { 'b.tf': BUCKET })).toEqual([
    'b.tf:6 high trust/any-principal',
    'b.tf:1 note data/s3-public-access',
  ])
  const guarded = OPEN_ROLE('Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-abc1234567" } }')
  expect(await news({ 'r.tf': guarded }, { 'r.tf': OPEN_ROLE('') })).toEqual(['r.tf:5 critical trust/any-principal'])
})

test('a variable that another file sets is told of where its value takes effect', async () => {
  const main = `variable "actions" {
  type = list(string)
}
data "aws_iam_policy_document" "d" {
  statement {
    actions   = var.actions
    resources = ["*"]
  }
}
resource "aws_iam_policy" "p" {
  policy = data.aws_iam_policy_document.d.json
}
`
  const found = await news(
    { 'main.tf': main, 'terraform.tfvars': 'actions = ["s3:ListAllMyBuckets"]\n' },
    { 'main.tf': main, 'terraform.tfvars': 'actions = ["*"]\n' },
  )
  expect(found).toEqual(['main.tf:6 critical iam/full-admin'])
})

test('what is newly permitted is told of the paths that were asked for', async () => {
  const holders = async (...paths: string[]) => {
    const report = await compared({ 'a.txt': 'a\n' }, { 'a.txt': 'b\n', 'iam.tf': policy(ADMIN) }, paths)
    return report.permissionChanges.map(({ location }) => location?.uri)
  }
  expect(await holders()).toEqual(['iam.tf'])
  expect(await holders('iam.*')).toEqual(['iam.tf'])
  expect(await holders('a.txt')).toEqual([])
})

test('what is not known and is written in another way is what it was', async () => {
  const grant = (resource: string, count = '') =>
    `variable "name" {}\nresource "aws_sqs_queue" "q" {\n  name = var.name\n${count}}\nresource "aws_iam_role_policy" "p" {\n  role   = "r"\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = ${resource} }] })\n}\n`
  const permits = async (before: string, after: string) =>
    (await compared({ 'main.tf': before }, { 'main.tf': after })).permissionChanges.flatMap(({ details }) => details)
  const plain = grant('aws_sqs_queue.q.arn')
  expect(await permits(grant('"${aws_sqs_queue.q.arn}"'), plain)).toEqual([])
  expect(await permits(plain, grant('aws_sqs_queue.q[0].arn', '  count = 1\n'))).toEqual([])
  expect(await permits(plain, plain.replace('aws_sqs_queue.q.arn', 'aws_sqs_queue.other.arn'))).not.toEqual([])
})

test('the policy of an endpoint permits nothing newly', async () => {
  const endpoint = (actions: string) =>
    `data "aws_iam_policy_document" "s3_vpc_endpoint_policy" {\n  statement {\n    actions   = [${actions}]\n    resources = ["*"]\n    principals {\n      type        = "AWS"\n      identifiers = ["*"]\n    }\n  }\n}\nmodule "endpoints" {\n  source   = "terraform-aws-modules/vpc/aws//modules/vpc-endpoints"\n  endpoints = { s3 = { policy = data.aws_iam_policy_document.s3_vpc_endpoint_policy.json } }\n}\n`
  const found = await compared({ 'main.tf': endpoint('"s3:GetObject"') }, { 'main.tf': endpoint('"s3:*"') })
  expect(found.permissionChanges).toEqual([])
})
