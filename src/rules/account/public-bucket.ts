import { defineRule } from '../../core/rule.ts'
import { switchOf, valueAt } from '../../extract/arguments.ts'
import { quote } from '../../iam/messages.ts'
import { hasPublicAccessBlock, openTrustGrants } from '../../iam/public-access.ts'
import { accountMeta } from './facts.ts'

export default defineRule({
  meta: accountMeta({
    id: 'account/public-bucket',
    title: 'AWS calls the policy of a bucket public',
    severity: 'high',
    practice:
      'S3: encryption (KMS for compliance), public access block, versioning, no force_destroy, TLS-only policy, access logging',
    description:
      'S3 works out by itself whether a policy lets in the public, and counts what others take for narrowed: wide blocks of addresses, conditions on what the caller may choose.',
    remediation: 'Name who may, or set the public access block of the bucket, which shuts it whatever its policy says.',
    cwe: ['CWE-284', 'CWE-732'],
    references: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status',
    ],
  }),
  on: 'resource',
  types: ['aws_account_bucket'],
  *check(bucket, { unit }) {
    const isPublic = valueAt(bucket, 'policy_is_public')
    if (!isPublic || switchOf(isPublic) !== true) return
    const policy = unit.nodes.find((node) => node.kind === 'policy' && node.anchor === bucket.anchor)
    // What the policy says in plain words is told there.
    if (policy?.kind === 'policy' && openTrustGrants(policy, unit).length > 0) return
    const shut = hasPublicAccessBlock(bucket, unit.nodes)
    yield {
      span: isPublic.span,
      message: `S3 calls the policy of ${quote(bucket.name)} public${shut ? '; the public access block keeps it shut for now' : ''}.`,
      ...(shut ? { severity: 'low' as const } : {}),
      element: 'policy',
    }
  },
})
