import type { Analysis } from '../../core/analysis.ts'
import { lazy } from '../../core/lazy.ts'
import { canonical, hasWildcard, matches } from '../wildcards.ts'
import { addAll, allBits, type Bits, emptyBits, isEmpty, rangeBits, setBit, setRange } from './bits.ts'
import { SERVICES } from './catalogue-data.ts'

/**
 * What AWS's service authorization reference says of every action. Every action has a number, so that a set of actions
 * is a set of bits. Services are read when someone first asks for them: loading costs next to nothing.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html
 */

/** AWS's own words. */
/** What weighs most comes first. */
export const ACCESS_LEVELS = ['Permissions management', 'Write', 'Tagging', 'Read', 'List'] as const
export type AccessLevel = (typeof ACCESS_LEVELS)[number]

export interface ResourceType {
  readonly name: string
  /** ARN formats as AWS writes them: `arn:${Partition}:s3:::${BucketName}/${ObjectName}`. Mostly one. */
  readonly formats: readonly string[]
  /** The same with `*` for what varies. */
  readonly globs: readonly string[]
  /** Numbers of the actions that accept this type. */
  readonly actions: readonly number[]
}

export interface Service {
  readonly prefix: string
  /** Numbers of its actions: `first` up to and without `first + names.length`. */
  readonly first: number
  readonly names: readonly string[]
  readonly resourceTypes: readonly ResourceType[]
}

export interface ActionFacts {
  readonly id: number
  /** As AWS writes it: `iam:PassRole`. */
  readonly name: string
  readonly service: Service
  readonly level: AccessLevel
  readonly types: readonly { readonly type: ResourceType; readonly required: boolean }[]
}

interface Group {
  readonly level: AccessLevel
  readonly types: readonly { readonly at: number; readonly required: boolean }[]
}

interface Entry {
  readonly first: number
  readonly count: number
  readonly all: () => Bits
  readonly read: () => Reading
}

interface Reading {
  readonly service: Service
  readonly groups: readonly Group[]
  readonly lower: readonly string[]
  readonly groupOf: readonly Group[]
  readonly byName: ReadonlyMap<string, number>
}

const LEVELS: Readonly<Record<string, AccessLevel>> = {
  r: 'Read',
  l: 'List',
  w: 'Write',
  t: 'Tagging',
  p: 'Permissions management',
}

const entries: ReadonlyMap<string, Entry> = listEntries()

function listEntries(): Map<string, Entry> {
  const listed = new Map<string, Entry>()
  let total = 0
  for (const line of SERVICES) {
    const tab = line.indexOf('\t')
    const prefix = line.slice(0, tab)
    const [first, count] = [total, Number.parseInt(line.slice(tab + 1), 10)]
    const all = lazy(() => rangeBits(ACTION_COUNT, first, first + count))
    listed.set(prefix, { first, count, all, read: lazy(() => read(line, prefix, first)) })
    total += count
  }
  return listed
}

export const ACTION_COUNT = [...entries.values()].reduce((sum, { count }) => sum + count, 0)
export const ALL_ACTIONS: Bits = allBits(ACTION_COUNT)
export const NO_ACTIONS: Bits = emptyBits(ACTION_COUNT)
export const SERVICE_PREFIXES: readonly string[] = [...entries.keys()]

/** All of several sets; one that stands alone is handed back as it is. */
export function unionOf(sets: readonly Bits[]): Bits {
  if (sets.length <= 1) return sets[0] ?? NO_ACTIONS
  const sum = emptyBits(ACTION_COUNT)
  for (const bits of sets) addAll(sum, bits)
  return sum
}

const starts = [...entries.values()].map((entry) => entry.first)

/** A service by its prefix in lower case. */
export function serviceOf(prefix: string): Service | undefined {
  const entry = entries.get(prefix)
  return entry?.read().service
}

/** The number of an action by its name in any case; undefined when the catalogue has no such action. */
export function actionId(name: string): number | undefined {
  const colon = name.indexOf(':')
  const prefix = name.slice(0, colon).toLowerCase()
  const entry = entries.get(prefix)
  const at = entry?.read().byName.get(name.slice(colon + 1).toLowerCase())
  return at === undefined ? undefined : entry!.first + at
}

/** Actions by their names; what the catalogue does not have is left out. */
export function actionsNamed(names: Iterable<string>): Bits {
  const bits = emptyBits(ACTION_COUNT)
  for (const name of names) {
    const id = actionId(name)
    if (id !== undefined) setBit(bits, id)
  }
  return bits
}

export function actionFacts(id: number): ActionFacts {
  const prefix = prefixOf(id)
  const { service, groupOf } = entries.get(prefix)!.read()
  const group = groupOf[id - service.first]!
  return {
    id,
    name: `${prefix}:${service.names[id - service.first]}`,
    service,
    level: group.level,
    types: group.types.map(({ at, required }) => ({ type: service.resourceTypes[at]!, required })),
  }
}

/** `iam:PassRole` of its number. */
export function actionName(id: number): string {
  const prefix = prefixOf(id)
  const { service } = entries.get(prefix)!.read()
  return `${prefix}:${service.names[id - service.first]}`
}

/** The service prefix of an action's number. */
export function prefixOf(id: number): string {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= id) low = middle
    else high = middle - 1
  }
  return SERVICE_PREFIXES[low]!
}

/** The number of a service's first action. */
export function firstAction(prefix: string): number {
  return entries.get(prefix)?.first ?? -1
}

/** Every action of a service; the empty set for an unknown one. */
export function serviceActions(prefix: string): Bits {
  return entries.get(prefix)?.all() ?? NO_ACTIONS
}

/** Every action of one access level. */
export function levelActions(level: AccessLevel): Bits {
  return byLevel().get(level)!
}

const byLevel = lazy((): ReadonlyMap<AccessLevel, Bits> => {
  const found = new Map(Object.values(LEVELS).map((level) => [level, emptyBits(ACTION_COUNT)]))
  for (const { first, read } of entries.values()) {
    read().groupOf.forEach((group, at) => {
      setBit(found.get(group.level)!, first + at)
    })
  }
  return found
})

/**
 * The actions that a pattern of `Action` or `NotAction` stands for: any case, `*` and `?` in the name, `*` for all.
 * A pattern that stands for nothing gives the empty set: the action is new, retired or misspelt.
 */
export function expandAction(pattern: string, unit: Analysis, rounding: Rounding = 'up'): Bits {
  return expandActions([pattern], unit, rounding)
}

/** Where a set is too costly to work out it may be too large, or too small. */
export type Rounding = 'up' | 'down'

/** What several patterns stand for together. */
export function expandActions(patterns: readonly string[], unit: Analysis, rounding: Rounding = 'up'): Bits {
  if (patterns.length === 0) return NO_ACTIONS
  const wanted = patterns.map((pattern) => pattern.toLowerCase())
  if (wanted.some((pattern) => pattern === '*' || pattern === '*:*')) return ALL_ACTIONS
  const bits = emptyBits(ACTION_COUNT)
  for (const pattern of wanted) addExpansion(bits, pattern, unit, rounding)
  return bits
}

/** Is the action with this number among those that the pattern stands for? */
export function isNamedBy(pattern: string, id: number): boolean {
  const prefix = prefixOf(id)
  const { lower, service } = entries.get(prefix)!.read()
  const colon = pattern.indexOf(':')
  if (colon === -1) return pattern === '*'
  const name = pattern.slice(colon + 1).toLowerCase()
  return matches(pattern.slice(0, colon).toLowerCase(), prefix) && matches(name, lower[id - service.first]!)
}

/** Does the pattern stand for any action? */
export function isKnownAction(pattern: string, unit: Analysis): boolean {
  return hasWildcard(pattern) ? !isEmpty(expandAction(pattern, unit)) : actionId(pattern) !== undefined
}

/** Resource types by the service part of their ARNs, which is not always the service of the action. */
export const typesByArnService = lazy((): ReadonlyMap<string, readonly ResourceType[]> => {
  const found = new Map<string, ResourceType[]>()
  for (const { read } of entries.values()) {
    for (const type of read().service.resourceTypes) {
      for (const part of new Set(type.formats.map((format) => format.split(':')[2]!))) {
        const key = part.includes('$') ? '*' : part
        const list = found.get(key)
        if (list) list.push(type)
        else found.set(key, [type])
      }
    }
  }
  return found
})

function addExpansion(bits: Bits, pattern: string, unit: Analysis, rounding: Rounding): void {
  const colon = pattern.indexOf(':')
  if (colon === -1) return
  const service = pattern.slice(0, colon)
  const name = canonical(pattern.slice(colon + 1))
  if (!hasWildcard(service)) addInService(bits, service, name)
  // Going through every action there is: beyond many such patterns in one unit, the name is not looked at.
  else if (unit.affords('actions of any service', pattern, MOST_SEARCHES)) addAll(bits, search(service, name, unit))
  else if (rounding === 'up') addAll(bits, search(service, '*', unit))
}

/** Policies have few patterns with a wildcard in the name of the service, hostile ones thousands. */
const MOST_SEARCHES = 200

function search(service: string, name: string, { session }: Analysis): Bits {
  return session.recall('actions of any service', `${service}:${name}`, () => {
    const bits = emptyBits(ACTION_COUNT)
    for (const prefix of SERVICE_PREFIXES) if (matches(service, prefix)) addInService(bits, prefix, name)
    return bits
  })
}

function addInService(bits: Bits, prefix: string, name: string): void {
  const entry = entries.get(prefix)
  if (!entry) return
  const { first, count } = entry
  if (name === '*') {
    setRange(bits, first, first + count)
    return
  }
  const { lower, byName } = entry.read()
  if (!hasWildcard(name)) {
    const at = byName.get(name)
    if (at !== undefined) setBit(bits, first + at)
    return
  }
  if (name.length > LONGEST_PATTERN) return
  const stem = name.slice(0, -1)
  const isPrefix = name.endsWith('*') && !hasWildcard(stem)
  for (let at = 0; at < count; at++) {
    if (isPrefix ? lower[at]!.startsWith(stem) : matches(name, lower[at]!)) setBit(bits, first + at)
  }
}

/** No action has a name of half as many letters, each of them beside at most one `*`. */
const LONGEST_PATTERN = 200

function read(line: string, prefix: string, first: number): Reading {
  const [, , typeText = '', actionText = ''] = line.split('\t')
  const names: string[] = []
  const groupOf: Group[] = []
  const groups: Group[] = []
  for (const part of actionText.split(';')) {
    const equals = part.indexOf('=')
    const group = readGroup(part.slice(0, equals))
    groups.push(group)
    for (const name of part.slice(equals + 1).split(',')) {
      names.push(name)
      groupOf.push(group)
    }
  }
  const actionsOf: number[][] = []
  groupOf.forEach((group, at) => {
    for (const type of group.types) (actionsOf[type.at] ??= []).push(first + at)
  })
  const resourceTypes = (typeText === '' ? [] : typeText.split(';')).map((part, at) => {
    const equals = part.indexOf('=')
    const formats = part.slice(equals + 1).split(',')
    const long = formats.map(longArn)
    return { name: part.slice(0, equals), formats: long, globs: long.map(globOf), actions: actionsOf[at] ?? [] }
  })
  const lower = names.map((name) => name.toLowerCase())
  return {
    service: { prefix, first, names, resourceTypes },
    groups,
    lower,
    groupOf,
    byName: new Map(lower.map((name, at) => [name, at])),
  }
}

function readGroup(text: string): Group {
  const types = text.slice(1)
  return {
    level: LEVELS[text[0]!]!,
    types: (types === '' ? [] : types.split(' ')).map((type) => ({
      at: Number.parseInt(type, 36),
      required: type.endsWith('!'),
    })),
  }
}

function longArn(short: string): string {
  return `arn:\${Partition}:${short.replace('@', '${Region}:${Account}')}`
}

function globOf(format: string): string {
  return format.replace(/\$\{[^{}]*\}/g, '*')
}
