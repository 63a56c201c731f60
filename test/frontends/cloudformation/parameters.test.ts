import { describe, expect, test } from 'vitest'
import { rememberingTree } from '../../../src/core/tree.ts'
import { affectedPaths, parseTree } from '../../../src/frontends/index.ts'
import { said } from '../../iam/support/scan.ts'
import { treeOf } from '../terraform/trees.ts'

const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess'
const ROLE = `Resources:
  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }] }
      ManagedPolicyArns: [!Ref Arn]
`
const TEMPLATE = `Parameters:\n  Arn: { Type: String, Default: 'arn:aws:iam::aws:policy/AWSLambdaExecute' }\n${ROLE}`

/** What gives the parameter of a template, each in a file of its own. */
test.each<[string, Record<string, string>]>([
  ['a map in YAML', { 'params/prod.yaml': `Parameters:\n  Arn: ${ADMIN}\n` }],
  ['a list of texts', { 'params/prod.json': JSON.stringify([`Arn=${ADMIN}`]) }],
  [
    'the settings of SAM',
    { 'samconfig.toml': `[prod.deploy.parameters]\nparameter_overrides = "Arn=\\"${ADMIN}\\""\n` },
  ],
  [
    'the settings of SAM, as a list',
    { 'samconfig.toml': `[prod.deploy.parameters]\nparameter_overrides = ["Arn=${ADMIN}"]\n` },
  ],
  [
    'a script that deploys',
    {
      'deploy.sh': `#!/bin/bash\naws cloudformation deploy --template-file role.yaml --stack-name x --parameter-overrides Arn=${ADMIN}\n`,
    },
  ],
  [
    'a workflow that creates',
    {
      '.github/workflows/a.yml': `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          aws cloudformation create-stack --stack-name x --template-body file://role.yaml \\\n            --parameters ParameterKey=Arn,ParameterValue=${ADMIN}\n`,
    },
  ],
  [
    'an action that deploys',
    {
      '.github/workflows/a.yml': `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: aws-actions/aws-cloudformation-github-deploy@v1\n        with:\n          template: role.yaml\n          parameter-overrides: "Arn=${ADMIN}"\n`,
    },
  ],
  [
    'a stack whose template is uploaded',
    {
      'parent.yaml': `Resources:\n  Child:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: !Sub 'https://\${Bucket}.s3.amazonaws.com/x/role.yaml'\n      Parameters: { Arn: '${ADMIN}' }\n`,
    },
  ],
])('%s', async (_name, files) => {
  const found = await said({ 'role.yaml': TEMPLATE, ...files })
  expect(found.join('\n')).toContain('iam/risky-managed-policy critical')
})

test('a template is judged by itself where a command hands it over', async () => {
  const template = TEMPLATE.replace('AWSLambdaExecute', 'AdministratorAccess')
  const script = '#!/bin/bash\naws cloudformation create-stack --stack-name x --template-body file://role.yaml\n'
  expect((await said({ 'role.yaml': template, 'deploy.sh': script })).join('\n')).toContain(
    'risky-managed-policy critical',
  )
})

test.each([
  ['role.yaml.erb', `<% if admin %>\n${ROLE}<% end %>\n`],
  ['role.yml.hbs', `{{#if admin}}\n${ROLE}{{/if}}\n`],
  ['.ebextensions/role.config', ROLE],
  ['cloudformation/role', `AWSTemplateFormatVersion: "2010-09-09"\n${ROLE}`],
  ['role.txt', `AWSTemplateFormatVersion: "2010-09-09"\n${ROLE}`],
])('a template called %s', async (path, text) => {
  expect((await said({ [path]: text.replace('!Ref Arn', `'${ADMIN}'`) })).join('\n')).toContain(
    'risky-managed-policy critical',
  )
})

const POLICY = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] })

test.each([
  ['templates/policy.json.tftpl', POLICY, true],
  ['policy.json.tpl', POLICY.replace('[', '[\n%{ if admin }\n').replace(']', '\n%{ endif }\n]'), true],
  ['permission-boundaries/dev.json', POLICY, false],
  ['iam/permissions_boundary/dev.json', POLICY, false],
  [
    'limits.py',
    `import boto3, json\nboto3.client("organizations").create_policy(Name="x", Type="SERVICE_CONTROL_POLICY", Content=json.dumps(${POLICY}))\n`,
    false,
  ],
])('a document in %s', async (path, text, grants) => {
  expect((await said({ [path]: text })).some((line) => line.startsWith('iam/full-admin'))).toBe(grants)
})

describe('a change of what gives values', () => {
  const template = 'Parameters:\n  Arn: { Type: String }\nResources: {}\n'
  const call = 'run: aws cloudformation deploy --template-file role.yaml --parameter-overrides Arn=x\n'
  const read: Record<string, number> = {}
  const tree = (files: Record<string, string>) => {
    const inner = treeOf(files)
    return rememberingTree({
      ...inner,
      read(path: string) {
        read[path] = (read[path] ?? 0) + 1
        return inner.read(path)
      },
    })
  }

  test('concerns the templates that a command names, and those near a file of parameters', () => {
    const files = {
      'role.yaml': template,
      'other.yaml': template,
      '.github/workflows/a.yml': call,
      'p.json': '[{"ParameterKey":"Arn"}]',
    }
    const affected = (path: string) => [...affectedPaths(tree(files), [path])].filter((one) => one !== path).sort()
    expect(affected('.github/workflows/a.yml')).toEqual(['role.yaml'])
    expect(affected('p.json')).toEqual(['other.yaml', 'role.yaml'])
  })

  test('is read once, however many templates there are', () => {
    const names = Array.from({ length: 40 }, (_, index) => `t${index}.yaml`)
    const givers = { 'a.params.json': '[{"ParameterKey":"Arn","ParameterValue":"x"}]' }
    const all = tree({ ...givers, ...Object.fromEntries(names.map((name) => [name, TEMPLATE])) })
    expect([...parseTree(all)].length).toBeGreaterThan(0)
    expect(read['a.params.json']).toBeLessThan(5)
  })
})
