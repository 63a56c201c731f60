import type { AwsCredentials, AwsSession } from './session.ts'
import type { AwsSettings } from './settings.ts'

/** The part of @actions/core that AWS needs. */
export interface RunnerOutput {
  setSecret(value: string): void
  setOutput(name: string, value: unknown): void
  exportVariable(name: string, value: unknown): void
  saveState(name: string, value: unknown): void
  info(message: string): void
}

/** Remembers for the post step that there is something to clear. */
export const EXPORTED_STATE = 'keylatch-aws-exported'

const VARIABLES = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_REGION',
  'AWS_DEFAULT_REGION',
]

/** Outputs of the action, named as aws-actions/configure-aws-credentials names them. */
export function writeOutputs(
  core: RunnerOutput,
  session: AwsSession,
  credentials: AwsCredentials,
  { outputCredentials, maskAccountId }: AwsSettings,
): void {
  if (maskAccountId) core.setSecret(session.arn)
  core.setOutput('aws-account-id', session.accountId)
  core.setOutput('authenticated-arn', session.arn)
  const expiration = credentials.expiration?.toISOString() ?? ''
  core.setOutput('expiration', expiration)
  if (!outputCredentials) return
  core.setOutput('aws-access-key-id', credentials.accessKeyId)
  core.setOutput('aws-secret-access-key', credentials.secretAccessKey)
  core.setOutput('aws-session-token', credentials.sessionToken ?? '')
  core.setOutput('aws-expiration', expiration)
}

/** For the steps that follow; the post step clears it. */
export function exportCredentials(core: RunnerOutput, region: string, credentials: AwsCredentials): void {
  core.saveState(EXPORTED_STATE, 'true')
  const { accessKeyId, secretAccessKey, sessionToken = '' } = credentials
  const values = [accessKeyId, secretAccessKey, sessionToken, region, region]
  VARIABLES.forEach((name, index) => {
    core.exportVariable(name, values[index])
  })
}

/** Empties what `exportCredentials` set: post steps of other actions run after ours, and need none of it. */
export function clearExported(core: Pick<RunnerOutput, 'exportVariable'>): void {
  for (const name of VARIABLES) core.exportVariable(name, '')
}
