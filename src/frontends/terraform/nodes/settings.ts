import type { Place, SettingNode } from '../../../core/node.ts'
import type { Span } from '../../../core/source.ts'
import { type Leaf, leafOf, type Value } from '../../../core/value.ts'
import { parsedText } from '../../../extract/encoded.ts'
import { settingNode } from '../../../extract/nodes.ts'
import { namesSecret } from '../../../secrets/names.ts'
import { blocksIn } from '../blocks.ts'
import type { UnitResource } from '../unit.ts'
import { type Evaluated, memberOf, plainOf } from '../value.ts'
import { isInside } from './value-origins.ts'

/** What settings belong to: a resource, a provider, a module call. */
export interface Owner {
  readonly address: string
  readonly span: Span
}

/** Environments, parameters and secret-like arguments of a resource. */
export function settingsOf(resource: UnitResource): SettingNode[] {
  if (resource.mode === 'data') return []
  const given = resource.arguments
  const at = (path: string): Evaluated[] => valuesAt(given, path.split('.'))
  const special = ((): SettingNode[] | undefined => {
    switch (resource.type) {
      case 'aws_lambda_function':
        return at('environment.variables').flatMap((map) => ofMap(map, 'lambda-environment', resource))
      case 'aws_ecs_task_definition':
        return at('container_definitions').flatMap((list) => containers(list, resource))
      case 'aws_batch_job_definition':
        return [...at('container_properties'), ...at('ecs_properties'), ...at('node_properties')].flatMap((value) =>
          containers(value, resource),
        )
      case 'aws_codebuild_project':
        return at('environment.environment_variable').flatMap((one) => pair(one, 'build-environment', resource))
      case 'aws_codebuild_webhook':
        return []
      case 'aws_elastic_beanstalk_environment':
      case 'aws_elastic_beanstalk_configuration_template':
        return at('setting').flatMap((one) => pair(one, 'ecs-environment', resource))
      case 'aws_ssm_parameter':
        return parameter(resource)
      case 'helm_release':
        return ['set', 'set_sensitive'].flatMap((block) => at(block).flatMap((one) => pair(one, 'provider', resource)))
      default:
        return undefined
    }
  })()
  return [...(special ?? []), ...named(given, resource, 0, '')]
}

/** Maps of environment variables, by the name of the argument that holds them. */
const ENVIRONMENTS: ReadonlyMap<string, Place> = new Map<string, Place>([
  ['runtime_environment_variables', 'ecs-environment'],
  ['environment_variables', 'build-environment'],
  ['env_vars', 'build-environment'],
  ['default_arguments', 'build-environment'],
  ['airflow_configuration_options', 'build-environment'],
  ['metadata', 'metadata'],
])

/** Arguments whose name says that they are a secret, and environments, wherever they stand in a resource. */
export function named(value: Evaluated, owner: Owner, depth: number, type: string): SettingNode[] {
  if (depth > 8) return []
  if (value.kind === 'list') return value.items.flatMap((item) => named(item as Evaluated, owner, depth + 1, type))
  if (value.kind !== 'map') return []
  return value.entries.flatMap((entry): SettingNode[] => {
    const inner = entry.value as Evaluated
    const place = ENVIRONMENTS.get(entry.key)
    if (place && inner.kind === 'map') return ofMap(inner, place, owner)
    if (inner.kind === 'string' && inner.json && namesSecret(entry.key)) {
      return named(inner.json as Evaluated, owner, depth + 1, entry.key)
    }
    if (!isScalar(inner)) return named(inner, owner, depth + 1, entry.key)
    if (!namesSecret(entry.key)) return []
    return [made({ value: entry.key, span: entry.keySpan }, inner, 'provider', owner)]
  })
}

export function isScalar(value: Evaluated): boolean {
  if (value.kind === 'unknown') return value.maybe?.some((choice) => isScalar(choice as Evaluated)) === true
  return (value.kind === 'string' && !value.json) || value.kind === 'number'
}

/** A setting, with the place of use when its value is written elsewhere. */
export function made(name: Leaf, value: Value, place: Place, owner: Owner): SettingNode {
  const plain = settingNode(name, value, { place, anchor: owner.address })
  const { marks = [] } = value as Evaluated
  const node = marks.length > 0 ? { ...plain, sensitive: marks } : plain
  const apart = node.value.kind === 'string' && !isInside(node.value.span, owner.span)
  if (node.related.length > 0 || !apart) return node
  return { ...node, related: [{ span: name.span, message: 'used here' }] }
}

/** Every entry of a map: name and value. */
export function ofMap(map: Evaluated, place: Place, owner: Owner): SettingNode[] {
  if (map.kind === 'unknown') return (map.maybe ?? []).flatMap((choice) => ofMap(choice as Evaluated, place, owner))
  if (map.kind !== 'map') return []
  return map.entries.flatMap((entry) =>
    entry.value.kind === 'list' || entry.value.kind === 'map' || entry.value.kind === 'null'
      ? []
      : [made({ value: entry.key, span: entry.keySpan }, entry.value, place, owner)],
  )
}

/** `{name, value}`; those that name a store (`type = "SECRETS_MANAGER"`) are no literals. */
function pair(value: Evaluated, place: Place, owner: Owner): SettingNode[] {
  const name = leafOf(memberOf(value, 'name'))
  const given = memberOf(value, 'value')
  const type = plainOf(memberOf(value, 'type')) ?? 'PLAINTEXT'
  return name && given && type === 'PLAINTEXT' ? [made(name, given, place, owner)] : []
}

/** Containers of ECS and Batch, as JSON text or `jsonencode`: their `environment`, not their `secrets`. */
function containers(definitions: Evaluated, owner: Owner): SettingNode[] {
  if (definitions.kind === 'unknown') {
    return (definitions.maybe ?? []).flatMap((choice) => containers(choice as Evaluated, owner))
  }
  const parsed = parsedText(definitions)
  const found: SettingNode[] = []
  const visit = (value: Value, depth: number): void => {
    if (depth > 8) return
    if (value.kind === 'list') for (const item of value.items) visit(item, depth + 1)
    if (value.kind === 'unknown') for (const choice of value.maybe ?? []) visit(choice, depth + 1)
    if (value.kind !== 'map') return
    for (const entry of value.entries) {
      if (entry.key === 'secrets') continue
      if (entry.key === 'environment') found.push(...environment(entry.value as Evaluated, owner))
      else visit(entry.value, depth + 1)
    }
  }
  if (parsed) visit(parsed, 0)
  return found
}

function environment(list: Evaluated, owner: Owner): SettingNode[] {
  if (list.kind === 'map') return ofMap(list, 'ecs-environment', owner)
  return blocksIn(list).flatMap((one) => pair(one, 'ecs-environment', owner))
}

/** A parameter's value; a SecureString written out in the configuration is no secret any more. */
function parameter(resource: UnitResource): SettingNode[] {
  const name = leafOf(memberOf(resource.arguments, 'name')) ?? { value: resource.name, span: resource.header }
  const secure = plainOf(memberOf(resource.arguments, 'type')) === 'SecureString'
  return ['value', 'insecure_value'].flatMap((argument) => {
    const value = memberOf(resource.arguments, argument)
    if (value?.kind === 'string' && value.json) return named(value.json as Evaluated, resource, 0, argument)
    return value && isScalar(value) ? [made(name, value, secure ? 'provider' : 'ssm-parameter', resource)] : []
  })
}

function valuesAt(value: Evaluated, path: readonly string[]): Evaluated[] {
  const [key, ...rest] = path
  if (key === undefined) return [value]
  const inner = memberOf(value, key)
  if (!inner) return []
  const blocks = rest.length > 0 || inner.kind === 'list' ? blocksIn(inner) : [inner]
  return (blocks.length > 0 ? blocks : [inner]).flatMap((block) => valuesAt(block, rest))
}
