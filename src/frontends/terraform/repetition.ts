import type { Span } from '../../core/source.ts'
import { numberIn } from './operators.ts'
import {
  type Bound,
  bind,
  type Declaration,
  type Instance,
  type Module,
  type Repetition,
  type Run,
  type Scope,
} from './scope.ts'
import {
  alternativesOf,
  type Evaluated,
  entryOf,
  keyValue,
  listOf,
  mapOf,
  numberOf,
  plainOf,
  unknown,
  withTraces,
} from './value.ts'

/** More instances than these are shown as one that stands for all. */
const MOST_INSTANCES = 30

/**
 * How often a resource or a module call is made, and what `each` and `count` are every time. What is not made, going
 * by variable defaults, is shown once all the same where nobody calls the module: its defaults are not the last word.
 */
export function repetitionOf(run: Run, module: Module, declaration: Declaration, key: string): Repetition {
  const known = module.repetitions.get(key)
  if (known) return known
  const scope: Scope = { run, origin: declaration.origin, module, names: undefined }
  // While `count` is being evaluated, whoever needs the resource gets one instance of it.
  module.repetitions.set(key, { kind: 'none', instances: [{ suffix: '', key: undefined, scope }], absent: false })
  const made = repeat(scope, declaration)
  module.repetitions.set(key, made)
  return made
}

/** What a repeated block stands for where its name is used: one object, or a list or a map of them. */
export function repeatedValue(
  { kind, instances, absent }: Repetition,
  objects: readonly Evaluated[],
  reference: string,
  span: Span,
): Evaluated {
  const first = objects[0]
  switch (kind) {
    case 'none':
      return first!
    case 'count':
      return listOf(objects, span)
    case 'open-count':
      return withTraces(listOf(objects, span), first ? { each: first } : {})
    case 'each':
      return mapOf(
        objects.map((value, index) => ({ key: instances[index]!.key ?? '', keySpan: span, value })),
        span,
      )
    case 'open-each':
      return unknown(span, reference, first ? { each: first, ...(absent && { absent }) } : {})
  }
}

function repeat(scope: Scope, declaration: Declaration): Repetition {
  const count = declaration.attributes.get('count')
  if (count) {
    const value = scope.run.evaluate(count.attribute.value, { ...scope, origin: count.origin })
    const literal = count.attribute.value.kind === 'number'
    return counted(scope, numberIn(value), value, literal)
  }
  const each = declaration.attributes.get('for_each')
  if (each) return forEach(scope, scope.run.evaluate(each.attribute.value, { ...scope, origin: each.origin }))
  const enabled = switchOf(declaration)
  if (enabled) {
    const value = scope.run.evaluate(enabled.attribute.value, { ...scope, origin: enabled.origin })
    const off = value.kind === 'boolean' && !value.value
    return { kind: 'none', instances: [{ suffix: '', key: undefined, scope }], absent: off }
  }
  return { kind: 'none', instances: [{ suffix: '', key: undefined, scope }], absent: false }
}

/** What decides whether it is made: `count`, `for_each`, or OpenTofu's `lifecycle { enabled = … }`. */
export function switchOf({ attributes, blocks }: Declaration): Bound | undefined {
  const repeated = attributes.get('count') ?? attributes.get('for_each')
  if (repeated) return repeated
  for (const { block, origin } of blocks) {
    const attribute = block.type === 'lifecycle' && block.body.attributes.find(({ name }) => name === 'enabled')
    if (attribute) return { attribute, origin }
  }
  return undefined
}

function counted(scope: Scope, count: number | undefined, value: Evaluated, literal: boolean): Repetition {
  const { span } = value
  const withIndex = (index: Evaluated): Scope => bind(scope, 'count', mapOf([entryOf('index', span, index)], span))
  if (count === undefined || count > MOST_INSTANCES) {
    const one = { suffix: '', key: undefined, scope: withIndex(unknown(span, 'count.index')) }
    return { kind: 'open-count', instances: [one], absent: false }
  }
  if (count < 1) {
    const instances =
      literal || isCalled(scope) ? [] : [{ suffix: '', key: undefined, scope: withIndex(numberOf(0, span)) }]
    return { kind: 'count', instances, absent: true }
  }
  const instances: Instance[] = []
  for (let index = 0; index < count; index++) {
    // A lone instance is mostly a switch (`var.create ? 1 : 0`); its name stays when the switch goes.
    const suffix = count === 1 ? '' : `[${index}]`
    instances.push({ suffix, key: String(index), scope: withIndex(numberOf(index, span)) })
  }
  return { kind: 'count', instances, absent: false }
}

function forEach(scope: Scope, collection: Evaluated): Repetition {
  const { span } = collection
  const withEach = (key: Evaluated, value: Evaluated): Scope =>
    bind(scope, 'each', mapOf([entryOf('key', span, key), entryOf('value', span, value)], span))
  const elements = elementsOf(collection)
  if (elements === undefined || elements.length > MOST_INSTANCES) {
    const element = elementLike(collection)
    const instance = { suffix: '', key: undefined, scope: withEach(element.key, element.value) }
    return { kind: 'open-each', instances: [instance], absent: false }
  }
  if (elements.length === 0) {
    if (isCalled(scope)) return { kind: 'each', instances: [], absent: true }
    const instance = {
      suffix: '',
      key: undefined,
      scope: withEach(unknown(span, 'each.key'), unknown(span, 'each.value')),
    }
    return { kind: 'open-each', instances: [instance], absent: true }
  }
  const instances = elements.map(({ key, value }, index): Instance => {
    const name = plainOf(key)
    const suffix = name !== undefined ? `[${JSON.stringify(name)}]` : elements.length > 1 ? `[${index}]` : ''
    return { suffix, key: name, scope: withEach(key, value) }
  })
  return { kind: 'each', instances, absent: false }
}

interface Element {
  readonly key: Evaluated
  readonly value: Evaluated
}

/** Keys and values that `for_each` goes through; undefined when they are not known. */
export function elementsOf(collection: Evaluated): Element[] | undefined {
  switch (collection.kind) {
    case 'map':
      return collection.entries.map((entry) => ({
        key: keyValue(entry.key, entry.keySpan),
        value: entry.value as Evaluated,
      }))
    case 'list': {
      const seen = new Set<string>()
      return (collection.items as readonly Evaluated[]).flatMap((item) => {
        const name = plainOf(item)
        if (name !== undefined && (seen.has(name) || !seen.add(name))) return []
        return [{ key: item, value: item }]
      })
    }
    case 'null':
      return []
    default: {
      // Of alternatives, all elements: each of them may be made.
      if (collection.kind !== 'unknown' || !collection.maybe?.length || collection.each) return undefined
      const all = alternativesOf(collection).map((choice) => elementsOf(choice))
      return all.includes(undefined) ? undefined : all.flatMap((elements) => elements!)
    }
  }
}

/** What any element of a collection is like whose elements are not known. */
export function elementLike(collection: Evaluated): Element {
  const { span } = collection
  const value = collection.each ?? unknown(span, collection.reference && `${collection.reference}[*]`)
  return { key: unknown(span, 'each.key'), value }
}

function isCalled(scope: Scope): boolean {
  return scope.module?.arguments !== undefined
}
