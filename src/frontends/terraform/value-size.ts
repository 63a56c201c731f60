import type { Value } from '../../core/value.ts'

/** Leaves of one value: far more than the largest policy or task definition has. */
const HEAVIEST = 200_000

/** What has been weighed of one unit. */
export type Weights = Map<Value, number>

/** Has the value more leaves, shared ones counted each time, than anybody can want to walk? */
export function isTooHeavy(value: Value, weights: Weights): boolean {
  return weightOf(value, weights) > HEAVIEST
}

function weightOf(value: Value, weights: Weights): number {
  switch (value.kind) {
    case 'list':
      return remember(value, weights, () => value.items.reduce((sum, item) => sum + weightOf(item, weights), 1))
    case 'map':
      return remember(value, weights, () =>
        value.entries.reduce((sum, entry) => sum + weightOf(entry.value, weights), 1),
      )
    case 'unknown':
      return value.maybe
        ? remember(value, weights, () => value.maybe!.reduce((sum, item) => sum + weightOf(item, weights), 1))
        : 1
    case 'string':
      return value.json ? 1 + weightOf(value.json, weights) : 1
    default:
      return 1
  }
}

function remember(value: Value, weights: Weights, weigh: () => number): number {
  let weight = weights.get(value)
  if (weight === undefined) {
    weight = Math.min(weigh(), Number.MAX_SAFE_INTEGER)
    weights.set(value, weight)
  }
  return weight
}
