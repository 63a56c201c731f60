import { type Bits, difference, emptyBits, hasBit, isEmpty, setBit, union } from '../aws/actions/bits.ts'
import {
  ACTION_COUNT,
  ALL_ACTIONS,
  actionFacts,
  expandActions,
  isNamedBy,
  NO_ACTIONS,
  type ResourceType,
  typesByArnService,
} from '../aws/actions/catalogue.ts'
import { arnsIntersect, contains, hasWildcard } from '../aws/wildcards.ts'
import type { Statement } from '../core/policy.ts'
import { UNKNOWN } from '../core/text.ts'
import type { Leaf } from '../core/value.ts'

/**
 * How far a resource pattern reaches for one action, least first. `unknown`: the whole value is not known here.
 * `wide`: it swallows every variable part of an ARN format that the action accepts: `arn:aws:iam::111122223333:role/*`
 * is every role, `arn:aws:s3:::bucket/*` is not every object. `star`: everything there is.
 */
export type Reach = 'none' | 'scoped' | 'unknown' | 'wide' | 'star'

/** What a statement's Action and NotAction stand for. An unknown action stands for none that could be named. */
export function statementActions(statement: Statement): Bits {
  const denies = statement.effect.value.toLowerCase() === 'deny'
  const named = knownValues(statement.actions)
  const spared = knownValues(statement.notActions)
  const shape = `${denies} ${statement.actions.length > 0} ${statement.notActions.length > 0}`
  const key = `${shape} ${named.join(' ')} - ${spared.join(' ')}`
  if (key.length > LONGEST_KEY) return actionsOf(statement, named, spared, denies)
  return remember(sets, key, () => actionsOf(statement, named, spared, denies))
}

/** The same few lists of actions come again and again. */
const LONGEST_KEY = 1000
const sets = new Map<string, Bits>()

/** An Allow is taken wide and a Deny narrow, as ever. */
function actionsOf(
  { actions, notActions }: Statement,
  named: readonly string[],
  spared: readonly string[],
  denies: boolean,
): Bits {
  const bits = expandActions(named, denies ? 'down' : 'up')
  // No statement has both: where one of them is unknown, it is the other one that stands there.
  if (notActions.length === 0 || (actions.length > 0 && spared.length === 0)) return bits
  const others = difference(ALL_ACTIONS, expandActions(spared, denies ? 'up' : 'down'))
  return actions.length === 0 ? others : union(others, bits)
}

function knownValues(leaves: readonly Leaf[]): string[] {
  return leaves.map((leaf) => leaf.value).filter((value) => !value.includes(UNKNOWN))
}

/** The leaf of Action that gives the action with this number, the most exact one; else the first of NotAction. */
export function writtenAction(statement: Statement, id: number): Leaf | undefined {
  let found: Leaf | undefined
  for (const leaf of statement.actions) {
    if (leaf.value.includes(UNKNOWN) || !isNamedBy(leaf.value, id)) continue
    if (!hasWildcard(leaf.value)) return leaf
    if (!found || leaf.value.length > found.value.length) found = leaf
  }
  return found ?? statement.notActions[0]
}

/**
 * A resource pattern ready for matching: policy variables (`${aws:username}`) become opaque names, as unknowns are.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function resourcePattern(value: string): string {
  return value.includes('${') ? value.replace(/\$\{[^{}]*\}/g, UNKNOWN) : value
}

const onlyUnknown = new RegExp(`^[\\s${UNKNOWN}]+$`)

/** Nothing of the value is known. */
export function isOpaque(pattern: string): boolean {
  return onlyUnknown.test(pattern)
}

const EVERYTHING = ['arn:aws:*:*:*:*', 'arn:aws-cn:*:*:*:*', 'arn:aws-us-gov:*:*:*:*']

/** `*`, `arn:aws:*` and their like. */
export function isStar(pattern: string): boolean {
  if (pattern === '*') return true
  if (!pattern.includes('*') || !/^[a*]/.test(pattern)) return false
  return remember(stars, pattern, () => {
    const anyPartition = pattern.replace(unknownPartition, 'arn:*:')
    return /^\*+$/.test(pattern) || EVERYTHING.some((arn) => contains(anyPartition, arn))
  })
}

const unknownPartition = new RegExp(`^arn:${UNKNOWN}+:`)

/** The actions that a pattern reaches at all (`some`), and those that it reaches wide. */
export interface PatternReach {
  readonly some: Bits
  readonly wide: Bits
}

export function patternReach(pattern: string): PatternReach {
  return remember(reaches, pattern, () => {
    const { types, service } = candidateTypes(pattern)
    if (service === 'unknown') return { some: allTyped(), wide: NO_ACTIONS }
    if (service === 'unsearched') return { some: allTyped(), wide: allTyped() }
    const general = generalised(pattern)
    const reached = types.filter((type) => type.formats.some((format) => arnsIntersect(general, globOf(format))))
    const swallowed = reached.filter((type) =>
      type.formats.some((format) => isVariable(format) && contains(general, globOf(format))),
    )
    return { some: actionsTaking(reached), wide: actionsTaking(swallowed) }
  })
}

/** Every action that accepts one of these types: the same few types come together again and again. */
function actionsTaking(types: readonly ResourceType[]): Bits {
  if (types.length === 0) return NO_ACTIONS
  numbers ??= new Map(everyType().map((type, at) => [type, at]))
  const key = types.map((type) => numbers!.get(type)).join(' ')
  return remember(combinations, key, () => {
    const bits = emptyBits(ACTION_COUNT)
    for (const type of types) for (const id of type.actions) setBit(bits, id)
    return bits
  })
}

let numbers: ReadonlyMap<ResourceType, number> | undefined

/** Every action that takes a resource: what a pattern of an unknown service may reach. */
function allTyped(): Bits {
  typed ??= actionsTaking(everyType())
  return typed
}

let typed: Bits | undefined

/** May the pattern match a resource of this type? */
export function reachesType(pattern: string, type: ResourceType): boolean {
  if (isStar(pattern) || isOpaque(pattern) || candidateTypes(pattern).service !== 'known') return true
  return type.formats.some((format) => arnsIntersect(generalised(pattern), globOf(format)))
}

export function reachOf(pattern: string, id: number): Reach {
  if (isStar(pattern)) return 'star'
  if (isOpaque(pattern)) return 'unknown'
  const { some, wide } = patternReach(pattern)
  return hasBit(wide, id) ? 'wide' : hasBit(some, id) ? 'scoped' : 'none'
}

/**
 * The actions that a Deny on this pattern leaves nothing of: every format that the action accepts is swallowed, or one
 * that it always needs. Strict, where Allow is taken wide: an account or a Region that is named spares the others.
 */
export function wholeReach(pattern: string): Bits {
  if (isStar(pattern)) return ALL_ACTIONS
  if (pattern.includes(UNKNOWN) || !pattern.includes('*')) return NO_ACTIONS
  return remember(wholes, pattern, () => {
    const { types: candidates, service } = candidateTypes(pattern)
    if (service !== 'known') return NO_ACTIONS
    const swallowed = new Set(
      candidates.filter((type) => type.formats.every((format) => contains(strict(pattern), globOf(format)))),
    )
    const bits = emptyBits(ACTION_COUNT)
    for (const type of swallowed) {
      for (const id of type.actions) {
        const { types } = actionFacts(id)
        if (
          types.some((one) => one.required && swallowed.has(one.type)) ||
          types.every((one) => swallowed.has(one.type))
        )
          setBit(bits, id)
      }
    }
    return isEmpty(bits) ? NO_ACTIONS : bits
  })
}

/** One account lives in one partition, so the partition tells nothing apart. */
export function anyPartition(pattern: string): string {
  return pattern.replace(/^arn:[^:*?]*:/, 'arn:*:')
}

/** An ARN format with its variables as `*`. */
function globOf(format: string): string {
  const known = globs.get(format)
  if (known) return known
  const glob = format.replace(/\$\{[^{}]*\}/g, '*')
  globs.set(format, glob)
  return glob
}

const globs = new Map<string, string>()

/** `catalog` of Glue is one of a kind: naming it cannot be done any narrower. */
function isVariable(format: string): boolean {
  return format.split(':').slice(5).join(':').includes('${')
}

/** The pattern as far as it can reach within one account: partition, Region and account do not narrow it. */
function generalised(pattern: string): string {
  const parts = pattern.split(':')
  if (parts.length < 6) return anyPartition(pattern)
  const [, , service, region, account, ...resource] = parts
  return `arn:*:${service}:${region && '*'}:${account === 'aws' ? 'aws' : account && '*'}:${resource.join(':')}`
}

/** IAM's resources are always of the caller's account. */
function strict(pattern: string): string {
  return anyPartition(pattern).replace(/^(arn:\*:iam::)\d{12}:/, '$1*:')
}

interface Candidates {
  readonly types: readonly ResourceType[]
  /**
   * `unknown`: not a service that is known here, so that every type may be reached. `unsearched`: there were too many
   * such patterns, so that whoever takes patterns wide must take every type for reached, and whoever takes them narrow none.
   */
  readonly service: 'known' | 'unknown' | 'unsearched'
}

function candidateTypes(pattern: string): Candidates {
  const byService = typesByArnService()
  const service = pattern.split(':', 3)[2]
  if (!/^(arn|\*)/.test(pattern) || service?.includes(UNKNOWN)) return { types: everyType(), service: 'unknown' }
  if (service === undefined || hasWildcard(service)) {
    return { types: everyType(), service: isSearched(pattern) ? 'known' : 'unsearched' }
  }
  return { types: [...(byService.get(service) ?? []), ...(byService.get('*') ?? [])], service: 'known' }
}

/** A wildcard in the service goes through every type there is: few do, hostile ones by the thousand. */
function isSearched(pattern: string): boolean {
  if (searched.size < MOST_SEARCHES) searched.add(pattern)
  return searched.has(pattern)
}

const MOST_SEARCHES = 200
const searched = new Set<string>()

function everyType(): readonly ResourceType[] {
  types ??= [...typesByArnService().values()].flat()
  return types
}

let types: readonly ResourceType[] | undefined

/** Hostile inputs bring ever new patterns, so the memory is bounded. */
const MOST_REMEMBERED = 2048
const reaches = new Map<string, PatternReach>()
const combinations = new Map<string, Bits>()
const wholes = new Map<string, Bits>()
const stars = new Map<string, boolean>()

function remember<T>(memory: Map<string, T>, key: string, make: () => T): T {
  const known = memory.get(key)
  if (known !== undefined) return known
  if (memory.size >= MOST_REMEMBERED) memory.clear()
  const made = make()
  memory.set(key, made)
  return made
}
