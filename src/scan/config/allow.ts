import { isMap } from 'yaml'
import type { Finding, Notification, Suppression } from '../../core/finding.ts'
import { keptFor, type Printed } from '../former-prints.ts'
import type { AllowEntry, Config } from './model.ts'
import { pathPattern, pathPatternFault } from './paths.ts'
import { namesRule, ruleFault } from './rule-ids.ts'
import { membersOf, offsetOf, type Reader, text } from './yaml.ts'

/**
 * Looks findings up among the allow entries. `today` is YYYY-MM-DD (UTC); an entry holds until the end of the day that
 * it expires on.
 */
export function allowances(config: Config, today: string): (finding: Allowable) => Suppression | undefined {
  const byFingerprint = new Map<string, Allowance[]>()
  const others: Allowance[] = []
  for (const entry of config.allow) {
    if (isExpired(entry, today)) continue
    const allowance: Allowance = { entry, fitsPath: entry.path === undefined ? undefined : pathPattern(entry.path) }
    if (entry.fingerprint === undefined) others.push(allowance)
    else if (!byFingerprint.get(entry.fingerprint)?.push(allowance)) byFingerprint.set(entry.fingerprint, [allowance])
  }
  return (finding) => {
    const { ruleId, location } = finding
    const fits = ({ entry, fitsPath }: Allowance) =>
      (entry.rule === undefined || namesRule(entry.rule, ruleId)) && (fitsPath?.(location.uri) ?? true)
    const found = keptFor(finding, (print) => byFingerprint.get(print)?.find(fits)) ?? others.find(fits)
    return found && { kind: 'external', mechanism: 'allow', justification: found.entry.reason }
  }
}

type Allowable = Printed & Pick<Finding, 'ruleId' | 'location'>

interface Allowance {
  readonly entry: AllowEntry
  readonly fitsPath: ((path: string) => boolean) | undefined
}

/** One notification for every entry that no longer holds. */
export function expiredAllows(config: Config, today: string): Notification[] {
  return config.allow
    .filter((entry) => isExpired(entry, today))
    .map((entry) => ({
      level: 'warning',
      id: 'allow-expired',
      message: `The allow entry for ${allowTitle(entry)} expired on ${entry.expires} and no longer counts. Remove it, or renew it with a new date.`,
      location: {
        uri: entry.uri ?? config.uri,
        region: { startLine: entry.line, startColumn: 1, endLine: entry.line, endColumn: 1 },
      },
    }))
}

/** Entries that fit none of the findings of a full scan, and those that expired: they guard nothing. */
export function idleAllows(config: Config, findings: readonly Allowable[], today: string): AllowEntry[] {
  return config.allow.filter((entry) => {
    if (isExpired(entry, today)) return true
    const fits = allowances({ ...config, allow: [entry] }, today)
    const isPart = ({ partFingerprints = [] }: Allowable) => partFingerprints.includes(entry.fingerprint ?? '')
    return !findings.some((finding) => fits(finding) !== undefined || isPart(finding))
  })
}

/** One notification for every entry that fits nothing any more. */
export function unusedAllows(config: Config, findings: readonly Allowable[], today: string): Notification[] {
  return (
    idleAllows(config, findings, today)
      // What stands in a file that others share is not for this repository to take out.
      .filter((entry) => !isExpired(entry, today) && entry.uri === undefined)
      .map((entry) => ({
        level: 'note',
        id: 'allow-unused',
        message: `The allow entry for ${allowTitle(entry)} fits no finding any more. Remove it, or run \`keylatch baseline --prune-allow\`.`,
        location: {
          uri: config.uri,
          region: { startLine: entry.line, startColumn: 1, endLine: entry.line, endColumn: 1 },
        },
      }))
  )
}

/** The text of a configuration without the entries that begin on some lines: each ends where the next begins, or its list does. */
export function withoutAllows(text: string, entries: readonly AllowEntry[]): string {
  const gone = new Set(entries.map(({ line }) => line))
  const kept: string[] = []
  let leaving: number | undefined
  for (const [index, line] of text.split('\n').entries()) {
    const indent = line.search(/\S/)
    if (leaving !== undefined && indent >= 0 && indent <= leaving) leaving = undefined
    if (gone.has(index + 1) && /^\s*- /.test(line)) leaving = indent
    if (leaving === undefined) kept.push(line)
  }
  return kept.join('\n').replace(/^allow:[ \t]*\n(?=\S|$)/m, '')
}

/** What an entry is about, for people. */
export function allowTitle({ fingerprint, rule, path }: AllowEntry): string {
  if (fingerprint === undefined) return `${rule} in ${path}`
  const details = [rule, path].filter((part) => part !== undefined)
  return details.length === 0 ? fingerprint : `${fingerprint} (${details.join(', ')})`
}

function isExpired(entry: AllowEntry, today: string): boolean {
  return entry.expires !== undefined && entry.expires < today
}

const ALLOW_KEYS = ['fingerprint', 'rule', 'path', 'reason', 'expires'] as const

/** Reads one entry of `allow`; nothing when it is no mapping. */
export function allowOf(item: unknown, at: number, reader: Reader): AllowEntry[] {
  const place = offsetOf(item, at)
  const complain = reader.complaints.add
  if (!isMap(item)) {
    complain(place, 'an allow entry must be a mapping with "fingerprint" and "reason"')
    return []
  }
  const entry: { -readonly [K in keyof AllowEntry]: AllowEntry[K] } = {
    reason: '',
    line: reader.complaints.placeOf(place).line,
  }
  const seen = new Set<string>()
  for (const [key, value, offset] of membersOf(item, reader, ALLOW_KEYS, 'an allow entry')) {
    const name = key as (typeof ALLOW_KEYS)[number]
    seen.add(name)
    const written = text(value, offset, reader, name)
    if (written === undefined) continue
    const fault = ALLOW_FAULTS[name](written, reader.ruleIds)
    if (fault) complain(offsetOf(value, offset), fault)
    entry[name] = name === 'reason' ? written.trim() : written
  }
  if (!seen.has('reason')) complain(place, 'an allow entry needs a "reason": say why people can live with the finding')
  if (!seen.has('fingerprint') && !(seen.has('rule') && seen.has('path'))) {
    complain(place, 'an allow entry needs a "fingerprint", or both "rule" and "path"')
  }
  return [entry]
}

const ALLOW_FAULTS: Record<
  (typeof ALLOW_KEYS)[number],
  (written: string, ruleIds: ReadonlySet<string>) => string | (() => string) | undefined
> = {
  fingerprint: (written) =>
    /^[0-9a-f]{32}$/.test(written)
      ? undefined
      : 'fingerprint must be the 32 hexadecimal digits that the report shows, in quotes',
  rule: ruleFault,
  path: (written) =>
    written.startsWith('!') ? 'path: "!" has no meaning in an allow entry' : pathPatternFault(written),
  reason: (written) => (written.trim() === '' ? 'reason must not be empty' : undefined),
  expires: (written) => (isDay(written) ? undefined : 'expires must be a day, such as 2027-01-31'),
}

function isDay(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false
  const day = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written)
}
