import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'audit/log-encryption',
    title: 'Logs are not encrypted with a key of their own',
    severity: 'note',
    practice: 'log groups encrypted, retention set',
    description: 'Logs hold more than anybody meant to write. With a key of KMS its policy says who may read them.',
    remediation: 'Set `kms_key_id` on the log group, and let the service `logs.REGION.amazonaws.com` use the key.',
    cwe: ['CWE-311'],
    references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html'],
  },
  [{ types: 'aws_cloudwatch_log_group', at: 'kms_key_id', is: 'set', says: 'is not encrypted with a key of KMS' }],
)
