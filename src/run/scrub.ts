import type { Report } from '../core/finding.ts'
import { scrubber } from '../scan/mask.ts'

/** What may quote the scanned repository. Not paths, which must lead to their files, and not what Keylatch itself says. */
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

/**
 * The same report with every known secret masked wherever the repository is quoted: people write what they suppress into
 * their reasons, and name resources after their keys.
 */
export function scrubbed(secrets: readonly string[], report: Report): Report {
  if (secrets.length === 0) return report
  const scrub = scrubber(secrets)
  const visit = (value: unknown, quoting: boolean): unknown => {
    if (typeof value === 'string') return quoting ? scrub(value) : value
    if (Array.isArray(value)) return value.map((inner) => visit(inner, quoting))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, visit(inner, quoting || QUOTING.has(key))]),
    )
  }
  return { ...(visit(report, false) as Report), rules: report.rules }
}
