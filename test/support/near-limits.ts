import { gzipSync } from 'node:zlib'
import { fake } from './placeholders.ts'

/** A small text that comes near a limit or goes beyond it, with something behind it that must not pass unseen. */
export interface NearLimit {
  readonly what: string
  readonly name: string
  readonly text: string
}

const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('')
const KEY = `AWS_ACCESS_KEY_ID=${fake('AWS_ID', 'near')}\nAWS_SECRET_ACCESS_KEY=${fake('AWS_SECRET', 'near')}\n`
const DOCUMENT = '{ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] }'
const HCL = `resource "aws_iam_role_policy" "near" {\n  role   = "r"\n  policy = jsonencode(${DOCUMENT})\n}\n`
const STATEMENT = '{ Effect: Allow, Action: "*", Resource: "*" }'
const YAML = `Resources:\n  Near:\n    Type: AWS::IAM::Policy\n    Properties: { PolicyName: a, Roles: [r], PolicyDocument: { Statement: [${STATEMENT}] } }\n`
const SHELL = 'aws iam attach-role-policy --role-name r --policy-arn arn:aws:iam::aws:policy/AdministratorAccess\n'
const wrapped = (text: string, levels: number): string => {
  let at = Buffer.from(text)
  for (let level = 0; level < levels; level++) at = Buffer.from(gzipSync(at).toString('base64'))
  return at.toString()
}
const statements = (count: number): string =>
  `{"Statement": [${times(count, (at) => `{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b${at}/*"},`)}{"Effect": "Allow", "Action": "*", "Resource": "*"}]}\n`
const parts = (count: number): string =>
  `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n${times(count, (at) => `--b\nContent-Type: text/plain\n\npart ${at}\n`)}--b\nContent-Type: text/x-shellscript\n\n#!/bin/sh\nexport ${KEY}--b--\n`

/** What a limit counts, the count below it and the one beyond it. */
const KINDS: readonly (readonly [
  what: string,
  name: string,
  counts: readonly number[],
  make: (count: number) => string,
])[] = [
  ['levels of YAML', 't.yaml', [59, 61, 299, 301], (n) => `Metadata: ${'['.repeat(n)}${']'.repeat(n)}\n${YAML}`],
  [
    'levels of JSON',
    't.json',
    [100, 3000],
    (n) => `{"Metadata": ${'['.repeat(n)}${']'.repeat(n)}, "k": "${fake('GITHUB_TOKEN', 'near')}"}\n`,
  ],
  ['documents of YAML', 't.yaml', [20, 400], (n) => `${'a: b\n---\n'.repeat(n)}${YAML}`],
  ['aliases of YAML', 't.yaml', [90, 110], (n) => `a: &a [x]\nb: [${times(n, () => '*a, ')}x]\n${YAML}`],
  ['levels of HCL', 'main.tf', [149, 151], (n) => `locals {\n  a = ${'['.repeat(n)}${']'.repeat(n)}\n}\n${HCL}`],
  ['labels of a block', 'main.tf', [19, 21], (n) => `a ${times(n, (at) => `"l${at}" `)}{\n}\n${HCL}`],
  ['templates in a string', 'main.tf', [1999, 20_001], (n) => `locals {\n  a = "${'${x}'.repeat(n)}"\n}\n${HCL}`],
  [
    'instances of a resource',
    'main.tf',
    [30, 31],
    (n) => `resource "aws_iam_user" "u" {\n  count = ${n}\n  name  = "u\${count.index}"\n}\n${HCL}`,
  ],
  [
    'statements of a document',
    'main.tf',
    [1000, 1001],
    (n) =>
      `data "aws_iam_policy_document" "d" {\n${times(n, (at) => `  statement {\n    actions   = ["s3:GetObject"]\n    resources = ["arn:aws:s3:::b${at}/*"]\n  }\n`)}}\n${HCL}`,
  ],
  ['statements of a policy', 'p.json', [999, 1000, 1001], statements],
  [
    'levels of a program',
    'a.ts',
    [148, 152],
    (n) =>
      `import * as iam from 'aws-cdk-lib/aws-iam'\nconst a = ${'['.repeat(n)}${']'.repeat(n)}\nnew iam.PolicyStatement({ actions: ['*'], resources: ['*'] })\nconst policy = { Statement: [] }\n`,
  ],
  [
    'levels of a shell',
    'a.sh',
    [3, 5, 60],
    (n) => `#!/bin/sh\nx=${'$(echo '.repeat(n)}a${')'.repeat(n)}\n${SHELL}export ${KEY}`,
  ],
  ['brackets of a shell', 'a.sh', [1000, 4000], (n) => `#!/bin/sh\nx=${'${a:-'.repeat(n)}${'}'.repeat(n)}\n${SHELL}`],
  ['layers of an encoding', 'a.txt', [2, 4, 5, 6], (n) => `data: ${wrapped(KEY, n)}\n`],
  ['parts of a message', 'user-data.txt', [199, 201], parts],
  [
    'comments that silence',
    'a.sh',
    [4999, 5001],
    (n) => `${times(n, (at) => `# keylatch${':ignore'} iam/full-admin -- ${at}\n`)}export ${KEY}`,
  ],
  [
    'conditions of a template',
    't.yaml',
    [39, 41],
    (n) => `Conditions:\n  C0: !Equals [a, a]\n${times(n, (at) => `  C${at + 1}: !Not [!Condition C${at}]\n`)}${YAML}`,
  ],
  [
    'functions in functions',
    't.yaml',
    [50, 130],
    (n) => `Outputs:\n  A:\n    Value: ${'{ "Fn::Join": ["", ['.repeat(n)}a${']]}'.repeat(n)}\n${YAML}`,
  ],
  ['settings of a file', '.env', [19_999, 20_001], (n) => `${times(n, (at) => `K${at}=v\n`)}${KEY}`],
  [
    'decoys before a token',
    'a.txt',
    [500, 2000, 5000],
    (n) => `${times(n, (at) => `xo${'xb'}-${100_000_000_000 + at}-aaaaaaaaaaaa-bbbbbbbb\n`)}${KEY}`,
  ],
  ['a line', 'a.txt', [60_000, 300_000, 600_000], (n) => `${'x '.repeat(n)}${KEY}`],
]

export const nearLimits: readonly NearLimit[] = KINDS.flatMap(([what, name, counts, make]) =>
  counts.map((count) => ({ what: `${count} ${what}`, name, text: make(count) })),
)
