import { count } from '../aws/actions/bits.ts'
import type { Analysis, Units } from '../core/analysis.ts'
import type { AnyNode, PolicyNode } from '../core/node.ts'
import type { Span } from '../core/source.ts'
import { actionsReached, noPermissions, permissionsIn } from '../iam/grants.ts'
import { groupedBy } from '../iam/groups.ts'
import { isNoGrant } from '../iam/out-of-scope.ts'
import { isIdentityPolicy, type Principal, permissionsOfPrincipal, principalsOf } from '../iam/principals.ts'
import { nameOf } from '../iam/questions.ts'
import { addedBy, Granted } from './difference.ts'
import { newTrustGrants, type TrustGrant, trustGrantsOf } from './trust-grants.ts'
import type { Spell } from './unknowns.ts'

/** What is compared: a principal, or a document that nobody in sight holds, or one that lets others in. */
export interface Compared {
  /** Directory and address: stays when lines and files of a module change. */
  readonly key: string
  readonly name: string
  readonly label: string
  readonly span: Span
  readonly granted: Granted
  readonly principal?: Principal
  /** Trust and resource policies. */
  readonly trustPolicy?: PolicyNode
  /** Whom it lets in, or who may become it. */
  readonly trustGrants: readonly TrustGrant[]
  /** A boundary: only there for what it was before. */
  readonly limit?: true
  /** The nodes that tell of what it may do: policies, attachments, its own declaration. */
  readonly nodes: readonly AnyNode[]
  readonly unit: Analysis
}

/** Everything that is compared at one end of a change. */
export function comparedIn(units: Units, spell: Spell): Compared[] {
  return units.flatMap((unit) => {
    const principals = principalsOf(unit)
    const documents = unit.nodes.flatMap((node) => {
      if (node.kind !== 'policy' || node.madeOnly || isNoGrant(node)) return []
      return documentOf(node, unit, spell, principals.holdersOf(node).length > 0) ?? []
    })
    return [...principals.all.map((principal) => comparedPrincipal(principal, unit, spell)), ...documents]
  })
}

function comparedPrincipal(principal: Principal, unit: Analysis, spell: Spell): Compared {
  const { holder, identity, policies, trust } = principal
  const span = identity?.span ?? policies[0]?.node?.span ?? holder.span
  const held = policies.flatMap(({ node, attachment }) => [node ?? [], attachment ?? []].flat())
  return {
    key: `${directoryOf(span)} ${holder.address}`,
    name: `${holder.kind} ${holder.name ?? holder.address}`,
    label: nameOf(principal),
    span,
    granted: new Granted(permissionsOfPrincipal(principal, unit), spell),
    principal,
    trustGrants: trust.flatMap((node) => trustGrantsOf(node, unit, spell)),
    nodes: identity ? [identity, ...held] : held,
    unit,
  }
}

function documentOf(node: PolicyNode, unit: Analysis, spell: Spell, isHeld: boolean): Compared | undefined {
  const { role } = node.document
  const key = `${directoryOf(node.span)} ${node.anchor}`
  const base = { key, name: node.anchor, label: node.anchor, span: node.span, nodes: [node], unit }
  if (role === 'trust' || role === 'resource') {
    const granted = new Granted(noPermissions(unit), spell)
    const trustGrants = trustGrantsOf(node, unit, spell)
    return { ...base, key: `${key} ${role}`, name: `${role} ${node.anchor}`, granted, trustPolicy: node, trustGrants }
  }
  const isLimit = role === 'boundary'
  if (!isLimit && (isHeld || !isIdentityPolicy(node))) return undefined
  const granted = new Granted(permissionsIn(node.document, unit), spell)
  // One that is no longer anyone's boundary grants nothing that it did not say before.
  return { ...base, granted, trustGrants: [], ...(isLimit && { limit: true }) }
}

/** Where a principal or a document is looked for at the other end: files of a module may change. */
export function directoryOf({ uri }: Span): string {
  return /\.(tf|tofu|tf\.json)$/.test(uri) ? uri.slice(0, uri.lastIndexOf('/') + 1) : uri
}

/** By address, then by name, then by content; what is left at the head is new. */
export function paired(before: readonly Compared[], after: readonly Compared[]): [Compared | undefined, Compared][] {
  const found = new Map<Compared, Compared>()
  const pair = (keyOf: (one: Compared) => string, test?: (old: Compared, now: Compared) => boolean): void => {
    const taken = new Set(found.values())
    const free = groupedBy(
      before.filter((old) => !taken.has(old)),
      keyOf,
    )
    for (const now of after) {
      const candidates = found.has(now) ? [] : (free.get(keyOf(now)) ?? [])
      const at = test ? candidates.slice(0, MOST_CANDIDATES).findIndex((old) => test(old, now)) : 0
      const [old] = at === -1 ? [] : candidates.splice(at, 1)
      if (old) found.set(now, old)
    }
  }
  pair(({ key }) => key)
  pair(({ name }) => name)
  pair(sizeOf, isSameContent)
  // The same under other values of variables: what it can do more is what those values bring.
  const byKey = groupedBy(before, ({ key }) => key)
  return after.map((now) => [found.get(now) ?? byKey.get(now.key)?.[0], now])
}

/** What moves together keeps its order, so the right one is among the first of its size. */
const MOST_CANDIDATES = 50

function sizeOf({ trustPolicy, granted }: Compared): string {
  return trustPolicy ? trustPolicy.document.role : String(count(actionsReached(granted.permissions, 'scoped')))
}

function isSameContent(old: Compared, now: Compared): boolean {
  if (old.trustPolicy && now.trustPolicy) return newTrustGrants(old.trustGrants, now.trustGrants).length === 0
  if (now.granted.entries.length === 0) return false
  return count(addedBy(old.granted, now.granted)) === 0 && count(addedBy(now.granted, old.granted)) === 0
}

export function boundaryRemoved(old: Compared | undefined, now: Compared): boolean {
  const has = (principal: Principal | undefined): boolean =>
    principal !== undefined && (principal.unknownBoundary || principal.boundaries.length > 0)
  return has(old?.principal) && now.principal !== undefined && !has(now.principal)
}
