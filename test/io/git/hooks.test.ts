import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { installHooks, uninstallHooks } from '../../../src/io/git/hooks.ts'
import { parsePrePush, pushRanges } from '../../../src/io/git/push.ts'
import { readRange } from '../../../src/io/git/range.ts'
import { requireRepository } from '../../../src/io/git/repository.ts'
import { all, openThrowaway, type Throwaway, temporaryFolder, throwaway } from './throwaway.ts'

/** Stands for Keylatch: notes down how it was called, and fails when told to. */
function tool(repo: Throwaway): string[] {
  const path = "../a tool's name"
  repo.write(path, '#!/bin/sh\necho "keylatch $* [$(cat)]" >> "$LOG"\nexit ${KEYLATCH_EXIT:-0}\n', 0o755)
  return [join(repo.path, path), 'first word']
}

function older(name: string, exit = 0): string {
  return `#!/bin/sh\necho "${name} $1 [$(cat)]" >> "$LOG"\nexit ${exit}\n`
}

/** Runs git with the log's name in the environment; gives the exit code and what the hooks noted. */
function run(repo: Throwaway, args: string[], more: Record<string, string> = {}): { code: number | null; log: string } {
  const log = join(temporaryFolder(), 'log')
  const env = { ...repo.env, LOG: log, GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@b', ...more }
  const identity = { GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@b', GIT_CONFIG_NOSYSTEM: '1' }
  const { status } = spawnSync('git', args, {
    cwd: repo.path,
    env: { ...env, ...identity },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return { code: status, log: existsSync(log) ? readFileSync(log, 'utf8') : '' }
}

async function open(repo: Throwaway) {
  return await requireRepository(repo.path, repo.env)
}

describe('installed hooks', () => {
  test('run at every commit and push, with what git gives them', async () => {
    const repo = throwaway()
    const bare = join(temporaryFolder(), 'bare')
    repo.git('init', '-q', '--bare', bare)
    repo.git('remote', 'add', 'origin', bare)
    const changes = await installHooks(await open(repo), { command: tool(repo) })
    expect(changes.map(({ hook, did, chained }) => [hook, did, chained])).toEqual([
      ['pre-commit', 'installed', false],
      ['commit-msg', 'installed', false],
      ['pre-push', 'installed', false],
    ])
    repo.write('a', 'a')
    repo.git('add', 'a')
    expect(run(repo, ['commit', '-q', '-m', 'one'])).toEqual({
      code: 0,
      log: 'keylatch first word hook run pre-commit []\nkeylatch first word hook run commit-msg .git/COMMIT_EDITMSG []\n',
    })
    const head = repo.git('rev-parse', 'HEAD')
    expect(run(repo, ['push', '-q', 'origin', 'main'])).toEqual({
      code: 0,
      log: `keylatch first word hook run pre-push origin ${bare} [refs/heads/main ${head} refs/heads/main ${'0'.repeat(40)}]\n`,
    })
  })

  test('stop git when they fail', async () => {
    const repo = throwaway()
    await installHooks(await open(repo), { command: tool(repo) })
    expect(run(repo, ['commit', '-q', '--allow-empty', '-m', 'x'], { KEYLATCH_EXIT: '1' }).code).not.toBe(0)
    expect(() => repo.git('rev-parse', '--verify', '-q', 'HEAD')).toThrow()
  })

  test('run after those that were there, which keep their say', async () => {
    const repo = throwaway()
    const bare = join(temporaryFolder(), 'bare')
    repo.git('init', '-q', '--bare', bare)
    repo.git('remote', 'add', 'origin', bare)
    repo.commit('first')
    repo.write('.git/hooks/pre-push', older('old'), 0o755)
    repo.write('.git/hooks/pre-commit', older('old', 3), 0o755)
    repo.write('.git/hooks/commit-msg', older('not executable, so not run'), 0o644)
    await installHooks(await open(repo), { command: tool(repo) })
    expect(run(repo, ['push', '-q', 'origin', 'main'])).toEqual({
      code: 0,
      log: expect.stringMatching(/^old origin \[(refs.*)\]\nkeylatch .* pre-push origin .* \[\1\]\n$/),
    })
    const refused = run(repo, ['commit', '-q', '--allow-empty', '-m', 'x'])
    expect([refused.code === 0, refused.log]).toEqual([false, 'old  []\n'])
    repo.write('.git/hooks/pre-commit.before-keylatch', older('old'), 0o755)
    expect(run(repo, ['commit', '-q', '--allow-empty', '-m', 'x']).log).toMatch(
      /^old {2}\[\]\nkeylatch .* pre-commit \[\]\nkeylatch .* commit-msg .*\n$/,
    )
  })

  test('may be installed again, and taken away without a trace', async () => {
    const repo = throwaway()
    const content = Buffer.from('#!/bin/sh\nexit 0 # caf\xe9\r\n', 'latin1')
    repo.write('.git/hooks/pre-commit', content, 0o750)
    repo.write('.git/real-hook', older('linked'), 0o755)
    symlinkSync('../real-hook', join(repo.path, '.git/hooks/commit-msg'))
    const opened = await open(repo)
    const before = execFileSync('ls', ['-l', join(repo.path, '.git/hooks')]).toString()
    await installHooks(opened, { command: ['/old/place'] })
    const again = await installHooks(opened, { command: tool(repo) })
    expect(again.map(({ chained }) => chained)).toEqual([true, true, false])
    expect(run(repo, ['commit', '-q', '--allow-empty', '-m', 'x'])).toMatchObject({ code: 0 })
    expect((await uninstallHooks(opened)).map(({ did }) => did)).toEqual(['restored', 'restored', 'removed'])
    expect(readFileSync(join(repo.path, '.git/hooks/pre-commit')).equals(content)).toBe(true)
    expect(execFileSync('ls', ['-l', join(repo.path, '.git/hooks')]).toString()).toBe(before)
    expect((await uninstallHooks(opened)).map(({ did }) => did)).toEqual(['left', 'left', 'left'])
  })

  test('say what to do when Keylatch is gone', async () => {
    const repo = throwaway()
    await installHooks(await open(repo), { command: ['/no/such/keylatch'] })
    expect(() => repo.git('commit', '-q', '--allow-empty', '-m', 'x')).toThrow(/Keylatch could not be started/)
  })

  test('are not put where they would bury another one', async () => {
    const repo = throwaway()
    const opened = await open(repo)
    repo.write('.git/hooks/pre-push', older('first'), 0o755)
    await installHooks(opened, { command: tool(repo) })
    repo.write('.git/hooks/pre-push', older('someone else put this over ours'), 0o755)
    await expect(installHooks(opened, { command: ['changed'] })).rejects.toMatchObject({
      name: 'Problem',
      message: expect.stringContaining('pre-push.before-keylatch, but there is one already'),
    })
    expect(readFileSync(join(repo.path, '.git/hooks/pre-commit'), 'utf8')).not.toContain('changed')
    expect((await uninstallHooks(opened)).map(({ did }) => did)).toEqual(['removed', 'removed', 'left'])
  })
})

describe('the folder of hooks', () => {
  test('is the one that core.hooksPath names', async () => {
    const repo = throwaway()
    repo.git('config', 'core.hooksPath', 'tools/git hooks')
    await installHooks(await open(repo), { command: tool(repo) })
    expect(statSync(join(repo.path, 'tools/git hooks/pre-push')).mode & 0o111).toBe(0o111)
    expect(run(repo, ['commit', '-q', '--allow-empty', '-m', 'x']).log).toContain('pre-commit')
  })

  test('is shared by all work trees', async () => {
    const repo = throwaway()
    repo.commit('first')
    repo.git('worktree', 'add', '-q', '../second')
    const second = openThrowaway(join(repo.path, '../second'))
    await installHooks(await open(second), { command: tool(repo) })
    expect(existsSync(join(repo.path, '.git/hooks/pre-commit'))).toBe(true)
    expect(run(second, ['commit', '-q', '--allow-empty', '-m', 'x']).log).toContain('pre-commit')
  })

  test("of husky is where people's hooks are, not its wrappers", async () => {
    const repo = throwaway()
    // As husky 9 sets it up: the wrapper finds the hook by its own name.
    const wrapper =
      '#!/bin/sh\nhook="$(dirname "$(dirname "$0")")/$(basename "$0")"\n[ -f "$hook" ] && exec sh -e "$hook" "$@"\nexit 0\n'
    for (const hook of ['pre-commit', 'commit-msg', 'pre-push']) repo.write(`.husky/_/${hook}`, wrapper, 0o755)
    repo.write('.husky/pre-commit', older('husky'), 0o755)
    repo.git('config', 'core.hooksPath', '.husky/_')
    await installHooks(await open(repo), { command: tool(repo) })
    expect(readFileSync(join(repo.path, '.husky/_/pre-commit'), 'utf8')).toBe(wrapper)
    expect(run(repo, ['commit', '-q', '--allow-empty', '-m', 'x']).log).toMatch(/^husky .*\nkeylatch .* pre-commit/)
    expect(run(repo, ['commit', '-q', '--allow-empty', '-m', 'x'], { KEYLATCH_EXIT: '1' }).code).not.toBe(0)
  })

  test('that serves other repositories too is left alone unless asked', async () => {
    const repo = throwaway()
    const shared = join(temporaryFolder(), 'hooks')
    mkdirSync(shared)
    repo.write('../.gitconfig', `[core]\n\thooksPath = ${shared}\n`)
    const opened = await open(repo)
    await expect(installHooks(opened, { command: tool(repo) })).rejects.toMatchObject({
      name: 'Problem',
      message: expect.stringContaining(`core.hooksPath (global) is ${shared}, which other repositories use too`),
    })
    await installHooks(opened, { command: tool(repo), shared: true })
    expect(existsSync(join(shared, 'pre-push'))).toBe(true)
  })
})

describe('what a push brings', () => {
  const zero = '0'.repeat(40)
  const repo = throwaway()
  repo.write('a', 'one')
  const first = repo.commit('one')
  repo.git('update-ref', 'refs/remotes/origin/main', first)
  repo.write('a', 'two')
  const second = repo.commit('two')
  repo.git('tag', '-a', '-m', 'tagged', 'v1')
  repo.git('checkout', '-q', '-b', 'topic')
  repo.write('b', 'three')
  const third = repo.commit('three')

  test('is read from what git tells the hook', () => {
    const input = `refs/heads/main ${second} refs/heads/main ${first}\n(delete) ${zero} refs/heads/gone ${first}\nHEAD^{/a b} ${second} refs/heads/x ${zero}\nnonsense\n`
    expect(parsePrePush(input)).toEqual([
      { localRef: 'refs/heads/main', local: second, remoteRef: 'refs/heads/main', remote: first },
      { localRef: '(delete)', remoteRef: 'refs/heads/gone', remote: first },
      { localRef: 'HEAD^{/a b}', local: second, remoteRef: 'refs/heads/x' },
    ])
    expect(parsePrePush('')).toEqual([])
  })

  test('is what the remote has not, each commit once', async () => {
    const opened = await open(repo)
    const tag = repo.git('rev-parse', 'v1')
    const refs = parsePrePush(
      [
        `refs/heads/main ${second} refs/heads/main ${first}`,
        `refs/heads/topic ${third} refs/heads/topic ${zero}`,
        `refs/tags/v1 ${tag} refs/tags/v1 ${zero}`,
        `refs/heads/old ${first} refs/heads/old ${zero}`,
        `refs/heads/forced ${third} refs/heads/forced ${'d'.repeat(40)}`,
      ].join('\n'),
    )
    const ranges = await pushRanges(opened, refs, 'origin')
    const read = []
    for (const { ref, base, head, not } of ranges) {
      const range = await readRange(opened, base, head, { not })
      read.push([
        ref,
        range.commits.map(({ id }) => id),
        range.from,
        (await all(range.blobs())).map(({ bytes }) => String(bytes)),
      ])
    }
    expect(read).toEqual([
      ['refs/heads/main', [second], first, ['two']],
      ['refs/heads/topic', [third], second, ['three']],
    ])
  })

  test('is everything for a remote that is not known yet', async () => {
    const refs = parsePrePush(`refs/heads/topic ${third} refs/heads/topic ${zero}`)
    for (const remote of ['elsewhere', 'https://example.com/x.git', '--all']) {
      const [range] = await pushRanges(await open(repo), refs, remote)
      expect((await readRange(await open(repo), range!.base, range!.head, range!)).commits).toHaveLength(3)
    }
  })
})
