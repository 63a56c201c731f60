import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../../src/run.ts'
import { fake } from '../support/placeholders.ts'

/** What a scan of a file says of its only finding: whether a comment suppresses it. */
async function isSuppressed(text: string): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'keylatch-guarded-'))
  try {
    writeFileSync(join(folder, 'a.yaml'), text)
    const report = await run({
      root: folder,
      scope: { kind: 'path', path: folder },
      policyFrom: 'repository',
      paths: [],
      pathsIgnore: [],
      today: '2026-10-01',
      now: () => 0,
      env: process.env,
    })
    expect(report.findings).toHaveLength(1)
    return report.findings[0]!.suppression !== undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('the same secret twice in a file is one finding, and both places must be guarded', async () => {
  const token = `gh${'p_'}${fake('ALNUM36', 'twice')}`
  const guarded = (name: string) => `${name}: ${token} # keylatch:ignore credentials/* -- a sample\n`
  expect(await isSuppressed(guarded('one') + guarded('two'))).toBe(true)
  expect(await isSuppressed(`${guarded('one')}two: ${token}\n`)).toBe(false)
  expect(await isSuppressed(`one: ${token}\n${guarded('two')}`)).toBe(false)
})
