import type { Holder, HolderKind } from '../../../core/policy.ts'
import { UNKNOWN } from '../../../core/text.ts'
import type { UnitResource } from '../unit.ts'
import { alternativesOf, type Evaluated, plainOf, textOf } from '../value.ts'

/** The resources of a unit by what others call them. */
export interface Links {
  readonly resources: readonly UnitResource[]
  /** The resources that a value refers to: of alternatives all, of an unknown without an address none. */
  targets(value: Evaluated): readonly UnitResource[]
  /** Users, roles, groups, permission sets and managed policies by kind and name. */
  named(kind: HolderKind, name: string): UnitResource | undefined
}

/** Resource types that hold policies, with the argument that is their name. */
export const IDENTITY_TYPES: ReadonlyMap<string, { readonly kind: HolderKind; readonly name: string }> = new Map([
  ['aws_iam_role', { kind: 'role', name: 'name' }],
  ['aws_iam_user', { kind: 'user', name: 'name' }],
  ['aws_iam_group', { kind: 'group', name: 'name' }],
  ['awscc_iam_role', { kind: 'role', name: 'role_name' }],
  ['awscc_iam_user', { kind: 'user', name: 'user_name' }],
  ['awscc_iam_group', { kind: 'group', name: 'group_name' }],
  ['aws_ssoadmin_permission_set', { kind: 'permission-set', name: 'name' }],
])

const NAMED_TYPES: typeof IDENTITY_TYPES = new Map([
  ...IDENTITY_TYPES,
  ['aws_iam_policy', { kind: 'managed-policy', name: 'name' }],
])

export function linksOf(resources: readonly UnitResource[]): Links {
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]))
  const byName = new Map<string, UnitResource>()
  for (const resource of resources) {
    const named = resource.mode === 'resource' ? NAMED_TYPES.get(resource.type) : undefined
    const name = named && plainOf(resource.attribute(named.name))
    if (name !== undefined) byName.set(`${named!.kind} ${name}`, resource)
  }
  const targetOf = (reference: string): UnitResource | undefined => {
    const address = reference.slice(0, Math.max(0, reference.lastIndexOf('.')))
    return (
      byAddress.get(reference) ??
      byAddress.get(address) ??
      byAddress.get(reference.replace(/\[[^[\]]*\]$/, '')) ??
      byAddress.get(address.replace(/\[[^[\]]*\]$/, ''))
    )
  }
  return {
    resources,
    targets(value) {
      return alternativesOf(value).flatMap((choice) => {
        const target = choice.reference === undefined ? undefined : targetOf(choice.reference)
        return target ? [target] : []
      })
    },
    named: (kind, name) => byName.get(`${kind} ${name}`),
  }
}

/** A declared user, role, group or permission set as a holder. */
export function identityHolder(resource: UnitResource): Holder {
  const { kind, name } = IDENTITY_TYPES.get(resource.type)!
  return { kind, address: resource.address, ...nameOf(resource.attribute(name)), span: resource.header }
}

/** Whoever an argument names: declared in this unit, or somewhere else. */
export function holdersNamed(value: Evaluated | undefined, kind: HolderKind, links: Links): Holder[] {
  if (!value) return []
  if (value.kind === 'list') return value.items.flatMap((item) => holdersNamed(item as Evaluated, kind, links))
  if (value.kind === 'unknown' && value.maybe?.length) {
    return distinctHolders(value.maybe.flatMap((choice) => holdersNamed(choice as Evaluated, kind, links)))
  }
  const declared = links.targets(value).filter((resource) => IDENTITY_TYPES.get(resource.type)?.kind === kind)
  if (declared.length > 0) return declared.map(identityHolder)
  const name = plainOf(value)
  const known = name === undefined ? undefined : links.named(kind, name)
  if (known) return [identityHolder(known)]
  const text = textOf(value)?.value
  const address = name ?? value.reference ?? text
  return address === undefined || address === UNKNOWN ? [] : [{ kind, address, ...nameOf(value), span: value.span }]
}

export function distinctHolders(holders: readonly Holder[]): Holder[] {
  return [...new Map(holders.map((holder) => [`${holder.kind} ${holder.address}`, holder])).values()]
}

function nameOf(value: Evaluated): { name?: string } {
  const name = plainOf(value)
  return name === undefined ? {} : { name }
}
