import { type ManagedPolicy, managedDocument, managedPolicy } from '../aws/managed-policies/managed-policies.ts'
import type { Analysis } from '../core/analysis.ts'
import type { KnownAccount } from '../core/known-account.ts'
import type { AnyNode, AttachmentNode, IdentityNode, PolicyNode } from '../core/node.ts'
import type { Holder, PolicyDocument } from '../core/policy.ts'
import type { Denials } from './denials.ts'
import { denialsOf, type Permissions, permissionsIn, permissionsOf } from './grants.ts'
import { addTo } from './groups.ts'
import { guarded } from './guardrails.ts'

/**
 * Users, roles, groups and permission sets of a unit with everything that decides what they may do: their own documents,
 * those of their groups, attached ones, AWS's managed ones, and the boundary.
 */
export interface Principal {
  readonly holder: Holder
  readonly identity?: IdentityNode
  readonly policies: readonly Held[]
  readonly boundaries: readonly PolicyDocument[]
  /** A boundary is set whose content is not known here. */
  readonly unknownBoundary: boolean
  /** Trust policies: who may become this role. */
  readonly trust: readonly PolicyNode[]
  /** The names of its groups that are declared here are taken in; it has others. */
  readonly unknownPolicies: boolean
}

export interface Held {
  readonly document: PolicyDocument
  readonly node?: PolicyNode
  readonly attachment?: AttachmentNode
  readonly managed?: ManagedPolicy
}

/** The principals of a unit. */
export interface Principals {
  readonly all: readonly Principal[]
  /** The principals that hold a document; empty when none is in sight. */
  holdersOf(node: PolicyNode): readonly Principal[]
  /** By address, or by kind and name. */
  principal(holder: Holder): Principal | undefined
  /** Roles and users whose name is this one. */
  named(kind: Holder['kind'], name: string): readonly Principal[]
}

const PRINCIPAL_KINDS: ReadonlySet<Holder['kind']> = new Set(['user', 'role', 'group', 'permission-set'])

/** Does what the policy grants belong to someone (or to whoever it will be attached to)? */
export function isIdentityPolicy(node: PolicyNode): boolean {
  return (node.document.role === 'identity' || node.document.role === 'unknown') && !isBoundaryByName(node)
}

/** A policy that nobody in sight holds, and that is called a boundary: it is meant to limit, not to grant. */
function isBoundaryByName({ anchor, document, holders }: PolicyNode): boolean {
  if (holders.some((holder) => PRINCIPAL_KINDS.has(holder.kind))) return false
  const file = document.statements[0]?.span.uri ?? ''
  const names = [
    anchor,
    file.slice(file.lastIndexOf('/') + 1),
    ...holders.flatMap(({ address, name }) => [address, name ?? '']),
  ]
  return names.some(
    (name) => /(?:^|[^a-z])(?:permissions?)?boundary(?:[^a-z]|$)/i.test(name) || /[a-z]Boundary(?![a-z])/.test(name),
  )
}

/** Everything known about the principals of a unit. */
export function principalsOf(unit: Analysis): Principals {
  return unit.of(findPrincipals, unit.nodes)
}

/** Of policies that AWS manages only the dangerous part is known, except that the administrator's is known whole. */
export function hasManaged(principal: Principal): boolean {
  return principal.policies.some(({ managed }) => managed && !managed.categories.includes('full-admin'))
}

/** What a principal may do, all its policies together. */
export function permissionsOfPrincipal(principal: Principal, unit: Analysis): Permissions {
  return unit.of(joinPolicies, principal)
}

function joinPolicies({ policies, boundaries }: Principal, unit: Analysis): Permissions {
  const documents = policies.map((held) => held.document)
  return guarded(permissionsOf(documents, unit, { boundaries }))
}

/** What one document gives to one of its holders: the Denies and the boundary of the holder count. */
export function permissionsWithin(document: PolicyDocument, principal: Principal, unit: Analysis): Permissions {
  const { policies, boundaries } = principal
  if (policies.length <= 1 && boundaries.length === 0) return guarded(permissionsIn(document, unit))
  return guarded(permissionsOf([document], unit, { denials: unit.of(joinDenialsOf, principal), boundaries }))
}

function joinDenialsOf({ policies }: Principal, unit: Analysis): Denials {
  return denialsOf(
    policies.map((held) => held.document),
    unit,
  )
}

interface Draft {
  readonly holder: Holder
  identity?: IdentityNode
  policies: Held[]
  boundaries: PolicyDocument[]
  unknownBoundary: boolean
  trust: PolicyNode[]
  unknownPolicies: boolean
}

export function findPrincipals(nodes: readonly AnyNode[], unit?: Analysis): Principals {
  const byAddress = new Map<string, Draft>()
  const byName = new Map<string, Draft[]>()
  const draftOf = (holder: Holder): Draft | undefined => {
    if (!PRINCIPAL_KINDS.has(holder.kind)) return undefined
    const known =
      byAddress.get(holder.address) ?? (holder.name ? byName.get(`${holder.kind} ${holder.name}`)?.[0] : undefined)
    if (known) return known
    const draft: Draft = {
      holder,
      policies: [],
      boundaries: [],
      unknownBoundary: false,
      trust: [],
      unknownPolicies: false,
    }
    byAddress.set(holder.address, draft)
    if (holder.name) byName.set(`${holder.kind} ${holder.name}`, [draft])
    return draft
  }
  // Declared ones first, so that attachments by name find them.
  for (const node of nodes) if (node.kind === 'identity' && !node.madeOnly) declare(node, draftOf)
  const byAnchor = new Map<string, PolicyNode[]>()
  for (const node of nodes) {
    // What is switched off is held by nobody.
    if (node.kind !== 'policy' || node.madeOnly) continue
    addTo(byAnchor, node.anchor, node)
    for (const holder of node.holders) hold(draftOf(holder), node)
  }
  for (const node of nodes)
    if (node.kind === 'attachment' && !node.madeOnly) attach(draftOf(node.holder), node, byAnchor, unit)
  inheritGroups(byAddress, byName)
  const principals: readonly Principal[] = [...byAddress.values()]
  const holders = new Map<PolicyNode, Principal[]>()
  for (const principal of principals) {
    for (const { node } of principal.policies) if (node) addTo(holders, node, principal)
  }
  return {
    all: principals,
    holdersOf: (node) => holders.get(node) ?? [],
    principal: (holder) => byAddress.get(holder.address) ?? byName.get(`${holder.kind} ${holder.name}`)?.[0],
    named: (kind, name) => byName.get(`${kind} ${name}`) ?? [],
  }
}

function declare(node: IdentityNode, draftOf: (holder: Holder) => Draft | undefined): void {
  const draft = draftOf(node.holder)
  if (!draft) return
  draft.identity ??= node
  if (node.hasBoundary) draft.unknownBoundary = true
}

function hold(draft: Draft | undefined, node: PolicyNode): void {
  if (!draft) return
  switch (node.document.role) {
    case 'boundary':
      addBoundary(draft, node.document)
      return
    case 'trust':
      draft.trust.push(node)
      return
    case 'identity':
    case 'unknown':
      if (!draft.policies.some((held) => held.node === node)) draft.policies.push({ document: node.document, node })
      return
  }
}

function addBoundary(draft: Draft, document: PolicyDocument): void {
  if (!draft.boundaries.includes(document)) draft.boundaries.push(document)
  draft.unknownBoundary = document.incomplete
}

function attach(
  draft: Draft | undefined,
  node: AttachmentNode,
  byAnchor: ReadonlyMap<string, PolicyNode[]>,
  unit: Analysis | undefined,
): void {
  if (!draft) return
  const policies = node.policyAnchor === undefined ? [] : (byAnchor.get(node.policyAnchor) ?? [])
  const ofAccount = policies.length === 0 && unit ? policyOfAccount(node.policyArn.value, unit)?.document : undefined
  if (node.boundary) {
    for (const policy of policies) addBoundary(draft, policy.document)
    if (ofAccount) addBoundary(draft, ofAccount)
    // A boundary that allows everything is none.
    else if (policies.length === 0) draft.unknownBoundary = !isAdministrator(node)
    return
  }
  for (const policy of policies) {
    const at = draft.policies.findIndex((held) => held.node === policy)
    const held = { document: policy.document, node: policy, attachment: node }
    if (at === -1) draft.policies.push(held)
    else draft.policies[at] = held
  }
  if (policies.length > 0) return
  const managed = managedPolicy(node.policyArn.value)
  if (ofAccount) draft.policies.push({ document: ofAccount, attachment: node })
  else if (managed)
    draft.policies.push({ document: managedDocument(managed, node.policyArn), attachment: node, managed })
  else draft.unknownPolicies = true
}

/** A policy that is not declared here, but there already in an account that is known. */
export function policyOfAccount(
  arn: string,
  { session }: Analysis,
): { readonly account: KnownAccount; readonly document: PolicyDocument } | undefined {
  for (const account of session.accounts) {
    const document = account.policy(arn)
    if (document) return { account, document }
  }
  return undefined
}

function isAdministrator(node: AttachmentNode): boolean {
  return managedPolicy(node.policyArn.value)?.categories.includes('full-admin') === true
}

/** AWS takes 10 groups a user and 20 policies a group; what hostile ones hold beyond this is judged by itself only. */
const MOST_INHERITED = 300

/** What a group holds, its members hold. */
function inheritGroups(byAddress: ReadonlyMap<string, Draft>, byName: ReadonlyMap<string, readonly Draft[]>): void {
  for (const draft of byAddress.values()) {
    const own = new Set(draft.policies)
    const inherited = new Set<Held>()
    for (const group of draft.identity?.groups ?? []) {
      const found = byAddress.get(group) ?? byName.get(`group ${group}`)?.[0]
      if (!found || found === draft || inherited.size >= MOST_INHERITED) draft.unknownPolicies = true
      else for (const held of found.policies) if (!own.has(held)) inherited.add(held)
    }
    for (const held of inherited) draft.policies.push(held)
  }
}
