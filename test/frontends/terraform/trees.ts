import type { AnyNode, NodeKind, Nodes } from '../../../src/core/node.ts'
import type { Span } from '../../../src/core/source.ts'
import type { Tree } from '../../../src/core/tree.ts'
import type { Value } from '../../../src/core/value.ts'
import { parseModules } from '../../../src/frontends/terraform/index.ts'
import { moduleLoader } from '../../../src/frontends/terraform/module.ts'
import { evaluateUnit } from '../../../src/frontends/terraform/unit.ts'

/** A tree of files given by path. */
export function treeOf(files: Readonly<Record<string, string>>): Tree {
  return {
    paths: Object.keys(files).sort(),
    has: (path) => Object.hasOwn(files, path),
    read: (path) => (Object.hasOwn(files, path) ? { uri: path, text: files[path]! } : undefined),
  }
}

/** All nodes of a kind in the Terraform of some files. */
export function nodesIn<K extends NodeKind>(kind: K, files: Readonly<Record<string, string>>): Nodes[K][] {
  const nodes = [...parseModules(treeOf(files))].flatMap((unit) => unit.nodes as AnyNode[])
  return nodes.filter((node): node is Nodes[K] => node.kind === kind)
}

/** What an expression comes to, next to the other files of a module. */
export function evaluated(expression: string, files: Readonly<Record<string, string>> = {}): Value {
  const tree = treeOf({ ...files, 'expression.tf': `output "it" {\n  value = ${expression}\n}\n` })
  const { load } = moduleLoader(tree)
  const source = load('')!
  const unit = evaluateUnit(tree, source, load)
  const bound = source.outputs.get('it')!.attributes.get('value')!
  return unit.run.evaluate(bound.attribute.value, {
    run: unit.run,
    origin: bound.origin,
    module: unit.modules[0]!,
    names: undefined,
  })
}

/** A value as plain data: an unknown is `?` and its reference, alternatives are `{oneOf: […]}`. */
export function plain(value: Value): unknown {
  switch (value.kind) {
    case 'string':
      return value.text.value.replaceAll('\uE000', '?')
    case 'number':
    case 'boolean':
      return value.value
    case 'null':
      return null
    case 'list':
      return value.items.map(plain)
    case 'map':
      return Object.fromEntries(value.entries.map((entry) => [entry.key, plain(entry.value)]))
    case 'unknown':
      return value.maybe ? { oneOf: value.maybe.map(plain) } : `?${value.reference ?? ''}`
  }
}

/** `main.tf:3 text`: a place as people would name it. */
export function shown(span: Span, files: Readonly<Record<string, string>>): string {
  const text = files[span.uri] ?? ''
  const line = text.slice(0, span.start).split('\n').length
  return `${span.uri}:${line} ${text.slice(span.start, span.end)}`
}
