import { count } from '../../aws/actions/bits.ts'
import type { Statement } from '../../core/policy.ts'
import type { Permissions } from '../grants.ts'
import { statementActions } from '../match.ts'
import { listed, number, quote } from '../messages.ts'
import { type Danger, defineDanger } from './danger.ts'
import { serviceWildcard } from './service-wildcard.ts'

/** Allow statements that grant whatever they do not name. */
export const notAction: Danger<Statement> = defineDanger({
  id: 'not-action',
  order: 90,
  example: [{ NotAction: ['s3:*', 'iam:*'], Resource: 'arn:aws:s3:::reports/*' }],
  find: (permissions) => grantingStatements(permissions).filter(({ notActions }) => notActions.length > 0),
  // Said at the same place already, and worse.
  untold: (found, _, others) =>
    others.told(serviceWildcard).some(({ allowEntry }) => allowEntry.statement.notActions.length > 0) ? [] : found,
  rule: {
    title: 'Allow with NotAction grants whatever it does not name',
    severity: 'medium',
    description:
      'Allow with NotAction grants every other action, those of services that AWS has not launched yet included. It is meant for Deny.',
    remediation: 'List the actions that are used in Action, or turn the statement into a Deny.',
    cwe: ['CWE-250'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html'],
    hits: (told, { unit }) =>
      told.map((statement) => ({
        span: statement.notActions[0]!.span,
        message: `Allow with NotAction grants ${number(count(statementActions(statement, unit)))} actions: everything but ${listed(statement.notActions.map(quote), 3)}.`,
        element: 'NotAction',
      })),
  },
})

/** Statements of which something is left after every Deny. */
export function grantingStatements({ allowEntries }: Permissions): Statement[] {
  return [...new Set(allowEntries.map(({ statement }) => statement))]
}
