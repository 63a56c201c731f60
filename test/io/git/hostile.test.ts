import { chownSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readHistory } from '../../../src/io/git/history.ts'
import { readRange, readStaged } from '../../../src/io/git/range.ts'
import { requireRepository } from '../../../src/io/git/repository.ts'
import { commitSnapshot, indexSnapshot } from '../../../src/io/git/stored.ts'
import { workTreeSnapshot } from '../../../src/io/git/worktree.ts'
import { all, type Throwaway, temporaryFolder, throwaway } from './throwaway.ts'

/** Runs everything that reads. */
async function readAll(repo: Throwaway): Promise<void> {
  const opened = await requireRepository(repo.path, repo.env)
  for (const snapshot of [await commitSnapshot(opened, 'HEAD'), indexSnapshot(opened), workTreeSnapshot(opened)]) {
    await all(snapshot.readBytes(await snapshot.entries()))
    const tree = await snapshot.tree({ together: [], perhaps: () => false })
    for (const path of tree.paths) tree.read(path)
  }
  for (const range of [await readRange(opened, 'HEAD~1', 'HEAD'), await readStaged(opened)]) {
    const blobs = await all(range.blobs())
    await range.movedFrom(blobs.flatMap(({ places }) => places))
    await all(range.messages())
  }
  const history = await readHistory(opened)
  await all(history.blobs())
  await all(history.messages())
}

test('no program that a hostile configuration names is run', async () => {
  const repo = throwaway()
  const pwned = join(temporaryFolder(), 'pwned')
  repo.write('.gitattributes', '* diff=evil filter=evil textconv=evil merge=evil\n')
  repo.write('a', 'one')
  repo.commit('one')
  repo.write('a', 'two')
  repo.write('b', 'b')
  repo.commit('two')
  repo.git('tag', '-a', '-m', 'tagged', 'v1')
  repo.write('a', 'three')
  repo.git('add', 'a')
  repo.write('a', 'four')
  const evil = join(repo.path, 'evil.sh')
  for (const [key, value] of Object.entries({
    'core.fsmonitor': evil,
    'core.hooksPath': join(repo.path, 'hooks'),
    'core.pager': evil,
    'core.editor': evil,
    'core.askPass': evil,
    'core.sshCommand': evil,
    'core.gitProxy': evil,
    'core.alternateRefsCommand': evil,
    'core.attributesFile': join(repo.path, '.gitattributes'),
    'core.untrackedCache': 'true',
    'core.worktree': '/',
    'credential.helper': `!${evil}`,
    'diff.external': evil,
    'diff.evil.command': evil,
    'diff.evil.textconv': evil,
    'filter.evil.clean': evil,
    'filter.evil.smudge': evil,
    'filter.evil.process': evil,
    'gpg.program': evil,
    'log.showSignature': 'true',
    'pager.log': evil,
    'pager.rev-list': evil,
    'alias.rev-list': `!${evil}`,
    'alias.cat-file': `!${evil}`,
    'interactive.diffFilter': evil,
    'sequence.editor': evil,
    'uploadpack.packObjectsHook': evil,
    'protocol.ext.allow': 'always',
    'extensions.partialClone': 'origin',
    'remote.origin.url': `ext::${evil}`,
    'remote.origin.promisor': 'true',
    'remote.origin.uploadpack': evil,
    'hook.evil.command': evil,
    'hook.evil.event': 'post-index-change',
  })) {
    repo.git('config', key, value)
  }
  writeEvil(repo, pwned)
  await readAll(repo)
  expect(existsSync(pwned) ? readFileSync(pwned, 'utf8') : '').toBe('')
})

test('a blob that is on a hostile server only is told as missing, not fetched', async () => {
  const repo = throwaway()
  const pwned = join(temporaryFolder(), 'pwned')
  repo.write('lost', 'lost')
  repo.commit('one')
  const blob = repo.git('rev-parse', 'HEAD:lost')
  repo.remove(`.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`)
  repo.write('.git/objects/pack/pack-none.promisor', '')
  repo.git('config', 'core.repositoryFormatVersion', '1')
  repo.git('config', 'extensions.partialClone', 'origin')
  repo.git('config', 'remote.origin.promisor', 'true')
  repo.git('config', 'protocol.ext.allow', 'always')
  repo.git('config', 'remote.origin.url', `ext::${join(repo.path, 'evil.sh')}`)
  writeEvil(repo, pwned)
  const opened = await requireRepository(repo.path, repo.env)
  const snapshot = await commitSnapshot(opened, 'HEAD')
  expect(await all(snapshot.readBytes(await snapshot.entries()))).toEqual([])
  expect(snapshot.skipped.notifications()).toMatchObject([{ level: 'error', id: 'missing-content' }])
  const range = await readRange(opened, undefined, 'HEAD')
  await expect(all(range.blobs())).rejects.toMatchObject({
    name: 'Problem',
    message: expect.stringContaining('1 of the files to be scanned are not in this clone ("lost" of '),
  })
  expect(existsSync(pwned) ? readFileSync(pwned, 'utf8') : '').toBe('')
})

test('nothing in the repository is changed by reading it', async () => {
  const repo = throwaway()
  repo.write('a', 'one')
  repo.commit('one')
  repo.write('a', 'two')
  repo.commit('two')
  repo.write('a', 'three')
  const before = listing(repo)
  await readAll(repo)
  expect(listing(repo)).toEqual(before)
})

const asRoot = process.getuid?.() === 0 ? test : test.skip
asRoot('a repository of someone else is read all the same, as in container jobs', async () => {
  const repo = throwaway()
  repo.write('a', 'one')
  repo.commit('one')
  repo.write('a', 'two')
  repo.commit('two')
  for (const path of ['.', '.git', '.git/config', '.git/HEAD']) chownSync(join(repo.path, path), 12345, 12345)
  expect(() => repo.git('status')).toThrow(/dubious ownership/)
  await readAll(repo)
})

test('a broken repository is one clear line', async () => {
  const repo = throwaway()
  repo.write('a', 'one')
  repo.commit('one')
  repo.write('.git/config', '[core\nnonsense')
  const opened = await requireRepository(repo.path, repo.env)
  await expect(readRange(opened, undefined, 'HEAD')).rejects.toMatchObject({
    name: 'Problem',
    message: expect.stringMatching(/^git cat-file failed: bad config/),
  })
  await expect(requireRepository(temporaryFolder(), repo.env)).rejects.toMatchObject({
    name: 'Problem',
    message: expect.stringContaining('is not in a git repository'),
  })
})

function writeEvil(repo: Throwaway, pwned: string): void {
  const script = `#!/bin/sh\necho "$0 $*" >> '${pwned}'\n`
  repo.write('evil.sh', script, 0o755)
  for (const hook of ['post-index-change', 'reference-transaction', 'pre-auto-gc', 'fsmonitor-watchman']) {
    repo.write(`hooks/${hook}`, script, 0o755)
    repo.write(`.git/hooks/${hook}`, script, 0o755)
  }
}

function listing(repo: Throwaway): string[] {
  return readdirSync(join(repo.path, '.git'), { recursive: true }).map(String).sort()
}
