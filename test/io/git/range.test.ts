import { describe, expect, test } from 'vitest'
import { type CommitRange, entriesBefore, readRange, readStaged } from '../../../src/io/git/range.ts'
import { requireRepository } from '../../../src/io/git/repository.ts'
import { entriesOfTree } from '../../../src/io/git/stored.ts'
import { decodeBytes } from '../../../src/languages/decode/bytes.ts'
import { all, type Throwaway, throwaway } from './throwaway.ts'

/** `COMMIT-SUBJECT PATH` of every place where a blob holding `needle` came in. */
async function placesOf(repo: Throwaway, range: CommitRange, needle: string): Promise<string[]> {
  const found: string[] = []
  for (const { bytes, places } of await all(range.blobs())) {
    const decoded = decodeBytes(bytes)
    if (!decoded.text.includes(needle)) continue
    for (const { path, commit } of places) found.push(`${repo.git('log', '-1', '--format=%s', commit!)}: ${path}`)
  }
  return found.sort()
}

async function rangeOf(repo: Throwaway, base: string | undefined, head = 'HEAD'): Promise<CommitRange> {
  return await readRange(await requireRepository(repo.path, repo.env), base, head)
}

/** Holds what no diff tool shows all of: the ways in which a key gets into a pull request unseen. */
function plant(repo: Throwaway): { base: string } {
  repo.write('.gitattributes', '*.hidden -diff\n*.conv diff=conv\n')
  repo.write('plain.txt', 'nothing\n')
  repo.link('link', 'plain.txt')
  const base = repo.commit('base')
  repo.git('checkout', '-q', '-b', 'feature')

  repo.write('a.hidden', 'KEY attribute\n')
  repo.commit('attribute')
  repo.write('utf16.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('KEY utf16\n', 'utf16le')]))
  repo.commit('utf16')
  repo.remove('link')
  repo.write('link', 'KEY was a symlink\n')
  repo.commit('symlink')
  repo.write('nul.bin', `KEY with a nul${'x'.repeat(200)}\0and more text\n`)
  repo.commit('nul')
  repo.write('gone.txt', 'KEY added then removed\n')
  repo.commit('added')
  repo.remove('gone.txt')
  repo.commit('removed')
  repo.commit('message with KEY in it')
  repo.write('sub dir/"quoted" é\nnewline.txt', 'KEY in a quoted path')
  repo.commit('quoted')
  repo.write('no-newline', 'KEY')
  repo.commit('no newline')

  repo.git('checkout', '-q', '-b', 'second', base)
  repo.write('second.txt', 'KEY on the second parent\n')
  repo.commit('second parent')
  repo.remove('second.txt')
  repo.commit('second parent removed')
  repo.git('checkout', '-q', 'feature')
  repo.git('merge', '-q', '--no-commit', '--no-ff', 'second')
  repo.write('evil.txt', 'KEY only in the merge\n')
  repo.commit('evil merge')
  return { base }
}

const PLANTED = [
  'added: gone.txt',
  'attribute: a.hidden',
  'evil merge: evil.txt',
  'no newline: no-newline',
  'nul: nul.bin',
  'quoted: sub dir/"quoted" é\nnewline.txt',
  'second parent: second.txt',
  'symlink: link',
  'utf16: utf16.txt',
]

describe('keys planted in a pull request', () => {
  const repo = throwaway()
  const { base } = plant(repo)

  test('are all found, each with its commit', async () => {
    const range = await rangeOf(repo, base)
    expect(await placesOf(repo, range, 'KEY')).toEqual(PLANTED)
    expect(range.commits).toHaveLength(12)
    expect(range.describe).toBe(`12 commits from ${base.slice(0, 7)} to ${repo.git('rev-parse', '--short=7', 'HEAD')}`)
    expect(range.skipped.notifications()).toEqual([])
  })

  test('are found in messages', async () => {
    const messages = (await all((await rangeOf(repo, base)).messages())).filter(({ text }) => text.includes('KEY'))
    const commit = repo.git('log', '-1', '--format=%H', '--grep=message with KEY')
    expect(messages).toEqual([{ uri: `commit message of ${commit}`, text: 'message with KEY in it\n', commit }])
  })

  test('are found in a SHA-256 repository', async () => {
    const other = throwaway('--object-format=sha256')
    const planted = plant(other)
    expect(await placesOf(other, await rangeOf(other, planted.base), 'KEY')).toEqual(PLANTED)
  })

  test('are found from the beginning too, where no base is named', async () => {
    const range = await rangeOf(repo, undefined)
    expect(await placesOf(repo, range, 'KEY')).toEqual(PLANTED)
    expect(await placesOf(repo, range, 'nothing')).toEqual(['base: plain.txt'])
    expect(range.from).toBeUndefined()
    expect(range.changes.map(({ status }) => status)).not.toContain('D')
  })
})

describe('what is not new', () => {
  test('is the content of commits that the base has, merged into the branch', async () => {
    const repo = throwaway()
    repo.write('a', 'a')
    repo.commit('root')
    repo.git('checkout', '-q', '-b', 'feature')
    repo.write('mine', 'mine')
    repo.commit('mine')
    repo.git('checkout', '-q', 'main')
    repo.write('theirs', 'theirs')
    const base = repo.commit('theirs')
    repo.git('checkout', '-q', 'feature')
    repo.git('merge', '-q', 'main', '-m', 'merge')
    const range = await rangeOf(repo, base)
    expect((await all(range.blobs())).map(({ bytes }) => bytes.toString())).toEqual(['mine'])
    expect(range.changes.map(({ path }) => path)).toEqual(['mine'])
    expect(range.from).toBe(base)
  })

  test('is a file whose mode alone changed, and a submodule is told', async () => {
    const repo = throwaway()
    repo.write('tool', 'echo')
    const base = repo.commit('root')
    repo.git('update-index', '--chmod=+x', 'tool')
    repo.git('update-index', '--add', '--cacheinfo', `160000,${base},vendor/lib`)
    repo.git('commit', '-q', '-m', 'mode')
    const range = await rangeOf(repo, base)
    expect(await all(range.blobs())).toEqual([])
    expect(range.changes.map(({ status, path, kind }) => [status, path, kind])).toEqual([
      ['M', 'tool', 'executable'],
      ['A', 'vendor/lib', 'submodule'],
    ])
    expect(range.skipped.notifications().map(({ id, location }) => [id, location?.uri])).toEqual([
      ['submodule', 'vendor/lib'],
    ])
  })
})

describe('what stood there before', () => {
  test('is told for a change, and for a moved file under its old name', async () => {
    const repo = throwaway()
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}\n`).join('')
    repo.write('old.txt', lines)
    const base = repo.commit('root')
    const old = repo.git('rev-parse', 'HEAD:old.txt')
    repo.git('mv', 'old.txt', 'new.txt')
    repo.write('new.txt', `${lines}moved\n`)
    repo.commit('move')
    const moved = repo.git('rev-parse', 'HEAD:new.txt')
    repo.write('new.txt', `${lines}moved\nand changed\n`)
    repo.commit('change')

    const range = await rangeOf(repo, base)
    expect(range.oldPathOf('new.txt')).toBe('old.txt')
    expect(range.oldPathOf('other.txt')).toBe('other.txt')
    expect(range.changes).toMatchObject([{ status: 'R', path: 'new.txt', oldPath: 'old.txt', oldBlob: old }])

    const places = (await all(range.blobs())).flatMap((blob) => blob.places)
    expect(places.map(({ before }) => before)).toEqual([[moved], []])
    expect([...(await range.movedFrom(places)).values()]).toEqual([[], [old]])
    const stood = await all(range.contents([old]))
    expect(stood.map(({ blob, bytes }) => [blob, bytes.toString()])).toEqual([[old, lines]])
  })

  test('is told for each parent of a merge', async () => {
    const repo = throwaway()
    repo.write('f', 'one')
    const base = repo.commit('root')
    for (const name of ['b1', 'b2', 'b3']) {
      repo.git('checkout', '-q', '-b', name, base)
      repo.write(name, name)
      repo.commit(name)
    }
    repo.git('checkout', '-q', 'main')
    repo.git('merge', '-q', '--no-commit', '--no-ff', 'b1', 'b2', 'b3')
    repo.write('f', 'octopus')
    repo.write('new', 'octopus too')
    repo.commit('octopus')
    const old = repo.git('rev-parse', `${base}:f`)
    const blobs = await all((await rangeOf(repo, base)).blobs())
    const at = (text: string) => blobs.find(({ bytes }) => bytes.toString() === text)!.places[0]!
    expect(repo.git('rev-list', '--parents', '-1', 'HEAD').split(' ')).toHaveLength(5)
    expect(at('octopus').before).toEqual([old, old, old, old])
    expect(at('octopus too').before).toEqual([])
  })
})

describe('base and head', () => {
  const repo = throwaway()
  repo.write('a', 'one')
  const first = repo.commit('one')
  repo.write('a', 'two')
  const second = repo.commit('two')

  test('that are the same: what that commit changed, and it says so', async () => {
    const range = await rangeOf(repo, 'HEAD')
    expect(range.describe).toBe(
      `the commit ${second.slice(0, 7)} itself, since base and head have no commit between them`,
    )
    expect((await all(range.blobs())).map(({ bytes }) => bytes.toString())).toEqual(['two'])
    expect(range.from).toBe(first)
  })

  test('that are the same root commit: all of it', async () => {
    const range = await rangeOf(repo, first, first)
    expect((await all(range.blobs())).map(({ bytes }) => bytes.toString())).toEqual(['one'])
  })

  test('with a head that is behind: what the head changed', async () => {
    const range = await rangeOf(repo, second, first)
    expect((await all(range.blobs())).map(({ bytes }) => bytes.toString())).toEqual(['one'])
  })

  test('without a common ancestor: all of the head is new', async () => {
    repo.git('checkout', '-q', '--orphan', 'other')
    repo.write('b', 'other')
    repo.commit('other root')
    const range = await rangeOf(repo, second)
    expect((await all(range.blobs())).map(({ bytes }) => bytes.toString()).sort()).toEqual(['other', 'two'])
    expect(range.from).toBeUndefined()
    repo.git('checkout', '-q', 'main')
  })

  test.each([
    ['no-such-branch', 'The base no-such-branch is not a commit of this repository'],
    ['--output=/tmp/x', 'The base --output=/tmp/x is not a commit of this repository'],
    [`${'0'.repeat(40)}`, 'The base 0000000 is not a commit of this repository'],
    ['HEAD\nHEAD', 'The base HEAD?HEAD is not a commit'],
    ['HEAD:a', 'The base HEAD:a is not a commit'],
    ['', 'The base  is not a commit'],
  ])('named %j is refused on one clear line', async (base, line) => {
    const failure = await rangeOf(repo, base).catch((error: Error) => error)
    expect(failure).toMatchObject({ name: 'Problem', message: expect.stringContaining(line) })
    expect((failure as Error).message).not.toContain('\n')
  })
})

test('replaced commits and grafts show what is really there', async () => {
  const repo = throwaway()
  repo.write('a', 'a')
  const base = repo.commit('root')
  repo.write('secret', 'KEY')
  const leak = repo.commit('leak')
  repo.remove('secret')
  const head = repo.commit('clean')
  const harmless = repo.git('commit-tree', '-p', base, '-m', 'leak', `${base}^{tree}`)
  repo.git('replace', leak, harmless)
  repo.write('.git/info/grafts', `${head} ${base}\n`)
  expect(await placesOf(repo, await rangeOf(repo, base), 'KEY')).toEqual(['leak: secret'])
})

test('a message is read whole, past a NUL and in its own encoding', async () => {
  const repo = throwaway()
  repo.write('a', 'a')
  const base = repo.commit('root')
  const head = `tree ${repo.git('rev-parse', 'HEAD^{tree}')}\nparent ${base}\nauthor A <a@b> 1700000000 +0000\ncommitter A <a@b> 1700000000 +0000\nencoding ISO-8859-1\n\n`
  repo.write('.git/object', Buffer.from(`${head}caf\xe9\0KEY\n`, 'latin1'))
  const id = repo.git('hash-object', '-t', 'commit', '-w', '--literally', '.git/object')
  expect(await all((await rangeOf(repo, base, id)).messages())).toMatchObject([{ text: 'café\0KEY\n' }])
})

test('a blob over the limit is left to the search in windows, and told with its commit', async () => {
  const repo = throwaway()
  const base = repo.commit('root')
  repo.write('big.txt', 'x'.repeat(3 * 1024 * 1024))
  repo.write('line.txt', 'y'.repeat(1024 * 1024))
  const head = repo.commit('big')
  const opened = await requireRepository(repo.path, repo.env)
  const range = await readRange(opened, base, 'HEAD', { maxBytes: 2 * 1024 * 1024 })
  expect((await all(range.blobs())).map(({ bytes }) => bytes.length)).toEqual([1024 * 1024])
  expect(range.skipped.notifications()).toEqual([
    {
      level: 'note',
      id: 'large-file',
      message: `Searched for secrets only: big.txt (too large to be read whole: 3 MB in ${head.slice(0, 7)}).`,
      location: { uri: 'big.txt' },
    },
  ])
})

test('a history that is cut off within the range is one clear line', async () => {
  const repo = throwaway()
  const base = repo.commit('one')
  repo.commit('two')
  const head = repo.commit('three')
  repo.write('.git/shallow', `${head}\n`)
  for (const [from, line] of [
    [
      undefined,
      `The clone is shallow: the history ends at ${head.slice(0, 7)}, within the commits to be read. Check out with \`fetch-depth: 0\``,
    ],
    [base, `The clone is shallow: the history ends at ${head.slice(0, 7)}`],
    ['HEAD', `The clone is shallow: the history ends at ${head.slice(0, 7)}`],
    [
      'HEAD~1',
      'The base HEAD~1 is not a commit of this repository. The clone is shallow: check out with `fetch-depth: 0`',
    ],
  ]) {
    await expect(rangeOf(repo, from)).rejects.toMatchObject({
      name: 'Problem',
      message: expect.stringContaining(line!),
    })
  }
})

describe('what is staged', () => {
  test('is compared with HEAD, moved files recognised; what is not staged has no say', async () => {
    const repo = throwaway()
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}\n`).join('')
    repo.write('old', lines)
    repo.write('same', 'same')
    repo.commit('root')
    const old = repo.git('rev-parse', 'HEAD:old')
    repo.git('mv', 'old', 'new')
    repo.write('new', `${lines}staged\n`)
    repo.git('add', 'new')
    repo.write('new', 'not staged')
    repo.write('untracked', 'untracked')
    const range = await readStaged(await requireRepository(repo.path, repo.env))
    expect(range.changes).toMatchObject([{ status: 'R', path: 'new', oldPath: 'old' }])
    expect(await all(range.blobs())).toMatchObject([
      { bytes: Buffer.from(`${lines}staged\n`), places: [{ path: 'new', before: [old] }] },
    ])
    expect(range.commits).toEqual([])
  })

  test('before the first commit is all of it', async () => {
    const repo = throwaway()
    repo.write('a', 'first')
    repo.git('add', 'a')
    const range = await readStaged(await requireRepository(repo.path, repo.env))
    expect((await all(range.blobs())).map(({ bytes }) => bytes.toString())).toEqual(['first'])
    expect(range.from).toBeUndefined()
  })
})

test('the files before a change are those after it with the change taken back', async () => {
  const repo = throwaway()
  repo.write('moved', 'many\nlines\nthat\nstay\n')
  repo.write('swapped-a', 'a\na\na\na\n')
  repo.write('swapped-b', 'b\nb\nb\nb\n')
  repo.write('tool', '#!/bin/sh\n')
  repo.write('gone', 'gone\n')
  repo.link('was-link', 'tool')
  repo.write('stays/\u00e9', 'stays\n')
  const base = repo.commit('base')
  repo.git('mv', 'moved', 'elsewhere')
  repo.git('mv', 'swapped-a', 'c')
  repo.git('mv', 'swapped-b', 'swapped-a')
  repo.git('mv', 'c', 'swapped-b')
  repo.git('update-index', '--chmod=+x', 'tool')
  repo.remove('gone')
  repo.remove('was-link')
  repo.write('was-link', 'a file now\n')
  repo.write('new', 'new\n')
  repo.commit('head')
  const repository = await requireRepository(repo.path, repo.env)
  const { changes } = await rangeOf(repo, base)
  const [before, after] = await Promise.all([entriesOfTree(repository, base), entriesOfTree(repository, 'HEAD')])
  expect(entriesBefore(after, changes)).toEqual(before)
})
