import type { Notification } from '../../core/finding.ts'
import type { AnyNode, SettingNode } from '../../core/node.ts'
import { attachmentNodes, attachmentsOf } from '../../extract/attachments.ts'
import { identityNodes } from '../../extract/identities.ts'
import { statementNodes } from '../../extract/statements.ts'
import { unitLinks } from './nodes/links.ts'
import { type ForeignGrants, foreignGrants } from './nodes/module-arguments.ts'
import { moduleNodes } from './nodes/module-settings.ts'
import { policyNodes } from './nodes/policies.ts'
import { registryNodes } from './nodes/registry-modules.ts'
import { collectScripts, collectUnusedTemplates, type ScriptCollector } from './nodes/scripts.ts'
import { resourceSettings } from './nodes/settings.ts'
import { stackNodes } from './nodes/stacks.ts'
import type { Unit, UnitResource } from './unit.ts'

/** Everything that rules ask for, out of an evaluated module. */
export function nodesOf(unit: Unit): { nodes: AnyNode[]; notifications: Notification[] } {
  const notifications: Notification[] = []
  const scripts: ScriptCollector = { nodes: [], seen: new Set(), notify: (one) => notifications.push(one) }
  const ofResources = resourceNodes(unit.resources, { scripts, grants: foreignGrants(unit.run, unit.modules) })
  const ofModules = unit.modules.flatMap((module) => [
    ...moduleNodes(unit.run, module, scripts),
    ...registryNodes(unit.run, module),
  ])
  for (const resource of unit.resources) collectUnusedTemplates(resource, scripts)
  return { nodes: withoutRepeatedSettings([...ofResources, ...scripts.nodes, ...ofModules]), notifications }
}

/** What there is besides resources: a collector for all scripts, and grants in arguments of modules from elsewhere. */
interface ResourceContext {
  readonly scripts: ScriptCollector
  readonly grants: ForeignGrants
}

/** The nodes that resources give by themselves, their scripts among them unless they are collected outside. */
export function resourceNodes(resources: readonly UnitResource[], around?: ResourceContext): AnyNode[] {
  const links = unitLinks(resources)
  const attachments = [...attachmentsOf(links), ...(around?.grants.attachments ?? [])]
  const policies = policyNodes(resources, links, attachments, around?.grants.uses ?? [])
  const collector: ScriptCollector = around?.scripts ?? { nodes: [], seen: new Set(), notify: () => {} }
  for (const resource of resources) collectScripts(resource, collector)
  return [
    ...resources.filter((resource) => resource.mode === 'resource').map(resourceNode),
    ...identityNodes(links),
    ...policies.nodes,
    ...resources.flatMap((resource) => statementNodes(resource, links)),
    ...attachmentNodes(attachments, policies.anchors),
    ...resources.flatMap(stackNodes),
    ...(around ? [] : collector.nodes),
    ...resources.flatMap(resourceSettings),
  ]
}

function resourceNode(resource: UnitResource): AnyNode {
  const { type, name, address, header } = resource
  return { kind: 'resource', span: header, anchor: address, type, name, arguments: resource.arguments }
}

/** A literal that several settings come from is told of once, where it takes effect first. */
function withoutRepeatedSettings(nodes: readonly AnyNode[]): AnyNode[] {
  const seen = new Set<string>()
  return nodes.filter((node) => {
    const span = node.kind === 'setting' ? literalSpan(node) : undefined
    if (!span) return true
    const key = `${span.uri} ${span.start} ${span.end}`
    return !seen.has(key) && seen.add(key)
  })
}

function literalSpan(setting: SettingNode) {
  return setting.value.kind === 'string' && setting.value.text.runs.length === 1 ? setting.value.span : undefined
}
