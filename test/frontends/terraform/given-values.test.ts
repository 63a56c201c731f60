import { describe, expect, test } from 'vitest'
import { affectedPaths } from '../../../src/frontends/index.ts'
import { said } from '../../iam/support/scan.ts'
import { snapshot, treeOf } from '../support.ts'
import { evaluated, plain } from './trees.ts'

const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess'
const READ = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
const MODULE = (rest = '') => `variable "policy_arn" {\n  default = "${READ}"\n}
variable "more" {
  type    = list(string)
  default = []
}
resource "aws_iam_role" "r" {
  name = "r"
}
resource "aws_iam_role_policy_attachment" "a" {
  role       = aws_iam_role.r.name
  policy_arn = var.policy_arn
}
resource "aws_iam_role_policy_attachment" "more" {
  for_each   = toset(var.more)
  role       = aws_iam_role.r.name
  policy_arn = each.value
}
${rest}`

const attached = (files: Record<string, string>) => snapshot(files).attachments()
const ATTACHED = `${ADMIN} -> role aws_iam_role.r`

describe('values that a script or a pipeline gives to Terraform', () => {
  test.each<[string, Record<string, string>]>([
    [
      'the environment of a script',
      { 'infra/deploy.sh': `#!/bin/sh\nexport TF_VAR_policy_arn="${ADMIN}"\nterraform apply\n` },
    ],
    ['an argument', { 'infra/deploy.sh': `#!/bin/sh\nterraform apply -var policy_arn=${ADMIN}\n` }],
    ['an argument in quotes', { 'deploy.sh': `#!/bin/sh\nterraform -chdir=infra apply -var='policy_arn=${ADMIN}'\n` }],
    ['a list', { 'infra/deploy.sh': `#!/bin/sh\nterraform apply -var "more=[\\"${ADMIN}\\"]"\n` }],
    ['a Makefile', { Makefile: `apply:\n\tcd infra && terraform apply -var "policy_arn=${ADMIN}"\n` }],
    [
      'a workflow',
      {
        '.github/workflows/deploy.yml': `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    env:\n      TF_VAR_policy_arn: ${ADMIN}\n    steps:\n      - run: terraform -chdir=infra apply\n`,
      },
    ],
    [
      'a container',
      { 'docker-compose.yml': `services:\n  infra:\n    environment:\n      TF_VAR_policy_arn: ${ADMIN}\n` },
    ],
    [
      'a script of a package',
      { 'package.json': JSON.stringify({ scripts: { up: `cd infra && terraform apply -var policy_arn=${ADMIN}` } }) },
    ],
    [
      'arguments of Atlantis',
      { 'atlantis.yaml': `projects:\n- dir: infra\n  extra_args: ["-var", "policy_arn=${ADMIN}"]\n` },
    ],
  ])('%s', (_, files) => {
    expect(attached({ 'infra/main.tf': MODULE() })).not.toContain(ATTACHED)
    expect(attached({ 'infra/main.tf': MODULE(), ...files })).toContain(ATTACHED)
    const tree = treeOf({ 'infra/main.tf': MODULE(), ...files })
    expect([...affectedPaths(tree, Object.keys(files))]).toContain('infra/main.tf')
  })

  test('what is not written out, or is for another module, is not taken', () => {
    const script = `#!/bin/sh\nterraform apply -var "policy_arn=$POLICY"\nexport TF_VAR_policy_arns=${ADMIN}\n`
    expect(attached({ 'infra/main.tf': MODULE(), 'infra/deploy.sh': script })).toEqual(
      attached({ 'infra/main.tf': MODULE() }),
    )
    const other = {
      'other/main.tf': MODULE(),
      'other/deploy.sh': `#!/bin/sh\nterraform apply -var policy_arn=${ADMIN}\n`,
    }
    expect(attached({ 'infra/main.tf': MODULE(), ...other }).filter((line) => line === ATTACHED)).toHaveLength(1)
  })
})

describe('stacks of HCP Terraform', () => {
  const STACK = `component "role" {
  source = "./role"
  inputs = {
    policy_arn = var.arn
  }
  providers = {
    aws = provider.aws.this
  }
}
variable "arn" {
  type = string
}
`
  const FILES = { 'stack/role/main.tf': MODULE(), 'stack/components.tfcomponent.hcl': STACK }
  const DEPLOY = (arn: string) =>
    `locals {\n  admin = "${ADMIN}"\n}\ndeployment "prod" {\n  inputs = {\n    arn = ${arn}\n  }\n}\n`

  test.each([
    ['a literal', `"${ADMIN}"`],
    ['a local beside it', 'local.admin'],
  ])('what a deployment gives: %s', (_, arn) => {
    const files = { ...FILES, 'stack/deployments.tfdeploy.hcl': DEPLOY(arn) }
    expect(attached(files)).toContain(`${ADMIN} -> role component.role.aws_iam_role.r`)
  })

  test('each of several deployments, also where the object is put together', () => {
    const second = `deployment "dev" {\n  inputs = merge({ arn = "${READ}" }, {})\n}\n`
    const found = attached({ ...FILES, 'stack/deployments.tfdeploy.hcl': second + DEPLOY('local.admin') })
    expect(found).toContain(`${ADMIN} -> role component.role.aws_iam_role.r`)
    expect(found).toContain(`${READ} -> role component.role.aws_iam_role.r`)
  })

  test('what no deployment tells is told by its name', async () => {
    expect(await said(FILES)).toContainEqual(expect.stringMatching(/^iam\/undecided-attachment note /))
  })

  test('outputs of one component in another, and a component for each', () => {
    const stack = `component "first" {
  source = "./role"
  inputs = { policy_arn = "${READ}" }
}
component "second" {
  for_each = toset(["a", "b"])
  source   = "./role"
  inputs   = { policy_arn = component.first.arn }
}
`
    const files = {
      'stack/role/main.tf': MODULE(`output "arn" {\n  value = "${ADMIN}"\n}\n`),
      'stack/a.tfcomponent.hcl': stack,
    }
    expect(attached(files)).toContain(`${ADMIN} -> role component.second["a"].aws_iam_role.r`)
  })

  test('a module of the registry', async () => {
    const stack = `component "role" {
  source = "terraform-aws-modules/iam/aws//modules/iam-assumable-role"
  inputs = { trusted_role_arns = ["*"] }
}
`
    expect((await said({ 'a.tfstack.hcl': stack })).join('\n')).toMatch(/^trust\/any-principal /m)
  })
})

test('csvdecode', () => {
  const csv = 'name,actions\na,"s3:*,""x"""\r\n\nb,iam:*\n'
  expect(plain(evaluated('csvdecode(file("t.csv"))', { 't.csv': csv }))).toEqual([
    { name: 'a', actions: 's3:*,"x"' },
    { name: 'b', actions: 'iam:*' },
  ])
})
