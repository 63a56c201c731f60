import type { Span } from '../../core/source.ts'
import { locate, sliceText } from '../../core/text.ts'
import type { Value } from '../../core/value.ts'

/** `!Ref x` is `{"Ref": x}`; all others take the prefix `Fn::`. */
const BARE = new Set(['Ref', 'Condition'])
const FUNCTIONS = new Set([
  'And',
  'Base64',
  'Cidr',
  'Equals',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
])

/**
 * CloudFormation's short forms as the long ones; any other tag leaves its value as it is.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function withTag(tag: string | undefined, value: Value, span: Span): Value {
  if (!tag?.startsWith('!')) return value
  const name = tag.slice(1)
  if (BARE.has(name)) return call(name, value, span)
  if (!FUNCTIONS.has(name)) return value
  return call(`Fn::${name}`, name === 'GetAtt' ? attributeParts(value) : value, span)
}

function call(key: string, value: Value, span: Span): Value {
  return { kind: 'map', entries: [{ key, keySpan: span, value }], span }
}

/** `!GetAtt Role.Arn` is `[Role, Arn]`. */
function attributeParts(value: Value): Value {
  if (value.kind !== 'string') return value
  const dot = value.text.value.indexOf('.')
  if (dot === -1) return value
  const part = (from: number, to?: number): Value => {
    const text = sliceText(value.text, from, to)
    return { kind: 'string', text, span: locate(text, 0, text.value.length) }
  }
  return { kind: 'list', items: [part(0, dot), part(dot + 1)], span: value.span }
}
