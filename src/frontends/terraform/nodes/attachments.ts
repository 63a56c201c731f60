import type { AnyNode } from '../../../core/node.ts'
import type { Holder, HolderKind } from '../../../core/policy.ts'
import type { Leaf } from '../../../core/value.ts'
import { attachmentNode, leavesIn } from '../../../extract/nodes.ts'
import { blocksIn } from '../blocks.ts'
import type { UnitResource } from '../unit.ts'
import { alternativesOf, type Evaluated, memberOf, plainOf } from '../value.ts'
import { holdersNamed, IDENTITY_TYPES, identityHolder, type Links } from './links.ts'

/** A managed policy given to a holder, or set as its boundary. */
export interface Attachment {
  readonly arn: Leaf
  readonly holder: Holder
  readonly boundary: boolean
  readonly anchor: string
  /** The policy, when it is declared in this unit. */
  readonly policy: UnitResource | undefined
}

export function attachmentsOf(links: Links): Attachment[] {
  return links.resources.flatMap((resource) => (resource.mode === 'data' ? [] : attachmentsBy(resource, links)))
}

export function attachmentNodes(attachments: readonly Attachment[], anchors: ReadonlyMap<string, string>): AnyNode[] {
  return attachments.map(({ arn, holder, boundary, anchor, policy }) => {
    const policyAnchor = policy && (anchors.get(policy.address) ?? policy.address)
    return attachmentNode(arn, holder, { anchor, boundary, policyAnchor })
  })
}

/** Who holds a managed policy through attachments. */
export function holdersAttached(policy: UnitResource, attachments: readonly Attachment[]): Holder[] {
  return attachments.filter((one) => one.policy === policy && !one.boundary).map((one) => one.holder)
}

export function boundaryHolders(policy: UnitResource, attachments: readonly Attachment[]): Holder[] {
  return attachments.filter((one) => one.policy === policy && one.boundary).map((one) => one.holder)
}

/** Types that attach policies: the arguments that name the holders, and the one that names the policies. */
const ATTACHING: ReadonlyMap<string, readonly { holder: string; kind: HolderKind; policy: string }[]> = new Map(
  Object.entries({
    aws_iam_role_policy_attachment: [{ holder: 'role', kind: 'role' as const, policy: 'policy_arn' }],
    aws_iam_user_policy_attachment: [{ holder: 'user', kind: 'user' as const, policy: 'policy_arn' }],
    aws_iam_group_policy_attachment: [{ holder: 'group', kind: 'group' as const, policy: 'policy_arn' }],
    aws_iam_policy_attachment: [
      { holder: 'roles', kind: 'role' as const, policy: 'policy_arn' },
      { holder: 'users', kind: 'user' as const, policy: 'policy_arn' },
      { holder: 'groups', kind: 'group' as const, policy: 'policy_arn' },
    ],
    aws_iam_role_policy_attachments_exclusive: [{ holder: 'role_name', kind: 'role' as const, policy: 'policy_arns' }],
    aws_iam_user_policy_attachments_exclusive: [{ holder: 'user_name', kind: 'user' as const, policy: 'policy_arns' }],
    aws_iam_group_policy_attachments_exclusive: [
      { holder: 'group_name', kind: 'group' as const, policy: 'policy_arns' },
    ],
    aws_ssoadmin_managed_policy_attachment: [
      { holder: 'permission_set_arn', kind: 'permission-set' as const, policy: 'managed_policy_arn' },
    ],
  }),
)

function attachmentsBy(resource: UnitResource, links: Links): Attachment[] {
  const argument = (name: string): Evaluated | undefined => memberOf(resource.arguments, name)
  const attaching = ATTACHING.get(resource.type)
  if (attaching) {
    return attaching.flatMap(({ holder, kind, policy }) =>
      holdersNamed(argument(holder), kind, links).flatMap((one) =>
        attached(argument(policy), one, false, resource.address, links),
      ),
    )
  }
  if (IDENTITY_TYPES.has(resource.type)) {
    const holder = identityHolder(resource)
    return [
      ...attached(argument('managed_policy_arns'), holder, false, `${resource.address}.managed_policy_arns`, links),
      ...attached(argument('permissions_boundary'), holder, true, `${resource.address}.permissions_boundary`, links),
    ]
  }
  if (/^aws_ssoadmin_(?:customer_managed_policy|permissions_boundary)_attachment$/.test(resource.type)) {
    return permissionSetAttachments(resource, links)
  }
  return []
}

/** Of permission sets: customer managed policies go by name and path. */
function permissionSetAttachments(resource: UnitResource, links: Links): Attachment[] {
  const boundary = resource.type.includes('permissions_boundary')
  const holders = holdersNamed(memberOf(resource.arguments, 'permission_set_arn'), 'permission-set', links)
  const outer = boundary ? blocksIn(memberOf(resource.arguments, 'permissions_boundary')) : [resource.arguments]
  const policies = outer.flatMap((block) => [
    ...(boundary
      ? blocksIn(memberOf(block, 'managed_policy_arn')).concat(present(memberOf(block, 'managed_policy_arn')))
      : []),
    ...blocksIn(memberOf(block, 'customer_managed_policy_reference')).flatMap((one) => present(memberOf(one, 'name'))),
  ])
  return holders.flatMap((holder) =>
    policies.flatMap((policy) => attached(policy, holder, boundary, resource.address, links)),
  )
}

function present(value: Evaluated | undefined): Evaluated[] {
  return value ? [value] : []
}

function attached(
  value: Evaluated | undefined,
  holder: Holder,
  boundary: boolean,
  anchor: string,
  links: Links,
): Attachment[] {
  if (!value || value.kind === 'null') return []
  if (value.kind === 'list') {
    return value.items.flatMap((item) => attached(item as Evaluated, holder, boundary, anchor, links))
  }
  if (value.kind === 'map') {
    // `managed_policy_arns` of modules, and for_each maps, keep ARNs under names of their own.
    return value.entries.flatMap((entry) => attached(entry.value as Evaluated, holder, boundary, anchor, links))
  }
  return alternativesOf(value).flatMap((choice): Attachment[] => {
    if (choice.kind === 'unknown' && choice.maybe?.length) {
      return choice.maybe.flatMap((inner) => attached(inner as Evaluated, holder, boundary, anchor, links))
    }
    if (choice.kind === 'list') return attached(choice, holder, boundary, anchor, links)
    const policy = policyIn(choice, links)
    return (lookedUp(choice, links) ?? leavesIn(choice)).map((arn) => ({ arn, holder, boundary, anchor, policy }))
  })
}

/** A policy looked up by its name (`data "aws_iam_policy"`), which tells as much as the ARN. */
function lookedUp(value: Evaluated, links: Links): Leaf[] | undefined {
  if (plainOf(value) !== undefined) return undefined
  const found = links.targets(value).find((resource) => resource.mode === 'data' && resource.type === 'aws_iam_policy')
  const name = found && plainOf(memberOf(found.arguments, 'name'))
  return name === undefined ? undefined : [{ value: name, span: value.span }]
}

/** The declared policy that an ARN or a name means. */
function policyIn(value: Evaluated, links: Links): UnitResource | undefined {
  const target = links
    .targets(value)
    .find((resource) => resource.mode === 'resource' && resource.type === 'aws_iam_policy')
  if (target) return target
  const text = plainOf(value)
  if (text === undefined || text.includes(':iam::aws:')) return undefined
  return links.named('managed-policy', text.includes(':policy/') ? text.split('/').at(-1)! : text)
}
