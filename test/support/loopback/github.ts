import { resolve, serveGit } from './github-git.ts'
import { answerGraphql, graphqlViolations } from './github-graphql.ts'
import { type Matched, matchOperation, strangeFields, violationsOf } from './github-operations.ts'
import { ROUTES } from './github-routes.ts'
import {
  type GithubState,
  type Grants,
  type Permission,
  type Pull,
  pullJson,
  Refused,
  repositoryJson,
} from './github-state.ts'
import { type Answer, type Asked, type Loopback, listen, type Misbehaviour } from './server.ts'

export interface Recorded {
  readonly method: string
  readonly path: string
  readonly query: Record<string, string>
  readonly body: unknown
  status: number
}

export interface GithubServer extends Loopback, GithubState {
  /** What the runner puts into a job's environment. */
  readonly env: Record<string, string>
  readonly requests: Recorded[]
  /** What GitHub's description does not allow, or what this server itself got wrong: must stay empty. */
  readonly violations: string[]
  /** Answers to give instead of serving, by the first request whose `METHOD path` contains `when`. */
  readonly faults: { readonly when: string; readonly with: Answer | Misbehaviour }[]
  addPull(base: string, head: string, options?: Partial<Pull>): Pull
  /** The payload of the pull_request event of a pull. */
  pullEvent(number: number): Record<string, unknown>
}

const EVERYTHING: Grants = {
  contents: 'write',
  'pull-requests': 'write',
  issues: 'write',
  checks: 'write',
  'security-events': 'write',
}

/** GitHub's REST API and git over HTTP, serving the repository in `directory`. */
export async function startGithub(
  directory: string,
  options: Partial<Pick<GithubState, 'slug' | 'grants' | 'private' | 'codeScanning' | 'defaultBranch'>> = {},
): Promise<GithubServer> {
  const state: GithubState = {
    directory,
    slug: options.slug ?? 'octo-org/octo-repo',
    token: `gh${'s_'}${Math.random().toString(36).slice(2).padEnd(36, 'x')}`,
    grants: options.grants ?? { ...EVERYTHING },
    private: options.private ?? false,
    codeScanning: options.codeScanning ?? true,
    defaultBranch: options.defaultBranch ?? 'main',
    login: 'github-actions[bot]',
    pulls: new Map(),
    issueComments: new Map(),
    reviews: new Map(),
    reviewComments: new Map(),
    checkRuns: [],
    sarifs: [],
    nextId: 1001,
    resolved: new Set(),
    collaborators: new Map(),
  }
  const requests: Recorded[] = []
  const violations: string[] = []
  const faults: GithubServer['faults'] = []
  const loopback = await listen((asked) => {
    const { pathname, searchParams } = asked.url
    const path = pathname.replace(/^\/api(?:\/v3|(?=\/graphql$))/, '')
    const record: Recorded = {
      method: asked.method,
      path,
      query: Object.fromEntries(searchParams),
      body: bodyOf(asked),
      status: 0,
    }
    requests.push(record)
    const at = faults.findIndex(({ when }) => `${asked.method} ${path}`.includes(when))
    const [fault] = at === -1 ? [] : faults.splice(at, 1)
    const answer = fault ? fault.with : respond(server, asked, path, record, violations)
    if (typeof answer === 'object') record.status = answer.status
    return answer
  })
  const env = {
    GITHUB_API_URL: loopback.url,
    GITHUB_SERVER_URL: loopback.url,
    GITHUB_GRAPHQL_URL: `${loopback.url}/graphql`,
    GITHUB_REPOSITORY: state.slug,
  }
  const server: GithubServer = Object.assign(state, loopback, {
    env,
    requests,
    violations,
    faults,
    addPull: (base: string, head: string, options: Partial<Pull> = {}) => addPull(state, base, head, options),
    pullEvent: (number: number) => pullEvent(state, number),
  })
  return server
}

function addPull(state: GithubState, base: string, head: string, options: Partial<Pull>): Pull {
  const pull: Pull = {
    number: options.number ?? state.pulls.size + 1,
    base: resolve(state.directory, base) ?? base,
    head: resolve(state.directory, head) ?? head,
    baseRef: options.baseRef ?? state.defaultBranch,
    headRef: options.headRef ?? 'feature',
    headSlug: options.headSlug ?? state.slug,
  }
  state.pulls.set(pull.number, pull)
  return pull
}

function pullEvent(state: GithubState, number: number): Record<string, unknown> {
  const pull = pullJson(state, number)
  return { action: 'synchronize', number, pull_request: pull, repository: repositoryJson(state) }
}

function bodyOf(asked: Asked): unknown {
  if (asked.body.length === 0 || !String(asked.headers['content-type']).includes('json')) return undefined
  try {
    return JSON.parse(asked.body.toString('utf8'))
  } catch {
    return asked.body.toString('utf8')
  }
}

function respond(state: GithubState, asked: Asked, path: string, record: Recorded, violations: string[]): Answer {
  try {
    if (/^\/[^/]+\/[^/]+(\.git)?\/(info\/refs|git-upload-pack)$/.test(path)) return gitAnswer(state, asked, path)
    authenticate(state, String(asked.headers.authorization ?? ''))
    if (path === '/graphql') {
      const question = record.body as { query: string }
      violations.push(...graphqlViolations(question).map((text) => `graphql: ${text}`))
      return json(200, answerGraphql(state, question))
    }
    const matched = matchOperation(asked.method, path)
    if (!matched) {
      violations.push(`${asked.method} ${path}: not an operation of the loopback server`)
      throw new Refused(404, 'Not Found')
    }
    return operationAnswer(state, matched, asked, record, violations)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return json(error.status, {
      message: error.message,
      ...(error.errors ? { errors: error.errors } : {}),
      documentation_url: 'https://docs.github.com/rest',
      status: String(error.status),
    })
  }
}

function operationAnswer(
  state: GithubState,
  matched: Matched,
  asked: Asked,
  record: Recorded,
  violations: string[],
): Answer {
  const { operation, variables } = matched
  const name = `${operation.method} ${operation.path}`
  if (`${variables.owner}/${variables.repo}` !== state.slug) throw new Refused(404, 'Not Found')
  const route = ROUTES[name]
  if (!route) throw new Error(`no route for ${name}`)
  if (!route.grants.some(([permission, level]) => holds(state.grants, permission, level))) {
    throw new Refused(state.private && operation.method === 'GET' ? 404 : 403, 'Resource not accessible by integration')
  }
  const wrong = violationsOf(matched, asked.url.searchParams, record.body)
  if (wrong.length > 0) {
    violations.push(...wrong.map((text) => `${name}: ${text}`))
    throw new Refused(422, 'Invalid request', wrong)
  }
  const { status = 200, body, page } = route.run({ state, variables, query: record.query, body: record.body as never })
  const strange = strangeFields(matched, body)
  violations.push(...strange.map((field) => `${name}: the loopback server answered ${field}`))
  if (page && Array.isArray(body)) return paged(asked.url, body, page)
  return status === 204 ? { status } : json(status, body)
}

function holds(grants: Grants, permission: Permission | 'metadata', level: 'read' | 'write'): boolean {
  if (permission === 'metadata') return true
  return grants[permission] === 'write' || (level === 'read' && grants[permission] === 'read')
}

function authenticate(state: GithubState, authorization: string): void {
  const [scheme = '', value = ''] = authorization.split(' ')
  const token = scheme.toLowerCase() === 'basic' ? Buffer.from(value, 'base64').toString().split(':')[1] : value
  if (token !== state.token) throw new Refused(401, authorization ? 'Bad credentials' : 'Requires authentication')
}

/** Public repositories can be fetched by everyone; private ones with a token that may read contents. */
function gitAnswer(state: GithubState, asked: Asked, path: string): Answer {
  const slug = path
    .split('/')
    .slice(1, 3)
    .join('/')
    .replace(/\.git$/, '')
  if (slug !== state.slug) throw new Refused(404, 'Not Found')
  const authorization = asked.headers.authorization
  if (authorization) authenticate(state, String(authorization))
  if (state.private && !(authorization && holds(state.grants, 'contents', 'read'))) {
    return { status: 401, headers: { 'www-authenticate': 'Basic realm="GitHub"' }, body: 'Repository not found.' }
  }
  return serveGit(state, asked)
}

/** `per_page` and `page`, with the Link header that Octokit follows. */
function paged(url: URL, items: unknown[], most: { readonly total?: number }): Answer {
  const size = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100)
  const page = Number(url.searchParams.get('page') ?? 1)
  const all = items.slice(0, most.total ?? items.length)
  const link = (to: number, rel: string) => {
    const target = new URL(url)
    target.searchParams.set('page', String(to))
    return `<${target.href}>; rel="${rel}"`
  }
  const last = Math.max(1, Math.ceil(all.length / size))
  const links = [...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : [])]
  return json(200, all.slice((page - 1) * size, page * size), links.length > 0 ? { link: links.join(', ') } : {})
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  const limits = { 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '900' }
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...limits, ...headers },
    body: JSON.stringify(body),
  }
}
