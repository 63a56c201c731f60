import { afterEach, describe, expect, test, vi } from 'vitest'
import { Analysis } from '../../src/core/analysis.ts'
import type { Finding, Report } from '../../src/core/finding.ts'
import { findPrincipals } from '../../src/iam/principals.ts'
import { run } from '../../src/run.ts'
import { fake } from '../support/placeholders.ts'
import { Repository } from '../support/repository.ts'

/** What stands at both ends is no news, however it got there. */
const repositories: Repository[] = []
afterEach(() => {
  vi.restoreAllMocks()
  for (const repository of repositories.splice(0)) repository.dispose()
})

type Files = Record<string, string>
type Change = (repository: Repository) => void

const settings = (root: string) => ({
  root,
  policyFrom: 'repository' as const,
  paths: [],
  pathsIgnore: [],
  today: '2026-10-01',
  now: () => 0,
  env: process.env,
})

function made(before: Files, change: Change): { repository: Repository; base: string } {
  const repository = new Repository()
  repositories.push(repository)
  const base = repository.commit('before', before)
  change(repository)
  return { repository, base }
}

/** The change as a pull request of one commit. */
async function merged(before: Files, change: Change): Promise<Report> {
  const { repository, base } = made(before, change)
  repository.commit('after')
  return await run({ ...settings(repository.root), scope: { kind: 'range', base, head: 'HEAD' } })
}

/** The change as it stands before it is committed. */
async function staged(before: Files, change: Change): Promise<Report> {
  const { repository } = made(before, change)
  repository.git('add', '--all')
  return await run({ ...settings(repository.root), scope: { kind: 'staged' } })
}

const news = ({ findings }: Report): string[] =>
  findings.filter(({ state }) => state === 'new').map(({ ruleId, location }) => `${location.uri} ${ruleId}`)

const PAIR = `AWS_ACCESS_KEY_ID=${fake('AWS_ID')}\nAWS_SECRET_ACCESS_KEY=${fake('AWS_SECRET')}\n`

/** Each is found, most of them by two rules. */
const KNOWN: Files = {
  'pair.sh': `#!/bin/sh\nexport ${PAIR.replace('\n', '\nexport ')}`,
  'token.sh': `#!/bin/sh\nexport GITHUB_TOKEN=${fake('GITHUB_TOKEN')}\n`,
  'address.sh': `#!/bin/sh\nexport U=postgres://app:${fake('PASSWORD')}@db.acme-internal.net/x\n`,
  Dockerfile: `FROM scratch\nENV DB_PASSWORD=${fake('PASSWORD')}\n`,
  '.github/workflows/w.yml': `on: push\njobs:\n  j:\n    runs-on: x\n    env:\n      API_TOKEN: ${fake('GITHUB_TOKEN', 'w')}\n    steps: []\n`,
  'key.pem': fake('PRIVATE_KEY'),
  'admin.json': '{"Version": "2012-10-17",\n "Statement": [{"Effect": "Allow",\n "Action": "*",\n "Resource": "*"}]}\n',
  'role.yaml':
    'Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Statement:\n          - Effect: Allow\n            Principal: "*"\n            Action: sts:AssumeRole\n',
}

const each = (change: (path: string, text: string) => void): void =>
  Object.entries(KNOWN).forEach(([path, text]) => {
    change(path, text)
  })

const CHANGES: Record<string, Change> = {
  'another mode': (repository) => each((path) => repository.chmod(path, 0o755)),
  'other line ends': (repository) => each((path, text) => repository.write({ [path]: text.replaceAll('\n', '\r\n') })),
  'blanks at the ends of lines': (repository) =>
    each((path, text) => repository.write({ [path]: text.replaceAll('\n', '  \n') })),
  'another folder': (repository) => each((path, text) => repository.write({ [`moved/${path}`]: text }).remove(path)),
  'an added link': (repository) => each((path) => repository.link(`links/${path}`, linkTo(path))),
}

/** From `links/a/b` up to the root and down to `a/b`. */
function linkTo(path: string): string {
  return `${'../'.repeat(path.split('/').length)}${path}`
}

test.each(Object.entries(CHANGES))('%s is no news', async (_, change) => {
  const report = await merged(KNOWN, change)
  expect(news(report)).toEqual([])
  expect(report.verdict).toBe('pass')
  expect(news(await staged(KNOWN, change))).toEqual([])
})

test('each of them is news where it is added', async () => {
  const report = await merged({ 'README.md': '#\n' }, (repository) => void repository.write(KNOWN))
  const uris = new Set(report.findings.filter(({ state }) => state === 'new').map(({ location }) => location.uri))
  expect([...uris].sort()).toEqual(Object.keys(KNOWN).sort())
})

test('other line ends and blanks at the ends of lines leave a key in the baseline and under its allow entry', async () => {
  const key = fake('PRIVATE_KEY')
  const scan = async (text: string, policy: Files = {}): Promise<Finding> => {
    const repository = new Repository()
    repositories.push(repository)
    repository.commit('all', { 'k.pem': text, ...policy })
    const baseline = 'known.json' in policy ? { baseline: 'known.json' } : {}
    const { findings } = await run({ ...settings(repository.root), ...baseline, scope: { kind: 'path', path: '.' } })
    return findings.find(({ ruleId }) => ruleId === 'credentials/private-key')!
  }
  const { fingerprint } = await scan(key)
  const forms = [key.replaceAll('\n', '\r\n'), key.replaceAll('\n', ' \n'), key.replaceAll('\n', '\t\r\n')]
  const baseline = JSON.stringify({
    version: 1,
    findings: [{ fingerprint, rule: 'credentials/private-key', path: 'k.pem', note: '' }],
  })
  const allow = `allow:\n  - fingerprint: ${fingerprint}\n    reason: known\n`
  for (const form of forms) {
    expect((await scan(form)).fingerprint).toBe(fingerprint)
    expect((await scan(form, { 'known.json': baseline })).suppression?.mechanism).toBe('baseline')
    expect((await scan(form, { '.keylatch.yml': allow })).suppression?.mechanism).toBe('allow')
  }
})

const role = (name: string, action: string) => `resource "aws_iam_role" "${name}" {
  name = "${name}"
}
resource "aws_iam_role_policy" "${name}" {
  role   = aws_iam_role.${name}.name
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "${action}", Resource = "*" }] })
}
`

test('the principals of a unit are found once at each end', async () => {
  const asked = vi.spyOn(Analysis.prototype, 'of')
  const before = { 'a/main.tf': role('a', '*'), 'b/main.tf': role('b', 's3:*') }
  const report = await merged(before, (repository) => {
    repository.write({ 'a/main.tf': role('a', 'iam:*'), 'b/main.tf': role('b', '*') })
  })
  expect(news(report)).toEqual(['b/main.tf iam/full-admin'])
  expect(report.permissionChanges).toHaveLength(1)
  // An analysis answers each question once (its own test), so as many as there are were made.
  const found = asked.mock.contexts.filter((_, at) => asked.mock.calls[at]![0] === (findPrincipals as never))
  expect(new Set(found).size).toBe(4)
})

const bucketPolicy = (...names: string[]) => `${names.map((name) => `variable "${name}" {}\n`).join('')}
resource "aws_iam_policy" "p" {
  policy = jsonencode({ Statement = [
    ${names.map((name) => `{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::\${var.${name}}/*" }`).join(',\n    ')}
  ] })
}
`

describe('two things that are not known are two', () => {
  const changes = async (before: string, after: string) =>
    (await merged({ 'main.tf': before }, (repository) => void repository.write({ 'main.tf': after }))).permissionChanges

  test('where one is added beside the other', async () => {
    const [change] = await changes(bucketPolicy('a'), bucketPolicy('a', 'b'))
    expect(change?.details).toEqual(['further `s3:GetObject` on `arn:aws:s3:::…/*`'])
  })

  test('where one takes the place of the other', async () => {
    expect(await changes(bucketPolicy('a'), bucketPolicy('b'))).toHaveLength(1)
  })

  test('and the same one is the same, wherever it stands', async () => {
    expect(await changes(bucketPolicy('a', 'b'), bucketPolicy('b', 'a'))).toEqual([])
  })

  test('as principals too', async () => {
    const trust = (...accounts: string[]) => `${accounts.map((name) => `variable "${name}" {}\n`).join('')}
resource "aws_iam_role" "r" {
  name               = "r"
  assume_role_policy = jsonencode({ Statement = [
    ${accounts.map((name) => `{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::\${var.${name}}:root" } }`).join(',\n    ')}
  ] })
}
`
    const [change] = await changes(trust('a'), trust('a', 'b'))
    expect(change?.details).toEqual(['newly lets in `arn:aws:iam::…:root` (`sts:AssumeRole`)'])
  })
})

describe('what values and switches bring', () => {
  const weights = ({ findings }: Report): string[] =>
    findings
      .filter(({ state }) => state === 'new')
      .map(({ ruleId, severity, location }) => `${location.uri} ${ruleId} ${severity}`)
  const policy = (condition: object): string =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'dynamodb:DeleteTable', Resource: '*', ...condition }],
    })
  const guarded = { Condition: { StringEquals: { 'aws:ResourceTag/team': 'web' } } }
  const made = (count: string, action = '"*"'): string =>
    `variable "create" { default = false }\nvariable "x" { default = "s3:ListAllMyBuckets" }\nresource "aws_iam_role_policy" "p" {\n${count}  role = "app"\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ${action}, Resource = "*" }] })\n}\n`

  test('a condition that is gone is told by what it held back', async () => {
    const report = await merged({ 'p.json': policy(guarded) }, (one) => one.write({ 'p.json': policy({}) }))
    expect(weights(report)).toEqual(['p.json iam/resource-wildcard medium'])
  })

  test('what was off by default is new where a file switches it on', async () => {
    const report = await merged({ 'main.tf': made('  count = var.create ? 1 : 0\n') }, (one) =>
      one.write({ 'prod.auto.tfvars': 'create = true\n' }),
    )
    expect(weights(report)).toEqual(['main.tf iam/full-admin critical'])
  })

  test('a variable file that comes is news by what it brings alone', async () => {
    const before = { 'main.tf': made('', 'var.x'), 'env/dev.tfvars': 'create = false\n' }
    const wide = await merged(before, (one) => one.write({ 'env/prod.tfvars': 'x = "*"\n' }))
    expect(weights(wide)).toEqual(['main.tf iam/full-admin critical'])
    const same = await merged(before, (one) => one.write({ 'env/prod.tfvars': 'x = "s3:ListAllMyBuckets"\n' }))
    expect({ news: weights(same), permits: same.permissionChanges }).toEqual({ news: [], permits: [] })
  })
})
