import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AccountRecord, snapshotParts } from '../../src/account/snapshot.ts'
import { ACTION_COUNT, actionName } from '../../src/aws/actions/catalogue.ts'
import type { Figure } from './figure.ts'
import { type Bench, measureCommand } from './processes.ts'
import { type Random, randomOf } from './texts.ts'

const PRINCIPALS = 10_000
const POLICIES = 50_000
const ACCOUNT = '111122223333'
const TAKEN = '2026-11-01T06:00:00.000Z'
const iam = (rest: string) => `arn:aws:iam::${ACCOUNT}:${rest}`

/** A large account after the calls: everything that it says is read, judged by every rule, and told. */
export async function measureAccount(bench: Bench): Promise<Figure[]> {
  const file = join(bench.temp, 'account.json')
  const records = [...makeAccount(PRINCIPALS, POLICIES, randomOf(1))]
  const head = { account: ACCOUNT, partition: 'aws', takenAt: TAKEN, regions: ['us-east-1'], missing: [] }
  writeFileSync(file, [...snapshotParts({ ...head, records })].join(''))
  const words = [
    'account',
    '--from',
    file,
    '--fail-on',
    'never',
    '--format',
    'sarif',
    '--output',
    join(bench.temp, 'a.sarif'),
  ]
  const what = `an account of ${PRINCIPALS.toLocaleString('en')} principals and ${POLICIES.toLocaleString('en')} policies`
  return await measureCommand(bench, what, words, { seconds: 60, megabytes: 600 })
}

/** Roles of services and pipelines with an inline policy or two and some attached ones; a third of the policies hangs on nobody. */
function* makeAccount(principals: number, policies: number, random: Random): Generator<AccountRecord> {
  yield { type: 'aws_account_root', arn: iam('root'), data: { TakenAt: TAKEN, Summary: { AccountMFAEnabled: 1 } } }

  const managed = Math.floor(policies * 0.6)
  for (let index = 0; index < managed; index++) {
    const arn = iam(`policy/p${index}`)
    const Document = document(random, index)
    yield {
      type: 'aws_iam_policy',
      arn,
      data: {
        PolicyName: `p${index}`,
        Arn: arn,
        PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document }],
      },
    }
  }
  const each = Math.ceil((policies - managed) / principals)
  for (let index = 0; index < principals; index++) {
    const isUser = index % 10 === 0
    const name = `${isUser ? 'user' : 'role'}-${index}`
    const arn = iam(`${isUser ? 'user' : 'role'}/${name}`)
    const attached = Array.from({ length: 2 }, () => iam(`policy/p${Math.floor(random() * managed)}`))
    const inline = Array.from({ length: each }, (_, at) => ({
      PolicyName: `inline${at}`,
      PolicyDocument: document(random, index),
    }))
    const common = {
      Arn: arn,
      CreateDate: '2025-01-01T00:00:00Z',
      AttachedManagedPolicies: attached.map((PolicyArn) => ({ PolicyName: PolicyArn.replace(/^.*\//, ''), PolicyArn })),
    }
    yield isUser
      ? { type: 'aws_iam_user', arn, data: { UserName: name, ...common, UserPolicyList: inline } }
      : {
          type: 'aws_iam_role',
          arn,
          data: { RoleName: name, ...common, AssumeRolePolicyDocument: trust(random), RolePolicyList: inline },
        }
  }
}

function trust(random: Random) {
  const Service = ['lambda', 'ec2', 'ecs-tasks', 'codebuild'][Math.floor(random() * 4)]
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: `${Service}.amazonaws.com` }, Action: 'sts:AssumeRole' }],
  }
}

/** As people write them: a few statements of a few actions, mostly on something that has a name. */
function document(random: Random, index: number) {
  const action = () => actionName(Math.floor(random() * ACTION_COUNT))
  const statement = (at: number) => ({
    Sid: `S${at}`,
    Effect: random() < 0.05 ? 'Deny' : 'Allow',
    Action: Array.from({ length: 1 + Math.floor(random() * 6) }, () => (random() < 0.01 ? 'iam:PassRole' : action())),
    Resource:
      random() < 0.2 ? '*' : [`arn:aws:s3:::bucket-${index}/*`, `arn:aws:dynamodb:*:${ACCOUNT}:table/t${index % 500}`],
  })
  return { Version: '2012-10-17', Statement: Array.from({ length: 3 }, (_, at) => statement(at)) }
}
