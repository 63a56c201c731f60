import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser'
import { buildText } from '../../core/build-text.ts'
import type { Notification } from '../../core/finding.ts'
import { indexWithin } from '../../core/lines.ts'
import { limitReached, parseError } from '../../core/notice.ts'
import { locate, type MappedText, sliceText, UNKNOWN, unknownName } from '../../core/text.ts'
import { DEEPEST_VALUE, type Entry, type Value } from '../../core/value.ts'

export interface ReadValue {
  /** Undefined when there was nothing to read. */
  readonly value: Value | undefined
  readonly notifications: readonly Notification[]
}

/**
 * JSON, with comments and trailing commas forgiven, every leaf with its place; a string's span leaves out the quotes.
 * What is broken is left out and notified; nothing is thrown. An UNKNOWN outside of a string is an unknown value, or
 * in the place of a property an entry called UNKNOWN.
 */
export function jsonValue(text: MappedText): ReadValue {
  const collector = collect(text)
  const notifications: Notification[] = []
  const start = text.value.charCodeAt(0) === 0xfeff ? 1 : 0
  const source = start ? ` ${text.value.slice(1)}` : text.value
  const templated = source.includes(UNKNOWN)
  /** True, for what lies there is read all the same. */
  const tooDeep = (): boolean => {
    if (!notifications.some(({ unread }) => unread))
      notifications.push(limitReached(text, 0, 'JSON is nested too deep to be read whole', 'json-depth'))
    return true
  }
  try {
    visit(
      source,
      {
        onObjectBegin: (offset) => collector.open('map', offset) || tooDeep(),
        onArrayBegin: (offset) => collector.open('list', offset) || tooDeep(),
        onObjectEnd: (offset) => collector.close(offset + 1),
        onArrayEnd: (offset) => collector.close(offset + 1),
        onObjectProperty: (_, offset, length) => collector.key(offset, length),
        onLiteralValue: (value: unknown, offset, length) => collector.literal(value, offset, length),
        onError(code, offset, length) {
          if (code === INVALID_SYMBOL && source.slice(offset, offset + length).includes(UNKNOWN))
            collector.unknown(offset, length)
          else if (notifications.length === 0 && !templated) {
            notifications.push(parseError(text, offset, `JSON is not well formed: ${inWords(code)}`))
          }
        },
      },
      { allowTrailingComma: true },
    )
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    tooDeep()
  }
  return { value: collector.done(), notifications }
}

/** `ParseErrorCode.InvalidSymbol`, a const enum that erasable TypeScript cannot import as a value. */
const INVALID_SYMBOL = 1

interface Open {
  readonly kind: 'map' | 'list'
  readonly start: number
  readonly items: Value[]
  readonly entries: Entry[]
  key?: { name: string; from: number; to: number } | undefined
}

/** Builds values out of the visitor's calls; containers left open are closed at the end of the text. */
function collect(text: MappedText) {
  const stack: Open[] = []
  let root: Value | undefined

  function add(value: Value, from: number, to: number): void {
    const top = stack.at(-1)
    if (!top) root ??= value
    else if (top.kind === 'list') top.items.push(value)
    else {
      const key = top.key ?? { name: UNKNOWN, from, to }
      top.entries.push({ key: key.name, keySpan: locate(text, key.from, key.to), value })
      top.key = undefined
    }
  }
  function close(end: number): void {
    const open = stack.pop()
    if (!open) return
    const span = locate(text, open.start, end)
    const value: Value =
      open.kind === 'list' ? { kind: 'list', items: open.items, span } : { kind: 'map', entries: open.entries, span }
    add(value, open.start, end)
  }
  return {
    /** False where it lies deeper than values are walked. */
    open(kind: Open['kind'], start: number): boolean {
      stack.push({ kind, start, items: [], entries: [] })
      return stack.length <= DEEPEST_VALUE
    },
    close: (end: number) => close(Math.min(end, text.value.length)),
    key(offset: number, length: number): void {
      const top = stack.at(-1)
      const to = Math.max(offset + 1, offset + length - 1)
      if (top) top.key = { name: nameAt(text, offset, length), from: offset + 1, to }
    },
    literal(value: unknown, offset: number, length: number): void {
      add(literalAt(text, value, offset, length), offset, offset + length)
    },
    unknown(offset: number, length: number): void {
      const reference = unknownName(text, offset, offset + length)
      const span = locate(text, offset, offset + length)
      add({ kind: 'unknown', span, ...(reference !== undefined && { reference }) }, offset, offset + length)
    },
    done(): Value | undefined {
      while (stack.length > 0) close(text.value.length)
      return root
    },
  }
}

function literalAt(text: MappedText, value: unknown, offset: number, length: number): Value {
  if (typeof value === 'string') {
    return { kind: 'string', text: stringAt(text, offset, length), span: inside(text, offset, length) }
  }
  if (typeof value === 'number') return numberAt(text, value, offset, length)
  const span = locate(text, offset, offset + length)
  return typeof value === 'boolean' ? { kind: 'boolean', value, span } : { kind: 'null', span }
}

/** Numbers that a double cannot hold (long ids) stay as they are written. */
function numberAt(text: MappedText, value: number, offset: number, length: number): Value {
  const span = locate(text, offset, offset + length)
  const exact = Number.isSafeInteger(value) || String(value) === text.value.slice(offset, offset + length)
  return exact
    ? { kind: 'number', value, span }
    : { kind: 'string', text: sliceText(text, offset, offset + length), span }
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/** The same as a plain string: most texts are names, and most names are written as they read. */
function nameAt(text: MappedText, offset: number, length: number): string {
  const { from, to } = contents(text, offset, length)
  const plain = indexWithin(text.value, '\\', from, to) === -1
  return plain ? text.value.slice(from, to) : stringAt(text, offset, length).value
}

/** The string literal at `offset`, quotes included in `length`; every escape is mapped as one piece. */
function stringAt(text: MappedText, offset: number, length: number): MappedText {
  const { from, to } = contents(text, offset, length)
  const source = text.value
  let slash = indexWithin(source, '\\', from, to)
  if (slash === -1) return sliceText(text, from, to)
  const built = buildText(text)
  let at = from
  while (slash !== -1) {
    built.exact(at, slash)
    const code = source[slash + 1] ?? ''
    const hex = code === 'u' ? /^[0-9a-fA-F]{4}/.exec(source.slice(slash + 2, slash + 6))?.[0] : undefined
    at = Math.min(to, slash + (hex ? 6 : 2))
    built.piece(hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (ESCAPES[code] ?? code), slash, at)
    slash = indexWithin(source, '\\', at, to)
  }
  built.exact(at, to)
  return built.done()
}

function inside(text: MappedText, offset: number, length: number) {
  const { from, to } = contents(text, offset, length)
  return locate(text, from, to)
}

/** A string that its line's end cut off has no closing quote. */
function contents(text: MappedText, offset: number, length: number): { from: number; to: number } {
  const end = offset + length
  const closed = length > 1 && text.value[end - 1] === '"' && !endsInEscape(text.value, offset + 1, end - 1)
  return { from: offset + 1, to: closed ? end - 1 : Math.max(offset + 1, end) }
}

/** Is the character at `at` escaped: do an odd number of backslashes stand before it? */
function endsInEscape(source: string, from: number, at: number): boolean {
  let slashes = 0
  while (at - 1 - slashes >= from && source[at - 1 - slashes] === '\\') slashes++
  return slashes % 2 === 1
}

/** `CommaExpected` -> `comma expected`. */
function inWords(code: ParseErrorCode): string {
  return printParseErrorCode(code)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
}
