import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ActionOutcome, action } from '../support/dist.ts'
import { type GithubServer, startGithub } from '../support/loopback/github.ts'
import { Repository } from '../support/repository.ts'
import { type Event, pullRequest, push, schedule } from './support/events.ts'
import { masked, pair } from './support/keys.ts'
import { type Server, SLUG, serve } from './support/server.ts'

/**
 * Events and checkouts from which the thing to judge is not at hand: the default branch is checked out while the event is
 * about a pull request, a tag was pushed whose message is not a file, the checkout lies in a folder of the workspace.
 */
const history = new Repository()
const at: Record<string, string> = {}
const folders: string[] = []
let server: Server
let github: GithubServer

beforeAll(async () => {
  at.root = history.commit('Serve the shop', { 'README.md': '# shop\n' })
  history.git('checkout', '-q', '-b', 'feature')
  at.head = history.commit('Deploy from here', { 'leak.ini': pair('leak') })
  history.git('checkout', '-q', 'main')
  at.main = history.commit('Meanwhile', { 'other.txt': 'other\n' })
  history.git('tag', '-a', 'v1', '-m', `First\n\n${pair('tag')}`)
  history.git('tag', '-a', 'v1-again', '-m', 'The same', 'v1')
  history.git('tag', 'light')
  at.tag = history.git('rev-parse', 'v1')
  history.git('update-ref', 'refs/pull/7/head', at.head)
  server = serve(history)
  github = await startGithub(server.directory, { slug: SLUG })
  github.addPull('main', 'feature', { number: 7 })
}, 60_000)

afterAll(async () => {
  await github.close()
  server.dispose()
  history.dispose()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const MAIN = 'refs/heads/main'
const repository = { full_name: SLUG, default_branch: 'main' }
const found = ({ report }: ActionOutcome) =>
  ['leak', 'tag'].filter((tag) => report.findings.some(({ message }) => message.includes(masked(tag))))

/** With GitHub's API and git; `offline` with git alone. */
const run = (workspace: string, event: Event, inputs: Record<string, string> = {}, offline = false) => {
  const env = offline ? { GITHUB_SERVER_URL: server.url } : github.env
  return action(workspace, { ...event, env: { ...env, ...event.env } }, { 'github-token': github.token, ...inputs })
}

describe('the head of the pull request is judged, not the branch that is checked out, by', () => {
  const run_ = (pull_requests: object[]) => ({
    head_sha: at.head,
    head_branch: 'feature',
    head_repository: { full_name: 'someone/octo-repo', owner: { login: 'someone' } },
    pull_requests,
  })
  const listed = () => [{ number: 7, head: { sha: at.head }, base: { sha: at.main } }]
  const EVENTS: Record<string, () => Event> = {
    workflow_run: () => ({ name: 'workflow_run', payload: { workflow_run: run_(listed()), repository } }),
    'workflow_run of a fork': () => ({ name: 'workflow_run', payload: { workflow_run: run_([]), repository } }),
    check_suite: () => ({ name: 'check_suite', payload: { check_suite: run_(listed()), repository } }),
    status: () => ({ name: 'status', payload: { sha: at.head, branches: [{ name: 'feature' }], repository } }),
    issue_comment: () => ({
      name: 'issue_comment',
      payload: { issue: { number: 7, pull_request: {} }, comment: { body: '/keylatch' }, repository },
    }),
    repository_dispatch: () => ({
      name: 'repository_dispatch',
      payload: { client_payload: { pull_request: { number: 7 } }, repository },
    }),
  }

  test.each(Object.keys(EVENTS).flatMap((name) => [[name, false] as const, [name, true] as const]))(
    '%s (without the API: %s)',
    async (name, offline) => {
      const outcome = await run(server.checkout(MAIN), EVENTS[name]!(), {}, offline)
      expect(outcome).toMatchObject({ exitCode: 1, stderr: '', outputs: { verdict: 'block' } })
      expect(found(outcome)).toEqual(['leak'])
      expect(outcome.report.repository?.commit).toBe(at.head)
    },
    60_000,
  )

  test.each(['workflow_run', 'issue_comment', 'pull_request_target'])('%s with scan: full', async (name) => {
    const event = EVENTS[name]?.() ?? pullRequest(at.main!, at.head!, { name })
    const outcome = await run(server.checkout(MAIN), event, { scan: 'full' })
    expect(outcome).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
    expect(found(outcome)).toEqual(['leak'])
  })

  test('a head that cannot be had is broken, never green', async () => {
    const gone = 'c0ffee'.repeat(7).slice(0, 40)
    const payload = { workflow_run: { ...run_([]), head_sha: gone }, repository }
    const outcome = await run(server.checkout(MAIN), { name: 'workflow_run', payload })
    expect(outcome).toMatchObject({ exitCode: 2, outputs: { verdict: 'broken' } })
    const comment = { issue: { number: 8, pull_request: {} }, repository }
    const said = await run(server.checkout(MAIN), { name: 'issue_comment', payload: comment }, {}, true)
    expect(said).toMatchObject({ exitCode: 2 })
  })
})

describe('the message of a tag that is pushed', () => {
  const tagPush = (name: string, after: string): Event => {
    const event = push(name, undefined, after, { ref: `refs/tags/${name}` })
    return event
  }

  test.each([
    ['the tag is here', 'v1', true, 'tag'],
    ['the event names the tag, the checkout has the commit', 'v1', false, 'tag'],
    ['the event names the commit, the checkout has the commit', 'v1', false, 'commit'],
    ['a tag of the tag', 'v1-again', false, 'commit'],
  ])('is scanned: %s', async (_, name, whole, named) => {
    const workspace = server.checkout(`refs/tags/${name}`)
    if (whole) history.git('-C', workspace, 'fetch', '-q', 'origin', `+refs/tags/${name}:refs/tags/${name}`)
    const outcome = await run(workspace, tagPush(name, named === 'tag' ? at.tag! : at.main!))
    expect(outcome).toMatchObject({ exitCode: 1, stderr: '', outputs: { verdict: 'block' } })
    const uris = outcome.report.findings.map(({ location }) => location.uri)
    expect(uris).toEqual([`tag message of ${name}`])
    expect(outcome.summary).toContain(`/releases/tag/${name}`)
  })

  test('a lightweight tag has none', async () => {
    const outcome = await run(server.checkout(MAIN), tagPush('light', at.main!))
    expect(outcome).toMatchObject({ exitCode: 0, stderr: '', outputs: { verdict: 'pass', findings: '0' } })
    expect(outcome.report.notifications.filter(({ id }) => id === 'tag-message')).toEqual([])
  })

  test('that cannot be had is told', async () => {
    const outcome = await run(server.checkout(MAIN), tagPush('v9', at.main!))
    expect(outcome.report.notifications).toContainEqual(
      expect.objectContaining({ id: 'tag-message', level: 'warning' }),
    )
  })
})

describe('a checkout in a folder of the workspace', () => {
  /** A workspace with a clone of `ref` at each path; one that is of another repository says so. */
  function workspace(paths: Record<string, string>, foreign: readonly string[] = []): string {
    const root = mkdtempSync(join(tmpdir(), 'keylatch-workspace-'))
    folders.push(root)
    for (const [path, ref] of Object.entries(paths)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      renameSync(server.checkout(ref), join(root, path))
      const there = foreign.includes(path) ? 'https://github.com/other/tools' : `https://github.com/${SLUG}.git`
      history.git('-C', join(root, path), 'remote', 'set-url', 'origin', there)
    }
    return root
  }
  const pull = () => pullRequest(at.main!, at.head!)
  const FEATURE = 'refs/heads/feature'

  test.each([
    ['the only one', { 'src/shop': FEATURE }, [], {}],
    ['beside another repository', { shop: FEATURE, tools: MAIN }, ['tools'], {}],
    ['the input names it', { a: MAIN, b: FEATURE }, [], { directory: 'b' }],
    ['the input names a folder of it', { 'src/shop': FEATURE }, [], { directory: './src/shop/' }],
  ])('is found: %s', async (_, paths, foreign, inputs) => {
    const outcome = await run(workspace(paths as Record<string, string>, foreign), pull(), inputs)
    expect(outcome).toMatchObject({ exitCode: 1, stderr: '', outputs: { verdict: 'block' } })
    expect(outcome.report.findings.map(({ location }) => location.uri)).toEqual(['leak.ini'])
  })

  test("the run's repository counts, not the one at the root of the workspace", async () => {
    const root = server.checkout(MAIN)
    history.git('-C', root, 'remote', 'set-url', 'origin', 'https://github.com/other/tools')
    renameSync(server.checkout(FEATURE), join(root, 'shop'))
    const outcome = await run(root, pull())
    expect(found(outcome)).toEqual(['leak'])
  })

  test('of several the one with the commit of the run; without one the folders are named', async () => {
    const root = workspace({ old: FEATURE, now: MAIN })
    const env = { GITHUB_SHA: at.main! }
    expect(await run(root, { ...schedule, env })).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } })
    const outcome = await run(root, schedule)
    expect(outcome.exitCode).toBe(2)
    expect(outcome.stdout).toMatch(/several checkouts in the workspace \(now, old\).*`directory`/)
  })

  test.each([
    [{}, /no folder in it is one.*actions\/checkout/],
    [{ directory: 'nowhere' }, /nowhere cannot be opened/],
  ])('none is broken: %j', async (inputs, message) => {
    const outcome = await run(workspace({}), pull(), inputs)
    expect(outcome).toMatchObject({ exitCode: 2, stderr: '' })
    expect(outcome.stdout).toMatch(message)
  })
})

test('two steps of a job keep a report each', async () => {
  const root = server.checkout('refs/heads/feature')
  const temp = mkdtempSync(join(tmpdir(), 'keylatch-runner-temp-'))
  folders.push(temp)
  writeFileSync(join(temp, 'keylatch-report-3.json'), "someone else's")
  const event = { ...pullRequest(at.main!, at.head!), env: { RUNNER_TEMP: temp } }
  const first = await run(root, event)
  const second = await run(root, event, { 'fail-on': 'never' })
  const third = await run(root, event)
  const files = [first, second, third].map(({ outputs }) => outputs['report-file']!)
  expect(new Set(files).size).toBe(3)
  const verdicts = files.map((file) => JSON.parse(readFileSync(file, 'utf8')).verdict)
  expect(verdicts).toEqual(['block', 'pass', 'block'])
  expect(readFileSync(join(temp, 'keylatch-report-3.json'), 'utf8')).toBe("someone else's")
})
