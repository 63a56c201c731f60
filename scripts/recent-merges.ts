/**
 * Judges the last first-parent commits of repositories as if each were a pull request, and tells what would have blocked.
 *   npm run merges -- [--last 50] [--output FILE] PATH…
 * A line of JSON a change goes to FILE as it is judged; what stands there is not judged again.
 */
import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { hasFrontEnd } from '../src/frontends/index.ts'
import { rules } from '../src/rules/index.ts'
import { run } from '../src/run.ts'

interface Judged {
  readonly repository: string
  readonly commit: string
  /** `pass`, `block`, `broken`, or why it could not be scanned. */
  readonly verdict: string
  /** Changed files that a front end reads. */
  readonly infrastructure: number
  readonly blocking: readonly string[]
  /** What is new of habits, which never blocks. */
  readonly hygiene: readonly string[]
  /** All of `scan/unread`, whether it blocks or not. */
  readonly unread: readonly string[]
  readonly milliseconds: number
}

const HYGIENE = new Set(rules.flatMap(({ meta }) => (meta.about === 'hygiene' ? [meta.id] : [])))
const UNREAD = /^scan\//

const git = (root: string, ...words: string[]) =>
  execFileSync('git', ['-C', root, ...words], { encoding: 'utf8', maxBuffer: 1 << 28 })
    .split('\n')
    .filter(Boolean)

async function judge(root: string, base: string, head: string): Promise<Judged> {
  const changed = git(root, 'diff', '--name-only', base, head)
  const known = { repository: basename(root), commit: head, infrastructure: changed.filter(hasFrontEnd).length }
  const started = performance.now()
  try {
    const { verdict, findings } = await run({
      root,
      scope: { kind: 'range', base, head },
      policyFrom: 'repository',
      paths: [],
      pathsIgnore: [],
      today: new Date().toISOString().slice(0, 10),
      now: () => performance.now(),
      env: process.env,
    })
    const told = (wanted: (finding: (typeof findings)[number]) => boolean) =>
      findings.filter(wanted).map(({ ruleId, severity, location: { uri, region }, message, properties }) => {
        const limit = properties.limit ? ` [${String(properties.limit)}]` : ''
        return `${ruleId} ${severity} ${uri}:${region.startLine}${limit} ${message}`
      })
    return {
      ...known,
      verdict,
      blocking: told(({ blocking }) => blocking),
      hygiene: told(({ ruleId, state }) => HYGIENE.has(ruleId) && !UNREAD.test(ruleId) && state === 'new'),
      unread: told(({ ruleId }) => UNREAD.test(ruleId)),
      milliseconds: Math.round(performance.now() - started),
    }
  } catch (error) {
    const none = { blocking: [], hygiene: [], unread: [], milliseconds: Math.round(performance.now() - started) }
    return { ...known, verdict: String((error as Error).message).split('\n')[0]!, ...none }
  }
}

function tell(judged: readonly Judged[]): void {
  const blocked = judged.filter(({ verdict }) => verdict === 'block')
  const [unread, unable] = [
    blocked.filter(({ blocking }) => blocking.some((said) => UNREAD.test(said))),
    judged.filter(({ verdict }) => !['pass', 'block'].includes(verdict)),
  ]
  for (const { repository, commit, blocking } of unread) {
    for (const said of blocking.filter((one) => UNREAD.test(one)))
      console.log(`${repository} ${commit.slice(0, 12)} ${said}`)
  }
  const touching = judged.filter(({ infrastructure }) => infrastructure > 0)
  const counts = touching.map(({ hygiene }) => hygiene.length).sort((a, b) => a - b)
  console.log(
    `${judged.length} changes of ${new Set(judged.map(({ repository }) => repository)).size} repositories: ${blocked.length} block, ${unread.length} of them by what was not read; ${unable.length} could not be scanned. ${touching.length} touch infrastructure, with ${counts[counts.length >> 1] ?? 0} habits in the median.`,
  )
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { last: { type: 'string', default: '50' }, output: { type: 'string' } },
})
const { output } = values
const before = output && existsSync(output) ? readFileSync(output, 'utf8').split('\n').filter(Boolean) : []
const judged = before.map((line) => JSON.parse(line) as Judged)
const done = new Set(judged.map(({ repository, commit }) => `${repository} ${commit}`))
for (const root of positionals) {
  const commits = git(root, 'rev-list', '--first-parent', '-n', String(Number(values.last) + 1), 'HEAD')
  for (const [at, head] of commits.slice(0, -1).entries()) {
    if (done.has(`${basename(root)} ${head}`)) continue
    const one = await judge(root, commits[at + 1]!, head)
    judged.push(one)
    if (output) appendFileSync(output, `${JSON.stringify(one)}\n`)
  }
}
tell(judged)
