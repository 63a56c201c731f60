import { isDeepStrictEqual } from 'node:util'
import type { FrozenFinding, FrozenScan } from './frozen.ts'

/** One finding at both ends, and the fields in which they differ. */
export interface Changed {
  readonly before: FrozenFinding
  readonly after: FrozenFinding
  readonly fields: readonly string[]
}

/** All in which two scans of the same target differ; times do not count. */
export interface Differences {
  readonly added: readonly FrozenFinding[]
  readonly gone: readonly FrozenFinding[]
  readonly changed: readonly Changed[]
  /** `verdict: block -> pass`, `+ notification {…}`: what is no finding, a line each. */
  readonly others: readonly string[]
}

export function differences(before: FrozenScan, after: FrozenScan): Differences {
  const pairs = pairUp(before.findings, after.findings)
  return {
    added: pairs.flatMap(([old, fresh]) => (old ? [] : [fresh!])),
    gone: pairs.flatMap(([old, fresh]) => (fresh ? [] : [old!])),
    changed: pairs.flatMap(([old, fresh]) => (old && fresh ? (changedOf(old, fresh) ?? []) : [])),
    others: [...outcomeLines(before, after), ...LISTS.flatMap((list) => listLines(list, before, after))],
  }
}

type Pair = readonly [before: FrozenFinding | undefined, after: FrozenFinding | undefined]

/**
 * Who is who, most alike first: the same all over, then by fingerprint and place, by fingerprint alone (it moved), by
 * rule and place (its fingerprint is another).
 */
const LIKENESSES: readonly ((finding: FrozenFinding) => string)[] = [
  (finding) => JSON.stringify(finding),
  ({ fingerprint, location }) => JSON.stringify([fingerprint, location]),
  ({ fingerprint }) => fingerprint,
  ({ ruleId, location }) => JSON.stringify([ruleId, location]),
]

function pairUp(before: readonly FrozenFinding[], after: readonly FrozenFinding[]): Pair[] {
  const pairs: Pair[] = []
  let [old, fresh] = [before, after]
  for (const likeness of LIKENESSES) {
    const candidates = groupBy(fresh, likeness)
    const taken = new Set<FrozenFinding>()
    old = old.filter((finding) => {
      const found = candidates.get(likeness(finding))?.shift()
      if (!found) return true
      taken.add(found)
      pairs.push([finding, found])
      return false
    })
    fresh = fresh.filter((finding) => !taken.has(finding))
  }
  return [...pairs, ...old.map((one): Pair => [one, undefined]), ...fresh.map((one): Pair => [undefined, one])]
}

/** As `Map.groupBy`, which Node 20 has not. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

function changedOf(before: FrozenFinding, after: FrozenFinding): Changed | undefined {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  const fields = [...names].filter((name) => !isDeepStrictEqual(before[name], after[name]))
  return fields.length > 0 ? { before, after, fields } : undefined
}

function outcomeLines(before: FrozenScan, after: FrozenScan): string[] {
  const names = ['exitCode', 'error', 'verdict', 'reason'] as const
  return names
    .filter((name) => before[name] !== after[name])
    .map((name) => `${name}: ${before[name] || 'none'} -> ${after[name] || 'none'}`)
}

const LISTS = ['notifications', 'permissionChanges', 'policyChanges'] as const

function listLines(list: (typeof LISTS)[number], before: FrozenScan, after: FrozenScan): string[] {
  const [old, fresh] = [before[list], after[list]].map((entries) => entries.map((entry) => JSON.stringify(entry)))
  const gone = without(old!, fresh!).map((entry) => `- ${list}: ${entry}`)
  const added = without(fresh!, old!).map((entry) => `+ ${list}: ${entry}`)
  return [...gone, ...added]
}

/** Those of `entries` that `others` has not, each as often as it has it less. */
function without(entries: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return entries.filter((entry) => {
    const at = left.indexOf(entry)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
