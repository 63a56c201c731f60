import { count, intersection } from '../aws/actions/bits.ts'
import {
  ACCESS_LEVELS,
  type AccessLevel,
  levelActions,
  SERVICE_PREFIXES,
  serviceActions,
} from '../aws/actions/catalogue.ts'
import type { Analysis, Units } from '../core/analysis.ts'
import type { Span } from '../core/source.ts'
import { UNKNOWN } from '../core/text.ts'
import { adminIn } from './admin.ts'
import { escalationsIn } from './escalation.ts'
import { escalationContextOf } from './escalation-context.ts'
import { escalationSteps } from './escalation-messages.ts'
import { actionsReached, type Permissions } from './grants.ts'
import { listed } from './messages.ts'
import { hasManaged, type Principal, permissionsOfPrincipal, principalsOf } from './principals.ts'
import { isAllow } from './public-access.ts'
import { resourcePoliciesIn } from './resource-policies.ts'
import { reachesName } from './target-scope.ts'

/** What one principal may do. */
export interface GrantsOfPrincipal {
  /** `role ci`, as people know it. */
  readonly holder: string
  readonly address: string
  readonly span: Span
  readonly administrator: 'full' | 'near' | undefined
  readonly actions: number
  readonly services: readonly ServiceGrants[]
  /** Ways to more power, as steps. */
  readonly escalations: readonly (readonly string[])[]
  /** A boundary limits it; `unknown` when its content is not in sight. */
  readonly boundary: 'none' | 'known' | 'unknown'
  /** What policies of resources, of roles among them, let it do besides: `sqs:SendMessage on orders`. */
  readonly through: readonly string[]
  /** A policy that is not in sight is attached too. */
  readonly incomplete: boolean
}

export interface ServiceGrants {
  readonly service: string
  readonly actions: number
  readonly levels: Readonly<Partial<Record<AccessLevel, number>>>
  /** Of these on every resource. */
  readonly everywhere: number
}

/** Every principal of the units with what it may do, by service and access level. */
export function grantsReport(units: Units): GrantsOfPrincipal[] {
  return units.flatMap((unit) =>
    principalsOf(unit)
      .all.filter(({ holder }) => holder.kind !== 'group')
      .map((principal) => grantsOfPrincipal(principal, unit, units)),
  )
}

function grantsOfPrincipal(principal: Principal, unit: Analysis, units: Units): GrantsOfPrincipal {
  const permissions = permissionsOfPrincipal(principal, unit)
  const admin = adminIn(permissions)
  const reached = actionsReached(permissions, 'scoped')
  const escalations = admin?.kind === 'full' ? [] : escalationsIn(permissions, escalationContextOf(principal, unit))
  return {
    holder: nameOf(principal),
    address: principal.holder.address,
    span: principal.identity?.span ?? principal.holder.span,
    administrator: admin?.assumed ? undefined : admin?.kind,
    actions: count(reached),
    services: servicesOf(permissions),
    escalations: escalations
      .filter(({ severity }) => severity !== 'note')
      .map((escalation) => escalationSteps(escalation, principal)),
    boundary: principal.unknownBoundary ? 'unknown' : principal.boundaries.length > 0 ? 'known' : 'none',
    through: letInBy(principal, units),
    incomplete: permissions.incomplete || principal.unknownPolicies || hasManaged(principal),
  }
}

function servicesOf(permissions: Permissions): ServiceGrants[] {
  const reached = actionsReached(permissions, 'scoped')
  const wide = actionsReached(permissions, 'wide')
  return SERVICE_PREFIXES.flatMap((service) => {
    const own = intersection(reached, serviceActions(service))
    const actions = count(own)
    if (actions === 0) return []
    const levels = ACCESS_LEVELS.flatMap((level) => {
      const size = count(intersection(own, levelActions(level)))
      return size === 0 ? [] : [[level, size] as const]
    })
    return [{ service, actions, levels: Object.fromEntries(levels), everywhere: count(intersection(own, wide)) }]
  })
}

/** `role ci`, by its name where it is known, else by its address. */
export function nameOf({ holder }: Principal): string {
  const known = holder.name !== undefined && holder.name !== '' && !holder.name.includes(UNKNOWN)
  return `${holder.kind} ${known ? holder.name : holder.address}`
}

/** Policies of resources and of roles that name it. */
function letInBy({ holder: { kind, name, address } }: Principal, units: Units): string[] {
  const isMeant = (value: string): boolean =>
    value === address || (name !== undefined && !value.includes('*') && reachesName(value, kind, name))
  const trust = units.flatMap((unit) => principalsOf(unit).all.flatMap((role) => role.trust))
  return [...resourcePoliciesIn(units).map(({ node }) => node), ...trust].flatMap(({ document, holders, anchor }) =>
    document.statements
      .filter((statement) => isAllow(statement) && statement.principals.some(({ value }) => isMeant(value.value)))
      .map(({ actions, notActions }) => {
        const what =
          actions.length > 0
            ? listed(
                actions.map(({ value }) => value),
                3,
              )
            : `everything but ${listed(
                notActions.map(({ value }) => value),
                3,
              )}`
        return `${what} on ${holders[0]?.name ?? holders[0]?.address ?? anchor}`
      }),
  )
}
