import { literalText, type MappedText, sliceText, UNKNOWN } from '../../../core/text.ts'
import { numberIn } from '../operators.ts'
import { jsonText } from '../render-json.ts'
import { joinTexts } from '../scope.ts'
import {
  booleanOf,
  type Evaluated,
  lazyString,
  listOf,
  mapOf,
  marksOf,
  plainOf,
  stringOf,
  textOf,
  textOrUnknown,
  unknown,
} from '../value.ts'
import type { Call, FunctionTable } from './call.ts'
import { type Place, placesOf } from './patterns.ts'

/** Functions on strings; what is left of a text keeps its place. */
export const STRING_FUNCTIONS: FunctionTable = {
  chomp: (call) => sliced(call, (value) => [0, value.length - /[\r\n]*$/.exec(tail(value))![0].length]),
  endswith: (call) => compared(call, (value, part) => value.endsWith(part)),
  startswith: (call) => compared(call, (value, part) => value.startsWith(part)),
  strcontains: (call) => compared(call, (value, part) => value.includes(part)),
  format,
  formatlist,
  indent,
  lower: (call) => cased(call, (value) => value.toLowerCase()),
  upper: (call) => cased(call, (value) => value.toUpperCase()),
  title: (call) => cased(call, (value) => value.replace(/(^|\s)(\S)/g, (_, gap, first) => gap + first.toUpperCase())),
  split,
  strrev: (call) => remade(call, (value) => [...value].reverse().join('')),
  substr,
  trim: (call) => trimmed(call, new Set(plainOf(call.args[1]) ?? '')),
  trimprefix: (call) => {
    const prefix = plainOf(call.args[1]) ?? ''
    return sliced(call, (value) => [value.startsWith(prefix) ? prefix.length : 0, value.length])
  },
  trimsuffix: (call) => {
    const suffix = plainOf(call.args[1]) ?? ''
    return sliced(call, (value) => [0, value.endsWith(suffix) ? value.length - suffix.length : value.length])
  },
  trimspace: (call) => trimmed(call, new Set(' \t\r\n')),
}

/** Functions on strings that make sense of an unknown argument. */
export const OPEN_STRING_FUNCTIONS: FunctionTable = { replace }

/** Parts that a text is split into, or replaced in it, at most. */
const MOST_PARTS = 20_000

/** No string has more line ends than this at its end. */
function tail(value: string): string {
  return value.slice(-1000)
}

function sliced(call: Call, bounds: (value: string) => [number, number]): Evaluated | undefined {
  const text = call.args[0] && textOf(call.args[0])
  if (!text) return undefined
  const [start, end] = bounds(text.value)
  return start === 0 && end === text.value.length
    ? call.args[0]
    : stringOf(sliceText(text, start, end), call.args[0]!.span)
}

function compared(call: Call, compare: (value: string, part: string) => boolean): Evaluated | undefined {
  const value = plainOf(call.args[0])
  const part = plainOf(call.args[1])
  return value === undefined || part === undefined ? undefined : booleanOf(compare(value, part), call.span)
}

/** Letters change, places don't. */
function cased(call: Call, change: (value: string) => string): Evaluated | undefined {
  const text = call.args[0] && textOf(call.args[0])
  if (!text) return undefined
  const value = change(text.value)
  return value.length === text.value.length
    ? stringOf({ value, runs: text.runs }, call.args[0]!.span)
    : stringOf(literalText(value, call.span), call.span)
}

function remade(call: Call, make: (value: string) => string): Evaluated | undefined {
  const text = call.args[0] && textOf(call.args[0])
  return text && stringOf(literalText(make(text.value), call.span), call.span)
}

function trimmed(call: Call, characters: ReadonlySet<string>): Evaluated | undefined {
  return sliced(call, (value) => {
    let start = 0
    let end = value.length
    while (start < end && characters.has(value[start]!)) start++
    while (end > start && characters.has(value[end - 1]!)) end--
    return [start, end]
  })
}

function substr(call: Call): Evaluated | undefined {
  const offset = numberIn(call.args[1])
  const length = numberIn(call.args[2])
  if (offset === undefined || length === undefined) return undefined
  return sliced(call, (value) => {
    const start = Math.min(offset < 0 ? Math.max(0, value.length + offset) : offset, value.length)
    return [start, length < 0 ? value.length : Math.min(start + length, value.length)]
  })
}

function indent(call: Call): Evaluated | undefined {
  const width = numberIn(call.args[0])
  const text = call.args[1] && textOf(call.args[1])
  if (width === undefined || !text || width < 0 || width > 200) return undefined
  const pieces: MappedText[] = []
  const pad = ' '.repeat(width)
  let from = 0
  for (let newline = text.value.indexOf('\n'); newline !== -1; newline = text.value.indexOf('\n', from)) {
    const line = sliceText(text, from, newline + 1)
    const last = line.runs.at(-1)!
    pieces.push(line, literalText(pad, { uri: last.uri, start: last.end, end: last.end }))
    from = newline + 1
  }
  pieces.push(sliceText(text, from))
  const indented = joinTexts(call.scope.run, pieces)
  return indented && stringOf(indented, call.args[1]!.span)
}

function split(call: Call): Evaluated | undefined {
  const separator = plainOf(call.args[0])
  const text = call.args[1] && textOf(call.args[1])
  if (separator === undefined || !text) return undefined
  if (text.value === UNKNOWN) return undefined
  const items: Evaluated[] = []
  let from = 0
  const parts = text.value === '' ? [] : text.value.split(separator, MOST_PARTS + 1)
  if (parts.length > MOST_PARTS) return undefined
  for (const part of parts) {
    const piece = sliceText(text, from, from + part.length)
    const place = piece.runs.length === 1 ? piece.runs[0]! : call.span
    items.push(stringOf(piece, { uri: place.uri, start: place.start, end: place.end }))
    from += part.length + separator.length
  }
  return listOf(items, call.span)
}

/**
 * Replaces a part, or a pattern in slashes; the replacement keeps its own place, an unknown one is UNKNOWN. In what
 * `jsonencode` made, every string is looked through, so that it stays what it encodes.
 */
function replace(call: Call): Evaluated | undefined {
  const [subject, search, replacement] = call.args
  const sought = plainOf(search)
  if (!subject || sought === undefined || !replacement) return undefined
  const put = textOrUnknown(replacement)
  if (subject.kind === 'string' && subject.json) {
    const json = inStrings(subject.json as Evaluated, (text) => replaced(text, sought, put, call) ?? text, 0)
    return lazyString(() => jsonText(json, call.scope.run), subject.span, { json, ...tracesOf(subject) })
  }
  const text = textOf(subject)
  const made = text && replaced(text, sought, put, call)
  return made === text ? subject : made && stringOf(made, subject.span)
}

function tracesOf(value: Evaluated): { reference?: string; marks?: NonNullable<Evaluated['marks']> } {
  const { reference, marks } = value
  return { ...(reference !== undefined && { reference }), ...(marks && { marks }) }
}

function inStrings(value: Evaluated, change: (text: MappedText) => MappedText, depth: number): Evaluated {
  if (depth > 30) return value
  switch (value.kind) {
    case 'string': {
      const text = value.json ? value.text : change(value.text)
      return text === value.text ? value : stringOf(text, value.span, value.marks)
    }
    case 'list':
      return listOf(
        value.items.map((item) => inStrings(item as Evaluated, change, depth + 1)),
        value.span,
      )
    case 'map':
      return mapOf(
        value.entries.map((entry) => ({ ...entry, value: inStrings(entry.value as Evaluated, change, depth + 1) })),
        value.span,
      )
    default:
      return value
  }
}

/** The same text when there is nothing to replace; undefined when that cannot be told. */
function replaced(text: MappedText, sought: string, put: MappedText, call: Call): MappedText | undefined {
  const isPattern = sought.length > 1 && sought.startsWith('/') && sought.endsWith('/')
  const found = isPattern ? placesOf(sought.slice(1, -1), text.value, call) : literalMatches(sought, text.value)
  if (!found || found.length > MOST_PARTS || (isPattern && put.value.includes('$'))) return undefined
  // What is not known may hold what the pattern looks for.
  if (isPattern && found.length === 0 && text.value.includes(UNKNOWN)) return undefined
  const pieces: MappedText[] = []
  let from = 0
  for (const [start, end] of found) {
    if (start > from) pieces.push(sliceText(text, from, start))
    if (put.value !== '') pieces.push(put)
    from = end
  }
  if (from === 0) return text
  if (from < text.value.length) pieces.push(sliceText(text, from))
  return pieces.length === 0 ? sliceText(text, 0, 0) : joinTexts(call.scope.run, pieces)
}

function literalMatches(sought: string, value: string): Place[] | undefined {
  if (sought === '') return undefined
  const found: Place[] = []
  for (let at = value.indexOf(sought); at !== -1; at = value.indexOf(sought, at + sought.length)) {
    found.push([at, at + sought.length])
  }
  return found
}

function format(call: Call): Evaluated | undefined {
  const template = call.args[0] && textOf(call.args[0])
  return template && formatted(template, call.args.slice(1), call)
}

const VERB = /%(?:%|([-+ 0#]{0,9})(\d{1,9})?(?:\.(\d{1,9}))?(?:\[(\d{1,9})\])?([a-zA-Z]))/g

function formatted(template: MappedText, args: readonly Evaluated[], call: Call): Evaluated | undefined {
  const pieces: Evaluated[] = []
  const { span } = call
  let from = 0
  let next = 0
  const literal = (to: number): void => {
    if (to > from) pieces.push(stringOf(sliceText(template, from, to), span))
  }
  for (const match of template.value.matchAll(VERB)) {
    literal(match.index)
    from = match.index + match[0].length
    if (match[0] === '%%') {
      pieces.push(stringOf(sliceText(template, from - 1, from), span))
      continue
    }
    const [, flags = '', width, , explicit, verb = 's'] = match
    const arg = args[explicit ? Number(explicit) - 1 : next]
    next = explicit ? Number(explicit) : next + 1
    if (!arg) return undefined
    pieces.push(verbValue(arg, verb, flags, width === undefined ? 0 : Number(width), call))
  }
  literal(template.value.length)
  return pieces.length === 1 ? pieces[0]! : concatenated(pieces, call)
}

function verbValue(arg: Evaluated, verb: string, flags: string, width: number, call: Call): Evaluated {
  if (arg.kind === 'unknown') return arg
  const text = textOf(arg)
  if (!text || width > 1000 || !/[svqdt]/.test(verb)) return unknown(call.span)
  if (verb === 'q') return stringOf(literalText(JSON.stringify(text.value), call.span), call.span)
  if (width <= text.value.length) return stringOf(text, arg.span)
  const pad = (flags.includes('0') ? '0' : ' ').repeat(width - text.value.length)
  const padding = stringOf(literalText(pad, { ...call.span, end: call.span.start }), call.span)
  return concatenated(flags.includes('-') ? [{ ...arg }, padding] : [padding, arg], call)
}

function formatlist(call: Call): Evaluated | undefined {
  const template = call.args[0] && textOf(call.args[0])
  if (!template) return undefined
  const rest = call.args.slice(1)
  const lists = rest.filter((arg) => arg.kind === 'list')
  const length =
    lists.length === 0 ? 1 : Math.max(...lists.map((list) => (list.kind === 'list' ? list.items.length : 0)))
  if (length > 10_000) return undefined
  const items: Evaluated[] = []
  for (let index = 0; index < length; index++) {
    const args = rest.map((arg) =>
      arg.kind === 'list' ? ((arg.items[index] as Evaluated | undefined) ?? unknown(call.span)) : arg,
    )
    items.push(formatted(template, args, call) ?? unknown(call.span))
  }
  return listOf(items, call.span)
}

/** `join`: a list of one is that one, with all that is known of it. */
export function joined(separator: Evaluated, items: readonly Evaluated[], call: Call): Evaluated {
  if (items.length === 1) return items[0]!
  if (items.length === 0) return stringOf(literalText('', call.span), call.span)
  return concatenated(
    items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])),
    call,
  )
}

/** Values put next to each other as one text. */
function concatenated(values: readonly Evaluated[], call: Call): Evaluated {
  const text = joinTexts(call.scope.run, values.map(textOrUnknown))
  return text ? stringOf(text, call.span, marksOf(...values)) : unknown(call.span)
}
