import type { PairSite, Path } from '../aws/resources/index.ts'
import type { Place, SettingNode } from '../core/node.ts'
import { DEEPEST_VALUE, type Leaf, leafOf, member, plainOf, type Value } from '../core/value.ts'
import { namesSecret } from '../secrets/names.ts'
import { jsonIn, parsedText } from './encoded.ts'
import { looksLikePolicy } from './policy-document.ts'
import { argumentAt, argumentsAt, type Declared } from './resource.ts'

/** A setting of the owner that the front end speaks of; `documented`: it is a secret whatever it is called. */
export type MakeSetting = (name: Leaf, value: Value, place: Place, documented?: boolean) => SettingNode

/**
 * What a resource is set to, as far as a secret may stand in it: environments, options and parameters, arguments whose
 * names say that they are a secret or that are documented as one, in objects and in JSON and YAML that stand as text.
 */
export function settingsOf(resource: Declared, make: MakeSetting, usual?: Place): SettingNode[] {
  const { mode, row, type } = resource
  if (mode === 'data') return []
  const environment = row?.environment ?? (type.startsWith('kubernetes_') ? 'kubernetes' : usual)
  return walk(resource.arguments, { make, environment, ...knownOf(resource) })
}

/** The settings of a value that belongs to no resource we know: what a module from elsewhere is given. */
export function settingsIn(value: Value, make: MakeSetting, environment?: Place): SettingNode[] {
  return walk(value, { make, environment, ...NOTHING_KNOWN })
}

/** Values of which the row of the type says what they are. */
interface Known {
  readonly secrets: ReadonlySet<Value>
  readonly texts: ReadonlySet<Value>
  readonly pairs: ReadonlyMap<Value, PairSite>
  readonly parameters: ReadonlyMap<Value, { readonly name: Leaf; readonly place: Place }>
}

interface Walk extends Known {
  readonly make: MakeSetting
  /** Where environments take effect, when it does not go by their name. */
  readonly environment: Place | undefined
}

const NOTHING_KNOWN: Known = { secrets: new Set(), texts: new Set(), pairs: new Map(), parameters: new Map() }

function knownOf(resource: Declared): Known {
  const { row } = resource
  if (!row) return NOTHING_KNOWN
  const at = (path: Path): Value[] => argumentsAt(resource, path).map(({ value }) => value)
  const secure = plainOf(argumentAt(resource, 'type')) === 'SecureString'
  const name = (row.parameter && leafOf(argumentAt(resource, row.parameter.name))) ?? {
    value: resource.address.split('.').at(-1)!,
    span: resource.header,
  }
  const parameter = { name, place: secure ? 'provider' : 'ssm-parameter' } as const
  return {
    secrets: new Set(row.secrets?.flatMap(at)),
    texts: new Set(row.texts?.flatMap(at)),
    pairs: new Map(row.pairs?.flatMap((pair) => at(pair.at).map((value) => [value, pair] as const))),
    parameters: new Map(row.parameter?.values.flatMap(at).map((value) => [value, parameter] as const)),
  }
}

function walk(value: Value, state: Walk, depth = 0): SettingNode[] {
  if (depth > DEEPEST_VALUE || looksLikePolicyText(value)) return []
  switch (value.kind) {
    case 'list':
      return [...optionsIn(value.items, state), ...value.items.flatMap((item) => walk(item, state, depth + 1))]
    case 'unknown':
      return (value.maybe ?? []).flatMap((choice) => walk(choice, state, depth + 1))
    case 'string': {
      const inner = jsonIn(value)
      return inner ? walk(inner, state, depth + 1) : []
    }
    case 'map':
      return value.entries.flatMap((entry) => {
        const name = { value: entry.key, span: entry.keySpan }
        return settingAt(name, entry.value, state, depth)
      })
    default:
      return []
  }
}

function settingAt(name: Leaf, value: Value, state: Walk, depth: number): SettingNode[] {
  const { make } = state
  const pair = state.pairs.get(value)
  if (pair) return pairsIn(value, pair.place, make)
  const parameter = state.parameters.get(value)
  if (parameter) return isScalar(value) ? [make(parameter.name, value, parameter.place)] : walk(value, state, depth + 1)
  if (state.texts.has(value)) return textSettings(name, value, state, depth)
  const usual = ENVIRONMENTS.get(plain(name.value))
  const place = usual === 'metadata' ? usual : (state.environment ?? usual)
  if (place && usual) {
    const found = environment(value, place, state, depth)
    if (found) return found
  }
  if (value.kind === 'list' && /passwords$/i.test(name.value)) {
    return value.items.flatMap((item) => settingAt(name, item, state, depth + 1))
  }
  if (!isScalar(value)) return walk(value, state, depth + 1)
  if (state.secrets.has(value)) return [make(name, value, 'provider', true)]
  return namesSecret(name.value) ? [make(name, value, 'provider')] : []
}

/** Names of arguments that hold environments, in any spelling, and where those take effect. */
const ENVIRONMENTS: ReadonlyMap<string, Place> = new Map<string, Place>([
  ['env', 'ecs-environment'],
  ['environment', 'ecs-environment'],
  ['runtimeenvironmentvariables', 'ecs-environment'],
  ['environmentvariable', 'build-environment'],
  ['environmentvariables', 'build-environment'],
  ['environmentvariablesoverride', 'build-environment'],
  ['envvars', 'build-environment'],
  ['defaultarguments', 'build-environment'],
  ['airflowconfigurationoptions', 'build-environment'],
  ['metadata', 'metadata'],
])

const plain = (name: string): string => name.replace(/[_-]/g, '').toLowerCase()

/** Pairs of names and values, or a map from names to values, one level deeper in `variables`; undefined for neither. */
function environment(given: Value, place: Place, state: Walk, depth: number): SettingNode[] | undefined {
  if (given.kind === 'unknown' && given.maybe) {
    return given.maybe.flatMap((choice) => environment(choice, place, state, depth + 1) ?? [])
  }
  const value = given.kind === 'string' ? jsonIn(given) : given
  if (value?.kind === 'list') {
    return value.items.flatMap((item) => {
      const variables = member(item, 'variables')
      if (isPair(item)) return pairsIn(item, place, state.make)
      if (variables) return ofMap(variables, place, state.make)
      if (item.kind === 'unknown') return environment(item, place, state, depth + 1) ?? []
      return walk(item, state, depth + 1)
    })
  }
  if (value?.kind !== 'map') return undefined
  if (place === 'metadata' && isPair(value)) return undefined
  if (isPair(value)) return pairsIn(value, place, state.make)
  const variables = member(value, 'variables') ?? member(value, 'Variables')
  if (variables) return ofMap(variables, place, state.make)
  const nested = value.entries.filter(({ value: inner }) => inner.kind === 'list' || inner.kind === 'map')
  return [
    ...ofMap(value, place, state.make),
    ...nested.flatMap(({ key, keySpan, value: inner }) =>
      settingAt({ value: key, span: keySpan }, inner, state, depth + 1),
    ),
  ]
}

/** Every entry of a map: name and value. */
export function ofMap(map: Value, place: Place, make: MakeSetting): SettingNode[] {
  if (map.kind === 'unknown') return (map.maybe ?? []).flatMap((choice) => ofMap(choice, place, make))
  if (map.kind !== 'map') return []
  return map.entries.flatMap(({ key, keySpan, value: given }) => {
    // CodeBuild's `{NAME: {value}}` in the CDK; with a type it names a store.
    const value = given.kind === 'map' && !member(given, 'type') ? member(given, 'value') : given
    if (!value || value.kind === 'list' || value.kind === 'map' || value.kind === 'null') return []
    return [make({ value: key, span: keySpan }, value, place)]
  })
}

const NAMES = ['name', 'Name', 'OptionName', 'optionName', 'HeaderName', 'headerName']
const VALUES = ['value', 'Value', 'HeaderValue', 'headerValue']

const first = (value: Value, keys: readonly string[]): Value | undefined =>
  keys.reduce<Value | undefined>((found, key) => found ?? member(value, key), undefined)

const isPair = (value: Value): boolean => first(value, NAMES) !== undefined && first(value, VALUES) !== undefined

/** `{name, value}`, or a list of them; those that name a store (`type = "SECRETS_MANAGER"`) are no literals. */
function pairsIn(value: Value, place: Place, make: MakeSetting): SettingNode[] {
  if (value.kind === 'list') return value.items.flatMap((item) => pairsIn(item, place, make))
  if (value.kind === 'unknown') return (value.maybe ?? []).flatMap((choice) => pairsIn(choice, place, make))
  const name = leafOf(first(value, [...NAMES, 'key', 'Key']))
  const given = first(value, VALUES)
  const type = leafOf(first(value, ['type', 'Type']))?.value ?? 'PLAINTEXT'
  return name && given && /^(?:PLAINTEXT|auto|string)$/.test(type) ? [make(name, given, place)] : []
}

/** `["--db-password", "…"]`: options of a program, each before its value. */
function optionsIn(items: readonly Value[], { make }: Walk): SettingNode[] {
  return items.flatMap((item, index) => {
    const next = items[index + 1]
    const option = item.kind === 'string' && !item.json ? item.text.value : ''
    if (next?.kind !== 'string' || !/^--?[A-Za-z][\w-]*$/.test(option) || !namesSecret(option)) return []
    return next.text.value.startsWith('-') ? [] : [make({ value: option, span: item.span }, next, 'provider')]
  })
}

/** A file, or what configures a program: a document with names in it, or lines of `NAME=value`. */
function textSettings(name: Leaf, value: Value, state: Walk, depth: number): SettingNode[] {
  if (value.kind === 'list') return value.items.flatMap((item) => textSettings(name, item, state, depth + 1))
  if (value.kind === 'unknown') return (value.maybe ?? []).flatMap((one) => textSettings(name, one, state, depth + 1))
  if (value.kind !== 'string') return walk(value, state, depth + 1)
  const parsed = parsedText(value)
  if (parsed?.kind === 'map' || parsed?.kind === 'list') return walk(parsed, state, depth + 1)
  return [state.make(name, value, 'provider')]
}

/** Text or a number, or one of several. */
export function isScalar(value: Value): boolean {
  if (value.kind === 'unknown') return value.maybe?.some(isScalar) === true
  return (value.kind === 'string' && jsonIn(value) === undefined) || value.kind === 'number'
}

/** Policies speak of names and tokens, and hold no secrets. */
function looksLikePolicyText(value: Value): boolean {
  return (value.kind === 'map' || value.kind === 'string') && looksLikePolicy(value)
}
