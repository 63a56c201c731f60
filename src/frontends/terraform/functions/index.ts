import type { Span } from '../../../core/source.ts'
import type { Expression } from '../../../languages/hcl/syntax.ts'
import { type Scope, spanIn } from '../scope.ts'
import {
  booleanOf,
  type Evaluated,
  failure,
  isEmpty,
  MOST_ALTERNATIVES,
  marked,
  marksOf,
  oneOf,
  unknown,
  withTraces,
} from '../value.ts'
import type { FunctionTable, TerraformFunction } from './call.ts'
import { COLLECTION_FUNCTIONS } from './collections.ts'
import { CONVERSION_FUNCTIONS } from './conversions.ts'
import { ENCODING_FUNCTIONS } from './encoding.ts'
import { FILE_FUNCTIONS } from './files.ts'
import { NUMBER_FUNCTIONS } from './numbers.ts'
import { PATTERN_FUNCTIONS } from './patterns.ts'
import { SET_FUNCTIONS } from './sets.ts'
import { OPEN_STRING_FUNCTIONS, STRING_FUNCTIONS } from './strings.ts'
import { TERRAGRUNT_FUNCTIONS } from './terragrunt.ts'

/**
 * Terraform's functions, https://developer.hashicorp.com/terraform/language/functions. Those that need the clock,
 * chance or a hash give an unknown.
 */
export function callFunction(call: Expression & { kind: 'call' }, scope: Scope): Evaluated {
  const name = call.name.replace(/^core::/, '')
  const span = spanIn(scope, call)
  if (name === 'try') return firstThatWorks(call.items, scope, span)
  if (name === 'can') {
    const value = call.items[0] ? scope.run.evaluate(call.items[0], scope) : failure(span)
    if (value.failed || value.absent) return booleanOf(false, span)
    return value.kind === 'unknown' && !value.attribute ? unknown(span) : booleanOf(true, span)
  }
  const args = argumentsOf(call, scope)
  const strict = STRICT.get(name)
  if (strict) return distribute(args, span, (chosen) => applyStrict(strict, chosen, span, scope))
  const tolerant = TOLERANT.get(name)
  if (tolerant) return distribute(args, span, (chosen) => applyTolerant(tolerant, chosen, span, scope))
  return marked(unknown(span, `${name}()`), marksOf(...args))
}

/** Functions that make sense of unknown arguments themselves; the others take only known ones. */
const TOLERANT = tableOf(
  ENCODING_FUNCTIONS,
  FILE_FUNCTIONS,
  TERRAGRUNT_FUNCTIONS,
  CONVERSION_FUNCTIONS,
  COLLECTION_FUNCTIONS,
  OPEN_STRING_FUNCTIONS,
)
const STRICT = tableOf(STRING_FUNCTIONS, PATTERN_FUNCTIONS, NUMBER_FUNCTIONS, SET_FUNCTIONS)

function tableOf(...tables: readonly FunctionTable[]): Map<string, TerraformFunction> {
  return new Map(tables.flatMap((table) => Object.entries(table)))
}

function applyStrict(apply: TerraformFunction, args: readonly Evaluated[], span: Span, scope: Scope): Evaluated {
  const marks = marksOf(...args)
  if (args.some((arg) => arg.failed)) return failure(span)
  if (args.some((arg) => arg.kind === 'unknown')) return marked(unknown(span), marks)
  return marked(apply({ args, span, scope }) ?? unknown(span), marks)
}

function applyTolerant(apply: TerraformFunction, args: readonly Evaluated[], span: Span, scope: Scope): Evaluated {
  if (args.some((arg) => arg.failed)) return failure(span)
  return marked(apply({ args, span, scope }) ?? unknown(span), marksOf(...args))
}

/** Applies to every combination of alternatives among the arguments, when these are few. */
function distribute(
  args: readonly Evaluated[],
  span: Span,
  apply: (args: readonly Evaluated[]) => Evaluated,
): Evaluated {
  let combinations: (readonly Evaluated[])[] = [args]
  for (const [index, arg] of args.entries()) {
    const choices = arg.kind === 'unknown' ? ((arg.maybe ?? []) as readonly Evaluated[]) : []
    if (choices.length === 0) continue
    if (choices.length * combinations.length > MOST_ALTERNATIVES) return apply(args)
    combinations = combinations.flatMap((chosen) => choices.map((choice) => chosen.with(index, choice)))
  }
  return combinations.length === 1 ? apply(combinations[0]!) : oneOf(combinations.map(apply), span)
}

function argumentsOf(call: Expression & { kind: 'call' }, scope: Scope): Evaluated[] {
  const args = call.items.map((item) => scope.run.evaluate(item, scope))
  const last = args.at(-1)
  if (!call.expand || !last) return args
  args.pop()
  if (last.kind === 'list') return [...args, ...(last.items as readonly Evaluated[])]
  // An open list: as if its elements were given once, which is what the functions that take `...` can use.
  return [...args, last.each ?? withTraces(unknown(last.span, last.reference), spreadMarks(last))]
}

function spreadMarks(value: Evaluated): { marks?: Evaluated['marks'] } {
  return value.marks ? { marks: value.marks } : {}
}

/** `try`: the first that does not fail; of those that nothing is known about, all that may be it. */
function firstThatWorks(items: readonly Expression[], scope: Scope, span: Span): Evaluated {
  const possible: Evaluated[] = []
  let absent: Evaluated | undefined
  for (const item of items) {
    const value = scope.run.evaluate(item, scope)
    if (value.failed) continue
    if (value.absent) {
      absent ??= value
      continue
    }
    possible.push(value)
    const uncertain = value.kind === 'unknown' && !value.attribute && !value.maybe
    if (!uncertain) break
  }
  // What a resource would be that is not made by default, rather than an empty string in its place.
  if (absent && possible.every(isEmpty)) return absent
  if (possible.length === 0) return failure(span)
  return oneOf(possible, span)
}
