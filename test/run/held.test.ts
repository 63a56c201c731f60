import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from '../../src/run.ts'
import { expand, fake } from '../support/placeholders.ts'

/** What version 1.0.0 found in these files, and the fingerprints it gave: entries of people hang on them. */
const FINGERPRINTS: Readonly<Record<string, string>> = {
  'ci.env credentials/github-token': '8fc1693c9c0f28f5bd242b7e456162ea',
  'ci.env user-data/script-secret': '34f2f336cfca8ea187cae8aa087865dd',
  'keys.ini credentials/aws-access-key': '21a3c4d6529e37f89706f17bf9abc476',
  'main.tf iam/data-exfiltration': 'c3ee3a482796ca2689a78b277ca75481',
  'main.tf iam/full-admin': '8295c3fa48b4c1bb1560411eacd8318b',
  'main.tf iam/pass-any-role': 'b8b19b745be41b51bd4ba3b59e38c85e',
  'main.tf iam/service-wildcard': 'ebaa56a70bd818f80ef6774833b0d669',
  'main.tf trust/any-principal': 'f1d498cf16a7a2c0cf44c75e8eb365ab',
  'main.tf user-data/literal-secret': 'a5dd1bb53fb0aaa03605c08b53fa12c3',
  'server.pem credentials/private-key': '39f126c008343e4abdb62ec0f0f438e2',
  'template.yaml iam/risky-managed-policy': 'd9ab1acee25af1dbaff91691fe9193cc',
  'template.yaml trust/github-oidc': '634f6cd26b7ac49e637d3c404473d4f1',
  'template.yaml user-data/environment-secret': 'cf6776c42e1863f3b7e8c90cc179e4ff',
}

const policy = (action: string) =>
  `jsonencode({ Statement = [{ Effect = "Allow", Action = "${action}", Resource = "*" }] })`
const FILES: Readonly<Record<string, string>> = {
  'keys.ini': expand('aws_access_key_id = @@AWS_ID:held@@\naws_secret_access_key = @@AWS_SECRET:held@@\n'),
  'ci.env': expand('GITHUB_TOKEN=@@GITHUB_TOKEN:held@@\nDB_PASSWORD=@@PASSWORD:held@@\n'),
  'server.pem': `${fake('PRIVATE_KEY', 'held')}\n`,
  'main.tf': `resource "aws_iam_role" "ci" {
  name               = "ci"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = "*" }] })
}
resource "aws_iam_role_policy" "all" {
  name   = "all"
  role   = aws_iam_role.ci.id
  policy = ${policy('*')}
}
resource "aws_iam_policy" "s3" {
  name   = "s3"
  policy = ${policy('s3:*')}
}
resource "aws_iam_policy" "pass" {
  name   = "pass"
  policy = ${policy('iam:PassRole')}
}
resource "aws_iam_policy" "read" {
  name   = "read"
  policy = ${policy('secretsmanager:GetSecretValue')}
}
resource "aws_instance" "host" {
  user_data = "#!/bin/sh\\nexport DB_PASSWORD='${fake('PASSWORD', 'host')}'\\n"
}
`,
  'template.yaml': `Resources:
  Deployer:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Action: sts:AssumeRoleWithWebIdentity
            Principal: { Federated: !Sub "arn:aws:iam::\${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com" }
            Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": sts.amazonaws.com } }
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Environment: { Variables: { API_TOKEN: ${fake('ALNUM36', 'held')} } }
`,
}

/** What 1.0.0 told one by one is told together today, and all of its entries stand for that. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'all.json iam/service-wildcard': [
    '3c5edbf3d18c78998cf797034e374ffe',
    '56f3e94e77cee2276f0969c3c1581db6',
    'c77905d55863d5b88abec9c34388439e',
    '501327d25127db1786c998142934b7fd',
  ],
  'queue.json trust/any-principal': ['00a349c7e874483d9764d746befbec0b', '8b279ff609df814dbe587dad3e133dbb'],
}
const TOGETHER: Readonly<Record<string, string>> = {
  'all.json': `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": ["s3:*", "ec2:*", "sqs:*", "sns:*"], "Resource": "*" }]
}
`,
  'queue.json': `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Send", "Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:q" },
    { "Sid": "Read", "Effect": "Allow", "Principal": "*", "Action": "sqs:ReceiveMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:q" }
  ]
}
`,
}

const folder = mkdtempSync(join(tmpdir(), 'keylatch-test-held-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Row {
  readonly fingerprint: string
  readonly rule: string
  readonly path: string
  readonly note: string
}

const rowsOf = (prints: Readonly<Record<string, readonly string[]>>): Row[] =>
  Object.entries(prints).flatMap(([name, all]) => {
    const [path = '', rule = ''] = name.split(' ')
    return all.map((fingerprint) => ({ fingerprint, rule, path, note: '' }))
  })
const ROWS = rowsOf(Object.fromEntries(Object.entries(FINGERPRINTS).map(([name, print]) => [name, [print]])))

async function scanned(mechanism: string, rows: readonly Row[], files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(folder, 'held-'))
  const entries = rows.map(({ fingerprint }) => `  - fingerprint: "${fingerprint}"\n    reason: known`).join('\n')
  const [name, text] =
    mechanism === 'baseline'
      ? ['known.json', JSON.stringify({ version: 1, findings: rows })]
      : ['.keylatch.yml', `allow:\n${entries}\n`]
  for (const [path, content] of Object.entries({ ...files, [name]: text })) writeFileSync(join(root, path), content)
  const { findings } = await run({
    root,
    scope: { kind: 'path', path: root },
    ...(mechanism === 'baseline' ? { baseline: join(root, name) } : {}),
    policyFrom: 'disk',
    paths: [],
    pathsIgnore: [],
    today: '2026-10-01',
    now: () => 0,
    env: process.env,
  })
  const named = (list: typeof findings) => list.map(({ location, ruleId }) => `${location.uri} ${ruleId}`).sort()
  const blocking = named(findings.filter((finding) => finding.blocking))
  return { held: named(findings.filter(({ suppression }) => suppression?.mechanism === mechanism)), blocking }
}

describe.each(['baseline', 'allow'])('entries of version 1.0.0 in %s', (mechanism) => {
  test('hold', async () => {
    const { held, blocking } = await scanned(mechanism, ROWS, FILES)
    expect({ held, blocking }).toEqual({ held: Object.keys(FINGERPRINTS), blocking: [] })
  })

  test('hold for what is told together today when all of its parts are there, and not before', async () => {
    const rows = rowsOf(PARTS)
    const all = await scanned(mechanism, rows, TOGETHER)
    const [joined = '', queue = ''] = Object.keys(PARTS)
    expect(all).toEqual({ held: [joined, joined, queue], blocking: [] })
    const some = await scanned(mechanism, rows.slice(1, -1), TOGETHER)
    expect(some).toEqual({ held: [joined], blocking: [joined] })
  })
})
