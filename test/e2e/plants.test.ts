import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../src/core/finding.ts'
import { keylatch } from '../support/dist.ts'
import { fake } from '../support/placeholders.ts'
import { Repository } from '../support/repository.ts'

/** Ways in which a key gets into a pull request that a look at the patch does not show. */
const repository = new Repository()
const commits = new Map<string, string>()
let report: Report

beforeAll(async () => {
  plant(repository, commits)
  const outcome = await keylatch(['scan', '--base', 'main', '--format', 'json'], { cwd: repository.root })
  report = JSON.parse(outcome.stdout)
  expect(outcome.exitCode).toBe(1)
})
afterAll(() => repository.dispose())

const id = (tag: string) => `${fake('AWS_ID', tag).slice(0, 4)}************${fake('AWS_ID', tag).slice(-4)}`
const pair = (tag: string) =>
  `aws_access_key_id = ${fake('AWS_ID', tag)}\naws_secret_access_key = ${fake('AWS_SECRET', tag)}\n`

function plant(repo: Repository, named: Map<string, string>): void {
  const commit = (name: string, message: string, files: Record<string, string | Uint8Array> = {}) =>
    named.set(name, repo.commit(message, files)).get(name)!
  repo.commit('base', {
    '.gitattributes': '*.secret -diff\n*.bin binary\n',
    'old.ini': `${pair('old')}${'# filler\n'.repeat(30)}`,
    'target.txt': 'a link is going to be a file\n',
    'shared.txt': 'one\n',
  })
  repo.link('link', 'target.txt')
  repo.commit('a link')
  repo.git('checkout', '-q', '-b', 'feature')
  commit('attribute', 'no diff shown', { 'hidden.secret': pair('attribute') })
  commit('utf16', 'another encoding', { 'wide.txt': Buffer.from(`\ufeff${pair('utf16')}`, 'utf16le') })
  repo.remove('link')
  commit('symlink', 'a link no more', { link: pair('symlink') })
  commit('nul', 'a text with a zero', { 'nul.txt': `\0${pair('nul')}` })
  commit('gone', 'added', { 'gone.ini': pair('gone') })
  repo.remove('gone.ini')
  repo.commit('removed again')
  repo.git('checkout', '-q', '-b', 'side')
  commit('second', 'on a side branch', { 'side.ini': pair('second') })
  repo.remove('side.ini')
  repo.commit('and removed there')
  repo.git('checkout', '-q', 'feature')
  repo.commit('something else', { 'shared.txt': 'two\n' })
  repo.git('merge', '-q', '--no-ff', '--no-commit', 'side')
  commit('evil', 'a merge that adds its own', { 'evil.ini': pair('evil') })
  commit('message', `a message\n\n${pair('message')}`)
  commit('quoted', 'a name to quote', { 'ein Ordner/schlüssel "1".ini': pair('quoted') })
  commit('unended', 'no line break at the end', { 'unended.ini': pair('unended').trimEnd() })
  repo.git('mv', 'old.ini', 'renamed.ini')
  commit('rename', 'moved', {})
  commit('touch', 'moved and changed', { 'renamed.ini': `${pair('old')}${'# filler\n'.repeat(29)}# end\n` })
}

const found = (tag: string) => report.findings.filter((finding) => finding.message.includes(id(tag)))

describe('a pull request that leaks', () => {
  test.each([
    ['attribute', 'hidden.secret'],
    ['utf16', 'wide.txt'],
    ['symlink', 'link'],
    ['nul', 'nul.txt'],
    ['gone', 'gone.ini'],
    ['second', 'side.ini'],
    ['evil', 'evil.ini'],
    ['quoted', 'ein Ordner/schlüssel "1".ini'],
    ['unended', 'unended.ini'],
  ])('%s: found once, with both halves, its path and its commit', (tag, path) => {
    const findings = found(tag)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      ruleId: 'credentials/aws-access-key',
      severity: 'critical',
      state: 'new',
      blocking: true,
      commits: [commits.get(tag)],
    })
    expect(findings[0]!.location.uri).toBe(path)
    expect(findings[0]!.relatedLocations.length).toBeGreaterThan(0)
  })

  test('message: placed in the commit message', () => {
    expect(found('message')).toHaveLength(1)
    expect(found('message')[0]!.location.uri).toBe(`commit message of ${commits.get('message')}`)
  })

  test('what was added and removed again is not at the head, and blocks all the same', () => {
    expect(found('gone')[0]).toMatchObject({ atHead: false, blocking: true })
    expect(found('second')[0]).toMatchObject({ atHead: false, blocking: true })
    expect(report.reason).toContain('history')
  })

  test('a key that was only moved is not news', () => {
    expect(found('old').filter((finding) => finding.state === 'new')).toEqual([])
  })

  test('nothing else is new', () => {
    expect(report.findings.filter((finding) => finding.state === 'new')).toHaveLength(10)
  })
})

test.each(['terminal', 'json', 'sarif', 'github', 'markdown', 'html'])('no secret in the %s output', async (format) => {
  const { stdout, stderr } = await keylatch(['scan', '--base', 'main', '--all', '--format', format], {
    cwd: repository.root,
  })
  expect(stdout.length).toBeGreaterThan(500)
  for (const tag of [...commits.keys(), 'old']) {
    expect(stdout + stderr).not.toContain(fake('AWS_SECRET', tag))
    expect(stdout + stderr).not.toContain(fake('AWS_ID', tag))
  }
})
