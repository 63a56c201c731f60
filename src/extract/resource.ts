import { type Path, type ResourceType, type Spelling, stepsOf } from '../aws/resources/index.ts'
import { isStep } from '../aws/resources/spelling.ts'
import type { HolderKind } from '../core/policy.ts'
import type { Span } from '../core/source.ts'
import { plainOf, type Value } from '../core/value.ts'

/** A resource as a front end hands it over: read from its format, evaluated, and called what the format calls it. */
export interface Declared {
  readonly mode: 'resource' | 'data'
  readonly type: string
  /** What is known of its type; undefined when that is nothing. */
  readonly row: ResourceType | undefined
  /** How its arguments are spelled. */
  readonly spelling: Spelling
  /** The name that stays when lines move. */
  readonly address: string
  /** All of it, and what it is called by. */
  readonly span: Span
  readonly header: Span
  /** What is written, null left out. */
  readonly arguments: Value
  /** There may be more, which is not known here. */
  readonly isPartial?: true
  /** Any attribute, also those that AWS makes. */
  attribute(name: string): Value | undefined
}

/** The resources of a unit by what others call them. */
export interface Links {
  readonly resources: readonly Declared[]
  /** The resources that a value refers to: of alternatives all, of an unknown without an address none. */
  targets(value: Value): readonly Declared[]
  /** Users, roles, groups, permission sets and managed policies by kind and name. */
  named(kind: HolderKind, name: string): Declared | undefined
  /** What somebody goes by who is declared elsewhere; undefined when nothing tells. */
  outsider(value: Value): string | undefined
  /** What a resource goes by that is declared elsewhere, where a policy about it is known by that and not by itself. */
  subject?(value: Value): string | undefined
}

export function linksOf(
  resources: readonly Declared[],
  formats: Pick<Links, 'targets' | 'outsider' | 'subject'>,
): Links {
  const byName = new Map<string, Declared>()
  for (const resource of resources) {
    const holder = resource.mode === 'resource' ? resource.row?.holder : undefined
    const name = holder && plainOf(nameValue(resource))
    if (name !== undefined) byName.set(`${holder!.kind} ${name}`, resource)
  }
  return { ...formats, resources, named: (kind, name) => byName.get(`${kind} ${name}`) }
}

/** The argument that is the resource's name in AWS. */
export function nameValue(resource: Declared): Value | undefined {
  const [step] = (resource.row?.holder && stepsOf(resource.row.holder.name, resource.spelling)) ?? []
  return step === undefined ? undefined : resource.attribute(step)
}

/** An argument, or one inside nested blocks. */
export interface Argument {
  readonly value: Value
  /** What takes it in: the name of an argument, or the block that it stands in. */
  readonly taken: Span
  /** The map that it stands in, and which of its list that is. */
  readonly within: Value
  readonly index: number
}

/** The arguments of a resource at a path: one, or one for every block on the way. */
export function argumentsAt(resource: Declared, path: Path): Argument[] {
  const steps = stepsOf(path, resource.spelling)
  return steps ? found(resource.arguments, steps, resource.spelling, undefined, 0) : []
}

/** The first of them, which is the only one where no block is on the way. */
export function argumentAt(resource: Declared, path: Path | undefined): Value | undefined {
  return path === undefined ? undefined : argumentsAt(resource, path)[0]?.value
}

function found(
  within: Value,
  [step, ...rest]: readonly string[],
  spelling: Spelling,
  block: Span | undefined,
  index: number,
): Argument[] {
  const entry = within.kind === 'map' ? within.entries.findLast(({ key }) => isStep(key, step, spelling)) : undefined
  if (!entry || entry.value.kind === 'null') return []
  if (rest.length === 0) return [{ value: entry.value, taken: block ?? entry.keySpan, within, index }]
  const { value, keySpan } = entry
  // What a block says is not known where the block is not.
  if (value.kind === 'unknown' && !value.maybe?.length) return [{ value, taken: block ?? keySpan, within, index }]
  return blocksIn(value).flatMap((inner, at) => found(inner, rest, spelling, inner.span, at))
}

/** Blocks: a map, or those of a list and of alternatives. */
export function blocksIn(value: Value | undefined): readonly Value[] {
  switch (value?.kind) {
    case 'map':
      return [value]
    case 'list':
      return value.items.flatMap(blocksIn)
    case 'unknown':
      return (value.maybe ?? []).flatMap(blocksIn)
    case 'string':
      return value.json ? blocksIn(value.json) : []
    default:
      return []
  }
}
