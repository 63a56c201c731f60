import type { Span } from '../../core/source.ts'
import type { Entry } from '../../core/value.ts'
import { blocksOfType, blockType, blockValues } from './blocks.ts'
import { computedAttribute } from './computed.ts'
import { repeatedValue, repetitionOf } from './repetition.ts'
import { type Declaration, type Instance, type Module, placeOf, type Run, remembered } from './scope.ts'
import { type Evaluated, entryOf, listOf, mapOf, takenIn, unknown, withTraces } from './value.ts'

export type Mode = 'resource' | 'data'

/** `module.app.aws_iam_role.ci`, without the index of an instance. */
export function addressOf(module: Module, declaration: Declaration, mode: Mode): string {
  return `${module.prefix}${mode === 'data' ? 'data.' : ''}${declaration.labels.join('.')}`
}

/** What `aws_iam_role.ci` stands for: a resource, or by `count` and `for_each` a list or map of them. */
export function instanceCollection(
  run: Run,
  module: Module,
  declaration: Declaration,
  mode: Mode,
  span: Span,
): Evaluated {
  const address = addressOf(module, declaration, mode)
  const repetition = repetitionOf(run, module, declaration, address)
  const objects = repetition.instances.map((instance) => {
    const object = instanceObject(run, module, declaration, mode, instance)
    return repetition.absent ? withTraces(object, { absent: true }) : object
  })
  return repeatedValue(repetition, objects, address, span)
}

/** One instance with its attributes: those that are written, and those that AWS makes as far as they can be told. */
export function instanceObject(
  run: Run,
  module: Module,
  declaration: Declaration,
  mode: Mode,
  instance: Instance,
): Evaluated {
  const address = addressOf(module, declaration, mode) + instance.suffix
  const absent = module.repetitions.get(addressOf(module, declaration, mode))?.absent === true
  const attribute = (name: string, span: Span): Evaluated => {
    const reference = `${address}.${name}`
    const written = (): Evaluated | undefined => writtenAttribute(run, module, declaration, instance, address, name)
    const found =
      computedAttribute(run, { module, declaration, mode, address, instance, attribute }, name, span, written) ??
      unknown(span, reference)
    // A document keeps saying where it comes from; a name is this resource's, wherever it was taken from.
    const document = found.kind === 'string' && found.json !== undefined && found.reference !== undefined
    const traces = { ...(!document && { reference }), ...(absent && { absent }) }
    return takenIn(withTraces(found, traces), span)
  }
  return unknown(declaration.header, address, { attribute })
}

/** An argument or the nested blocks of a type; undefined when there are none, or null is given. */
function writtenAttribute(
  run: Run,
  module: Module,
  declaration: Declaration,
  instance: Instance,
  address: string,
  name: string,
): Evaluated | undefined {
  const once = (make: () => Evaluated): Evaluated => remembered(module, `${address}.${name} `, declaration.header, make)
  const bound = declaration.attributes.get(name)
  if (bound) {
    const value = once(() => run.evaluate(bound.attribute.value, { ...instance.scope, origin: bound.origin }))
    return value.kind === 'null' ? undefined : value
  }
  const blocks = blocksOfType(declaration.blocks, name)
  if (blocks.length === 0) return undefined
  return once(() =>
    listOf(
      blocks.flatMap((block) => blockValues(block, instance.scope)),
      declaration.header,
    ),
  )
}

/** All arguments and blocks of an instance, evaluated. */
export function argumentsOf(
  run: Run,
  module: Module,
  declaration: Declaration,
  instance: Instance,
  address: string,
): Evaluated {
  const entries: Entry[] = []
  const add = (name: string, keySpan: Span): void => {
    const value = writtenAttribute(run, module, declaration, instance, address, name)
    if (value) entries.push(entryOf(name, keySpan, value))
  }
  for (const [name, { attribute, origin }] of declaration.attributes) {
    add(name, placeOf(origin, attribute.start, attribute.nameEnd))
  }
  const types = new Map(declaration.blocks.map((bound) => [blockType(bound.block), bound] as const).reverse())
  for (const [type, { block, origin }] of types) {
    if (!declaration.attributes.has(type)) add(type, placeOf(origin, block.start, block.headerEnd))
  }
  return mapOf(entries, declaration.span)
}
