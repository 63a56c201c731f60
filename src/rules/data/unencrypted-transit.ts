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
      types:
        'aws_docdb_cluster_parameter_group aws_db_parameter_group aws_rds_cluster_parameter_group aws_redshift_parameter_group',
      at: ['parameter', 'parameters'],
      is: insistsUnlessOff,
      absent: 'right',
      says: 'does not insist on encryption',
    },
    {
      types: 'aws_redshift_parameter_group',
      at: ['parameter', 'parameters'],
      is: insists,
      absent: 'wrong',
      says: 'does not insist on encryption: nothing sets `require_ssl`',
    },
    {
      types: 'aws_msk_cluster',
      at: ['client_authentication.unauthenticated', 'client_authentication.unauthenticated.enabled'],
      is: 'off',
      severity: 'low',
      says: 'lets clients in that do not say who they are',
    },
    {
      types: 'aws_dms_endpoint',
      at: 'ssl_mode',
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) !== 'none'),
      severity: 'note',
      absent: 'wrong',
      where: (endpoint) =>
        !/^(?:s3|dynamodb|kinesis|kafka|elasticsearch|opensearch|neptune|redshift)/.test(
          wordOf(valueAt(endpoint, 'engine_name')) ?? '',
        ),
      says: 'speaks with its database unencrypted',
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

/** Parameters by which a database takes encrypted connections only. */
const INSISTING = /^(?:require_ssl|tls|rds\.force_ssl|require_secure_transport)$/

/** Is it turned on (`true`), off (`false`), or not set? Undefined: what is set is not known. */
function insistence(value: Value): boolean | 'not set' | undefined {
  const given = parametersIn(value)
  if (!given) return undefined
  const found = given.find(({ name }) => INSISTING.test(name))
  if (!found) return 'not set'
  const word = wordOf(found.value)?.toLowerCase()
  return word === undefined ? undefined : !/^(?:false|disabled|0|off)$/.test(word)
}

function insistsUnlessOff(value: Value): boolean | undefined {
  const is = insistence(value)
  return is === undefined ? undefined : is !== false
}

function insists(value: Value): boolean | undefined {
  const is = insistence(value)
  return is === 'not set' ? false : is === undefined ? undefined : true
}

/** Blocks with a name and a value, or a map of them, as CloudFormation has it of most databases. */
function parametersIn(value: Value): { readonly name: string; readonly value: Value | undefined }[] | undefined {
  if (value.kind === 'list') {
    const parts = value.items.map(parametersIn)
    return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? [])
  }
  if (value.kind !== 'map') return undefined
  const name = wordOf(partOf(value, 'name') ?? partOf(value, 'parameter_name'))
  if (name !== undefined) return [{ name, value: partOf(value, 'value') ?? partOf(value, 'parameter_value') }]
  return value.entries.map(({ key, value: given }) => ({ name: key, value: given }))
}
