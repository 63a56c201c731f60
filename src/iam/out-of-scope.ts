import type { Analysis } from '../core/analysis.ts'
import type { AnyNode, PolicyNode } from '../core/node.ts'
import type { PolicyDocument, Statement } from '../core/policy.ts'

/** Is there something to say of this document, here? Told elsewhere, or no policy of this repository at all. */
export function isOutOfScope(node: PolicyNode, unit: Analysis): boolean {
  return isToldElsewhere(node, unit) || isNoGrant(node)
}

/** A document that looks like a grant and is none: a record of one, a control, what a stack may update. */
export function isNoGrant(node: PolicyNode): boolean {
  return node.holders.length === 0 && (isRecord(node) || isControl(node) || isStackPolicy(node))
}

/**
 * A document somewhere inside a data file, with nothing to say what it is for: an example, a fixture, an answer of AWS,
 * maybe a policy.
 */
export function isEmbedded({ anchor, holders, span }: PolicyNode): boolean {
  const file = span.uri.slice(span.uri.lastIndexOf('/') + 1)
  return holders.length === 0 && anchor.length > file.length && anchor.startsWith(file)
}

/** CloudTrail's records hold policies that somebody once asked for. */
function isRecord({ anchor }: PolicyNode): boolean {
  return /\.(requestParameters|responseElements)\b/.test(anchor)
}

/**
 * Service and resource control policies, and those of endpoints, allow nothing by themselves. They look like any other, so
 * folder, file and the Sid that AWS itself writes tell: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
function isControl({ span, document, anchor }: PolicyNode): boolean {
  if (document.role === 'trust' || document.role === 'boundary') return false
  const named = CONTROLS.test(span.uri) || CONTROLS.test(anchor)
  return named || document.statements.some(isFullAccess)
}

/** What AWS attaches to every organization; no resource's own policy may speak of all resources. */
function isFullAccess({ sid, resources }: Statement): boolean {
  return sid?.value === 'RCPFullAWSAccess' && resources.some(({ value }) => value === '*')
}

/** Words of a path, which end at its separators. */
const CONTROLS =
  /(^|[^a-z])([sr]cps?|(service|resource)[-_ ]?control[-_ ]?(polic(y|ies))?|(vpc[-_ ]?)?endpoint[-_ ]?polic(y|ies)|vpce[-_ ]?polic(y|ies)|declarative[-_ ]?polic(y|ies)|guardrails?)([^a-z]|$)/i

/** CloudFormation's stack policies look alike: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/protect-stack-resources.html */
function isStackPolicy({ anchor, span, document }: PolicyNode): boolean {
  const updates =
    document.statements.length > 0 &&
    document.statements.every(
      ({ actions }) => actions.length > 0 && actions.every(({ value }) => /^update:/i.test(value)),
    )
  return updates || /stack[-_]?policy/i.test(`${anchor} ${span.uri}`)
}

/** Nobody in sight holds it, and the same document stands with its holders: one that is handed to a module does. */
function isToldElsewhere(node: PolicyNode, unit: Analysis): boolean {
  if (hasHolders(node)) return false
  const best = unit.of(bestTellers, unit.nodes)
  const other = best.size > 0 ? best.get(unit.of(placeOf, node.document) ?? '') : undefined
  return other !== undefined && other !== node
}

function bestTellers(nodes: readonly AnyNode[], unit: Analysis): ReadonlyMap<string, PolicyNode> {
  const best = new Map<string, PolicyNode>()
  const policies = nodes.filter((node): node is PolicyNode => node.kind === 'policy')
  if (policies.length === 1) return best
  for (const node of policies) {
    const key = unit.of(placeOf, node.document)
    if (key !== undefined && rankOf(node) > rankOf(best.get(key))) best.set(key, node)
  }
  return best
}

/**
 * Where all its statements stand, and what they say there (each element of a `for_each` has its own): the same ones in
 * another node are the same document.
 */
function placeOf({ statements }: PolicyDocument): string | undefined {
  if (statements.length === 0) return undefined
  return statements
    .map(({ span, effect, actions, notActions, resources, notResources }) => {
      const leaves = [effect, ...actions, ...notActions, ...resources, ...notResources]
      return `${span.uri} ${span.start} ${leaves.map((leaf) => leaf.value).join(' ')}`
    })
    .join('\n')
}

/** 0 for none; among those that nobody in sight holds, the first one counts. */
function rankOf(node: PolicyNode | undefined): number {
  return node === undefined ? 0 : hasHolders(node) ? 3 : node.holders.length > 0 ? 2 : 1
}

const hasHolders = ({ holders }: PolicyNode): boolean => holders.some((holder) => holder.kind !== 'managed-policy')
