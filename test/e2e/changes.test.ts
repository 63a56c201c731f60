import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Finding, Report } from '../../src/core/finding.ts'
import { keylatch } from '../support/dist.ts'
import { fake } from '../support/placeholders.ts'
import { Repository } from '../support/repository.ts'

/** What a change causes is told where it takes effect, with the place that was changed; what only moves is no news. */
const BASE = {
  'main.tf': `variable "actions" {
  default = ["s3:GetObject"]
}
variable "boot" {
  default = "echo hello"
}
variable "stage" {}
module "ci" {
  source  = "./ci"
  actions = var.actions
}
module "ops" {
  source  = "./ci"
  actions = ["s3:ListAllMyBuckets"]
}
resource "aws_instance" "web" {
  user_data = templatefile("\${path.module}/init.sh", { boot = var.boot, stage = var.stage })
}
`,
  'terraform.tfvars': 'stage = "test"\n',
  'init.sh': '#!/bin/bash\nSTAGE=${stage}\n${boot}\n',
  'ci/main.tf': `variable "actions" {}
data "aws_iam_policy_document" "this" {
  statement {
    actions   = var.actions
    resources = ["*"]
  }
}
resource "aws_iam_policy" "this" {
  name   = "ci"
  policy = data.aws_iam_policy_document.this.json
}
`,
  'role.json': `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "*", "Resource": "*" },
    { "Effect": "Deny", "NotAction": "s3:GetObject", "Resource": "*" }
  ]
}
`,
}

const repository = new Repository()
beforeAll(() => void repository.commit('base', BASE))
afterAll(() => repository.dispose())

/** The new findings of a branch that changes these files. */
async function newFindings(change: (repo: Repository) => void): Promise<{ findings: Finding[]; report: Report }> {
  repository.git('checkout', '-q', '-B', 'change', 'main')
  change(repository)
  repository.commit('change')
  const { stdout } = await keylatch(['scan', '--base', 'main', '--format', 'json'], { cwd: repository.root })
  const report = JSON.parse(stdout) as Report
  return { findings: report.findings.filter(({ state }) => state === 'new'), report }
}

const edit = (path: keyof typeof BASE, from: string, to: string) => (repo: Repository) =>
  void repo.write({ [path]: BASE[path].replace(from, to) })

const place = ({ location }: Finding) => `${location.uri}:${location.region.startLine}`
const related = ({ relatedLocations }: Finding) =>
  relatedLocations.map(({ uri, region }) => `${uri}:${region.startLine}`)

describe('changing only', () => {
  test("a variable's default: told where it is used, with the default beside it", async () => {
    const { findings } = await newFindings(edit('main.tf', '"s3:GetObject"', '"iam:PutUserPolicy"'))
    expect(findings.map(({ ruleId }) => ruleId)).toContain('iam/privilege-escalation')
    const finding = findings.find(({ ruleId }) => ruleId === 'iam/privilege-escalation')!
    expect(place(finding)).toBe('ci/main.tf:4')
    expect(related(finding)).toContain('main.tf:2')
  })

  test("a local module's argument", async () => {
    const { findings } = await newFindings(edit('main.tf', '"s3:ListAllMyBuckets"', '"iam:CreateAccessKey"'))
    const finding = findings.find(({ ruleId }) => ruleId === 'iam/privilege-escalation')!
    expect(place(finding)).toBe('ci/main.tf:4')
    expect(related(finding)).toContain('main.tf:14')
  })

  test('a variable that ends up in user-data', async () => {
    const secret = `export DB_PASSWORD=${fake('PASSWORD')}`
    const { findings } = await newFindings(edit('main.tf', 'echo hello', secret))
    expect(findings.map(place)).toEqual(['main.tf:5'])
    expect(findings[0]).toMatchObject({ ruleId: 'user-data/literal-secret', blocking: true })
    expect(related(findings[0]!)).toContain('main.tf:17')
  })

  test('a .tfvars file', async () => {
    const { findings } = await newFindings(edit('terraform.tfvars', 'test', `x; API_TOKEN=${fake('HEX40')}`))
    expect(findings.map(place)).toContain('terraform.tfvars:1')
    expect(findings.flatMap(related)).toContain('main.tf:17')
  })

  test('a template', async () => {
    const { findings } = await newFindings(edit('init.sh', 'STAGE', `API_TOKEN=${fake('HEX40')}\nSTAGE`))
    expect(findings.map(place)).toEqual(['init.sh:2'])
    expect(related(findings[0]!)).toContain('main.tf:17')
  })

  test('a Deny away: told at what it guarded, with what is newly permitted', async () => {
    const { findings, report } = await newFindings((repo) =>
      repo.write({ 'role.json': BASE['role.json'].replace(/,\n.*Deny.*\n/, '\n') }),
    )
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['iam/full-admin'])
    expect(place(findings[0]!)).toBe('role.json:4')
    expect(report.permissionChanges[0]).toMatchObject({ actionsBefore: 1 })
    expect(report.permissionChanges[0]!.actionsAfter).toBeGreaterThan(20_000)
  })
})

test('order, case, spaces, a new name for a file: nothing is new', async () => {
  const { findings, report } = await newFindings((repo) => {
    repo.git('mv', 'role.json', 'admin.json')
    repo.write({ 'admin.json': JSON.stringify(JSON.parse(BASE['role.json'].replace('s3:GetObject', 'S3:getobject'))) })
  })
  expect(findings).toEqual([])
  expect(report.permissionChanges).toEqual([])
})

describe('only what is newly true blocks', () => {
  const role = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
  const allow = (Action: string | string[], Resource: string | string[] = '*') => ({
    Effect: 'Allow',
    Action,
    Resource,
  })
  const admin = new Repository()
  beforeAll(() => {
    admin.commit('base', {
      'admin.json': role(allow('*')),
      'reader.json': role(allow('s3:Get*', 'arn:aws:s3:::b/*')),
    })
  })
  afterAll(() => admin.dispose())

  /** Rules of new findings, by whether they block; and what the comparison says. */
  async function scanned(files: Record<string, string | undefined>) {
    admin.git('checkout', '-q', '-B', 'change', 'main')
    for (const [path, text] of Object.entries(files)) {
      if (text === undefined) admin.git('rm', '-q', path)
      else admin.write({ [path]: text })
    }
    admin.commit('change')
    const { stdout } = await keylatch(['scan', '--base', 'main', '--format', 'json'], { cwd: admin.root })
    const report = JSON.parse(stdout) as Report
    return { blocking: report.findings.filter(({ blocking }) => blocking).map(({ ruleId }) => ruleId), report }
  }

  test('narrowing * to a service does not', async () => {
    const { blocking, report } = await scanned({ 'admin.json': role(allow('iam:*')) })
    expect(blocking).toEqual([])
    expect(report.verdict).toBe('pass')
    expect(report.findings.map(({ ruleId, state }) => `${ruleId} ${state}`)).toContain(
      'iam/privilege-escalation existing',
    )
  })

  test('splitting it into statements does not', async () => {
    const split = role(allow('iam:*'), { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })
    expect((await scanned({ 'admin.json': split })).blocking).toEqual([])
  })

  test('widening does, and says what it makes possible', async () => {
    const { blocking, report } = await scanned({
      'reader.json': role(allow(['s3:Get*', 'iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'])),
    })
    expect(blocking).toContain('iam/privilege-escalation')
    const [change] = report.permissionChanges
    expect(change!.actionsAfter).toBeGreaterThan(change!.actionsBefore)
    expect(change!.details.join('\n')).toContain('newly `iam:PassRole` on `*`')
  })

  test('narrowing one while widening another does', async () => {
    const { blocking } = await scanned({ 'admin.json': role(allow('iam:*')), 'reader.json': role(allow('iam:*')) })
    expect(blocking).toEqual(['iam/privilege-escalation'])
  })

  test('seen from another folder too, by the path of the repository', async () => {
    await scanned({ 'reader.json': role(allow('iam:*')) })
    const { exitCode, stdout } = await keylatch(['scan', admin.root, '--base', 'main'], { cwd: repository.root })
    expect(exitCode).toBe(1)
    expect(stdout).toContain('reader.json')
  })

  test('taking a boundary away does, and the finding says that it was the boundary', async () => {
    const template = (boundary: string) => `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Limit:
    Type: AWS::IAM::ManagedPolicy
    Properties: {PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "s3:Get*", Resource: "*"}]}}
  Ci:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: "sts:AssumeRole"}]}
${boundary}      Policies:
        - PolicyName: all
          PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "*", Resource: "*"}]}
`
    admin.git('checkout', '-q', 'main')
    admin.commit('template', { 'role.yaml': template('      PermissionsBoundary: !Ref Limit\n') })
    const { blocking, report } = await scanned({ 'role.yaml': template('') })
    expect(blocking).toEqual(['iam/full-admin'])
    const finding = report.findings.find(({ ruleId }) => ruleId === 'iam/full-admin')!
    expect(place(finding)).toBe('role.yaml:12')
    expect(finding.relatedLocations.map(({ message, region }) => `${region.startLine} ${message}`)).toContain(
      '6 its permissions boundary was removed, which held this back',
    )
    expect(report.permissionChanges[0]!.details[0]).toBe('permissions boundary removed')
    expect(report.permissionChanges[0]!.location?.region.startLine).toBe(6)
  })

  test('giving it to a new file does', async () => {
    expect((await scanned({ 'other.json': role(allow('iam:*')) })).blocking).toEqual(['iam/privilege-escalation'])
  })
})
