import type { FileEdit, Finding, RelatedLocation } from '../../core/finding.ts'
import { LEVEL_OF } from '../../core/finding.ts'
import { historyAdviceText } from '../advice.ts'
import { plainAdvice } from '../advice-blocks.ts'
import { clip, LONGEST_MESSAGE, visibleLines } from '../escape.ts'
import { isFile, messageCommit, placeInHistory } from '../place.ts'
import { groupBy } from '../select.ts'
import { clippedSnippet, cutBefore } from '../snippet.ts'
import { artifactLocation, regionOf } from './location.ts'

/** Locations of a result that GitHub takes: the place itself and 999 related ones. */
const MOST_RELATED = 999

const LONGEST_SNIPPET = 1000

/** One finding as a SARIF result. */
export function resultOf(finding: Finding, ruleIndex: number, lineHash: string | undefined): object {
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    kind: 'fail',
    level: LEVEL_OF[finding.severity],
    message: { text: messageText(finding) },
    locations: [primaryLocation(finding)],
    ...(finding.relatedLocations.length > 0 && {
      relatedLocations: finding.relatedLocations.slice(0, MOST_RELATED).map(relatedLocation),
    }),
    partialFingerprints: {
      'keylatch/v1': finding.fingerprint,
      ...(lineHash && { primaryLocationLineHash: lineHash }),
    },
    baselineState: finding.state === 'new' ? 'new' : 'unchanged',
    ...(finding.suppression && { suppressions: [suppressionOf(finding.suppression)] }),
    ...(finding.fix && finding.fix.length > 0 && finding.atHead && { fixes: [fixOf(finding, finding.fix)] }),
    properties: propertiesOf(finding),
  }
}

/** What GitHub shows: the message, what to do about a leaked secret, and the place when no line can be shown for it. */
function messageText(finding: Finding): string {
  const place = finding.atHead && isFile(finding.location.uri) ? '' : `Found in ${placeInHistory(finding.location)}.`
  const parts = [
    clip(finding.message, LONGEST_MESSAGE),
    place,
    historyAdviceText(finding),
    plainAdvice(finding.remediation),
  ]
  return withoutLinks(visibleLines(parts.filter(Boolean).map(sentence).join(' ')))
}

/** `[text](1)` in a message is a link to a related location (SARIF 3.11.6): brackets of others' making are not. */
function withoutLinks(text: string): string {
  return text.includes('](') ? text.replace(/[[\]]/g, '\\$&') : text
}

function sentence(text: string): string {
  return /[.!?]\s*$/.test(text) ? text : `${text}.`
}

/**
 * The place, also of what only the history holds: its lines are those of that commit, which the message names. GitHub
 * wants a region for every result (validator rule SARIF2017).
 */
function primaryLocation(finding: Finding): object {
  const { location } = finding
  const text = regionText(finding)
  const context = clippedSnippet(finding)
  return {
    physicalLocation: {
      artifactLocation: artifactLocation(location.uri),
      region: { ...regionOf(location), ...(text !== undefined && { snippet: { text } }) },
      ...(text !== undefined && {
        contextRegion: {
          startLine: context.startLine,
          endLine: context.startLine + context.lines.length - 1,
          snippet: { text: `${context.lines.join('\n')}\n` },
        },
      }),
    },
    ...(finding.anchor && { logicalLocations: [{ fullyQualifiedName: visibleLines(finding.anchor) }] }),
  }
}

/** The masked text of the region; undefined when the snippet does not hold all of it. */
function regionText(finding: Finding): string | undefined {
  const { snippet } = finding
  const { region } = finding.location
  const cut = cutBefore(finding)
  const first = region.startLine - snippet.startLine
  const last = region.endLine - snippet.startLine
  if (first < 0 || last < first || last >= snippet.lines.length) return undefined
  const lines = snippet.lines.slice(first, last + 1)
  lines[lines.length - 1] = lines.at(-1)!.slice(0, region.endColumn - 1 - (first === last ? cut : 0))
  lines[0] = lines[0]!.slice(region.startColumn - 1 - cut)
  return clip(lines.join('\n'), LONGEST_SNIPPET)
}

function relatedLocation(related: RelatedLocation, index: number): object {
  return {
    id: index + 1,
    message: { text: withoutLinks(visibleLines(related.message)) },
    physicalLocation: { artifactLocation: artifactLocation(related.uri), region: regionOf(related) },
  }
}

function suppressionOf({ kind, justification, mechanism }: NonNullable<Finding['suppression']>): object {
  return { kind, status: 'accepted', justification: visibleLines(justification), properties: { mechanism } }
}

function fixOf(finding: Finding, edits: readonly FileEdit[]): object {
  return {
    description: { text: sentence(plainAdvice(finding.remediation)) },
    artifactChanges: [...groupBy(edits, (edit) => edit.uri)].map(([uri, changes]) => ({
      artifactLocation: artifactLocation(uri),
      replacements: changes.map((edit) => ({ deletedRegion: regionOf(edit), insertedContent: { text: edit.text } })),
    })),
  }
}

function propertiesOf(finding: Finding): object {
  const commit = messageCommit(finding.location.uri) ?? finding.location.commit
  return {
    ...finding.properties,
    severity: finding.severity,
    confidence: finding.confidence,
    ...(finding.confidenceReason === undefined ? {} : { confidenceReason: finding.confidenceReason }),
    secret: finding.secret,
    blocking: finding.blocking,
    atHead: finding.atHead,
    ...(commit && { commit }),
    ...(finding.commits.length > 0 && { commits: finding.commits }),
  }
}
