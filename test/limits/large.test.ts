import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pullRequest } from '../e2e/support/events.ts'
import { masked, pair } from '../e2e/support/keys.ts'
import { obeyed } from '../e2e/support/runner-log.ts'
import { type ActionOutcome, action } from '../support/dist.ts'
import { fake } from '../support/placeholders.ts'
import { Repository } from '../support/repository.ts'

const repositories: Repository[] = []
afterAll(() => {
  for (const repository of repositories) repository.dispose()
})

async function pull(files: Record<string, string>, inputs: Record<string, string> = {}): Promise<ActionOutcome> {
  const repository = new Repository()
  repositories.push(repository)
  const base = repository.commit('base', { 'README.md': '# shop\n' })
  const head = repository.commit('head', files)
  return await action(repository.root, pullRequest(base, head), inputs)
}

describe('a line of 5 MB with a key at its end', () => {
  let run: ActionOutcome
  beforeAll(async () => {
    const words = 'lorem ipsum 0123456789 dolor/sit+amet '
    const line = words.repeat(5_000_000 / words.length)
    run = await pull({ 'minified.js': `${line}${pair('end').replaceAll('\n', ' ')}` })
  }, 120_000)

  test('is found, with its place', () => {
    expect(run).toMatchObject({ exitCode: 1, stderr: '' })
    const [finding, ...others] = run.report.findings
    expect(others).toEqual([])
    expect(finding!.message).toContain(masked('end'))
    expect(finding!.location.region.startLine).toBe(1)
    expect(finding!.location.region.startColumn).toBeGreaterThan(4_900_000)
  })

  test('fills no report', () => {
    expect(run.stdout.length).toBeLessThan(20_000)
    expect(run.summary.length).toBeLessThan(20_000)
    expect(JSON.stringify(run.report).length).toBeLessThan(20_000)
  })
})

describe('20,000 findings', () => {
  const COUNT = 20_000
  let run: ActionOutcome
  beforeAll(async () => {
    const files: Record<string, string> = {}
    for (let made = 0, seed = 0; made < COUNT; seed++) {
      const id = fake('AWS_ID', `large_${seed}`)
      // A repeat or a word makes it look like nobody's key.
      if (/(.)\1{4}|FAKE|YOUR|TEST/.test(id)) continue
      const name = `keys/${Math.floor(made++ / 100)}.txt`
      files[name] = `${files[name] ?? ''}key = ${id}\n\n`
    }
    run = await pull(files, { 'sarif-file': 'keylatch.sarif' })
  }, 120_000)

  test('are all in the report and in the outputs', () => {
    expect(run).toMatchObject({ exitCode: 1, stderr: '' })
    expect(run.report.findings).toHaveLength(COUNT)
    const places = run.report.findings.map(({ location }) => `${location.uri}:${location.region.startLine}`)
    expect(new Set(places).size).toBe(COUNT)
    expect(run.outputs).toMatchObject({
      findings: `${COUNT}`,
      'new-findings': `${COUNT}`,
      'blocking-findings': `${COUNT}`,
    })
  })

  test('make no more annotations than the runner takes, and one of them says how many were left out', () => {
    const commands = obeyed(run.stdout)
    const named = (name: string) => commands.filter((command) => command.name === name)
    expect(named('error')).toHaveLength(10)
    expect(named('warning').length).toBeLessThanOrEqual(10)
    expect(named('notice').length).toBeLessThanOrEqual(10)
    expect(named('notice').map(({ properties }) => properties.title)).toContain(
      `Keylatch: ${(COUNT - 10).toLocaleString('en-US')} more annotations left out`,
    )
  })

  test('make a summary that GitHub takes, which says what it leaves out', () => {
    expect(Buffer.byteLength(run.summary)).toBeLessThanOrEqual(1024 * 1024)
    expect(run.summary).toMatch(/\d more/)
  })
})
