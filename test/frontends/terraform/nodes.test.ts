import { describe, expect, test } from 'vitest'
import type { PolicyNode } from '../../../src/core/node.ts'
import { parseModules, relatedModules } from '../../../src/frontends/terraform/index.ts'
import { nodesIn, shown, treeOf } from './trees.ts'

type Files = Record<string, string>

/** `identity of role aws_iam_role.ci`: role and holders of every document. */
function roles(files: Files): string[] {
  return nodesIn('policy', files).map((node) => {
    const holders = node.holders.map((holder) => `${holder.kind} ${holder.address}`)
    return `${node.anchor}: ${node.document.role}${holders.length > 0 ? ` of ${holders.join(', ')}` : ''}`
  })
}

function only(nodes: readonly PolicyNode[]): PolicyNode {
  expect(nodes).toHaveLength(1)
  return nodes[0]!
}

const DOCUMENT = `
data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["s3:*"]
    resources = ["*"]
  }
}
`

describe('the role of a document is its consumer’s', () => {
  test.each([
    ['resource "aws_iam_policy" "x" { policy = DOC }', 'identity of managed-policy aws_iam_policy.x'],
    ['resource "aws_iam_role_policy" "x" {\n role = "ci"\n policy = DOC\n}', 'identity of role ci'],
    ['resource "aws_iam_role" "x" { assume_role_policy = DOC }', 'trust of role aws_iam_role.x'],
    ['resource "aws_kms_key" "x" { policy = DOC }', 'resource of resource aws_kms_key.x'],
    [
      'resource "aws_sqs_queue_policy" "x" {\n queue_url = "u"\n policy = DOC\n}',
      'resource of resource aws_sqs_queue_policy.x',
    ],
    ['resource "aws_organizations_policy" "x" { content = DOC }', 'scp of resource aws_organizations_policy.x'],
    ['resource "aws_vpc_endpoint" "x" { policy = DOC }', 'boundary of resource aws_vpc_endpoint.x'],
    ['resource "aws_transfer_user" "x" { policy = DOC }', 'session of resource aws_transfer_user.x'],
    ['resource "aws_opensearch_domain" "x" { access_policies = DOC }', 'resource of resource aws_opensearch_domain.x'],
    ['resource "somebody_new_thing" "x" { rules = DOC }', 'identity'],
    ['output "x" { value = DOC }', 'identity'],
  ])('%s', (consumer, expected) => {
    const files = { 'main.tf': DOCUMENT + consumer.replace('DOC', 'data.aws_iam_policy_document.d.json') }
    expect(roles(files)).toEqual([`data.aws_iam_policy_document.d: ${expected}`])
  })

  test('one document in two roles is two documents', () => {
    const files = {
      'main.tf': `${DOCUMENT}
        resource "aws_iam_policy" "p" { policy = data.aws_iam_policy_document.d.json }
        resource "aws_kms_key" "k" { policy = data.aws_iam_policy_document.d.json }`,
    }
    expect(roles(files)).toHaveLength(2)
  })

  test('a policy that only bounds is a boundary, and nobody’s grant', () => {
    const files = {
      'main.tf': `${DOCUMENT}
        resource "aws_iam_policy" "limit" { policy = data.aws_iam_policy_document.d.json }
        resource "aws_iam_role" "ci" { permissions_boundary = aws_iam_policy.limit.arn }`,
    }
    expect(roles(files)).toEqual([
      'data.aws_iam_policy_document.d: boundary of managed-policy aws_iam_policy.limit, role aws_iam_role.ci',
    ])
    expect(nodesIn('identity', files)[0]).toMatchObject({ hasBoundary: true })
    expect(nodesIn('attachment', files)[0]).toMatchObject({
      boundary: true,
      policyAnchor: 'data.aws_iam_policy_document.d',
    })
  })
})

describe('holders', () => {
  test('through attachments, count, modules and lists', () => {
    const files = {
      'main.tf': `${DOCUMENT}
        resource "aws_iam_policy" "p" {
          count  = 1
          policy = data.aws_iam_policy_document.d.json
        }
        resource "aws_iam_role" "a" { name = "a" }
        resource "aws_iam_role" "b" { name = "bee" }
        resource "aws_iam_role_policy_attachment" "x" {
          role       = aws_iam_role.a.name
          policy_arn = aws_iam_policy.p[0].arn
        }
        module "attach" {
          source = "./attach"
          roles  = ["bee"]
          arn    = join("", aws_iam_policy.p.*.arn)
        }`,
      'attach/main.tf': `
        variable "roles" {}
        variable "arn" {}
        resource "aws_iam_policy_attachment" "x" {
          roles      = var.roles
          policy_arn = var.arn
        }`,
    }
    const [node] = nodesIn('policy', files)
    expect(node!.holders.map((holder) => holder.address)).toEqual([
      'aws_iam_policy.p',
      'aws_iam_role.a',
      'aws_iam_role.b',
    ])
    const attachments = nodesIn('attachment', files)
    expect(attachments.map((one) => [one.anchor, one.holder.address, one.policyAnchor])).toEqual([
      ['aws_iam_role_policy_attachment.x', 'aws_iam_role.a', 'data.aws_iam_policy_document.d'],
      ['module.attach.aws_iam_policy_attachment.x', 'aws_iam_role.b', 'data.aws_iam_policy_document.d'],
    ])
  })

  test('for_each over managed policies attaches each', () => {
    const files = {
      'main.tf': `
        resource "aws_iam_user" "u" { name = "bob" }
        resource "aws_iam_user_policy_attachment" "x" {
          for_each   = toset(["arn:aws:iam::aws:policy/AdministratorAccess", "arn:aws:iam::aws:policy/IAMFullAccess"])
          user       = aws_iam_user.u.name
          policy_arn = each.value
        }
        resource "aws_iam_role" "r" { managed_policy_arns = ["arn:\${data.aws_partition.p.partition}:iam::aws:policy/PowerUserAccess"] }
        data "aws_partition" "p" {}`,
    }
    expect(nodesIn('attachment', files).map((one) => `${one.holder.address} ${one.policyArn.value}`)).toEqual([
      'aws_iam_user.u arn:aws:iam::aws:policy/AdministratorAccess',
      'aws_iam_user.u arn:aws:iam::aws:policy/IAMFullAccess',
      'aws_iam_role.r arn:aws:iam::aws:policy/PowerUserAccess',
    ])
  })

  test('users belong to groups', () => {
    const files = {
      'main.tf': `
        resource "aws_iam_user" "u" { name = "bob" }
        resource "aws_iam_group" "admins" { name = "admins" }
        resource "aws_iam_user_group_membership" "m" {
          user   = aws_iam_user.u.name
          groups = [aws_iam_group.admins.name, "elsewhere"]
        }`,
    }
    const user = nodesIn('identity', files).find((node) => node.holder.kind === 'user')
    expect(user?.groups).toEqual(['aws_iam_group.admins', 'elsewhere'])
  })

  test('permission sets hold inline and managed policies', () => {
    const files = {
      'main.tf': `${DOCUMENT}
        resource "aws_ssoadmin_permission_set" "s" { name = "Admins" }
        resource "aws_ssoadmin_permission_set_inline_policy" "i" {
          permission_set_arn = aws_ssoadmin_permission_set.s.arn
          inline_policy      = data.aws_iam_policy_document.d.json
        }
        resource "aws_ssoadmin_managed_policy_attachment" "m" {
          permission_set_arn = aws_ssoadmin_permission_set.s.arn
          managed_policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
        }`,
    }
    expect(only(nodesIn('policy', files)).holders).toMatchObject([
      { kind: 'permission-set', address: 'aws_ssoadmin_permission_set.s', name: 'Admins' },
    ])
    expect(nodesIn('attachment', files)[0]?.holder.name).toBe('Admins')
  })
})

describe('places of statements', () => {
  test('a literal in a block, a heredoc, jsonencode and a file stands where it is written', () => {
    const files = {
      'main.tf': `
resource "aws_iam_policy" "heredoc" {
  policy = <<EOT
{ "Statement": [
  { "Effect": "Allow", "Action": "iam:Heredoc", "Resource": "*" }
] }
EOT
}
resource "aws_iam_policy" "encoded" {
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["iam:Encoded"], Resource = "*" }]
  })
}
resource "aws_iam_policy" "file" { policy = file("\${path.module}/p.json") }
resource "aws_iam_policy" "template" { policy = templatefile("t.json", { name = "x" }) }`,
      'p.json': '{"Statement": {"Effect": "Allow",\n "Action": "iam:File", "Resource": "*"}}',
      't.json': '{"Statement": {"Effect": "Allow",\n "Action": "iam:Template", "Resource": "arn:aws:s3:::${name}"}}',
    }
    const places = nodesIn('policy', files).map((node) => shown(node.document.statements[0]!.actions[0]!.span, files))
    expect(places).toEqual([
      'main.tf:5 iam:Heredoc',
      'main.tf:11 iam:Encoded',
      'p.json:2 iam:File',
      't.json:2 iam:Template',
    ])
    const template = nodesIn('policy', files)[3]!
    expect(shown(template.related[0]!.span, files)).toBe('main.tf:15 policy')
  })

  test('a value taken from elsewhere stands where it is used, and says where it comes from', () => {
    const files = {
      'main.tf':
        'resource "aws_iam_policy" "p" {\n  policy = jsonencode({ Statement = [{\n    Effect = "Allow", Resource = "*"\n    Action = var.actions\n  }] })\n}\n',
      'variables.tf': 'variable "actions" {\n  default = ["iam:*"]\n}\n',
    }
    const node = only(nodesIn('policy', files))
    expect(shown(node.document.statements[0]!.actions[0]!.span, files)).toBe('main.tf:4 var.actions')
    expect(node.related.map((one) => shown(one.span, files))).toEqual(['variables.tf:2 iam:*'])
  })

  test('the same of a tfvars file and of a module’s argument', () => {
    const files = {
      'main.tf': 'module "m" {\n  source  = "./m"\n  actions = var.given\n}\nvariable "given" {}\n',
      'terraform.tfvars': 'given = ["iam:*"]\n',
      'm/main.tf':
        'variable "actions" {}\nresource "aws_iam_policy" "p" {\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Resource = "*", Action = var.actions }] })\n}\n',
    }
    const node = only(nodesIn('policy', files))
    expect(node.anchor).toBe('module.m.aws_iam_policy.p')
    expect(shown(node.document.statements[0]!.actions[0]!.span, files)).toBe('m/main.tf:3 var.actions')
    expect(node.related.map((one) => shown(one.span, files))).toEqual(['terraform.tfvars:1 iam:*'])
  })
})

describe('documents put together', () => {
  test('of sources, own statements and overrides, by Sid', () => {
    const statement = (sid: string, action: string) =>
      `statement {\n sid = "${sid}"\n actions = ["${action}"]\n resources = ["*"]\n }`
    const files = {
      'main.tf': `
        data "aws_iam_policy_document" "source" {
          ${statement('A', 's3:Source')}
          ${statement('B', 's3:Lost')}
        }
        data "aws_iam_policy_document" "override" { ${statement('C', 's3:Override')} }
        data "aws_iam_policy_document" "all" {
          source_policy_documents   = [data.aws_iam_policy_document.source.json, jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:Inline", Resource = "*" }] })]
          override_policy_documents = [data.aws_iam_policy_document.override.json]
          ${statement('B', 's3:Own')}
          ${statement('C', 's3:Lost')}
        }
        resource "aws_iam_policy" "p" { policy = data.aws_iam_policy_document.all.json }`,
    }
    const node = nodesIn('policy', files).find((one) => one.anchor.endsWith('.all'))!
    expect(node.document.statements.map((one) => one.actions[0]!.value)).toEqual([
      's3:Source',
      's3:Own',
      's3:Inline',
      's3:Override',
    ])
  })

  test('dynamic statements, known and open', () => {
    const files = {
      'main.tf': `
        data "aws_iam_policy_document" "d" {
          dynamic "statement" {
            for_each = { a = ["s3:A"], b = ["s3:B"] }
            iterator = it
            content {
              sid       = it.key
              actions   = it.value
              resources = ["*"]
            }
          }
          dynamic "statement" {
            for_each = var.more
            content {
              actions   = statement.value.actions
              resources = ["*"]
            }
          }
        }
        variable "more" {}
        resource "aws_iam_policy" "p" { policy = data.aws_iam_policy_document.d.json }`,
    }
    const { document } = only(nodesIn('policy', files))
    expect(document.statements.map((one) => [one.sid?.value, one.actions[0]!.value])).toEqual([
      ['a', 's3:A'],
      ['b', 's3:B'],
      [undefined, '\uE000'],
    ])
  })

  test('a document over a data source with count, joined as people did', () => {
    const files = {
      'main.tf': `
        variable "on" { default = true }
        data "aws_iam_policy_document" "d" {
          count = var.on ? 1 : 0
          statement {
            actions   = ["s3:*"]
            resources = ["*"]
          }
        }
        resource "aws_iam_policy" "p" { policy = join("", data.aws_iam_policy_document.d.*.json) }`,
    }
    expect(roles(files)).toEqual(['data.aws_iam_policy_document.d: identity of managed-policy aws_iam_policy.p'])
  })

  test('what a default switches off is shown all the same, a call that switches it off is believed', () => {
    const module = `
      variable "on" { default = false }
      resource "aws_iam_policy" "p" {
        count  = var.on ? 1 : 0
        policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
      }`
    expect(roles({ 'main.tf': module })).toHaveLength(1)
    expect(roles({ 'm/main.tf': module, 'main.tf': 'module "m" { source = "./m" }' })).toEqual([])
    expect(roles({ 'm/main.tf': module, 'main.tf': 'module "m" {\n source = "./m"\n on = true\n}' })).toHaveLength(1)
  })
})

test('grants that are handed to a module from elsewhere', () => {
  const files = {
    'main.tf': `${DOCUMENT}
module "function" {
  source             = "terraform-aws-modules/lambda/aws"
  policy_json        = data.aws_iam_policy_document.d.json
  policy_statements = {
    table = {
      effect    = "Allow"
      actions   = ["dynamodb:*"]
      resources = ["*"]
    }
  }
  assume_role_policy_statements = [{
    actions    = ["sts:AssumeRole"]
    principals = [{ type = "AWS", identifiers = ["*"] }]
  }]
  policies = ["arn:aws:iam::aws:policy/AdministratorAccess"]
}`,
  }
  expect(roles(files)).toEqual([
    'data.aws_iam_policy_document.d: identity',
    'module.function.policy_statements: identity',
    'module.function.assume_role_policy_statements: trust',
  ])
  const statement = nodesIn('policy', files)[1]!.document.statements[0]!
  expect(shown(statement.actions[0]!.span, files)).toBe('main.tf:15 dynamodb:*')
  expect(nodesIn('attachment', files)).toMatchObject([
    { policyArn: { value: 'arn:aws:iam::aws:policy/AdministratorAccess' }, holder: { address: 'module.function' } },
  ])
})

test('a Lambda permission is a statement of the function’s policy', () => {
  const files = {
    'main.tf': `
      resource "aws_lambda_function" "f" { function_name = "f" }
      resource "aws_lambda_permission" "p" {
        function_name  = aws_lambda_function.f.function_name
        action         = "lambda:InvokeFunction"
        principal      = "s3.amazonaws.com"
        source_account = "111122223333"
      }`,
  }
  const node = only(nodesIn('policy', files))
  expect(node.document.role).toBe('resource')
  expect(node.holders[0]).toMatchObject({ address: 'aws_lambda_function.f', service: 'lambda' })
  expect(node.document.statements[0]).toMatchObject({
    principals: [{ type: 'Service', value: { value: 's3.amazonaws.com' } }],
    conditions: [{ key: { value: 'aws:SourceAccount' }, values: [{ value: '111122223333' }] }],
  })
})

const TEMPLATE_FILE = `data "template_file" "t" {
  template = file("init.tpl")
  vars     = { what = "hi" }
}`

describe('scripts', () => {
  const scripts = (files: Files) => nodesIn('script', files)

  test.each([
    ['plain', 'user_data = "#!/bin/sh\\necho hi"'],
    ['in base64', 'user_data_base64 = base64encode("#!/bin/sh\\necho hi")'],
    ['as base64 text', `user_data_base64 = "${Buffer.from('#!/bin/sh\necho hi').toString('base64')}"`],
    ['gzipped', 'user_data_base64 = base64gzip("#!/bin/sh\\necho hi")'],
    ['from a file', 'user_data = file("init.sh")'],
    ['from a template', 'user_data = templatefile("init.tpl", { what = "hi" })'],
    ['from a data source', 'user_data = data.template_file.t.rendered'],
  ])('user-data %s', (_, argument) => {
    const files = {
      'main.tf': `resource "aws_instance" "x" {\n ${argument}\n}\n${argument.includes('data.') ? TEMPLATE_FILE : ''}`,
      'init.sh': '#!/bin/sh\necho hi',
      'init.tpl': '#!/bin/sh\necho ${what}',
    }
    const [script, ...more] = scripts(files)
    expect(more).toEqual([])
    expect(script).toMatchObject({ place: 'user-data', language: 'shell', anchor: 'aws_instance.x' })
    expect(script!.text.value).toBe('#!/bin/sh\necho hi')
  })

  test('launch templates, nested specifications, provisioners, documents', () => {
    const files = {
      'main.tf': `
        resource "aws_launch_template" "l" { user_data = base64encode("#!/bin/sh\\necho launch") }
        resource "aws_spot_fleet_request" "s" {
          launch_specification { user_data = "#!/bin/sh\\necho spot" }
        }
        resource "null_resource" "n" {
          provisioner "remote-exec" { inline = ["echo one", "echo two"] }
          provisioner "local-exec" { command = "echo local" }
        }
        resource "aws_ssm_document" "d" {
          content = jsonencode({ mainSteps = [{ inputs = { runCommand = ["echo ssm"] } }] })
        }
        data "cloudinit_config" "c" {
          part {
            content_type = "text/x-shellscript"
            content      = "#!/bin/sh\\necho part"
          }
        }
        resource "aws_instance" "i" { user_data_base64 = data.cloudinit_config.c.rendered }`,
    }
    const texts = scripts(files).map((node) => `${node.place} ${node.text.value.replace('#!/bin/sh\n', '')}`)
    expect(texts.sort()).toEqual([
      'script echo local',
      'script echo one\necho two',
      'script echo ssm',
      'user-data echo launch',
      'user-data echo part',
      'user-data echo spot',
    ])
  })

  test('sensitive values and where they are put in', () => {
    const files = {
      'main.tf': `
        variable "password" { sensitive = true }
        variable "key" {
          sensitive = true
          default   = "k"
        }
        resource "aws_instance" "x" { user_data = base64encode(templatefile("init.sh", { p = var.password, k = var.key })) }
        resource "aws_instance" "y" { user_data = "#!/bin/sh\\necho \${data.aws_secretsmanager_secret_version.s.secret_string}" }
        data "aws_secretsmanager_secret_version" "s" {}`,
      'init.sh': '#!/bin/sh\nexport P=${p}\nexport K=${k}\n',
    }
    const [template, inline] = scripts(files)
    expect(template!.sensitive.map((one) => `${one.reference} ${shown(one.span, files)}`)).toEqual([
      'var.password init.sh:2 ${p}',
      'var.key init.sh:3 ${k}',
    ])
    expect(inline!.sensitive.map((one) => one.reference)).toEqual([
      'data.aws_secretsmanager_secret_version.s.secret_string',
    ])
    expect(shown(template!.related[0]!.span, files)).toBe('main.tf:7 user_data')
  })
})

describe('settings', () => {
  const settings = (files: Files) =>
    nodesIn('setting', files).map((node) => `${node.place} ${node.name.value} @ ${shown(node.value.span, files)}`)

  test('environments of functions, containers and builds', () => {
    const files = {
      'main.tf': `
resource "aws_lambda_function" "f" {
  environment { variables = { A = "lambda" } }
}
resource "aws_ecs_task_definition" "t" {
  container_definitions = jsonencode([{ environment = [{ name = "B", value = "ecs" }], secrets = [{ name = "S", valueFrom = "arn" }] }])
}
resource "aws_ecs_task_definition" "h" {
  container_definitions = <<EOT
[{ "environment": [{ "name": "C", "value": "heredoc" }] }]
EOT
}
resource "aws_codebuild_project" "p" {
  environment {
    environment_variable {
      name  = "D"
      value = "build"
    }
    environment_variable {
      name  = "E"
      type  = "SECRETS_MANAGER"
      value = "stored"
    }
  }
}`,
    }
    expect(settings(files)).toEqual([
      'lambda-environment A @ main.tf:3 lambda',
      'ecs-environment B @ main.tf:6 ecs',
      'ecs-environment C @ main.tf:10 heredoc',
      'build-environment D @ main.tf:17 build',
    ])
  })

  test('providers, backends, parameters, passwords, defaults, arguments of modules', () => {
    const files = {
      'main.tf': `
provider "aws" { access_key = "literal-1" }
terraform {
  backend "s3" { secret_key = "literal-2" }
}
resource "aws_ssm_parameter" "p" {
  name  = "/app/key"
  type  = "String"
  value = "literal-3"
}
resource "aws_db_instance" "d" { password = var.db_password }
variable "db_password" { default = "literal-4" }
variable "other" { default = "literal-5" }
module "far" {
  source     = "registry/module/aws"
  api_secret = "literal-6"
}`,
    }
    expect(settings(files).sort()).toEqual([
      'provider access_key @ main.tf:2 literal-1',
      'provider api_secret @ main.tf:16 literal-6',
      'provider password @ main.tf:12 literal-4',
      'provider secret_key @ main.tf:4 literal-2',
      'ssm-parameter /app/key @ main.tf:9 literal-3',
      'variable-default other @ main.tf:13 literal-5',
    ])
    const password = nodesIn('setting', files).find((node) => node.name.value === 'password')!
    expect(password.related.map((one) => shown(one.span, files))).toEqual(['main.tf:11 var.db_password'])
  })
})

test('values in a tfvars file for the command line', () => {
  const files = {
    'main.tf': 'variable "password" {}',
    'env/prod.tfvars': 'password = "literal-1"\nname = { inner_secret = "literal-2" }\n',
    'env/stage.tfvars.json': '{"password": "literal-3"}',
  }
  const found = nodesIn('setting', files).map((node) => `${node.name.value} ${shown(node.value.span, files)}`)
  expect(found).toEqual([
    'password env/prod.tfvars:1 literal-1',
    'inner_secret env/prod.tfvars:2 literal-2',
    'password env/stage.tfvars.json:1 literal-3',
  ])
})

describe('units', () => {
  const files = {
    'live/main.tf': 'module "m" { source = "../modules/a" }',
    'modules/a/main.tf': 'module "b" { source = "../b" }\nresource "null_resource" "a" {}',
    'modules/b/main.tf': 'resource "null_resource" "b" { triggers = { x = file("${path.module}/x.json") } }',
    'modules/b/x.json': '{}',
    'alone/main.tf': 'resource "null_resource" "c" {}',
    'tg/terragrunt.hcl': 'terraform { source = "../modules//c" }\ninputs = { name = "from-terragrunt" }',
    'modules/c/main.tf': 'variable "name" {}\nresource "aws_iam_role" "r" { name = var.name }',
  }

  test('a called module is part of its caller', () => {
    const units = [...parseModules(treeOf(files))]
    expect(units.map((unit) => unit.unit)).toEqual(['alone', 'live', 'tg'])
    expect(units[1]!.files).toEqual(['live/main.tf', 'modules/a/main.tf', 'modules/b/main.tf'])
    expect(units[1]!.reads).toEqual(['modules/b/x.json'])
    const anchors = units[1]!.nodes.filter((node) => node.kind === 'resource').map((node) => node.anchor)
    expect(anchors).toEqual(['module.m.null_resource.a', 'module.m.module.b.null_resource.b'])
  })

  test('Terragrunt gives its inputs', () => {
    expect(nodesIn('identity', files)[0]?.holder.name).toBe('from-terragrunt')
  })

  test('a change concerns the modules that take it in', () => {
    const related = (...paths: string[]) => [...relatedModules(treeOf(files), paths)].sort()
    expect(related('modules/b/main.tf')).toEqual(['live', 'modules/a', 'modules/b'])
    expect(related('modules/b/x.json')).toEqual(['live', 'modules/a', 'modules/b'])
    expect(related('alone/main.tf')).toEqual(['alone'])
    expect(related('tg/terragrunt.hcl')).toEqual(['modules/c', 'tg'])
    expect([...parseModules(treeOf(files), related('modules/b/x.json'))].map((unit) => unit.unit)).toEqual(['live'])
  })

  test('a mistake is told with its place, and the rest is read', () => {
    const [unit] = parseModules(
      treeOf({ 'main.tf': 'resource "aws_iam_role" "a" {\n  name = \n}\nresource "aws_iam_role" "b" {}\n' }),
    )
    expect(unit!.notifications).toMatchObject([
      { id: 'parse-error', location: { uri: 'main.tf', region: { startLine: 2 } } },
    ])
    expect(unit!.nodes.filter((node) => node.kind === 'identity')).toHaveLength(2)
  })
})
