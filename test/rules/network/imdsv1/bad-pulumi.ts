import * as aws from '@pulumi/aws'

export const web = new aws.ec2.Instance('web', {
  ami: 'ami-1',
  instanceType: 't3.micro',
})
export const worker = new aws.ec2.Instance('worker', {
  ami: 'ami-1',
  instanceType: 't3.micro',
  metadataOptions: { httpEndpoint: 'enabled', httpTokens: 'optional' },
})
