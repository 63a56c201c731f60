import type { Severity } from '../../core/finding.ts'
import type { RuleMeta } from '../../core/rule.ts'

/** What a table says of one kind of secret. */
export interface TokenKind {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  /** Why it matters, and what to do: the sentences that all of them share are added. */
  readonly description: string
  readonly remediation: string
  readonly reference: string
  /** Where it covers several kinds of secret: their names, `A GitHub personal access token`. */
  readonly kinds?: readonly { readonly name: string }[]
}

export const ruleIdOf = ({ id }: Pick<TokenKind, 'id'>): string => `credentials/${id}`

/** How a rule about a secret of someone else than AWS presents itself. */
export function leakedToken({ id, title, severity, description, remediation, reference, kinds }: TokenKind): RuleMeta {
  return {
    id: ruleIdOf({ id }),
    title,
    severity,
    about: 'secret',
    domain: 'credentials',
    practice: 'no secrets in user-data, Dockerfiles, scripts, code',
    description: `${description} In a repository everyone who can read it, a fork, a clone or a log of it has the secret too.${coverage(kinds)}`,
    remediation: `${remediation} Deleting the line is not enough, since the history keeps it.`,
    cwe: ['CWE-798'],
    references: [reference],
  }
}

function coverage(kinds: TokenKind['kinds']): string {
  if (!kinds || kinds.length < 2) return ''
  return ` Found: ${kinds.map(({ name }) => name.replace(/^(?:An?|The) (.)/, (whole) => whole.charAt(0).toLowerCase() + whole.slice(1))).join('; ')}.`
}
