import { describe, expect, test } from 'vitest'
import { count, difference, includesAll } from '../../src/aws/actions/bits.ts'
import { comparePermissions } from '../../src/compare/comparison.ts'
import type { PolicyDocument } from '../../src/core/policy.ts'
import { escalationsIn } from '../../src/iam/escalation.ts'
import { actionsReached } from '../../src/iam/grants.ts'
import { allow, deny, document, granted, holder, identity, policyNode, unitOf } from './support/build.ts'
import { random } from './support/random.ts'

/** Invariants over policies made at random, the same ones in every run. */

const ROUNDS = 60

const ACTIONS = [
  '*', 'iam:*', 's3:*', 'iam:PassRole', 'IAM:p*', 'ec2:RunInstances', 'ec2:Run*', 'lambda:*', 's3:Get*', 's3:GetObject',
  's3:PutObject', 'sts:AssumeRole', 'iam:PutRolePolicy', 'sqs:SendMessage', 'kms:Decrypt', 'ssm:GetParameter*', 'nosuch:Action',
] // biome-ignore format: a list of words
const RESOURCES = [
  '*', 'arn:aws:s3:::b/*', 'arn:aws:s3:::b', 'arn:aws:s3:::*', 'arn:aws:iam::111122223333:role/*', 'arn:aws:iam::*:role/app-*',
  'arn:aws:iam::111122223333:role/app', 'arn:aws:sqs:eu-west-1:111122223333:q', 'arn:aws:*',
] // biome-ignore format: a list of words
const CONDITIONS = [
  undefined, undefined, undefined,
  { StringEquals: { 'aws:ResourceTag/a': 'b' } },
  { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  { StringLike: { 'aws:ResourceTag/a': '*' } },
] // biome-ignore format: a list of words

interface Json {
  Effect: string
  Action?: string[]
  NotAction?: string[]
  Resource: string[]
  Condition?: object
}

type Next = (below: number) => number

const pick = <T>(next: Next, list: readonly T[]): T => list[next(list.length)]!
const several = <T>(next: Next, list: readonly T[]): T[] => Array.from({ length: 1 + next(3) }, () => pick(next, list))

function statement(next: Next, effect: 'Allow' | 'Deny'): Json {
  const condition = pick(next, CONDITIONS)
  const actions = several(next, ACTIONS)
  return {
    Effect: effect,
    ...(next(8) === 0 ? { NotAction: actions.filter((action) => action !== '*') } : { Action: actions }),
    Resource: several(next, RESOURCES),
    ...(condition && { Condition: condition }),
  }
}

function policy(next: Next): Json[] {
  return Array.from({ length: 1 + next(4) }, () => statement(next, next(4) === 0 ? 'Deny' : 'Allow'))
}

const read = (list: readonly object[]): PolicyDocument => document({ Version: '2012-10-17', Statement: list })
const reached = (list: readonly object[]) => actionsReached(granted(read(list)), 'scoped')
const widely = (list: readonly object[]) => actionsReached(granted(read(list)), 'wide')

/** A unit of one role that holds the policy. */
function unit(list: readonly object[], name = 'ci') {
  const ci = holder('role', name)
  return [unitOf(identity(ci), policyNode(read(list), [ci], `policy-of-${name}`))]
}

function rounds(check: (next: Next, list: Json[]) => void): void {
  const next = random(7)
  for (let round = 0; round < ROUNDS; round++) check(next, policy(next))
}

describe('grants', () => {
  test('adding an Allow never takes a grant away', () => {
    rounds((next, list) => {
      const more = [...list, statement(next, 'Allow')]
      expect(includesAll(reached(more), reached(list))).toBe(true)
      expect(includesAll(widely(more), widely(list))).toBe(true)
    })
  })

  test('adding an unconditional Deny never adds one', () => {
    rounds((next, list) => {
      const less = [...list, deny(several(next, ACTIONS), several(next, RESOURCES))]
      expect(count(difference(reached(less), reached(list)))).toBe(0)
      expect(count(difference(widely(less), widely(list)))).toBe(0)
      const [before, after] = [list, less].map(
        (one) => new Set(escalationsIn(granted(read(one))).map(({ path, severity }) => `${path.id} ${severity}`)),
      )
      // A path may be told under another one once that is gone; nothing is told that the longer policy did not hold.
      if (before!.size === 0) expect(after!.size).toBe(0)
    })
  })

  test('a Deny of everything leaves nothing', () => {
    rounds((_, list) => expect(count(reached([...list, deny('*')]))).toBe(0))
  })

  test('order, case, repetition and splitting do not matter', () => {
    rounds((next, list) => {
      const wanted = [...reached(list)]
      for (const other of rewrites(next, list)) expect([...reached(other)]).toEqual(wanted)
    })
  })
})

describe('comparison', () => {
  test('with itself is empty', () => {
    rounds((_, list) => expect(comparePermissions(unit(list), unit(list))).toEqual([]))
  })

  test('with an equivalent rewrite is empty', () => {
    rounds((next, list) => {
      for (const other of rewrites(next, list)) {
        expect(comparePermissions(unit(list), unit(other))).toEqual([])
        expect(comparePermissions(unit(other), unit(list))).toEqual([])
      }
    })
  })

  test('with what is renamed is empty', () => {
    rounds((_, list) =>
      expect(
        comparePermissions(unit(list), unit(list, 'deploy')).filter(({ actionsAfter }) => actionsAfter > 0),
      ).toEqual([]),
    )
  })

  test('tells of an action that is added', () => {
    const [change] = comparePermissions(
      unit([allow('s3:GetObject', 'arn:aws:s3:::b/*')]),
      unit([allow(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::b/*')]),
    )
    expect(change).toMatchObject({ actionsBefore: 1, actionsAfter: 2, addedByLevel: { Write: 1 } })
  })
})

/** The same policy in other words. */
function rewrites(next: Next, list: readonly Json[]): Json[][] {
  const reversed = [...list].reverse()
  const otherCase = list.map((one) => ({ ...one, ...(one.Action && { Action: one.Action.map(swapCase) }) }))
  const twice = [...list, pick(next, list)]
  const split = list.flatMap((one) =>
    one.Action
      ? one.Action.flatMap((action) =>
          one.Resource.map((resource) => ({ ...one, Action: [action], Resource: [resource] })),
        )
      : [one],
  )
  const doubled = list.map((one) => ({
    ...one,
    Resource: [...one.Resource, ...one.Resource].map((resource) => resource.replace(/\*$/, '**')),
  }))
  return [reversed, otherCase, twice, split, doubled]
}

const swapCase = (text: string): string => (text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase())
