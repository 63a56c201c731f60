import type { Place, SettingNode } from '../../../core/node.ts'
import type { Span } from '../../../core/source.ts'
import type { Leaf, Value } from '../../../core/value.ts'
import { settingNode } from '../../../extract/nodes.ts'
import { type MakeSetting, settingsOf } from '../../../extract/settings.ts'
import type { UnitResource } from '../unit.ts'
import type { Evaluated } from '../value.ts'
import { isInside } from './value-origins.ts'

/** What settings belong to: a resource, a provider, a module call. */
export interface Owner {
  readonly address: string
  readonly span: Span
}

/** Environments, parameters and secret-like arguments of a resource. */
export function resourceSettings(resource: UnitResource): SettingNode[] {
  return settingsOf(resource, settingsFor(resource))
}

/** Makes the settings of an owner. */
export function settingsFor(owner: Owner): MakeSetting {
  return (name, value, place, documented) => {
    const node = made(name, value, place, owner)
    return documented ? { ...node, documented } : node
  }
}

/** A setting, with the place of use when its value is written elsewhere. */
export function made(name: Leaf, value: Value, place: Place, owner: Owner): SettingNode {
  const plain = settingNode(name, value, { place, anchor: owner.address })
  const { marks = [] } = value as Evaluated
  const node = marks.length > 0 ? { ...plain, sensitive: marks } : plain
  const apart = node.value.kind === 'string' && !isInside(node.value.span, owner.span)
  if (node.related.length > 0 || !apart) return node
  return { ...node, related: [{ span: name.span, message: 'used here' }] }
}
