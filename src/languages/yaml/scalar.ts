import type { Scalar } from 'yaml'
import { buildText, derivedText, type TextBuilder } from '../../core/build-text.ts'
import { indexWithin } from '../../core/lines.ts'
import type { Span } from '../../core/source.ts'
import { locate, type MappedText, sliceText, UNKNOWN, unknownName } from '../../core/text.ts'
import type { Value } from '../../core/value.ts'

/** A scalar as it is read: `source` is what it says, `range` where it stands. */
export interface ReadScalar {
  readonly type?: Scalar['type']
  readonly source?: string | undefined
  readonly range?: readonly number[] | null | undefined
  /** It has a tag, so that it is a text, whatever it looks like. */
  readonly tagged?: boolean
}

/** The value of a scalar by YAML's core schema; a number only where it is written as one. */
export function scalarValue(text: MappedText, scalar: ReadScalar): Value {
  const { type, source = '', range } = scalar
  const [from = 0, to = 0] = range ?? []
  const span = trimmedPlace(text, from, to)
  if (type === 'PLAIN' && source === UNKNOWN) {
    const reference = unknownName(text, from, to)
    return { kind: 'unknown', span, ...(reference !== undefined && { reference }) }
  }
  if (type === 'PLAIN' && !scalar.tagged) {
    if (NULL.test(source)) return { kind: 'null', span }
    if (BOOLEAN.test(source)) return { kind: 'boolean', value: /^t/i.test(source), span }
    if (NUMBER.test(source) && String(Number(source)) === source) return { kind: 'number', value: Number(source), span }
  }
  const mapped = scalarText(text, scalar)
  return { kind: 'string', text: mapped, span: locate(mapped, 0, mapped.value.length) }
}

/** https://yaml.org/spec/1.2.2/#103-core-schema */
const NULL = /^(?:~|[Nn]ull|NULL)?$/
const BOOLEAN = /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/
/** An account id with a leading zero, a version `1.10`, a mode `0755` are no numbers to their readers. */
const NUMBER = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/

/** The place from `from` to `to`, without the white space at its end. */
export function trimmedPlace(text: MappedText, from: number, to: number): Span {
  let end = to
  while (end > from && /\s/.test(text.value[end - 1]!)) end--
  return locate(text, from, end)
}

/**
 * A YAML scalar's text, mapped through folding, quoting, chomping and indentation. The decoded value is the library's;
 * the mapping is worked out beside it and only used where both agree, else the whole value maps to the whole scalar.
 */
function scalarText(text: MappedText, scalar: ReadScalar): MappedText {
  const value = scalar.source ?? ''
  const [from = 0, to = 0] = scalar.range ?? []
  const quoted = scalar.type === 'QUOTE_SINGLE' || scalar.type === 'QUOTE_DOUBLE'
  const start = quoted ? from + 1 : from
  if (text.value.startsWith(value, start) && start + value.length + (quoted ? 1 : 0) === to) {
    return sliceText(text, start, start + value.length)
  }
  const mapped = mappedBy(scalar.type)?.(text, value, from, to)
  return mapped?.value === value ? mapped : derivedText(value, locate(text, from, to))
}

type Mapper = (text: MappedText, value: string, from: number, to: number) => MappedText | undefined

function mappedBy(type: Scalar['type']): Mapper | undefined {
  switch (type) {
    case 'BLOCK_LITERAL':
      return literalBlock
    case 'BLOCK_FOLDED':
      return (text, value, from, to) => folded(text, value, afterHeader(text, from, to), to)
    case 'QUOTE_SINGLE':
      return (text, value, from, to) => folded(text, value, from + 1, to - 1, true)
    case 'QUOTE_DOUBLE':
      return doubleQuoted
    case 'PLAIN':
      return folded
    default:
      return undefined
  }
}

/** Every line of a literal block is a line of its value, less the indentation. */
function literalBlock(text: MappedText, value: string, from: number, to: number): MappedText | undefined {
  const built = buildText(text)
  let raw = Math.min(afterHeader(text, from, to), to)
  let at = 0
  while (at < value.length) {
    const newline = indexWithin(text.value, '\n', raw, to)
    const rawEnd = newline === -1 ? to : newline
    const valueEnd = value.indexOf('\n', at) === -1 ? value.length : value.indexOf('\n', at)
    const line = value.slice(at, valueEnd)
    const contentEnd = text.value[rawEnd - 1] === '\r' && rawEnd > raw ? rawEnd - 1 : rawEnd
    const contentStart = contentEnd - line.length
    if (contentStart < raw || !text.value.startsWith(line, contentStart)) return undefined
    built.exact(contentStart, contentEnd)
    if (valueEnd < value.length) built.piece('\n', rawEnd, Math.min(rawEnd + 1, to))
    at = valueEnd + 1
    raw = Math.min(rawEnd + 1, to)
  }
  return built.done()
}

const SPACE = /[ \t\r\n]*/y

/**
 * Folding changes white space only: the words of every line stand in the value as they are, and each gap maps as one
 * piece. In single quotes a doubled quote is one.
 */
function folded(text: MappedText, value: string, from: number, to: number, single = false): MappedText | undefined {
  const built = buildText(text)
  let at = 0
  let raw = from
  while (raw < to) {
    const gap = matchAt(SPACE, value, at)
    const rawGap = Math.min(matchAt(SPACE, text.value, raw), to - raw)
    if (value.slice(at, at + gap) === text.value.slice(raw, raw + rawGap)) built.exact(raw, raw + rawGap)
    else built.piece(value.slice(at, at + gap), raw, raw + rawGap)
    at += gap
    raw += rawGap
    const length = wordsLength(text.value, raw, to)
    at += single ? singleQuoted(built, text.value, raw, raw + length) : length
    if (!single) built.exact(raw, raw + length)
    raw += length
    if (length === 0 && rawGap === 0) break
  }
  return built.done()
}

/** Up to the end of the line, without the white space there. */
function wordsLength(source: string, from: number, to: number): number {
  const newline = indexWithin(source, '\n', from, to)
  return trimmedEnd(source, from, newline === -1 ? to : newline) - from
}

function trimmedEnd(source: string, from: number, to: number): number {
  let end = to
  while (end > from && ' \t\r'.includes(source[end - 1]!)) end--
  return end
}

/** Copies `from` to `to` with `''` as one quote; returns how long that is. */
function singleQuoted(built: TextBuilder, source: string, from: number, to: number): number {
  let length = to - from
  let at = from
  for (let quote = indexWithin(source, "''", at, to); quote !== -1; quote = indexWithin(source, "''", at, to)) {
    built.exact(at, quote)
    built.piece("'", quote, quote + 2)
    at = quote + 2
    length--
  }
  built.exact(at, to)
  return length
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
}

const HEX_LENGTH: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }
const FOLD = /[ \t]*(?:\r?\n[ \t]*)+/y
const ESCAPED_LINE = /\r?\n[ \t]*/y

function doubleQuoted(text: MappedText, _: string, from: number, to: number): MappedText | undefined {
  const source = text.value
  const end = to - 1
  const special = /[\\\n]/g
  const built = buildText(text)
  let at = from + 1
  while (at < end) {
    special.lastIndex = at
    const next = Math.min(special.exec(source)?.index ?? end, end)
    const fold = next < end && source[next] === '\n'
    const kept = fold ? trimmedEnd(source, at, next) : next
    built.exact(at, kept)
    if (next === end) break
    at = kept + (fold ? foldAt(built, source, kept) : escapeAt(built, source, next))
  }
  return built.done()
}

/** One line break is a space, more of them are one less. */
function foldAt(built: TextBuilder, source: string, at: number): number {
  const length = matchAt(FOLD, source, at)
  const breaks = source.slice(at, at + length).split('\n').length - 1
  built.piece(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), at, at + length)
  return Math.max(1, length)
}

function escapeAt(built: TextBuilder, source: string, at: number): number {
  const code = source[at + 1] ?? ''
  const line = matchAt(ESCAPED_LINE, source, at + 1)
  if (line > 0) return 1 + line
  const digits = HEX_LENGTH[code]
  if (digits === undefined) {
    built.piece(ESCAPES[code] ?? code, at, at + 2)
    return 2
  }
  const point = Number.parseInt(source.slice(at + 2, at + 2 + digits), 16)
  built.piece(point <= 0x10ffff ? String.fromCodePoint(point) : '', at, at + 2 + digits)
  return 2 + digits
}

/** Where a block scalar's first line begins: after `|-  # comment`. */
function afterHeader(text: MappedText, from: number, to: number): number {
  const newline = indexWithin(text.value, '\n', from, to)
  return newline === -1 ? to : newline + 1
}

function matchAt(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0].length ?? 0
}
