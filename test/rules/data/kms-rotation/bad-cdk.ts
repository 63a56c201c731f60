import { Stack } from 'aws-cdk-lib'
import * as kms from 'aws-cdk-lib/aws-kms'

export class Keys extends Stack {
  constructor() {
    super()
    new kms.CfnKey(this, 'Invoices', {
      enabled: true,
      keyPolicy: { Version: '2012-10-17', Statement: [] },
    })
  }
}
