import type { Span } from '../../core/source.ts'
import type { Entry } from '../../core/value.ts'
import type { Attribute, Block } from '../../languages/hcl/syntax.ts'
import { elementLike, elementsOf } from './repetition.ts'
import { type Bound, type BoundBlock, bind, placeOf, type Scope } from './scope.ts'
import { type Evaluated, entryOf, listOf, mapOf, plainOf, someOf, unknown } from './value.ts'

/** Nested blocks deeper than any provider's. */
const DEEPEST = 30

/**
 * Arguments and nested blocks as one map: blocks of a type are a list under its name, labels (`provisioner "file"`)
 * are a map in between, and `dynamic` blocks are spread out.
 */
export function bodyValue(
  attributes: Iterable<Bound>,
  blocks: readonly BoundBlock[],
  scope: Scope,
  span: Span,
  depth = 0,
): Evaluated {
  const entries: Entry[] = []
  for (const { attribute, origin } of attributes) {
    const value = scope.run.evaluate(attribute.value, { ...scope, origin })
    entries.push(entryOf(attribute.name, nameSpan(attribute, { ...scope, origin }), value))
  }
  for (const [type, list] of blocksByType(blocks)) {
    const first = list[0]!
    const keySpan = placeOf(first.origin, first.block.start, first.block.headerEnd)
    const items = depth > DEEPEST ? [unknown(keySpan)] : list.flatMap((bound) => blockValues(bound, scope, depth))
    entries.push(entryOf(type, keySpan, listOf(items, keySpan)))
  }
  return mapOf(entries, span)
}

/** The nested blocks of one type, as they are written or as `dynamic` makes them. */
export function blocksOfType(blocks: readonly BoundBlock[], type: string): readonly BoundBlock[] {
  return blocks.filter(({ block }) => blockType(block) === type)
}

/** What one block, dynamic or not, comes to; an open number of blocks is one unknown that may be some. */
export function blockValues(bound: BoundBlock, scope: Scope, depth = 0): Evaluated[] {
  return withContents(bound, scope, (block, inner, span) => {
    const { origin } = bound
    const attributes = block.body.attributes.map((attribute) => ({ attribute, origin }))
    const blocks = block.body.blocks.map((nested) => ({ block: nested, origin }))
    const value = bodyValue(attributes, blocks, { ...inner, origin }, span, depth + 1)
    return block.type === 'dynamic' ? value : labelled(block, value)
  })
}

/** Calls `read` for every block that a block stands for, with its iterator in scope. */
export function withContents(
  bound: BoundBlock,
  scope: Scope,
  read: (block: Block, scope: Scope, span: Span) => Evaluated,
): Evaluated[] {
  const { block, origin } = bound
  const here: Scope = { ...scope, origin }
  const span = placeOf(origin, block.start, block.end)
  if (block.type !== 'dynamic') return [read(block, here, span)]
  const content = block.body.blocks.find((inner) => inner.type === 'content')
  const over = block.body.attributes.find((attribute) => attribute.name === 'for_each')
  if (!content || !over) return []
  const iterator = iteratorName(block, here)
  const place = placeOf(origin, content.start, content.end)
  const once = (key: Evaluated, value: Evaluated): Evaluated => {
    const element = mapOf([entryOf('key', span, key), entryOf('value', span, value)], span)
    return read({ ...content, type: 'dynamic' }, bind(here, iterator, element), place)
  }
  const collection = scope.run.evaluate(over.value, here)
  const elements = elementsOf(collection)
  if (elements) return elements.map(({ key, value }) => once(key, value))
  const { key, value } = elementLike(collection)
  return [someOf(once(key, value), span, collection.kind === 'unknown' ? collection.reference : undefined)]
}

function iteratorName(block: Block, scope: Scope): string {
  const named = block.body.attributes.find((attribute) => attribute.name === 'iterator')?.value
  if (named?.kind === 'name') return named.name
  return (named && plainOf(scope.run.evaluate(named, scope))) ?? blockType(block)
}

function labelled(block: Block, value: Evaluated): Evaluated {
  return block.labels.reduceRight((inner, label) => {
    const span = { uri: value.span.uri, start: label.start, end: label.end }
    return mapOf([entryOf(label.value, span, inner)], value.span)
  }, value)
}

function blocksByType(blocks: readonly BoundBlock[]): Map<string, BoundBlock[]> {
  const found = new Map<string, BoundBlock[]>()
  for (const bound of blocks) {
    const type = blockType(bound.block)
    const list = found.get(type)
    if (list) list.push(bound)
    else found.set(type, [bound])
  }
  return found
}

/** The type of a block; of a dynamic one, what it makes. */
export function blockType(block: Block): string {
  return block.type === 'dynamic' ? (block.labels[0]?.value ?? '') : block.type
}

function nameSpan(attribute: Attribute, scope: Scope): Span {
  return placeOf(scope.origin, attribute.start, attribute.nameEnd)
}

/** Blocks in JSON, or arguments that hold what could be blocks: a map, or a list of maps. */
export function blocksIn(value: Evaluated | undefined): Evaluated[] {
  if (!value) return []
  switch (value.kind) {
    case 'map':
      return [value]
    case 'list':
      return value.items.flatMap((item) => blocksIn(item as Evaluated))
    case 'unknown':
      if (value.maybe?.length) return value.maybe.flatMap((choice) => blocksIn(choice as Evaluated))
      return [unknown(value.span, value.reference)]
    default:
      return []
  }
}
