import { defineRule } from '../../core/rule.ts'
import { switchOf, valueAt, wordOf, wordsOf } from '../../extract/arguments.ts'
import { quote } from '../../iam/messages.ts'
import { accountMeta } from './facts.ts'

const CONTROLS = 'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html'

export default [
  defineRule({
    meta: accountMeta({
      id: 'account/no-trail',
      title: 'No trail records all regions',
      severity: 'medium',
      practice: 'CloudTrail on, multi-region, validated, encrypted',
      description:
        'Without a trail of all regions that is logging now, nobody can tell after ninety days who did what, and nothing is kept where an intruder cannot reach it.',
      remediation:
        'Make a trail of all regions with log file validation and a key of KMS, best for the whole organization, into a bucket of another account.',
      cwe: ['CWE-778'],
      references: [CONTROLS],
    }),
    on: 'resource',
    types: ['aws_account_trails'],
    *check(trails) {
      if (wordsOf(valueAt(trails, 'of_all_regions')).known.length > 0) return
      const some = wordsOf(valueAt(trails, 'trails')).known
      const but =
        some.length === 0 ? 'The account has no trail' : 'No trail of the account records all regions and is logging'
      yield { span: trails.span, message: `${but}.`, element: 'trail' }
    },
  }),
  defineRule({
    meta: accountMeta({
      id: 'account/public-trail-bucket',
      title: 'Bucket of the trail is public',
      severity: 'high',
      practice: 'CloudTrail on, multi-region, validated, encrypted',
      description: 'The trail names users, roles, addresses and resources: a plan of the account for whoever reads it.',
      remediation: 'Take the public statement out of the policy of the bucket, and set its public access block.',
      cwe: ['CWE-532', 'CWE-732'],
      references: [`${CONTROLS}#cloudtrail-6`],
    }),
    on: 'resource',
    types: ['aws_cloudtrail'],
    *check(trail) {
      const isPublic = valueAt(trail, 'bucket_is_public')
      if (!isPublic || switchOf(isPublic) !== true) return
      const bucket = wordOf(valueAt(trail, 's3_bucket_name')) ?? ''
      yield {
        span: isPublic.span,
        message: `Bucket ${quote(bucket)}, which holds the trail, is public.`,
        element: 'bucket',
      }
    },
  }),
  defineRule({
    meta: accountMeta({
      id: 'account/no-root-alarm',
      title: 'Nobody hears when root is used',
      severity: 'low',
      practice: 'GuardDuty on; alarms on root use',
      description:
        'Root signs in so seldom that every time is worth a look. Without an alarm the look comes with the bill.',
      remediation:
        'A rule of EventBridge on {"detail": {"userIdentity": {"type": ["Root"]}}} that notifies somebody, or a metric filter on the log group of the trail ({ $.userIdentity.type = "Root" }) with an alarm.',
      cwe: ['CWE-778'],
      references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-1'],
    }),
    on: 'resource',
    types: ['aws_account_root_alarm'],
    *check(alarms) {
      if (wordsOf(valueAt(alarms, 'alarms')).known.length > 0) return
      yield { span: alarms.span, message: 'No alarm and no rule of EventBridge listens for root.', element: 'alarm' }
    },
  }),
]
