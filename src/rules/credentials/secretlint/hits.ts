import type { TextNode } from '../../../core/node.ts'
import type { Hit, RuleContext } from '../../../core/rule.ts'
import { lineStarts, regionOf } from '../../../core/source.ts'
import { locate, type MappedText } from '../../../core/text.ts'
import { freshIn, viewsOf } from '../views.ts'
import { rulesWorthRunning } from './gate.ts'
import { refine } from './refine.ts'
import { type Cut, scanText } from './scan.ts'
import type { Row } from './table.ts'

/** The hits of one rule of the table; nothing is even asked of the engine when no gate lets the text through. */
export function hitsOf(row: Row, node: TextNode, context: RuleContext): Iterable<Hit> | AsyncIterable<Hit> {
  return worthRunning(node.text).has(row.engine) ? foundBy(row, node, context) : []
}

async function* foundBy(row: Row, node: TextNode, context: RuleContext): AsyncGenerator<Hit> {
  const seen = new Set<string>()
  for (const { rule, hit } of await allHits(node, context)) {
    const place = `${hit.span.start}:${hit.span.end}`
    if (rule !== row.engine || seen.has(place)) continue
    seen.add(place)
    yield { ...hit, message: `${row.what}.` }
  }
}

interface Found {
  readonly rule: string
  readonly hit: Omit<Hit, 'message'>
}

const GATED = new WeakMap<MappedText, ReadonlySet<string>>()
const KNOWN = new WeakMap<MappedText, Promise<readonly Found[]>>()

/** Every rule of the table asks about the same text in turn: it is gated once, and scanned once for all of them. */
function worthRunning(text: MappedText): ReadonlySet<string> {
  const known = GATED.get(text)
  if (known) return known
  const rules = new Set(viewsOf(text).flatMap((view) => [...rulesWorthRunning(view.value)]))
  GATED.set(text, rules)
  return rules
}

function allHits(node: TextNode, context: RuleContext): Promise<readonly Found[]> {
  const known = KNOWN.get(node.text)
  if (known) return known
  const found = scanViews(node, context)
  KNOWN.set(node.text, found)
  return found
}

async function scanViews(node: TextNode, context: RuleContext): Promise<Found[]> {
  const found: Found[] = []
  for (const view of viewsOf(node.text)) {
    const { reports, cuts } = await scanText(view.value, node.uri)
    for (const cut of cuts) notifyOf(cut, node, view, context)
    for (const report of reports) {
      const refined = refine(report, view.value)
      if (!refined || !freshIn(view, refined.start, refined.end)) continue
      const { start, end, severity, judged } = refined
      const hit = {
        span: locate(view, start, end),
        secret: true as const,
        secretValue: view.value.slice(start, end),
        ...(severity ? { severity } : {}),
        ...(judged
          ? { confidence: judged.confidence, confidenceReason: judged.reason, lighterInSamples: true as const }
          : {}),
        properties: { engine: 'secretlint', kind: report.messageId },
      }
      found.push({ rule: report.rule, hit })
    }
  }
  return found
}

const REASONS: Readonly<Record<Cut['reason'], string>> = {
  broken: 'the engine failed',
  'too-many': 'there are too many findings already',
}

function notifyOf(cut: Cut, node: TextNode, view: MappedText, context: RuleContext): void {
  const span = locate(view, cut.start, cut.end)
  const region = regionOf(lineStarts(node.text.value), span.start, span.end)
  context.notify({
    level: 'warning',
    id: 'secrets-cut-short',
    message: `Lines ${region.startLine} to ${region.endLine} were not searched for secrets of ${cut.rules.join(', ')}: ${REASONS[cut.reason]}.`,
    location: { uri: node.uri, region },
    unread: { span, limit: cut.reason === 'broken' ? 'engine' : 'reports' },
  })
}
