import type { Finding, Notification, Report } from '../core/finding.ts'
import { deactivateKey } from '../io/aws/key/deactivate.ts'
import type { AwsSession } from '../io/aws/session.ts'
import type { AwsSettings } from '../io/aws/settings.ts'
import type { ProvenKey } from '../io/aws/triage.ts'
import type { Event } from './event.ts'

/** A run that finds more leaked keys at once is a matter for people. */
const MOST_KEYS = 5

/** What `on-leak` needs to know of the run. */
export interface OnLeak {
  readonly settings: AwsSettings | undefined
  readonly session: AwsSession | undefined
  readonly event: Pick<Event, 'name' | 'fork' | 'withoutSecrets'>
  readonly proven: readonly ProvenKey[]
  readonly now: Date
}

/**
 * `on-leak: deactivate`. Only a pair that AWS took counts: an id alone, or with a half that somebody made up, would let anyone
 * switch off someone's key. What people decided to live with is left alone.
 */
export async function deactivateLeaked(report: Report, run: OnLeak): Promise<Report> {
  const { settings, session, proven, now } = run
  if (!settings?.asked.deactivate) return report
  const why = whyNot(run)
  if (why || !session)
    return { ...report, notifications: [...report.notifications, leftAlone(why ?? 'there are no AWS credentials')] }
  const open = new Map(report.findings.filter(isOpen).map((finding) => [finding.fingerprint, finding]))
  const keys = proven.filter(({ fingerprint }) => open.has(fingerprint))
  const distinct = [...new Map(keys.map((key) => [key.keyId, key])).values()]
  const said = new Map<string, string>()
  for (const key of distinct.slice(0, MOST_KEYS)) {
    const outcome = await deactivateKey(session, key)
    const when = `by Keylatch as ${session.maskAccountId ? 'its role' : session.arn} at ${now.toISOString()}`
    said.set(
      key.keyId,
      'done' in outcome
        ? `${outcome.done}, ${when}. To take it back: \`${outcome.undo}\`.`
        : `It could not be made inactive: ${outcome.refused}.`,
    )
  }
  const byFingerprint = new Map(keys.map(({ fingerprint, keyId }) => [fingerprint, said.get(keyId)]))
  const findings = report.findings.map((finding) => {
    const sentence = byFingerprint.get(finding.fingerprint)
    return sentence ? { ...finding, message: `${finding.message} ${sentence}` } : finding
  })
  const rest = distinct.length - MOST_KEYS
  const notifications = rest > 0 ? [leftAlone(`${rest} more keys than the ${MOST_KEYS} that a run makes inactive`)] : []
  return { ...report, findings, notifications: [...report.notifications, ...notifications] }
}

/** Of a change what it brings in, of a full scan all; what is suppressed is somebody's decision. */
const isOpen = ({ suppression, state }: Finding): boolean => suppression === undefined && state === 'new'

function whyNot({ settings, session, event }: OnLeak): string | undefined {
  if (event.fork || event.withoutSecrets) return 'the run is of a fork or of Dependabot'
  if (event.name === 'pull_request_target') return 'it does not count on pull_request_target'
  if (settings?.verify !== 'live') return 'it needs `verify: live`, which proves that a pair works'
  const allowed = settings.allowedAccountIds
  if (session && allowed.length > 0 && !allowed.includes(session.accountId))
    return 'the account is not in allowed-account-ids'
  return undefined
}

function leftAlone(why: string): Notification {
  return { level: 'note', id: 'on-leak', message: `on-leak: ${why}; no more was changed.` }
}
