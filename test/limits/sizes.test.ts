import { afterEach, describe, expect, test } from 'vitest'
import type { Report } from '../../src/core/finding.ts'
import { run } from '../../src/run.ts'
import { fake } from '../support/placeholders.ts'
import { Repository } from '../support/repository.ts'

/** Files of many megabytes, and decoys in thousands. */
const repositories: Repository[] = []
afterEach(() => {
  for (const repository of repositories.splice(0)) repository.dispose()
})

type Files = Record<string, string>

function repositoryOf(...commits: Files[]): Repository {
  const repository = new Repository()
  repositories.push(repository)
  for (const files of commits) repository.commit('x', files)
  return repository
}

async function changeOf(before: Files, after: Files): Promise<Report> {
  const repository = repositoryOf(before, after)
  return await run({ ...settings(repository), scope: { kind: 'range', base: 'HEAD~1', head: 'HEAD' } })
}

function settings({ root }: Repository) {
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

const told = ({ findings }: Report) =>
  findings.map(
    ({ ruleId, severity, state, location }) =>
      `${location.uri}:${location.region.startLine} ${severity} ${ruleId} ${state}`,
  )

describe('credentials have no size limit', () => {
  const pair = `AWS_ACCESS_KEY_ID=${fake('AWS_ID')}\nAWS_SECRET_ACCESS_KEY=${fake('AWS_SECRET')}\n`
  const filler = 'INSERT INTO t VALUES (1, 2, 3, 4, 5, 6);\n'.repeat(280_000)
  const line = 280_001

  test('a pair in the last line of a large file is found, in its line and masked', async () => {
    const report = await changeOf({ 'a.txt': 'x' }, { 'dump.sql': filler + pair })
    expect(told(report)).toEqual([`dump.sql:${line} critical credentials/aws-access-key new`])
    expect(report.findings[0]!.snippet.startLine).toBe(line - 2)
    expect(report.findings[0]!.location.offset).toBe(filler.length + 'AWS_ACCESS_KEY_ID='.length)
    expect(JSON.stringify(report)).not.toContain(fake('AWS_SECRET'))
  })

  test('and is no news where it stood there before', async () => {
    const report = await changeOf({ 'dump.sql': filler + pair }, { 'dump.sql': `${filler}${pair}more\n` })
    expect(told(report)).toEqual([`dump.sql:${line} critical credentials/aws-access-key existing`])
  })

  test('so is one in a single line without an end', async () => {
    const words = 'a line that never ends, '.repeat(500_000)
    const report = await changeOf({ 'a.txt': 'x' }, { 'one.txt': `${words}${fake('GITHUB_TOKEN')} ${words}` })
    expect(told(report)).toEqual(['one.txt:1 critical credentials/github-token new'])
  })

  test('one behind fourteen thousand decoys is found each time', async () => {
    const decoys = Array.from({ length: 14_000 }, (_, index) => `http://a:b${index}@h/`).join('\n')
    const report = await changeOf({ 'a.txt': 'x' }, { 'a.txt': `${decoys}\n${fake('GITHUB_TOKEN')}\n` })
    expect(told(report)).toContain('a.txt:14001 critical credentials/github-token new')
  })

  test('so is one behind a thousand others of a script', async () => {
    const lines = Array.from({ length: 1001 }, (_, index) => `DB_PASSWORD=${fake('ALNUM24', `other${index}`)}\n`)
    const bytes = Buffer.from(`#!/bin/bash\n${lines.join('')}`)
    const report = await run({ ...settings(repositoryOf({ a: 'x' })), scope: { kind: 'stdin', bytes, name: 'run.sh' } })
    expect(told(report).filter((one) => one.startsWith('run.sh:1002 high user-data/script-secret'))).toHaveLength(1)
  })
})
