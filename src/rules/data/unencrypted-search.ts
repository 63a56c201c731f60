import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/unencrypted-search',
    title: 'Search domain is not encrypted',
    severity: 'low',
    practice: 'EBS encrypted',
    description:
      'Indexes and snapshots lie on disks in the clear, and what nodes tell each other goes over the network the same way.',
    remediation: 'Set `encrypt_at_rest.enabled` and `node_to_node_encryption.enabled`.',
    cwe: ['CWE-311', 'CWE-319'],
    references: [
      'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html',
    ],
  },
  [
    {
      types: 'aws_elasticsearch_domain aws_opensearch_domain',
      at: ['encrypt_at_rest.enabled', 'encryption_at_rest_options.enabled'],
      is: 'on',
      says: 'stores its data unencrypted',
    },
    {
      types: 'aws_elasticsearch_domain aws_opensearch_domain',
      at: ['node_to_node_encryption.enabled', 'node_to_node_encryption_options.enabled'],
      is: 'on',
      says: 'lets its nodes speak without encryption',
    },
    {
      types: 'aws_elasticsearch_domain aws_opensearch_domain',
      at: ['advanced_security_options.enabled', 'advanced_security_options.enabled'],
      is: 'on',
      severity: 'note',
      says: 'has no control of access within the domain',
    },
  ],
)
