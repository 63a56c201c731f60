import { type Bits, intersection, isEmpty, members } from '../aws/actions/bits.ts'
import { actionName } from '../aws/actions/catalogue.ts'
import type { Units } from '../core/analysis.ts'
import type { Witness } from '../core/finding.ts'
import type { PolicyDocument, Principal, Statement } from '../core/policy.ts'
import { decide } from '../iam/can.ts'
import { flipped } from '../iam/conditions.ts'
import { meet } from '../iam/denials.ts'
import { isOpaque, isStar, patternReach, resourcePattern, statementActions } from '../iam/match.ts'
import { isAllow, isAnyone, isDeny } from '../iam/public-access.ts'
import { type SampleContext, sampleContext, sampleResources } from '../iam/sample-requests.ts'
import { type Caller, type Decision, evaluate } from '../iam/simulate.ts'
import type { Compared } from './compared.ts'
import { type Entry, freshIn } from './difference.ts'

/** Both ends of a change. */
export interface ChangedUnits {
  readonly before: Units
  readonly after: Units
}

/** Patterns that are tried for one change, requests for each, and actions that are shown. */
const MOST_CANDIDATES = 40
const MOST_TRIES = 1000
const MOST_OF_ACTION = 100
const MOST_WITNESSES = 5

/**
 * Requests that are denied at the base and allowed at the head: what "newly permits" says, as something that can be asked. None is
 * found where what decides is not known here.
 */
export function witnessesOf(old: Compared | undefined, now: Compared, units: ChangedUnits): Witness[] {
  if (now.trustPolicy) return trustWitnesses(old, now, { tries: MOST_TRIES })
  const found = new Map<string, Witness>()
  for (const { entry, bits } of candidatesOf(old, now).slice(0, MOST_CANDIDATES)) {
    const { pattern, statement } = entry.allowEntry
    const contexts = contextsOf(statement, old, now)
    const reached =
      isStar(pattern) || isOpaque(pattern) ? bits : intersection(bits, patternReach(pattern, now.unit).some)
    const budget = { tries: contexts.length > 0 ? MOST_TRIES : 0 }
    for (const id of members(reached)) {
      if (budget.tries <= 0 || found.size >= MOST_WITNESSES) break
      if (found.has(actionName(id))) continue
      const witness = witnessFor(pattern, id, contexts, { old, now, units, budget })
      if (witness) found.set(witness.action, witness)
    }
  }
  return [...found.values()]
}

/** What is new comes first; where a Deny is gone, whatever it may have guarded, on what it was about. */
function candidatesOf(old: Compared | undefined, now: Compared): { entry: Entry; bits: Bits }[] {
  const spared = (old?.granted.entries ?? []).flatMap(({ allowEntry }) => allowEntry.statement.notResources)
  const fresh = freshIn(old?.granted, now.granted).flatMap(({ entry, fresh: bits }) =>
    withCommon(
      entry,
      spared.map(({ value }) => resourcePattern(value)),
    ).map((one) => ({ entry: one, bits })),
  )
  const permissions = old?.granted.permissions
  const denies = permissions ? [...permissions.conditionalDenies, ...permissions.denials.partial] : []
  if (denies.length === 0) return fresh
  const others = denies.flatMap((deny) => {
    const patterns = deny.resources.map(({ value }) => resourcePattern(value))
    const actions = statementActions(deny, old!.unit)
    return now.granted.entries.flatMap((entry) => {
      const bits = intersection(entry.allowEntry.bits, actions)
      return isEmpty(bits) ? [] : withCommon(entry, patterns).map((one) => ({ entry: one, bits }))
    })
  })
  return [...fresh, ...others]
}

/** An entry by itself, and narrowed to what it has in common with each of some patterns. */
function withCommon(entry: Entry, patterns: readonly string[]): Entry[] {
  const { allowEntry } = entry
  const common = patterns.slice(0, MOST_PATTERNS).flatMap((pattern) => meet(pattern, allowEntry.pattern) ?? [])
  return [...new Set([...common, allowEntry.pattern])].map((pattern) => ({
    ...entry,
    allowEntry: { ...allowEntry, pattern },
  }))
}

const MOST_PATTERNS = 20

interface Search {
  readonly old: Compared | undefined
  readonly now: Compared
  readonly units: ChangedUnits
  readonly budget: { tries: number }
}

function witnessFor(
  pattern: string,
  id: number,
  contexts: readonly SampleContext[],
  { old, now, units, budget }: Search,
): Witness | undefined {
  const action = actionName(id)
  let tries = 0
  for (const resource of sampleResources(pattern, id)) {
    for (const context of contexts) {
      if (--budget.tries < 0 || ++tries > MOST_OF_ACTION) return undefined
      const ask = { action, resource, context }
      if (answerOf(now, units.after, ask)?.outcome !== 'allowed') continue
      const before = answerOf(old, units.before, ask)
      if (before && !/deny$/.test(before.outcome)) continue
      return { principal: now.label, action, resource, context, before: before?.outcome ?? 'not there' }
    }
  }
  return undefined
}

/** What meets the conditions of the Allow: by itself, where a Deny of the base strikes, and where none of the head does. */
function contextsOf(statement: Statement, old: Compared | undefined, now: Compared): SampleContext[] {
  const deniesOf = (one: Compared | undefined) => one?.granted.permissions.conditionalDenies.slice(0, MOST_DENIES) ?? []
  const struck = deniesOf(old).map(({ conditions }) => conditions)
  const spared = deniesOf(now).flatMap(({ conditions }) => conditions.map((one) => [flipped(one)]))
  const unmet = (old?.granted.entries ?? [])
    .slice(0, MOST_DENIES)
    .flatMap(({ allowEntry }) => allowEntry.statement.conditions.map((one) => [flipped(one)]))
  const values = statement.conditions.flatMap((one) =>
    one.values.slice(1, MOST_DENIES).map((value) => [{ ...one, values: [value] }]),
  )
  let contexts: SampleContext[] = [{}]
  for (const conditions of [...values, ...spared, ...struck, ...unmet]) {
    const more = contexts.map((given) => sampleContext(conditions, given)).filter((one) => one !== undefined)
    contexts = [...contexts, ...more].slice(0, MOST_CONTEXTS)
  }
  return contexts.map((given) => sampleContext(statement.conditions, given)).filter((one) => one !== undefined)
}

const MOST_DENIES = 10
const MOST_CONTEXTS = 32

interface Ask {
  readonly action: string
  readonly resource: string
  readonly context: SampleContext
}

/** As `can` answers it; of a document that nobody in sight holds, by itself. */
function answerOf(one: Compared | undefined, units: Units, { action, resource, context }: Ask): Decision | undefined {
  if (!one) return undefined
  const { principal, nodes } = one
  if (principal) return decide(units, principal, { principal: principal.holder.address, action, resource, context })
  const documents = nodes.flatMap((node) => (node.kind === 'policy' ? [node.document] : []))
  return evaluate({ caller: SOMEBODY, action, resource, context: contextMap(context) }, { identity: documents })
}

const ACCOUNT = '111122223333'
const SOMEBODY: Caller = { arn: `arn:aws:iam::${ACCOUNT}:role/holder`, kind: 'role' }

const contextMap = (context: SampleContext) =>
  new Map<string, readonly string[]>([...ALWAYS, ...Object.entries(context)])

const ALWAYS: readonly [string, readonly string[]][] = [
  ['aws:securetransport', ['true']],
  ['aws:viaawsservice', ['false']],
  ['aws:principalisawsservice', ['false']],
]

/** Of a trust or resource policy: somebody whom it lets in now, and did not. */
function trustWitnesses(old: Compared | undefined, now: Compared, budget: { tries: number }): Witness[] {
  const document = now.trustPolicy!.document
  const found: Witness[] = []
  for (const statement of document.statements.filter(isAllow)) {
    for (const principal of statement.principals) {
      const caller = callerOf(principal)
      for (const id of caller ? members(statementActions(statement, now.unit)) : []) {
        if (found.length >= MOST_WITNESSES || budget.tries <= 0) return found
        const witness = trustWitness(caller!, id, statement, old?.trustPolicy?.document, document, budget)
        if (witness) found.push(witness)
        // One action of each whom it lets in.
        if (witness) break
      }
    }
  }
  return found
}

function trustWitness(
  caller: Caller,
  id: number,
  statement: Statement,
  before: PolicyDocument | undefined,
  after: PolicyDocument,
  budget: { tries: number },
): Witness | undefined {
  const action = actionName(id)
  const pattern = statement.resources[0]?.value ?? '*'
  const denies = before?.statements.filter(isDeny).slice(0, 10) ?? []
  const contexts = [statement, ...denies].flatMap(({ conditions }): SampleContext[] => {
    const given = sampleContext(conditions)
    const both = given && sampleContext(statement.conditions, given)
    return both ? [both] : []
  })
  const resources = after.role === 'trust' ? ['arn:aws:iam::111122223333:role/this'] : sampleResources(pattern, id)
  for (const resource of resources.length > 0 ? resources : ['*']) {
    for (const context of contexts) {
      if (--budget.tries < 0) return undefined
      const ask = (document: PolicyDocument | undefined) =>
        evaluate(
          { caller, action, resource, context: contextMap(context), resourceAccount: ACCOUNT },
          { identity: [ALL], ...(document && { resource: document }) },
        ).outcome
      if (ask(after) !== 'allowed') continue
      const outcome = before ? ask(before) : 'not there'
      if (outcome === 'allowed' || outcome === 'unknown') continue
      return { principal: caller.arn === '*' ? 'anyone' : caller.arn, action, resource, context, before: outcome }
    }
  }
  return undefined
}

/** Across accounts the caller's own policies must allow as well: say that they do. */
const NOWHERE = { uri: '', start: 0, end: 0 }
const STAR = { value: '*', span: NOWHERE }
const ALL: PolicyDocument = {
  role: 'identity',
  incomplete: false,
  statements: [
    {
      effect: { value: 'Allow', span: NOWHERE },
      actions: [STAR],
      notActions: [],
      resources: [STAR],
      notResources: [],
      principals: [],
      notPrincipals: [],
      conditions: [],
      span: NOWHERE,
    },
  ],
}

/** Somebody whom the element means, who is no one of the resource's own account unless it names one. */
function callerOf(principal: Principal): Caller | undefined {
  const { type, value } = principal
  if (isAnyone(principal)) return { arn: '*', kind: 'anonymous' }
  if (type === 'Service') return { arn: value.value, kind: 'service' }
  if (type === 'Federated') return { arn: value.value, kind: 'federated' }
  const account = /^(\d{12})$|^arn:[^:]*:(?:iam|sts)::(\d{12}):/.exec(value.value)
  const number = account?.[1] ?? account?.[2]
  if (type !== 'AWS' || number === undefined) return undefined
  if (/^\d+$|:root$/.test(value.value))
    return { arn: `arn:aws:iam::${number}:role/somebody`, kind: 'role', account: number }
  return { arn: value.value, kind: /:user\//.test(value.value) ? 'user' : 'role', account: number }
}
