import type { ResourceNode } from '../../core/node.ts'
import type { RuleContext, RuleMeta } from '../../core/rule.ts'
import { valueAt, wordOf, wordsOf } from '../../extract/arguments.ts'
import { ofType } from '../../extract/resource-index.ts'
import { listed } from '../../iam/messages.ts'

/** Rules about an account are about habits, and those of its people are for whoever judges policies. */
export function accountMeta(meta: Omit<RuleMeta, 'about' | 'domain'>): RuleMeta {
  return { ...meta, about: 'hygiene', domain: 'iam' }
}

/** Root stands in the credential report like any user. */
export const isRoot = ({ anchor }: ResourceNode): boolean => anchor.endsWith(':root')

const DAY = 86_400_000

/** Days from a moment that a resource tells until the account was looked at; undefined when either is not known. */
export function daysSince(resource: ResourceNode, path: string, { unit }: RuleContext): number | undefined {
  const root = ofType(unit, 'aws_account_root')[0]
  const [then, now] = [resource, root].map((one, index) =>
    Date.parse((one && wordOf(valueAt(one, index === 0 ? path : 'taken_at'))) ?? ''),
  )
  const days = Math.floor((now! - then!) / DAY)
  return Number.isNaN(days) ? undefined : days
}

/** `us-east-1, eu-west-1 and 14 more`. */
export function regionsAt(resource: ResourceNode, path: string): { regions: readonly string[]; words: string } {
  const regions = wordsOf(valueAt(resource, path)).known
  return { regions, words: listed(regions, 3) }
}
