import { gzipSync } from 'node:zlib'

const many = (piece: string, count: number): string => piece.repeat(count)
const CFN = 'AWSTemplateFormatVersion: 1\n'
const POLICY = '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'

/** Texts made to keep a reader busy; `cut` when it must say that it did not read everything. */
export const HOSTILE: readonly [name: string, path: string, text: string, cut?: 'cut'][] = [
  ['a megabyte of [ in JSON', 'a.json', `{"Statement": 1, "Effect": "Allow", "x": ${many('[', 1e6)}`, 'cut'],
  ['100,000 objects in each other', 'a.json', many('{"Statement":{"Effect":"Allow","a":', 1e5), 'cut'],
  ['a string of 5 MB', 'a.json', `{"Statement":[{"Effect":"Allow","Action":"${many('a', 5e6)}"}]}`],
  ['200,000 escapes', 'a.json', `{"Statement":[{"Effect":"Allow","Action":"${many('\\n', 2e5)}"}]}`],
  ['15,000 statements', 'a.json', `{"Statement":[${many('{"Effect":"Allow","Action":"*","Resource":"*"},', 15e3)}{}]}`],
  ['a megabyte of quotes', 'a.json', `"Statement": "Effect":"Allow"${many('"', 1e6)}`, 'cut'],
  ['a megabyte of [ in YAML', 'a.yaml', `${CFN}x: ${many('[', 1e6)}`, 'cut'],
  ['deep flow maps', 'a.yaml', `${CFN}x: ${many('{a: ', 1e5)}`, 'cut'],
  ['deep lists', 'a.yaml', `${CFN}b:\n  ${many('- ', 1e5)}`, 'cut'],
  ['deep explicit keys', 'a.yaml', `${CFN}${many('? ', 1e5)}`, 'cut'],
  ['200,000 tags', 'a.yaml', `${CFN}a: ${many('!Sub ', 1e5)}`, 'cut'],
  ['a quoted text over 100,000 lines', 'a.yaml', `${CFN}x: "${many('a \n  ', 1e5)}"`],
  ['white space only', 'a.yaml', `${CFN}x: "${many(' ', 1e6)}a"`],
  [
    'a billion laughs',
    'a.yaml',
    `${CFN}${laughs('a', (name) => `[${many(`*${name},`, 9)}]`)}\nResources:\n  A: {Type: AWS::X::Y, Properties: {P: *a20}}\n`,
    'cut',
  ],
  [
    'laughing merge keys',
    'a.yaml',
    `${CFN}${laughs('a', (name) => `{<<: [*${name}, *${name}]}`)}\nResources:\n  A: {Type: AWS::X::Y, Properties: *a20}\n`,
    'cut',
  ],
  ['300,000 maps in a line', 'a.yaml', `${CFN}a: [${many('{b: c},', 3e5)}]`, 'cut'],
  ['60,000 documents', 'a.yaml', many('---\napiVersion: v1\nkind: Secret\n', 6e4), 'cut'],
  [
    '100 compressed scripts of a megabyte',
    'a.tf',
    Array.from({ length: 100 }, (_, index) => instance(index, gzipSync(many('export A=1\n', 9e4)))).join('\n'),
    'cut',
  ],
  ['a compressed script of 5 MB', 'a.tf', instance(0, gzipSync(many('export A=1\n', 5e5))), 'cut'],
  ['an option for each of 30,000 maps', 'a.tf', `locals { a = merge(${many('{ a = 1 }, ', 3e4)}{}) }`],
  ['documents in documents in documents', 'a.tf', documentsInDocuments(40), 'cut'],
  ['a Secret of 21,000 values', 'a.yaml', `apiVersion: v1\nkind: Secret\nstringData:\n${numbered(21e3)}`, 'cut'],
  [
    'an image of 30,000 variables',
    'Dockerfile',
    `FROM a\n${numbered(3e4).replace(/^ +k/gm, 'ENV k').replaceAll(': ', '=')}`,
    'cut',
  ],
  ['3 MB of YAML', 'a.yaml', `${CFN}${many('# x\n', 750_000)}`, 'cut'],
  [
    'a default joined 5,000 times',
    'a.yaml',
    `${CFN}Parameters: {P: {Default: ${many('x', 1e5)}}}\nResources:\n  A: {Type: AWS::EC2::Instance, Properties: {UserData: !Join ["", [${many('!Ref P,', 5000)}]]}}\n`,
    'cut',
  ],
  [
    '50,000 placeholders',
    'a.yaml',
    `${CFN}Resources:\n  A: {Type: AWS::EC2::Instance, Properties: {UserData: !Sub "${many('${P}', 5e4)}"}}\n`,
  ],
  [
    '500,000 opened placeholders',
    'a.yaml',
    `${CFN}Resources:\n  A: {Type: AWS::EC2::Instance, Properties: {UserData: !Sub "${many('${', 5e5)}"}}\n`,
  ],
  [
    '1,000 roles that name 1,000 policies',
    'a.json',
    JSON.stringify({
      Resources: Object.fromEntries(
        Array.from({ length: 1000 }, (_, index) => [
          [`R${index}`, { Type: 'AWS::IAM::Role', Properties: { ManagedPolicyArns: [{ Ref: `P${index}` }] } }],
          [
            `P${index}`,
            {
              Type: 'AWS::IAM::ManagedPolicy',
              Properties: { PolicyDocument: JSON.parse(POLICY), Roles: [`r${index}`] },
            },
          ],
        ]).flat(),
      ),
    }),
  ],
  [
    'variables that are themselves',
    'serverless.yml',
    'service: x\nprovider:\n  name: aws\n  environment: {A: "${self:provider.environment.A}", B: "${self:custom}"}\ncustom: {b: ["${self:custom}", "${self:custom}"]}\n',
  ],
  [
    'variables that double',
    'serverless.yml',
    `service: x\nprovider: {name: aws, environment: {A: "\${self:custom.a9}"}}\ncustom:\n${Array.from({ length: 10 }, (_, index) => `  a${index}: "${many(`\${self:custom.a${index - 1}}`, 10)}"`).join('\n')}`,
  ],
  ['50,000 open substitutions', 'a.sh', `aws\n${many('$(', 5e4)}`, 'cut'],
  ['50,000 open backticks', 'a.sh', `aws\n${many('`', 5e4)}`],
  ['20,000 quoted substitutions', 'a.sh', `aws\n${many('"$(', 2e4)}`, 'cut'],
  ['50,000 brackets', 'a.sh', `aws\n${many('((', 5e4)}`, 'cut'],
  ['10,000 ifs', 'a.sh', `aws\n${many('if true; then ', 1e4)}`],
  [
    '30,000 unclosed here-documents',
    'a.sh',
    `aws\n${Array.from({ length: 30_000 }, (_, index) => `cat <<E${index}`).join('\n')}`,
  ],
  [
    '5,000 here-documents in a line',
    'a.sh',
    `aws\ncat ${Array.from({ length: 5000 }, (_, index) => `<<E${index} `).join('')}\n`,
  ],
  ['a pipe of 30,000', 'a.sh', `aws\n${many('a | ', 3e4)}`],
  ['a word of 5 MB', 'a.sh', `aws ${many('a', 5e6)}`, 'cut'],
  [
    'variables in variables',
    'a.sh',
    `aws\n${Array.from({ length: 5000 }, (_, index) => `A${index}="$A${index - 1}$A${index - 1}"`).join('\n')}\naws iam put-role-policy --role-name r --policy-name p --policy-document "$A4999"`,
  ],
  ['three megabytes of backslashes', 'a.sh', `aws ${many('\\', 3e6)}`, 'cut'],
  ['shells in shells', 'a.sh', nested()],
  ['make variables that are themselves', 'Makefile', `A = $(A)$(A)\nx:\n${many('\t$(A) $$\n', 5e4)}`],
  ['100,000 open fences', 'README.md', many('```bash\n', 1e5)],
  ['a heading of white space and marks', 'README.md', `# ${many(' ', 2e4)}\0${many('# ', 2e4)}x\n\`\`\`\n`],
  [
    'an option of dashes',
    'a.sh',
    `aws lambda update-function-configuration --environment Variables={${many('-', 2e5)}`,
  ],
  ['a megabyte of quotation', 'README.md', `${many('>', 1e6)}\n\`\`\``],
  ['20,000 unclosed here-documents in a Dockerfile', 'Dockerfile', many('RUN <<EOF\n', 2e4)],
  ['an ENV of one megabyte', 'Dockerfile', `ENV ${many('a', 1e6)}`],
  ['100,000 continued lines', 'Dockerfile', `RUN a \\\n${many('b \\\n', 1e5)}`],
  ['opened expressions', '.github/workflows/a.yml', `on: push\njobs: {a: {steps: [{run: "${many('${{ ', 2e5)}"}]}}`],
  ['opened steps', 'Jenkinsfile', many("sh '''", 1e5)],
  ['a step that is never given', 'Jenkinsfile', `sh${many(' ', 2e5)}x`],
  ['an environment of a megabyte', 'Jenkinsfile', `environment {${many('A = 1\n', 2e5)}`],
  ['a variable of white space', 'Makefile', `d=${many('\t', 4e5)}\r`],
  [
    'a header of white space',
    'user-data',
    `Content-Type: multipart/mixed; boundary=a\n\n--a\nx:${many('\t', 2e5)}\r\r`,
  ],
  ['opened scripts', 'user-data', `#!/bin/sh\n${many('<script\0', 1e5)}`],
  ['opened environments', 'Jenkinsfile', many('environment { ', 1e5)],
  ['5,000 commands', 'a.yaml', `#cloud-config\nruncmd:\n${many('  - aws s3 ls\n', 5e3)}`],
  ['a program of brackets', 'a.ts', `import 'aws-cdk-lib' // policy\n${many('[', 5e4)}`],
  ['a program of calls', 'a.ts', `import 'aws-cdk-lib' // policy\n${many('a(', 15e3)}`],
  [
    'a program of sums',
    'a.ts',
    `import 'aws-cdk-lib' // policy\nconst a = ${many('"a" + ', 5e4)}"b"\nx({userData: a})`,
  ],
  ['a program of templates', 'a.ts', `import 'aws-cdk-lib' // policy\n${many('`${', 5e4)}`],
  [
    'constants that are themselves',
    'a.ts',
    `import 'aws-cdk-lib' // policy\nconst a = b\nconst b = a\nconst c = { userData: c, x: [c, c] }\nf({ userData: a, policy: c })`,
    'cut',
  ],
  ['a program of brackets in Python', 'a.py', `import aws_cdk # policy\n${many('[', 1e5)}`],
  [
    'a program of indents in Python',
    'a.py',
    `import aws_cdk # policy\n${Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}if x:`).join('\n')}`,
  ],
]

function laughs(name: string, next: (before: string) => string): string {
  const lines = [`${name}0: &${name}0 {x: 1}`]
  for (let level = 1; level <= 20; level++)
    lines.push(`${name}${level}: &${name}${level} ${next(`${name}${level - 1}`)}`)
  return lines.join('\n')
}

function instance(index: number, data: Buffer): string {
  return `resource "aws_instance" "i${index}" {\n  user_data_base64 = "${data.toString('base64')}"\n}`
}

/** Each takes in the one before it twice. */
function documentsInDocuments(count: number): string {
  const blocks = Array.from({ length: count }, (_, index) => {
    const before = index === 0 ? '' : `data.aws_iam_policy_document.d${index - 1}.json`
    return `data "aws_iam_policy_document" "d${index}" {
  source_policy_documents = [${before}${before && ','}${before}]
  statement {
    actions   = ["s3:*"]
    resources = ["*"]
  }
}`
  })
  return `${blocks.join('\n')}
resource "aws_iam_policy" "p" {
  policy = data.aws_iam_policy_document.d${count - 1}.json
}`
}

function numbered(count: number): string {
  return Array.from({ length: count }, (_, index) => `  k${index}: v${index}`).join('\n')
}

function nested(): string {
  let script = 'aws s3 ls'
  for (let level = 0; level < 12; level++) script = `sh -c ${JSON.stringify(script)}`
  return script
}

const million = 1_000_000

/** The same for the reader of HCL. */
export const HOSTILE_HCL: readonly [name: string, text: string][] = [
  ['brackets', '['.repeat(million)],
  ['quotes', '"'.repeat(million)],
  ['braces', '{'.repeat(million)],
  ['parentheses', '('.repeat(million)],
  ['nested lists', `a = ${'['.repeat(million)}`],
  ['nested objects', `a = ${'{a='.repeat(million / 3)}`],
  ['nested calls', `a = ${'f('.repeat(million / 2)}`],
  ['nested strings', `a = ${'"${'.repeat(million / 3)}`],
  ['nested blocks', 'a {\n'.repeat(million / 4)],
  ['closing braces', '}'.repeat(million)],
  ['operators', `a = 1${'+1'.repeat(million / 2)}`],
  ['signs', `a = ${'-'.repeat(million)}`],
  ['conditions', `a = ${'b ? c : '.repeat(million / 8)}`],
  ['attributes', `a = b${'.c'.repeat(million / 2)}`],
  ['splats', `a = b${'[*]'.repeat(million / 3)}`],
  ['directives', `a = "${'%{ if x }'.repeat(million / 9)}"`],
  ['interpolations', `a = <<-E\n${'  ${a}x'.repeat(million / 8)}\nE\n`],
  ['a long string', `a = "${'x'.repeat(5 * million)}"`],
  ['a long string of escapes', `a = "${'\\nx'.repeat(million)}"`],
  ['open heredocs', Array.from({ length: 30_000 }, (_, index) => `a${index} = <<E${index}\ntext\n`).join('')],
  [
    'open comments',
    Array.from({ length: 30_000 }, (_, index) => `a${index} = <<E${index}\n\${ /* \nE${index}\n`).join(''),
  ],
  ['blanks', `${' '.repeat(million)}a = [${' '.repeat(million)}`],
  [
    'unequal indentation',
    Array.from({ length: 3_000 }, (_, index) => `${' '.repeat(index % 300)}b${index} {\n`).join(''),
  ],
  ['labels', `a ${'"b" '.repeat(million / 4)}`],
  ['items', `a = [${'1,'.repeat(million)}]`],
  ['conflict markers', '<<<<<<< a\n'.repeat(million / 10)],
]
