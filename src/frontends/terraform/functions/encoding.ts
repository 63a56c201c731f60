import { spanOf } from '../../../core/build-text.ts'
import { literalText, type MappedText, UNKNOWN } from '../../../core/text.ts'
import { jsonValue } from '../../../languages/json/json.ts'
import { fromBase64 } from '../../../languages/mime/transfer.ts'
import { yamlValue } from '../../../languages/yaml/yaml.ts'
import { jsonText } from '../render-json.ts'
import { spend } from '../scope.ts'
import { type Evaluated, failure, lazyString, marksOf, plainOf, stringOf, textOf, textOrUnknown } from '../value.ts'
import type { Call, FunctionTable } from './call.ts'
import { csvdecode } from './csv.ts'

/** Encoders keep what they encode, so that whoever looks for a policy or a script finds it at its own place. */
export const ENCODING_FUNCTIONS: FunctionTable = {
  base64decode,
  base64encode: encodedText,
  base64gzip: (call) => opaque(call),
  csvdecode,
  jsondecode: (call) => decoded(call, (text) => jsonValue(text).value),
  jsonencode: encodedValue,
  textdecodebase64: base64decode,
  textencodebase64: encodedText,
  urlencode,
  // JSON is YAML.
  yamldecode: (call) => decoded(call, (text) => yamlValue(text).value),
  yamlencode: encodedValue,
}

function encodedValue(call: Call): Evaluated | undefined {
  const [value] = call.args
  if (!value) return undefined
  return lazyString(() => jsonText(value, call.scope.run), call.span, { json: value, ...nestedMarks(value) })
}

function nestedMarks(value: Evaluated): { marks?: NonNullable<Evaluated['marks']> } {
  const found: NonNullable<Evaluated['marks']>[number][] = []
  let left = 2_000
  const walk = (item: Evaluated): void => {
    if (left-- <= 0) return
    if (item.marks) found.push(...item.marks)
    if (item.kind === 'unknown' && item.sensitive) {
      found.push({ reference: item.reference ?? 'a sensitive value', span: item.span })
    }
    if (item.kind === 'list') for (const inner of item.items) walk(inner as Evaluated)
    if (item.kind === 'map') for (const entry of item.entries) walk(entry.value as Evaluated)
  }
  walk(value)
  return found.length > 0 ? { marks: found } : {}
}

function encodedText(call: Call): Evaluated | undefined {
  const [value] = call.args
  if (!value) return undefined
  const text = (): MappedText => {
    const plain = plainOf(value)
    if (plain === undefined || !spend(call.scope.run, plain.length * 2)) return literalText(UNKNOWN, value.span)
    return literalText(Buffer.from(plain).toString('base64'), spanOf(textOrUnknown(value)))
  }
  return lazyString(text, call.span, { decoded: value, ...traced(value) })
}

function opaque(call: Call): Evaluated | undefined {
  const [value] = call.args
  return value && lazyString(() => literalText(UNKNOWN, call.span), call.span, { decoded: value, ...traced(value) })
}

function traced(value: Evaluated): { marks?: NonNullable<Evaluated['marks']> } {
  const marks = marksOf(value)
  return marks ? { marks } : {}
}

function base64decode(call: Call): Evaluated | undefined {
  const [value] = call.args
  if (value?.decoded) return value.decoded
  const text = value && textOf(value)
  if (!text || text.value.includes(UNKNOWN)) return undefined
  const read = fromBase64(text, (notification) => call.scope.run.notifications.push(notification))
  return read && stringOf(read, spanOf(text))
}

function decoded(call: Call, read: (text: MappedText) => ReturnType<typeof jsonValue>['value']): Evaluated | undefined {
  const [value] = call.args
  if (value?.kind === 'string' && value.json) return value.json as Evaluated
  const text = value && textOf(value)
  if (!text || text.value.trim() === UNKNOWN || !spend(call.scope.run, text.value.length)) return undefined
  return (read(text) as Evaluated | undefined) ?? failure(call.span)
}

function urlencode(call: Call): Evaluated | undefined {
  const plain = plainOf(call.args[0])
  if (plain === undefined || /[\ud800-\udfff]/.test(plain)) return undefined
  return stringOf(literalText(encodeURIComponent(plain).replaceAll('%20', '+'), call.span), call.span)
}
