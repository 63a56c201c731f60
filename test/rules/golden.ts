import type { Hit, Rule } from '../../src/core/rule.ts'
import { lineStarts, regionOf, type Source, type Span } from '../../src/core/source.ts'

/**
 * A hit as goldens hold it: its place, severity and message, and below that what else it says.
 *
 *     bad.json:4:57-4:68 high message
 *       element: s3:*
 *       related: bad.json:2:3-2:40 the role that holds it
 *       fix: bad.json:4:57-4:68 "s3:GetObject"
 *
 * What is as usual is left out: a confidence of `high`, the remediation that the rule gives everywhere.
 */
export function goldenOf(hit: Hit, rule: Rule, sources: ReadonlyMap<string, Source>, folder: string): string {
  const place = (span: Span) => `${folder}${placeOf(span, sources)}`
  const { confidence = 'high', remediation = rule.meta.remediation, related = [], fix = [] } = hit
  const masked = [...(hit.secret ? ['itself'] : []), ...(hit.secretSpans ?? []).map(place)]
  const details = [
    ...(hit.element === undefined ? [] : [`element: ${hit.element}`]),
    ...(confidence === 'high' ? [] : [`confidence: ${confidence}`]),
    ...Object.entries(hit.properties ?? {}).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
    ...(masked.length === 0 ? [] : [`masked: ${masked.join(' ')}`]),
    ...related.map(({ span, message }) => `related: ${place(span)} ${message}`),
    ...(remediation === rule.meta.remediation ? [] : [`remediation: ${remediation}`]),
    ...fix.map(({ span, text, bare }) => `fix: ${place(span)} ${JSON.stringify(bare ?? text)}`),
  ]
  const heading = `${place(hit.span)} ${hit.severity ?? rule.meta.severity} ${hit.message}`
  return [heading, ...details.map((text) => `  ${text.replace(/\n(?=.)/g, '\n    ')}`)].join('\n')
}

function placeOf(span: Span, sources: ReadonlyMap<string, Source>): string {
  const source = sources.get(span.uri)
  if (!source) throw new Error(`a place in ${span.uri}, which is not in the fixture`)
  const { startLine, startColumn, endLine, endColumn } = regionOf(lineStarts(source.text), span.start, span.end)
  return `${span.uri}:${startLine}:${startColumn}-${endLine}:${endColumn}`
}
