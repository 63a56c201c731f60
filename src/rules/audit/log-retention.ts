import { DEFAULT_THRESHOLDS, type RuleContext } from '../../core/rule.ts'
import type { Value } from '../../core/value.ts'
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
      is: isLongEnough,
      says: 'keeps its logs for ever, or for fewer days than they are needed',
    },
  ],
)

/** No days at all is for ever. */
function isLongEnough(value: Value, { thresholds = DEFAULT_THRESHOLDS }: RuleContext): boolean | undefined {
  const days = numberOf(value)
  return days === undefined ? undefined : days !== 0 && days >= thresholds.logRetentionDays
}
