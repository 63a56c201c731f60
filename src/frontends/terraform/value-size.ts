import type { Value } from '../../core/value.ts'

/** Leaves of one value: far more than the largest policy or task definition has. */
const HEAVIEST = 200_000

const weights = new WeakMap<object, number>()

/** Has the value more leaves, shared ones counted each time, than anybody can want to walk? */
export function isTooHeavy(value: Value): boolean {
  return weightOf(value) > HEAVIEST
}

function weightOf(value: Value): number {
  switch (value.kind) {
    case 'list':
      return remember(value, () => value.items.reduce((sum, item) => sum + weightOf(item), 1))
    case 'map':
      return remember(value, () => value.entries.reduce((sum, entry) => sum + weightOf(entry.value), 1))
    case 'unknown':
      return value.maybe ? remember(value, () => value.maybe!.reduce((sum, item) => sum + weightOf(item), 1)) : 1
    case 'string':
      return value.json ? 1 + weightOf(value.json) : 1
    default:
      return 1
  }
}

function remember(value: Value, weigh: () => number): number {
  let weight = weights.get(value)
  if (weight === undefined) {
    weight = Math.min(weigh(), Number.MAX_SAFE_INTEGER)
    weights.set(value, weight)
  }
  return weight
}
