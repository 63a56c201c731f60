import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type CompletedRange, completeRange } from '../../../src/io/git/complete.ts'
import type { RangePlan } from '../../../src/io/git/events.ts'
import { readRange } from '../../../src/io/git/range.ts'
import { requireRepository } from '../../../src/io/git/repository.ts'
import { commitSnapshot } from '../../../src/io/git/stored.ts'
import { all, openThrowaway, type Throwaway, temporaryFolder, throwaway } from './throwaway.ts'

/** A server with a pull request of three commits, whose base has gone on since. */
const server = throwaway()
let base = ''
let head = ''
let fork = ''
const plan = (extra: object = {}): RangePlan => ({
  mode: 'diff',
  base,
  head,
  why: 'pull request #1',
  pullNumber: 1,
  ...extra,
})
const remote = () => ({ url: `file://${join(server.path, '..')}`, repository: 'repo' })

beforeAll(() => {
  for (let index = 0; index < 12; index++) {
    server.write('shared', `version ${index}\n`)
    server.write(`old/${index}`, `old ${index}`)
    fork = server.commit(`main ${index}`)
  }
  server.git('checkout', '-q', '-b', 'topic')
  server.write('leak', 'KEY')
  server.commit('leak')
  server.remove('leak')
  server.commit('clean')
  server.write('shared', 'version topic\n')
  head = server.commit('topic')
  server.git('checkout', '-q', 'main')
  for (let index = 0; index < 9; index++) {
    server.write('main', `later ${index}`)
    base = server.commit(`later ${index}`)
  }
  server.git('checkout', '-q', '--detach', base)
  server.git('merge', '-q', '--no-ff', '-m', 'merge', head)
  server.git('update-ref', 'refs/pull/1/head', head)
  server.git('update-ref', 'refs/pull/1/merge', 'HEAD')
  server.git('checkout', '-q', 'main')
  server.git('branch', '-q', '-D', 'topic')
  server.git('config', 'uploadpack.allowFilter', 'true')
})

/** As actions/checkout does it for a pull request: the merge commit alone, or so many commits more. */
function checkout(depth: number | undefined, ref = 'refs/pull/1/merge', ...more: string[]): Throwaway {
  const home = temporaryFolder()
  const clone = openThrowaway(join(home, 'clone'), home)
  server.git('init', '-q', clone.path)
  clone.git(
    'fetch',
    '-q',
    ...(depth ? [`--depth=${depth}`] : []),
    ...more,
    `${remote().url}/repo`,
    `+${ref}:refs/remotes/it`,
  )
  clone.git('checkout', '-q', '--detach', 'refs/remotes/it')
  return clone
}

async function read(
  completed: CompletedRange,
): Promise<{ texts: string[]; commits: number; from: string | undefined }> {
  const range = await readRange(completed.repository, completed.base, completed.head)
  const texts = (await all(range.blobs())).map(({ bytes }) => bytes.toString())
  expect((await all(range.messages())).length).toBe(range.commits.length)
  return { texts: texts.sort(), commits: range.commits.length, from: range.from }
}

const WHOLE = () => ({ texts: ['KEY', 'version topic\n'], commits: 3, from: fork })

function stateOf(clone: Throwaway): unknown {
  return {
    files: readdirSync(join(clone.path, '.git'), { recursive: true }).map(String).sort(),
    shallow: existsSync(join(clone.path, '.git/shallow')) && readFileSync(join(clone.path, '.git/shallow'), 'utf8'),
    config: readFileSync(join(clone.path, '.git/config'), 'utf8'),
  }
}

/** Temporary repositories of this clone that are still there. */
function leftovers(clone: Throwaway): string[] {
  return readdirSync(tmpdir()).filter((name) => {
    const alternates = join(tmpdir(), name, 'objects/info/alternates')
    return existsSync(alternates) && readFileSync(alternates, 'utf8').startsWith(clone.path)
  })
}

describe.each([
  ['that can leave out contents', { 'uploadpack.allowFilter': 'true' }],
  ['that cannot', { 'uploadpack.allowFilter': 'false' }],
])('from a server %s', (_, config) => {
  beforeAll(() => {
    for (const [key, value] of Object.entries(config)) server.git('config', key, value)
  })

  test.each([1, 5])('a checkout %i deep is completed, and stays as it was', async (depth) => {
    const clone = checkout(depth)
    const before = stateOf(clone)
    const completed = await completeRange(
      await requireRepository(clone.path, clone.env),
      plan({ commits: 3 }),
      remote(),
    )
    expect(completed.repository.gitDir).not.toContain(clone.path)
    expect(await read(completed)).toEqual(WHOLE())
    const snapshot = await commitSnapshot(completed.repository, fork)
    expect(await all(snapshot.readBytes(await snapshot.entries()))).toHaveLength(13)
    expect(snapshot.skipped.notifications()).toEqual([])
    expect((await (await commitSnapshot(completed.repository, base)).tree()).read('main')?.text).toBe('later 8')
    completed.dispose()
    expect(existsSync(completed.repository.gitDir)).toBe(false)
    expect(stateOf(clone)).toEqual(before)
    expect(completed.notifications).toMatchObject([{ level: 'note', id: 'checkout-completed' }])
  })
})

test('a branch named as the head, which the clone lacks, is found where it was put', async () => {
  const clone = checkout(1, 'refs/heads/main')
  const named = plan({ head: 'refs/pull/1/head', pullNumber: undefined })
  const completed = await completeRange(await requireRepository(clone.path, clone.env), named, remote())
  expect(await read(completed)).toEqual(WHOLE())
  completed.dispose()
})

describe('a checkout', () => {
  test('with all commits is used as it is', async () => {
    const clone = checkout(undefined)
    const completed = await completeRange(await requireRepository(clone.path, clone.env), plan())
    expect(completed.repository.workTree).toBe(clone.path)
    expect(await read(completed)).toEqual(WHOLE())
    expect(completed.notifications).toEqual([])
  })

  test('that is shallow but deep enough is used as it is', async () => {
    const clone = checkout(12)
    const completed = await completeRange(await requireRepository(clone.path, clone.env), plan())
    expect(completed.repository.workTree).toBe(clone.path)
    expect(await read(completed)).toEqual(WHOLE())
  })

  test('without file contents gets them all in one go', async () => {
    server.git('config', 'uploadpack.allowFilter', 'true')
    const clone = checkout(undefined, 'refs/pull/1/merge', '--filter=blob:none')
    clone.write('.git/objects/pack/pack-none.promisor', '')
    const completed = await completeRange(await requireRepository(clone.path, clone.env), plan(), remote())
    expect(await read(completed)).toEqual(WHOLE())
    const packs = readdirSync(join(completed.repository.gitDir, 'objects/pack')).filter((name) =>
      name.endsWith('.pack'),
    )
    expect(packs.length).toBeLessThanOrEqual(2)
    completed.dispose()
  })

  test('of the base and head themselves gets the commit before', async () => {
    const clone = checkout(1, 'refs/pull/1/head')
    const opened = await requireRepository(clone.path, clone.env)
    const completed = await completeRange(opened, plan({ base: head }), remote())
    expect(await read(completed)).toMatchObject({ texts: ['version topic\n'], commits: 1 })
    completed.dispose()
  })

  test('is completed when a push has lost its base: from the default branch', async () => {
    const clone = checkout(1, 'refs/pull/1/head')
    const opened = await requireRepository(clone.path, clone.env)
    const gone = plan({ base: 'd'.repeat(40), pullNumber: undefined, fallback: { branch: 'main' } })
    const completed = await completeRange(opened, gone, remote())
    expect(await read(completed)).toEqual(WHOLE())
    expect(completed.base).toBe(base)
    completed.dispose()
    const made = await completeRange(opened, plan({ base: undefined, fallback: { branch: 'main' } }), remote())
    expect(await read(made)).toEqual(WHOLE())
    made.dispose()
  })

  test('is scanned whole when nothing is left to compare with', async () => {
    const clone = checkout(1, 'refs/pull/1/head')
    const opened = await requireRepository(clone.path, clone.env)
    for (const fallback of ['full', { branch: 'no-such-branch' }]) {
      const completed = await completeRange(opened, plan({ base: 'd'.repeat(40), fallback }), remote())
      expect(completed).toMatchObject({ mode: 'full', head, repository: { workTree: clone.path } })
      expect(completed.base).toBeUndefined()
    }
    expect(leftovers(clone)).toEqual([])
  })

  test('that cannot be completed is one clear line, and leaves nothing behind', async () => {
    const clone = checkout(1)
    const opened = await requireRepository(clone.path, clone.env)
    const messages: string[] = []
    for (const attempt of [
      () => completeRange(opened, plan()),
      () => completeRange(opened, plan({ base: 'd'.repeat(40) }), remote()),
      () => completeRange(opened, plan(), { ...remote(), repository: 'not-there' }),
      () => completeRange(opened, plan(), { url: 'http://example.com', repository: 'o/r', token: 'tok' }),
      () => completeRange(opened, plan(), { url: 'https://github.com', repository: '../x', token: 'tok' }),
    ]) {
      const failure = await attempt().catch((error: Error) => error)
      expect(failure).toMatchObject({ name: 'Problem' })
      messages.push((failure as Error).message)
    }
    expect(messages).toEqual([
      expect.stringMatching(/^Not all commits of pull request #1 are in this clone\. Check out with `fetch-depth: 0`/),
      expect.stringMatching(/fetching them failed \(.*d{40}\)\. Check out with `fetch-depth: 0`/),
      expect.stringMatching(/fetching them failed \(.*does not appear to be a git repository\)/),
      expect.stringContaining('http://example.com is not https'),
      expect.stringContaining('"../x" is no repository name'),
    ])
    expect(messages.join()).not.toContain('\n')
    expect(leftovers(clone)).toEqual([])
  })

  test('for a full scan needs no more than its commit', async () => {
    const clone = checkout(1)
    const opened = await requireRepository(clone.path, clone.env)
    const completed = await completeRange(opened, { mode: 'full', why: 'the event is schedule' })
    expect(completed).toMatchObject({ mode: 'full', head: clone.git('rev-parse', 'HEAD') })
  })
})
