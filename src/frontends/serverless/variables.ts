import { folderOf, pathFrom } from '../../core/paths.ts'
import type { Span } from '../../core/source.ts'
import {
  concatTexts,
  literalText,
  locate,
  type MappedText,
  sliceText,
  unknownText,
  wholeText,
} from '../../core/text.ts'
import type { Tree } from '../../core/tree.ts'
import { member, type Value } from '../../core/value.ts'
import { yamlValue } from '../../languages/yaml/yaml.ts'

/** Reads `${…}` of the Serverless Framework; what only a deployment knows is unknown. */
export interface Variables {
  resolve(value: Value): Value
  /** Files that `${file(…)}` took in. */
  readonly reads: ReadonlySet<string>
}

const MOST_STEPS = 100_000
const MOST_CHARACTERS = 200_000
const DEEPEST = 60

/** https://www.serverless.com/framework/docs/providers/aws/guide/variables */
export function variablesOf(document: Value, path: string, tree: Tree): Variables {
  const reads = new Set<string>()
  let steps = 0

  function resolve(value: Value, depth: number): Value {
    if (++steps > MOST_STEPS || depth > DEEPEST) return { kind: 'unknown', span: value.span }
    switch (value.kind) {
      case 'list':
        return { ...value, items: value.items.map((item) => resolve(item, depth + 1)) }
      case 'map':
        return {
          ...value,
          entries: value.entries.map((entry) => ({ ...entry, value: resolve(entry.value, depth + 1) })),
        }
      case 'string':
        return value.text.value.includes('${') ? resolveText(value, depth) : value
      default:
        return value
    }
  }

  function resolveText(value: Value & { kind: 'string' }, depth: number): Value {
    const { text } = value
    const parts: MappedText[] = []
    let at = 0
    let length = 0
    for (const { start, end, inner } of placeholders(text.value)) {
      if (++steps > MOST_STEPS || length > MOST_CHARACTERS) return { kind: 'unknown', span: value.span }
      const span = locate(text, start, end)
      const known = lookUp(inner, span, depth + 1)
      if (start === 0 && end === text.value.length) {
        if (!known) return { kind: 'unknown', span: value.span, reference: inner }
        return known.kind === 'map' || known.kind === 'list' ? known : { ...known, span: value.span }
      }
      parts.push(sliceText(text, at, start))
      length += known?.kind === 'string' ? known.text.value.length : 0
      const literal = scalar(known)
      if (known?.kind === 'string') parts.push(known.text)
      else parts.push(literal === undefined ? unknownText(span, inner) : literalText(literal, span))
      at = end
    }
    if (at === 0) return value
    return { kind: 'string', text: concatTexts([...parts, sliceText(text, at)]), span: value.span }
  }

  /** `self:custom.x, 'fallback'`: the first source that is known. */
  function lookUp(expression: string, span: Span, depth: number): Value | undefined {
    if (depth > DEEPEST) return undefined
    for (const source of splitTop(expression)) {
      const found = fromSource(source.trim(), span, depth)
      if (found && found.kind !== 'unknown') return found
    }
    return undefined
  }

  function fromSource(source: string, span: Span, depth: number): Value | undefined {
    const self = /^self:([\w.-]*)$/.exec(source)
    if (self) return resolved(at(document, self[1]!), depth)
    const file = /^file\(([^)]+)\)(?::([\w.-]+))?$/.exec(source)
    if (file) return resolved(at(readFile(file[1]!.trim()), file[2] ?? ''), depth)
    const literal = /^(['"])(.*)\1$/.exec(source)
    if (!literal) return undefined
    return { kind: 'string', text: literalText(literal[2]!, span), span }
  }

  function resolved(value: Value | undefined, depth: number): Value | undefined {
    return value && resolve(value, depth + 1)
  }

  function readFile(name: string): Value | undefined {
    const target = pathFrom(folderOf(path), name)
    const source = target && /\.(?:ya?ml|json)$/.test(target) ? tree.read(target) : undefined
    if (!source) return undefined
    reads.add(source.uri)
    return yamlValue(wholeText(source)).value
  }

  return { resolve: (value) => resolve(value, 0), reads }
}

function at(value: Value | undefined, path: string): Value | undefined {
  if (path === '') return value
  return path
    .split('.')
    .reduce<Value | undefined>(
      (inner, key) => (inner?.kind === 'list' ? inner.items[Number(key)] : member(inner, key)),
      value,
    )
}

function scalar(value: Value | undefined): string | undefined {
  return value?.kind === 'number' || value?.kind === 'boolean' ? String(value.value) : undefined
}

/** `${…}` that are Serverless', not CloudFormation's (`${AWS::Region}`, `${Logical.Id}`), outermost first. */
function* placeholders(value: string): Generator<{ start: number; end: number; inner: string }> {
  for (let start = value.indexOf('${'); start !== -1; ) {
    let depth = 0
    let end = start
    for (; end < value.length && end - start < 2000; end++) {
      if (value[end] === '{') depth++
      else if (value[end] === '}' && --depth === 0) break
    }
    if (value[end] !== '}') return
    const inner = value.slice(start + 2, end)
    if (/^\s*(?:self|opt|env|file|ssm|cf|s3|param|sls|aws|git|terraform|vault|deep)\b[^:]*[:(](?!:)/.test(inner)) {
      yield { start, end: end + 1, inner }
    }
    start = value.indexOf('${', end)
  }
}

/** Splits at commas that stand outside quotes and brackets. */
function splitTop(expression: string): string[] {
  const parts: string[] = []
  let depth = 0
  let quote = ''
  let from = 0
  for (let index = 0; index < expression.length; index++) {
    const character = expression[index]!
    if (quote) quote = character === quote ? '' : quote
    else if (character === "'" || character === '"') quote = character
    else if ('{('.includes(character)) depth++
    else if ('})'.includes(character)) depth--
    else if (character === ',' && depth === 0) {
      parts.push(expression.slice(from, index))
      from = index + 1
    }
  }
  return [...parts, expression.slice(from)]
}
