import type { Statement } from '../../core/policy.ts'
import { listed, quote } from '../messages.ts'
import { type Danger, defineDanger } from './danger.ts'
import { grantingStatements } from './not-action.ts'

/** Allow statements that reach whatever they do not name. */
export const notResource: Danger<Statement> = defineDanger({
  id: 'not-resource',
  order: 100,
  example: [{ Action: 's3:GetObject', NotResource: 'arn:aws:s3:::reports/*' }],
  find: (permissions) => grantingStatements(permissions).filter(({ notResources }) => notResources.length > 0),
  rule: {
    title: 'Allow with NotResource reaches whatever it does not name',
    severity: 'medium',
    description:
      'Allow with NotResource grants the actions on every other resource, those of other services and those made tomorrow included. It is meant for Deny.',
    remediation: 'List the resources in Resource, or turn the statement into a Deny.',
    cwe: ['CWE-250'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html'],
    hits: (told) =>
      told.map((statement) => {
        const actions = (statement.actions.length > 0 ? statement.actions : statement.notActions).map(quote)
        return {
          span: statement.notResources[0]!.span,
          message: `${listed(actions, 3)} is allowed on everything but ${listed(statement.notResources.map(quote), 3)}.`,
          element: 'NotResource',
        }
      }),
  },
})
