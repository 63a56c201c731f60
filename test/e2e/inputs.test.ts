import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ActionOutcome, action, keylatch } from '../support/dist.ts'
import { Repository } from '../support/repository.ts'
import { pullRequest, schedule } from './support/events.ts'
import { masked, pair } from './support/keys.ts'
import { obeyed } from './support/runner-log.ts'

/** What each input of action.yml does, and what each output says. */
const repository = new Repository()
const runs = new Map<string, ActionOutcome>()
let head = ''

beforeAll(async () => {
  repository.commit('base', { 'README.md': '# shop\n', 'known.ini': pair('known') })
  await keylatch(['baseline', '-o', 'ci/known.json'], { cwd: repository.root })
  const base = repository.commit('baseline')
  head = repository.commit('leaks', {
    'known.ini': `${pair('known')}# touched\n`,
    'one.ini': pair('one'),
    'docs/two.ini': pair('two'),
    'docs/sub/three.ini': pair('three'),
  })
  const run = async (name: string, inputs: Record<string, string>, env: Record<string, string> = {}) =>
    runs.set(name, await action(repository.root, { ...pullRequest(base, head), env }, inputs))
  await Promise.all([
    run('plain', { 'sarif-file': 'out/keylatch.sarif' }),
    run('mute', { annotations: 'false', summary: 'FALSE' }),
    run('no summary file', {}, { GITHUB_STEP_SUMMARY: '' }),
    run('never', { 'fail-on': 'never' }),
    run('paths', { paths: '# these\ndocs\n\none.ini\n', 'paths-ignore': 'docs/sub\n' }),
    run('nothing touched', { paths: 'README.md' }),
    run('full', { scan: 'full', baseline: 'ci/known.json' }),
    action(repository.root, schedule, { baseline: 'ci/known.json' }).then((run) => runs.set('scheduled', run)),
    run('SARIF nowhere', { 'sarif-file': 'README.md/keylatch.sarif' }),
  ])
}, 120_000)

afterAll(() => repository.dispose())

const found = (name: string) =>
  ['known', 'one', 'two', 'three'].filter((tag) =>
    runs.get(name)!.report.findings.some((finding) => finding.blocking && finding.message.includes(masked(tag))),
  )

test('outputs, report and SARIF say the same', () => {
  const { exitCode, stderr, outputs, report, summary } = runs.get('plain')!
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' })
  expect(outputs).toMatchObject({
    verdict: 'block',
    'new-findings': '3',
    'blocking-findings': '3',
    'sarif-file': 'out/keylatch.sarif',
  })
  expect(report).toMatchObject({ verdict: 'block', repository: { slug: 'octo-org/octo-repo', commit: head } })
  expect(found('plain')).toEqual(['one', 'two', 'three'])
  expect(summary).toContain(`/blob/${head}/docs/two.ini#L1`)
  const sarif = JSON.parse(readFileSync(join(repository.root, 'out/keylatch.sarif'), 'utf8'))
  expect(sarif).toMatchObject({ version: '2.1.0', runs: [{ results: expect.arrayContaining([expect.anything()]) }] })
})

test('each key is annotated on its line', () => {
  const errors = obeyed(runs.get('plain')!.stdout).filter(({ name }) => name === 'error')
  expect(errors.map(({ properties }) => `${properties.file}:${properties.line}`).sort()).toEqual([
    'docs/sub/three.ini:1',
    'docs/two.ini:1',
    'one.ini:1',
  ])
})

test('annotations and summary can be turned off, and are not missed where the runner has no place for them', () => {
  const { exitCode, stdout, summary } = runs.get('mute')!
  expect({ exitCode, summary }).toEqual({ exitCode: 1, summary: '' })
  expect(obeyed(stdout)).toEqual([])
  expect(stdout).toContain(masked('one'))
  expect(runs.get('no summary file')).toMatchObject({ exitCode: 1, stderr: '', outputs: { verdict: 'block' } })
})

test('fail-on never tells all and blocks nothing', () => {
  const { exitCode, outputs, stdout } = runs.get('never')!
  expect({ exitCode, outputs }).toMatchObject({
    exitCode: 0,
    outputs: { verdict: 'pass', 'new-findings': '3', 'blocking-findings': '0' },
  })
  expect(stdout).toContain(masked('one'))
})

test('paths and paths-ignore choose', () => {
  expect(found('paths')).toEqual(['one', 'two'])
  expect(runs.get('nothing touched')).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', findings: '0' } })
})

test('a baseline covers what there was', () => {
  expect(runs.get('full')).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
  expect(found('full')).toEqual(['one', 'two', 'three'])
})

test('where there is nothing to compare with, what inputs name is that of the head', () => {
  expect(runs.get('scheduled')!.outputs.verdict).toBe('block')
  expect(found('scheduled')).toEqual(['one', 'two', 'three'])
})

test('a SARIF file that cannot be written ends the run broken', () => {
  const { exitCode, stderr, stdout, outputs } = runs.get('SARIF nowhere')!
  expect({ exitCode, stderr, verdict: outputs.verdict }).toEqual({ exitCode: 2, stderr: '', verdict: 'broken' })
  expect(obeyed(stdout).at(-1)).toMatchObject({
    name: 'error',
    data: expect.stringMatching(/keylatch\.sarif cannot be written/),
  })
})
