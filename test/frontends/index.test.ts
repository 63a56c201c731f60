import { describe, expect, test } from 'vitest'
import { affectedPaths, looksInto, parseSource, parseTree } from '../../src/frontends/index.ts'
import { snapshot, treeOf } from './support.ts'

const ADMIN = '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'
const FILES: Record<string, string> = {
  'README.md': 'nothing to see',
  'docs/init.sh.txt': 'x',
  'infra/main.tf':
    'resource "aws_iam_policy" "p" {\n  policy = file("${path.module}/p.json")\n}\nresource "aws_instance" "i" {\n  user_data = templatefile("${path.module}/init.sh", {})\n}\n',
  'infra/p.json': ADMIN,
  'infra/init.sh': '#!/bin/bash\nexport DB_PASSWORD=literal\n',
  'ops/deploy.sh': 'aws iam put-role-policy --role-name r --policy-name p --policy-document file://role.json\n',
  'ops/role.json': ADMIN,
  'ops/other.json': ADMIN,
  'src/index.ts': 'export {}',
  'package-lock.json': '{}',
}

describe('parseTree', () => {
  test('a file that another unit takes in is judged there, with its consumer', () => {
    const found = snapshot(FILES)
    expect(found.units.map(({ unit }) => unit).sort()).toEqual(['infra', 'ops/deploy.sh', 'ops/other.json'])
    expect(found.policies().sort()).toEqual([
      'identity managed-policy aws_iam_policy.p: Allow * *',
      'identity role r: Allow * *',
      'identity: Allow * *',
    ])
    expect(found.scripts('user-data')).toEqual(['shell: #!/bin/bash\nexport DB_PASSWORD=literal\n'])
  })

  test('of some paths only the units that they belong to', () => {
    const units = (paths: string[]) => [...parseTree(treeOf(FILES), paths)].map(({ unit }) => unit)
    expect(units(['ops/other.json', 'gone.json', 'src/index.ts'])).toEqual(['ops/other.json'])
    expect(units(['infra/main.tf', 'infra/p.json'])).toEqual(['infra'])
    expect(units([])).toEqual([])
  })

  test('a script without an extension is known by its first line', () => {
    expect(
      snapshot({ 'bin/deploy': '#!/usr/bin/env bash\nexport A=b\n', 'bin/other': 'export A=b\n' }).scripts(),
    ).toEqual(['shell: #!/usr/bin/env bash\nexport A=b\n'])
  })

  test('the plan of Terraform in JSON', () => {
    const values = { policy: '{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}', name: 'p' }
    const resource = { address: 'aws_iam_policy.p', mode: 'managed', type: 'aws_iam_policy', name: 'p', values }
    const plan = {
      format_version: '1.2',
      terraform_version: '1.9.0',
      planned_values: { root_module: { resources: [resource] } },
    }
    expect(snapshot({ 'plan.json': JSON.stringify(plan) }).policies()).toEqual([
      'identity managed-policy aws_iam_policy.p: Allow s3:* *',
    ])
  })

  test('a file that disappears while it is read is skipped', () => {
    const tree = { ...treeOf(FILES), read: () => undefined }
    expect([...parseTree(tree)].flatMap(({ nodes }) => nodes)).toEqual([])
  })
})

describe('files known by name or by what they say', () => {
  test('user-data, settings of a shell and of sshd', () => {
    const script = '#!/bin/bash\nexport A=b\n'
    for (const path of ['user-data.sh', 'userdata', 'a/user_data.tpl', 'web-userdata.sh.tftpl', 'cloud-init.cfg']) {
      expect(snapshot({ [path]: script }).scripts('user-data')).toHaveLength(1)
    }
    for (const path of ['.env', '.env.production', '.envrc', 'init.sh.tpl', 'etc/sshd_config']) {
      expect(snapshot({ [path]: 'A=b\n' }).scripts('script')).toHaveLength(1)
    }
    for (const path of ['.env.example', 'user-data.md', 'userData.ts', 'notes.txt']) {
      expect(snapshot({ [path]: script }).scripts()).toHaveLength(0)
    }
  })

  test('standard input is known by what it says', () => {
    const kinds = (text: string) => parseSource({ uri: '<stdin>', text }).nodes.map(({ kind }) => kind)
    expect(kinds(ADMIN)).toEqual(['policy'])
    expect(kinds('#!/bin/sh\nls')).toEqual(['script'])
    expect(kinds('#cloud-config\nruncmd: [ls]')).toEqual(['script', 'script'])
    expect(kinds('FROM x\nRUN ls\n')).toEqual(['container', 'script'])
    expect(kinds(`Resources:\n  P: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: ${ADMIN}}}`)).toEqual([
      'resource',
      'policy',
    ])
    expect(kinds('resource "aws_instance" "i" {\n  user_data = "ls"\n}\n')).toContain('script')
    expect(kinds('nothing in particular')).toEqual([])
  })
})

describe('affectedPaths', () => {
  const affected = (...changed: string[]) => [...affectedPaths(treeOf(FILES), changed)].sort()
  test('a policy, a script and a document bring those that take them in', () => {
    expect(affected('ops/role.json')).toEqual(expect.arrayContaining(['ops/role.json', 'ops/deploy.sh']))
    expect(affected('infra/p.json')).toEqual(expect.arrayContaining(['infra/p.json', 'infra/main.tf']))
    expect(affected('infra/init.sh')).toEqual(expect.arrayContaining(['infra/init.sh', 'infra/main.tf']))
  })

  test('unrelated files stay out', () => {
    expect(affected('infra/main.tf')).toEqual(['infra/main.tf'])
    expect(affected('src/index.ts')).not.toContain('ops/deploy.sh')
  })

  test('nothing is read for what nobody takes in, and nothing but what was told beforehand', () => {
    const readFor = (...changed: string[]): string[] => {
      const read = new Set<string>()
      const tree = treeOf(FILES)
      affectedPaths({ ...tree, read: (path) => tree.read(read.add(path) && path) }, changed)
      const told = looksInto(changed)
      expect([...read].filter((path) => !told(path))).toEqual([])
      return [...read]
    }
    expect(readFor('server/main.go', 'README.md', 'go.sum')).toEqual([])
    expect(readFor('infra/main.tf')).toEqual(['infra/main.tf'])
    expect(readFor('ops/role.json')).toEqual(expect.arrayContaining(['infra/main.tf', 'ops/deploy.sh']))
  })

  test('a template brings those that make stacks of it, and values those that are given them', () => {
    const nested = (url: string, type: string, argument: string) =>
      `Resources:\n  S:\n    Type: ${type}\n    Properties: { ${argument}: ${url}, Parameters: { A: b } }\n`
    const files = {
      'top.yaml': nested('./mid.yaml', 'AWS::CloudFormation::Stack', 'TemplateURL'),
      'mid.yaml': `Parameters:\n  A: { Type: String }\n${nested('./deep.yaml', 'AWS::Serverless::Application', 'Location')}`,
      'deep.yaml': 'Parameters:\n  A: { Type: String }\nResources: {}\n',
      'other.yaml': nested('./else.yaml', 'AWS::CloudFormation::Stack', 'TemplateURL'),
      'params/prod.json': '[{ "ParameterKey": "A", "ParameterValue": "x" }]',
    }
    expect([...affectedPaths(treeOf(files), ['deep.yaml'])].sort()).toEqual(['deep.yaml', 'mid.yaml', 'top.yaml'])
    const given = [...affectedPaths(treeOf(files), ['params/prod.json'])]
    expect(given).toEqual(expect.arrayContaining(['deep.yaml', 'mid.yaml']))
    expect(given).not.toContain('other.yaml')
    const sam = { ...files, 'samconfig.toml': '[default.deploy.parameters]\nparameter_overrides = "A=x"\n' }
    expect([...affectedPaths(treeOf(sam), ['samconfig.toml'])]).toContain('deep.yaml')
  })

  test('what was taken in by something that was taken in', () => {
    const files = {
      'a.sh': 'aws ec2 run-instances --user-data file://b.sh',
      'b.sh': 'aws iam create-role --role-name r --assume-role-policy-document file://c.json',
      'c.json': ADMIN,
    }
    expect([...affectedPaths(treeOf(files), ['c.json'])].sort()).toEqual(['a.sh', 'b.sh', 'c.json'])
  })
})

describe('parseSource', () => {
  test('a file without its neighbours', () => {
    const parsed = parseSource({ uri: 'ops/deploy.sh', text: FILES['ops/deploy.sh']! })
    expect(parsed.nodes.map(({ kind }) => kind)).toEqual(['policy', 'script'])
    expect(parseSource({ uri: 'src/index.ts', text: 'export {}' })).toMatchObject({ unit: 'src/index.ts', nodes: [] })
  })
})
