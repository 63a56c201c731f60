import type { AccountRecord, AccountSnapshot } from '../../../account/snapshot.ts'
import type { Notification } from '../../../core/finding.ts'
import { AwsApi, type Counts } from '../api/client.ts'
import { wordsOf } from '../api/protocol.ts'
import { DEFAULT_LIMITS, deadlineOf, type Limits } from '../attempts.ts'
import type { AwsSession } from '../session.ts'
import type { AccountPlace } from './account-place.ts'
import { bucketRecords } from './buckets.ts'
import { identityRecords } from './identity.ts'
import { Inquiry } from './inquiry.ts'
import { controlPolicyRecords } from './organization.ts'
import { enabledRegions, publicRecords, switchRecords } from './regional.ts'
import { resourcePolicyRecords } from './resource-policies.ts'
import { trailRecords } from './trails.ts'

export interface CollectOptions {
  readonly now: Date
  /** By default all that the account uses. */
  readonly regions?: readonly string[]
  readonly limits?: Partial<Limits>
}

export interface Collected {
  readonly snapshot: AccountSnapshot
  readonly counts: Counts
}

/** Large accounts answer thousands of calls, some of them throttled; a scheduled run can wait. */
const LIMITS: Limits = {
  ...DEFAULT_LIMITS,
  attempts: 10,
  deadline: 30 * 60_000,
  request: 60_000,
  firstWait: 500,
  longestWait: 20_000,
}

/** Asks an account everything of the table of calls. What is not answered is listed in the snapshot; nothing is thrown. */
export async function collectAccount(session: AwsSession, options: CollectOptions): Promise<Collected> {
  const limits = { ...LIMITS, ...options.limits }
  const api = new AwsApi(session, limits, deadlineOf(limits))
  const inquiry = new Inquiry(api)
  const { accountId: account, partition, region: home } = session
  const takenAt = options.now.toISOString()
  const aliases = inquiry.ask('iam:ListAccountAliases')
  const regions = options.regions ?? (await enabledRegions(inquiry)) ?? [home]
  const place: AccountPlace = { account, partition, home, regions }
  const parts = await Promise.all([
    identityRecords(inquiry, place, takenAt),
    switchRecords(inquiry, place),
    trailRecords(inquiry, place),
    publicRecords(inquiry, place),
    bucketRecords(inquiry, place),
    resourcePolicyRecords(inquiry, place),
    controlPolicyRecords(inquiry, place),
  ])
  const [alias] = wordsOf((await aliases)?.AccountAliases)
  return {
    snapshot: {
      account,
      ...(alias ? { alias } : {}),
      partition,
      takenAt,
      regions,
      missing: inquiry.missing(),
      records: inOrder(parts.flat()),
    },
    counts: api.counts,
  }
}

/** How much AWS was asked. */
export function requestsTold({ requests, throttled }: Counts): Notification {
  const slowed = throttled > 0 ? `, ${throttled} of them throttled and asked again` : ''
  const message = `The account was asked ${requests} times${slowed}; nothing was changed.`
  return { level: 'note', id: 'account-requests', message }
}

/** By type and ARN, so that two snapshots of one account can be held against each other. */
function inOrder(records: readonly AccountRecord[]): AccountRecord[] {
  const keyOf = ({ type, arn }: AccountRecord) => `${type} ${arn}`
  return [...records].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}
