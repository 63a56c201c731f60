import type { Value } from '../../core/value.ts'
import { partOf, valueAt, wordOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/unencrypted-transit',
    title: 'Data goes over the network unencrypted',
    severity: 'low',
    practice: 'EBS encrypted',
    description:
      'What clients and nodes tell each other, passwords among it, can be read by whoever gets between them.',
    remediation:
      'Set `transit_encryption_enabled = true` and an `auth_token` (ElastiCache), `client_broker = "TLS"` and `in_cluster = true` (MSK), `tls` (DocumentDB, DAX).',
    cwe: ['CWE-319'],
    references: [
      'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html',
      'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html',
    ],
  },
  [
    {
      types: 'aws_elasticache_replication_group',
      at: 'transit_encryption_enabled',
      is: 'on',
      says: 'speaks with its clients unencrypted',
    },
    {
      types: 'aws_msk_cluster',
      at: [
        'encryption_info.encryption_in_transit.client_broker',
        'encryption_info.encryption_in_transit.client_broker',
      ],
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) === 'TLS'),
      says: 'lets clients speak without encryption',
    },
    {
      types: 'aws_msk_cluster',
      at: 'encryption_info.encryption_in_transit.in_cluster',
      is: 'on',
      absent: 'right',
      says: 'lets its brokers speak without encryption',
    },
    {
      types: 'aws_dax_cluster',
      at: 'cluster_endpoint_encryption_type',
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) === 'TLS'),
      absent: 'wrong',
      says: 'speaks with its clients unencrypted',
    },
    {
      types: 'aws_redshift_parameter_group aws_docdb_cluster_parameter_group',
      at: 'parameter[]',
      is: isRight,
      says: 'does not insist on encryption',
    },
    {
      types: 'aws_elasticache_replication_group',
      at: 'auth_token',
      is: 'set',
      severity: 'note',
      unless: (group) => valueAt(group, 'user_group_ids') !== undefined,
      says: 'asks its clients for no password',
    },
  ],
)

/** `require_ssl` of Redshift and `tls` of DocumentDB turned off. */
function isRight(value: Value): boolean {
  const blocks = value.kind === 'list' ? value.items : [value]
  return !blocks.some(
    (block) =>
      /^(?:require_ssl|tls)$/.test(wordOf(partOf(block, 'name')) ?? '') &&
      /^(?:false|disabled|0)$/.test(wordOf(partOf(block, 'value')) ?? ''),
  )
}
