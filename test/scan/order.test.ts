import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { Session } from '../../src/core/analysis.ts'
import type { Source } from '../../src/core/source.ts'
import { rules } from '../../src/rules/index.ts'
import { ruleTable } from '../../src/scan/check.ts'
import { type Scanned, scanText, scanUnits } from '../../src/scan/units.ts'
import { random } from '../iam/support/random.ts'
import { sourcesOf, treeOf } from '../rules/fixtures.ts'

/**
 * What a unit yields is the same alone and beside any others, in any order, and twice in one process: each fixture of the
 * rules is a unit in a folder of its own.
 */
const RULES = fileURLToPath(new URL('../rules', import.meta.url))
const TABLE = ruleTable(rules)
const OPTIONS = {
  trustedAccounts: new Set(['111122223333']),
  repository: 'octo-org/octo-repo',
  // One for all, as in a run.
  session: new Session(),
}
/** Every fifth fixture, which takes seconds and is another fifth for every pack. */
const SAMPLED = 5
const AT_ONCE = 25

interface Unit {
  readonly name: string
  readonly files: readonly Source[]
}

/** Hits and notifications. */
type Yield = readonly object[]

const units = fixtures()
let alone: readonly Yield[]

beforeAll(async () => {
  alone = await eachAlone(units)
}, 60_000)

test('there is something to find', () => {
  expect(units.length).toBeGreaterThan(80)
  expect(alone.filter((found) => found.length > 0).length).toBeGreaterThan(40)
})

test('beside others, in any order, a unit yields what it yields alone', async () => {
  for (const seed of [1, 2]) {
    const order = shuffled(units, seed)
    for (let at = 0; at < order.length; at += AT_ONCE) {
      const together = order.slice(at, at + AT_ONCE)
      const results = await eachOf(together)
      const expected = together.map((unit) => alone[units.indexOf(unit)])
      expect(named(together, results)).toEqual(named(together, expected))
    }
  }
}, 60_000)

test('once more and the other way round it yields the same', async () => {
  const backwards = [...units].reverse()
  const again = await eachAlone(backwards)
  expect(named(backwards, again)).toEqual(named(backwards, [...alone].reverse()))
}, 60_000)

test('what is clean alone is clean after a crowd of patterns', async () => {
  const crowd = Array.from({ length: 230 }, (_, at) => `s*${at}:Get*`)
  expect(await eachOf([policyOf('before', '?am:GetUser')])).toEqual([[]])
  await eachOf([policyOf('crowd', ...crowd)])
  expect(await eachOf([policyOf('after', 'i?m:GetUser')])).toEqual([[]])
})

function fixtures(): Unit[] {
  const paths = readdirSync(RULES, { withFileTypes: true })
    .filter((pack) => pack.isDirectory())
    .flatMap((pack) => readdirSync(join(RULES, pack.name)).map((rule) => join(pack.name, rule)))
    .flatMap((rule) => readdirSync(join(RULES, rule)).map((name) => join(rule, name)))
    .filter((path) => !path.endsWith('expected.txt'))
    .sort()
  return paths
    .filter((_, at) => at % SAMPLED === 0)
    .map((path) => ({ name: path, files: [...sourcesOf(join(RULES, path)).values()] }))
}

/** Grants a harmless action, named by a pattern with a wildcard in the name of its service. */
function policyOf(name: string, ...actions: string[]): Unit {
  const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] }
  return { name, files: [{ uri: 'policy.json', text: JSON.stringify(document) }] }
}

async function eachAlone(list: readonly Unit[]): Promise<Yield[]> {
  const results: Yield[] = []
  for (const unit of list) results.push(...(await eachOf([unit])))
  return results
}

/** What each of the units yields, scanned in one tree. */
async function eachOf(list: readonly Unit[]): Promise<Yield[]> {
  const sources = list.flatMap(({ files }, at) =>
    files.map((source): Source => ({ uri: `${folderOf(at)}/${source.uri}`, text: source.text })),
  )
  const tree = treeOf(new Map(sources.map((source) => [source.uri, source])))
  const scans: Scanned[] = [await scanUnits(tree, undefined, TABLE, OPTIONS)]
  for (const source of sources) scans.push(await scanText(source, TABLE, OPTIONS))
  const lines = scans.flatMap(({ hits, notifications }) => [
    ...hits.map(({ rule, hit }) => JSON.stringify({ rule: rule.meta.id, ...hit })),
    ...notifications.map((notification) => JSON.stringify(notification)),
  ])
  return list.map((_, at) => {
    const own = lines.filter((line) => line.includes(`"${folderOf(at)}/`))
    const bare = own.map((line) => line.replaceAll(`${folderOf(at)}/`, '')).sort()
    return bare.map((line) => JSON.parse(line) as object)
  })
}

/** Of one length, since a longer path might be cut elsewhere. */
function folderOf(at: number): string {
  return `unit-${String(at).padStart(3, '0')}`
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const next = random(seed)
  const left = [...list]
  return list.map(() => left.splice(next(left.length), 1)[0]!)
}

function named(list: readonly Unit[], results: readonly (Yield | undefined)[]): object {
  return Object.fromEntries(list.map(({ name }, at) => [name, results[at]]))
}
