import type { AnyNode } from '../core/node.ts'
import { declaredHolder, holdersNamed, isIdentity } from './holders.ts'
import { argumentsAt, type Declared, type Links } from './resource.ts'

/** Users, roles, groups and permission sets, with the groups that users belong to. */
export function identityNodes(links: Links): AnyNode[] {
  const groups = memberships(links)
  const bounded = boundedFromOutside(links)
  return links.resources.filter(isIdentity).map((resource) => ({
    kind: 'identity',
    span: resource.header,
    anchor: resource.address,
    holder: declaredHolder(resource),
    groups: groups.get(resource.address) ?? [],
    hasBoundary: hasOwnBoundary(resource) || bounded.has(resource.address),
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
    holdersNamed(value, kind, resource, links).map((holder) => holder.address),
  )
}

function hasOwnBoundary(resource: Declared): boolean {
  return (resource.row?.attachments ?? []).some(
    ({ boundary, policies }) =>
      boundary && policies !== 'itself' && policies.some((path) => argumentsAt(resource, path).length > 0),
  )
}

/** Who is given a boundary by a resource of its own. */
function boundedFromOutside(links: Links): Set<string> {
  const found = new Set<string>()
  for (const resource of links.resources) {
    for (const { boundary, holders } of resource.mode === 'data' ? [] : (resource.row?.attachments ?? [])) {
      if (!boundary || holders === 'itself') continue
      const named = argumentsAt(resource, holders.at).flatMap(({ value }) =>
        holdersNamed(value, holders.kind, resource, links),
      )
      for (const { address } of named) found.add(address)
    }
  }
  return found
}
