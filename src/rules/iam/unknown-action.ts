import { isKnownAction, serviceOf } from '../../aws/actions/catalogue.ts'
import { hasWildcard } from '../../aws/wildcards.ts'
import { defineRule } from '../../core/rule.ts'
import { UNKNOWN } from '../../core/text.ts'
import { quote } from '../../iam/messages.ts'
import { isOutOfScope } from '../../iam/out-of-scope.ts'

export default defineRule({
  meta: {
    id: 'iam/unknown-action',
    title: 'Action matches none that AWS knows',
    severity: 'note',
    about: 'hygiene',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'The name is misspelt, retired, or an API call that has another name in policies (`s3:HeadObject` is `s3:GetObject`). In an Allow it grants nothing; in a Deny it forbids nothing.',
    remediation: 'Look the action up in the service authorization reference, and correct or remove it.',
    cwe: ['CWE-1288'],
    references: ['https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html'],
  },
  on: 'policy',
  *check(policy, { unit }) {
    if (isOutOfScope(policy, unit)) return
    for (const statement of policy.document.statements) {
      const denies = statement.effect.value.toLowerCase() === 'deny'
      for (const leaf of [...statement.actions, ...statement.notActions]) {
        if (leaf.value.includes(UNKNOWN) || isKnownAction(leaf.value, unit)) continue
        // `kms:View*` in an Allow is there for what may come.
        if (!denies && hasWildcard(leaf.value)) continue
        const service = leaf.value.split(':')[0]!.toLowerCase()
        yield {
          severity: denies ? 'low' : 'note',
          confidence: serviceOf(service) ? 'high' : 'medium',
          span: leaf.span,
          message: `${quote(leaf)} matches no action that AWS knows${denies ? ', so it forbids nothing' : ''}.`,
          element: leaf.value.toLowerCase(),
        }
      }
    }
  },
})
