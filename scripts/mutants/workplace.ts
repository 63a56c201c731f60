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
import { dirname, join, resolve } from 'node:path'

/** A copy of the project in which mutants live and die; the project itself is never written to. */
export interface Workplace {
  readonly root: string
  /** Runs with this text in the place of the file's own, which is put back afterwards. */
  withText<T>(path: string, text: string, run: () => Promise<T>): Promise<T>
  dispose(): void
}

/** Copies what git knows and what is new but not ignored, as it stands in the work tree. */
export function makeWorkplace(project: string): Workplace {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'keylatch-mutants-')))
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
    dispose: () => rmSync(root, { recursive: true, force: true }),
  }
}

export interface TestRun {
  readonly passed: boolean
  /** `test/x.test.ts: what it says`, the first that failed, or why there is none. */
  readonly why: string
}

/** Runs tests until one fails, at most so long: a mutant may never come to an end. */
export function runTests(root: string, words: readonly string[], workers: string, longestMs: number): Promise<TestRun> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...JEST, '--bail', `--maxWorkers=${workers}`, ...words], {
      cwd: root,
      env: { ...process.env, CI: 'true', NO_COLOR: '1' },
      // A group of its own, so that those that it started end with it.
      detached: true,
    })
    let log = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (log += text))
    let late = false
    const timer = setTimeout(() => {
      late = true
      process.kill(-child.pid!, 'SIGKILL')
    }, longestMs)
    child.on('error', fail)
    child.on('close', (code) => {
      clearTimeout(timer)
      done({ passed: code === 0, why: late ? 'it never came to an end' : firstFailure(log) })
    })
  })
}

/** The files that tests are in, by the words that choose them. */
export function listTests(root: string, words: readonly string[]): string[] {
  const { stdout } = spawnSync(process.execPath, [...JEST, '--listTests', ...words], { cwd: root, encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line.endsWith('.test.ts'))
}

const JEST = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--passWithNoTests']

function firstFailure(log: string): string {
  const file = /^FAIL (\S+)/m.exec(log)?.[1]
  const test = /^ {2}● (.+)$/m.exec(log)?.[1]
  return file ? `${file}: ${test ?? 'could not start'}` : (log.trim().split('\n').at(-1) ?? '')
}
