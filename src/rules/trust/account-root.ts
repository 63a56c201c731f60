import { defineRule } from '../../core/rule.ts'
import { UNKNOWN } from '../../core/text.ts'
import { holderWords } from '../../iam/messages.ts'
import { principalsOf } from '../../iam/principals.ts'
import { isAllow } from '../../iam/public-access.ts'

export default defineRule({
  meta: {
    id: 'trust/account-root',
    title: 'Role leaves it to the whole account who may assume it',
    severity: 'note',
    about: 'trust',
    domain: 'iam',
    practice: 'no root access keys, no root use',
    description:
      '`:root` in a trust policy does not mean the root user: it means every user and role of the account whose own policy allows sts:AssumeRole. Who that is, this role does not know.',
    remediation: 'Name the roles that assume it, or narrow the account by aws:PrincipalArn or a principal tag.',
    cwe: ['CWE-284'],
    references: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts',
    ],
  },
  on: 'policy',
  *check(policy, { unit }) {
    if (policy.document.role !== 'trust') return
    const granting = policy.document.statements.filter(isAllow)
    const principals = granting.flatMap((statement) => statement.principals)
    const [first] = principals
    const own = new RegExp(`^arn:[^:]*:iam::[${UNKNOWN}\\d]+:root$`)
    const conditioned = granting.some((statement) => statement.conditions.length > 0)
    if (!first || conditioned || !principals.every(({ type, value }) => type === 'AWS' && own.test(value.value))) return
    const [holder] = policy.holders
    const who = holder ? holderWords(principalsOf(unit).principal(holder)) : 'the role'
    yield {
      span: first.value.span,
      message: `Every user and role of the account may become ${who}, if its own policy allows sts:AssumeRole.`,
      element: 'root',
    }
  },
})
