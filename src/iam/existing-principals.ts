import type { Analysis } from '../core/analysis.ts'
import type { KnownAccount, KnownPrincipal } from '../core/known-account.ts'
import type { HolderKind } from '../core/policy.ts'
import type { ExistingRole } from './escalation.ts'
import { quote } from './messages.ts'
import type { Principal } from './principals.ts'
import { exactName, isByPattern, reachesName } from './target-scope.ts'

/** Somebody stronger that a pattern names, who is not declared here but there already in an account that is known. */
export function strongerInAccounts(
  kind: HolderKind,
  pattern: string,
  trusts: string | undefined,
  holder: Principal | undefined,
  { session }: Analysis,
): Pick<Principal, 'holder'> | undefined {
  for (const account of session.accounts) {
    const found = candidatesIn(account, kind, pattern).find(
      (one) =>
        one.power !== undefined &&
        one.arn !== holder?.holder.address &&
        (trusts === undefined || letsIn(one, trusts, account, holder)),
    )
    if (found) {
      const { name, arn } = found
      return { holder: { kind, name, address: arn, span: { uri: arn, start: 0, end: 0 } } }
    }
  }
  return undefined
}

/** What passing any role that fits a pattern comes to in the accounts that are known. */
export function existingRole(pattern: string, service: string, { session }: Analysis): ExistingRole | undefined {
  const accounts = session.accounts.filter((account) => isIn(account, pattern))
  if (accounts.length === 0) return undefined
  for (const account of accounts) {
    const found = candidatesIn(account, 'role', pattern).find(
      (role) => role.power !== undefined && letsIn(role, service, account, undefined),
    )
    if (found) return { gives: 'more', says: `In account ${account.account} that is ${describe(found)}.` }
  }
  const names = accounts.map(({ account }) => account).join(', ')
  const dates = accounts.map(({ takenAt }) => takenAt.slice(0, 10)).sort()
  return {
    gives: 'nothing',
    says: `No role of account ${names} that trusts ${quote(service)} can do more, as of ${dates[0]}.`,
  }
}

/** `` `admin`, an administrator ``. */
export function describe({ name, power }: KnownPrincipal): string {
  const what =
    power === 'administrator'
      ? ', an administrator'
      : power === 'escalates'
        ? ', which can become an administrator'
        : ''
  return `${quote(name)}${what}`
}

/** The powerful ones that a pattern reaches; the one that it names. */
function candidatesIn(account: KnownAccount, kind: HolderKind, pattern: string): readonly KnownPrincipal[] {
  if (!isIn(account, pattern)) return []
  if (!isByPattern(pattern)) {
    const named = account.named(kind, exactName(pattern, kind) ?? '')
    return named ? [named] : []
  }
  return account.powerful.filter((one) => one.kind === kind && reachesName(pattern, kind, one.name))
}

/** Does a pattern speak of this account, as far as it says whose it means? */
export function isIn({ account }: KnownAccount, pattern: string): boolean {
  const said = pattern.split(':')[4]
  return said === undefined || !/^\d{12}$/.test(said) || said === account
}

/** Does its trust policy let in a service or, for `sts`, the holder? */
function letsIn(
  { trusted }: KnownPrincipal,
  trusts: string,
  { account }: KnownAccount,
  holder: Principal | undefined,
): boolean {
  return trusted.some(({ type, value }) => {
    if (trusts !== 'sts') return type === 'Service' && value.replace(/\.cn$/, '') === trusts
    if (type !== 'AWS' && type !== '*') return false
    if (value === '*' || value === account || value.endsWith(`:${account}:root`)) return true
    const { kind, name } = holder?.holder ?? {}
    return kind !== undefined && name !== undefined && reachesName(value, kind, name)
  })
}
