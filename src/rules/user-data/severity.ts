import type { Severity } from '../../core/finding.ts'
import type { Place } from '../../core/node.ts'
import type { Hit } from '../../core/rule.ts'
import type { FoundSecret } from '../../secrets/judge.ts'

/** Of a secret that is only told by its name and its looks: that of its place where it is sure, else less. */
export function severityInPlace(
  { confidence, reason }: FoundSecret,
  ofPlace: Severity,
): Required<Pick<Hit, 'severity' | 'confidence' | 'confidenceReason' | 'lighterInSamples'>> {
  const severity = confidence === 'high' ? ofPlace : confidence
  return { severity, confidence, confidenceReason: reason, lighterInSamples: 'by-place' }
}

/** A place where servers are started that nobody keeps, and what passwords for them look like. */
interface Throwaway {
  readonly places: ReadonlySet<Place>
  readonly reason: string
  readonly holds: (value: string, judged: FoundSecret) => boolean
}

/** So long are keys and passwords that a machine made up for something. */
const MADE_FOR_LASTING = 16

const THROWAWAY: readonly Throwaway[] = [
  {
    places: new Set<Place>(['script', 'workflow']),
    reason: 'scripts start throwaway servers with words for passwords',
    holds: (value) => /^[a-z]+[-_]?\d{0,4}$/i.test(value),
  },
  {
    places: new Set<Place>(['compose-environment', 'workflow']),
    reason: 'such services are mostly started for development and tests, with passwords that somebody thought up',
    holds: (value, { proven }) => !proven || value.length < MADE_FOR_LASTING,
  },
]

/** Less sure where a place starts servers that nobody keeps, and the value is what people write for those. */
export function inItsPlace(judged: FoundSecret, place: Place, value: string): FoundSecret {
  if (judged.confidence !== 'high') return judged
  const throwaway = THROWAWAY.find(({ places, holds }) => places.has(place) && holds(value, judged))
  return throwaway ? { secret: true, confidence: 'medium', reason: throwaway.reason } : judged
}
