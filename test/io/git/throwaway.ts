import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'

/** A repository in a temporary folder, with its own home, fixed names and dates; removed after the tests of the file. */
export interface Throwaway {
  /** The work tree, or the repository itself when bare. */
  readonly path: string
  /** For the code under test. */
  readonly env: NodeJS.ProcessEnv
  /** Runs git there; gives its output without the last line break. */
  git(...args: string[]): string
  write(path: string, content: string | Uint8Array, mode?: number): void
  link(path: string, target: string): void
  remove(path: string): void
  /** Stages everything and commits it; gives the id. */
  commit(message: string, ...options: string[]): string
}

export function temporaryFolder(name = 'keylatch-test'): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), `${name}-`)))
  made.push(path)
  return path
}

export function throwaway(...init: string[]): Throwaway {
  const home = temporaryFolder()
  const path = join(home, 'repo')
  mkdirSync(path)
  const opened = openThrowaway(path, home)
  opened.git('init', '-q', '-b', 'main', ...init)
  return opened
}

/** A repository that is there already (a clone). */
export function openThrowaway(path: string, home = temporaryFolder()): Throwaway {
  const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, HOME: home, XDG_CONFIG_HOME: join(home, 'config') }
  const gitEnv = { ...env, ...IDENTITY }
  let seconds = 1_700_000_000
  const git = (...args: string[]): string => {
    // A minute between commands, so that the order of commits is never a matter of chance.
    const date = `${(seconds += 60)} +0000`
    const dated = { ...gitEnv, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }
    return execFileSync('git', args, {
      cwd: path,
      env: dated,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).replace(/\n$/, '')
  }
  return {
    path,
    env,
    git,
    write(file, content, mode) {
      mkdirSync(dirname(join(path, file)), { recursive: true })
      writeFileSync(join(path, file), content)
      if (mode !== undefined) chmodSync(join(path, file), mode)
    },
    link(file, target) {
      mkdirSync(dirname(join(path, file)), { recursive: true })
      symlinkSync(target, join(path, file))
    },
    remove: (file) => rmSync(join(path, file), { recursive: true }),
    commit(message, ...options) {
      git('add', '-A')
      git('commit', '-q', '--allow-empty', '-m', message, ...options)
      return git('rev-parse', 'HEAD')
    },
  }
}

/** Everything an async source yields. */
export async function all<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of source) items.push(item)
  return items
}

const IDENTITY = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
  GIT_TEMPLATE_DIR: '',
  GIT_CONFIG_COUNT: '4',
  GIT_CONFIG_KEY_0: 'commit.gpgSign',
  GIT_CONFIG_VALUE_0: 'false',
  GIT_CONFIG_KEY_1: 'protocol.file.allow',
  GIT_CONFIG_VALUE_1: 'always',
  GIT_CONFIG_KEY_2: 'advice.detachedHead',
  GIT_CONFIG_VALUE_2: 'false',
  GIT_CONFIG_KEY_3: 'maintenance.auto',
  GIT_CONFIG_VALUE_3: 'false',
}

const made: string[] = []

afterAll(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true })
})
