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
  assigned(node: SyntaxNode, source: string): readonly Assigned[]
  /** Names under which a library's modules and classes were brought in, with what they are. */
  readonly imports: ReadonlySet<string>
  imported(node: SyntaxNode, source: string): readonly (readonly [name: string, path: readonly string[]])[]
  expression(node: SyntaxNode, text: MappedText, build: (node: SyntaxNode | null) => Expression): Expression
}

export interface Assigned {
  readonly name: string
  readonly value: SyntaxNode
  /** It is given each item of the value in turn. */
  readonly each?: true
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
    const expression = underOwnName(reader.expression(node, text, (inner) => build(inner, depth + 1)))
    made.set(key, expression)
    return expression
  }

  const imports = new Map<string, readonly string[]>()
  function underOwnName(expression: Expression): Expression {
    if (expression.kind !== 'call' && expression.kind !== 'path') return expression
    const own = imports.get(expression.path[0] ?? '')
    return own ? { ...expression, path: [...own, ...expression.path.slice(1)] } : expression
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
        for (const { name, value, each } of reader.assigned(reference.node, text.value)) {
          if (constants.has(name)) twice.add(name)
          const built = build(value, 0)
          constants.set(name, each ? { kind: 'each', list: built, span: built.span } : built)
          if (!each) names.set(`${value.from}:${value.to}`, name)
        }
      }
      if (reader.imports.has(kind))
        for (const [name, path] of reader.imported(reference.node, text.value)) imports.set(name, path)
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

/**
 * Which module of a library a name stands for, where the name itself does not say so: `import { Role } from "@pulumi/aws/iam"`,
 * `from aws_cdk import aws_iam as i`.
 */
export function importedPath(library: string, name: string, local: string): readonly string[] | undefined {
  const module = /^(?:@pulumi\/aws|pulumi_aws)[./](\w+)$/.exec(library)?.[1]
  if (module !== undefined) return [module, name]
  const ofCdk = /^(?:aws-cdk-lib[./]|@aws-cdk\/|aws_cdk\.)aws[-_]([\w-]+)$/.exec(library)?.[1]
  if (ofCdk !== undefined) return [ofCdk.replace(/[-_]/g, ''), name]
  const cdk = /^(?:aws_?)?(\w+)$/.exec(name)?.[1]
  const isModule = /^(?:aws-cdk-lib|aws_cdk|@pulumi\/aws|pulumi_aws)$/.test(library) && cdk !== undefined
  return isModule && local !== name && !local.toLowerCase().endsWith(cdk.toLowerCase()) ? [name] : undefined
}
