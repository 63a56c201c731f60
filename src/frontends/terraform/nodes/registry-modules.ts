import { defaultsOf, meaningsOf } from '../../../aws/registry-modules.ts'
import type { AnyNode } from '../../../core/node.ts'
import type { Holder } from '../../../core/policy.ts'
import type { Span } from '../../../core/source.ts'
import { UNKNOWN } from '../../../core/text.ts'
import { leafOf, member, plainOf, type Value } from '../../../core/value.ts'
import { attachmentNode, itemsOf, leavesIn, policyNode } from '../../../extract/nodes.ts'
import type { Module, Run } from '../scope.ts'
import type { Evaluated } from '../value.ts'
import { type ForeignArgument, foreignArguments } from './module-arguments.ts'

/** What well-known modules make of their arguments: trust, attached policies, public access. */
export function registryNodes(run: Run, module: Module): AnyNode[] {
  const all = foreignArguments(run, module)
  return all.flatMap((argument) =>
    Object.entries(meaningsOf(argument.source) ?? {}).flatMap(([path, meaning]) => {
      const [name, ...steps] = path.split('.')
      if (name !== argument.name) return []
      return valuesIn(argument.value, steps).flatMap((value) => nodesOf({ ...argument, value }, meaning, all))
    }),
  )
}

function nodesOf(argument: ForeignArgument, meaning: string, all: readonly ForeignArgument[]): AnyNode[] {
  const [kind = '', rest = ''] = meaning.split(' ')
  switch (kind) {
    case 'actions':
      return granted(argument, all.find((one) => one.name === rest && isSame(one, argument))?.value)
    case 'assumes':
      return assuming(argument)
    case 'statements':
      return argument.value.kind === 'unknown' ? identityPolicy(argument, argument.value) : []
    case 'triggers':
      return resourcePolicy(argument, 'lambda:InvokeFunction', triggersIn(argument.value))
    case 'keys':
      return resourcePolicy(argument, rest, keysIn(argument.value, rest))
    case 'resource':
      return leavesIn(argument.value).length === 0
        ? []
        : resourcePolicy(argument, rest, [letting(argument.value, rest)])
  }
  if (kind.includes('.')) return [resource(argument, kind, all)]
  return /^[A-Z]/.test(kind) ? attached(argument, kind) : trust(argument, kind)
}

const isSame = (one: ForeignArgument, other: ForeignArgument): boolean => one.owner.address === other.owner.address

/** `*` is each of a list or a map. */
function valuesIn(value: Evaluated, [step, ...others]: readonly string[]): Evaluated[] {
  if (step === undefined || value.kind === 'unknown') return [value]
  const inner =
    step !== '*'
      ? [member(value, step)]
      : value.kind === 'map'
        ? value.entries.map((entry) => entry.value)
        : itemsOf(value)
  return inner.flatMap((one) => (one ? valuesIn(one as Evaluated, others) : []))
}

function holderOf({ owner }: ForeignArgument): Holder {
  return { kind: 'role', address: owner.address, span: owner.header }
}

function attached(argument: ForeignArgument, policy: string): AnyNode[] {
  const { value, owner, keySpan } = argument
  const isOn = value.kind === 'boolean' ? value.value : value.kind === 'unknown'
  if (!isOn) return []
  const arn = { value: `arn:aws:iam::aws:policy/${policy}`, span: keySpan }
  const anchor = `${owner.address}.${argument.name}`
  const node = attachmentNode(arn, holderOf(argument), { anchor, boundary: false })
  if (value.kind !== 'unknown') return [node]
  return [{ ...node, madeOnly: { words: `\`${value.reference ?? argument.name}\` is true`, never: false } }]
}

/** Actions that the module grants to its role or user, on everything unless it is told on what. */
function granted(argument: ForeignArgument, resources: Value | undefined): AnyNode[] {
  const { value } = argument
  if (leavesIn(value).length === 0) return []
  const { span } = value
  return identityPolicy(
    argument,
    map(span, { Effect: text('Allow', span), Action: value, Resource: resources ?? text('*', span) }),
  )
}

function assuming(argument: ForeignArgument): AnyNode[] {
  const { value } = argument
  if (leavesIn(value).length === 0) return []
  const { span } = value
  return identityPolicy(
    argument,
    map(span, { Effect: text('Allow', span), Action: text('sts:AssumeRole', span), Resource: value }),
  )
}

function identityPolicy(argument: ForeignArgument, statement: Value): AnyNode[] {
  const { owner, name } = argument
  const site = { anchor: `${owner.address}.${name}`, role: 'identity', holders: [holderOf(argument)] } as const
  return policyNode(map(statement.span, { Statement: statement }), site)
}

/** What the policy of the module's resource says. */
function resourcePolicy({ value, owner, name }: ForeignArgument, action: string, statements: Value[]): AnyNode[] {
  if (statements.length === 0) return []
  const { span } = value
  const holder: Holder = {
    kind: 'resource',
    address: owner.address,
    service: action.split(':')[0]!,
    span: owner.header,
  }
  const site = { anchor: `${owner.address}.${name}`, role: 'resource', holders: [holder] } as const
  return policyNode(map(span, { Statement: { kind: 'list', items: statements, span } }), site)
}

function letting(principals: Value, action: string, more: Readonly<Record<string, Value>> = {}): Value {
  const { span } = principals
  return map(span, {
    Effect: text('Allow', span),
    Principal: map(span, { AWS: principals }),
    Action: text(action, span),
    Resource: text('*', span),
    ...more,
  })
}

/** Principals that are the keys of a map, or begin them: `"111122223333 Name" = { condition_org = "o-…" }`. */
function keysIn(value: Evaluated, action: string): Value[] {
  if (value.kind === 'unknown') return [letting(value, action)]
  if (value.kind !== 'map') return []
  return value.entries.map(({ key, keySpan, value: more }) => {
    const principal: Value = key.includes(UNKNOWN)
      ? { kind: 'unknown', span: keySpan }
      : text(key.split(' ')[0]!, keySpan)
    const org = member(more, 'condition_org')
    const condition = org && map(keySpan, { StringEquals: map(keySpan, { 'aws:PrincipalOrgID': org }) })
    return letting(principal, action, condition && { Condition: condition })
  })
}

/** Who may call the function: a service or a principal each, from one source or account if it says so. */
function triggersIn(value: Evaluated): Value[] {
  if (value.kind === 'unknown') return [letting(value, 'lambda:InvokeFunction')]
  return valuesIn(value, ['*']).flatMap((one) => {
    const { span } = one
    const service = plainOf(member(one, 'service'))
    const principal =
      member(one, 'principal') ?? (service === undefined ? undefined : text(`${service}.amazonaws.com`, span))
    if (!principal) return []
    const name = plainOf(principal) ?? ''
    const type = name === '*' || !/\.amazonaws\.com$/.test(name) ? 'AWS' : 'Service'
    const conditions = CONDITIONS.flatMap(([operator, key, argument]): [string, Value][] => {
      const given = member(one, argument)
      return given && given.kind !== 'null' ? [[operator, map(span, { [key]: given })]] : []
    })
    const Principal = map(span, { [type]: principal })
    const Condition = map(span, Object.fromEntries(conditions))
    return [letting(principal, 'lambda:InvokeFunction', { Principal, Condition })]
  })
}

const CONDITIONS = [
  ['ArnLike', 'aws:SourceArn', 'source_arn'],
  ['StringEquals', 'aws:SourceAccount', 'source_account'],
  ['StringLike', 'aws:PrincipalOrgID', 'principal_org_id'],
] as const

const GITHUB = 'token.actions.githubusercontent.com'

function trust(argument: ForeignArgument, meaning: string): AnyNode[] {
  const { value, owner } = argument
  const { span } = value
  const statements = statementsOf(value, meaning, span)
  if (statements.length === 0) return []
  const document = map(span, { Statement: { kind: 'list', items: statements, span } })
  const anchor = `${owner.address}.${argument.name}`
  return policyNode(document, { anchor, role: 'trust', holders: [holderOf(argument)] })
}

function statementsOf(value: Value, meaning: string, span: Span): Value[] {
  const allow = (principal: Value, action: string, more: Readonly<Record<string, Value>> = {}): Value =>
    map(span, { Effect: text('Allow', span), Principal: principal, Action: text(action, span), ...more })
  if (meaning === 'principals') return value.kind === 'null' ? [] : [allow(value, 'sts:AssumeRole')]
  if (meaning === 'entities') return itemsOf(value).map((item) => allow(entityOf(item), 'sts:AssumeRole'))
  if (leavesIn(value).length === 0) return []
  if (meaning === 'trusted') return [allow(map(span, { AWS: value }), 'sts:AssumeRole')]
  const subjects: Value = {
    kind: 'list',
    items: itemsOf(value).map(meaning === 'subjects' ? withRepo : (one) => one),
    span,
  }
  const federated = map(span, { Federated: text(`arn:aws:iam::aws:oidc-provider/${GITHUB}`, span) })
  const like = map(span, { [`${GITHUB}:sub`]: subjects })
  const audience = map(span, { [`${GITHUB}:aud`]: text('sts.amazonaws.com', span) })
  const Condition =
    meaning === 'subjects-exact'
      ? map(span, {
          StringEquals: map(span, { [`${GITHUB}:sub`]: subjects, [`${GITHUB}:aud`]: text('sts.amazonaws.com', span) }),
        })
      : map(span, { StringLike: like, StringEquals: audience })
  // Subjects of other issuers are told by other rules, once their provider is known.
  const isGitHub = leavesIn(subjects).some((leaf) => /^repo:|^\*|^repo\*|^\uE000/.test(leaf.value))
  return isGitHub ? [allow(federated, 'sts:AssumeRoleWithWebIdentity', { Condition })] : []
}

/** `"lambda.amazonaws.com"`, or `{ type = "AWS", identifiers = ["*"] }`. */
function entityOf(value: Value): Value {
  const { span } = value
  if (value.kind !== 'map') return map(span, { Service: value })
  const type = leafOf(member(value, 'type'))?.value ?? 'AWS'
  return map(span, { [type]: member(value, 'identifiers') ?? { kind: 'unknown', span } })
}

/** The module puts `repo:` before what has none. */
function withRepo(value: Value): Value {
  if (value.kind !== 'string' || /^repo:/.test(value.text.value)) return value
  return { ...value, text: { ...text(`repo:${value.text.value}`, value.span).text } }
}

/** The resource as far as the call says. */
function resource(argument: ForeignArgument, meaning: string, all: readonly ForeignArgument[]): AnyNode {
  const { owner, value } = argument
  const [type = '', ...path] = meaning.split('.')
  const meanings = meaningsOf(argument.source) ?? {}
  const siblings = all.filter(
    (one) => one.owner.address === owner.address && meanings[one.name]?.startsWith(`${type}.`),
  )
  const defaults = defaultsOf(argument.source).map(([at, words]): [string, Value] => [
    at,
    { kind: 'list', items: words.map((word) => text(word, value.span)), span: value.span },
  ])
  const said = siblings.map((one): [string, Value] => [meanings[one.name]!.split('.').at(-1)!, one.value])
  const inner = Object.fromEntries([...defaults, ...said, [path.at(-1)!, value]])
  const given = map(value.span, inner)
  const body = path.slice(0, -1).reduceRight((one, step) => map(value.span, { [step]: one }), given)
  return {
    kind: 'resource',
    span: owner.header,
    anchor: owner.address,
    type,
    name: owner.address,
    arguments: body,
    isPartial: true,
  }
}

function map(span: Span, entries: Readonly<Record<string, Value>>): Value {
  return { kind: 'map', span, entries: Object.entries(entries).map(([key, value]) => ({ key, keySpan: span, value })) }
}

function text(value: string, span: Span): Extract<Value, { kind: 'string' }> {
  const { uri, start, end } = span
  return { kind: 'string', span, text: { value, runs: [{ at: 0, length: value.length, uri, start, end }] } }
}
