import { defineRule } from '../../core/rule.ts'
import { listed, quote } from '../../iam/messages.ts'
import { isOutOfScope } from '../../iam/out-of-scope.ts'
import { isAllow } from '../../iam/public-access.ts'

export default defineRule({
  meta: {
    id: 'trust/not-principal',
    title: 'Allow with NotPrincipal lets in everyone it does not name',
    severity: 'high',
    about: 'trust',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'Allow with NotPrincipal grants the actions to every other principal there is, anonymous users included. AWS warns against it.',
    remediation: 'Name who is let in with Principal; keep NotPrincipal for Deny.',
    cwe: ['CWE-284'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html'],
  },
  on: 'policy',
  *check(policy, { unit }) {
    const { document } = policy
    if ((document.role !== 'trust' && document.role !== 'resource') || isOutOfScope(policy, unit)) return
    for (const statement of document.statements) {
      const [first] = statement.notPrincipals
      if (!first || !isAllow(statement)) continue
      yield {
        span: first.value.span,
        message: `Everyone but ${listed(
          statement.notPrincipals.map(({ value }) => quote(value)),
          2,
        )} is let in.`,
        element: 'NotPrincipal',
      }
    }
  },
})
