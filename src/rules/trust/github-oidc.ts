import type { Condition } from '../../core/policy.ts'
import { defineRule, type Edit, type Hit } from '../../core/rule.ts'
import type { Leaf } from '../../core/value.ts'
import { operatorOf } from '../../iam/conditions.ts'
import { quote } from '../../iam/messages.ts'
import { gradeGitHubSubject, pinsRepository, type WebIdentity, webIdentities } from '../../iam/oidc.ts'
import { isOutOfScope } from '../../iam/out-of-scope.ts'

export default defineRule({
  meta: {
    id: 'trust/github-oidc',
    title: 'Role trusts more GitHub repositories than it should',
    severity: 'critical',
    about: 'trust',
    domain: 'iam',
    fixable: true,
    practice: 'OIDC in CI, trust scoped to organisation and repository',
    description:
      'GitHub signs a token for every workflow of every repository in the world. Only the condition on its subject tells yours from theirs: without it, or with a wildcard where the organization stands, anyone with a GitHub account becomes the role.',
    remediation:
      'Require token.actions.githubusercontent.com:sub to be "repo:<organization>/<repository>:ref:refs/heads/main" or ":environment:<name>", and :aud to be sts.amazonaws.com.',
    cwe: ['CWE-284', 'CWE-287'],
    references: [
      'https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws',
      'https://docs.github.com/en/actions/reference/security/oidc',
    ],
  },
  on: 'policy',
  *check(policy, { unit, repository }) {
    const { document } = policy
    if (document.role !== 'trust' || isOutOfScope(policy, unit)) return
    for (const identity of webIdentities(document.statements, unit.nodes)) {
      if (identity.issuer === 'github') yield* checkIdentity(identity, repository)
    }
  },
})

function* checkIdentity(identity: WebIdentity, repository: string | undefined): Iterable<Hit> {
  const { subjects, audiences, principal, claims, unclear } = identity
  const wanted = `repo:${repository ?? '<organization>/<repository>'}:ref:refs/heads/main`
  if (subjects.length === 0) {
    const pinned = pinsRepository(claims)
    if (pinned !== 'repository') yield missing(identity, pinned === 'organization', wanted)
  }
  // Several conditions on the subject must all hold, so one that is tight is enough.
  const graded = subjects.map((condition) => [...gradeValues(condition, repository)])
  if (graded.length > 0 && graded.every((hits) => hits.length > 0)) yield* graded[0]!
  if (audiences.length === 0 && !unclear && subjects.length > 0) {
    yield {
      severity: 'note',
      span: principal.value.span,
      message: 'No condition on the audience: only the list of clients of the provider keeps tokens for others out.',
      element: 'aud',
      remediation: `Add \`"StringEquals": {"${identity.host}:aud": "sts.amazonaws.com"}\`.`,
    }
  }
}

function missing({ principal, host, unclear }: WebIdentity, organization: boolean, wanted: string): Hit {
  return {
    severity: organization ? 'high' : unclear ? 'medium' : 'critical',
    confidence: unclear ? 'low' : 'high',
    span: principal.value.span,
    message: organization
      ? 'No condition on the subject of the token: every repository of the organization may become this role.'
      : `No condition on the subject of the token: any workflow of any repository on GitHub may become this role${unclear ? ', unless a condition that is not known here prevents it' : ''}.`,
    element: 'no sub',
    remediation: `Add \`"Condition": {"StringEquals": {"${host}:aud": "sts.amazonaws.com", "${host}:sub": "${wanted}"}}\`.`,
  }
}

function* gradeValues(condition: Condition, repository: string | undefined): Iterable<Hit> {
  const { name } = operatorOf(condition)
  const like = /^string(like|equals)/.test(name)
  if (!like) return
  const wanted = repository ? `repo:${repository}:ref:refs/heads/main` : undefined
  for (const value of condition.values) {
    const { severity, lets, broken } = gradeGitHubSubject(value.value, name)
    if (broken) {
      yield {
        severity: 'note',
        span: value.span,
        message: `${quote(condition.operator)} takes the \`*\` in ${quote(value)} for a star: no token ever matches.`,
        element: value.value,
        remediation: 'Write the whole subject, or `StringLike` with the wildcard at the end only.',
        related: [{ span: condition.operator.span, message: 'knows no wildcards' }],
      }
    } else if (severity && lets) {
      yield {
        severity,
        span: value.span,
        message: `${quote(value)} lets in ${lets}.`,
        element: value.value,
        ...(wanted && {
          remediation: `Name the repository and what may deploy: \`${wanted}\`, or \`repo:${repository}:environment:<name>\`.`,
        }),
        ...(wanted && severity !== 'note' && replacing(value, `repo:${repository}:*`)),
      }
    }
  }
}

/** Only where the value stands as it is read. The suggestion keeps every branch working. */
function replacing(value: Leaf, text: string): { fix?: Edit[] } {
  return value.span.end - value.span.start === value.value.length ? { fix: [{ span: value.span, text }] } : {}
}
