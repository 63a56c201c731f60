import type { Tree } from '../core/tree.ts'
import { unbound, unwidened } from '../iam/compare.ts'
import type { Units } from '../iam/questions.ts'
import type { Candidate } from '../scan/findings.ts'

/** Rules that say what a holder can do. What it could do before is no news, whatever rule it falls under now. */
const ABOUT_GRANTS = new Set([
  'iam/full-admin',
  'iam/near-admin',
  'iam/service-wildcard',
  'iam/privilege-escalation',
  'iam/pass-any-role',
  'iam/data-exfiltration',
  'iam/credentials-exposure',
  'iam/permissions-management',
  'iam/resource-wildcard',
  'iam/risky-managed-policy',
  'iam/not-action',
  'iam/not-resource',
])

interface Ends {
  readonly base: Units
  readonly head: Units
  readonly baseTree: Tree | undefined
}

/**
 * Candidates that only the head has, because a grant was narrowed or taken apart: iam:* where `*` stood. In a file that
 * the base has too, so that whoever took the grant away meanwhile is asked when it is merged.
 */
export function narrowedKeys(
  candidates: readonly Candidate[],
  before: readonly Candidate[],
  { base, head, baseTree }: Ends,
): string[] {
  const keysBefore = new Set(before.map(({ key }) => key))
  const fresh = candidates.filter(
    ({ rule, key, hit }) =>
      ABOUT_GRANTS.has(rule.meta.id) && !keysBefore.has(key) && baseTree?.has(hit.span.uri) === true,
  )
  if (fresh.length === 0 || base.length === 0) return []
  const narrowed = unwidened(base, head)
  return fresh.filter(({ node }) => narrowed.has(node)).map(({ key }) => key)
}

/** What a boundary held back was written long ago: a finding about it says what is new. */
export function withLostBoundaries(candidates: readonly Candidate[], base: Units, head: Units): Candidate[] {
  const about = candidates.some(({ rule }) => ABOUT_GRANTS.has(rule.meta.id))
  const loose = about && base.length > 0 ? unbound(base, head) : new Map()
  return candidates.map((candidate) => {
    const { rule, node, hit } = candidate
    const span = ABOUT_GRANTS.has(rule.meta.id) ? loose.get(node) : undefined
    if (!span) return candidate
    const related = [
      { span, message: 'its permissions boundary was removed, which held this back' },
      ...(hit.related ?? []),
    ]
    return { ...candidate, hit: { ...hit, related } }
  })
}
