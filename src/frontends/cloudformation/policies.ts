import type { AnyNode } from '../../core/node.ts'
import type { Condition, PolicyRole, Principal, Statement } from '../../core/policy.ts'
import { isWhollyUnknown, type Leaf, leafOf, member, type Value } from '../../core/value.ts'
import { policyNode, policyNodeOf } from '../../extract/nodes.ts'
import { looksLikePolicy } from '../../extract/policy-document.ts'
import { arnOf } from './arn.ts'
import { holderOf, type Made, targetOf, type Unit, valueOrigins } from './unit.ts'

/**
 * Where resources hold policies about themselves, by type; `*` stands for the items of a list. Everything else is
 * found by its looks.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
const SITES: ReadonlyMap<string, readonly Site[]> = new Map([
  resource('AWS::ApiGateway::RestApi', 'Policy'),
  resource('AWS::Backup::BackupVault', 'AccessPolicy'),
  resource('AWS::CloudTrail::ResourcePolicy', 'ResourcePolicy'),
  resource('AWS::CodeArtifact::Domain', 'PermissionsPolicyDocument'),
  resource('AWS::CodeArtifact::Repository', 'PermissionsPolicyDocument'),
  resource(
    'AWS::DynamoDB::Table',
    'ResourcePolicy.PolicyDocument',
    'StreamSpecification.ResourcePolicy.PolicyDocument',
  ),
  resource('AWS::DynamoDB::GlobalTable', 'Replicas.*.ResourcePolicy.PolicyDocument'),
  resource('AWS::ECR::PublicRepository', 'RepositoryPolicyText'),
  resource('AWS::ECR::RegistryPolicy', 'PolicyText'),
  resource('AWS::ECR::Repository', 'RepositoryPolicyText'),
  resource('AWS::EFS::FileSystem', 'FileSystemPolicy'),
  resource('AWS::Elasticsearch::Domain', 'AccessPolicies'),
  resource('AWS::Events::EventBus', 'Policy'),
  resource('AWS::EventSchemas::RegistryPolicy', 'Policy'),
  resource('AWS::KMS::Key', 'KeyPolicy'),
  resource('AWS::KMS::ReplicaKey', 'KeyPolicy'),
  resource('AWS::Kinesis::ResourcePolicy', 'ResourcePolicy'),
  resource('AWS::Lex::ResourcePolicy', 'Policy'),
  resource('AWS::Logs::Destination', 'DestinationPolicy'),
  resource('AWS::Logs::ResourcePolicy', 'PolicyDocument'),
  resource('AWS::MediaStore::Container', 'Policy'),
  resource('AWS::OpenSearchService::Domain', 'AccessPolicies'),
  resource('AWS::S3::AccessPoint', 'Policy'),
  resource('AWS::S3::BucketPolicy', 'PolicyDocument'),
  resource('AWS::S3::MultiRegionAccessPointPolicy', 'Policy'),
  resource('AWS::S3Express::BucketPolicy', 'PolicyDocument'),
  resource('AWS::S3ObjectLambda::AccessPointPolicy', 'PolicyDocument'),
  resource('AWS::S3Outposts::BucketPolicy', 'PolicyDocument'),
  resource('AWS::S3Tables::TableBucketPolicy', 'ResourcePolicy'),
  resource('AWS::S3Tables::TablePolicy', 'ResourcePolicy'),
  resource('AWS::SNS::TopicInlinePolicy', 'PolicyDocument'),
  resource('AWS::SNS::TopicPolicy', 'PolicyDocument'),
  resource('AWS::SQS::QueueInlinePolicy', 'PolicyDocument'),
  resource('AWS::SQS::QueuePolicy', 'PolicyDocument'),
  resource('AWS::SSM::ResourcePolicy', 'Policy'),
  resource('AWS::SecretsManager::ResourcePolicy', 'ResourcePolicy'),
  resource('AWS::Serverless::Api', 'Auth.ResourcePolicy.CustomStatements'),
  resource('AWS::VpcLattice::AuthPolicy', 'Policy'),
  resource('AWS::VpcLattice::ResourcePolicy', 'Policy'),
  resource('AWS::XRay::ResourcePolicy', 'PolicyDocument'),
  ['AWS::EC2::VPCEndpoint', [{ path: 'PolicyDocument', role: 'boundary' }]],
  ['AWS::IoT::Policy', [{ path: 'PolicyDocument', role: 'identity' }]],
  ['AWS::Organizations::Policy', [{ path: 'Content', role: 'scp' }]],
])

interface Site {
  readonly path: string
  readonly role: PolicyRole
}

function resource(type: string, ...paths: string[]): [string, Site[]] {
  return [type, paths.map((path) => ({ path, role: 'resource' }))]
}

/** The policies that a resource holds about itself or about the one it is for. */
export function resourcePolicies(made: Made, unit: Unit): AnyNode[] {
  if (made.resource.type === 'AWS::Lambda::Permission') return permission(made, unit)
  if (made.resource.type === 'AWS::Events::EventBusPolicy') return eventBusPolicy(made, unit)
  const sites = SITES.get(made.resource.type)
  if (!sites) return policiesByLooks(made, unit)
  return sites.flatMap(({ path, role }) =>
    valuesAt(made.known, path.split('.')).flatMap((document) =>
      policyNode(asDocument(document), {
        anchor: made.resource.id,
        role,
        holders: [holderOf(made.resource, 'resource', made.known, unit)],
        related: valueOrigins(document, made.resource, unit),
      }),
    ),
  )
}

function valuesAt(value: Value | undefined, path: readonly string[]): Value[] {
  const [key, ...rest] = path
  if (key === undefined) return value ? [value] : []
  if (key === '*') return value?.kind === 'list' ? value.items.flatMap((item) => valuesAt(item, rest)) : []
  return valuesAt(member(value, key), rest)
}

/** Statements without a document around them. */
function asDocument(value: Value): Value {
  if (value.kind !== 'list') return value
  return { kind: 'map', entries: [{ key: 'Statement', keySpan: value.span, value }], span: value.span }
}

/** Types whose policies are those of an identity. */
const READ_ELSEWHERE = /^AWS::(?:IAM|SSO)::|^AWS::Serverless::(?:Function|StateMachine)$/

/** Documents in properties that no table knows: custom resources, new types. */
function policiesByLooks(made: Made, unit: Unit): AnyNode[] {
  const found: AnyNode[] = []
  const visit = (value: Value, depth: number): void => {
    if (depth > 12 || found.length > 50) return
    if (looksLikePolicy(value)) {
      found.push(
        ...policyNode(value, {
          anchor: made.resource.id,
          role: undefined,
          holders: [],
          related: valueOrigins(value, made.resource, unit),
        }),
      )
    } else if (value.kind === 'list') for (const item of value.items) visit(item, depth + 1)
    else if (value.kind === 'map') for (const entry of value.entries) visit(entry.value, depth + 1)
  }
  if (made.known && !READ_ELSEWHERE.test(made.resource.type)) visit(made.known, 0)
  return found
}

/**
 * `AWS::Lambda::Permission` is one statement of the function's policy.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html
 */
function permission(made: Made, unit: Unit): AnyNode[] {
  const property = (name: string) => leafOf(member(made.known, name))
  const action = property('Action')
  const principal = property('Principal')
  if (!action || !principal) return []
  const conditions = [
    condition('ArnLike', 'aws:SourceArn', property('SourceArn')),
    condition('StringEquals', 'aws:SourceAccount', property('SourceAccount')),
    condition('StringEquals', 'aws:PrincipalOrgID', property('PrincipalOrgID')),
    condition('StringEquals', 'lambda:FunctionUrlAuthType', property('FunctionUrlAuthType')),
  ]
  const statement: Statement = {
    effect: { value: 'Allow', span: made.resource.idSpan },
    actions: [action],
    notActions: [],
    resources: [functionOf(made, unit)],
    notResources: [],
    principals: [principalOf(principal)],
    notPrincipals: [],
    conditions: conditions.flat(),
    span: made.resource.span,
  }
  const document = { role: 'resource', statements: [statement], incomplete: false } as const
  const holders = [holderOf(made.resource, 'resource', made.known, unit)]
  return [policyNodeOf(document, made.resource.idSpan, { anchor: made.resource.id, role: 'resource', holders })]
}

/** The function that a permission is about: a name, or the ARN of a function of the template. */
function functionOf(made: Made, unit: Unit): Leaf {
  const leaf = leafOf(member(made.known, 'FunctionName'))
  if (!leaf) return { value: '*', span: made.resource.idSpan }
  if (!isWhollyUnknown(leaf)) return leaf
  const id = targetOf(member(made.properties, 'FunctionName'), unit)
  const arn = id === undefined ? undefined : arnOf(unit.template.resources.get(id)!.type)
  return arn === undefined ? leaf : { value: arn, span: leaf.span }
}

function condition(operator: string, key: string, value: Leaf | undefined): Condition[] {
  if (!value) return []
  const { span } = value
  return [{ operator: { value: operator, span }, key: { value: key, span }, values: [value] }]
}

function principalOf(value: Leaf): Principal {
  if (value.value === '*') return { type: '*', value }
  return { type: /\.amazonaws\.com(?:\.cn)?$/.test(value.value) ? 'Service' : 'AWS', value }
}

/** Either a whole `Statement`, or one action for one account, maybe of an organization. */
function eventBusPolicy(made: Made, unit: Unit): AnyNode[] {
  const site = {
    anchor: made.resource.id,
    role: 'resource',
    holders: [holderOf(made.resource, 'resource', made.known, unit)],
  } as const
  const whole = member(made.known, 'Statement')
  if (whole) return policyNode(asDocument({ kind: 'list', items: [whole], span: whole.span }), site)
  const action = leafOf(member(made.known, 'Action'))
  const principal = leafOf(member(made.known, 'Principal'))
  if (!action || !principal) return []
  const restriction = member(made.known, 'Condition')
  const statement: Statement = {
    effect: { value: 'Allow', span: made.resource.idSpan },
    actions: [action],
    notActions: [],
    resources: [{ value: '*', span: made.resource.idSpan }],
    notResources: [],
    principals: [principalOf(principal)],
    notPrincipals: [],
    conditions: condition(
      leafOf(member(restriction, 'Type'))?.value ?? 'StringEquals',
      leafOf(member(restriction, 'Key'))?.value ?? 'aws:PrincipalOrgID',
      leafOf(member(restriction, 'Value')),
    ),
    span: made.resource.span,
  }
  return [policyNodeOf({ role: 'resource', statements: [statement], incomplete: false }, made.resource.idSpan, site)]
}
