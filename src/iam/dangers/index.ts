import { type Bits, emptyBits, setBit } from '../../aws/actions/bits.ts'
import { ACTION_COUNT, actionId } from '../../aws/actions/catalogue.ts'
import { lazy } from '../../core/lazy.ts'
import type { Permissions } from '../grants.ts'
import type { Principal } from '../principals.ts'
import { fullAdmin } from './full-admin.ts'
import { DANGERS } from './listing.ts'
import { nearAdmin } from './near-admin.ts'
import { serviceWildcard } from './service-wildcard.ts'

export { DANGERS }

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
