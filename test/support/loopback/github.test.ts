import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { getOctokit } from '@actions/github'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { Repository } from '../repository.ts'
import { type GithubServer, startGithub } from './github.ts'

/** The loopback server must be as strict as GitHub, or what is tested against it proves little. */
const repository = new Repository()
let github: GithubServer
const here = { owner: 'octo-org', repo: 'octo-repo' }

beforeAll(() => {
  repository.commit('base', { 'app.py': lines(1, 30), 'old.txt': 'moved\n'.repeat(9) })
  repository.git('checkout', '-q', '-b', 'feature')
  repository.remove('old.txt').commit('one', {
    'app.py': lines(1, 30).replace('line 15', 'line fifteen'),
    'new name.txt': 'moved\n'.repeat(9),
  })
  repository.commit('two', { 'other.py': 'x\n' })
})
afterAll(() => repository.dispose())

beforeEach(async () => {
  github = await startGithub(repository.root)
  github.addPull('main', 'feature')
})
afterEach(() => github.close())

const run = (...words: string[]): string => repository.git(...words)

const lines = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => `line ${from + i}\n`).join('')
const octokit = () => getOctokit(github.token, { baseUrl: github.url }).rest
const refused = (status: number) => expect.objectContaining({ status })

test('compares from the merge base, with files, renames and patches', async () => {
  const { data } = await octokit().repos.compareCommitsWithBasehead({ ...here, basehead: 'main...feature' })
  expect(data).toMatchObject({ status: 'ahead', ahead_by: 2, merge_base_commit: { sha: run('rev-parse', 'main') } })
  expect(data.files?.map(({ filename, status, previous_filename }) => [filename, status, previous_filename])).toEqual([
    ['app.py', 'modified', undefined],
    ['new name.txt', 'renamed', 'old.txt'],
    ['other.py', 'added', undefined],
  ])
  expect(data.files?.[0]?.patch).toContain('-line 15\n+line fifteen')
  expect(github.violations).toEqual([])
})

test('cuts lists into pages that Octokit follows', async () => {
  for (let i = 0; i < 45; i++) await octokit().issues.createComment({ ...here, issue_number: 1, body: `comment ${i}` })
  const client = getOctokit(github.token, { baseUrl: github.url })
  const all = await client.paginate(client.rest.issues.listComments, { ...here, issue_number: 1, per_page: 20 })
  expect(all).toHaveLength(45)
  expect(github.requests.filter(({ method }) => method === 'GET')).toHaveLength(3)
})

test('each permission opens just its own operations', async () => {
  github.grants = { contents: 'read' }
  await expect(octokit().checks.create({ ...here, name: 'x', head_sha: run('rev-parse', 'feature') })).rejects.toEqual(
    refused(403),
  )
  await expect(octokit().issues.createComment({ ...here, issue_number: 1, body: 'x' })).rejects.toEqual(refused(403))
  await expect(octokit().pulls.get({ ...here, pull_number: 1 })).rejects.toEqual(refused(403))
  await octokit().repos.compareCommitsWithBasehead({ ...here, basehead: 'main...feature' })
  github.grants = { 'pull-requests': 'read' }
  expect((await octokit().pulls.get({ ...here, pull_number: 1 })).data.head.sha).toBe(run('rev-parse', 'feature'))
  await expect(octokit().issues.createComment({ ...here, issue_number: 1, body: 'x' })).rejects.toEqual(refused(403))
})

test('a wrong token is refused', async () => {
  await expect(getOctokit('nobody', { baseUrl: github.url }).rest.repos.get(here)).rejects.toEqual(refused(401))
})

test('a review with one comment off the diff fails whole; a file comment may stand anywhere', async () => {
  const off = { path: 'app.py', line: 1, body: 'here' }
  const on = { path: 'app.py', line: 15, body: 'here' }
  const review = { ...here, pull_number: 1, event: 'COMMENT' as const }
  await expect(octokit().pulls.createReview({ ...review, comments: [on, off] })).rejects.toEqual(refused(422))
  expect(github.reviewComments.size).toBe(0)
  await octokit().pulls.createReview({ ...review, comments: [on] })
  const head = run('rev-parse', 'feature')
  const comment = {
    ...here,
    pull_number: 1,
    commit_id: head,
    path: 'app.py',
    body: 'file',
    subject_type: 'file' as const,
  }
  await octokit().pulls.createReviewComment(comment)
  expect(github.reviewComments.get(1)).toHaveLength(2)
  expect(github.violations).toEqual([])
})

test('what the description does not allow is refused and remembered', async () => {
  const annotation = { path: 'a', start_line: 1, end_line: 1, annotation_level: 'notice' as const, message: 'm' }
  const output = { title: 't', summary: 's', annotations: Array.from({ length: 51 }, () => annotation) }
  const head_sha = run('rev-parse', 'feature')
  await expect(octokit().checks.create({ ...here, name: 'x', head_sha, output })).rejects.toEqual(refused(422))
  await expect(octokit().issues.createComment({ ...here, issue_number: 1, body: 'x', colour: 'red' })).rejects.toEqual(
    refused(422),
  )
  expect(github.violations).toEqual([
    expect.stringContaining('must NOT have more than 50 items'),
    expect.stringContaining('must NOT have additional properties colour'),
  ])
})

test('columns stand on annotations of one line only, and a patched check run keeps what it had', async () => {
  const head_sha = run('rev-parse', 'feature')
  const annotation = {
    path: 'a',
    start_line: 1,
    end_line: 2,
    start_column: 3,
    annotation_level: 'notice' as const,
    message: 'm',
  }
  const output = { title: 't', summary: 's', annotations: [annotation] }
  await expect(octokit().checks.create({ ...here, name: 'x', head_sha, output })).rejects.toEqual(refused(422))
  const one = { ...output, annotations: [{ ...annotation, end_line: 1 }] }
  const { data } = await octokit().checks.create({ ...here, name: 'x', head_sha, output: one })
  await octokit().checks.update({ ...here, check_run_id: data.id, conclusion: 'failure', output: one })
  expect(github.checkRuns[0]).toMatchObject({ status: 'completed', output: { annotations_count: 2 } })
})

test('takes SARIF as code scanning does', async () => {
  const commit_sha = run('rev-parse', 'feature')
  const pack = (value: unknown) => gzipSync(JSON.stringify(value)).toString('base64')
  const upload = (sarif: string) =>
    octokit().codeScanning.uploadSarif({ ...here, commit_sha, ref: 'refs/pull/1/merge', sarif })
  expect((await upload(pack({ version: '2.1.0', runs: [] }))).status).toBe(202)
  await expect(upload(pack({ version: '2.0.0', runs: [] }))).rejects.toEqual(refused(400))
  await expect(upload('not gzip')).rejects.toEqual(refused(400))
  Object.assign(github, { private: true, codeScanning: false })
  await expect(upload(pack({ version: '2.1.0', runs: [] }))).rejects.toEqual(refused(403))
})

test('serves git over HTTP, blobless too, to those who may read', async () => {
  github.private = true
  const bare = join(repository.root, '.git/fetched.git')
  // Not the synchronous way: the server answers from this very process.
  const fetch = (token: string) =>
    new Promise<number | null>((resolve) => {
      const credentials = Buffer.from(`x-access-token:${token}`).toString('base64')
      const config = ['-c', `http.extraheader=Authorization: Basic ${credentials}`, '-c', 'credential.helper=']
      const words = ['clone', '-q', '--bare', '--filter=blob:none', '--depth=2', '--branch=feature']
      const env = { ...process.env, GIT_TERMINAL_PROMPT: '0' }
      const url = `${github.url}/octo-org/octo-repo.git`
      spawn('git', [...config, ...words, url, bare], { env, stdio: 'ignore' }).once('close', resolve)
    })
  expect(await fetch('wrong')).not.toBe(0)
  expect(await fetch(github.token)).toBe(0)
  expect(run('--git-dir', bare, 'rev-list', '--count', 'feature')).toBe('2')
  expect(run('--git-dir', bare, 'rev-list', '--objects', '--missing=print', 'feature')).toMatch(/^\?[0-9a-f]{40}$/m)
})

test('the cut schemas are what GitHub describes', () => {
  const script = join(import.meta.dirname, 'cut-github-schemas.ts')
  const fresh = execFileSync(process.execPath, ['--import', 'tsx', script, '--print'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  expect(JSON.parse(readFileSync(join(import.meta.dirname, 'github-schemas.json'), 'utf8'))).toEqual(JSON.parse(fresh))
})
