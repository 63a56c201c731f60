import {
  type Finding,
  type Location,
  type Notification,
  type PermissionChange,
  type Report,
  type RuleDescription,
  SEVERITIES,
  type Severity,
  type Verdict,
  type Witness,
} from '../core/finding.ts'

/** The findings of a report by what people must do about them; each list worst first, then by path and line. */
export interface Piles {
  /** New and not suppressed: what this change is answerable for. */
  readonly fresh: readonly Finding[]
  /** At the base already, not suppressed. */
  readonly existing: readonly Finding[]
  readonly suppressed: readonly Finding[]
}

export function groupsOf(report: Report): Piles {
  const sorted = worstFirst(report.findings)
  return {
    fresh: sorted.filter((finding) => !finding.suppression && finding.state === 'new'),
    existing: sorted.filter((finding) => !finding.suppression && finding.state === 'existing'),
    suppressed: sorted.filter((finding) => finding.suppression),
  }
}

const WEIGHT = Object.fromEntries(SEVERITIES.map((severity, index) => [severity, index])) as Record<Severity, number>

/** Blocking ones before others of the same severity, so that a cut never hides what turned the check red. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      WEIGHT[a.severity] - WEIGHT[b.severity] ||
      Number(b.blocking) - Number(a.blocking) ||
      compare(a.location.uri, b.location.uri) ||
      a.location.region.startLine - b.location.region.startLine ||
      a.location.region.startColumn - b.location.region.startColumn ||
      compare(a.ruleId, b.ruleId),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Groups in the order in which their first member appears. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** How many of each severity, heaviest first; every severity is there. */
export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>
  for (const finding of findings) counts[finding.severity]++
  return counts
}

/** `1 finding`, `20,000 findings`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`
}

/**
 * `4 → 183 actions`, or what is true where their number is not the point: who may come in through a policy of a resource
 * or a trust policy is no count of actions, nor is a boundary that is gone.
 */
export function actionsText(change: PermissionChange, arrow: '→' | '->'): string {
  const { actionsBefore, actionsAfter, addedByLevel } = change
  if (actionsBefore !== actionsAfter) return `${number(actionsBefore)} ${arrow} ${plural(actionsAfter, 'action')}`
  if (actionsAfter === 0) return 'more may use it'
  const others = Object.values(addedByLevel).some((count) => count > 0)
  return `${plural(actionsAfter, 'action')}, ${others ? 'as many as before' : 'within fewer limits'}`
}

/** `role ci may s3:GetObject on arn:aws:s3:::b/x, which was denied (implicit deny)`. */
export function witnessText({ principal, action, resource, context, before }: Witness): string {
  const given = Object.entries(context).map(([key, values]) => `${key}=${values.join(',')}`)
  const when = given.length > 0 ? ` with \`${given.join(' ')}\`` : ''
  return `${principal} may now \`${action}\` on \`${resource}\`${when}; before: ${before}`
}

/** What is newly permitted, that which somebody has accepted already last. */
export function openFirst({ permissionChanges, findings }: Report): PermissionChange[] {
  const lines = (isSuppressed: boolean) =>
    new Set(
      findings
        .filter(({ suppression }) => (suppression !== undefined) === isSuppressed)
        .map(({ location: { uri, region } }) => `${uri}:${region.startLine}`),
    )
  const [accepted, open] = [lines(true), lines(false)]
  const isAccepted = ({ location }: PermissionChange) => {
    const places = location ? linesOf(location).map((line) => `${location.uri}:${line}`) : []
    return places.some((place) => accepted.has(place)) && !places.some((place) => open.has(place))
  }
  return [...permissionChanges.filter((one) => !isAccepted(one)), ...permissionChanges.filter(isAccepted)]
}

function linesOf({ region: { startLine, endLine } }: Location): number[] {
  return Array.from({ length: Math.min(endLine - startLine + 1, 1000) }, (_, index) => startLine + index)
}

/** With commas by thousands, whatever the locale. */
export function number(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `1.2 MB` (a million bytes), `3.4 kB`, `120 B`. */
export function bytes(count: number): string {
  if (count < 1000) return `${count} B`
  if (count < 1e6) return `${(count / 1e3).toFixed(1)} kB`
  return `${(count / 1e6).toFixed(1)} MB`
}

/** `0.42 s`, `3.1 s`, `2 min 5 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${(milliseconds / 1000).toFixed(2)} s`
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`
  return `${Math.floor(milliseconds / 60_000)} min ${Math.floor((milliseconds % 60_000) / 1000)} s`
}

export const SEVERITY_MARK: Readonly<Record<Severity, string>> = {
  critical: '🔴',
  high: '🟠',
  medium: '🟡',
  low: '🔵',
  note: '⚪',
}

export const VERDICT_MARK: Readonly<Record<Verdict, string>> = { pass: '✅', block: '⛔', broken: '⚠️' }

export const VERDICT_WORD: Readonly<Record<Verdict, string>> = {
  pass: 'passed',
  block: 'blocked',
  broken: 'broken',
}

/** The rules that have findings: what all the others say of themselves is the same in every report. */
export function rulesFound({ rules, findings }: Report): RuleDescription[] {
  const found = new Set(findings.map(({ ruleId }) => ruleId))
  return rules.filter(({ id }) => found.has(id))
}

export function rulesById(report: Report): Map<string, RuleDescription> {
  return new Map(report.rules.map((rule) => [rule.id, rule]))
}

/** What is wrong, in the rule's own words, or its id when the report does not describe it. */
export function titleOf(rules: ReadonlyMap<string, RuleDescription>, finding: Finding): string {
  return rules.get(finding.ruleId)?.title ?? finding.ruleId
}

/** `20 commits from 1a2b3c4 to 5d6e7f8: 120 files, 1.2 MB, 0.42 s`. */
export function scopeText(report: Report): string {
  const { scope, files, bytes: size, milliseconds } = report.stats
  return `${scope}: ${plural(files, 'file')}, ${bytes(size)}, ${duration(milliseconds)}`
}

const NOTIFICATION_WEIGHT = { error: 0, warning: 1, note: 2 } as const

/** Errors first; otherwise in the order in which they came. */
export function notificationsWorstFirst(report: Report): Notification[] {
  return [...report.notifications].sort((a, b) => NOTIFICATION_WEIGHT[a.level] - NOTIFICATION_WEIGHT[b.level])
}

/** One after the other, when it is asked for. */
export function* mapped<Item, Made>(items: Iterable<Item>, make: (item: Item) => Made): Generator<Made> {
  for (const item of items) yield make(item)
}
