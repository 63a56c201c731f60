import type { Notification } from '../../core/finding.ts'
import type { AnyNode } from '../../core/node.ts'
import { limitReached } from '../../core/notice.ts'
import type { MappedText } from '../../core/text.ts'
import { leafOf, type Value } from '../../core/value.ts'
import { type Attachment, attachmentNodes, attachmentsOf } from '../../extract/attachments.ts'
import { isIdentity } from '../../extract/holders.ts'
import { identityNodes } from '../../extract/identities.ts'
import { policyNode } from '../../extract/nodes.ts'
import { type PolicyUse, policyUses } from '../../extract/policies.ts'
import { documentWith, statementNodes } from '../../extract/statements.ts'
import { withSwitches } from '../../extract/switched-off.ts'
import { switchedOff, truthOf } from './conditions.ts'
import { evaluator } from './evaluate.ts'
import { globalSettings, samNodes, withGlobals } from './sam.ts'
import { scriptNodes } from './scripts.ts'
import { parameterDefaults, settingNodes } from './settings.ts'
import { type Resource, type Template, templateOf, withParameters } from './template.ts'
import { type Made, type Unit, unitOf, valueOrigins } from './unit.ts'

/**
 * What a CloudFormation or SAM template says, as nodes; undefined when the document is no template. Anchors are logical
 * ids. `parameters` are other values than their defaults.
 */
export function templateNodes(
  document: Value | undefined,
  text: MappedText,
  parameters: ReadonlyMap<string, Value> = new Map(),
): { nodes: AnyNode[]; notifications: Notification[] } | undefined {
  const given = templateOf(document)
  if (!given) return undefined
  const template = withParameters(completed(given), parameters)
  const notifications: Notification[] = []
  const evaluate = evaluator(template, () => {
    if (notifications.length === 0)
      notifications.push(limitReached(text, 0, 'the template is too large to be evaluated whole', 'template-steps'))
  })
  const unit = unitOf(template, evaluate)
  const attachments = attachmentsOf(unit.links)
  const nodes = [
    ...identityNodes(unit.links),
    ...unit.resources.flatMap((made) => resourceNodes(made, unit, attachments)),
    ...attachmentNodes(attachments),
    ...globalSettings(unit),
    ...parameterDefaults(unit),
  ]
  const textOf = (value: Value) => leafOf(evaluate(value))?.value
  const off = switchedOff(template, truthOf(template.conditions, textOf))
  return { nodes: withSwitches(nodes, off), notifications }
}

/** The template with what SAM's `Globals` give to its resources. */
function completed(given: Template): Template {
  const resources = [...given.resources].map(([id, resource]): [string, Resource] => {
    return [id, { ...resource, properties: withGlobals(resource.type, resource.properties, given.globals) }]
  })
  return { ...given, resources: new Map(resources) }
}

function resourceNodes(made: Made, unit: Unit, attachments: readonly Attachment[]): AnyNode[] {
  const { resource, known } = made
  return [
    {
      kind: 'resource',
      span: resource.idSpan,
      anchor: resource.id,
      type: resource.type,
      name: resource.id,
      arguments: known ?? { kind: 'map', entries: [], span: resource.span },
    },
    ...samNodes(made, unit),
    ...policyUses(made, unit.links, attachments).flatMap((use) => policyOf(use, made, unit)),
    ...statementNodes(made, unit.links),
    ...scriptNodes(made, unit),
    ...settingNodes(made),
  ]
}

function policyOf({ document, role, holders, ...use }: PolicyUse, made: Made, unit: Unit): AnyNode[] {
  const related = valueOrigins(document, made.resource, unit)
  // Statements without a document around them.
  const whole = document.kind === 'list' ? documentWith(document) : document
  return policyNode(whole, { anchor: anchorOf(made, use), role, holders, related })
}

/** A resource has one policy; those of an identity are told apart by the property or by their names. */
function anchorOf(made: Made, { path, name, index }: Pick<PolicyUse, 'path' | 'name' | 'index'>): string {
  if (!isIdentity(made)) return made.address
  return `${made.address}.${path.includes('.') ? (name ?? index) : path}`
}
