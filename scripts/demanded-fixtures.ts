import type { NodeKind } from '../src/core/node.ts'

/** CloudFormation has no resource for it, or no argument. */
const NOT_IN_CLOUDFORMATION: ReadonlySet<string> = new Set([
  'iam/weak-password-policy',
  'network/default-network',
  'data/s3-mfa-delete',
])

/** On policies, but not on one alone: it names neither who holds it nor what it stands in, and all of it is known. */
const NEEDS_MORE_THAN_A_POLICY: ReadonlySet<string> = new Set([
  'iam/inline-policy-on-user',
  'iam/undecided-grant',
  'trust/admin-without-mfa',
  'trust/undecided-trust',
])

/** What a rule mostly looks at, as a file: by its pack, otherwise Terraform and CloudFormation. */
const OF_PACKS: Readonly<Record<string, readonly string[]>> = {
  credentials: ['.txt'],
  container: ['.Dockerfile'],
  workflow: ['.yml'],
}

/**
 * The fixtures that a rule begins with. Of those about grants, trust and resources the tests demand every one: what must
 * hit, what must not and what cannot be known, in Terraform, in CloudFormation and, where that can be, as a policy of its own.
 */
export function demandedFixtures(id: string, on: NodeKind): string[] {
  const [pack = ''] = id.split('/')
  const isAboutIam = pack === 'iam' || pack === 'trust'
  const hasUnknown = isAboutIam || (on === 'resource' && pack !== 'account')
  const kinds = hasUnknown ? ['bad', 'ok', 'unknown'] : ['bad', 'ok']
  const endings = (on === 'resource' ? undefined : OF_PACKS[pack]) ?? [
    '.tf',
    ...(NOT_IN_CLOUDFORMATION.has(id) ? [] : ['.yaml']),
  ]
  const names = kinds.flatMap((kind) => endings.map((ending) => `${kind}${ending}`))
  // JSON has no values that are not known.
  const isPolicyAlone = isAboutIam && on === 'policy' && !NEEDS_MORE_THAN_A_POLICY.has(id)
  return isPolicyAlone ? [...names, 'bad.json', 'ok.json'] : names
}
