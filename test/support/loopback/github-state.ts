import { filesBetween, mergeBase, type ServedRepository } from './github-git.ts'

/** What a token may do, by the names of a workflow's `permissions:`. `metadata: read` goes without saying. */
export type Permission = 'contents' | 'pull-requests' | 'issues' | 'checks' | 'security-events'
export type Grants = Partial<Record<Permission, 'read' | 'write'>>

export interface Pull {
  readonly number: number
  readonly base: string
  readonly head: string
  readonly baseRef: string
  readonly headRef: string
  /** `owner/name` of the repository that the head is in: another one for a fork. */
  readonly headSlug: string
}

/** What was posted, as GitHub would answer it; `kind` tells the collections apart. */
export type Posted = Record<string, unknown> & { id: number }

export interface GithubState extends ServedRepository {
  readonly token: string
  /** Change it to take permissions away. */
  grants: Grants
  private: boolean
  codeScanning: boolean
  defaultBranch: string
  /** Who the token acts as: authorship of comments. */
  login: string
  readonly pulls: Map<number, Pull>
  readonly issueComments: Map<number, Posted[]>
  readonly reviews: Map<number, Posted[]>
  readonly reviewComments: Map<number, Posted[]>
  readonly checkRuns: Posted[]
  readonly sarifs: Posted[]
  nextId: number
  /** What people may do; everyone else reads. */
  readonly collaborators: Map<string, string>
  /** Ids of the first comments of threads that are resolved. */
  readonly resolved: Set<number>
}

/** Refused requests, as GitHub words them. */
export class Refused extends Error {
  readonly status: number
  readonly errors: unknown

  constructor(status: number, message: string, errors?: unknown) {
    super(message)
    this.status = status
    this.errors = errors
  }
}

export function repositoryJson({ slug, private: hidden, defaultBranch }: GithubState) {
  const [owner, name] = slug.split('/')
  return {
    id: 74,
    name,
    full_name: slug,
    owner: { login: owner, id: 65, type: 'Organization' },
    private: hidden,
    visibility: hidden ? 'private' : 'public',
    default_branch: defaultBranch,
    html_url: `https://github.com/${slug}`,
    fork: false,
  }
}

export function pullOf(state: GithubState, number: string | number): Pull {
  const pull = state.pulls.get(Number(number))
  if (!pull) throw new Refused(404, 'Not Found')
  return pull
}

export function pullJson(state: GithubState, number: string | number) {
  const pull = pullOf(state, number)
  const end = (sha: string, ref: string, slug: string) => ({
    sha,
    user: { login: slug.split('/')[0], id: 65, type: 'Organization' },
    ref,
    label: `${slug.split('/')[0]}:${ref}`,
    repo: { ...repositoryJson(state), full_name: slug, fork: slug !== state.slug },
  })
  return {
    number: pull.number,
    id: pull.number,
    state: 'open',
    title: 'A change',
    user: { login: 'octocat', type: 'User' },
    draft: false,
    base: end(pull.base, pull.baseRef, state.slug),
    head: end(pull.head, pull.headRef, pull.headSlug),
    html_url: `https://github.com/${state.slug}/pull/${pull.number}`,
  }
}

export function pullFiles(state: GithubState, number: string | number) {
  const { base, head } = pullOf(state, number)
  return filesBetween(state, mergeBase(state, base, head) ?? base, head)
}
