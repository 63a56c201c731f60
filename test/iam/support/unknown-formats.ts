/** A value that nobody tells, by the name that it has in every format. */
export const NAME = 'mystery'

/** Stands in a statement for that value. */
export const UNKNOWN_VALUE = '@@'

export type Written = Readonly<Record<string, unknown>>

/** A statement, or that the document is not known, or none of its statements. */
export type Said = Written | 'document' | 'statements'

/** How a format writes a role with this as its permissions, or as its trust; undefined where it has none. */
export interface Format {
  readonly name: string
  role(said: Said, kind: 'permissions' | 'trust'): Record<string, string> | undefined
  /** A role with a managed policy, or with a boundary, that is not known. */
  attached?(kind: 'policy' | 'boundary'): Record<string, string>
}

function documentOf(said: Said): unknown {
  if (said === 'document') return UNKNOWN_VALUE
  return { Statement: said === 'statements' ? UNKNOWN_VALUE : [said] }
}

export const TRUST: Written = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } }

/** JSON in which the value that is not known is an expression of the format. */
const inJson = (value: unknown, expression: string): string =>
  JSON.stringify(value).replaceAll(`"${UNKNOWN_VALUE}"`, expression)

const OPTIONS: Readonly<Record<string, string>> = { Effect: 'effect', Condition: 'conditions' }

/** The options of the CDK's `PolicyStatement`. */
function cdkStatement(statement: Said, python: boolean): string {
  const unknown = `props.${NAME}`
  if (typeof statement === 'string') return unknown
  const option = (key: string, value: unknown): string => {
    if (key === 'Effect') return value === UNKNOWN_VALUE ? unknown : 'iam.Effect.ALLOW'
    if (key.endsWith('Principal')) {
      return value === UNKNOWN_VALUE
        ? `[${unknown}]`
        : `[${python ? '' : 'new '}iam.ServicePrincipal("ec2.amazonaws.com")]`
    }
    return value === UNKNOWN_VALUE ? unknown : inJson([value].flat(), unknown)
  }
  const options = Object.entries(statement)
    .map(([key, value]) => {
      const name = OPTIONS[key] ?? `${key[0]!.toLowerCase()}${key.slice(1)}s`
      return python
        ? `${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}=${option(key, value)}`
        : `${name}: ${option(key, value)}`
    })
    .join(', ')
  return python ? `iam.PolicyStatement(${options})` : `new iam.PolicyStatement({ ${options} })`
}

function cdkCall(said: Said, kind: 'permissions' | 'trust', python: boolean): string {
  if (said === 'document') {
    const [name, option] = kind === 'trust' ? ['CfnRole', 'assumeRolePolicyDocument'] : ['Policy', 'document']
    if (!python) return `new iam.${name}(this, 'Other', { ${option}: props.${NAME} })`
    return `iam.${name}(self, "Other", ${option.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}=props.${NAME})`
  }
  const method =
    kind === 'trust'
      ? ['assumeRolePolicy.addStatements', 'assume_role_policy.add_statements']
      : ['addToPolicy', 'add_to_policy']
  return `role.${method[python ? 1 : 0]}(${cdkStatement(said, python)})`
}

const ARGUMENTS: Readonly<Record<string, string>> = {
  Action: 'actions',
  NotAction: 'not_actions',
  Resource: 'resources',
  NotResource: 'not_resources',
}

/** A `statement` block of `aws_iam_policy_document`. */
function statementBlock(statement: Said): string {
  const unknown = `var.${NAME}`
  if (statement === 'document') return `source_policy_documents = [${unknown}]`
  if (statement === 'statements')
    return `dynamic "statement" {\n for_each = ${unknown}\n content {\n  actions = statement.value\n  resources = ["*"]\n }\n}`
  const lines = Object.entries(statement).map(([key, value]) => {
    if (key === 'Effect') return `effect = ${value === UNKNOWN_VALUE ? unknown : '"Allow"'}`
    if (key === 'Condition') return `condition {\n test = "StringEquals"\n variable = ${unknown}\n values = ["x"]\n}`
    if (key.endsWith('Principal')) {
      const name = key === 'Principal' ? 'principals' : 'not_principals'
      const identifiers = value === UNKNOWN_VALUE ? unknown : '["ec2.amazonaws.com"]'
      return `${name} {\n type = "${value === UNKNOWN_VALUE ? 'AWS' : 'Service'}"\n identifiers = ${identifiers}\n}`
    }
    return `${ARGUMENTS[key]} = ${value === UNKNOWN_VALUE ? unknown : inJson([value].flat(), unknown)}`
  })
  return `statement {\n${lines.join('\n')}\n}`
}

const terraform = (policy: string, kind: 'permissions' | 'trust', more = ''): Record<string, string> => ({
  'main.tf': [
    `variable "${NAME}" {}`,
    more,
    'resource "aws_iam_role" "ci" {',
    kind === 'trust' ? `assume_role_policy = ${policy}` : `inline_policy {\n policy = ${policy}\n}`,
    '}',
  ].join('\n'),
})

export const FORMATS: readonly Format[] = [
  {
    name: 'Terraform, jsonencode',
    attached: (kind) => ({
      'main.tf': `variable "${NAME}" {}\nresource "aws_iam_role" "ci" {\n${kind === 'policy' ? `managed_policy_arns = [var.${NAME}]` : `permissions_boundary = var.${NAME}`}\n}`,
    }),
    role: (said, kind) => terraform(`jsonencode(${inJson(documentOf(said), `var.${NAME}`)})`, kind),
  },
  {
    name: 'Terraform, heredoc',
    role: (said, kind) => {
      const json = inJson(documentOf(said), `\${jsonencode(var.${NAME})}`)
      return terraform(`<<EOT\n${json}\nEOT`, kind)
    },
  },
  {
    name: 'Terraform, aws_iam_policy_document',
    role: (said, kind) =>
      terraform(
        'data.aws_iam_policy_document.d.json',
        kind,
        `data "aws_iam_policy_document" "d" {\n${statementBlock(said)}\n}`,
      ),
  },
  {
    name: 'Terraform, JSON',
    role: (said, kind) => {
      const policy = JSON.stringify(documentOf(said)).replaceAll(`"${UNKNOWN_VALUE}"`, `\${jsonencode(var.${NAME})}`)
      const role = kind === 'trust' ? { assume_role_policy: policy } : { inline_policy: [{ policy }] }
      return { 'main.tf.json': JSON.stringify({ variable: { [NAME]: {} }, resource: { aws_iam_role: { ci: role } } }) }
    },
  },
  {
    name: 'CloudFormation, YAML',
    attached: (kind) => ({
      'stack.yaml': `Parameters:\n  ${NAME}: { Type: String }\nResources:\n  Ci:\n    Type: AWS::IAM::Role\n    Properties: { ${kind === 'policy' ? `ManagedPolicyArns: [!Ref ${NAME}]` : `PermissionsBoundary: !Ref ${NAME}`} }\n`,
    }),
    role: (said, kind) => {
      const json = inJson(documentOf(said), `!Ref ${NAME}`)
      const property =
        kind === 'trust'
          ? `AssumeRolePolicyDocument: ${json}`
          : `Policies: [{ PolicyName: p, PolicyDocument: ${json} }]`
      return {
        'stack.yaml': `Parameters:\n  ${NAME}: { Type: String }\nResources:\n  Ci:\n    Type: AWS::IAM::Role\n    Properties:\n      ${property}\n`,
      }
    },
  },
  {
    name: 'CloudFormation, JSON',
    role: (said, kind) => {
      const document = documentOf(said)
      const Properties =
        kind === 'trust'
          ? { AssumeRolePolicyDocument: document }
          : { Policies: [{ PolicyName: 'p', PolicyDocument: document }] }
      const template = {
        Parameters: { [NAME]: { Type: 'String' } },
        Resources: { Ci: { Type: 'AWS::IAM::Role', Properties } },
      }
      return { 'stack.json': inJson(template, `{"Ref":"${NAME}"}`) }
    },
  },
  {
    name: 'SAM',
    attached: (kind) => ({
      'stack.yaml': `Transform: AWS::Serverless-2016-10-31\nParameters:\n  ${NAME}: { Type: String }\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties: { ${kind === 'policy' ? `Policies: !Ref ${NAME}` : `Policies: [AWSLambdaExecute], PermissionsBoundary: !Ref ${NAME}`} }\n`,
    }),
    role: (said, kind) => {
      const json = inJson(documentOf(said), `!Ref ${NAME}`)
      const property = kind === 'trust' ? `AssumeRolePolicyDocument: ${json}` : `Policies: [${json}]`
      return {
        'stack.yaml': `Transform: AWS::Serverless-2016-10-31\nParameters:\n  ${NAME}: { Type: String }\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      ${property}\n`,
      }
    },
  },
  {
    name: 'Serverless',
    attached: (kind) => ({
      'serverless.yml': `service: a\nprovider:\n  name: aws\n  iam:\n    role: { ${kind === 'policy' ? 'managedPolicies' : 'permissionsBoundary'}: "\${param:${NAME}}" }\n`,
    }),
    role: (said, kind) =>
      kind === 'trust' || said === 'document'
        ? undefined
        : {
            'serverless.yml': `service: a\nprovider:\n  name: aws\n  iam:\n    role:\n      statements: ${inJson(said === 'statements' ? UNKNOWN_VALUE : [said], `"\${param:${NAME}}"`)}\n`,
          },
  },
  {
    name: 'CDK, TypeScript',
    attached: (kind) => ({
      'stack.ts': `import * as iam from 'aws-cdk-lib/aws-iam'\nexport class App extends Stack {\n  constructor(scope, id, props) {\n    new iam.Role(this, 'Ci', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'), ${kind === 'policy' ? `managedPolicies: [props.${NAME}]` : `permissionsBoundary: props.${NAME}`} })\n  }\n}`,
    }),
    role: (said, kind) => ({
      'stack.ts': `import * as iam from 'aws-cdk-lib/aws-iam'
export class App extends Stack {
  constructor(scope, id, props) {
    const role = new iam.Role(this, 'Ci', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') })
    ${cdkCall(said, kind, false)}
  }
}`,
    }),
  },
  {
    name: 'CDK, Python',
    attached: (kind) => ({
      'stack.py': `from aws_cdk import aws_iam as iam\nclass App(Stack):\n    def __init__(self, scope, id, props):\n        iam.Role(self, "Ci", assumed_by=iam.ServicePrincipal("ec2.amazonaws.com"), ${kind === 'policy' ? `managed_policies=[iam.ManagedPolicy.from_aws_managed_policy_name(props.${NAME})]` : `permissions_boundary=props.${NAME}`})\n`,
    }),
    role: (said, kind) => ({
      'stack.py': `from aws_cdk import aws_iam as iam
class App(Stack):
    def __init__(self, scope, id, props):
        role = iam.Role(self, "Ci", assumed_by=iam.ServicePrincipal("ec2.amazonaws.com"))
        ${cdkCall(said, kind, true)}
`,
    }),
  },
  {
    name: 'Pulumi, TypeScript',
    attached: (kind) => ({
      'index.ts': `import * as aws from '@pulumi/aws'\nnew aws.iam.Role('ci', { ${kind === 'policy' ? `managedPolicyArns: [args.${NAME}]` : `permissionsBoundary: args.${NAME}`} })\n`,
    }),
    role: (said, kind) => {
      const json = `JSON.stringify(${inJson(documentOf(said), `args.${NAME}`)})`
      return {
        'index.ts': `import * as aws from '@pulumi/aws'\nnew aws.iam.Role('ci', { ${kind === 'trust' ? `assumeRolePolicy: ${json}` : `inlinePolicies: [{ policy: ${json} }]`} })\n`,
      }
    },
  },
  {
    name: 'Pulumi, Python',
    attached: (kind) => ({
      '__main__.py': `import pulumi_aws as aws\naws.iam.Role("ci", ${kind === 'policy' ? `managed_policy_arns=[args.${NAME}]` : `permissions_boundary=args.${NAME}`})\n`,
    }),
    role: (said, kind) => {
      const json = `json.dumps(${inJson(documentOf(said), `args.${NAME}`)})`
      return {
        '__main__.py': `import json\nimport pulumi_aws as aws\naws.iam.Role("ci", ${kind === 'trust' ? `assume_role_policy=${json}` : `inline_policies=[aws.iam.RoleInlinePolicyArgs(policy=${json})]`})\n`,
      }
    },
  },
  {
    name: 'shell',
    role: (said, kind) => {
      const operation =
        kind === 'trust' ? 'update-assume-role-policy --role-name ci' : 'put-role-policy --role-name ci --policy-name p'
      const json = inJson(documentOf(said), `"'"$${NAME}"'"`)
      return { 'deploy.sh': `#!/bin/bash\naws iam ${operation} --policy-document '${json}'\n` }
    },
  },
  {
    name: 'boto3',
    attached: (kind) => ({
      'deploy.py': `import boto3\niam = boto3.client("iam")\niam.${kind === 'policy' ? 'attach_role_policy' : 'put_role_permissions_boundary'}(RoleName="ci", ${kind === 'policy' ? 'PolicyArn' : 'PermissionsBoundary'}=args.${NAME})\n`,
    }),
    role: (said, kind) => {
      const call =
        kind === 'trust'
          ? 'update_assume_role_policy(RoleName="ci", '
          : 'put_role_policy(RoleName="ci", PolicyName="p", '
      const json = `json.dumps(${inJson(documentOf(said), `args.${NAME}`)})`
      return { 'deploy.py': `import boto3, json\niam = boto3.client("iam")\niam.${call}PolicyDocument=${json})\n` }
    },
  },
]
