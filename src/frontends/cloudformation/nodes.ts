import type { Notification } from '../../core/finding.ts'
import type { AnyNode } from '../../core/node.ts'
import { limitReached } from '../../core/notice.ts'
import { type MappedText, UNKNOWN } from '../../core/text.ts'
import { leafOf, member, type Value } from '../../core/value.ts'
import { evaluator } from './evaluate.ts'
import { attachedPolicies, identityNodes } from './identities.ts'
import { resourcePolicies } from './policies.ts'
import { globalSettings, samNodes, withGlobals } from './sam.ts'
import { scriptNodes } from './scripts.ts'
import { parameterDefaults, settingNodes } from './settings.ts'
import { type Template, templateOf } from './template.ts'
import { type Made, resourcesOf, type Unit } from './unit.ts'

/**
 * What a CloudFormation or SAM template says, as nodes; undefined when the document is no template. Anchors are logical
 * ids.
 */
export function templateNodes(
  document: Value | undefined,
  text: MappedText,
): { nodes: AnyNode[]; notifications: Notification[] } | undefined {
  const template = templateOf(document)
  if (!template) return undefined
  const notifications: Notification[] = []
  const unit = unitOf(template, () => {
    if (notifications.length === 0)
      notifications.push(limitReached(text, 0, 'the template is too large to be evaluated whole', 'template-steps'))
  })
  const nodes = resourcesOf(unit).flatMap((made) => resourceNodes(made, unit))
  return { nodes: [...nodes, ...globalSettings(unit), ...parameterDefaults(unit)], notifications }
}

function unitOf(given: Template, onLimit: () => void): Unit {
  const resources = new Map(
    [...given.resources].map(([id, resource]) => {
      return [id, { ...resource, properties: withGlobals(resource.type, resource.properties, given.globals) }]
    }),
  )
  const template: Template = { ...given, resources }
  const evaluate = evaluator(template, onLimit)
  const properties = new Map<string, Value>()
  for (const resource of resources.values()) {
    if (resource.properties) properties.set(resource.id, evaluate(resource.properties))
  }
  const names = { template, evaluate, named: namesIn(template, properties) }
  const all = resourcesOf({ template, properties })
  const additions = all.filter(({ resource }) => resource.type === 'AWS::IAM::UserToGroupAddition')
  return { ...names, properties, attached: attachedPolicies(all, names), additions }
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['AWS::IAM::Role', 'RoleName'],
  ['AWS::IAM::User', 'UserName'],
  ['AWS::IAM::Group', 'GroupName'],
  ['AWS::IAM::ManagedPolicy', 'ManagedPolicyName'],
])

/** Resources by the names that they have in AWS. */
function namesIn(template: Template, all: ReadonlyMap<string, Value>): Map<string, string> {
  const named = new Map<string, string>()
  for (const { id, type } of template.resources.values()) {
    const name = leafOf(member(all.get(id), NAMES.get(type) ?? ''))?.value
    if (name !== undefined && name !== UNKNOWN) named.set(name, id)
  }
  return named
}

function resourceNodes(made: Made, unit: Unit): AnyNode[] {
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
    ...identityNodes(made, unit),
    ...samNodes(made, unit),
    ...resourcePolicies(made, unit),
    ...scriptNodes(made, unit),
    ...settingNodes(made),
  ]
}
