import { defineRule } from '../../core/rule.ts'
import { PolicyAssessment } from '../../iam/assessment.ts'
import { DANGERS } from '../../iam/dangers/index.ts'
import { permissionsIn } from '../../iam/grants.ts'
import { guarded, guardrailsAgainst } from '../../iam/guardrails.ts'
import { listed, quote } from '../../iam/messages.ts'
import { isOutOfScope } from '../../iam/out-of-scope.ts'
import { isIdentityPolicy } from '../../iam/principals.ts'

export default defineRule({
  meta: {
    id: 'iam/denied-by-organization',
    title: 'Grant that the organization denies',
    severity: 'note',
    about: 'hygiene',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'The policy grants something dangerous that a control policy of the organization takes away again. So it does no harm in the accounts that were given with --account-data, and would elsewhere, or when the control policy changes.',
    remediation: 'Take out of the policy what nobody can use.',
    cwe: ['CWE-250'],
    references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html'],
  },
  on: 'policy',
  *check(policy, { unit }) {
    const { accounts } = unit.session
    if (accounts.length === 0 || !isIdentityPolicy(policy) || isOutOfScope(policy, unit)) return
    const granted = permissionsIn(policy.document, unit)
    const names = guardrailsAgainst(granted)
    if (names.length === 0) return
    const [before, after] = [granted, guarded(granted)].map((one) => new PolicyAssessment(one))
    const gone = DANGERS.filter((danger) => before!.told(danger).length > 0 && after!.held(danger).length === 0)
    if (gone.length === 0) return
    yield {
      span: policy.document.statements[0]?.span ?? policy.span,
      message: `What would be ${listed(gone.map(({ id }) => quote(`iam/${id}`)))} here is denied in ${accounts.length > 1 ? 'each of the accounts' : 'account'} ${listed(accounts.map(({ account }) => account))} by ${listed(names.map(quote))}.`,
      element: 'denied',
      properties: { denied: gone.map(({ id }) => `iam/${id}`), by: names },
    }
  },
})
