import { wordOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'audit/guardduty',
    title: 'GuardDuty is turned off',
    severity: 'low',
    practice: 'GuardDuty on; alarms on root use',
    description:
      'GuardDuty sees stolen credentials and machines that serve others by what they do. Turned off, nobody does.',
    remediation: 'Leave `enable` on, in every region.',
    cwe: ['CWE-778'],
    references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html'],
  },
  [
    { types: 'aws_guardduty_detector', at: ['enable', 'enable'], is: 'on', absent: 'right', says: 'is turned off' },
    {
      types: 'aws_guardduty_detector',
      at: ['datasources[].s3_logs[].enable', 'data_sources[].s3_logs[].enable'],
      is: 'on',
      absent: 'right',
      says: 'does not look at what happens to S3',
    },
    {
      types: 'aws_guardduty_organization_configuration',
      at: ['auto_enable_organization_members', undefined],
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) !== 'NONE'),
      absent: 'right',
      says: 'does not take in new accounts',
    },
  ],
)
