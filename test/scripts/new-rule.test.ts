import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

const SCRIPT = fileURLToPath(new URL('../../scripts/new-rule.ts', import.meta.url))
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keylatch-new-rule-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const newRule = (...words: string[]) =>
  spawnSync(process.execPath, ['--import', TSX, SCRIPT, ...words], { cwd: folder, encoding: 'utf8' })

test('a new rule begins with its file and two fixtures, and is never written over', () => {
  expect(newRule('data/unencrypted-volume').status).toBe(0)
  const rule = readFileSync(join(folder, 'src/rules/data/unencrypted-volume.ts'), 'utf8')
  expect(rule).toContain("id: 'data/unencrypted-volume'")
  expect(existsSync(join(folder, 'test/rules/data/unencrypted-volume/bad.tf'))).toBe(true)
  expect(existsSync(join(folder, 'test/rules/data/unencrypted-volume/ok.tf'))).toBe(true)
  expect(existsSync(join(folder, 'test/rules/data/unencrypted-volume/expected.txt'))).toBe(true)
  const again = newRule('data/unencrypted-volume')
  expect(again).toMatchObject({ status: 1, stderr: 'src/rules/data/unencrypted-volume.ts exists already\n' })
})

test('an id that is none is refused in one line', () => {
  for (const id of ['', 'unencrypted-volume', '../../x', 'Data/x', 'nothing/x']) {
    const { status, stderr } = newRule(id)
    expect([id, status, stderr.trim().split('\n').length]).toEqual([id, 1, 1])
  }
})
