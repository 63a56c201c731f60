import type { SyntaxNode, Tree } from '@lezer/common'
import { locate, type MappedText } from '../../core/text.ts'
import type { Call, Expression, Program } from './expression.ts'

/** What a language brings along. */
export interface Reader {
  readonly python: boolean
  /** Names of syntax nodes that are calls, and of those that are objects. */
  readonly calls: ReadonlySet<string>
  readonly objects: ReadonlySet<string>
  /** Names of syntax nodes that give variables a value. */
  readonly assignments: ReadonlySet<string>
  /** Variables that such a node gives a value, with the value. */
  assigned(node: SyntaxNode, source: string): readonly { name: string; value: SyntaxNode }[]
  expression(node: SyntaxNode, text: MappedText, build: (node: SyntaxNode | null) => Expression): Expression
}

const DEEPEST = 150
const MOST_CALLS = 20_000
const MOST_VALUES = 300_000

/** The calls, objects and constants of a syntax tree. */
export function programOf(tree: Tree, reader: Reader, text: MappedText): Program {
  const made = new Map<string, Expression>()
  const constants = new Map<string, Expression>()
  const twice = new Set<string>()
  const calls: Call[] = []
  const objects: Expression[] = []
  let objectEnd = -1
  let cut = false

  function build(node: SyntaxNode | null, depth: number): Expression {
    if (!node || depth > DEEPEST) return { kind: 'unknown', span: locate(text, node?.from ?? 0, node?.to ?? 0) }
    const key = `${node.from}:${node.to}:${node.name}`
    const known = made.get(key)
    if (known) return known
    const expression = reader.expression(node, text, (inner) => build(inner, depth + 1))
    made.set(key, expression)
    return expression
  }

  const names = new Map<string, string>()
  tree.iterate({
    enter(reference) {
      if (calls.length >= MOST_CALLS) {
        cut = true
        return false
      }
      // Most nodes are none of these, and making one of a reference takes time.
      const { name: kind } = reference
      if (reader.assignments.has(kind)) {
        for (const { name, value } of reader.assigned(reference.node, text.value)) {
          if (constants.has(name)) twice.add(name)
          constants.set(name, build(value, 0))
          names.set(`${value.from}:${value.to}`, name)
        }
      }
      if (reader.calls.has(kind)) {
        const call = build(reference.node, 0)
        const assignedTo = names.get(`${reference.from}:${reference.to}`)
        if (call.kind === 'call') calls.push(assignedTo === undefined ? call : { ...call, assignedTo })
      } else if (reader.objects.has(kind) && reference.from >= objectEnd) {
        objectEnd = reference.to
        objects.push(build(reference.node, 0))
      }
      return true
    },
  })
  for (const name of twice) constants.delete(name)
  return { calls, objects, constants, python: reader.python, budget: { values: cut ? -1 : MOST_VALUES } }
}
