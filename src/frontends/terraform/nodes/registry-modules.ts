import { defaultsOf, meaningsOf } from '../../../aws/registry-modules.ts'
import type { AnyNode } from '../../../core/node.ts'
import type { Holder } from '../../../core/policy.ts'
import type { Span } from '../../../core/source.ts'
import { leafOf, member, type Value } from '../../../core/value.ts'
import { attachmentNode, itemsOf, leavesIn, policyNode } from '../../../extract/nodes.ts'
import type { Module, Run } from '../scope.ts'
import { type ForeignArgument, foreignArguments } from './module-arguments.ts'

/** What well-known modules make of their arguments: trust, attached policies, public access. */
export function registryNodes(run: Run, module: Module): AnyNode[] {
  return foreignArguments(run, module).flatMap((argument) => {
    const meaning = meaningsOf(argument.source)?.[argument.name]
    if (meaning === undefined) return []
    if (meaning === 'actions') return granted(argument)
    if (meaning.startsWith('resource ')) return resourcePolicy(argument, meaning.slice('resource '.length))
    if (meaning.includes('.')) return [resource(argument, meaning, foreignArguments(run, module))]
    return /^[A-Z]/.test(meaning) ? attached(argument, meaning) : trust(argument, meaning)
  })
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

/** Actions that the module grants to its role on everything. */
function granted(argument: ForeignArgument): AnyNode[] {
  const { value, owner } = argument
  if (leavesIn(value).length === 0) return []
  const { span } = value
  const statement = map(span, { Effect: text('Allow', span), Action: value, Resource: text('*', span) })
  const anchor = `${owner.address}.${argument.name}`
  return policyNode(map(span, { Statement: statement }), { anchor, role: 'identity', holders: [holderOf(argument)] })
}

/** Those whom the policy of the module's resource lets in. */
function resourcePolicy({ value, owner, name }: ForeignArgument, action: string): AnyNode[] {
  if (leavesIn(value).length === 0) return []
  const { span } = value
  const principal = map(span, { AWS: value })
  const statement = map(span, {
    Effect: text('Allow', span),
    Principal: principal,
    Action: text(action, span),
    Resource: text('*', span),
  })
  const holder: Holder = {
    kind: 'resource',
    address: owner.address,
    service: action.split(':')[0]!,
    span: owner.header,
  }
  const site = { anchor: `${owner.address}.${name}`, role: 'resource', holders: [holder] } as const
  return policyNode(map(span, { Statement: statement }), site)
}

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
  const inner = Object.fromEntries([...defaults, ...said])
  const given = map(value.span, inner)
  const body = path.length > 1 ? map(value.span, { [path[0]!]: given }) : given
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
