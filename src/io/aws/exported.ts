import { createHash } from 'node:crypto'
import type { Environment } from './connection.ts'
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

/** Remembers for the post step what was exported, and what stood there before. */
export const EXPORTED_STATE = 'keylatch-aws-exported'

const CREDENTIALS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']
const VARIABLES = [...CREDENTIALS, 'AWS_REGION', 'AWS_DEFAULT_REGION']

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

/** For this and the steps that follow. */
export function unsetCredentials(core: Pick<RunnerOutput, 'exportVariable'>): void {
  for (const name of CREDENTIALS) core.exportVariable(name, '')
}

interface Replaced {
  /** Digest of what we set: what a later step has set instead is not ours to take back. */
  readonly ours: string
  readonly before: string
}

/** For the steps that follow; the post step takes it back. */
export function exportCredentials(
  core: RunnerOutput,
  region: string,
  credentials: AwsCredentials,
  env: Environment,
): void {
  const { accessKeyId, secretAccessKey, sessionToken = '' } = credentials
  const values = [accessKeyId, secretAccessKey, sessionToken, region, region]
  const exported = VARIABLES.map((name, index) => [name, values[index]!] as const)
  const replaced = exported.map(([name, value]): [string, Replaced] => [
    name,
    { ours: digestOf(value), before: env[name] ?? '' },
  ])
  core.saveState(EXPORTED_STATE, JSON.stringify(Object.fromEntries(replaced)))
  for (const [name, value] of exported) core.exportVariable(name, value)
}

/**
 * Puts back what `exportCredentials` replaced: post steps of other actions run after ours, with what the job had before.
 * The runner cannot unset a variable, so one that was not there is emptied.
 */
export function restoreExported(core: Pick<RunnerOutput, 'exportVariable'>, state: string, env: Environment): void {
  for (const [name, { ours, before }] of Object.entries(JSON.parse(state) as Record<string, Replaced>)) {
    const now = env[name] || before
    if (now === before || digestOf(now) === ours) core.exportVariable(name, before)
  }
}

function digestOf(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 16)
}
