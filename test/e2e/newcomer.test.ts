import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { action } from '../support/dist.ts'
import { type GithubServer, startGithub } from '../support/loopback/github.ts'
import type { Grants } from '../support/loopback/github-state.ts'
import { Repository } from '../support/repository.ts'
import { pair } from './support/keys.ts'
import { obeyed } from './support/runner-log.ts'
import { type Server, SLUG, serve } from './support/server.ts'

/** Who comes to the README pastes its workflow, and the permissions below it, into a repository, and opens a pull request. */
const ROOT = join(import.meta.dirname, '../..')
const SECTION = /## As a GitHub Action\n([\s\S]*?)\n## On the command line/.exec(
  readFileSync(join(ROOT, 'README.md'), 'utf8').replaceAll('\r\n', '\n'),
)![1]!
const [WORKFLOW = '', MORE = ''] = [...SECTION.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml]) => yaml!)

interface Job {
  readonly permissions: Grants
  readonly steps: readonly { readonly uses: string; readonly with?: Readonly<Record<string, unknown>> }[]
}
const first = (parse(WORKFLOW) as { jobs: Record<string, Job> }).jobs.keylatch!
const second = parse(MORE) as Job

/** What the runner gives an action whose step says nothing: the defaults of its inputs. */
function inputs(token: string): Record<string, string> {
  const { inputs: all } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { default?: string }>
  }
  const given = Object.entries(all).map(([name, { default: text = '' }]) => [
    name,
    String(text).replace('${{ github.token }}', token),
  ])
  return Object.fromEntries(given) as Record<string, string>
}

const role = (action: string) => `resource "aws_iam_role_policy" "deploy" {
  role   = "deploy"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "${action}", Resource = "*" }] })
}
`
const history = new Repository()
let server: Server
let github: GithubServer
let base: string

beforeAll(async () => {
  base = history.commit('base', { 'main.tf': role('sqs:SendMessage'), '.github/workflows/keylatch.yml': WORKFLOW })
  history.git('checkout', '-q', '-b', 'feature')
  const head = history.commit('a change', { 'main.tf': role('iam:*'), 'deploy.env': `# deploy\n${pair('newcomer')}` })
  history.git('update-ref', 'refs/pull/7/head', head)
  history.git('checkout', '-q', '-b', 'mended', base)
  history.git('update-ref', 'refs/pull/8/head', history.commit('mended', { 'main.tf': role('sqs:ReceiveMessage') }))
  server = serve(history)
  github = await startGithub(server.directory, { slug: SLUG })
  github.addPull(base, head, { number: 7 })
})
afterAll(async () => {
  await github.close()
  server.dispose()
  history.dispose()
})

/** A job as the runner runs it: its checkout one commit deep, its token with what the job asks for and no more. */
async function run(job: Job, pull = 7) {
  github.grants = { ...job.permissions }
  const workspace = server.checkout(`refs/pull/${pull}/head`)
  const env = { ...github.env, GITHUB_RUN_ID: '99' }
  return await action(workspace, { name: 'pull_request', payload: github.pullEvent(7), env }, inputs(github.token))
}

test('the first workflow fails the job, with the worst on their lines and all in the summary', async () => {
  expect(first.steps.map(({ uses }) => uses.split('@')[0])).toEqual(['actions/checkout', 'keylatch/keylatch'])
  expect(SECTION).toContain('with the check `keylatch`')
  const outcome = await run(first)
  expect(outcome).toMatchObject({ exitCode: 1, stderr: '', outputs: { verdict: 'block' } })
  const places = obeyed(outcome.stdout).flatMap(({ name, properties: { file, line } }) =>
    name === 'error' ? `${file}:${line}` : [],
  )
  expect(places.sort()).toEqual(['deploy.env:2', 'main.tf:3'])
  expect(outcome.summary).toContain('deploy.env')
  expect(github.issueComments.get(7) ?? []).toEqual([])
})

test('with the permissions below it there are comments on the lines, one in the conversation and a check run', async () => {
  const outcome = await run({ ...first, permissions: second.permissions })
  expect(outcome).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
  expect(outcome.report.notifications.map(({ id }) => id)).toEqual(['checkout-completed'])
  expect(github.checkRuns).toMatchObject([{ conclusion: 'failure' }])
  expect(
    github.reviewComments
      .get(7)
      ?.map(({ path }) => path)
      .sort(),
  ).toEqual(['deploy.env', 'main.tf'])
  const [comment, ...others] = github.issueComments.get(7) ?? []
  expect(others).toEqual([])
  expect(comment?.body).toMatch(/1 leaked secret/)
  expect(github.sarifs).toHaveLength(1)
  expect(github.violations).toEqual([])
})

test('when it is mended the check is green, the comment says so, and nothing is posted anew', async () => {
  const { head: mended } = github.addPull(base, 'refs/pull/8/head', { number: 8 })
  github.pulls.set(7, { ...github.pulls.get(7)!, head: mended })
  const before = github.reviewComments.get(7)!.length
  const outcome = await run({ ...first, permissions: second.permissions }, 8)
  expect(outcome).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } })
  expect(github.checkRuns.at(-1)).toMatchObject({ conclusion: 'success' })
  expect(github.issueComments.get(7)).toHaveLength(1)
  expect(github.issueComments.get(7)![0]!.body).not.toContain('leaked secret')
  expect(github.reviewComments.get(7)!.length - before).toBeLessThanOrEqual(2)
})
