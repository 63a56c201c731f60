import { type Bits, emptyBits, setBit } from '../../aws/actions/bits.ts'
import { ACTION_COUNT, actionId } from '../../aws/actions/catalogue.ts'
import { lazy } from '../../core/lazy.ts'
import type { Permissions } from '../grants.ts'
import type { Principal } from '../principals.ts'
import { credentialsExposure } from './credentials-exposure.ts'
import type { Danger } from './danger.ts'
import { dataExfiltration } from './data-exfiltration.ts'
import { fullAdmin } from './full-admin.ts'
import { nearAdmin } from './near-admin.ts'
import { notAction } from './not-action.ts'
import { notResource } from './not-resource.ts'
import { passAnyRole } from './pass-any-role.ts'
import { permissionsManagement } from './permissions-management.ts'
import { privilegeEscalation } from './privilege-escalation.ts'
import { resourceWildcard } from './resource-wildcard.ts'
import { serviceWildcard } from './service-wildcard.ts'

/** Every danger there is, in the order in which they are told: what a graver one says, the lighter ones leave out. */
export const DANGERS: readonly Danger[] = [
  fullAdmin,
  nearAdmin,
  privilegeEscalation,
  serviceWildcard,
  dataExfiltration,
  credentialsExposure,
  passAnyRole,
  permissionsManagement,
  notAction,
  notResource,
  resourceWildcard,
]

/** All that holds of the permissions, by the words of `newlyPermitted`: so a narrowed grant shows none that its past did not have. */
export function categoriesOf(permissions: Permissions, holder?: Principal): string[] {
  return [...new Set(DANGERS.flatMap((danger) => danger.newlyPermitted?.(danger.find(permissions, holder)) ?? []))]
}

/** What holds now and did not: nothing of it is new to an administrator. */
export function newCategories(before: readonly string[], after: readonly string[]): string[] {
  if (before.includes(fullAdmin.id)) return []
  const fresh = after.filter((category) => !before.includes(category))
  // An administrator has all the rest: said once.
  if (fresh.includes(fullAdmin.id)) return [fullAdmin.id]
  return fresh.includes(nearAdmin.id) ? fresh.filter((category) => !category.startsWith(serviceWildcard.id)) : fresh
}

/** `now an administrator`: a category as people say it. */
export function categoryWords(category: string): string {
  const [, id = category, detail = ''] = /^(\S+) \((.*)\)$/.exec(category) ?? []
  return DANGERS.find((danger) => danger.id === id)?.words?.(detail) ?? `now ${category}`
}

/** Actions worth naming when they are new. */
export const notableActions = lazy((): Bits => {
  const bits = emptyBits(ACTION_COUNT)
  for (const action of DANGERS.flatMap((danger) => [...(danger.actions?.() ?? [])])) setBit(bits, actionId(action)!)
  return bits
})
