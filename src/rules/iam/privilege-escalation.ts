import { defineRule } from '../../core/rule.ts'
import { assessPolicy } from '../../iam/assessment.ts'
import { privilegeEscalation } from '../../iam/dangers/privilege-escalation.ts'
import { lighter } from '../../iam/escalation.ts'
import {
  escalationMessage,
  escalationRelated,
  escalationRemedy,
  escalationSteps,
} from '../../iam/escalation-messages.ts'
import { sourceOf } from '../../iam/escalation-sources.ts'
import { joinedDangers } from '../../iam/joined-dangers.ts'
import { passRoleEdit } from '../../iam/narrowing-edits.ts'
import { isForManagedService } from '../../iam/service-roles.ts'
import { mitigations, weighPath } from '../../iam/severity.ts'

export default defineRule({
  meta: {
    id: 'iam/privilege-escalation',
    title: 'Policy lets its holder gain more power than it was given',
    severity: 'high',
    about: 'grant',
    domain: 'iam',
    fixable: true,
    practice: 'least privilege',
    description:
      'Some actions are worth more than they look: who may write a policy, mint a key for someone else, rewrite a trust policy, or start code under a role, can become anyone those reach.',
    remediation:
      'Name the roles, users or policies in Resource, pin iam:PassedToService, or require a permissions boundary.',
    cwe: ['CWE-269'],
    references: [
      'https://pathfinding.cloud/',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    ],
  },
  on: 'policy',
  *check(policy, { unit }) {
    const assessment = assessPolicy(policy, unit)
    const [worst, ...others] = assessment?.told(privilegeEscalation) ?? []
    if (assessment && worst) {
      const grave = others.filter((other) => other.severity !== 'note' || worst.severity === 'note')
      const fix = worst.path.class === 'new-passrole' ? passRoleEdit(worst.grants[0]!, unit) : undefined
      yield {
        ...weighPath(worst.severity, worst.confidence, policy, assessment),
        span: worst.grants[0]!.action.span,
        message: escalationMessage(worst, assessment.holder, grave.length),
        element: worst.path.class,
        remediation: escalationRemedy(worst),
        related: [...escalationRelated(worst), ...mitigations(assessment.permissions)],
        ...(fix && { fix }),
        properties: {
          path: escalationSteps(worst, assessment.holder),
          technique: worst.path.id,
          source: sourceOf(worst.path.id),
          ...(grave.length > 0 && { others: grave.map((other) => other.path.id) }),
        },
      }
    }
    for (const { principal, escalation, parts } of joinedDangers(policy, unit)) {
      if (!escalation) continue
      const attached = parts.find((part) => part.node === policy)?.attachment
      yield {
        severity: isForManagedService(principal) ? lighter(escalation.severity, 'medium') : escalation.severity,
        confidence: escalation.confidence,
        span: attached?.policyArn.span ?? escalation.grants[0]!.action.span,
        message: `Harmless alone, not together: ${escalationMessage(escalation, principal, 0)}`,
        element: `together ${escalation.path.class}`,
        remediation: escalationRemedy(escalation),
        related: [
          ...(attached
            ? [{ span: escalation.grants[0]!.action.span, message: `grants ${escalation.grants[0]!.name}` }]
            : []),
          ...escalationRelated(escalation),
        ],
        properties: {
          path: escalationSteps(escalation, principal),
          technique: escalation.path.id,
          source: sourceOf(escalation.path.id),
        },
      }
    }
  },
})
