import { defineRule, type Hit } from '../../core/rule.ts'
import { UNKNOWN } from '../../core/text.ts'
import { isWhollyUnknown } from '../../core/value.ts'
import type { Admin } from '../../iam/admin.ts'
import { assessPolicy } from '../../iam/assessment.ts'
import { fullAdmin } from '../../iam/dangers/full-admin.ts'
import { isCut } from '../../iam/grants.ts'
import { joinedDangers } from '../../iam/joined-dangers.ts'
import { holderWords, listed, quote } from '../../iam/messages.ts'
import { adjustSeverity, mitigations } from '../../iam/severity.ts'

export default defineRule({
  meta: {
    id: 'iam/full-admin',
    title: 'Policy makes its holder an administrator',
    severity: 'critical',
    about: 'grant',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'Every action on every resource. Whoever gets hold of these credentials owns the account: data, money, logs and the identities of everyone else.',
    remediation:
      'Name the actions that are used (IAM Access Analyzer can generate a policy from CloudTrail) and the resources they are used on. For people, use IAM Identity Center with an approval step instead of a standing administrator.',
    cwe: ['CWE-250', 'CWE-269'],
    references: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation.html',
    ],
  },
  on: 'policy',
  *check(policy, { unit, notify }) {
    const assessment = assessPolicy(policy, unit)
    if (assessment && isCut(policy.document, unit)) {
      notify({
        level: 'warning',
        id: 'policy-too-large',
        message: `${policy.anchor}: the policy is larger than AWS takes. What comes after its first thousands of patterns was judged by service, so it may be told for more than it grants.`,
        location: { uri: policy.span.uri },
      })
    }
    for (const admin of assessment?.told(fullAdmin) ?? []) {
      const [severity, confidence] = admin.assumed
        ? (['low', 'low'] as const)
        : admin.circumstances.length > 0
          ? (['high', 'high'] as const)
          : (['critical', 'high'] as const)
      yield {
        ...adjustSeverity(severity, confidence, policy, assessment!),
        ...hit(admin),
        related: mitigations(assessment!.permissions),
      }
    }
    for (const { principal, admin, parts } of joinedDangers(policy, unit)) {
      if (admin?.kind !== 'full') continue
      yield {
        span: parts.find((part) => part.node === policy)?.attachment?.policyArn.span ?? admin.action.span,
        message: `All policies of ${holderWords(principal)} together grant every action on every resource: ${quote(admin.action)} fills what the others leave out.`,
        element: 'together',
        related: [{ span: admin.action.span, message: 'grants most of it' }],
      }
    }
  },
})

function hit(admin: Admin): Pick<Hit, 'span' | 'message' | 'element' | 'properties'> {
  return {
    span: admin.action.span,
    message: message(admin),
    element: 'full-admin',
    properties: { actions: admin.actions },
  }
}

function message(admin: Admin): string {
  const written = admin.allowEntry.statement.actions.includes(admin.action)
    ? quote(admin.action)
    : `Everything but ${quote(admin.action)}, together with the other statements,`
  if (admin.assumed) return `${written} grants every action, ${assumption(admin)}.`
  if (admin.circumstances.length === 0) return `${written} grants every action on every resource.`
  const keys = listed(admin.circumstances.map((key) => quote(key)))
  return `${written} grants every action on every resource; ${keys} limits the circumstances, not what can be done.`
}

/** What would have to be so. */
function assumption({ allowEntry: { statement, pattern } }: Admin): string {
  if (statement.effect.value.includes(UNKNOWN))
    return `if ${quote(statement.effect.reference ?? statement.effect)} is Allow`
  const spared = [...statement.notActions, ...statement.notResources].find(isWhollyUnknown)
  if (spared) return `less what ${quote(spared.reference ?? spared)} spares, which is not known here`
  return `on a resource that is not known here${pattern === UNKNOWN && statement.resources[0]?.reference ? `: ${quote(statement.resources[0].reference)}` : ''}`
}
