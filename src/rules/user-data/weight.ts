import type { Severity } from '../../core/finding.ts'
import type { Hit } from '../../core/rule.ts'
import type { FoundSecret } from '../../secrets/judge.ts'

/** What a secret weighs that is only told by its name and its looks: as much as the place says where it is sure, else less. */
export function weightOf(
  { confidence, reason }: FoundSecret,
  weight: Severity,
): Required<Pick<Hit, 'severity' | 'confidence' | 'confidenceReason' | 'lighterInSamples'>> {
  const severity = confidence === 'high' ? weight : confidence
  return { severity, confidence, confidenceReason: reason, lighterInSamples: true }
}
