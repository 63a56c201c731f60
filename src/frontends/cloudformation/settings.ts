import type { AnyNode, Place, SettingNode } from '../../core/node.ts'
import { leafOf, member, type Value } from '../../core/value.ts'
import { itemsOf, settingNode, settingsOfMap } from '../../extract/nodes.ts'
import { namesSecret } from '../../secrets/names.ts'
import { buildspecNodes } from '../pipelines/pipeline.ts'
import type { Made, Unit } from './unit.ts'

/** Environment variables, parameters and password-like properties of a resource, each value once. */
export function settingNodes(made: Made): AnyNode[] {
  const ofType = settingsOfType(made)
  const said = new Set(ofType.flatMap((node) => (node.kind === 'setting' ? [placeOf(node)] : [])))
  const others = passwords(made.known, made.resource.id)
  return [...ofType, ...others.filter((node) => !said.has(placeOf(node)))]
}

function placeOf({ value: { span } }: SettingNode): string {
  return `${span.uri} ${span.start}`
}

/** What resources of this type are known to take: environments, parameters. */
function settingsOfType(made: Made): AnyNode[] {
  const anchor = made.resource.id
  const at = (...path: string[]): Value | undefined =>
    path.reduce<Value | undefined>((value, key) => member(value, key), made.known)
  switch (made.resource.type) {
    case 'AWS::Lambda::Function':
    case 'AWS::Serverless::Function':
      return settingsOfMap(at('Environment', 'Variables'), { place: 'lambda-environment', anchor })
    case 'AWS::ECS::TaskDefinition':
      return itemsOf(at('ContainerDefinitions')).flatMap((container) =>
        pairs(member(container, 'Environment'), 'ecs-environment', anchor),
      )
    case 'AWS::Batch::JobDefinition':
      return pairs(at('ContainerProperties', 'Environment'), 'ecs-environment', anchor)
    case 'AWS::AppRunner::Service':
      return [
        ...pairs(
          at('SourceConfiguration', 'ImageRepository', 'ImageConfiguration', 'RuntimeEnvironmentVariables'),
          'ecs-environment',
          anchor,
        ),
        ...pairs(
          at(
            'SourceConfiguration',
            'CodeRepository',
            'CodeConfiguration',
            'CodeConfigurationValues',
            'RuntimeEnvironmentVariables',
          ),
          'ecs-environment',
          anchor,
        ),
      ]
    case 'AWS::CodeBuild::Project':
      return [
        ...pairs(at('Environment', 'EnvironmentVariables'), 'build-environment', anchor),
        ...buildspec(at('Source', 'BuildSpec'), anchor),
      ]
    case 'AWS::Amplify::App':
    case 'AWS::Amplify::Branch':
      return [...pairs(at('EnvironmentVariables'), 'build-environment', anchor), ...buildspec(at('BuildSpec'), anchor)]
    case 'AWS::ElasticBeanstalk::Environment':
    case 'AWS::ElasticBeanstalk::ConfigurationTemplate':
      return itemsOf(at('OptionSettings')).flatMap((option) => beanstalkOption(option, anchor))
    case 'AWS::SageMaker::Model':
      return settingsOfMap(at('PrimaryContainer', 'Environment'), { place: 'ecs-environment', anchor })
    case 'AWS::SSM::Parameter':
      return parameter(made, anchor)
    default:
      return []
  }
}

/** A buildspec may stand in the template; otherwise it is the name of a file. */
function buildspec(value: Value | undefined, anchor: string): AnyNode[] {
  return value?.kind === 'string' && value.text.value.includes('\n') ? buildspecNodes(value.text, anchor) : []
}

/** `[{Name, Value}]`; those that name a store (`Type: SECRETS_MANAGER`) are no literals. */
function pairs(list: Value | undefined, place: Place, anchor: string): AnyNode[] {
  return itemsOf(list).flatMap((item) => {
    const name = leafOf(member(item, 'Name'))
    const value = member(item, 'Value')
    const type = leafOf(member(item, 'Type'))?.value ?? 'PLAINTEXT'
    return name && value && type === 'PLAINTEXT' ? [settingNode(name, value, { place, anchor })] : []
  })
}

function beanstalkOption(option: Value, anchor: string): AnyNode[] {
  const name = leafOf(member(option, 'OptionName'))
  const value = member(option, 'Value')
  return name && value ? [settingNode(name, value, { place: 'ecs-environment', anchor })] : []
}

function parameter(made: Made, anchor: string): AnyNode[] {
  const value = member(made.known, 'Value')
  const name = leafOf(member(made.known, 'Name')) ?? { value: anchor, span: made.resource.idSpan }
  return value ? [settingNode(name, value, { place: 'ssm-parameter', anchor })] : []
}

/** Properties whose name says that they are a secret, and whose value stands in the template. */
function passwords(value: Value | undefined, anchor: string, depth = 0): SettingNode[] {
  if (!value || depth > 12) return []
  if (value.kind === 'list') return value.items.flatMap((item) => passwords(item, anchor, depth + 1))
  if (value.kind !== 'map') return []
  return value.entries.flatMap(({ key, keySpan, value: inner }) => {
    const scalar = inner.kind === 'string' || inner.kind === 'number' || (inner.kind === 'unknown' && inner.maybe)
    if (!scalar) return passwords(inner, anchor, depth + 1)
    if (!namesSecret(key)) return []
    return [settingNode({ value: key, span: keySpan }, inner, { place: 'provider', anchor })]
  })
}

/** Defaults of parameters: all of those with NoEcho, which say themselves that they are secret, and the others by name. */
export function parameterDefaults(unit: Unit): AnyNode[] {
  return [...unit.template.parameters.values()].flatMap((parameter) => {
    const given = parameter.default
    if (!given || parameter.type.startsWith('AWS::') || (given.kind !== 'string' && given.kind !== 'number')) return []
    const name = { value: parameter.name, span: parameter.nameSpan }
    return [settingNode(name, given, { place: 'variable-default', anchor: parameter.name })]
  })
}
