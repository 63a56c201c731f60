import { hasBeside, ofType } from '../../extract/resource-index.ts'
import { type Requirement, requirementRule } from '../hygiene.ts'

const SETTINGS = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets']

export default requirementRule(
  {
    id: 'data/s3-public-access',
    title: 'Nothing keeps the bucket from being made public',
    severity: 'low',
    practice:
      'S3: encryption (KMS for compliance), public access block, versioning, no force_destroy, TLS-only policy, access logging',
    description:
      'One policy or ACL written in haste publishes the bucket. Public access block stops that, whatever anybody writes; buckets made before April 2023 do not have it by default, and a default does not come back once somebody took it away.',
    remediation:
      'Add an `aws_s3_bucket_public_access_block` with all four settings on, or `aws_s3_account_public_access_block` for the whole account.',
    cwe: ['CWE-284', 'CWE-732'],
    references: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html',
    ],
  },
  [
    {
      types: 'aws_s3_bucket',
      at: 'public_access_block_configuration',
      is: 'set',
      unless: (bucket, { unit }) =>
        ofType(unit, 'aws_s3_account_public_access_block').length > 0 ||
        hasBeside(unit, bucket, 'aws_s3_bucket_public_access_block', 'bucket'),
      severity: 'note',
      says: 'has no public access block, and leaves it to the default of S3',
    },
    ...SETTINGS.flatMap((setting): Requirement[] => {
      const inside = `public_access_block_configuration[].${setting}`
      const lacks = { is: 'on', says: `has a public access block without \`${setting}\`` } as const
      return [
        { ...lacks, types: 'aws_s3_bucket', at: [undefined, inside] },
        { ...lacks, types: 'aws_s3_access_point', at: inside, absent: 'right' },
        {
          types: 'aws_s3_bucket_public_access_block aws_s3_account_public_access_block',
          at: setting,
          is: 'on',
          says: `leaves \`${setting}\` off`,
        },
      ]
    }),
  ],
)
