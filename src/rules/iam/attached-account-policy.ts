import type { Severity } from '../../core/finding.ts'
import { defineRule } from '../../core/rule.ts'
import { adminIn } from '../../iam/admin.ts'
import { PolicyAssessment } from '../../iam/assessment.ts'
import { isGrave, privilegeEscalation } from '../../iam/dangers/privilege-escalation.ts'
import { gain } from '../../iam/escalation-messages.ts'
import { holderWords, number, quote } from '../../iam/messages.ts'
import { permissionsWithin, policyOfAccount, principalsOf } from '../../iam/principals.ts'

export default defineRule({
  meta: {
    id: 'iam/attached-account-policy',
    title: 'Attached policy of the account grants far more than most holders need',
    severity: 'high',
    about: 'grant',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'The policy is not in the repository, but there already in the account that was given with --account-data, and it makes whoever holds it an administrator, or lets it become one.',
    remediation: 'Attach a policy with the actions that are used, on the resources they are used on.',
    cwe: ['CWE-250', 'CWE-269'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html'],
  },
  on: 'attachment',
  *check(attachment, { unit }) {
    if (attachment.boundary) return
    const { policyArn, holder } = attachment
    const principal = principalsOf(unit).principal(holder)
    const held = principal?.policies.find((one) => one.attachment === attachment && one.node === undefined)
    if (!principal || !held) return
    const known = policyOfAccount(policyArn.value, unit)
    if (!known || held.document !== known.document || principal.unknownBoundary) return
    const permissions = permissionsWithin(known.document, principal, unit)
    const told = dangerOf(new PolicyAssessment(permissions, principal))
    if (!told) return
    const { account, takenAt } = known.account
    yield {
      severity: told.severity,
      span: policyArn.span,
      message: `${quote(policyArn)}, in account ${account} as of ${takenAt.slice(0, 10)}, ${told.what.replace('<holder>', holderWords(principal))}.`,
      element: policyArn.value,
      properties: { policy: policyArn.value, account },
    }
  },
})

function dangerOf(assessment: PolicyAssessment): { severity: Severity; what: string } | undefined {
  const admin = adminIn(assessment.permissions)
  if (admin?.kind === 'full' && !admin.assumed) return { severity: 'critical', what: 'makes <holder> an administrator' }
  if (admin && !admin.assumed)
    return { severity: 'high', what: `grants <holder> ${number(admin.actions)} actions on every resource` }
  const [worst] = assessment.held(privilegeEscalation)
  return isGrave(worst)
    ? { severity: worst.severity, what: `lets <holder> ${worst.path.name}, and so ${gain(worst)}` }
    : undefined
}
