import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wholeText } from '../../src/core/text.ts'
import type { FrontEnd } from '../../src/frontends/front-end.ts'
import { yamlDocuments } from '../../src/languages/yaml/yaml.ts'
import { fake } from '../support/placeholders.ts'

const SCRIPTS = fileURLToPath(new URL('../../scripts/', import.meta.url))
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keylatch-new-rule-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const begin = (script: string, ...words: string[]) =>
  spawnSync(process.execPath, ['--import', TSX, join(SCRIPTS, script), ...words], { cwd: folder, encoding: 'utf8' })
const newRule = (...words: string[]) => begin('new-rule.ts', ...words)
const text = (path: string) => readFileSync(join(folder, path), 'utf8')
const fixtures = (id: string) => readdirSync(join(folder, 'test/rules', id)).sort()

test('a new rule begins with its file and its fixtures in Terraform and CloudFormation, and is never written over', () => {
  expect(newRule('data/unencrypted-volume').status).toBe(0)
  expect(text('src/rules/data/unencrypted-volume.ts')).toContain("id: 'data/unencrypted-volume'")
  const names = ['bad.tf', 'bad.yaml', 'expected.txt', 'ok.tf', 'ok.yaml', 'unknown.tf', 'unknown.yaml']
  expect(fixtures('data/unencrypted-volume')).toEqual(names)
  const again = newRule('data/unencrypted-volume')
  expect(again).toMatchObject({ status: 1, stderr: 'src/rules/data/unencrypted-volume.ts exists already\n' })
})

test('a rule about policies begins with every format, and with what cannot be known', () => {
  const { stdout } = newRule('trust/any-tenant')
  const names = ['bad.json', 'bad.tf', 'bad.yaml', 'ok.json', 'ok.tf', 'ok.yaml', 'unknown.tf', 'unknown.yaml']
  expect(fixtures('trust/any-tenant')).toEqual([...names, 'expected.txt'].sort())
  for (const name of names) expect(stdout).toContain(name)
})

test('a danger begins with its file, the words of its rule, and the same fixtures', () => {
  expect(begin('new-danger.ts', 'reads-logs').status).toBe(0)
  expect(text('src/iam/dangers/reads-logs.ts')).toContain('export const readsLogs: Danger<ActionGrant>')
  expect(fixtures('iam/reads-logs')).toEqual(fixtures('trust/any-tenant'))
  expect(begin('new-danger.ts', 'reads-logs')).toMatchObject({ status: 1 })
})

test('a front end begins with its folder, which reads documents of its own', async () => {
  expect(begin('new-front-end.ts', 'nomad-pack').status).toBe(0)
  const ours = join(folder, 'src/frontends')
  expect(readdirSync(join(ours, 'nomad-pack')).sort()).toEqual(['index.ts', 'nomad-pack.ts'])
  for (const name of ['core', 'aws', 'extract', 'languages', 'secrets']) {
    symlinkSync(join(SCRIPTS, '../src', name), join(folder, 'src', name), 'junction')
  }
  cpSync(join(SCRIPTS, '../src/frontends/front-end.ts'), join(ours, 'front-end.ts'))
  const { default: frontEnd } = await import(pathToFileURL(join(ours, 'nomad-pack/index.ts')).href)
  const [format] = (frontEnd as FrontEnd).documents!
  const text = wholeText({ uri: 'a/job.json', text: `{"nomad-pack": {"db_password": "${fake('PASSWORD')}"}}` })
  const [document] = yamlDocuments(text).values
  expect([format!.mayBe(text.value, 'a/job.json'), format!.owns(document!, 'a/job.json')]).toEqual([true, true])
  const { nodes } = format!.read(document!, text, 'a/job.json', { paths: [], has: () => false, read: () => undefined })
  expect(nodes).toMatchObject([{ kind: 'setting', anchor: 'job.json', name: { value: 'db_password' } }])
})

test('a front end is called by a name, and is never written over', () => {
  for (const name of ['', 'Nomad', '../nomad', 'nomad-pack']) {
    const { status, stderr } = begin('new-front-end.ts', name)
    expect([name, status, stderr.trim().split('\n').length]).toEqual([name, 1, 1])
  }
})

test('an id that is none is refused in one line', () => {
  for (const id of ['', 'unencrypted-volume', '../../x', 'Data/x', 'nothing/x']) {
    const { status, stderr } = newRule(id)
    expect([id, status, stderr.trim().split('\n').length]).toEqual([id, 1, 1])
  }
})
