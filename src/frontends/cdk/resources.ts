import type { AnyNode, ResourceNode } from '../../core/node.ts'
import { literalText } from '../../core/text.ts'
import type { Value } from '../../core/value.ts'
import {
  type Call,
  calledName,
  type Expression,
  option,
  type Program,
  resolved,
} from '../../languages/programs/expression.ts'
import { mapValue, optionValue, stringValue, valueOfExpression } from '../../languages/programs/program-value.ts'
import { templateNodes } from '../cloudformation/nodes.ts'
import { madeResources } from './made-resources.ts'

/**
 * What constructs of a higher level open (security groups, function URLs), and those of the table as the resources that they make.
 * Classes that are a type of CloudFormation are read by `template-classes.ts`.
 */
export function resourceNodes(call: Call, address: string, program: Program): AnyNode[] {
  const name = calledName(call)
  if (/^add(?:Ingress|Egress)Rule$/.test(camel(name))) return opening(call, address, program)
  if (/^allow(?:Default)?(?:Port)?FromAnyIpv4$/.test(camel(name))) return openToAll(call, address, program)
  const open = openDoor(call, address, program)
  if (open) return [open]
  if (name === 'CfnResource') return cloudFormationNodes(call, address, program)
  return madeResources(call, address, program)
}

/** What a construct of a higher level opens to everyone, as the argument of a resource that does so. */
function openDoor(call: Call, address: string, program: Program): ResourceNode | undefined {
  const constant = (name: string): string => {
    const given = option(call, program, name)
    return given?.kind === 'path' ? (given.path.at(-1) ?? '') : ''
  }
  const { nameSpan: span } = call
  const made = (type: string, key: string, value: string): ResourceNode =>
    nodeOf(call, address, type, mapValue({ [key]: stringValue(value, span) }, span))
  if (camel(calledName(call)) === 'addFunctionUrl' && constant('authType') === 'NONE')
    return made('aws_lambda_function_url', 'authorization_type', 'NONE')
  return undefined
}

/** `new CfnResource(this, 'Id', { type: 'AWS::IAM::Role', properties: {…} })`: a piece of a template. */
function cloudFormationNodes(call: Call, address: string, program: Program): AnyNode[] {
  const [Type, Properties] = ['type', 'properties'].map((name) => optionValue(call, program, name))
  const { span } = call
  const template = mapValue({ Resources: mapValue({ [address]: mapValue({ Type, Properties }, span) }, span) }, span)
  return templateNodes(template, literalText('', span))?.nodes ?? []
}

function camel(name: string): string {
  return name.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase())
}

function nodeOf(call: Call, address: string, type: string, given: Value): ResourceNode {
  return { kind: 'resource', span: call.nameSpan, anchor: address, type, name: address, arguments: given }
}

/** `group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22))` */
function opening(call: Call, address: string, program: Program): AnyNode[] {
  const [peer, port] = call.arguments
  const block = peer && blockOf(resolved(peer, program), program)
  const ports = port && portsOf(resolved(port, program), program)
  if (block === undefined || !ports) return []
  const type = camel(calledName(call)) === 'addIngressRule' ? 'Ingress' : 'Egress'
  return [ruleOf(call, address, type, block, ports)]
}

function openToAll(call: Call, address: string, program: Program): AnyNode[] {
  const port = call.arguments[0]
  const ports = port && portsOf(resolved(port, program), program)
  return ports ? [ruleOf(call, address, 'Ingress', '0.0.0.0/0', ports)] : []
}

interface Ports {
  readonly protocol: string
  readonly from?: string
  readonly to?: string
}

function ruleOf(call: Call, address: string, type: string, block: string, { protocol, from, to }: Ports): ResourceNode {
  const { nameSpan: span } = call
  const written = (text: string | undefined) => (text === undefined ? undefined : stringValue(text, span))
  const given = mapValue(
    { ip_protocol: written(protocol), from_port: written(from), to_port: written(to), cidr_ip: written(block) },
    span,
  )
  return nodeOf(call, address, `AWS::EC2::SecurityGroup${type}`, given)
}

function blockOf(peer: Expression, program: Program): string | undefined {
  if (peer.kind !== 'call') return undefined
  const name = camel(calledName(peer))
  if (name === 'anyIpv4') return '0.0.0.0/0'
  if (name === 'anyIpv6') return '::/0'
  const given = /^ipv[46]$/.test(name) && peer.arguments[0] && valueOfExpression(peer.arguments[0], program)
  return given && given.kind === 'string' ? given.text.value : undefined
}

function portsOf(port: Expression, program: Program): Ports | undefined {
  if (port.kind !== 'call') return undefined
  const name = camel(calledName(port))
  if (name === 'allTraffic') return { protocol: '-1' }
  if (name === 'allTcp') return { protocol: 'tcp', from: '0', to: '65535' }
  const numbers = port.arguments.map((one) => valueOfExpression(one, program))
  const [from, to = from] = numbers.map((one) => (one.kind === 'number' ? String(one.value) : undefined))
  if (!/^(?:tcp|udp)(?:Range)?$/.test(name) || from === undefined || to === undefined) return undefined
  return { protocol: name.slice(0, 3), from, to }
}
