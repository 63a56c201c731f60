import { intersection, members, overlaps } from '../../aws/actions/bits.ts'
import { actionFacts, actionName, levelActions } from '../../aws/actions/catalogue.ts'
import { isReader } from '../actions.ts'
import { type ActionGrant, actionsReached, isOpenAllowEntry, type Permissions } from '../grants.ts'
import { wideGrant } from '../wide-grants.ts'
import { type Danger, defineDanger } from './danger.ts'

export const permissionsManagement: Danger<ActionGrant> = defineDanger({
  id: 'permissions-management',
  example: [{ Action: 's3:PutBucketPolicy' }],
  actions: () => [...members(levelActions('Permissions management'))].map(actionName),
  find: permissionsManagementIn,
  untold: (found, said) => found.filter(({ action, name }) => !said.actions.has(action) && !said.names.has(name)),
  say: (told, said) => said.name(told),
  newlyPermitted: (found) => (found.length > 0 ? ['permissions-management'] : []),
  words: () => 'now changes who may do what, everywhere',
  managed: (found) => (found.length > 0 ? ['permissions-management'] : []),
})

/** Actions of AWS's level "Permissions management" that could be narrowed, openly and on every resource. */
function permissionsManagementIn(permissions: Permissions): ActionGrant[] {
  const wide = actionsReached(permissions, 'wide', isOpenAllowEntry)
  const managing = levelActions('Permissions management')
  const found = overlaps(wide, managing) ? [...members(intersection(wide, managing))] : []
  return found
    .map(actionFacts)
    .filter(({ name, types }) => types.some((type) => type.required) && !isReader(name))
    .flatMap(({ name }) => wideGrant(permissions, name))
}
