import type { Comparison } from '../compare/comparison.ts'
import type { Finding, Notification } from '../core/finding.ts'
import type { CleanVersions } from '../io/version-cache.ts'
import type { RuleTable } from '../scan/check.ts'
import type { LeakedKey } from '../scan/leaked-keys.ts'
import type { ScanOptions } from '../scan/units.ts'
import type { Settings } from './settings.ts'

/** What every way of scanning needs. */
export interface Work {
  readonly rules: RuleTable
  readonly scanOptions: ScanOptions
  readonly severityOf: (ruleId: string, severity: Finding['severity']) => Finding['severity']
  /** Is this path to be scanned? */
  readonly wanted: (path: string) => boolean
  /** Is a message of a commit or a tag to be scanned, by its name? */
  readonly wantsMessage: (uri: string) => boolean
  readonly progress: NonNullable<Settings['progress']>
  readonly readVersions?: Settings['readVersions']
  /** Versions that an earlier run found to hold no secret; absent where they are not kept. */
  readonly cleanVersions?: CleanVersions
}

/** Without what AWS is paid for: a base was asked about when it was a head, and a trial is none. */
export function withoutChecks({ scanOptions, ...work }: Work): Work {
  const { policyChecks: _, ...others } = scanOptions
  return { ...work, scanOptions: others }
}

/** What a way of scanning gives. */
export interface ScanResult {
  readonly findings: readonly Finding[]
  readonly notifications: readonly Notification[]
  /** Texts that were looked at, and their UTF-16 length. */
  readonly texts: number
  readonly characters: number
  readonly commits: number
  /** The raw keys behind findings, for asking AWS about them. Never to be printed. */
  readonly leaked: readonly LeakedKey[]
  /** Every secret that was found, as it is, for scrubbing what people wrote about it. Never to be printed. */
  readonly secrets: readonly string[]
  /** Files that hold no comment that suppresses anything, as far as they are known. */
  readonly quiet?: ReadonlySet<string>
  /** What was scanned, where the scan knows better than the target. */
  readonly describe?: string
  /** Of a change: what is news in it. */
  readonly comparison?: Comparison
}
