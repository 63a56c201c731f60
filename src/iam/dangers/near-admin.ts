import { type Admin, adminsIn, isSure } from '../admin.ts'
import { type Danger, defineDanger } from './danger.ts'

/** Nearly every action on every resource. */
export const nearAdmin: Danger<Admin> = defineDanger({
  id: 'near-admin',
  order: 20,
  example: [{ NotAction: 'iam:*' }],
  outranksTheRest: true,
  find: (permissions) => adminsIn(permissions, 'near'),
  newlyPermitted: (found) => (isSure(found) ? ['near-admin'] : []),
  words: () => 'now nearly an administrator',
  weigh: (told) => told.length * 300,
  managed: (found) => (isSure(found) ? ['near-admin'] : []),
})
