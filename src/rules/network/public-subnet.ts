import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'network/public-subnet',
    title: 'Subnet gives every machine a public address',
    severity: 'low',
    practice: 'private subnets, no public address',
    description: 'Whatever is started in this subnet gets a public address without anybody asking for it.',
    remediation: 'Leave `map_public_ip_on_launch` off, and give addresses to the few machines that need one.',
    cwe: ['CWE-284'],
    references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html'],
  },
  [
    {
      types: 'aws_subnet aws_default_subnet',
      at: 'map_public_ip_on_launch',
      is: 'off',
      says: 'gives a public address to whatever is started in it',
    },
  ],
)
