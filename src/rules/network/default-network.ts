import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'network/default-network',
    title: 'The default network is used',
    severity: 'note',
    practice: 'private subnets, no public address',
    description:
      'In the default VPC every subnet is public, and what is started without thought lands beside this. The default security group is what machines get that name none.',
    remediation: 'Make a VPC of its own with private subnets and security groups, and leave the default ones empty.',
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
    {
      types: 'aws_default_security_group',
      at: 'ingress',
      is: 'unset',
      says: 'lets traffic in to whatever names no security group',
    },
    {
      types: 'aws_default_security_group',
      at: 'egress',
      is: 'unset',
      says: 'lets traffic out of whatever names no security group',
    },
  ],
)
