import { canonicalType } from '../aws/resources/canonical.ts'
import type { Path } from '../aws/resources/index.ts'
import type { Analysis } from '../core/analysis.ts'
import type { AnyNode, ResourceNode } from '../core/node.ts'
import { UNKNOWN } from '../core/text.ts'
import { leafOf, type Value } from '../core/value.ts'
import { valueAt, valuesAt } from './arguments.ts'

/** The resources of a canonical type in a unit. */
export function ofType(unit: Analysis, type: string): readonly ResourceNode[] {
  return unit.of(byCanonicalType, unit.nodes).get(type) ?? []
}

function byCanonicalType(nodes: readonly AnyNode[]): ReadonlyMap<string, readonly ResourceNode[]> {
  const found = new Map<string, ResourceNode[]>()
  for (const node of nodes) {
    if (node.kind !== 'resource') continue
    const type = canonicalType(node.type)
    const list = found.get(type)
    if (list) list.push(node)
    else found.set(type, [node])
  }
  return found
}

/**
 * Resources of a type that say at `via` that they belong to a resource: the public access block of a bucket. One of which
 * it is not known whose it is may be this one's, and is among them.
 */
export function besides(unit: Analysis, resource: ResourceNode, type: string, via: Path): ResourceNode[] {
  return ofType(unit, type).filter((other) => {
    const found = valuesAt(other, via)
    return found.some(({ value }) => value !== undefined && mayMean(value, resource, other))
  })
}

/** Is there a resource beside a resource that belongs to it? Undefined where one may, and it is not known whose it is. */
export function hasBeside(unit: Analysis, resource: ResourceNode, type: string, via: Path): boolean | undefined {
  const others = besides(unit, resource, type, via)
  if (others.length === 0) return false
  return (
    others.some((other) => valuesAt(other, via).some(({ value }) => value && refersTo(value, resource))) || undefined
  )
}

/** The same for resources of several types. */
export function someBeside(
  unit: Analysis,
  resource: ResourceNode,
  types: readonly string[],
  via: Path,
): boolean | undefined {
  const found = types.map((type) => hasBeside(unit, resource, type, via))
  return found.includes(true) || (found.includes(undefined) ? undefined : false)
}

/** The resource that a value names, among those of a type. */
export function meantBy(unit: Analysis, value: Value | undefined, type: string): ResourceNode | undefined {
  return value && ofType(unit, type).find((other) => refersTo(value, other))
}

function mayMean(value: Value, resource: ResourceNode, within: ResourceNode): boolean {
  if (value.kind === 'list') return value.items.some((item) => mayMean(item, resource, within))
  if (refersTo(value, resource)) return true
  if (value.kind !== 'unknown') return false
  // A plan has no other name for what it does not know.
  if (value.reference !== undefined && isOf(value.reference, within.anchor)) return true
  // A resource of its own that is another one is known well enough.
  return (
    !/^(?:Ref )?(?:module\.[\w.[\]"-]+\.)?aws_\w+\./.test(value.reference ?? '') && !value.reference?.startsWith('Ref ')
  )
}

/** Does a value name the resource: by a reference to it, or by its name? */
export function refersTo(value: Value, resource: ResourceNode): boolean {
  if (value.kind === 'list') return value.items.some((item) => refersTo(item, resource))
  if (value.kind !== 'string' && value.kind !== 'unknown') return false
  if (value.kind === 'unknown' && value.maybe?.some((one) => refersTo(one, resource))) return true
  const reference = value.reference?.replace(/^Ref /, '')
  if (reference !== undefined && isOf(reference, resource.anchor)) return true
  const name = leafOf(value)?.value
  return name !== undefined && namesOf(resource).includes(name)
}

/** What a resource is called in AWS, as far as that is known. */
export function namesOf(resource: ResourceNode): string[] {
  return NAMES.flatMap((at) => {
    const name = leafOf(valueAt(resource, at))?.value
    return name === undefined || name === '' || name.includes(UNKNOWN) ? [] : [name]
  })
}

/** Arguments that are the name of a resource. */
const NAMES = [
  ...['name', 'identifier', 'bucket', 'bucket_name', 'queue_name', 'topic_name', 'function_name', 'table_name'],
  'repository',
]

/** `aws_s3_bucket.b[0].id` is of `aws_s3_bucket.b`; `Bucket.Arn` of `Bucket`. */
function isOf(reference: string, anchor: string): boolean {
  const [one, other] = [withoutIndex(reference), withoutIndex(anchor)]
  return one === other || one.startsWith(`${other}.`)
}

function withoutIndex(address: string): string {
  return address.includes('[') ? address.replace(/\[[^\]]*\]/g, '') : address
}
