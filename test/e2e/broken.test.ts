import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ActionOutcome, action } from '../support/dist.ts'
import { Repository } from '../support/repository.ts'
import { pullRequest, schedule } from './support/events.ts'
import { pair } from './support/keys.ts'
import { obeyed } from './support/runner-log.ts'
import { serve } from './support/server.ts'

/** What cannot be scanned is never green: exit code 2, and one line that names the input, the place and the mend. */
const open: { dispose(): void }[] = []
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'keylatch-test-broken-')))
const UNKNOWN = 'c0ffee'.repeat(7).slice(0, 40)
const NOWHERE = `file://${folder}/nowhere`
const runs = new Map<string, ActionOutcome>()

afterAll(() => {
  for (const one of open) one.dispose()
  rmSync(folder, { recursive: true, force: true })
})

/** A pull request that leaks, one commit on top of the base. */
function pull(): Repository & { base: string; head: string } {
  const repository = new Repository()
  open.push(repository)
  const base = repository.commit('base', { 'README.md': '# shop\n' })
  const head = repository.commit('leak', { 'leak.ini': pair('leak') })
  return Object.assign(repository, { base, head })
}

/** Spoils the object that a revision names, as a disk does. */
function spoil(repository: Repository, revision: string, how: 'corrupt' | 'remove'): void {
  const id = repository.git('rev-parse', revision)
  const path = join(repository.root, '.git/objects', id.slice(0, 2), id.slice(2))
  if (!existsSync(path)) throw new Error(`${revision} is no loose object`)
  rmSync(path)
  if (how === 'corrupt') writeFileSync(path, 'not zlib at all')
}

const input = (inputs: Record<string, string>, env?: Record<string, string>) => () => {
  const { root, base, head } = pull()
  return action(root, { ...pullRequest(base, head), env: { GITHUB_SERVER_URL: NOWHERE, ...env } }, inputs)
}
const payload = (name: string, given: unknown) => () => action(pull().root, { name, payload: given as object })
const spoilt = (revision: string, how: 'corrupt' | 'remove') => () => {
  const repository = pull()
  spoil(repository, revision, how)
  return action(repository.root, pullRequest(repository.base, repository.head))
}

/** Name -> the run, and what its line says. */
const CASES: Record<string, readonly [run: () => Promise<ActionOutcome>, line: RegExp]> = {
  'not a repository': [
    () => action(filled('plain'), schedule),
    /plain is not in a git repository.*\. Run actions\/checkout/,
  ],
  'an empty workspace': [
    () => action(made('empty'), schedule),
    /empty is not in a git repository.*\. Run actions\/checkout/,
  ],
  'a workspace that is not there': [
    () => action(folder, { ...schedule, env: { GITHUB_WORKSPACE: join(folder, 'none') } }),
    /none cannot be opened \(ENOENT\)/,
  ],
  'a repository without a commit': [
    () => {
      const repository = new Repository()
      open.push(repository)
      return action(repository.root, schedule)
    },
    /Nothing is checked out. Run actions\/checkout/,
  ],
  'a commit without files': [
    () => {
      const repository = new Repository()
      open.push(repository)
      repository.commit('nothing')
      return action(repository.root, schedule)
    },
    /nothing was scanned/,
  ],
  'paths that match nothing': [() => action(pull().root, schedule, { paths: 'no/such/folder' }), /nothing was scanned/],
  'a base that the server does not have': [
    () => {
      const repository = pull()
      const server = serve(repository)
      open.push(server)
      const env = { GITHUB_SERVER_URL: server.url }
      return action(server.checkout('refs/heads/main'), { ...pullRequest(UNKNOWN, repository.head), env })
    },
    /commits of pull request #7 are not all in this clone, and fetching them failed.*`fetch-depth: 0`/,
  ],
  'a server that is not there': [input({ base: UNKNOWN }), /fetching them failed.*`fetch-depth: 0`/],
  'a server that would get the token in the clear': [
    input({ base: UNKNOWN }, { GITHUB_SERVER_URL: 'http://github.example' }),
    /http:\/\/github\.example is not https/,
  ],
  'a server that is no address': [input({ base: UNKNOWN }, { GITHUB_SERVER_URL: 'github' }), /"github" is no URL/],
  'a corrupt file': [spoilt('HEAD:leak.ini', 'corrupt'), /git|object/],
  'a missing file': [spoilt('HEAD:leak.ini', 'remove'), /missing blob|not in this clone/],
  'a corrupt folder': [spoilt('HEAD^{tree}', 'corrupt'), /git|object/],
  'a corrupt commit': [spoilt('HEAD', 'corrupt'), /./],
  'no event': [input({}, { GITHUB_EVENT_NAME: '' }), /GITHUB_EVENT_NAME.*not set/],
  'an event payload that is not there': [
    input({}, { GITHUB_EVENT_PATH: join(folder, 'no.json') }),
    /payload .*no\.json cannot be read/,
  ],
  'an event payload that is a folder': [
    input({}, { GITHUB_EVENT_PATH: folder }),
    /payload .*keylatch-test-broken\S* cannot be read/,
  ],
  'an event payload that is not JSON': [
    () => {
      writeFileSync(join(folder, 'bad.json'), '{"pull_request":')
      return input({}, { GITHUB_EVENT_PATH: join(folder, 'bad.json') })()
    },
    /bad\.json is not JSON/,
  ],
  'an event payload that is null': [payload('pull_request', null), /payload .* is not a JSON object/],
  'an event payload that is a list': [payload('pull_request', []), /no commit in `pull_request\.base\.sha`/],
  'a pull request without commits in its payload': [
    payload('pull_request', { pull_request: { base: {}, head: {} } }),
    /no commit in `pull_request\.base\.sha`.*`base` and `head`/,
  ],
  'a pull request whose commit is an option': [
    payload('pull_request', { pull_request: { base: { sha: '--output=x' }, head: { sha: '--all' } } }),
    /no commit in `pull_request\.base\.sha`/,
  ],
  'a push without a commit': [payload('push', { ref: 'refs/heads/main' }), /no commit in `after`/],
  'a merge group without commits': [payload('merge_group', {}), /no commit in `merge_group\.base_sha`/],
  'the input scan': [input({ scan: 'ful' }), /input scan cannot be 'ful'.*did you mean "?full/],
  'the input fail-on': [input({ 'fail-on': 'hihg' }), /input fail-on cannot be 'hihg'.*did you mean "?high/],
  'the input annotations': [input({ annotations: 'yes' }), /input annotations cannot be 'yes'.*true, false/],
  'the input base': [input({ base: 'no-such-branch' }), /inputs base \(no-such-branch\)/],
  'the input base, an option': [input({ base: '--all' }), /input base cannot be "--all"/],
  'the input base, two lines': [input({ base: 'main\nmain' }), /input base cannot be "main\\nmain"/],
  'the input head, in a full scan': [input({ scan: 'full', head: UNKNOWN }), /input head c0ffeec/],
  'the input paths': [input({ paths: '/etc' }), /paths.*\/etc/],
  'the input role-to-assume, where AWS is required': [
    input({ 'role-to-assume': 'keylatch', 'require-aws': 'true' }),
    /role-to-assume: `keylatch` is not the ARN/,
  ],
  'the input aws-region, where AWS is required': [
    input({ 'role-to-assume': 'arn:aws:iam::111122223333:role/x', 'aws-region': 'mars', 'require-aws': 'true' }),
    /aws-region: `mars` is not a region/,
  ],
  'the input require-aws, without a role': [input({ 'require-aws': 'true' }), /require-aws: there is no role/],
  'no git': [input({}, { PATH: folder }), /git was not found/],
}

function made(name: string): string {
  mkdirSync(join(folder, name))
  return join(folder, name)
}

function filled(name: string): string {
  writeFileSync(join(made(name), 'leak.ini'), pair('leak'))
  return join(folder, name)
}

beforeAll(async () => {
  await Promise.all(Object.entries(CASES).map(async ([name, [run]]) => runs.set(name, await run())))
}, 120_000)

test.each(Object.entries(CASES))('%s', (name, [, line]) => {
  const { exitCode, stdout, stderr, outputs } = runs.get(name)!
  const commands = obeyed(stdout)
  expect(commands).toMatchObject([{ name: 'error', data: expect.stringMatching(line) }])
  expect(commands[0]!.data).not.toMatch(/defect|\n\s+at /)
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: '' })
  expect(outputs.verdict).toBe('broken')
})

test('outputs that cannot be written', async () => {
  const { exitCode, stderr } = await input({}, { GITHUB_OUTPUT: join(folder, 'no.txt') })()
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: '' })
})
