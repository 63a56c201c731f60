import { defineRule } from '../../core/rule.ts'
import { quote } from '../../iam/messages.ts'

export default defineRule({
  meta: {
    id: 'iam/inline-policy-on-user',
    title: 'User has a policy of its own',
    severity: 'low',
    about: 'hygiene',
    domain: 'iam',
    practice: 'roles over users',
    description:
      'A policy that stands inside a user is seen in no list of policies, cannot be shared and is easily missed in a review.',
    remediation: 'Make it a managed policy of a role or, where a user must stay, of a group it is in.',
    cwe: ['CWE-269'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html'],
  },
  on: 'policy',
  *check(policy, { unit }) {
    if (policy.document.role !== 'identity') return
    const user = policy.holders.find((holder) => holder.kind === 'user')
    if (!user || policy.holders.some((holder) => holder.kind === 'managed-policy')) return
    if (unit.nodes.some((node) => node.kind === 'attachment' && node.policyAnchor === policy.anchor)) return
    yield {
      span: policy.span,
      message: `The policy stands inside a user, ${quote(user.name ?? user.address)}.`,
      element: user.address,
    }
  },
})
