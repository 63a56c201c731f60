import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  Parser,
  parseDocument,
  type YAMLError,
  type YAMLMap,
} from 'yaml'
import { Problem } from '../../core/problem.ts'
import type { Source } from '../../core/source.ts'
import { yamlFaultText } from '../../languages/yaml/fault.ts'
import type { Complaints } from './complaints.ts'
import { hint } from './nearest.ts'

/** A configuration longer or nested deeper than this is a mistake or an attack; the latter overflows yaml's stack. */
const LONGEST_CONFIG = 1 << 20
const DEEPEST_CONFIG = 30

export interface Reader {
  readonly complaints: Complaints
  readonly ruleIds: ReadonlySet<string>
}

/** The root mapping; undefined for an empty file. */
export function readYaml(source: Source, reader: Reader): YAMLMap | undefined {
  if (source.text.length > LONGEST_CONFIG) {
    throw new Problem(`${source.uri}: the configuration is longer than 1 MiB`)
  }
  const document = parsed(source)
  for (const fault of [...document.errors, ...document.warnings]) {
    reader.complaints.add(fault.pos[0], yamlFault(fault))
  }
  reader.complaints.raise()
  const root = document.contents
  if (root === null || (isScalar(root) && root.value === null)) return undefined
  if (isMap(root)) return root
  reader.complaints.add(offsetOf(root, 0), 'the configuration must be a mapping, such as "fail-on: high"')
  reader.complaints.raise()
  return undefined
}

function parsed(source: Source) {
  const parser = new Parser()
  for (const lexeme of new Lexer().lex(source.text)) {
    for (const _ of parser.next(lexeme));
    if (parser.stack.length > DEEPEST_CONFIG) throw new Problem(`${source.uri}: the configuration is nested too deep`)
  }
  // keys are compared in membersOf: the library's own comparison takes quadratic time
  return parseDocument(source.text, {
    prettyErrors: false,
    stringKeys: true,
    resolveKnownTags: false,
    uniqueKeys: false,
  })
}

function yamlFault(fault: YAMLError): string {
  if (fault.code === 'TAG_RESOLVE_FAILED') {
    return 'write this value in quotes: a bare "!" at its beginning is YAML for a tag'
  }
  if (fault.code === 'MULTIPLE_DOCS') return 'the configuration is one YAML document; a second one begins here'
  return `not well-formed YAML: ${yamlFaultText(fault.message)}`
}

export type Member = [key: string, value: unknown, at: number]

/** Keys with their values and the offsets of the keys; complains about keys that are not `known`. */
export function membersOf(map: YAMLMap, reader: Reader, known: readonly string[], where: string): Member[] {
  return pairsOf(map, reader).filter(([key, , at]) => {
    if (known.includes(key)) return true
    reader.complaints.add(at, () => {
      const others = known.map((name) => `"${name}"`).join(', ')
      return `unknown key "${key}"${hint(key, known) || `; ${where} has ${others}`}`
    })
    return false
  })
}

/** Keys with their values and the offsets of the keys; complains about keys that stand twice. */
export function pairsOf(map: YAMLMap, reader: Reader): Member[] {
  const seen = new Set<string>()
  return map.items.map((pair): Member => {
    const at = offsetOf(pair.key, 0)
    const key = isScalar(pair.key) ? String(pair.key.value) : ''
    if (seen.has(key)) reader.complaints.add(at, `"${key}" is given twice`)
    seen.add(key)
    return [key, withoutAlias(pair.value, reader), at]
  })
}

/** `*.md` without quotes is an alias to YAML; real aliases are not worth the time that hostile ones take. */
function withoutAlias(value: unknown, reader: Reader): unknown {
  if (isAlias(value)) {
    const mend = 'write this value in quotes: a bare "*" at its beginning is YAML for an alias, which has no place here'
    reader.complaints.add(offsetOf(value, 0), mend)
  }
  return value
}

/** The items of a list with their offsets; nothing at all is an empty list. */
export function items(value: unknown, at: number, reader: Reader, name: string): [unknown, number][] {
  if (isNothing(value)) return []
  if (isSeq(value)) return value.items.map((item) => [withoutAlias(item, reader), offsetOf(item, at)])
  reader.complaints.add(offsetOf(value, at), `${name} must be a list, one "- …" a line`)
  return []
}

export function text(value: unknown, at: number, reader: Reader, name: string): string | undefined {
  if (isScalar(value) && typeof value.value === 'string') return value.value
  const mend = isScalar(value) && value.value !== null ? `; put ${value.source} in quotes` : ''
  reader.complaints.add(offsetOf(value, at), `${name} must be a text${mend}`)
  return undefined
}

export function choice<T extends string>(
  value: unknown,
  at: number,
  reader: Reader,
  name: string,
  choices: readonly T[],
): T | undefined {
  const written = isScalar(value) ? String(value.value) : undefined
  const found = isScalar(value) && typeof value.value === 'string' ? choices.find((one) => one === written) : undefined
  if (found === undefined) {
    const last = choices.at(-1)
    const known = `${choices.slice(0, -1).join(', ')} or ${last}`
    reader.complaints.add(offsetOf(value, at), () => {
      if (isNothing(value)) return `${name} must be ${known}; it has no value`
      if (written === undefined) return `${name} must be ${known}`
      return `${name} must be ${known}, not "${written}"${hint(written, choices)}`
    })
  }
  return found
}

/** A key without a value: `paths-ignore:` and nothing more. */
export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (isScalar(value) && value.value === null)
}

export function offsetOf(node: unknown, otherwise: number): number {
  return (node as Node | null | undefined)?.range?.[0] ?? otherwise
}
