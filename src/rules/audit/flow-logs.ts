import { hasBeside } from '../../extract/resource-index.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'audit/flow-logs',
    title: 'Traffic of the VPC is not recorded',
    severity: 'low',
    practice: 'what happens is recorded: flow, access and configuration logs',
    description: 'Without flow logs nobody can tell afterwards which machine spoke with whom.',
    remediation: 'Add an `aws_flow_log` for the VPC, to a bucket or a log group.',
    cwe: ['CWE-778'],
    references: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html',
      'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html',
    ],
  },
  [
    {
      types: 'aws_vpc',
      at: 'flow_log',
      is: 'elsewhere',
      unless: (vpc, { unit }) => hasBeside(unit, vpc, 'aws_flow_log', ['vpc_id', 'resource_id']),
      says: 'has no flow logs',
    },
  ],
)
