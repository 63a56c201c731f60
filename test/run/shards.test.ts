import { afterAll, expect, test } from 'vitest'
import type { Report } from '../../src/core/finding.ts'
import { Problem } from '../../src/core/problem.ts'
import { render } from '../../src/report/index.ts'
import { mergedReport } from '../../src/report/merge.ts'
import { readJsonReport } from '../../src/report/read-json.ts'
import type { Settings } from '../../src/run/settings.ts'
import { run } from '../../src/run.ts'
import { generateHistory } from '../support/histories.ts'
import { Repository } from '../support/repository.ts'

/** Parts of a scan, merged, say what the whole scan says. */

const history = generateHistory(6, 'packed')
const tree = new Repository()
tree.commit('all', {
  'app/main.tf': 'module "role" {\n  source = "../role"\n  actions = ["*"]\n}\n',
  'role/main.tf':
    'variable "actions" {}\nresource "aws_iam_policy" "p" {\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = var.actions, Resource = "*" }] })\n}\n',
  'a/volume.tf': 'resource "aws_ebs_volume" "disk" {\n  size = 1\n}\n',
  'b/volume.tf': 'resource "aws_ebs_volume" "disk" {\n  size = 1\n}\n',
  'README.md': '# Words\n',
})
afterAll(() => {
  history.dispose()
  tree.dispose()
})

function settingsFor(root: string, scope: Settings['scope']): Settings {
  return {
    root,
    scope,
    policyFrom: 'repository',
    paths: [],
    pathsIgnore: [],
    today: '2026-10-01',
    now: () => 0,
    env: process.env,
  }
}

const told = ({ findings }: Report) => findings.map(({ fingerprint, commits }) => `${fingerprint} ${commits}`).sort()

test.each([
  ['a history', history.root, { kind: 'history' }],
  ['a tree', tree.root, { kind: 'path', path: '.' }],
] as const)('%s in three parts', async (_, root, scope) => {
  const settings = settingsFor(root, scope)
  const whole = await run(settings)
  const parts: Report[] = []
  for (const index of [1, 2, 3]) parts.push(await run({ ...settings, shard: { index, count: 3 } }))
  expect(parts.filter(({ findings }) => findings.length > 0).length).toBeGreaterThan(1)
  for (const { findings } of parts) expect(findings.length).toBeLessThan(whole.findings.length)
  const merged = mergedReport(parts.map((part, index) => readJsonReport(render(part, 'json'), `${index}.json`)))
  expect(told(merged)).toEqual(told(whole))
  expect(merged.verdict).toBe(whole.verdict)
})

test('paths of several repositories have their names before them, and the gravest verdict counts', async () => {
  const report = await run(settingsFor(tree.root, { kind: 'path', path: '.' }))
  const of = (slug: string): Report => ({
    ...report,
    repository: { slug, serverUrl: 'https://github.com', commit: 'c' },
  })
  const broken: Report = { ...of('mona/two'), verdict: 'broken', reason: 'nothing was scanned' }
  const merged = mergedReport([of('mona/one'), broken])
  expect(merged.findings).toHaveLength(report.findings.length * 2)
  expect(new Set(merged.findings.map(({ location }) => location.uri.split('/')[1]))).toEqual(new Set(['one', 'two']))
  expect(merged).toMatchObject({ verdict: 'broken', reason: '1 of 2 reports: nothing was scanned' })
  expect(mergedReport([of('mona/one'), of('mona/one')]).findings).toHaveLength(report.findings.length)
})

test.each(['', '{}', '[]', '{"tool":{"name":"Keylatch"},"stats":{}}'])('%j is no report', (text) => {
  expect(() => readJsonReport(text, 'a.json')).toThrow(Problem)
})
