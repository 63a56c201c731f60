import { defineRule } from '../../core/rule.ts'
import { quote } from '../../iam/messages.ts'

export default defineRule({
  meta: {
    id: 'iam/policy-on-user',
    title: 'Policy is attached to a user',
    severity: 'low',
    about: 'hygiene',
    domain: 'iam',
    practice: 'roles over users',
    description:
      'Users have keys and passwords that last until someone takes them away, and policies on single users are soon forgotten. People get temporary credentials from IAM Identity Center, machines from roles.',
    remediation:
      'Give the policy to a role that people or machines assume; where a user must stay, to a group it is in.',
    cwe: ['CWE-269'],
    references: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#lock-away-credentials',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp',
    ],
  },
  on: 'attachment',
  *check({ boundary, holder, policyArn }) {
    if (boundary || holder.kind !== 'user') return
    yield {
      span: policyArn.span,
      message: `${quote(policyArn)} is attached to a user, ${quote(holder.name ?? holder.address)}.`,
      element: holder.address,
    }
  },
})
