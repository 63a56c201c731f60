import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/s3-force-destroy',
    title: 'Bucket is deleted with all that is in it',
    severity: 'note',
    practice:
      'S3: encryption (KMS for compliance), public access block, versioning, no force_destroy, TLS-only policy, access logging',
    description:
      'With `force_destroy` a bucket goes together with its contents when its resource goes or is replaced; nothing asks.',
    remediation: 'Leave it off where the data matters, and empty the bucket by hand before it is deleted.',
    cwe: ['CWE-693'],
    references: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket'],
  },
  [
    {
      types: 'aws_s3_bucket aws_ecr_repository',
      at: ['force_destroy', undefined],
      is: 'off',
      says: 'is deleted with all that is in it',
    },
    {
      types: 'aws_ecr_repository',
      at: ['force_delete', 'empty_on_delete'],
      is: 'off',
      says: 'is deleted with all that is in it',
    },
  ],
)
