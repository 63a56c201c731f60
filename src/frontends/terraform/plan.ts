import type { AnyNode, SettingNode } from '../../core/node.ts'
import type { Span } from '../../core/source.ts'
import { DEEPEST_VALUE, type Entry, type Value } from '../../core/value.ts'
import { made } from './nodes/settings.ts'
import { resourceNodes } from './nodes.ts'
import type { UnitResource } from './unit.ts'
import { describedBy, unwrapped } from './unit-resource.ts'
import { type Evaluated, entryOf, isEmpty, listOf, mapOf, memberOf, plainOf, unknown } from './value.ts'

/** Is this the JSON of `terraform show -json`, of a plan or of a state? */
export function isPlan(value: Value): boolean {
  if (value.kind !== 'map') return false
  const keys = new Set(value.entries.map((entry) => entry.key))
  return (
    keys.has('format_version') && (keys.has('planned_values') || keys.has('resource_changes') || keys.has('values'))
  )
}

/**
 * The nodes of a plan: resources with the values they will have, under their full addresses. What is known only after
 * `apply` is unknown, and refers to what the configuration says it comes from.
 * https://developer.hashicorp.com/terraform/internals/json-format
 */
export function planNodes(plan: Value): AnyNode[] {
  const changes = changesOf(plan)
  const expressions = expressionsOf(plan)
  const resources = resourcesIn(plan).map((resource) => unitResource(resource, changes, expressions))
  return [...resourceNodes(resources.filter((resource) => resource !== undefined)), ...variableSettings(plan)]
}

type Json = Value & { kind: 'map' }

/** The resources of `planned_values`, or of a state's `values`; without them, of the changes. */
function resourcesIn(plan: Value): Json[] {
  const values = at(plan, 'planned_values') ?? at(plan, 'values')
  const found: Json[] = []
  const visit = (module: Value | undefined, depth: number): void => {
    if (!module || depth > DEEPEST_VALUE) return
    found.push(...maps(at(module, 'resources')))
    for (const child of maps(at(module, 'child_modules'))) visit(child, depth + 1)
  }
  visit(at(values, 'root_module'), 0)
  return found.length > 0 ? found : maps(at(plan, 'resource_changes'))
}

function unitResource(
  resource: Json,
  changes: ReadonlyMap<string, Json>,
  expressions: ReadonlyMap<string, Value>,
): UnitResource | undefined {
  const address = plainOf(at(resource, 'address'))
  const type = plainOf(at(resource, 'type'))
  if (address === undefined || type === undefined) return undefined
  const header = at(resource, 'address')!.span
  const change = at(changes.get(address), 'change')
  const values = at(resource, 'values') ?? at(change, 'after')
  const open = at(change, 'after_unknown')
  const path = withoutIndexes(address)
  const given = merged(values, open, (steps) => {
    const reference = referenceIn(expressions.get(path), steps)
    return reference === undefined ? `${address}.${steps.join('.')}` : modulePrefix(address) + reference
  })
  const mode = plainOf(at(resource, 'mode')) === 'data' ? 'data' : 'resource'
  return unwrapped({
    mode,
    ...describedBy(type),
    name: plainOf(at(resource, 'name')) ?? '',
    address,
    span: resource.span,
    header,
    arguments: given ?? mapOf([], resource.span),
    attribute: (name) => memberOf(given, name) ?? unknown(header, `${address}.${name}`),
  })
}

/** The values with what is known only later as unknowns; nulls and empty lists are left out, as nobody wrote them. */
function merged(
  value: Evaluated | undefined,
  open: Evaluated | undefined,
  referenceOf: (steps: readonly string[]) => string,
  steps: readonly string[] = [],
): Evaluated | undefined {
  if (open?.kind === 'boolean' && open.value) return unknown(open.span, referenceOf(steps))
  if (steps.length > DEEPEST_VALUE) return value
  if (open?.kind === 'map' && (value === undefined || value.kind === 'map' || value.kind === 'null')) {
    const known = value?.kind === 'map' ? value.entries : []
    const added = open.entries.filter((entry) => !known.some((one) => one.key === entry.key))
    const entries = [...known, ...added].flatMap((entry): Entry[] => {
      const inner = known.includes(entry) ? (entry.value as Evaluated) : undefined
      const made = merged(inner, at(open, entry.key), referenceOf, [...steps, entry.key])
      return made && !isLeftOut(made) ? [entryOf(entry.key, entry.keySpan, made)] : []
    })
    return mapOf(entries, (value ?? open).span)
  }
  if (open?.kind === 'list' && value?.kind === 'list') {
    const length = Math.max(open.items.length, value.items.length)
    const items = Array.from({ length }, (_, index) =>
      merged(value.items[index] as Evaluated, open.items[index] as Evaluated, referenceOf, steps),
    )
    return listOf(
      items.filter((item) => item !== undefined),
      value.span,
    )
  }
  return open?.kind === 'list' && value === undefined ? undefined : value
}

function isLeftOut(value: Evaluated): boolean {
  return value.kind === 'null' || (value.kind === 'list' && isEmpty(value))
}

function changesOf(plan: Value): Map<string, Json> {
  return new Map(maps(at(plan, 'resource_changes')).map((change) => [plainOf(at(change, 'address')) ?? '', change]))
}

/** The arguments of the configuration by address without indexes. */
function expressionsOf(plan: Value): Map<string, Value> {
  const found = new Map<string, Value>()
  const visit = (module: Value | undefined, prefix: string, depth: number): void => {
    if (!module || depth > DEEPEST_VALUE) return
    for (const resource of maps(at(module, 'resources'))) {
      const expressions = at(resource, 'expressions')
      if (expressions) found.set(prefix + (plainOf(at(resource, 'address')) ?? ''), expressions)
    }
    const calls = at(module, 'module_calls')
    for (const call of calls?.kind === 'map' ? calls.entries : []) {
      visit(at(call.value, 'module'), `${prefix}module.${call.key}.`, depth + 1)
    }
  }
  visit(at(at(plan, 'configuration'), 'root_module'), '', 0)
  return found
}

/** The first, most exact reference of an argument: `aws_iam_policy.ci.arn`. */
function referenceIn(expressions: Value | undefined, steps: readonly string[]): string | undefined {
  const argument = at(expressions, steps[0] ?? '')
  const references = at(argument, 'references')
  const first = references?.kind === 'list' ? references.items[0] : undefined
  const text = plainOf(first as Evaluated | undefined)
  return text === undefined || /^(?:each|count|var|local|path)\b/.test(text) ? undefined : text
}

function withoutIndexes(address: string): string {
  return address.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, '')
}

function modulePrefix(address: string): string {
  return /^(?:module\.[^.[]+(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?\.)*/.exec(address)?.[0] ?? ''
}

/** Values given to variables, and constants of providers. */
function variableSettings(plan: Value): SettingNode[] {
  const variables = at(plan, 'variables')
  const found: SettingNode[] = []
  for (const entry of variables?.kind === 'map' ? variables.entries : []) {
    const value = at(entry.value, 'value')
    if (value?.kind !== 'string') continue
    found.push(setting(entry.key, entry.keySpan, value, `var.${entry.key}`))
  }
  const providers = at(at(plan, 'configuration'), 'provider_config')
  for (const provider of providers?.kind === 'map' ? providers.entries : []) {
    const expressions = at(provider.value, 'expressions')
    for (const entry of expressions?.kind === 'map' ? expressions.entries : []) {
      const value = at(entry.value, 'constant_value')
      if (value?.kind === 'string') found.push(setting(entry.key, entry.keySpan, value, `provider.${provider.key}`))
    }
  }
  return found
}

function setting(name: string, span: Span, value: Value, anchor: string): SettingNode {
  return made({ value: name, span }, value, 'provider', { address: anchor, span: value.span })
}

function at(value: Value | undefined, key: string): Evaluated | undefined {
  return memberOf(value as Evaluated | undefined, key)
}

function maps(value: Value | undefined): Json[] {
  return value?.kind === 'list' ? value.items.flatMap((item) => (item.kind === 'map' ? [item] : [])) : []
}
