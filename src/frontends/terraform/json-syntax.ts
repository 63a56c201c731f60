import type { Notification } from '../../core/finding.ts'
import type { Span } from '../../core/source.ts'
import type { Entry, Value } from '../../core/value.ts'
import { jsonValue } from '../../languages/json/json.ts'
import type { Bound, Declaration, Origin } from './scope.ts'

/**
 * Terraform's JSON syntax as the declarations that HCL gives. Nested blocks are arguments here: JSON does not tell
 * them apart. https://developer.hashicorp.com/terraform/language/syntax/json
 */
export function jsonDeclarations(origin: Origin, notifications: Notification[]): Declaration[] {
  return jsonBlocks(origin, LABELS, notifications)
}

/** The blocks of the types that are listed, with how many labels each has. */
export function jsonBlocks(
  origin: Origin,
  labelsOf: ReadonlyMap<string, number>,
  notifications: Notification[],
): Declaration[] {
  const read = jsonValue(origin.text)
  notifications.push(...read.notifications)
  const found: Declaration[] = []
  for (const root of mapsIn(read.value)) {
    for (const entry of root.entries) {
      const labels = labelsOf.get(entry.key)
      if (labels !== undefined) collect(entry.key, labels, entry.value, [], entry.keySpan, origin, found)
    }
  }
  return found
}

/** The values of a `.tfvars.json`. */
export function jsonGivens(origin: Origin, notifications: Notification[]): Bound[] {
  const read = jsonValue(origin.text)
  notifications.push(...read.notifications)
  return mapsIn(read.value).flatMap((map) => map.entries.map((entry) => boundOf(entry, origin)))
}

/** How many labels the blocks of the outermost level have. */
const LABELS: ReadonlyMap<string, number> = new Map([
  ['resource', 2],
  ['data', 2],
  ['ephemeral', 2],
  ['variable', 1],
  ['output', 1],
  ['module', 1],
  ['component', 1],
  ['stack', 1],
  ['deployment', 1],
  ['provider', 1],
  ['locals', 0],
  ['terraform', 0],
])

function collect(
  type: string,
  labelsLeft: number,
  value: Value,
  labels: readonly string[],
  header: Span,
  origin: Origin,
  found: Declaration[],
): void {
  for (const map of mapsIn(value)) {
    if (labelsLeft > 0) {
      for (const entry of map.entries) {
        collect(type, labelsLeft - 1, entry.value, [...labels, entry.key], entry.keySpan, origin, found)
      }
      continue
    }
    const attributes = map.entries.map((entry) => boundOf(entry, origin))
    found.push({
      type,
      labels,
      attributes: new Map(attributes.map((bound) => [bound.attribute.name, bound])),
      blocks: [],
      origin,
      span: { ...map.span, start: Math.min(header.start, map.span.start) },
      header,
    })
  }
}

function boundOf(entry: Entry, origin: Origin): Bound {
  const { start, end } = entry.value.span
  const attribute = {
    name: entry.key,
    start: entry.keySpan.start,
    nameEnd: entry.keySpan.end,
    end,
    value: { kind: 'json', value: entry.value, start, end } as const,
  }
  return { attribute, origin }
}

/** An object, or the objects of an array: where a block may stand, several may. */
function mapsIn(value: Value | undefined): (Value & { kind: 'map' })[] {
  if (value?.kind === 'map') return [value]
  if (value?.kind !== 'list') return []
  return value.items.flatMap((item) => (item.kind === 'map' ? [item] : []))
}
