import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'network/default-network',
    title: 'The default VPC is used',
    severity: 'note',
    practice: 'private subnets, no public address',
    description: 'In the default VPC every subnet is public, and what is started without thought lands beside this.',
    remediation: 'Make a VPC of its own with private subnets, and leave the default one empty.',
    cwe: ['CWE-1188'],
    references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html'],
  },
  [
    {
      types: 'aws_default_vpc aws_default_subnet',
      at: 'default',
      is: 'elsewhere',
      says: 'is the network that AWS made for the account, in which everything is public',
    },
  ],
)
