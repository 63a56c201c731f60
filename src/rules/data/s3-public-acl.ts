import { canonicalType } from '../../aws/resources/canonical.ts'
import type { ResourceNode } from '../../core/node.ts'
import type { RuleContext } from '../../core/rule.ts'
import type { Value } from '../../core/value.ts'
import { switchOf, valueAt, wordOf } from '../../extract/arguments.ts'
import { besides, meantBy, ofType } from '../../extract/resource-index.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/s3-public-acl',
    title: 'Bucket is public by its ACL',
    severity: 'medium',
    practice:
      'S3: encryption (KMS for compliance), public access block, versioning, no force_destroy, TLS-only policy, access logging',
    description:
      'The canned ACL gives every address of the internet, or everybody with an AWS account, what it says: to list and read, or to write.',
    remediation: 'Take the ACL away, and serve what is public through CloudFront with origin access control.',
    cwe: ['CWE-732'],
    references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html'],
  },
  [
    {
      types: 'aws_s3_bucket aws_s3_bucket_acl aws_s3_object',
      at: 'acl',
      is: isPrivate,
      unless: isBlocked,
      says: 'is public by its ACL',
    },
    {
      types: 'aws_s3_bucket',
      at: [undefined, 'access_control'],
      is: isPrivate,
      unless: isBlocked,
      says: 'is public by its ACL',
    },
    {
      types: 'aws_s3_bucket_acl',
      at: 'access_control_policy.grant[].grantee.uri',
      is: isOfSomebody,
      unless: isBlocked,
      says: 'is public by its ACL',
    },
    {
      types: 'aws_s3_bucket',
      at: ['grant[].uri', undefined],
      is: isOfSomebody,
      unless: isBlocked,
      says: 'is public by its ACL',
    },
  ],
)

function isPrivate(value: Value): boolean | undefined {
  const word = wordOf(value)
  return word === undefined ? undefined : !/^(?:public-?read(?:-?write)?|authenticated-?read|website)$/i.test(word)
}

function isOfSomebody(value: Value): boolean | undefined {
  const word = wordOf(value)
  return word === undefined ? undefined : !/groups\/global\/(?:AllUsers|AuthenticatedUsers)$/.test(word)
}

/** A public access block makes S3 pass over public ACLs. */
function isBlocked(resource: ResourceNode, { unit }: RuleContext): boolean {
  if (switchOf(valueAt(resource, 'public_access_block_configuration.ignore_public_acls')) === true) return true
  if (ofType(unit, 'aws_s3_account_public_access_block').some(ignores)) return true
  const bucket = canonicalType(resource.type) === 'aws_s3_bucket' ? resource : bucketOf(resource, unit)
  return bucket !== undefined && besides(unit, bucket, 'aws_s3_bucket_public_access_block', 'bucket').some(ignores)
}

function bucketOf(resource: ResourceNode, unit: RuleContext['unit']): ResourceNode | undefined {
  return meantBy(unit, valueAt(resource, 'bucket'), 'aws_s3_bucket')
}

const ignores = (block: ResourceNode): boolean => switchOf(valueAt(block, 'ignore_public_acls')) === true
