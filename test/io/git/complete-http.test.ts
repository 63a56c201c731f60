import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { completeRange } from '../../../src/io/git/complete.ts'
import type { RangePlan } from '../../../src/io/git/events.ts'
import { readRange } from '../../../src/io/git/range.ts'
import { requireRepository } from '../../../src/io/git/repository.ts'
import { type GitServer, type GitServerOptions, gitServer } from './http-server.ts'
import { all, openThrowaway, type Throwaway, temporaryFolder, throwaway } from './throwaway.ts'

const TOKEN = `ghs_${'t'.repeat(20)}`
const root = temporaryFolder()
let origin: Throwaway
let base = ''
let head = ''
let plan: RangePlan
const servers: GitServer[] = []

beforeAll(() => {
  const made = throwaway()
  mkdirSync(join(root, 'owner'))
  renameSync(made.path, join(root, 'owner/name'))
  origin = openThrowaway(join(root, 'owner/name'))
  for (let index = 0; index < 6; index++) {
    origin.write(`file${index}`, `content ${index}`)
    base = origin.commit(`main ${index}`)
  }
  origin.git('checkout', '-q', '-b', 'topic')
  for (let index = 0; index < 3; index++) {
    origin.write('leak', `KEY ${index}`)
    head = origin.commit(`topic ${index}`)
  }
  origin.git('update-ref', 'refs/pull/1/head', head)
  origin.git('config', 'uploadpack.allowFilter', 'true')
  plan = { mode: 'diff', base, head, why: 'pull request #1', pullNumber: 1, commits: 3 }
})

afterAll(async () => {
  for (const server of servers) await server.close()
})

async function serve(options: Partial<GitServerOptions> = {}): Promise<GitServer> {
  const server = await gitServer({ root, ...options })
  servers.push(server)
  return server
}

/** A checkout of one commit, with the configuration that actions/checkout leaves behind. */
function checkout(): Throwaway {
  const home = temporaryFolder()
  const clone = openThrowaway(join(home, 'clone'), home)
  origin.git('init', '-q', clone.path)
  clone.git('fetch', '-q', '--depth=1', `file://${origin.path}`, head)
  clone.git('checkout', '-q', '--detach', 'FETCH_HEAD')
  return clone
}

async function complete(clone: Throwaway, server: GitServer, token?: string) {
  const opened = await requireRepository(clone.path, clone.env)
  const remote = { url: server.url, repository: 'owner/name', ...(token === undefined ? {} : { token }) }
  return await completeRange(opened, plan, remote)
}

test('the token reaches the server on every request, and nothing else does', async () => {
  const server = await serve({ token: TOKEN })
  const clone = checkout()
  // A stale header in the user's configuration must not be sent besides ours.
  clone.write('../.gitconfig', `[http "${server.url}/"]\n\textraheader = AUTHORIZATION: basic stale\n`)
  const completed = await complete(clone, server, TOKEN)
  const range = await readRange(completed.repository, completed.base, completed.head)
  expect((await all(range.blobs())).map(({ bytes }) => bytes.toString())).toEqual(['KEY 2', 'KEY 0', 'KEY 1'])
  expect(new Set(server.requests.map(({ authorization }) => authorization))).toEqual(
    new Set([`basic ${Buffer.from(`x-access-token:${TOKEN}`).toString('base64')}`]),
  )
  // One conversation for the commits, one for all contents.
  expect(server.requests.filter(({ line }) => line.startsWith('GET'))).toHaveLength(2)
  for (const file of readdirSync(completed.repository.gitDir, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const text = readFileSync(join(file.parentPath, file.name)).toString('latin1')
    expect(text).not.toContain(TOKEN)
    expect(text).not.toContain(Buffer.from(`x-access-token:${TOKEN}`).toString('base64'))
  }
  completed.dispose()
})

test.each([
  ['a wrong token', 'wrong-token-of-mine'],
  ['no token', undefined],
])('%s is one clear line without it', async (_, token) => {
  const server = await serve({ token: TOKEN })
  const failure = (await complete(checkout(), server, token).catch((error: Error) => error)) as Error
  expect(failure.name).toBe('Problem')
  expect(failure.message).toMatch(
    /^The commits of pull request #1 are not all in this clone, and fetching them failed \(/,
  )
  expect(failure.message).toContain('`contents: read`')
  expect(failure.message).not.toContain('wrong-token-of-mine')
})

test('a server that stumbles is asked again', async () => {
  const server = await serve({ failing: 1 })
  const completed = await complete(checkout(), server)
  expect(completed.base).toBe(base)
  completed.dispose()
})

test('a server of the old protocol serves as well, or says what it does not give', async () => {
  origin.git('config', 'uploadpack.allowReachableSHA1InWant', 'true')
  const completed = await complete(checkout(), await serve({ old: true }))
  const range = await readRange(completed.repository, completed.base, completed.head)
  expect(await all(range.blobs())).toHaveLength(3)
  completed.dispose()
  origin.git('config', 'uploadpack.allowReachableSHA1InWant', 'false')
  const commitsOnly = await complete(checkout(), await serve({ old: true }))
  const without = await readRange(commitsOnly.repository, commitsOnly.base, commitsOnly.head)
  await expect(all(without.blobs())).rejects.toMatchObject({
    name: 'Problem',
    message: expect.stringMatching(/^The files to be scanned could not be fetched: .* unadvertised object/),
  })
  commitsOnly.dispose()
})

test('the token is not carried to another server', async () => {
  const elsewhere = await serve()
  const server = await serve({ redirect: elsewhere.url })
  await expect(complete(checkout(), server, TOKEN)).rejects.toMatchObject({ name: 'Problem' })
  expect(elsewhere.requests).toEqual([])
})

test('a run that is told to stop leaves nothing behind', async () => {
  const server = await serve({ failing: 1000 })
  const clone = checkout()
  const temporary = temporaryFolder()
  const script = `
    import { completeRange } from ${JSON.stringify(join(process.cwd(), 'src/io/git/complete.ts'))}
    import { requireRepository } from ${JSON.stringify(join(process.cwd(), 'src/io/git/repository.ts'))}
    requireRepository(${JSON.stringify(clone.path)}).then((clone) => {
      completeRange(clone, ${JSON.stringify(plan)}, { url: '${server.url}', repository: 'owner/name' }).catch(console.error)
    })
  `
  clone.write('run.mts', script)
  const child = spawn(process.execPath, ['--import', 'tsx', join(clone.path, 'run.mts')], {
    env: { ...clone.env, TMPDIR: temporary },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  while (server.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(readdirSync(temporary).some((name) => name.startsWith('keylatch-'))).toBe(true)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([null, 'SIGTERM'])
  expect(readdirSync(temporary).filter((name) => name.startsWith('keylatch-'))).toEqual([])
})
