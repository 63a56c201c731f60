import { UNKNOWN } from '../core/text.ts'
import { hasWildcard, intersects, matches } from './glob.ts'
import type { Grant } from './grants.ts'
import type { Principal } from './principals.ts'

/**
 * Which principals or policies of the account an IAM action reaches. `any`: all of its kind. `own`: the holder itself.
 * `pattern`: those whose name fits. `exact`: those that are named, be it by a name that is not known here.
 */
export type Scope = 'any' | 'own' | 'pattern' | 'exact' | 'unknown'

export function scopeOf(grant: Grant, target: 'policy' | 'role' | 'user' | 'group', holder?: Principal): Scope {
  const { pattern, resource } = grant.atom
  if (grant.reach === 'unknown') return 'unknown'
  if (grant.reach === 'star' || grant.reach === 'wide') return 'any'
  // AWS's own policies cannot be changed, so whoever may change only them can change nothing.
  if (target === 'policy' && /^arn:[^:]*:iam::aws:/.test(pattern)) return 'exact'
  // Nor can a service-linked role, but by its service.
  if (target === 'role' && /:role\/aws-service-role\//.test(pattern)) return 'exact'
  if (target === 'user' && isOwnUser(resource?.value ?? '')) return 'own'
  const name = holder?.holder.name
  if (name !== undefined && holder?.holder.kind === target && reachesName(pattern, target, name)) return 'own'
  return hasWildcard(nameOf(pattern)) ? 'pattern' : 'exact'
}

/** `…:user/${aws:username}`, with or without a path. */
function isOwnUser(resource: string): boolean {
  return /:user\//i.test(resource) && /\/\$\{aws:username\}$/i.test(resource)
}

/** Does the pattern reach the principal of this name, whatever its account and path? Unknown names are not taken for it. */
export function reachesName(pattern: string, kind: string, name: string): boolean {
  if (name === '' || name.includes(UNKNOWN) || nameOf(pattern).includes(UNKNOWN)) return false
  const resource = nameOf(pattern)
  if (hasWildcard(resource)) return intersects(resource, `${kind}/${name}`) || intersects(resource, `${kind}/*/${name}`)
  return resource.startsWith(`${kind}/`) && matches(resource.slice(resource.lastIndexOf('/') + 1), name)
}

/** `role/path/name` of an ARN; the whole of anything else. */
function nameOf(pattern: string): string {
  const parts = pattern.split(':')
  return parts.length >= 6 ? parts.slice(5).join(':') : pattern
}
