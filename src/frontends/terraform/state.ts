import type { AnyNode } from '../../core/node.ts'
import { member, type Value } from '../../core/value.ts'
import { made, resourceSettings } from './nodes/settings.ts'
import { describedBy } from './unit-resource.ts'
import { type Evaluated, memberOf, plainOf, unknown } from './value.ts'

/** Is this what Terraform keeps as its state (`terraform.tfstate`)? */
export function isState(value: Value): boolean {
  return (
    member(value, 'version')?.kind === 'number' &&
    member(value, 'terraform_version')?.kind === 'string' &&
    member(value, 'resources')?.kind === 'list'
  )
}

/** Provider-made values that are secrets under a name that does not say so. */
const RESULTS = new Map([
  ['random_password', 'result'],
  ['tls_private_key', 'private_key_pem'],
  ['aws_iam_access_key', 'secret'],
])

/**
 * The secrets that a state holds in plain text, sensitive or not. Policies are left out: they stand in the configuration.
 * https://developer.hashicorp.com/terraform/language/manage-sensitive-data
 */
export function stateNodes(state: Value): AnyNode[] {
  return listAt(state, 'resources').flatMap((resource) => {
    if (plainOf(memberOf(resource, 'mode')) !== 'managed') return []
    const type = plainOf(memberOf(resource, 'type')) ?? ''
    const name = plainOf(memberOf(resource, 'name')) ?? ''
    const module = plainOf(memberOf(resource, 'module'))
    const address = `${module ? `${module}.` : ''}${type}.${name}`
    return listAt(resource, 'instances').flatMap((instance) => {
      const given = memberOf(instance, 'attributes')
      if (given?.kind !== 'map') return []
      const header = resource.span
      const attribute = (key: string): Evaluated => memberOf(given, key) ?? unknown(header, `${address}.${key}`)
      const settings = resourceSettings({
        mode: 'resource',
        ...describedBy(type),
        name,
        address,
        span: instance.span,
        header,
        arguments: given,
        attribute,
      })
      const result = RESULTS.get(type)
      const entry = given.entries.find(({ key, value }) => key === result && value.kind === 'string')
      if (!entry) return settings
      const secret = { value: `${type}.${entry.key}`, span: entry.keySpan }
      return [
        ...settings.filter(({ value }) => value.span.start !== entry.value.span.start),
        made(secret, entry.value, 'provider', { address, span: instance.span }),
      ]
    })
  })
}

function listAt(value: Value, key: string): readonly Evaluated[] {
  const list = member(value, key)
  return list?.kind === 'list' ? (list.items as readonly Evaluated[]) : []
}
