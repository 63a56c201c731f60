import { CONFIDENCES, SEVERITIES, type Severity, type Threshold } from '../../core/finding.ts'
import { Problem } from '../../core/problem.ts'
import type { RuleMeta } from '../../core/rule.ts'
import { oneLine } from './complaints.ts'
import { joinConfigs } from './join.ts'
import { type Config, type ConfigFile, PRESETS, type Preset } from './model.ts'
import { isOff, namesRule, severityOf } from './rule-ids.ts'

type LockedRule = Pick<RuleMeta, 'id' | 'about' | 'severity'>

/** What a file does that one which it builds on forbids: of which key, and what it would have to be. */
interface Breach {
  readonly key: string
  readonly says: string
}

/**
 * Every file, the one that all others build on first, against what those before it have locked.
 * @throws Problem of one line at the place of the first breach.
 */
export function requireLocks(files: readonly ConfigFile[], rules: readonly LockedRule[]): void {
  for (const [index, file] of files.entries()) {
    const above = joinConfigs(files.slice(0, index))
    if (above.locked.size === 0) continue
    const breach = breachOf(above, joinConfigs(files.slice(0, index + 1)), file, rules)
    if (!breach) continue
    // A preset may have made it laxer, or another file that this one builds on.
    const place = [breach.key, 'preset', 'extends'].find((key) => file.places.has(key))
    const { line, column } = file.places.get(place ?? '') ?? { line: 1, column: 1 }
    throw new Problem(
      `${file.uri}:${line}:${column}: ${oneLine(`${breach.says}: ${lockerOf(files, breach.key)} has locked it`)}`,
    )
  }
}

/** Inputs and flags win over the configuration, but not over what is locked there. */
export function requireUnlocked(
  config: Config,
  asked: Partial<Threshold> & {
    readonly paths: readonly string[]
    readonly pathsIgnore: readonly string[]
    readonly baseline?: string
  },
): void {
  const { locked } = config
  const breaches = [
    locked.has('fail-on') && asked.failOn && isLaxer(FAIL_ON, config.failOn, asked.failOn)
      ? `fail-on cannot be ${asked.failOn}: the configuration has locked it at ${config.failOn}`
      : undefined,
    locked.has('fail-on-confidence') &&
    asked.failOnConfidence &&
    isLaxer(CONFIDENCES, asked.failOnConfidence, config.failOnConfidence)
      ? `fail-on-confidence cannot be ${asked.failOnConfidence}: the configuration has locked it at ${config.failOnConfidence}`
      : undefined,
    locked.has('paths-ignore') && asked.paths.length + asked.pathsIgnore.length > 0
      ? 'paths and paths-ignore cannot be given by an input or a flag: the configuration has locked paths-ignore'
      : undefined,
    locked.has('baseline') && asked.baseline !== undefined && asked.baseline !== config.baseline
      ? 'baseline cannot be given by an input or a flag: the configuration has locked it'
      : undefined,
  ]
  const [first] = breaches.filter((breach) => breach !== undefined)
  if (first) throw new Problem(first)
}

/** Strictest first. */
const FAIL_ON: readonly (Severity | 'never')[] = [...[...SEVERITIES].reverse(), 'never']

function isLaxer<Word>(strictestFirst: readonly Word[], before: Word, after: Word): boolean {
  return strictestFirst.indexOf(after) > strictestFirst.indexOf(before)
}

/** Presets that ask for no less than a preset does. */
const NO_LAXER: Readonly<Record<Preset, readonly Preset[]>> = {
  gate: ['gate', 'strict', 'practices'],
  strict: ['strict'],
  practices: ['practices'],
  'secrets-only': PRESETS,
}

function breachOf(above: Config, after: Config, file: ConfigFile, rules: readonly LockedRule[]): Breach | undefined {
  for (const key of above.locked) {
    const says = key in LOCKS ? LOCKS[key as keyof typeof LOCKS](above, after, file) : undefined
    if (says) return { key, says }
  }
  return lighterRule(above, after, file, rules)
}

/** For each key that can be locked: what is said when a file makes it laxer. */
const LOCKS = {
  'fail-on': (above, after) =>
    isLaxer(FAIL_ON, above.failOn, after.failOn) ? `fail-on cannot be laxer than ${above.failOn}` : undefined,
  'fail-on-confidence': (above, after) =>
    isLaxer([...CONFIDENCES].reverse(), above.failOnConfidence, after.failOnConfidence)
      ? `fail-on-confidence cannot be laxer than ${above.failOnConfidence}`
      : undefined,
  preset: (above, after) =>
    NO_LAXER[above.preset].includes(after.preset)
      ? undefined
      : `preset cannot be ${after.preset} instead of ${above.preset}`,
  thresholds: ({ thresholds: was }, { thresholds: is }, { settings }) => {
    if (is.logRetentionDays < was.logRetentionDays)
      return `log-retention-days cannot be less than ${was.logRetentionDays}`
    if (is.backupRetentionDays < was.backupRetentionDays)
      return `backup-retention-days cannot be less than ${was.backupRetentionDays}`
    if (is.sessionSeconds > was.sessionSeconds) return `session-seconds cannot be more than ${was.sessionSeconds}`
    const again = [...(settings.thresholds?.requiredTags.keys() ?? [])].find((tag) => was.requiredTags.has(tag))
    return again === undefined ? undefined : `required-tags cannot say anything else of ${again}`
  },
  'paths-ignore': (_above, _after, { settings }) =>
    settings.pathsIgnore?.some((pattern) => !pattern.startsWith('!')) ? 'paths-ignore cannot ignore more' : undefined,
  'trusted-accounts': (above, _after, { settings }) =>
    [...(settings.trustedAccounts ?? [])].some((account) => !above.trustedAccounts.has(account))
      ? 'trusted-accounts cannot trust more accounts'
      : undefined,
  allow: (_above, _after, { settings }) =>
    settings.allow && settings.allow.length > 0 ? 'allow cannot have entries of its own' : undefined,
  baseline: (above, after) => (after.baseline === above.baseline ? undefined : 'baseline cannot be another one'),
  'inline-suppressions': (above, after) =>
    above.inlineSuppressions === 'base' && after.inlineSuppressions === 'head'
      ? 'inline-suppressions cannot be head'
      : undefined,
  dismissals: (above, after) =>
    above.dismissals === 'answer' && after.dismissals === 'comment' ? 'dismissals cannot be comment' : undefined,
} satisfies Record<string, (above: Config, after: Config, file: ConfigFile) => string | undefined>

/** A locked rule that is off or lighter than it was, by its own entry, its pack's or the preset. */
function lighterRule(
  above: Config,
  after: Config,
  { places }: ConfigFile,
  rules: readonly LockedRule[],
): Breach | undefined {
  const patterns = [...above.locked].filter((name) => name.includes('/'))
  const isLocked = ({ id }: LockedRule) =>
    above.locked.has('rules') || patterns.some((pattern) => namesRule(pattern, id))
  for (const rule of rules.filter(isLocked)) {
    const was = weightOf(above, rule)
    if (weightOf(after, rule) >= was) continue
    const own = [`rules.${rule.id}`, `rules.${rule.id.split('/')[0]}/*`, 'preset'].find((key) => places.has(key))
    const least = was === OFF ? 'off' : [...SEVERITIES].reverse()[was]
    return { key: own ?? 'rules', says: `rule ${rule.id} cannot be lighter than ${least}` }
  }
  return undefined
}

const OFF = -1

function weightOf(config: Config, rule: LockedRule): number {
  return isOff(config, rule) ? OFF : [...SEVERITIES].reverse().indexOf(severityOf(config, rule, rule.severity))
}

/** The file that has locked it, for people. */
function lockerOf(files: readonly ConfigFile[], key: string): string {
  const name = key.replace(/^rules\./, '')
  const by = files.find(
    ({ settings: { locked } }) =>
      locked?.has(name) ||
      (key.startsWith('rules') && (locked?.has('rules') || [...(locked ?? [])].some((lock) => namesRule(lock, name)))),
  )
  return by?.uri ?? files[0]!.uri
}
