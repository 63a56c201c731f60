import { type Bits, setBit } from '../aws/actions/bits.ts'
import { actionId } from '../aws/actions/catalogue.ts'
import type { Analysis } from '../core/analysis.ts'
import type { PolicyNode } from '../core/node.ts'
import type { PolicyDocument } from '../core/policy.ts'
import type { Leaf } from '../core/value.ts'
import {
  type Admin,
  actionsOfLeaves,
  adminIn,
  credentialGrantsIn,
  permissionsManagementIn,
  sensitiveReadsIn,
  type Unnarrowed,
  unnarrowedIn,
  type WholeServices,
  wholeServicesIn,
  wideServicesIn,
} from './classify.ts'
import { type Escalation, escalationsIn, limitsService } from './escalation.ts'
import { escalationContextOf } from './escalation-context.ts'
import { type ActionGrant, grantsOf, isOpenAllowEntry, type Permissions, permissionsIn } from './grants.ts'
import { isOutOfScope } from './out-of-scope.ts'
import {
  type Held,
  isIdentityPolicy,
  type Principal,
  permissionsOfPrincipal,
  permissionsWithin,
  principalsOf,
} from './principals.ts'
import { exactName, scopeOf } from './scope.ts'

/**
 * All that is wrong with what a document grants, each thing said once: what a graver finding covers is left out of the
 * lighter ones. Rules pick their share of it.
 */
export interface PolicyAssessment {
  readonly permissions: Permissions
  /** The holder that makes most of it; undefined when none is in sight. */
  readonly holder?: Principal
  readonly admin?: Admin
  /** Gravest first. */
  readonly escalations: readonly Escalation[]
  readonly passRole?: ActionGrant
  readonly services: readonly WholeServices[]
  readonly reads: readonly ActionGrant[]
  readonly credentials: readonly ActionGrant[]
  readonly permissionsManagement: readonly ActionGrant[]
  readonly unnarrowed: readonly Unnarrowed[]
}

/**
 * Undefined for documents that grant nothing to a holder: trust, resource and service control policies, boundaries;
 * and for one that is told elsewhere.
 */
export function assessPolicy(node: PolicyNode, unit: Analysis): PolicyAssessment | undefined {
  return isIdentityPolicy(node) && !isOutOfScope(node, unit) ? unit.of(judgeForHolders, node) : undefined
}

function judgeForHolders(node: PolicyNode, unit: Analysis): PolicyAssessment {
  const alone = permissionsIn(node.document, unit)
  const { holders, all } = tellingHolders(alone, principalsOf(unit).holdersOf(node))
  const assessment = holders.map((holder) => judge(permissionsWithin(node.document, holder, unit), holder))
  if (!all || holders.length === 0) assessment.push(judge(alone, undefined))
  return assessment.reduce((a, b) => (severityRank(b) > severityRank(a) ? b : a))
}

/** Holders for which a policy is judged one by one. */
const MOST_HOLDERS = 16

/**
 * Of many holders those that the policy itself names, and one of each lot that is limited alike; `all` is false when
 * that leaves some out, so that the policy must be judged as if nothing limited it.
 */
function tellingHolders(
  { allowEntries }: Permissions,
  holders: readonly Principal[],
): { holders: Principal[]; all: boolean } {
  if (holders.length <= MOST_HOLDERS) return { holders: [...holders], all: true }
  const names = new Set(allowEntries.flatMap(({ pattern }) => NAMED_KINDS.map((kind) => exactName(pattern, kind))))
  const telling = new Map<unknown, Principal>()
  for (const holder of holders) {
    const key = names.has(holder.holder.name) || isGuarded(holder) ? holder : limitsOf(holder)
    if (!telling.has(key)) telling.set(key, holder)
  }
  return { holders: [...telling.values()].slice(0, MOST_HOLDERS), all: telling.size <= MOST_HOLDERS }
}

const NAMED_KINDS = ['role', 'user', 'group'] as const

/** Do its other policies take something away? */
function isGuarded(holder: Principal): boolean {
  return holder.policies.some(({ document }) => document.statements.some(({ effect }) => /^deny$/i.test(effect.value)))
}

function limitsOf({ boundaries, unknownBoundary }: Principal): unknown {
  return boundaries[0] ?? unknownBoundary
}

/** For choosing among holders only. */
function severityRank(one: PolicyAssessment): number {
  const bounded = one.holder?.unknownBoundary ? 0 : 1
  if (one.admin) return (one.admin.kind === 'full' ? 400 : 300) + bounded
  const worst = one.escalations[0]
  const escalation = worst ? { critical: 200, high: 150, medium: 100, low: 50, note: 20 }[worst.severity] : 0
  return escalation + one.services.length + one.reads.length + one.unnarrowed.length + bounded
}

function judge(permissions: Permissions, holder: Principal | undefined): PolicyAssessment {
  const base = { permissions, ...(holder && { holder }) }
  const admin = adminIn(permissions)
  const nothing = {
    escalations: [],
    services: [],
    reads: [],
    credentials: [],
    permissionsManagement: [],
    unnarrowed: [],
  }
  if (admin?.kind === 'full' || admin?.assumed) return { ...base, ...nothing, admin }
  const escalations = escalationsIn(permissions, escalationContextOf(holder, permissions.unit))
  if (admin) return { ...base, ...nothing, admin, escalations }

  const said = new Set<Leaf>(isGrave(escalations[0]) ? [escalations[0]!.grants[0]!.action] : [])
  const services = [...wholeServicesIn(permissions), ...wideServicesIn(permissions)].filter(
    (one) => !said.has(one.action),
  )
  for (const { action } of services) said.add(action)
  const unsaid = (grant: ActionGrant): boolean => !said.has(grant.action)
  const reads = sensitiveReadsIn(permissions).filter(unsaid)
  const credentials = credentialGrantsIn(permissions).filter(unsaid)
  const passRole = [passRoleIn(permissions, escalations)].find((grant) => grant && unsaid(grant))
  const spoken = [
    ...reads,
    ...credentials,
    ...escalations.flatMap((one) => one.grants),
    ...(passRole ? [passRole] : []),
  ]
  // What iam:PassRole is worth is for the paths to say: with its service named it is as narrow as many can make it.
  const names = new Set(['iam:PassRole', ...spoken.map((grant) => grant.name)])
  const permissionsManagement = permissionsManagementIn(permissions).filter(
    (grant) => unsaid(grant) && !names.has(grant.name),
  )
  for (const { name } of permissionsManagement) names.add(name)
  return {
    ...base,
    // A note adds nothing to a wildcard that is told of already.
    escalations: escalations.filter(({ severity, grants }) => severity !== 'note' || unsaid(grants[0]!)),
    ...(passRole && { passRole }),
    services,
    reads,
    credentials,
    permissionsManagement,
    unnarrowed: unnarrowedIn(permissions, alreadySaid(said, names, permissions.unit)),
  }
}

const isGrave = (escalation: Escalation | undefined): boolean =>
  escalation !== undefined && escalation.severity !== 'note' && escalation.severity !== 'low'

function alreadySaid(leaves: ReadonlySet<Leaf>, names: ReadonlySet<string>, unit: Analysis): Bits {
  const bits = actionsOfLeaves(leaves, unit)
  for (const name of names) setBit(bits, actionId(name)!)
  return bits
}

/** iam:PassRole for any role and any service, where nothing else makes a path of it. */
function passRoleIn(permissions: Permissions, escalations: readonly Escalation[]): ActionGrant | undefined {
  if (escalations.some((one) => one.path.class === 'new-passrole' && one.scope === 'any')) return undefined
  return grantsOf(permissions, 'iam:PassRole').find(
    (grant) => isOpenAllowEntry(grant.allowEntry) && scopeOf(grant, 'role') === 'any' && !limitsService(grant),
  )
}

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
