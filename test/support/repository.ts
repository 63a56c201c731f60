import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A throwaway git repository with fixed names and dates, deaf to the configuration of the machine. */
export class Repository {
  readonly root: string
  #clock = 1_700_000_000

  constructor() {
    this.root = mkdtempSync(join(tmpdir(), 'keylatch-test-'))
    this.git('init', '--quiet', '--initial-branch=main')
  }

  /** Runs git and gives back what it printed, without the line break at the end. */
  git(...words: string[]): string {
    const date = `${this.#clock} +0000`
    const result = spawnSync('git', words, {
      cwd: this.root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: {
        PATH: process.env.PATH,
        HOME: this.root,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        // No samples of hooks, and nothing that tidies up after each commit.
        GIT_TEMPLATE_DIR: '',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'maintenance.auto',
        GIT_CONFIG_VALUE_0: 'false',
        GIT_AUTHOR_NAME: 'Mona',
        GIT_AUTHOR_EMAIL: 'mona@example.com',
        GIT_COMMITTER_NAME: 'Mona',
        GIT_COMMITTER_EMAIL: 'mona@example.com',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      },
    })
    if (result.status !== 0) throw new Error(`git ${words.join(' ')}: ${result.stderr}`)
    return result.stdout.replace(/\n$/, '')
  }

  write(files: Record<string, string | Uint8Array>): this {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true })
      writeFileSync(join(this.root, path), content)
    }
    return this
  }

  link(path: string, target: string): this {
    mkdirSync(dirname(join(this.root, path)), { recursive: true })
    symlinkSync(target, join(this.root, path))
    return this
  }

  remove(...paths: string[]): this {
    for (const path of paths) rmSync(join(this.root, path), { recursive: true })
    return this
  }

  chmod(path: string, mode: number): this {
    chmodSync(join(this.root, path), mode)
    return this
  }

  /** Commits everything as it stands (nothing is fine too) and gives the commit's id. */
  commit(message: string, files: Record<string, string | Uint8Array> = {}): string {
    this.write(files)
    this.#clock += 60
    this.git('add', '--all')
    this.git('commit', '--quiet', '--allow-empty', '--no-verify', '--cleanup=verbatim', '-m', message)
    return this.#head()
  }

  /** As `git rev-parse HEAD` after a commit, without another process: there are thousands of commits in a run. */
  #head(): string {
    const head = readFileSync(join(this.root, '.git/HEAD'), 'utf8').trim()
    return head.startsWith('ref: ') ? readFileSync(join(this.root, '.git', head.slice(5)), 'utf8').trim() : head
  }

  dispose(): void {
    rmSync(this.root, { recursive: true, force: true })
  }
}
