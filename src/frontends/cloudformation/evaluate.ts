import { derivedText } from '../../core/build-text.ts'
import type { Span } from '../../core/source.ts'
import { concatTexts, literalText, locate, type MappedText, sliceText, UNKNOWN, unknownText } from '../../core/text.ts'
import { type Entry, leafOf, member, type Unknown, type Value } from '../../core/value.ts'
import { arnOf, refIsArn, SOME_ARN } from './arn.ts'
import { type Truth, truthOf } from './conditions.ts'
import type { Parameter, Resource, Template } from './template.ts'

/** What an evaluation came across, besides its value. */
export interface Trace {
  /** Parameters with NoEcho that were put in, and where. */
  readonly sensitive: { reference: string; span: Span }[]
}

/** Replaces the functions in a part of a template by what they give. */
export type Evaluate = (value: Value, trace?: Trace) => Value

/** Values that the evaluation of one template may make. */
const MOST_STEPS = 400_000
const DEEPEST = 120
const MOST_CHARACTERS = 1_000_000

/**
 * An evaluator for a template. A parameter stands for its default (its text is mapped to the default, its span is the
 * place of use), one without default is unknown, one with NoEcho is unknown and sensitive. A condition is decided by
 * the defaults; where it is not, `Fn::If` yields both branches as `maybe`. `Fn::Base64` stays decoded; `{{resolve:…}}` stays as it is written.
 * `onLimit` is called when a hostile template is cut short; the rest of it is unknown.
 */
export function evaluator(template: Template, onLimit: () => void): Evaluate {
  const state: State = { template, steps: 0, onLimit, truth: (name) => truth(name) }
  const textOf = (value: Value): string | undefined => leafOf(evaluate(value, state, { sensitive: [] }, 0))?.value
  const truth = truthOf(template.conditions, textOf)
  return (value, trace = { sensitive: [] }) => evaluate(value, state, trace, 0) ?? { kind: 'null', span: value.span }
}

/** An evaluator for what stands in no template: only what needs none of it comes to something. */
export function loneEvaluator(span: Span): Evaluate {
  const empty = {
    parameters: new Map(),
    conditions: undefined,
    mappings: undefined,
    resources: new Map(),
    globals: undefined,
    span,
  }
  return evaluator(empty, () => {})
}

interface State {
  readonly template: Template
  steps: number
  readonly onLimit: () => void
  readonly truth: Truth
}

/** Undefined is `AWS::NoValue`: the property is not there. */
function evaluate(value: Value, state: State, trace: Trace, depth: number): Value | undefined {
  if (++state.steps > MOST_STEPS || depth > DEEPEST) {
    state.onLimit()
    return unknown(value.span)
  }
  if (value.kind === 'list') {
    const items = value.items.flatMap((item) => evaluate(item, state, trace, depth + 1) ?? [])
    return { ...value, items }
  }
  if (value.kind !== 'map') return value
  const only = value.entries.length === 1 ? value.entries[0]! : undefined
  const call = only && FUNCTIONS.get(only.key)
  if (call) return call({ argument: only.value, span: value.span, state, trace, depth: depth + 1 })
  const entries = value.entries.flatMap((entry): Entry[] => {
    if (entry.key === 'Fn::Transform') return [{ ...entry, key: UNKNOWN, value: unknown(entry.value.span) }]
    const result = evaluate(entry.value, state, trace, depth + 1)
    return result ? [{ ...entry, value: result }] : []
  })
  return { ...value, entries }
}

interface Call {
  readonly argument: Value
  /** The whole call. */
  readonly span: Span
  readonly state: State
  readonly trace: Trace
  readonly depth: number
}

const FUNCTIONS: ReadonlyMap<string, (call: Call) => Value | undefined> = new Map([
  ['Ref', (call: Call) => reference(leafOf(call.argument)?.value ?? '', call.argument.span, call)],
  ['Fn::Sub', substitute],
  ['Fn::Join', join],
  ['Fn::If', either],
  ['Fn::FindInMap', findInMap],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::Base64', (call: Call) => argument(call)],
  ['Fn::ToJsonString', (call: Call) => argument(call)],
  ['Fn::GetAtt', attribute],
  ...['ImportValue', 'Transform', 'GetAZs', 'Cidr', 'GetStackOutput', 'Length', 'And', 'Or', 'Not', 'Equals'].map(
    (name): [string, (call: Call) => Value] => [`Fn::${name}`, (call) => unknown(call.span, name)],
  ),
])

function argument(call: Call, value: Value = call.argument): Value | undefined {
  return evaluate(value, call.state, call.trace, call.depth)
}

function unknown(span: Span, reference?: string): Unknown {
  return { kind: 'unknown', span, ...(reference !== undefined && { reference }) }
}

function text(value: MappedText, span: Span): Value & { kind: 'string' } {
  return { kind: 'string', text: value, span }
}

/** `Ref name`, and `${name}` in a text. */
function reference(name: string, span: Span, call: Call): Value | undefined {
  const { template } = call.state
  if (name.startsWith('AWS::')) return pseudo(name, span)
  const parameter = template.parameters.get(name)
  if (parameter) return parameterValue(parameter, span, call)
  const resource = template.resources.get(name)
  if (resource && refIsArn(resource.type)) return arn(resource, span) ?? unknown(span, `Ref ${name}`)
  return unknown(span, `Ref ${name}`)
}

/**
 * Region, account, partition and stack are not known before it is deployed; the suffix is the same in all partitions
 * but China's.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
 */
function pseudo(name: string, span: Span): Value | undefined {
  if (name === 'AWS::NoValue') return undefined
  if (name === 'AWS::URLSuffix') return text(derivedText('amazonaws.com', span), span)
  return unknown(span, `Ref ${name}`)
}

function parameterValue(parameter: Parameter, span: Span, call: Call): Value {
  const reference = `Ref ${parameter.name}`
  if (parameter.noEcho) {
    call.trace.sensitive.push({ reference, span })
    return { kind: 'unknown', span, reference, sensitive: true }
  }
  const given = parameter.default
  if (!given || parameter.type.startsWith('AWS::SSM::')) return unknown(span, reference)
  if (/^(?:CommaDelimitedList|List<)/.test(parameter.type) && given.kind === 'string') {
    return { kind: 'list', items: splitText(given.text, ',', span, true), span }
  }
  // A value from another file is what has to be looked at.
  if (given.span.uri !== span.uri && given.kind === 'list') return given
  return given.kind === 'string' || given.kind === 'number' || given.kind === 'boolean'
    ? { ...given, span: given.span.uri === span.uri ? span : given.span }
    : unknown(span, reference)
}

function arn({ type, id }: Resource, span: Span): Value | undefined {
  const value = arnOf(type)
  return value === undefined ? undefined : { ...text(derivedText(value, span), span), reference: id }
}

function attribute(call: Call): Value {
  const parts =
    call.argument.kind === 'string'
      ? call.argument.text.value.split('.')
      : itemsOf(call.argument).map((item) => leafOf(item)?.value ?? UNKNOWN)
  return attributeOf(parts, call.span, call)
}

function attributeOf(parts: readonly string[], span: Span, call: Call): Value {
  const name = parts.slice(1).join('.')
  if (!/(?:^|\.|[a-z])Arn$/.test(name)) return unknown(span, parts.join('.'))
  const resource = call.state.template.resources.get(parts[0] ?? '')
  const own = resource && name === 'Arn' ? arn(resource, span) : undefined
  return own ?? { ...text(derivedText(SOME_ARN, span), span), reference: parts[0]! }
}

/** `${Name}`, `${Resource.Attribute}`; `${!Name}` is `${Name}` itself. */
const PLACEHOLDER = /\$\{(!?)([^${}]*)\}/g

function substitute(call: Call): Value {
  const [template, variables] = call.argument.kind === 'list' ? call.argument.items : [call.argument]
  const source = template && argument(call, template)
  if (source?.kind !== 'string') return unknown(call.span, 'Sub')
  const given = new Map<string, Value>()
  for (const entry of variables?.kind === 'map' ? variables.entries : []) {
    given.set(entry.key, argument(call, entry.value) ?? unknown(entry.value.span))
  }
  const parts = textParts(call)
  let at = 0
  for (const match of source.text.value.matchAll(PLACEHOLDER)) {
    const end = match.index + match[0].length
    parts.add(sliceText(source.text, at, match.index))
    const span = locate(source.text, match.index, end)
    parts.add(match[1] ? derivedText(`\${${match[2]}}`, span) : placeholder(match[2]!.trim(), span, given, call))
    at = end
    if (parts.full()) return unknown(call.span, 'Sub')
  }
  parts.add(sliceText(source.text, at))
  // One placeholder alone stands for what it names.
  const [, reference] = /^\$\{(\w+)(?:\.\w+)?\}$/.exec(source.text.value) ?? []
  return { ...text(parts.joined(source.span), source.span), ...(reference !== undefined && { reference }) }
}

function placeholder(name: string, span: Span, given: ReadonlyMap<string, Value>, call: Call): MappedText {
  const value =
    given.get(name) ?? (name.includes('.') ? attributeOf(name.split('.'), span, call) : reference(name, span, call))
  return textOf(value, span)
}

/** A value inside a text: what is not known is UNKNOWN, in the place of its use. */
function textOf(value: Value | undefined, span: Span): MappedText {
  if (value?.kind === 'string') return value.text
  const leaf = leafOf(value)
  if (value && (!leaf || leaf.value === UNKNOWN)) return unknownText(leaf?.span ?? span, leaf?.reference)
  return literalText(leaf?.value ?? '', leaf?.span ?? span)
}

function join(call: Call): Value {
  const [separator, list] = itemsOf(call.argument)
  const glue = leafOf(separator && argument(call, separator))?.value
  const values = list && argument(call, list)
  if (values?.kind !== 'list' || glue === undefined) return unknown(call.span, 'Join')
  const parts = textParts(call)
  values.items.forEach((item, index) => {
    if (index > 0) parts.add(literalText(glue, { ...item.span, end: item.span.start }))
    parts.add(textOf(item, item.span))
  })
  return parts.full() ? unknown(call.span, 'Join') : text(parts.joined(call.span), values.span)
}

/** Texts to be one, up to a limit. */
function textParts(call: Call) {
  const parts: MappedText[] = []
  let length = 0
  return {
    add(part: MappedText): void {
      length += part.value.length
      if (part.value !== '' && length <= MOST_CHARACTERS) parts.push(part)
    },
    full(): boolean {
      if (length > MOST_CHARACTERS) call.state.onLimit()
      return length > MOST_CHARACTERS
    },
    joined: (span: Span) => (parts.length > 0 ? concatTexts(parts) : literalText('', span)),
  }
}

function either(call: Call): Value | undefined {
  const [condition, ...branches] = itemsOf(call.argument)
  const truth = call.state.truth(leafOf(condition)?.value ?? '')
  const [taken, other] = truth === false ? branches.toReversed() : branches
  if (truth !== undefined && taken && other) return argument(call, taken)
  const maybe = branches.flatMap((branch) => argument(call, branch) ?? [])
  return { kind: 'unknown', span: call.span, reference: 'If', maybe }
}

/** Alternatives of a look-up whose keys are not known. */
const MOST_ALTERNATIVES = 8

function findInMap(call: Call): Value {
  const [name, top, second] = itemsOf(call.argument).map((item) => leafOf(argument(call, item))?.value)
  const map = member(call.state.template.mappings, name ?? '')
  const found = entriesAt(map, top).flatMap((value) => entriesAt(value, second))
  const moved = found.map((value) => ({ ...value, span: call.span }))
  if (moved.length === 1 && !top?.includes(UNKNOWN) && !second?.includes(UNKNOWN)) return moved[0]!
  const few = moved.length > 0 && moved.length <= MOST_ALTERNATIVES
  return { ...unknown(call.span, 'FindInMap'), ...(few && { maybe: moved }) }
}

function entriesAt(map: Value | undefined, key: string | undefined): Value[] {
  if (map?.kind !== 'map' || key === undefined) return []
  if (key.includes(UNKNOWN)) return map.entries.map((entry) => entry.value)
  const value = member(map, key)
  return value ? [value] : []
}

function select(call: Call): Value {
  const [index, list] = itemsOf(call.argument)
  const values = list && argument(call, list)
  const at = Number(leafOf(index && argument(call, index))?.value)
  return (values?.kind === 'list' ? values.items[at] : undefined) ?? unknown(call.span, 'Select')
}

function split(call: Call): Value {
  const [separator, source] = itemsOf(call.argument)
  const value = source && argument(call, source)
  const glue = leafOf(separator)?.value
  if (value?.kind !== 'string' || !glue || value.text.value.includes(UNKNOWN)) return unknown(call.span, 'Split')
  return { kind: 'list', items: splitText(value.text, glue, call.span, false), span: call.span }
}

function splitText(source: MappedText, separator: string, span: Span, trimmed: boolean): Value[] {
  const items: Value[] = []
  let at = 0
  for (const part of source.value.split(separator).slice(0, 1000)) {
    const lead = trimmed ? part.length - part.trimStart().length : 0
    const kept = trimmed ? part.trim() : part
    items.push(text(sliceText(source, at + lead, at + lead + kept.length), span))
    at += part.length + separator.length
  }
  return items
}

function itemsOf(value: Value): readonly Value[] {
  return value.kind === 'list' ? value.items : [value]
}
