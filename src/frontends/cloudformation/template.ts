import type { Span } from '../../core/source.ts'
import { type Entry, leafOf, member, type Value } from '../../core/value.ts'

/** A CloudFormation template as written: nothing evaluated yet. */
export interface Template {
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly conditions: Value | undefined
  readonly mappings: Value | undefined
  readonly resources: ReadonlyMap<string, Resource>
  /** SAM's `Globals`. */
  readonly globals: Value | undefined
  readonly span: Span
}

export interface Parameter {
  readonly name: string
  readonly nameSpan: Span
  readonly type: string
  readonly default: Value | undefined
  /** Those that it may have, where they are listed. */
  readonly allowed: readonly Value[]
  readonly noEcho: boolean
}

export interface Resource {
  readonly id: string
  readonly idSpan: Span
  readonly type: string
  readonly properties: Value | undefined
  readonly metadata: Value | undefined
  /** The name of the condition under which it is made. */
  readonly condition: string | undefined
  readonly span: Span
}

/** Does the text look enough like a template to be parsed as one? */
export function mayBeTemplate(text: string): boolean {
  return (
    text.includes('AWSTemplateFormatVersion') ||
    (text.includes('Resources') && /\bType["']?\s*:\s*["']?(?:AWS|Alexa|Custom)::/.test(text))
  )
}

/** The template that a document is; undefined when it is none. */
export function templateOf(document: Value | undefined): Template | undefined {
  const resources = member(document, 'Resources')
  if (document?.kind !== 'map' || resources?.kind !== 'map') return undefined
  const found = new Map<string, Resource>()
  for (const entry of resources.entries.flatMap(unrolled)) {
    const resource = resourceOf(entry)
    if (resource) found.set(resource.id, resource)
  }
  if (found.size === 0) return undefined
  return {
    parameters: parametersOf(member(document, 'Parameters')),
    conditions: member(document, 'Conditions'),
    mappings: member(document, 'Mappings'),
    resources: found,
    globals: member(document, 'Globals'),
    span: document.span,
  }
}

/** The template with other values for its parameters' defaults. */
export function withParameters(template: Template, given: ReadonlyMap<string, Value>): Template {
  if (given.size === 0) return template
  const parameters = [...template.parameters].map(([name, parameter]): [string, typeof parameter] => {
    return [name, given.has(name) ? { ...parameter, default: given.get(name) } : parameter]
  })
  return { ...template, parameters: new Map(parameters) }
}

/** `Fn::ForEach::Name: [identifier, collection, {resources}]` stands for its resources once. */
function unrolled(entry: Entry): readonly Entry[] {
  if (!entry.key.startsWith('Fn::ForEach::') || entry.value.kind !== 'list') return [entry]
  const body = entry.value.items[2]
  return body?.kind === 'map' ? body.entries : []
}

function resourceOf({ key, keySpan, value }: Entry): Resource | undefined {
  const type = leafOf(member(value, 'Type'))?.value
  if (!type || !/^[A-Za-z0-9]+::/.test(type)) return undefined
  return {
    id: key,
    idSpan: keySpan,
    type,
    properties: member(value, 'Properties'),
    metadata: member(value, 'Metadata'),
    condition: leafOf(member(value, 'Condition'))?.value,
    span: value.span,
  }
}

function parametersOf(value: Value | undefined): Map<string, Parameter> {
  const parameters = new Map<string, Parameter>()
  if (value?.kind !== 'map') return parameters
  for (const { key, keySpan, value: parameter } of value.entries) {
    parameters.set(key, {
      name: key,
      nameSpan: keySpan,
      type: leafOf(member(parameter, 'Type'))?.value ?? 'String',
      default: member(parameter, 'Default'),
      allowed: allowedIn(member(parameter, 'AllowedValues')),
      noEcho: /^(true|yes)$/i.test(leafOf(member(parameter, 'NoEcho'))?.value ?? ''),
    })
  }
  return parameters
}

function allowedIn(value: Value | undefined): readonly Value[] {
  return value?.kind === 'list' ? value.items : []
}
