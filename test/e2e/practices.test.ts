import { afterAll, expect, test } from 'vitest'
import { keylatch } from '../support/dist.ts'
import { Repository } from '../support/repository.ts'
import { pair } from './support/keys.ts'

const repository = new Repository()
const base = repository.commit('base', { 'deploy.sh': pair('old'), 'README.md': '# shop\n' })
repository.commit('work', { 'README.md': '# the shop\n' })
afterAll(() => repository.dispose())

async function keys(...words: string[]) {
  const { stdout } = await keylatch(['practices', '--format', 'json', ...words], { cwd: repository.root })
  const { practices } = JSON.parse(stdout) as { practices: { title: string; state: string; new: number }[] }
  return practices.find(({ title }) => title === 'Keys are never in git')
}

test('what a branch leaves as it is counts against a practice as well, and is not new', async () => {
  expect(await keys('--base', base)).toMatchObject({ state: 'not met', new: 0 })
  expect(await keys('--base', base, '--head', 'HEAD')).toMatchObject({ state: 'not met', new: 0 })
  repository.commit('leak', { 'more.sh': pair('new') })
  expect(await keys('--base', base)).toMatchObject({ state: 'not met', new: expect.any(Number) })
  expect((await keys('--base', base))!.new).toBeGreaterThan(0)
})

test('an empty folder is no answer, and a line says why', async () => {
  const empty = new Repository()
  const { exitCode, stderr } = await keylatch(['practices'], { cwd: empty.root })
  expect([exitCode, stderr.trim().split('\n').length]).toEqual([2, 1])
  empty.dispose()
})

test('an action that AWS does not have is no question', async () => {
  repository.commit('role', { 'p.json': '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}' })
  const { exitCode, stderr } = await keylatch(['can', 'p.json', 'iam:Foo'], { cwd: repository.root })
  expect(exitCode).toBe(2)
  expect(stderr).toContain('iam:Foo: no such action')
})
