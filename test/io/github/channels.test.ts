import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Finding, Report } from '../../../src/core/finding.ts'
import { type Channels, type Target, type Told, tellGithub } from '../../../src/io/github/channels.ts'
import { githubClient } from '../../../src/io/github/client.ts'
import { readDismissals } from '../../../src/io/github/dismissals.ts'
import { conversationMark, findingMark } from '../../../src/report/github/marks.ts'
import { renderParts } from '../../../src/report/index.ts'
import { EMPTY, finding, RICH } from '../../report/sample.ts'
import { type GithubServer, startGithub } from '../../support/loopback/github.ts'
import type { Posted } from '../../support/loopback/github-state.ts'
import type { Answer } from '../../support/loopback/server.ts'
import { Repository } from '../../support/repository.ts'

/** What people get to see on a pull request, against a server that is as strict as GitHub. */
let repository: Repository
let github: GithubServer
let [base, head] = ['', '']
const KEY = '0123abcd'
const FILES = 60

beforeAll(() => {
  repository = new Repository()
  const text = (name: string) => Array.from({ length: 40 }, (_, at) => `${name} ${at + 1}\n`).join('')
  base = repository.commit('base', { 'old.tf': text('old') })
  repository.git('checkout', '-q', '-b', 'feature')
  const files = Object.fromEntries(Array.from({ length: FILES }, (_, at) => [`f${at}.tf`, text(`f${at}`)]))
  head = repository.commit('head', { ...files, 'old.tf': text('old').replace('old 20', 'old twenty') })
})

afterAll(() => repository.dispose())

beforeEach(async () => {
  github = await startGithub(repository.root)
  github.addPull(base, head, { number: 7 })
})

afterEach(async () => {
  await github.close()
})

const ALL: Channels = { review: 'auto', comment: 'auto', checkRun: 'auto', sarif: 'auto' }

/** A finding of its own on a line of a file. */
function at(uri: string, line: number, over: Partial<Finding> = {}): Finding {
  const region = { startLine: line, startColumn: 1, endLine: line, endColumn: 5 }
  const fingerprint = Buffer.from(`${uri}:${line}`).toString('hex').padEnd(32, '0').slice(-32)
  const base = finding({ fingerprint, blocking: true })
  return { ...base, location: { ...base.location, uri, region }, message: `Trouble at ${uri}:${line}.`, ...over }
}

function many(count: number): Finding[] {
  return Array.from({ length: count }, (_, index) => at(`f${index % FILES}.tf`, 1 + (Math.floor(index / FILES) % 40)))
}

function reportOf(findings: readonly Finding[], over: Partial<Report> = {}): Report {
  const verdict = findings.some(({ blocking }) => blocking) ? 'block' : 'pass'
  return { ...EMPTY, verdict, findings, repository: { ...RICH.repository!, commit: head }, ...over }
}

async function tell(report: Report, wants: Partial<Channels> = {}, target: Partial<Target> = {}): Promise<Told> {
  const server = { url: github.url, repository: github.slug, token: github.token }
  const client = await githubClient({ url: `${github.url}/api/v3`, server, second: 5 })
  const whole = { head, pullNumber: 7, ref: 'refs/pull/7/head', key: KEY, ...target }
  return await tellGithub(client!, report, { ...ALL, ...wants }, whole, () =>
    renderParts(report, 'sarif', { sarif: { textOf: () => '' } }),
  )
}

/** Requests since the last call. */
let asked = 0
function requests(): string[] {
  const some = github.requests
    .slice(asked)
    .map(({ method, path }) => `${method} ${path.replace(/^\/repos\/[^/]+\/[^/]+/, '')}`)
  asked = github.requests.length
  return some
}
beforeEach(() => {
  asked = 0
})
const writes = () => requests().filter((request) => !request.startsWith('GET ') && request !== 'POST /graphql')

const comments = () => github.reviewComments.get(7) ?? []
const conversation = () => github.issueComments.get(7) ?? []
const annotations = () => github.checkRuns.flatMap((run) => run.annotations as { path: string; start_line: number }[])
const reply = (to: Posted, body = 'We know.', login = 'octocat') =>
  github.reviewComments.set(7, [
    ...comments(),
    { id: github.nextId++, body, in_reply_to_id: to.id, user: { login, type: 'User' } },
  ])

afterEach(() => {
  expect(github.violations).toEqual([])
})

describe('with every permission', () => {
  test('51 findings in 51 files: each is annotated, the worst are commented, one comment sums up', async () => {
    const told = await tell(reportOf(many(51)))
    expect(told).toEqual({ annotated: true, sarifUploaded: true, notifications: [] })
    expect(
      annotations()
        .map(({ path, start_line }) => `${path}:${start_line}`)
        .sort(),
    ).toEqual(
      many(51)
        .map(({ location }) => `${location.uri}:1`)
        .sort(),
    )
    expect(github.checkRuns).toMatchObject([{ name: 'Keylatch', conclusion: 'failure', head_sha: head }])
    expect(comments()).toHaveLength(25)
    expect(github.reviews.get(7)).toMatchObject([{ state: 'COMMENTED', commit_id: head }])
    expect(conversation()).toHaveLength(1)
    expect(conversation()[0]!.body).toContain('⛔ Keylatch: blocked')
    expect(conversation()[0]!.body).toContain('41 more findings')
  })

  test('20 findings take at most 12 requests, 5,000 at most 60, and none is lost without a word', async () => {
    await tell(reportOf(many(20)))
    expect(requests().length).toBeLessThanOrEqual(12)
    const report = reportOf(Array.from({ length: 5_000 }, (_, index) => at(`x${index}.tf`, 1)))
    const told = await tell(report)
    expect(requests().length).toBeLessThanOrEqual(60)
    expect(told.annotated).toBe(false)
    const [, run] = github.checkRuns
    expect(run!.annotations).toHaveLength(2_000)
    expect((run!.output as { summary: string }).summary).toContain('3,000 findings not annotated here')
  }, 60_000)

  test('SARIF is what code scanning takes, for the commit and the pull request', async () => {
    await tell(reportOf(many(3)))
    expect(github.sarifs).toMatchObject([{ commit_sha: head, ref: 'refs/pull/7/head' }])
    const body = github.requests.find(({ path }) => path.endsWith('/sarifs'))!.body as { sarif: string }
    const log = JSON.parse(gunzipSync(Buffer.from(body.sarif, 'base64')).toString())
    expect(log.runs[0].results).toHaveLength(3)
    expect(log.runs[0].results[0].partialFingerprints.primaryLocationLineHash).toBeDefined()
  })

  test('a second run posts nothing, a third with one fix resolves one', async () => {
    const report = reportOf(many(5))
    await tell(report)
    requests()
    const url = 'https://github.com/o/r/actions/runs/'
    await tell(report, { sarif: 'off' }, { runUrl: `${url}1` })
    writes()
    await tell(report, { sarif: 'off' }, { runUrl: `${url}2` })
    expect(writes()).toEqual([])
    const [fixed, ...left] = report.findings
    await tell(reportOf(left))
    expect(comments()).toHaveLength(5)
    const gone = comments().filter(({ id }) => github.resolved.has(id))
    expect(gone.map(({ body }) => body)).toEqual([expect.stringContaining(findingMark(KEY, fixed!.fingerprint))])
    requests()
    await tell(reportOf(left), { sarif: 'off' })
    expect(writes()).toEqual([])
  })

  test('a line that moves is the same finding and is not said again', async () => {
    await tell(reportOf([at('f1.tf', 3)]))
    const moved = at('f1.tf', 9, { fingerprint: at('f1.tf', 3).fingerprint })
    await tell(reportOf([moved]))
    expect(comments()).toHaveLength(1)
  })

  test('what somebody has answered is left alone, fixed or not', async () => {
    await tell(reportOf([at('f1.tf', 1), at('f2.tf', 1)]))
    reply(comments()[0]!)
    await tell(reportOf([at('f1.tf', 1)]))
    await tell(reportOf([]))
    expect(comments().filter(({ id }) => github.resolved.has(id))).toMatchObject([{ path: 'f2.tf' }])
    expect(comments()).toHaveLength(3)
  })

  test('a thread that somebody has resolved is not said again', async () => {
    await tell(reportOf([at('f1.tf', 1)]))
    github.resolved.add(comments()[0]!.id)
    await tell(reportOf([at('f1.tf', 1)]))
    expect(comments()).toHaveLength(1)
  })

  test('what was suppressed since is resolved; a scan that broke off resolves nothing', async () => {
    await tell(reportOf([at('f1.tf', 1)]))
    await tell(reportOf([], { verdict: 'broken', reason: 'The base is gone.' }))
    expect(github.resolved.size).toBe(0)
    expect(conversation()[0]!.body).toContain('The base is gone.')
    const suppression = { kind: 'external', mechanism: 'allow', justification: 'meant so' } as const
    await tell(reportOf([at('f1.tf', 1, { suppression, blocking: false })]))
    expect(github.resolved.size).toBe(1)
  })

  test('the comment turns green when all is well, and is not made when there is nothing to say', async () => {
    await tell(reportOf([]))
    expect(conversation()).toEqual([])
    await tell(reportOf([at('f1.tf', 1)]))
    await tell(reportOf([]))
    expect(conversation()).toHaveLength(1)
    expect(conversation()[0]!.body).toContain('✅ Keylatch: passed')
  })

  test('closing the pull request closes the threads and says nothing new', async () => {
    await tell(reportOf([at('f1.tf', 1)]))
    await tell(reportOf([at('f1.tf', 1), at('f2.tf', 1)]), {}, { closed: true })
    expect(github.resolved.size).toBe(1)
    expect(comments()).toHaveLength(1)
  })

  test('off the diff: a comment on the file; not in the pull request: the summary', async () => {
    const far = at('old.tf', 2)
    await tell(reportOf([far, at('old.tf', 20), at('elsewhere.tf', 1), at('gone.tf', 1, { atHead: false })]))
    const placed = comments().map(({ path, line, subject_type }) => ({ path, line, subject_type }))
    expect(placed).toEqual([
      { path: 'old.tf', line: 20, subject_type: 'line' },
      { path: 'old.tf', line: null, subject_type: 'file' },
    ])
    expect(conversation()[0]!.body).toContain('elsewhere.tf:1:1')
  })

  test('a suggestion stands on the lines that it replaces', async () => {
    const suggestion = { startLine: 4, endLine: 5, lines: ['  http_tokens = "required"', '```'] }
    await tell(reportOf([at('f1.tf', 4, { suggestion })]))
    expect(comments()).toMatchObject([{ path: 'f1.tf', start_line: 4, line: 5 }])
    expect(comments()[0]!.body).toContain('````suggestion\n  http_tokens = "required"\n```\n````')
  })

  test("two gates keep out of each other's way", async () => {
    await tell(reportOf([at('f1.tf', 1)]))
    await tell(reportOf([]), {}, { key: 'ffffffff' })
    expect(github.resolved.size).toBe(0)
    await tell(reportOf([at('f2.tf', 1)]), {}, { key: 'ffffffff' })
    expect(conversation()).toHaveLength(2)
  })

  test('two runs at once end with one comment and one thread', async () => {
    const report = reportOf([at('f1.tf', 1)])
    await Promise.all([tell(report), tell(report)])
    expect(conversation()).toHaveLength(1)
    expect(comments()).toHaveLength(1)
  })

  test('without a pull request there is a check run and SARIF alone', async () => {
    const server = { url: github.url, repository: github.slug, token: github.token }
    const client = await githubClient({ url: github.url, server, second: 5 })
    const report = reportOf(many(2))
    const target = { head, ref: 'refs/heads/main', key: KEY }
    const told = await tellGithub(client!, report, ALL, target, () => renderParts(report, 'sarif'))
    expect(told).toMatchObject({ annotated: true, notifications: [] })
    expect(writes()).toEqual(['POST /check-runs', 'POST /code-scanning/sarifs'])
  })
})

describe('/keylatch allow', () => {
  const answers = () =>
    comments().filter(({ in_reply_to_id, user }) => in_reply_to_id && (user as { type: string }).type === 'Bot')
  const ask = async (findings: Finding[], body: string, by = 'octocat', dismissalsCount = false) => {
    await tell(reportOf(findings), { sarif: 'off' })
    reply(comments()[0]!, body, by)
    await tell(reportOf(findings), { sarif: 'off' }, { dismissalsCount })
    return answers().map((answer) => String(answer.body))
  }
  beforeEach(() => {
    github.collaborators.set('octocat', 'write')
  })

  test('is answered once, with the entry to commit', async () => {
    const findings = [at('f1.tf', 1)]
    const [answer, ...more] = await ask(findings, '/keylatch allow it is a "sandbox": see #12')
    expect(more).toEqual([])
    const yaml = /```yaml\n([\s\S]*?)\n```/.exec(answer!)![1]!
    expect(parse(yaml)).toEqual({
      allow: [{ fingerprint: findings[0]!.fingerprint, reason: 'it is a "sandbox": see #12' }],
    })
    requests()
    await tell(reportOf(findings), { sarif: 'off' })
    expect(writes()).toEqual([])
  })

  test.each([
    ['without a reason', [at('f1.tf', 1)], '/keylatch allow', 'octocat', /Write why/],
    ['without write access', [at('f1.tf', 1)], '/keylatch allow please', 'mallory', /Only people with write access/],
    [
      'of a critical credential',
      [at('f1.tf', 1, { secret: true, severity: 'critical' })],
      '/keylatch allow x',
      'octocat',
      /revoke it/,
    ],
  ] as const)('%s is told so', async (_, findings, body, by, message) => {
    const [answer] = await ask([...findings], body, by)
    expect(answer).toMatch(message)
    expect(answer).not.toContain('```')
  })

  test('only those of people with write access and with a reason are read, by lists too', async () => {
    const findings = [at('f1.tf', 1), at('f2.tf', 1), at('f3.tf', 1)]
    await tell(reportOf(findings))
    const [one, two, three] = comments()
    reply(one!, '/keylatch allow known')
    reply(two!, '/keylatch allow known', 'mallory')
    reply(three!, 'I would /keylatch allow this')
    const server = { url: github.url, repository: github.slug, token: github.token }
    const client = await githubClient({ url: github.url, server, second: 5 })
    const read = async () =>
      [...(await readDismissals(client!, 7, KEY))].map(([of, { by, reason }]) => [of, by, reason])
    const wanted = [[findings[0]!.fingerprint, 'octocat', 'known']]
    expect(await read()).toEqual(wanted)
    github.faults.push(
      { when: '/graphql', with: { status: 404, headers: {}, body: '' } },
      { when: '/graphql', with: { status: 404, headers: {}, body: '' } },
      { when: '/graphql', with: { status: 404, headers: {}, body: '' } },
    )
    expect(await read()).toEqual(wanted)
  })
})

describe('comments of others', () => {
  test('that copy our marks are not ours to edit, resolve or take for said', async () => {
    const mark = findingMark(KEY, at('f1.tf', 1).fingerprint)
    const user = { login: 'mallory', type: 'User' }
    github.reviewComments.set(7, [{ id: 1, body: `${mark} ha`, path: 'f1.tf', line: 1, user }])
    github.issueComments.set(7, [{ id: 2, body: `${conversationMark(KEY)} ha`, user }])
    await tell(reportOf([at('f1.tf', 1)]))
    expect(comments()).toHaveLength(2)
    expect(conversation().map(({ body }) => String(body).endsWith(' ha'))).toEqual([true, false])
    await tell(reportOf([]))
    expect([...github.resolved]).not.toContain(1)
  })

  test('more than a page of them do not hide ours', async () => {
    const user = { login: 'octocat', type: 'User' }
    const others = (from: number) => Array.from({ length: 130 }, (_, index) => ({ id: from + index, body: 'hm', user }))
    github.reviewComments.set(7, others(1))
    github.issueComments.set(7, others(300))
    github.nextId = 2_000
    await tell(reportOf([at('f1.tf', 1)]))
    await tell(reportOf([at('f1.tf', 1)]))
    expect(comments()).toHaveLength(131)
    expect(conversation()).toHaveLength(131)
  })
})

describe('a permission that is missing', () => {
  const report = () => reportOf(many(3))
  const without = (...names: (keyof GithubServer['grants'])[]) => {
    github.grants = { ...github.grants, ...Object.fromEntries(names.map((name) => [name, 'read'])) }
  }

  test.each([
    ['checks', { annotated: false }, 'check run', 'checks: write'],
    ['pull-requests', { annotated: true }, 'review', 'pull-requests: write'],
  ] as const)('%s: the other channels have it all, and one notice says so', async (name, told, channel, permission) => {
    without(name, 'issues')
    const outcome = await tell(report())
    expect(outcome).toMatchObject(told)
    expect(outcome.notifications).toMatchObject([{ level: 'note', id: 'channel-closed' }])
    expect(outcome.notifications[0]!.message).toContain(channel)
    expect(outcome.notifications[0]!.message).toContain(permission)
    expect(comments().length + annotations().length).toBe(3)
  })

  test('all of them, as of a fork or Dependabot: one notice; asked for by name: a warning', async () => {
    github.grants = { contents: 'read' }
    const fork = await tell(report())
    expect(fork).toMatchObject({ annotated: false, sarifUploaded: false, notifications: [{ level: 'note' }] })
    expect(requests().length).toBeLessThanOrEqual(8)
    const wanted = await tell(report(), { review: 'on' })
    expect(wanted.notifications).toMatchObject([{ level: 'warning' }])
  })

  test('code scanning alone is no news, unless it was asked for', async () => {
    without('security-events')
    expect((await tell(report())).notifications).toEqual([])
    expect((await tell(report(), { sarif: 'on' })).notifications).toMatchObject([{ level: 'warning' }])
  })

  test('resolving takes more than commenting: the thread is marked as fixed, once', async () => {
    without('contents')
    await tell(reportOf([at('f1.tf', 1)]))
    await tell(reportOf([]))
    expect(comments()[0]!.body).toContain('✅ **Fixed.**')
    requests()
    await tell(reportOf([]), { sarif: 'off' })
    expect(writes()).toEqual([])
  })

  test('nothing is asked of channels that are off', async () => {
    await tell(report(), { review: 'off', comment: 'off', checkRun: 'off', sarif: 'off' })
    expect(requests()).toEqual([])
  })
})

describe('GitHub is not well', () => {
  const fault = (when: string, ...answers: (Answer | 'reset')[]) =>
    github.faults.push(...answers.map((answer) => ({ when, with: answer })))
  const said = (status: number, message: string, headers: Record<string, string> = {}): Answer => ({
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ message }),
  })

  test('a secondary rate limit and its retry-after are waited for', async () => {
    fault(
      'POST /repos/octo-org/octo-repo/check-runs',
      said(403, 'You have exceeded a secondary rate limit', { 'retry-after': '2' }),
    )
    fault('/comments', said(429, 'secondary rate limit', { 'retry-after': '1' }))
    const told = await tell(reportOf(many(2)))
    expect(told.notifications).toEqual([])
    expect(annotations()).toHaveLength(2)
    expect(conversation()).toHaveLength(1)
  })

  test('one that would take too long is told, and is no missing permission', async () => {
    fault(
      'POST /repos/octo-org/octo-repo/check-runs',
      said(403, 'You have exceeded a secondary rate limit', { 'retry-after': '3600' }),
    )
    const told = await tell(reportOf(many(2)))
    expect(told).toMatchObject({ annotated: false, notifications: [{ level: 'warning', id: 'channel-failed' }] })
    expect(comments()).toHaveLength(2)
  })

  test('5xx passes', async () => {
    fault('GET /repos/octo-org/octo-repo/pulls/7/files', said(502, 'Bad gateway'), said(503, 'Unavailable'))
    expect((await tell(reportOf(many(2)))).notifications).toEqual([])
    expect(comments()).toHaveLength(2)
  })

  test('a review that GitHub finds off the diff is said of the files', async () => {
    fault('POST /repos/octo-org/octo-repo/pulls/7/reviews', said(422, 'Unprocessable Entity'))
    expect((await tell(reportOf(many(3)))).notifications).toEqual([])
    expect(comments().map(({ subject_type }) => subject_type)).toEqual(['file', 'file', 'file'])
  })

  test.each([
    [404, 'Not Found', 'channel-closed'],
    [422, 'Validation Failed', 'channel-failed'],
  ])('%i on the check run closes that channel alone', async (status, message, id) => {
    fault('POST /repos/octo-org/octo-repo/check-runs', said(status, message))
    const told = await tell(reportOf(many(2)))
    expect(told).toMatchObject({ annotated: false, notifications: [{ id }] })
    expect(comments()).toHaveLength(2)
    expect(conversation()).toHaveLength(1)
  })

  test('a server without GraphQL is asked by lists', async () => {
    for (let times = 0; times < 4; times++) fault('/graphql', said(404, 'Not Found'))
    await tell(reportOf([at('f1.tf', 1), at('f2.tf', 1)]))
    fault('/graphql', said(404, 'Not Found'))
    reply(comments()[0]!)
    await tell(reportOf([]))
    expect(comments().map(({ body }) => String(body).includes('✅ **Fixed.**'))).toEqual([false, true, false])
    expect(conversation()).toHaveLength(1)
  })
})
