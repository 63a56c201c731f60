import type { Thresholds } from '../../core/rule.ts'
import { type AllowEntry, type Config, type ConfigFile, DEFAULT_CONFIG } from './model.ts'
import { THRESHOLD_FIELDS } from './thresholds.ts'

/**
 * What files say together, the one that all others build on first. A single value is that of the last one that gives it;
 * rules and thresholds are joined by their names, lists are put together.
 */
export function joinConfigs(files: readonly ConfigFile[]): Config {
  const joined = files.reduce(withFile, DEFAULT_CONFIG)
  const isFailOnGiven = files.some(({ settings }) => settings.failOn !== undefined)
  return joined.preset === 'strict' && !isFailOnGiven ? { ...joined, failOn: 'medium' } : joined
}

function withFile(config: Config, file: ConfigFile, index: number, files: readonly ConfigFile[]): Config {
  const { settings, uri } = file
  const isOwn = index === files.length - 1
  return {
    ...config,
    ...settings,
    uri,
    extends: settings.extends ?? [],
    rules: new Map([...config.rules, ...(settings.rules ?? [])]),
    thresholds: { ...config.thresholds, ...givenThresholds(file, config.thresholds) },
    pathsIgnore: [...config.pathsIgnore, ...(settings.pathsIgnore ?? [])],
    trustedAccounts: new Set([...config.trustedAccounts, ...(settings.trustedAccounts ?? [])]),
    allow: [...config.allow, ...(settings.allow ?? []).map((entry): AllowEntry => (isOwn ? entry : { ...entry, uri }))],
    patterns: [...config.patterns, ...(settings.patterns ?? [])],
    patternsFrom: [...config.patternsFrom, ...(settings.patternsFrom ?? [])],
    locked: new Set([...config.locked, ...(settings.locked ?? [])]),
  }
}

/** Only those that the file names: it has the defaults for all others. */
function givenThresholds({ settings, places }: ConfigFile, above: Thresholds): Partial<Thresholds> {
  const { thresholds } = settings
  if (thresholds === undefined) return {}
  const given = Object.entries(THRESHOLD_FIELDS)
    .filter(([key]) => places.has(`thresholds.${key}`))
    .map(([, field]) => [field, thresholds[field]] as const)
  const requiredTags = new Map([...above.requiredTags, ...thresholds.requiredTags])
  return { ...(Object.fromEntries(given) as Partial<Thresholds>), requiredTags }
}
