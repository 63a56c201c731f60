import type { Span } from '../../core/source.ts'
import { literalText, type MappedText, UNKNOWN, unknownText } from '../../core/text.ts'
import type { Entry, Value } from '../../core/value.ts'

export { plainOf } from '../../core/value.ts'

/**
 * A value while Terraform is evaluated: core's value and what can be told of it besides. All of it is optional, so a
 * plain `Value` is one too.
 */
export type Evaluated = Value & Traces

export interface Traces {
  readonly kind: string
  /** The address it came from: `module.app.aws_iam_policy.ci.arn`. Of strings, when the text is only its likely form. */
  readonly reference?: string
  /** Evaluating it fails in Terraform (no such index); `try` and `can` go by it. */
  readonly failed?: boolean
  /** Of a collection whose size is not known: what every element is like. */
  readonly each?: Evaluated
  /** Sensitive values that went into it. */
  readonly marks?: readonly Mark[]
  /** Of base64 text: what it encodes. */
  readonly decoded?: Evaluated
  /** It belongs to a resource that, going by the defaults, is not made: `try` and `coalesce` prefer what is. */
  readonly absent?: boolean
  /** Of resources and modules, which are `unknown` as a whole: their attributes, made when asked for, as used at `span`. */
  attribute?(name: string, span: Span): Evaluated | undefined
}

export interface Mark {
  readonly reference: string
  /** Where it was put in. */
  readonly span: Span
}

/** More alternatives than these are no longer told apart. */
export const MOST_ALTERNATIVES = 8

export function unknown(span: Span, reference?: string, traces: Partial<Traces> = {}): Evaluated {
  return { ...traces, kind: 'unknown', span, ...(reference !== undefined && { reference }) }
}

/** What Terraform would refuse: unknown to us, and passed over by `try`. */
export function failure(span: Span, reference?: string): Evaluated {
  return { kind: 'unknown', span, failed: true, ...(reference !== undefined && { reference }) }
}

export function stringOf(text: MappedText, span: Span, marks?: readonly Mark[]): Evaluated {
  return { kind: 'string', text, span, ...(marks && marks.length > 0 && { marks }) }
}

/** A string that is written nowhere in this form; all of it stands for the place `span`. */
export function madeString(value: string, span: Span, traces: Partial<Traces> = {}): Evaluated {
  return { ...traces, kind: 'string', text: made(value, span), span }
}

/** A text that stands nowhere: its place is never as long as itself, so that nobody takes it for a literal. */
function made(value: string, span: Span): MappedText {
  const taken = value.length === span.end - span.start && value.length > 0
  return literalText(value, taken ? { ...span, end: span.end - 1 } : span)
}

/** The key of a map as a value; it keeps the place where it is written. */
export function keyValue(key: string, place: Span): Evaluated {
  if (key === UNKNOWN) return unknown(place)
  return stringOf({ value: key, runs: [{ at: 0, length: key.length, ...place }] }, place)
}

export function numberOf(value: number, span: Span): Evaluated {
  return { kind: 'number', value, span }
}

export function booleanOf(value: boolean, span: Span): Evaluated {
  return { kind: 'boolean', value, span }
}

export function nullAt(span: Span): Evaluated {
  return { kind: 'null', span }
}

export function listOf(items: readonly Evaluated[], span: Span): Evaluated {
  return { kind: 'list', items, span }
}

export function mapOf(entries: readonly Entry[], span: Span): Evaluated {
  return { kind: 'map', entries, span }
}

export function entryOf(key: string, keySpan: Span, value: Evaluated): Entry {
  return { key, keySpan, value }
}

/** A string whose text is made when it is asked for: `jsonencode` and the like, mostly read as what they encode. */
export function lazyString(text: () => MappedText, span: Span, traces: Partial<Traces> & { json?: Value }): Evaluated {
  let made: MappedText | undefined
  return {
    ...traces,
    kind: 'string',
    span,
    get text() {
      made ??= text()
      return made
    },
  }
}

/** One of several values; equal ones once, alternatives of alternatives in one row. */
export function oneOf(values: readonly Evaluated[], span: Span, reference?: string): Evaluated {
  const flat = values.flatMap((value) =>
    value.kind === 'unknown' && value.maybe && !value.each ? (value.maybe as readonly Evaluated[]) : [value],
  )
  const different: Evaluated[] = []
  for (const value of flat) if (!different.some((other) => sameScalar(other, value))) different.push(value)
  if (different.length === 1) return different[0]!
  if (different.length > MOST_ALTERNATIVES) return unknown(span, reference)
  return { kind: 'unknown', span, maybe: different, ...(reference !== undefined && { reference }) }
}

/** A list of a size that is not known, every element like `each`: it may be empty, or hold it. */
export function someOf(each: Evaluated, span: Span, reference?: string): Evaluated {
  return {
    kind: 'unknown',
    span,
    each,
    maybe: [listOf([each], span), listOf([], span)],
    ...(reference !== undefined && { reference }),
  }
}

/** Alternatives of a value; itself when there is only one. */
export function alternativesOf(value: Evaluated): readonly Evaluated[] {
  return value.kind === 'unknown' && value.maybe?.length && !value.each
    ? (value.maybe as readonly Evaluated[])
    : [value]
}

/** The text of a scalar; undefined for collections, null and unknowns. Numbers and booleans map to their place as a whole. */
export function textOf(value: Evaluated): MappedText | undefined {
  switch (value.kind) {
    case 'string':
      return value.text
    case 'number':
    case 'boolean':
      return made(numberText(value.value), value.span)
    default:
      return undefined
  }
}

/** Terraform writes whole numbers in full. */
function numberText(value: number | boolean): string {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 1e21
    ? value.toFixed(0)
    : String(value)
}

/** A scalar as text; what is not known is one UNKNOWN. */
export function textOrUnknown(value: Evaluated): MappedText {
  return textOf(value) ?? unknownText(value.span, value.reference)
}

/** Does the value hold anything unknown, as far as one looks (lists and maps, a few levels)? */
export function isKnown(value: Evaluated, depth = 0): boolean {
  if (depth > 20) return false
  switch (value.kind) {
    case 'unknown':
      return false
    case 'string':
      return !value.text.value.includes(UNKNOWN)
    case 'list':
      return value.items.every((item) => isKnown(item as Evaluated, depth + 1))
    case 'map':
      return value.entries.every((entry) => isKnown(entry.value as Evaluated, depth + 1))
    default:
      return true
  }
}

function sameScalar(one: Evaluated, other: Evaluated): boolean {
  if (one === other) return true
  if (one.kind !== other.kind) return false
  if (one.kind === 'null') return true
  if ((one.kind === 'string' && one.json) || (other.kind === 'string' && other.json)) return false
  const left = textOf(one)?.value
  return left !== undefined && left === textOf(other)?.value
}

/** Marks of several values together. */
export function marksOf(...values: readonly (Evaluated | undefined)[]): readonly Mark[] | undefined {
  const marks = values.flatMap((value) => value?.marks ?? [])
  return marks.length > 0 ? marks : undefined
}

/** The same value, seen to hold sensitive ones. */
export function marked(value: Evaluated, marks: readonly Mark[] | undefined): Evaluated {
  if (!marks || marks.length === 0) return value
  return withTraces(value, { marks: [...(value.marks ?? []), ...marks] })
}

/** A copy with further traces; a lazy text stays lazy. */
export function withTraces(value: Evaluated, traces: Partial<Traces>): Evaluated {
  // Copying descriptors makes slow objects, and nearly no value has a text that is still to be made.
  if (!isLazy(value)) return { ...value, ...traces } as Evaluated
  return Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(value),
      ...Object.getOwnPropertyDescriptors(traces),
    },
  ) as Evaluated
}

function isLazy(value: Evaluated): boolean {
  return value.kind === 'string' && Object.getOwnPropertyDescriptor(value, 'text')?.get !== undefined
}

/** The same value where it is taken in; its text keeps the place where it is written. */
export function takenIn(value: Evaluated, span: Span): Evaluated {
  if (value.span === span || (value.kind === 'unknown' && (value.maybe || value.attribute))) return value
  return withTraces(value, { span } as object)
}

/** The value of a map by its key. */
export function memberOf(value: Evaluated | undefined, key: string): Evaluated | undefined {
  if (!value) return undefined
  if (value.attribute) return value.attribute(key, value.span)
  if (value.kind !== 'map') return undefined
  for (let index = value.entries.length - 1; index >= 0; index--) {
    if (value.entries[index]!.key === key) return value.entries[index]!.value as Evaluated
  }
  return undefined
}

/** Nothing: null, an empty string, list or map. */
export function isEmpty(value: Evaluated): boolean {
  switch (value.kind) {
    case 'null':
      return true
    case 'string':
      return !value.json && value.text.value === ''
    case 'list':
      return value.items.length === 0
    case 'map':
      return value.entries.length === 0
    default:
      return false
  }
}
