import { actionId } from '../../../src/aws/actions/catalogue.ts'
import { comparePermissions } from '../../../src/compare/comparison.ts'
import type { Units } from '../../../src/core/analysis.ts'
import { can } from '../../../src/iam/can.ts'
import { type SampleContext, sampleContext, sampleResources } from '../../../src/iam/sample-requests.ts'
import { document, holder, identity, policyNode, unitOf } from './build.ts'
import { random } from './random.ts'

/** Pairs of policies made at random, and what a comparison of them must not get wrong. */

const ACTIONS = [
  '*', 'iam:*', 's3:*', 'iam:PassRole', 'IAM:p*', 'ec2:RunInstances', 'ec2:Run*', 'lambda:*', 's3:Get*', 's3:GetObject',
  's3:PutObject', 's3:*Object', 'sts:AssumeRole', 'iam:PutRolePolicy', 'sqs:SendMessage', 'sqs:*', 'kms:Decrypt', 'ssm:GetParameter*',
] // biome-ignore format: a list of words
const RESOURCES = [
  '*', 'arn:aws:s3:::b/*', 'arn:aws:s3:::b', 'arn:aws:s3:::*', 'arn:aws:s3:::b*', 'arn:aws:s3:::b/secret/*', 'arn:aws:iam::111122223333:role/*',
  'arn:aws:iam::*:role/app-*', 'arn:aws:iam::111122223333:role/app', 'arn:aws:sqs:eu-west-1:111122223333:q', 'arn:aws:sqs:*:*:q*', 'arn:aws:*',
] // biome-ignore format: a list of words
const CONDITIONS = [
  undefined, undefined, undefined, undefined,
  { StringEquals: { 'aws:ResourceTag/a': 'b' } },
  { StringEquals: { 'aws:ResourceTag/a': ['b', 'c'] } },
  { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
  { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
  { StringLike: { 'aws:ResourceTag/a': '*' } },
  { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  { StringEquals: { 'aws:ResourceTag/a': 'b' }, Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
] // biome-ignore format: a list of words

interface Json {
  readonly Effect: string
  readonly Action?: readonly string[]
  readonly NotAction?: readonly string[]
  readonly Resource?: readonly string[]
  readonly NotResource?: readonly string[]
  readonly Condition?: object
}

type Next = (below: number) => number

const pick = <T>(next: Next, list: readonly T[]): T => list[next(list.length)]!
const several = <T>(next: Next, list: readonly T[]): T[] => Array.from({ length: 1 + next(3) }, () => pick(next, list))

function statement(next: Next): Json {
  const condition = pick(next, CONDITIONS)
  const actions = several(next, ACTIONS)
  const resources = several(next, RESOURCES)
  return {
    Effect: next(4) === 0 ? 'Deny' : 'Allow',
    ...(next(8) === 0 ? { NotAction: actions } : { Action: actions }),
    ...(next(8) === 0 ? { NotResource: resources } : { Resource: resources }),
    ...(condition && { Condition: condition }),
  }
}

/** A policy, and what somebody may have made of it: something added, taken away, or changed. */
function pair(next: Next): readonly [readonly Json[], readonly Json[]] {
  const before = Array.from({ length: 1 + next(3) }, () => statement(next))
  const at = next(before.length)
  const edits: readonly (() => Json[])[] = [
    () => [...before, statement(next)],
    () => before.filter((_, index) => index !== at),
    () => before.map((one, index) => (index === at ? statement(next) : one)),
    () => before.map((one, index) => (index === at ? without(one, 'Condition') : one)),
    () =>
      before.map((one, index) =>
        index === at ? { ...without(one, 'NotResource'), Resource: several(next, RESOURCES) } : one,
      ),
    () =>
      before.map((one, index) =>
        index === at ? { ...without(one, 'NotAction'), Action: several(next, ACTIONS) } : one,
      ),
  ]
  return [before, pick(next, edits)()]
}

const without = (one: Json, key: keyof Json): Json =>
  Object.fromEntries(Object.entries(one).filter(([name]) => name !== key)) as unknown as Json

const ci = holder('role', 'ci')

function unitsOf(list: readonly Json[]): Units {
  return [unitOf(identity(ci), policyNode(document({ Version: '2012-10-17', Statement: list }), [ci], 'policy'))]
}

interface Asked {
  readonly action: string
  readonly resource: string
  readonly context: SampleContext
}

const SAMPLES = [
  's3:GetObject',
  's3:PutObject',
  'iam:PassRole',
  'ec2:RunInstances',
  'sqs:SendMessage',
  'sts:AssumeRole',
  'kms:Decrypt',
]

/** Requests about what the policies speak of, with the contexts that their conditions ask for. */
function requests(lists: readonly (readonly Json[])[], next: Next): Asked[] {
  const statements = lists.flatMap((list) => document({ Version: '2012-10-17', Statement: list }).statements)
  const contexts: SampleContext[] = [{}]
  for (const { conditions } of statements) {
    for (const given of [...contexts]) {
      const context = sampleContext(conditions, given)
      if (context && contexts.length < 12) contexts.push(context)
    }
  }
  const patterns = [
    ...new Set(
      statements.flatMap(({ resources, notResources }) => [...resources, ...notResources].map(({ value }) => value)),
    ),
  ]
  return Array.from({ length: 60 }, () => pick(next, SAMPLES)).flatMap((action) => {
    const found = sampleResources(pick(next, patterns), actionId(action)!)
    // IAM's own actions are about the own account alone.
    const own = found.filter((arn) => !action.startsWith('iam:') || arn.includes('111122223333'))
    return own.length === 0 ? [] : [{ action, resource: pick(next, own), context: pick(next, contexts) }]
  })
}

const ask = (units: Units, asked: Asked): string => can(units, { principal: 'aws_iam_role.ci', ...asked }).outcome

/** What is wrong with how a pair is compared; undefined when nothing is. */
function faultOf(seed: number): string | undefined {
  const next = random(seed)
  const [before, after] = pair(next)
  const [base, head] = [unitsOf(before), unitsOf(after)]
  const changes = comparePermissions(base, head, undefined, true)
  const written = () => `${seed}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`
  if (changes.length === 0) {
    const missed = requests([before, after], next).find(
      (one) => ask(head, one) === 'allowed' && /deny$/.test(ask(base, one)),
    )
    return missed && `not told: ${JSON.stringify(missed)} of ${written()}`
  }
  const witnesses = changes.flatMap((one) => one.witnesses ?? [])
  if (witnesses.length === 0) return `told without a witness: ${changes[0]!.details.join('; ')} of ${written()}`
  const false_ = witnesses.find((one) => ask(head, one) !== 'allowed' || !/deny$/.test(ask(base, one)))
  return false_ && `a witness that is none: ${JSON.stringify(false_)} of ${written()}`
}

/** Faults of so many pairs, from a seed on. */
export function faultsOf(rounds: number, first = 1): string[] {
  return Array.from({ length: rounds }, (_, at) => faultOf(first + at)).filter((fault) => fault !== undefined)
}
