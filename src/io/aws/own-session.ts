import { attempt, DEFAULT_LIMITS, deadlineOf, type Limits } from './attempts.ts'
import type { Environment } from './connection.ts'
import { faultText, isTransient } from './failure.ts'
import { type AwsSession, type Connection, quietNodeWarning, stsClient } from './session.ts'

export interface OwnSessionDeps {
  readonly env: Environment
  /** By default the SDK's own chain: environment, profiles, SSO, instance roles. */
  readonly credentials?: AwsSession['credentials']
  readonly limits?: Partial<Limits>
}

/** Who one is in AWS by the credentials at hand, or in a sentence why nobody. */
export async function ownSession(deps: OwnSessionDeps): Promise<{ session: AwsSession } | { refusal: string }> {
  const { env } = deps
  const limits = { ...DEFAULT_LIMITS, attempts: 3, deadline: 20_000, ...deps.limits }
  const connection: Connection = { region: await regionOf(env), env, limits }
  const client = await stsClient(connection, deps.credentials)
  const { GetCallerIdentityCommand } = await import('./sts-client.ts')
  const signal = deadlineOf(limits)
  const asked = await attempt(
    async () => {
      const { accessKeyId, secretAccessKey, sessionToken } = await client.config.credentials()
      const { Account, Arn } = await client.send(new GetCallerIdentityCommand({}), { abortSignal: signal })
      const credentials = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) }
      return { credentials, accountId: Account ?? '', arn: Arn ?? '' }
    },
    { limits, signal, isTransient },
  )
  client.destroy()
  if (!asked.done) {
    return {
      refusal: `AWS could not be asked (${faultText(asked.error)}); sign in with the AWS CLI, or set AWS_PROFILE, and try again.`,
    }
  }
  const { credentials, accountId, arn } = asked.value
  const partition = arn.split(':')[1] ?? 'aws'
  return {
    session: {
      accountId,
      arn,
      partition,
      region: connection.region,
      maskAccountId: false,
      connection: () => connection,
      credentials: async () => credentials,
    },
  }
}

/** The chain's region, from the environment or the profile; else any, since account ids are known in each. */
async function regionOf(env: Environment): Promise<string> {
  const named = env.AWS_REGION || env.AWS_DEFAULT_REGION
  if (named) return named
  quietNodeWarning()
  const { STSClient } = await import('./sts-client.ts')
  const client = new STSClient({})
  const region = await client.config.region().catch(() => 'us-east-1')
  client.destroy()
  return region
}
