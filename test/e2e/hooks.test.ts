import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keylatch, type Outcome } from '../support/dist.ts'
import { fake } from '../support/placeholders.ts'
import { masked, pair } from './support/keys.ts'

/** Hooks in a real repository that has hooks of its own, in a folder whose name a shell could stumble over. */
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'keylatch-test-hooks-')))
const root = join(folder, `it's "a" $repo`)
const hooks = join(root, '.git/hooks')
const trace = join(folder, 'trace')
let installed: Outcome
const before = new Map<string, { text: string; mode: number }>()

function git(...words: string[]): Outcome {
  const { status, stdout, stderr } = spawnSync('git', words, {
    cwd: root,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'Mona',
      GIT_AUTHOR_EMAIL: 'mona@example.com',
      GIT_COMMITTER_NAME: 'Mona',
      GIT_COMMITTER_EMAIL: 'mona@example.com',
    },
  })
  return { exitCode: status ?? -1, stdout, stderr }
}

const write = (path: string, text: string) => writeFileSync(join(root, path), text)
const head = () => git('rev-parse', '--verify', '-q', 'HEAD').stdout.trim()
const traced = () => (existsSync(trace) ? readFileSync(trace, 'utf8') : '')

function hook(name: string, script: string): void {
  mkdirSync(hooks, { recursive: true })
  writeFileSync(join(hooks, name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(hooks, name), 0o755)
}

function state(): Map<string, { text: string; mode: number }> {
  return new Map(
    readdirSync(hooks)
      .sort()
      .map((name) => [name, { text: readFileSync(join(hooks, name), 'utf8'), mode: statSync(join(hooks, name)).mode }]),
  )
}

/** Refused by Keylatch, which names the key and shows nothing of it. */
function expectRefused({ exitCode, stdout, stderr }: Outcome, tag: string, what: string): void {
  expect(exitCode).not.toBe(0)
  expect(stderr).toContain(masked(tag))
  expect(stderr).toContain(`Keylatch stopped this ${what}`)
  expect(stdout + stderr).not.toContain(fake('AWS_ID', tag))
  expect(stdout + stderr).not.toContain(fake('AWS_SECRET', tag))
}

beforeAll(async () => {
  mkdirSync(root)
  git('init', '-q', '-b', 'main')
  git('init', '-q', '--bare', join(folder, 'server'))
  git('remote', 'add', 'origin', join(folder, 'server'))
  rmSync(hooks, { recursive: true, force: true })
  hook('pre-commit', `echo "pre-commit" >> ${trace}; test ! -e .stop || exit 7`)
  hook('pre-push', `echo "pre-push $(cat)" >> ${trace}`)
  for (const [name, file] of state()) before.set(name, file)
  installed = await keylatch(['hook', 'install'], { cwd: root, apart: true })
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('install says what it did to each hook', () => {
  expect(installed).toMatchObject({ exitCode: 0, stderr: '' })
  expect(installed.stdout).toMatch(/^pre-commit +runs Keylatch now, after the hook that was there/m)
  expect(installed.stdout).toMatch(/^commit-msg +runs Keylatch now +\(/m)
  expect(installed.stdout).toMatch(/^pre-push +runs Keylatch now, after the hook that was there/m)
})

test('a second install changes nothing', async () => {
  const once = state()
  await keylatch(['hook', 'install'], { cwd: root, apart: true })
  expect(state()).toEqual(once)
})

test('a clean commit goes through, and the older hook has run', () => {
  write('README.md', '# shop\n')
  git('add', '.')
  expect(git('commit', '-q', '-m', 'begin')).toMatchObject({ exitCode: 0, stderr: '' })
  expect(traced()).toBe('pre-commit\n')
})

test('a staged key stops the commit, the very first one too', () => {
  const last = head()
  write('leak.ini', pair('staged'))
  git('add', '.')
  expectRefused(git('commit', '-m', 'leak'), 'staged', 'commit')
  expect(head()).toBe(last)
  git('rm', '-q', '--cached', 'leak.ini')
  git('checkout', '-q', '--orphan', 'other')
  git('add', 'leak.ini')
  expectRefused(git('commit', '-m', 'leak'), 'staged', 'commit')
  git('rm', '-q', '--cached', 'leak.ini')
  rmSync(join(root, 'leak.ini'))
  git('checkout', '-q', '-f', 'main')
})

test('so does one that only this commit stages', () => {
  const last = head()
  write('README.md', `# shop\n${pair('all')}`)
  expectRefused(git('commit', '-a', '-m', 'leak'), 'all', 'commit')
  expectRefused(git('commit', '-m', 'leak', '--', 'README.md'), 'all', 'commit')
  expect(head()).toBe(last)
  git('checkout', '-q', '--', 'README.md')
})

test('a key in the message stops the commit; one in its comments does not', () => {
  const last = head()
  expectRefused(git('commit', '--allow-empty', '-m', `deploy\n\n${pair('message')}`), 'message', 'commit')
  expect(head()).toBe(last)
  write('editor.sh', `#!/bin/sh\nprintf 'fine\\n\\n# ${fake('AWS_ID', 'comment')}\\n' > "$1"\n`)
  chmodSync(join(root, 'editor.sh'), 0o755)
  expect(git('-c', 'core.editor=./editor.sh', 'commit', '--allow-empty')).toMatchObject({ exitCode: 0 })
  rmSync(join(root, 'editor.sh'))
})

test('an older hook that fails stops git before Keylatch speaks', () => {
  write('.stop', '')
  write('leak.ini', pair('stopped'))
  git('add', 'leak.ini')
  const { exitCode, stderr } = git('commit', '-m', 'leak')
  expect(exitCode).not.toBe(0)
  expect(stderr).not.toContain(masked('stopped'))
  git('rm', '-q', '--cached', 'leak.ini')
  rmSync(join(root, '.stop'))
  rmSync(join(root, 'leak.ini'))
})

test('a push of what is clean goes through, and the older hook still reads what is pushed', () => {
  expect(git('push', '-q', 'origin', 'main')).toMatchObject({ exitCode: 0 })
  expect(traced()).toContain(`pre-push refs/heads/main ${head()} refs/heads/main ${'0'.repeat(40)}`)
})

test('a key that slipped past the first hooks does not leave the machine, taken out again or not', () => {
  write('leak.ini', pair('pushed'))
  git('add', '.')
  git('commit', '-q', '--no-verify', '-m', 'leak')
  expectRefused(git('push', 'origin', 'main'), 'pushed', 'push')
  git('rm', '-q', 'leak.ini')
  expect(git('commit', '-q', '-m', 'take it out')).toMatchObject({ exitCode: 0 })
  expectRefused(git('push', 'origin', 'main'), 'pushed', 'push')
  expectRefused(git('push', 'origin', 'main:refs/heads/new'), 'pushed', 'push')
  expect(git('ls-remote', 'origin').stdout).not.toContain(head())
  git('reset', '-q', '--hard', 'HEAD~2')
})

test('a branch that is deleted there has nothing to scan', () => {
  expect(git('push', '-q', 'origin', 'main:refs/heads/short-lived')).toMatchObject({ exitCode: 0 })
  expect(git('push', '-q', 'origin', ':refs/heads/short-lived')).toMatchObject({ exitCode: 0 })
})

test('uninstall puts everything back as it was', async () => {
  const { exitCode, stdout, stderr } = await keylatch(['hook', 'uninstall'], { cwd: root })
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(stdout).toMatch(/^commit-msg +removed/m)
  expect(stdout).toMatch(/^pre-commit +as it was before Keylatch/m)
  expect(state()).toEqual(before)
  write('leak.ini', pair('free'))
  git('add', '.')
  expect(git('commit', '-q', '-m', 'nobody looks')).toMatchObject({ exitCode: 0 })
})

test("hooks that the repository brings along are said to start this machine's Keylatch", async () => {
  git('config', 'core.hooksPath', '.husky')
  const { exitCode, stdout } = await keylatch(['hook', 'install'], { cwd: root })
  expect(exitCode).toBe(0)
  expect(stdout).toContain('.husky')
  expect(stdout).toMatch(/files of the repository, .*npx keylatch/)
  await keylatch(['hook', 'uninstall'], { cwd: root })
  git('config', '--unset', 'core.hooksPath')
})
