import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { actionId } from '../../src/aws/actions/catalogue.ts'
import { type Comparison, compare, type Side } from '../../src/compare/comparison.ts'
import { Session } from '../../src/core/analysis.ts'
import type { Tree } from '../../src/core/tree.ts'
import type { Example } from '../../src/iam/dangers/danger.ts'
import { DANGERS } from '../../src/iam/dangers/index.ts'
import { rules } from '../../src/rules/index.ts'
import { ruleTable } from '../../src/scan/check.ts'
import { candidatesOf } from '../../src/scan/findings.ts'
import { scanUnits } from '../../src/scan/units.ts'
import { policyFile, roleTemplate } from '../iam/support/scan.ts'

/** Over the table of dangers, so that a new one cannot be forgotten. */
const table = ruleTable(rules)
const session = new Session()

type Files = Record<string, string>

/** Most pairs have the same base. */
const sides = new Map<string, Promise<Side>>()

function side(files: Files): Promise<Side> {
  const name = JSON.stringify(files)
  const known = sides.get(name) ?? scannedSide(files)
  sides.set(name, known)
  return known
}

async function scannedSide(files: Files): Promise<Side> {
  const tree: Tree = {
    paths: Object.keys(files),
    has: (path) => path in files,
    read: (path) => (path in files ? { uri: path, text: files[path]! } : undefined),
  }
  const { hits, units } = await scanUnits(tree, undefined, table, { session, trustedAccounts: new Set() })
  return { hits, units, candidates: candidatesOf(hits), tree }
}

interface News {
  readonly rules: readonly string[]
  readonly comparison: Comparison
}

async function between(before: Files, after: Files): Promise<News> {
  const [base, head] = await Promise.all([side(before), side(after)])
  const comparison = await compare({ base, head })
  const news = head.candidates.filter((candidate) => comparison.isNew(candidate))
  return { rules: [...new Set(news.map(({ rule }) => rule.meta.id))], comparison }
}

const statement = (example: Example) => ({
  Effect: 'Allow',
  Resource: '*',
  ...example,
  ...(example.NotResource && { Resource: undefined }),
})

/** Held by a role. */
const asRole = (...list: object[]): Files => roleTemplate([list])

const EVERYTHING = { Effect: 'Allow', Action: '*', Resource: '*' }
const LITTLE = { Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }

describe.each(DANGERS.map((danger) => [danger.id, danger] as const))('%s', (id, danger) => {
  const single = [...new Set(danger.actions?.() ?? [])].map((Action): Example => ({ Action }))

  test('is told, and newly permitted, where it is new', async () => {
    for (const example of danger.example) {
      const { rules: news, comparison } = await between(policyFile(LITTLE), policyFile(statement(example)))
      expect({ example, news }).toEqual({ example, news: expect.arrayContaining([expect.stringMatching(/^iam\//)]) })
      expect(comparison.newlyPermitted()).toHaveLength(1)
    }
    const told = await between(policyFile(LITTLE), policyFile(statement(danger.example[0]!)))
    expect(told.rules).toContain(`iam/${id}`)
  })

  test('is no news where `*` is narrowed to it, or to any of its actions', async () => {
    const held = danger.example.map((example) => [asRole, example] as const)
    const alone = [...danger.example, ...single].map((example) => [policyFile, example] as const)
    for (const [place, example] of [...held, ...alone]) {
      const { rules: news, comparison } = await between(place(EVERYTHING), place(statement(example)))
      expect({ example, news }).toEqual({ example, news: [] })
      expect(comparison.newlyPermitted()).toEqual([])
    }
  })

  test('is news where its condition is taken away', async () => {
    const [example] = danger.example
    const guarded = { ...statement(example!), Condition: { StringEquals: { 'aws:ResourceTag/team': 'web' } } }
    const { rules: news, comparison } = await between(policyFile(guarded), policyFile(statement(example!)))
    // NotAction stands there with and without a condition: what is new is what it grants.
    if (danger.newlyPermitted) expect(news).toContain(`iam/${id}`)
    expect(comparison.newlyPermitted()).toHaveLength(1)
  })

  test('is news where its boundary is taken away', async () => {
    const [example] = danger.example
    const limit = {
      Limit: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: { PolicyDocument: { Version: '2012-10-17', Statement: [LITTLE] } },
      },
    }
    const place = (bounded: object) => roleTemplate([[statement(example!)]], bounded, limit)
    const { rules: news } = await between(place({ PermissionsBoundary: { Ref: 'Limit' } }), place({}))
    expect(news).toContain(`iam/${id}`)
  })

  test('has a rule about grants, and names actions that exist', () => {
    expect(rules.find(({ meta }) => meta.id === `iam/${id}`)?.meta.about).toBe('grant')
    expect(single.filter(({ Action }) => actionId(Action as string) === undefined)).toEqual([])
  })
})

test('the table holds every file of its folder', () => {
  const names = readdirSync(fileURLToPath(new URL('../../src/iam/dangers', import.meta.url)))
  const files = names.filter((name) => !['danger.ts', 'index.ts', 'listing.ts'].includes(name))
  expect(DANGERS.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort())
})

test('no two have the same place in the order, and the table is in order', () => {
  const order = DANGERS.map((danger) => danger.order)
  expect(order).toEqual([...new Set(order)].sort((a, b) => a - b))
})

test('a danger has one rule: its own words, or a file that says more', () => {
  const RULES = fileURLToPath(new URL('../../src/rules/iam', import.meta.url))
  const files = new Set(readdirSync(RULES))
  const both = DANGERS.filter(({ id, rule }) => files.has(`${id}.ts`) === (rule !== undefined))
  expect(both.map(({ id }) => id)).toEqual([])
})

describe('rules about grants that have no danger of their own', () => {
  const attached = (name: string): Files => roleTemplate([], { ManagedPolicyArns: [`arn:aws:iam::aws:policy/${name}`] })
  const maker = { Effect: 'Allow', Action: ['iam:CreateRole', 'iam:PutRolePolicy'], Resource: '*' }

  test.each([
    [
      'iam/risky-managed-policy',
      attached('ReadOnlyAccess'),
      attached('AdministratorAccess'),
      attached('PowerUserAccess'),
    ],
    ['iam/no-permissions-boundary', asRole(LITTLE), asRole(EVERYTHING), asRole(maker)],
  ])('%s', async (id, little, everything, some) => {
    expect((await between(little, some)).rules).toContain(id)
    expect((await between(everything, some)).rules).toEqual([])
  })

  test('are these alone', () => {
    const others = rules.filter(
      ({ meta }) => meta.about === 'grant' && !DANGERS.some(({ id }) => meta.id === `iam/${id}`),
    )
    expect(others.map(({ meta }) => meta.id)).toEqual([
      'iam/attached-account-policy',
      'iam/no-permissions-boundary',
      'iam/risky-managed-policy',
    ])
  })
})
