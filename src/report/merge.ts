import type { Finding, Location, Notification, Report, Stats, Verdict } from '../core/finding.ts'
import { atLeast } from '../core/finding.ts'
import { plural, worstFirst } from './select.ts'

/**
 * Reports of parts of a scan, or of many repositories, as one: each finding once, worst first. Of several repositories each path
 * has the name of its own before it.
 */
export function mergedReport(reports: readonly Report[]): Report {
  const first = reports[0]!
  const slugs = new Set(reports.map(({ repository }) => repository?.slug))
  const named = slugs.size > 1 ? reports.map(withNames) : reports
  const { repository, ...common } = first
  return {
    ...common,
    ...judged(named),
    failOn: named.map(({ failOn }) => failOn).reduce(stricter),
    findings: worstFirst(unique(named.flatMap(({ findings }) => findings))),
    notifications: once(named.flatMap(({ notifications }) => notifications)),
    permissionChanges: named.flatMap(({ permissionChanges }) => permissionChanges),
    policyChanges: once(named.flatMap(({ policyChanges }) => policyChanges)),
    rules: [...new Map(named.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule] as const))).values()],
    stats: statsOf(named),
    ...(slugs.size === 1 && repository ? { repository } : {}),
    ...(slugs.size > 1 ? { repositories: reports.flatMap(({ repository: one }) => one ?? []) } : {}),
  }
}

const GRAVEST: readonly Verdict[] = ['broken', 'block', 'pass']

/** One that could not be done says more than one that blocks: nobody knows what it would have said. */
function judged(reports: readonly Report[]): Pick<Report, 'verdict' | 'reason'> {
  const verdict = GRAVEST.find((one) => reports.some((report) => report.verdict === one))!
  const those = reports.filter((report) => report.verdict === verdict)
  const reasons = once(those.map(({ reason }) => reason))
  const share = reports.length === 1 ? '' : `${those.length} of ${plural(reports.length, 'report')}: `
  const more = reasons.length > 3 ? `; and ${reasons.length - 3} more` : ''
  return { verdict, reason: `${share}${reasons.slice(0, 3).join('; ')}${more}` }
}

function stricter(one: Report['failOn'], other: Report['failOn']): Report['failOn'] {
  if (one === 'never') return other
  return other === 'never' || atLeast(other, one) ? one : other
}

/** The same finding of two parts, such as of a file that both had to read, with the commits that either knows. */
function unique(findings: readonly Finding[]): Finding[] {
  const known = new Map<string, Finding>()
  for (const finding of findings) {
    const key = `${finding.fingerprint} ${finding.location.uri} ${finding.location.commit ?? ''}`
    const same = known.get(key)
    if (!same) known.set(key, finding)
    else known.set(key, { ...same, commits: once([...same.commits, ...finding.commits]) })
  }
  return [...known.values()]
}

function once<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
}

function statsOf(reports: readonly Report[]): Stats {
  const sum = (of: (stats: Stats) => number) => reports.reduce((all, { stats }) => all + of(stats), 0)
  const scopes = once(reports.map(({ stats }) => stats.scope))
  return {
    scope: scopes.length === 1 ? scopes[0]! : `${plural(reports.length, 'report')}, of ${scopes[0]} and others`,
    files: sum(({ files }) => files),
    bytes: sum(({ bytes }) => bytes),
    commits: Math.max(...reports.map(({ stats }) => stats.commits)),
    milliseconds: sum(({ milliseconds }) => milliseconds),
  }
}

function withNames(report: Report): Report {
  const slug = report.repository?.slug
  if (slug === undefined) return report
  const named = <Place extends Pick<Location, 'uri'>>(place: Place): Place => ({
    ...place,
    uri: `${slug}/${place.uri}`,
  })
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...finding,
      location: named(finding.location),
      relatedLocations: finding.relatedLocations.map(named),
      ...(finding.fix ? { fix: finding.fix.map(named) } : {}),
    })),
    notifications: report.notifications.map(
      (notification): Notification =>
        notification.location
          ? { ...notification, message: `${slug}: ${notification.message}`, location: named(notification.location) }
          : { ...notification, message: `${slug}: ${notification.message}` },
    ),
    permissionChanges: report.permissionChanges.map((change) => ({
      ...change,
      ...(change.location ? { location: named(change.location) } : {}),
    })),
    policyChanges: report.policyChanges.map((change) => `${slug}: ${change}`),
  }
}
