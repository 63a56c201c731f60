import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'network/public-address',
    title: 'Machine has a public address',
    severity: 'note',
    practice: 'private subnets, no public address',
    description:
      'What has a public address can be reached from the internet wherever a security group lets it, now or after somebody edits one.',
    remediation:
      'Put it into a private subnet; let it out by a NAT gateway or VPC endpoints, and in by a load balancer or Session Manager.',
    cwe: ['CWE-284'],
    references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html'],
  },
  [
    {
      types: 'aws_instance',
      at: ['associate_public_ip_address', 'network_interfaces[].associate_public_ip_address'],
      is: 'off',
      says: 'gets a public address',
    },
    {
      types: 'aws_launch_template',
      at: [
        'network_interfaces[].associate_public_ip_address',
        'launch_template_data.network_interfaces[].associate_public_ip_address',
      ],
      is: 'off',
      says: 'gives machines public addresses',
    },
    {
      types: 'aws_launch_configuration',
      at: 'associate_public_ip_address',
      is: 'off',
      says: 'gives machines public addresses',
    },
    {
      types: 'aws_ecs_service',
      at: ['network_configuration.assign_public_ip', 'network_configuration.awsvpc_configuration.assign_public_ip'],
      is: 'off',
      says: 'gives its tasks public addresses',
    },
    {
      types: 'aws_sagemaker_notebook_instance',
      at: 'direct_internet_access',
      is: 'off',
      absent: 'wrong',
      says: 'has direct access to the internet',
    },
  ],
)
