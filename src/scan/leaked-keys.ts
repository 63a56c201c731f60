import type { Candidate } from './findings.ts'

/** A leaked AWS key as it is. Lives beside findings and in none of them; never to be printed. */
export interface LeakedKey {
  /** Of the finding that it belongs to. */
  readonly fingerprint: string
  readonly keyId: string
  readonly secret?: string
  readonly sessionToken?: string
}

/** The keys that some of the candidates speak of. */
export function leakedKeys(candidates: readonly Pick<Candidate, 'hit' | 'published'>[]): LeakedKey[] {
  return candidates.flatMap(({ hit, published }) => {
    const { keyId, secretKey, sessionToken } = hit.keyMaterial ?? {}
    if (!keyId) return []
    return [
      {
        fingerprint: published().fingerprint,
        keyId,
        ...(secretKey ? { secret: secretKey } : {}),
        ...(sessionToken ? { sessionToken } : {}),
      },
    ]
  })
}
