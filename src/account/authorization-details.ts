import { buildText, spanOf } from '../core/build-text.ts'
import type { AnyNode } from '../core/node.ts'
import type { Holder, HolderKind } from '../core/policy.ts'
import type { MappedText } from '../core/text.ts'
import { type Leaf, leafOf, member, type Value } from '../core/value.ts'
import { attachmentNode, itemsOf, leavesIn, policyNode } from '../extract/nodes.ts'
import { principalNodes } from '../extract/principals.ts'

const LISTS: readonly (readonly [list: string, kind: HolderKind, name: string])[] = [
  ['RoleDetailList', 'role', 'RoleName'],
  ['UserDetailList', 'user', 'UserName'],
  ['GroupDetailList', 'group', 'GroupName'],
]

const NAMES: ReadonlyMap<HolderKind, string> = new Map(LISTS.map(([, kind, name]) => [kind, name]))

/** Is this what `aws iam get-account-authorization-details` prints? */
export function isAuthorizationDetails(value: Value | undefined): boolean {
  return LISTS.some(([list]) => member(value, list)?.kind === 'list')
}

/**
 * The principals of an account with all they hold.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export function authorizationNodes(details: Value): AnyNode[] {
  const principals = LISTS.flatMap(([list, kind]) => itemsOf(member(details, list)).map((item) => ({ kind, item })))
  return detailNodes(principals, itemsOf(member(details, 'Policies')), 'name')
}

/** One user, role or group as the API describes it. */
export interface PrincipalDetail {
  readonly kind: HolderKind
  readonly item: Value
}

/** The same of principals and policies by themselves. A role and a user may have one name, but not one ARN. */
export function detailNodes(
  details: readonly PrincipalDetail[],
  policies: readonly Value[],
  address: 'name' | 'arn',
): AnyNode[] {
  const principals = details.flatMap(({ kind, item }) => {
    const leaf = leafOf(member(item, NAMES.get(kind)!))
    if (!leaf) return []
    const arn = address === 'arn' ? leafOf(member(item, 'Arn')) : undefined
    const holder: Holder = { kind, address: (arn ?? leaf).value, name: leaf.value, span: leaf.span }
    return [{ item, holder }]
  })
  const attached = new Map<string, Holder[]>()
  for (const { item, holder } of principals) {
    for (const arn of attachedArns(item)) {
      const holders = attached.get(arn.value)
      if (holders) holders.push(holder)
      else attached.set(arn.value, [holder])
    }
  }
  const boundaries = new Set(principals.flatMap(({ item }) => boundaryOf(item)?.value ?? []))
  return [
    ...principals.flatMap(({ item, holder }) => nodesOf(item, holder)),
    ...policies.flatMap((policy) => managedPolicy(policy, attached, boundaries)),
  ]
}

function boundaryOf(item: Value): Leaf | undefined {
  return leafOf(member(member(item, 'PermissionsBoundary'), 'PermissionsBoundaryArn'))
}

function nodesOf(item: Value, holder: Holder): AnyNode[] {
  const boundary = boundaryOf(item)
  const trust = member(item, 'AssumeRolePolicyDocument')
  const anchor = holder.address
  return [
    ...principalNodes({
      holder,
      trust: trust && decoded(trust),
      groups: leavesIn(member(item, 'GroupList')).map((group) => group.value),
      hasBoundary: boundary !== undefined,
      arguments: item,
    }),
    ...['RolePolicyList', 'UserPolicyList', 'GroupPolicyList'].flatMap((list) =>
      itemsOf(member(item, list)).flatMap((policy) => inlinePolicy(policy, holder)),
    ),
    ...attachedArns(item).map((arn) =>
      attachmentNode(arn, holder, { anchor, boundary: false, policyAnchor: arn.value }),
    ),
    ...(boundary ? [attachmentNode(boundary, holder, { anchor, boundary: true, policyAnchor: boundary.value })] : []),
  ]
}

function inlinePolicy(policy: Value, holder: Holder): AnyNode[] {
  const document = member(policy, 'PolicyDocument')
  const name = leafOf(member(policy, 'PolicyName'))?.value ?? 'inline'
  if (!document) return []
  return policyNode(decoded(document), { anchor: `${holder.address}.${name}`, role: 'identity', holders: [holder] })
}

function attachedArns(item: Value) {
  return itemsOf(member(item, 'AttachedManagedPolicies')).flatMap((policy) => leavesIn(member(policy, 'PolicyArn')))
}

/** The default version of a policy of the customer's; AWS's own are known by name. One that is only a boundary grants nothing. */
function managedPolicy(
  policy: Value,
  attached: ReadonlyMap<string, Holder[]>,
  boundaries: ReadonlySet<string>,
): AnyNode[] {
  const arn = leafOf(member(policy, 'Arn'))?.value ?? ''
  const versions = itemsOf(member(policy, 'PolicyVersionList'))
  const current =
    versions.find((version) => leafOf(member(version, 'IsDefaultVersion'))?.value === 'true') ?? versions[0]
  const document = member(current, 'Document')
  if (!document || /^arn:[^:]*:iam::aws:policy\//.test(arn)) return []
  const itself: Holder = { kind: 'managed-policy', address: arn, span: document.span }
  const holders = [itself, ...(attached.get(arn) ?? [])]
  const role = boundaries.has(arn) && !attached.has(arn) ? 'boundary' : 'identity'
  return policyNode(decoded(document), { anchor: arn, role, holders })
}

/** The API gives documents percent-encoded; the command line decodes them, other tools do not. */
function decoded(document: Value): Value {
  if (document.kind !== 'string' || !/^\s*%7B/i.test(document.text.value)) return document
  const text = percentDecoded(document.text)
  return { kind: 'string', text, span: spanOf(text) }
}

function percentDecoded(text: MappedText): MappedText {
  const built = buildText(text)
  let at = 0
  for (const match of text.value.matchAll(/(?:%[0-9A-Fa-f]{2})+/g)) {
    built.exact(at, match.index)
    at = match.index + match[0].length
    for (const piece of asciiOrWhole(match[0])) {
      const from = match.index + piece.from
      built.piece(piece.value, from, from + piece.length)
    }
  }
  built.exact(at, text.value.length)
  return built.done()
}

/** Every escape by itself while it is ASCII, so that places stay exact; else all of them together. */
function asciiOrWhole(escapes: string): { value: string; from: number; length: number }[] {
  const bytes = Buffer.from(escapes.replaceAll('%', ''), 'hex')
  if (bytes.some((byte) => byte > 0x7f)) return [{ value: bytes.toString('utf8'), from: 0, length: escapes.length }]
  return [...bytes].map((byte, index) => ({ value: String.fromCharCode(byte), from: index * 3, length: 3 }))
}
