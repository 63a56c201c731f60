import type { Finding, Suppression } from '../../core/finding.ts'
import type { Budget } from '../../languages/patterns/pattern.ts'

/** A finding with the text it was found in, not masked: stays inside the scan floor. */
export interface Suspect {
  readonly finding: Pick<Finding, 'ruleId' | 'location' | 'commits'>
  /** The whole first line of its place. */
  readonly lineText: string
  /** The secret itself, when it is one. */
  readonly secretValue?: string
  /** Did every line of it stand at the base? Also true when there is no base. */
  readonly stood: () => boolean
}

/** Decides whether a suspect is left alone; the answer is where that is written. */
export type Leaves = (suspect: Suspect, budget: Budget) => Suppression | undefined
