import type { AnyNode } from '../../core/node.ts'
import { leafOf, member, type Value } from '../../core/value.ts'
import { languageOf, type ScriptOrigin, scriptNode, scriptsOf } from '../../extract/cloud-init.ts'
import { itemsOf, settingsOfMap } from '../../extract/nodes.ts'
import type { Trace } from './evaluate.ts'
import type { Made, Unit } from './unit.ts'

/** User-data, wherever a resource has it, and what cfn-init is told to run and to write. */
export function scriptNodes(made: Made, unit: Unit): AnyNode[] {
  return [...userData(made, unit), ...lifecycleScripts(made, unit), ...init(made, unit)]
}

/** Properties called `UserData`, at any depth (launch templates, spot fleets), evaluated with an eye on secrets. */
function userData(made: Made, unit: Unit): AnyNode[] {
  return found(made.properties, 'UserData').flatMap((value) => scriptAt(value, made, unit, 'UserData'))
}

function scriptAt(value: Value, made: Made, unit: Unit, what: string): AnyNode[] {
  const trace: Trace = { sensitive: [] }
  const known = unit.evaluate(value, trace)
  return alternatives(known).flatMap((text) => {
    if (text.kind !== 'string') return []
    const related = [{ span: value.span, message: `${what} of ${made.resource.id}` }]
    return scriptsOf(text.text, { place: 'user-data', anchor: made.resource.id, sensitive: trace.sensitive, related })
  })
}

function alternatives(value: Value): readonly Value[] {
  return value.kind === 'unknown' ? (value.maybe ?? []).flatMap(alternatives) : [value]
}

function found(value: Value | undefined, key: string, depth = 0): Value[] {
  if (!value || depth > 12) return []
  if (value.kind === 'list') return value.items.flatMap((item) => found(item, key, depth + 1))
  if (value.kind !== 'map') return []
  return value.entries.flatMap((entry) => (entry.key === key ? [entry.value] : found(entry.value, key, depth + 1)))
}

/** SageMaker's notebook scripts are base64 in `Content`; Lightsail and the like have `UserData`. */
function lifecycleScripts(made: Made, unit: Unit): AnyNode[] {
  if (made.resource.type !== 'AWS::SageMaker::NotebookInstanceLifecycleConfig') return []
  return ['OnCreate', 'OnStart'].flatMap((key) =>
    found(member(made.properties, key), 'Content').flatMap((value) => scriptAt(value, made, unit, key)),
  )
}

/**
 * `AWS::CloudFormation::Init` in a resource's metadata: commands with their environment, and files.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-init.html
 */
function init(made: Made, unit: Unit): AnyNode[] {
  const written = member(made.resource.metadata, 'AWS::CloudFormation::Init')
  if (!written) return []
  const trace: Trace = { sensitive: [] }
  const known = unit.evaluate(written, trace)
  const configs = known.kind === 'map' ? known.entries.map((entry) => entry.value) : []
  const origin: ScriptOrigin = {
    place: 'user-data',
    anchor: made.resource.id,
    sensitive: trace.sensitive,
    related: [{ span: made.resource.idSpan, message: `cfn-init of ${made.resource.id}` }],
  }
  return configs.flatMap((config) => [...initCommands(config, origin), ...initFiles(config, origin)])
}

function initCommands(config: Value, origin: ScriptOrigin): AnyNode[] {
  const commands = member(config, 'commands')
  if (commands?.kind !== 'map') return []
  return commands.entries.flatMap(({ value }) => {
    const lines = itemsOf(member(value, 'command')).filter((line) => line.kind === 'string')
    const test = member(value, 'test')
    return [
      ...[...lines, ...(test?.kind === 'string' ? [test] : [])].map((line) => scriptNode(line.text, 'shell', origin)),
      ...settingsOfMap(member(value, 'env'), origin),
    ]
  })
}

function initFiles(config: Value, origin: ScriptOrigin): AnyNode[] {
  const files = member(config, 'files')
  if (files?.kind !== 'map') return []
  return files.entries.flatMap(({ key, value }): AnyNode[] => {
    const content = member(value, 'content')
    if (content?.kind === 'map') return settingsOfMap(content, origin)
    if (content?.kind !== 'string' || content.text.value.trim() === '') return []
    const encoded = leafOf(member(value, 'encoding'))?.value === 'base64'
    if (encoded) return scriptsOf(content.text, origin)
    return [scriptNode(content.text, languageOf(content.text.value, key), origin)]
  })
}
