import type { Severity } from '../core/finding.ts'
import type { AnyNode } from '../core/node.ts'
import type { Condition, Principal, Statement } from '../core/policy.ts'
import { UNKNOWN } from '../core/text.ts'
import { leafOf, member } from '../core/value.ts'
import { keyOf, operatorOf } from './conditions.ts'

/**
 * Identity providers that roles trust, and what the `sub` claim has to pin for each.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 */
export type Issuer = 'github' | 'gitlab' | 'terraform' | 'bitbucket' | 'eks' | 'shared' | 'private'

/** Issuers that serve everyone: without a subject, a stranger's token is as good as ours. */
const SHARED: readonly (readonly [RegExp, Issuer])[] = [
  [/token\.actions\.githubusercontent\.com/, 'github'],
  [/_services\/token$|token\.actions\.[\w.-]{1,100}\.ghe\.com/, 'github'],
  [/(^|\/)gitlab\.com/, 'gitlab'],
  [/app\.terraform\.io|app\.eu\.terraform\.io/, 'terraform'],
  [/api\.bitbucket\.org/, 'bitbucket'],
  [/oidc\.eks\.[\w-]+\.amazonaws\.com/, 'eks'],
  [/accounts\.google\.com|cognito-identity\.amazonaws\.com|graph\.facebook\.com|www\.amazon\.com/, 'shared'],
  [/agent\.buildkite\.com|oidc\.vercel\.com$|token\.codefresh\.io|api\.pulumi\.com/, 'shared'],
]

export interface WebIdentity {
  readonly statement: Statement
  readonly principal: Principal
  readonly issuer: Issuer
  /** `token.actions.githubusercontent.com`, as far as it is known. */
  readonly host: string
  readonly subjects: readonly Condition[]
  readonly audiences: readonly Condition[]
  /** Other claims of the same issuer that the statement asks for, lower case: `repository_id`. */
  readonly claims: ReadonlyMap<string, Condition>
  /** A condition that is not known here may pin it. */
  readonly unclear: boolean
}

/** Every statement that lets in the bearers of web identity tokens. */
export function webIdentities(statements: readonly Statement[], nodes: readonly AnyNode[]): WebIdentity[] {
  return statements.flatMap((statement) => {
    if (statement.effect.value.toLowerCase() !== 'allow') return []
    if (!statement.actions.some((leaf) => /^(\*|sts:(\*|assumerole(\*|withweb.*)))$/i.test(leaf.value))) return []
    return statement.principals.flatMap((principal) => {
      const host = hostOf(principal, statement, nodes)
      return host === undefined ? [] : [webIdentity(statement, principal, host)]
    })
  })
}

function webIdentity(statement: Statement, principal: Principal, host: string): WebIdentity {
  const own = statement.conditions.filter(
    (condition) => !operatorOf(condition).negated && operatorOf(condition).name !== 'null',
  )
  const claim = (condition: Condition): string => keyOf(condition).slice(keyOf(condition).lastIndexOf(':') + 1)
  const ofIssuer = own.filter(
    (condition) => /[./]/.test(keyOf(condition).split(':')[0]!) || keyOf(condition).includes(UNKNOWN),
  )
  return {
    statement,
    principal,
    issuer: SHARED.find(([pattern]) => pattern.test(host))?.[1] ?? 'private',
    host,
    subjects: [...ofIssuer.filter((condition) => claim(condition) === 'sub'), ...own.filter(isSubjectByValue)],
    audiences: ofIssuer.filter((condition) => /^(aud|oaud|app_id)$/.test(claim(condition))),
    claims: new Map(ofIssuer.map((condition) => [claim(condition), condition])),
    unclear: statement.conditions.some(
      (condition) => condition.key.value.includes(UNKNOWN) && !/:[a-z_]+$/i.test(condition.key.value),
    ),
  }
}

/** The key is not known; what it is compared with is no audience, so it is the subject. */
function isSubjectByValue({ key, values }: Condition): boolean {
  return key.value.includes(UNKNOWN) && !/:\w+$/.test(key.value) && values.some(({ value }) => /[:/]/.test(value))
}

/** From the provider's ARN, from the keys that the conditions ask for, or from the only provider of the unit. */
function hostOf({ type, value }: Principal, { conditions }: Statement, nodes: readonly AnyNode[]): string | undefined {
  if (type !== 'Federated' || /:saml-provider\//.test(value.value)) return undefined
  const written = value.value.replace(/^.*:oidc-provider\//, '').replace(/^https?:\/\//, '')
  if (!written.includes(UNKNOWN)) return written
  const asked = conditions.map(keyOf).find((key) => /^[\w-]+(\.[\w-]+)+(\/[^:]*)?:\w+$/.test(key))
  if (asked) return asked.slice(0, asked.lastIndexOf(':'))
  const known = SHARED.find(([pattern]) => pattern.test(written))
  if (known) return written.replaceAll(UNKNOWN, '')
  const urls = providerUrls(nodes)
  return urls.length === 1 && written === UNKNOWN ? urls[0] : written
}

function providerUrls(nodes: readonly AnyNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.kind !== 'resource' || !/^(aws_iam_openid_connect_provider|AWS::IAM::OIDCProvider)$/.test(node.type))
      return []
    const url = leafOf(member(node.arguments, 'url') ?? member(node.arguments, 'Url'))
    return url && !url.value.includes(UNKNOWN) ? [url.value.replace(/^https?:\/\//, '')] : []
  })
}

/** What a subject value lets in. `broken`: a wildcard under an operator that knows none. */
export interface Subject {
  readonly severity?: Severity
  /** Completes "This lets in …". */
  readonly lets?: string
  readonly broken?: true
}

/** `repo:ORG/REPO:…`, and `repo:ORG@ID/REPO@ID:…` of repositories made since July 2026. */
export function gradeGitHubSubject(value: string, operator: string): Subject {
  const known = withWildcards(value, operator)
  if (known === 'broken') return { broken: true }
  if (known === undefined) return {}
  const subject = known.replaceAll(/@[^/:]*/g, '')
  if (!/[*?]/.test(subject)) {
    return /:pull_request$/.test(subject) ? { severity: 'note', lets: 'every pull request of the repository' } : {}
  }
  if (!subject.startsWith('repo:')) {
    return /^[*?]|^r?e?p?o?[*?]/.test(subject) ? { severity: 'critical', lets: 'any repository on GitHub' } : {}
  }
  const path = subject.slice('repo:'.length)
  const slash = path.indexOf('/')
  const organization = slash === -1 ? path : path.slice(0, slash)
  // `repo:${var.repository}:*`: the unknown holds the slash.
  const opaque = slash === -1 && organization.includes(UNKNOWN)
  if (!opaque && /[*?]/.test(organization)) {
    return {
      severity: 'critical',
      lets:
        slash === -1 && /\w/.test(organization)
          ? 'every organization whose name begins so'
          : 'any repository on GitHub',
    }
  }
  const rest = opaque ? path : path.slice(slash + 1)
  const [repository = '', ...context] = rest.split(':')
  if (/^\*+$/.test(repository))
    return { severity: 'high', lets: 'every repository of the organization, forks within it and new ones included' }
  if (/[*?]/.test(repository)) return { severity: 'medium', lets: 'every repository whose name fits' }
  const where = context.join(':')
  if (/^\*+$/.test(where))
    return { severity: 'note', lets: 'every branch, tag, environment and pull request of the repository' }
  return {}
}

/** Any issuer but GitHub. */
export function gradeSubject(value: string, operator: string, issuer: Issuer): Subject {
  const known = withWildcards(value, operator)
  if (known === 'broken') return { broken: true }
  if (known === undefined || !/[*?]/.test(known)) return {}
  const shared = issuer !== 'eks' && issuer !== 'private'
  if (/^[*?]+$/.test(known) || (shared && /^\w*:?[*?]/.test(known))) {
    return shared
      ? { severity: 'critical', lets: 'every customer of the issuer' }
      : { severity: 'medium', lets: 'every subject of the issuer' }
  }
  if (issuer === 'eks' && /^system:serviceaccount:[^:]*\*/.test(known)) {
    return { severity: 'medium', lets: 'every service account of the cluster that fits' }
  }
  if (issuer === 'gitlab' && /^project_path:[^/:]*\*/.test(known)) {
    return { severity: 'critical', lets: 'every group whose name begins so' }
  }
  if (issuer === 'terraform' && /^organization:[^:]*\*/.test(known)) {
    return { severity: 'critical', lets: 'every organization whose name begins so' }
  }
  return { severity: 'note', lets: 'every subject that fits' }
}

/** The pattern as AWS reads it; undefined when nothing of it is known; `broken` when its wildcards are none. */
function withWildcards(value: string, operator: string): string | 'broken' | undefined {
  if (new RegExp(`^[${UNKNOWN}\\s]*$`).test(value)) return undefined
  if (!operator.startsWith('stringequals')) return value
  return /[*]/.test(value) ? 'broken' : value.replaceAll('?', UNKNOWN)
}

/** Claims of GitHub that pin the repository as `sub` does, and those that pin the organization only. */
export function pinsRepository(claims: ReadonlyMap<string, Condition>): 'repository' | 'organization' | undefined {
  const pinned = (...names: string[]): boolean =>
    names.some((name) => claims.get(name)?.values.every((leaf) => !/^[*?]*$|^\*/.test(leaf.value)))
  if (pinned('repository', 'repository_id', 'job_workflow_ref', 'workflow_ref', 'job_workflow_sha')) return 'repository'
  return pinned('repository_owner', 'repository_owner_id', 'enterprise', 'enterprise_id') ? 'organization' : undefined
}
