import type { Path } from '../aws/resources/index.ts'
import { pascalCase, snakeCase } from '../aws/resources/spelling.ts'
import type { ResourceNode } from '../core/node.ts'
import type { Edit } from '../core/rule.ts'
import type { Span } from '../core/source.ts'
import { leafOf, type Value } from '../core/value.ts'
import { type Found, isCloudFormation, partOf, stepsFor } from './arguments.ts'

/** How a file writes a name and its value. */
export type FileSyntax = 'hcl' | 'json' | 'yaml'

/** Of programs only the arguments of a resource are written into: elsewhere too much stands between what they say and mean. */
type ProgramSyntax = 'javascript' | 'python'

function programOf(uri: string): ProgramSyntax | undefined {
  if (/\.py$/.test(uri)) return 'python'
  return /\.[cm]?[jt]sx?$/.test(uri) ? 'javascript' : undefined
}

export function syntaxOf(uri: string): FileSyntax | undefined {
  if (/\.(?:tf|tofu|hcl)$/.test(uri)) return 'hcl'
  if (/\.(?:json|template|cfn)$/.test(uri)) return 'json'
  return /\.ya?ml$/.test(uri) ? 'yaml' : undefined
}

/** `name = value`, `name: value` or `"name": value,` as a line that another one follows. */
export function entryLine(syntax: FileSyntax, name: string, value: string): string {
  if (syntax === 'json') return `${JSON.stringify(name)}: ${value},`
  const key = /^\w+$/.test(name) ? name : JSON.stringify(name)
  return syntax === 'hcl' ? `${key} = ${value}` : `${key}: ${value}`
}

/**
 * Makes a resource say `wanted` where it says something else or nothing. Undefined where that takes more than one edit in
 * its own text: a value that a variable brings, a block that there are many of, a program.
 */
export function settingEdit(
  resource: ResourceNode,
  path: Path,
  found: Found,
  wanted: boolean | string,
): Edit | undefined {
  const { uri } = resource.span
  const syntax = syntaxOf(uri)
  const program = programOf(uri)
  if (resource.writtenAs) return program && argumentEdit(resource, path, found, wanted, program)
  if (found.value) {
    const isOwn = found.value.span.uri === uri && (syntax ?? program) !== undefined
    return isOwn ? literalEdit(found.value, program ? wordIn(program, wanted) : String(wanted)) : undefined
  }
  const steps = stepsFor(resource.type, path)
  const missing = steps && missingSteps(resource.arguments, steps, found.within)
  const first = firstKey(found.within, uri)
  if (!missing || !first) return undefined
  const names = missing.map((step) => (isCloudFormation(resource.type) ? pascalCase(step) : step))
  const isTop = found.within === resource.arguments
  const text = syntax
    ? nested(syntax, names, JSON.stringify(wanted))
    : program && argument(program, names, wanted, isTop)
  return text === undefined ? undefined : { span: first, text, asLines: true }
}

/** The same where a program has arguments of its own for it, and the resource follows from them. */
function argumentEdit(
  { type, span, arguments: given, writtenAs }: ResourceNode,
  path: Path,
  { value }: Found,
  wanted: boolean | string,
  program: ProgramSyntax,
): Edit | undefined {
  const steps = stepsFor(type, path)?.map((step) => pascalCase(step.replace('[]', '')))
  const own = steps && writtenAs?.(steps.join('.'), wanted)
  if (!own) return undefined
  if (value) return value.kind === 'boolean' ? literalEdit(value, wordIn(program, own.value)) : undefined
  const first = firstKey(given, span.uri)
  const text = argument(program, [own.name], own.value, true)
  return first && text !== undefined ? { span: first, text, asLines: true } : undefined
}

function wordIn(program: ProgramSyntax, wanted: boolean | string): string {
  const word = String(wanted)
  return program === 'python' && typeof wanted === 'boolean' ? word[0]!.toUpperCase() + word.slice(1) : word
}

/** An argument of a class, in the blocks that it takes. What Python has within one may be a call or a dictionary. */
function argument(
  program: ProgramSyntax,
  names: readonly string[],
  wanted: boolean | string,
  isTop: boolean,
): string | undefined {
  const [name = '', ...rest] = names
  const value = typeof wanted === 'string' ? JSON.stringify(wanted) : wordIn(program, wanted)
  if (program === 'javascript') {
    const inner = rest.length === 0 ? value : `{\n${argument(program, rest, wanted, false)!.replace(/^/gm, '  ')}\n}`
    return `${camelCase(name)}: ${inner},`
  }
  if (!isTop) return undefined
  const block = rest.reduceRight((inner, key) => `{${JSON.stringify(snakeCase(key))}: ${inner}}`, value)
  return `${snakeCase(name)}=${block},`
}

const camelCase = (name: string): string => pascalCase(name).replace(/^./, (letter) => letter.toLowerCase())

/** Another text in the place of a value, where that is written as it is read: no variable, no template, no escape. */
export function literalEdit(value: Value, text: string): Edit | undefined {
  const leaf = leafOf(value)
  const isPlain = leaf && leaf.origin === undefined && leaf.span.end - leaf.span.start === leaf.value.length
  return isPlain && value.kind !== 'unknown' ? { span: leaf.span, text } : undefined
}

/** What of a path is not there yet, from the map that lacks it; undefined where a list stands on the way. */
function missingSteps(from: Value, steps: readonly string[], within: Value): readonly string[] | undefined {
  if (steps.some((step) => step.endsWith('[]'))) return from === within ? undefined : steps.slice(-1)
  let at: Value | undefined = from
  for (let index = 0; index < steps.length; index++) {
    if (at === within) return steps.slice(index)
    at = partOf(at, steps[index]!)
    if (at?.kind === 'list' && at.items.length === 1) [at] = at.items
  }
  return undefined
}

/** The entry of a map that comes first in its file: what is put before it stands among its like. */
function firstKey(map: Value, uri: string): Span | undefined {
  if (map.kind !== 'map') return undefined
  const keys = map.entries.map(({ keySpan }) => keySpan).filter((span) => span.uri === uri && span.end > span.start)
  return keys.sort((a, b) => a.start - b.start)[0]
}

/** A setting, in the blocks that it takes. */
function nested(syntax: FileSyntax, [name = '', ...rest]: readonly string[], value: string): string {
  if (rest.length === 0) return entryLine(syntax, name, value)
  const inner = nested(syntax, rest, value).replace(/^/gm, '  ')
  if (syntax === 'hcl') return `${name} {\n${inner}\n}`
  if (syntax === 'yaml') return `${name}:\n${inner}`
  return `${JSON.stringify(name)}: {\n${inner.replace(/,$/, '')}\n},`
}
