import type { PolicyNode } from '../core/node.ts'
import type { Condition, Principal, Statement } from '../core/policy.ts'
import type { Span } from '../core/source.ts'
import { includesAll, overlaps } from './bits.ts'
import { judgeConditions, judgeGuard, keyOf, operatorOf, STRENGTHS, type Strength } from './conditions.ts'
import { groupedBy } from './groups.ts'
import { statementActions } from './match.ts'
import { isAllow, isAnyone, isDeny } from './public-access.ts'
import { listed, quote } from './words.ts'

/** A principal that a trust or resource policy lets in. */
export interface Door {
  readonly principal: string
  readonly statement: Statement
  readonly strength: Strength
  readonly conditions: string
  readonly span: Span
}

export interface NewDoor {
  readonly text: string
  readonly span: Span
}

/** Deny statements that are held against each Allow. */
const MOST_DENIES = 50
/** Doors of one principal before that are held against each of its doors now. */
const MOST_COMPARED = 200

export function doorsOf({ document }: PolicyNode): Door[] {
  const denies = document.statements.filter(isDeny).slice(0, MOST_DENIES)
  return document.statements.filter(isAllow).flatMap((statement) => {
    const guards = denies.filter((deny) => overlaps(statementActions(deny), statementActions(statement)))
    const strength = strongest([
      judgeConditions(statement.conditions, false).strength,
      ...guards.map((guard) => judgeGuard(guard.conditions)),
    ])
    const conditions = [...statement.conditions, ...guards.flatMap((guard) => guard.conditions)]
    return [...statement.principals.map(nameOf), ...exceptions(statement)].map(({ principal, span }) => ({
      principal,
      span,
      statement,
      strength,
      conditions: textOf(conditions),
    }))
  })
}

function nameOf(principal: Principal): { principal: string; span: Span } {
  const { type, value } = principal
  return { principal: isAnyone(principal) ? '*' : `${type} ${accountName(value.value)}`, span: value.span }
}

/** An account by its number is its root by ARN. */
function accountName(value: string): string {
  return /^\d{12}$/.test(value) ? `arn:aws:iam::${value}:root` : value
}

function exceptions({ notPrincipals }: Statement): { principal: string; span: Span }[] {
  const [first] = notPrincipals
  return first ? [{ principal: 'everyone but those named', span: first.value.span }] : []
}

/** Principals that are let in now and were not, or are let in more freely or to more. */
export function newDoors(before: readonly Door[], after: readonly Door[]): NewDoor[] {
  const byPrincipal = groupedBy(before, (door) => door.principal)
  const found = after.flatMap((door): NewDoor[] => {
    const same = [door.principal, '*'].flatMap((principal) => byPrincipal.get(principal)?.slice(0, MOST_COMPARED) ?? [])
    if (same.some((old) => covers(old, door))) return []
    const known = same.find((old) => includesAll(statementActions(old.statement), statementActions(door.statement)))
    const who = quote(door.principal.replace(/^\w+ /, ''))
    if (!known) return [{ text: `newly lets in ${who}${toDo(door.statement)}`, span: door.span }]
    return [{ text: `lets in ${who} more freely${lost(known, door)}`, span: door.span }]
  })
  return [...new Map(found.toReversed().map((door) => [door.text, door])).values()].toReversed()
}

function covers(old: Door, now: Door): boolean {
  if (!includesAll(statementActions(old.statement), statementActions(now.statement))) return false
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

function lost(old: Door, now: Door): string {
  const keys = (door: Door): Set<string> => new Set(door.statement.conditions.map(keyOf))
  const gone = [...keys(old)].filter((key) => !keys(now).has(key))
  return gone.length > 0 ? `: ${listed(gone.map((key) => quote(key)))} is asked for no more` : ''
}

function textOf(conditions: readonly Condition[]): string {
  const parts = conditions.map((condition) => {
    const values = condition.values.map((leaf) => leaf.value).sort()
    return `${JSON.stringify(operatorOf(condition))} ${keyOf(condition)} ${values.join('\n')}`
  })
  return [...new Set(parts)].sort().join('\n\n')
}
