import type { Span } from './source.ts'
import { type MappedText, UNKNOWN, unknownName } from './text.ts'

/**
 * A value as a front end evaluated it, every leaf with its place. What cannot be known is an explicit `unknown`,
 * never absent and never clean; `maybe` holds the values it may take (both branches of an unknown condition).
 */
export type Value =
  | {
      readonly kind: 'string'
      readonly text: MappedText
      readonly span: Span
      /** The value that the text is the JSON of, where it was encoded in sight (`jsonencode`): no need to parse it. */
      readonly json?: Value
      /** What it stands for, when the text is only its likely form: the resource whose ARN it is. */
      readonly reference?: string
    }
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'null'; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly span: Span }
  | { readonly kind: 'map'; readonly entries: readonly Entry[]; readonly span: Span }
  | Unknown

/**
 * Maps and lists inside each other. Readers of languages go no deeper and tell it, so whoever walks a value that they made
 * leaves nothing out without a word.
 */
export const DEEPEST_VALUE = 400

export interface Unknown {
  readonly kind: 'unknown'
  readonly span: Span
  /** What it is that is not known: `var.bucket`, `data.aws_caller_identity.current.account_id`, `Ref Stage`. */
  readonly reference?: string
  /** The author declared it sensitive (`sensitive = true`, `NoEcho: true`). */
  readonly sensitive?: boolean
  readonly maybe?: readonly Value[]
}

export interface Entry {
  readonly key: string
  readonly keySpan: Span
  readonly value: Value
  /** What it is that is not known of the key. */
  readonly keyReference?: string
}

/** A string with its place: what rules read of a policy or an environment. */
export interface Leaf {
  /** May hold UNKNOWN characters; is just UNKNOWN when nothing at all is known. */
  readonly value: string
  readonly span: Span
  /** Where the value is written, when `span` is the place that takes it in: a variable's default, another file. */
  readonly origin?: Span
  /** What it is that is not known of it: `var.bucket`, `Ref Stage`. */
  readonly reference?: string
}

export const isWhollyUnknown = (leaf: Leaf): boolean => leaf.value === UNKNOWN

/** The entry of a map by its exact key; undefined for other kinds. The last one wins, as in JSON and YAML. */
export function member(value: Value | undefined, key: string): Value | undefined {
  if (value?.kind !== 'map') return undefined
  return value.entries.findLast((entry) => entry.key === key)?.value
}

/** A scalar as text with its place; lists, maps and null give undefined, an unknown gives UNKNOWN. */
export function leafOf(value: Value | undefined): Leaf | undefined {
  switch (value?.kind) {
    case 'string': {
      const origin = originOf(value.text, value.span)
      const reference = unknownName(value.text)
      return {
        value: value.text.value,
        span: value.span,
        ...(origin && { origin }),
        ...(reference !== undefined && { reference }),
      }
    }
    case 'number':
    case 'boolean':
      return { value: String(value.value), span: value.span }
    case 'unknown':
      return unknownLeaf(value)
    default:
      return undefined
  }
}

/** What is not known, by the name of what it is. */
export function unknownLeaf({ span, reference }: Pick<Unknown, 'span' | 'reference'>): Leaf {
  return { value: UNKNOWN, span, ...(reference !== undefined && { reference }) }
}

/** All that is not known of a scalar, of a list or of alternatives. */
export function unknownsIn(value: Value | undefined): readonly Leaf[] {
  if (value?.kind === 'list') return value.items.flatMap(unknownsIn)
  if (value?.kind !== 'unknown') return []
  return value.maybe?.length ? value.maybe.flatMap(unknownsIn) : [unknownLeaf(value)]
}

/** The first part of a text that is written outside of the place which takes it in. */
function originOf(text: MappedText, span: Span): Span | undefined {
  const outside = text.runs.find(
    (run) => run.length > 0 && (run.uri !== span.uri || run.end < span.start || run.start > span.end),
  )
  return outside && { uri: outside.uri, start: outside.start, end: outside.end }
}

/** The text of a scalar, when it is fully known. */
export function plainOf(value: Value | undefined): string | undefined {
  const leaf = value?.kind === 'unknown' ? undefined : leafOf(value)
  return leaf === undefined || leaf.value.includes(UNKNOWN) ? undefined : leaf.value
}
