import { type Bits, difference, emptyBits, hasBit, isEmpty, setBit, union } from '../aws/actions/bits.ts'
import {
  ACTION_COUNT,
  ALL_ACTIONS,
  actionFacts,
  expandActions,
  isNamedBy,
  NO_ACTIONS,
  prefixOf,
  type ResourceType,
  typesByArnService,
} from '../aws/actions/catalogue.ts'
import { arnsIntersect, contains, hasWildcard } from '../aws/wildcards.ts'
import type { Analysis } from '../core/analysis.ts'
import { lazy } from '../core/lazy.ts'
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
export function statementActions(statement: Statement, unit: Analysis): Bits {
  return unit.of(actionsOf, statement)
}

/** An Allow is taken wide and a Deny narrow, as ever. */
function actionsOf(statement: Statement, unit: Analysis): Bits {
  const denies = statement.effect.value.toLowerCase() === 'deny'
  const named = knownValues(statement.actions)
  const spared = knownValues(statement.notActions)
  const make = () => namedActions(statement, named, spared, denies, unit)
  const shape = `${denies} ${statement.actions.length > 0} ${statement.notActions.length > 0}`
  const key = `${shape} ${named.join(' ')} - ${spared.join(' ')}`
  // What a wildcard in the name of a service stands for hangs on how many of them the unit has.
  const isLocal = key.length > LONGEST_KEY || /[*?][^ :]*:/.test(key)
  return isLocal ? make() : unit.session.recall('actions of a statement', key, make)
}

/** The same few lists of actions come again and again. */
const LONGEST_KEY = 1000

function namedActions(
  { actions, notActions }: Statement,
  named: readonly string[],
  spared: readonly string[],
  denies: boolean,
  unit: Analysis,
): Bits {
  const bits = expandActions(named, unit, denies ? 'down' : 'up')
  // No statement has both: where one of them is unknown, it is the other one that stands there.
  if (notActions.length === 0 || (actions.length > 0 && spared.length === 0)) return bits
  const others = difference(ALL_ACTIONS, expandActions(spared, unit, denies ? 'up' : 'down'))
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

/** Also of an ARN: of what service it is nobody knows. */
const onlyUnknown = new RegExp(`^(?:arn:)?[\\s${UNKNOWN}:]*${UNKNOWN}[\\s${UNKNOWN}:]*$`)

/** Nothing of the value is known. */
export function isOpaque(pattern: string): boolean {
  return onlyUnknown.test(pattern)
}

const EVERYTHING = ['arn:aws:*:*:*:*', 'arn:aws-cn:*:*:*:*', 'arn:aws-us-gov:*:*:*:*']

/** `*`, `arn:aws:*` and their like. */
export function isStar(pattern: string): boolean {
  if (pattern === '*') return true
  if (!pattern.includes('*') || !/^[a*]/.test(pattern) || SAYS_MORE.test(pattern)) return false
  const anyPartition = pattern.replace(unknownPartition, 'arn:*:')
  return /^\*+$/.test(pattern) || EVERYTHING.some((arn) => contains(anyPartition, arn))
}

/** What none of EVERYTHING is written with: whatever names something ends here. */
const SAYS_MORE = new RegExp(`[^-:*?${UNKNOWN}arnwscguov]`)

const unknownPartition = new RegExp(`^arn:${UNKNOWN}+:`)

/** The actions that a pattern reaches at all (`some`), and those that it reaches wide. */
export interface PatternReach {
  readonly some: Bits
  readonly wide: Bits
}

export function patternReach(pattern: string, unit: Analysis): PatternReach {
  const service = serviceOfPattern(pattern, unit)
  if (service === 'unknown') return { some: allTyped(), wide: NO_ACTIONS }
  if (service === 'unsearched') return { some: allTyped(), wide: allTyped() }
  return unit.session.recall('reach', pattern, () => {
    const general = generalised(pattern)
    const reached = typesOf(pattern).filter(({ globs }) => globs.some((glob) => arnsIntersect(general, glob)))
    const swallowed = reached.filter(({ formats, globs }) =>
      globs.some((glob, at) => isVariable(formats[at]!) && contains(general, glob)),
    )
    return { some: actionsTaking(reached), wide: actionsTaking(swallowed) }
  })
}

/** Every action that accepts one of these types. */
function actionsTaking(types: readonly ResourceType[]): Bits {
  if (types.length === 0) return NO_ACTIONS
  const bits = emptyBits(ACTION_COUNT)
  for (const type of types) for (const id of type.actions) setBit(bits, id)
  return bits
}

/** Every action that takes a resource: what a pattern of an unknown service may reach. */
const allTyped = lazy(() => actionsTaking(everyType()))

/** May the pattern match a resource of this type? */
export function reachesType(pattern: string, type: ResourceType, unit: Analysis): boolean {
  if (isStar(pattern) || isOpaque(pattern) || serviceOfPattern(pattern, unit) !== 'known') return true
  return type.globs.some((glob) => arnsIntersect(generalised(pattern), glob))
}

export function reachOf(pattern: string, id: number, unit: Analysis): Reach {
  if (isStar(pattern)) return 'star'
  if (isOpaque(pattern)) return 'unknown'
  const { some, wide } = patternReach(pattern, unit)
  return hasBit(wide, id) ? 'wide' : hasBit(some, id) ? 'scoped' : 'none'
}

/**
 * The actions that a Deny on this pattern leaves nothing of: every format that the action accepts is swallowed, or one
 * that it always needs. Strict, where Allow is taken wide: an account or a Region that is named spares the others.
 */
export function wholeReach(pattern: string, unit: Analysis): Bits {
  if (isStar(pattern)) return ALL_ACTIONS
  if (pattern.includes(UNKNOWN) || !pattern.includes('*')) return NO_ACTIONS
  if (serviceOfPattern(pattern, unit) !== 'known') return NO_ACTIONS
  return unit.session.recall('whole reach', pattern, () => {
    const swallowedBy = (wide: string): Set<ResourceType> =>
      new Set(typesOf(pattern).filter(({ globs }) => globs.every((glob) => contains(wide, glob))))
    const inAccount = swallowedBy(strict(pattern))
    const anywhere = swallowedBy(anyPartition(pattern))
    const bits = emptyBits(ACTION_COUNT)
    for (const type of inAccount) {
      for (const id of type.actions) {
        const { types } = actionFacts(id)
        const swallowed = isAcrossAccounts(id) ? anywhere : inAccount
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

/** Roles of other accounts can be assumed; all else that is done with IAM's resources is done with the caller's own. */
const isAcrossAccounts = (id: number): boolean => prefixOf(id) === 'sts'

/** IAM's resources are of the caller's account. */
function strict(pattern: string): string {
  return anyPartition(pattern).replace(/^(arn:\*:iam::)\d{12}:/, '$1*:')
}

/**
 * `unknown`: not a service that is known here, so that every type may be reached. `unsearched`: the unit has too many
 * patterns with a wildcard there, so that whoever takes patterns wide must take every type for reached, and whoever takes
 * them narrow none.
 */
function serviceOfPattern(pattern: string, unit: Analysis): 'known' | 'unknown' | 'unsearched' {
  const service = pattern.split(':', 3)[2]
  if (!/^(arn|\*)/.test(pattern) || service?.includes(UNKNOWN)) return 'unknown'
  if (service !== undefined && !hasWildcard(service)) return 'known'
  // Going through every type there is: few patterns ask for that, hostile ones by the thousand.
  return unit.affords('resources of any service', pattern, MOST_SEARCHES) ? 'known' : 'unsearched'
}

const MOST_SEARCHES = 200

/** The types that a pattern of a known service may reach. */
function typesOf(pattern: string): readonly ResourceType[] {
  const service = pattern.split(':', 3)[2]
  if (service === undefined || hasWildcard(service)) return everyType()
  const byService = typesByArnService()
  return [...(byService.get(service) ?? []), ...(byService.get('*') ?? [])]
}

const everyType = lazy((): readonly ResourceType[] => [...typesByArnService().values()].flat())
