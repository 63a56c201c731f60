import { defineRule } from '../../core/rule.ts'
import { UNKNOWN } from '../../core/text.ts'
import { adminIn } from '../../iam/admin.ts'
import { asksSecondFactor } from '../../iam/conditions.ts'
import { holderWords } from '../../iam/messages.ts'
import { permissionsOfPrincipal, principalsOf } from '../../iam/principals.ts'
import { isAllow } from '../../iam/public-access.ts'

export default defineRule({
  meta: {
    id: 'trust/admin-without-mfa',
    title: 'Administrator role can be assumed without a second factor',
    severity: 'note',
    about: 'trust',
    domain: 'iam',
    practice: 'MFA',
    description:
      'Users and accounts may assume this role, which is an administrator, with an access key alone: whoever finds one is in.',
    remediation:
      'Add the condition "Bool": {"aws:MultiFactorAuthPresent": "true"} for people; let machines have a role that can do less.',
    cwe: ['CWE-308'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html'],
  },
  on: 'policy',
  *check(policy, { unit }) {
    const [holder] = policy.holders
    const role = policy.document.role === 'trust' && holder ? principalsOf(unit).principal(holder) : undefined
    if (!role || role.unknownBoundary || adminIn(permissionsOfPrincipal(role, unit))?.assumed !== false) return
    for (const statement of policy.document.statements.filter(isAllow)) {
      const person = statement.principals.find(
        ({ type, value }) =>
          type === 'AWS' && new RegExp(`^(\\d{12}|arn:[^:]*:iam::[\\d${UNKNOWN}]*:(root|user/.*))$`).test(value.value),
      )
      if (!person || asksSecondFactor(statement)) continue
      yield {
        span: person.value.span,
        message: `${holderWords(role)} is an administrator, and no second factor is asked of who assumes it.`,
        element: 'mfa',
        remediation: 'Add `"Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}`.',
      }
    }
  },
})
