import { describe, expect, test } from 'vitest'
import { affectedPaths } from '../../../src/frontends/index.ts'
import { said } from '../../iam/support/scan.ts'
import { plain, snapshot, treeOf } from '../support.ts'

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

const UNIT = (rest: string) => `${source}${rest}`
const ATTACHED = `${ADMIN} -> role aws_iam_role.r`
const IAM = { 'modules/iam/main.tf': `variable "arn" {}\noutput "policy_arn" {\n  value = var.arn\n}\n` }
const IAM_UNIT = {
  ...IAM,
  'live/iam/terragrunt.hcl': `terraform {\n  source = "../../modules//iam"\n}\ninputs = {\n  arn = "${ADMIN}"\n}\n`,
}
const FROM_IAM = (more = '') =>
  UNIT(
    `dependency "iam" {\n  config_path = "../iam"\n${more}}\ninputs = {\n  policy_arn = dependency.iam.outputs.policy_arn\n}\n`,
  )

describe('an input that stands elsewhere', () => {
  test.each<[string, Record<string, string>]>([
    [
      'in objects that are merged',
      {
        'live/app/terragrunt.hcl': UNIT(
          `locals {\n  common = { policy_arn = "${ADMIN}" }\n}\ninputs = merge(local.common, { name = "a" })\n`,
        ),
      },
    ],
    ['in an output of another unit', { ...IAM_UNIT, 'live/app/terragrunt.hcl': FROM_IAM() }],
    [
      'in an output of a unit that the included file names',
      {
        ...IAM_UNIT,
        'live/root.hcl': 'dependency "iam" {\n  config_path = "${get_terragrunt_dir()}/../iam"\n}\n',
        'live/app/terragrunt.hcl': UNIT(
          'include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\ninputs = {\n  policy_arn = dependency.iam.outputs.policy_arn\n}\n',
        ),
      },
    ],
    [
      'in what an output may be, where its module is elsewhere',
      { 'live/app/terragrunt.hcl': FROM_IAM(`  mock_outputs = {\n    policy_arn = "${ADMIN}"\n  }\n`) },
    ],
    [
      'in a local of a file that is included and exposed',
      {
        'live/root.hcl': `locals {\n  arn = "${ADMIN}"\n}\n`,
        'live/app/terragrunt.hcl': UNIT(
          'include "root" {\n  path   = find_in_parent_folders("root.hcl")\n  expose = true\n}\ninputs = {\n  policy_arn = include.root.locals.arn\n}\n',
        ),
      },
    ],
    [
      'in a file that the included one finds from the folder of the unit',
      {
        'live/prod/account.hcl': `locals {\n  policy_arn = "${ADMIN}"\n}\n`,
        'live/root.hcl':
          'locals {\n  account = read_terragrunt_config(find_in_parent_folders("account.hcl"))\n}\ninputs = merge(local.account.locals, { name = "a" })\n',
        'live/prod/app/terragrunt.hcl':
          'include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\nterraform {\n  source = "${get_repo_root()}/modules//role"\n}\n',
      },
    ],
    [
      'in a file of values',
      {
        'live/common.tfvars': `policy_arn = "${ADMIN}"\n`,
        'live/app/terragrunt.hcl': UNIT(
          'inputs = jsondecode(read_tfvars_file(find_in_parent_folders("common.tfvars")))\n',
        ),
      },
    ],
    [
      'beside it, as JSON',
      {
        'live/app/terragrunt.hcl.json': JSON.stringify({
          terraform: { source: '../../modules//role' },
          locals: { arn: ADMIN },
          inputs: { policy_arn: '${local.arn}' },
        }),
      },
    ],
  ])('%s', (_, files) => {
    expect(attached(files)).toContain(ATTACHED)
  })

  test('in another unit: a change of its module concerns this one', () => {
    const tree = treeOf({ 'modules/role/main.tf': MODULE, ...IAM_UNIT, 'live/app/terragrunt.hcl': FROM_IAM() })
    expect([...affectedPaths(tree, ['modules/iam/main.tf'])]).toContain('live/app/terragrunt.hcl')
  })

  test('nowhere here: it is told by its name', async () => {
    const found = await said({ 'modules/role/main.tf': MODULE, 'live/app/terragrunt.hcl': FROM_IAM() })
    expect(found).toContainEqual(expect.stringMatching(/^iam\/undecided-attachment note /))
  })

  test('where one role of another unit is meant, it is not taken for one of this', () => {
    const other = { ...IAM_UNIT, 'modules/iam/main.tf': `${MODULE}output "name" {\n  value = aws_iam_role.r.name\n}\n` }
    const unit = UNIT(
      'dependency "iam" {\n  config_path = "../iam"\n}\ninputs = {\n  name       = "own"\n  policy_arn = dependency.iam.outputs.name\n}\n',
    )
    expect(attached({ ...other, 'live/app/terragrunt.hcl': unit }).map(plain)).not.toContain(ATTACHED)
  })
})

describe('extra arguments', () => {
  test.each([
    ['a variable', `arguments = ["-var", "policy_arn=${ADMIN}"]`],
    ['a variable in one word', `arguments = ["-var=policy_arn=${ADMIN}"]`],
    ['the environment', `env_vars = { TF_VAR_policy_arn = "${ADMIN}" }`],
    ['a file', 'required_var_files = ["${get_parent_terragrunt_dir()}/admin.tfvars"]'],
    ['a file as an argument', 'arguments = ["-var-file=../admin.tfvars"]'],
  ])('%s', (_, written) => {
    const extra = `terraform {\n  source = "../../modules//role"\n  extra_arguments "more" {\n    commands = ["apply"]\n    ${written}\n  }\n}\ninputs = { policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess" }\n`
    const files = { 'live/root.hcl': '', 'live/admin.tfvars': `policy_arn = "${ADMIN}"\n` }
    const include = 'include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n'
    expect(attached({ ...files, 'live/app/terragrunt.hcl': include + extra })).toContain(ATTACHED)
  })
})

test('configuration that an attribute writes', () => {
  const written = `generate = {\n  role = {\n    path      = "role.tf"\n    if_exists = "overwrite"\n    contents  = <<EOF\nresource "aws_iam_role_policy_attachment" "a" {\n  role       = "ci"\n  policy_arn = "${ADMIN}"\n}\nEOF\n  }\n}\n`
  expect(attached({ 'live/app/terragrunt.hcl': UNIT(written) })).toContain(`${ADMIN} -> role ci`)
})

describe('stacks', () => {
  const CATALOG = {
    'catalog/role/terragrunt.hcl':
      'terraform {\n  source = "../../modules//role"\n}\ninputs = {\n  policy_arn = values.arn\n}\n',
  }
  const STACK = `unit "role" {\n  source = "../catalog/role"\n  path   = "role"\n  values = {\n    arn = "${ADMIN}"\n  }\n}\n`

  test('a unit with the values that it is given', () => {
    expect(attached({ ...CATALOG, 'live/terragrunt.stack.hcl': STACK })).toContain(ATTACHED)
    const tree = treeOf({ 'modules/role/main.tf': MODULE, ...CATALOG, 'live/terragrunt.stack.hcl': STACK })
    expect([...affectedPaths(tree, ['catalog/role/terragrunt.hcl'])]).toContain('live/terragrunt.stack.hcl')
  })

  test('of a stack within it', () => {
    const inner = STACK.replace(`"${ADMIN}"`, 'values.policy').replace('../catalog', '../../catalog')
    const outer = `locals {\n  policy = "${ADMIN}"\n}\nstack "all" {\n  source = "../stacks/all"\n  path   = "all"\n  values = { policy = local.policy }\n}\n`
    const files = {
      ...CATALOG,
      'stacks/all/terragrunt.stack.hcl': inner,
    }
    expect(attached({ ...files, 'live/terragrunt.stack.hcl': outer })).toContain(ATTACHED)
  })

  test('a unit that is not in the tree', async () => {
    const policy = 'jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })'
    const stack = `unit "role" {\n  source = "git::https://example.com/catalog.git//role"\n  path   = "role"\n  values = { policy = ${policy} }\n}\n`
    expect((await said({ 'live/terragrunt.stack.hcl': stack })).join('\n')).toMatch(/^iam\/full-admin /m)
  })

  test('a unit whose values nobody tells', async () => {
    const found = await said({ 'modules/role/main.tf': MODULE, ...CATALOG })
    expect(found).toContainEqual(expect.stringMatching(/^iam\/undecided-attachment note /))
  })
})

test('a module of the registry that a unit runs is known by its arguments', async () => {
  const unit =
    'terraform {\n  source = "tfr:///terraform-aws-modules/iam/aws//modules/iam-assumable-role?version=5.0.0"\n}\ninputs = {\n  trusted_role_arns = ["*"]\n}\n'
  expect((await said({ 'live/app/terragrunt.hcl': unit })).join('\n')).toMatch(/^trust\/any-principal /m)
})
