import { actionFacts, actionId, actionsNamed } from '../aws/actions/catalogue.ts'
import { arnsIntersect, hasWildcard, intersects } from '../aws/wildcards.ts'
import type { Analysis } from '../core/analysis.ts'
import { type Confidence, SEVERITIES, type Severity, steppedDown } from '../core/finding.ts'
import { lazy } from '../core/lazy.ts'
import { UNKNOWN } from '../core/text.ts'
import { isOpen, judgeConditions, keyOf, operatorOf } from './conditions.ts'
import { ESCALATION_PATHS, type EscalationPath, type Target } from './escalation-paths.ts'
import { type ActionGrant, grantsAny, grantsOf, type Permissions } from './grants.ts'
import { groupedBy } from './groups.ts'
import { reachesType } from './match.ts'
import type { Principal } from './principals.ts'
import { isByPattern, type Scope, scopeOf } from './target-scope.ts'

/** A known way to more power that these permissions open. */
export interface Escalation {
  readonly path: EscalationPath
  readonly severity: Severity
  readonly confidence: Confidence
  /** The decisive grant first; one for each action of the path. */
  readonly grants: readonly ActionGrant[]
  readonly scope: Scope
  /** The principal or resource that it leads to, when it is known. */
  readonly target?: string
  /** What a known account adds, as a sentence. */
  readonly inAccount?: string
}

/** What is known of the repository around the holder. Everything may be absent: then nothing exact is claimed. */
export interface EscalationContext {
  readonly holder?: Principal
  /** Roles, users and groups that a pattern names and that are more powerful than the holder. */
  strongerNamed?(
    kind: 'role' | 'user' | 'group',
    pattern: string,
    trusts?: string,
  ): Pick<Principal, 'holder'> | undefined
  /** Where accounts are known: which of their roles that a service may have fits, and whether that gives more. */
  existingRole?(pattern: string, trusts: string): ExistingRole | undefined
  /** The one that a pattern names and that may change something that the holder may not, though it has no power. */
  otherNamed?(kind: 'role' | 'user' | 'group', pattern: string): Principal | undefined
  /** What a pattern names and the holder's own grants come from: a policy it holds, its group, a role that lets it in. */
  ownNamed?(kind: Target, pattern: string): string | undefined
  /** Something that runs under a stronger role: a function, a build project … by the path that needs it. */
  strongerResource?(path: EscalationPath): string | undefined
}

export interface ExistingRole {
  readonly gives: 'more' | 'nothing'
  /** As a sentence. */
  readonly says: string
}

/**
 * Every escalation path that holds, the gravest first. A path whose needs are a superset of another one's that weighs
 * as much is left out: it adds nothing.
 */
export function escalationsIn(permissions: Permissions, around: EscalationContext = {}): Escalation[] {
  if (!mayEscalate(permissions)) return []
  const usable = new Map<string, readonly ActionGrant[]>()
  const grantsFor = (action: string): readonly ActionGrant[] => {
    let grants = usable.get(action)
    if (!grants) usable.set(action, (grants = usableGrants(permissions, action)))
    return grants
  }
  const found = ESCALATION_PATHS.flatMap((path) => match(path, grantsFor, around) ?? [])
  return found
    .filter((one) => !found.some((other) => other !== one && isSubsumedBy(one, other)))
    .sort((a, b) => weight(a.severity) - weight(b.severity) || a.path.required.length - b.path.required.length)
}

/** Is an action granted that a path cannot do without? Who has none of them is on none. */
export function mayEscalate(permissions: Permissions): boolean {
  return grantsAny(permissions, decisiveActions())
}

export const decisiveActions = lazy(() =>
  actionsNamed(
    ESCALATION_PATHS.flatMap(({ required, oneOf = [] }) => (required.length > 0 ? required.slice(0, 1) : oneOf)),
  ),
)

type GrantsFor = (action: string) => readonly ActionGrant[]

function match(path: EscalationPath, grantsFor: GrantsFor, around: EscalationContext): Escalation | undefined {
  if (!path.required.every((action) => grantsFor(action).length > 0)) return undefined
  if (path.oneOf && !path.oneOf.some((action) => grantsFor(action).length > 0)) return undefined
  switch (path.class) {
    case 'self-escalation':
      return matchTargeted(path, grantsFor, around)
    case 'principal-access':
      return path.required.length === 1
        ? matchTargeted(path, grantsFor, around)
        : matchTogether(path, grantsFor, around)
    case 'new-passrole':
      return matchPassRole(path, grantsFor, around)
    case 'existing-resource':
      return matchExisting(path, grantsFor, around)
    case 'role-chain':
      return matchChain(path, grantsFor, around)
  }
}

/** One IAM action that is dangerous by what it can act on. */
function matchTargeted(path: EscalationPath, grantsFor: GrantsFor, around: EscalationContext): Escalation | undefined {
  return best(
    grantsFor(path.required[0]!).map((grant) => {
      const scope = scopeOf(grant, path.target!, around.holder)
      const own = path.class === 'self-escalation'
      // Permission sets stand in one account of an organization: `*` in any other one reaches none.
      if (path.target === 'permission-set' && !/^sso:/i.test(grant.action.value)) {
        return escalation(path, 'note', [grant], scope)
      }
      if (scope === 'any' || (scope === 'own' && own)) return escalation(path, path.severity, [grant], scope)
      if (scope === 'pattern') return escalation(path, lighter(path.severity, 'medium'), [grant], scope)
      if (scope === 'unknown') return escalation(path, 'low', [grant], scope)
      return scope === 'exact' ? exactly(path, grant, around) : undefined
    }),
  )
}

/** On what is named. */
function exactly(path: EscalationPath, grant: ActionGrant, around: EscalationContext): Escalation | undefined {
  const { pattern } = grant.allowEntry
  const { target: kind } = path
  if (path.class === 'self-escalation') {
    const own = around.ownNamed?.(kind!, pattern)
    return own === undefined ? undefined : escalation(path, path.severity, [grant], 'exact', own)
  }
  if (kind === undefined || kind === 'policy' || kind === 'permission-set') return undefined
  const powerful = around.strongerNamed?.(kind, pattern)
  if (powerful) return escalation(path, path.severity, [grant], 'exact', powerful.holder.address)
  const other = around.otherNamed?.(kind, pattern)
  return other && escalation(path, lighter(path.severity, 'medium'), [grant], 'exact', other.holder.address)
}

/** Two IAM actions that must reach the same principal. */
function matchTogether(path: EscalationPath, grantsFor: GrantsFor, around: EscalationContext): Escalation | undefined {
  const [first, second] = path.required as [string, string]
  const others = partnersIn(grantsFor(second))
  return best(
    grantsFor(first).flatMap((a) =>
      others(a).map((b) => {
        const scopes = [scopeOf(a, path.target!, around.holder), scopeOf(b, secondTarget(path), around.holder)]
        if (scopes.includes('own') || scopes.includes('unknown')) return undefined
        if (scopes.every((scope) => scope === 'any')) return escalation(path, path.severity, [a, b], 'any')
        if (path.target === 'policy') return undefined
        if (!reachTheSame(a, b)) return undefined
        if (!scopes.includes('exact')) return escalation(path, lighter(path.severity, 'medium'), [a, b], 'pattern')
        if (second === 'iam:DeleteAccessKey') return undefined
        // Whoever rewrites the trust policy needs nobody's leave; for sts:AssumeRole the role must trust the holder.
        const severity = second === 'sts:AssumeRole' ? lighter(path.severity, 'medium') : path.severity
        return escalation(path, severity, [a, b], 'exact')
      }),
    ),
  )
}

/**
 * The grants of another action that may reach what a grant does. Names are looked up, so that each finds its own among thousands;
 * patterns are held against all, up to as many as the largest policies of AWS have room for.
 */
function partnersIn(grants: readonly ActionGrant[]): (grant: ActionGrant) => readonly ActionGrant[] {
  const isPattern = ({ allowEntry: { pattern } }: ActionGrant) => hasWildcard(pattern) || pattern.includes(UNKNOWN)
  const patterns = grants.filter(isPattern).slice(0, MOST_PATTERNS)
  const byName = groupedBy(
    grants.filter((grant) => !isPattern(grant)),
    ({ allowEntry }) => allowEntry.pattern,
  )
  return (grant) => {
    if (isPattern(grant))
      return grants.length <= MOST_PATTERNS ? grants : [...patterns, ...[...byName.values()].map(([one]) => one!)]
    return [...patterns, ...(byName.get(grant.allowEntry.pattern) ?? [])]
  }
}

const MOST_PATTERNS = 400

function secondTarget(path: EscalationPath): 'role' | 'user' {
  return path.target === 'user' ? 'user' : 'role'
}

/** Opaque names are the same only when it is one and the same resource of one statement. */
function reachTheSame(a: ActionGrant, b: ActionGrant): boolean {
  if (a.allowEntry.resource !== undefined && a.allowEntry.resource === b.allowEntry.resource) return true
  const names = [a.allowEntry.pattern, b.allowEntry.pattern]
  return !names.some((pattern) => pattern.includes(UNKNOWN)) && arnsIntersect(names[0]!, names[1]!)
}

function matchPassRole(path: EscalationPath, grantsFor: GrantsFor, around: EscalationContext): Escalation | undefined {
  const others = [...path.required.slice(1).map((action) => grantsFor(action)[0]!), ...oneOf(path, grantsFor)]
  return best(
    grantsFor('iam:PassRole').map((grant) => {
      if (!passesTo(grant, path.service!)) return undefined
      const grants = [grant, ...others]
      const scope = scopeOf(grant, 'role', around.holder)
      // A pattern that fits the holder's own name fits others, too.
      const { pattern } = grant.allowEntry
      const existing =
        isByPattern(pattern) || scope === 'any' ? around.existingRole?.(pattern, path.service!) : undefined
      if (existing?.gives === 'more')
        return { ...escalation(path, path.severity, grants, scope), inAccount: existing.says }
      if (scope === 'any' || scope === 'pattern') {
        const isSure = scope === 'any' && existing === undefined
        const found = escalation(path, isSure ? path.severity : lighter(path.severity, 'medium'), grants, scope)
        return existing ? { ...found, inAccount: existing.says } : found
      }
      if (scope === 'unknown') return escalation(path, 'note', grants, scope)
      const target = around.strongerNamed?.('role', grant.allowEntry.pattern, path.service)
      return target && escalation(path, path.severity, grants, scope, target.holder.address)
    }),
  )
}

/** May the role go to this service? Without iam:PassedToService it may go to any. */
export function passesTo(grant: ActionGrant, service: string): boolean {
  return grant.statement.conditions.every((condition) => {
    const { name, negated } = operatorOf(condition)
    if (keyOf(condition) !== 'iam:passedtoservice' || negated || !name.startsWith('string')) return true
    return condition.values.some((leaf) => matchesService(leaf.value.toLowerCase(), service))
  })
}

/** A value that is not known may be any service that a path is about, but it is one. */
function matchesService(pattern: string, service: string): boolean {
  return intersects(pattern, service) && !(pattern.includes(UNKNOWN) && service.startsWith('some-other-'))
}

/** Is there a condition that leaves some service out? */
export function limitsService(grant: ActionGrant): boolean {
  return grant.conditionKeys.has('iam:passedtoservice') && !passesTo(grant, 'some-other-service.amazonaws.com')
}

/** Common in harmless continuous integration: said only when both ends are in the repository. */
export const EVERYDAY_PATHS: ReadonlySet<string> = new Set(['codebuild-002', 'codebuild-003'])

function matchExisting(path: EscalationPath, grantsFor: GrantsFor, around: EscalationContext): Escalation | undefined {
  const grants = [...path.required.map((action) => grantsFor(action)[0]!), ...oneOf(path, grantsFor)]
  if (!grants.every((grant) => grant.reach === 'star' || grant.reach === 'wide')) return undefined
  const target = around.strongerResource?.(path)
  if (target) return escalation(path, path.severity, grants, 'any', target)
  return EVERYDAY_PATHS.has(path.id) ? undefined : escalation(path, 'note', grants, 'any')
}

function matchChain(path: EscalationPath, grantsFor: GrantsFor, around: EscalationContext): Escalation | undefined {
  return best(
    grantsFor('sts:AssumeRole').map((grant) => {
      const scope = scopeOf(grant, 'role', around.holder)
      const target = around.strongerNamed?.('role', grant.allowEntry.pattern, 'sts')
      if (target) return escalation(path, 'high', [grant], scope, target.holder.address)
      return scope === 'any' ? escalation(path, path.severity, [grant], scope) : undefined
    }),
  )
}

function oneOf(path: EscalationPath, grantsFor: GrantsFor): ActionGrant[] {
  return (path.oneOf ?? [])
    .flatMap((action) => grantsFor(action).slice(0, 1))
    .sort((a, b) => Number(isOpen(b.allowEntry.judgement.strength)) - Number(isOpen(a.allowEntry.judgement.strength)))
    .slice(0, 1)
}

/** A condition that narrows what can be touched ends a path; one that we cannot read leaves it, at low confidence. */
function usableGrants(permissions: Permissions, action: string): ActionGrant[] {
  const usable = grantsOf(permissions, action).filter(
    ({ allowEntry }) => isOpen(allowEntry.judgement.strength) || !allowEntry.judgement.certain,
  )
  return reachesAllItNeeds(action, usable, permissions.unit) ? usable : []
}

/** ec2:RunInstances is checked against an image, a subnet, an instance …: each needs its grant. */
function reachesAllItNeeds(action: string, grants: readonly ActionGrant[], unit: Analysis): boolean {
  if (grants.length === 0 || grants.some(({ reach }) => reach === 'star' || reach === 'unknown')) return true
  const required = actionFacts(actionId(action)!).types.filter((type) => type.required)
  if (required.length < 2) return true
  return required.every(({ type }) => grants.some(({ allowEntry }) => reachesType(allowEntry.pattern, type, unit)))
}

function escalation(
  path: EscalationPath,
  severity: Severity,
  grants: readonly ActionGrant[],
  scope: Scope,
  target?: string,
): Escalation {
  const judgements = grants.map((grant) => judgementOf(grant))
  let weighed = severity
  let confidence: Confidence = scope === 'unknown' ? 'low' : 'high'
  if (judgements.some(({ strength }) => strength === 'contextual')) weighed = steppedDown(weighed)
  if (judgements.some(({ strength }) => strength === 'restricting')) {
    weighed = lighter(weighed, 'low')
    confidence = 'low'
  }
  if (grants.some((grant) => grant.statement.effect.value === UNKNOWN)) {
    weighed = lighter(weighed, 'medium')
    confidence = 'low'
  }
  return { path, severity: weighed, confidence, grants, scope, ...(target !== undefined && { target }) }
}

/** iam:PassedToService does not say which role: for a path to that very service it takes nothing away. */
function judgementOf(grant: ActionGrant) {
  if (grant.name !== 'iam:PassRole' || !grant.conditionKeys.has('iam:passedtoservice'))
    return grant.allowEntry.judgement
  return judgeConditions(grant.statement.conditions.filter((condition) => keyOf(condition) !== 'iam:passedtoservice'))
}

function best(candidates: readonly (Escalation | undefined)[]): Escalation | undefined {
  return candidates
    .filter((candidate) => candidate !== undefined)
    .sort((a, b) => weight(a.severity) - weight(b.severity))[0]
}

function isSubsumedBy(one: Escalation, other: Escalation): boolean {
  if (weight(other.severity) > weight(one.severity)) return false
  const needs = new Set(one.grants.map((grant) => grant.name))
  const less = other.grants.map((grant) => grant.name)
  return less.length < needs.size && less.every((action) => needs.has(action))
}

const weight = (severity: Severity): number => SEVERITIES.indexOf(severity)

export function lighter(a: Severity, b: Severity): Severity {
  return weight(a) > weight(b) ? a : b
}
