import type { AnyNode } from '../../core/node.ts'
import type { ModuleGraph } from './graph.ts'

/** A folder `test` alone is an environment mostly. https://developer.hashicorp.com/terraform/language/modules/develop/structure */
const EXAMPLES =
  /^(?:(.*?)\/)?(?:_?examples?|tests|(?:test[-_/])?fixtures|test\/(?:integration|unit|terraform))(?=\/|$)/

/** The module that a folder is an example or a test of, and the folder of all of them: it calls a module that stands outside of that. */
export function exampleOf(dir: string, graph: ModuleGraph): { module: string; folder: string } | undefined {
  const [folder, module = ''] = EXAMPLES.exec(dir) ?? []
  if (folder === undefined) return undefined
  const called = graph.within(dir).find((one) => one !== folder && !one.startsWith(`${folder}/`))
  return called === undefined ? undefined : { module: called || module, folder }
}

/** Marks the grants that are written in the example; what its module says by itself is the module's. */
export function markExamples(nodes: readonly AnyNode[], example: { module: string; folder: string }): AnyNode[] {
  const isHere = (uri: string): boolean => uri.startsWith(`${example.folder}/`)
  return nodes.map((node) => (isWrittenIn(node, isHere) ? { ...node, exampleOf: example.module } : node))
}

function isWrittenIn(node: AnyNode, isHere: (uri: string) => boolean): boolean {
  switch (node.kind) {
    case 'policy': {
      const { statements } = node.document
      return statements.length > 0 ? statements.every(({ span }) => isHere(span.uri)) : isHere(node.span.uri)
    }
    case 'attachment':
      return isHere((node.policyArn.origin ?? node.policyArn.span).uri)
    case 'resource':
    case 'identity':
      return isHere(node.span.uri)
    default:
      return false
  }
}
