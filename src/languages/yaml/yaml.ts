import {
  type Alias,
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  Parser,
  type Scalar,
  type YAMLMap,
} from 'yaml'
import type { Notification } from '../../core/finding.ts'
import { limitReached, parseError } from '../../core/notice.ts'
import { locate, type MappedText } from '../../core/text.ts'
import type { Entry, Value } from '../../core/value.ts'
import type { ReadValue } from '../json/json.ts'
import { yamlFaultText } from './fault.ts'
import { flowsOnOneLine } from './flow-lines.ts'
import { plainDocuments } from './plain.ts'
import { scalarValue, trimmedPlace } from './scalar.ts'
import { withTag } from './tag.ts'

/** The first document of a YAML text; see `yamlDocuments`. */
export function yamlValue(text: MappedText): ReadValue {
  const { values, notifications } = yamlDocuments(text)
  return { value: values[0], notifications }
}

/**
 * Every document of a YAML text, each leaf with its place (a block scalar line by line, a quoted one without its
 * quotes). What is broken is left out and notified; nothing is thrown. CloudFormation's short forms become the long
 * ones (`!Sub x` is `{"Fn::Sub": x}`), merge keys are merged, aliases stand for what they name up to a budget.
 */
export function yamlDocuments(text: MappedText): { values: Value[]; notifications: Notification[] } {
  const plain = plainDocuments(text)
  if (plain) return { values: plain, notifications: [] }
  const read = libraryDocuments(text)
  const onOneLine = read.notifications.some(({ message }) => INDENT.test(message)) ? flowsOnOneLine(text) : undefined
  const again = onOneLine && libraryDocuments(onOneLine)
  return again && again.notifications.length < read.notifications.length ? again : read
}

/** What the library says of a flow collection whose lines are not deeper than what it belongs to. */
const INDENT = /sufficiently indented/

/** As above, whatever the text is like. */
export function libraryDocuments(text: MappedText): { values: Value[]; notifications: Notification[] } {
  const notifications: Notification[] = []
  const values: Value[] = []
  try {
    withoutStacks(() => {
      for (const document of documents(text, notifications)) {
        const error = document.errors[0]
        if (error && notifications.length === 0) {
          notifications.push(parseError(text, error.pos[0], `YAML is not well formed: ${yamlFaultText(error.message)}`))
        }
        if (document.contents) values.push(documentValue(document, text, notifications))
      }
    })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    notifications.push(limitReached(text, 0, 'YAML is nested too deep to be read whole', 'yaml-depth'))
  }
  return { values, notifications }
}

/** The library makes an error object for each mistake, and their stack traces cost more than the parsing. */
function withoutStacks(work: () => void): void {
  const before = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    work()
  } finally {
    Error.stackTraceLimit = before
  }
}

/** Containers inside each other; what the composer needs stack for. */
const DEEPEST = 300

function documents(text: MappedText, notifications: Notification[]): Iterable<Document.Parsed> {
  const options = {
    prettyErrors: false,
    strict: false,
    uniqueKeys: false,
    logLevel: 'silent',
    stringKeys: false,
  } as const
  return new Composer(options).compose(
    tokens(text, notifications),
    false,
    text.value.length,
  ) as Iterable<Document.Parsed>
}

/**
 * Words and marks of one document, and of all in a text. The library makes half a kilobyte of each, which is free again when its
 * document ends; the largest template that AWS takes has fewer.
 */
const MOST_LEXEMES = 400_000
const MOST_IN_ALL = 4_000_000
/** What the library's lexer says where a document begins. */
const DOCUMENT = '\u0002'

/** The library's own token stream, ended where the nesting or the number gets hostile. */
function* tokens(text: MappedText, notifications: Notification[]): Generator<CST.Token> {
  const parser = new Parser()
  let lexemes = 0
  let all = 0
  for (const lexeme of new Lexer().lex(text.value)) {
    if (lexeme === DOCUMENT) lexemes = 0
    if (++lexemes > MOST_LEXEMES || ++all > MOST_IN_ALL) {
      notifications.push(limitReached(text, parser.offset, 'the YAML has more words than are read', 'yaml-words'))
      break
    }
    if (parser.stack.length > DEEPEST) {
      notifications.push(
        limitReached(text, parser.offset, `YAML is nested deeper than ${DEEPEST}: the rest is not read`, 'yaml-depth'),
      )
      break
    }
    yield* parser.next(lexeme)
  }
  yield* parser.end()
}

/** Values that aliases may stand for in all, repetitions counted. */
const ALIAS_BUDGET = 100_000

interface Walk {
  readonly text: MappedText
  readonly anchors: Map<string, { value: Value; size: number }>
  readonly notifications: Notification[]
  /** Values so far, with what aliases repeat. */
  size: number
  /** The part of `size` that aliases repeat. */
  repeated: number
}

function documentValue(document: Document.Parsed, text: MappedText, notifications: Notification[]): Value {
  return convert(document.contents, { text, anchors: new Map(), notifications, size: 0, repeated: 0 }, 0)
}

function convert(node: Node | null | undefined, walk: Walk, at: number): Value {
  const before = walk.size++
  if (!node) return { kind: 'null', span: locate(walk.text, at, at) }
  if (isAlias(node)) return aliased(node, walk)
  const value = withTag(node.tag, untagged(node, walk), placeOf(node, walk))
  const anchor = 'anchor' in node ? node.anchor : undefined
  if (anchor) walk.anchors.set(anchor, { value, size: walk.size - before })
  return value
}

function untagged(node: Node, walk: Walk): Value {
  if (isMap(node)) return { kind: 'map', entries: entriesOf(node, walk), span: placeOf(node, walk) }
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(item as Node | null, walk, node.range?.[0] ?? 0))
    return { kind: 'list', items, span: placeOf(node, walk) }
  }
  if (isScalar(node))
    return scalarValue(walk.text, { ...node, tagged: node.tag !== undefined && !TYPED.test(node.tag) })
  return { kind: 'null', span: placeOf(node, walk) }
}

/** Tags of the core schema for what is no text. */
const TYPED = /^tag:yaml\.org,2002:(?:int|float|bool|null)$/

function entriesOf(map: YAMLMap, walk: Walk): Entry[] {
  const merged: Entry[] = []
  const own: Entry[] = []
  for (const pair of map.items as Pair<Node, Node | null>[]) {
    const key = isScalar(pair.key) ? String(pair.key.source ?? pair.key.value ?? '') : ''
    const keySpan = isScalar(pair.key) ? keyPlace(pair.key, walk) : placeOf(map, walk)
    const value = convert(pair.value, walk, pair.key?.range?.[1] ?? 0)
    if (key === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN') merged.push(...mergedEntries(value))
    else own.push({ key, keySpan, value })
  }
  return merged.length > 0 ? [...merged, ...own] : own
}

/** Of several merged maps the first wins, so it comes last. */
function mergedEntries(value: Value): readonly Entry[] {
  if (value.kind === 'map') return value.entries
  if (value.kind === 'list') return [...value.items].reverse().flatMap(mergedEntries)
  return []
}

function aliased(alias: Alias, walk: Walk): Value {
  const span = placeOf(alias, walk)
  const known = walk.anchors.get(alias.source)
  if (!known) return { kind: 'unknown', span, reference: `*${alias.source}` }
  walk.repeated += known.size
  walk.size += known.size
  if (walk.repeated <= ALIAS_BUDGET) return known.value
  if (walk.repeated - known.size <= ALIAS_BUDGET) {
    const message = `YAML aliases repeat more than ${ALIAS_BUDGET} values: the rest is taken as unknown`
    walk.notifications.push(limitReached(walk.text, alias.range?.[0] ?? 0, message, 'yaml-aliases'))
  }
  walk.repeated = ALIAS_BUDGET + 1 + known.size
  return { kind: 'unknown', span, reference: `*${alias.source}` }
}

function keyPlace(key: Scalar, walk: Walk) {
  const [from, to] = key.range ?? [0, 0]
  const quoted = key.type === 'QUOTE_DOUBLE' || key.type === 'QUOTE_SINGLE'
  return quoted ? locate(walk.text, from + 1, to - 1) : locate(walk.text, from, to)
}

function placeOf(node: Node, walk: Walk) {
  const [from, to] = node.range ?? [0, 0]
  return trimmedPlace(walk.text, from, to)
}
