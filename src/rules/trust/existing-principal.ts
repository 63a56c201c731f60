import { accountOf } from '../../aws/accounts.ts'
import { defineRule } from '../../core/rule.ts'
import { isAccountPlace } from '../../core/source.ts'
import { isPowerful } from '../../iam/escalation-context.ts'
import { quote } from '../../iam/messages.ts'
import { isOutOfScope } from '../../iam/out-of-scope.ts'
import { principalsOf } from '../../iam/principals.ts'
import { isAllow } from '../../iam/public-access.ts'

export default defineRule({
  meta: {
    id: 'trust/existing-principal',
    title: 'Trust in a principal that is weaker, or not there',
    severity: 'medium',
    about: 'trust',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'A role of power trusts a user or role that is there already, in the account given with --account-data, and has less: whoever is or becomes that one has the power, too. Or it trusts one that is not there, so that whoever makes one of that name gets in.',
    remediation: 'Trust a principal that is as well guarded as the role, and ask for MFA where people assume it.',
    cwe: ['CWE-269', 'CWE-284'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html'],
  },
  on: 'policy',
  *check(policy, { unit }) {
    if (policy.document.role !== 'trust' || unit.session.accounts.length === 0 || isOutOfScope(policy, unit)) return
    const role = policy.holders.map((holder) => principalsOf(unit).principal(holder)).find((found) => found)
    const power = role !== undefined && isPowerful(role, unit)
    for (const { value } of policy.document.statements.filter(isAllow).flatMap(({ principals }) => principals)) {
      const [, kind, name] = /:iam::\d{12}:(role|user)\/(?:.*\/)?([^/*?]+)$/.exec(value.value) ?? []
      const known = unit.session.accounts.find(({ account }) => account === accountOf(value.value))
      if (!known || name === undefined || principalsOf(unit).named(kind as 'role', name).length > 0) continue
      const existing = known.named(kind as 'role', name)
      if (existing === undefined) {
        yield {
          severity: 'low',
          span: value.span,
          message: `There is no ${kind} ${quote(name)} in account ${known.account}, as of ${known.takenAt.slice(0, 10)}: whoever makes one gets in.`,
          element: `${name} missing`,
        }
        // Of an account that is looked at itself, who trusts whom is told by what each may do.
      } else if (power && existing.power === undefined && !isAccountPlace(role.holder.address)) {
        yield {
          span: value.span,
          message: `${kind === 'role' ? 'Role' : 'User'} ${quote(name)} of account ${known.account} can do less, and becomes ${quote(role.holder.name ?? role.holder.address)} here, which can make itself an administrator or is one.`,
          element: name,
        }
      }
    }
  },
})
