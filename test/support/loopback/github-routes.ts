import { gunzipSync } from 'node:zlib'
import { blob, commentableLines, commitJson, commitsBetween, filesBetween, mergeBase, resolve } from './github-git.ts'
import {
  type GithubState,
  type Permission,
  type Posted,
  pullFiles,
  pullJson,
  pullOf,
  Refused,
  repositoryJson,
} from './github-state.ts'

interface Request {
  readonly state: GithubState
  readonly variables: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: Record<string, unknown>
}

interface Response {
  readonly status?: number
  readonly body?: unknown
  /** The body is a list to be cut into pages; `total` is where GitHub stops listing. */
  readonly page?: { readonly total?: number }
}

interface Route {
  /** Any one of these opens it. */
  readonly grants: readonly (readonly [Permission | 'metadata', 'read' | 'write'])[]
  run(request: Request): Response
}

const readContents = [['contents', 'read']] as const
const readPulls = [['pull-requests', 'read']] as const
const writePulls = [['pull-requests', 'write']] as const
const talk = [
  ['issues', 'write'],
  ['pull-requests', 'write'],
] as const
const listen = [
  ['issues', 'read'],
  ['pull-requests', 'read'],
] as const

/** What each operation does with the state. */
export const ROUTES: Readonly<Record<string, Route>> = {
  'GET /repos/{owner}/{repo}': {
    grants: [['metadata', 'read']],
    run: ({ state }) => ({ body: repositoryJson(state) }),
  },
  'GET /repos/{owner}/{repo}/collaborators/{username}/permission': {
    grants: [['metadata', 'read']],
    run: ({ state, variables }) => {
      const permission = state.collaborators.get(variables.username!) ?? 'read'
      return { body: { permission, role_name: permission, user: { login: variables.username } } }
    },
  },
  'GET /repos/{owner}/{repo}/compare/{basehead}': { grants: readContents, run: compare },
  'GET /repos/{owner}/{repo}/commits/{ref}': {
    grants: readContents,
    run: ({ state, variables }) => ({ body: commitJson(state, commitNamed(state, variables.ref!)) }),
  },
  'GET /repos/{owner}/{repo}/contents/{path}': { grants: readContents, run: contents },
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': { grants: readContents, run: blobOf },
  'GET /repos/{owner}/{repo}/git/ref/{ref}': { grants: readContents, run: refOf },

  'GET /repos/{owner}/{repo}/pulls': {
    grants: readPulls,
    run: ({ state, query }) => {
      const isWanted = ({ headRef, headSlug }: { headRef: string; headSlug: string }) =>
        query.head === undefined || query.head === `${headSlug.split('/')[0]}:${headRef}`
      const pulls = [...state.pulls.values()].filter(isWanted).map(({ number }) => pullJson(state, number))
      return { body: pulls.map(({ mergeable, ...pull }: Record<string, unknown>) => pull), page: {} }
    },
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': {
    grants: readPulls,
    run: ({ state, variables }) => ({ body: pullJson(state, variables.pull_number!) }),
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': {
    grants: readPulls,
    run: ({ state, variables }) => ({ body: pullFiles(state, variables.pull_number!), page: { total: 3000 } }),
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits': {
    grants: readPulls,
    run: ({ state, variables }) => {
      const { base, head } = pullOf(state, variables.pull_number!)
      return { body: commitsBetween(state, base, head).map((sha) => commitJson(state, sha)), page: { total: 250 } }
    },
  },

  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': {
    grants: listen,
    run: ({ state, variables }) => ({ body: state.issueComments.get(Number(variables.issue_number)) ?? [], page: {} }),
  },
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': {
    grants: talk,
    run: ({ state, variables, body }) => {
      requireBody(body.body)
      return { status: 201, body: post(state, state.issueComments, variables.issue_number!, { body: body.body }) }
    },
  },
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': {
    grants: talk,
    run: ({ state, variables, body }) => {
      requireBody(body.body)
      return { body: Object.assign(find(state.issueComments, variables.comment_id!), { body: body.body }) }
    },
  },
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}': {
    grants: talk,
    run: ({ state, variables }) => remove(state.issueComments, variables.comment_id!),
  },

  'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews': {
    grants: readPulls,
    run: ({ state, variables }) => ({ body: state.reviews.get(Number(variables.pull_number)) ?? [], page: {} }),
  },
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews': { grants: writePulls, run: review },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments': {
    grants: readPulls,
    run: ({ state, variables }) => ({ body: state.reviewComments.get(Number(variables.pull_number)) ?? [], page: {} }),
  },
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments': {
    grants: writePulls,
    run: ({ state, variables, body }) => {
      const number = variables.pull_number!
      requireBody(body.body)
      requirePlace(state, number, body)
      return { status: 201, body: post(state, state.reviewComments, number, placed(body)) }
    },
  },
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies': {
    grants: writePulls,
    run: ({ state, variables, body }) => {
      const parent = find(state.reviewComments, variables.comment_id!)
      const { path, line } = parent as { path?: unknown; line?: unknown }
      const reply = { body: body.body, in_reply_to_id: parent.id, path, line }
      return { status: 201, body: post(state, state.reviewComments, variables.pull_number!, reply) }
    },
  },
  'PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}': {
    grants: writePulls,
    run: ({ state, variables, body }) => ({
      body: Object.assign(find(state.reviewComments, variables.comment_id!), { body: body.body }),
    }),
  },
  'DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}': {
    grants: writePulls,
    run: ({ state, variables }) => remove(state.reviewComments, variables.comment_id!),
  },

  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': {
    grants: [['checks', 'read']],
    run: ({ state, variables, query }) => {
      const sha = commitNamed(state, variables.ref!)
      const runs = state.checkRuns.filter(
        (run) => run.head_sha === sha && (query.check_name === undefined || run.name === query.check_name),
      )
      return { body: { total_count: runs.length, check_runs: runs } }
    },
  },
  'POST /repos/{owner}/{repo}/check-runs': {
    grants: [['checks', 'write']],
    run: ({ state, body }) => {
      requireSoundCheck(state, body)
      const run = {
        ...checkFields(body),
        id: state.nextId++,
        output: outputOf(body, undefined),
        annotations: annotationsOf(body),
      }
      state.checkRuns.push(run)
      return { status: 201, body: shownCheck(run) }
    },
  },
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}': {
    grants: [['checks', 'read']],
    run: ({ state, variables }) => ({ body: shownCheck(checkRun(state, variables.check_run_id!)) }),
  },
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': {
    grants: [['checks', 'write']],
    run: ({ state, variables, body }) => {
      requireSoundCheck(state, body)
      const run = checkRun(state, variables.check_run_id!)
      const before = run.annotations as unknown[]
      Object.assign(run, checkFields(body), {
        output: outputOf(body, run),
        annotations: [...before, ...annotationsOf(body)],
      })
      return { body: shownCheck(run) }
    },
  },

  'POST /repos/{owner}/{repo}/code-scanning/sarifs': { grants: [['security-events', 'write']], run: uploadSarif },
  'GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}': {
    grants: [['security-events', 'read']],
    run: ({ state, variables }) => {
      if (!state.sarifs.some(({ sarif_id }) => sarif_id === variables.sarif_id)) throw new Refused(404, 'Not Found')
      return { body: { processing_status: 'complete', analyses_url: '', errors: null } }
    },
  },
}

/** Three dots: from the merge base. Files on the first page only, 300 at most; commits 250 a page. */
function compare({ state, variables, query }: Request): Response {
  const [from = '', to = ''] = variables.basehead!.split('...')
  const [base, head] = [commitNamed(state, from), commitNamed(state, to)]
  const middle = mergeBase(state, base, head)
  if (!middle) throw new Refused(404, 'No common ancestor between the two commits')
  const commits = commitsBetween(state, base, head)
  const behind = commitsBetween(state, head, base).length
  const size = Math.min(Number(query.per_page ?? 250), 250)
  const page = Number(query.page ?? 1)
  const status = commits.length > 0 ? (behind > 0 ? 'diverged' : 'ahead') : behind > 0 ? 'behind' : 'identical'
  return {
    body: {
      status,
      ahead_by: commits.length,
      behind_by: behind,
      total_commits: commits.length,
      base_commit: commitJson(state, base),
      merge_base_commit: commitJson(state, middle),
      commits: commits.slice((page - 1) * size, page * size).map((sha) => commitJson(state, sha)),
      files: page === 1 ? filesBetween(state, middle, head).slice(0, 300) : [],
    },
  }
}

function contents({ state, variables, query }: Request): Response {
  const commit = commitNamed(state, query.ref ?? state.defaultBranch)
  const content = blob(state.directory, `${commit}:${variables.path}`)
  if (!content) throw new Refused(404, 'Not Found')
  const path = variables.path!
  return {
    body: {
      type: 'file',
      name: path.split('/').at(-1),
      path,
      size: content.length,
      encoding: 'base64',
      content: content.toString('base64'),
    },
  }
}

function blobOf({ state, variables }: Request): Response {
  const sha = variables.file_sha!
  const content = /^[0-9a-f]{40}$/.test(sha) ? blob(state.directory, sha) : undefined
  if (!content) throw new Refused(404, 'Not Found')
  return {
    body: { sha, size: content.length, encoding: 'base64', content: content.toString('base64'), url: '', node_id: '' },
  }
}

function refOf({ state, variables }: Request): Response {
  const ref = `refs/${variables.ref}`
  const sha = resolve(state.directory, ref)
  if (!sha) throw new Refused(404, 'Not Found')
  return { body: { ref, node_id: '', url: '', object: { type: 'commit', sha, url: '' } } }
}

/** One comment off the diff fails the whole review, and GitHub does not say which. */
function review({ state, variables, body }: Request): Response {
  const number = variables.pull_number!
  const comments = (body.comments ?? []) as Record<string, unknown>[]
  if (body.event === 'COMMENT' && !body.body && comments.length === 0) throw new Refused(422, 'Unprocessable Entity')
  try {
    for (const comment of comments) requirePlace(state, number, { ...comment, subject_type: 'line' })
  } catch {
    throw new Refused(422, 'Unprocessable Entity', ['Line could not be resolved'])
  }
  const states = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' }
  const made = post(state, state.reviews, number, {
    body: body.body ?? '',
    state: states[body.event as keyof typeof states] ?? 'PENDING',
    commit_id: body.commit_id ?? pullOf(state, number).head,
  })
  for (const comment of comments) {
    post(state, state.reviewComments, number, { ...placed(comment), pull_request_review_id: made.id })
  }
  return { body: made }
}

function placed(body: Record<string, unknown>): Record<string, unknown> {
  const { path, line = null, side = 'RIGHT', start_line = null, subject_type = 'line', commit_id } = body
  return { body: body.body, path, line, side, start_line, subject_type, ...(commit_id ? { commit_id } : {}) }
}

function requirePlace(state: GithubState, number: string, body: Record<string, unknown>): void {
  const file = pullFiles(state, number).find(({ filename }) => filename === body.path)
  const fault = (field: string) =>
    new Refused(422, 'Validation Failed', [{ resource: 'PullRequestReviewComment', code: 'invalid', field }])
  if (!file) throw fault('path')
  if (body.subject_type === 'file') return
  if (body.commit_id !== undefined && body.commit_id !== pullOf(state, number).head) throw fault('commit_id')
  const lines = commentableLines(file.patch)[body.side === 'LEFT' ? 'LEFT' : 'RIGHT']
  if (typeof body.line !== 'number' || !lines.has(body.line)) throw fault('pull_request_review_thread.line')
  if (body.start_line !== undefined && !(lines.has(Number(body.start_line)) && Number(body.start_line) < body.line)) {
    throw fault('pull_request_review_thread.start_line')
  }
}

/** Comments of 65,536 characters at most. */
function requireBody(body: unknown): void {
  if (String(body).length > 65_536)
    throw new Refused(422, 'Validation Failed', ['body is too long (maximum is 65536 characters)'])
  if (String(body).trim() === '') throw new Refused(422, 'Validation Failed', ["body can't be blank"])
}

/** Beyond the schema: https://docs.github.com/rest/checks/runs for columns and lengths. */
function requireSoundCheck(state: GithubState, body: Record<string, unknown>): void {
  if (body.head_sha !== undefined && !resolve(state.directory, String(body.head_sha))) {
    throw new Refused(422, `No commit found for SHA: ${String(body.head_sha)}`)
  }
  for (const annotation of annotationsOf(body)) {
    const { start_line, end_line, start_column, end_column, message, title } = annotation as Record<string, unknown>
    const columns = start_column !== undefined || end_column !== undefined
    if (columns && start_line !== end_line) throw new Refused(422, 'columns are for annotations of one line')
    if (Number(start_line) < 1 || Number(end_line) < Number(start_line))
      throw new Refused(422, 'lines are out of order')
    if (Buffer.byteLength(String(message)) > 65_536) throw new Refused(422, 'message is longer than 64 KB')
    if (title !== undefined && String(title).length > 255) throw new Refused(422, 'title is longer than 255 characters')
  }
}

const annotationsOf = (body: Record<string, unknown>): unknown[] =>
  (body.output as { annotations?: unknown[] } | undefined)?.annotations ?? []

function checkFields(body: Record<string, unknown>): Record<string, unknown> {
  const { output: _output, actions: _actions, ...fields } = body
  return { ...fields, status: body.conclusion ? 'completed' : (body.status ?? 'queued') }
}

function outputOf(body: Record<string, unknown>, before: Posted | undefined) {
  const output = { ...(before?.output as object), ...(body.output as object) } as Record<string, unknown>
  const { title = null, summary = null, text = null } = output
  const count = annotationsOf(body).length + ((before?.annotations as unknown[] | undefined)?.length ?? 0)
  return { title, summary, text, annotations_count: count, annotations_url: '' }
}

function shownCheck({ annotations: _, ...run }: Posted): Record<string, unknown> {
  return run
}

function checkRun(state: GithubState, id: string): Posted {
  const run = state.checkRuns.find((one) => one.id === Number(id))
  if (!run) throw new Refused(404, 'Not Found')
  return run
}

/** Gzip and base64 around SARIF 2.1.0; the commit must be known; private repositories need code scanning. */
function uploadSarif({ state, body }: Request): Response {
  if (state.private && !state.codeScanning) {
    throw new Refused(
      403,
      'Code scanning is not enabled for this repository. Please enable code scanning in the repository settings.',
    )
  }
  if (!resolve(state.directory, String(body.commit_sha))) throw new Refused(400, 'commit_sha is not known')
  let sarif: { version?: unknown; runs?: { results?: unknown[] }[] }
  try {
    sarif = JSON.parse(gunzipSync(Buffer.from(String(body.sarif), 'base64')).toString('utf8'))
  } catch {
    throw new Refused(400, 'sarif is not gzip in base64 around JSON')
  }
  if (sarif.version !== '2.1.0') throw new Refused(400, 'sarif is not of version 2.1.0')
  if (sarif.runs?.some(({ results = [] }) => results.length > 25_000)) throw new Refused(413, 'more than 25000 results')
  const id = state.nextId++
  state.sarifs.push({ ...body, id, sarif_id: `sarif-${id}`, sarif })
  return { status: 202, body: { id: `sarif-${id}`, url: '' } }
}

function commitNamed(state: GithubState, name: string): string {
  const found = resolve(state.directory, name)
  if (!found) throw new Refused(404, 'Not Found')
  return found
}

function post(
  state: GithubState,
  where: Map<number, Posted[]>,
  number: string,
  fields: Record<string, unknown>,
): Posted {
  const made: Posted = {
    ...fields,
    id: state.nextId++,
    user: { login: state.login, type: state.login.endsWith('[bot]') ? 'Bot' : 'User' },
    created_at: '2026-11-04T12:00:00Z',
    html_url: `https://github.com/${state.slug}/pull/${number}#${state.nextId}`,
  }
  if (where === state.reviews) delete made.created_at
  where.set(Number(number), [...(where.get(Number(number)) ?? []), made])
  return made
}

function find(where: Map<number, Posted[]>, id: string): Posted {
  const found = [...where.values()].flat().find((one) => one.id === Number(id))
  if (!found) throw new Refused(404, 'Not Found')
  return found
}

function remove(where: Map<number, Posted[]>, id: string): Response {
  find(where, id)
  for (const [number, posted] of where)
    where.set(
      number,
      posted.filter((one) => one.id !== Number(id)),
    )
  return { status: 204 }
}
