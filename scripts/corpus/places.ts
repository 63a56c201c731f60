import type { AnyNode } from '../../src/core/node.ts'
import type { Span } from '../../src/core/source.ts'
import { type MappedText, UNKNOWN } from '../../src/core/text.ts'
import type { Tree } from '../../src/core/tree.ts'
import type { Leaf, Value } from '../../src/core/value.ts'

/**
 * Places of a node that are wrong: outside of their file, or said to be a literal's (as long as the text) while
 * something else stands there. Case is not compared, since `lower()` and the like keep places.
 */
export function* wrongPlaces(node: AnyNode, tree: Tree): Generator<string> {
  const wrong = (span: Span, why: string): string => `${span.uri}:${span.start}-${span.end} ${node.anchor} ${why}`
  if (!isInFile(node.span, tree)) yield wrong(node.span, 'is not in the file')
  switch (node.kind) {
    case 'policy':
      for (const statement of node.document.statements) {
        if (!isInFile(statement.span, tree)) yield wrong(statement.span, 'is not in the file')
        const { principals, notPrincipals, conditions } = statement
        const leaves = [
          ...statement.actions,
          ...statement.notActions,
          ...statement.resources,
          ...statement.notResources,
          ...[...principals, ...notPrincipals].map((principal) => principal.value),
          ...conditions.flatMap((condition) => condition.values),
        ]
        for (const leaf of leaves) if (!isWritten(leaf, tree)) yield wrong(leaf.span, `does not say ${leaf.value}`)
      }
      return
    case 'script':
    case 'text':
      for (const span of wrongRuns(node.text, tree)) yield wrong(span, 'says something else')
      return
    case 'setting':
      for (const span of wrongTexts(node.value, tree)) yield wrong(span, 'says something else')
      return
    case 'resource':
      for (const span of wrongTexts(node.arguments, tree)) yield wrong(span, 'says something else')
  }
}

function isInFile(span: Span, tree: Tree): boolean {
  const text = tree.read(span.uri)?.text
  return text !== undefined && span.start >= 0 && span.start <= span.end && span.end <= text.length
}

/** A leaf whose place is as long as itself is a literal. */
function isWritten(leaf: Leaf, tree: Tree): boolean {
  if (!isInFile(leaf.span, tree)) return false
  const { uri, start, end } = leaf.span
  if (end - start !== leaf.value.length || leaf.value.includes(UNKNOWN)) return true
  const written = tree.read(uri)!.text.slice(start, end)
  // An expression, or the name of the argument that takes the value in, can be as long as what it comes to.
  const next = tree.read(uri)!.text.slice(end, end + 20)
  return written.toLowerCase() === leaf.value.toLowerCase() || /[.(${]/.test(written) || /^"?\s*[=:{]/.test(next)
}

function* wrongRuns(text: MappedText, tree: Tree): Generator<Span> {
  for (const run of text.runs) {
    const source = tree.read(run.uri)?.text
    if (source === undefined || run.end > source.length || run.start > run.end) yield run
    else if (run.end - run.start === run.length) {
      const value = text.value.slice(run.at, run.at + run.length)
      if (value.toLowerCase() !== source.slice(run.start, run.end).toLowerCase() && !/["[\]{}:,\\]/.test(value))
        yield run
    }
  }
}

function* wrongTexts(value: Value, tree: Tree, depth = 0): Generator<Span> {
  if (depth > 8) return
  switch (value.kind) {
    case 'string':
      if (value.json) yield* wrongTexts(value.json, tree, depth + 1)
      else yield* wrongRuns(value.text, tree)
      return
    case 'list':
      for (const item of value.items) yield* wrongTexts(item, tree, depth + 1)
      return
    case 'map':
      for (const entry of value.entries) yield* wrongTexts(entry.value, tree, depth + 1)
  }
}
