import type { AccountRecord, Json, JsonObject } from '../../../account/snapshot.ts'
import { listOf } from '../api/protocol.ts'
import { type AccountPlace, arnOf } from './account-place.ts'
import { isPublicBucket } from './buckets.ts'
import { type Inquiry, inParallel } from './inquiry.ts'

/** Trails, spelled as `aws_cloudtrail` is; whether any of them records everything; and who hears of root. */
export async function trailRecords(inquiry: Inquiry, place: AccountPlace): Promise<AccountRecord[]> {
  const trails = await everyTrail(inquiry, place)
  if (!trails) return []
  const records = await inParallel(trails, (trail) => trailRecord(inquiry, trail))
  const whole = records.filter(({ data }) => isOn(data.IsMultiRegionTrail) && data.EnableLogging !== false)
  return [
    ...records,
    {
      type: 'aws_account_trails',
      arn: arnOf(place, 'cloudtrail', 'trail'),
      data: { Trails: records.map(({ arn }) => arn), OfAllRegions: whole.map(({ arn }) => arn) },
    },
    ...(await rootAlarm(inquiry, place, trails)),
  ]
}

/** Trails of all regions are told in each region, those of one region only there. */
async function everyTrail(inquiry: Inquiry, { regions }: AccountPlace): Promise<JsonObject[] | undefined> {
  const answers = await inParallel(regions, (region) =>
    inquiry.ask('cloudtrail:DescribeTrails', { includeShadowTrails: true }, region),
  )
  const found = new Map<string, JsonObject>()
  for (const answer of answers) for (const trail of listOf(answer?.trailList)) found.set(String(trail.TrailARN), trail)
  return answers.some((answer) => answer) ? [...found.values()] : undefined
}

async function trailRecord(inquiry: Inquiry, trail: JsonObject): Promise<AccountRecord> {
  const { TrailARN = '', HomeRegion = '', S3BucketName = '' } = trail
  const [status, isPublic] = await Promise.all([
    inquiry.ask('cloudtrail:GetTrailStatus', { Name: TrailARN }, String(HomeRegion)),
    isPublicBucket(inquiry, String(S3BucketName), String(HomeRegion)),
  ])
  const data: Record<string, Json> = {
    Name: trail.Name ?? '',
    HomeRegion,
    IsMultiRegionTrail: isOn(trail.IsMultiRegionTrail),
    IncludeGlobalServiceEvents: isOn(trail.IncludeGlobalServiceEvents),
    EnableLogFileValidation: isOn(trail.LogFileValidationEnabled),
    S3BucketName,
  }
  if (status) data.EnableLogging = isOn(status.IsLogging)
  if (isPublic !== undefined) data.BucketIsPublic = isPublic
  if (trail.SnsTopicARN) data.SnsTopicName = trail.SnsTopicARN
  if (isOn(trail.HasCustomEventSelectors)) data.HasCustomEventSelectors = true
  if (trail.KmsKeyId) data.KmsKeyId = trail.KmsKeyId
  if (trail.CloudWatchLogsLogGroupArn) data.CloudWatchLogsGroupArn = trail.CloudWatchLogsLogGroupArn
  return { type: 'aws_cloudtrail', arn: String(TrailARN), data }
}

/** A metric filter on a trail's log group with an alarm on its metric, or a rule of EventBridge. */
async function rootAlarm(
  inquiry: Inquiry,
  place: AccountPlace,
  trails: readonly JsonObject[],
): Promise<AccountRecord[]> {
  const logs = trails.flatMap(({ CloudWatchLogsLogGroupArn, HomeRegion }) => {
    const [, , , region = String(HomeRegion), , , group] = String(CloudWatchLogsLogGroupArn ?? '').split(':')
    return group ? [{ region, group }] : []
  })
  const [filters, rules] = await Promise.all([
    inParallel(logs, (log) => alarmsOfFilters(inquiry, log)),
    inParallel(place.regions, (region) => inquiry.all('events:ListRules', {}, region)),
  ])
  const listening = rules.flatMap((pages) =>
    (pages ?? [])
      .flatMap(({ Rules }) => listOf(Rules))
      .filter(isAboutRoot)
      .map(({ Arn }) => String(Arn)),
  )
  const alarms = [...filters.flatMap((found) => found ?? []), ...listening]
  const unanswered = filters.some((found) => found === undefined) || rules.every((pages) => pages === undefined)
  if (alarms.length === 0 && unanswered) return []
  return [{ type: 'aws_account_root_alarm', arn: arnOf(place, 'cloudwatch', 'alarm'), data: { Alarms: alarms } }]
}

async function alarmsOfFilters(
  inquiry: Inquiry,
  { region, group }: { region: string; group: string },
): Promise<string[] | undefined> {
  const pages = await inquiry.all('logs:DescribeMetricFilters', { logGroupName: group }, region)
  const metrics = pages
    ?.flatMap(({ metricFilters }) => listOf(metricFilters))
    .filter(({ filterPattern }) => isRootPattern(String(filterPattern)))
    .flatMap(({ metricTransformations }) => listOf(metricTransformations))
    .map(({ metricName, metricNamespace }) => `${metricNamespace} ${metricName}`)
  if (!metrics || metrics.length === 0) return metrics
  const alarms = await inquiry.all('cloudwatch:DescribeAlarms', { AlarmTypes: ['MetricAlarm'] }, region)
  return alarms
    ?.flatMap(({ MetricAlarms }) => listOf(MetricAlarms))
    .filter((alarm) => metrics.includes(`${alarm.Namespace} ${alarm.MetricName}`) && hasAction(alarm))
    .map(({ AlarmArn }) => String(AlarmArn))
}

const hasAction = ({ AlarmActions, ActionsEnabled }: JsonObject): boolean =>
  Array.isArray(AlarmActions) && AlarmActions.length > 0 && String(ActionsEnabled) !== 'false'

const isAboutRoot = ({ EventPattern, State }: JsonObject): boolean =>
  State !== 'DISABLED' && /"Root"/.test(String(EventPattern ?? ''))

const isRootPattern = (pattern: string): boolean => /userIdentity\.type\s*=\s*"?Root\b/.test(pattern)

const isOn = (value: Json | undefined): boolean => String(value) === 'true'
