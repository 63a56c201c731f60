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
] as const

export type Direction = 'ingress' | 'egress'

/** What a resource lets in or out; rules whose ports or addresses are not known are left out. */
export function openingsOf(resource: ResourceNode, direction: Direction): Opening[] {
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
    default:
      return direction === 'ingress' ? classic(resource) : []
  }
}

function blocksAt(resource: ResourceNode, path: string | readonly [string, string]): Value[] {
  return valuesAt(resource, path).flatMap(({ value }) => mapsIn(value))
}

function mapsIn(value: Value | undefined): Value[] {
  if (value?.kind === 'map') return [value]
  if (value?.kind === 'list') return value.items.flatMap(mapsIn)
  return value?.kind === 'unknown' ? (value.maybe ?? []).flatMap(mapsIn) : []
}

function allowed(block: Value, action: string, span: Span): Opening[] {
  return wordOf(partOf(block, action))?.toLowerCase() === 'allow' ? rule(block, true, span) : []
}

const BLOCKS = ['cidr_blocks', 'ipv6_cidr_blocks', 'cidr_block', 'ipv6_cidr_block', 'cidr_ip', 'cidr_ipv4', 'cidr_ipv6']

function rule(block: Value, acl: boolean, span: Span = block.span): Opening[] {
  const blocks = [...new Set(BLOCKS.flatMap((name) => wordsOf(partOf(block, name)).known))]
  if (blocks.length === 0) return []
  const protocol = wordOf(partOf(block, 'protocol') ?? partOf(block, 'ip_protocol'))?.toLowerCase()
  if (protocol === undefined) return []
  const ports = portsOf(block, protocol)
  return ports === 'not known' ? [] : [{ span, blocks, ports, protocol: NUMBERS[protocol] ?? protocol, acl }]
}

/** Protocols by name and number, as IANA has them. */
const NUMBERS: Readonly<Record<string, string>> = { 6: 'tcp', 17: 'udp' }
const ALL = new Set(['-1', 'all'])
const WITH_PORTS = new Set(['tcp', '6', 'udp', '17'])

function portsOf(block: Value, protocol: string): readonly [number, number] | undefined | 'not known' {
  if (ALL.has(protocol)) return undefined
  if (!WITH_PORTS.has(protocol)) return 'not known'
  const range = partOf(block, 'port_range')
  const [from, to] = range
    ? [partOf(range, 'from'), partOf(range, 'to')]
    : [partOf(block, 'from_port'), partOf(block, 'to_port')]
  if (from === undefined && to === undefined) return [0, 65_535]
  const [first, last] = [numberOf(from), numberOf(to)]
  if (first === undefined || last === undefined) return 'not known'
  return first === -1 || last === -1 ? [0, 65_535] : [first, last]
}

/** Groups of before VPCs, and of databases: addresses for the one port there is. */
function classic(resource: ResourceNode): Opening[] {
  const path = ['ingress[].cidr', 'db_security_group_ingress[].cidr_ip'] as const
  return valuesAt(resource, path).flatMap(({ value, span }) => {
    const blocks = wordsOf(value).known
    return blocks.length === 0 ? [] : [{ span, blocks, ports: [0, 65_535] as const, protocol: 'tcp', acl: false }]
  })
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
