import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { HOSTILE, HOSTILE_HCL } from '../../test/frontends/hostile-texts.ts'
import { type Figure, median } from './figure.ts'
import { git, makeRepository } from './repository.ts'
import { leak, randomOf } from './texts.ts'

/** Whole processes of the bundles, as people run them. */
export interface Bench {
  /** Where the bundles are. */
  readonly dist: string
  /** An empty folder. */
  readonly temp: string
}

/** What one run took: seconds of the clock, seconds of processor time without git's, and peak memory. */
interface Run {
  readonly wall: number
  readonly cpu: number
  readonly megabytes: number
  readonly exitCode: number
  readonly output: string
}

/** Ranges of 20 and 1,000 commits and the whole history, of repositories made for it. */
export async function measureMadeRanges(bench: Bench): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const commits of [20, 1000]) {
    const folder = join(bench.temp, `${commits}-commits`)
    await makeRepository(folder, commits)
    figures.push(...(await measureRange(bench, folder, MAIN, rootOf(folder), commits)))
    if (commits === 1000)
      figures.push(...(await measureScan(bench, folder, 'the whole history of it', ['--history'], {})))
  }
  return figures
}

/** Not `main`, which is a folder of it too. */
const MAIN = 'refs/heads/main'

function rootOf(folder: string): string {
  return git(folder, 'rev-list', '--max-parents=0', MAIN)
}

/** About 20 and about 1,000 commits before the head of a repository that is there already. */
export async function measureRangesOf(bench: Bench, folder: string): Promise<Figure[]> {
  const figures: Figure[] = []
  const all = Number(git(folder, 'rev-list', '--count', '--first-parent', 'HEAD'))
  for (const wanted of [20, 1000]) {
    const base = baseOf(folder, wanted, all)
    const commits = Number(git(folder, 'rev-list', '--count', `${base}..HEAD`))
    if (commits > 0) figures.push(...(await measureRange(bench, folder, 'HEAD', base, commits)))
  }
  return figures
}

/** The first parent's ancestor that the most commits lie after, but no more than wanted. */
function baseOf(folder: string, wanted: number, all: number): string {
  let low = 0
  let high = Math.min(wanted, all - 1)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (Number(git(folder, 'rev-list', '--count', `HEAD~${middle}..HEAD`)) <= wanted) low = middle
    else high = middle - 1
  }
  return git(folder, 'rev-parse', `HEAD~${low}`)
}

function measureRange(bench: Bench, folder: string, head: string, base: string, commits: number): Promise<Figure[]> {
  const atMost = commits <= 20 ? 0.6 : commits <= 1000 ? 10 : undefined
  const words = ['--base', base, '--head', git(folder, 'rev-parse', head)]
  return measureScan(bench, folder, `a range of ${commits} commits`, words, atMost ? { atMost } : {})
}

async function measureScan(
  bench: Bench,
  folder: string,
  what: string,
  words: readonly string[],
  target: Pick<Figure, 'atMost'>,
): Promise<Figure[]> {
  return figuresOf(what, target, await runs(() => cli(bench, folder, ['scan', ...words])))
}

/** What hostile or unlucky inputs take. */
export async function measureExtremes(bench: Bench): Promise<Figure[]> {
  const random = randomOf(1)
  const oneLine = join(bench.temp, 'one-line')
  mkdirSync(oneLine)
  writeFileSync(join(oneLine, 'app.min.js'), 'var a=function(e,t){return e.call(this,t||{})};'.repeat(5_000_000 / 46))
  const many = join(bench.temp, 'many-findings')
  mkdirSync(many)
  for (let file = 0; file < 200; file++) {
    writeFileSync(join(many, `credentials${file}.ini`), Array.from({ length: 100 }, () => leak(random)).join('\n'))
  }
  const huge = join(bench.temp, 'one-file')
  mkdirSync(huge)
  writeFileSync(join(huge, 'credentials.ini'), Array.from({ length: 20_000 }, () => leak(random)).join('\n'))
  return [
    ...(await measureScan(bench, oneLine, 'a file of one line of 5 MB', [], {})),
    ...(await measureScan(bench, many, '20,000 findings in 200 files', [], {})),
    ...(await measureScan(bench, huge, '20,000 findings in one file', [], {})),
  ]
}

/** Each text that was made to keep a reader busy, scanned on its own: the one that takes longest, and most memory. */
export async function measureHostile(bench: Bench): Promise<Figure[]> {
  const texts = [...HOSTILE, ...HOSTILE_HCL.map(([name, text]) => [name, 'main.tf', `locals {\n${text}`] as const)]
  const all: (Run & { readonly name: string })[] = []
  for (const [index, [name, path, text]] of texts.entries()) {
    const folder = join(bench.temp, `hostile-${index}`)
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
    all.push({ name: `${name} (${path})`, ...(await cli(bench, folder, ['scan'])) })
  }
  const longest = all.reduce((one, other) => (other.wall > one.wall ? other : one))
  const largest = all.reduce((one, other) => (other.megabytes > one.megabytes ? other : one))
  return [
    {
      what: `the longest of ${all.length} hostile texts`,
      unit: 's',
      atMost: 2,
      measured: longest.wall,
      note: longest.name,
    },
    { what: '  the largest', unit: 'MB', atMost: 300, measured: largest.megabytes, note: largest.name },
  ]
}

/** Starting up: processor time until the answer to next to no work. */
export async function measureColdStart(bench: Bench): Promise<Figure[]> {
  const folder = join(bench.temp, 'small')
  mkdirSync(folder)
  writeFileSync(join(folder, 'README.md'), '# A small project\n')
  const pull = join(bench.temp, 'pull')
  await makeRepository(pull, 2, 20)
  git(pull, 'checkout', '--quiet', '-f', 'main', '--')
  const cold = (what: string, all: readonly Run[]): Figure => ({
    what: `cold start: ${what}`,
    unit: 's of CPU',
    atMost: 0.35,
    measured: median(all.map(({ cpu }) => cpu)),
    note: `${median(all.map(({ megabytes }) => megabytes)).toFixed(0)} MB, ${median(all.map(({ wall }) => wall)).toFixed(2)} s`,
  })
  return [
    cold('cli.js --version', await runs(() => cli(bench, folder, ['--version']))),
    cold('cli.js scan of a folder of one file', await runs(() => cli(bench, folder, ['scan', folder]))),
    cold('action.js on a pull request', await runs(() => action(bench, pull))),
  ]
}

/** Any command, once, within seconds and megabytes. */
export async function measureCommand(
  bench: Bench,
  what: string,
  words: readonly string[],
  { seconds, megabytes }: { readonly seconds: number; readonly megabytes: number },
): Promise<Figure[]> {
  return figuresOf(what, { atMost: seconds }, [await cli(bench, bench.temp, words)], megabytes)
}

function figuresOf(what: string, target: Pick<Figure, 'atMost'>, all: readonly Run[], mostMegabytes = 300): Figure[] {
  const wall = median(all.map((run) => run.wall))
  const cpu = median(all.map((run) => run.cpu))
  const megabytes = median(all.map((run) => run.megabytes))
  return [
    { what, unit: 's', ...target, measured: wall, note: `${cpu.toFixed(2)} s of CPU besides git's` },
    { what: '  its peak memory', unit: 'MB', atMost: mostMegabytes, measured: megabytes },
  ]
}

const RUNS = 5

/** One run to warm the caches of the disk, then those that count. */
async function runs(start: () => Promise<Run>): Promise<Run[]> {
  const first = await start()
  if (first.wall > 20) return [first]
  const all: Run[] = []
  for (let run = 0; run < RUNS; run++) all.push(await start())
  return all
}

function cli({ dist }: Bench, folder: string, words: readonly string[]): Promise<Run> {
  return run([join(dist, 'cli.js'), ...words], folder, { ...process.env, NO_COLOR: '1', CI: '1' })
}

/** As GitHub's runner starts it, on a pull request of everything since the first commit. */
function action({ dist, temp }: Bench, folder: string): Promise<Run> {
  const [base, head] = [rootOf(folder), git(folder, 'rev-parse', MAIN)]
  const payload = { pull_request: { number: 1, commits: 2, base: { sha: base }, head: { sha: head } } }
  const file = (name: string, text = '') => {
    writeFileSync(join(temp, name), text)
    return join(temp, name)
  }
  const { PATH = '', HOME = '', SystemRoot = '' } = process.env
  return run([join(dist, 'action.js')], folder, {
    ...{ PATH, HOME, SystemRoot, GITHUB_ACTIONS: 'true', CI: 'true' },
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(payload)),
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_SERVER_URL: 'https://github.invalid',
    GITHUB_SHA: head,
    GITHUB_WORKSPACE: folder,
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary.md'),
    GITHUB_ENV: file('env'),
    GITHUB_STATE: file('state'),
    RUNNER_TEMP: temp,
  })
}

const USAGE = resolve(import.meta.dirname ?? 'scripts/bench', 'usage.cjs')

function run(words: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Run> {
  return new Promise((done, fail) => {
    const started = performance.now()
    const child = spawn(process.execPath, ['--require', USAGE, ...words], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    })
    let [output, usage] = ['', '']
    for (const stream of [child.stdout!, child.stderr!])
      stream.setEncoding('utf8').on('data', (text) => (output = (output + text).slice(-2000)))
    ;(child.stdio[3] as NodeJS.ReadableStream).on('data', (part) => (usage += part))
    child.on('error', fail)
    child.on('close', (code) => {
      const wall = (performance.now() - started) / 1000
      if (code === 2 || usage === '') fail(new Error(`${words.join(' ')} ended with ${code}: ${output.trim()}`))
      else done({ wall, ...JSON.parse(usage), exitCode: code ?? -1, output })
    })
  })
}
