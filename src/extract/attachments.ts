import { type AttachmentSite, stepsOf } from '../aws/resources/index.ts'
import type { AnyNode } from '../core/node.ts'
import type { Holder } from '../core/policy.ts'
import { type Leaf, plainOf, type Value } from '../core/value.ts'
import { declaredHolder, holdersNamed } from './holders.ts'
import { attachmentNode, leavesIn } from './nodes.ts'
import { argumentsAt, type Declared, type Links } from './resource.ts'

/** A managed policy given to a holder, or set as its boundary. */
export interface Attachment {
  readonly arn: Leaf
  readonly holder: Holder
  readonly boundary: boolean
  readonly anchor: string
  /** The policy, when it is declared in this unit. */
  readonly policy: Declared | undefined
}

/** How a format calls what a resource attaches: by the resource, the argument, and who gets it. */
export type AttachmentAnchor = (resource: Declared, argument: string | undefined, holder: Holder) => string

/** By the resource; what an identity or a policy has besides itself is told apart. */
export const attachmentAnchor: AttachmentAnchor = ({ address }, argument) =>
  argument === undefined ? address : `${address}.${argument}`

/** Everything that is attached in a unit; what a policy says itself comes first. */
export function attachmentsOf(links: Links, anchor: AttachmentAnchor = attachmentAnchor): Attachment[] {
  const declared = links.resources.filter(({ mode }) => mode === 'resource')
  return [true, false].flatMap((byPolicy) =>
    declared.flatMap((resource) =>
      (resource.row?.attachments ?? [])
        .filter(({ policies }) => (policies === 'itself') === byPolicy)
        .flatMap((site) => attachmentsAt(resource, site, links, anchor)),
    ),
  )
}

export function attachmentNodes(
  attachments: readonly Attachment[],
  anchors: ReadonlyMap<string, string> = new Map(),
): AnyNode[] {
  return attachments.map(({ arn, holder, boundary, anchor, policy }) => {
    const policyAnchor = policy && (anchors.get(policy.address) ?? policy.address)
    return attachmentNode(arn, holder, { anchor, boundary, policyAnchor })
  })
}

/** Who holds a managed policy through attachments. */
export function holdersAttached(policy: Declared, attachments: readonly Attachment[]): Holder[] {
  return attachments.filter((one) => one.policy === policy && !one.boundary).map((one) => one.holder)
}

export function boundaryHolders(policy: Declared, attachments: readonly Attachment[]): Holder[] {
  return attachments.filter((one) => one.policy === policy && one.boundary).map((one) => one.holder)
}

function attachmentsAt(resource: Declared, site: AttachmentSite, links: Links, anchor: AttachmentAnchor): Attachment[] {
  return holdersAt(resource, site, links).flatMap((holder) => attachedTo(holder, resource, site, links, anchor))
}

function holdersAt(resource: Declared, { holders }: AttachmentSite, links: Links): Holder[] {
  if (holders === 'itself') return [declaredHolder(resource)]
  return argumentsAt(resource, holders.at).flatMap(({ value }) => holdersNamed(value, holders.kind, resource, links))
}

/** What a resource attaches to a holder; `holder` may also be a role that is made for it. */
export function attachedTo(
  holder: Holder,
  resource: Declared,
  { policies, holders, boundary = false }: AttachmentSite,
  links: Links,
  anchor: AttachmentAnchor = attachmentAnchor,
): Attachment[] {
  if (policies === 'itself') {
    const arn = { value: resource.address, span: resource.header }
    return [{ arn, holder, boundary, anchor: anchor(resource, holder.address, holder), policy: resource }]
  }
  return policies.flatMap((path) => {
    const [argument] = stepsOf(path, resource.spelling) ?? []
    const called = anchor(resource, holders === 'itself' ? argument : undefined, holder)
    return argumentsAt(resource, path).flatMap(({ value }) =>
      attached(value, { holder, boundary, anchor: called }, links),
    )
  })
}

function attached(value: Value, to: Pick<Attachment, 'holder' | 'boundary' | 'anchor'>, links: Links): Attachment[] {
  switch (value.kind) {
    case 'null':
      return []
    case 'list':
      return value.items.flatMap((item) => attached(item, to, links))
    case 'map':
      // `managed_policy_arns` of modules, and for_each maps, keep ARNs under names of their own.
      return value.entries.flatMap((entry) => attached(entry.value, to, links))
    case 'unknown':
      if (value.maybe?.length) return value.maybe.flatMap((choice) => attached(choice, to, links))
  }
  const policy = policyIn(value, links)
  return (lookedUp(value, links) ?? leavesIn(value)).map((arn) => ({ ...to, arn, policy }))
}

/** A policy looked up by its name (`data "aws_iam_policy"`), which tells as much as the ARN. */
function lookedUp(value: Value, links: Links): Leaf[] | undefined {
  if (plainOf(value) !== undefined) return undefined
  const found = links.targets(value).find((one) => one.mode === 'data' && isManagedPolicy(one))
  const name = found && plainOf(argumentsAt(found, 'name')[0]?.value)
  return name === undefined ? undefined : [{ value: name, span: value.span }]
}

/** The declared policy that an ARN or a name means. */
function policyIn(value: Value, links: Links): Declared | undefined {
  const target = links.targets(value).find((one) => one.mode === 'resource' && isManagedPolicy(one))
  if (target) return target
  const text = plainOf(value)
  if (text === undefined || text.includes(':iam::aws:')) return undefined
  return links.named('managed-policy', text.includes(':policy/') ? text.split('/').at(-1)! : text)
}

const isManagedPolicy = ({ row }: Declared): boolean => row?.holder?.kind === 'managed-policy'
