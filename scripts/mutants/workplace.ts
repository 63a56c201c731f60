import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'

/** A copy of the project in which mutants live and die; the project itself is never written to. */
export interface Workplace {
  readonly root: string
  /** Runs with this text in the place of the file's own, which is put back afterwards. */
  withText<T>(path: string, text: string, run: () => Promise<T>): Promise<T>
  dispose(): void
}

/** Copies what git knows and what is new but not ignored, as it stands in the work tree. */
export function makeWorkplace(project: string): Workplace {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'keylatch-mutants-')))
  const root = join(base, 'project')
  mkdirSync(temporaryOf(root))
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (listed.status !== 0) throw new Error(`git does not list the files of ${project}: ${listed.stderr}`)
  for (const path of new Set(listed.stdout.split('\0').filter(Boolean))) {
    if (!existsSync(join(project, path))) continue
    mkdirSync(dirname(join(root, path)), { recursive: true })
    cpSync(join(project, path), join(root, path))
  }
  symlinkSync(resolve(project, 'node_modules'), join(root, 'node_modules'), 'junction')
  return {
    root,
    async withText(path, text, run) {
      const file = join(root, path)
      const before = readFileSync(file)
      writeFileSync(file, text)
      try {
        return await run()
      } finally {
        writeFileSync(file, before)
      }
    },
    dispose: () => rmSync(base, { recursive: true, force: true }),
  }
}

/** Beside the project: what is ended before its end leaves its temporary files there, and they go with the rest. */
function temporaryOf(root: string): string {
  return join(root, '../temporary')
}

export interface TestFailure {
  /** Where the first test that failed stands; empty when they were ended because they never came to an end. */
  readonly file: string
  readonly why: string
}

/** Which tests: those in files, of these perhaps only those that are called so; or all. */
export type Tests = { readonly files: readonly string[]; readonly called?: string } | 'all'

export interface RunOptions {
  readonly workers: string
  /** At most so long: a mutant may go round in a circle. */
  readonly longestMs: number
  /** Bundles to take for what is a process of its own; without them they are made of the mutant. */
  readonly bundles?: string | undefined
}

/** Runs tests until one fails. */
export function runTests(
  root: string,
  tests: Tests,
  { workers, longestMs, bundles }: RunOptions,
): Promise<TestFailure | undefined> {
  const report = join(temporaryOf(root), 'report.json')
  const made = bundles === undefined ? {} : { KEYLATCH_TEST_DIST: bundles, KEYLATCH_TEST_WITHIN: '1' }
  rmSync(report, { force: true })
  return new Promise((done, fail) => {
    const child = spawn(
      process.execPath,
      [
        join('node_modules', 'vitest', 'vitest.mjs'),
        ...[
          'run',
          ...wordsFor(tests),
          '--project=behaviour',
          '--bail=1',
          '--passWithNoTests',
          `--maxWorkers=${workers}`,
        ],
        ...['--reporter=json', `--outputFile=${report}`],
        // What did not change since the last mutant need not be read anew.
        ...['--experimental.fsModuleCache', `--experimental.fsModuleCachePath=${join(temporaryOf(root), 'modules')}`],
      ],
      {
        cwd: root,
        env: { ...process.env, CI: 'true', NO_COLOR: '1', TMPDIR: temporaryOf(root), ...made },
        stdio: ['ignore', 'pipe', 'pipe'],
        // A group of its own, so that those that it started end with it.
        detached: true,
      },
    )
    let log = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (log += text))
    const end = () => void process.kill(-child.pid!, 'SIGKILL')
    // Before what clears up: those that it started write there.
    process.prependOnceListener('exit', end)
    let late = false
    const timer = setTimeout(() => {
      late = true
      end()
    }, longestMs)
    child.on('error', fail)
    child.on('close', (code) => {
      clearTimeout(timer)
      process.off('exit', end)
      if (late) done({ file: '', why: 'no end in sight' })
      else done(code === 0 ? undefined : failureIn(report, log, root))
    })
  })
}

function wordsFor(tests: Tests): string[] {
  if (tests === 'all') return []
  return [...tests.files, ...(tests.called === undefined ? [] : [`--testNamePattern=${tests.called}`])]
}

/** The first that failed. What is not even bundled fails in no file. */
function failureIn(report: string, log: string, root: string): TestFailure {
  const { testResults }: Report = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { testResults: [] }
  const failed = testResults.find(({ status }) => status === 'failed')
  if (!failed) return { file: '', why: log.trim().split('\n').slice(0, 3).join(' ') }
  const test = failed.assertionResults.find(({ status }) => status === 'failed')
  return { file: failed.name, why: `${relative(root, failed.name)}: ${test?.fullName ?? 'it cannot start'}` }
}

/** As Vitest writes it, after Jest. */
interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}
