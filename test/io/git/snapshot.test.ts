import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { requireRepository } from '../../../src/io/git/repository.ts'
import { readSources, type Snapshot } from '../../../src/io/git/snapshot.ts'
import { commitSnapshot, indexSnapshot } from '../../../src/io/git/stored.ts'
import { workTreeSnapshot } from '../../../src/io/git/worktree.ts'
import { all, type Throwaway, temporaryFolder, throwaway } from './throwaway.ts'

async function open(repo: Throwaway) {
  return await requireRepository(repo.path, repo.env)
}

async function textsOf(snapshot: Snapshot): Promise<Record<string, string>> {
  const read = await all(readSources(snapshot, await snapshot.entries()))
  return Object.fromEntries(read.map(({ source }) => [source.uri, source.text]))
}

async function pathsOf(snapshot: Snapshot): Promise<string[]> {
  return (await snapshot.entries()).map(({ path }) => path)
}

function told(snapshot: Snapshot): string[] {
  return snapshot.skipped.notifications().map(({ level, message }) => `${level}: ${message}`)
}

describe('a commit', () => {
  const repo = throwaway()
  repo.write('b.txt', 'old')
  repo.write('a/deep.txt', 'deep')
  repo.write('run.sh', 'echo', 0o755)
  repo.write('same.txt', 'deep')
  repo.link('link', 'a/deep.txt')
  repo.write('image.png', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\x01\xff\xfe', 'latin1'))
  const first = repo.commit('first')
  repo.write('b.txt', 'new')
  repo.git('add', 'b.txt')
  repo.git('update-index', '--add', '--cacheinfo', `160000,${first},vendor/lib`)
  repo.git('commit', '-q', '-m', 'second')
  repo.write('b.txt', 'on disk only')

  test('has its own files, whatever is on disk', async () => {
    const snapshot = await commitSnapshot(await open(repo), first)
    expect(await textsOf(snapshot)).toEqual({
      'a/deep.txt': 'deep',
      'b.txt': 'old',
      // What is printable in it.
      'image.png': '',
      link: 'a/deep.txt',
      'run.sh': 'echo',
      'same.txt': 'deep',
    })
    expect(snapshot.commit).toBe(first)
    expect(snapshot.describe).toBe(`commit ${first.slice(0, 7)}`)
    expect((await snapshot.entries()).map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      'a/deep.txt file',
      'b.txt file',
      'image.png file',
      'link symlink',
      'run.sh executable',
      'same.txt file',
    ])
    expect(told(snapshot)).toEqual(['note: Searched for secrets only: image.png (binary).'])
  })

  test('tells of submodules', async () => {
    const snapshot = await commitSnapshot(await open(repo), 'HEAD')
    expect((await textsOf(snapshot))['b.txt']).toBe('new')
    expect(told(snapshot)).toContain('note: Not scanned: vendor/lib (a submodule: scan its own repository).')
  })

  test('is a tree for front ends, read ahead or when asked', async () => {
    const snapshot = await commitSnapshot(await open(repo), first)
    for (const perhaps of [() => true, () => false]) {
      const tree = await snapshot.tree({ together: [], perhaps })
      expect(tree.paths).toEqual(['a/deep.txt', 'b.txt', 'image.png', 'link', 'run.sh', 'same.txt'])
      expect(tree.read('b.txt')).toEqual({ uri: 'b.txt', text: 'old', commit: first })
      expect(tree.read('link')).toEqual({ uri: 'a/deep.txt', text: 'deep', commit: first })
      expect(tree.has('a/deep.txt')).toBe(true)
      expect([tree.has('a'), tree.has('none'), tree.has('../repo/b.txt')]).toEqual([false, false, false])
      expect([tree.read('image.png')?.text, tree.read('none'), tree.read('')]).toEqual(['', undefined, undefined])
    }
  })

  test('that does not exist is one clear line', async () => {
    await expect(commitSnapshot(await open(repo), 'nope')).rejects.toMatchObject({
      name: 'Problem',
      message: expect.stringContaining('The revision nope is not a commit of this repository.'),
    })
  })
})

describe('symlinks of a commit', () => {
  test('lead only to files of the same commit, through folders too, and never in circles', async () => {
    const repo = throwaway()
    repo.write('shared/modules/main.tf', 'module')
    repo.link('env/modules', '../shared/modules')
    repo.link('env/again', 'modules/main.tf')
    repo.link('out', '../../etc/passwd')
    repo.link('absolute', '/etc/passwd')
    repo.link('round', 'circle')
    repo.link('circle', 'round')
    repo.link('dangling', 'nowhere')
    repo.commit('links')
    for (const snapshot of [await commitSnapshot(await open(repo), 'HEAD'), workTreeSnapshot(await open(repo))]) {
      const tree = await snapshot.tree()
      const uri = (path: string) => tree.read(path)?.uri
      expect([uri('env/modules/main.tf'), uri('env/again')]).toEqual(Array(2).fill('shared/modules/main.tf'))
      expect(['out', 'absolute', 'round', 'dangling'].map((path) => tree.has(path))).toEqual(Array(4).fill(false))
      expect(['out', 'absolute', 'round', 'dangling'].map(uri)).toEqual(Array(4).fill(undefined))
    }
  })
})

describe('the index', () => {
  test('has what is staged, not what is on disk', async () => {
    const repo = throwaway()
    repo.write('staged', 'committed')
    repo.write('removed', 'x')
    repo.commit('first')
    repo.write('staged', 'staged')
    repo.remove('removed')
    repo.git('add', '-A')
    repo.write('staged', 'on disk')
    repo.write('new', 'not added')
    expect(await textsOf(indexSnapshot(await open(repo)))).toEqual({ staged: 'staged' })
  })

  test('is the one that git made for this commit when a hook runs', async () => {
    const repo = throwaway()
    repo.write('a', 'one')
    repo.write('b', 'one')
    repo.commit('first')
    repo.write('a', 'two')
    repo.write('b', 'two')
    repo.git('add', '-A')
    // As `git commit a` does it: an index of its own with only `a` changed.
    repo.git('read-tree', '--index-output=.git/next-index-1.lock', 'HEAD')
    const hooked = { ...repo, env: { ...repo.env, GIT_INDEX_FILE: '.git/next-index-1.lock' } }
    expect(await textsOf(indexSnapshot(await open(hooked)))).toEqual({ a: 'one', b: 'one' })
    const foreign = { ...repo, env: { ...repo.env, GIT_INDEX_FILE: join(temporaryFolder(), 'index') } }
    expect(await textsOf(indexSnapshot(await open(foreign)))).toEqual({ a: 'two', b: 'two' })
  })

  test('has our side of a conflict', async () => {
    const repo = throwaway()
    repo.write('f', 'base')
    repo.commit('base')
    repo.git('checkout', '-q', '-b', 'theirs')
    repo.write('f', 'theirs')
    repo.commit('theirs')
    repo.git('checkout', '-q', 'main')
    repo.write('f', 'ours')
    repo.commit('ours')
    expect(() => repo.git('merge', '-q', 'theirs')).toThrow()
    expect(await textsOf(indexSnapshot(await open(repo)))).toEqual({ f: 'ours' })
  })
})

describe('the working tree', () => {
  test('has tracked and new files, and respects every ignore file', async () => {
    const repo = throwaway()
    repo.write('.gitignore', '*.log\nbuild/\n')
    repo.write('sub/.gitignore', '!keep.log\nlocal\n')
    repo.write('tracked.log.txt', 't')
    repo.write('deleted', 'd')
    repo.commit('first')
    repo.write('forced.log', 'tracked although ignored')
    repo.git('add', '-f', 'forced.log')
    repo.remove('deleted')
    for (const path of [
      'new',
      'a.log',
      'build/out',
      'sub/keep.log',
      'sub/local',
      'sub/other.log',
      'mine',
      'excluded',
    ]) {
      repo.write(path, path)
    }
    repo.write('.git/info/exclude', 'mine\n')
    repo.write('../config/git/ignore', 'excluded\n')
    const snapshot = workTreeSnapshot(await open(repo))
    expect(await pathsOf(snapshot)).toEqual([
      '.gitignore',
      'forced.log',
      'new',
      'sub/.gitignore',
      'sub/keep.log',
      'tracked.log.txt',
    ])
    expect(told(snapshot)).toEqual([])
  })

  test('may be limited to a folder or a file; paths stay the same', async () => {
    const repo = throwaway()
    repo.write('a/b/c', 'c')
    repo.write('a/[b]/c', 'brackets are no pattern')
    repo.write('d', 'd')
    repo.commit('first')
    const opened = await open(repo)
    expect(await pathsOf(workTreeSnapshot(opened, { under: 'a/b' }))).toEqual(['a/b/c'])
    expect(await pathsOf(workTreeSnapshot(opened, { under: 'a/[b]' }))).toEqual(['a/[b]/c'])
    expect(await pathsOf(workTreeSnapshot(opened, { under: 'd' }))).toEqual(['d'])
    expect(await pathsOf(workTreeSnapshot(opened, { under: '--stage' }))).toEqual([])
  })

  test('is never left, neither by a symlink nor by a symlinked folder nor by one into .git', async () => {
    const outside = temporaryFolder()
    writeFileSync(join(outside, 'secret'), 'OUTSIDE')
    const repo = throwaway()
    repo.write('folder/secret', 'inside')
    repo.write('hidden/config', 'inside')
    repo.commit('first')
    repo.link('out', join(outside, 'secret'))
    renameSync(join(repo.path, 'folder'), join(repo.path, '../moved'))
    symlinkSync(outside, join(repo.path, 'folder'))
    repo.remove('hidden')
    symlinkSync('.git', join(repo.path, 'hidden'))
    const snapshot = workTreeSnapshot(await open(repo))
    const entries = await snapshot.entries()
    const texts = (await all(snapshot.readBytes(entries))).map(({ entry, bytes }) => [entry.path, String(bytes)])
    expect(Object.fromEntries(texts)).toMatchObject({ out: join(outside, 'secret') })
    expect(JSON.stringify(texts)).not.toContain('OUTSIDE')
    expect(JSON.stringify(texts)).not.toContain('repositoryformatversion')
    expect(told(snapshot)).toEqual([
      'warning: Not scanned: folder/secret (cannot be read: its folder is a symlink that leads out of the tree).',
      'warning: Not scanned: hidden/config (cannot be read: its folder is a symlink that leads out of the tree).',
    ])
    const tree = await snapshot.tree()
    expect([tree.read('out'), tree.read('folder/secret'), tree.read('hidden/config')]).toEqual(Array(3).fill(undefined))
  })

  test('tells what it cannot read, and goes on', async () => {
    const repo = throwaway()
    repo.write('good', 'good')
    repo.write('vanishing', 'x')
    repo.write('big', 'x'.repeat(3000))
    repo.write('nested/inner', 'x')
    repo.commit('first')
    repo.remove('nested')
    mkdirSync(join(repo.path, 'other'))
    repo.git('init', '-q', 'other')
    repo.git('-C', 'other', 'commit', '-q', '--allow-empty', '-m', 'x')
    const snapshot = workTreeSnapshot(await open(repo), { maxBytes: 2000 })
    const entries = await snapshot.entries()
    rmSync(join(repo.path, 'vanishing'))
    expect((await all(snapshot.readBytes(entries))).map(({ entry }) => entry.path)).toEqual(['good'])
    expect(told(snapshot).sort()).toEqual([
      'note: Searched for secrets only: big (too large to be read whole: 0 MB).',
      'warning: Not scanned: other/ (a git repository inside this one: scan it on its own).',
      'warning: Not scanned: vanishing (cannot be read: it vanished while the scan ran).',
    ])
  })

  const readsAnything = process.getuid?.() === 0
  ;(readsAnything ? test.skip : test)('tells what it may not read', async () => {
    const repo = throwaway()
    repo.write('closed', 'x')
    repo.commit('first')
    chmodSync(join(repo.path, 'closed'), 0)
    const snapshot = workTreeSnapshot(await open(repo))
    await textsOf(snapshot)
    expect(told(snapshot)).toEqual(['warning: Not scanned: closed (cannot be read: permission denied).'])
  })

  test('tells what a sparse checkout left out, and many files in one line', async () => {
    const repo = throwaway()
    for (let index = 0; index < 8; index++) repo.write(`out/${index}`, 'x')
    repo.write('in/a', 'a')
    repo.commit('first')
    repo.git('sparse-checkout', 'set', 'in')
    const snapshot = workTreeSnapshot(await open(repo))
    expect(await pathsOf(snapshot)).toEqual(['in/a'])
    expect(told(snapshot)).toEqual([
      'warning: Not scanned: 8 files (tracked, but left out by the sparse checkout): out/0, out/1, out/2, out/3, out/4 and 3 more.',
    ])
    expect(snapshot.skipped.notifications()).toMatchObject([{ files: 8 }])
  })

  test('reads names with spaces, quotes, line breaks and bytes that are not UTF-8', async () => {
    const repo = throwaway()
    const names = ['a b', '"quoted"', 'line\nbreak', 'é', '-rf', ':(top)x', '::error::x']
    for (const name of names) repo.write(name, name)
    writeFileSync(Buffer.concat([Buffer.from(`${repo.path}/caf`), Buffer.from([0xe9])]), 'latin')
    repo.commit('names')
    const expected = Object.fromEntries([...names.map((name) => [name, name]), ['caf\\xe9', 'latin']])
    const opened = await open(repo)
    expect(await textsOf(workTreeSnapshot(opened))).toEqual(expected)
    expect(await textsOf(await commitSnapshot(opened, 'HEAD'))).toEqual(expected)
    expect((await workTreeSnapshot(opened).tree()).read('caf\\xe9')?.text).toBe('latin')
  })

  test('works in an additional work tree and from a folder below', async () => {
    const repo = throwaway()
    repo.write('sub/a', 'a')
    repo.commit('first')
    repo.git('worktree', 'add', '-q', '../second', '-b', 'second')
    const opened = await requireRepository(join(repo.path, '../second/sub'), repo.env)
    expect(opened.workTree).toBe(join(repo.path, '../second'))
    expect(opened.commonDir).toBe(join(repo.path, '.git'))
    expect(await textsOf(workTreeSnapshot(opened))).toEqual({ 'sub/a': 'a' })
  })

  test('is missing in a bare repository, which says so', async () => {
    const repo = throwaway('--bare')
    const opened = await open(repo)
    expect(() => workTreeSnapshot(opened)).toThrow('is a bare repository without files on disk')
  })
})
