import type { AnyNode } from '../../core/node.ts'
import type { Holder } from '../../core/policy.ts'
import type { Span } from '../../core/source.ts'
import { leafOf, member, type Value } from '../../core/value.ts'
import { attachmentNode, leavesIn, policyNode } from '../../extract/nodes.ts'
import { looksLikePolicy } from '../../extract/policy-document.ts'

/**
 * Grants in the parameters of a stack whose template nobody here sees: ARNs of policies in parameters that are called so
 * are attached to a role of it, documents are policies.
 */
export function handedPolicies(given: ReadonlyMap<string, Value>, anchor: string, span: Span): AnyNode[] {
  const holder: Holder = { kind: 'role', address: anchor, span }
  return [...given].flatMap(([name, value]): AnyNode[] => {
    const site = { anchor: `${anchor}.Parameters.${name}`, boundary: /boundary/i.test(name) }
    if (looksLikePolicy(value)) return policyNode(value, { anchor: site.anchor, role: undefined, holders: [] })
    if (!/polic|boundary/i.test(name)) return []
    return leavesIn(value)
      .flatMap((leaf) => leaf.value.split(/,\s*/).map((arn) => ({ value: arn.trim(), span: leaf.span })))
      .filter(({ value: arn }) => /^arn:[^:]*:iam::[^:]*:policy\//.test(arn))
      .map((arn) => attachmentNode(arn, holder, site))
  })
}

/**
 * Files in which other tools say which stacks they make: Sceptre's `template` and `parameters`
 * (https://docs.sceptre-project.org/latest/docs/stack_config.html), and org-formation's tasks
 * (https://github.com/org-formation/org-formation-cli/blob/master/docs/task-files.md).
 */
export function isStackFile(document: Value): boolean {
  return stacksIn(document).length > 0
}

export function stackFileNodes(document: Value): AnyNode[] {
  return stacksIn(document).flatMap(({ name, value, span }) => {
    const parameters = member(value, 'parameters') ?? member(value, 'Parameters')
    const given = new Map(parameters?.kind === 'map' ? parameters.entries.map((entry) => [entry.key, entry.value]) : [])
    return handedPolicies(given, name, span)
  })
}

function stacksIn(document: Value): { name: string; value: Value; span: Span }[] {
  if (document.kind !== 'map') return []
  const template = member(document, 'template') ?? member(document, 'template_path')
  if (template && member(document, 'parameters')) {
    const name = leafOf(member(document, 'stack_name'))?.value ?? 'stack'
    return [{ name, value: document, span: template.span }]
  }
  return document.entries.flatMap(({ key, keySpan, value }) => {
    const type = leafOf(member(value, 'Type'))?.value ?? ''
    return /^update-stacks$/i.test(type) && member(value, 'Parameters') ? [{ name: key, value, span: keySpan }] : []
  })
}
