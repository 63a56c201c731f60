import { type Bits, count, difference, intersection, members } from '../aws/actions/bits.ts'
import { type AccessLevel, actionName, levelActions } from '../aws/actions/catalogue.ts'
import type { Location, PermissionChange } from '../core/finding.ts'
import type { AnyNode, PolicyNode } from '../core/node.ts'
import type { Span } from '../core/source.ts'
import { categoriesOf, categoryWords, newCategories } from './categories.ts'
import { addedBy, type Difference, differenceOf } from './difference.ts'
import { actionsReached, type Permissions, permissionsIn } from './grants.ts'
import { groupedBy } from './groups.ts'
import { listed, quote } from './messages.ts'
import { isIdentityPolicy, type Principal, permissionsOfPrincipal, unitOf } from './principals.ts'
import { nameOf, type Units } from './questions.ts'
import { newTrustGrants, trustGrantsOf } from './resource-access.ts'
import { notable } from './sensitive.ts'

/** A change, with what it makes true for the first time: that blocks, the rest is context. */
export interface GrantChange extends PermissionChange {
  /** `full-admin`, `service-wildcard s3`, `privilege-escalation self-escalation`, `any-principal` … */
  readonly categories: readonly string[]
  /** Where it is granted at the head; for what was removed, the statement that it guarded. */
  readonly span: Span
}

/** Turns a place at the head into one that people can open. */
export type Locate = (span: Span) => Location | undefined

/**
 * What every principal and every unattached document can newly do at the head: actions added, resources or conditions
 * widened, Denies and boundaries removed, principals newly trusted. What only moved, was renamed or rewritten is no
 * change. Sorted by what weighs most.
 */
export function comparePermissions(base: Units, head: Units, locate: Locate = () => undefined): GrantChange[] {
  const before = base.flatMap(subjectsOf)
  const after = grantedAt(head)
  const changes = paired(before, after).flatMap(([old, now]) => changeOf(old, now, locate) ?? [])
  return changes.sort(
    (a, b) =>
      b.categories.length - a.categories.length ||
      b.actionsAfter - b.actionsBefore - (a.actionsAfter - a.actionsBefore),
  )
}

/**
 * The policies and attachments of the head whose holders can do nothing that they could not do at the base, where they
 * stood at the same address: what is told of them may be new, as iam:* is where `*` stood, but it is no news.
 */
export function unwidened(base: Units, head: Units): ReadonlySet<AnyNode> {
  const before = groupedBy(base.flatMap(subjectsOf), ({ key }) => key)
  const found = new Set<AnyNode>()
  const widened = new Set<AnyNode>()
  for (const now of grantedAt(head)) {
    const [old, another] = before.get(now.key) ?? []
    const nodes = old && !another && !now.trustGrant && !isWidened(old, now) ? found : widened
    for (const node of now.grants) nodes.add(node)
  }
  for (const node of widened) found.delete(node)
  return found
}

/** The policies and attachments whose holder has lost its boundary, with the place of the holder. */
export function unbound(base: Units, head: Units): ReadonlyMap<AnyNode, Span> {
  const before = new Map(base.flatMap(subjectsOf).map((old) => [old.key, old]))
  const loose = grantedAt(head).filter((now) => boundaryRemoved(before.get(now.key), now))
  return new Map(loose.flatMap(({ grants, span }) => grants.map((node) => [node, span] as const)))
}

/** More can be done, by more people, or within less. */
function isWidened(old: Compared, now: Compared): boolean {
  const { added, widened, dropped } = differenceOf(old.permissions, now.permissions)
  const trust = ({ principal }: Compared) => principal?.trust.flatMap(trustGrantsOf) ?? []
  return (
    count(added) > 0 ||
    count(widened) > 0 ||
    dropped.length > 0 ||
    boundaryRemoved(old, now) ||
    (old.principal?.unknownBoundary && !now.principal?.unknownBoundary) ||
    newTrustGrants(trust(old), trust(now)).length > 0
  )
}

/** What is compared: a principal, or a document that nobody in sight holds, or one that lets others in. */
interface Compared {
  /** Directory and address: stays when lines and files of a module change. */
  readonly key: string
  readonly name: string
  readonly label: string
  readonly span: Span
  readonly permissions: Permissions
  readonly principal?: Principal
  /** Trust and resource policies. */
  readonly trustGrant?: PolicyNode
  /** A boundary: only there for what it was before. */
  readonly limit?: true
  /** The policies and attachments that grant it. */
  readonly grants: readonly AnyNode[]
  readonly nodes: readonly AnyNode[]
}

const NOTHING: Permissions = { allowEntries: [], conditionalDenies: [], incomplete: false }

function subjectsOf(nodes: readonly AnyNode[]): Compared[] {
  const unit = unitOf(nodes)
  const principals = unit.principals.map((principal): Compared => {
    const span = principal.identity?.span ?? principal.policies[0]?.node?.span ?? principal.holder.span
    return {
      key: `${directoryOf(span)} ${principal.holder.address}`,
      name: `${principal.holder.kind} ${principal.holder.name ?? principal.holder.address}`,
      label: nameOf(principal),
      span,
      permissions: permissionsOfPrincipal(principal),
      principal,
      grants: principal.policies.flatMap(({ node, attachment }) => [node ?? [], attachment ?? []].flat()),
      nodes,
    }
  })
  const documents = nodes.flatMap((node): Compared[] => {
    if (node.kind !== 'policy') return []
    const key = `${directoryOf(node.span)} ${node.anchor}`
    const base = { key, label: node.anchor, span: node.span, grants: [node], nodes }
    if (node.document.role === 'trust' || node.document.role === 'resource') {
      const name = `${node.document.role} ${node.anchor}`
      return [{ ...base, key: `${base.key} ${node.document.role}`, name, permissions: NOTHING, trustGrant: node }]
    }
    // One that is no longer anyone's boundary grants nothing that it did not say before.
    if (node.document.role === 'boundary')
      return [{ ...base, name: node.anchor, permissions: permissionsIn(node), limit: true }]
    if (!isIdentityPolicy(node) || unit.holdersOf(node).length > 0) return []
    return [{ ...base, name: node.anchor, permissions: permissionsIn(node) }]
  })
  return [...principals, ...documents]
}

function grantedAt(head: Units): Compared[] {
  return head.flatMap(subjectsOf).filter(({ limit }) => !limit)
}

function directoryOf({ uri }: Span): string {
  return /\.(tf|tofu|tf\.json)$/.test(uri) ? uri.slice(0, uri.lastIndexOf('/') + 1) : uri
}

/** By address, then by name, then by content; what is left at the head is new. */
function paired(before: readonly Compared[], after: readonly Compared[]): [Compared | undefined, Compared][] {
  const found = new Map<Compared, Compared>()
  const pair = (keyOf: (subject: Compared) => string, test?: (old: Compared, now: Compared) => boolean): void => {
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
  return after.map((now) => [found.get(now), now])
}

/** What moves together keeps its order, so the right one is among the first of its size. */
const MOST_CANDIDATES = 50

function sizeOf({ trustGrant, permissions }: Compared): string {
  return trustGrant ? trustGrant.document.role : String(count(actionsReached(permissions, 'scoped')))
}

function isSameContent(old: Compared, now: Compared): boolean {
  if (old.trustGrant && now.trustGrant)
    return newTrustGrants(trustGrantsOf(old.trustGrant), trustGrantsOf(now.trustGrant)).length === 0
  if (now.permissions.allowEntries.length === 0) return false
  return (
    count(addedBy(old.permissions, now.permissions)) === 0 && count(addedBy(now.permissions, old.permissions)) === 0
  )
}

function changeOf(old: Compared | undefined, now: Compared, locate: Locate): GrantChange | undefined {
  const permissions = old?.permissions ?? NOTHING
  const found = differenceOf(permissions, now.permissions)
  const categories = newCategories(old ? categoriesOf(old) : [], categoriesOf(now))
  const trustGrants = now.trustGrant
    ? newTrustGrants(old?.trustGrant ? trustGrantsOf(old.trustGrant) : [], trustGrantsOf(now.trustGrant))
    : []
  const boundary = boundaryRemoved(old, now)
  if (
    count(found.added) === 0 &&
    count(found.widened) === 0 &&
    found.dropped.length === 0 &&
    trustGrants.length === 0 &&
    !boundary
  ) {
    return undefined
  }
  // A boundary stood at the role, and what it held back was written long ago.
  const span = trustGrants[0]?.span ?? (boundary ? now.span : found.span) ?? now.span
  const location = locate(span)
  return {
    holder: now.label,
    ...(location && { location }),
    actionsBefore: count(actionsReached(permissions, 'scoped')),
    actionsAfter: count(actionsReached(now.permissions, 'scoped')),
    addedByLevel: byLevel(found.added),
    details: [
      ...(boundary ? ['permissions boundary removed'] : []),
      ...new Set(categories.map(categoryWords)),
      ...trustGrants.map(({ text }) => text),
      ...found.dropped,
      ...lines(boundary ? 'no longer held back:' : 'newly', found.added, found),
      ...lines('further', found.widened, found),
    ],
    categories,
    span,
  }
}

function boundaryRemoved(old: Compared | undefined, now: Compared): boolean {
  const has = (principal: Principal | undefined): boolean =>
    principal !== undefined && (principal.unknownBoundary || principal.boundaries.length > 0)
  return has(old?.principal) && now.principal !== undefined && !has(now.principal)
}

const LEVELS: readonly AccessLevel[] = ['Permissions management', 'Write', 'Tagging', 'Read', 'List']

function byLevel(added: Bits): Record<string, number> {
  const sizes = LEVELS.map((level) => [level, count(intersection(added, levelActions(level)))] as const)
  return Object.fromEntries(sizes.filter(([, size]) => size > 0))
}

/** The actions that weigh most one a line, the others counted. */
const MOST_LINES = 5

function lines(word: string, actions: Bits, found: Difference): string[] {
  const size = count(actions)
  if (size === 0) return []
  const grave = intersection(actions, notable())
  const shown = [...members(grave)].slice(0, MOST_LINES)
  const plain = difference(actions, grave)
  const rest =
    size <= MOST_LINES ? LEVELS.flatMap((level) => [...members(intersection(plain, levelActions(level)))]) : []
  const named = [...shown, ...rest].slice(0, MOST_LINES)
  const told = named.map((id) => `${word} ${quote(actionName(id))}${found.where(id)}`)
  return size > named.length ? [...told, moreLine(word, size - named.length, named.length)] : told
}

function moreLine(word: string, size: number, named: number): string {
  return `${word} ${size} ${named > 0 ? 'more ' : ''}${size === 1 ? 'action' : 'actions'}`
}

/** For one line: `role deploy: 4 -> 183 actions, newly iam:PassRole on *`. */
export function changeLine({ holder, actionsBefore, actionsAfter, details }: PermissionChange): string {
  const counts = actionsBefore === 0 && actionsAfter === 0 ? '' : `${actionsBefore} -> ${actionsAfter} actions, `
  return `${holder}: ${counts}${listed(details, 3).replaceAll('`', '')}`
}
