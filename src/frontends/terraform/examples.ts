import type { AnyNode } from '../../core/node.ts'
import type { Tree } from '../../core/tree.ts'
import type { ModuleGraph } from './graph.ts'

/** A folder `test` alone is an environment mostly. https://developer.hashicorp.com/terraform/language/modules/develop/structure */
const EXAMPLES =
  /^(?:(.*?)\/)?(?:_?examples?|tests|(?:test[-_/])?fixtures|test\/(?:integration|unit|terraform))(?=\/|$)/
const TESTS = /^(?:(.*?)\/)?(?:tests?(?:_\w+)?)(?=\/|$)/
const TEST =
  /(?:^|\/)(?:test_[^/]*\.py|conftest\.py|[^/]*_test\.(?:go|py)|[^/]*\.(?:tf|tofu)test\.hcl|[^/]*\.(?:test|spec)\.[cm]?[jt]s)$/

/** A folder of examples or of tests, and what they are of. */
export interface Example {
  readonly module: string
  readonly folder: string
}

/**
 * What a module is an example or a test of: one of its folder calls a module that stands outside of that, or tests stand in
 * it that make use of what lies beside them.
 */
export function exampleOf(dir: string, graph: ModuleGraph, tree: Tree): Example | undefined {
  const [folder, module = ''] = EXAMPLES.exec(dir) ?? []
  if (folder !== undefined) {
    const called = graph.within(dir).find((one) => one !== folder && !one.startsWith(`${folder}/`))
    if (called !== undefined) return { module: called || module, folder }
  }
  const [tests, tested = ''] = TESTS.exec(dir) ?? []
  if (tests === undefined) return undefined
  const isTested = tree.paths.some((path) => path.startsWith(`${tests}/`) && TEST.test(path))
  return isTested ? { module: tested, folder: tests } : undefined
}

/** Marks the grants that are written in the example; what its module says by itself is the module's. */
export function markExamples(nodes: readonly AnyNode[], example: Example): AnyNode[] {
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
