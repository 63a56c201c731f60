import type { Analysis } from '../../core/analysis.ts'
import type { Hit } from '../../core/rule.ts'
import { defineRule } from '../../core/rule.ts'
import { locate, type MappedText } from '../../core/text.ts'
import { addressesIn } from './addresses/finder.ts'
import { judgeAddress } from './addresses/judge.ts'
import { boundedHits } from './flood.ts'
import { leakedToken, type TokenKind } from './leaked-token.ts'
import { freshIn, viewsOf } from './views.ts'

/** Addresses of some schemes. */
interface AddressKind extends TokenKind {
  readonly schemes: RegExp
  readonly message: (scheme: string) => string
}

/** The first whose schemes fit is what an address is; ids stand in people's baselines, so schemes do not move. */
const KINDS: readonly AddressKind[] = [
  {
    id: 'database-url',
    title: 'Database address with a password in the repository',
    severity: 'high',
    schemes: /^(?:mongodb(?:\+srv)?|mysqlx?|postgres(?:ql)?)$/,
    message: () => 'A database address with its password.',
    description: 'The address says where the database is, the password lets anyone in who can reach it.',
    remediation:
      'Change the password. Keep it in Secrets Manager (which can rotate it), or use IAM authentication to RDS.',
    reference: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html',
  },
  {
    id: 'basic-auth-url',
    title: 'Address with user name and password in the repository',
    severity: 'high',
    schemes: /^(?:https?|ftps?)$/,
    message: () => 'An address with a user name and a password.',
    description: 'Whoever reads the address can log in; such addresses also end up in logs, histories and proxies.',
    remediation: 'Change the password, and pass user name and password from the environment or a credential helper.',
    reference: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
  },
  {
    id: 'connection-string',
    title: 'Address of a service with a password in the repository',
    severity: 'high',
    schemes: /^/,
    message: (scheme) => `An address of ${scheme} with its password.`,
    description:
      'The address says where a queue, a cache, a directory, a mail server or a database is, the password lets anyone in who can reach it. Such addresses also end up in logs.',
    remediation:
      'Change the password, and read the whole address from AWS Secrets Manager or from the environment that the deployment sets.',
    reference: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
  },
]

/** Addresses with a password in them, of whatever is reached by one. */
export default KINDS.map((kind) =>
  defineRule({
    meta: leakedToken(kind),
    on: 'text',
    check: (node, context) => boundedHits(context.unit.of(addressHits, node.text).get(kind) ?? [], node, context),
  }),
)

/** By kind, once a place. */
function addressHits(text: MappedText, unit: Analysis): Map<AddressKind, Hit[]> {
  const found = new Map<AddressKind, Hit[]>()
  const places = new Set<string>()
  for (const view of viewsOf(text, unit)) {
    for (const address of addressesIn(view.value)) {
      const { scheme, start, end } = address
      const secret = freshIn(view, start, end) ? judgeAddress(address) : undefined
      if (!secret) continue
      const span = locate(view, start, end)
      const place = `${span.start}:${span.end}`
      if (places.has(place)) continue
      places.add(place)
      const kind = KINDS.find(({ schemes }) => schemes.test(scheme))!
      const { judged, nearby } = secret
      const hit: Hit = {
        span,
        message: kind.message(scheme),
        severity: nearby ? 'low' : judged.confidence === 'high' ? 'high' : 'medium',
        confidence: judged.confidence,
        confidenceReason: judged.reason,
        lighterInSamples: 'by-place',
        secret: true,
        secretValue: address.password,
      }
      const hits = found.get(kind)
      if (hits) hits.push(hit)
      else found.set(kind, [hit])
    }
  }
  return found
}
