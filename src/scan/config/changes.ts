import { allowTitle } from './allow.ts'
import { oneLine } from './complaints.ts'
import { extendedName } from './extends.ts'
import { type AllowEntry, type Config, DEFAULT_CONFIG, type Extended } from './model.ts'

/**
 * What a pull request changes about the configuration, one line each. A side without a configuration file is
 * undefined and counts as the defaults.
 */
export function configChanges(base: Config | undefined, head: Config | undefined): string[] {
  const before = base ?? DEFAULT_CONFIG
  const after = head ?? DEFAULT_CONFIG
  return [
    ...fileChange(base, head),
    ...setChanges('extends', before.extends.map(nameOf), after.extends.map(nameOf)),
    ...setChanges('lock', [...before.locked], [...after.locked]),
    ...valueChange('fail-on', before.failOn, after.failOn),
    ...valueChange('fail-on-confidence', before.failOnConfidence, after.failOnConfidence),
    ...valueChange('preset', before.preset, after.preset),
    ...valueChange('thresholds', thresholdsText(before), thresholdsText(after)),
    ...ruleChanges(before.rules, after.rules),
    ...pathChanges(before.pathsIgnore, after.pathsIgnore),
    ...setChanges('trusted account', [...before.trustedAccounts], [...after.trustedAccounts]),
    ...allowChanges(before.allow, after.allow),
    ...patternChanges(before.patterns, after.patterns),
    ...setChanges('patterns-from entry', before.patternsFrom, after.patternsFrom),
    ...valueChange('baseline', before.baseline ?? 'none', after.baseline ?? 'none'),
    ...valueChange('inline-suppressions', before.inlineSuppressions, after.inlineSuppressions),
    ...valueChange('dismissals', before.dismissals, after.dismissals),
  ].map(oneLine)
}

const nameOf = (extended: Extended) => extendedName(extended)

function thresholdsText({ thresholds: { requiredTags, ...numbers } }: Config): string {
  const tags = [...requiredTags].map(([key, values]) => `${key}=${values.join('|')}`)
  return [...Object.entries(numbers).map(([name, number]) => `${name} ${number}`), ...tags].join(', ')
}

function fileChange(base: Config | undefined, head: Config | undefined): string[] {
  if (base && head) return valueChange('configuration file', base.uri, head.uri)
  if (head) return [`${head.uri} added`]
  return base ? [`${base.uri} removed`] : []
}

function valueChange(name: string, before: string, after: string): string[] {
  return before === after ? [] : [`${name}: ${before} -> ${after}`]
}

function ruleChanges(before: Config['rules'], after: Config['rules']): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((rule) => {
    const [was, is] = [before.get(rule), after.get(rule)]
    if (was === is) return []
    if (is === 'off') return [`rule ${rule} turned off`]
    if (was === 'off') return [`rule ${rule} turned on${is ? ` as ${is}` : ''}`]
    return [`rule ${rule}: ${was ?? 'its own severity'} -> ${is ?? 'its own severity'}`]
  })
}

function pathChanges(before: readonly string[], after: readonly string[]): string[] {
  const changes = setChanges('paths-ignore entry', before, after)
  if (changes.length > 0 || before.join('\0') === after.join('\0')) return changes
  return ['paths-ignore: same entries in another order']
}

function allowChanges(before: readonly AllowEntry[], after: readonly AllowEntry[]): string[] {
  const title = (entry: AllowEntry) => {
    const until = entry.expires === undefined ? '' : ` until ${entry.expires}`
    return `for ${allowTitle(entry)}${until}: ${entry.reason}`
  }
  return setChanges('allow entry', before.map(title), after.map(title))
}

function patternChanges(before: Config['patterns'], after: Config['patterns']): string[] {
  const [was, is] = [before, after].map((patterns) => new Map(patterns.map((one) => [one.id, JSON.stringify(one)])))
  return [
    ...[...is!.keys()].filter((id) => !was!.has(id)).map((id) => `pattern ${id} added`),
    ...[...was!.keys()].filter((id) => !is!.has(id)).map((id) => `pattern ${id} removed`),
    ...[...is!.keys()]
      .filter((id) => was!.has(id) && was!.get(id) !== is!.get(id))
      .map((id) => `pattern ${id} changed`),
  ]
}

function setChanges(name: string, before: readonly string[], after: readonly string[]): string[] {
  const [was, is] = [new Set(before), new Set(after)]
  return [
    ...[...is].filter((one) => !was.has(one)).map((one) => `${name} added: ${one}`),
    ...[...was].filter((one) => !is.has(one)).map((one) => `${name} removed: ${one}`),
  ]
}
