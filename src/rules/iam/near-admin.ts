import { ACTION_COUNT } from '../../aws/actions/catalogue.ts'
import { defineRule } from '../../core/rule.ts'
import { assessPolicy } from '../../iam/assessment.ts'
import { nearAdmin } from '../../iam/dangers/near-admin.ts'
import { privilegeEscalation } from '../../iam/dangers/privilege-escalation.ts'
import type { Escalation } from '../../iam/escalation.ts'
import { written } from '../../iam/escalation-messages.ts'
import { joinedDangers } from '../../iam/joined-dangers.ts'
import { holderWords, number, quote } from '../../iam/messages.ts'
import { adjustSeverity, mitigations } from '../../iam/severity.ts'

export default defineRule({
  meta: {
    id: 'iam/near-admin',
    title: 'Policy grants nearly every action on every resource',
    severity: 'high',
    about: 'grant',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'At least nine in ten of all actions that AWS knows, on every resource. NotAction and long lists of wildcards end here: what they leave out is easily named, what they let in nobody has read.',
    remediation: 'Replace NotAction by an Action list of what is used, and name the resources.',
    cwe: ['CWE-250', 'CWE-269'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html'],
  },
  on: 'policy',
  *check(policy, { unit }) {
    const assessment = assessPolicy(policy, unit)
    const [admin] = assessment?.told(nearAdmin) ?? []
    if (assessment && admin) {
      const rest = admin.assumed ? undefined : ownRest(assessment.held(privilegeEscalation))
      const severity = admin.assumed ? 'low' : rest ? 'critical' : admin.circumstances.length > 0 ? 'medium' : 'high'
      const pattern = admin.allowEntry.statement.notActions.includes(admin.action) ? 'NotAction' : quote(admin.action)
      const where = admin.assumed ? 'a resource that is not known here' : 'every resource'
      yield {
        ...adjustSeverity(severity, admin.assumed ? 'low' : 'high', policy, assessment),
        span: admin.action.span,
        message: `${pattern} grants ${number(admin.actions)} of ${number(ACTION_COUNT)} actions on ${where}${
          rest ? `, and ${written(rest.grants[0]!)} lets the holder ${rest.path.name}: the rest is within reach` : ''
        }.`,
        element: 'near-admin',
        related: [
          ...(rest ? [{ span: rest.grants[0]!.action.span, message: `lets the holder ${rest.path.name}` }] : []),
          ...mitigations(assessment.permissions),
        ],
        properties: { actions: admin.actions },
      }
    }
    for (const { principal, admin: joined, parts } of joinedDangers(policy, unit)) {
      if (joined?.kind !== 'near') continue
      yield {
        span: parts.find((part) => part.node === policy)?.attachment?.policyArn.span ?? joined.action.span,
        message: `All policies of ${holderWords(principal)} together grant ${number(joined.actions)} of ${number(ACTION_COUNT)} actions on every resource.`,
        element: 'together',
        related: [{ span: joined.action.span, message: 'grants most of it' }],
      }
    }
  },
})

/** The holder can grant itself what is left out. */
function ownRest(escalations: readonly Escalation[]): Escalation | undefined {
  return escalations.find(
    ({ path, scope, severity }) =>
      (path.class === 'self-escalation' || path.class === 'principal-access' || path.class === 'new-passrole') &&
      (scope === 'any' || scope === 'own') &&
      (severity === 'critical' || severity === 'high'),
  )
}
