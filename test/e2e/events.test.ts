import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ActionOutcome, action } from '../support/dist.ts'
import { type GithubServer, startGithub } from '../support/loopback/github.ts'
import { Repository } from '../support/repository.ts'
import { dispatch, type Event, mergeGroup, pullRequest, push, schedule } from './support/events.ts'
import { masked, pair } from './support/keys.ts'
import { contentsOf, type Server, serve } from './support/server.ts'

/**
 * Every event, with the checkout that actions/checkout makes of it by default (one commit deep), from a server that
 * holds the rest. Four keys stand in the history:
 *   old     on main, before the pull request branched off
 *   later   on main, since then
 *   gone    in the pull request's first commit, taken out again by its second one
 *   kept    in the pull request's last commit
 */
const TAGS = ['old', 'later', 'gone', 'kept']
const history = new Repository()
const at: Record<string, string> = {}
let server: Server
let temp: string
/** The same repository behind GitHub's own protocol, private. */
let github: GithubServer

function makeHistory(): void {
  at.root = history.commit('Serve the shop', { 'README.md': '# shop\n' })
  at.fork = history.commit('Deploy', { 'old.ini': pair('old') })
  history.git('checkout', '-q', '-b', 'feature')
  at.leak = history.commit('Deploy from here', { 'gone.ini': pair('gone') })
  at.clean = history.remove('gone.ini').commit('Not from here')
  at.head = history.commit('From there', { 'kept.ini': pair('kept') })
  history.git('checkout', '-q', 'main')
  at.before = history.commit('Meanwhile', { 'other.txt': 'other\n' })
  at.main = history.commit('Deploy differently', { 'later.ini': pair('later') })
  history.git('checkout', '-q', '-b', 'merge')
  history.git('merge', '-q', '--no-ff', '-m', 'Merge', 'feature')
  at.merge = history.git('rev-parse', 'HEAD')
  history.git('update-ref', 'refs/pull/7/head', at.head)
  history.git('update-ref', 'refs/pull/7/merge', at.merge)
  history.git('update-ref', 'refs/heads/gh-readonly-queue/main/pr-7', at.merge)
  history.git('checkout', '-q', 'main')
  history.git('branch', '-q', '-D', 'merge')
}

/** Which keys a run reports as new, by their masked ids. */
function found({ report }: ActionOutcome): string[] {
  const fresh = report.findings.filter(({ state }) => state === 'new')
  return TAGS.filter((tag) => fresh.some(({ message }) => message.includes(masked(tag))))
}

const elsewhere = (event: Event, env: Record<string, string>): Event => ({ ...event, env: { ...event.env, ...env } })

/** One checkout for each ref and depth, since no run may change it, with what it holds at first. */
const checkouts = new Map<string, { clone: string; before: ReturnType<typeof contentsOf> }>()

function checkout(ref: string, depth: number) {
  const name = `${ref} ${depth}`
  const clone = checkouts.get(name)?.clone ?? server.checkout(ref, depth)
  if (!checkouts.has(name)) checkouts.set(name, { clone, before: contentsOf(clone) })
  return clone
}

/** Runs on a checkout of `ref`, with the server to fetch the rest from. */
async function on(ref: string, event: Event, inputs: Record<string, string> = {}, depth = 1) {
  return await action(checkout(ref, depth), elsewhere(event, { GITHUB_SERVER_URL: server.url, TMPDIR: temp }), inputs)
}

const MERGE = 'refs/pull/7/merge'
const MAIN = 'refs/heads/main'
const FEATURE = 'refs/heads/feature'
const UNKNOWN = 'c0ffee'.repeat(7).slice(0, 40)

/** Name -> the run, and the keys that it must report. */
const RUNS: Record<string, readonly [run: () => ReturnType<typeof on>, keys: readonly string[]]> = {
  pull_request: [() => on(MERGE, pullRequest(at.main!, at.head!, { commits: 3 })), ['gone', 'kept']],
  'pull_request, the payload not counting commits': [
    () => on(MERGE, pullRequest(at.main!, at.head!)),
    ['gone', 'kept'],
  ],
  'pull_request, whole clone': [() => on(MERGE, pullRequest(at.main!, at.head!), {}, 0), ['gone', 'kept']],
  pull_request_target: [
    () => on(MAIN, pullRequest(at.main!, at.head!, { name: 'pull_request_target', fork: true, commits: 3 })),
    ['gone', 'kept'],
  ],
  'push to main': [() => on(MAIN, push('main', at.before, at.main)), ['later']],
  'push of a new branch': [() => on(FEATURE, push('feature', undefined, at.head)), ['gone', 'kept']],
  'push of a new branch, whole clone': [
    () => on(FEATURE, push('feature', undefined, at.head), {}, 0),
    ['gone', 'kept'],
  ],
  'forced push, the commit before is still on the server': [
    () => on(FEATURE, push('feature', at.clean, at.head, { forced: true })),
    ['kept'],
  ],
  'forced push, the commit before is gone': [
    () => on(FEATURE, push('feature', UNKNOWN, at.head, { forced: true })),
    ['gone', 'kept'],
  ],
  'forced push to main, the commit before is gone': [
    () => on(MAIN, push('main', UNKNOWN, at.main, { forced: true })),
    ['old', 'later'],
  ],
  'first push of the default branch': [() => on(MAIN, push('main', undefined, at.main)), ['old', 'later']],
  'push that deletes a branch': [() => on(MAIN, push('feature', at.head, undefined)), ['old', 'later']],
  merge_group: [() => on('refs/heads/gh-readonly-queue/main/pr-7', mergeGroup(at.main!, at.merge!)), ['gone', 'kept']],
  schedule: [() => on(MAIN, schedule), ['old', 'later']],
  'workflow_dispatch on a branch': [() => on(FEATURE, dispatch('feature')), ['old', 'kept']],
  'scan: full in a pull request': [
    () => on(MERGE, pullRequest(at.main!, at.head!), { scan: 'full' }),
    ['old', 'later', 'kept'],
  ],
  'scan: diff on schedule': [() => on(MAIN, schedule, { scan: 'diff' }), ['later']],
  'scan: diff on schedule, whole clone': [() => on(MAIN, schedule, { scan: 'diff' }, 0), ['later']],
  'inputs base and head, whole clone': [
    () => on(MAIN, dispatch('main'), { base: at.fork!, head: at.leak! }, 0),
    ['gone'],
  ],
  'inputs base and head, one commit deep': [
    () => on(MAIN, dispatch('main'), { base: at.fork!, head: at.head! }),
    ['gone', 'kept'],
  ],
  'input base as a branch': [() => on(FEATURE, dispatch('feature'), { base: 'origin/main' }, 0), ['gone', 'kept']],
  'input base as a branch, one commit deep': [
    () => on(FEATURE, dispatch('feature'), { base: 'main' }),
    ['gone', 'kept'],
  ],
  'input base, one commit deep': [() => on(FEATURE, dispatch('feature'), { base: at.clean! }), ['kept']],
  'base and head the same': [() => on(MAIN, dispatch('main'), { base: at.main!, head: at.main! }, 0), ['later']],
  'base and head the same, one commit deep': [
    () => on(MAIN, dispatch('main'), { base: at.main!, head: at.main! }),
    ['later'],
  ],
  'a tag of main pushed again': [() => on(MAIN, push('main', at.main, at.main)), ['later']],
}
const outcomes = new Map<string, Awaited<ReturnType<typeof on>>>()

beforeAll(async () => {
  makeHistory()
  server = serve(history)
  temp = realpathSync(mkdtempSync(join(tmpdir(), 'keylatch-test-temp-')))
  github = await startGithub(server.directory, { private: true, grants: { contents: 'read' } })
  await Promise.all(Object.entries(RUNS).map(async ([name, [run]]) => outcomes.set(name, await run())))
}, 120_000)

afterAll(async () => {
  await github?.close()
  server?.dispose()
  history.dispose()
  rmSync(temp, { recursive: true, force: true })
})

test.each(Object.entries(RUNS))('%s: reports what came in, and nothing else', (name, [, keys]) => {
  const outcome = outcomes.get(name)!
  expect(outcome.stdout).not.toContain('could not scan')
  expect(outcome).toMatchObject({ exitCode: 1, stderr: '', outputs: { verdict: 'block' } })
  expect(found(outcome)).toEqual(keys)
})

test('the checkouts are as they were: as shallow, with no ref, object or file more', () => {
  expect(checkouts.size).toBeGreaterThan(5)
  for (const { clone, before } of checkouts.values()) expect(contentsOf(clone)).toEqual(before)
})

describe('from a private repository over HTTP', () => {
  const pull = () => elsewhere(pullRequest(at.main!, at.head!), { ...github.env, TMPDIR: temp })

  test('the token fetches what the checkout lacks, and appears nowhere', async () => {
    const outcome = await action(checkout(MERGE, 1), pull(), { 'github-token': github.token })
    expect(outcome).toMatchObject({ exitCode: 1, stderr: '' })
    expect(found(outcome)).toEqual(['gone', 'kept'])
    // The token reads and no more: what it may not tell is told.
    expect(outcome.report.notifications).toMatchObject([
      { id: 'checkout-completed', level: 'note' },
      { id: 'channel-closed', level: 'note' },
    ])
    expect(github.requests.length).toBeGreaterThan(0)
    expect(github.violations).toEqual([])
    expectNoToken(outcome.everything, github.token)
  })

  test.each(['', `gh${'s_'}${'wrong'.repeat(7)}`])('without the right token the run is broken: %s', async (token) => {
    const outcome = await action(checkout(MERGE, 1), pull(), { 'github-token': token })
    expect(outcome).toMatchObject({ exitCode: 2, stderr: '', outputs: { verdict: 'broken' } })
    expect(outcome.stdout.trim().split('\n')).toEqual([expect.stringMatching(/^::error .*`github-token`/)])
    if (token) expectNoToken(outcome.everything, token)
  })
})

function expectNoToken(text: string, token: string): void {
  expect(text).not.toContain(token)
  expect(text).not.toContain(Buffer.from(`x-access-token:${token}`).toString('base64'))
}

test('nothing temporary is left behind', () => {
  expect(readdirSync(temp)).toEqual([])
})
