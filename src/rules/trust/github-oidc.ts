import { SEVERITIES } from '../../core/finding.ts'
import type { PolicyNode } from '../../core/node.ts'
import type { Condition } from '../../core/policy.ts'
import { defineRule, type Edit, type Hit } from '../../core/rule.ts'
import type { Leaf } from '../../core/value.ts'
import { conditionEdit } from '../../iam/condition-edit.ts'
import { operatorOf } from '../../iam/conditions.ts'
import { lighter } from '../../iam/escalation.ts'
import { gradeGitHubClaim, gradeGitHubSubject } from '../../iam/github-subjects.ts'
import { quote } from '../../iam/messages.ts'
import { type WebIdentity, webIdentities } from '../../iam/oidc.ts'
import type { Subject } from '../../iam/oidc-subjects.ts'
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
      if (identity.issuer.id === 'github') yield* checkIdentity(identity, policy, repository)
    }
  },
})

function* checkIdentity(identity: WebIdentity, policy: PolicyNode, repository: string | undefined): Iterable<Hit> {
  const { subjects, audiences, principal, unclear } = identity
  const graded = constraintsOf(identity)
  const said = graded.filter(({ values }) => values.length > 0)
  const isTight = graded.some(({ values }) => values.every(({ subject }) => !subject.severity && !subject.broken))
  // Several conditions must all hold, so the tightest counts, and one that is tight is enough.
  const [tightest] = said.sort((a, b) => weightOf(a) - weightOf(b))
  if (!isTight && tightest) {
    const own = subjects.includes(tightest.condition)
    if (!own && isOrganization(tightest)) yield missing(identity, true, policy, repository)
    else for (const value of tightest.values) yield* hitOf(value, tightest.condition, identity, repository)
  }
  if (graded.length === 0) yield missing(identity, false, policy, repository)
  if (audiences.length === 0 && !unclear && subjects.length > 0) {
    const wanted = { operator: 'StringEquals', key: `${identity.host}:aud`, value: '"sts.amazonaws.com"' }
    const fix = conditionEdit(policy, identity.statement, wanted)
    yield {
      severity: 'note',
      span: principal.value.span,
      message: 'No condition on the audience: only the list of clients of the provider keeps tokens for others out.',
      element: 'aud',
      remediation: `Add \`"StringEquals": {"${identity.host}:aud": "sts.amazonaws.com"}\`.`,
      ...(fix && { fix }),
    }
  }
}

/** A condition that says whose the token must be, and what each of its values lets in. */
interface Constraint {
  readonly condition: Condition
  readonly values: readonly { readonly value: Leaf; readonly subject: Subject }[]
}

function constraintsOf({ subjects, claims }: WebIdentity): Constraint[] {
  const bySubject = subjects.map((condition) => ({
    condition,
    values: isComparison(condition)
      ? condition.values.map((value) => ({
          value,
          subject: gradeGitHubSubject(value.value, operatorOf(condition).name),
        }))
      : [],
  }))
  const byClaim = [...claims].flatMap(([claim, condition]): Constraint[] => {
    const values = condition.values.flatMap((value) => {
      const subject = gradeGitHubClaim(claim, value.value, operatorOf(condition).name)
      return subject ? [{ value, subject }] : []
    })
    return values.length > 0 && isComparison(condition) && !subjects.includes(condition) ? [{ condition, values }] : []
  })
  return [...bySubject, ...byClaim]
}

const isComparison = (condition: Condition): boolean => /^string(like|equals)/.test(operatorOf(condition).name)

const isOrganization = ({ values }: Constraint): boolean =>
  values.every(({ value, subject }) => subject.severity === 'high' && !/[*?]/.test(value.value))

/** The widest of its values. */
const weightOf = ({ values }: Constraint): number =>
  Math.max(
    ...values.map(({ subject }) => (subject.severity ? -SEVERITIES.indexOf(subject.severity) : -SEVERITIES.length)),
  )

function missing(
  { principal, host, unclear, issuer, statement }: WebIdentity,
  organization: boolean,
  policy: PolicyNode,
  repository?: string,
): Hit {
  // Keeps every branch of this repository working; the advice is narrower.
  const edit = { operator: 'StringLike', key: `${host}:sub`, value: `"repo:${repository}:*"` }
  const fix = repository && !unclear ? conditionEdit(policy, statement, edit) : undefined
  const wanted = `repo:${repository ?? '<organization>/<repository>'}:ref:refs/heads/main`
  const severity = organization ? 'high' : unclear ? 'medium' : 'critical'
  const whose = issuer.servesEveryone ? 'any repository on GitHub' : `any repository of ${enterpriseOf(host)}`
  return {
    severity: issuer.servesEveryone ? severity : lighter(severity, 'high'),
    confidence: unclear ? 'low' : 'high',
    span: principal.value.span,
    message: organization
      ? 'No condition on the subject of the token: every repository of the organization may become this role.'
      : `No condition on the subject of the token: any workflow of ${whose} may become this role${unclear ? ', unless a condition that is not known here prevents it' : ''}.`,
    element: 'no sub',
    remediation: `Add \`"Condition": {"StringEquals": {"${host}:aud": "sts.amazonaws.com", "${host}:sub": "${wanted}"}}\`.`,
    ...(fix && { fix }),
  }
}

/** As its issuer names it: by its slug in the path, or by its own address. */
function enterpriseOf(host: string): string {
  const slug = /^token\.actions\.githubusercontent\.com\/([\w-]+)|github\.com\/enterprises\/([\w-]+)/.exec(host)
  return slug ? `the enterprise \`${slug[1] ?? slug[2]}\`` : `the GitHub of \`${host.split('/', 1)[0]}\``
}

function* hitOf(
  { value, subject }: Constraint['values'][number],
  condition: Condition,
  { issuer, host }: WebIdentity,
  repository: string | undefined,
): Iterable<Hit> {
  const wanted = repository ? `repo:${repository}:ref:refs/heads/main` : undefined
  const { severity, lets, broken } = subject
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
    const { servesEveryone } = issuer
    yield {
      severity: servesEveryone ? severity : lighter(severity, 'high'),
      span: value.span,
      message: `${quote(value)} lets in ${servesEveryone ? lets : lets.replace('on GitHub', `of ${enterpriseOf(host)}`)}.`,
      element: value.value,
      ...(wanted && {
        remediation: `Name the repository and what may deploy: \`${wanted}\`, or \`repo:${repository}:environment:<name>\`.`,
      }),
      ...(wanted && severity !== 'note' && replacing(value, `repo:${repository}:*`)),
    }
  }
}

/** Only where the value stands as it is read. The suggestion keeps every branch working. */
function replacing(value: Leaf, text: string): { fix?: Edit[] } {
  return value.span.end - value.span.start === value.value.length ? { fix: [{ span: value.span, text }] } : {}
}
