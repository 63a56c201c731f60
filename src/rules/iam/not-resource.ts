import { defineRule } from '../../core/rule.ts'
import { judgePolicy } from '../../iam/judge.ts'
import { weigh } from '../../iam/weight.ts'
import { listed, quote } from '../../iam/words.ts'

export default defineRule({
  meta: {
    id: 'iam/not-resource',
    title: 'Allow with NotResource reaches whatever it does not name',
    severity: 'medium',
    practice: 'least privilege',
    description:
      'Allow with NotResource grants the actions on every other resource, those of other services and those made tomorrow included. It is meant for Deny.',
    remediation: 'List the resources in Resource, or turn the statement into a Deny.',
    cwe: ['CWE-250'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html'],
  },
  on: 'policy',
  *check(policy, { unit }) {
    const judged = judgePolicy(policy, unit)
    if (!judged || judged.admin) return
    const granting = new Set(judged.permissions.atoms.map((atom) => atom.statement))
    for (const statement of policy.document.statements) {
      const [first] = statement.notResources
      if (!first || !granting.has(statement)) continue
      const actions = (statement.actions.length > 0 ? statement.actions : statement.notActions).map(quote)
      yield {
        ...weigh('medium', 'high', policy, judged),
        span: first.span,
        message: `${listed(actions, 3)} is allowed on everything but ${listed(statement.notResources.map(quote), 3)}.`,
        element: 'NotResource',
      }
    }
  },
})
