import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeBesideScanned, writeTextFile } from '../../src/io/text-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'keylatch-text-file-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a file is replaced, folders are made', () => {
  const path = join(folder, 'deep', 'report.json')
  writeTextFile(path, 'one')
  writeTextFile(path, ['t', 'w', 'o'])
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

test('in a scanned tree no link is written through', () => {
  const [tree, outside, target] = [join(folder, 'tree'), join(folder, 'outside'), join(folder, 'victim')]
  mkdirSync(tree)
  mkdirSync(outside)
  writeFileSync(target, 'old')
  symlinkSync(target, join(tree, 'report.sarif'))
  symlinkSync(outside, join(tree, 'out'))
  symlinkSync(join(folder, 'nowhere'), join(tree, 'dangling'))
  writeBesideScanned(tree, join(tree, 'report.sarif'), 'new')
  expect(readFileSync(target, 'utf8')).toBe('old')
  expect(readFileSync(join(tree, 'report.sarif'), 'utf8')).toBe('new')
  for (const path of ['out/report.sarif', 'out/deep/report.sarif', 'dangling/report.sarif']) {
    expect(() => writeBesideScanned(tree, join(tree, path), 'new')).toThrow(/cannot be written/)
  }
  expect([existsSync(join(outside, 'deep')), existsSync(join(folder, 'nowhere'))]).toEqual([false, false])
  writeBesideScanned(tree, join(tree, 'new', 'deep', 'report.sarif'), 'new')
  writeBesideScanned(tree, join(outside, 'report.sarif'), 'new')
  expect(readFileSync(join(outside, 'report.sarif'), 'utf8')).toBe('new')
})
