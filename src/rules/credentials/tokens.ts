import type { Hit } from '../../core/rule.ts'
import { defineRule } from '../../core/rule.ts'
import { locate } from '../../core/text.ts'
import { isPlaceholder } from './aws/placeholder.ts'
import { mayHold } from './tokens/gate.ts'
import { TOKEN_FORMATS, type TokenFormat } from './tokens/table.ts'
import { freshIn, viewsOf } from './views.ts'

/** The secrets that neither AWS nor secretlint has a rule for, by their formats: one rule each. */
export default TOKEN_FORMATS.map((format) =>
  defineRule({
    meta: {
      id: `credentials/${format.id}`,
      title: format.title,
      severity: format.severity,
      practice: 'no secrets in user-data, Dockerfiles, scripts, code',
      description: `${format.description} In a repository everyone who can read it, a fork, a clone or a log of it has the secret too.`,
      remediation: `${format.remediation} Deleting the line is not enough, since the history keeps it.`,
      cwe: ['CWE-798'],
      references: [format.reference],
    },
    on: 'text',
    *check(node): Generator<Hit> {
      const seen = new Set<string>()
      for (const view of viewsOf(node.text)) {
        if (!mayHold(view, format)) continue
        for (const { value, start, end } of tokensIn(view.value, format)) {
          const span = locate(view, start, end)
          const place = `${span.start}:${span.end}`
          if (!freshIn(view, start, end) || seen.has(place)) continue
          seen.add(place)
          yield { span, message: `${format.what}.`, secret: true, secretValue: value }
        }
      }
    },
  }),
)

/** The tokens of a format in a text, without those that nobody issued. */
function* tokensIn(text: string, { pattern }: TokenFormat) {
  for (const match of text.matchAll(pattern)) {
    const value = match.groups?.secret ?? match[0]
    const start = match.index + match[0].lastIndexOf(value)
    const body = value.slice(-24)
    if (isPlaceholder(body) || new Set(body).size < 8 || !/\d/.test(body)) continue
    yield { value, start, end: start + value.length }
  }
}
