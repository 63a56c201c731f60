import { derivedText } from '../../core/build-text.ts'
import type { AnyNode } from '../../core/node.ts'
import type { Condition, Holder, HolderKind, PolicyRole, Statement } from '../../core/policy.ts'
import { UNKNOWN } from '../../core/text.ts'
import { type Leaf, leafOf } from '../../core/value.ts'
import { attachmentNode, leavesIn, policyNode, policyNodeOf } from '../../extract/nodes.ts'
import {
  type Call,
  type Expression,
  itemsIn,
  option,
  type Program,
  property,
  resolved,
} from '../../languages/programs/expression.ts'
import { optionValue, valueOfExpression } from '../../languages/programs/program-value.ts'
import { spansIn, type Taken } from '../cdk/cdk.ts'
import { documentOf } from '../cdk/statements.ts'

interface Site {
  readonly document: string
  readonly role: PolicyRole
  /** The option that names who holds it, or what it is about. */
  readonly subject?: string
  readonly kind?: HolderKind
}

/**
 * Pulumi's resources that take a policy, by module and class.
 * https://www.pulumi.com/registry/packages/aws/api-docs/
 */
const SITES: ReadonlyMap<string, Site> = new Map<string, Site>([
  ['iam.Policy', { document: 'policy', role: 'identity', kind: 'managed-policy' }],
  ['iam.RolePolicy', { document: 'policy', role: 'identity', subject: 'role', kind: 'role' }],
  ['iam.UserPolicy', { document: 'policy', role: 'identity', subject: 'user', kind: 'user' }],
  ['iam.GroupPolicy', { document: 'policy', role: 'identity', subject: 'group', kind: 'group' }],
  ['ssoadmin.PermissionSetInlinePolicy', { document: 'inlinePolicy', role: 'identity', kind: 'permission-set' }],
  ['organizations.Policy', { document: 'content', role: 'scp' }],
  ['s3.BucketPolicy', { document: 'policy', role: 'resource', subject: 'bucket' }],
  ['sqs.QueuePolicy', { document: 'policy', role: 'resource', subject: 'queueUrl' }],
  ['sqs.Queue', { document: 'policy', role: 'resource' }],
  ['sns.TopicPolicy', { document: 'policy', role: 'resource', subject: 'arn' }],
  ['sns.Topic', { document: 'policy', role: 'resource' }],
  ['kms.Key', { document: 'policy', role: 'resource' }],
  ['kms.KeyPolicy', { document: 'policy', role: 'resource', subject: 'keyId' }],
  ['ecr.RepositoryPolicy', { document: 'policy', role: 'resource', subject: 'repository' }],
  ['ecr.RegistryPolicy', { document: 'policy', role: 'resource' }],
  ['secretsmanager.SecretPolicy', { document: 'policy', role: 'resource', subject: 'secretArn' }],
  ['apigateway.RestApiPolicy', { document: 'policy', role: 'resource', subject: 'restApiId' }],
  ['opensearch.DomainPolicy', { document: 'accessPolicies', role: 'resource', subject: 'domainName' }],
  ['efs.FileSystemPolicy', { document: 'policy', role: 'resource', subject: 'fileSystemId' }],
  ['backup.VaultPolicy', { document: 'policy', role: 'resource', subject: 'backupVaultName' }],
  ['ec2.VpcEndpoint', { document: 'policy', role: 'boundary' }],
])

const PRINCIPALS: ReadonlyMap<string, HolderKind> = new Map([
  ['iam.Role', 'role'],
  ['iam.User', 'user'],
  ['iam.Group', 'group'],
])

const ATTACHMENTS: ReadonlyMap<string, HolderKind> = new Map([
  ['iam.RolePolicyAttachment', 'role'],
  ['iam.UserPolicyAttachment', 'user'],
  ['iam.GroupPolicyAttachment', 'group'],
])

/** What a resource of Pulumi's AWS provider grants, attaches and trusts. */
export function pulumiNodes(call: Call, program: Program): Taken {
  const type = call.path
    .slice(-2)
    .join('.')
    .replace(/^(s3)\.BucketV2Policy$/, '$1.BucketPolicy')
  const kind = PRINCIPALS.get(type)
  if (kind) return principal(call, kind, program)
  const attached = ATTACHMENTS.get(type)
  if (attached) return { nodes: attachment(call, attached, program), spans: [] }
  if (type === 'lambda.Permission') return { nodes: permission(call, program), spans: [] }
  const site = SITES.get(type)
  const document = site && documentOf(option(call, program, site.document), program)
  if (!site || !document) return { nodes: [], spans: [] }
  const address = nameOf(call, program)
  const subject = site.subject === undefined ? undefined : option(call, program, site.subject)
  const kindOf = site.kind ?? 'resource'
  const service = kindOf === 'resource' ? { service: serviceOf(type) } : {}
  const holder: Holder = {
    kind: kindOf,
    address: subject ? subjectOf(subject, program) : address,
    ...service,
    span: call.nameSpan,
  }
  const holders = site.kind !== undefined || site.role === 'resource' || site.role === 'boundary' ? [holder] : []
  return { nodes: policyNode(document, { anchor: address, role: site.role, holders }), spans: spansIn(document) }
}

function serviceOf(type: string): string {
  const module = type.split('.')[0]!
  return module === 'apigateway' ? 'execute-api' : module === 'opensearch' ? 'es' : module
}

/** The first argument is the resource's name. */
function nameOf(call: Call, program: Program): string {
  const name = call.arguments[0] && resolved(call.arguments[0], program)
  return name?.kind === 'string' ? name.text.value : (call.assignedTo ?? call.path.join('.'))
}

/** `role.id` is the resource behind the variable `role`. */
function subjectOf(expression: Expression, program: Program): string {
  if (expression.kind === 'string') return expression.text.value
  const name =
    expression.kind === 'path' ? expression.path.filter((part) => part !== 'this' && part !== 'self')[0] : undefined
  const known = name === undefined ? expression : (program.constants.get(name) ?? expression)
  return known.kind === 'call' ? nameOf(known, program) : (name ?? UNKNOWN)
}

function principal(call: Call, kind: HolderKind, program: Program): Taken {
  const holder: Holder = { kind, address: nameOf(call, program), span: call.nameSpan }
  const trust = documentOf(option(call, program, 'assumeRolePolicy'), program)
  const boundary = optionValue(call, program, 'permissionsBoundary')
  const inline = itemsIn(option(call, program, 'inlinePolicies'), program).flatMap((item, index) => {
    const options = item.kind === 'call' ? item.arguments.at(-1) : item
    const document = documentOf(property(options, 'policy'), program)
    return document ? [{ name: String(index), document }] : []
  })
  const anchor = holder.address
  const nodes: AnyNode[] = [
    {
      kind: 'identity',
      span: call.nameSpan,
      anchor,
      holder,
      groups: [],
      hasBoundary: boundary !== undefined,
      arguments: { kind: 'map', entries: [], span: call.span },
    },
    ...(trust ? policyNode(trust, { anchor: `${anchor}.trust`, role: 'trust', holders: [holder] }) : []),
    ...inline.flatMap(({ name, document }) =>
      policyNode(document, { anchor: `${anchor}.${name}`, role: 'identity', holders: [holder] }),
    ),
    ...leavesIn(optionValue(call, program, 'managedPolicyArns')).map((arn) =>
      attachmentNode(arn, holder, { anchor, boundary: false }),
    ),
    ...leavesIn(boundary).map((arn) => attachmentNode(arn, holder, { anchor, boundary: true })),
  ]
  return { nodes, spans: [...(trust ? spansIn(trust) : []), ...inline.flatMap(({ document }) => spansIn(document))] }
}

function attachment(call: Call, kind: HolderKind, program: Program): AnyNode[] {
  const subject = option(call, program, kind)
  const arn = option(call, program, 'policyArn')
  if (!subject || !arn) return []
  const holder: Holder = { kind, address: subjectOf(subject, program), span: subject.span }
  const anchor = nameOf(call, program)
  return leavesIn(managedArn(arn, program)).map((leaf) => attachmentNode(leaf, holder, { anchor, boundary: false }))
}

/** `aws.iam.ManagedPolicy.AdministratorAccess` is the ARN of AWS's policy of that name. */
function managedArn(expression: Expression, program: Program) {
  if (expression.kind !== 'path' || expression.path.at(-2) !== 'ManagedPolicy') {
    return valueOfExpression(expression, program)
  }
  const value = `arn:${UNKNOWN}:iam::aws:policy/${expression.path.at(-1)}`
  const { span } = expression
  return { kind: 'string', text: derivedText(value, span), span } as const
}

function permission(call: Call, program: Program): AnyNode[] {
  const leaf = (name: string): Leaf | undefined => leafOf(optionValue(call, program, name))
  const action = leaf('action')
  const principalLeaf = leaf('principal')
  if (!action || !principalLeaf) return []
  const condition = (operator: string, key: string, value: Leaf | undefined): Condition[] =>
    value
      ? [{ operator: { value: operator, span: value.span }, key: { value: key, span: value.span }, values: [value] }]
      : []
  const service = /\.amazonaws\.com/.test(principalLeaf.value)
  const statement: Statement = {
    effect: { value: 'Allow', span: call.nameSpan },
    actions: [action],
    notActions: [],
    resources: [leaf('function') ?? { value: UNKNOWN, span: call.nameSpan }],
    notResources: [],
    principals: [{ type: principalLeaf.value === '*' ? '*' : service ? 'Service' : 'AWS', value: principalLeaf }],
    notPrincipals: [],
    conditions: [
      ...condition('ArnLike', 'aws:SourceArn', leaf('sourceArn')),
      ...condition('StringEquals', 'aws:SourceAccount', leaf('sourceAccount')),
      ...condition('StringEquals', 'aws:PrincipalOrgID', leaf('principalOrgId')),
      ...condition('StringEquals', 'lambda:FunctionUrlAuthType', leaf('functionUrlAuthType')),
    ],
    span: call.span,
  }
  const subject = option(call, program, 'function')
  const anchor = nameOf(call, program)
  const holder: Holder = {
    kind: 'resource',
    address: subject ? subjectOf(subject, program) : anchor,
    service: 'lambda',
    span: call.nameSpan,
  }
  const document = { role: 'resource', statements: [statement], incomplete: false } as const
  return [policyNodeOf(document, call.nameSpan, { anchor, role: 'resource', holders: [holder] })]
}
