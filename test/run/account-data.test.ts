import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../src/core/finding.ts'
import { run } from '../../src/run.ts'

/** A saved account: an administrator that Lambda may run as, policies to attach, and a control policy against keys of users. */
const SAVED = join(import.meta.dirname, '../rules/iam/attached-account-policy/bad-terraform/account-data.json')
const A = '111122223333'
const folder = mkdtempSync(join(tmpdir(), 'keylatch-test-account-data-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const document = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] })
const role = (more: object, principal: object = { Service: 'ec2.amazonaws.com' }) =>
  JSON.stringify({
    Resources: {
      App: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'app',
          AssumeRolePolicyDocument: JSON.parse(document({ Principal: principal, Action: 'sts:AssumeRole' })) as object,
          ...more,
        },
      },
    },
  })
const grants = (statement: object, more: object = {}) =>
  role({ Policies: [{ PolicyName: 'own', PolicyDocument: JSON.parse(document(statement)) as object }], ...more })

/** A role that may start code under others. */
const passes = (Resource: string, Action = ['lambda:CreateFunction', 'lambda:InvokeFunction']) => {
  const Statement = [
    { Effect: 'Allow', Action: 'iam:PassRole', Resource },
    { Effect: 'Allow', Action, Resource: '*' },
  ]
  return role({ Policies: [{ PolicyName: 'own', PolicyDocument: { Version: '2012-10-17', Statement } }] })
}

async function scan(text: string, accountData?: string, today = '2026-11-01'): Promise<Report> {
  return await run({
    root: folder,
    scope: { kind: 'stdin', bytes: Buffer.from(text), name: 'app.template.json' },
    paths: [],
    pathsIgnore: [],
    today,
    now: () => 0,
    env: process.env,
    policyFrom: 'disk',
    ...(accountData ? { accountData: { paths: [accountData], from: 'disk' as const } } : {}),
  })
}

/** What is said of policies, the gravest first. */
const told = ({ findings }: Report) =>
  findings
    .filter(({ ruleId }) => /^(?:iam|trust)\//.test(ruleId))
    .map(({ ruleId, severity }) => `${severity} ${ruleId}`)
const said = ({ findings }: Report) => findings.map(({ message }) => message).join('\n')

describe('what an account knows turns the verdict', () => {
  const cases: readonly [name: string, text: string, without: string, with_: string, reason: string][] = [
    [
      'a pattern of roles to pass reaches an administrator that exists',
      passes(`arn:aws:iam::${A}:role/Organization*`),
      'none',
      'high iam/privilege-escalation',
      `In account ${A} that is \`OrganizationAccountAccessRole\`, an administrator.`,
    ],
    [
      'the role that is named is an administrator',
      passes(`arn:aws:iam::${A}:role/OrganizationAccountAccessRole`),
      'none',
      'high iam/privilege-escalation',
      'OrganizationAccountAccessRole',
    ],
    [
      'none of the roles that fit can do more',
      passes('*', ['codebuild:CreateProject', 'codebuild:StartBuild']),
      'high iam/privilege-escalation',
      'medium iam/privilege-escalation',
      `No role of account ${A} that trusts \`codebuild.amazonaws.com\` can do more, as of 2026-10-20.`,
    ],
    [
      'a control policy denies it',
      grants({ Action: 'iam:CreateAccessKey', Resource: '*' }),
      'high iam/privilege-escalation',
      'note iam/denied-by-organization',
      'is denied in account 111122223333 by `no-iam-users`',
    ],
    [
      'the boundary that the account has leaves little',
      grants({ Action: '*', Resource: '*' }, { PermissionsBoundary: `arn:aws:iam::${A}:policy/limits` }),
      'medium iam/full-admin',
      'high iam/service-wildcard',
      's3',
    ],
    [
      'a role of power trusts a weaker one that exists',
      role(
        { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] },
        { AWS: `arn:aws:iam::${A}:role/reader` },
      ),
      'critical iam/risky-managed-policy',
      'medium trust/existing-principal',
      'Role `reader` of account 111122223333 can do less',
    ],
    [
      'an account that nobody told of',
      grants({ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::444455556666:role/x' }),
      'none',
      'low iam/unknown-account',
      'is of account `444455556666`',
    ],
  ]
  test.each(cases)('%s', async (_, text, without, with_, reason) => {
    const [before, after] = [await scan(text), await scan(text, SAVED)]
    if (without === 'none') expect(told(before)).not.toContain(with_)
    else expect(told(before)).toContain(without)
    expect(told(after)).toContain(with_)
    if (without !== with_) expect(told(before)).not.toContain(with_)
    expect(said(after)).toContain(reason)
  })
})

describe('of several accounts', () => {
  const B = '999988887777'
  const other = join(folder, 'other.account.json')
  const both = (text: string) => {
    writeFileSync(other, text)
    return run({
      root: folder,
      scope: {
        kind: 'stdin',
        bytes: Buffer.from(grants({ Action: 'iam:CreateAccessKey', Resource: '*' })),
        name: 'app.template.json',
      },
      paths: [],
      pathsIgnore: [],
      today: '2026-11-01',
      now: () => 0,
      env: process.env,
      policyFrom: 'disk',
      accountData: { paths: [SAVED, other], from: 'disk' },
    })
  }
  const second = readFileSync(SAVED, 'utf8').replaceAll(A, B)

  test('what the control policies of all deny is told as denied', async () => {
    const report = await both(second)
    expect(told(report)).toContain('note iam/denied-by-organization')
    expect(told(report)).not.toContain('high iam/privilege-escalation')
    expect(said(report)).toContain(`is denied in each of the accounts ${A} and ${B} by \`no-iam-users\``)
  })

  test('and what one of them permits is not', async () => {
    const lax = second.replace('"iam:CreateAccessKey"', '"iam:DeleteUser"')
    expect(lax).not.toBe(second)
    expect(told(await both(lax))).toContain('high iam/privilege-escalation')
  })
})

test('an account that was looked at more than thirty days ago is told', async () => {
  const ids = async (today: string) =>
    (await scan(grants({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*' }), SAVED, today)).notifications.map(
      ({ id }) => id,
    )
  expect(await ids('2026-11-19')).not.toContain('account-data-old')
  expect(await ids('2026-11-20')).toContain('account-data-old')
})

describe('a folder of iam-collect', () => {
  const collected = join(folder, 'iam-data')
  const at = (path: string, value: unknown) => {
    const file = join(collected, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(value))
  }
  beforeAll(() => {
    const iam = `aws/aws/accounts/${A}/iam`
    const organization = 'aws/aws/organizations/o-1'
    at(`${iam}/role/admin/metadata.json`, { arn: `arn:aws:iam::${A}:role/admin`, name: 'admin', path: '/' })
    at(`${iam}/role/admin/managed-policies.json`, ['arn:aws:iam::aws:policy/AdministratorAccess'])
    at(
      `${iam}/role/admin/trust-policy.json`,
      JSON.parse(document({ Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' })),
    )
    at(`${iam}/policy/deploy/metadata.json`, { arn: `arn:aws:iam::${A}:policy/deploy`, name: 'deploy' })
    at(`${iam}/policy/deploy/current-policy.json`, JSON.parse(document({ Action: '*', Resource: '*' })))
    at(`${organization}/metadata.json`, { id: 'o-1', rootAccountId: '999999999999' })
    at(`${organization}/accounts.json`, { [A]: { ou: 'ou-1', scps: [], rcps: [] } })
    at(`${organization}/ous.json`, {
      'ou-1': { parent: 'r-1', scps: [`arn:aws:organizations::999999999999:policy/o-1/service_control_policy/p-1`] },
      'r-1': { scps: [] },
    })
    at(`${organization}/scps/p-1/metadata.json`, { name: 'no-keys' })
    at(`${organization}/scps/p-1/policy.json`, {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'iam:CreateAccessKey', Resource: '*' },
      ],
    })
  })

  test('tells of roles, of policies to attach, and of control policies', async () => {
    const pass = passes(`arn:aws:iam::${A}:role/admin`)
    expect(said(await scan(pass, collected))).toContain('role/admin')
    const attach = role({ ManagedPolicyArns: [`arn:aws:iam::${A}:policy/deploy`] })
    expect(told(await scan(attach, collected)).join()).toContain('iam/attached-account-policy')
    expect(said(await scan(grants({ Action: 'iam:CreateAccessKey', Resource: '*' }), collected))).toContain(
      'by `no-keys`',
    )
  })
})

test('what is neither is refused, in a line that says how to make one', async () => {
  const file = join(folder, 'other.json')
  writeFileSync(file, '{"Version": "2012-10-17"}')
  await expect(scan(readFileSync(SAVED, 'utf8'), file)).rejects.toThrow(
    /not a saved account; write it with: keylatch account --save/,
  )
})
