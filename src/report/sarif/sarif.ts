import type { Finding, Level, Notification, Report } from '../../core/finding.ts'
import { jsonParts, LONG_LIST, visibleLines } from '../escape.ts'
import { isFile } from '../place.ts'
import { groupBy, mapped, number, plural, worstFirst } from '../select.ts'
import { lineHashes } from './line-hash.ts'
import { artifactLocation, SOURCE_ROOT } from './location.ts'
import { resultOf } from './result.ts'
import { ruleIndexes, ruleOf } from './rule.ts'

/** Results that GitHub takes in one run; with more it refuses the whole file. */
export const SARIF_RESULTS = 25_000
/** Results of them that GitHub keeps. */
const RESULTS_SHOWN = 5_000

/** More results than this are written without indentation, which takes half the room. */
const MOST_INDENTED = 1_000

export interface SarifOptions {
  /**
   * The text of a file at the head. With it every result gets `primaryLocationLineHash`, which an upload by the API
   * needs, or else moved lines open new alerts. Without it that is left to `upload-sarif`, which adds it itself.
   */
  readonly textOf?: (uri: string) => string | undefined
  /** False leaves out what is suppressed: GitHub does not read `suppressions` and would open an alert. */
  readonly suppressed?: boolean
  /** Tells runs of the same commit apart: `keylatch/` unless told. */
  readonly category?: string
}

const EXIT_CODE = { pass: 0, block: 1, broken: 2 } as const

/** SARIF 2.1.0 with the properties that GitHub code scanning reads; worst first, within GitHub's limits. */
export function renderSarif(report: Report, options: SarifOptions = {}): string {
  return [...sarifLog(report, options)].join('')
}

/** The same in parts: of thousands of results never all are in memory as text. */
export function* sarifLog(report: Report, options: SarifOptions = {}): Generator<string> {
  const sorted = worstFirst(report.findings)
  const wanted = options.suppressed === false ? sorted.filter((finding) => !finding.suppression) : sorted
  const findings = wanted.slice(0, SARIF_RESULTS)
  const indexes = ruleIndexes(report, findings)
  const byRule = groupBy(findings, ({ ruleId }) => ruleId)
  const hashOf = lineHasher(options.textOf)
  const notifications = [...cutNotification(wanted.length), ...report.notifications]
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            version: report.tool.version,
            semanticVersion: report.tool.version,
            informationUri: report.tool.informationUri,
            rules: [...indexes.keys()].map((id) => ruleOf(report, id, byRule.get(id) ?? [])),
          },
        },
        automationDetails: { id: options.category ?? 'keylatch/' },
        invocations: [
          {
            executionSuccessful: report.verdict !== 'broken',
            exitCode: EXIT_CODE[report.verdict],
            exitCodeDescription: oneLine(report.reason),
            toolExecutionNotifications: notifications.map(notificationOf),
            toolConfigurationNotifications: report.policyChanges.map((text) => ({
              level: 'note',
              message: { text: oneLine(text) },
            })),
          },
        ],
        originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: 'The root of the repository.' } } },
        ...provenance(report),
        columnKind: 'utf16CodeUnits',
        language: 'en-US',
        results: LONG_LIST,
        properties: {
          verdict: report.verdict,
          failOn: report.failOn,
          failOnConfidence: report.failOnConfidence,
          scope: report.stats.scope,
          permissionChanges: report.permissionChanges.map(({ location, ...change }) => change),
        },
      },
    ],
  }
  const results = mapped(findings, (finding) => resultOf(finding, indexes.get(finding.ruleId)!, hashOf(finding)))
  yield* jsonParts(log, findings.length > MOST_INDENTED ? 0 : 2, results)
}

function cutNotification(count: number): Notification[] {
  if (count <= RESULTS_SHOWN) return []
  const cut = Math.max(0, count - SARIF_RESULTS)
  const message =
    cut > 0
      ? `${plural(cut, 'finding')} of ${number(count)} left out: GitHub takes ${number(SARIF_RESULTS)} results and shows ${number(RESULTS_SHOWN)}. The worst are here.`
      : `${number(count)} findings, of which GitHub shows ${number(RESULTS_SHOWN)}, the worst.`
  return [{ level: 'warning', id: 'results-cut', message }]
}

function notificationOf({ level, id, message, location }: Notification): object {
  return {
    descriptor: { id },
    level: level satisfies Level,
    message: { text: visibleLines(message) },
    ...(location && {
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifactLocation(location.uri),
            ...(location.region && location.region.startLine > 0 && { region: location.region }),
          },
        },
      ],
    }),
  }
}

function provenance(report: Report): object {
  if (!report.repository) return {}
  const { serverUrl, slug, commit } = report.repository
  return {
    versionControlProvenance: [
      { repositoryUri: `${serverUrl}/${slug}`, revisionId: commit, mappedTo: { uriBaseId: SOURCE_ROOT } },
    ],
  }
}

/**
 * The line hash of a finding, each file hashed once. A leaked secret gets a value made of its fingerprint instead: the
 * real hash is linear in the characters of the line and would give 64 bits of the secret away. So does what the head
 * no longer holds. Both stay the same when lines move, which is all that GitHub asks of it.
 */
function lineHasher(textOf: SarifOptions['textOf']): (finding: Finding) => string | undefined {
  if (!textOf) return () => undefined
  const byFile = new Map<string, string[]>()
  return (finding) => {
    const { uri, region } = finding.location
    if (finding.secret || !finding.atHead || !isFile(uri)) return `${finding.fingerprint.slice(0, 16)}:1`
    let hashes = byFile.get(uri)
    if (!hashes) byFile.set(uri, (hashes = lineHashes(textOf(uri) ?? '')))
    return hashes[region.startLine - 1] ?? `${finding.fingerprint.slice(0, 16)}:1`
  }
}

function oneLine(text: string): string {
  return visibleLines(text).replaceAll('\n', ' ')
}
