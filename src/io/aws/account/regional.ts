import type { AccountCall } from '../../../account/calls.ts'
import type { AccountRecord, Json, JsonObject } from '../../../account/snapshot.ts'
import { listOf } from '../api/protocol.ts'
import { type AccountPlace, arnOf } from './account-place.ts'
import { type Inquiry, inParallel } from './inquiry.ts'

/** On, off, or what nobody answered; `detail` is told with it. */
interface Switch {
  readonly on: boolean | undefined
  readonly detail?: JsonObject
}

/** What is on or off region by region. */
const SWITCHES: readonly {
  readonly type: string
  readonly service: string
  readonly what: string
  readonly look: (inquiry: Inquiry, region: string) => Promise<Switch>
}[] = [
  { type: 'aws_account_guardduty', service: 'guardduty', what: 'detector', look: hasDetector },
  { type: 'aws_account_access_analyzer', service: 'access-analyzer', what: 'analyzer', look: hasAnalyzer },
  { type: 'aws_account_config', service: 'config', what: 'recorder', look: records },
  { type: 'aws_account_security_hub', service: 'securityhub', what: 'hub', look: hasHub },
  { type: 'aws_account_ebs_encryption', service: 'ec2', what: 'ebs-encryption-by-default', look: encrypts },
  { type: 'aws_account_instance_metadata', service: 'ec2', what: 'instance-metadata-defaults', look: asksForTokens },
]

/** One record a switch, with the regions in which it is on and off: that is one thing to know, not seventeen. */
export async function switchRecords(inquiry: Inquiry, place: AccountPlace): Promise<AccountRecord[]> {
  const records = await inParallel(SWITCHES, async ({ type, service, what, look }) => {
    const looks = await inParallel(place.regions, async (region) => ({ region, ...(await look(inquiry, region)) }))
    const where = (wanted: boolean | undefined) => looks.filter(({ on }) => on === wanted).map(({ region }) => region)
    const details = looks.flatMap(({ region, detail }) => (detail ? [{ region, ...detail }] : []))
    const data: Record<string, Json> = { On: where(true), Off: where(false), NotKnown: where(undefined) }
    if (details.length > 0) data.Details = details
    return { type, arn: arnOf(place, service, what), data }
  })
  // What no region answered was not looked at.
  return records.filter(({ data }) => (data.NotKnown as readonly Json[]).length < place.regions.length)
}

async function hasDetector(inquiry: Inquiry, region: string): Promise<Switch> {
  const pages = await inquiry.all('guardduty:ListDetectors', {}, region)
  const [id] = pages?.flatMap(({ detectorIds }) => (Array.isArray(detectorIds) ? detectorIds : [])) ?? []
  if (!pages) return { on: undefined }
  if (id === undefined) return { on: false }
  const detector = await inquiry.ask('guardduty:GetDetector', { DetectorId: String(id) }, region)
  return { on: detector ? detector.status === 'ENABLED' : true }
}

async function hasAnalyzer(inquiry: Inquiry, region: string): Promise<Switch> {
  const pages = await inquiry.all('access-analyzer:ListAnalyzers', {}, region)
  const analyzers = pages?.flatMap(({ analyzers }) => listOf(analyzers))
  // One that looks for unused access says nothing of what is open to others.
  return { on: analyzers?.some(({ type, status }) => status === 'ACTIVE' && !/UNUSED|INTERNAL/.test(String(type))) }
}

async function records(inquiry: Inquiry, region: string): Promise<Switch> {
  const answer = await inquiry.ask('config:DescribeConfigurationRecorderStatus', {}, region)
  return { on: answer && listOf(answer.ConfigurationRecordersStatus).some(({ recording }) => recording === true) }
}

async function hasHub(inquiry: Inquiry, region: string): Promise<Switch> {
  const answer = await inquiry.ask('securityhub:DescribeHub', {}, region, ['InvalidAccess', 'ResourceNotFound'])
  return { on: answer && answer.HubArn !== undefined }
}

async function encrypts(inquiry: Inquiry, region: string): Promise<Switch> {
  const answer = await inquiry.ask('ec2:GetEbsEncryptionByDefault', {}, region)
  if (!answer) return { on: undefined }
  const on = String(answer.ebsEncryptionByDefault) === 'true'
  const key = on ? await inquiry.ask('ec2:GetEbsDefaultKmsKeyId', {}, region) : undefined
  return { on, ...(key?.kmsKeyId ? { detail: { KmsKeyId: key.kmsKeyId } } : {}) }
}

async function asksForTokens(inquiry: Inquiry, region: string): Promise<Switch> {
  const answer = await inquiry.ask('ec2:GetInstanceMetadataDefaults', {}, region)
  return { on: answer && (answer.accountLevel as JsonObject | undefined)?.httpTokens === 'required' }
}

/** Images, disks and databases that everybody may have. */
export async function publicRecords(inquiry: Inquiry, place: AccountPlace): Promise<AccountRecord[]> {
  const found = await inParallel(place.regions, async (region) => {
    const [images, snapshots, databases] = await Promise.all([
      inquiry.all('ec2:DescribeImages', { Owner: ['self'], Filter: [{ Name: 'is-public', Value: ['true'] }] }, region),
      inquiry.all('ec2:DescribeSnapshots', { Owner: ['self'], RestorableBy: ['all'] }, region),
      publicDatabases(inquiry, region),
    ])
    const { partition } = place
    return [
      ...(images ?? []).flatMap(({ imagesSet }) =>
        listOf(imagesSet).map(({ imageId, name }) => ({
          type: 'aws_ami_launch_permission',
          arn: `arn:${partition}:ec2:${region}::image/${imageId}`,
          data: { image_id: imageId ?? '', name: name ?? '', group: 'all' },
        })),
      ),
      ...(snapshots ?? []).flatMap(({ snapshotSet }) =>
        listOf(snapshotSet).map(({ snapshotId, volumeId }) => ({
          type: 'aws_snapshot_create_volume_permission',
          arn: `arn:${partition}:ec2:${region}::snapshot/${snapshotId}`,
          data: { snapshot_id: snapshotId ?? '', volume_id: volumeId ?? '', group: 'all' },
        })),
      ),
      ...databases,
    ]
  })
  return found.flat()
}

async function publicDatabases(inquiry: Inquiry, region: string): Promise<AccountRecord[]> {
  const pages = await inquiry.all('rds:DescribeDBSnapshots', { SnapshotType: 'manual' }, region)
  const snapshots = pages?.flatMap(({ DBSnapshots }) => listOf(flat(DBSnapshots, 'DBSnapshot'))) ?? []
  const found = await inParallel(snapshots, async ({ DBSnapshotIdentifier = '', DBSnapshotArn = '' }) => {
    const answer = await inquiry.ask('rds:DescribeDBSnapshotAttributes', { DBSnapshotIdentifier }, region)
    const result = answer?.DBSnapshotAttributesResult as JsonObject | undefined
    const attributes = listOf(flat(result?.DBSnapshotAttributes, 'DBSnapshotAttribute'))
    const isPublic = attributes.some(
      ({ AttributeName, AttributeValues }) =>
        AttributeName === 'restore' && JSON.stringify(AttributeValues ?? '').includes('"all"'),
    )
    const data = { db_snapshot_identifier: DBSnapshotIdentifier, shared_accounts: ['all'] }
    return isPublic ? [{ type: 'aws_db_snapshot', arn: String(DBSnapshotArn), data }] : []
  })
  return found.flat()
}

/** RDS names the items of its lists after what they are. */
function flat(list: Json | undefined, item: string): Json | undefined {
  return typeof list === 'object' && list !== null && !Array.isArray(list) ? (list as JsonObject)[item] : list
}

/** The regions that the account uses. */
export async function enabledRegions(inquiry: Inquiry): Promise<string[] | undefined> {
  const name: AccountCall = 'ec2:DescribeRegions'
  const answer = await inquiry.ask(name)
  return (
    answer &&
    listOf(answer.regionInfo)
      .map(({ regionName }) => String(regionName))
      .sort()
  )
}
