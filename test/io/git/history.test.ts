import { expect, test } from 'vitest'
import { readHistory } from '../../../src/io/git/history.ts'
import { requireRepository } from '../../../src/io/git/repository.ts'
import { all, throwaway } from './throwaway.ts'

test('the whole history has every content once, with where it came in first, from every ref', async () => {
  const repo = throwaway()
  repo.write('a', 'one')
  const first = repo.commit('first')
  repo.write('a', 'two')
  const second = repo.commit('second')
  repo.write('a', 'one')
  repo.write('copy', 'two')
  repo.commit('back again')
  repo.git('checkout', '-q', '-b', 'side', first)
  repo.write('side', 'on a side branch')
  const side = repo.commit('side')
  repo.git('update-ref', 'refs/remotes/origin/only-there', side)
  repo.git('checkout', '-q', 'main')
  repo.git('branch', '-q', '-D', 'side')
  repo.write('a', 'stashed')
  repo.git('stash', '-q')
  repo.write('blob', 'named by a tag alone')
  repo.git('tag', 'lone', repo.git('hash-object', '-w', 'blob'))
  repo.write('folder/file', 'in a tree alone')
  repo.git('add', 'folder')
  const tree = repo.git('write-tree', '--prefix=folder/')
  repo.git('reset', '-q')
  repo.git('tag', '-a', '-m', 'a tag on a tree', 'tree', tree)

  const history = await readHistory(await requireRepository(repo.path, repo.env))
  const found = (await all(history.blobs())).map(({ bytes, places }) => {
    const { path, commit } = places[0]!
    return [
      bytes.toString(),
      path,
      commit && repo.git('log', '-1', '--format=%s', commit).replace(/:.*/, ''),
      places.length,
    ]
  })
  expect(found.sort()).toEqual([
    ['in a tree alone', 'refs/tags/tree/file', undefined, 1],
    ['named by a tag alone', 'refs/tags/lone', undefined, 1],
    ['on a side branch', 'side', 'side', 1],
    ['one', 'a', 'first', 1],
    ['stashed', 'a', 'WIP on main', 1],
    ['two', 'a', 'second', 1],
  ])
  const messages = (await all(history.messages())).map(({ uri, text }) => [uri, text])
  expect(messages).toContainEqual([`commit message of ${second}`, 'second\n'])
  expect(messages).toContainEqual(['tag message of tree', 'a tag on a tree\n'])
  expect(history.describe).toBe(`the whole history (${history.commits} commits)`)
})

test('a shallow clone has no whole history, and says so', async () => {
  const repo = throwaway()
  repo.commit('one')
  repo.write('.git/shallow', `${repo.commit('two')}\n`)
  await expect(readHistory(await requireRepository(repo.path, repo.env))).rejects.toMatchObject({
    name: 'Problem',
    message: expect.stringContaining('git fetch --unshallow'),
  })
})

test('a repository without commits has an empty history', async () => {
  const repo = throwaway()
  const history = await readHistory(await requireRepository(repo.path, repo.env))
  expect(await all(history.blobs())).toEqual([])
  expect(await all(history.messages())).toEqual([])
  expect(history.commits).toBe(0)
})
