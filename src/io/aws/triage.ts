import { isOfDocumentation } from '../../aws/accounts.ts'
import type { Finding, Notification, Severity } from '../../core/finding.ts'
import { SEVERITIES } from '../../core/finding.ts'
import type { LeakedKey } from '../../scan/leaked-keys.ts'
import type { Limits } from './attempts.ts'
import type { Environment } from './connection.ts'
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
  readonly limits?: Partial<Limits>
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
): Promise<{ readonly findings: readonly Finding[]; readonly notifications: readonly Notification[] }> {
  // Nobody to ask and nothing to compare with: the findings say all there is to say.
  const idle = !session && options.trustedAccounts.size === 0 && options.verify === 'off'
  if (idle || leaked.length === 0) return { findings, notifications: [] }
  const { facts, notifications } = await lookUp(leaked, session, options)
  const byFingerprint = new Map<string, KeyFacts>()
  for (const { fingerprint, keyId } of leaked) {
    const known = facts.get(keyId)
    if (known && !byFingerprint.has(fingerprint)) byFingerprint.set(fingerprint, known)
  }
  const mask = options.maskAccountId ?? session?.maskAccountId ?? false
  const triaged = findings.map((finding) => {
    const known = byFingerprint.get(finding.fingerprint)
    return known ? withFacts(finding, known, options.now, mask) : finding
  })
  return { findings: triaged, notifications }
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
