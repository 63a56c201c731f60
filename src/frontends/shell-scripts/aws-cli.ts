import { ATTACH_OPERATIONS, POLICY_OPERATIONS, USER_DATA_OPERATIONS } from '../../aws/operations.ts'
import { spanOf } from '../../core/build-text.ts'
import type { AnyNode, Related } from '../../core/node.ts'
import type { Condition, Holder, HolderKind, Statement } from '../../core/policy.ts'
import { locate, sliceText, unknownName } from '../../core/text.ts'
import { type Leaf, member, type Value } from '../../core/value.ts'
import { scriptsOf } from '../../extract/cloud-init.ts'
import { attachmentNode, itemsOf, policyNode, policyNodeOf, settingNode, settingsOfMap } from '../../extract/nodes.ts'
import { principalNodes } from '../../extract/principals.ts'
import { resources } from './aws-resources.ts'
import { type Call, jsonOption, type OptionValue, optionOf, shown } from './options.ts'

/** The nodes of one call of the AWS command line: what it grants, attaches, starts and sets. */
export function awsCallNodes(call: Call): AnyNode[] {
  const operation = call.names.slice(0, 2).join(' ')
  return [
    ...identities(call, operation),
    ...policies(call, operation),
    ...permission(call, operation),
    ...attachments(call, operation),
    ...userData(call, operation),
    ...environment(call, operation),
    ...parameter(call, operation),
    ...resources(call, operation),
  ]
}

const CREATES: ReadonlyMap<string, readonly [HolderKind, string]> = new Map([
  ['iam create-role', ['role', '--role-name']],
  ['iam create-user', ['user', '--user-name']],
  ['iam create-group', ['group', '--group-name']],
])

function identities(call: Call, operation: string): AnyNode[] {
  const [kind, option] = CREATES.get(operation) ?? []
  const holder = kind && option ? holderAt(call, kind, option) : undefined
  if (!holder) return []
  const hasBoundary = call.options.has('--permissions-boundary')
  return principalNodes({ holder, hasBoundary, arguments: { kind: 'map', entries: [], span: call.command.span } })
}

function policies(call: Call, operation: string): AnyNode[] {
  const known = POLICY_OPERATIONS.get(operation)
  const value = known && optionOf(call, known.document)
  if (!known || !value) return []
  if (operation === 'sns set-topic-attributes' && optionOf(call, '--attribute-name')?.text.value !== 'Policy') return []
  const document = known.member === undefined ? jsonOption(value) : memberOf(value, known.member)
  if (!document) return []
  const kind = known.holder?.kind
  const holder = kind ? holderAt(call, kind, known.holder!.option, known.service ?? call.names[0]) : undefined
  const name = kind === 'managed-policy' ? '' : shown(optionOf(call, '--policy-name'))
  const anchor = [holder?.address, name].filter(Boolean).join('.') || operation
  return policyNode(document, {
    anchor: known.role === 'trust' ? `${anchor}.trust` : anchor,
    role: known.role,
    holders: holder ? [holder] : [],
    related: usedHere(call, document),
  })
}

/** `--attributes '{"Policy": "…"}'`, `--attributes Policy=…`, `--attributes file://…`. */
function memberOf(value: OptionValue, name: string): Value | undefined {
  const short = new RegExp(`^${name}=`).exec(value.text.value)
  if (short) {
    const text = sliceText(value.text, short[0].length)
    return { kind: 'string', text, span: spanOf(text) }
  }
  return member(jsonOption(value), name)
}

/** Where a document that stands elsewhere (a file, a variable) is put to use. */
function usedHere(call: Call, document: Value): Related[] {
  const { span } = call.command
  const inside = document.span.uri === span.uri && document.span.start >= span.start && document.span.end <= span.end
  return inside ? [] : [{ span: call.command.words[0]!.span, message: `used by ${call.names.slice(0, 2).join(' ')}` }]
}

function holderAt(call: Call, kind: HolderKind, option: string, command?: string): Holder | undefined {
  const value = optionOf(call, option)
  if (!value && kind !== 'resource') return undefined
  const address = shown(value) || call.names.slice(0, 2).join(' ')
  const span = value?.word.span ?? call.command.words[0]!.span
  const literal = value && !address.startsWith('$') ? { name: address } : {}
  const service = kind === 'resource' && command !== undefined ? { service: command.replace(/api$|-public$/, '') } : {}
  return { kind, address, ...literal, ...service, span }
}

/**
 * `aws lambda add-permission` adds one statement to the function's policy.
 * https://docs.aws.amazon.com/cli/latest/reference/lambda/add-permission.html
 */
function permission(call: Call, operation: string): AnyNode[] {
  if (operation !== 'lambda add-permission' && operation !== 'lambda add-layer-version-permission') return []
  const action = leafAt(call, '--action')
  const principal = leafAt(call, '--principal')
  const holder = holderAt(call, 'resource', '--function-name', 'lambda') ?? holderAt(call, 'resource', '--layer-name')
  if (!action || !principal || !holder) return []
  const service = /\.amazonaws\.com(?:\.cn)?$/.test(principal.value)
  const statement: Statement = {
    effect: { value: 'Allow', span: call.command.words[0]!.span },
    actions: [action],
    notActions: [],
    resources: [leafAt(call, '--function-name') ?? leafAt(call, '--layer-name') ?? action],
    notResources: [],
    principals: [{ type: principal.value === '*' ? '*' : service ? 'Service' : 'AWS', value: principal }],
    notPrincipals: [],
    conditions: [
      ...condition('ArnLike', 'aws:SourceArn', leafAt(call, '--source-arn')),
      ...condition('StringEquals', 'aws:SourceAccount', leafAt(call, '--source-account')),
      ...condition('StringEquals', 'aws:PrincipalOrgID', leafAt(call, '--principal-org-id')),
      ...condition('StringEquals', 'aws:PrincipalOrgID', leafAt(call, '--organization-id')),
      ...condition('StringEquals', 'lambda:FunctionUrlAuthType', leafAt(call, '--function-url-auth-type')),
    ],
    span: call.command.span,
  }
  const anchor = `${holder.address}.${shown(optionOf(call, '--statement-id')) || 'permission'}`
  const document = { role: 'resource', statements: [statement], incomplete: false } as const
  return [policyNodeOf(document, call.command.span, { anchor, role: 'resource', holders: [holder] })]
}

function condition(operator: string, key: string, value: Leaf | undefined): Condition[] {
  if (!value) return []
  const { span } = value
  return [{ operator: { value: operator, span }, key: { value: key, span }, values: [value] }]
}

function leafAt(call: Call, option: string): Leaf | undefined {
  const value = optionOf(call, option)
  if (!value) return undefined
  const reference = unknownName(value.text)
  return { value: value.text.value, span: value.word.span, ...(reference !== undefined && { reference }) }
}

function attachments(call: Call, operation: string): AnyNode[] {
  const known = ATTACH_OPERATIONS.get(operation)
  const arn = known && leafAt(call, known.policy)
  const holder = known && holderAt(call, known.kind, known.holder)
  if (!known || !arn || !holder) return []
  return [attachmentNode(arn, holder, { anchor: holder.address, boundary: known.boundary })]
}

function userData(call: Call, operation: string): AnyNode[] {
  const known = USER_DATA_OPERATIONS.get(operation)
  const value = known && optionOf(call, known.option)
  if (!known || !value) return []
  const given = known.member === undefined ? value.text : textOf(memberOf(value, known.member))
  if (!given || /^fileb?:\/\//.test(given.value)) return []
  const related = [{ span: value.word.span, message: `user-data of ${operation}` }]
  return scriptsOf(given, { place: 'user-data', anchor: operation, related })
}

function textOf(value: Value | undefined) {
  return value?.kind === 'string' ? value.text : undefined
}

/** `--environment Variables={A=b,C=d}` and JSON; containers of a task definition. */
function environment(call: Call, operation: string): AnyNode[] {
  if (operation === 'ecs register-task-definition') {
    const containers = optionOf(call, '--container-definitions')
    return itemsOf(containers && jsonOption(containers)).flatMap((container) => containerSettings(container, operation))
  }
  if (!/^lambda (?:create-function|update-function-configuration)$/.test(operation)) return []
  const value = optionOf(call, '--environment')
  if (!value) return []
  const where = { place: 'lambda-environment', anchor: shown(optionOf(call, '--function-name')) || operation } as const
  const short = /^Variables=\{/.exec(value.text.value)
  if (!short) return settingsOfMap(member(jsonOption(value), 'Variables'), where)
  return [...value.text.value.matchAll(/(?<![\w.-])([\w.-]+)=((?:[^,{}'"]|"[^"]*"|'[^']*')*)/g)].flatMap((match) => {
    if (match.index < short[0].length) return []
    const from = match.index + match[1]!.length + 1
    const quoted = /^(["']).*\1$/s.test(match[2]!) ? 1 : 0
    const text = sliceText(value.text, from + quoted, from + match[2]!.length - quoted)
    const name = { value: match[1]!, span: locate(value.text, match.index, from - 1) }
    return [settingNode(name, { kind: 'string', text, span: spanOf(text) }, where)]
  })
}

function containerSettings(container: Value, anchor: string): AnyNode[] {
  return itemsOf(member(container, 'environment')).flatMap((pair) => {
    const name = member(pair, 'name')
    const value = member(pair, 'value')
    if (name?.kind !== 'string' || !value) return []
    return [settingNode({ value: name.text.value, span: name.span }, value, { place: 'ecs-environment', anchor })]
  })
}

/** A parameter of type String holds its value in plain text. */
function parameter(call: Call, operation: string): AnyNode[] {
  if (operation !== 'ssm put-parameter' || optionOf(call, '--type')?.text.value === 'SecureString') return []
  const name = leafAt(call, '--name')
  const value = optionOf(call, '--value')
  if (!name || !value) return []
  const given: Value = { kind: 'string', text: value.text, span: spanOf(value.text) }
  return [settingNode(name, given, { place: 'ssm-parameter', anchor: name.value })]
}
