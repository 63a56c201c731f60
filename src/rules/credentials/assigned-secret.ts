import type { Analysis } from '../../core/analysis.ts'
import type { TextNode } from '../../core/node.ts'
import type { Hit } from '../../core/rule.ts'
import { defineRule } from '../../core/rule.ts'
import { locate } from '../../core/text.ts'
import type { FoundSecret } from '../../secrets/judge.ts'
import { judgeLiteral } from './assigned/judge.ts'
import { literalsIn } from './assigned/literals.ts'
import { severityByProof } from './assigned/severity.ts'
import { styleOf } from './assigned/style.ts'
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
      const told = judged.secret && isIdBesideSecret(name, view.value, start) ? PUBLIC_HALF : judged
      const severity = told.secret ? severityByProof(told, literal) : undefined
      const span = locate(view, start, end)
      if (!severity || places.has(span.start)) continue
      places.add(span.start)
      yield {
        span,
        message: `\`${name}\` is set to a literal secret.`,
        ...severity,
        secret: true,
        secretValue: value,
      }
    }
  }
}

/** Neighbours: a handful of settings. */
const BESIDE = 300

const PUBLIC_HALF: FoundSecret = {
  secret: true,
  confidence: 'low',
  reason: 'it is the public half beside a secret of the same name',
}

/** `APP_KEY` above `APP_SECRET`: what OAuth calls the id and the secret of a client. */
function isIdBesideSecret(name: string, text: string, at: number): boolean {
  const stem = /^(.*(?:app|client|consumer|oauth|api)[_-]?)key$/i.exec(name)?.[1]
  if (stem === undefined) return false
  const around = text.slice(Math.max(0, at - BESIDE), at + BESIDE).toLowerCase()
  return around.includes(`${stem.toLowerCase()}secret`)
}
