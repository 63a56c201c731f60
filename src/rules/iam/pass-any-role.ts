import { defineRule } from '../../core/rule.ts'
import { assessPolicy } from '../../iam/assessment.ts'
import { passAnyRole } from '../../iam/dangers/pass-any-role.ts'
import { quote } from '../../iam/messages.ts'
import { adjustSeverity } from '../../iam/severity.ts'

export default defineRule({
  meta: {
    id: 'iam/pass-any-role',
    title: 'Policy can pass any role to any service',
    severity: 'medium',
    about: 'grant',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'iam:PassRole on every role, without saying to which service. Nothing here starts code under a passed role yet; the next action that is added may make an escalation of it.',
    remediation:
      'Name the roles in Resource, or add the condition "StringEquals": {"iam:PassedToService": "<service>.amazonaws.com"}.',
    cwe: ['CWE-269'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'],
  },
  on: 'policy',
  *check(policy, { unit }) {
    const assessment = assessPolicy(policy, unit)
    const [grant] = assessment?.told(passAnyRole) ?? []
    if (!assessment || !grant) return
    const { action, allowEntry } = grant
    yield {
      ...adjustSeverity(allowEntry.judgement.strength === 'contextual' ? 'low' : 'medium', 'high', policy, assessment),
      span: action.span,
      message: `${quote(action)} passes every role to every service.`,
      element: 'iam:PassRole',
      remediation:
        'Name the roles: Resource `arn:aws:iam::<Account>:role/<RoleName>`, and the service that gets them: `"Condition": {"StringEquals": {"iam:PassedToService": "<service>.amazonaws.com"}}`.',
    }
  },
})
