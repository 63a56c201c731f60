import type { AnyNode } from '../../core/node.ts'
import type { Holder, HolderKind, PolicyRole } from '../../core/policy.ts'
import { type Leaf, leafOf, member, type Value } from '../../core/value.ts'
import { attachmentNode, itemsOf, leavesIn, policyNode } from '../../extract/nodes.ts'
import { type Attached, holderOf, type Made, type Names, targetOf, type Unit, valueOrigins } from './unit.ts'

const PRINCIPALS: ReadonlyMap<string, HolderKind> = new Map([
  ['AWS::IAM::Role', 'role'],
  ['AWS::IAM::User', 'user'],
  ['AWS::IAM::Group', 'group'],
  ['AWS::SSO::PermissionSet', 'permission-set'],
])

const STANDALONE = new Set([
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
  'AWS::IAM::GroupPolicy',
])

/** Roles, users, groups and permission sets, with the policies they hold and what is attached to them. */
export function identityNodes(made: Made, unit: Unit): AnyNode[] {
  const kind = PRINCIPALS.get(made.resource.type)
  if (kind) return principal(made, kind, unit)
  return STANDALONE.has(made.resource.type) ? standalonePolicy(made, unit) : []
}

function principal(made: Made, kind: HolderKind, unit: Unit): AnyNode[] {
  const { resource, known } = made
  const holder = holderOf(resource, kind, known)
  const boundary = boundaryOf(made)
  return [
    {
      kind: 'identity',
      span: resource.idSpan,
      anchor: resource.id,
      holder,
      groups: groupsOf(made, unit),
      hasBoundary: boundary !== undefined,
      arguments: known ?? { kind: 'null', span: resource.span },
    },
    ...trust(made, holder, unit),
    ...inlinePolicies(made, holder, unit),
    ...attachments(made, holder, unit),
  ]
}

function trust(made: Made, holder: Holder, unit: Unit): AnyNode[] {
  const document = member(made.known, 'AssumeRolePolicyDocument')
  if (!document) return []
  const anchor = `${made.resource.id}.AssumeRolePolicyDocument`
  const related = valueOrigins(document, made.resource, unit)
  return policyNode(document, { anchor, role: 'trust', holders: [holder], related })
}

/** `Policies` of a principal: each named, each with a document; a permission set has one without a name. */
export function inlinePolicies(made: Made, holder: Holder, unit: Unit): AnyNode[] {
  const inline = member(made.known, 'InlinePolicy')
  const named = itemsOf(member(made.known, 'Policies')).flatMap((policy) => {
    const document = member(policy, 'PolicyDocument')
    return document ? [{ name: leafOf(member(policy, 'PolicyName'))?.value, document }] : []
  })
  const all = inline ? [...named, { name: 'InlinePolicy', document: inline }] : named
  return all.flatMap(({ name, document }, index) =>
    policyNode(document, {
      anchor: `${made.resource.id}.${name ?? index}`,
      role: 'identity',
      holders: [holder],
      related: valueOrigins(document, made.resource, unit),
    }),
  )
}

/** Managed policies of a principal, and its boundary. */
export function attachments(made: Made, holder: Holder, unit: Unit): AnyNode[] {
  const boundary = boundaryOf(made)
  return [
    ...attached(made, 'ManagedPolicyArns', holder, false, unit),
    ...attached(made, 'ManagedPolicies', holder, false, unit),
    ...(boundary ? attached(made, 'PermissionsBoundary', holder, true, unit) : []),
  ]
}

function boundaryOf(made: Made): Value | undefined {
  const value = member(made.known, 'PermissionsBoundary')
  return value?.kind === 'null' ? undefined : value
}

function attached(made: Made, key: string, holder: Holder, boundary: boolean, unit: Unit): AnyNode[] {
  const written = itemsOf(member(made.properties, key))
  return written.flatMap((value) => {
    const id = managedPolicyIn(value, unit)
    const anchor = `${made.resource.id}.${key}`
    return arnsOf(unit.evaluate(value)).map((arn) =>
      attachmentNode(arn, holder, { anchor, boundary, policyAnchor: id }),
    )
  })
}

/** ARNs as written; `PermissionsBoundary` of a permission set keeps its own one level deeper. */
function arnsOf(value: Value): Leaf[] {
  return leavesIn(value.kind === 'map' ? (member(value, 'ManagedPolicyArn') ?? member(value, 'Name')) : value)
}

/** The anchor of a managed policy of this template. */
function managedPolicyIn(value: Value, unit: Unit): string | undefined {
  const id = targetOf(value, unit)
  return id !== undefined && unit.template.resources.get(id)?.type === 'AWS::IAM::ManagedPolicy' ? id : undefined
}

/** Which principals of a template name which of its managed policies. */
export function attachedPolicies(all: readonly Made[], unit: Names): Map<string, Attached[]> {
  const found = new Map<string, Attached[]>()
  for (const { resource, properties, known } of all) {
    const kind = PRINCIPALS.get(resource.type)
    if (!kind) continue
    for (const key of ['ManagedPolicyArns', 'PermissionsBoundary']) {
      for (const value of itemsOf(member(properties, key))) {
        const id = targetOf(value, unit)
        if (id === undefined) continue
        const attached = { holder: holderOf(resource, kind, known), boundary: key === 'PermissionsBoundary' }
        const others = found.get(id)
        if (others) others.push(attached)
        else found.set(id, [attached])
      }
    }
  }
  return found
}

function groupsOf(made: Made, unit: Unit): string[] {
  const own = itemsOf(member(made.properties, 'Groups')).map((group) => nameOf(group, unit))
  const added = unit.additions
    .filter(({ properties }) =>
      itemsOf(member(properties, 'Users')).some((user) => targetOf(user, unit) === made.resource.id),
    )
    .flatMap(({ properties }) => itemsOf(member(properties, 'GroupName')).map((group) => nameOf(group, unit)))
  return [...own, ...added].flatMap((name) => name ?? [])
}

function nameOf(value: Value, unit: Unit): string | undefined {
  return targetOf(value, unit) ?? leafOf(unit.evaluate(value))?.value
}

/** A policy resource of its own: for the principals it names, and for those that name it. */
function standalonePolicy(made: Made, unit: Unit): AnyNode[] {
  const document = member(made.known, 'PolicyDocument')
  if (!document) return []
  const { named, holders, role } = consumersOf(made, unit)
  const related = valueOrigins(document, made.resource, unit)
  return [
    ...policyNode(document, { anchor: made.resource.id, role, holders, related }),
    ...holders
      .filter((holder) => holder.kind !== 'managed-policy')
      .filter(() => made.resource.type === 'AWS::IAM::ManagedPolicy' && role === 'identity')
      .filter((holder) => named.has(holder.address))
      .map((holder) =>
        attachmentNode({ value: made.resource.id, span: made.resource.idSpan }, holder, {
          anchor: `${made.resource.id}.${holder.address}`,
          boundary: false,
          policyAnchor: made.resource.id,
        }),
      ),
  ]
}

const HOLDER_KEYS: readonly (readonly [string, HolderKind])[] = [
  ['Roles', 'role'],
  ['RoleName', 'role'],
  ['Users', 'user'],
  ['UserName', 'user'],
  ['Groups', 'group'],
  ['GroupName', 'group'],
]

interface Consumers {
  /** Addresses of the holders that the policy itself names. */
  readonly named: ReadonlySet<string>
  readonly holders: readonly Holder[]
  readonly role: PolicyRole
}

function consumersOf(made: Made, unit: Unit): Consumers {
  const own = namedHolders(made, unit)
  const naming = unit.attached.get(made.resource.id) ?? []
  const holds = naming.filter((one) => !one.boundary).map((one) => one.holder)
  const bounds = naming.filter((one) => one.boundary).map((one) => one.holder)
  const managed = made.resource.type === 'AWS::IAM::ManagedPolicy'
  const itself = managed ? [holderOf(made.resource, 'managed-policy', made.known)] : []
  const holders = distinct([...own, ...holds])
  const named = new Set(own.map((holder) => holder.address))
  if (holders.length === 0 && bounds.length > 0) return { named, holders: [...itself, ...bounds], role: 'boundary' }
  return { named, holders: [...itself, ...holders], role: 'identity' }
}

function namedHolders(made: Made, unit: Unit): Holder[] {
  return HOLDER_KEYS.flatMap(([key, kind]) =>
    itemsOf(member(made.properties, key)).flatMap((value): Holder[] => {
      const id = targetOf(value, unit)
      const resource = id === undefined ? undefined : unit.template.resources.get(id)
      if (resource) return [holderOf(resource, PRINCIPALS.get(resource.type) ?? kind, unit.properties.get(resource.id))]
      return leavesIn(unit.evaluate(value)).map((name) => ({
        kind,
        address: name.value,
        name: name.value,
        span: name.span,
      }))
    }),
  )
}

function distinct(holders: readonly Holder[]): Holder[] {
  return [...new Map(holders.map((holder) => [`${holder.kind} ${holder.address}`, holder])).values()]
}
