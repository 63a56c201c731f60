import type { Hit } from '../../../core/rule.ts'
import type { FoundSecret } from '../../../secrets/judge.ts'
import type { Assignment } from './assignment.ts'

/**
 * Of a secret that nothing but its name and its value tell: high only where rarity proves it. Undefined for words, of which
 * programs and translations are full.
 */
export function severityByProof(
  found: FoundSecret,
  { name, value }: Assignment,
): Pick<Hit, 'severity' | 'confidence' | 'confidenceReason' | 'lighterInSamples'> | undefined {
  const { confidence, proven } = found
  if (!proven && !/\d/.test(value)) return undefined
  const short = SHORTEST.find(({ of }) => of.test(name))
  const doubt = proven && value.length >= (short?.length ?? 0) ? undefined : proven ? SHORT : found.reason
  return {
    severity: doubt === undefined ? 'high' : confidence === 'low' ? 'low' : 'medium',
    confidence: doubt === undefined ? 'high' : confidence === 'low' ? 'low' : 'medium',
    confidenceReason: doubt ?? found.reason,
    lighterInSamples: 'by-place',
  }
}

const SHORT = 'machines make keys and tokens longer than that'

/** What is shorter was made up, or numbers something; passwords are of any length. */
const SHORTEST: readonly { readonly of: RegExp; readonly length: number }[] = [
  { of: /pass|pwd|pw$|psk/i, length: 0 },
  { of: /key|token/i, length: 16 },
  { of: /secret/i, length: 12 },
]
