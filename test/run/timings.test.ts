import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderParts } from '../../src/report/index.ts'
import { timingsText } from '../../src/report/timings.ts'
import { run } from '../../src/run.ts'

/** Where the time went is told where somebody asks, with a clock that goes one millisecond a look. */

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'keylatch-timings-'))
  writeFileSync(join(root, 'main.tf'), 'resource "aws_ebs_volume" "disk" {\n  size = 1\n}\n')
  writeFileSync(join(root, 'deploy.sh'), '#!/bin/sh\naws s3 ls\n')
  for (let file = 0; file < 12; file++) writeFileSync(join(root, `page-${file}.txt`), 'Words.\n')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

async function scan(timings: boolean) {
  let time = 0
  return await run({
    root,
    scope: { kind: 'path', path: '.' },
    paths: [],
    pathsIgnore: [],
    policyFrom: 'repository',
    today: '2026-10-01',
    now: () => time++,
    env: process.env,
    ...(timings ? { timings: true } : {}),
  })
}

test('phases, front ends, rules and the ten slowest files are told, also in JSON', async () => {
  const report = await scan(true)
  const timings = report.stats.timings!
  expect(timings.phases.map(({ name }) => name)).toEqual(['open', 'infrastructure'])
  expect(timings.frontEnds.map(({ name }) => name).sort()).toEqual(['shell', 'terraform'])
  expect(timings.rules).toContainEqual(
    expect.objectContaining({ name: 'credentials/aws-access-key', times: expect.any(Number) }),
  )
  expect(timings.files).toHaveLength(10)
  expect(timings.files[0]!.milliseconds).toBeGreaterThanOrEqual(timings.files[9]!.milliseconds)
  const json = JSON.parse([...renderParts(report, 'json', {})].join(''))
  expect(json.stats.timings).toEqual(timings)
  expect(timingsText(timings)).toMatch(/^Phases\n +\d+\.0 ms {2}open\n/)
})

test('nothing is told, and nothing else is found, where nobody asks', async () => {
  const [asked, plain] = [await scan(true), await scan(false)]
  expect(plain.stats.timings).toBeUndefined()
  expect(plain.findings).toEqual(asked.findings)
})
