import { PUBLIC_ARGUMENTS, type PublicArgument } from '../../aws/public-arguments.ts'
import { stepsOf } from '../../aws/resources/index.ts'
import { holdInternet } from '../../core/address-blocks.ts'
import type { ResourceNode } from '../../core/node.ts'
import { defineRule } from '../../core/rule.ts'
import { type Leaf, leafOf, member, type Value } from '../../core/value.ts'
import { valuesAt } from '../../extract/arguments.ts'
import { quote } from '../../iam/messages.ts'
import { hasPublicAccessBlock } from '../../iam/public-access.ts'

export default defineRule({
  meta: {
    id: 'trust/public-door',
    title: 'Open to anyone without a policy',
    severity: 'high',
    about: 'trust',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'Some doors need no policy: a canned ACL, a shared image or snapshot, an endpoint without authorization. One word opens the resource to everyone on the internet, or to everyone with an AWS account.',
    remediation: 'Close it, and let in by policy those that need it.',
    cwe: ['CWE-284', 'CWE-732'],
    references: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
    ],
  },
  on: 'resource',
  *check(resource, { unit }) {
    for (const door of PUBLIC_ARGUMENTS.filter(({ types }) => types.includes(resource.type))) {
      const open = leavesAt(resource, door.at).find(({ value }) => door.open.test(value.toLowerCase()))
      if (!open || isNarrowed(resource, door) || isOptions(resource)) continue
      const shut = door.acl === true && hasPublicAccessBlock(resource, unit.nodes)
      yield {
        severity: shut ? 'low' : door.severity,
        span: open.span,
        message: `\`${nameOf(resource, door)}\` is ${quote(open)}, which lets anyone ${door.lets}${shut ? '; the public access block keeps it shut for now' : ''}.`,
        element: stepsOf(door.at, 'terraform')?.join('.') ?? stepsOf(door.at, 'cloudformation')?.join('.') ?? '',
        remediation: `Set ${door.instead}.`,
      }
    }
  },
})

/** The argument as the resource's format writes it. */
function nameOf({ type }: ResourceNode, { at }: PublicArgument): string {
  return stepsOf(at, type.includes('::') ? 'cloudformation' : 'terraform')?.at(-1) ?? ''
}

/** A request before the request, which browsers send without credentials. */
function isOptions({ arguments: given }: ResourceNode): boolean {
  const method = leafOf(member(given, 'http_method') ?? member(given, 'HttpMethod'))
  return method?.value === 'OPTIONS'
}

/** To addresses that are not all there are. */
function isNarrowed(resource: ResourceNode, { addresses }: PublicArgument): boolean {
  const blocks = addresses ? leavesAt(resource, addresses).map(({ value }) => value) : []
  return blocks.length > 0 && !holdInternet(blocks)
}

function leavesAt(resource: ResourceNode, at: PublicArgument['at']): Leaf[] {
  return valuesAt(resource, at).flatMap(({ value }) => (value ? scalars(value) : []))
}

function scalars(value: Value): Leaf[] {
  if (value.kind === 'list') return value.items.flatMap(scalars)
  if (value.kind === 'boolean') return [{ value: String(value.value), span: value.span }]
  const leaf = leafOf(value)
  return leaf ? [leaf] : []
}
