import type { Analysis } from '../core/analysis.ts'
import type { PolicyNode } from '../core/node.ts'
import { adminIn, credentialGrantsIn, permissionsManagementIn, sensitiveReadsIn, wholeServicesIn } from './classify.ts'
import { escalationsIn, limitsService } from './escalation.ts'
import { escalationContextOf } from './escalation-context.ts'
import { grantsOf, isOpenAllowEntry, type Permissions } from './grants.ts'
import type { Principal } from './principals.ts'
import { openTrustGrants } from './public-access.ts'
import { scopeOf } from './scope.ts'

/** What is judged: permissions with whoever holds them, or a policy that lets others in. */
export interface Judgeable {
  readonly granted: { readonly permissions: Permissions }
  readonly principal?: Principal
  readonly trustPolicy?: PolicyNode
  readonly unit: Analysis
}

/**
 * Everything that is true of it, by the names of the rules, with nothing left out because something graver is true too:
 * so a narrowed grant shows no category that its past did not have.
 */
export function categoriesOf({ granted: { permissions }, principal, trustPolicy, unit }: Judgeable): string[] {
  if (trustPolicy) return openTrustGrants(trustPolicy, unit).map(({ severity }) => `any-principal (${severity})`)
  const admin = adminIn(permissions)
  const escalations = escalationsIn(permissions, escalationContextOf(principal, unit))
  const passes = grantsOf(permissions, 'iam:PassRole').some(
    (grant) => isOpenAllowEntry(grant.allowEntry) && scopeOf(grant, 'role') === 'any' && !limitsService(grant),
  )
  const found = [
    ...(admin && !admin.assumed ? (admin.kind === 'full' ? ['full-admin', 'near-admin'] : ['near-admin']) : []),
    ...escalations
      .filter(({ severity }) => severity !== 'note' && severity !== 'low')
      .map(({ path }) => `privilege-escalation (${path.class})`),
    ...(passes ? ['pass-any-role'] : []),
    ...wholeServicesIn(permissions).flatMap(({ services }) =>
      services.map((service) => `service-wildcard (${service})`),
    ),
    ...(sensitiveReadsIn(permissions).length > 0 ? ['data-exfiltration'] : []),
    ...(credentialGrantsIn(permissions).length > 0 ? ['credentials-exposure'] : []),
    ...(permissionsManagementIn(permissions).length > 0 ? ['permissions-management'] : []),
  ]
  return [...new Set(found)]
}

/** What holds now and did not: nothing of it is new to an administrator. */
export function newCategories(before: readonly string[], after: readonly string[]): string[] {
  if (before.includes('full-admin')) return []
  const fresh = after.filter((category) => !before.includes(category))
  // An administrator has all the rest: said once.
  if (fresh.includes('full-admin')) return ['full-admin']
  return fresh.includes('near-admin') ? fresh.filter((category) => !category.startsWith('service-wildcard')) : fresh
}

/** `now an administrator`: a category as people say it. */
export function categoryWords(category: string): string {
  const [, name = category, detail = ''] = /^(\S+) \((.*)\)$/.exec(category) ?? []
  if (name === 'service-wildcard') return `now every action of \`${detail}\` on every resource`
  return WORDS[name === 'privilege-escalation' ? detail : name] ?? `now ${category}`
}

const WORDS: Readonly<Record<string, string>> = {
  'full-admin': 'now an administrator',
  'near-admin': 'now nearly an administrator',
  'self-escalation': 'now able to give itself every permission',
  'principal-access': 'now able to become others',
  'new-passrole': 'now able to run code under other roles',
  'existing-resource': 'now able to take over what runs under other roles',
  'role-chain': 'now able to assume stronger roles',
  'pass-any-role': 'now able to pass any role to any service',
  'data-exfiltration': 'now reads what people keep to themselves, everywhere',
  'credentials-exposure': 'now gets credentials of others',
  'permissions-management': 'now changes who may do what, everywhere',
  'any-principal': 'now open to anyone',
}
