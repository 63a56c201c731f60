import * as aws from '@pulumi/aws'

export const invoices = new aws.kms.Key('invoices', {
  description: 'Signs invoices',
})
export const letters = new aws.kms.Key('letters', { description: 'Letters', enableKeyRotation: false })
