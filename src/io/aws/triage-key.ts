import { Problem } from '../../core/problem.ts'
import { factsOfKeyId } from '../../rules/credentials/aws/key-id.ts'
import type { Limits } from './attempts.ts'
import type { Environment } from './connection.ts'
import { inquireKey, type KeyInquiry, ownKey } from './key/inquire.ts'
import { inquiryLines } from './key/inquiry-text.ts'
import { type KeyFacts, lookUp } from './look-up.ts'
import { ownSession } from './own-session.ts'
import type { AwsSession } from './session.ts'
import { commandsFor, describeKey, generalCommands, mendText } from './triage-text.ts'

export interface TriageKeyDeps {
  readonly env: Environment
  readonly now: Date
  readonly trustedAccounts?: ReadonlySet<string>
  /** By default the SDK's own chain: environment, profiles, SSO, instance roles. */
  readonly credentials?: AwsSession['credentials']
  readonly limits?: Partial<Limits>
}

/**
 * What `keylatch triage KEY_ID` prints: whose key it is, when it was last used, what to type. A canary is told offline.
 * Throws a Problem when `keyId` is no access key id. Lines hold neither the whole id nor any credential.
 */
export async function triageKey(keyId: string, deps: TriageKeyDeps): Promise<string[]> {
  return (await lookAtKey(keyId, deps)).lines
}

/** A key with what was found out, and how to go on with it. */
export interface TriagedKey {
  readonly lines: string[]
  readonly facts: KeyFacts
  readonly session?: AwsSession
  readonly inquiry?: KeyInquiry
}

export async function lookAtKey(keyId: string, deps: TriageKeyDeps): Promise<TriagedKey> {
  if (!/^(AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}$/.test(keyId)) {
    throw new Problem('triage: that is not an access key id; one has 20 characters and begins with AKIA or ASIA')
  }
  const { env, now, limits } = deps
  const options = {
    env,
    trustedAccounts: deps.trustedAccounts ?? new Set<string>(),
    verify: 'off',
    limits: limits ?? {},
  } as const
  const alone = (await lookUp([{ keyId }], undefined, options)).facts.get(keyId)!
  const caller = alone.owner === 'canary' ? undefined : await ownSession(deps)
  const session = caller && 'session' in caller ? caller.session : undefined
  const { facts, notifications } = session
    ? await lookUp([{ keyId }], session, options)
    : { facts: new Map([[keyId, alone]]), notifications: [] }
  const known = facts.get(keyId)!
  const inquiry = session && known.owner === 'own' ? await inquireKey(session, ownKey(keyId, known), limits) : undefined
  const commands =
    caller && 'refusal' in caller ? generalCommands(known, now) : commandsFor(known, now, inquiry?.holder?.name)
  const lines = [
    `Key ${factsOfKeyId(keyId).masked}`,
    whoseItIs(known),
    ...[describeKey(known, now, false)].filter((said) => said !== ''),
    ...(session ? [`Asked as ${session.arn}.`] : []),
    ...(caller && 'refusal' in caller ? [caller.refusal] : []),
    ...notifications.map(({ message }) => message),
    ...(inquiry ? inquiryLines(inquiry, now) : []),
    ...(commands.length > 0 ? ['', ...mendText(commands).split('\n')] : []),
  ]
  return { lines, facts: known, ...(session ? { session } : {}), ...(inquiry ? { inquiry } : {}) }
}

function whoseItIs({ accountId, canaryIssuer }: KeyFacts): string {
  if (canaryIssuer) return `It is a canary of ${canaryIssuer}: using it raises an alarm.`
  return accountId ? `It is of account ${accountId}.` : 'Its id does not tell the account that it is of.'
}
