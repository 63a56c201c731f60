import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { folderSnapshot, stdinSnapshot } from '../../../src/io/files.ts'
import { readSources } from '../../../src/io/git/snapshot.ts'
import { all, temporaryFolder } from './throwaway.ts'

function folder(files: Record<string, string>): string {
  const root = temporaryFolder()
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

test('a folder without git follows ignore files as git does', async () => {
  const root = folder({
    '.gitignore': '*.log\n/only-root\nbuild\n!important.log\ntrailing/\n# comment\n',
    'a.log': '',
    'important.log': '',
    'only-root': '',
    'sub/only-root': '',
    'build/x': '',
    'trailing/x': '',
    'sub/trailing': 'a file, not a folder',
    'sub/.gitignore': '!build\nlocal/*.txt\n/top\ndeep\n',
    'sub/build/x': '',
    'sub/build/y.log': '',
    'sub/local/a.txt': '',
    'sub/local/a.md': '',
    'sub/more/local/a.txt': '',
    'sub/top': '',
    'sub/more/top': '',
    'sub/more/deep/x': '',
    'we[i]rd !dir/.gitignore': 'secret\n',
    'we[i]rd !dir/secret': '',
    'we[i]rd !dir/open': '',
    'node_modules/p/index.js': 'is scanned: no ignore file names it',
  })
  const paths = (await folderSnapshot(root).entries()).map(({ path }) => path)
  const env = { PATH: process.env.PATH, HOME: temporaryFolder(), GIT_CONFIG_NOSYSTEM: '1' }
  execFileSync('git', ['init', '-q'], { cwd: root, env })
  const asGit = execFileSync('git', ['ls-files', '-z', '--others', '--exclude-standard'], { cwd: root, env })
  expect(paths).toEqual(asGit.toString().split('\0').filter(Boolean).sort())
  expect(paths).toContain('node_modules/p/index.js')
  expect(paths).toContain('sub/build/x')
})

test('a folder is read without following symlinks, and tells of repositories in it', async () => {
  const outside = folder({ secret: 'OUTSIDE' })
  const root = folder({ a: 'text', 'lib/.git/HEAD': 'ref', 'lib/code': 'code' })
  symlinkSync(join(outside, 'secret'), join(root, 'link'))
  symlinkSync(outside, join(root, 'folder'))
  symlinkSync('a', join(root, 'inner'))
  const snapshot = folderSnapshot(root)
  const read = await all(readSources(snapshot, await snapshot.entries()))
  expect(read.map(({ source }) => [source.uri, source.text])).toEqual([
    ['a', 'text'],
    ['folder', outside],
    ['inner', 'a'],
    ['lib/code', 'code'],
    ['link', join(outside, 'secret')],
  ])
  const tree = await snapshot.tree()
  expect([tree.read('inner')?.uri, tree.read('link'), tree.read('folder/secret')]).toEqual(['a', undefined, undefined])
  expect(snapshot.skipped.notifications().map(({ message }) => message)).toEqual([
    'Not scanned: lib/.git (a git repository inside this one: scan it on its own).',
  ])
})

test('a pipe in the folder does not hang the scan', async () => {
  const root = folder({ a: 'a' })
  execFileSync('mkfifo', [join(root, 'pipe')])
  const snapshot = folderSnapshot(root)
  expect((await snapshot.entries()).map(({ path }) => path)).toEqual(['a'])
  expect(snapshot.skipped.notifications()).toMatchObject([{ id: 'special-file', location: { uri: 'pipe' } }])
})

test('one file is a snapshot too, and a path that is not there is one clear line', async () => {
  const root = folder({ 'a.tf': 'text', b: '' })
  const snapshot = folderSnapshot(join(root, 'a.tf'))
  expect((await all(readSources(snapshot, await snapshot.entries()))).map(({ source }) => source)).toEqual([
    { uri: 'a.tf', text: 'text' },
  ])
  expect(() => folderSnapshot(join(root, 'nope'))).toThrow(/nope cannot be opened \(ENOENT\)/)
})

test('standard input is a snapshot of one', async () => {
  const snapshot = stdinSnapshot(Buffer.from('from a pipe'))
  const read = await all(readSources(snapshot, await snapshot.entries()))
  expect(read.map(({ source }) => source)).toEqual([{ uri: '<stdin>', text: 'from a pipe' }])
})
