import type { Statement } from '../../core/policy.ts'
import type { Permissions } from '../grants.ts'
import { type Danger, defineDanger } from './danger.ts'
import { serviceWildcard } from './service-wildcard.ts'

/** Allow statements that grant whatever they do not name. */
export const notAction: Danger<Statement> = defineDanger({
  id: 'not-action',
  example: [{ NotAction: ['s3:*', 'iam:*'], Resource: 'arn:aws:s3:::reports/*' }],
  find: (permissions) => grantingStatements(permissions).filter(({ notActions }) => notActions.length > 0),
  // Said at the same place already, and worse.
  untold: (found, _, others) =>
    others.told(serviceWildcard).some(({ allowEntry }) => allowEntry.statement.notActions.length > 0) ? [] : found,
})

/** Statements of which something is left after every Deny. */
export function grantingStatements({ allowEntries }: Permissions): Statement[] {
  return [...new Set(allowEntries.map(({ statement }) => statement))]
}
