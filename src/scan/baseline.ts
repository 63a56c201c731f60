import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import type { Finding, Notification, Suppression } from '../core/finding.ts'
import { Problem } from '../core/problem.ts'
import { isAccountPlace, type Source } from '../core/source.ts'
import { type Complaints, complaintsAbout, oneLine } from './config/complaints.ts'
import { keptFor, type Printed, printsOf } from './former-prints.ts'

/** Findings that were there when Keylatch was brought in: they are shown as suppressed and do not block. */
export interface Baseline {
  /** The file it was read from. */
  readonly uri: string
  readonly entries: readonly BaselineEntry[]
}

export interface BaselineEntry {
  /** 32 hex digits. */
  readonly fingerprint: string
  readonly rule: string
  readonly path: string
  /** For people: what it was when it was taken in, or what they wrote about it since. */
  readonly note: string
}

/** Raised when entries mean something else than before; files of an older version stay readable. */
const VERSION = 1

const COMMENT =
  'Findings that Keylatch knows and does not block. Made by `keylatch baseline`; shrink it, do not grow it.'

/**
 * A baseline file that holds these findings: sorted, one entry for each fingerprint, the same text for the same
 * findings, no line numbers and no secrets. Suppressed findings are left out: they have their place already. Notes that
 * `previous` has are kept, and so are its entries for paths that were not `scanned` this time.
 */
export function remadeBaseline(
  findings: readonly Finding[],
  previous?: Baseline,
  scanned: (path: string) => boolean = () => true,
): { text: string; entries: readonly BaselineEntry[] } {
  const before = previous?.entries ?? []
  const notes = new Map(before.map(({ fingerprint, note }) => [fingerprint, note]))
  const entries = new Map<string, BaselineEntry>()
  for (const entry of before) if (!scanned(entry.path)) entries.set(entry.fingerprint, entry)
  for (const finding of findings) {
    const { fingerprint, ruleId, location, severity, message, suppression } = finding
    if (suppression && suppression.mechanism !== 'baseline') continue
    const note = keptFor(finding, (print) => notes.get(print)) ?? oneLine(`${severity}: ${message}`)
    entries.set(fingerprint, { fingerprint, rule: ruleId, path: location.uri, note })
  }
  const sorted = [...entries.values()].sort(byPlace)
  const text = `${JSON.stringify({ comment: COMMENT, version: VERSION, findings: sorted }, undefined, 2)}\n`
  return { text, entries: sorted }
}

/** Code units, not locales: the same order on every machine. */
function byPlace(a: BaselineEntry, b: BaselineEntry): number {
  return compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Reads a baseline file. Throws a Problem of one line, with the place, when it is not one.
 */
export function parseBaseline(source: Source): Baseline {
  const complaints = complaintsAbout(source)
  const root = readJson(source, complaints)
  if (root?.type !== 'object') complaints.add(root?.offset ?? 0, `not a baseline: a JSON object is expected. ${MEND}`)
  complaints.raise()
  const version = findNodeAtLocation(root!, ['version'])
  if (jsonOf(version) !== VERSION) complaints.add(version?.offset ?? 0, versionFault(jsonOf(version)))
  complaints.raise()
  const findings = findNodeAtLocation(root!, ['findings'])
  if (findings?.type !== 'array') complaints.add(findings?.offset ?? 0, `"findings" must be a list. ${MEND}`)
  const entries = (findings?.children ?? []).flatMap((node) => entryOf(node, complaints))
  complaints.raise()
  return { uri: source.uri, entries }
}

/** Looks findings up in a baseline. */
export function baselined(baseline: Baseline): (finding: Printed) => Suppression | undefined {
  const entries = new Map(baseline.entries.map((entry) => [entry.fingerprint, entry]))
  return (finding) => {
    const entry = keptFor(finding, (print) => entries.get(print))
    return entry && { kind: 'external', mechanism: 'baseline', justification: entry.note || `in ${baseline.uri}` }
  }
}

/**
 * The same text of a configuration or a baseline with the fingerprints of today in the place of former ones, and how many
 * those were. Nothing is taken in that was not there.
 */
export function withPresentFingerprints(
  text: string,
  findings: readonly Printed[],
): { text: string; rewritten: number } {
  const present = new Map(findings.map(({ fingerprint, formerFingerprint = '' }) => [formerFingerprint, fingerprint]))
  for (const { fingerprint, partFingerprints = [] } of findings)
    if (partFingerprints.every((part) => text.includes(part)))
      for (const part of partFingerprints) present.set(part, fingerprint)
  let rewritten = 0
  const replaced = text.replace(/(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/g, (print) => {
    const now = present.get(print)
    if (now !== undefined) rewritten++
    return now ?? print
  })
  return { text: replaced, rewritten }
}

/**
 * Says how many entries stand for nothing any more. Only meaningful after a full scan, given all its findings: a scan of
 * a change does not see the rest.
 */
export function staleBaseline(baseline: Baseline, findings: readonly Printed[]): Notification[] {
  const found = new Set(findings.flatMap(printsOf))
  // What stands in an account is not for a scan of the repository to miss.
  const stale = baseline.entries.filter(
    ({ fingerprint, path }) => !isAccountPlace(path) && !found.has(fingerprint),
  ).length
  if (stale === 0) return []
  const counted = stale === 1 ? '1 entry of the baseline stands' : `${stale} entries of the baseline stand`
  return [
    {
      level: 'note',
      id: 'baseline-stale',
      message: `${counted} for nothing any more. Run \`keylatch baseline\` to take them out.`,
      location: { uri: baseline.uri },
    },
  ]
}

/** What a pull request changes about the baseline, one line each. */
export function baselineChanges(base: Baseline | undefined, head: Baseline | undefined): string[] {
  const [before, after] = [fingerprintsOf(base), fingerprintsOf(head)]
  const uri = head?.uri ?? base?.uri ?? ''
  const added = [...after].filter((fingerprint) => !before.has(fingerprint)).length
  const removed = [...before].filter((fingerprint) => !after.has(fingerprint)).length
  return [...countLine(uri, added, 'added'), ...countLine(uri, removed, 'removed')]
}

function countLine(uri: string, count: number, what: string): string[] {
  if (count === 0) return []
  return [oneLine(`baseline ${uri}: ${count} ${count === 1 ? 'entry' : 'entries'} ${what}`)]
}

function fingerprintsOf(baseline: Baseline | undefined): Set<string> {
  return new Set(baseline?.entries.map(({ fingerprint }) => fingerprint))
}

const MEND = 'Delete it and make it anew with `keylatch baseline`.'

/** Longer than any baseline that people can mean. */
const LONGEST_BASELINE = 32 << 20

function readJson(source: Source, complaints: Complaints): Node | undefined {
  if (source.text.length > LONGEST_BASELINE) throw new Problem(`${source.uri}: the baseline is longer than 32 MiB`)
  const faults: ParseError[] = []
  let root: Node | undefined
  try {
    root = parseTree(source.text.replace(/^\uFEFF/, ' '), faults, { disallowComments: true })
  } catch {
    // jsonc-parser descends by recursion: thousands of nested brackets overflow the stack
    throw new Problem(`${source.uri}: the baseline is nested too deep. ${MEND}`)
  }
  const [fault] = faults
  if (fault) complaints.add(fault.offset, `not well-formed JSON (${printParseErrorCode(fault.error)}). ${MEND}`)
  return root
}

function versionFault(version: unknown): string {
  if (typeof version === 'number' && version > VERSION) {
    return `a baseline of version ${version}; this Keylatch reads version ${VERSION}. Use a newer Keylatch.`
  }
  return `"version" must be ${VERSION}. ${MEND}`
}

function entryOf(node: Node, complaints: Complaints): BaselineEntry[] {
  const value = jsonOf(node)
  const { fingerprint, rule, path, note = '' } = (isObject(value) ? value : {}) as Record<string, unknown>
  if (typeof fingerprint !== 'string' || !/^[0-9a-f]{32}$/.test(fingerprint)) {
    complaints.add(node.offset, 'an entry needs a "fingerprint" of 32 hexadecimal digits')
  } else if (typeof rule !== 'string' || typeof path !== 'string' || typeof note !== 'string') {
    complaints.add(node.offset, 'an entry needs "rule" and "path", and "note" must be a text')
  } else {
    return [{ fingerprint, rule, path, note }]
  }
  return []
}

function jsonOf(node: Node | undefined): unknown {
  return node && getNodeValue(node)
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
