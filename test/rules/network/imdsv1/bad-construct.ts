import * as ec2 from 'aws-cdk-lib/aws-ec2'

new ec2.LaunchTemplate(this, 'Workers', {
  instanceType,
})
