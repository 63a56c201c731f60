import { type GrantingService, grantingService } from '../../aws/cdk-grants.ts'
import { derivedText } from '../../core/build-text.ts'
import type { AnyNode } from '../../core/node.ts'
import type { Holder } from '../../core/policy.ts'
import { UNKNOWN } from '../../core/text.ts'
import type { Value } from '../../core/value.ts'
import { policyNode } from '../../extract/nodes.ts'
import {
  type Call,
  calledName,
  camelCase,
  type Expression,
  option,
  type Program,
  property,
  resolved,
} from '../../languages/programs/expression.ts'
import {
  listValue,
  mapValue,
  optionValue,
  stringValue,
  valueOfExpression,
} from '../../languages/programs/program-value.ts'
import { constructBehind } from './constructs.ts'
import { holderOf, serviceOf } from './holders.ts'
import { cdkPrincipals, isPrincipalClass } from './principals.ts'
import { documentValue } from './statements.ts'

/**
 * What `bucket.grantRead(role)` and its kin permit: of a principal that is a class of its own (`AnyPrincipal`) the resource's
 * policy says it, of a construct its own.
 */
export function grantNodes(call: Call, program: Program): AnyNode[] {
  const method = camelCase(calledName(call))
  if (method === 'addToPrincipal' || method === 'addToPrincipalOrResource') return staticGrant(call, program)
  if (method === 'addPermission') return permission(call, program)
  if (!/^grant(?:[A-Z]\w*)?$/.test(method)) return []
  const [grantee, ...rest] = call.arguments
  const made = constructBehind(call, program)
  // A class that is imported by its own name tells as well as its module.
  const name = `${made ? calledName(made) : ''} ${call.path.at(-2) ?? ''}`
  const service = grantingService(method, serviceOf(made), name)
  const given = method === 'grant' ? valueOfActions(rest, program) : service?.grants[method]?.split(' ')
  if (!grantee || !service || !given || given.length === 0) return []
  const actions = given.map((action) => (typeof action === 'string' ? stringValue(action, call.nameSpan) : action))
  return granted(call, program, { grantee, actions, resources: [arnOf(service, made, call, program)], service })
}

interface Grant {
  readonly grantee: Expression
  readonly actions: readonly Value[]
  readonly resources: readonly Value[]
  readonly service?: GrantingService | undefined
}

function granted(call: Call, program: Program, { grantee, actions, resources, service }: Grant): AnyNode[] {
  const { nameSpan: span } = call
  const known = resolved(grantee, program)
  const Effect = stringValue('Allow', span)
  const [Action, Resource] = [listValue(actions, span), listValue(resources, span)]
  if (known.kind === 'call' && isPrincipalClass(known)) {
    // A role cannot be handed to a principal that is no construct.
    if (service?.service === 'iam') return []
    const made = constructBehind(call, program)
    const holder = holderOf(made, call.path.at(-2) ?? '', span, 'resource', program)
    const statements = cdkPrincipals(known, program).map((one) =>
      mapValue({ Effect, Action, Resource, Principal: one.principal, Condition: joined(one.conditions) }, span),
    )
    const owner: Holder = service ? { ...holder, service: service.service } : holder
    return policyOf(statements, owner, `${owner.address}.${calledName(call)}`, 'resource', span)
  }
  const name = known.kind === 'path' ? known.path.join('.') : grantee.kind === 'path' ? grantee.path.join('.') : ''
  const holder = holderOf(known.kind === 'call' ? known : undefined, name, grantee.span, 'role', program)
  return policyOf(
    [mapValue({ Effect, Action, Resource }, span)],
    holder,
    `${holder.address}.${calledName(call)}`,
    'identity',
    span,
  )
}

function policyOf(
  statements: readonly Value[],
  holder: Holder,
  anchor: string,
  role: 'identity' | 'resource',
  span: Value['span'],
): AnyNode[] {
  return policyNode(documentValue(statements, span), { anchor, role, holders: [holder] })
}

const joined = (conditions: readonly Value[]): Value | undefined =>
  conditions.length > 1 ? listValue(conditions, conditions[0]!.span) : conditions[0]

/** `table.grant(role, 'dynamodb:*')` */
function valueOfActions(given: readonly Expression[], program: Program): Value[] {
  return given.map((one) => valueOfExpression(one, program))
}

/** The ARN of a construct, by its name in AWS where that is written. */
function arnOf(service: GrantingService, made: Call | undefined, call: Call, program: Program): Value {
  const { nameSpan: span } = call
  const kind = made ? calledName(made) : ''
  const name = made && option(made, program, `${kind[0]?.toLowerCase()}${kind.slice(1)}Name`)
  const known = name?.kind === 'string' ? name.text.value : UNKNOWN
  const [region, account] = service.service === 'iam' ? ['', UNKNOWN] : [UNKNOWN, UNKNOWN]
  const arn =
    service.resource === '*'
      ? `arn:${UNKNOWN}:s3:::${known}/*`
      : `arn:${UNKNOWN}:${service.service}:${region}:${account}:${service.resource}${known}`
  return { kind: 'string', text: derivedText(arn, span), span }
}

/** `Grant.addToPrincipal({ grantee, actions, resourceArns })` */
function staticGrant(call: Call, program: Program): AnyNode[] {
  const options = call.arguments.map((one) => resolved(one, program)).find((one) => one.kind === 'object')
  const grantee = property(options, 'grantee')
  const actions = optionValue(call, program, 'actions')
  if (!grantee || !actions) return []
  const resources = optionValue(call, program, 'resourceArns') ?? stringValue('*', call.nameSpan)
  return granted(call, program, { grantee, actions: [actions], resources: [resources] })
}

/** `fn.addPermission('Id', { principal, action, sourceArn })` adds a statement to the function's policy. */
function permission(call: Call, program: Program): AnyNode[] {
  const principal = option(call, program, 'principal')
  if (!principal) return []
  const { nameSpan: span } = call
  const made = constructBehind(call, program)
  const holder = holderOf(made, call.path.at(-2) ?? '', span, 'resource', program)
  const condition = (operator: string, key: string, name: string): Value[] => {
    const value = optionValue(call, program, name)
    return value ? [mapValue({ [operator]: mapValue({ [key]: value }, span) }, span)] : []
  }
  const statements = cdkPrincipals(principal, program).map((one) =>
    mapValue(
      {
        Effect: stringValue('Allow', span),
        Action: optionValue(call, program, 'action') ?? stringValue('lambda:InvokeFunction', span),
        Resource: stringValue(`arn:${UNKNOWN}:lambda:${UNKNOWN}:${UNKNOWN}:function:${UNKNOWN}`, span),
        Principal: one.principal,
        Condition: joined([
          ...one.conditions,
          ...condition('ArnLike', 'aws:SourceArn', 'sourceArn'),
          ...condition('StringEquals', 'aws:SourceAccount', 'sourceAccount'),
          ...condition('StringEquals', 'aws:PrincipalOrgID', 'organizationId'),
        ]),
      },
      span,
    ),
  )
  return policyOf(statements, { ...holder, service: 'lambda' }, `${holder.address}.addPermission`, 'resource', span)
}
