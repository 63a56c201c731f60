import { expect, test } from 'vitest'
import { run } from '../../src/run.ts'
import { fake } from '../support/placeholders.ts'

/**
 * What is put behind more of something than people write: one more part, level, item or name each. It is found there, or what could
 * not be judged is told as `scan/unread`: no limit cuts without a word.
 */
const times = <T>(size: number, make: (at: number) => T): T[] => Array.from({ length: size }, (_, at) => make(at))
const SECRET = fake('PASSWORD', 'behind')
const ADMIN = { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }
const HARMLESS = { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }] }
const ATTACH = 'aws iam attach-role-policy --role-name r --policy-arn arn:aws:iam::aws:policy/AdministratorAccess\n'

/** A value in maps within maps. */
const deep = (levels: number, value: unknown): unknown =>
  times(levels, () => 0).reduce<unknown>((inner) => ({ inner }), value)
const json = (value: unknown) => `${JSON.stringify(value)}\n`
const functions = (levels: number) =>
  `#!/bin/bash\nf0() { aws iam attach-role-policy --role-name r --policy-arn "$1"; }\n${times(levels, (at) => `f${at + 1}() { f${at} "$1"; }\n`).join('')}f${levels} arn:aws:iam::aws:policy/AdministratorAccess\n`
const mime = (parts: number) =>
  `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n${times(parts, () => '--b\nContent-Type: text/plain\n\nx\n').join('')}--b\nContent-Type: text/x-shellscript\n\n#!/bin/sh\nexport DB_PASSWORD=${SECRET}\n--b--\n`
const keyFor = (name: string) => ({
  Effect: 'Allow',
  Action: 'iam:CreateAccessKey',
  Resource: `arn:aws:iam::111122223333:user/${name}`,
})
const userOf = (name: string, PolicyDocument: object) => ({
  [name]: {
    Type: 'AWS::IAM::User',
    Properties: { UserName: name, Policies: [{ PolicyName: 'p', PolicyDocument }] },
  },
})

const CASES: Record<string, readonly [path: string, text: string]> = {
  'a policy 60 levels deep in JSON': ['a.json', json(deep(60, ADMIN))],
  'a policy 600 levels deep in JSON': ['a.json', json(deep(600, ADMIN))],
  'a policy behind 3,000 others': ['a.json', json([...times(3000, () => HARMLESS), ADMIN])],
  'a role of Ansible 60 levels deep': [
    'roles/x/tasks/main.yml',
    `- hosts: all\n  vars: ${json(deep(60, { db_password: SECRET }))}`,
  ],
  'an environment of Kubernetes 40 levels deep': [
    'deploy.yaml',
    `apiVersion: apps/v1\nkind: Deployment\nspec: ${json(deep(40, { env: [{ name: 'DB_PASSWORD', value: SECRET }] }))}`,
  ],
  'a script of a pipeline 40 levels deep': ['.gitlab-ci.yml', `job: ${json(deep(40, { script: [ATTACH.trim()] }))}`],
  'an argument of an unknown type 40 levels deep': [
    'main.tf',
    `resource "acme_thing" "x" {\n  a = ${times(40, () => '{ a = ').join('')}jsonencode(${JSON.stringify(ADMIN).replaceAll(':', '=').replaceAll('"', '').replaceAll('*', '"*"').replace('Allow', '"Allow"')})${' }'.repeat(40)}\n}\n`,
  ],
  'a policy behind 60 others in an unknown type': [
    't.json',
    json({ Resources: { X: { Type: 'Custom::X', Properties: { All: [...times(60, () => HARMLESS), ADMIN] } } } }),
  ],
  'user-data behind 250 parts': [
    'main.tf',
    `resource "aws_instance" "x" {\n  user_data = <<-EOT\n${mime(250)}EOT\n}\n`,
  ],
  'a command behind five functions': ['go.sh', functions(5)],
  'the 25th job of a matrix': [
    '.github/workflows/x.yml',
    `on: push\njobs:\n  a:\n    strategy:\n      matrix:\n        arn: [${times(24, (at) => `x${at}`).join(', ')}, "arn:aws:iam::aws:policy/AdministratorAccess"]\n    steps:\n      - run: aws iam attach-role-policy --role-name r --policy-arn \${{ matrix.arn }}\n`,
  ],
  'the 60th item of a loop': [
    'stack.ts',
    `import * as iam from 'aws-cdk-lib/aws-iam'\nfor (const action of [${times(60, (at) => `'s3:Get${at}'`).join(', ')}, '*']) {\n  role.addToPolicy(new iam.PolicyStatement({ actions: [action], resources: ['*'] }))\n}\n`,
  ],
  'the fiftieth column of a table': [
    'users.csv',
    `${times(49, (at) => `c${at}`).join(',')},password\n${times(49, (at) => `v${at}`).join(',')},${SECRET}\n`,
  ],
  'a command behind fifty options of a container': [
    'go.sh',
    `#!/bin/bash\ndocker run ${times(50, (at) => `-e A${at}=b`).join(' ')} amazon/aws-cli ${ATTACH.slice('aws '.length)}`,
  ],
  'PowerShell behind half a million words': ['go.ps1', `${'echo a b c d e f g h i\n'.repeat(50_000)}${ATTACH}`],
  'the 60th name that a grant reaches': [
    't.json',
    json({
      Resources: {
        ...userOf('powerful', ADMIN),
        ...userOf('caller', { Statement: [...times(60, (at) => keyFor(`other${at}`)), keyFor('powerful')] }),
      },
    }),
  ],
}

test.each(Object.entries(CASES))('%s', async (name, [path, text]) => {
  const { findings, verdict } = await run({
    root: '/',
    scope: { kind: 'stdin', bytes: Buffer.from(text), name: path },
    policyFrom: 'repository',
    paths: [],
    pathsIgnore: [],
    today: '2026-10-01',
    now: () => 0,
    env: {},
  })
  const told = findings.map(({ ruleId, severity, message }) => `${ruleId} ${severity} ${message}`)
  if (name.startsWith('the 60th name')) expect(told.join('\n')).toMatch(/privilege-escalation high .*CreateAccessKey/)
  else if (verdict !== 'block') expect(told).toEqual([expect.stringContaining('iam/full-admin')])
})
