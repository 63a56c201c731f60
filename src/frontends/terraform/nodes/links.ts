import { UNKNOWN } from '../../../core/text.ts'
import { type Links, linksOf } from '../../../extract/resource.ts'
import type { UnitResource } from '../unit.ts'
import { alternativesOf, type Evaluated, plainOf, textOf } from '../value.ts'

/** The resources of a unit by their addresses, which is what values refer to. */
export function unitLinks(resources: readonly UnitResource[]): Links {
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]))
  const targetOf = (reference: string): UnitResource | undefined => {
    const address = reference.slice(0, Math.max(0, reference.lastIndexOf('.')))
    return (
      byAddress.get(reference) ??
      byAddress.get(address) ??
      byAddress.get(reference.replace(/\[[^[\]]*\]$/, '')) ??
      byAddress.get(address.replace(/\[[^[\]]*\]$/, ''))
    )
  }
  return linksOf(resources, {
    targets: (value) =>
      alternativesOf(value).flatMap(({ reference }) => {
        const target = reference === undefined ? undefined : targetOf(reference)
        return target ? [target] : []
      }),
    outsider(value: Evaluated) {
      const address = plainOf(value) ?? value.reference ?? textOf(value)?.value
      return address === UNKNOWN ? undefined : address
    },
  })
}
