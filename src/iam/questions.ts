import { count, intersection } from '../aws/actions/bits.ts'
import {
  type AccessLevel,
  actionId,
  actionName,
  levelActions,
  SERVICE_PREFIXES,
  serviceActions,
} from '../aws/actions/catalogue.ts'
import type { Analysis } from '../core/analysis.ts'
import type { PolicyNode } from '../core/node.ts'
import type { PolicyDocument, Statement } from '../core/policy.ts'
import { Problem } from '../core/problem.ts'
import type { Span } from '../core/source.ts'
import { UNKNOWN } from '../core/text.ts'
import { adminIn } from './admin.ts'
import { escalationsIn } from './escalation.ts'
import { escalationContextOf } from './escalation-context.ts'
import { escalationSteps } from './escalation-messages.ts'
import { type Context, some } from './evaluate-conditions.ts'
import { actionsReached, grantsOf, type Permissions } from './grants.ts'
import { reachOfGrant } from './messages.ts'
import { type Principal, permissionsOfPrincipal, principalsOf } from './principals.ts'
import { type Caller, type Decision, evaluate, statementMatch } from './simulate.ts'
import { reachesName } from './target-scope.ts'

/** Each unit of a tree: a module directory, a template. */
export type Units = readonly Analysis[]

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

const LEVELS: readonly AccessLevel[] = ['Permissions management', 'Write', 'Tagging', 'Read', 'List']

/** Every principal of the units with what it may do, by service and access level. */
export function grantsReport(units: Units): GrantsOfPrincipal[] {
  return units.flatMap((unit) =>
    principalsOf(unit)
      .all.filter(({ holder }) => holder.kind !== 'group')
      .map((principal) => grantsOfPrincipal(principal, unit)),
  )
}

function grantsOfPrincipal(principal: Principal, unit: Analysis): GrantsOfPrincipal {
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
    const levels = LEVELS.flatMap((level) => {
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

/** One principal that may do what was asked for. */
export interface WhoCan {
  readonly holder: string
  readonly address: string
  /** `yes`, or `maybe` when conditions or something unknown decide. */
  readonly answer: 'yes' | 'maybe'
  /** `every role`, `arn:aws:s3:::reports/*`. */
  readonly on: string
  /** Condition keys, lower case. */
  readonly conditions: readonly string[]
  readonly span: Span
}

/** Who may do an action (`iam:PassRole`, any case), on a resource if one is named. Throws a Problem for an action that nobody knows. */
export function whoCan(units: Units, action: string, resource?: string): WhoCan[] {
  const id = actionId(action)
  if (id === undefined) {
    throw new Problem(`${action}: no such action. Write service:Action as in a policy, for example s3:GetObject.`)
  }
  return units.flatMap((unit) =>
    principalsOf(unit).all.flatMap((principal) => {
      if (principal.holder.kind === 'group') return []
      const grants = grantsOf(permissionsOfPrincipal(principal, unit), actionName(id)).filter(
        (grant) => resource === undefined || reaches(grant.statement, resource),
      )
      const [grant] = grants
      if (!grant) return []
      const free = grant.conditionKeys.size === 0 && grant.reach !== 'unknown' && !principal.unknownBoundary
      return [
        {
          holder: nameOf(principal),
          address: principal.holder.address,
          answer: free ? 'yes' : 'maybe',
          on: reachOfGrant(grant).replaceAll('`', ''),
          conditions: [...grant.conditionKeys],
          span: grant.action.span,
        } as const,
      ]
    }),
  )
}

function reaches(statement: Statement, resource: string): boolean {
  const caller: Caller = { arn: '', kind: 'role' }
  const actions = [{ value: '*', span: statement.span }]
  const request = { caller, action: '*:*', resource, context: new Map() }
  return statementMatch({ ...statement, actions, notActions: [], conditions: [] }, request) !== 'no'
}

export interface Question {
  /** A name, an address (`aws_iam_role.ci`) or an ARN. */
  readonly principal: string
  readonly action: string
  /** An ARN; `*` (the default) for actions that take none. */
  readonly resource?: string
  /** Condition keys in any case with their values. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>
}

/**
 * May this principal do that? By AWS's evaluation order over everything that the units hold about it: its policies, its
 * boundary, and the policy of the resource where that stands in the same tree.
 */
export function can(units: Units, question: Question): Decision & { readonly holder: string } {
  const principal = findPrincipal(units, question.principal)
  const resource = question.resource ?? '*'
  const caller = callerOf(principal, question, resource)
  const boundaries = principal.boundaries.length > 0 ? { boundaries: principal.boundaries } : {}
  const own = resourcePolicy(units, question.action, resource)
  const decision = evaluate(
    { caller, action: question.action, resource, context: contextOf(question.context, caller, resource) },
    {
      identity: principal.policies.map((held) => held.document),
      ...boundaries,
      ...(own && { resource: own }),
    },
  )
  const hidden = principal.unknownBoundary || principal.unknownPolicies || hasManaged(principal)
  const holder = nameOf(principal)
  if (decision.outcome === 'explicit deny' || decision.outcome === 'unknown' || !hidden) return { ...decision, holder }
  return { ...decision, holder, ...unsure(principal, decision) }
}

/** Something attached is not in sight: it may allow what nothing else does, or a boundary may not allow it. */
function unsure(principal: Principal, decision: Decision): Partial<Decision> {
  if (decision.outcome === 'allowed') {
    return principal.unknownBoundary
      ? { outcome: 'unknown', reason: 'A statement allows it; the permissions boundary is not in sight.' }
      : {}
  }
  return principal.unknownPolicies || hasManaged(principal)
    ? { outcome: 'unknown', reason: 'Nothing in sight allows it; a policy that is attached is not in sight.' }
    : {}
}

/** Of policies that AWS manages only the dangerous part is known, except that the administrator's is known whole. */
function hasManaged(principal: Principal): boolean {
  return principal.policies.some(({ managed }) => managed && !managed.categories.includes('full-admin'))
}

function findPrincipal(units: Units, wanted: string): Principal {
  const all = units.flatMap((unit) => principalsOf(unit).all)
  const fitting = all.filter(({ holder }) => {
    if (holder.address === wanted || holder.name === wanted || nameOf({ holder } as Principal) === wanted) return true
    return wanted.startsWith('arn:') && holder.name !== undefined && reachesName(wanted, holder.kind, holder.name)
  })
  const [first, second] = fitting
  if (!first) {
    const known = all.slice(0, 5).map(({ holder }) => holder.address)
    throw new Problem(
      `${wanted}: no such user or role here.${known.length > 0 ? ` There are: ${known.join(', ')}.` : ''}`,
    )
  }
  if (second && first.holder.address !== wanted) {
    throw new Problem(
      `${wanted} is several: ${fitting.map(({ holder }) => holder.address).join(', ')}. Name one by its address.`,
    )
  }
  return first
}

const NO_ACCOUNT = '000000000000'

function callerOf({ holder }: Principal, { principal }: Question, resource: string): Caller {
  const account =
    [principal, resource].map((arn) => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1]).find(Boolean) ?? NO_ACCOUNT
  const kind = holder.kind === 'user' ? 'user' : 'role'
  const arn = principal.startsWith('arn:')
    ? principal
    : `arn:aws:iam::${account}:${kind}/${holder.name ?? holder.address}`
  return { arn, kind, account }
}

/** What every request carries, unless the question says otherwise. */
function contextOf(given: Question['context'] = {}, caller: Caller, resource: string): Context {
  const context = new Map<string, readonly string[]>([
    ['aws:principalarn', [caller.arn]],
    ['aws:principaltype', [caller.kind === 'user' ? 'User' : 'AssumedRole']],
    ['aws:securetransport', ['true']],
    ['aws:viaawsservice', ['false']],
    ['aws:principalisawsservice', ['false']],
  ])
  if (caller.account !== NO_ACCOUNT) context.set('aws:principalaccount', [caller.account!])
  if (caller.kind === 'user') context.set('aws:username', [caller.arn.slice(caller.arn.lastIndexOf('/') + 1)])
  const [, , , region, account] = resource.split(':')
  if (region) context.set('aws:requestedregion', [region])
  if (account) context.set('aws:resourceaccount', [account])
  for (const [key, values] of Object.entries(given)) {
    context.set(key.toLowerCase(), typeof values === 'string' ? [values] : values)
  }
  return context
}

/** The policy that stands about the resource: a role's trust policy, or a resource policy that names it. */
function resourcePolicy(units: Units, action: string, resource: string): PolicyDocument | undefined {
  if (/^sts:AssumeRole/i.test(action)) {
    const name = /:role\/(?:.*\/)?([^/]+)$/.exec(resource)?.[1]
    const roles = name === undefined ? [] : units.flatMap((unit) => principalsOf(unit).named('role', name))
    return joinedDocument(roles.flatMap((role) => role.trust))
  }
  const about = units
    .flatMap(({ nodes }) => nodes)
    .filter((node): node is PolicyNode => node.kind === 'policy' && node.document.role === 'resource')
  return joinedDocument(
    about.filter(({ document }) => document.statements.some((statement) => isAbout(statement, resource))),
  )
}

function isAbout(statement: Statement, resource: string): boolean {
  return (
    some(statement.resources, ({ value, span }) => {
      if (/^\*+$/.test(value)) return 'no'
      const one = { ...statement, resources: [{ value, span }] }
      return reaches(one, resource) ? 'yes' : 'no'
    }) === 'yes'
  )
}

function joinedDocument(nodes: readonly PolicyNode[]): PolicyDocument | undefined {
  const [first] = nodes
  if (!first) return undefined
  return {
    role: first.document.role,
    statements: nodes.flatMap(({ document }) => document.statements),
    incomplete: nodes.some(({ document }) => document.incomplete),
  }
}
