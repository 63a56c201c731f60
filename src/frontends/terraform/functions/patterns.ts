import { type MappedText, sliceText, UNKNOWN } from '../../../core/text.ts'
import { compileFinder, type Finder, type Match } from '../../../languages/patterns/pattern.ts'
import { spend } from '../scope.ts'
import { type Evaluated, failure, listOf, plainOf, stringOf, textOf } from '../value.ts'
import type { Call, FunctionTable } from './call.ts'

/** Functions that look for patterns. */
export const PATTERN_FUNCTIONS: FunctionTable = { regex, regexall }

export type Place = readonly [start: number, end: number]

/** Where the pattern matches; undefined when it is not followed. */
export function placesOf(pattern: string, value: string, call: Call): Place[] | undefined {
  return search(pattern, value, call)?.matches.map((match) => match[0]!)
}

function regex(call: Call): Evaluated | undefined {
  const found = allMatches(call)
  if (!found) return undefined
  return found[0] ?? failure(call.span)
}

function regexall(call: Call): Evaluated | undefined {
  const found = allMatches(call)
  return found && listOf(found, call.span)
}

function allMatches(call: Call): Evaluated[] | undefined {
  const source = plainOf(call.args[0])
  const text = call.args[1] && textOf(call.args[1])
  if (source === undefined || !text || text.value.includes(UNKNOWN)) return undefined
  const found = search(source, text.value, call)
  if (!found) return undefined
  return found.matches.map((match) => matchValue(match, found.finder.groups, text, call))
}

/** The match; its groups as a list, or a map when they have names. */
function matchValue(match: Match, names: Finder['groups'], text: MappedText, { span }: Call): Evaluated {
  const piece = (place: Match[number]): Evaluated =>
    place ? stringOf(sliceText(text, place[0], place[1]), span) : { kind: 'null', span }
  if (names.some((name) => name !== undefined)) {
    const entries = names.flatMap((key, at) => (key ? { key, keySpan: span, value: piece(match[at + 1]) } : []))
    return { kind: 'map', entries, span }
  }
  if (names.length > 0)
    return listOf(
      names.map((_, at) => piece(match[at + 1])),
      span,
    )
  return piece(match[0])
}

const MOST_STEPS = 2_000_000

/** All matches; undefined when the pattern is not followed, or when there is too much to do. */
function search(source: string, value: string, call: Call): { finder: Finder; matches: Match[] } | undefined {
  const budget = { steps: MOST_STEPS }
  try {
    const finder = compileFinder(source)
    const matches = finder.findAll(value, budget)
    const isPaid = spend(call.scope.run, MOST_STEPS - budget.steps)
    return matches && isPaid ? { finder, matches } : undefined
  } catch {
    return undefined
  }
}
