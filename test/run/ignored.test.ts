import { afterEach, expect, test } from 'vitest'
import { run } from '../../src/run.ts'
import { Repository } from '../support/repository.ts'

/** What is ignored is ignored where it stands, not where something that is judged uses it. */
const repositories: Repository[] = []
afterEach(() => {
  for (const repository of repositories.splice(0)) repository.dispose()
})

async function found(after: Record<string, string>) {
  const repository = new Repository()
  repositories.push(repository)
  repository.commit('before', { '.keylatch.yml': 'paths-ignore: [docs]\n', 'README.md': 'x' })
  repository.commit('after', after)
  const report = await run({
    root: repository.root,
    scope: { kind: 'range', base: 'HEAD~1', head: 'HEAD' },
    policyFrom: 'repository',
    paths: [],
    pathsIgnore: [],
    today: '2026-10-01',
    now: () => 0,
    env: process.env,
  })
  return [
    report.verdict,
    ...report.findings.map(({ ruleId, location }) => `${location.uri}:${location.region.startLine} ${ruleId}`),
  ]
}

const POLICY = (action: string) =>
  `resource "aws_iam_role_policy" "a" {\n  role   = "r"\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ${action}, Resource = "*" }] })\n}\n`
const CALL = 'module "m" {\n  source = "../docs/m"\n  a      = "*"\n}\n'

test('a module in an ignored folder is judged where one that is not ignored calls it', async () => {
  const files = { 'docs/m/main.tf': `variable "a" {}\n${POLICY('var.a')}`, 'infra/main.tf': CALL }
  expect(await found(files)).toEqual(['block', 'infra/main.tf:2 iam/full-admin'])
})

test('so is one that grants all by itself', async () => {
  const files = { 'docs/m/main.tf': `variable "a" {}\n${POLICY('"*"')}`, 'infra/main.tf': CALL }
  expect(await found(files)).toEqual(['block', 'infra/main.tf:2 iam/full-admin'])
})

test('and a policy that is read from there', async () => {
  const statement = '{ "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }] }'
  const use =
    'resource "aws_iam_role_policy" "a" {\n  role   = "r"\n  policy = file("${path.module}/../docs/p.json")\n}\n'
  const [verdict, ...findings] = await found({ 'docs/p.json': statement, 'infra/main.tf': use })
  expect(verdict).toBe('block')
  expect(findings).toEqual([expect.stringMatching(/^infra\/main\.tf:\d iam\/full-admin$/)])
})

const STACK = (url: string) =>
  `Resources:\n  Nested:\n    Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: ${url} }\n`
const CHILD =
  'Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties: { PolicyDocument: { Statement: [{ Effect: Allow, Action: "*", Resource: "*" }] }, Roles: [r] }\n'

test('and a template that a stack is made of, within others too', async () => {
  expect(await found({ 'docs/child.yaml': CHILD, 'infra/stack.yaml': STACK('../docs/child.yaml') })).toEqual([
    'block',
    'infra/stack.yaml:4 iam/full-admin',
  ])
  const files = {
    'docs/child.yaml': CHILD,
    'docs/middle.yaml': STACK('child.yaml'),
    'infra/stack.yaml': STACK('../docs/middle.yaml'),
  }
  expect((await found(files))[0]).toBe('block')
})

test('what only ignored files use stays ignored', async () => {
  expect(
    await found({ 'docs/m/main.tf': POLICY('"*"'), 'docs/all/main.tf': CALL.replace('../docs/m', '../m') }),
  ).toEqual(['pass'])
  expect(await found({ 'docs/child.yaml': CHILD, 'docs/stack.yaml': STACK('child.yaml') })).toEqual(['pass'])
})
