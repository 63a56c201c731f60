import type { Units } from '../core/analysis.ts'
import { Problem } from '../core/problem.ts'
import { awsOwned } from './aws-owned.ts'
import type { Context } from './evaluate-conditions.ts'
import { hasManaged, type Principal, principalsOf } from './principals.ts'
import { nameOf } from './questions.ts'
import { policyAbout } from './resource-policies.ts'
import { type Caller, type Decision, evaluate } from './simulate.ts'
import { reachesName } from './target-scope.ts'

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
  return { ...decide(units, principal, question), holder: nameOf(principal) }
}

/** The same for a principal that is found already. */
export function decide(units: Units, principal: Principal, question: Question): Decision {
  const { action, resource = '*' } = question
  const owned = awsOwned(action, resource)
  if (owned) return { outcome: 'implicit deny', reason: `It cannot be changed: it is ${owned}.`, statements: [] }
  const caller = callerOf(principal, question, resource)
  const own = policyAbout(units, action, resource)
  const decision = evaluate(
    { caller, action, resource, context: contextOf(question.context, caller, resource) },
    {
      identity: principal.policies.map((held) => held.document),
      ...(principal.boundaries.length > 0 && { boundaries: principal.boundaries }),
      ...(own && { resource: own }),
    },
  )
  const hidden = principal.unknownBoundary || principal.unknownPolicies || hasManaged(principal)
  if (decision.outcome === 'explicit deny' || decision.outcome === 'unknown' || !hidden) return decision
  return { ...decision, ...unsure(principal, decision) }
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

export function callerOf({ holder }: Principal, { principal }: Question, resource: string): Caller {
  const account =
    [principal, resource].map((arn) => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1]).find(Boolean) ?? NO_ACCOUNT
  const kind = holder.kind === 'user' ? 'user' : 'role'
  const arn = principal.startsWith('arn:')
    ? principal
    : `arn:aws:iam::${account}:${kind}/${holder.name ?? holder.address}`
  return { arn, kind, account }
}

/** What every request carries, unless the question says otherwise. */
export function contextOf(given: Question['context'] = {}, caller: Caller, resource: string): Context {
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
