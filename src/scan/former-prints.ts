import type { Finding } from '../core/finding.ts'

export type Printed = Pick<Finding, 'fingerprint' | 'formerFingerprint' | 'partFingerprints'>

/**
 * What is kept under a fingerprint of a finding: under that of today, under its former one, or under those of all of its parts, as
 * versions before 1.1 told them one by one. A part that is kept nowhere is a part that nobody has seen.
 */
export function keptFor<T>(finding: Printed, kept: (fingerprint: string) => T | undefined): T | undefined {
  const { fingerprint, formerFingerprint = '', partFingerprints = [] } = finding
  const whole = kept(fingerprint) ?? kept(formerFingerprint)
  if (whole !== undefined) return whole
  const parts = partFingerprints.map(kept)
  return parts.every((part) => part !== undefined) ? parts[0] : undefined
}

/** Every fingerprint that a finding has or had, and those of its parts. */
export function printsOf({ fingerprint, formerFingerprint, partFingerprints = [] }: Printed): string[] {
  return [fingerprint, ...(formerFingerprint ? [formerFingerprint] : []), ...partFingerprints]
}
