import type { Analysis } from '../../core/analysis.ts'
import { defineRule, type Hit, type RuleFamily } from '../../core/rule.ts'
import { locate, type MappedText } from '../../core/text.ts'
import { leakedToken, ruleIdOf } from './leaked-token.ts'
import { type Token, tokensIn } from './tokens/finder.ts'
import { isNamed } from './tokens/format.ts'
import { VENDORS } from './tokens/formats.ts'
import { freshIn, viewsOf } from './views.ts'

/** Every rule of the table asks about the same text: it is searched once for all of them. */
const FAMILY: RuleFamily<'text'> = { check: (node, { unit }) => unit.of(hitsByRule, node.text) }

/** The secrets of everyone but AWS that have a form of their own, or a word beside them: one rule for each vendor. */
export default VENDORS.map((vendor) =>
  defineRule({
    meta: leakedToken(vendor),
    on: 'text',
    check: (node, { unit }) => unit.of(hitsByRule, node.text).get(ruleIdOf(vendor)) ?? NONE,
    family: FAMILY,
  }),
)

const NONE: readonly Hit[] = []

function hitsByRule(text: MappedText, unit: Analysis): Map<string, Hit[]> {
  const found = new Map<string, Hit[]>()
  // Decoding what stands beside a token, or within it, may show the same one again, or less of it.
  const ends = new Map<number, number>()
  const starts = new Map<number, number>()
  for (const view of viewsOf(text, unit)) {
    for (const token of tokensIn(view.value)) {
      if (!freshIn(view, token.start, token.end)) continue
      const span = locate(view, token.start, token.end)
      if ((ends.get(span.start) ?? -1) >= span.end || (starts.get(span.end) ?? Infinity) <= span.start) continue
      ends.set(span.start, span.end)
      starts.set(span.end, span.start)
      const hit: Hit = { span, ...describe(token), secret: true, secretValue: view.value.slice(token.start, token.end) }
      const id = ruleIdOf(token.vendor)
      const hits = found.get(id)
      if (hits) hits.push(hit)
      else found.set(id, [hit])
    }
  }
  return found
}

function describe({
  form,
  confidence,
  checked,
}: Token): Pick<Hit, 'message' | 'severity' | 'confidence' | 'lighterInSamples' | 'properties'> {
  const doubt = checked === false ? ' Its check digits do not fit: it may be made up, or not all of it.' : ''
  return {
    message: `${form.name}.${doubt}`,
    ...(form.severity ? { severity: form.severity } : {}),
    confidence,
    // A form and a word beside it are no proof.
    ...(isNamed(form) ? { lighterInSamples: 'by-place' as const } : {}),
    properties: { kind: form.name, ...(checked === undefined ? {} : { checkDigits: checked ? 'right' : 'wrong' }) },
  }
}
