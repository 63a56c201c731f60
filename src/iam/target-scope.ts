import { hasWildcard, intersects } from '../aws/wildcards.ts'
import { UNKNOWN } from '../core/text.ts'
import type { Target } from './escalation-paths.ts'
import type { ActionGrant } from './grants.ts'
import type { Principal } from './principals.ts'

/**
 * Which principals or policies of the account an IAM action reaches. `any`: all of its kind. `own`: the holder itself.
 * `pattern`: those whose name fits. `exact`: those that are named, be it by a name that is not known here.
 */
export type Scope = 'any' | 'own' | 'pattern' | 'exact' | 'unknown'

export function scopeOf(grant: ActionGrant, target: Target, holder?: Principal): Scope {
  const { pattern, resource } = grant.allowEntry
  if (grant.reach === 'unknown') return 'unknown'
  if (grant.reach === 'star' || grant.reach === 'wide') return 'any'
  // AWS's own policies cannot be changed, so whoever may change only them can change nothing.
  if (target === 'policy' && /^arn:[^:]*:iam::aws:/.test(pattern)) return 'exact'
  // Nor can a service-linked role, but by its service.
  if (target === 'role' && /:role\/aws-service-role\//.test(pattern)) return 'exact'
  if (target === 'user' && isOwnUser(resource?.value ?? '')) return 'own'
  const name = holder?.holder.name
  if (name !== undefined && holder?.holder.kind === target && reachesName(pattern, target, name)) return 'own'
  return isByPattern(pattern) ? 'pattern' : 'exact'
}

/** `…:user/${aws:username}`, with or without a path. */
function isOwnUser(resource: string): boolean {
  return /:user\//i.test(resource) && /\/\$\{aws:username\}$/i.test(resource)
}

/** Does the pattern reach the principal of this name, whatever its account and path? Unknown names are not taken for it. */
export function reachesName(pattern: string, kind: string, name: string): boolean {
  const resource = nameOf(pattern)
  if (name === '' || name.includes(UNKNOWN) || resource.includes(UNKNOWN)) return false
  if (hasWildcard(resource))
    return (
      intersects(resource, `${kind}/${name}`) || (mayHoldPath(resource) && intersects(resource, `${kind}/*/${name}`))
    )
  return exactName(pattern, kind) === name
}

/** `role/team/*` and `role/*-ci`, but not `role/web-*`, which begins the name and no path that anybody gave. */
const mayHoldPath = (resource: string): boolean => /^[^/]*\/(?:\*|[^/]*\/)/.test(resource)

/** The one name that the pattern reaches; undefined for one with wildcards, and for another kind of thing. */
export function exactName(pattern: string, kind: string): string | undefined {
  const resource = nameOf(pattern)
  if (hasWildcard(resource) || !resource.startsWith(`${kind}/`)) return undefined
  return resource.slice(resource.lastIndexOf('/') + 1)
}

/** Does the pattern name something with wildcards? */
export function isByPattern(pattern: string): boolean {
  return hasWildcard(nameOf(pattern))
}

/** `role/path/name` of an ARN; the whole of anything else. */
function nameOf(pattern: string): string {
  let at = -1
  for (let colons = 0; colons < 5; colons++) {
    at = pattern.indexOf(':', at + 1)
    if (at === -1) return pattern
  }
  return pattern.slice(at + 1)
}
