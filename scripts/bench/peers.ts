// Keylatch beside other secret scanners, on a repository of yours: npx tsx scripts/bench/peers.ts PATH [COMMITS].
// Measures whichever of gitleaks and trufflehog are on the PATH, on the same last commits and on the same files; no scanner
// asks anybody whether a key is live. Needs GNU time, which accounts for the processes that a scanner starts, too.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { median } from './figure.ts'
import { git } from './repository.ts'

const TIME = '/usr/bin/time'
const RUNS = 3
const CLI = resolve('dist/cli.js')

interface Scanner {
  readonly name: string
  /** How it says which it is; undefined for the bundle of this folder. */
  readonly version?: readonly string[]
  range(folder: string, base: string, head: string): readonly string[]
  files(folder: string): readonly string[]
}

const SCANNERS: readonly Scanner[] = [
  {
    name: 'keylatch',
    range: (_, base, head) => [process.execPath, CLI, 'scan', '--base', base, '--head', head],
    files: (folder) => [process.execPath, CLI, 'scan', folder],
  },
  {
    name: 'gitleaks',
    version: ['gitleaks', 'version'],
    range: (folder, base, head) => ['gitleaks', 'git', ...GITLEAKS, `--log-opts=${base}..${head}`, folder],
    files: (folder) => ['gitleaks', 'dir', '--no-banner', '--redact', '--log-level=error', folder],
  },
  {
    name: 'trufflehog',
    version: ['trufflehog', '--version'],
    range: (folder, base) => ['trufflehog', 'git', `file://${folder}`, `--since-commit=${base}`, ...TRUFFLEHOG],
    files: (folder) => ['trufflehog', 'filesystem', folder, ...TRUFFLEHOG],
  },
]

const GITLEAKS = ['--no-banner', '--redact', '--log-level=error']
const TRUFFLEHOG = ['--no-verification', '--no-update', '--json']

const [path, wanted = '1000'] = process.argv.slice(2)
if (path === undefined) fail('Usage: npx tsx scripts/bench/peers.ts PATH [COMMITS]')
if (!existsSync(TIME)) fail(`${TIME} is not here: GNU time measures the processes`)
if (!existsSync(CLI)) fail(`${CLI} is not here; run: npm run build`)
const folder = resolve(path)
const here = SCANNERS.filter(isInstalled)
if (isRepository(folder)) {
  const base = baseOf(folder, Number(wanted))
  const head = git(folder, 'rev-parse', 'HEAD')
  const commits = git(folder, 'rev-list', '--count', `${base}..${head}`)
  console.log(`${commits} commits of ${path}, from ${base.slice(0, 9)} to ${head.slice(0, 9)}`)
  compare((scanner) => scanner.range(folder, base, head))
} else console.log(`${path} is no repository: no range of commits`)
if (existsSync(resolve(folder, 'HEAD'))) console.log('a bare repository: no files')
else {
  console.log(`the files of ${path}`)
  compare((scanner) => scanner.files(folder))
}

function isInstalled({ name, version }: Scanner): boolean {
  if (!version) return true
  const said = spawnSync(version[0]!, version.slice(1), { encoding: 'utf8' })
  console.log(said.error ? `${name} is not installed: left out` : `${name}: ${(said.stdout || said.stderr).trim()}`)
  return !said.error
}

function isRepository(folder: string): boolean {
  return spawnSync('git', ['-C', folder, 'rev-parse', '--verify', '--quiet', 'HEAD']).status === 0
}

/** The first parent's ancestor that the most commits lie after, but no more than wanted. */
function baseOf(folder: string, wanted: number): string {
  let low = 0
  let high = Math.min(wanted, Number(git(folder, 'rev-list', '--count', '--first-parent', 'HEAD')) - 1)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (Number(git(folder, 'rev-list', '--count', `HEAD~${middle}..HEAD`)) <= wanted) low = middle
    else high = middle - 1
  }
  return git(folder, 'rev-parse', `HEAD~${low}`)
}

/** Each in turn, so that a machine that slows down slows all of them. */
function compare(wordsOf: (scanner: Scanner) => readonly string[]): void {
  const taken = new Map<string, Taken[]>(here.map(({ name }) => [name, []]))
  for (let run = 0; run <= RUNS; run++) {
    for (const scanner of here) {
      const figures = take(wordsOf(scanner))
      // The first one warms the caches of the disk.
      if (run > 0 && figures) taken.get(scanner.name)!.push(figures)
    }
  }
  for (const [name, all] of taken) {
    if (all.length === 0) {
      console.log(`  ${name.padEnd(12)}failed`)
      continue
    }
    const middle = (figure: keyof Taken): number => median(all.map((one) => one[figure]))
    const row = [
      `${middle('wall').toFixed(1)} s`,
      `${middle('cpu').toFixed(1)} s of CPU`,
      `${middle('peak').toFixed(0)} MB`,
    ]
    console.log(`  ${name.padEnd(12)}${row.map((cell) => cell.padStart(16)).join('')}`)
  }
}

interface Taken {
  readonly wall: number
  readonly cpu: number
  readonly peak: number
}

/** Undefined when the scanner failed. */
function take(words: readonly string[]): Taken | undefined {
  const { status, stderr } = spawnSync(TIME, ['-q', '-f', '%e %U %S %M', ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  // 1 is "found something" for all but trufflehog, which says that in its output.
  if (status !== 0 && (status !== 1 || words[0] === 'trufflehog')) return undefined
  const [wall, user, system, kilobytes] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number)
  return { wall: wall!, cpu: user! + system!, peak: kilobytes! / 1024 }
}

function fail(why: string): never {
  console.error(why)
  process.exit(2)
}
