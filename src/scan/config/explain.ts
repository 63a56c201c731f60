import type { Pattern } from '../../rules/patterns/pattern.ts'
import { joinConfigs } from './join.ts'
import type { AllowEntry, Config, ConfigFile } from './model.ts'
import { namesRule } from './rule-ids.ts'
import { THRESHOLD_FIELDS } from './thresholds.ts'

/** A value of the configuration as it counts. */
export interface ExplainedValue {
  /** `rules.iam/*`, `paths-ignore[0]`. */
  readonly key: string
  readonly value: unknown
  /** `.keylatch.yml:3`, `preset strict`, `default`. */
  readonly from: string
  readonly locked: boolean
}

/** Values that stand alone, by key. */
const SINGLE = {
  'fail-on': (config) => config.failOn,
  'fail-on-confidence': (config) => config.failOnConfidence,
  preset: (config) => config.preset,
  baseline: (config) => config.baseline,
  'inline-suppressions': (config) => config.inlineSuppressions,
  dismissals: (config) => config.dismissals,
} satisfies Record<string, (config: Config) => unknown>

/** Lists, by key; each file's own items. */
const LISTS = {
  'paths-ignore': (settings) => settings.pathsIgnore ?? [],
  'trusted-accounts': (settings) => [...(settings.trustedAccounts ?? [])],
  patterns: (settings) => (settings.patterns ?? []).map(patternEntry),
  'patterns-from': (settings) => settings.patternsFrom ?? [],
  allow: (settings) => (settings.allow ?? []).map(entryOf),
} satisfies Record<string, (settings: Partial<Config>) => readonly unknown[]>

/** The whole configuration as it counts, each value with where it comes from. */
export function explainConfig(files: readonly ConfigFile[]): ExplainedValue[] {
  const config = joinConfigs(files)
  const isLocked = (key: string) => config.locked.has(key)
  const row = (key: string, value: unknown, lock = key): ExplainedValue => ({
    key,
    value,
    from: originOf(files, key),
    locked: isLocked(lock),
  })
  const isRuleLocked = (id: string) =>
    isLocked('rules') || [...config.locked].some((lock) => namesRule(lock, id) || namesRule(id, lock))
  return [
    ...Object.entries(SINGLE).flatMap(([key, read]) => {
      const value = read(config)
      return value === undefined ? [] : [row(key, value)]
    }),
    ...[...config.rules].map(([id, setting]) => ({ ...row(`rules.${id}`, setting), locked: isRuleLocked(id) })),
    ...Object.entries(THRESHOLD_FIELDS).flatMap(([key, field]) => {
      const value = config.thresholds[field]
      const plain = typeof value === 'number' ? value : Object.fromEntries(value)
      return typeof plain === 'object' && Object.keys(plain).length === 0
        ? []
        : [row(`thresholds.${key}`, plain, 'thresholds')]
    }),
    ...Object.entries(LISTS).flatMap(([key, itemsOf]) => {
      let index = 0
      return files.flatMap((file) =>
        itemsOf(file.settings).map((value, at): ExplainedValue => {
          const from = placeIn(file, `${key}[${at}]`) ?? file.uri
          return { key: `${key}[${index++}]`, value, from, locked: isLocked(key) }
        }),
      )
    }),
  ]
}

/** As YAML that means the same when it is read again, with where each value comes from beside it. */
export function explainedYaml(values: readonly ExplainedValue[], withOrigins: boolean): string {
  const lines: (readonly [text: string, of?: ExplainedValue])[] = []
  let group = ''
  for (const value of values) {
    const [, name = '', member, index] = /^([^.[]+)(?:\.(.+)|\[(\d+)\])?$/.exec(value.key) ?? []
    const text = JSON.stringify(value.value)
    const written =
      typeof value.value === 'string' && /^[\w][\w./-]*$/.test(value.value) && !/^\d/.test(value.value)
        ? value.value
        : text
    if (member === undefined && index === undefined) {
      lines.push([`${name}: ${written}`, value])
      continue
    }
    if (name !== group) lines.push([`${name}:`])
    group = name
    lines.push([index === undefined ? `  ${member}: ${written}` : `  - ${written}`, value])
  }
  if (!withOrigins) return `${lines.map(([text]) => text).join('\n')}\n`
  const width = Math.min(60, Math.max(...lines.map(([text]) => text.length)))
  return `${lines.map(([text, of]) => (of ? `${text.padEnd(width)}  # ${of.from}${of.locked ? ', locked' : ''}` : text)).join('\n')}\n`
}

function originOf(files: readonly ConfigFile[], key: string): string {
  const givers = files.filter((file) => placeIn(file, key) !== undefined || presetOf(file, key))
  const last = givers.at(-1)
  if (last) return placeIn(last, key) ?? last.uri
  // A strict preset lowers what blocks, where nobody says it.
  const strict = key === 'fail-on' ? files.findLast(({ settings }) => settings.preset !== undefined) : undefined
  return strict?.settings.preset === 'strict' ? (placeIn(strict, 'preset') ?? strict.uri) : 'default'
}

function presetOf({ settings, places }: ConfigFile, key: string): boolean {
  return key === 'preset' && settings.preset !== undefined && places.size === 0
}

function placeIn({ uri, places }: ConfigFile, key: string): string | undefined {
  const place = places.get(key)
  return place && `${uri}:${place.line}`
}

function patternEntry({ keywords, references, pathRegex, ...rest }: Pattern): object {
  return { ...rest, keyword: keywords, reference: references?.[0], 'path-regex': pathRegex }
}

function entryOf({ fingerprint, rule, path, reason, expires }: AllowEntry): object {
  return { fingerprint, rule, path, reason, expires }
}
