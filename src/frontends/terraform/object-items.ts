import type { Attribute, Expression } from '../../languages/hcl/syntax.ts'
import { type Bound, type Origin, placeOf } from './scope.ts'

/** The entries of an object; of `merge(…)`, those of all objects that are written out in it. */
export function itemsOf(value: Expression, origin: Origin): Bound[] {
  if (value.kind === 'call') return value.items.flatMap((item) => itemsOf(item, origin))
  if (value.kind === 'json' && value.value.kind === 'map') {
    return value.value.entries.map(({ key, keySpan, value: inner }): Bound => {
      const { start, end } = inner.span
      const json: Expression = { kind: 'json', value: inner, start, end }
      return { attribute: { name: key, start: keySpan.start, nameEnd: keySpan.end, value: json, end }, origin }
    })
  }
  if (value.kind !== 'object') return []
  return value.items.flatMap((item): Bound[] => {
    const name = keyOf(item.key, origin)
    if (name === undefined) return []
    const { start, end } = item.key
    const attribute: Attribute = { name, start, nameEnd: end, value: item.value, end: item.value.end }
    return [{ attribute, origin }]
  })
}

function keyOf(key: Expression, origin: Origin): string | undefined {
  if (key.kind === 'name') return key.name
  if (key.kind !== 'template' || key.parts.length !== 1 || key.parts[0]!.kind !== 'text') return undefined
  const { start, end } = placeOf(origin, key.parts[0]!.start, key.parts[0]!.end)
  return origin.text.value.slice(start, end)
}
