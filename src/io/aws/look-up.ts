import type { IAMClient } from '@aws-sdk/client-iam'
import type { STSClient } from '@aws-sdk/client-sts'
import type { Notification } from '../../core/finding.ts'
import { canaryIssuerOf, factsOfKeyId } from '../../rules/credentials/aws/key-id.ts'
import type { LeakedKey } from '../../scan/leaked-keys.ts'
import { attempt, DEFAULT_LIMITS, deadlineOf, type Limits } from './attempts.ts'
import type { Environment } from './connection.ts'
import { faultName, faultText, isNetwork, isTransient } from './failure.ts'
import { type AwsSession, type Connection, iamClient, stsClient } from './session.ts'

type Secrets = Omit<LeakedKey, 'fingerprint'>

/** What is known about a key; never the key itself, but for its last four characters. */
export interface KeyFacts {
  readonly suffix: string
  readonly temporary: boolean
  /** `unknown`: nobody tells the account, or which accounts are one's own. */
  readonly owner: 'own' | 'trusted' | 'foreign' | 'canary' | 'unknown'
  readonly accountId?: string
  readonly canaryIssuer?: string
  readonly user?: string
  readonly lastUsed?: { readonly date?: Date; readonly service?: string; readonly region?: string }
  /** Only after `verify: live`. */
  readonly live?: { readonly state: 'live' | 'dead' | 'other-secret'; readonly arn?: string }
}

export interface LookUpOptions {
  readonly env: Environment
  readonly trustedAccounts: ReadonlySet<string>
  readonly verify: 'off' | 'live'
  readonly limits?: Partial<Limits>
}

/** Triage adds detail; the gate must not wait for it as long as for credentials. */
const TRIAGE_LIMITS: Limits = { ...DEFAULT_LIMITS, attempts: 3, deadline: 20_000, request: 5_000 }
const MOST_KEYS = 50
const AT_ONCE = 4

/** Facts by key id: offline first, then as far as the session may ask. Never throws. */
export async function lookUp(
  keys: readonly Secrets[],
  session: AwsSession | undefined,
  options: LookUpOptions,
): Promise<{ readonly facts: ReadonlyMap<string, KeyFacts>; readonly notifications: readonly Notification[] }> {
  const distinct = distinctKeys(keys)
  const asked = distinct.slice(0, MOST_KEYS)
  const desk = await openDesk(session, options, keys)
  const facts = new Map<string, KeyFacts>()
  const rest = [...asked]
  const worker = async () => {
    for (let key = rest.shift(); key; key = rest.shift()) facts.set(key.keyId, await factsOf(key, desk))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  desk.sts?.destroy()
  const iam = await desk.iam
  iam?.destroy()
  for (const key of distinct.slice(MOST_KEYS)) facts.set(key.keyId, offline(key, desk))
  if (distinct.length > asked.length && (session || options.verify === 'live')) {
    desk.say('too-many', `Only ${MOST_KEYS} of ${distinct.length} leaked keys were looked up in AWS.`)
  }
  return { facts, notifications: [...desk.notifications.values()] }
}

/** One entry a key id, the most complete one. */
function distinctKeys(keys: readonly Secrets[]): Secrets[] {
  const byId = new Map<string, Secrets>()
  for (const key of keys) byId.set(key.keyId, { ...key, ...byId.get(key.keyId) })
  return [...byId.values()]
}

/** Everything that the look-up of one key needs: whom to ask, what was refused already, what people will be told. */
interface Desk {
  readonly session: AwsSession | undefined
  readonly connection: Connection
  readonly options: LookUpOptions
  readonly signal: AbortSignal
  readonly sts: STSClient | undefined
  /** Made when the first of one's own keys turns up. */
  iam: Promise<IAMClient> | undefined
  /** Questions that AWS will not answer for any key. */
  readonly refused: Set<Question>
  readonly notifications: Map<string, Notification>
  readonly secrets: readonly (string | undefined)[]
  say(cause: string, message: string): void
}

type Question = 'sts:GetAccessKeyInfo' | 'iam:GetAccessKeyLastUsed' | 'sts:GetCallerIdentity'

async function openDesk(
  session: AwsSession | undefined,
  options: LookUpOptions,
  keys: readonly Secrets[],
): Promise<Desk> {
  const { env } = options
  const limits = { ...TRIAGE_LIMITS, ...options.limits }
  const connection = session
    ? { ...session.connection(), limits }
    : { region: env.AWS_REGION || env.AWS_DEFAULT_REGION || 'us-east-1', env, limits }
  const sts = session ? await stsClient(connection, session.credentials) : undefined
  const notifications = new Map<string, Notification>()
  return {
    session,
    connection,
    options,
    sts,
    iam: undefined,
    signal: deadlineOf(limits),
    refused: new Set(),
    notifications,
    secrets: keys.flatMap(({ keyId, secret, sessionToken }) => [sessionToken, secret, keyId]),
    say: (cause, message) => notifications.set(cause, { level: 'warning', id: 'aws-triage', message }),
  }
}

async function factsOf(key: Secrets, desk: Desk): Promise<KeyFacts> {
  const known = offline(key, desk)
  if (known.owner === 'canary') return known
  const accountId = (await accountOf(key, desk)) ?? known.accountId
  const facts = { ...known, ...ownerOf(accountId, desk) }
  if (facts.owner === 'canary') return facts
  const use = facts.owner === 'own' && !facts.temporary ? await lastUseOf(key, desk) : undefined
  // An account that nobody tells may be one of canaries.
  const live = accountId === undefined ? undefined : await liveness(key, desk)
  return { ...facts, ...use, ...(live ? { live } : {}) }
}

function offline({ keyId }: Secrets, desk: Desk): KeyFacts {
  const { kind, accountId } = factsOfKeyId(keyId)
  return { suffix: keyId.slice(-4), temporary: kind === 'temporary', ...ownerOf(accountId, desk) }
}

function ownerOf(
  accountId: string | undefined,
  { session, options }: Desk,
): Pick<KeyFacts, 'owner' | 'accountId' | 'canaryIssuer'> {
  if (accountId === undefined) return { owner: 'unknown' }
  const issuer = canaryIssuerOf(accountId)
  if (issuer) return { owner: 'canary', accountId, canaryIssuer: issuer }
  if (accountId === session?.accountId) return { owner: 'own', accountId }
  if (options.trustedAccounts.has(accountId)) return { owner: 'trusted', accountId }
  return { owner: session ? 'foreign' : 'unknown', accountId }
}

async function accountOf({ keyId }: Secrets, desk: Desk): Promise<string | undefined> {
  const { sts, signal } = desk
  if (!sts) return undefined
  const answer = await ask('sts:GetAccessKeyInfo', desk, async () => {
    const { GetAccessKeyInfoCommand } = await import('./sts-client.ts')
    return sts.send(new GetAccessKeyInfoCommand({ AccessKeyId: keyId }), { abortSignal: signal })
  })
  return answer?.Account
}

async function lastUseOf({ keyId }: Secrets, desk: Desk): Promise<Pick<KeyFacts, 'user' | 'lastUsed'>> {
  const { session, connection, signal } = desk
  if (!session) return {}
  const answer = await ask('iam:GetAccessKeyLastUsed', desk, async () => {
    const { GetAccessKeyLastUsedCommand } = await import('./iam-client.ts')
    desk.iam ??= iamClient(connection, session.credentials)
    const client = await desk.iam
    return client.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: keyId }), { abortSignal: signal })
  })
  if (!answer) return {}
  const { UserName, AccessKeyLastUsed } = answer
  const { LastUsedDate, ServiceName, Region } = AccessKeyLastUsed ?? {}
  return {
    ...(UserName ? { user: UserName } : {}),
    lastUsed: {
      ...(LastUsedDate ? { date: LastUsedDate } : {}),
      ...(isWord(ServiceName) ? { service: ServiceName } : {}),
      ...(isWord(Region) ? { region: Region } : {}),
    },
  }
}

/** `N/A` is no service and no region; anything odd is not repeated. */
function isWord(text: string | undefined): text is string {
  return text !== undefined && /^[a-z0-9-]{2,40}$/.test(text)
}

/** One call with the leaked pair itself, to AWS or the endpoint that is configured in its place. */
async function liveness(key: Secrets, desk: Desk): Promise<KeyFacts['live']> {
  const { keyId, secret, sessionToken } = key
  const needsToken = factsOfKeyId(keyId).kind === 'temporary'
  if (desk.options.verify !== 'live' || !secret || (needsToken && !sessionToken)) return undefined
  const credentials = { accessKeyId: keyId, secretAccessKey: secret, ...(sessionToken ? { sessionToken } : {}) }
  return ask('sts:GetCallerIdentity', desk, async () => {
    const { GetCallerIdentityCommand } = await import('./sts-client.ts')
    const client = await stsClient(desk.connection, async () => credentials)
    try {
      const { Arn } = await client.send(new GetCallerIdentityCommand({}), { abortSignal: desk.signal })
      return { state: 'live' as const, ...(Arn ? { arn: Arn } : {}) }
    } catch (error) {
      const state = VERDICTS[faultName(error)]
      if (!state) throw error
      return { state }
    } finally {
      client.destroy()
    }
  })
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html */
const VERDICTS: Record<string, 'dead' | 'other-secret'> = {
  InvalidClientTokenId: 'dead',
  UnrecognizedClient: 'dead',
  ExpiredToken: 'dead',
  SignatureDoesNotMatch: 'other-secret',
}

/** Puts one question within its bounds. Undefined when there is no answer; then people are told why, once a cause. */
async function ask<T>(question: Question, desk: Desk, work: () => Promise<T>): Promise<T | undefined> {
  if (desk.refused.has(question)) return undefined
  const asked = await attempt(work, { limits: desk.connection.limits, signal: desk.signal, isTransient })
  if (asked.done) return asked.value
  const { error, outOfTime } = asked
  const name = faultName(error)
  if (outOfTime) {
    desk.refused.add(question)
    desk.say(
      'deadline',
      'AWS did not answer in time what it was asked about leaked keys: their findings stand, with less detail.',
    )
  } else if (name === 'AccessDenied') {
    desk.say(
      `${question} AccessDenied`,
      `The session may not call ${question}, or not for this key: ${MISSED[question]}. Allow the role that action (docs/aws-setup.md).`,
    )
  } else {
    if (isTransient(error) || isNetwork(error) || BROKEN_SESSION.has(name)) desk.refused.add(question)
    desk.say(
      `${question} ${name}`,
      `AWS did not answer ${question} (${faultText(error, desk.secrets)}): ${MISSED[question]}.`,
    )
  }
  return undefined
}

const BROKEN_SESSION = new Set([
  'ExpiredToken',
  'InvalidClientTokenId',
  'SignatureDoesNotMatch',
  'CredentialsProviderError',
])

const MISSED: Record<Question, string> = {
  'sts:GetAccessKeyInfo': 'the accounts of leaked keys are told from their ids alone',
  'iam:GetAccessKeyLastUsed': 'findings name no user and no last use',
  'sts:GetCallerIdentity': 'whether leaked pairs still work was not found out',
}
