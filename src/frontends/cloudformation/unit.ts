import type { Related } from '../../core/node.ts'
import type { Holder, HolderKind } from '../../core/policy.ts'
import { leafOf, member, type Value } from '../../core/value.ts'
import { serviceOf } from './arn.ts'
import type { Evaluate } from './evaluate.ts'
import type { Resource, Template } from './template.ts'

/** A template with what every part of the front end needs to turn it into nodes. */
export interface Unit {
  readonly template: Template
  readonly evaluate: Evaluate
  /** Evaluated properties of each resource, by logical id. */
  readonly properties: ReadonlyMap<string, Value>
  /** Logical ids by the name that a resource gives itself in AWS. */
  readonly named: ReadonlyMap<string, string>
  /** Principals that name a managed policy of the template as theirs, or as their boundary, by its logical id. */
  readonly attached: ReadonlyMap<string, readonly Attached[]>
  /** `AWS::IAM::UserToGroupAddition`. */
  readonly additions: readonly Made[]
}

export interface Attached {
  readonly holder: Holder
  readonly boundary: boolean
}

export interface Made {
  readonly resource: Resource
  /** As written. */
  readonly properties: Value | undefined
  /** As evaluated. */
  readonly known: Value | undefined
}

/** What a resource is handed to its part of the front end as. */
export function resourcesOf(unit: Pick<Unit, 'template' | 'properties'>): Made[] {
  return [...unit.template.resources.values()].map((resource) => ({
    resource,
    properties: resource.properties,
    known: unit.properties.get(resource.id),
  }))
}

/** What is needed to tell which resource a value names. */
export type Names = Pick<Unit, 'template' | 'evaluate' | 'named'>

/**
 * The logical id that a value names: `Ref x`, `Fn::GetAtt [x, …]`, `${x}` or `${x.Arn}` alone in a text; undefined
 * when it is no resource of the template.
 */
export function targetOf(value: Value | undefined, unit: Names): string | undefined {
  const id = namedBy(value)
  if (id !== undefined && unit.template.resources.has(id)) return id
  const name = value && leafOf(unit.evaluate(value))?.value
  return name === undefined ? undefined : unit.named.get(name)
}

function namedBy(value: Value | undefined): string | undefined {
  if (value?.kind !== 'map' || value.entries.length !== 1) return undefined
  const { key, value: argument } = value.entries[0]!
  if (key === 'Ref') return leafOf(argument)?.value
  if (key === 'Fn::GetAtt') {
    return argument.kind === 'list' ? leafOf(argument.items[0])?.value : leafOf(argument)?.value.split('.')[0]
  }
  if (key === 'Fn::Sub') return /^\$\{(\w+)(?:\.\w+)?\}$/.exec(leafOf(argument)?.value ?? '')?.[1]
  return undefined
}

/** The holder that a resource is. */
export function holderOf(resource: Resource, kind: HolderKind, known: Value | undefined, unit?: Unit): Holder {
  const name = leafOf(member(known, NAME_OF.get(kind) ?? ''))?.value
  const service = kind === 'resource' ? { service: serviceOf(resource.type) } : {}
  const address = kind === 'resource' && unit ? (subjectOf(resource, unit) ?? resource.id) : resource.id
  return { kind, address, ...(name !== undefined && { name }), ...service, span: resource.idSpan }
}

const NAME_OF: ReadonlyMap<HolderKind, string> = new Map([
  ['role', 'RoleName'],
  ['user', 'UserName'],
  ['group', 'GroupName'],
  ['managed-policy', 'ManagedPolicyName'],
  ['permission-set', 'Name'],
])

/** What a policy resource is about: the bucket of a bucket policy. */
function subjectOf(resource: Resource, unit: Unit): string | undefined {
  for (const key of ['Bucket', 'SecretId', 'FunctionName', 'Queues', 'Topics']) {
    const value = member(resource.properties, key)
    const id = targetOf(value?.kind === 'list' ? value.items[0] : value, unit)
    if (id !== undefined) return id
  }
  return undefined
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
