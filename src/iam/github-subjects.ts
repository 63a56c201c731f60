import { UNKNOWN } from '../core/text.ts'
import { type Subject, withWildcards } from './oidc-subjects.ts'

/**
 * What a condition on a token of GitHub lets in. A subject is a row of claims, `repo:ORG/REPO:ref:…`, of which an
 * organization chooses which and in what order; everyone may choose, so only claims that name whose it is say it.
 * https://docs.github.com/en/actions/reference/security/oidc#customizing-the-subject-claims-for-an-organization-or-repository
 */
export function gradeGitHubSubject(value: string, operator: string): Subject {
  const subject = withWildcards(value, operator)
  if (subject === 'broken') return { broken: true }
  if (subject === undefined) return {}
  const claims = claimsOf(subject)
  if (claims.length === 0) return /^[*?]|^r?e?p?o?[*?]/.test(subject) ? ANYONE : {}
  const graded = claims.flatMap(({ name, pattern }) => gradeClaim(name, pattern) ?? [])
  const [tightest] = graded.sort((a, b) => weightOf(a) - weightOf(b))
  if (!tightest) return subject.startsWith(UNKNOWN) ? {} : notSaidWhose(claims.map(({ name }) => name))
  if (tightest.severity) return tightest
  if (/:pull_request$/.test(subject)) return { severity: 'note', lets: 'every pull request of the repository' }
  return claims.every(({ name }) => SAYS_WHOSE.test(name)) && /(:|@[^/:]*)\*+$/.test(subject)
    ? { severity: 'note', lets: 'every branch, tag, environment and pull request of the repository' }
    : {}
}

/** A claim asked for by a key of its own, `…:repository_owner`; undefined for one that does not say whose the token is. */
export function gradeGitHubClaim(name: string, value: string, operator: string): Subject | undefined {
  const pattern = withWildcards(value, operator)
  if (pattern === 'broken') return SAYS_WHOSE.test(name) ? { broken: true } : undefined
  return pattern === undefined ? (SAYS_WHOSE.test(name) ? {} : undefined) : gradeClaim(name, pattern)
}

const ANYONE: Subject = { severity: 'critical', lets: 'any repository on GitHub' }
const ORGANIZATION: Subject = {
  severity: 'high',
  lets: 'every repository of the organization, forks within it and new ones included',
}
const LIKE_NAMED: Subject = { severity: 'critical', lets: 'every organization whose name begins so' }

const CLAIMS =
  'actor|actor_id|base_ref|context|enterprise|enterprise_id|environment|event_name|head_ref|job_workflow_ref|job_workflow_sha|ref|ref_type|ref_protected|repo|repository|repository_id|repository_owner|repository_owner_id|repository_visibility|run_id|runner_environment|sha|workflow|workflow_ref|workflow_sha'
const SAYS_WHOSE =
  /^(repo|repository|repository_id|repository_owner|repository_owner_id|enterprise|enterprise_id|job_workflow_ref|job_workflow_sha|workflow_ref|workflow_sha)$/

interface Claim {
  readonly name: string
  readonly pattern: string
}

function claimsOf(subject: string): Claim[] {
  const found = [...subject.matchAll(new RegExp(`(?<=^|:)(${CLAIMS}):`, 'g'))]
  return found.map((match, at) => {
    const end = found[at + 1]?.index ?? subject.length + 1
    return { name: match[1]!, pattern: subject.slice(match.index + match[0].length, end - 1) }
  })
}

function gradeClaim(name: string, value: string): Subject | undefined {
  if (!SAYS_WHOSE.test(name)) return undefined
  const pattern = value.split(':', 1)[0]!
  switch (name) {
    case 'repo':
    case 'repository':
      return gradeRepository(pattern)
    case 'job_workflow_ref':
    case 'workflow_ref':
      return gradeRepository(pattern.replace(/^([^/]*\/[^/]*)\/.*$/s, '$1'))
    case 'repository_owner':
    case 'repository_owner_id':
    case 'enterprise':
    case 'enterprise_id':
      if (!/[*?]/.test(pattern)) return ORGANIZATION
      return /\w/.test(pattern) ? LIKE_NAMED : ANYONE
    default:
      if (!/[*?]/.test(pattern)) return {}
      return /\w/.test(pattern) ? { severity: 'critical', lets: 'every repository whose id begins so' } : ANYONE
  }
}

/** `ORG/REPO`, and `ORG@ID/REPO@ID` of repositories made since July 2026. */
function gradeRepository(path: string): Subject {
  const slash = path.indexOf('/')
  const organization = (slash === -1 ? path : path.slice(0, slash)).replace(/@.*/, '')
  // `repo:${var.repository}:*`: the unknown holds the slash.
  const opaque = slash === -1 && organization.includes(UNKNOWN)
  if (!opaque && /[*?]/.test(organization)) {
    return slash === -1 && /\w/.test(organization) ? LIKE_NAMED : ANYONE
  }
  // `acme@*`: the star goes on across the slash.
  if (slash === -1 && !opaque) return /[*?]/.test(path) ? ORGANIZATION : {}
  const repository = (opaque ? path : path.slice(slash + 1)).replace(/@.*/, '')
  if (/^\*+$/.test(repository)) return ORGANIZATION
  return /[*?]/.test(repository) ? { severity: 'medium', lets: 'every repository whose name fits' } : {}
}

function notSaidWhose(names: readonly string[]): Subject {
  const said = [...new Set(names)].map((name) => `\`${name}\``).join(' and ')
  return {
    ...ANYONE,
    lets: `any repository on GitHub: ${said} ${names.length > 1 ? 'do' : 'does'} not say whose it is`,
  }
}

const ORDER = [undefined, 'note', 'low', 'medium', 'high', 'critical']
const weightOf = ({ severity }: Subject): number => ORDER.indexOf(severity)
