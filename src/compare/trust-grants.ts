import { type Bits, includesAll, overlaps } from '../aws/actions/bits.ts'
import type { Analysis } from '../core/analysis.ts'
import type { PolicyNode } from '../core/node.ts'
import type { Condition, Principal, Statement } from '../core/policy.ts'
import type { Span } from '../core/source.ts'
import { judgeConditions, judgeGuard, keyOf, operatorOf, STRENGTHS, type Strength } from '../iam/conditions.ts'
import { groupedBy } from '../iam/groups.ts'
import { statementActions } from '../iam/match.ts'
import { listed, quote } from '../iam/messages.ts'
import { isAllow, isAnyone, isDeny } from '../iam/public-access.ts'
import type { Spell } from './unknowns.ts'

/** A principal that a trust or resource policy lets in. */
export interface TrustGrant {
  readonly principal: string
  /** For people. */
  readonly name: string
  readonly statement: Statement
  /** What it lets the principal do. */
  readonly actions: Bits
  readonly strength: Strength
  readonly conditions: string
  readonly span: Span
}

export interface NewTrustGrant {
  readonly text: string
  readonly span: Span
}

/** Deny statements that are held against each Allow. */
const MOST_DENIES = 50
/** Doors of one principal before that are held against each of its doors now. */
const MOST_COMPARED = 200

export function trustGrantsOf({ document }: PolicyNode, unit: Analysis, spell: Spell): TrustGrant[] {
  const denies = document.statements.filter(isDeny).slice(0, MOST_DENIES)
  return document.statements.filter(isAllow).flatMap((statement) => {
    const actions = statementActions(statement, unit)
    const guards = denies.filter((deny) => overlaps(statementActions(deny, unit), actions))
    const caller = statement.principals.some(isAnyone) ? 'anyone' : 'named'
    const strength = strongest([
      judgeConditions(statement.conditions, caller).strength,
      ...guards.map((guard) => judgeGuard(guard.conditions)),
    ])
    const conditions = [...statement.conditions, ...guards.flatMap((guard) => guard.conditions)]
    return [...statement.principals.map((one) => nameOf(one, spell)), ...exceptions(statement)].map((named) => ({
      ...named,
      statement,
      actions,
      strength,
      conditions: textOf(conditions, spell),
    }))
  })
}

type Named = Pick<TrustGrant, 'principal' | 'name' | 'span'>

function nameOf(principal: Principal, spell: Spell): Named {
  const { type, value } = principal
  const name = accountName(value.value)
  const told = isAnyone(principal) ? '*' : `${type} ${accountName(spell(value))}`
  return { principal: told, name, span: value.span }
}

/** An account by its number is its root by ARN. */
function accountName(value: string): string {
  return /^\d{12}$/.test(value) ? `arn:aws:iam::${value}:root` : value
}

function exceptions({ notPrincipals }: Statement): Named[] {
  const [first] = notPrincipals
  const everyone = 'everyone but those named'
  return first ? [{ principal: everyone, name: everyone, span: first.value.span }] : []
}

/** Principals that are let in now and were not, or are let in more freely or to more. */
export function newTrustGrants(before: readonly TrustGrant[], after: readonly TrustGrant[]): NewTrustGrant[] {
  const byPrincipal = groupedBy(before, (trustGrant) => trustGrant.principal)
  const found = after.flatMap((trustGrant): NewTrustGrant[] => {
    const same = [trustGrant.principal, '*'].flatMap(
      (principal) => byPrincipal.get(principal)?.slice(0, MOST_COMPARED) ?? [],
    )
    if (same.some((old) => covers(old, trustGrant))) return []
    const known = same.find((old) => includesAll(old.actions, trustGrant.actions))
    const who = quote(trustGrant.name)
    if (!known) return [{ text: `newly lets in ${who}${toDo(trustGrant.statement)}`, span: trustGrant.span }]
    return [{ text: `lets in ${who} more freely${lost(known, trustGrant)}`, span: trustGrant.span }]
  })
  return [...new Map(found.toReversed().map((trustGrant) => [trustGrant.text, trustGrant])).values()].toReversed()
}

function covers(old: TrustGrant, now: TrustGrant): boolean {
  if (!includesAll(old.actions, now.actions)) return false
  const [a, b] = [rankOf(old.strength), rankOf(now.strength)]
  return a < b || (a === b && (a === 0 || old.conditions === now.conditions))
}

function rankOf(strength: Strength): number {
  return Math.max(0, STRENGTHS.indexOf(strength) - 1)
}

function strongest(strengths: readonly Strength[]): Strength {
  return strengths.reduce((a, b) => (STRENGTHS.indexOf(b) > STRENGTHS.indexOf(a) ? b : a))
}

function toDo({ actions }: Statement): string {
  return actions.length > 0 ? ` (${listed(actions.map(quote), 3)})` : ''
}

function lost(old: TrustGrant, now: TrustGrant): string {
  const keys = (trustGrant: TrustGrant): Set<string> => new Set(trustGrant.statement.conditions.map(keyOf))
  const gone = [...keys(old)].filter((key) => !keys(now).has(key))
  return gone.length > 0 ? `: ${listed(gone.map((key) => quote(key)))} is asked for no more` : ''
}

function textOf(conditions: readonly Condition[], spell: Spell): string {
  const parts = conditions.map((condition) => {
    const values = condition.values.map((leaf) => spell(leaf)).sort()
    return `${JSON.stringify(operatorOf(condition))} ${keyOf(condition)} ${values.join('\n')}`
  })
  return [...new Set(parts)].sort().join('\n\n')
}
