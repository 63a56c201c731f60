import { defineRule, type Hit } from '../../core/rule.ts'
import { operatorOf } from '../../iam/conditions.ts'
import { quote } from '../../iam/messages.ts'
import { type WebIdentity, webIdentities } from '../../iam/oidc.ts'
import { gradeSubject } from '../../iam/oidc-subjects.ts'
import { isOutOfScope } from '../../iam/out-of-scope.ts'

export default defineRule({
  meta: {
    id: 'trust/web-identity',
    title: 'Role trusts every subject of an identity provider',
    severity: 'high',
    about: 'trust',
    domain: 'iam',
    practice: 'OIDC in CI, trust scoped to organisation and repository',
    description:
      'GitLab, Terraform Cloud, Google, Cognito and the like sign tokens for all their customers, a cluster for all its service accounts. Without a condition on the subject (or the audience, where that names the customer) any of them becomes the role.',
    remediation: 'Require the sub claim of the token: the project, workspace or service account that needs the role.',
    cwe: ['CWE-284', 'CWE-287'],
    references: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html',
      'https://docs.gitlab.com/ci/cloud_services/aws/',
      'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html',
    ],
  },
  on: 'policy',
  *check(policy, { unit }) {
    const { document } = policy
    if (document.role !== 'trust' || isOutOfScope(policy, unit)) return
    for (const identity of webIdentities(document.statements, unit.nodes)) {
      if (identity.issuer.id !== 'github') yield* checkIdentity(identity)
    }
  },
})

function* checkIdentity(identity: WebIdentity): Iterable<Hit> {
  const { subjects, audiences, claims, principal, issuer, host, unclear } = identity
  const { servesEveryone, things } = issuer
  const named =
    (issuer.audienceNames && audiences.length > 0) || [...claims.keys()].some((claim) => issuer.claims?.test(claim))
  if (subjects.length === 0 && !named) {
    yield {
      severity: unclear || !isKnown(host) ? 'low' : servesEveryone ? 'critical' : 'medium',
      confidence: unclear || !isKnown(host) ? 'low' : 'high',
      span: principal.value.span,
      message: `No condition on the subject of the token: every ${servesEveryone ? 'customer' : things} of ${quote(host)} may become this role.`,
      element: 'no sub',
      remediation: `Add \`"Condition": {"StringEquals": {"${isKnown(host) ? host : '<issuer>'}:sub": "${issuer.subject}"}}\`.`,
    }
  }
  for (const condition of subjects) {
    const { name } = operatorOf(condition)
    for (const value of condition.values) {
      const { severity, lets, broken } = gradeSubject(value.value, name, issuer)
      if (broken) {
        yield {
          severity: 'note',
          span: value.span,
          message: `${quote(condition.operator)} takes the \`*\` in ${quote(value)} for a star: no token ever matches.`,
          element: value.value,
        }
      } else if (severity && lets && severity !== 'note') {
        yield {
          severity,
          span: value.span,
          message: `${quote(value)} lets in ${lets}.`,
          element: value.value,
          remediation: `Name the subject: \`${issuer.subject}\`.`,
        }
      }
    }
  }
}

/** A name with a dot inside, perhaps with a path. */
function isKnown(host: string): boolean {
  const name = host.split('/', 1)[0]!
  return /^[\w.-]+$/.test(name) && name.slice(1, -1).includes('.')
}
