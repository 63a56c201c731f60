import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseSnapshot } from '../../src/account/snapshot.ts'
import { action, keylatch } from '../support/dist.ts'
import { type AccountServer, startAccount } from '../support/loopback/account.ts'
import { BAD_ACCOUNT } from '../support/loopback/account-answers.ts'
import { ACCOUNT, addUserKey, makeCloud, permits, ROLE_ARN } from '../support/loopback/cloud.ts'
import { startOidc } from '../support/loopback/oidc.ts'
import { startSts } from '../support/loopback/sts.ts'
import { Repository } from '../support/repository.ts'
import { type Event, pullRequest, schedule } from './support/events.ts'

const folder = mkdtempSync(join(tmpdir(), 'keylatch-test-account-'))
const repository = new Repository()
const cloud = makeCloud()
const auditor = addUserKey(cloud, 'auditor')
const closing: (() => Promise<void>)[] = []
let aws: AccountServer
let env: Record<string, string>

beforeAll(async () => {
  const oidc = await startOidc()
  const sts = await startSts(cloud, oidc.publicKey)
  aws = await startAccount(BAD_ACCOUNT, (id) => {
    const key = cloud.keys.get(id)
    return key && { secret: key.secret, may: (permission) => permits(key, permission, '*') }
  })
  env = { ...oidc.env, AWS_ENDPOINT_URL: aws.url, AWS_ENDPOINT_URL_STS: sts.url, AWS_EC2_METADATA_DISABLED: 'true' }
  closing.push(oidc.close, sts.close, aws.close)
  repository.commit('base', { 'README.md': '# shop\n' })
})
afterAll(async () => {
  repository.dispose()
  rmSync(folder, { recursive: true, force: true })
  await Promise.all(closing.map((close) => close()))
})

test('keylatch account asks with one’s own credentials, tells places as ARNs, and what it saved says the same', async () => {
  const file = join(folder, 'account.json')
  const own = { AWS_ACCESS_KEY_ID: auditor.id, AWS_SECRET_ACCESS_KEY: auditor.secret, AWS_REGION: 'us-east-1' }
  const live = await keylatch(['account', '--save', file], { cwd: folder, env: { ...env, ...own }, apart: true })
  expect({ exitCode: live.exitCode, stderr: live.stderr }).toEqual({ exitCode: 1, stderr: '' })
  expect(live.stdout).toMatch(new RegExp(`arn:aws:iam::${ACCOUNT}:root · account/root-keys`))
  expect(live.stdout).toContain('nothing was changed')
  expect(parseSnapshot(readFileSync(file, 'utf8'), file)).toMatchObject({
    account: ACCOUNT,
    alias: 'shop',
    missing: [],
  })
  const saved = await keylatch(['practices', '--account', file], { cwd: repository.root, apart: true })
  expect(saved.stdout).toMatch(/^\[x\] {2}\[ \] No root access keys, no root use \(account: \d+\)$/m)
  expect(saved.stdout).toMatch(/^Account: \d+ met, \d+ not met/m)
})

const audited = (event: Event) =>
  action(
    repository.root,
    { ...event, env },
    { 'role-to-assume': ROLE_ARN, 'aws-region': 'us-east-1', 'audit-account': 'true' },
  )

test('audit-account looks at the account on a schedule, with a session that may do what is asked and no more', async () => {
  aws.calls.length = 0
  const { exitCode, report } = await audited(schedule)
  expect(exitCode).toBe(1)
  expect(aws.calls.filter((line) => / AccessDenied$/.test(line))).toEqual([])
  expect(aws.calls.length).toBeGreaterThan(50)
  expect(report.findings.map(({ ruleId }) => ruleId)).toContain('account/root-keys')
})

test('and not for a pull request, whose author need not read it', async () => {
  aws.calls.length = 0
  const base = repository.git('rev-parse', 'HEAD').trim()
  const head = repository.commit('more', { 'a.md': 'a\n' })
  const { exitCode, report } = await audited(pullRequest(base, head))
  expect({ exitCode, calls: aws.calls }).toEqual({ exitCode: 0, calls: [] })
  expect(report.notifications.map(({ message }) => message).join('\n')).toContain('audit-account')
})
