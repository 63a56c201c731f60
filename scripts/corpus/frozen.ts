import { readFileSync } from 'node:fs'

/** A field of the JSON report, as it was written; freezing knows no more of the format than what it takes out. */
type Json = Readonly<Record<string, unknown>>

export interface FrozenFinding extends Json {
  readonly ruleId: string
  readonly severity: string
  readonly fingerprint: string
  readonly location: {
    readonly uri: string
    readonly offset: number
    readonly region: { readonly startLine: number; readonly startColumn: number }
  }
}

/** What one scan came to. */
export interface FrozenScan {
  /** As the list names it: `FOLDER` or `FOLDER BASE..HEAD`. */
  readonly target: string
  /** 0 passed, 1 blocked, 2 could not be done, -1 was ended by a signal or took too long. */
  readonly exitCode: number
  /** What was said instead of a report; empty when there is one. */
  readonly error: string
  readonly verdict: string
  readonly reason: string
  readonly findings: readonly FrozenFinding[]
  readonly notifications: readonly Json[]
  readonly permissionChanges: readonly Json[]
  readonly policyChanges: readonly string[]
  /** Of the clock; not compared, since it is never the same. */
  readonly milliseconds: number
}

/** A frozen corpus is JSON Lines, a scan a line: what is done stays when a long freeze is stopped. */
export function readFrozen(file: string): Map<string, FrozenScan> {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const scans = lines.map((line) => JSON.parse(line) as FrozenScan)
  return new Map(scans.map((scan) => [scan.target, scan]))
}
