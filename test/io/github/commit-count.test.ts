import { afterAll, beforeAll, expect, test } from 'vitest'
import { commitCount } from '../../../src/io/github/commit-count.ts'
import { type GithubServer, startGithub } from '../../support/loopback/github.ts'
import { Repository } from '../../support/repository.ts'

const repository = new Repository()
let github: GithubServer
let ends: { base: string; head: string }

beforeAll(async () => {
  const base = repository.commit('base')
  for (const name of ['one', 'two', 'three']) repository.commit(name)
  ends = { base, head: repository.git('rev-parse', 'HEAD') }
  github = await startGithub(repository.root)
})
afterAll(async () => {
  await github.close()
  repository.dispose()
})

const api = (token = github.token) => ({
  url: github.env.GITHUB_API_URL!,
  server: { url: github.env.GITHUB_SERVER_URL!, repository: 'octo-org/octo-repo', token },
})

test('GitHub counts the commits between base and head', async () => {
  expect(await commitCount(api(), ends.base, ends.head)).toBe(3)
  expect(github.violations).toEqual([])
})

test('without an answer it is not known, and nobody waits long', async () => {
  expect(await commitCount(api(), ends.base, 'f'.repeat(40))).toBeUndefined()
  expect(await commitCount(api('wrong'), ends.base, ends.head)).toBeUndefined()
  expect(await commitCount({ ...api(), url: 'http://127.0.0.1:9' }, ends.base, ends.head)).toBeUndefined()
})

test('without a token GitHub is not asked', async () => {
  const asked = github.requests.length
  expect(await commitCount(api(''), ends.base, ends.head)).toBeUndefined()
  expect(github.requests).toHaveLength(asked)
})
