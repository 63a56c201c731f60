import type { Finding, Report, RuleDescription } from '../../src/core/finding.ts'

/** Forty hex digits that begin with `start`. */
export const commit = (start: string) => start.padEnd(40, '0123456789abcdef')

export const FIRST = commit('a1b2c3d')
export const SECOND = commit('beef123')
export const HEAD = commit('5d6e7f8')

const MASKED_ID = `AKIA${'*'.repeat(16)}`
/** No real armour lines: this project scans itself. */
const BEGIN_BLOCK = `-----BEGIN ${'*'.repeat(15)}-----`
const END_BLOCK = `-----END ${'*'.repeat(15)}-----`
const MASKED_SECRET = '*'.repeat(40)

export const RULES: readonly RuleDescription[] = [
  {
    id: 'credentials/aws-access-key',
    title: 'AWS access key is committed',
    severity: 'critical',
    about: 'secret',
    domain: 'credentials',
    description:
      'Whoever can read the repository, a fork or a build log can act as the owner of this key. Bots find such keys within minutes of a push.',
    remediation:
      'Deactivate the key in IAM, issue no new one, and let the workload take a role: `aws-actions` with OIDC in CI, an instance profile on EC2.',
    cwe: ['CWE-798'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html'],
  },
  {
    id: 'iam/pass-any-role',
    title: 'Policy can pass any role to a service that runs code',
    severity: 'high',
    about: 'grant',
    domain: 'iam',
    fixable: true,
    description:
      'iam:PassRole on every role, together with an action that starts code under a passed role, lets the holder become any role in the account.',
    remediation: 'Name the roles in `Resource`, or add an `iam:PassedToService` condition that names the one service.',
    cwe: ['CWE-269', 'CWE-250'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'],
  },
  {
    id: 'network/imdsv1',
    title: 'Instance still answers IMDSv1',
    severity: 'medium',
    description: 'A server-side request forgery on the instance can read its role credentials.',
    remediation: 'Set `http_tokens = "required"`.',
    cwe: ['CWE-918'],
    references: [],
  },
  {
    id: 'data/kms-rotation',
    title: 'KMS key is never rotated',
    severity: 'note',
    description: 'A key that is never rotated encrypts everything for ever.',
    remediation: 'Set `enable_key_rotation = true`.',
    cwe: [],
    references: [],
  },
]

export function finding(over: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'network/imdsv1',
    severity: 'medium',
    confidence: 'high',
    message: 'This instance accepts metadata requests without a token.',
    remediation: 'Set `http_tokens = "required"`.',
    location: place('main.tf', 4, 3, 4, 27, 60),
    relatedLocations: [],
    snippet: {
      startLine: 2,
      lines: ['resource "aws_instance" "web" {', '  metadata_options {', '\thttp_tokens = "optional"', '  }', '}'],
    },
    fingerprint: '00112233445566778899aabbccddeeff',
    state: 'new',
    commits: [],
    atHead: true,
    secret: false,
    anchor: 'aws_instance.web',
    blocking: false,
    properties: {},
    ...over,
  }
}

export function place(
  uri: string,
  startLine: number,
  startColumn: number,
  endLine: number,
  endColumn: number,
  offset = 0,
) {
  return {
    uri,
    region: { startLine, startColumn, endLine, endColumn },
    offset,
    length: Math.max(0, endColumn - startColumn),
  }
}

const KEY_PAIR = finding({
  ruleId: 'credentials/aws-access-key',
  severity: 'critical',
  message: `Access key \`${MASKED_ID}\` of account 111122223333, together with its secret.`,
  remediation: RULES[0]!.remediation,
  location: place('infra/provider.tf', 12, 17, 12, 37, 230),
  relatedLocations: [{ ...place('infra/provider.tf', 13, 17, 13, 57, 260), message: 'the secret half of the pair' }],
  snippet: {
    startLine: 10,
    lines: [
      'provider "aws" {',
      '  region     = "eu-west-1"',
      `  access_key = "${MASKED_ID}"`,
      `  secret_key = "${MASKED_SECRET}"`,
      '}',
    ],
  },
  fingerprint: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  commits: [FIRST, SECOND],
  secret: true,
  anchor: 'provider.aws',
  blocking: true,
  properties: { accountId: '111122223333', keyKind: 'long-term', halves: ['id', 'secret'] },
})

const GONE_FROM_HEAD = finding({
  ruleId: 'credentials/aws-access-key',
  severity: 'critical',
  message: `Access key \`${MASKED_ID}\` of account 444455556666; its secret is not in sight.`,
  remediation: RULES[0]!.remediation,
  location: { ...place('deploy/old env.sh', 3, 26, 3, 46, 41), commit: SECOND },
  snippet: { startLine: 2, lines: ['set -e', `export AWS_ACCESS_KEY_ID=${MASKED_ID}`, 'make deploy'] },
  fingerprint: '1f1e2d3c4b5a69788796a5b4c3d2e1f1',
  commits: [SECOND],
  atHead: false,
  secret: true,
  anchor: 'AWS_ACCESS_KEY_ID',
  blocking: true,
})

const IN_MESSAGE = finding({
  ruleId: 'credentials/aws-access-key',
  severity: 'high',
  confidence: 'medium',
  message: `Access key \`${MASKED_ID}\` in a commit message.`,
  remediation: 'Deactivate the key in IAM.',
  location: { ...place(`commit message of ${SECOND}`, 3, 6, 3, 26, 30), commit: SECOND },
  snippet: { startLine: 1, lines: ['Try the new account', '', `with ${MASKED_ID} for now`] },
  fingerprint: '2f1e2d3c4b5a69788796a5b4c3d2e1f2',
  commits: [SECOND],
  atHead: false,
  secret: true,
  anchor: 'message',
  blocking: true,
})

const PASS_ROLE = finding({
  ruleId: 'iam/pass-any-role',
  severity: 'high',
  message: '`iam:PassRole` on every resource passes any role to code started by `ec2:RunInstances`.',
  remediation: RULES[1]!.remediation,
  location: place('infra/ci.tf', 41, 15, 41, 29, 900),
  relatedLocations: [
    { ...place('infra/ci.tf', 40, 15, 40, 33, 870), message: 'starts code under the passed role' },
    { ...place('modules/runner/main.tf', 7, 3, 7, 40, 110), message: 'attached to role `ci` here' },
  ],
  snippet: {
    startLine: 38,
    lines: [
      '    effect  = "Allow"',
      '    actions = [',
      '              "ec2:RunInstances",',
      '              "iam:PassRole",',
      '    ]',
      '    resources = ["*"]',
    ],
  },
  fingerprint: '3f1e2d3c4b5a69788796a5b4c3d2e1f3',
  commits: [HEAD],
  anchor: 'data.aws_iam_policy_document.ci',
  blocking: true,
})

const IMDS = finding({
  location: place('infra/web.tf', 21, 5, 21, 29, 400),
  snippet: {
    startLine: 19,
    lines: ['resource "aws_instance" "web" {', '  metadata_options {', '    http_tokens = "optional"', '  }', '}'],
  },
  fix: [
    {
      uri: 'infra/web.tf',
      region: { startLine: 21, startColumn: 19, endLine: 21, endColumn: 29 },
      offset: 414,
      length: 10,
      text: '"required"',
    },
  ],
  commits: [HEAD],
  anchor: 'aws_instance.web',
  fingerprint: '4f1e2d3c4b5a69788796a5b4c3d2e1f4',
})

const PRIVATE_KEY = finding({
  ruleId: 'credentials/private-key',
  severity: 'critical',
  message: 'RSA private key, not encrypted.',
  remediation: 'Make a new key pair and keep the private half out of the repository.',
  location: place('ops/deploy key.pem', 1, 1, 12, 30, 0),
  snippet: {
    startLine: 1,
    lines: [BEGIN_BLOCK, ...Array.from({ length: 10 }, () => '*'.repeat(64)), END_BLOCK, ''],
  },
  fingerprint: '5f1e2d3c4b5a69788796a5b4c3d2e1f5',
  commits: [FIRST],
  secret: true,
  anchor: 'ops/deploy key.pem',
  blocking: true,
})

const AT_BASE = finding({
  ruleId: 'data/kms-rotation',
  severity: 'note',
  message: 'Nothing rotates this key.',
  remediation: RULES[3]!.remediation,
  location: place('infra/kms.tf', 1, 1, 1, 31, 0),
  snippet: { startLine: 1, lines: ['resource "aws_kms_key" "main" {', '  description = "main"', '}'] },
  state: 'existing',
  anchor: 'aws_kms_key.main',
  fingerprint: '6f1e2d3c4b5a69788796a5b4c3d2e1f6',
})

const SUPPRESSED = finding({
  location: place('infra/legacy.tf', 8, 5, 8, 29, 120),
  snippet: { startLine: 7, lines: ['  metadata_options {', '    http_tokens = "optional"', '  }'] },
  suppression: { kind: 'inSource', mechanism: 'keylatch:ignore', justification: 'sealed off | until <March>' },
  anchor: 'aws_instance.legacy',
  fingerprint: '7f1e2d3c4b5a69788796a5b4c3d2e1f7',
})

/** A pull request with a bit of everything. */
export const RICH: Report = {
  tool: { name: 'Keylatch', version: '1.2.3', informationUri: 'https://github.com/keylatch/keylatch' },
  verdict: 'block',
  reason: '5 new findings weigh high or more',
  failOn: 'high',
  failOnConfidence: 'medium',
  findings: [KEY_PAIR, GONE_FROM_HEAD, PRIVATE_KEY, PASS_ROLE, IN_MESSAGE, IMDS, SUPPRESSED, AT_BASE],
  notifications: [
    {
      level: 'note',
      id: 'binary-file',
      message: 'logo.png is binary and was not scanned.',
      location: { uri: 'logo.png' },
    },
    {
      level: 'warning',
      id: 'parse-error',
      message: 'Not valid HCL: a block is not closed.',
      location: { uri: 'infra/broken.tf', region: { startLine: 9, startColumn: 1, endLine: 9, endColumn: 2 } },
    },
  ],
  permissionChanges: [
    {
      holder: 'role deploy',
      location: place('infra/ci.tf', 30, 1, 30, 20, 700),
      actionsBefore: 4,
      actionsAfter: 183,
      addedByLevel: { Write: 120, 'Permissions management': 12, Read: 47 },
      details: ['newly `iam:PassRole` on `*`', 'Deny on `s3:*` removed'],
    },
  ],
  policyChanges: ['.keylatch.yml: `fail-on` high -> critical (takes effect after the merge)'],
  rules: RULES,
  stats: { scope: '3 commits from a1b2c3d to 5d6e7f8', files: 120, bytes: 1_234_567, commits: 3, milliseconds: 420 },
  repository: { slug: 'acme/infra', serverUrl: 'https://github.com', commit: HEAD },
}

/** The same with what only the page draws: where it is from, and a way to more power. */
export const PAGE: Report = {
  ...RICH,
  date: '2026-11-28',
  repository: { ...RICH.repository!, branch: 'feature/deploy', base: FIRST },
  findings: RICH.findings.map((one) =>
    one === PASS_ROLE
      ? {
          ...one,
          properties: {
            path: [
              'role ci',
              'iam:PassRole on every role and ec2:RunInstances, so an instance runs as any of them',
              `arn:aws:iam::111122223333:role/${'a-long-name'.repeat(8)}`,
              'administrator of the account',
            ],
          },
        }
      : one,
  ),
}

export const EMPTY: Report = {
  ...RICH,
  verdict: 'pass',
  reason: 'no new findings',
  findings: [],
  notifications: [],
  permissionChanges: [],
  policyChanges: [],
}

export const BROKEN: Report = {
  ...EMPTY,
  verdict: 'broken',
  reason: 'The base commit 1a2b3c4 is not reachable: check out with `fetch-depth: 0` or allow Keylatch to fetch.',
  notifications: [{ level: 'error', id: 'unreadable-range', message: 'No commit of the range could be read.' }],
  stats: { scope: 'nothing', files: 0, bytes: 0, commits: 0, milliseconds: 12 },
}

const ESC = '\u001b'
const NASTY_PATH = `src/${ESC}[31m::error::pwn\n::set-output name=x::y|<img src=x onerror=alert(1)>\`[a](javascript:b)\u202e.tf`

/** Everything that a repository can put into a name, a line or a message. */
export const HOSTILE: Report = {
  ...EMPTY,
  verdict: 'block',
  reason: `1 new finding in ${NASTY_PATH}`,
  findings: [
    finding({
      severity: 'high',
      blocking: true,
      location: place(NASTY_PATH, 2, 3, 2, 9, 10),
      message: `\`${NASTY_PATH}\` says :: ##[set-output name=x]y @octocat $x$ </details></script>\r\n::error::second line`,
      remediation: `Ask @octocat | or <b>someone</b> \`\`\` else\n::warning::x`,
      relatedLocations: [{ ...place(NASTY_PATH, 1, 1, 1, 4), message: `</pre>${ESC}[2J` }],
      snippet: {
        startLine: 1,
        lines: [
          '::error::at the start ##[error]x',
          '\t```\u009b31m</pre><script>alert(1)</script>',
          '::stop-commands::x',
        ],
      },
      anchor: `${ESC}]0;title\u0007`,
      suppression: undefined,
    }),
    finding({
      location: place(NASTY_PATH, 5, 1, 5, 4),
      suppression: { kind: 'external', mechanism: `allow${ESC}[1m`, justification: '| --> <!-- ::error::x' },
    }),
  ],
  notifications: [
    { level: 'warning', id: 'unreadable-file', message: `${NASTY_PATH} cannot be read`, location: { uri: NASTY_PATH } },
  ],
  permissionChanges: [
    {
      holder: `role ${NASTY_PATH}`,
      actionsBefore: 0,
      actionsAfter: 1,
      addedByLevel: { [NASTY_PATH]: 1 },
      details: [NASTY_PATH],
    },
  ],
  policyChanges: [NASTY_PATH],
}

/** A repository gone wrong: `count` findings in `count / 10` files. */
export function huge(count: number): Report {
  const severities = ['critical', 'high', 'medium', 'low', 'note'] as const
  const findings = Array.from({ length: count }, (_, index) =>
    finding({
      ...PASS_ROLE,
      severity: severities[index % 5]!,
      blocking: index % 5 < 2,
      location: place(
        `stacks/team-${index % Math.ceil(count / 10)}/policies/main.tf`,
        1 + (index % 900),
        15,
        1 + (index % 900),
        29,
        index,
      ),
      snippet: { startLine: 1 + (index % 900), lines: ['              "iam:PassRole",', '    ]'] },
      fingerprint: index.toString(16).padStart(32, '0'),
    }),
  )
  return { ...RICH, findings }
}
