import type { Analysis } from '../core/analysis.ts'
import type { Guardrail } from '../core/known-account.ts'
import { withoutDenied } from './denials.ts'
import { denialsOf, type Permissions, withinDocuments } from './grants.ts'

/**
 * Control policies of the one account that a repository is for; where several accounts are known, nobody can tell whose
 * apply. None while the account itself is looked at without its organization.
 */
function guardrailsOf(unit: Analysis): readonly (readonly Guardrail[])[] {
  const [only, ...others] = unit.session.accounts
  return only && others.length === 0 ? only.guardrails : []
}

/** What is left of permissions when the organization has its say: every level allows it, and none denies it. */
export function guarded(permissions: Permissions): Permissions {
  return guardrailsOf(permissions.unit).length === 0 ? permissions : permissions.unit.of(applyGuardrails, permissions)
}

function applyGuardrails(permissions: Permissions, unit: Analysis): Permissions {
  const levels = guardrailsOf(unit)
  let { allowEntries } = permissions
  for (const level of levels) {
    const allowing = level.filter(({ type }) => type === 'SERVICE_CONTROL_POLICY').map(({ document }) => document)
    if (allowing.length > 0) allowEntries = withinDocuments(allowEntries, allowing, unit)
    const denials = denialsOf(
      level.map(({ document }) => document),
      unit,
    )
    allowEntries = withoutDenied(allowEntries, denials, unit)
  }
  return { ...permissions, allowEntries }
}

/** The names of the control policies that take something away from permissions. */
export function guardrailsAgainst(permissions: Permissions): readonly string[] {
  const { unit } = permissions
  const names = guardrailsOf(unit)
    .flat()
    .filter(({ document }) => {
      const left = withoutDenied(permissions.allowEntries, denialsOf([document], unit), unit)
      return (
        left.length !== permissions.allowEntries.length || left.some((one, at) => one !== permissions.allowEntries[at])
      )
    })
    .map(({ name }) => name)
  return [...new Set(names)]
}
