import { afterEach, describe, expect, test } from 'vitest'
import { textsOf } from '../../src/action/event.ts'
import { jsonReport } from '../../src/report/json.ts'
import { run } from '../../src/run.ts'
import { fake } from '../support/placeholders.ts'
import { Repository } from '../support/repository.ts'

/** Places where keys stand and nobody looks. */
const repositories: Repository[] = []
afterEach(() => {
  for (const repository of repositories.splice(0)) repository.dispose()
})

function settings(root: string) {
  return {
    root,
    policyFrom: 'repository' as const,
    paths: [],
    pathsIgnore: [],
    today: '2026-10-01',
    now: () => 0,
    env: process.env,
  }
}

function repositoryOf(...commits: Record<string, string>[]): Repository {
  const repository = new Repository()
  repositories.push(repository)
  for (const files of commits) repository.commit('x', files)
  return repository
}

const RANGE = { kind: 'range', base: 'HEAD~1', head: 'HEAD' } as const

describe('a key in the name of', () => {
  test.each([
    ['a file', `${fake('AWS_ID')}.txt`],
    ['a folder', `backup/${fake('GITHUB_TOKEN')}/a.txt`],
  ])('%s is found, and masked in what is told', async (_, path) => {
    const key = path.includes(fake('AWS_ID')) ? fake('AWS_ID') : fake('GITHUB_TOKEN')
    const { root } = repositoryOf({ 'a.txt': 'x' }, { [path]: `DEBUG=1\nT=${fake('SLACK_TOKEN')}\n` })
    const report = await run({ ...settings(root), scope: RANGE })
    expect(report.findings.map(({ location }) => location.uri)).toContain('names of files')
    expect(report.verdict).toBe('block')
    expect(JSON.stringify(report)).not.toContain(key)
    expect([...jsonReport(report)].join('')).not.toContain(key)
    const full = await run({ ...settings(root), scope: { kind: 'path', path: '.' } })
    expect(full.findings.map(({ location }) => location.uri)).toContain('names of files')
  })

  test('a file that a later commit took away', async () => {
    const repository = repositoryOf({ 'a.txt': 'x' }, { [`${fake('AWS_ID')}.txt`]: 'x' })
    repository.remove(`${fake('AWS_ID')}.txt`)
    repository.commit('gone', { 'b.txt': 'x' })
    const report = await run({ ...settings(repository.root), scope: { ...RANGE, base: 'HEAD~2' } })
    expect(report.findings.map(({ location, atHead }) => [location.uri.slice(0, 14), atHead])).toEqual([
      ['names of files', false],
    ])
  })

  test('a file that the base has is no news', async () => {
    const path = `${fake('AWS_ID')}.txt`
    const report = await run({ ...settings(repositoryOf({ [path]: 'x' }, { [path]: 'y' }).root), scope: RANGE })
    expect(report.verdict).toBe('pass')
  })
})

test('what people wrote into a pull request is scanned: title, description, branch', async () => {
  const { root } = repositoryOf({ 'a.txt': 'x' }, { 'b.txt': 'x' })
  const payload = {
    pull_request: { title: `add ${fake('AWS_ID')}`, body: fake('GITHUB_TOKEN'), head: { ref: fake('SLACK_TOKEN') } },
  }
  const messages = textsOf({ payload, ref: 'refs/pull/7/merge' })
  const report = await run({ ...settings(root), scope: RANGE, messages })
  expect(report.findings.map(({ location }) => location.uri).sort()).toEqual([
    'description of the pull request',
    'name of the branch',
    'title of the pull request',
  ])
  const release = { name: 'Spring', body: 'Key: …' }
  expect(textsOf({ payload: { release }, ref: '' }).map(({ uri }) => uri)).toEqual([
    'title of the release',
    'notes of the release',
  ])
  expect(textsOf({ payload: { pull_request: null }, ref: '' })).toEqual([])
})

test('a change that breaks the configuration blocks, with one line that says why', async () => {
  const { root } = repositoryOf({ '.keylatch.yml': 'fail-on: high\n' }, { '.keylatch.yml': 'fail_on: high\n' })
  const report = await run({ ...settings(root), scope: RANGE })
  expect([report.verdict, report.reason]).toEqual([
    'block',
    expect.stringMatching(/^after the merge every scan would fail: \.keylatch\.yml:1:1: unknown key "fail_on"/),
  ])
})
