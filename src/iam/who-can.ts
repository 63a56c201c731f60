import { hasBit, members } from '../aws/actions/bits.ts'
import { actionId, actionName, expandAction } from '../aws/actions/catalogue.ts'
import { hasWildcard } from '../aws/wildcards.ts'
import type { Analysis, Units } from '../core/analysis.ts'
import type { Principal as Named, Statement } from '../core/policy.ts'
import { Problem } from '../core/problem.ts'
import type { Span } from '../core/source.ts'
import { UNKNOWN } from '../core/text.ts'
import { awsOwned } from './aws-owned.ts'
import { decide } from './can.ts'
import { keyOf } from './conditions.ts'
import { type ActionGrant, grantsOf, type Permissions } from './grants.ts'
import { statementActions } from './match.ts'
import { reachOfGrant } from './messages.ts'
import { type Principal, permissionsOfPrincipal, principalsOf } from './principals.ts'
import { isAllow, isAnyone, isDeny } from './public-access.ts'
import { nameOf } from './questions.ts'
import { reaches, resourcePoliciesIn } from './resource-policies.ts'
import { reachesName } from './target-scope.ts'

/** One who may do what was asked for. */
export interface WhoCan {
  readonly holder: string
  readonly address: string
  /** `yes`, or `maybe` when conditions or something unknown decide. */
  readonly answer: 'yes' | 'maybe'
  /** `every role`, `arn:aws:s3:::reports/*`. */
  readonly on: string
  /** Condition keys, lower case. */
  readonly conditions: readonly string[]
  /** Where it was asked for several actions: how many of them. */
  readonly actions?: number
  readonly span: Span
}

/**
 * Who may do an action (`iam:PassRole`, any case, `s3:*` for any of these), on a resource if one is named: by their own
 * policies, or because the policy of a resource lets them in. Throws a Problem for an action that nobody knows.
 */
export function whoCan(units: Units, action: string, resource?: string): WhoCan[] {
  const ids = actionsNamed(action, units)
  const asked: Asked = { units, ids, isMany: hasWildcard(action), ...(resource !== undefined && { resource }) }
  const own = units.flatMap((unit) =>
    principalsOf(unit).all.flatMap((principal) =>
      principal.holder.kind === 'group' ? [] : (ownRow(principal, unit, asked) ?? []),
    ),
  )
  const known = new Set(own.map(({ address }) => address))
  return [...own, ...letIn(asked).filter(({ address }) => !known.has(address))]
}

interface Asked {
  readonly units: Units
  readonly ids: readonly number[]
  readonly isMany: boolean
  readonly resource?: string
}

/** @throws Problem when AWS has no action of this name. */
export function assertAction(action: string): void {
  if (actionId(action) === undefined) throw noSuchAction(action)
}

const noSuchAction = (action: string): Problem =>
  new Problem(`${action}: no such action. Write service:Action as in a policy, for example s3:GetObject.`)

function actionsNamed(action: string, [unit]: Units): readonly number[] {
  const id = actionId(action)
  const ids = id !== undefined ? [id] : unit && hasWildcard(action) ? [...members(expandAction(action, unit))] : []
  if (ids.length === 0) throw noSuchAction(action)
  return ids
}

/** What its own policies let it do, within what the policy of the resource denies. */
function ownRow(principal: Principal, unit: Analysis, { units, ids, isMany, resource }: Asked): WhoCan | undefined {
  const permissions = permissionsOfPrincipal(principal, unit)
  const question = { principal: principal.holder.address, ...(resource !== undefined && { resource }) }
  const grants = ids.flatMap((id) => {
    if (awsOwned(actionName(id), resource ?? '')) return []
    const found = grantsOf(permissions, actionName(id)).find(
      ({ statement }) => resource === undefined || reaches(statement, resource),
    )
    const { outcome } =
      found && resource !== undefined ? decide(units, principal, { ...question, action: found.name }) : NOT_ASKED
    return found && outcome !== 'explicit deny' ? [{ grant: found, outcome }] : []
  })
  const isFree = ({ grant, outcome }: (typeof grants)[number]): boolean =>
    isSure(grant, permissions, principal) && (outcome === undefined || outcome === 'allowed')
  const best = grants.find(isFree) ?? grants[0]
  if (!best) return undefined
  return {
    holder: nameOf(principal),
    address: principal.holder.address,
    answer: isFree(best) ? 'yes' : 'maybe',
    on: reachOfGrant(best.grant).replaceAll('`', ''),
    conditions: [...best.grant.conditionKeys],
    ...(isMany && { actions: grants.length }),
    span: best.grant.action.span,
  }
}

const NOT_ASKED = { outcome: undefined }

function isSure(grant: ActionGrant, { conditionalDenies, unit }: Permissions, { unknownBoundary }: Principal): boolean {
  if (grant.conditionKeys.size > 0 || grant.reach === 'unknown' || unknownBoundary) return false
  if (grant.statement.effect.value.includes(UNKNOWN)) return false
  const id = actionId(grant.name)!
  return !conditionalDenies.some((deny) => hasBit(statementActions(deny, unit), id))
}

/** Whom policies of resources, and of roles who may assume them, let in. */
function letIn({ units, ids, isMany, resource }: Asked): WhoCan[] {
  const trust = units.flatMap((unit) =>
    principalsOf(unit).all.flatMap((role) => role.trust.map((node) => ({ node, nodes: unit.nodes }))),
  )
  return [...resourcePoliciesIn(units), ...trust].flatMap(({ node, nodes }) => {
    const unit = units.find((one) => one.nodes === nodes)!
    const { statements } = node.document
    const denies = statements.filter(isDeny)
    return statements.filter(isAllow).flatMap((statement) => {
      const allowed = statementActions(statement, unit)
      const some = ids.filter((id) => hasBit(allowed, id))
      if (some.length === 0 || (resource !== undefined && !reaches(statement, resource))) return []
      const on = statement.resources.map(({ value }) => value).find((value) => !/^\*+$/.test(value))
      const isFree = statement.conditions.length === 0 && denies.length === 0
      return statement.principals.map(
        (named): WhoCan => ({
          ...whoIs(named, units),
          answer: isFree && !named.value.value.includes(UNKNOWN) ? 'yes' : 'maybe',
          on: on ?? node.holders[0]?.name ?? node.holders[0]?.address ?? node.anchor,
          conditions: keysOf(statement),
          ...(isMany && { actions: some.length }),
          span: named.value.span,
        }),
      )
    })
  })
}

const keysOf = ({ conditions }: Statement): readonly string[] => [...new Set(conditions.map(keyOf))]

/** Somebody declared here, or as the policy names them. */
function whoIs(named: Named, units: Units): Pick<WhoCan, 'holder' | 'address'> {
  const { value } = named.value
  if (isAnyone(named)) return { holder: 'anyone', address: '*' }
  const declared = units
    .flatMap((unit) => principalsOf(unit).all)
    .find(
      ({ holder: { kind, name, address } }) =>
        value === address || (name !== undefined && reachesName(value, kind, name)),
    )
  return declared ? { holder: nameOf(declared), address: declared.holder.address } : { holder: value, address: value }
}
