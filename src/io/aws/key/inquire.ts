import type { MissingAnswer } from '../../../account/snapshot.ts'
import { type Abilities, abilitiesOf } from '../../../iam/abilities.ts'
import { Inquiry } from '../account/inquiry.ts'
import { AwsApi } from '../api/client.ts'
import { listOf } from '../api/protocol.ts'
import { DEFAULT_LIMITS, deadlineOf, type Limits } from '../attempts.ts'
import type { KeyFacts } from '../look-up.ts'
import type { AwsSession } from '../session.ts'
import { holderRecords } from './holder.ts'
import { type KeyEvents, keyEvents, type ServiceUse, servicesUsed } from './uses.ts'

/** A key of one's own account, and what is known of it already. */
export interface OwnKey {
  readonly keyId: string
  readonly temporary: boolean
  readonly user?: string
  /** Where it was last used. */
  readonly region?: string
}

/** The key as it is asked about. */
export function ownKey(keyId: string, { temporary, user, lastUsed }: KeyFacts): OwnKey {
  return { keyId, temporary, ...(user ? { user } : {}), ...(lastUsed?.region ? { region: lastUsed.region } : {}) }
}

/** What a leaked key is worth. Holds neither the key nor any other whole id. */
export interface KeyInquiry {
  readonly holder?: { readonly kind: 'user' | 'role'; readonly name: string; readonly arn: string }
  readonly active?: boolean
  readonly otherKeys: readonly { readonly suffix: string; readonly active: boolean; readonly created: string }[]
  readonly abilities?: Abilities
  readonly quarantine: readonly string[]
  readonly used?: readonly ServiceUse[]
  readonly events?: KeyEvents
  readonly missing: readonly MissingAnswer[]
}

const LIMITS: Limits = { ...DEFAULT_LIMITS, attempts: 4, deadline: 60_000 }

/** Asks what the holder of a key can do, what it did, and which other keys it has. Nothing is thrown. */
export async function inquireKey(session: AwsSession, key: OwnKey, limits: Partial<Limits> = {}): Promise<KeyInquiry> {
  const bounds = { ...LIMITS, ...limits }
  const inquiry = new Inquiry(new AwsApi(session, bounds, deadlineOf(bounds)))
  const regions = [...new Set([session.region, ...(key.region ? [key.region] : [])])]
  const events = await keyEvents(inquiry, key.keyId, regions)
  const role = key.temporary ? events?.role : undefined
  const name = key.user ?? role?.replace(/^.*\//, '')
  const done = (more: Omit<KeyInquiry, 'missing'>): KeyInquiry => ({ ...more, missing: inquiry.missing() })
  const told = events ? { events } : {}
  if (name === undefined) return done({ ...told, otherKeys: [], quarantine: [] })
  const kind = key.user ? 'user' : 'role'
  const fallback = role ?? `arn:${session.partition}:iam::${session.accountId}:user/${name}`
  const [{ arn, records, quarantine }, keys] = await Promise.all([
    holderRecords(inquiry, kind, name, fallback),
    key.user ? inquiry.all('iam:ListAccessKeys', { UserName: name }) : undefined,
  ])
  const used = await servicesUsed(inquiry, arn)
  const all = keys?.flatMap(({ AccessKeyMetadata }) => listOf(AccessKeyMetadata)) ?? []
  const itself = all.find(({ AccessKeyId }) => AccessKeyId === key.keyId)
  const abilities = abilitiesOf(records, arn)
  return done({
    holder: { kind, name, arn },
    ...(itself ? { active: itself.Status === 'Active' } : {}),
    otherKeys: all
      .filter((one) => one !== itself)
      .map(({ AccessKeyId, Status, CreateDate }) => ({
        suffix: String(AccessKeyId).slice(-4),
        active: Status === 'Active',
        created: String(CreateDate ?? '').slice(0, 10),
      })),
    ...(abilities ? { abilities } : {}),
    quarantine,
    ...(used ? { used } : {}),
    ...told,
  })
}
