import { type Severity, steppedDown } from '../core/finding.ts'
import type { Hit } from '../core/rule.ts'
import type { ActionGrant } from './grants.ts'
import { listed, quote } from './messages.ts'

/** What is said of the first of many grants; the message without its full stop. */
type Words = Pick<Hit, 'message' | 'element' | 'remediation' | 'related'>

/** One hit for many grants, at the first and gravest; the others are named behind it. */
export function tellTogether(
  grants: readonly ActionGrant[],
  severity: Severity | ((grant: ActionGrant) => Severity),
  words: (grant: ActionGrant, others: readonly ActionGrant[]) => Words,
  alike = 'so does',
): Hit[] {
  const [first, ...others] = grants
  if (!first) return []
  const open = typeof severity === 'function' ? severity(first) : severity
  const told = words(first, others)
  const names = others.map(({ name }) => quote(name))
  return [
    {
      ...told,
      severity: first.allowEntry.judgement.strength === 'contextual' ? steppedDown(open) : open,
      span: first.action.span,
      message: `${told.message}${names.length > 0 ? `; ${alike} ${listed(names)}` : ''}.`,
      properties: { actions: grants.map(({ name }) => name) },
    },
  ]
}
