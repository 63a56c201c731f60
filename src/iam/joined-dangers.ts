import type { Analysis } from '../core/analysis.ts'
import type { PolicyNode } from '../core/node.ts'
import type { PolicyDocument } from '../core/policy.ts'
import { type Admin, adminIn } from './admin.ts'
import { isGrave } from './dangers/privilege-escalation.ts'
import { type Escalation, escalationsIn } from './escalation.ts'
import { escalationContextOf } from './escalation-context.ts'
import { type Held, type Principal, permissionsOfPrincipal, permissionsWithin, principalsOf } from './principals.ts'

/** Danger that no document holds alone, only all of a principal's together. */
export interface Joined {
  readonly principal: Principal
  readonly admin?: Admin
  readonly escalation?: Escalation
  /** What makes it up, the decisive part first. */
  readonly parts: readonly Held[]
}

/** The joined dangers that are to be told where this policy stands or is attached. */
export function joinedDangers(node: PolicyNode, unit: Analysis): Joined[] {
  return principalsOf(unit)
    .holdersOf(node)
    .flatMap((principal) => {
      const danger = joinedDanger(principal, unit)
      const teller = danger?.parts.find((part) => part.node)
      return danger && teller?.node === node ? [danger] : []
    })
}

/** Of policies that AWS manages alone: told at the attachment. */
export function joinedDanger(principal: Principal, unit: Analysis): Joined | undefined {
  return unit.of(findJoined, principal)
}

function findJoined(principal: Principal, unit: Analysis): Joined | undefined {
  if (principal.policies.length < 2 || principal.unknownBoundary) return undefined
  const permissions = permissionsOfPrincipal(principal, unit)
  const around = escalationContextOf(principal, unit)
  const alone = principal.policies.map((held) => permissionsWithin(held.document, principal, unit))
  const admin = adminIn(permissions)
  if (admin && !admin.assumed) {
    if (alone.some((one) => adminIn(one)?.kind === admin.kind || adminIn(one)?.kind === 'full')) return undefined
    return { principal, admin, parts: partsOf([admin.allowEntry.document], principal) }
  }
  const [escalation] = escalationsIn(permissions, around)
  if (!escalation || !isGrave(escalation)) return undefined
  if (alone.some((one) => escalationsIn(one, around).some((other) => isGrave(other)))) return undefined
  return {
    principal,
    escalation,
    parts: partsOf(
      escalation.grants.map((grant) => grant.allowEntry.document),
      principal,
    ),
  }
}

function partsOf(documents: readonly PolicyDocument[], principal: Principal): Held[] {
  const parts = documents.flatMap((document) => principal.policies.find((held) => held.document === document) ?? [])
  return [...new Set(parts)]
}
