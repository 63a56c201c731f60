import { resourceType } from '../../aws/resources/index.ts'
import type { Related } from '../../core/node.ts'
import { UNKNOWN } from '../../core/text.ts'
import { leafOf, member, type Value } from '../../core/value.ts'
import { type Declared, type Links, linksOf } from '../../extract/resource.ts'
import type { Evaluate } from './evaluate.ts'
import type { Resource, Template } from './template.ts'

/** A template with what every part of the front end needs to turn it into nodes. */
export interface Unit {
  readonly template: Template
  readonly evaluate: Evaluate
  readonly resources: readonly Made[]
  readonly links: Links
}

/** A resource with its properties as evaluated. */
export interface Made extends Declared {
  readonly resource: Resource
  /** As written. */
  readonly properties: Value | undefined
  /** As evaluated. */
  readonly known: Value | undefined
}

export function unitOf(template: Template, evaluate: Evaluate): Unit {
  const resources = [...template.resources.values()].map((resource) => madeOf(resource, evaluate))
  return { template, evaluate, resources, links: unitLinks(resources) }
}

function madeOf(resource: Resource, evaluate: Evaluate): Made {
  const { id, idSpan, type, span, properties } = resource
  const known = properties && evaluate(properties)
  return {
    mode: 'resource',
    type,
    row: resourceType(type),
    spelling: 'cloudformation',
    address: id,
    span,
    header: idSpan,
    arguments: known ?? { kind: 'null', span },
    attribute: (name) => member(known, name),
    resource,
    properties,
    known,
  }
}

/** Resources by their logical ids, which are what functions refer to. */
function unitLinks(resources: readonly Made[]): Links {
  const byId = new Map(resources.map((made) => [made.address, made]))
  return linksOf(resources, {
    targets(value) {
      const reference = value.kind === 'string' || value.kind === 'unknown' ? value.reference : undefined
      const target = byId.get(reference?.replace(/^Ref /, '').split('.')[0] ?? '')
      return target ? [target] : []
    },
    outsider(value) {
      const name = value.kind === 'unknown' ? value.reference : leafOf(value)?.value
      return name === UNKNOWN ? undefined : name
    },
  })
}

/** Defaults and mappings that a value took in: places outside of the resource that decide what it says. */
export function valueOrigins(value: Value, resource: Resource, unit: Unit): Related[] {
  const found = new Map<number, Related>()
  walk(value, (text) => {
    for (const run of text.runs) {
      const outside = run.start < resource.span.start || run.start >= resource.span.end
      const parameter = outside ? parameterAt(run.start, unit) : undefined
      if (!outside || run.length === 0 || run.uri !== resource.span.uri) continue
      const message = parameter ? `default of parameter ${parameter}` : 'the value comes from here'
      found.set(run.start, { span: { uri: run.uri, start: run.start, end: run.end }, message })
    }
  })
  return [...found.values()].slice(0, 10)
}

function parameterAt(offset: number, unit: Unit): string | undefined {
  for (const { name, default: value } of unit.template.parameters.values()) {
    if (value && value.span.start <= offset && offset <= value.span.end) return name
  }
  return undefined
}

type Text = Extract<Value, { kind: 'string' }>['text']

function walk(value: Value, visit: (text: Text) => void): void {
  if (value.kind === 'string') visit(value.text)
  else if (value.kind === 'list') for (const item of value.items) walk(item, visit)
  else if (value.kind === 'map') for (const entry of value.entries) walk(entry.value, visit)
  else if (value.kind === 'unknown') for (const branch of value.maybe ?? []) walk(branch, visit)
}
