import {
  type FileEdit,
  type Finding,
  type Location,
  type RelatedLocation,
  type Severity,
  type Snippet,
  steppedDown,
} from '../core/finding.ts'
import type { Hit } from '../core/rule.ts'
import { inWholeFile, lineStarts, regionOf, type Source, type Span } from '../core/source.ts'
import type { RuleHit } from './check.ts'
import { placedEdit } from './edits.ts'
import { type Identity, identityOf } from './finding-identity.ts'
import { maskSpans, redact, scrubber } from './mask.ts'
import { Origins } from './origins.ts'
import { reasonsToWeighLess } from './weighs-less.ts'

/** A hit with its identity, not yet masked: lives inside the scan floor only. */
export interface Candidate extends RuleHit, Identity {
  /** The commit whose version the spans point into; absent for the head. */
  readonly commit?: string
  /** Further places of the same secret in the same file. */
  readonly twins: readonly Span[]
}

/** One version of the tree, as far as findings need to look things up in it. */
export interface Version {
  readonly commit?: string
  read(uri: string): Source | undefined
}

/** Lines shown before and after the place, and the longest stretch of one line that is kept. */
const CONTEXT_LINES = 2
const WIDEST_LINE = 1000

/**
 * Hits of one version of the tree -> candidates: one per place; the same secret twice in a file is one; two rules on
 * one secret give the finding of the more telling one. `pathAtHead` maps a path of this version to its path at the head.
 */
export function candidatesOf(
  hits: readonly RuleHit[],
  commit?: string,
  pathAtHead = (path: string) => path,
): Candidate[] {
  const stretched = new Map<string, string>()
  const occurrences = new Map<string, number>()
  const byKey = new Map<string, Candidate & { twins: Span[] }>()
  const places = new Set<string>()
  for (const found of withoutOverlaps(hits)) {
    // One place is one finding, however many calls of its module lead there.
    const place = placeOf(found)
    if (places.has(place)) continue
    places.add(place)
    const path = pathAtHead(found.hit.span.uri)
    const first = identityOf(found, path, stretched)
    const known = byKey.get(first.key)
    if (known && found.hit.secret) {
      known.twins.push(found.hit.span)
      continue
    }
    const count = (occurrences.get(first.key) ?? 0) + 1
    occurrences.set(first.key, count)
    const identity = count === 1 ? first : identityOf(found, path, stretched, count)
    byKey.set(identity.key, { ...found, ...identity, ...(commit ? { commit } : {}), twins: [] })
  }
  return [...byKey.values()]
}

function placeOf({ rule, hit: { span, element = '' } }: RuleHit): string {
  return [rule.meta.id, span.uri, span.start, span.end, element].join('\0')
}

/**
 * Candidates of one version -> findings: regions, snippets and messages, everything masked. Masking is done over each
 * whole source and before any snippet is cut, so that no finding shows another rule's secret.
 */
export function findingsOf(
  candidates: readonly Candidate[],
  version: Version,
  severityOf: (ruleId: string, severity: Severity) => Severity,
): Finding[] {
  const secrets = secretSpans(candidates)
  const scrub = scrubber(candidates.flatMap(({ hit }) => secretsOf(hit)))
  const pages = new Map<string, MaskedSource>()
  const origins = new Origins()
  const pageOf = (uri: string): MaskedSource => {
    const known = pages.get(uri)
    if (known) return known
    const page = makePage(version.read(uri), secrets.get(uri) ?? [])
    pages.set(uri, page)
    return page
  }
  const lighterOf = reasonsToWeighLess((uri) => version.read(uri))
  const locationOf = (span: Span): Location => {
    const region = regionOf(pageOf(span.uri).starts, span.start, span.end)
    return {
      uri: span.uri,
      ...inWholeFile(pageOf(span.uri), { region, offset: span.start }),
      length: span.end - span.start,
      ...(version.commit ? { commit: version.commit } : {}),
    }
  }
  return candidates.map(({ rule, node, hit, published, twins }) => {
    const { fingerprint, former, parts } = published()
    const location = locationOf(hit.span)
    const shown = (line: string) => redact(scrub(line), hit.secret ? 'beside' : 'elsewhere')
    const weighed = weightOf(hit, rule.meta.severity, lighterOf(hit))
    const fix = hit.fix?.map((edit) => fileEdit(placedEdit(edit, pageOf(edit.span.uri).masked), locationOf, scrub))
    const related: RelatedLocation[] = [
      ...[...(hit.related ?? []), ...origins.at(node, hit.span)].map(({ span, message }) => ({
        ...locationOf(span),
        message: scrub(message),
      })),
      ...twins.map((span) => ({
        ...locationOf(span),
        message: 'the same secret again',
        relationship: 'again' as const,
      })),
    ]
    return {
      ruleId: rule.meta.id,
      ...weighed,
      severity: severityOf(rule.meta.id, weighed.severity),
      message: scrub(hit.message),
      remediation: scrub(hit.remediation ?? rule.meta.remediation),
      location,
      relatedLocations: related,
      snippet: snippetOf(pageOf(hit.span.uri), hit.span, location, shown),
      fingerprint,
      ...(former ? { formerFingerprint: former } : {}),
      ...(parts ? { partFingerprints: parts } : {}),
      state: 'new',
      commits: version.commit ? [version.commit] : [],
      atHead: version.commit === undefined,
      secret: hit.secret === true,
      anchor: node.anchor,
      blocking: false,
      properties: propertiesOf(hit, scrub),
      // A suggestion with a mask in it would be applied with the mask.
      ...(fix?.every(({ text }) => shown(text) === text) ? { fix } : {}),
    }
  })
}

/** One level less, and in no case so much that it blocks: what a form proves is never lighter. */
function lighterOne(severity: Severity): Severity {
  const less = steppedDown(severity)
  return less === 'high' ? 'medium' : less
}

/** How heavy and how sure, in the file and at the place where it stands. */
function weightOf(
  hit: Hit,
  usual: Severity,
  lighter: string | undefined,
): Pick<Finding, 'severity' | 'confidence' | 'confidenceReason'> {
  const { severity = usual, confidence = 'high', confidenceReason } = hit
  if (lighter !== undefined) {
    return {
      severity: lighterOne(severity),
      confidence: confidence === 'high' ? 'medium' : confidence,
      confidenceReason: lighter,
    }
  }
  return { severity, confidence, ...(confidenceReason === undefined ? {} : { confidenceReason }) }
}

/** Facts hold names out of the source as messages do, and a name may be a secret. */
function propertiesOf({ properties = {} }: Hit, scrub: (text: string) => string): Finding['properties'] {
  const masked = Object.entries(properties).map(([key, value]) => {
    if (typeof value === 'string') return [key, scrub(value)]
    return [key, Array.isArray(value) ? value.map(scrub) : value]
  })
  return Object.fromEntries(masked)
}

/** Every secret that a hit knows of, as it is. Never to be printed. */
export function secretsOf(hit: Hit): string[] {
  const { keyId, secretKey, sessionToken } = hit.keyMaterial ?? {}
  return [hit.secretValue, keyId, secretKey, sessionToken].filter((value) => value !== undefined)
}

interface MaskedSource {
  readonly masked: string
  readonly starts: readonly number[]
  readonly gaps: NonNullable<Source['gaps']>
}

function makePage(source: Source | undefined, secrets: readonly Span[]): MaskedSource {
  const { text = '', gaps = [] } = source ?? {}
  return { masked: maskSpans(text, secrets), starts: lineStarts(text), gaps }
}

function secretSpans(candidates: readonly Candidate[]): Map<string, Span[]> {
  const spans = new Map<string, Span[]>()
  const add = (span: Span) => {
    const list = spans.get(span.uri)
    if (list) list.push(span)
    else spans.set(span.uri, [span])
  }
  for (const { hit, twins } of candidates) {
    if (hit.secret) add(hit.span)
    for (const span of hit.secretSpans ?? []) add(span)
    for (const span of twins) add(span)
  }
  return spans
}

function snippetOf(
  { masked, starts }: MaskedSource,
  { start, end }: Span,
  location: Location,
  shown: (line: string) => string,
): Snippet {
  const region = regionOf(starts, start, end)
  const first = Math.max(1, region.startLine - CONTEXT_LINES)
  const last = Math.min(starts.length, Math.min(region.endLine, region.startLine + CONTEXT_LINES) + CONTEXT_LINES)
  const cut = Math.max(0, region.startColumn - 1 - WIDEST_LINE / 2)
  const lines: string[] = []
  for (let line = first; line <= last; line++) {
    const from = starts[line - 1]! + (line === region.startLine ? cut : 0)
    const end = (starts[line] ?? masked.length + 1) - 1
    lines.push(shown(masked.slice(from, Math.min(end, from + WIDEST_LINE)).replace(/\r$/, '')))
  }
  const leftOut = location.region.startLine - region.startLine
  return { startLine: first + leftOut, lines, ...(cut > 0 ? { startColumn: cut + 1 } : {}) }
}

function fileEdit(
  edit: { span: Span; text: string },
  locate: (span: Span) => Location,
  scrub: (text: string) => string,
): FileEdit {
  const { uri, region, offset, length } = locate(edit.span)
  return { uri, region, offset, length, text: scrub(edit.text) }
}

/**
 * Where two rules speak of one secret (a key id in user-data is a credential and a literal in a script), the credential
 * rule's hit stays, since it knows more about it.
 */
function withoutOverlaps(hits: readonly RuleHit[]): RuleHit[] {
  const secrets = hits.filter(({ hit }) => hit.secret)
  if (secrets.length < 2) return [...hits]
  const taken = new SpanIndex()
  const kept = new Set<RuleHit>()
  for (const found of [...secrets].sort((a, b) => rank(a) - rank(b))) {
    if (taken.overlaps(found.hit.span)) continue
    kept.add(found)
    for (const span of [found.hit.span, ...(found.hit.secretSpans ?? [])]) taken.add(span)
  }
  return hits.filter((found) => !found.hit.secret || kept.has(found))
}

function rank({ rule }: RuleHit): number {
  if (rule.meta.certain) return -1
  if (rule.meta.generic) return 2
  return rule.meta.domain === 'credentials' ? 0 : 1
}

/** Spans by the stretches of 256 characters they touch: thousands of findings in one file stay linear. */
class SpanIndex {
  readonly #stretches = new Map<string, Span[]>()

  add(span: Span): void {
    for (const key of this.#keys(span)) {
      const list = this.#stretches.get(key)
      if (list) list.push(span)
      else this.#stretches.set(key, [span])
    }
  }

  overlaps(span: Span): boolean {
    return this.#keys(span).some((key) =>
      this.#stretches.get(key)?.some((other) => other.start < span.end && span.start < other.end),
    )
  }

  #keys({ uri, start, end }: Span): string[] {
    const keys: string[] = []
    for (let stretch = start >> 8; stretch <= (end - 1) >> 8; stretch++) keys.push(`${stretch}:${uri}`)
    return keys
  }
}
