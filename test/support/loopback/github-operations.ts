import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { CutOperation } from './cut-github-schemas.ts'

/** An operation of GitHub's API that was asked for, with the variables of its path. */
export interface Matched {
  readonly operation: CutOperation
  readonly variables: Readonly<Record<string, string>>
}

interface Compiled {
  readonly operation: CutOperation
  readonly pattern: RegExp
  readonly query: ValidateFunction
  readonly body: ValidateFunction | undefined
}

let compiled: Compiled[] | undefined

function operations(): Compiled[] {
  if (compiled) return compiled
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: true })
  addFormats.default(ajv)
  const strict = new Ajv({ strict: false, allErrors: true })
  addFormats.default(strict)
  const file = join(import.meta.dirname, 'github-schemas.json')
  compiled = (JSON.parse(readFileSync(file, 'utf8')) as CutOperation[]).map((operation) => ({
    operation,
    pattern: patternOf(operation.path),
    query: ajv.compile(operation.query),
    body: operation.body ? strict.compile(closed(operation.body) as object) : undefined,
  }))
  return compiled
}

/** `{path}` and `{basehead}` may hold slashes, as contents and branch names do. */
function patternOf(path: string): RegExp {
  return new RegExp(
    `^${path.replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${['path', 'basehead', 'ref'].includes(name) ? '.+?' : '[^/]+'})`)}$`,
  )
}

/** GitHub ignores properties that it does not know; in a test such a property is a mistake of ours. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const copy = Object.fromEntries(Object.entries(schema).map(([key, inner]) => [key, closed(inner)]))
  const isPlain = copy.type === 'object' && copy.properties && !('oneOf' in copy) && !('anyOf' in copy)
  return isPlain && !('additionalProperties' in copy) ? { ...copy, additionalProperties: false } : copy
}

function longestFirst(): Compiled[] {
  return [...operations()].sort((a, b) => b.operation.path.length - a.operation.path.length)
}

export function matchOperation(method: string, pathname: string): Matched | undefined {
  // `commits/{ref}` would take `commits/REF/check-runs` too: the longer path is meant.
  for (const { operation, pattern } of longestFirst()) {
    const match = operation.method === method ? pattern.exec(pathname) : null
    if (!match) continue
    const variables = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])
    return { operation, variables: Object.fromEntries(variables) }
  }
  return undefined
}

/** What GitHub's description does not allow in this request; empty when it is in order. */
export function violationsOf({ operation }: Matched, query: URLSearchParams, body: unknown): string[] {
  const { query: checkQuery, body: checkBody } = operations().find((one) => one.operation === operation)!
  const found: string[] = []
  if (!checkQuery(Object.fromEntries(query))) found.push(...errorsOf('query', checkQuery))
  if (checkBody && !checkBody(body)) found.push(...errorsOf('body', checkBody))
  if (!checkBody && body !== undefined) found.push('body: none is taken')
  return found
}

/** Fields of an answer that GitHub's answers do not have: a mistake of the loopback server itself. */
export function strangeFields({ operation }: Matched, answer: unknown): string[] {
  const [first] = Array.isArray(answer) ? answer : [answer]
  if (typeof first !== 'object' || first === null || operation.fields.length === 0) return []
  return Object.keys(first).filter((field) => !operation.fields.includes(field))
}

function errorsOf(part: string, check: ValidateFunction): string[] {
  return (check.errors ?? []).map(({ instancePath, message, params }) => {
    const extra = 'additionalProperty' in params ? ` ${String(params.additionalProperty)}` : ''
    return `${part}${instancePath}: ${message}${extra}`
  })
}
