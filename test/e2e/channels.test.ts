import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { action } from '../support/dist.ts'
import { type GithubServer, startGithub } from '../support/loopback/github.ts'
import { Repository } from '../support/repository.ts'
import { type Event, pullRequest } from './support/events.ts'
import { pair } from './support/keys.ts'
import { obeyed } from './support/runner-log.ts'
import { type Server, SLUG, serve } from './support/server.ts'

/** The whole action on a pull request that leaks twelve keys, with a GitHub that takes what it says. */
const history = new Repository()
const LEAKS = 12
let server: Server
let github: GithubServer
let base: string
let head: string
let workspace: string

beforeAll(async () => {
  base = history.commit('base', { 'README.md': '# shop\n' })
  history.git('checkout', '-q', '-b', 'feature')
  const files = Array.from({ length: LEAKS }, (_, at) => [`conf/${at}.ini`, `# deploy\n${pair(`leak${at}`)}`])
  head = history.commit('leaks', Object.fromEntries(files))
  history.git('update-ref', 'refs/pull/7/head', head)
  server = serve(history)
  workspace = server.checkout('refs/heads/feature', 0)
  github = await startGithub(server.directory, { slug: SLUG })
  github.addPull('main', 'feature', { number: 7, headSlug: 'someone/octo-repo' })
}, 60_000)

afterAll(async () => {
  await github.close()
  server.dispose()
  history.dispose()
})

const run = async (event: Event, inputs: Record<string, string> = {}) => {
  const env = { ...github.env, GITHUB_API_URL: `${github.url}/api/v3`, GITHUB_RUN_ID: '99', ...event.env }
  return await action(workspace, { ...event, env }, { 'github-token': github.token, ...inputs })
}
const errors = (stdout: string) => obeyed(stdout).filter(({ name }) => name === 'error')
const fresh = () => {
  github.reviewComments.clear()
  github.issueComments.clear()
  github.reviews.clear()
  github.checkRuns.length = 0
  github.sarifs.length = 0
  github.requests.length = 0
}

test('every key is annotated, commented and summed up; the log repeats none; a second run posts nothing', async () => {
  const html = join(workspace, 'report.html')
  const first = await run(pullRequest(base, head), { 'html-file': 'report.html', annotations: 'auto' })
  expect(first).toMatchObject({ exitCode: 1, stderr: '', outputs: { verdict: 'block', 'html-file': 'report.html' } })
  expect(first.report.notifications).toEqual([])
  expect(errors(first.stdout)).toEqual([])
  const [check] = github.checkRuns
  expect(check).toMatchObject({
    conclusion: 'failure',
    head_sha: head,
    details_url: expect.stringMatching(/runs\/99$/),
  })
  expect(check!.annotations).toHaveLength(LEAKS)
  expect(github.reviewComments.get(7)).toHaveLength(LEAKS)
  expect(github.issueComments.get(7)).toMatchObject([{ body: expect.stringContaining('12 leaked secrets') }])
  expect(github.sarifs).toMatchObject([{ commit_sha: head, ref: 'refs/pull/7/head' }])
  expect(github.requests.length).toBeLessThanOrEqual(12)
  expect(existsSync(html) && readFileSync(html, 'utf8')).toContain('conf/0.ini')
  rmSync(html)
  github.requests.length = 0
  await run(pullRequest(base, head), { 'upload-sarif': 'false' })
  expect(github.requests.filter(({ method, path }) => method !== 'GET' && path !== '/graphql')).toEqual([])
  expect(github.violations).toEqual([])
}, 90_000)

test('a token that only reads, as of a fork: the log has the worst, one notice says why', async () => {
  fresh()
  github.grants = { contents: 'read', 'pull-requests': 'read' }
  const outcome = await run(pullRequest(base, head, { fork: true }), { annotations: 'auto' })
  github.grants = {
    contents: 'write',
    'pull-requests': 'write',
    issues: 'write',
    checks: 'write',
    'security-events': 'write',
  }
  expect(outcome).toMatchObject({ exitCode: 1, stderr: '', outputs: { verdict: 'block' } })
  expect(errors(outcome.stdout)).toHaveLength(10)
  expect(outcome.report.notifications).toMatchObject([{ id: 'channel-closed', level: 'note' }])
  expect(github.checkRuns).toEqual([])
}, 60_000)

test('workflow_run tells the pull request of the fork what the unprivileged run could not', async () => {
  fresh()
  const workflow_run = {
    head_sha: head,
    head_branch: 'feature',
    head_repository: { full_name: 'someone/octo-repo', owner: { login: 'someone' } },
    pull_requests: [],
  }
  const payload = { workflow_run, repository: { full_name: SLUG, default_branch: 'main' } }
  const outcome = await run({ name: 'workflow_run', payload })
  expect(outcome).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
  expect(github.checkRuns).toMatchObject([{ head_sha: head, conclusion: 'failure' }])
  expect(github.reviewComments.get(7)).toHaveLength(LEAKS)
  expect(github.issueComments.get(7)).toHaveLength(1)
}, 60_000)

test('two steps at once end with one comment and one thread a key', async () => {
  fresh()
  await Promise.all([run(pullRequest(base, head)), run(pullRequest(base, head))])
  expect(github.issueComments.get(7)).toHaveLength(1)
  expect(github.reviewComments.get(7)).toHaveLength(LEAKS)
}, 90_000)

test('a GitHub that is away costs a notice, not the verdict', async () => {
  const event = { ...pullRequest(base, head), env: { GITHUB_API_URL: 'http://127.0.0.1:9/api/v3' } }
  const outcome = await run(event, { annotations: 'auto' })
  expect(outcome).toMatchObject({ exitCode: 1, stderr: '', outputs: { verdict: 'block' } })
  expect(errors(outcome.stdout)).toHaveLength(10)
  expect(outcome.report.notifications).toMatchObject([{ id: 'channel-failed', level: 'warning' }])
}, 120_000)

test('what somebody with write access has allowed counts, where the base says so, for this pull request alone', async () => {
  const other = new Repository()
  const start = other.commit('base', { '.keylatch.yml': 'dismissals: comment\n' })
  other.git('checkout', '-q', '-b', 'feature')
  const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }
  const end = other.commit('wide', { 'policy.json': JSON.stringify(policy, null, 2), 'leak.ini': pair('allowed') })
  const there = await startGithub(other.root, { slug: SLUG })
  there.addPull('main', 'feature', { number: 7 })
  there.collaborators.set('octocat', 'write')
  const go = () =>
    action(
      other.root,
      { ...pullRequest(start, end), env: there.env },
      { 'github-token': there.token, 'check-run': 'false', 'upload-sarif': 'false' },
    )
  try {
    const before = await go()
    expect(before).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
    const threads = there.reviewComments.get(7)!
    const answer = (to: (typeof threads)[number]) => ({
      id: there.nextId++,
      body: '/keylatch allow the sandbox',
      in_reply_to_id: to.id,
      user: { login: 'octocat', type: 'User' },
    })
    there.reviewComments.set(7, [...threads, ...threads.map(answer)])
    const after = await go()
    const open = after.report.findings.filter(({ suppression }) => !suppression)
    expect(open).toMatchObject([{ secret: true, severity: 'critical' }])
    const allowed = after.report.findings.filter(({ suppression }) => suppression?.mechanism === '/keylatch allow')
    expect(allowed.length).toBeGreaterThan(0)
    expect(allowed[0]!.suppression!.justification).toBe('the sandbox (octocat)')
    expect(after.summary).toContain('the sandbox')
  } finally {
    await there.close()
    other.dispose()
  }
}, 120_000)
