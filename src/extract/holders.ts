import type { Path } from '../aws/resources/index.ts'
import { serviceOfType } from '../aws/resources/services.ts'
import type { Holder, HolderKind } from '../core/policy.ts'
import { plainOf, type Value } from '../core/value.ts'
import { argumentAt, type Declared, type Links, nameValue } from './resource.ts'

/** A declared user, role, group, permission set or managed policy as a holder. */
export function declaredHolder(resource: Declared): Holder {
  return {
    kind: resource.row!.holder!.kind,
    address: resource.address,
    ...nameOf(nameValue(resource)),
    span: resource.header,
  }
}

/** Does the resource hold policies? */
export function isIdentity({ mode, row }: Declared): boolean {
  return mode === 'resource' && row?.holder !== undefined && row.holder.kind !== 'managed-policy'
}

/** Whoever an argument names: declared in this unit, or somewhere else; `by` is the resource that names them. */
export function holdersNamed(value: Value | undefined, kind: HolderKind, by: Declared, links: Links): Holder[] {
  if (!value || value.kind === 'null') return []
  if (value.kind === 'list') return value.items.flatMap((item) => holdersNamed(item, kind, by, links))
  if (value.kind === 'unknown' && value.maybe?.length) {
    return distinctHolders(value.maybe.flatMap((choice) => holdersNamed(choice, kind, by, links)))
  }
  const declared = links.targets(value).filter((one) => one.row?.holder?.kind === kind)
  if (declared.length > 0) return declared.map(declaredHolder)
  const name = plainOf(value)
  const known = name === undefined ? undefined : links.named(kind, name)
  if (known) return [declaredHolder(known)]
  // Somebody it is, though nothing tells who: two of them are not one.
  const address = links.outsider(value) ?? `${by.address}.${kind}`
  return [{ kind, address, ...nameOf(value), span: value.span }]
}

/** What a policy is about: the bucket of a bucket policy, or the resource itself. */
export function subjectHolder(resource: Declared, subjects: readonly Path[], links: Links): Holder {
  const service = resource.row?.service ?? serviceOfType(resource.type)
  const named = subjects.flatMap((subject) => argumentAt(resource, subject) ?? [])
  const target = named.flatMap((value) => targetsOf(value, links))[0]
  const outside = target ? undefined : named.flatMap((value) => links.subject?.(value) ?? [])[0]
  const { address, header } = target ?? resource
  return { kind: 'resource', address: outside ?? address, service, span: header }
}

function targetsOf(value: Value, links: Links): readonly Declared[] {
  if (value.kind === 'list') return value.items.flatMap((item) => targetsOf(item, links))
  return links.targets(value).filter(({ mode }) => mode === 'resource')
}

export function distinctHolders(holders: readonly Holder[]): Holder[] {
  return [...new Map(holders.map((holder) => [`${holder.kind} ${holder.address}`, holder])).values()]
}

function nameOf(value: Value | undefined): { name?: string } {
  const name = plainOf(value)
  return name === undefined ? {} : { name }
}
