import { defineRule } from '../../core/rule.ts'
import { judgePolicy } from '../../iam/judge.ts'
import { weigh } from '../../iam/weight.ts'
import { quote } from '../../iam/words.ts'

export default defineRule({
  meta: {
    id: 'iam/pass-any-role',
    title: 'Policy can pass any role to any service',
    severity: 'medium',
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
    const judged = judgePolicy(policy, unit)
    if (!judged?.passRole) return
    const { action, atom } = judged.passRole
    yield {
      ...weigh(atom.judgement.strength === 'contextual' ? 'low' : 'medium', 'high', policy, judged),
      span: action.span,
      message: `${quote(action)} passes every role to every service.`,
      element: 'iam:PassRole',
      remediation:
        'Name the roles: Resource `arn:aws:iam::<Account>:role/<RoleName>`, and the service that gets them: `"Condition": {"StringEquals": {"iam:PassedToService": "<service>.amazonaws.com"}}`.',
    }
  },
})
