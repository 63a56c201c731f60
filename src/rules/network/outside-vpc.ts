import type { ResourceNode } from '../../core/node.ts'
import { valueAt, wordOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'network/outside-vpc',
    title: 'Service works outside of a VPC',
    severity: 'note',
    practice: 'private subnets, no public address',
    description:
      'What stands in no VPC has an endpoint on the internet, or sends its data that way: policies and passwords are all that keeps people out, and flow logs see nothing of it.',
    remediation: 'Name subnets and security groups of a VPC, and reach services of AWS by VPC endpoints.',
    cwe: ['CWE-284'],
    references: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html',
    ],
  },
  [
    {
      types: 'aws_elasticsearch_domain aws_opensearch_domain',
      at: ['vpc_options', 'vpc_options'],
      is: 'set',
      severity: 'low',
      says: 'stands in no VPC and has a public endpoint',
    },
    {
      types: 'aws_sagemaker_notebook_instance',
      at: 'subnet_id',
      is: 'set',
      says: 'stands in no VPC of yours',
    },
    {
      types: 'aws_redshift_cluster',
      at: ['cluster_subnet_group_name', 'cluster_subnet_group_name'],
      is: 'set',
      says: 'names no subnets, so it stands in the default VPC or in none',
    },
    {
      types: 'aws_redshift_cluster aws_redshiftserverless_workgroup',
      at: 'enhanced_vpc_routing',
      is: 'on',
      says: 'copies data past the VPC (no enhanced VPC routing)',
    },
    {
      types: 'aws_elasticache_cluster aws_elasticache_replication_group',
      at: ['subnet_group_name', 'cache_subnet_group_name'],
      is: 'set',
      where: isOwn,
      says: 'names no subnets, so it stands in those of the default VPC',
    },
    {
      types: 'aws_transfer_server',
      at: 'endpoint_type',
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) !== 'PUBLIC'),
      absent: 'wrong',
      says: 'has a public endpoint',
    },
  ],
)

/** A node of a replication group stands where the group does. */
function isOwn(cache: ResourceNode): boolean {
  return (
    valueAt(cache, 'replication_group_id') === undefined && valueAt(cache, 'global_replication_group_id') === undefined
  )
}
