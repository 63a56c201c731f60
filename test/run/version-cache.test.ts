import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Report } from '../../src/core/finding.ts'
import { cacheKey } from '../../src/io/version-cache.ts'
import type { Settings } from '../../src/run/settings.ts'
import { run } from '../../src/run.ts'
import { expand } from '../support/placeholders.ts'
import { Repository } from '../support/repository.ts'

/** What is kept between runs spares reading, and changes nothing that is found; nobody without the key can put anything there. */

const KEY = 'a key of this test, long enough'
let repository: Repository
let folder = ''

beforeAll(() => {
  repository = new Repository()
  for (let step = 0; step < 12; step++)
    repository.commit(`Step ${step}`, { 'deploy.sh': `#!/bin/sh\n${'echo "on it"\n'.repeat(step + 1)}` })
  for (let step = 0; step < 6; step++)
    repository.commit(`Version ${step}`, { [`pin-${step}.txt`]: expand(`version: @@HEX40:${step}@@\n`) })
  repository.remove(...Array.from({ length: 6 }, (_, step) => `pin-${step}.txt`))
  repository.commit('Keys', { 'old.env': expand('AWS_ACCESS_KEY_ID=@@AWS_ID@@\n') })
  repository.remove('old.env').commit('No keys')
})
afterAll(() => repository.dispose())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keylatch-cache-'))
  return () => rmSync(folder, { recursive: true })
})

async function scan(settings: Partial<Settings> = {}): Promise<Report> {
  let time = 0
  return await run({
    root: repository.root,
    scope: { kind: 'history' },
    paths: [],
    pathsIgnore: [],
    policyFrom: 'repository',
    today: '2026-10-01',
    now: () => time++,
    env: process.env,
    timings: true,
    cache: { folder, key: KEY },
    ...settings,
  })
}

/** How many texts the rules about credentials were asked of. */
function textsIn({ stats }: Report): number {
  return stats.timings!.rules.find(({ name }) => name === 'credentials/aws-access-key')?.times ?? 0
}

const found = ({ findings, stats: { files, bytes, commits } }: Report) => ({ findings, files, bytes, commits })

test('a second run finds the same, and reads what is left', async () => {
  const plain = await scan({ cache: undefined as never })
  const [cold, warm] = [await scan(), await scan()]
  expect(plain.findings).toHaveLength(1)
  expect(found(cold)).toEqual(found(plain))
  expect(found(warm)).toEqual(found(plain))
  expect(warm.notifications).toEqual(plain.notifications)
  expect(textsIn(cold) - textsIn(warm)).toBeGreaterThanOrEqual(6)
})

test('so does a range, also by what a history has left there', async () => {
  const range = { scope: { kind: 'range', base: 'HEAD~10', head: 'HEAD' } } as const
  const plain = await scan({ ...range, cache: undefined as never })
  await scan()
  expect(found(await scan(range))).toEqual(found(plain))
})

test('there is nothing of the texts in it, and no name', async () => {
  await scan()
  const kept = readdirSync(folder)
  expect(kept).toHaveLength(1)
  const bytes = readFileSync(join(folder, kept[0]!), 'latin1')
  expect(bytes).not.toMatch(/deploy|echo|AKIA/)
})

test('other rules, other accounts and another build believe nothing of it', async () => {
  await scan()
  await scan({ only: ['credentials/*'] })
  await scan({ repository: { host: 'github.com', slug: 'octo/app', url: 'https://github.com/octo/app' } as never })
  expect(readdirSync(folder)).toHaveLength(3)
})

test('of many such files the last four are kept', async () => {
  for (const pack of ['iam', 'trust', 'network', 'user-data', 'credentials', 'container'])
    await scan({ only: [`${pack}/*`] })
  expect(readdirSync(folder)).toHaveLength(4)
})

test.each<[string, (bytes: Buffer) => Uint8Array]>([
  ['signed with another key', (bytes) => bytes],
  ['with an entry more', (bytes) => Buffer.concat([bytes, Buffer.alloc(20)])],
  ['cut short', (bytes) => bytes.subarray(0, 20)],
  ['empty', () => new Uint8Array()],
])('a file that is %s is not believed, and that is told', async (name, spoilt) => {
  await scan({ cache: { folder, key: name.startsWith('signed') ? 'the key of somebody else' : KEY } })
  const [file] = readdirSync(folder).map((kept) => join(folder, kept))
  writeFileSync(file!, spoilt(readFileSync(file!)))
  const report = await scan()
  expect(report.findings).toHaveLength(1)
  expect(report.notifications.map(({ id }) => id)).toContain('cache-refused')
  // It is written anew.
  expect((await scan()).notifications.map(({ id }) => id)).not.toContain('cache-refused')
})

test('the key of a user is made once, for that user alone; a short one is refused', () => {
  const env = { XDG_STATE_HOME: folder }
  expect(cacheKey(env)).toBe(cacheKey(env))
  expect(statSync(join(folder, 'keylatch/cache-key')).mode & 0o077).toBe(0)
  expect(() => cacheKey({ KEYLATCH_CACHE_KEY: 'short' })).toThrow('fewer than 16 characters')
  expect(() => cacheKey({})).toThrow('--cache needs KEYLATCH_CACHE_KEY')
})

test('a secret under a name that was clean, and a clean text where a secret was, are told apart', async () => {
  await scan()
  const other = new Repository()
  try {
    mkdirSync(other.root, { recursive: true })
    other.commit('A key where a script was', {
      'deploy.sh': expand('#!/bin/sh\nexport AWS_ACCESS_KEY_ID=@@AWS_ID@@\n'),
    })
    expect((await scan({ root: other.root })).findings).toHaveLength(1)
  } finally {
    other.dispose()
  }
})
