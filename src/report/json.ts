import {
  type FileEdit,
  type Finding,
  LEVEL_OF,
  type Location,
  type Notification,
  type PermissionChange,
  type Report,
} from '../core/finding.ts'
import { jsonParts, LONG_LIST } from './escape.ts'
import { countBySeverity, groupsOf, mapped, rulesFound, worstFirst } from './select.ts'
import { clippedSnippet } from './snippet.ts'

/** Grows when a field goes or changes its meaning; new fields leave it. */
export const JSON_FORMAT_VERSION = 1

/**
 * The report as JSON, as `schema/report.schema.json` describes it. Every field is named here on purpose: this is a
 * published format, and a field of ours that is renamed must not rename one of theirs. Everything is in it, nothing is
 * cut but lines of thousands of characters.
 */
export function renderJson(report: Report): string {
  return [...jsonReport(report)].join('')
}

/** The same in parts: of thousands of findings never all are in memory as text. */
export function* jsonReport(report: Report): Generator<string> {
  const { fresh, existing, suppressed } = groupsOf(report)
  const document = {
    formatVersion: JSON_FORMAT_VERSION,
    tool: pick(report.tool, ['name', 'version', 'informationUri']),
    verdict: report.verdict,
    reason: report.reason,
    failOn: report.failOn,
    failOnConfidence: report.failOnConfidence,
    counts: {
      new: countBySeverity(fresh),
      existing: countBySeverity(existing),
      suppressed: countBySeverity(suppressed),
      blocking: report.findings.filter((finding) => finding.blocking).length,
    },
    findings: LONG_LIST,
    notifications: report.notifications.map(notificationJson),
    permissionChanges: report.permissionChanges.map(permissionChangeJson),
    policyChanges: report.policyChanges,
    rules: rulesFound(report).map((rule) =>
      pick(rule, [
        'id',
        'title',
        'severity',
        'about',
        'domain',
        'fixable',
        'description',
        'remediation',
        'cwe',
        'references',
      ]),
    ),
    stats: pick(report.stats, ['scope', 'files', 'bytes', 'commits', 'milliseconds', 'timings']),
    date: report.date,
    repository: report.repository && pick(report.repository, ['slug', 'serverUrl', 'commit', 'branch', 'base']),
  }
  yield* jsonParts(document, 2, mapped(worstFirst(report.findings), findingJson))
}

function findingJson(finding: Finding): object {
  const snippet = clippedSnippet(finding)
  return {
    ruleId: finding.ruleId,
    severity: finding.severity,
    level: LEVEL_OF[finding.severity],
    confidence: finding.confidence,
    ...(finding.confidenceReason === undefined ? {} : { confidenceReason: finding.confidenceReason }),
    message: finding.message,
    remediation: finding.remediation,
    location: locationJson(finding.location),
    relatedLocations: finding.relatedLocations.map((related) => ({
      ...locationJson(related),
      message: related.message,
      relationship: related.relationship,
    })),
    snippet: pick(snippet, ['startLine', 'lines', 'startColumn']),
    fingerprint: finding.fingerprint,
    state: finding.state,
    commits: finding.commits,
    atHead: finding.atHead,
    secret: finding.secret,
    anchor: finding.anchor,
    blocking: finding.blocking,
    fix: finding.fix?.map(editJson),
    suppression: finding.suppression && pick(finding.suppression, ['kind', 'mechanism', 'justification']),
    properties: finding.properties,
  }
}

function locationJson(location: Location): object {
  return { ...placeJson(location), commit: location.commit }
}

function editJson(edit: FileEdit): object {
  return { ...placeJson(edit), text: edit.text }
}

function placeJson({ uri, region, offset, length }: Location | FileEdit): object {
  return { uri, region: regionJson(region), offset, length }
}

function regionJson(region: Location['region']): object {
  return pick(region, ['startLine', 'startColumn', 'endLine', 'endColumn'])
}

function notificationJson({ level, id, message, location }: Notification): object {
  return {
    level,
    id,
    message,
    location: location && { uri: location.uri, region: location.region && regionJson(location.region) },
  }
}

function permissionChangeJson(change: PermissionChange): object {
  return {
    holder: change.holder,
    location: change.location && locationJson(change.location),
    actionsBefore: change.actionsBefore,
    actionsAfter: change.actionsAfter,
    addedByLevel: change.addedByLevel,
    details: change.details,
    ...(change.witnesses && { witnesses: change.witnesses }),
  }
}

function pick<T extends object, K extends keyof T>(object: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, object[key]])) as Pick<T, K>
}
