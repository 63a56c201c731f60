import { afterEach, describe, expect, test } from 'vitest'
import type { Report } from '../../src/core/finding.ts'
import { run } from '../../src/run.ts'
import { Repository } from '../support/repository.ts'

/** What limits do: nothing passes unread because it is large, deep, or behind decoys. */
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

const DEEP = `${'['.repeat(320)}${']'.repeat(320)}`
const template = (more = '') => `AWSTemplateFormatVersion: '2010-09-09'\nMetadata: {Deep: ${DEEP}}\n${more}`

describe('what could not be judged whole', () => {
  test('blocks where the change brings it in, and the reason counts it', async () => {
    const report = await changeOf({ 'a.txt': 'x' }, { 't.yaml': template() })
    expect(told(report)).toEqual(['t.yaml:2 high scan/unread new'])
    expect(report.verdict).toBe('block')
    expect(report.reason).toContain('1 file could not be judged whole')
  })

  test('blocks where the change touches such a file, whatever it changes', async () => {
    const report = await changeOf({ 't.yaml': template() }, { 't.yaml': template('Resources: {}\n') })
    expect(told(report)).toEqual(['t.yaml:2 high scan/unread new'])
  })

  test('is no news where the file stays as it is', async () => {
    const report = await changeOf({ 't.yaml': template() }, { 'other.txt': 'x' })
    expect(report.verdict).toBe('pass')
  })

  test('is told, and does not block, where everything is looked at', async () => {
    const repository = repositoryOf({ 't.yaml': template() })
    const report = await run({ ...settings(repository), scope: { kind: 'path', path: '.' } })
    expect(told(report)).toEqual(['t.yaml:2 medium scan/unread new'])
    expect(report.verdict).toBe('pass')
  })

  test.each([
    ['by rule', 'rules:\n  scan/unread: low\n'],
    ['by path', 'allow:\n  - rule: scan/unread\n    path: t.yaml\n    reason: generated\n'],
  ])('is configured like any rule: %s', async (_, config) => {
    const report = await changeOf({ '.keylatch.yml': config }, { 't.yaml': template() })
    expect(report.verdict).toBe('pass')
  })
})
