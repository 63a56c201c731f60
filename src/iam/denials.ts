import { type Bits, difference, intersection, isEmpty, overlaps } from '../aws/actions/bits.ts'
import { ACTION_COUNT, ALL_ACTIONS, NO_ACTIONS, unionOf } from '../aws/actions/catalogue.ts'
import { arnsIntersect, contains, hasWildcard } from '../aws/wildcards.ts'
import type { Analysis } from '../core/analysis.ts'
import type { PolicyDocument, Statement } from '../core/policy.ts'
import { UNKNOWN } from '../core/text.ts'
import type { AllowEntry } from './allow-entries.ts'
import { alwaysHolds, implies } from './conditions.ts'
import { anyPartition, isStar, resourcePattern, statementActions, wholeReach } from './match.ts'

/** What is taken away whatever the request: by Deny statements whose conditions always hold. */
export interface Denials {
  /** On every resource. */
  readonly everywhere: Bits
  readonly some: readonly Deny[]
  /** The statements of those. */
  readonly partial: readonly Statement[]
  /** Deny statements that strike only under conditions: they mitigate, and take nothing away. */
  readonly conditional: readonly Statement[]
}

interface Deny {
  readonly bits: Bits
  /** What is denied. Empty with NotResource. */
  readonly patterns: readonly string[]
  /** With NotResource: all that is spared. */
  readonly spared: readonly string[]
}

/**
 * Hostile policies hold thousands of Denies against thousands of grants. Beyond these numbers a Deny is left out: then
 * more is told than is granted, never less.
 */
const MOST_DENIES = 1000
const MOST_PATTERNS = 1000
const MOST_SPARED = 200
const MOST_CONDITIONAL = 500
/** Deny statements of one document that count for another one of many. */
const MOST_AMONG_MANY = 100_000
/** Of holding patterns against each other, in characters times characters. */
const MOST_WORK = 200e6

export function denialsIn(document: PolicyDocument, unit: Analysis): Denials {
  const everywhere: Bits[] = []
  const some: Deny[] = []
  const partial: Statement[] = []
  const conditional: Statement[] = []
  for (const statement of document.statements) {
    if (statement.effect.value.toLowerCase() !== 'deny') continue
    if (!alwaysHolds(statement.conditions)) conditional.push(statement)
    else if (isSweeping(statement)) everywhere.push(statementActions(statement, unit))
    else if (some.length < MOST_DENIES) {
      some.push(...denyOf(statement, unit))
      partial.push(statement)
    }
  }
  return { everywhere: unionOf(everywhere), some, partial, conditional: conditional.slice(0, MOST_CONDITIONAL) }
}

/** Several documents' together. */
export function joinDenials(all: readonly Denials[]): Denials {
  const [first, ...others] = all
  if (first && others.length === 0) return first
  const most = Math.min(MOST_DENIES, Math.max(20, Math.floor(MOST_AMONG_MANY / Math.max(1, all.length))))
  return {
    everywhere: unionOf(all.map((one) => one.everywhere).filter((bits) => bits !== NO_ACTIONS)),
    some: all.flatMap((one) => one.some).slice(0, most),
    partial: all.flatMap((one) => one.partial).slice(0, MOST_CONDITIONAL),
    conditional: all.flatMap((one) => one.conditional).slice(0, MOST_CONDITIONAL),
  }
}

/** An unknown that may spare something makes a Deny worth nothing. */
const mayBeSpared = ({ notActions }: Statement): boolean => notActions.some((leaf) => leaf.value.includes(UNKNOWN))

function isSweeping(statement: Statement): boolean {
  if (statement.notResources.length > 0 || mayBeSpared(statement)) return false
  return statement.resources.some((leaf) => isStar(resourcePattern(leaf.value)))
}

function denyOf(statement: Statement, unit: Analysis): Deny[] {
  if (mayBeSpared(statement) || statement.notResources.length > MOST_SPARED) return []
  const bits = statementActions(statement, unit)
  if (statement.notResources.length > 0) {
    return [{ bits, patterns: [], spared: statement.notResources.map((leaf) => resourcePattern(leaf.value)) }]
  }
  const patterns = statement.resources.slice(0, MOST_PATTERNS).map((leaf) => resourcePattern(leaf.value))
  return patterns.length === 0 ? [] : [{ bits, patterns, spared: [] }]
}

/** What is left of the atoms. */
export function withoutDenied(
  allowEntries: readonly AllowEntry[],
  { everywhere, some }: Denials,
  unit: Analysis,
): readonly AllowEntry[] {
  let left =
    everywhere === NO_ACTIONS
      ? allowEntries
      : allowEntries.flatMap((allowEntry) => withBits(allowEntry, difference(allowEntry.bits, everywhere)))
  let work = 0
  for (const deny of some) {
    const struck = left.filter((allowEntry) => overlaps(allowEntry.bits, deny.bits))
    work += left.length * ACTION_COUNT * 0.03 + workOf(patternsOf(struck), [...deny.patterns, ...deny.spared])
    if (work > MOST_WORK) return left
    if (struck.length === 0) continue
    const next = left.flatMap((allowEntry) =>
      overlaps(allowEntry.bits, deny.bits) ? applyDeny(allowEntry, deny, unit) : allowEntry,
    )
    // What a Deny with NotResource spares multiplies.
    if (next.length <= Math.max(left.length, MOST_PATTERNS)) left = next
  }
  return left
}

/** Deny statements that are held against the conditions of each grant. */
const MOST_CONTRADICTING = 50

/** Less what is granted under conditions under which it is always denied. */
export function withoutContradicted(
  allowEntries: readonly AllowEntry[],
  { conditional }: Denials,
  unit: Analysis,
): readonly AllowEntry[] {
  const denies = conditional.slice(0, MOST_CONTRADICTING)
  if (denies.length === 0) return allowEntries
  return allowEntries.flatMap((allowEntry) => {
    const { conditions } = allowEntry.statement
    const striking = conditions.length === 0 ? [] : denies.filter((deny) => implies(conditions, deny.conditions))
    if (striking.length === 0) return [allowEntry]
    const everywhere = striking.filter(isSweeping).map((deny) => statementActions(deny, unit))
    const some = striking.filter((deny) => !isSweeping(deny)).flatMap((deny) => denyOf(deny, unit))
    return withoutDenied([allowEntry], { everywhere: unionOf(everywhere), some, partial: [], conditional: [] }, unit)
  })
}

/** What holding each of some patterns against each of others costs at worst. */
export function workOf(some: readonly string[], others: readonly string[]): number {
  const size = (patterns: readonly string[]): number => patterns.reduce((sum, pattern) => sum + pattern.length + 1, 0)
  const wild = [some, others].some((patterns) => patterns.some(hasWildcard))
  return wild ? size(some) * size(others) : some.length * others.length * 100
}

export const patternsOf = (allowEntries: readonly AllowEntry[]): string[] =>
  allowEntries.map((allowEntry) => allowEntry.pattern)

function applyDeny(allowEntry: AllowEntry, deny: Deny, unit: Analysis): AllowEntry[] {
  if (deny.spared.length > 0) {
    const struck = intersection(allowEntry.bits, deny.bits)
    const untouched = withBits(allowEntry, difference(allowEntry.bits, deny.bits))
    const spared = deny.spared.flatMap((pattern) => {
      const common = meet(allowEntry.pattern, pattern)
      return common === undefined ? [] : [{ ...allowEntry, pattern: common, bits: struck }]
    })
    return [...untouched, ...spared]
  }
  let bits = allowEntry.bits
  for (const pattern of deny.patterns) {
    const whole = contains(anyPartition(pattern), anyPartition(allowEntry.pattern))
      ? ALL_ACTIONS
      : wholeReach(pattern, unit)
    if (whole !== NO_ACTIONS) bits = difference(bits, intersection(deny.bits, whole))
  }
  return withBits(allowEntry, bits)
}

function withBits(allowEntry: AllowEntry, bits: Bits): AllowEntry[] {
  if (bits === allowEntry.bits) return [allowEntry]
  return isEmpty(bits) ? [] : [{ ...allowEntry, bits }]
}

/** What two patterns have in common, as one pattern; the first one when they only overlap. */
export function meet(a: string, b: string): string | undefined {
  if (contains(a, b)) return b
  if (contains(b, a)) return a
  return arnsIntersect(a, b) ? a : undefined
}
