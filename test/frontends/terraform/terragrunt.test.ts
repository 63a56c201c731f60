import { describe, expect, test } from 'vitest'
import { affectedPaths } from '../../../src/frontends/index.ts'
import { snapshot, treeOf } from '../support.ts'

const MODULE = `variable "policy_arn" {}
variable "name" {}
resource "aws_iam_role" "r" {
  name = var.name
}
resource "aws_iam_role_policy_attachment" "a" {
  role       = aws_iam_role.r.name
  policy_arn = var.policy_arn
}
`
const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess'
const source = 'terraform {\n  source = "../../modules//role"\n}\n'

const attached = (files: Record<string, string>) => snapshot({ 'modules/role/main.tf': MODULE, ...files }).attachments()

describe('what units take from other files', () => {
  test('inputs of the file that they include, unless they say otherwise', () => {
    const root = `inputs = {\n  policy_arn = "${ADMIN}"\n  name = "theirs"\n}\n`
    const unit = `include {\n  path = find_in_parent_folders("root.hcl")\n}\n${source}inputs = {\n  name = "own"\n}\n`
    expect(attached({ 'live/root.hcl': root, 'live/app/terragrunt.hcl': unit })).toContain(
      `${ADMIN} -> role aws_iam_role.r`,
    )
    const other = unit.replace('name = "own"', 'policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"')
    expect(attached({ 'live/root.hcl': root, 'live/app/terragrunt.hcl': other })).not.toContain(
      `${ADMIN} -> role aws_iam_role.r`,
    )
  })

  test('the module, from a file whose path is put together', () => {
    const common = source
    const unit = `include "c" {\n  path = "\${dirname(find_in_parent_folders("env.hcl"))}/_env/app.hcl"\n}\ninputs = {\n  policy_arn = "${ADMIN}"\n}\n`
    const files = { 'live/env.hcl': '', 'live/_env/app.hcl': common, 'live/app/terragrunt.hcl': unit }
    expect(attached(files)).toContain(`${ADMIN} -> role aws_iam_role.r`)
  })

  test('locals of a configuration that they read', () => {
    const unit = `locals {\n  env = read_terragrunt_config(find_in_parent_folders("env.hcl"))\n}\n${source}inputs = {\n  policy_arn = local.env.locals.arn\n}\n`
    const files = { 'live/env.hcl': `locals {\n  arn = "${ADMIN}"\n}\n`, 'live/app/terragrunt.hcl': unit }
    expect(attached(files)).toContain(`${ADMIN} -> role aws_iam_role.r`)
    const tree = treeOf({ 'modules/role/main.tf': MODULE, ...files })
    expect([...affectedPaths(tree, ['live/env.hcl'])]).toContain('live/app/terragrunt.hcl')
  })

  test('files that include each other come to an end', () => {
    const loop = (other: string) => `include {\n  path = "${other}"\n}\ninputs = {\n  name = "a"\n}\n`
    expect(() =>
      attached({ 'a/terragrunt.hcl': loop('../b/terragrunt.hcl'), 'b/terragrunt.hcl': loop('../a/terragrunt.hcl') }),
    ).not.toThrow()
  })
})
