import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expand } from './placeholders.ts'

/** How a generated repository keeps its objects. */
type Storage = 'loose' | 'packed' | 'many packs' | 'alternates' | 'sha256'
export const STORAGES: readonly Storage[] = ['loose', 'packed', 'many packs', 'alternates', 'sha256']

interface GeneratedHistory {
  readonly root: string
  readonly commits: number
  dispose(): void
}

/**
 * A repository with a history made of a number: files of the kinds that front ends read, edited the way people and attackers do.
 * Secrets come in whole and in halves, move within a file and between files, are taken apart, wrapped, encoded and taken away;
 * branches change the same files and are merged.
 */
export function generateHistory(seed: number, storage: Storage): GeneratedHistory {
  const folder = mkdtempSync(join(tmpdir(), 'keylatch-history-'))
  const root = join(folder, 'repository')
  const git = (cwd: string, words: readonly string[], input = '') => {
    const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' }
    const { status, stderr } = spawnSync('git', words, { cwd, input, env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`)
  }
  const format = storage === 'sha256' ? ['--object-format=sha256'] : []
  git(folder, ['init', '--quiet', '--initial-branch=main', ...format, root])
  const random = createRandom(seed)
  const { stream, commits } = commitsOf(random)
  const marks = [`--import-marks-if-exists=${join(folder, 'marks')}`, `--export-marks=${join(folder, 'marks')}`]
  const parts = storage === 'many packs' ? stream : [stream.join('')]
  for (const part of parts) {
    const unpack = storage === 'loose' ? 'fastimport.unpackLimit=100000' : 'fastimport.unpackLimit=1'
    git(root, ['-c', unpack, 'fast-import', '--quiet', '--force', ...marks], part)
  }
  if (storage === 'packed') git(root, ['repack', '-adfq', '--depth=50'])
  git(root, ['reset', '--quiet', '--hard', 'main'])
  if (storage === 'alternates') {
    const other = join(folder, 'borrower')
    git(folder, ['clone', '--quiet', '--shared', root, other])
    return { root: other, commits, dispose: () => rmSync(folder, { recursive: true, force: true }) }
  }
  writeFileSync(join(root, '.git/description'), `generated from ${seed}\n`)
  return { root, commits, dispose: () => rmSync(folder, { recursive: true, force: true }) }
}

type Random = (below: number) => number

function createRandom(seed: number): Random {
  let state = (seed * 2654435761) >>> 0 || 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[random(list.length)]!
}

type Files = Map<string, string>

/** Texts for `git fast-import`, one a commit. */
function commitsOf(random: Random): { stream: string[]; commits: number } {
  const stream: string[] = []
  const tips: { name: string; files: Files; mark: number }[] = [{ name: 'main', files: new Map(), mark: 0 }]
  const count = 8 + random(10)
  for (let index = 1; index <= count; index++) {
    const onSide = index > 2 && random(4) === 0
    if (onSide && !tips[1]) tips.push({ name: 'side', files: new Map(tips[0]!.files), mark: tips[0]!.mark })
    const tip = onSide ? tips[1]! : tips[0]!
    const merged = !onSide && tips[1] && random(3) === 0 ? tips[1] : undefined
    const before = new Map(tip.files)
    if (merged)
      for (const [path, text] of merged.files) if (random(2) || !tip.files.has(path)) tip.files.set(path, text)
    const edits = index === 1 ? 6 : merged ? random(2) : 1 + random(3)
    for (let edit = 0; edit < edits; edit++) editFiles(tip.files, random)
    const parents = [tip.mark, merged?.mark ?? 0].filter((mark) => mark > 0)
    stream.push(commitText(index, tip.name, { before, files: tip.files, parents }, random))
    tip.mark = index
    if (merged) tips.length = 1
  }
  return { stream, commits: count }
}

interface Step {
  readonly before: Files
  readonly files: Files
  readonly parents: readonly number[]
}

function commitText(index: number, branch: string, { before, files, parents }: Step, random: Random): string {
  const message = random(9) === 0 ? `Step ${index}: ${fresh(random, 'AWS_ID')}` : `Step ${index}`
  const lines = [
    `commit refs/heads/${branch}\nmark :${index}\n`,
    `committer Mona <mona@example.com> ${1_700_000_000 + index * 60} +0000\n`,
    data(message),
  ]
  for (const [at, mark] of parents.entries()) lines.push(`${at === 0 ? 'from' : 'merge'} :${mark}\n`)
  for (const path of before.keys()) if (!files.has(path)) lines.push(`D ${path}\n`)
  for (const [path, text] of files) if (before.get(path) !== text) lines.push(`M 100644 inline ${path}\n`, data(text))
  return `${lines.join('')}\n`
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`
}

/** A made-up secret of a kind; few tags, so that the same one comes again. */
function fresh(random: Random, kind: string): string {
  return expand(`@@${kind}:${random(6)}@@`)
}

const KINDS: readonly (readonly [path: string, text: (random: Random) => string])[] = [
  ['template.yaml', template],
  ['main.tf', terraform],
  ['deploy.sh', script],
  ['app/settings.py', program],
  ['app/stack.ts', stack],
  ['Dockerfile', () => 'FROM scratch\nENV LEVEL=info\nRUN make all\nCMD ["serve"]\n'],
  ['values.yaml', () => 'image:\n  tag: "1.2"\nreplicas: 3\nresources: {}\n'],
  ['config.json', () => '{\n  "name": "shop",\n  "region": "eu-west-1",\n  "retries": 3\n}\n'],
  ['k8s/secret.yaml', manifest],
  ['.github/workflows/ci.yml', workflow],
  ['notes.md', () => '# Notes\n\nHow to deploy:\n\n```sh\nmake deploy\n```\n'],
]

function editFiles(files: Files, random: Random): void {
  const existing = [...files.keys()]
  if (existing.length < 3 || random(6) === 0) {
    const [path, text] = pick(random, KINDS)
    if (!files.has(path)) files.set(path, text(random))
    return
  }
  const path = pick(random, existing)
  const text = files.get(path)!
  const choice = random(20)
  if (choice === 0) files.delete(path)
  else if (choice === 1) moveFile(files, path, random)
  else if (choice === 2) files.set(path, (KINDS.find(([known]) => known === path)?.[1] ?? terraform)(random))
  else if (choice === 3) files.set(path, text.replace(/\n$/, ''))
  else files.set(path, edited(text, random))
}

function moveFile(files: Files, path: string, random: Random): void {
  const text = files.get(path)!
  const to = random(2) ? `old/${path}` : path.replace(/(\.\w+)?$/, `-${random(3)}$1`)
  files.set(to, text)
  if (random(2)) files.delete(path)
}

function edited(text: string, random: Random): string {
  const lines = text.split('\n')
  const at = random(lines.length + 1)
  const indent = /^\s*/.exec(lines[Math.min(at, lines.length - 1)] ?? '')![0]
  switch (random(9)) {
    case 0:
    case 1:
    case 2:
      lines.splice(at, 0, ...secretLines(random).map((line) => (line.startsWith('\0') ? line.slice(1) : indent + line)))
      break
    case 3:
      lines.splice(at, 0, ...plainLines(random).map((line) => indent + line))
      break
    case 4:
      lines.splice(at, 1 + random(2))
      break
    case 5: {
      const moved = lines.splice(at, 1 + random(3))
      lines.splice(random(lines.length + 1), 0, ...moved)
      break
    }
    case 6:
      return renamed(text, random)
    case 7:
      return structured(lines, at, random)
    default: {
      const from = random(lines.length)
      lines[from] = random(2) ? `  ${lines[from]}` : lines[from]!.replace(/^ {2}/, '')
    }
  }
  return lines.join('\n')
}

/** Names become those of secrets and back, and values others. */
function renamed(text: string, random: Random): string {
  const [from, to] = pick(random, [
    ['LEVEL', 'DB_PASSWORD'],
    ['DB_PASSWORD', 'LEVEL'],
    ['region', 'api_token'],
    ['Level', 'DbPassword'],
    ['retries', 'secret'],
    ['info', 'hunter-2-the-second'],
    ['placeholder-value', fresh(random, 'PASSWORD')],
    ['local.level', 'local.other'],
    ['var.size', 'var.password'],
    ['"size"', '"password"'],
  ] as const)
  return random(2) ? text.replaceAll(from, to) : text.replace(from, to)
}

/** What changes the meaning of lines without touching them. */
function structured(lines: string[], at: number, random: Random): string {
  const line = pick(random, [
    '{',
    '}',
    '"',
    '---',
    '# ',
    '/*',
    '*/',
    '<<EOF',
    'EOF',
    '```',
    'environment:',
    'user_data = <<EOF',
    'kind: Secret',
    '#!/bin/sh',
  ])
  lines.splice(random(4) === 0 ? 0 : at, 0, line)
  return lines.join('\n')
}

function secretLines(random: Random): string[] {
  const [id, key, password] = [fresh(random, 'AWS_ID'), fresh(random, 'AWS_SECRET'), fresh(random, 'PASSWORD')]
  return pick<() => string[]>(random, [
    () => [`aws_access_key_id = ${id}`, `aws_secret_access_key = ${key}`],
    () => [`aws_access_key_id = ${id}`],
    () => [`secret: ${key}`],
    () => ['# aws secret'],
    () => [`KEY=${key}`],
    () => [`"${id.slice(0, 9)}" + "${id.slice(9)}"`],
    () => [`"${id.slice(0, 9)}" +`],
    () => [`"${id.slice(9)}"`],
    () => [`data: ${Buffer.from(`id=${id} key=${key} and more`).toString('base64')}`],
    () => [`x = "${[...id].map((c) => `\\x${c.charCodeAt(0).toString(16)}`).join('')}"`],
    () => [`DB_PASSWORD: ${password}`],
    () => ['- Name: DB_PASSWORD', `  Value: ${password}`],
    () => [`  Value: ${password}`],
    () => ['- Name: DB_PASSWORD'],
    () => [`password = "${password}"`],
    () => [`export DB_PASSWORD=${password}`],
    () => [`mysql -u app -p${password} shop`],
    () => [`curl -u app:${password} https://shop.internal/`],
    () => [`url: postgres://app:${password}@db.internal:5432/shop`],
    () => [`ENV DB_PASSWORD ${password}`],
    () => [`default = "${password}"`],
    () => [`Default: ${password}`],
    () => ['\0variable "db_password" {', `\0  default = "${password}"`, '\0}'],
    () => ['\0variable "size" {', `\0  default = "${password}"`, '\0}'],
    () => ['password = var.size'],
    () => [`level = "${password}"`],
    () => ['DB_PASSWORD = local.level'],
    () => [`\0DbPassword: ${password}`],
    () => [fresh(random, 'GITHUB_TOKEN')],
    () => fresh(random, 'PRIVATE_KEY').split('\n'),
    () => fresh(random, 'PRIVATE_KEY').split('\n').slice(0, 9),
    // No front end takes it for a literal, and whether a rule does hangs on the name of the file.
    () => ['pw=`openssl rand -base64 12`'],
  ])()
}

function plainLines(random: Random): string[] {
  return pick(random, [
    ['# a remark'],
    ['LEVEL: info'],
    ['image: registry/shop:1.4', 'replicas: 2'],
    [`checksum: ${expand('@@HEX64@@')}`],
    ['name: shop', 'value: placeholder-value'],
    ['', ''],
    ['The quick brown fox', 'jumps over the lazy dog'],
  ])
}

function template(): string {
  return `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Level:
    Type: String
    Default: info
Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Handler: index.handler
      Environment:
        Variables:
          LEVEL: !Ref Level
  Host:
    Type: AWS::EC2::Instance
    Properties:
      UserData:
        Fn::Base64: |
          #!/bin/bash
          LEVEL=info
          systemctl start shop
`
}

function terraform(): string {
  return `variable "size" {
  type    = string
  default = "small"
}
locals {
  level = "info"
}
resource "aws_instance" "host" {
  instance_type = var.size
  user_data     = <<EOF
#!/bin/bash
LEVEL=info
EOF
}
resource "aws_db_instance" "db" {
  username = "shop"
  password = var.size
}
resource "aws_lambda_function" "worker" {
  environment {
    variables = {
      LEVEL = local.level
    }
  }
}
`
}

function script(): string {
  return '#!/bin/bash\nset -e\nLEVEL=info\nREGION=eu-west-1\nfor host in a b; do\n  ssh "$host" restart\ndone\n'
}

function program(): string {
  return 'import os\n\nLEVEL = os.environ["LEVEL"]\nsettings = {\n    "region": "eu-west-1",\n    "retries": 3,\n}\n'
}

function stack(): string {
  return `import * as lambda from 'aws-cdk-lib/aws-lambda'
const level = 'info'
new lambda.Function(this, 'Worker', {
  environment: {
    LEVEL: level,
  },
})
`
}

function manifest(): string {
  return `apiVersion: v1
kind: Secret
metadata:
  name: shop
stringData:
  LEVEL: info
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  template:
    spec:
      containers:
        - name: shop
          env:
            - name: LEVEL
              value: info
`
}

function workflow(): string {
  return `on: push
jobs:
  build:
    runs-on: ubuntu-latest
    env:
      LEVEL: info
    steps:
      - run: make
      - run: |
          make test
          make publish
`
}
