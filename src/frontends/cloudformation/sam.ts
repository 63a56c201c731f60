import type { AnyNode } from '../../core/node.ts'
import type { Holder } from '../../core/policy.ts'
import { type Entry, member, type Value } from '../../core/value.ts'
import { attachedTo, attachmentNodes } from '../../extract/attachments.ts'
import { attachmentNode, itemsOf, leavesIn, policyNode, policyNodeOf, settingsOfMap } from '../../extract/nodes.ts'
import { principalNodes } from '../../extract/principals.ts'
import { samPolicyTemplate } from './sam-policies.ts'
import { type Made, type Unit, valueOrigins } from './unit.ts'

/** What a role that is made for a function has of it, besides its policies. */
const BOUNDARY = { policies: ['permissions_boundary'], holders: 'itself', boundary: true } as const

const WITH_ROLE = new Set(['AWS::Serverless::Function', 'AWS::Serverless::StateMachine', 'AWS::Serverless::Connector'])

/**
 * SAM functions and state machines without a `Role` of their own get one, called after them, with the policies that
 * `Policies` lists: names and ARNs, documents, statements, and SAM's policy templates.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
 */
export function samNodes(made: Made, unit: Unit): AnyNode[] {
  const { resource, known } = made
  if (!WITH_ROLE.has(resource.type) || member(made.properties, 'Role')) return []
  const holder: Holder = { kind: 'role', address: `${resource.id}Role`, span: resource.idSpan }
  const boundary = member(known, 'PermissionsBoundary')
  return [
    ...principalNodes({
      holder,
      trust: member(known, 'AssumeRolePolicyDocument'),
      hasBoundary: boundary !== undefined && boundary.kind !== 'null',
      arguments: known ?? { kind: 'null', span: resource.span },
    }),
    ...attachmentNodes(attachedTo(holder, made, BOUNDARY, unit.links)),
    ...itemsOf(member(made.properties, 'Policies')).flatMap((policy, index) =>
      policyOf(policy, made, holder, unit, index),
    ),
  ]
}

function policyOf(written: Value, made: Made, holder: Holder, unit: Unit, index: number): AnyNode[] {
  const known = unit.evaluate(written)
  const anchor = `${holder.address}.Policies[${index}]`
  if (known.kind !== 'map') {
    return leavesIn(known).map((arn) => attachmentNode(arn, holder, { anchor, boundary: false }))
  }
  const site = {
    anchor,
    role: 'identity',
    holders: [holder],
    related: valueOrigins(known, made.resource, unit),
  } as const
  const given = member(known, 'PolicyDocument') ?? samPolicyTemplate(known) ?? known
  const document = policyNode(given, site)
  if (document.length > 0) return document
  // Another policy template: it grants something on the resource that its parameters name, but says so nowhere here.
  return [policyNodeOf({ role: 'identity', statements: [], incomplete: true }, known.span, site)]
}

/** `Globals`: what every function gets besides its own. */
export function globalSettings(unit: Unit): AnyNode[] {
  const globals = unit.template.globals && unit.evaluate(unit.template.globals)
  const variables = member(member(member(globals, 'Function'), 'Environment'), 'Variables')
  return settingsOfMap(variables, { place: 'lambda-environment', anchor: 'Globals.Function' })
}

/** Properties of a SAM resource with those of `Globals` that it leaves out. */
export function withGlobals(
  type: string,
  properties: Value | undefined,
  globals: Value | undefined,
): Value | undefined {
  const kind = /^AWS::Serverless::(Function|Api|HttpApi|StateMachine)$/.exec(type)?.[1]
  const given = kind === undefined ? undefined : member(globals, kind)
  if (given?.kind !== 'map') return properties
  const own = properties?.kind === 'map' ? properties.entries : []
  const missing = given.entries.filter((entry) => INHERITED.has(entry.key) && !own.some(({ key }) => key === entry.key))
  if (missing.length === 0) return properties
  return { kind: 'map', entries: [...missing, ...own] as Entry[], span: properties?.span ?? given.span }
}

/** Of what `Globals` may hold, what nodes are made of; environments are told once, for all. */
const INHERITED = new Set([
  'PermissionsBoundary',
  'AssumeRolePolicyDocument',
  'VpcConfig',
  'Auth',
  'Tracing',
  'KmsKeyArn',
])
