import { expect, test } from 'vitest'
import { run } from '../../src/run.ts'
import { zip } from '../support/zip.ts'

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, '']))

test.each([
  ['unpacks to more than is read', zip({ zeros: Buffer.alloc(120 << 20) }), 'archive-bytes'],
  ['holds more files than are read', zip(many(20_001)), 'archive-members'],
])('an archive that %s ends, and that is told', async (_, bytes, limit) => {
  const { findings } = await run({
    root: '/',
    scope: { kind: 'stdin', bytes, name: 'bomb.zip' },
    policyFrom: 'repository',
    paths: [],
    pathsIgnore: [],
    today: '2026-10-01',
    now: () => 0,
    env: process.env,
  })
  expect(findings.map(({ ruleId, properties }) => `${ruleId} ${properties.limit}`)).toContain(`scan/unread ${limit}`)
})
