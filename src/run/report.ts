import type { Comparison } from '../compare/comparison.ts'
import type {
  Finding,
  Notification,
  PermissionChange,
  Report,
  RepositoryFacts,
  Stats,
  Suppression,
  Threshold,
} from '../core/finding.ts'
import { SEVERITIES } from '../core/finding.ts'
import type { Rule } from '../core/rule.ts'
import { isAccountPlace, type Source } from '../core/source.ts'
import { isDismissable } from '../report/github/dismissal.ts'
import { type Baseline, baselined, staleBaseline } from '../scan/baseline.ts'
import { allowances, type Config, expiredAllows, unusedAllows } from '../scan/config.ts'
import type { FileAllows } from '../scan/other-scanners/rule-file.ts'
import { otherScannerSuppressions } from '../scan/other-scanners.ts'
import { inlineSuppressions, mentionsSuppression, stoodIn } from '../scan/suppressions.ts'
import { undecidedTogether } from '../scan/undecided.ts'
import { blocks, type Evidence, judge } from '../scan/verdict.ts'
import { scrubbed } from './scrub.ts'
import type { Dismissals } from './settings.ts'
import { TOOL } from './tool.ts'

/** What a scan found, before anything is silenced or judged. */
export interface Outcome {
  readonly findings: readonly Finding[]
  readonly notifications: readonly Notification[]
  readonly permissionChanges: readonly PermissionChange[]
  readonly stats: Stats
  /** Every secret that was found, as it is. */
  readonly secrets: readonly string[]
  /** Texts looked at, and texts that could not be. */
  readonly scanned: number
  readonly unscanned: number
  readonly lost: boolean
}

/** What decides about findings. */
export interface Judging extends Threshold {
  readonly config: Config
  readonly baseline?: Baseline
  /** Files of other scanners that say what to leave alone. */
  readonly otherScanners: readonly Source[]
  /** Of files with rules of other scanners, what those leave alone. */
  readonly ruleFiles?: readonly FileAllows[]
  /** YYYY-MM-DD, UTC. */
  readonly today: string
  readonly rules: readonly Rule[]
  readonly scope: Evidence['scope']
  /** Only some of the files were looked at: what has nothing to silence may have so elsewhere. */
  readonly isPart?: true
  /** A file at the head, and what stood there at the base; for inline comments. */
  readonly head: (uri: string) => Source | undefined
  readonly base?: (uri: string) => Source | undefined
  /** Where a file of the head stood at the base. */
  readonly oldPathOf: (uri: string) => string
  /** Of a change: what is news in it. */
  readonly comparison?: Comparison
  /** What the change does to configuration and baseline, one line each. */
  readonly policyChanges: readonly string[]
  /** It leaves a configuration that no scan could read. */
  readonly policyFault?: string
  /** Which comments count, where that is not for the configuration to say. */
  readonly comments?: 'head'
  /** What people have allowed on the pull request, where that counts. */
  readonly dismissals?: Dismissals
  /** Files of the change whose suppression comments are compared. */
  readonly changedPaths: readonly string[]
  readonly repository?: RepositoryFacts
}

/** Silences, judges and sorts: the report that every reporter shows. */
export function makeReport(outcome: Outcome, judging: Judging): Report {
  const { config, failOn, failOnConfidence, today, rules } = judging
  const silenced = silence(outcome.findings, judging)
  const findings = silenced.findings
    .map((finding) => ({ ...finding, blocking: blocks(finding, judging) }))
    .sort(byWeight)
  const { verdict, reason } = judge({
    findings,
    failOn,
    failOnConfidence,
    scope: judging.scope,
    scanned: outcome.scanned,
    unscanned: outcome.unscanned,
    lost: outcome.lost,
    ...(judging.policyFault ? { policyFault: judging.policyFault } : {}),
  })
  const stale =
    judging.baseline && judging.scope === 'full' && !judging.isPart ? staleBaseline(judging.baseline, findings) : []
  return scrubbed(outcome.secrets, {
    tool: TOOL,
    verdict,
    reason,
    failOn,
    failOnConfidence,
    findings,
    notifications: undecidedTogether(
      unique([
        ...outcome.notifications,
        ...expiredAllows(config, today),
        ...stale,
        ...(judging.scope === 'change' || judging.isPart
          ? []
          : unusedAllows(allowsFor(config, judging.scope), findings, today)),
        ...silenced.notifications,
      ]),
    ),
    permissionChanges: outcome.permissionChanges,
    policyChanges: [...judging.policyChanges, ...silenced.added],
    rules: rules.map(({ meta }) => meta),
    stats: outcome.stats,
    date: today,
    ...(judging.repository ? { repository: judging.repository } : {}),
  })
}

/** Entries about an account name its ARNs; a scan of the repository says nothing of them, nor an audit of the others. */
function allowsFor(config: Config, scope: Evidence['scope']): Config {
  const isOfAccount = ({ path }: Config['allow'][number]) => path !== undefined && isAccountPlace(path)
  return { ...config, allow: config.allow.filter((entry) => isOfAccount(entry) === (scope === 'account')) }
}

/** Inline comments first, then the configuration's entries, then the baseline: the nearest to the place explains best. */
function silence(findings: readonly Finding[], judging: Judging) {
  const { config, baseline, rules, today } = judging
  const ruleIds = new Set(rules.map(({ meta }) => meta.id))
  const allowed = allowances(config, today)
  const known = baseline ? baselined(baseline) : () => undefined
  const otherScanners = otherScannerSuppressions(judging.otherScanners, judging.ruleFiles)
  const notifications: Notification[] = []
  const added: string[] = []
  const outdated = new Set<string>()
  const inline = new Map<string, ReturnType<typeof inlineSuppressions> | undefined>()
  const againstOf = (uri: string) =>
    judging.base && { base: judging.base(uri), counts: judging.comments ?? config.inlineSuppressions }
  const commentsOf = (uri: string) => {
    if (!inline.has(uri)) {
      const head = judging.head(uri)
      inline.set(
        uri,
        head && mentionsSuppression(head.text) ? inlineSuppressions(head, againstOf(uri), ruleIds) : undefined,
      )
    }
    return inline.get(uri)
  }
  const silenced = findings.map((finding) => {
    const { uri, region } = finding.location
    const lines = [region.startLine, ...twinLines(finding)]
    const source = finding.atHead ? judging.head(uri) : undefined
    const said = source && commentsOf(uri)?.suppressionFor(finding.ruleId, lines, extentOf(finding))
    const comment = said && wasAccepted(finding, source, judging) ? said : undefined
    const stood = () =>
      judging.base === undefined || (source !== undefined && stoodIn(judging.base(uri), source, extentOf(finding)))
    const { formerFingerprint: _former, partFingerprints: _parts, ...present } = finding
    const listed = allowed(present) ?? known(present)
    const formerly = listed ? undefined : (allowed(finding) ?? known(finding))
    if (formerly && finding.formerFingerprint !== undefined) outdated.add(finding.fingerprint)
    // Of a former fingerprint anybody makes a second secret in a second, so it vouches for nothing that a change brings in.
    const vouched = judging.scope !== 'change' || finding.state === 'existing' ? formerly : undefined
    const suppression =
      comment ??
      listed ??
      vouched ??
      otherScanners.suppressionFor(finding, source, stood) ??
      dismissalOf(finding, judging)
    if (suppression) return { ...finding, suppression }
    // What was allowed at its old path alone is news where the change puts it.
    const wasAllowed = finding.state === 'existing' && allowed({ ...finding, location: at(finding, judging.oldPathOf) })
    return wasAllowed ? { ...finding, state: 'new' as const } : finding
  })
  if (outdated.size > 0) notifications.push(outdatedFingerprints(outdated.size))
  for (const path of judging.changedPaths) commentsOf(path)
  for (const comments of inline.values()) {
    notifications.push(...(comments?.notifications ?? []))
    added.push(...(comments?.added ?? []))
  }
  return { findings: silenced, notifications: [...notifications, ...otherScanners.notifications()], added }
}

function dismissalOf(finding: Finding, { dismissals }: Judging): Suppression | undefined {
  const dismissed = dismissals?.get(finding.fingerprint)
  if (!dismissed || !isDismissable(finding)) return undefined
  return { kind: 'external', mechanism: '/keylatch allow', justification: `${dismissed.reason} (${dismissed.by})` }
}

function outdatedFingerprints(count: number): Notification {
  const entries = count === 1 ? '1 allow or baseline entry holds' : `${count} allow or baseline entries hold`
  return {
    level: 'warning',
    id: 'fingerprints-outdated',
    message: `${entries} a fingerprint of an older Keylatch, which says too little of the secret: it counts for what stood there before, and for nothing that a change brings in. Run \`keylatch baseline --upgrade\` and commit what it rewrites.`,
  }
}

/**
 * What a policy grants hangs on other lines than the one it is told on. So a comment of the base accepts there what the
 * base had there, and nothing that the change makes of it by a line next door.
 */
function wasAccepted({ secret, state, ruleId, location }: Finding, source: Source, judging: Judging): boolean {
  const { comparison, comments, config } = judging
  if (!comparison || secret || state !== 'new' || (comments ?? config.inlineSuppressions) === 'head') return true
  const { startLine } = location.region
  return comparison.hadOnLine(ruleId, location.uri, source.text.split('\n', startLine)[startLine - 1] ?? '')
}

function at({ location }: Finding, pathOf: (uri: string) => string): Finding['location'] {
  return { ...location, uri: pathOf(location.uri) }
}

/** Lines of the same file where the same secret stands again: a comment has to guard them all. */
function twinLines({ secret, location, relatedLocations }: Finding): number[] {
  if (!secret) return []
  return relatedLocations
    .filter(({ uri, relationship }) => uri === location.uri && relationship === 'again')
    .map(({ region }) => region.startLine)
}

/** Every line that a finding takes up; of a secret also those where its other parts stand. */
function extentOf({ secret, location, relatedLocations }: Finding): number[] {
  const parts = secret ? relatedLocations.filter(({ uri }) => uri === location.uri) : []
  return [location, ...parts].flatMap(({ region: { startLine, endLine } }) =>
    Array.from({ length: endLine - startLine + 1 }, (_, index) => startLine + index),
  )
}

function byWeight(one: Finding, other: Finding): number {
  return (
    Number(other.state === 'new') - Number(one.state === 'new') ||
    SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
    compare(one.location.uri, other.location.uri) ||
    one.location.region.startLine - other.location.region.startLine ||
    one.location.region.startColumn - other.location.region.startColumn ||
    compare(one.ruleId, other.ruleId)
  )
}

function unique(notifications: readonly Notification[]): Notification[] {
  return [...new Map(notifications.map((notification) => [JSON.stringify(notification), notification])).values()]
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
