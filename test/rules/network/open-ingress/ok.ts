import * as aws from '@pulumi/aws'

const group = new aws.ec2.SecurityGroup('web', {
  ingress: [{ protocol: 'tcp', fromPort: 443, toPort: 443, cidrBlocks: ['0.0.0.0/0'] }],
})
