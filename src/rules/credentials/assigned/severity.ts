import type { Hit } from '../../../core/rule.ts'
import type { FoundSecret } from '../../../secrets/judge.ts'

/**
 * Of a secret that nothing but its name and its value tell: high only where rarity proves it. Undefined for words, of which
 * programs and translations are full.
 */
export function severityByProof(
  { confidence, reason, proven }: FoundSecret,
  value: string,
): Pick<Hit, 'severity' | 'confidence' | 'confidenceReason' | 'lighterInSamples'> | undefined {
  const severity = proven ? 'high' : confidence === 'low' ? 'low' : 'medium'
  if (!proven && !/\d/.test(value)) return undefined
  return {
    severity,
    confidence: proven ? 'high' : confidence === 'low' ? 'low' : 'medium',
    confidenceReason: reason,
    lighterInSamples: 'by-place',
  }
}
