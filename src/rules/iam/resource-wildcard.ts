import { actionName } from '../../aws/actions/catalogue.ts'
import { defineRule } from '../../core/rule.ts'
import { assessPolicy } from '../../iam/assessment.ts'
import { resourceWildcard } from '../../iam/dangers/resource-wildcard.ts'
import { listed, narrowedResources, quote } from '../../iam/messages.ts'
import { adjustSeverity } from '../../iam/severity.ts'

/** The others are counted. */
const MOST_NAMED = 50

export default defineRule({
  meta: {
    id: 'iam/resource-wildcard',
    title: 'Policy changes every resource where it could name some',
    severity: 'low',
    about: 'grant',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'These actions accept a resource, so the policy can say which. Actions that AWS lets nobody narrow, and those that create something whose name is not known yet, are not counted.',
    remediation: 'Put the actions that can be narrowed in a statement of their own, with the ARNs they are used on.',
    cwe: ['CWE-250'],
    references: ['https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html'],
  },
  on: 'policy',
  *check(policy, { unit }) {
    const assessment = assessPolicy(policy, unit)
    for (const { statement, resource, actions } of assessment?.told(resourceWildcard) ?? []) {
      const names = actions.slice(0, MOST_NAMED).map(actionName)
      yield {
        ...adjustSeverity('low', 'high', policy, assessment!),
        span: resource.span,
        message: `${quote(resource)} lets ${listed(
          names.map((name) => quote(name)),
          3,
          actions.length,
        )} act on every resource of their kind.`,
        element: statement.sid?.value ?? names[0]!,
        remediation: `Name the resources: ${narrowedResources(names)}.`,
        properties: { actions: names },
      }
    }
  },
})
