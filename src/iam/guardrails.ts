import { includesAll } from '../aws/actions/bits.ts'
import type { Analysis } from '../core/analysis.ts'
import type { Guardrail } from '../core/known-account.ts'
import type { AllowEntry } from './allow-entries.ts'
import { withoutDenied } from './denials.ts'
import { denialsOf, type Permissions, withinDocuments } from './grants.ts'

/** The control policies that bind an account, level by level. */
type Levels = readonly (readonly Guardrail[])[]

/**
 * Those of each account that a repository may be for. One that is bound by none permits what the others deny, so then there
 * are none; nor are there any while the account itself is looked at without its organization.
 */
function guardrailsOf(unit: Analysis): readonly Levels[] {
  const all = unit.session.accounts.map(({ guardrails }) => guardrails)
  return all.every((levels) => levels.length > 0) ? all : []
}

/**
 * What is left of permissions when the organization has its say: every level allows it, and none denies it. Which of several
 * accounts a repository is for is said nowhere for certain, so only what all of them deny is gone.
 */
export function guarded(permissions: Permissions): Permissions {
  return guardrailsOf(permissions.unit).length === 0 ? permissions : permissions.unit.of(applyGuardrails, permissions)
}

function applyGuardrails(permissions: Permissions, unit: Analysis): Permissions {
  const left: (readonly AllowEntry[])[] = []
  for (const levels of guardrailsOf(unit)) {
    const inAccount = leftIn(levels, permissions.allowEntries, unit)
    if (isUntouched(inAccount, permissions.allowEntries)) return permissions
    // Most accounts of an organization are bound by the same.
    if (!left.some((other) => isSame(other, inAccount))) left.push(inAccount)
  }
  return { ...permissions, allowEntries: [...new Set(left.flat())] }
}

function leftIn(levels: Levels, granted: readonly AllowEntry[], unit: Analysis): readonly AllowEntry[] {
  let left = granted
  for (const level of levels) {
    const allowing = level.filter(({ type }) => type === 'SERVICE_CONTROL_POLICY').map(({ document }) => document)
    if (allowing.length > 0) left = withinDocuments(left, allowing, unit)
    const denials = denialsOf(
      level.map(({ document }) => document),
      unit,
    )
    left = withoutDenied(left, denials, unit)
  }
  return left
}

function isUntouched(left: readonly AllowEntry[], granted: readonly AllowEntry[]): boolean {
  return left.length === granted.length && left.every((entry, at) => entry === granted[at])
}

function isSame(some: readonly AllowEntry[], others: readonly AllowEntry[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ statement, pattern, bits }, at) => {
      const other = others[at]!
      return (
        statement === other.statement &&
        pattern === other.pattern &&
        includesAll(bits, other.bits) &&
        includesAll(other.bits, bits)
      )
    })
  )
}

/** The names of the control policies that take something away from permissions. */
export function guardrailsAgainst(permissions: Permissions): readonly string[] {
  const { unit } = permissions
  const names = guardrailsOf(unit)
    .flat(2)
    .filter(({ document }) => {
      const left = withoutDenied(permissions.allowEntries, denialsOf([document], unit), unit)
      return !isUntouched(left, permissions.allowEntries)
    })
    .map(({ name }) => name)
  return [...new Set(names)]
}
