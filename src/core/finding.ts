import type { Region } from './source.ts'

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
}

export type Verdict = 'pass' | 'block' | 'broken'

export interface RuleDescription {
  readonly id: string
  readonly title: string
  readonly severity: Severity
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
  /** `owner/name`, head commit and server, for links; absent on the command line. */
  readonly repository?: { readonly slug: string; readonly serverUrl: string; readonly commit: string }
}
