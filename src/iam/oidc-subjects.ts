import type { Severity } from '../core/finding.ts'
import { UNKNOWN } from '../core/text.ts'
import type { Issuer } from './oidc-issuers.ts'

/** What a value of a condition on a token lets in. `broken`: a wildcard under an operator that knows none. */
export interface Subject {
  readonly severity?: Severity
  /** Completes "This lets in …". */
  readonly lets?: string
  readonly broken?: true
}

/** A subject of any issuer but GitHub. */
export function gradeSubject(value: string, operator: string, issuer: Issuer): Subject {
  const known = withWildcards(value, operator)
  if (known === 'broken') return { broken: true }
  if (known === undefined || !/[*?]/.test(known)) return {}
  const { servesEveryone, customer, project, things } = issuer
  const literal = known.slice(0, known.search(/[*?]/))
  if (servesEveryone && (customer ? !customer.test(literal) && !literal.includes(UNKNOWN) : literal === '')) {
    return {
      severity: 'critical',
      lets: /\w+:[^:]*\w$/.test(literal)
        ? 'every customer of the issuer whose name begins so'
        : 'every customer of the issuer',
    }
  }
  if (project?.test(literal) || literal.includes(UNKNOWN)) return { severity: 'note', lets: 'every subject that fits' }
  if (!project && literal !== '') return { severity: 'note', lets: 'every subject that fits' }
  return {
    severity: 'medium',
    lets: /^[*?]+$/.test(known) ? `every ${things} of the issuer` : `every ${things} that fits`,
  }
}

/** The pattern as AWS reads it; undefined when nothing of it is known; `broken` when its wildcards are none. */
export function withWildcards(value: string, operator: string): string | 'broken' | undefined {
  if (new RegExp(`^[${UNKNOWN}\\s]*$`).test(value)) return undefined
  if (!operator.startsWith('stringequals')) return value
  return /[*]/.test(value) ? 'broken' : value.replaceAll('?', UNKNOWN)
}
