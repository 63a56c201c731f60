import { defineRule } from '../../core/rule.ts'
import { count } from '../../iam/bits.ts'
import { judgePolicy } from '../../iam/judge.ts'
import { statementActions } from '../../iam/match.ts'
import { weigh } from '../../iam/weight.ts'
import { listed, number, quote } from '../../iam/words.ts'

export default defineRule({
  meta: {
    id: 'iam/not-action',
    title: 'Allow with NotAction grants whatever it does not name',
    severity: 'medium',
    practice: 'least privilege',
    description:
      'Allow with NotAction grants every other action, those of services that AWS has not launched yet included. It is meant for Deny.',
    remediation: 'List the actions that are used in Action, or turn the statement into a Deny.',
    cwe: ['CWE-250'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html'],
  },
  on: 'policy',
  *check(policy, { unit }) {
    const judged = judgePolicy(policy, unit)
    // Said at the same place already, and worse.
    if (!judged || judged.admin || judged.services.some(({ atom }) => atom.statement.notActions.length > 0)) return
    const granting = new Set(judged.permissions.atoms.map((atom) => atom.statement))
    for (const statement of policy.document.statements) {
      const [first] = statement.notActions
      if (!first || !granting.has(statement)) continue
      yield {
        ...weigh('medium', 'high', policy, judged),
        span: first.span,
        message: `Allow with NotAction grants ${number(count(statementActions(statement)))} actions: everything but ${listed(statement.notActions.map(quote), 3)}.`,
        element: 'NotAction',
      }
    }
  },
})
