import type { Hit } from '../../core/rule.ts'
import { defineRule } from '../../core/rule.ts'
import { matchesIn, viewsOf } from './views.ts'

/** Header, claims and signature in base64url; a header begins with `{"`, and so do the claims. */
const TOKEN =
  /(?<![A-Za-z0-9_-])(?<header>eyJ[A-Za-z0-9_-]{10,2000})\.(?<claims>eyJ[A-Za-z0-9_-]{8,8000})\.(?<signature>[A-Za-z0-9_-]{40,2000})(?![A-Za-z0-9_-])/g

export default defineRule({
  meta: {
    id: 'credentials/jwt',
    title: 'Signed JSON Web Token in the repository',
    severity: 'medium',
    about: 'secret',
    domain: 'credentials',
    practice: 'no secrets in user-data, Dockerfiles, scripts, code',
    description:
      'Whoever holds a signed token is whom its claims name, until it expires. One without an end is as good as a password.',
    remediation:
      'Revoke the session or change the key that signed it, and let the program ask for a token of its own when it needs one. Deleting the line is not enough, since the history keeps it.',
    cwe: ['CWE-798'],
    references: ['https://www.rfc-editor.org/rfc/rfc7519'],
  },
  on: 'text',
  *check(node, { unit }): Generator<Hit> {
    if (!viewsOf(node.text, unit).some(({ value }) => value.includes('eyJ'))) return
    for (const { value, groups, span } of matchesIn(node.text, TOKEN, unit)) {
      const header = objectIn(groups.groups!.header!)
      const claims = objectIn(groups.groups!.claims!)
      if (!header || !claims || isMadeUp(header, claims)) continue
      const endless = typeof claims.exp !== 'number'
      yield {
        span,
        message: `A signed JSON Web Token${described(header, claims)}.`,
        severity: claims.role === 'anon' ? 'low' : 'medium',
        confidence: 'medium',
        confidenceReason: endless
          ? 'it has no end of its own, but what it opens is not known'
          : 'it may have expired, and what it opens is not known',
        lighterInSamples: 'by-file',
        secret: true,
        secretValue: value,
      }
    }
  },
})

type Json = Readonly<Record<string, unknown>>

function objectIn(base64url: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(base64url, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
  } catch {
    return undefined
  }
}

/** The token of jwt.io and its kin, unsigned ones, and those without anybody in them. */
function isMadeUp(header: Json, claims: Json): boolean {
  return (
    typeof header.alg !== 'string' ||
    /^none$/i.test(header.alg) ||
    claims.sub === '1234567890' ||
    /^(?:John|Jane) Doe$/i.test(String(claims.name)) ||
    Object.keys(claims).length === 0
  )
}

/** What header and claims say of the kind of token; names of people and scopes stay out. */
function described(header: Json, claims: Json): string {
  const { exp, iss } = claims
  const parts = [
    `, signed with ${plain(header.alg)}`,
    ...(typeof iss === 'string' ? [`issued by \`${plain(iss)}\``] : []),
    ...(typeof exp === 'number' ? [`good until ${dayOf(exp)}`] : ['without an end']),
  ]
  return parts.join(', ')
}

const plain = (value: unknown): string =>
  String(value)
    .replace(/[^\w.:/@-]/g, '')
    .slice(0, 80)

function dayOf(seconds: number): string {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? 'a day that is none' : date.toISOString().slice(0, 10)
}
