import { count } from '../../aws/actions/bits.ts'
import { defineRule } from '../../core/rule.ts'
import { assessPolicy } from '../../iam/assessment.ts'
import { notAction } from '../../iam/dangers/not-action.ts'
import { statementActions } from '../../iam/match.ts'
import { listed, number, quote } from '../../iam/messages.ts'
import { adjustSeverity } from '../../iam/severity.ts'

export default defineRule({
  meta: {
    id: 'iam/not-action',
    title: 'Allow with NotAction grants whatever it does not name',
    severity: 'medium',
    about: 'grant',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'Allow with NotAction grants every other action, those of services that AWS has not launched yet included. It is meant for Deny.',
    remediation: 'List the actions that are used in Action, or turn the statement into a Deny.',
    cwe: ['CWE-250'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html'],
  },
  on: 'policy',
  *check(policy, { unit }) {
    const assessment = assessPolicy(policy, unit)
    for (const statement of assessment?.told(notAction) ?? []) {
      yield {
        ...adjustSeverity('medium', 'high', policy, assessment!),
        span: statement.notActions[0]!.span,
        message: `Allow with NotAction grants ${number(count(statementActions(statement, unit)))} actions: everything but ${listed(statement.notActions.map(quote), 3)}.`,
        element: 'NotAction',
      }
    }
  },
})
