import type { PolicyNode } from '../../src/core/node.ts'
import type { Tree } from '../../src/core/tree.ts'
import { isWhollyUnknown, type Leaf } from '../../src/core/value.ts'
import { parseModules } from '../../src/frontends/terraform/index.ts'
import { parseHcl } from '../../src/languages/hcl/hcl.ts'
import type { Body } from '../../src/languages/hcl/syntax.ts'
import { wrongPlaces } from './places.ts'
import type { Row } from './row.ts'

/** Terraform of one repository; undefined when there is none. */
export function measureTerraform(tree: Tree, repository: string, verbose: boolean): Row | undefined {
  const texts = tree.paths
    .filter((path) => /\.(?:tf|tofu|tfvars|hcl)$/.test(path))
    .flatMap((path) => tree.read(path) ?? [])
  if (texts.length === 0) return undefined
  const hcl = { attributes: 0, blocks: 0, broken: 0, characters: 0 }
  const started = performance.now()
  for (const { text } of texts) {
    const { body, mistakeCount } = parseHcl(text)
    if (mistakeCount > 0) hcl.broken++
    hcl.characters += text.length
    count(body, hcl)
  }
  const parsing = performance.now() - started
  const policies = { full: 0, partly: 0, unresolved: 0 }
  let wrong = 0
  const kinds: Record<string, number> = {}
  const evaluationStarted = performance.now()
  for (const unit of parseModules(tree)) {
    for (const node of unit.nodes) {
      kinds[node.kind] = (kinds[node.kind] ?? 0) + 1
      if (node.kind === 'policy') judge(node, policies, verbose ? `${repository}/${unit.unit}` : undefined)
      for (const place of wrongPlaces(node, tree)) {
        wrong++
        if (verbose || wrong < 10) console.log(`wrong place: ${repository}/${place}`)
      }
    }
  }
  const evaluating = performance.now() - evaluationStarted
  return {
    repository,
    files: texts.length,
    'not parsed whole': hcl.broken,
    MB: round(hcl.characters / 1e6),
    'MB/s parsing': round(hcl.characters / 1e3 / parsing),
    'ms evaluating': Math.round(evaluating),
    attributes: hcl.attributes,
    blocks: hcl.blocks,
    'policies full': policies.full,
    partly: policies.partly,
    'not at all': policies.unresolved,
    scripts: kinds.script ?? 0,
    settings: kinds.setting ?? 0,
    'wrong places': wrong,
  }
}

function count(body: Body, sums: { attributes: number; blocks: number }): void {
  sums.attributes += body.attributes.length
  sums.blocks += body.blocks.length
  for (const block of body.blocks) count(block.body, sums)
}

/** Full: every effect, action, resource and principal is known, parts of an ARN apart. */
export function judge(
  node: PolicyNode,
  sums: { full: number; partly: number; unresolved: number },
  where?: string,
): void {
  const { statements, incomplete } = node.document
  const open = statements.flatMap(leaves).filter(isWhollyUnknown)
  const verdict = statements.length === 0 ? 'unresolved' : incomplete || open.length > 0 ? 'partly' : 'full'
  sums[verdict]++
  if (where && verdict !== 'full') console.log(`${verdict}: ${where} ${node.anchor}`)
}

function leaves(statement: PolicyNode['document']['statements'][number]): Leaf[] {
  const { effect, actions, notActions, resources, notResources, principals, notPrincipals } = statement
  const named = [...principals, ...notPrincipals].map((principal) => principal.value)
  return [effect, ...actions, ...notActions, ...resources, ...notResources, ...named]
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
