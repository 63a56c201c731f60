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

/** A value as it is given in a place. */
export interface Given {
  readonly place: Place
  readonly path: string
  readonly name: string
  readonly value: string
}

/** Where servers are started that nobody keeps, or is set what is to be set anew; and what passwords there look like. */
interface Throwaway {
  readonly places: ReadonlySet<Place>
  readonly reason: string
  readonly holds: (given: Given, judged: FoundSecret) => boolean
}

/** So long are keys and passwords that a machine made up for something. */
const MADE_FOR_LASTING = 16

const THROWAWAY: readonly Throwaway[] = [
  {
    places: new Set<Place>(['script', 'workflow']),
    reason: 'scripts start throwaway servers with words for passwords',
    holds: ({ value }) => /^[a-z]+[-_]?\d{0,4}$/i.test(value),
  },
  {
    places: new Set<Place>(['compose-environment', 'workflow']),
    reason: 'such services are mostly started for development and tests, with passwords that somebody thought up',
    holds: ({ value }, { proven }) => !proven || value.length < MADE_FOR_LASTING,
  },
  {
    places: new Set<Place>(['compose-environment', 'workflow']),
    reason: 'an application signs with it for itself, and is mostly started for development and tests there',
    holds: ({ name, path }) => OF_ITSELF.test(name) && !/prod|live|deploy|release/i.test(path),
  },
  {
    places: new Set<Place>(['provider', 'variable-default', 'ecs-environment', 'kubernetes']),
    reason: 'it is a default that somebody thought up, for whoever uses it to set anew',
    holds: ({ path }, { proven }) => !proven && DEFAULTS.test(path),
  },
]

/** Names of what a framework signs or encrypts its own cookies, sessions and tokens with. */
const OF_ITSELF =
  /^(?:(?:django|flask|rails|app|application|api|server|backend|web)_)?(?:secret_key(?:_base)?|secret_token|app_key|master_key|(?:jwt|session|cookie|csrf)_?(?:\w+_)?(?:secret|key)|(?:next)?auth_secret|(?:encryption|signing|hash)_?(?:key|secret|salt))$/i

/** Of roles of Ansible, of modules of Terraform, of charts, of cookbooks. */
const DEFAULTS =
  /(?:^|\/)roles\/[^/]+\/defaults\/|^defaults\/main\.ya?ml$|(?:^|\/)modules\/(?:[^/]+\/)*[^/]*variables?[^/]*\.tf$|(?:^|\/)charts\/[^/]+\/values\.ya?ml$|(?:^|\/)cookbooks\/[^/]+\/attributes\//

/** Less sure where a place starts servers that nobody keeps, and the value is what people write for those. */
export function inItsPlace(judged: FoundSecret, given: Given): FoundSecret {
  if (judged.confidence !== 'high') return judged
  const throwaway = THROWAWAY.find(({ places, holds }) => places.has(given.place) && holds(given, judged))
  return throwaway ? { secret: true, confidence: 'medium', reason: throwaway.reason } : judged
}
