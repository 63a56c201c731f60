import { Key } from 'aws-cdk-lib/aws-kms'

new Key(this, 'Data', {
  alias: 'data',
})
new Key(this, 'Old', {
  enableKeyRotation: false,
})
