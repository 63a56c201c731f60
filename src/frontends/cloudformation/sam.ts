import { type Path, stepsOf } from '../../aws/resources/index.ts'
import type { AnyNode } from '../../core/node.ts'
import type { Holder } from '../../core/policy.ts'
import { type Entry, member, type Value } from '../../core/value.ts'
import { attachedTo, attachmentNodes } from '../../extract/attachments.ts'
import { attachmentNode, itemsOf, leavesIn, policyNode, policyNodeOf, settingsOfMap } from '../../extract/nodes.ts'
import { principalNodes } from '../../extract/principals.ts'
import { argumentAt } from '../../extract/resource.ts'
import { samPolicyTemplate } from './sam-policies.ts'
import { type Made, type Unit, valueOrigins } from './unit.ts'

/** The role of a function or state machine that names none, with its policies. */
export function samNodes(made: Made, unit: Unit): AnyNode[] {
  const { resource, known } = made
  const own = made.row?.ownRole
  if (!own || written(made, own.instead)) return []
  const holder: Holder = { kind: 'role', address: `${resource.id}Role`, span: resource.idSpan }
  const boundary = { policies: [own.boundary], holders: 'itself', boundary: true } as const
  return [
    ...principalNodes({
      holder,
      trust: argumentAt(made, own.trust),
      hasBoundary: argumentAt(made, own.boundary) !== undefined,
      arguments: known ?? { kind: 'null', span: resource.span },
    }),
    ...attachmentNodes(attachedTo(holder, made, boundary, unit.links)),
    ...itemsOf(written(made, own.policies)).flatMap((policy, index) => policyOf(policy, made, holder, unit, index)),
  ]
}

/** A property as it is written, before it is evaluated. */
function written({ properties, spelling }: Made, path: Path): Value | undefined {
  const [name = ''] = stepsOf(path, spelling) ?? []
  return member(properties, name)
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
