import type { ResourceNode } from '../../core/node.ts'
import { switchOf, valueAt, valuesAt, wordsOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'audit/cloudtrail',
    title: 'CloudTrail records too little',
    severity: 'low',
    practice: 'CloudTrail on, multi-region, validated, encrypted',
    description:
      'The trail is what tells, after an incident, who did what. One of a single region, without validation or turned off, leaves out just what an attacker does.',
    remediation:
      'Set `is_multi_region_trail`, `enable_log_file_validation` and `include_global_service_events`, and leave `enable_logging` on.',
    cwe: ['CWE-778'],
    references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html'],
  },
  [
    { types: 'aws_cloudtrail', at: 'is_multi_region_trail', is: 'on', says: 'records one region only' },
    {
      types: 'aws_cloudtrail',
      at: 'enable_log_file_validation',
      is: 'on',
      says: 'does not let its files be checked for changes',
    },
    {
      types: 'aws_cloudtrail',
      at: 'include_global_service_events',
      is: 'on',
      absent: 'right',
      says: 'leaves out services that are global, IAM among them',
    },
    {
      types: 'aws_cloudtrail',
      at: ['enable_logging', 'is_logging'],
      is: 'on',
      absent: 'right',
      severity: 'medium',
      says: 'is turned off',
    },
    {
      types: 'aws_cloudtrail',
      at: 'event_selector[].include_management_events',
      is: 'on',
      absent: 'right',
      says: 'leaves management events out',
    },
    {
      types: 'aws_cloudtrail',
      at: ['cloud_watch_logs_group_arn', 'cloud_watch_logs_log_group_arn'],
      is: 'set',
      severity: 'note',
      says: 'sends nothing to CloudWatch Logs, where alarms could see it',
    },
    { types: 'aws_cloudtrail', at: 'sns_topic_name', is: 'set', severity: 'note', says: 'tells nobody of new files' },
    {
      types: 'aws_cloudtrail',
      at: 'event_selector',
      is: 'elsewhere',
      where: hasNoDataEvents,
      severity: 'note',
      says: 'does not record who reads and writes objects in S3',
    },
  ],
)

/** Of either kind of selector; one that is not known may record them. Of a live trail it is known whether it has any. */
function hasNoDataEvents(trail: ResourceNode): boolean {
  if (switchOf(valueAt(trail, 'has_custom_event_selectors')) === true) return false
  const simple = valuesAt(trail, ['event_selector[].data_resource[].type', 'event_selectors[].data_resources[].type'])
  const advanced = valuesAt(trail, [
    'advanced_event_selector[].field_selector[].equals',
    'advanced_event_selectors[].field_selectors[].equals',
  ])
  const words = [...simple, ...advanced].map(({ value }) => wordsOf(value))
  return !words.some(({ known, open }) => open || known.includes('AWS::S3::Object'))
}
