import * as ec2 from 'aws-cdk-lib/aws-ec2'
import * as efs from 'aws-cdk-lib/aws-efs'

new ec2.Volume(this, 'Data', {
  availabilityZone: 'eu-west-1a',
})
new efs.FileSystem(this, 'Shared', { vpc, encrypted: false })
