import { UNKNOWN } from '../../../core/text.ts'
import type { Entry } from '../../../core/value.ts'
import { equality, numberIn } from '../operators.ts'
import {
  booleanOf,
  type Evaluated,
  entryOf,
  failure,
  isEmpty,
  keyValue,
  listOf,
  mapOf,
  memberOf,
  numberOf,
  oneOf,
  plainOf,
  someOf,
  textOf,
  textOrUnknown,
  unknown,
  withTraces,
} from '../value.ts'
import type { Call, FunctionTable } from './call.ts'
import { joined } from './strings.ts'

/** Functions on lists and maps, parts of which may be unknown. */
export const COLLECTION_FUNCTIONS: FunctionTable = {
  chunklist,
  coalesce: (call) => firstPresent(call, (value) => value.kind === 'null' || plainOf(value) === ''),
  coalescelist: (call) => firstPresent(call, isEmpty),
  compact,
  concat,
  contains,
  distinct,
  element,
  flatten: (call) => call.args[0] && flattened(call.args[0], call),
  index,
  join,
  keys,
  length,
  list: (call) => listOf(call.args, call.span),
  lookup,
  map: pairs,
  matchkeys,
  merge,
  one,
  reverse: (call) => onItems(call, (items) => [...items].reverse()),
  slice,
  sort: (call) => onItems(call, sorted),
  toset: (call) => distinct(call) ?? call.args[0],
  transpose: () => undefined,
  values,
  zipmap,
}

/** Items of a list, a single value counting as one, as old configurations have it; undefined when not known. */
function itemsOf(value: Evaluated | undefined): readonly Evaluated[] | undefined {
  if (value?.kind === 'list') return value.items as readonly Evaluated[]
  if (value?.kind === 'null') return []
  return undefined
}

/** A list some of whose elements are not known, nor how many there are. */
function openList(items: readonly Evaluated[], call: Call): Evaluated {
  return withTraces(listOf(items, call.span), { each: unknown(call.span) })
}

function isOpen(value: Evaluated): boolean {
  return value.each !== undefined
}

function onItems(call: Call, change: (items: readonly Evaluated[]) => readonly Evaluated[]): Evaluated | undefined {
  const [list] = call.args
  const items = itemsOf(list)
  if (!items || !list) return undefined
  const changed = listOf(change(items), list.span)
  return list.each ? withTraces(changed, { each: list.each }) : changed
}

function sorted(items: readonly Evaluated[]): readonly Evaluated[] {
  const key = (value: Evaluated): string => textOrUnknown(value).value
  return [...items].sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0))
}

function concat(call: Call): Evaluated | undefined {
  const items: Evaluated[] = []
  let open = false
  for (const arg of call.args) {
    const known = itemsOf(arg)
    if (known) for (const item of known) items.push(item)
    else items.push(arg.each ?? unknown(arg.span, arg.reference))
    if (!known || isOpen(arg)) open = true
  }
  return open ? openList(items, call) : listOf(items, call.span)
}

function flattened(value: Evaluated, call: Call): Evaluated {
  const items: Evaluated[] = []
  let open = false
  const walk = (item: Evaluated, depth: number): void => {
    if (item.kind === 'list' && depth < 30) {
      if (isOpen(item)) open = true
      for (const inner of item.items) walk(inner as Evaluated, depth + 1)
      return
    }
    // An open list inside counts as one of its elements.
    if (item.kind === 'unknown' && item.each) {
      open = true
      walk(item.each, depth + 1)
      return
    }
    if (item.kind === 'unknown' && item.maybe?.some((choice) => choice.kind === 'list')) {
      open = true
      for (const choice of item.maybe) walk(choice as Evaluated, depth + 1)
      return
    }
    items.push(item)
  }
  if (value.kind !== 'list') return value.kind === 'unknown' ? unknown(call.span, value.reference) : value
  walk(value, 0)
  return open ? openList(items, call) : listOf(items, call.span)
}

function compact(call: Call): Evaluated | undefined {
  return onItems(call, (items) => items.flatMap((item) => withoutEmpty(item) ?? []))
}

/** Of alternatives, those that are something: the item may be there. */
function withoutEmpty(item: Evaluated): Evaluated | undefined {
  if (item.kind === 'unknown' && item.maybe?.length) {
    const present = (item.maybe as readonly Evaluated[]).filter((choice) => withoutEmpty(choice) !== undefined)
    return present.length > 0 ? oneOf(present, item.span) : undefined
  }
  return item.kind === 'null' || plainOf(item) === '' ? undefined : item
}

function distinct(call: Call): Evaluated | undefined {
  return onItems(call, (items) => {
    const seen = new Set<string>()
    return items.filter((item) => {
      const key = plainOf(item)
      return key === undefined || (!seen.has(key) && seen.add(key))
    })
  })
}

/** Known and there; else, of what may be it, all. */
function firstPresent(call: Call, isMissing: (value: Evaluated) => boolean): Evaluated | undefined {
  const possible: Evaluated[] = []
  let absent: Evaluated | undefined
  for (const arg of call.args) {
    if (isMissing(arg)) continue
    if (arg.absent) absent ??= arg
    else possible.push(arg)
    if (!arg.absent && (arg.kind !== 'unknown' || arg.attribute)) break
  }
  if (possible.length === 0) return absent ?? failure(call.span)
  return oneOf(possible, call.span)
}

function contains(call: Call): Evaluated | undefined {
  const items = itemsOf(call.args[0])
  const sought = call.args[1]
  if (!items || !sought || isOpen(call.args[0]!)) return undefined
  const answers = items.map((item) => equality(item, sought))
  if (answers.includes(true)) return booleanOf(true, call.span)
  return answers.includes(undefined) ? undefined : booleanOf(false, call.span)
}

function element(call: Call): Evaluated | undefined {
  const [list, position] = call.args
  const items = itemsOf(list)
  if (!items || !list) return list?.each
  if (items.length === 0) return list.each ?? failure(call.span)
  const at = numberIn(position)
  if (at === undefined) return items.length > 8 ? unknown(call.span) : oneOf(items, call.span)
  return items[((at % items.length) + items.length) % items.length]
}

function index(call: Call): Evaluated | undefined {
  const items = itemsOf(call.args[0])
  const sought = call.args[1]
  if (!items || !sought) return undefined
  const at = items.findIndex((item) => equality(item, sought) === true)
  return at === -1 ? undefined : numberOf(at, call.span)
}

function join(call: Call): Evaluated | undefined {
  const [separator, ...lists] = call.args
  if (!separator) return undefined
  const items: Evaluated[] = []
  for (const list of lists) {
    const known = itemsOf(list)
    if (known) items.push(...known.slice(0, 10_000))
    else items.push(list.each ?? unknown(list.span, list.reference))
  }
  return joined(separator, items, call)
}

function keys(call: Call): Evaluated | undefined {
  const [map] = call.args
  if (map?.kind === 'map') {
    const sortedEntries = [...map.entries].sort((one, other) => (one.key < other.key ? -1 : 1))
    return listOf(
      sortedEntries.map((entry) => keyValue(entry.key, entry.keySpan)),
      call.span,
    )
  }
  return map?.each ? someOf(unknown(call.span), call.span) : undefined
}

function values(call: Call): Evaluated | undefined {
  const [map] = call.args
  if (map?.kind === 'map') {
    const sortedEntries = [...map.entries].sort((one, other) => (one.key < other.key ? -1 : 1))
    return listOf(
      sortedEntries.map((entry) => entry.value as Evaluated),
      call.span,
    )
  }
  return map?.each ? someOf(map.each, call.span) : undefined
}

function length(call: Call): Evaluated | undefined {
  const [value] = call.args
  if (!value || isOpen(value)) return undefined
  switch (value.kind) {
    case 'list':
      return numberOf(value.items.length, call.span)
    case 'map':
      return value.entries.some((entry) => entry.key.includes(UNKNOWN))
        ? undefined
        : numberOf(value.entries.length, call.span)
    case 'null':
      return numberOf(0, call.span)
    default: {
      const text = plainOf(value)
      return text === undefined ? undefined : numberOf(text.length, call.span)
    }
  }
}

function lookup(call: Call): Evaluated | undefined {
  const [map, key, fallback] = call.args
  const name = plainOf(key)
  if (!map || name === undefined) {
    if (map?.kind !== 'map') return map?.each
    const values = map.entries.map((entry) => entry.value as Evaluated)
    return oneOf(fallback ? [...values, fallback] : values, call.span)
  }
  const found = memberOf(map, name)
  if (found) return found
  if (map.kind === 'map' && !map.entries.some((entry) => entry.key.includes(UNKNOWN))) {
    return fallback ?? failure(call.span)
  }
  const open = map.each ?? unknown(call.span, map.reference && `${map.reference}.${name}`)
  return fallback ? oneOf([open, fallback], call.span) : open
}

/** `map("a", 1, "b", 2)`, gone since Terraform 0.12. */
function pairs(call: Call): Evaluated | undefined {
  const entries: Entry[] = []
  for (let at = 0; at + 1 < call.args.length; at += 2) {
    const key = call.args[at]!
    entries.push(entryOf(textOrUnknown(key).value, key.span, call.args[at + 1]!))
  }
  return mapOf(entries, call.span)
}

function matchkeys(call: Call): Evaluated | undefined {
  const [list, keyList, wanted] = call.args.map(itemsOf)
  if (!list || !keyList || !wanted) return undefined
  const chosen = list.filter((_, at) => wanted.some((item) => keyList[at] && equality(item, keyList[at]!) !== false))
  return listOf(chosen, call.span)
}

/** Later maps win. An unknown one may add anything: an entry whose key is UNKNOWN says so. */
function merge(call: Call): Evaluated | undefined {
  const merged = new Map<string, Entry>()
  for (const arg of call.args) {
    if (arg.kind === 'map') {
      for (const entry of arg.entries) {
        merged.delete(entry.key)
        merged.set(entry.key, entry)
      }
    } else if (arg.kind === 'unknown') {
      const key = UNKNOWN
      merged.set(key, entryOf(key, arg.span, arg.each ?? unknown(arg.span, arg.reference)))
    }
  }
  if (call.args.length > 0 && call.args.every((arg) => arg.kind === 'unknown')) return undefined
  return mapOf([...merged.values()], call.span)
}

function one(call: Call): Evaluated | undefined {
  const [list] = call.args
  const items = itemsOf(list)
  if (!items) return list?.each
  return items.length === 0 ? { kind: 'null', span: call.span } : items[0]
}

function slice(call: Call): Evaluated | undefined {
  const from = numberIn(call.args[1])
  const to = numberIn(call.args[2])
  const items = itemsOf(call.args[0])
  if (from === undefined) return undefined
  // Of a list that is cut somewhere, all may be there.
  if (to === undefined) return items && openList(items.slice(from), call)
  return onItems(call, (known) => known.slice(from, to))
}

function chunklist(call: Call): Evaluated | undefined {
  const items = itemsOf(call.args[0])
  const size = numberIn(call.args[1])
  if (!items || size === undefined || size < 1) return undefined
  const chunks: Evaluated[] = []
  for (let at = 0; at < items.length; at += size) chunks.push(listOf(items.slice(at, at + size), call.span))
  return listOf(chunks, call.span)
}

function zipmap(call: Call): Evaluated | undefined {
  const names = itemsOf(call.args[0])
  const values = itemsOf(call.args[1])
  if (!names || !values) return undefined
  return mapOf(
    names.map((name, at) => entryOf(textOf(name)?.value ?? UNKNOWN, name.span, values[at] ?? unknown(call.span))),
    call.span,
  )
}
