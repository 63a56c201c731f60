import type { AnyNode } from '../core/node.ts'
import { declaredHolder, holdersNamed, isIdentity } from './holders.ts'
import { argumentsAt, type Declared, type Links } from './resource.ts'

/** Users, roles, groups and permission sets, with the groups that users belong to. */
export function identityNodes(links: Links): AnyNode[] {
  const groups = memberships(links)
  const bounded = withBoundary(links)
  return links.resources.filter(isIdentity).map((resource) => ({
    kind: 'identity',
    span: resource.header,
    anchor: resource.address,
    holder: declaredHolder(resource),
    groups: groups.get(resource.address) ?? [],
    hasBoundary: bounded.has(resource.address),
    arguments: resource.arguments,
  }))
}

/** The groups of each user, by the addresses of both. */
function memberships(links: Links): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const resource of links.resources) {
    for (const { users, groups: into } of resource.mode === 'data' ? [] : (resource.row?.memberships ?? [])) {
      const members = users === 'itself' ? [resource.address] : addressesAt(resource, users, 'user', links)
      for (const user of members) {
        groups.set(user, [...(groups.get(user) ?? []), ...addressesAt(resource, into, 'group', links)])
      }
    }
  }
  return groups
}

function addressesAt(
  resource: Declared,
  path: Parameters<typeof argumentsAt>[1],
  kind: 'user' | 'group',
  links: Links,
): string[] {
  return argumentsAt(resource, path).flatMap(({ value }) =>
    holdersNamed(value, kind, links).map((holder) => holder.address),
  )
}

/** Who has a boundary, whatever it is. */
function withBoundary(links: Links): Set<string> {
  const found = new Set<string>()
  for (const resource of links.resources) {
    for (const site of resource.mode === 'data' ? [] : (resource.row?.attachments ?? [])) {
      const { boundary, holders, policies } = site
      if (!boundary || policies === 'itself') continue
      if (holders !== 'itself') {
        const named = argumentsAt(resource, holders.at).flatMap(({ value }) => holdersNamed(value, holders.kind, links))
        for (const { address } of named) found.add(address)
      } else if (policies.some((path) => argumentsAt(resource, path).length > 0)) found.add(resource.address)
    }
  }
  return found
}
