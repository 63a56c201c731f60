import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'audit/machine-monitoring',
    title: 'Machine is not watched closely',
    severity: 'note',
    practice: 'what happens is recorded: flow, access and configuration logs',
    description: 'Without detailed monitoring alarms are five minutes late.',
    remediation: 'Set `monitoring = true`, and `ebs_optimized = true` where the type does not have it anyway.',
    cwe: ['CWE-778'],
    references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html'],
  },
  [
    { types: 'aws_instance', at: ['monitoring', 'monitoring'], is: 'on', says: 'is not watched closely' },
    {
      types: 'aws_launch_configuration',
      at: ['enable_monitoring', 'instance_monitoring'],
      is: 'on',
      absent: 'right',
      says: 'starts machines that are not watched closely',
    },
    {
      types: 'aws_api_gateway_method_settings',
      at: 'settings.metrics_enabled',
      is: 'on',
      says: 'publishes no metrics',
    },
  ],
)
