import type { Region, Span } from './source.ts'
import type { Timings } from './timings.ts'

/** Heaviest first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'note'] as const
export type Severity = (typeof SEVERITIES)[number]

/** How sure we are that it is what it looks like, surest first. */
export const CONFIDENCES = ['high', 'medium', 'low'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** SARIF's and the workflow commands' words. */
export type Level = 'error' | 'warning' | 'note'

/** The one table from severity to level; every reporter uses it. */
export const LEVEL_OF: Readonly<Record<Severity, Level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  note: 'note',
}

/** Is `severity` as heavy as `threshold` or heavier? */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold)
}

/** One level lighter, as far as there is one. */
export function steppedDown(severity: Severity): Severity {
  return SEVERITIES[Math.min(SEVERITIES.indexOf(severity) + 1, SEVERITIES.length - 1)]!
}

/** Is `confidence` as sure as `threshold` or surer? */
export function sureAs(confidence: Confidence, threshold: Confidence): boolean {
  return CONFIDENCES.indexOf(confidence) <= CONFIDENCES.indexOf(threshold)
}

/** From where on findings block: both must be reached. */
export interface Threshold {
  readonly failOn: Severity | 'never'
  readonly failOnConfidence: Confidence
}

/** A place that people can open. */
export interface Location {
  readonly uri: string
  readonly region: Region
  /** The commit this place is of, when it is not the scanned head (a secret that a later commit removed). */
  readonly commit?: string
  /** UTF-16 offsets into the source, for SARIF's charOffset and for fixes. */
  readonly offset: number
  readonly length: number
}

export interface RelatedLocation extends Location {
  readonly message: string
  /** `again`: the very secret of the finding, so that whoever lives with it has to say so here as well. */
  readonly relationship?: 'again'
}

/** Whole lines around a place, already masked. */
export interface Snippet {
  readonly startLine: number
  readonly lines: readonly string[]
  /** The column at which the line of the finding's start begins here, when it was too long to keep whole; else 1. */
  readonly startColumn?: number
}

export interface Suppression {
  /** SARIF's words: `inSource` for a comment, `external` for configuration and baseline. */
  readonly kind: 'inSource' | 'external'
  readonly justification: string
  /** Which mechanism it was: `keylatch:ignore`, `gitleaks:allow`, `allow`, `paths-ignore`, `baseline` … */
  readonly mechanism: string
}

export interface FileEdit {
  readonly uri: string
  readonly region: Region
  readonly offset: number
  readonly length: number
  readonly text: string
}

/** Lines of the file of a finding, and what to write in their place. */
export interface Suggestion {
  readonly startLine: number
  readonly endLine: number
  readonly lines: readonly string[]
}

export interface Finding {
  readonly ruleId: string
  readonly severity: Severity
  readonly confidence: Confidence
  /** Why it is no more, and no less, in words that can follow "because"; absent where the rule says no more. */
  readonly confidenceReason?: string
  readonly message: string
  readonly remediation: string
  readonly location: Location
  readonly relatedLocations: readonly RelatedLocation[]
  readonly snippet: Snippet
  /** 32 hex digits; survives moved lines. */
  readonly fingerprint: string
  /** Of a secret, as versions before 1.1 said it; for entries that were written down then, and in no report. */
  readonly formerFingerprint?: string
  /** Of what is told together, as versions before 1.1 said each part; likewise. All of them together stand for it. */
  readonly partFingerprints?: readonly string[]
  /** `new`: not at the base; `existing`: at the base too. A full scan has only new ones. */
  readonly state: 'new' | 'existing'
  /** Commits of the range that brought it in, oldest first; 40 hex digits each. */
  readonly commits: readonly string[]
  /** False when the head no longer holds it: it stands only in the history. */
  readonly atHead: boolean
  /** It is a leaked secret: rotate, deleting the line is not enough. */
  readonly secret: boolean
  readonly anchor: string
  readonly fix?: readonly FileEdit[]
  /** The fix as whole lines, tried: what they replace holds no secret, and the finding is gone with them. */
  readonly suggestion?: Suggestion
  readonly suppression?: Suppression
  /** New, not suppressed, and at or above the thresholds of severity and confidence. */
  readonly blocking: boolean
  readonly properties: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

/** Something people must know about the scan itself: a file that was not read, a limit that was hit. */
export interface Notification {
  readonly level: Level
  /** Stable name: `unreadable-file`, `binary-file`, `parse-error`, `config-changed`. */
  readonly id: string
  readonly message: string
  readonly location?: { readonly uri: string; readonly region?: Region }
  /** How many files it speaks of, where that is more than one. */
  readonly files?: number
  /** Set where a limit kept something from being read or judged; it is then told as a finding. */
  readonly unread?: Unread
  /** Set where a habit hangs on a value that is not known: the rule, and what it would have judged. */
  readonly undecided?: { readonly rule: string; readonly what: string }
  /** The rules that could not judge everything, where notifications were taken together. */
  readonly undecidedRules?: readonly string[]
}

/** What a limit left out, so that silence about it proves nothing. */
export interface Unread {
  /** Where reading ended. */
  readonly span: Span
  /** Which limit, for machines: `yaml-words`. */
  readonly limit: string
}

/** What a principal can newly do, between base and head. */
export interface PermissionChange {
  readonly holder: string
  readonly location?: Location
  readonly actionsBefore: number
  readonly actionsAfter: number
  /** Counts of added actions by access level (`Write`, `Permissions management`, …). */
  readonly addedByLevel: Readonly<Record<string, number>>
  /** One line each, worst first: `newly iam:PassRole on *`, `Deny on s3:* removed`. */
  readonly details: readonly string[]
  /** Where it was asked for: requests that show it. */
  readonly witnesses?: readonly Witness[]
}

/** A request that is denied at the base and allowed at the head. */
export interface Witness {
  readonly principal: string
  readonly action: string
  readonly resource: string
  /** Condition keys in lower case. */
  readonly context: Readonly<Record<string, readonly string[]>>
  /** What the base answers: `implicit deny`, or that there is no such principal. */
  readonly before: string
}

export type Verdict = 'pass' | 'block' | 'broken'

/**
 * What the hits of a rule speak of: a secret that is out, what a holder may do, who is let in, or habits. What a grant could
 * do at the base already is no news, whichever rule it falls under now.
 */
export type About = 'secret' | 'grant' | 'trust' | 'hygiene'

/**
 * What one has to know to judge a hit: keys and tokens as such, policies of AWS, what machines are started with, or build
 * pipelines. Where two rules speak of one secret, the one about credentials knows more of it.
 */
export type Domain = 'credentials' | 'iam' | 'machines' | 'pipelines'

export interface RuleDescription {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  /** These three are absent for a rule that is known by a finding only. */
  readonly about?: About
  readonly domain?: Domain
  readonly fixable?: true
  readonly description: string
  readonly remediation: string
  readonly cwe: readonly string[]
  readonly references: readonly string[]
}

export interface Stats {
  /** What was scanned, for people: `20 commits from 1a2b3c4 to 5d6e7f8`, `working tree`. */
  readonly scope: string
  readonly files: number
  readonly bytes: number
  readonly commits: number
  readonly milliseconds: number
  /** Where somebody asked. */
  readonly timings?: Timings
}

export interface Report extends Threshold {
  readonly tool: { readonly name: 'Keylatch'; readonly version: string; readonly informationUri: string }
  readonly verdict: Verdict
  /** Why the verdict is what it is, as one line. */
  readonly reason: string
  /** Worst first, then by path and line. Suppressed ones included. */
  readonly findings: readonly Finding[]
  readonly notifications: readonly Notification[]
  readonly permissionChanges: readonly PermissionChange[]
  /** What the pull request changes about configuration and suppressions, one line each. */
  readonly policyChanges: readonly string[]
  /** Only the rules that were run. */
  readonly rules: readonly RuleDescription[]
  readonly stats: Stats
  /** The day of the scan, YYYY-MM-DD, UTC. */
  readonly date?: string
  /** Where the code is at home, for links; absent where that is not known. */
  readonly repository?: RepositoryFacts
  /** Where reports of several were merged: each path begins with the slug of its own. */
  readonly repositories?: readonly RepositoryFacts[]
}

export interface RepositoryFacts {
  /** `owner/name`. */
  readonly slug: string
  readonly serverUrl: string
  /** The head. */
  readonly commit: string
  readonly branch?: string
  /** What a change is compared with. */
  readonly base?: string
  /** Files that are not, or not so, in the head's commit: a link to their lines would lead elsewhere. */
  readonly unpublished?: readonly string[]
}
