// Keylatch beside other scanners, on repositories of yours: npm run bench:peers -- PATH… Measures whichever of gitleaks,
// betterleaks, kingfisher, trufflehog, trivy and checkov are on the PATH, each in turn on the same last commits, the same history
// and the same files, and prints Markdown. Needs a build, and GNU time, which accounts for the processes that a scanner starts.
//   --commits 20           how many first-parent commits a range has
//   --runs 3               how often each is run, after once to warm the disk
//   --modes range,tree     by default range,history,tree
//   --only keylatch,…      by default all that are here
//   --plot FILE.svg        also cost against size, of the last 1/16, 1/8, … of the first repository's commits
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { median } from './bench/figure.ts'
import { plot } from './bench/plot.ts'
import { git } from './bench/repository.ts'
import { MODES, type Mode, SCANNERS, type Scanner, versionOf } from './bench/scanners.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    commits: { type: 'string', default: '20' },
    runs: { type: 'string', default: '3' },
    modes: { type: 'string', default: MODES.join() },
    only: { type: 'string' },
    plot: { type: 'string' },
  },
})
const TIME = '/usr/bin/time'
const RUNS = Number(values.runs)
const modes = MODES.filter((mode) => values.modes.split(',').includes(mode))
const only = values.only?.split(',')

if (positionals.length === 0) fail('Usage: npm run bench:peers -- PATH…')
if (!existsSync(TIME)) fail(`${TIME} is not here: GNU time measures the processes`)
if (!existsSync('dist/cli.js')) fail('dist/cli.js is not here; run: npm run build')

const here: Scanner[] = []
for (const scanner of SCANNERS.filter(({ name }) => !only || only.includes(name))) {
  const version = versionOf(scanner)
  if (version) here.push(scanner)
  console.log(version ? `- ${scanner.name} ${version}` : `- ${scanner.name} is not installed: left out`)
}
const scratch = mkdtempSync(join(tmpdir(), 'keylatch-bench-'))
try {
  for (const path of positionals) measureRepository(resolve(path))
  if (values.plot) writeFileSync(values.plot, plotOf(resolve(positionals[0]!)))
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function measureRepository(folder: string): void {
  const isRepository = spawnSync('git', ['-C', folder, 'rev-parse', '--verify', '--quiet', 'HEAD']).status === 0
  const [base, head] = isRepository ? ends(folder, Number(values.commits)) : ['', '']
  for (const mode of modes) {
    if (mode !== 'tree' && !isRepository) continue
    const title = {
      range: () =>
        `the last ${values.commits} first-parent commits (${count(folder, `${base}..${head}`)} with all they merge)`,
      history: () => `the whole history (${count(folder, '--all')} commits)`,
      tree: () => 'the files',
    }[mode]()
    console.log(`\n### ${basename(folder)}: ${title}\n`)
    console.log(table(compare(folder, mode, base, head)))
  }
}

interface Taken {
  readonly wall: number
  readonly cpu: number
  /** MB. */
  readonly peak: number
  readonly findings: number
}

/** Each in turn, so that a machine that slows down slows all of them. */
function compare(folder: string, mode: Mode, base: string, head: string): Map<string, Taken[]> {
  const able = here.filter((scanner) => scanner[mode])
  const taken = new Map<string, Taken[]>(able.map(({ name }) => [name, []]))
  for (let run = 0; run <= RUNS; run++) {
    for (const scanner of able) {
      const out = join(scratch, `${scanner.name}.json`)
      rmSync(out, { force: true })
      const words =
        mode === 'range' ? scanner.range!(folder, base, head, out) : scanner[mode as 'history' | 'tree']!(folder, out)
      const figures = take(scanner, words, folder, out)
      if (run > 0 && figures) taken.get(scanner.name)!.push(figures)
    }
  }
  return taken
}

/** Undefined when the scanner failed. */
function take(scanner: Scanner, words: readonly string[], cwd: string, out: string): Taken | undefined {
  const measures = join(scratch, 'time')
  const { status, stdout } = spawnSync(TIME, ['-q', '-o', measures, '-f', '%e %U %S %M', ...words], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  if (status !== 0 && status !== scanner.found) return undefined
  const [wall = 0, user = 0, system = 0, kilobytes = 0] = readFileSync(measures, 'utf8').trim().split(' ').map(Number)
  const findings = scanner.count(existsSync(out) ? readFileSync(out, 'utf8') : stdout)
  return { wall, cpu: user + system, peak: kilobytes / 1024, findings }
}

/** Medians, and how many times as long as Keylatch each takes. */
function table(taken: ReadonlyMap<string, readonly Taken[]>): string {
  const middle = (name: string, figure: keyof Taken) => median(taken.get(name)!.map((one) => one[figure]))
  const own = taken.get('keylatch')?.length ? middle('keylatch', 'wall') : undefined
  const rows = [...taken].map(([name, all]) => {
    if (all.length === 0) return `| ${name} | failed | | | | |`
    const ratio = own === undefined ? '' : (middle(name, 'wall') / own).toFixed(2)
    const cells = [
      middle(name, 'wall').toFixed(2),
      ratio,
      middle(name, 'cpu').toFixed(2),
      middle(name, 'peak').toFixed(0),
    ]
    return `| ${name} | ${cells.join(' | ')} | ${middle(name, 'findings')} |`
  })
  return [
    '| scanner | wall, s | times Keylatch | CPU, s | peak, MB | findings |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

/** The last 1/16 to all of the first-parent commits. */
function plotOf(folder: string): string {
  const all = Number(git(folder, 'rev-list', '--count', '--first-parent', 'HEAD')) - 1
  const points = new Map<string, [number, number][]>()
  for (const share of [16, 8, 4, 2, 1]) {
    const [base, head] = ends(folder, Math.max(1, Math.floor(all / share)))
    const commits = count(folder, `${base}..${head}`)
    for (const [name, taken] of compare(folder, 'range', base, head)) {
      if (taken.length === 0) continue
      points.set(name, [...(points.get(name) ?? []), [commits, median(taken.map(({ cpu }) => cpu))]])
    }
  }
  const lines = [...points].map(([name, list]) => ({ name, points: [[0, 0] as const, ...list] }))
  return plot(`${basename(folder)}: CPU seconds by commits read`, 'commits', 's', lines)
}

function ends(folder: string, commits: number): [base: string, head: string] {
  const line = git(folder, 'rev-list', '--first-parent', '-n', String(commits + 1), 'HEAD').split('\n')
  return [line.at(-1)!, line[0]!]
}

function count(folder: string, what: string): number {
  return Number(git(folder, 'rev-list', '--count', what))
}

function fail(why: string): never {
  console.error(why)
  process.exit(2)
}
