import { buildText } from '../../core/build-text.ts'
import type { Span } from '../../core/source.ts'
import { literalText, type MappedText, sliceText, unknownText } from '../../core/text.ts'
import type { Expression, TemplatePart } from '../../languages/hcl/syntax.ts'
import { booleanIn } from './operators.ts'
import { bind, exceed, joinTexts, type Origin, placeOf, type Scope, spanIn } from './scope.ts'
import {
  alternativesOf,
  type Evaluated,
  keyValue,
  type Mark,
  MOST_ALTERNATIVES,
  numberOf,
  oneOf,
  stringOf,
  textOf,
  unknown,
} from './value.ts'

/** Longer templates are scripts: there, a part that may be one or another is told as all of them, one after another. */
const LONGEST_WITH_ALTERNATIVES = 1500

/**
 * A template's text, every character mapped to where it was written: to the template, to the variable's default, to
 * another file. A template that is one interpolation and nothing else is that value.
 */
export function evaluateTemplate(template: Expression & { kind: 'template' }, scope: Scope): Evaluated {
  return evaluateParts(template.parts, scope, innerSpan(template, scope))
}

/** As `evaluateTemplate`, for the parts of a template that stands at `span`. */
export function evaluateParts(parts: readonly TemplatePart[], scope: Scope, span: Span): Evaluated {
  const only = parts.length === 1 ? parts[0]! : undefined
  if (only?.kind === 'interpolation') return scope.run.evaluate(only.value, scope)
  if (only?.kind === 'text') return stringOf(decodeText(scope.origin, only), span)
  if (parts.length === 0) return stringOf(literalText('', span), span)
  const writing: Writing = {
    alternatives: [[]],
    split: span.end - span.start <= LONGEST_WITH_ALTERNATIVES,
    marks: [],
    failed: false,
    overflown: false,
  }
  writeParts(parts, scope, writing)
  if (writing.failed) return unknown(span, undefined, { failed: true })
  if (writing.overflown) {
    exceed(scope.run)
    return unknown(span)
  }
  const made = writing.alternatives.map((pieces) => {
    if (pieces.length === 0) return stringOf(literalText('', span), span, writing.marks)
    const text = joinTexts(scope.run, pieces)
    return text ? stringOf(text, span, writing.marks) : unknown(span)
  })
  return oneOf(made, span)
}

/** The place of a template's text: within the quotes, or the lines of a heredoc. */
export function innerSpan(template: Expression, scope: Scope): Span {
  const { text } = scope.origin
  if (template.kind !== 'template') return spanIn(scope, template)
  if (text.value[template.start] === '"' && template.end - template.start >= 2) {
    const closed = text.value[template.end - 1] === '"'
    return spanIn(scope, { start: template.start + 1, end: closed ? template.end - 1 : template.end })
  }
  const { parts } = template
  return spanIn(scope, { start: parts[0]?.start ?? template.start, end: parts.at(-1)?.end ?? template.end })
}

interface Writing {
  /** The texts it may become. */
  alternatives: MappedText[][]
  readonly split: boolean
  readonly marks: Mark[]
  failed: boolean
  overflown: boolean
}

function writeParts(parts: readonly TemplatePart[], scope: Scope, writing: Writing): void {
  for (const part of parts) {
    if (writing.overflown || scope.run.budget.steps-- <= 0) return
    switch (part.kind) {
      case 'text':
        write(writing, decodeText(scope.origin, part))
        break
      case 'interpolation':
        writeValue(scope.run.evaluate(part.value, scope), spanIn(scope, part), writing)
        break
      case 'if':
        writeChoice(part, scope, writing)
        break
      case 'each':
        writeEach(part, scope, writing)
    }
  }
}

/** A template in loops can put together more pieces than a machine can hold. */
const MOST_PIECES = 200_000

function write(writing: Writing, text: MappedText): void {
  if (writing.alternatives[0]!.length >= MOST_PIECES) {
    writing.overflown = true
    return
  }
  if (text.value.length > 0) for (const pieces of writing.alternatives) pieces.push(text)
}

function writeValue(value: Evaluated, span: Span, writing: Writing): void {
  if (value.marks) writing.marks.push(...value.marks.map((mark) => ({ ...mark, span })))
  else if (value.kind === 'unknown' && value.sensitive)
    writing.marks.push({ reference: value.reference ?? 'a sensitive value', span })
  if (value.failed) writing.failed = true
  const choices = alternativesOf(value).map(
    (choice) => textOf(choice) ?? unknownText(span, choice.reference ?? value.reference),
  )
  if (choices.length === 1) {
    write(writing, placed(choices[0]!, value, span))
    return
  }
  if (writing.split && choices.length * writing.alternatives.length <= MOST_ALTERNATIVES) {
    writing.alternatives = writing.alternatives.flatMap((pieces) => choices.map((choice) => [...pieces, choice]))
    return
  }
  for (const choice of writing.split ? [unknownText(span, value.reference)] : choices) write(writing, choice)
}

/** A number or boolean stands where it is put in; a string keeps the place where it was written. */
function placed(text: MappedText, value: Evaluated, span: Span): MappedText {
  return value.kind === 'unknown' ? unknownText(span, value.reference) : text
}

/** What is not decided is written both ways: whatever stands in a script, somebody will look at it. */
function writeChoice(part: TemplatePart & { kind: 'if' }, scope: Scope, writing: Writing): void {
  const condition = scope.run.evaluate(part.condition, scope)
  const decided = booleanIn(condition)
  if (decided !== false) writeParts(part.yes, scope, writing)
  if (decided !== true) writeParts(part.no, scope, writing)
}

function writeEach(part: TemplatePart & { kind: 'each' }, scope: Scope, writing: Writing): void {
  const collection = scope.run.evaluate(part.collection, scope)
  const { keyName, valueName, body } = part
  const span = spanIn(scope, part.collection)
  const once = (key: Evaluated, value: Evaluated): void => {
    const inner = bind(keyName ? bind(scope, keyName, key) : scope, valueName, value)
    writeParts(body, inner, writing)
  }
  if (collection.kind === 'list') {
    for (const [index, item] of collection.items.entries()) once(numberOf(index, span), item as Evaluated)
  } else if (collection.kind === 'map') {
    for (const entry of collection.entries) once(keyValue(entry.key, entry.keySpan), entry.value as Evaluated)
  } else if (collection.kind === 'unknown') {
    const choices = collection.maybe && !collection.each ? alternativesOf(collection) : []
    const items = choices.flatMap((choice) => (choice.kind === 'list' ? choice.items : []))
    if (items.length > 0) for (const item of items) once(unknown(span), item as Evaluated)
    else once(unknown(span), collection.each ?? unknown(span, collection.reference))
  }
}

/** The text of a literal part, its escapes resolved, each of them mapped as one piece. */
export function decodeText(origin: Origin, part: TemplatePart & { kind: 'text' }): MappedText {
  const { value } = origin.text
  const { start, end } = part
  if (part.escapes === 'none') {
    if (origin.whole) return literalText(value.slice(start, end), { uri: origin.uri, start, end })
    return sliceText(origin.text, start, end)
  }
  const escapes = part.escapes === 'quoted' ? QUOTED_ESCAPE : TEMPLATE_ESCAPE
  if (end - start > LONGEST_MAPPED) {
    const plain = value.slice(start, end).replace(escapes, unescaped)
    return literalText(plain, placeOf(origin, start, end))
  }
  const built = buildText(origin.text)
  let at = start
  for (const match of value.slice(start, end).matchAll(escapes)) {
    const from = start + match.index
    built.exact(at, from)
    at = from + match[0].length
    built.piece(unescaped(match[0]), from, at)
  }
  built.exact(at, end)
  return built.done()
}

/** A longer literal with escapes in it is mapped as one piece: its pieces would take more room than the file. */
const LONGEST_MAPPED = 200_000
const TEMPLATE_ESCAPE = /\$\$\{|%%\{/g
const QUOTED_ESCAPE = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])|\$\$\{|%%\{/g
const SINGLE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

function unescaped(written: string): string {
  if (written[0] !== '\\') return written.slice(1)
  if (written.length === 2) return SINGLE[written[1]!] ?? written
  const code = Number.parseInt(written.slice(2), 16)
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}
