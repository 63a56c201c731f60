import { afterAll, expect, test } from 'vitest'
import { homeOf, unpublishedOf } from '../../../src/io/git/home.ts'
import { requireRepository } from '../../../src/io/git/repository.ts'
import { Repository } from '../../support/repository.ts'

const repository = new Repository()
afterAll(() => repository.dispose())
const commit = repository.commit('first', { 'a b.tf': 'a\n', 'c.tf': 'c\n', 'd.tf': 'd\n' })
repository.git('remote', 'add', 'origin', 'https://example.com/x/y')

test.each([
  ['https://github.com/acme/infra.git', 'https://github.com/acme/infra'],
  [`https://someone:${'pass'}word@github.com/acme/infra`, 'https://github.com/acme/infra'],
  ['git@github.com:acme/infra.git', 'https://github.com/acme/infra'],
  ['ssh://git@ssh.github.com:443/acme/infra.git', 'https://github.com/acme/infra'],
  ['git@github.acme.example:tools/keys.git', 'https://github.acme.example/tools/keys'],
  ['https://acme.ghe.com/tools/keys/', 'https://acme.ghe.com/tools/keys'],
  ['https://gitlab.com/group/sub/project.git', undefined],
  ['/srv/git/infra.git', undefined],
  ['https://notgithub.com/a/b', undefined],
])('%s', async (address, home) => {
  repository.git('remote', 'set-url', 'origin', address)
  const found = await homeOf(await requireRepository(repository.root), 'HEAD')
  expect(found && `${found.serverUrl}/${found.slug}`).toBe(home)
  if (home) expect(found).toMatchObject({ commit, branch: 'main' })
})

test('files that are not in the commit as they are on disk', async () => {
  repository.write({ 'c.tf': 'changed\n', 'new.tf': 'new\n' })
  const paths = ['a b.tf', 'c.tf', 'd.tf', 'new.tf']
  expect(await unpublishedOf(await requireRepository(repository.root), commit, paths)).toEqual(['c.tf', 'new.tf'])
})
