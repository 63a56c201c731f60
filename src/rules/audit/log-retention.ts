import { numberOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'audit/log-retention',
    title: 'Logs are kept for ever or not long enough',
    severity: 'note',
    practice: 'log groups encrypted, retention set',
    description:
      'Without a retention logs pile up for ever, with what is in them about people; with too short a one they are gone when somebody asks.',
    remediation:
      'Set `retention_in_days` to what your rules ask for, and the least of it as `thresholds.log-retention-days` in `.keylatch.yml`.',
    cwe: ['CWE-779'],
    references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html'],
  },
  [
    { types: 'aws_cloudwatch_log_group', at: 'retention_in_days', is: 'set', says: 'keeps its logs for ever' },
    {
      types: 'aws_cloudwatch_log_group',
      at: 'retention_in_days',
      is: (value) => (numberOf(value) === undefined ? undefined : numberOf(value) !== 0),
      says: 'keeps its logs for ever',
    },
  ],
)
