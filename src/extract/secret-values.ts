import type { Place, SettingNode } from '../core/node.ts'
import { DEEPEST_VALUE, type Value } from '../core/value.ts'
import { namesSecret } from '../secrets/names.ts'
import { settingNode } from './nodes.ts'

/** Scalars anywhere in a value that stand under a name which says that they are a secret. */
export function secretValues(
  value: Value | undefined,
  more: { place: Place; anchor: string },
  depth = 0,
): SettingNode[] {
  if (!value || depth > DEEPEST_VALUE) return []
  if (value.kind === 'list') return value.items.flatMap((item) => secretValues(item, more, depth + 1))
  if (value.kind !== 'map') return []
  return value.entries.flatMap(({ key, keySpan, value: inner }) => {
    if (inner.kind === 'list' || inner.kind === 'map') return secretValues(inner, more, depth + 1)
    const scalar = inner.kind === 'string' || inner.kind === 'number' || (inner.kind === 'unknown' && inner.maybe)
    return scalar && namesSecret(key) ? [settingNode({ value: key, span: keySpan }, inner, more)] : []
  })
}
