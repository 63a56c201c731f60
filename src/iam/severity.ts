import { CONFIDENCES, type Confidence, type Severity } from '../core/finding.ts'
import type { PolicyNode, Related } from '../core/node.ts'
import type { PolicyAssessment } from './assessment.ts'
import { lighter } from './escalation.ts'
import type { Permissions } from './grants.ts'
import { isEmbedded } from './out-of-scope.ts'
import { isForManagedService } from './service-roles.ts'

/** How heavy a finding is once it is known who holds the policy, and how sure we are. */
export interface Weight {
  readonly severity: Severity
  readonly confidence: Confidence
}

/**
 * A boundary that we cannot see may take it all away: never more than medium then. A policy that nobody in sight holds
 * is taken for an identity policy, at medium confidence. A Deny under conditions mitigates.
 */
export function adjustSeverity(
  severity: Severity,
  confidence: Confidence,
  node: PolicyNode,
  assessment: PolicyAssessment,
): Weight {
  const bounded = assessment.holder?.unknownBoundary === true
  const limits: Confidence[] = [
    confidence,
    bounded ? 'low' : isOrphan(node) ? 'medium' : 'high',
    assessment.permissions.conditionalDenies.length > 0 ? 'medium' : 'high',
  ]
  const least = limits.reduce((a, b) => (CONFIDENCES.indexOf(b) > CONFIDENCES.indexOf(a) ? b : a))
  return { severity: bounded || isEmbedded(node) ? lighter(severity, 'medium') : severity, confidence: least }
}

/** The same for a way to more power: where only a service of AWS holds the role, no code of ours can take it. */
export function weighPath(
  severity: Severity,
  confidence: Confidence,
  node: PolicyNode,
  assessment: PolicyAssessment,
): Weight {
  const limited = isForManagedService(assessment.holder) ? lighter(severity, 'medium') : severity
  return adjustSeverity(limited, confidence, node, assessment)
}

function isOrphan(node: PolicyNode): boolean {
  return node.holders.length === 0 || node.document.role === 'unknown'
}

/** The Deny statements that strike only sometimes, as places to look at. */
export function mitigations(permissions: Permissions): Related[] {
  return permissions.conditionalDenies.slice(0, 3).map((statement) => ({
    span: statement.sid?.span ?? statement.effect.span,
    message: 'this Deny mitigates it, under its conditions only',
  }))
}
