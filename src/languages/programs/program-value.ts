import { derivedText, spanOf } from '../../core/build-text.ts'
import { concatTexts, literalText, locate, type MappedText, UNKNOWN, unknownText } from '../../core/text.ts'
import type { Entry, Value } from '../../core/value.ts'
import {
  type Call,
  calledName,
  type Expression,
  itemsIn,
  option,
  type Program,
  resolved,
  wholeObject,
} from './expression.ts'

const DEEPEST = 40

/** An expression as a value: what a program only finds out when it runs is unknown. */
export function valueOfExpression(expression: Expression, program: Program, depth = 0): Value {
  const known = resolved(expression, program)
  // A constant stands where it is used; its text is mapped to where it is written.
  const scalar = known.kind === 'string' || known.kind === 'number' || known.kind === 'boolean'
  const { span } = scalar ? expression : known
  if (depth > DEEPEST || --program.budget.values < 0) return { kind: 'unknown', span }
  switch (known.kind) {
    case 'string':
      return known.parts
        ? { ...concatenated(known.parts, program, depth), span }
        : { kind: 'string', text: known.text, span }
    case 'number':
      return { kind: 'number', value: known.value, span }
    case 'boolean':
      return { kind: 'boolean', value: known.value, span }
    case 'null':
      return { kind: 'null', span }
    case 'list':
      return { kind: 'list', items: known.items.map((item) => valueOfExpression(item, program, depth + 1)), span }
    case 'object': {
      const entries = wholeObject(known, program).properties.map(({ key, keySpan, value }): Entry => {
        return { key, keySpan, value: valueOfExpression(value, program, depth + 1) }
      })
      return { kind: 'map', entries, span }
    }
    case 'each':
      return eachValue(known, program, depth)
    case 'path':
      return memberValue(known)
    case 'call':
      return callValue(known, program, depth)
    default:
      return { kind: 'unknown', span }
  }
}

function eachValue(each: Expression & { kind: 'each' }, program: Program, depth: number): Value {
  const list = resolved(each.list, program)
  const named = each.list.kind === 'path' && { reference: each.list.path.join('.') }
  if (list.kind !== 'list' || list.items.length === 0) return { kind: 'unknown', span: each.span, ...named }
  return oneOf(
    list.items.map((item) => valueOfExpression(item, program, depth + 1)),
    each.span,
  )
}

/** One of several values. */
function oneOf(values: readonly Value[], span: Value['span']): Value {
  return values.length === 1 ? values[0]! : { kind: 'unknown', maybe: values, span }
}

/** The ARN of something that the program made is the ARN of one thing, whatever it will be. */
function memberValue(expression: Extract<Expression, { kind: 'path' }>): Value {
  const name = expression.path.at(-1) ?? ''
  const reference = expression.path.join('.')
  if (!/^(?:arn|\w+Arn)$/.test(name) || expression.path.length < 2) {
    return { kind: 'unknown', span: expression.span, reference }
  }
  const service = SERVICES.get(name) ?? UNKNOWN
  const place = service === 's3' ? ':' : `${UNKNOWN}:${UNKNOWN}`
  const arn = service === 'iam' ? roleArn(name) : `arn:${UNKNOWN}:${service}:${place}:${UNKNOWN}`
  return { kind: 'string', text: derivedText(arn, expression.span), span: expression.span }
}

function roleArn(name: string): string {
  return `arn:${UNKNOWN}:iam::${UNKNOWN}:${name.replace('Arn', '')}/${UNKNOWN}`
}

const SERVICES: ReadonlyMap<string, string> = new Map([
  ['bucketArn', 's3'],
  ['certificateArn', 'acm'],
  ['clusterArn', 'ecs'],
  ['deliveryStreamArn', 'firehose'],
  ['distributionArn', 'cloudfront'],
  ['domainArn', 'es'],
  ['eventBusArn', 'events'],
  ['fileSystemArn', 'elasticfilesystem'],
  ['functionArn', 'lambda'],
  ['groupArn', 'iam'],
  ['identityPoolArn', 'cognito-identity'],
  ['keyArn', 'kms'],
  ['layerVersionArn', 'lambda'],
  ['loadBalancerArn', 'elasticloadbalancing'],
  ['logGroupArn', 'logs'],
  ['parameterArn', 'ssm'],
  ['pipelineArn', 'codepipeline'],
  ['projectArn', 'codebuild'],
  ['queueArn', 'sqs'],
  ['repositoryArn', 'ecr'],
  ['roleArn', 'iam'],
  ['ruleArn', 'events'],
  ['secretArn', 'secretsmanager'],
  ['secretFullArn', 'secretsmanager'],
  ['serviceArn', 'ecs'],
  ['stateMachineArn', 'states'],
  ['streamArn', 'kinesis'],
  ['tableArn', 'dynamodb'],
  ['taskDefinitionArn', 'ecs'],
  ['topicArn', 'sns'],
  ['userArn', 'iam'],
  ['userPoolArn', 'cognito-idp'],
])

/** Calls that give back a text, a document or what they are given. */
function callValue(call: Call, program: Program, depth: number): Value {
  const { span } = call
  const first = call.arguments[0]
  switch (calledName(call)) {
    case 'join':
    case 'joinLines':
      return joined(call, program, depth) ?? { kind: 'unknown', span }
    case 'arnForObjects': {
      const key = first ? valueOfExpression(first, program, depth + 1) : undefined
      const tail = key?.kind === 'string' ? key.text.value : UNKNOWN
      return { kind: 'string', text: derivedText(`arn:${UNKNOWN}:s3:::${UNKNOWN}/${tail}`, span), span }
    }
    case 'stringify':
    case 'dumps':
    case 'jsonStringify':
    case 'jsonDumps':
    case 'dedent':
    case 'base64':
    case 'b64encode':
    case 'toJsonString':
    case 'interpolate':
    case 'secret':
    case 'output':
      return first ? valueOfExpression(first, program, depth + 1) : { kind: 'unknown', span }
    case 'from':
      return call.path.includes('Buffer') && first
        ? valueOfExpression(first, program, depth + 1)
        : { kind: 'unknown', span }
    case 'concat':
      return concatenated(call.arguments, program, depth)
    case 'encode':
    case 'decode':
    case 'toString':
    case 'strip':
    case 'trim':
    case 'lstrip':
      return receiverValue(call, program, depth)
    case 'apply':
    case 'then': {
      const inner = first && resolved(first, program)
      const result = inner?.kind === 'function' ? valueOfExpression(inner.result, program, depth + 1) : undefined
      return result && result.kind !== 'unknown' ? result : receiverValue(call, program, depth)
    }
    default:
      return { kind: 'unknown', span, reference: call.path.join('.') }
  }
}

/** What cannot be followed, by the name that it has in the program. */
export function unknownValue(expression: Expression): Value {
  const named = expression.kind === 'path' || expression.kind === 'call'
  return { kind: 'unknown', span: expression.span, ...(named && { reference: expression.path.join('.') }) }
}

function receiverValue(call: Call, program: Program, depth: number): Value {
  if (call.receiver) return valueOfExpression(call.receiver, program, depth + 1)
  const known = program.constants.get(call.path.length === 2 ? call.path[0]! : '')
  return known ? valueOfExpression(known, program, depth + 1) : { kind: 'unknown', span: call.span }
}

/** `[a, b].join('\n')`, `"\n".join([a, b])`, `Fn.join('', [a, b])`. */
function joined(call: Call, program: Program, depth: number): Value | undefined {
  const receiver = call.receiver && resolved(call.receiver, program)
  const [first, second] = call.arguments
  const list =
    receiver?.kind === 'list' ? receiver : second ? resolved(second, program) : first && resolved(first, program)
  const separator = receiver?.kind === 'string' ? receiver : first && resolved(first, program)
  if (list?.kind !== 'list') return undefined
  const glue = separator?.kind === 'string' ? separator.text.value : ','
  const parts = list.items.flatMap((item, index) => {
    const text = textOf(valueOfExpression(item, program, depth + 1))
    return index === 0 ? [text] : [gap(glue, text), text]
  })
  const text = concatTexts(parts.length > 0 ? parts : [literalText('', call.span)])
  return { kind: 'string', text, span: parts.length > 0 ? spanOf(text) : call.span }
}

function concatenated(expressions: readonly Expression[], program: Program, depth: number): Value {
  const values = expressions.map((item) => valueOfExpression(item, program, depth + 1))
  if (values.length === 0) return { kind: 'unknown', span: { uri: '', start: 0, end: 0 } }
  const open = values.find((value) => value.kind === 'unknown' && value.maybe?.length)
  const ways = open?.kind === 'unknown' ? open.maybe! : [undefined]
  const texts = ways.map((way) => concatTexts(values.map((value) => textOf(way && value === open ? way : value))))
  return oneOf(
    texts.map((text) => ({ kind: 'string', text, span: spanOf(text) })),
    spanOf(texts[0]!),
  )
}

function gap(glue: string, before: MappedText): MappedText {
  const { uri, start } = locate(before, 0, 0)
  return literalText(glue, { uri, start, end: start })
}

export function textOf(value: Value): MappedText {
  if (value.kind === 'string') return value.text
  if (value.kind === 'number' || value.kind === 'boolean') return literalText(String(value.value), value.span)
  return unknownText(value.span, value.kind === 'unknown' ? value.reference : undefined)
}

/** A map made here, for what a program says by calling something. */
export function mapValue(members: Readonly<Record<string, Value | undefined>>, span: Value['span']): Value {
  const entries = Object.entries(members).flatMap(([key, value]): Entry[] => {
    return value ? [{ key, keySpan: value.span, value }] : []
  })
  return { kind: 'map', entries, span }
}

export function stringValue(value: string, span: Value['span']): Value {
  return { kind: 'string', text: derivedText(value, span), span }
}

export function listValue(items: readonly Value[], span: Value['span']): Value {
  return { kind: 'list', items, span }
}

/** An option of a call as a value. */
export function optionValue(call: Call, program: Program, ...names: string[]): Value | undefined {
  const found = option(call, program, ...names)
  return found && valueOfExpression(found, program)
}

export function itemValues(expression: Expression | undefined, program: Program): Value[] {
  return itemsIn(expression, program).map((item) => valueOfExpression(item, program))
}

/** Texts as the lines of one. */
export function joinedLines(expressions: readonly Expression[], program: Program): Value {
  const texts = expressions.flatMap((item) => {
    const known = resolved(item, program)
    const values = known.kind === 'list' ? itemValues(known, program) : [valueOfExpression(known, program)]
    return values.map(textOf)
  })
  if (texts.length === 0) return { kind: 'null', span: { uri: '', start: 0, end: 0 } }
  const text = concatTexts(texts.flatMap((one, index) => (index === 0 ? [one] : [gap('\n', one), one])))
  return { kind: 'string', text, span: spanOf(text) }
}
