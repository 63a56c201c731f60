import type { Statement } from '../../core/policy.ts'
import { type Danger, defineDanger } from './danger.ts'
import { grantingStatements } from './not-action.ts'

/** Allow statements that reach whatever they do not name. */
export const notResource: Danger<Statement> = defineDanger({
  id: 'not-resource',
  example: [{ Action: 's3:GetObject', NotResource: 'arn:aws:s3:::reports/*' }],
  find: (permissions) => grantingStatements(permissions).filter(({ notResources }) => notResources.length > 0),
})
