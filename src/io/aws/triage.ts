import { isOfDocumentation } from '../../aws/accounts.ts'
import type { Finding, Notification, Severity } from '../../core/finding.ts'
import { SEVERITIES } from '../../core/finding.ts'
import type { LeakedKey } from '../../scan/leaked-keys.ts'
import type { Limits } from './attempts.ts'
import type { Environment } from './connection.ts'
import { inquireKey, type KeyInquiry, ownKey } from './key/inquire.ts'
import { inquirySentence, weightOf } from './key/inquiry-text.ts'
import { type KeyFacts, lookUp } from './look-up.ts'
import type { AwsSession } from './session.ts'
import { commandsFor, describeKey, mendAdvice } from './triage-text.ts'

export interface TriageOptions {
  readonly env: Environment
  readonly now: Date
  /** Accounts besides the session's own whose keys are one's own. */
  readonly trustedAccounts: ReadonlySet<string>
  /** `live`: use a leaked pair once, with GetCallerIdentity, to see whether it works. Never for a canary. */
  readonly verify: 'off' | 'live'
  readonly maskAccountId?: boolean
  /** Ask what the holders of one's own keys can do, too. */
  readonly abilities?: boolean
  readonly limits?: Partial<Limits>
}

/** A key of one's own account that AWS took when it was tried, of a finding. */
export interface ProvenKey {
  readonly fingerprint: string
  readonly keyId: string
  readonly user: string
}

/**
 * Adds to findings of leaked AWS keys whose keys they are, when they were last used and what to type now; one's own
 * and live keys weigh more. Without a session only what the key id tells offline. What AWS does not answer becomes one
 * notification per cause; findings are never lost, and nothing is thrown or logged.
 */
export async function triage(
  findings: readonly Finding[],
  leaked: readonly LeakedKey[],
  session: AwsSession | undefined,
  options: TriageOptions,
): Promise<{
  readonly findings: readonly Finding[]
  readonly notifications: readonly Notification[]
  readonly proven: readonly ProvenKey[]
}> {
  // Nobody to ask and nothing to compare with: the findings say all there is to say.
  const idle = !session && options.trustedAccounts.size === 0 && options.verify === 'off'
  if (idle || leaked.length === 0) return { findings, notifications: [], proven: [] }
  const { facts, notifications } = await lookUp(leaked, session, options)
  const byFingerprint = new Map<string, KeyFacts>()
  for (const { fingerprint, keyId } of leaked) {
    const known = facts.get(keyId)
    if (known && !byFingerprint.has(fingerprint)) byFingerprint.set(fingerprint, known)
  }
  const mask = options.maskAccountId ?? session?.maskAccountId ?? false
  const inquiries = options.abilities && session ? await inquireAll(leaked, byFingerprint, session, options) : undefined
  const triaged = findings.map((finding) => {
    const known = byFingerprint.get(finding.fingerprint)
    const inquiry = inquiries?.get(finding.fingerprint)
    const told = known ? withFacts(finding, known, options.now, mask) : finding
    return inquiry ? withInquiry(told, inquiry) : told
  })
  return {
    findings: triaged,
    notifications: [...notifications, ...missingOf([...(inquiries?.values() ?? [])])],
    proven: leaked.flatMap(({ fingerprint, keyId }) => {
      const { owner, live, user, temporary } = byFingerprint.get(fingerprint) ?? {}
      const isProven = owner === 'own' && live?.state === 'live' && !temporary
      return isProven && user ? [{ fingerprint, keyId, user }] : []
    }),
  }
}

/** Each takes a dozen calls; who leaks more keys at once has other things to read first. */
const MOST_INQUIRIES = 5

async function inquireAll(
  leaked: readonly LeakedKey[],
  facts: ReadonlyMap<string, KeyFacts>,
  session: AwsSession,
  { limits }: TriageOptions,
): Promise<ReadonlyMap<string, KeyInquiry>> {
  const own = leaked.filter(({ fingerprint }) => facts.get(fingerprint)?.owner === 'own').slice(0, MOST_INQUIRIES)
  const found = await Promise.all(
    own.map(async ({ fingerprint, keyId }) => {
      const inquiry = await inquireKey(session, ownKey(keyId, facts.get(fingerprint)!), limits)
      return [fingerprint, inquiry] as const
    }),
  )
  return new Map(found)
}

function withInquiry(finding: Finding, inquiry: KeyInquiry): Finding {
  const sentence = inquirySentence(inquiry)
  const weight = weightOf(inquiry)
  const { abilities } = inquiry
  return {
    ...finding,
    severity: weight === 'grave' ? 'critical' : weight === 'none' ? 'high' : finding.severity,
    message: sentence ? `${finding.message} ${sentence}` : finding.message,
    properties: {
      ...finding.properties,
      ...(abilities ? { awsServices: abilities.services.map(({ service }) => service), awsFrom: abilities.from } : {}),
      ...(abilities && abilities.ways.length > 0 ? { awsWays: abilities.ways.map((steps) => steps.join(' → ')) } : {}),
      ...(inquiry.otherKeys.length > 0 ? { awsOtherKeys: inquiry.otherKeys.length } : {}),
    },
  }
}

/** One for all that could not be asked. */
function missingOf(inquiries: readonly KeyInquiry[]): Notification[] {
  const calls = [...new Set(inquiries.flatMap(({ missing }) => missing.map(({ call, why }) => `${call} (${why})`)))]
  if (calls.length === 0) return []
  const message = `What leaked keys can do is not known whole: AWS did not answer ${calls.join(', ')}. docs/account.md has the permissions.`
  return [{ level: 'warning', id: 'aws-triage', message }]
}

function withFacts(finding: Finding, facts: KeyFacts, now: Date, mask: boolean): Finding {
  if (facts.owner === 'unknown' && !facts.live) return finding
  const said = describeKey(facts, now, mask)
  const commands = commandsFor(facts, now)
  const { accountId, user, lastUsed, live, owner } = facts
  const isReal = accountId !== undefined && isOfDocumentation(accountId) && isOurs(facts)
  const weight = isReal ? asOfRealAccount(finding) : finding
  return {
    ...weight,
    severity: severityOf(weight.severity, facts),
    message: said === '' ? finding.message : `${finding.message} ${said}`,
    remediation: commands.length === 0 ? finding.remediation : `${mendAdvice(commands)}\n${finding.remediation}`,
    properties: {
      ...finding.properties,
      awsOwner: owner,
      ...(accountId && !mask ? { awsAccount: accountId } : {}),
      ...(user ? { awsUser: user } : {}),
      ...(lastUsed?.date ? { awsLastUsed: lastUsed.date.toISOString() } : {}),
      ...(live ? { awsLive: live.state === 'live' } : {}),
      ...(commands.length > 0 ? { commands: commands.map(({ command }) => command) } : {}),
    },
  }
}

const isOurs = ({ owner, live }: KeyFacts): boolean => owner === 'own' || live?.state === 'live'

/** The rules make little of keys of accounts that documentation is about; not where that account turns out to be one's own. */
function asOfRealAccount({ confidenceReason: _, ...finding }: Finding): Finding {
  return { ...finding, severity: finding.properties.pair === true ? 'critical' : 'high', confidence: 'high' }
}

/** One step up for a key of one's own; to the top for one that works. A canary stays what it is. */
function severityOf(severity: Severity, { owner, live }: KeyFacts): Severity {
  if (live?.state === 'live') return 'critical'
  if (owner !== 'own' && owner !== 'trusted') return severity
  return SEVERITIES[Math.max(0, SEVERITIES.indexOf(severity) - 1)]!
}
