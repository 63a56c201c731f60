import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'audit/cloudtrail-encryption',
    title: 'Trail is not encrypted with a key of its own',
    severity: 'low',
    practice: 'CloudTrail on, multi-region, validated, encrypted',
    description:
      'The trail says everything that happens in the account. With a key of KMS, reading the bucket is not enough to read it.',
    remediation: 'Set `kms_key_id` to a key whose policy lets CloudTrail write and few people read.',
    cwe: ['CWE-311'],
    references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html'],
  },
  [
    {
      types: 'aws_cloudtrail aws_cloudtrail_event_data_store',
      at: ['kms_key_id', 'kms_key_id'],
      is: 'set',
      says: 'is not encrypted with a key of KMS',
    },
  ],
)
