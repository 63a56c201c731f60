import type { Report } from '../core/finding.ts'
import { scrubber } from '../scan/mask.ts'

/**
 * What may quote the scanned repository. Not paths, which must lead to their files, and not what Keylatch itself says: these
 * lose only what nobody writes by chance.
 */
const QUOTING = new Set<string>([
  'anchor',
  'details',
  'holder',
  'justification',
  'lines',
  'message',
  'policyChanges',
  'properties',
  'remediation',
  'text',
])

/** No word is that long; a key may stand in the name of a file, a branch or a tag. */
const KEY = 20

/**
 * The same report with every known secret masked wherever the repository is quoted: people write what they suppress into
 * their reasons, and name resources after their keys.
 */
export function scrubbed(secrets: readonly string[], report: Report): Report {
  if (secrets.length === 0) return report
  const scrub = scrubber(secrets)
  const scrubKeys = scrubber(secrets.filter((secret) => secret.length >= KEY))
  // What holds no secret, which is nearly everything, is handed on and not copied.
  const visit = (value: unknown, quoting: boolean): unknown => {
    if (typeof value === 'string') return quoting ? scrub(value) : scrubKeys(value)
    if (Array.isArray(value)) {
      const clean = value.map((inner) => visit(inner, quoting))
      return clean.some((inner, index) => inner !== value[index]) ? clean : value
    }
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value)
    const clean = entries.map(([key, inner]) => [key, visit(inner, quoting || QUOTING.has(key))] as const)
    return clean.some(([, inner], index) => inner !== entries[index]![1]) ? Object.fromEntries(clean) : value
  }
  return { ...(visit(report, false) as Report), rules: report.rules }
}
