import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { afterAll, expect, test } from 'vitest'
import type { Report } from '../../src/core/finding.ts'
import { run } from '../../src/run.ts'
import { fake } from '../support/placeholders.ts'
import { zip } from '../support/zip.ts'

const PAIR = `AWS_ACCESS_KEY_ID=${fake('AWS_ID')}\nAWS_SECRET_ACCESS_KEY=${fake('AWS_SECRET')}\n`
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function scanned(name: string, bytes: Buffer): Promise<Report> {
  return await run({ ...settings(tmpdir()), scope: { kind: 'stdin', bytes, name } })
}

function settings(root: string) {
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

const places = ({ findings }: Report) =>
  findings.map(({ ruleId, location }) => `${location.uri}:${location.region.startLine} ${ruleId}`)

async function tar(files: Record<string, string | Buffer>): Promise<Buffer> {
  const archive = pack()
  for (const [name, text] of Object.entries(files)) archive.entry({ name }, text)
  archive.finalize()
  const parts: Buffer[] = []
  for await (const part of archive) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

test.each(['app.jar', 'a.whl', 'a.nupkg', 'a.docx', 'a.xlsx', 'function.zip', 'no-name-at-all'])(
  'a zip called %s',
  async (name) => {
    const report = await scanned(name, zip({ 'README.md': 'x', 'config/prod.env': `a\nb\n${PAIR}` }))
    expect(places(report)).toEqual([`${name}!config/prod.env:3 credentials/aws-access-key`])
    expect(JSON.stringify(report)).not.toContain(fake('AWS_SECRET'))
  },
)

test('a zip behind a script', async () => {
  const bytes = Buffer.concat([Buffer.from('#!/usr/bin/env python3\n'), zip({ 'm.env': PAIR }, 23)])
  expect(places(await scanned('app.pex', bytes))).toContain('app.pex!m.env:1 credentials/aws-access-key')
})

test('a tar, one in gzip, and archives in archives', async () => {
  const inner = await tar({ 'dir/k.env': PAIR })
  expect(places(await scanned('a.tar', inner))).toEqual(['a.tar!dir/k.env:1 credentials/aws-access-key'])
  expect(places(await scanned('a.tgz', gzipSync(inner)))).toEqual(['a.tgz!dir/k.env:1 credentials/aws-access-key'])
  expect(places(await scanned('a.zip', zip({ 'b.tar.gz': gzipSync(inner) })))).toEqual([
    'a.zip!b.tar.gz!dir/k.env:1 credentials/aws-access-key',
  ])
})

/** As they begin; what follows is data. */
const PACKED: Readonly<Record<string, string>> = {
  bzip2: 'BZh91AY&SY',
  xz: '\xfd7zXZ\0\0\x04',
  zstd: '\x28\xb5\x2f\xfd\x04',
  '7z': '7z\xbc\xaf\x27\x1c\0\x04',
  rar: 'Rar!\x1a\x07\x01\0',
  lz4: '\x04\x22\x4d\x18\x64',
  lzip: 'LZIP\x01\x0c',
  compress: '\x1f\x9d\x90',
}

test.each(Object.entries(PACKED))(
  'what is packed as %s is told as not read, and looked at as it stands',
  async (name, begin) => {
    const bytes = Buffer.concat([Buffer.from(begin, 'latin1'), Buffer.from(`\n${PAIR}`)])
    const told = `packed as ${name}, which is not read`
    for (const report of [await scanned('dump', bytes), await scanned('a.zip', zip({ dump: bytes }))]) {
      const unread = report.findings.find(({ ruleId }) => ruleId === 'scan/unread')
      expect(unread).toMatchObject({ severity: 'medium', properties: { limit: 'archive-packing' } })
      expect(unread?.message).toContain(told)
      expect(report.findings.map(({ ruleId }) => ruleId)).toContain('credentials/aws-access-key')
    }
  },
)

test('files of a zip that are encrypted are told as not read', async () => {
  const plain = zip({ 'a.env': PAIR })
  // The first bit of the flags, in the list at the end and before the file.
  for (const [magic, at] of [
    ['PK\x03\x04', 6],
    ['PK\x01\x02', 8],
  ] as const)
    plain[plain.indexOf(magic, 0, 'latin1') + at]! |= 1
  const { findings } = await scanned('a.zip', plain)
  expect(findings.map(({ ruleId, properties }) => `${ruleId} ${properties.limit}`)).toContain(
    'scan/unread archive-encrypted',
  )
})

test('a plan of Terraform is judged by the configuration that it holds', async () => {
  const policy = '{ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] }'
  const code = `resource "aws_iam_role_policy" "a" {\n  role   = "r"\n  policy = jsonencode(${policy})\n}\n`
  const plan = zip({ tfplan: 'x', tfstate: '{"version":4}', 'tfconfig/m-/main.tf': code })
  expect(places(await scanned('plan.out', plan))).toEqual(['plan.out!tfconfig/m-/main.tf:3 iam/full-admin'])
})

test.each([
  ['holds archives deeper than is read', nested(6), 'archive-depth'],
  [
    'is broken',
    Buffer.from(zip({ a: PAIR }).toString('latin1').replace('PK\x01\x02', 'PK\x01\x03'), 'latin1'),
    'archive-broken',
  ],
])('an archive that %s ends, and that is told', async (_, bytes, limit) => {
  const { findings } = await scanned('bomb.zip', bytes)
  expect(findings.map(({ ruleId, properties }) => `${ruleId} ${properties.limit}`)).toContain(`scan/unread ${limit}`)
})

function nested(depth: number): Buffer {
  let bytes = zip({ 'k.env': PAIR })
  for (let level = 0; level < depth; level++) bytes = zip({ 'n.zip': bytes })
  return bytes
}

test('what stood in the archive at the base is no news, what a commit on the way put into it is', async () => {
  const root = mkdtempSync(join(tmpdir(), 'keylatch-archives-'))
  folders.push(root)
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: root })
  const commit = async (files: Record<string, string>) => {
    const { writeFileSync } = await import('node:fs')
    writeFileSync(join(root, 'app.jar'), zip(files))
    git('add', '-A')
    git('commit', '-qm', 'x')
  }
  git('init', '-q')
  await commit({ 'old.env': PAIR })
  await commit({ 'old.env': PAIR, 'new.env': `T=${fake('GITHUB_TOKEN')}\n` })
  await commit({ 'old.env': PAIR, 'readme.txt': 'x' })
  const report = await run({ ...settings(root), scope: { kind: 'range', base: 'HEAD~2', head: 'HEAD' } })
  expect(report.findings.map(({ ruleId, location, state, atHead }) => [ruleId, location.uri, state, atHead])).toEqual([
    ['credentials/github-token', 'app.jar!new.env', 'new', false],
    ['credentials/aws-access-key', 'app.jar!old.env', 'existing', true],
  ])
})
