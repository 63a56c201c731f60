// The action's post step: takes back the AWS credentials that the main step put into the environment, if it did.
import { EXPORTED_STATE, restoreExported } from './io/aws/exported.ts'

const state = process.env[`STATE_${EXPORTED_STATE}`]
if (state) restoreExported(await import('@actions/core'), state, process.env)
