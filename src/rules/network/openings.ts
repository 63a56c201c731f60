import { canonicalType } from '../../aws/resources/canonical.ts'
import { holdInternet } from '../../core/address-blocks.ts'
import type { ResourceNode } from '../../core/node.ts'
import type { Span } from '../../core/source.ts'
import type { Value } from '../../core/value.ts'
import { numberOf, partOf, switchOf, valueAt, valuesAt, wordOf, wordsOf } from '../../extract/arguments.ts'

/** Traffic that a firewall rule lets through. */
export interface Opening {
  readonly span: Span
  readonly blocks: readonly string[]
  /** First and last port; undefined for every port of every protocol. */
  readonly ports: readonly [number, number] | undefined
  readonly protocol: string
  /** It is of a network ACL, which lets through only what a security group lets through, too. */
  readonly acl: boolean
}

export const OPENING_TYPES = [
  'aws_security_group',
  'aws_default_security_group',
  'aws_security_group_rule',
  'aws_vpc_security_group_ingress_rule',
  'aws_vpc_security_group_egress_rule',
  'aws_network_acl',
  'aws_default_network_acl',
  'aws_network_acl_rule',
  'aws_db_security_group',
  'aws_redshift_security_group',
  // Of CloudFormation only.
  'aws_rds_db_security_group_ingress',
  'aws_redshift_cluster_security_group_ingress',
  'aws_eks_node_group',
] as const

export type Direction = 'ingress' | 'egress'

/** What a resource lets in or out, and what it may: values that are not known. */
export function openingsOf(resource: ResourceNode, direction: Direction): Openings {
  const all = allOf(resource, direction)
  return { openings: all.filter((one): one is Opening => !isValue(one)), unknown: all.filter(isValue) }
}

export interface Openings {
  readonly openings: readonly Opening[]
  readonly unknown: readonly Value[]
}

function allOf(resource: ResourceNode, direction: Direction): (Opening | Value)[] {
  const type = canonicalType(resource.type)
  switch (type) {
    case 'aws_security_group':
    case 'aws_default_security_group':
      return blocksAt(resource, [`${direction}[]`, `security_group_${direction}[]`]).flatMap((block) =>
        rule(block, false),
      )
    case 'aws_security_group_rule':
      return wordOf(valueAt(resource, 'type')) === direction ? rule(resource.arguments, false, resource.span) : []
    case 'aws_vpc_security_group_ingress_rule':
    case 'aws_vpc_security_group_egress_rule':
      return type.includes(direction) ? rule(resource.arguments, false, resource.span) : []
    case 'aws_network_acl':
    case 'aws_default_network_acl':
      return blocksAt(resource, `${direction}[]`).flatMap((block) => allowed(block, 'action', block.span))
    case 'aws_network_acl_rule': {
      const egress = switchOf(valueAt(resource, 'egress')) ?? false
      return egress === (direction === 'egress') ? allowed(resource.arguments, 'rule_action', resource.span) : []
    }
    case 'aws_eks_node_group':
      return direction === 'ingress' ? nodeGroup(resource) : []
    default:
      return direction === 'ingress' ? classic(resource) : []
  }
}

function blocksAt(resource: ResourceNode, path: string | readonly [string, string]): Value[] {
  return valuesAt(resource, path).flatMap(({ value }) => mapsIn(value))
}

/** Maps, and what may be one. */
function mapsIn(value: Value | undefined): Value[] {
  if (value?.kind === 'map') return [value]
  if (value?.kind === 'list') return value.items.flatMap(mapsIn)
  return value?.kind === 'unknown' ? (value.maybe?.length ? value.maybe.flatMap(mapsIn) : [value]) : []
}

function allowed(block: Value, action: string, span: Span): (Opening | Value)[] {
  return wordOf(partOf(block, action))?.toLowerCase() === 'allow' ? rule(block, true, span) : []
}

const BLOCKS = ['cidr_blocks', 'ipv6_cidr_blocks', 'cidr_block', 'ipv6_cidr_block', 'cidr_ip', 'cidr_ipv4', 'cidr_ipv6']

function rule(block: Value, acl: boolean, span: Span = block.span): (Opening | Value)[] {
  if (block.kind === 'unknown') return [block]
  const written = BLOCKS.map((name) => partOf(block, name)).filter((value) => value !== undefined)
  const blocks = [...new Set(written.flatMap((value) => wordsOf(value).known))]
  const open = written.find((value) => wordsOf(value).open)
  if (blocks.length === 0) return open ? [open] : []
  const named = partOf(block, 'protocol') ?? partOf(block, 'ip_protocol')
  const protocol = wordOf(named)?.toLowerCase()
  if (protocol === undefined) return named && internetBlocks(blocks).length > 0 ? [named] : []
  const ports = portsOf(block, protocol)
  if (ports === 'none') return []
  if (isValue(ports)) return internetBlocks(blocks).length > 0 ? [ports] : []
  const opening = { span, blocks, ports, protocol: NUMBERS[protocol] ?? protocol, acl }
  return open && internetBlocks(blocks).length === 0 ? [opening, open] : [opening]
}

const isValue = (given: Opening | readonly [number, number] | undefined | Value): given is Value =>
  given !== undefined && 'kind' in given

/** Protocols by name and number, as IANA has them. */
const NUMBERS: Readonly<Record<string, string>> = { 6: 'tcp', 17: 'udp' }
const ALL = new Set(['-1', 'all'])
const WITH_PORTS = new Set(['tcp', '6', 'udp', '17'])

/** First and last; undefined for all of every protocol; the value that is not known; of protocols without ports, none. */
function portsOf(block: Value, protocol: string): readonly [number, number] | undefined | 'none' | Value {
  if (ALL.has(protocol)) return undefined
  if (!WITH_PORTS.has(protocol)) return 'none'
  const range = partOf(block, 'port_range')
  const [from, to] = range
    ? [partOf(range, 'from'), partOf(range, 'to')]
    : [partOf(block, 'from_port'), partOf(block, 'to_port')]
  if (from === undefined && to === undefined) return [0, 65_535]
  const [first, last] = [numberOf(from), numberOf(to)]
  if (first === undefined || last === undefined) return (first === undefined ? from : to) ?? 'none'
  return first === -1 || last === -1 ? [0, 65_535] : [first, last]
}

/** Groups of before VPCs, and of databases: addresses for the one port there is. */
function classic(resource: ResourceNode): Opening[] {
  const path = ['ingress[].cidr', 'db_security_group_ingress[].cidr_ip'] as const
  return [...valuesAt(resource, path), ...valuesAt(resource, [undefined, 'cidr_ip'])].flatMap(({ value, span }) => {
    const blocks = wordsOf(value).known
    return blocks.length === 0 ? [] : [{ span, blocks, ports: [0, 65_535] as const, protocol: 'tcp', acl: false }]
  })
}

/** With a key for SSH and no security groups that may use it, EKS opens port 22 to everybody. */
function nodeGroup(group: ResourceNode): Opening[] {
  const key = valueAt(group, ['remote_access.ec2_ssh_key', 'remote_access.ec2_ssh_key'])
  const sources = valueAt(group, ['remote_access.source_security_group_ids', 'remote_access.source_security_groups'])
  if (!key || (sources && !(sources.kind === 'list' && sources.items.length === 0))) return []
  return [{ span: key.span, blocks: ['0.0.0.0/0'], ports: [22, 22], protocol: 'tcp', acl: false }]
}

/** The address blocks of an opening that stand for the internet: more than half of it together, or a huge one. */
export function internetBlocks(blocks: readonly string[]): readonly string[] {
  const huge = blocks.filter(
    (block) => /^(?!10\.)[\d.]+\/[0-7]$/.test(block) || /^[\da-f:]+\/(?:[0-9]|1[0-6])$/i.test(block),
  )
  const wide = huge.filter((block) => holdInternet([block]))
  if (wide.length > 0) return wide
  if (holdInternet(blocks)) return blocks
  return huge
}
