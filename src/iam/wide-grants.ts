import { type ActionGrant, grantsOf, isOpenAllowEntry, type Permissions } from './grants.ts'

/** The grants of an action that reach every resource there is, under no condition that narrows them; the widest one. */
export function wideGrant(permissions: Permissions, action: string): ActionGrant[] {
  return grantsOf(permissions, action)
    .filter((grant) => isOpenAllowEntry(grant.allowEntry) && (grant.reach === 'star' || grant.reach === 'wide'))
    .slice(0, 1)
}
