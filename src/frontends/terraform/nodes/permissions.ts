import type { AnyNode } from '../../../core/node.ts'
import type { Condition, Holder, Principal, Statement } from '../../../core/policy.ts'
import { UNKNOWN } from '../../../core/text.ts'
import { type Leaf, leafOf } from '../../../core/value.ts'
import { policyNodeOf } from '../../../extract/nodes.ts'
import { blocksIn } from '../blocks.ts'
import type { UnitResource } from '../unit.ts'
import { type Evaluated, memberOf, plainOf } from '../value.ts'
import type { Links } from './links.ts'

/**
 * Resources that are one statement of another resource's policy, as that statement.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_permission
 */
export function permissionNodes(links: Links): AnyNode[] {
  return links.resources.flatMap((resource) => {
    if (resource.mode === 'data') return []
    switch (resource.type) {
      case 'aws_lambda_permission':
        return lambdaPermission(resource, links)
      case 'aws_lambda_layer_version_permission':
        return layerPermission(resource, links)
      case 'aws_cloudwatch_event_permission':
        return eventPermission(resource, links)
      case 'aws_signer_signing_profile_permission':
        return statementNode(resource, links, { service: 'signer', subject: 'profile_name', resource: 'profile_name' })
      default:
        return []
    }
  })
}

interface Shape {
  readonly service: string
  readonly subject: string
  readonly resource: string
  readonly action?: Leaf
  readonly conditions?: readonly Condition[]
}

function lambdaPermission(resource: UnitResource, links: Links): AnyNode[] {
  const conditions = [
    condition('ArnLike', 'aws:SourceArn', argument(resource, 'source_arn')),
    condition('StringEquals', 'aws:SourceAccount', argument(resource, 'source_account')),
    condition('StringEquals', 'aws:PrincipalOrgID', argument(resource, 'principal_org_id')),
    condition('StringEquals', 'lambda:FunctionUrlAuthType', argument(resource, 'function_url_auth_type')),
    condition('StringEquals', 'lambda:EventSourceToken', argument(resource, 'event_source_token')),
  ].flat()
  return statementNode(resource, links, {
    service: 'lambda',
    subject: 'function_name',
    resource: 'function_name',
    conditions,
  })
}

function layerPermission(resource: UnitResource, links: Links): AnyNode[] {
  const conditions = condition('StringEquals', 'aws:PrincipalOrgID', argument(resource, 'organization_id'))
  return statementNode(resource, links, {
    service: 'lambda',
    subject: 'layer_name',
    resource: 'layer_name',
    conditions,
  })
}

function eventPermission(resource: UnitResource, links: Links): AnyNode[] {
  const conditions = blocksIn(memberOf(resource.arguments, 'condition')).flatMap((block) =>
    condition(
      plainOf(memberOf(block, 'type')) ?? 'StringEquals',
      plainOf(memberOf(block, 'key')) ?? 'aws:PrincipalOrgID',
      leafOf(memberOf(block, 'value')),
    ),
  )
  const action = argument(resource, 'action') ?? { value: 'events:PutEvents', span: resource.header }
  return statementNode(resource, links, {
    service: 'events',
    subject: 'event_bus_name',
    resource: 'event_bus_name',
    action,
    conditions,
  })
}

function statementNode(resource: UnitResource, links: Links, shape: Shape): AnyNode[] {
  const action = shape.action ?? argument(resource, 'action')
  const principal = argument(resource, 'principal')
  if (!action || !principal) return []
  const statement: Statement = {
    effect: { value: 'Allow', span: resource.header },
    actions: [action],
    notActions: [],
    resources: [resourceOf(resource, shape)],
    notResources: [],
    principals: [principalOf(principal)],
    notPrincipals: [],
    conditions: shape.conditions ?? [],
    span: resource.span,
  }
  const document = { role: 'resource', statements: [statement], incomplete: false } as const
  const holders = [subjectOf(resource, shape, links)]
  return [policyNodeOf(document, resource.header, { anchor: resource.address, role: 'resource', holders })]
}

/** What is not known is still one thing, not any. */
function resourceOf(resource: UnitResource, shape: Shape): Leaf {
  const given = argument(resource, shape.resource)
  if (!given) return { value: '*', span: resource.header }
  const { span } = given
  return given.value === UNKNOWN
    ? { value: `arn:${UNKNOWN}:${shape.service}:${UNKNOWN}:${UNKNOWN}:${UNKNOWN}`, span }
    : given
}

function subjectOf(resource: UnitResource, shape: Shape, links: Links): Holder {
  const value = memberOf(resource.arguments, shape.subject)
  const target = value && links.targets(value).find((one) => one.mode === 'resource')
  const { address, header } = target ?? resource
  return { kind: 'resource', address, service: shape.service, span: header }
}

function argument(resource: UnitResource, name: string): Leaf | undefined {
  return leafOf(memberOf(resource.arguments, name) as Evaluated | undefined)
}

function condition(operator: string, key: string, value: Leaf | undefined): Condition[] {
  if (!value) return []
  const { span } = value
  return [{ operator: { value: operator, span }, key: { value: key, span }, values: [value] }]
}

function principalOf(value: Leaf): Principal {
  if (value.value === '*') return { type: '*', value }
  if (value.value === UNKNOWN) return { type: UNKNOWN, value }
  return { type: /\.amazonaws\.com(?:\.cn)?$/.test(value.value) ? 'Service' : 'AWS', value }
}
