import type { Analysis } from '../../core/analysis.ts'
import type { TextNode } from '../../core/node.ts'
import type { Hit } from '../../core/rule.ts'
import { defineRule } from '../../core/rule.ts'
import { locate } from '../../core/text.ts'
import type { FoundSecret } from '../../secrets/judge.ts'
import type { Assignment } from './assigned/assignments.ts'
import { styleOf } from './assigned/files.ts'
import { judgeLiteral } from './assigned/judge.ts'
import { literalsIn } from './assigned/literals.ts'
import { genericWeight } from './assigned/weight.ts'
import { boundedHits } from './flood.ts'
import { freshIn, viewsOf } from './views.ts'

/** Words alone are translations, labels and defaults far more often than secrets, so a generic value must be longer. */
const SHORTEST = 8

export default defineRule({
  meta: {
    id: 'credentials/assigned-secret',
    title: 'Literal secret in a program or a configuration',
    severity: 'high',
    about: 'secret',
    domain: 'credentials',
    practice: 'no secrets in user-data, Dockerfiles, scripts, code',
    generic: true,
    description:
      'A password, key or token that stands in a program or its configuration is read by everyone who can read the repository, a fork, a clone or an image made of it, and cannot be changed without a release.',
    remediation:
      'Revoke or change the value, and read the new one when the program starts: from AWS Secrets Manager or an SSM SecureString parameter, or from the environment that the deployment sets. Deleting the line is not enough, since the history keeps it.',
    cwe: ['CWE-798', 'CWE-312'],
    references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets.html'],
  },
  on: 'text',
  check: (node, context) => boundedHits(assignedSecrets(node, context.unit), node, context),
})

function* assignedSecrets({ text, uri }: TextNode, unit: Analysis): Generator<Hit> {
  const style = styleOf(uri)
  if (style === undefined) return
  const places = new Set<number>()
  for (const view of viewsOf(text, unit)) {
    for (const literal of literalsIn(view.value, style)) {
      const { name, value, start, end } = literal
      if (value.length < SHORTEST || !freshIn(view, start, end)) continue
      const judged = judgeLiteral(literal)
      const told = judged.secret ? inItsPlace(judged, literal, view.value) : judged
      const weight = told.secret ? genericWeight(told, value) : undefined
      const span = locate(view, start, end)
      if (!weight || places.has(span.start)) continue
      places.add(span.start)
      yield {
        span,
        message: `\`${name}\` is set to a literal secret.`,
        ...weight,
        secret: true,
        secretValue: value,
      }
    }
  }
}

/** So much before a value is looked at for the beginning of a comment. */
const REACH = 4_000
const BESIDE = 300
/** https://www.rfc-editor.org/rfc/rfc2606 */
const EXAMPLE = /\bexample\.(?:com|org|net)\b/i

/** In a line of a comment, or between the quotes that documentation of Python stands in. */
function isInComment(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at)
  if (/^\s*(?:#(?!\s*define\b)|\/\/|\*|--\s|<!--|;)/.test(line)) return true
  // Of the quotes before it an odd number opens; far from the beginning the last ones must stand on a line of their own.
  const before = text.slice(Math.max(0, at - REACH), at)
  const opening = before.lastIndexOf('"""')
  if (opening === -1) return false
  return at <= REACH
    ? before.split('"""').length % 2 === 0
    : /(?:def|class)\b[^\n]*:\s*$/.test(before.slice(0, opening))
}

/** People write samples into comments, and take out real ones for a while; frameworks come with keys for development. */
function inItsPlace(judged: FoundSecret, { name, start: at }: Assignment, text: string): FoundSecret {
  const { confidence } = judged
  if (isIdBesideSecret(name, text, at))
    return { secret: true, confidence: 'low', reason: 'it is the public half beside a secret of the same name' }
  const less = confidence === 'high' ? 'medium' : 'low'
  if (EXAMPLE.test(text.slice(Math.max(0, at - BESIDE), at + BESIDE)))
    return { secret: true, confidence: less, reason: 'its neighbours speak of example.com' }
  if (isInComment(text, at)) return { secret: true, confidence: less, reason: 'it stands in a comment' }
  if (!isForDevelopment(text, at)) return judged
  return { secret: true, confidence: less, reason: 'it is of the environment for development or tests' }
}

/** `APP_KEY` above `APP_SECRET`: what OAuth calls the id and the secret of a client. */
function isIdBesideSecret(name: string, text: string, at: number): boolean {
  const stem = /^(.*(?:app|client|consumer|oauth|api)[_-]?)key$/i.exec(name)?.[1]
  if (stem === undefined) return false
  const around = text.slice(Math.max(0, at - BESIDE), at + BESIDE).toLowerCase()
  return around.includes(`${stem.toLowerCase()}secret`)
}

/** `development:` and a deeper line, as in the configuration of Rails. */
function isForDevelopment(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  if (!/^[ \t]+[\w.-]+[ \t]*:/.test(line)) return false
  const sections = text.slice(Math.max(0, at - REACH), at).match(/^(?=\S)[\w"'.-]+[ \t]*:/gm)
  return /^["']?(?:development|dev|test|local|ci)\b/.test(sections?.at(-1) ?? '')
}
