import { type Admin, adminsIn, isSure } from '../admin.ts'
import { type Danger, defineDanger } from './danger.ts'

/** Every action on every resource. */
export const fullAdmin: Danger<Admin> = defineDanger({
  id: 'full-admin',
  order: 10,
  example: [{ Action: '*' }],
  outranksTheRest: true,
  find: (permissions) => adminsIn(permissions, 'full'),
  // Whoever was one was nearly one as well.
  newlyPermitted: (found) => (isSure(found) ? ['full-admin', 'near-admin'] : []),
  words: () => 'now an administrator',
  weigh: (told) => told.length * 400,
  managed: (found) => (isSure(found) ? ['full-admin'] : []),
})
