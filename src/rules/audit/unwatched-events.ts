import type { ResourceNode } from '../../core/node.ts'
import { defineRule } from '../../core/rule.ts'
import { valueAt, wordOf } from '../../extract/arguments.ts'
import { ofType } from '../../extract/resource-index.ts'
import { listed } from '../../iam/messages.ts'
import { undecided } from '../undecided.ts'

const ID = 'audit/unwatched-events'
const TYPE = 'aws_cloudwatch_log_metric_filter'

export default defineRule({
  meta: {
    id: ID,
    title: 'Some events that matter raise no alarm',
    severity: 'note',
    about: 'hygiene',
    domain: 'machines',
    practice: 'GuardDuty on; alarms on root use',
    description:
      'Metric filters watch some of what CloudTrail records, and leave out others that attackers cause: use of root, logging turned off, keys deleted, doors opened.',
    remediation:
      'Add a metric filter with an alarm for each, as the CIS benchmark lists them, or let Security Hub and GuardDuty watch.',
    cwe: ['CWE-778'],
    references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html'],
  },
  on: 'resource',
  types: [TYPE],
  *check(filter, { unit, notify }) {
    const filters = ofType(unit, TYPE)
    if (filters[0] !== filter) return
    const patterns = filters.map((one) => wordOf(patternOf(one)))
    const open = filters[patterns.indexOf(undefined)]
    if (open) {
      const value = patternOf(open)
      notify(undecided(ID, open, 'pattern', { value, span: value?.span ?? open.span, within: open.arguments }))
      return
    }
    const known = patterns.filter((pattern) => pattern !== undefined && ABOUT_EVENTS.test(pattern))
    if (known.length === 0) return
    const missing = EVENTS.filter(({ shows }) => !known.some((pattern) => shows.test(pattern ?? ''))).map(
      ({ what }) => what,
    )
    if (missing.length === 0) return
    yield { span: filter.span, message: `No metric filter here watches ${listed(missing)}.`, element: 'events' }
  },
})

const patternOf = (filter: ResourceNode) => valueAt(filter, ['pattern', 'filter_pattern'])

/** Patterns over what CloudTrail writes. */
const ABOUT_EVENTS = /\$\.(?:eventName|eventSource|errorCode|userIdentity)\b/

/** https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html */
const EVENTS: readonly { readonly what: string; readonly shows: RegExp }[] = [
  { what: 'the use of root', shows: /userIdentity\.type\s*=\s*"?Root/ },
  { what: 'calls that are refused', shows: /errorCode[^)]*(?:UnauthorizedOperation|AccessDenied)/ },
  { what: 'logins without MFA', shows: /ConsoleLogin[\s\S]*MFAUsed|MFAUsed[\s\S]*ConsoleLogin/ },
  { what: 'changes of IAM policies', shows: /(?:Attach|Detach|Put|Delete)(?:Role|User|Group)Policy/ },
  { what: 'changes of CloudTrail', shows: /StopLogging|UpdateTrail|DeleteTrail/ },
  { what: 'logins that fail', shows: /Failed authentication/ },
  { what: 'keys of KMS that are turned off or deleted', shows: /ScheduleKeyDeletion|DisableKey/ },
  { what: 'changes of bucket policies', shows: /(?:Put|Delete)Bucket(?:Policy|Acl)/ },
  { what: 'changes of AWS Config', shows: /StopConfigurationRecorder|DeleteDeliveryChannel|PutConfigurationRecorder/ },
  { what: 'changes of security groups', shows: /(?:Authorize|Revoke)SecurityGroup/ },
  { what: 'changes of network ACLs', shows: /(?:Create|Delete|Replace)NetworkAcl/ },
  { what: 'changes of gateways', shows: /(?:Attach|Detach|Delete)InternetGateway|(?:Create|Delete)CustomerGateway/ },
  { what: 'changes of route tables', shows: /(?:Create|Replace|Delete)Route(?:Table)?\b/ },
  { what: 'changes of VPCs', shows: /(?:Create|Delete)Vpc\b|VpcPeeringConnection/ },
]
