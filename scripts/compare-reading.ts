// Compares the findings of reading what is new in versions with those of reading every version whole.
//   npm run compare:reading -- --generated 500 [--from 1]    generated histories (test/support/histories.ts)
//   npm run compare:reading -- PATH…                          whole histories of repositories at hand
//   npm run compare:reading -- --last 20 PATH…                the last first-parent commits of each, with all that they merge
import { execFileSync } from 'node:child_process'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import type { Report } from '../src/core/finding.ts'
import { Problem } from '../src/core/problem.ts'
import type { Settings } from '../src/run/settings.ts'
import { run } from '../src/run.ts'
import { generateHistory, STORAGES } from '../test/support/histories.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { generated: { type: 'string' }, from: { type: 'string', default: '1' }, last: { type: 'string' } },
})

function settingsFor(root: string, scope: Settings['scope']): Settings {
  const plain = { policyFrom: 'repository', paths: [], pathsIgnore: [], today: '2026-10-01', now: () => 0 } as const
  return { root, scope, ...plain, env: process.env }
}

function scopeIn(root: string): Settings['scope'] {
  if (values.last === undefined) return { kind: 'history' }
  const listing = ['-C', root, 'rev-list', '--first-parent', '-n', String(Number(values.last) + 1), 'HEAD']
  const base = execFileSync('git', listing, { encoding: 'utf8' }).trim().split('\n').at(-1)!
  return { kind: 'range', base, head: 'HEAD' }
}

/** Runs both ways and tells where they differ. */
async function compared(name: string, root: string, scope: Settings['scope']): Promise<boolean> {
  const settings = settingsFor(root, scope)
  const [fresh, before] = [await run(settings), process.cpuUsage()]
  const whole = await run({ ...settings, readVersions: 'whole' })
  if (isDeepStrictEqual(fresh, whole)) {
    if (values.generated === undefined) {
      const { user, system } = process.cpuUsage(before)
      console.log(`same   ${name}: ${whole.findings.length} findings, whole in ${((user + system) / 1e6).toFixed(1)} s`)
    }
    return true
  }
  console.log(`OTHER  ${name}`)
  tellDifference(fresh, whole)
  return false
}

function tellDifference(fresh: Report, whole: Report): void {
  const texts = ({ findings }: Report) => findings.map((finding) => JSON.stringify(finding))
  const [ours, theirs] = [new Set(texts(fresh)), new Set(texts(whole))]
  const short = (text: string) => {
    const { ruleId, location, commits, anchor } = JSON.parse(text)
    return `${ruleId} ${location.uri}:${location.region.startLine} ${anchor} ${commits}`
  }
  for (const text of ours) if (!theirs.has(text)) console.log(`  new bytes only: ${short(text)}`)
  for (const text of theirs) if (!ours.has(text)) console.log(`  whole only:     ${short(text)}`)
  for (const key of Object.keys(whole) as (keyof Report)[]) {
    if (key !== 'findings' && !isDeepStrictEqual(fresh[key], whole[key])) console.log(`  ${key} differ`)
  }
}

let different = 0
for (const path of positionals) {
  try {
    if (!(await compared(path, path, scopeIn(path)))) different++
  } catch (error) {
    // A clone that lacks an object, say.
    if (!(error instanceof Problem)) throw error
    console.log(`unread ${path}: ${error.message}`)
  }
}
const first = Number(values.from)
for (let seed = first; seed < first + Number(values.generated ?? 0); seed++) {
  const history = generateHistory(seed, STORAGES[seed % STORAGES.length]!)
  const base = `HEAD~${Math.min(3, history.commits - 5)}`
  const same =
    (await compared(`history ${seed}`, history.root, { kind: 'history' })) &&
    (await compared(`range of ${seed}`, history.root, { kind: 'range', base, head: 'HEAD' }))
  if (!same) different++
  if (same || !process.env.KEEP) history.dispose()
  else console.log(`  ${history.root}`)
}
console.log(different === 0 ? 'all the same' : `${different} differ`)
process.exit(different === 0 ? 0 : 1)
