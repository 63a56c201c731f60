import { defineRule } from '../../core/rule.ts'
import { assessPolicy } from '../../iam/assessment.ts'
import { notResource } from '../../iam/dangers/not-resource.ts'
import { listed, quote } from '../../iam/messages.ts'
import { adjustSeverity } from '../../iam/severity.ts'

export default defineRule({
  meta: {
    id: 'iam/not-resource',
    title: 'Allow with NotResource reaches whatever it does not name',
    severity: 'medium',
    about: 'grant',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'Allow with NotResource grants the actions on every other resource, those of other services and those made tomorrow included. It is meant for Deny.',
    remediation: 'List the resources in Resource, or turn the statement into a Deny.',
    cwe: ['CWE-250'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html'],
  },
  on: 'policy',
  *check(policy, { unit }) {
    const assessment = assessPolicy(policy, unit)
    for (const statement of assessment?.told(notResource) ?? []) {
      const actions = (statement.actions.length > 0 ? statement.actions : statement.notActions).map(quote)
      yield {
        ...adjustSeverity('medium', 'high', policy, assessment!),
        span: statement.notResources[0]!.span,
        message: `${listed(actions, 3)} is allowed on everything but ${listed(statement.notResources.map(quote), 3)}.`,
        element: 'NotResource',
      }
    }
  },
})
