import type { ResourceNode } from '../../core/node.ts'
import { switchOf, valueAt, wordOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/s3-mfa-delete',
    title: 'Versions can be deleted without a second factor',
    severity: 'note',
    practice:
      'S3: encryption (KMS for compliance), public access block, versioning, no force_destroy, TLS-only policy, access logging',
    description:
      'Versions save what was overwritten, and whoever has a key that may delete versions deletes these, too. With MFA delete that takes the device of root.',
    remediation:
      'Turn MFA delete on by the command line as root (`aws s3api put-bucket-versioning`) for what must not be lost; where lifecycle rules have to delete, Object Lock does it.',
    cwe: ['CWE-308'],
    references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html'],
  },
  [
    {
      types: 'aws_s3_bucket_versioning',
      at: ['versioning_configuration.mfa_delete', undefined],
      is: 'on',
      where: (versioning) => wordOf(valueAt(versioning, 'versioning_configuration.status')) === 'Enabled',
      says: 'keeps versions that can be deleted without a second factor',
    },
    {
      types: 'aws_s3_bucket',
      at: ['versioning.mfa_delete', undefined],
      is: 'on',
      where: keepsVersions,
      says: 'keeps versions that can be deleted without a second factor',
    },
  ],
)

function keepsVersions(bucket: ResourceNode): boolean {
  return switchOf(valueAt(bucket, ['versioning.enabled', undefined])) === true
}
