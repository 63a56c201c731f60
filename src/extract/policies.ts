import { type PolicySite, stepsOf } from '../aws/resources/index.ts'
import type { Holder, PolicyRole } from '../core/policy.ts'
import type { Span } from '../core/source.ts'
import { DEEPEST_VALUE, leafOf, member, plainOf, type Value } from '../core/value.ts'
import { type Attachment, boundaryHolders, holdersAttached } from './attachments.ts'
import { declaredHolder, holdersNamed, subjectHolder } from './holders.ts'
import { looksLikePolicy } from './policy-document.ts'
import { argumentAt, argumentsAt, type Declared, type Links } from './resource.ts'

/** One document in use: where, as what and by whom. */
export interface PolicyUse {
  readonly resource: Declared
  readonly document: Value
  /** Undefined: no consumer is in sight. */
  readonly role: PolicyRole | undefined
  readonly holders: readonly Holder[]
  /** The argument, or the block, that takes it in. */
  readonly taken: Span
  /** The path of the argument as it is spelled here. */
  readonly path: string
  /** Of documents in nested blocks: what it is called, and which one it is. */
  readonly name?: string
  readonly index: number
}

/** The policies that a resource takes in, by what is known of its type, else by what looks like one. */
export function policyUses(resource: Declared, links: Links, attachments: readonly Attachment[]): PolicyUse[] {
  if (resource.mode === 'data') return []
  const sites = resource.row?.policies
  if (!sites) return usesByLooks(resource)
  return sites.flatMap((site) => usesAt(resource, site, links, attachments))
}

function usesAt(resource: Declared, site: PolicySite, links: Links, attachments: readonly Attachment[]): PolicyUse[] {
  const path = stepsOf(site.at, resource.spelling)?.join('.')
  if (path === undefined || (site.role === 'scp' && !isAuthorizationPolicy(resource))) return []
  const found = argumentsAt(resource, site.at)
  if (found.length === 0) return []
  const holders = holdersOf(resource, site, links, attachments)
  const role = roleOf(resource, site, attachments)
  const [nameStep] = (site.name && stepsOf(site.name, resource.spelling)) ?? []
  return found.map(({ value, taken, within, index }) => {
    const name = nameStep === undefined || within.kind !== 'map' ? undefined : nameIn(within, nameStep)
    return { resource, document: value, role, holders, taken, path, index, ...(name !== undefined && { name }) }
  })
}

function nameIn(block: Value & { kind: 'map' }, key: string): string | undefined {
  return leafOf(member(block, key))?.value
}

/** Tag, backup and opt-out policies say nothing about who may do what. */
function isAuthorizationPolicy(resource: Declared): boolean {
  const type = argumentAt(resource, 'type')
  return !type || type.kind === 'unknown' || /^(?:SERVICE|RESOURCE)_CONTROL_POLICY$/.test(plainOf(type) ?? '')
}

/** A managed policy that is only ever a boundary grants nothing. */
function roleOf(resource: Declared, site: PolicySite, attachments: readonly Attachment[]): PolicyRole {
  if (resource.row?.holder?.kind !== 'managed-policy') return site.role
  const bounds = boundaryHolders(resource, attachments)
  return bounds.length > 0 && holdersAttached(resource, attachments).length === 0 ? 'boundary' : site.role
}

function holdersOf(resource: Declared, site: PolicySite, links: Links, attachments: readonly Attachment[]): Holder[] {
  const { holder, holders } = resource.row!
  if (holder?.kind === 'managed-policy') {
    const attached = holdersAttached(resource, attachments)
    const bounds = attached.length === 0 ? boundaryHolders(resource, attachments) : []
    return [declaredHolder(resource), ...attached, ...bounds]
  }
  if (holder) return [declaredHolder(resource)]
  if (!holders) return [subjectHolder(resource, site.subjects ?? [], links)]
  return holders.flatMap((one) =>
    one === 'itself'
      ? [declaredHolder(resource)]
      : argumentsAt(resource, one.at).flatMap(({ value }) => holdersNamed(value, one.kind, resource, links)),
  )
}

/** Arguments of types that no table knows, which look like policies: new types, custom resources, other providers. */
function usesByLooks(resource: Declared): PolicyUse[] {
  const found: PolicyUse[] = []
  const visit = (value: Value, path: string, taken: Span, depth: number): void => {
    if (depth > DEEPEST_VALUE) return
    if ((value.kind === 'string' || value.kind === 'map') && looksLikePolicy(value)) {
      const role = /assume|trust/i.test(path) ? 'trust' : undefined
      found.push({ resource, document: value, role, holders: [], taken, path, index: found.length })
    } else if (value.kind === 'list') for (const item of value.items) visit(item, path, taken, depth + 1)
    else if (value.kind === 'map') {
      for (const entry of value.entries) visit(entry.value, entry.key, entry.keySpan, depth + 1)
    } else if (value.kind === 'unknown') for (const one of value.maybe ?? []) visit(one, path, taken, depth + 1)
  }
  visit(resource.arguments, '', resource.header, 0)
  return found
}
