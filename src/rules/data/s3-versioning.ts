import { switchOf, wordOf } from '../../extract/arguments.ts'
import { hasBeside } from '../../extract/resource-index.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/s3-versioning',
    title: 'Bucket keeps no versions',
    severity: 'low',
    practice:
      'S3: encryption (KMS for compliance), public access block, versioning, no force_destroy, TLS-only policy, access logging',
    description: 'What is overwritten or deleted, by mistake or by ransomware, is gone.',
    remediation:
      'Add an `aws_s3_bucket_versioning` with `status = "Enabled"`, and a lifecycle rule that ends old versions.',
    cwe: ['CWE-693'],
    references: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html',
    ],
  },
  [
    {
      types: 'aws_s3_bucket',
      at: ['versioning.enabled', 'versioning_configuration.status'],
      is: (value) => (wordOf(value) === 'Suspended' ? false : switchOf(value)),
      absent: 'wrong',
      unless: (bucket, { unit }) => hasBeside(unit, bucket, 'aws_s3_bucket_versioning', 'bucket'),
      says: 'keeps no versions',
    },
    {
      types: 'aws_s3_bucket_versioning',
      at: 'versioning_configuration.status',
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) === 'Enabled'),
      says: 'keeps no versions',
    },
  ],
)
