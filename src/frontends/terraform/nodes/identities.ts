import type { AnyNode } from '../../../core/node.ts'
import type { UnitResource } from '../unit.ts'
import { memberOf } from '../value.ts'
import { holdersNamed, IDENTITY_TYPES, identityHolder, type Links } from './links.ts'

/** Users, roles, groups and permission sets, with the groups that users belong to. */
export function identityNodes(links: Links): AnyNode[] {
  const groups = memberships(links)
  const bounded = boundedSets(links)
  return links.resources.flatMap((resource): AnyNode[] => {
    if (resource.mode === 'data' || !IDENTITY_TYPES.has(resource.type)) return []
    return [
      {
        kind: 'identity',
        span: resource.header,
        anchor: resource.address,
        holder: identityHolder(resource),
        groups: groups.get(resource.address) ?? [],
        hasBoundary:
          memberOf(resource.arguments, 'permissions_boundary') !== undefined || bounded.has(resource.address),
        arguments: resource.arguments,
      },
    ]
  })
}

/** The groups of each user, by the addresses of both. */
function memberships(links: Links): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  const add = (user: string, group: string): void => {
    const known = groups.get(user)
    if (known) known.push(group)
    else groups.set(user, [group])
  }
  for (const resource of links.resources) {
    const [users, into] = MEMBERSHIPS.get(resource.type) ?? []
    if (!users || !into || resource.mode === 'data') continue
    for (const user of named(resource, users, 'user', links)) {
      for (const group of named(resource, into, 'group', links)) add(user, group)
    }
  }
  return groups
}

const MEMBERSHIPS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['aws_iam_user_group_membership', ['user', 'groups']],
  ['aws_iam_group_membership', ['users', 'group']],
])

function named(resource: UnitResource, argument: string, kind: 'user' | 'group', links: Links): string[] {
  return holdersNamed(memberOf(resource.arguments, argument), kind, links).map((holder) => holder.address)
}

function boundedSets(links: Links): Set<string> {
  const found = new Set<string>()
  for (const resource of links.resources) {
    if (resource.type !== 'aws_ssoadmin_permissions_boundary_attachment') continue
    const sets = holdersNamed(memberOf(resource.arguments, 'permission_set_arn'), 'permission-set', links)
    for (const holder of sets) found.add(holder.address)
  }
  return found
}
