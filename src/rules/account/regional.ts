import type { RuleMeta } from '../../core/rule.ts'
import { defineRule } from '../../core/rule.ts'
import { accountMeta, regionsAt } from './facts.ts'

const securityHub = (page: string) => `https://docs.aws.amazon.com/securityhub/latest/userguide/${page}-controls.html`

/** What must be on in every region that the account uses: one finding each, with the regions where it is off. */
interface Regional
  extends Pick<
    RuleMeta,
    'id' | 'title' | 'severity' | 'practice' | 'description' | 'remediation' | 'cwe' | 'references'
  > {
  readonly type: string
  /** Completes "… in us-east-1". */
  readonly says: string
}

const TABLE: readonly Regional[] = [
  {
    id: 'account/no-guardduty',
    type: 'aws_account_guardduty',
    title: 'GuardDuty is off in some regions',
    severity: 'low',
    practice: 'GuardDuty on; alarms on root use',
    description:
      'GuardDuty sees stolen credentials and machines that serve others by what they do, and only in regions where it is on. Thieves like those that nobody watches.',
    remediation: 'Turn it on in every region, best for the whole organization by a delegated administrator.',
    says: 'GuardDuty is off',
    cwe: ['CWE-778'],
    references: [securityHub('guardduty')],
  },
  {
    id: 'account/no-access-analyzer',
    type: 'aws_account_access_analyzer',
    title: 'IAM Access Analyzer is off in some regions',
    severity: 'low',
    practice: 'least privilege; no `*:*`, no `s3:FullAccess`',
    description:
      'An analyzer for external access tells which buckets, keys, queues and roles let others in, as soon as they do. It costs nothing.',
    remediation: '`aws accessanalyzer create-analyzer --type ACCOUNT --analyzer-name account` in each region.',
    says: 'No analyzer for external access',
    cwe: ['CWE-284'],
    references: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-getting-started.html',
      securityHub('iam'),
    ],
  },
  {
    id: 'account/no-config',
    type: 'aws_account_config',
    title: 'AWS Config records nothing in some regions',
    severity: 'low',
    practice: 'what happens is recorded: flow, access and configuration logs',
    description:
      'AWS Config tells how resources were and are set. Where no recorder runs, nobody can tell what changed.',
    remediation: 'Turn the recorder on in every region, with global resources recorded in one of them.',
    says: 'AWS Config records nothing',
    cwe: ['CWE-778'],
    references: [securityHub('config')],
  },
  {
    id: 'account/no-security-hub',
    type: 'aws_account_security_hub',
    title: 'Security Hub is off in some regions',
    severity: 'note',
    practice: 'what happens is recorded: flow, access and configuration logs',
    description:
      'Security Hub gathers what GuardDuty, Access Analyzer and its own checks find, so that somebody sees it.',
    remediation: 'Turn it on where nothing else gathers findings, best for the whole organization.',
    says: 'Security Hub is off',
    cwe: ['CWE-778'],
    references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-enable.html'],
  },
  {
    id: 'account/ebs-encryption',
    type: 'aws_account_ebs_encryption',
    title: 'New disks are not encrypted by default in some regions',
    severity: 'low',
    practice: 'EBS encrypted',
    description:
      'With the default on, no disk and no snapshot is made unencrypted, whatever a template forgets. It costs nothing.',
    remediation: '`aws ec2 enable-ebs-encryption-by-default` in each region.',
    says: 'New disks are not encrypted by default',
    cwe: ['CWE-311'],
    references: ['https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html', securityHub('ec2')],
  },
  {
    id: 'account/instance-metadata',
    type: 'aws_account_instance_metadata',
    title: 'New machines answer without a token by default in some regions',
    severity: 'low',
    practice: 'IMDSv2 required, hop limit 1',
    description:
      'Where the account does not ask for IMDSv2, a machine whose template says nothing hands out the credentials of its role to a forged request (SSRF).',
    remediation: '`aws ec2 modify-instance-metadata-defaults --http-tokens required` in each region.',
    says: 'New machines hand out credentials without a token (IMDSv1) unless they say otherwise',
    cwe: ['CWE-918'],
    references: [
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html#set-imdsv2-account-defaults',
    ],
  },
]

export default TABLE.map(({ type, says, ...meta }) =>
  defineRule({
    meta: { ...accountMeta(meta), domain: 'machines' },
    on: 'resource',
    types: [type],
    *check(resource) {
      const off = regionsAt(resource, 'off')
      if (off.regions.length === 0) return
      const all = off.regions.length + regionsAt(resource, 'on').regions.length
      const where = all > 2 && off.regions.length === all ? `all ${all} regions` : off.words
      yield {
        span: resource.span,
        message: `${says} in ${where}.`,
        element: 'off',
        properties: { regions: off.regions },
      }
    },
  }),
)
