import { lstatSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { writeTextFile } from '../../src/io/text-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'keylatch-text-file-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a file is replaced, folders are made', () => {
  const path = join(folder, 'deep', 'report.json')
  writeTextFile(path, 'one')
  writeTextFile(path, 'two')
  expect(readFileSync(path, 'utf8')).toBe('two')
})

// As root, renaming over /dev/null would take it away from the whole machine; a link stands for it here.
test('what is no file is written to, not replaced', () => {
  const [target, link] = [join(folder, 'target'), join(folder, 'link')]
  writeFileSync(target, 'old')
  symlinkSync(target, link)
  writeTextFile(link, 'new')
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  expect(readFileSync(target, 'utf8')).toBe('new')
})
