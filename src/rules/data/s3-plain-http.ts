import type { ResourceNode } from '../../core/node.ts'
import type { RuleContext } from '../../core/rule.ts'
import { UNKNOWN } from '../../core/text.ts'
import { leafOf } from '../../core/value.ts'
import { valueAt } from '../../extract/arguments.ts'
import { besides, hasBeside } from '../../extract/resource-index.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/s3-plain-http',
    title: 'Bucket answers plain HTTP',
    severity: 'note',
    practice:
      'S3: encryption (KMS for compliance), public access block, versioning, no force_destroy, TLS-only policy, access logging',
    description:
      'Requests over plain HTTP can be read and changed on the way; S3 takes them unless a policy forbids it.',
    remediation: 'Deny `s3:*` on the bucket and its objects where `aws:SecureTransport` is `false`.',
    cwe: ['CWE-319'],
    references: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html',
    ],
  },
  [
    {
      types: 'aws_s3_bucket',
      at: 'policy',
      is: 'elsewhere',
      unless: hasTlsPolicy,
      says: 'takes requests over plain HTTP',
    },
  ],
)

/** Has it a policy that looks at `aws:SecureTransport`? Undefined where one is not known, or whose it is. */
function hasTlsPolicy(bucket: ResourceNode, { unit }: RuleContext): boolean | undefined {
  const anchors = new Set([bucket.anchor])
  const policies = besides(unit, bucket, 'aws_s3_bucket_policy', 'bucket')
  const texts = policies.map((policy) => valueAt(policy, ['policy', 'policy_document']))
  if (texts.some((text) => leafOf(text)?.value.includes('SecureTransport'))) return true
  for (const policy of policies) anchors.add(policy.anchor)
  const documents = unit.nodes.filter(
    (node) =>
      node.kind === 'policy' &&
      (anchors.has(node.anchor.replace(/\[[^\]]*\]/g, '')) ||
        node.holders.some(({ address }) => address === bucket.anchor)),
  )
  const isKnown = documents.length > 0 && texts.every((text) => leafOf(text)?.value !== UNKNOWN)
  const asks = documents.some(
    (node) =>
      node.kind === 'policy' &&
      node.document.statements.some(({ conditions }) =>
        conditions.some((condition) => /^aws:SecureTransport$/i.test(condition.key.value)),
      ),
  )
  if (asks || policies.length === 0) return asks
  return isKnown && hasBeside(unit, bucket, 'aws_s3_bucket_policy', 'bucket') ? false : undefined
}
