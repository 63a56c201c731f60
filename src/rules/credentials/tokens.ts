import type { Hit } from '../../core/rule.ts'
import { defineRule } from '../../core/rule.ts'
import { isPlaceholder } from './aws/placeholder.ts'
import { leakedToken } from './leaked-token.ts'
import { mayHold } from './tokens/gate.ts'
import { TOKEN_FORMATS } from './tokens/table.ts'
import { matchesIn, viewsOf } from './views.ts'

/** The secrets that neither AWS nor secretlint has a rule for, by their formats: one rule each. */
export default TOKEN_FORMATS.map((format) =>
  defineRule({
    meta: leakedToken(format),
    on: 'text',
    *check(node): Generator<Hit> {
      if (!viewsOf(node.text).some((view) => mayHold(view, format))) return
      for (const { value, span } of matchesIn(node.text, format.pattern)) {
        if (isIssued(value)) yield { span, message: `${format.what}.`, secret: true, secretValue: value }
      }
    },
  }),
)

/** Is this none of those that people make up: masks, examples, repeats? */
function isIssued(token: string): boolean {
  const body = token.slice(-24)
  return !isPlaceholder(body) && new Set(body).size >= 8 && /\d/.test(body)
}
