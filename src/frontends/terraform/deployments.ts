import { itemsOf } from './object-items.ts'
import type { Bound, ModuleSource } from './scope.ts'
import type { VariableFile } from './variable-files.ts'

/**
 * What the deployments of a stack give to its variables.
 * https://developer.hashicorp.com/terraform/language/block/stack/tfdeploy/deployment
 */
export function deploymentsOf({ others, variables }: ModuleSource): VariableFile[] {
  return others.flatMap((declaration): VariableFile[] => {
    const inputs = declaration.type === 'deployment' ? declaration.attributes.get('inputs') : undefined
    if (!inputs) return []
    const [name = ''] = declaration.labels
    const written = itemsOf(inputs.attribute.value, inputs.origin)
    const isWhole = inputs.attribute.value.kind === 'object' || inputs.attribute.value.kind === 'json'
    // What is put together is asked for each of them.
    const bounds = isWhole ? written : [...variables.keys()].map((variable) => memberOf(inputs, variable))
    const givens = new Map(bounds.map((bound) => [bound.attribute.name, bound]))
    return [{ path: declaration.header.uri, part: `deployment ${name}`, givens }]
  })
}

function memberOf({ attribute, origin }: Bound, name: string): Bound {
  const { start, end, nameEnd, value } = attribute
  return { attribute: { name, start, end, nameEnd, value: { kind: 'get', of: value, name, start, end } }, origin }
}
