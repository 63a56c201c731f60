import { intersects, matches } from '../aws/wildcards.ts'
import type { PolicyDocument, Principal, Statement } from '../core/policy.ts'
import { UNKNOWN } from '../core/text.ts'
import type { Leaf } from '../core/value.ts'
import { type Answer, type Context, conditionsMet, every, like, not, some, substitute } from './evaluate-conditions.ts'

/** Who asks. */
export interface Caller {
  /** `arn:aws:iam::111122223333:role/ci`; `*` for someone without credentials; `lambda.amazonaws.com` for a service. */
  readonly arn: string
  readonly kind: 'user' | 'role' | 'root' | 'federated' | 'service' | 'anonymous'
  readonly account?: string
  /** Of a role: `arn:aws:sts::111122223333:assumed-role/ci/build-7`. */
  readonly session?: string
}

export interface Request {
  readonly caller: Caller
  readonly action: string
  /** An ARN, or `*` for actions that take no resource. */
  readonly resource: string
  readonly context: Context
  /** Of the resource, where its ARN does not tell (a bucket). */
  readonly resourceAccount?: string
}

/** Everything that has a say. What is absent says nothing; an empty list of a kind that must allow denies. */
export interface Policies {
  readonly identity: readonly PolicyDocument[]
  readonly boundaries?: readonly PolicyDocument[]
  readonly session?: readonly PolicyDocument[]
  /** Service and resource control policies, one list for each level of the organization. */
  readonly controls?: readonly (readonly PolicyDocument[])[]
  /** The policy of the resource; for sts:AssumeRole the role's trust policy. */
  readonly resource?: PolicyDocument
}

export type Outcome = 'allowed' | 'explicit deny' | 'implicit deny' | 'unknown'

export interface Decision {
  readonly outcome: Outcome
  /** One sentence for people. */
  readonly reason: string
  /** What decided: the Deny, or the Allows. */
  readonly statements: readonly Statement[]
}

/**
 * AWS's own order: an explicit Deny anywhere; control policies; the resource's policy; identity policies; the boundary;
 * the session policy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function evaluate(request: Request, policies: Policies): Decision {
  const { identity, boundaries, session, controls = [], resource } = policies
  const all = [...identity, ...(boundaries ?? []), ...(session ?? []), ...controls.flat()]
  const denies = [
    ...statementsMatching(all, 'deny', request),
    ...(resource ? statementsMatching([resource], 'deny', request, true) : []),
  ]
  if (isRootBecoming(request))
    return { outcome: 'implicit deny', reason: 'The root user cannot assume roles.', statements: [] }
  if (isOpenToAll(request))
    return { outcome: 'allowed', reason: 'It needs no permission, and no policy denies it.', statements: [] }
  const denied = denies.filter(({ answer }) => answer === 'yes').map(({ statement }) => statement)
  if (denied.length > 0) return { outcome: 'explicit deny', reason: 'A statement denies it.', statements: denied }

  const steps: Step[] = controls.map((level) =>
    allowedBy(level, request, 'A control policy of the organization does not allow it.'),
  )
  const granted = grantedBy(request, policies)
  const decision = [...steps, ...granted].reduce<Step>(worse, { answer: 'yes', reason: 'Allowed.', statements: [] })
  if (decision.answer === 'no') return { outcome: 'implicit deny', reason: decision.reason, statements: [] }
  const allows = [...new Set([...steps, ...granted].flatMap((step) => step.statements))]
  if (decision.answer === 'maybe' || denies.length > 0) {
    const reason =
      denies.length > 0 ? 'A Deny may strike: it depends on something that is not known here.' : decision.reason
    return { outcome: 'unknown', reason, statements: [...denies.map(({ statement }) => statement), ...allows] }
  }
  return { outcome: 'allowed', reason: 'A statement allows it and none denies it.', statements: allows }
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const isRootBecoming = ({ action, caller }: Request): boolean =>
  caller.kind === 'root' && /^sts:AssumeRole$/i.test(action)

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
function isOpenToAll({ action, caller }: Request): boolean {
  return /^sts:GetCallerIdentity$/i.test(action) && caller.kind !== 'anonymous' && caller.kind !== 'service'
}

const UNSURE = 'It depends on something that is not known here.'

interface Step {
  readonly answer: Answer
  readonly reason: string
  readonly statements: readonly Statement[]
}

function worse(a: Step, b: Step): Step {
  const weight = { yes: 0, maybe: 1, no: 2 }
  return weight[b.answer] > weight[a.answer] ? b : a
}

/** The steps that must all say yes once nothing is denied. */
function grantedBy(request: Request, policies: Policies): Step[] {
  const { caller } = request
  const own = ownSteps(request, policies)
  const { resource } = policies
  const trustGrant = resource ? resourcePolicyAnswer(resource, request) : undefined
  if (caller.kind === 'anonymous' || caller.kind === 'service' || caller.kind === 'federated') {
    return [
      trustGrant?.direct ?? { answer: 'no', reason: 'The resource has no policy that lets it in.', statements: [] },
    ]
  }
  if (isForeign(request)) {
    const let_in = trustGrant ? better(trustGrant.direct, trustGrant.account) : undefined
    return [
      let_in ?? {
        answer: 'no',
        reason: 'It is in another account, and has no policy that lets this one in.',
        statements: [],
      },
      ...own,
    ]
  }
  if (trustGrant && guardsItself(request)) {
    // A key or a role answers to its own policy; naming the account leaves it to identity policies.
    if (trustGrant.direct.answer === 'yes') return past(request, trustGrant, own)
    const passed = better(trustGrant.direct, trustGrant.account)
    return passed.answer === 'no'
      ? [{ ...passed, reason: "The resource's own policy does not let it in." }]
      : [passed, ...own]
  }
  if (trustGrant?.direct.answer === 'yes') return past(request, trustGrant, own)
  const denied = own.find((step) => step.answer === 'no')
  return denied && trustGrant?.direct.answer === 'maybe' ? [trustGrant.direct] : own
}

/** Identity policies, boundary and session policy of the caller. */
function ownSteps(request: Request, { identity, boundaries, session }: Policies): Step[] {
  if (request.caller.kind === 'root') return []
  return [allowedBy(identity, request, 'No identity policy allows it.'), ...limits(request, boundaries, session)]
}

function limits(request: Request, boundaries: Policies['boundaries'], session: Policies['session']): Step[] {
  return [
    ...(boundaries?.length ? [allowedBy(boundaries, request, 'The permissions boundary does not allow it.')] : []),
    ...(session ? [allowedBy(session, request, 'The session policy does not allow it.')] : []),
  ]
}

/**
 * What is left to ask once the resource's policy lets the caller in by name. Naming a user or a session settles it;
 * naming a role leaves its boundary and session policy in force.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-eval-logic
 */
function past(request: Request, trustGrant: ResourcePolicyAnswer, own: readonly Step[]): Step[] {
  if (request.caller.kind !== 'role' || trustGrant.bySession) return [trustGrant.direct]
  return [trustGrant.direct, ...own.slice(1)]
}

interface ResourcePolicyAnswer {
  /** The policy names the caller (or everyone). */
  readonly direct: Step
  /** The policy names the caller's account, which leaves it to the account's own policies. */
  readonly account: Step
  /** It names everyone or this very session, not only the role. */
  readonly bySession: boolean
}

function resourcePolicyAnswer(document: PolicyDocument, request: Request): ResourcePolicyAnswer {
  const allows = statementsMatching([document], 'allow', request, true)
  const step = (ways: readonly Way[]): Step => {
    const fitting = allows.filter(({ way }) => way !== undefined && ways.includes(way))
    const answer = some(fitting, (one) => one.answer)
    return {
      answer,
      reason: answer === 'no' ? "The resource's policy does not let it in." : UNSURE,
      statements: fitting.filter((one) => one.answer !== 'no').map(({ statement }) => statement),
    }
  }
  return {
    direct: step(['anyone', 'session', 'name']),
    account: step(['account']),
    bySession: step(['anyone', 'session']).answer === 'yes',
  }
}

function better(a: Step, b: Step): Step {
  return worse(a, b) === a && a.answer !== b.answer ? b : a
}

function isForeign({ caller, resource, resourceAccount }: Request): boolean {
  const account = resourceAccount ?? resource.split(':')[4]
  return caller.account !== undefined && /^\d{12}$/.test(account ?? '') && account !== caller.account
}

/** KMS keys and roles are closed to their own account too, unless their policy says otherwise. */
function guardsItself({ action }: Request): boolean {
  return /^(kms:|sts:AssumeRole)/i.test(action)
}

function allowedBy(documents: readonly PolicyDocument[], request: Request, otherwise: string): Step {
  const allows = statementsMatching(documents, 'allow', request)
  const answer = some(allows, (one) => one.answer)
  const incomplete = answer === 'no' && documents.some((document) => document.incomplete)
  return {
    answer: incomplete ? 'maybe' : answer,
    reason: incomplete || answer === 'maybe' ? UNSURE : otherwise,
    statements: allows.filter((one) => one.answer !== 'no').map(({ statement }) => statement),
  }
}

/** How a resource policy names the caller. */
type Way = 'anyone' | 'session' | 'name' | 'account'

interface Match {
  readonly statement: Statement
  readonly answer: Answer
  readonly way?: Way
}

/** Statements of one effect that match the request, or may. `byPrincipal`: the document says whom it is about. */
function statementsMatching(
  documents: readonly PolicyDocument[],
  effect: 'allow' | 'deny',
  request: Request,
  byPrincipal = false,
): Match[] {
  return documents.flatMap(({ statements }) =>
    statements.flatMap((statement) => {
      const written = statement.effect.value.toLowerCase()
      if (written !== effect && written !== UNKNOWN) return []
      const principal = byPrincipal ? principalMatch(statement, request.caller) : { answer: 'yes' as const }
      const parts = [
        principal.answer,
        written === UNKNOWN ? 'maybe' : 'yes',
        statementMatch(statement, request),
      ] as const
      const answer = every(parts, (part) => part)
      return answer === 'no'
        ? []
        : [{ statement, answer, ...('way' in principal && principal.way && { way: principal.way }) }]
    }),
  )
}

/** Action, resource and conditions. */
export function statementMatch(statement: Statement, { action, resource, context }: Request): Answer {
  const { actions, notActions, resources, notResources } = statement
  return every(
    [
      () => (notActions.length > 0 ? not(anyAction(notActions, action)) : anyAction(actions, action)),
      () =>
        notResources.length > 0
          ? not(anyResource(notResources, resource, context))
          : resourcesMatch(resources, resource, context),
      () => conditionsMet(statement.conditions, context),
    ],
    (ask) => ask(),
  )
}

function anyAction(patterns: readonly Leaf[], action: string): Answer {
  const wanted = action.toLowerCase()
  return some(patterns, ({ value }) => {
    const pattern = value.toLowerCase()
    if (pattern.includes(UNKNOWN)) return intersects(pattern, wanted) ? 'maybe' : 'no'
    return matches(pattern, wanted) ? 'yes' : 'no'
  })
}

/** A policy without Resource is about the thing it is attached to. */
function resourcesMatch(patterns: readonly Leaf[], resource: string, context: Context): Answer {
  return patterns.length === 0 ? 'yes' : anyResource(patterns, resource, context)
}

function anyResource(patterns: readonly Leaf[], resource: string, context: Context): Answer {
  return some(patterns, ({ value }) => {
    const pattern = inOwnAccount(substitute(value, context))
    if (pattern === undefined) return 'no'
    if (pattern.includes(UNKNOWN)) return intersects(pattern, resource) ? 'maybe' : 'no'
    return like(pattern, resource) ? 'yes' : 'no'
  })
}

/** Partition, Region and account that are not known are taken for the caller's own; a name that is not known is not. */
function inOwnAccount(pattern: string | undefined): string | undefined {
  if (!pattern?.includes(UNKNOWN) || !pattern.startsWith('arn:')) return pattern
  const parts = pattern.split(':')
  return parts.map((part, at) => (at < 5 && at !== 2 ? part.replace(/^\uE000+$/, '*') : part)).join(':')
}

function principalMatch(statement: Statement, caller: Caller): { answer: Answer; way?: Way } {
  if (statement.notPrincipals.length > 0) {
    const named = some(statement.notPrincipals, (principal) => names(principal, caller).answer)
    return { answer: not(named), way: 'anyone' }
  }
  const found = statement.principals
    .map((principal) => names(principal, caller))
    .filter(({ answer }) => answer !== 'no')
  return (
    found.find(({ answer, way }) => answer === 'yes' && way !== 'account') ??
    found.find(({ answer }) => answer === 'yes') ??
    found[0] ?? { answer: 'no' }
  )
}

function names({ type, value }: Principal, caller: Caller): { answer: Answer; way?: Way } {
  const text = value.value
  if (text === '*' && (type === '*' || type === 'AWS')) return { answer: 'yes', way: 'anyone' }
  if (type === 'Service') return same(text, caller.kind === 'service' ? caller.arn : undefined, 'name')
  if (type === 'Federated') return same(text, caller.kind === 'federated' ? caller.arn : undefined, 'name')
  // An account, though nothing here tells which.
  if (type === 'CanonicalUser' && caller.account !== undefined) return { answer: 'maybe', way: 'account' }
  if (type !== 'AWS' || caller.kind === 'anonymous' || caller.kind === 'service' || caller.kind === 'federated') {
    return { answer: type === UNKNOWN ? 'maybe' : 'no', way: 'name' }
  }
  if (caller.session !== undefined && text === caller.session) return { answer: 'yes', way: 'session' }
  if (caller.account !== undefined && isAccount(text, caller.account)) {
    return { answer: 'yes', way: caller.kind === 'root' ? 'name' : 'account' }
  }
  return same(text, caller.arn, 'name')
}

function isAccount(text: string, account: string): boolean {
  return text === account || new RegExp(`^arn:[^:]*:iam::(${account}|${UNKNOWN}+):root$`).test(text)
}

const answerOf = (holds: boolean): Answer => (holds ? 'yes' : 'no')

function same(written: string, given: string | undefined, way: Way): { answer: Answer; way: Way } {
  if (given === undefined) return { answer: 'no', way }
  const pattern = inOwnAccount(written)!
  if (!pattern.includes(UNKNOWN))
    return { answer: pattern === written ? answerOf(written === given) : answerOf(matches(pattern, given)), way }
  return { answer: intersects(pattern, given) ? 'maybe' : 'no', way }
}
