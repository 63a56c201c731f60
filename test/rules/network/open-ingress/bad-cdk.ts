import * as ec2 from 'aws-cdk-lib/aws-ec2'

const group = new ec2.SecurityGroup(this, 'Group', { vpc })
group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22), 'ssh')
new ec2.CfnSecurityGroupIngress(this, 'Rdp', { ipProtocol: 'tcp', fromPort: 3389, toPort: 3389, cidrIp: '0.0.0.0/0' })
