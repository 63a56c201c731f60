import { describe, expect, test } from 'vitest'
import { actionFacts, actionId } from '../../src/aws/actions/catalogue.ts'
import type { PolicyDocument } from '../../src/core/policy.ts'
import { type Escalation, escalationsIn } from '../../src/iam/escalation.ts'
import { ESCALATION_PATHS, type EscalationPath } from '../../src/iam/escalation-paths.ts'
import { sourceOf } from '../../src/iam/escalation-sources.ts'
import {
  allow,
  attachment,
  deny,
  document,
  granted,
  holder,
  identity,
  policyNode,
  statements,
  toldOf,
  unitOf,
} from './support/build.ts'

const found = (read: PolicyDocument): Escalation[] => escalationsIn(granted(read))
const has = (read: PolicyDocument, path: EscalationPath): boolean => found(read).some((one) => one.path.id === path.id)

/** The needs of a path, first alternative taken. */
const needs = (path: EscalationPath): string[] => [...path.required, ...(path.oneOf ?? []).slice(0, 1)]

/**
 * A path whose needs hold those of a shorter one is reported under that one, and builds that everybody starts are told
 * of only with both ends in sight.
 */
const folded = (path: EscalationPath): boolean =>
  ESCALATION_PATHS.some((other) => {
    const less = needs(other)
    return other !== path && less.length < needs(path).length && less.every((action) => needs(path).includes(action))
  })
const everyday = (path: EscalationPath): boolean => /^codebuild-00[23]$/.test(path.id)

test('each path has an id of its own and says who wrote of it', () => {
  expect(new Set(ESCALATION_PATHS.map((path) => path.id)).size).toBe(ESCALATION_PATHS.length)
  expect(ESCALATION_PATHS.filter((path) => !sourceOf(path.id)).map((path) => path.id)).toEqual([])
  // "the holder can …"
  expect(ESCALATION_PATHS.filter(({ name }) => !/^[a-z]+ (?:\S+ )+\S+$/.test(name)).map(({ name }) => name)).toEqual([])
})

describe.each(ESCALATION_PATHS.map((path) => [path.id, path] as const))('%s', (_, path) => {
  const all = needs(path)

  test('is found where everything it needs is granted on everything', () => {
    const escalations = found(statements(allow(all)))
    expect(escalations.length > 0).toBe(!everyday(path))
    if (!folded(path) && !everyday(path)) expect(escalations.map((one) => one.path.id)).toContain(path.id)
    // What is folded is told by a path that needs less and weighs as much.
    const names = new Set(escalations.flatMap((one) => one.grants.map((grant) => grant.name)))
    expect([...names].every((name) => all.includes(name))).toBe(true)
  })

  test('is found with its actions in statements of their own, in any case and order', () => {
    const apart = statements(...[...all].reverse().map((action) => allow(action.toUpperCase())))
    expect(has(apart, path)).toBe(has(statements(allow(all)), path))
  })

  test.each(all.map((action) => [action]))('is not found without %s', (action) => {
    const left = all.filter((other) => other !== action)
    expect(left.length > 0 && has(statements(allow(left)), path)).toBe(false)
  })

  test('is not found where its decisive action is denied', () => {
    expect(has(statements(allow(all), deny(all[0])), path)).toBe(false)
    expect(
      has(
        statements(allow('*'), deny([all[0]!.toLowerCase(), ...(path.required.length === 0 ? path.oneOf! : [])])),
        path,
      ),
    ).toBe(false)
  })

  test('is not found where the decisive action is limited to one stranger', () => {
    const others = all.slice(1)
    const scoped = statements(allow(all[0], strangerOf(all[0]!)), ...(others.length > 0 ? [allow(others)] : []))
    expect(has(scoped, path)).toBe(false)
  })

  test('is not found under a condition that narrows it', () => {
    const tagged = { StringEquals: { 'aws:ResourceTag/team': 'web' } }
    expect(has(statements(allow(all, '*', tagged)), path)).toBe(false)
  })

  test('weighs less under a condition on the circumstances only', () => {
    const plain = found(statements(allow(all)))[0]
    const contextual = found(statements(allow(all, '*', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })))[0]
    if (plain && plain.severity !== 'note') expect(contextual!.severity).not.toBe(plain.severity)
  })
})

/** The ARN of one thing that has nothing to do with the holder. */
function strangerOf(action: string): string {
  const { types } = actionFacts(actionId(action)!)
  const type = types.find(({ required }) => required) ?? types[0]
  // An action without resources cannot be granted on one: any ARN takes the grant away.
  if (!type) return 'arn:aws:s3:::nothing'
  return type.type.formats[0]!.replace('${Partition}', 'aws')
    .replace('${Region}', 'eu-west-1')
    .replace('${Account}', '111122223333')
    .replace(/\$\{[^}]*\}/g, 'stranger')
}

describe('what decides an escalation', () => {
  const severity = (read: PolicyDocument): string | undefined => found(read)[0]?.severity

  test.each([
    ['any role', '*', 'high'],
    ['any role of the account', 'arn:aws:iam::111122223333:role/*', 'high'],
    ['roles by pattern', 'arn:aws:iam::*:role/app-*', 'medium'],
    ['roles below a path', 'arn:aws:iam::*:role/app/*', 'medium'],
    ['one role', 'arn:aws:iam::*:role/app', undefined],
  ])('iam:PassRole on %s', (_, resource, expected) => {
    expect(severity(statements(allow('iam:PassRole', resource), allow('ec2:RunInstances')))).toBe(expected)
  })

  test('iam:PassedToService must let the service of the path through', () => {
    const passing = (service: unknown) =>
      severity(
        statements(
          allow('iam:PassRole', '*', { StringEquals: { 'iam:PassedToService': service } }),
          allow('ec2:RunInstances'),
        ),
      )
    expect(passing('ec2.amazonaws.com')).toBe('high')
    expect(passing(['lambda.amazonaws.com', 'EC2.amazonaws.com'])).toBe('high')
    expect(passing('lambda.amazonaws.com')).toBeUndefined()
    expect(
      severity(
        statements(
          allow('iam:PassRole', '*', { StringLike: { 'iam:PassedToService': 'ec*' } }),
          allow('ec2:RunInstances'),
        ),
      ),
    ).toBe('high')
  })

  test('ec2:RunInstances needs all that it is checked against', () => {
    const pass = allow('iam:PassRole')
    const arns = ['image', 'instance', 'network-interface', 'security-group', 'subnet'].map(
      (type) => `arn:aws:ec2:*:*:${type}/*`,
    )
    expect(severity(statements(pass, allow('ec2:RunInstances', arns)))).toBe('high')
    expect(severity(statements(pass, allow('ec2:RunInstances', arns.slice(1))))).toBeUndefined()
  })

  test('policies that AWS manages cannot be rewritten', () => {
    expect(found(statements(allow('iam:CreatePolicyVersion', 'arn:aws:iam::aws:policy/*')))).toEqual([])
  })

  test('managing the own user is no escalation, giving it policies is', () => {
    const own = 'arn:aws:iam::*:user/${aws:username}'
    expect(found(statements(allow(['iam:CreateAccessKey', 'iam:UpdateLoginProfile'], own)))).toEqual([])
    expect(severity(statements(allow('iam:PutUserPolicy', own)))).toBe('critical')
  })

  test('two exact grants meet only at the same role', () => {
    const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`
    const both = (a: string, b: string) =>
      severity(statements(allow('iam:PutRolePolicy', role(a)), allow('iam:UpdateAssumeRolePolicy', role(b))))
    expect(both('app', 'app')).toBe('high')
    expect(both('app', 'web')).toBeUndefined()
  })

  test('a condition that we cannot read leaves it, at low confidence', () => {
    const [one] = found(statements(allow('iam:PutRolePolicy', '*', { StringEquals: { 'acme:level': 'x' } })))
    expect(one).toMatchObject({ severity: 'low', confidence: 'low' })
  })
})

describe('inside one repository', () => {
  const trust = (principal: object): PolicyDocument =>
    document(
      { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }] },
      'trust',
    )
  const ci = holder('role', 'ci')
  const admin = holder('role', 'admin')
  const unitWith = (own: PolicyDocument, adminTrusts: object) => {
    const node = policyNode(own, [ci], 'ci-policy')
    const nodes = [
      identity(ci),
      identity(admin),
      node,
      policyNode(trust(adminTrusts), [admin], 'admin-trust'),
      attachment('arn:aws:iam::aws:policy/AdministratorAccess', admin),
    ]
    return toldOf(node, unitOf(...nodes))!.escalations[0]
  }

  test('one exact role counts when it is here, trusts the service and can do more', () => {
    const own = statements(
      allow('iam:PassRole', 'arn:aws:iam::111122223333:role/admin'),
      allow(['lambda:CreateFunction', 'lambda:InvokeFunction']),
    )
    expect(unitWith(own, { Service: 'lambda.amazonaws.com' })).toMatchObject({
      severity: 'high',
      target: admin.address,
    })
    expect(unitWith(own, { Service: 'ec2.amazonaws.com' })).toBeUndefined()
  })

  test('a role that may assume a stronger one which trusts it', () => {
    const own = statements(allow('sts:AssumeRole', 'arn:aws:iam::111122223333:role/admin'))
    expect(unitWith(own, { AWS: 'arn:aws:iam::111122223333:role/ci' })).toMatchObject({
      severity: 'high',
      target: admin.address,
    })
    expect(unitWith(own, { AWS: 'arn:aws:iam::111122223333:root' })).toMatchObject({ severity: 'high' })
    expect(unitWith(own, { AWS: 'arn:aws:iam::111122223333:role/other' })).toBeUndefined()
  })

  test('the own role by its exact ARN', () => {
    expect(
      unitWith(statements(allow('iam:PutRolePolicy', 'arn:aws:iam::111122223333:role/ci')), { Service: 'x' }),
    ).toMatchObject({
      severity: 'critical',
      scope: 'own',
    })
  })
})
