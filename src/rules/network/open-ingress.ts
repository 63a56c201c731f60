import type { Severity } from '../../core/finding.ts'
import type { ResourceNode } from '../../core/node.ts'
import { defineRule, type Hit, type RuleContext } from '../../core/rule.ts'
import { switchOf, valueAt } from '../../extract/arguments.ts'
import { ofType, refersTo } from '../../extract/resource-index.ts'
import { undecided } from '../undecided.ts'
import { internetBlocks, OPENING_TYPES, type Opening, openingsOf } from './openings.ts'

/** Ports by which machines are administered. */
const ADMINISTRATION: readonly (readonly [number, string])[] = [
  [22, 'SSH'],
  [23, 'Telnet'],
  [3389, 'RDP'],
  [5900, 'VNC'],
  [5985, 'WinRM'],
  [5986, 'WinRM'],
  [2375, 'Docker'],
  [2376, 'Docker'],
]

/** Ports of services that are not made to face the internet. */
const SERVICES: readonly (readonly [number, string])[] = [
  [20, 'FTP'],
  [21, 'FTP'],
  [445, 'SMB'],
  [135, 'RPC'],
  [1433, 'SQL Server'],
  [1521, 'Oracle'],
  [2049, 'NFS'],
  [3306, 'MySQL'],
  [5432, 'PostgreSQL'],
  [5439, 'Redshift'],
  [6379, 'Redis'],
  [9092, 'Kafka'],
  [9200, 'Elasticsearch'],
  [11_211, 'memcached'],
  [27_017, 'MongoDB'],
]

export default defineRule({
  meta: {
    id: 'network/open-ingress',
    title: 'Port is open to the whole internet',
    severity: 'low',
    about: 'hygiene',
    domain: 'machines',
    practice: 'security groups: no 0.0.0.0/0 ingress but 80 and 443; egress narrowed',
    description:
      'Every address of the internet may connect. What listens there is found within minutes and tried around the clock; only a web server on 80 and 443 is meant for that.',
    remediation:
      'Name the addresses or the security group that need it. To administer machines, use Session Manager or EC2 Instance Connect Endpoint, which need no open port.',
    cwe: ['CWE-284', 'CWE-1327'],
    references: [
      'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html',
    ],
  },
  on: 'resource',
  types: OPENING_TYPES,
  *check(resource, context) {
    const seen = new Set<string>()
    const { openings, unknown } = openingsOf(resource, 'ingress')
    for (const value of unknown) {
      const found = { value, span: value.span, within: value }
      context.notify(undecided('network/open-ingress', resource, 'ingress', found))
    }
    for (const opening of merged(openings)) {
      const open = internetBlocks(opening.blocks)
      if (open.length === 0 || isForTheWeb(opening)) continue
      const element = `${opening.protocol} ${opening.ports?.join('-') ?? 'all'}`
      if (seen.has(element)) continue
      seen.add(element)
      yield hitOf(opening, open, element, resource, context)
    }
  },
})

function hitOf(
  opening: Opening,
  open: readonly string[],
  element: string,
  resource: ResourceNode,
  context: RuleContext,
): Hit {
  const administered = servicesIn(opening, ADMINISTRATION)
  const named = [...administered, ...servicesIn(opening, SERVICES)].slice(0, 4)
  const what = opening.ports
    ? `${opening.protocol.toUpperCase()} ${rangeOf(opening.ports)}`
    : 'Every port of every protocol'
  const among =
    named.length === 0
      ? ''
      : opening.ports?.[0] === opening.ports?.[1] && opening.ports
        ? ` (${named[0]})`
        : `, among them ${named.join(', ')},`
  const guard = opening.acl ? undefined : privateUsers(resource, context)
  const severity: Severity = guard || opening.acl ? 'note' : administered.length > 0 ? 'medium' : 'low'
  return {
    span: opening.span,
    message: `${what}${among} is open to ${open.slice(0, 3).join(' and ')}.${guard ? ` It weighs less, since ${guard}.` : ''}`,
    severity,
    element,
  }
}

/** Rules of one resource about the same ports add up: `0.0.0.0/1` and `128.0.0.0/1`. */
function merged(openings: readonly Opening[]): Opening[] {
  const byPorts = new Map<string, Opening>()
  for (const opening of openings) {
    const key = `${opening.protocol} ${opening.ports}`
    const known = byPorts.get(key)
    const both = known && internetBlocks(known.blocks).length === 0
    if (!known) byPorts.set(key, opening)
    else if (both) byPorts.set(key, { ...opening, blocks: [...known.blocks, ...opening.blocks] })
  }
  return [...byPorts.values()]
}

const isForTheWeb = ({ ports }: Opening): boolean =>
  ports?.[0] === ports?.[1] && (ports?.[0] === 80 || ports?.[0] === 443)

function servicesIn({ ports }: Opening, services: readonly (readonly [number, string])[]): string[] {
  const names = services.filter(([port]) => !ports || (ports[0] <= port && port <= ports[1])).map(([, name]) => name)
  return [...new Set(names)]
}

const rangeOf = ([first, last]: readonly [number, number]): string => (first === last ? `${first}` : `${first}-${last}`)

/** Why the opening reaches nothing from outside: all that use the group in sight have no public address. */
function privateUsers(group: ResourceNode, { unit }: RuleContext): string | undefined {
  const users = USERS.flatMap(([type, at]) =>
    ofType(unit, type)
      .filter((user) => {
        const groups = valueAt(user, at)
        return groups !== undefined && refersTo(groups, group)
      })
      .map((user) => ({ user, type })),
  )
  if (users.length === 0) return undefined
  const hidden = users.every(({ user, type }) => PRIVATE[type]?.(user) === true)
  return hidden ? `\`${users[0]!.user.anchor}\` has no public address` : undefined
}

const USERS: readonly (readonly [string, string])[] = [
  ['aws_instance', 'vpc_security_group_ids'],
  ['aws_lb', 'security_groups'],
  ['aws_db_instance', 'vpc_security_group_ids'],
  ['aws_launch_template', 'vpc_security_group_ids'],
]

const PRIVATE: Readonly<Record<string, (user: ResourceNode) => boolean | undefined>> = {
  aws_instance: (user) => switchOf(valueAt(user, 'associate_public_ip_address')) === false,
  aws_lb: (user) => switchOf(valueAt(user, 'internal')) === true || valueAt(user, 'scheme')?.kind === 'string',
  aws_db_instance: (user) => switchOf(valueAt(user, 'publicly_accessible')) !== true,
}
