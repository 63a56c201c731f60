import assert from 'node:assert/strict'
import {
  AttachRolePolicyCommand,
  CreateAccessKeyCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
} from '@aws-sdk/client-iam'
import { ACCOUNT_CALLS, type AwsCall, permissionOf } from '../../src/account/calls.ts'
import type { AccountSnapshot } from '../../src/account/snapshot.ts'
import { collectAccount } from '../../src/io/aws/account/collect.ts'
import { judgeAccount, missingAnswers } from '../../src/run/account.ts'
import { DEFAULT_CONFIG } from '../../src/scan/config.ts'
import { startDenying } from './denying.ts'
import { furnish } from './furnish.ts'
import { ACCOUNT, CREDENTIALS, REGION, sessionAt } from './session.ts'

const ROLES = Number(process.env.KEYLATCH_MOTO_ROLES ?? 3000)

/** `keylatch account` against an AWS that is not ours: everything it asks, page by page, and with each permission denied once. */
export async function auditFlow(url: string, aws: string | undefined): Promise<void> {
  Object.assign(process.env, { AWS_ENDPOINT_URL_IAM: url })
  const iam = new IAMClient({ region: REGION, credentials: CREDENTIALS })
  await makeAccount(iam)
  const bare = (await collect(url)).snapshot
  await requireTold(bare, WRONG, [])
  if (aws) furnish(url, aws)
  const furnished = aws ? (await collect(url)).snapshot : bare
  const unanswered = new Set(furnished.missing.map(({ call }) => call))
  await eachDenied(url, unanswered)
  await makeRoles(iam)
  iam.destroy()
  const { snapshot, counts } = await collect(url)
  console.log(
    `moto: ${counts.requests} requests, ${snapshot.records.length} records; not answered: ${[...unanswered].join(', ') || 'nothing'}`,
  )
  const roles = snapshot.records.filter(({ type }) => type === 'aws_iam_role')
  assert(roles.length >= ROLES, `${roles.length} roles`)
  const told = await requireTold(
    snapshot,
    aws ? LASTING : WRONG,
    aws ? WRONG.filter((one) => !LASTING.includes(one)) : [],
  )
  console.log(
    `moto: ${told} findings, those that were made among them${aws ? ', and none of what was put in order' : ''}`,
  )
}

/** What nobody puts in order. */
const LASTING = [
  `trust/any-principal arn:aws:iam::${ACCOUNT}:role/open`,
  `iam/full-admin arn:aws:iam::${ACCOUNT}:policy/everything`,
]
/** And what is wrong in an account that somebody has just opened. */
const WRONG = [
  ...LASTING,
  `account/no-guardduty arn:aws:guardduty::${ACCOUNT}:detector`,
  `account/no-trail arn:aws:cloudtrail::${ACCOUNT}:trail`,
  `account/ebs-encryption arn:aws:ec2::${ACCOUNT}:ebs-encryption-by-default`,
]

async function requireTold(
  snapshot: AccountSnapshot,
  wanted: readonly string[],
  not: readonly string[],
): Promise<number> {
  const { findings } = await judgeAccount(snapshot, DEFAULT_CONFIG)
  const told = new Set(findings.map(({ ruleId, location }) => `${ruleId} ${location.uri}`))
  for (const one of wanted) assert(told.has(one), `not found: ${one}`)
  for (const one of not) assert(!told.has(one), `still found: ${one}`)
  return findings.length
}

/** What moto has no operation for it answers with 5xx, which is not worth trying again. */
const LIMITS = { attempts: 2, firstWait: 10, longestWait: 20 }

const collect = (url: string) => collectAccount(sessionAt(url), { now: new Date(), regions: [REGION], limits: LIMITS })

/** One notification, which names the permission, and everything else as before. */
async function eachDenied(url: string, unanswered: ReadonlySet<string>): Promise<void> {
  const proxy = await startDenying(url)
  let tried = 0
  try {
    for (const call of ACCOUNT_CALLS as readonly AwsCall[]) {
      // What moto has no operation for is tried in test/io/aws/account.
      if (unanswered.has(call.name)) continue
      proxy.deny(call)
      const { snapshot } = await collect(proxy.url)
      const told = missingAnswers(snapshot.missing.filter((one) => !unanswered.has(one.call)))
      if (proxy.denied() === 0) continue
      assert.equal(told.length, 1, `${call.name}: ${told.map(({ message }) => message).join('; ')}`)
      assert(told[0]!.message.includes(`${permissionOf(call)} is not permitted`), told[0]!.message)
      tried++
    }
  } finally {
    await proxy.close()
  }
  console.log(`moto: ${tried} permissions denied, one at a time: each is told, and the rest goes on`)
}

/** More than a page of IAM. */
async function makeRoles(iam: IAMClient): Promise<void> {
  const service = trust({ Service: 'lambda.amazonaws.com' })
  for (let at = 0; at < ROLES; at += 50) {
    const names = Array.from({ length: Math.min(50, ROLES - at) }, (_, index) => `role-${at + index}`)
    await Promise.all(
      names.map((RoleName) => iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: service }))),
    )
  }
}

const trust = (Principal: object | string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }] })

async function makeAccount(iam: IAMClient): Promise<void> {
  const service = trust({ Service: 'lambda.amazonaws.com' })
  await iam.send(new CreateRoleCommand({ RoleName: 'admin', AssumeRolePolicyDocument: service }))
  // moto knows AWS's own policies only where it is told to load them.
  // keylatch:ignore iam/full-admin -- what the audit has to find, in moto alone
  const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }
  const { Policy } = await iam.send(
    new CreatePolicyCommand({ PolicyName: 'everything', PolicyDocument: JSON.stringify(everything) }),
  )
  await iam.send(new AttachRolePolicyCommand({ RoleName: 'admin', PolicyArn: Policy!.Arn! }))
  await iam.send(new CreateRoleCommand({ RoleName: 'open', AssumeRolePolicyDocument: trust({ AWS: '*' }) }))
  await iam.send(new CreateUserCommand({ UserName: 'anna' }))
  await iam.send(new CreateAccessKeyCommand({ UserName: 'anna' }))
}
