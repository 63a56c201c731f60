import { isMap, isScalar, isSeq, type Scalar } from 'yaml'
import { CONFIDENCES, SEVERITIES, type Severity } from '../core/finding.ts'
import type { Source } from '../core/source.ts'
import { allowOf } from './config/allow.ts'
import { complaintsAbout } from './config/complaints.ts'
import { extendsOf, lockedOf, pathFault } from './config/extends.ts'
import { joinConfigs } from './config/join.ts'
import { type Config, type ConfigFile, type ConfigPlace, type Extended, PRESETS } from './config/model.ts'
import { pathPatternFault } from './config/paths.ts'
import { patternOf } from './config/patterns.ts'
import { ruleFault } from './config/rule-ids.ts'
import { thresholdsOf } from './config/thresholds.ts'
import {
  choice,
  isNothing,
  items,
  type Member,
  membersOf,
  offsetOf,
  pairsOf,
  type Reader,
  readYaml,
  text,
} from './config/yaml.ts'

export { allowances, expiredAllows, idleAllows, unusedAllows, withoutAllows } from './config/allow.ts'
export { configChanges } from './config/changes.ts'
export { explainConfig, explainedYaml } from './config/explain.ts'
export { extendedName, extendsGiven } from './config/extends.ts'
export { joinConfigs } from './config/join.ts'
export { requireLocks, requireUnlocked } from './config/locks.ts'
export {
  CONFIG_PATHS,
  type Config,
  type ConfigFile,
  DEFAULT_CONFIG,
  type Extended,
  type RemoteConfig,
} from './config/model.ts'
export { checkPatterns, ignoredPaths } from './config/paths.ts'
export { isOff, namesRule, ruleFault, ruleSetting, severityOf } from './config/rule-ids.ts'

/**
 * Reads a `.keylatch.yml` that extends nothing. `ruleIds` are the ids of all rules there are.
 * `idsFrom` gives those of rules in the files that `patterns-from` names.
 * Throws a Problem of one line for whatever is wrong: `.keylatch.yml:3:1: unknown key "fail_on"; did you mean "fail-on"?`
 */
export function parseConfig(source: Source, ruleIds: ReadonlySet<string>, idsFrom: IdsFrom = () => []): Config {
  return joinConfigs([readConfigFile(source, ruleIds, idsFrom)])
}

type IdsFrom = (files: readonly string[]) => readonly string[]

/** Reads what one file gives. @throws Problem as above. */
export function readConfigFile(source: Source, ruleIds: ReadonlySet<string>, idsFrom: IdsFrom = () => []): ConfigFile {
  const complaints = complaintsAbout(source)
  const ours: Reader = { complaints, ruleIds }
  const root = readYaml(source, ours)
  const members = root ? membersOf(root, ours, Object.keys(READERS), 'the configuration') : []
  let settings: Partial<Config> = {}
  // What is described here can be spoken of in the rest, wherever that stands.
  const [first, rest] = [true, false].map((wanted) =>
    members.filter(([key]) => (key === 'patterns' || key === 'patterns-from') === wanted),
  ) as [Member[], Member[]]
  const take = (some: readonly Member[], reader: Reader) => {
    for (const [key, value, at] of some)
      settings = { ...settings, ...READERS[key as keyof typeof READERS](value, at, reader) }
  }
  take(first, ours)
  const own = [...(settings.patterns ?? []).map(({ id }) => id), ...idsFrom(settings.patternsFrom ?? [])]
  take(rest, { complaints, ruleIds: new Set([...ruleIds, ...own]) })
  const names = members.flatMap(([key, value, at]) => namesIn(key, value, at))
  complaints.raise()
  return {
    uri: source.uri,
    settings,
    places: new Map(names.map(([name, offset]) => [name, complaints.placeOf(offset)])),
  }
}

/** What a file begins from, with its places; needed before the rest of it can be read. @throws Problem as above. */
export function extendsIn(source: Source): (ConfigPlace & { readonly extended: Extended })[] {
  const complaints = complaintsAbout(source)
  const reader: Reader = { complaints, ruleIds: new Set() }
  const pair = readYaml(source, reader)?.items.find(({ key }) => isScalar(key) && key.value === 'extends')
  if (!pair) return []
  const found = extendsOf(pair.value, offsetOf(pair.key, 0), reader)
  complaints.raise()
  const items = isSeq(pair.value) ? pair.value.items : [pair.value]
  return found.map((extended, index) => ({ extended, ...complaints.placeOf(offsetOf(items[index], 0)) }))
}

/** A key, its members and its items, with their offsets. */
function namesIn(key: string, value: unknown, at: number): [string, number][] {
  if (isMap(value)) {
    const members = value.items.map((pair): [string, number] => [
      `${key}.${isScalar(pair.key) ? pair.key.value : ''}`,
      offsetOf(pair.key, at),
    ])
    return [[key, at], ...members]
  }
  const listed = isSeq(value) ? value.items : []
  return [[key, at], ...listed.map((item, index): [string, number] => [`${key}[${index}]`, offsetOf(item, at)])]
}

type Read = (value: unknown, at: number, reader: Reader) => Partial<Config>

const READERS = {
  'fail-on': (value, at, reader) => {
    const failOn = choice(value, at, reader, 'fail-on', [...SEVERITIES, 'never'])
    return failOn ? { failOn } : {}
  },
  'fail-on-confidence': (value, at, reader) => {
    const failOnConfidence = choice(value, at, reader, 'fail-on-confidence', [...CONFIDENCES])
    return failOnConfidence ? { failOnConfidence } : {}
  },
  rules: (value, at, reader) => ({ rules: readRules(value, at, reader) }),
  preset: (value, at, reader) => {
    const preset = choice(value, at, reader, 'preset', PRESETS)
    return preset ? { preset } : {}
  },
  thresholds: (value, at, reader) => ({ thresholds: thresholdsOf(value, at, reader) }),
  'paths-ignore': (value, at, reader) => ({
    pathsIgnore: items(value, at, reader, 'paths-ignore').flatMap(([item, place]) => globOf(item, place, reader)),
  }),
  'trusted-accounts': (value, at, reader) => ({
    trustedAccounts: new Set(
      items(value, at, reader, 'trusted-accounts').flatMap(([item, place]) => accountOf(item, place, reader)),
    ),
  }),
  allow: (value, at, reader) => ({
    allow: items(value, at, reader, 'allow').flatMap(([item, place]) => allowOf(item, place, reader)),
  }),
  patterns: (value, at, reader) => {
    const patterns = items(value, at, reader, 'patterns').flatMap(([item, place]) => patternOf(item, place, reader))
    const twice = patterns.find(({ id }, index) => patterns.findIndex((one) => one.id === id) < index)
    if (twice) reader.complaints.add(offsetOf(value, at), `there are two patterns with the id "${twice.id}"`)
    return { patterns }
  },
  'patterns-from': (value, at, reader) => ({
    patternsFrom: items(value, at, reader, 'patterns-from').flatMap(
      ([item, place]) => pathIn(item, place, reader, 'patterns-from') ?? [],
    ),
  }),
  baseline: (value, at, reader) => {
    const baseline = pathIn(value, at, reader, 'baseline')
    return baseline === undefined ? {} : { baseline }
  },
  'inline-suppressions': (value, at, reader) => {
    const inlineSuppressions = choice(value, at, reader, 'inline-suppressions', ['base', 'head'])
    return inlineSuppressions ? { inlineSuppressions } : {}
  },
  dismissals: (value, at, reader) => {
    const dismissals = choice(value, at, reader, 'dismissals', ['answer', 'comment'])
    return dismissals ? { dismissals } : {}
  },
  extends: (value, at, reader) => ({ extends: extendsOf(value, at, reader) }),
  locked: (value, at, reader) => ({ locked: lockedOf(value, at, reader) }),
} satisfies Record<string, Read>

function readRules(value: unknown, at: number, reader: Reader): Map<string, Severity | 'off'> {
  const rules = new Map<string, Severity | 'off'>()
  if (isNothing(value)) return rules
  if (!isMap(value)) {
    reader.complaints.add(
      offsetOf(value, at),
      'rules must map rule ids to severities, such as "iam/pass-any-role: low"',
    )
    return rules
  }
  for (const [id, written, place] of pairsOf(value, reader)) {
    const fault = ruleFault(id, reader.ruleIds)
    if (fault) reader.complaints.add(place, fault)
    const setting = choice(written, place, reader, id, [...SEVERITIES, 'off'])
    if (setting) rules.set(id, setting)
  }
  return rules
}

function globOf(item: unknown, at: number, reader: Reader): string[] {
  const pattern = text(item, at, reader, 'a path pattern')
  if (pattern === undefined) return []
  const fault = pathPatternFault(pattern)
  if (fault) reader.complaints.add(offsetOf(item, at), fault)
  return fault ? [] : [pattern]
}

/** Account ids begin with a zero now and then, which a YAML number loses: those must be quoted. */
function accountOf(item: unknown, at: number, reader: Reader): string[] {
  const place = offsetOf(item, at)
  const written = isScalar(item) ? (typeof item.value === 'number' ? item.source : item.value) : undefined
  if (typeof written !== 'string' || !/^\d{12}$/.test(written)) {
    const shown = isScalar(item) ? ` "${item.source ?? item.value}"` : ''
    reader.complaints.add(place, `account id${shown} must be 12 digits, in quotes`)
    return []
  }
  if (typeof (item as Scalar).value === 'number' && written.startsWith('0')) {
    reader.complaints.add(place, `account id ${written} begins with a zero and is read as a number: write "${written}"`)
    return []
  }
  return [written]
}

function pathIn(value: unknown, at: number, reader: Reader, name: string): string | undefined {
  const path = text(value, at, reader, name)
  if (path === undefined) return undefined
  const fault = pathFault(path)
  if (fault) reader.complaints.add(offsetOf(value, at), `${name}: ${fault}`)
  return path.replace(/^(\.\/)+/, '')
}
