// The action's post step: takes back the AWS credentials that the main step put into the environment, if it did.
import { clearExported, EXPORTED_STATE } from './io/aws/exported.ts'

if (process.env[`STATE_${EXPORTED_STATE}`] === 'true') {
  clearExported(await import('@actions/core'))
}
