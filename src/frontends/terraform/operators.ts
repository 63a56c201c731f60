import type { Span } from '../../core/source.ts'
import { UNKNOWN } from '../../core/text.ts'
import {
  booleanOf,
  type Evaluated,
  failure,
  marked,
  marksOf,
  memberOf,
  numberOf,
  plainOf,
  textOf,
  unknown,
} from './value.ts'

/** `left operator right`; unknown unless both sides are, or one decides alone. */
export function binaryValue(operator: string, left: Evaluated, right: Evaluated, span: Span): Evaluated {
  return marked(decide(operator, left, right, span), marksOf(left, right))
}

function decide(operator: string, left: Evaluated, right: Evaluated, span: Span): Evaluated {
  if (left.failed || right.failed) return failure(span)
  switch (operator) {
    case '&&':
    case '||':
      return logical(operator === '||', left, right, span)
    case '==':
    case '!=': {
      const equal = equality(left, right)
      return equal === undefined ? unknown(span) : booleanOf(equal === (operator === '=='), span)
    }
    default: {
      const one = numberIn(left)
      const other = numberIn(right)
      if (one === undefined || other === undefined) {
        return left.kind === 'unknown' || right.kind === 'unknown' ? unknown(span) : failure(span)
      }
      return arithmetic(operator, one, other, span)
    }
  }
}

function arithmetic(operator: string, one: number, other: number, span: Span): Evaluated {
  switch (operator) {
    case '<':
      return booleanOf(one < other, span)
    case '>':
      return booleanOf(one > other, span)
    case '<=':
      return booleanOf(one <= other, span)
    case '>=':
      return booleanOf(one >= other, span)
    case '+':
      return numberOf(one + other, span)
    case '-':
      return numberOf(one - other, span)
    case '*':
      return numberOf(one * other, span)
    default:
      if (other === 0) return failure(span)
      return numberOf(operator === '/' ? one / other : one % other, span)
  }
}

/** `decisive` is the value of one side that settles the matter: true for `||`. */
function logical(decisive: boolean, left: Evaluated, right: Evaluated, span: Span): Evaluated {
  const one = booleanIn(left)
  const other = booleanIn(right)
  if (one === decisive || other === decisive) return booleanOf(decisive, span)
  return one === undefined || other === undefined ? unknown(span) : booleanOf(!decisive, span)
}

export function unaryValue(operator: string, value: Evaluated, span: Span): Evaluated {
  if (value.failed) return failure(span)
  if (operator === '!') {
    const flag = booleanIn(value)
    return flag === undefined ? unknown(span) : booleanOf(!flag, span)
  }
  const number = numberIn(value)
  return number === undefined ? unknown(span) : numberOf(-number, span)
}

/** A boolean, also as the string Terraform converts; of alternatives, when all say the same. */
export function booleanIn(value: Evaluated): boolean | undefined {
  if (value.kind === 'boolean') return value.value
  if (value.kind === 'unknown' && value.maybe?.length) {
    const flags = new Set(value.maybe.map((choice) => booleanIn(choice as Evaluated)))
    return flags.size === 1 ? [...flags][0] : undefined
  }
  const text = plainOf(value)
  return text === 'true' ? true : text === 'false' ? false : undefined
}

export function numberIn(value: Evaluated | undefined): number | undefined {
  if (value?.kind === 'number') return value.value
  const text = plainOf(value)
  if (text === undefined || !/^-?\d{1,300}(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) return undefined
  return Number(text)
}

/** Are they equal? Undefined when that cannot be known. */
export function equality(left: Evaluated, right: Evaluated, depth = 0): boolean | undefined {
  if (left === right && left.kind !== 'unknown') return true
  if (depth > 10) return undefined
  // Resources and modules are there, whatever they are.
  if (left.attribute || right.attribute) return left.kind === 'null' || right.kind === 'null' ? false : undefined
  if (left.kind === 'unknown' || right.kind === 'unknown') return maybeEqual(left, right, depth)
  if (left.kind === 'null' || right.kind === 'null') return left.kind === right.kind
  if (left.kind === 'list' && right.kind === 'list') {
    if (left.items.length !== right.items.length) return false
    return every(
      left.items.map((item, index) => equality(item as Evaluated, right.items[index] as Evaluated, depth + 1)),
    )
  }
  if (left.kind === 'map' && right.kind === 'map') {
    if (left.entries.length !== right.entries.length) return false
    return every(
      left.entries.map((entry) => {
        const other = memberOf(right, entry.key)
        return other ? equality(entry.value as Evaluated, other, depth + 1) : false
      }),
    )
  }
  return textsEqual(textOf(left)?.value, textOf(right)?.value)
}

/** Of alternatives, when all compare the same way. */
function maybeEqual(left: Evaluated, right: Evaluated, depth: number): boolean | undefined {
  const [open, other] = left.kind === 'unknown' ? [left, right] : [right, left]
  if (open.kind !== 'unknown' || !open.maybe?.length || open.each) return undefined
  const answers = new Set(open.maybe.map((choice) => equality(choice as Evaluated, other, depth + 1)))
  return answers.size === 1 ? [...answers][0] : undefined
}

function textsEqual(one: string | undefined, other: string | undefined): boolean | undefined {
  if (one === undefined || other === undefined) return false
  if (!one.includes(UNKNOWN) && !other.includes(UNKNOWN)) return one === other
  // Something with a known part is not empty.
  if ((one === '' && other.length > 1) || (other === '' && one.length > 1)) return false
  return undefined
}

function every(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false
  return answers.includes(undefined) ? undefined : true
}
