import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'audit/config-recorder',
    title: 'AWS Config sees only a part',
    severity: 'low',
    practice: 'what happens is recorded: flow, access and configuration logs',
    description:
      'AWS Config tells how resources were and are set. One that leaves out types, regions or global resources leaves out where things change unseen.',
    remediation:
      'Record `all_supported` types and `include_global_resource_types`, and let aggregators take in all regions.',
    cwe: ['CWE-778'],
    references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html'],
  },
  [
    {
      types: 'aws_config_configuration_recorder',
      at: 'recording_group[].all_supported',
      is: 'on',
      absent: 'right',
      says: 'does not record every type',
    },
    {
      types: 'aws_config_configuration_recorder',
      at: ['recording_group[].include_global_resource_types', 'recording_group[].include_global_resource_types'],
      is: 'on',
      says: 'does not record global resources, users and roles among them',
    },
    {
      types: 'aws_config_configuration_recorder_status',
      at: 'is_enabled',
      is: 'on',
      absent: 'right',
      says: 'is turned off',
    },
    {
      types: 'aws_config_configuration_aggregator',
      at: ['account_aggregation_source[].all_regions', 'account_aggregation_sources[].all_aws_regions'],
      is: 'on',
      says: 'does not take in all regions',
    },
    {
      types: 'aws_config_configuration_aggregator',
      at: ['organization_aggregation_source[].all_regions', 'organization_aggregation_source[].all_aws_regions'],
      is: 'on',
      says: 'does not take in all regions',
    },
  ],
)
