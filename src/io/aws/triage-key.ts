import { Problem } from '../../core/problem.ts'
import { factsOfKeyId } from '../../rules/credentials/aws/key-id.ts'
import { attempt, DEFAULT_LIMITS, deadlineOf, type Limits } from './attempts.ts'
import type { Environment } from './connection.ts'
import { faultText, isTransient } from './failure.ts'
import { type KeyFacts, lookUp } from './look-up.ts'
import { type AwsSession, type Connection, quietNodeWarning, stsClient } from './session.ts'
import { commandsFor, describeKey, generalCommands, mendText } from './triage-text.ts'

export interface TriageKeyDeps {
  readonly env: Environment
  readonly now: Date
  readonly trustedAccounts?: ReadonlySet<string>
  /** By default the SDK's own chain: environment, profiles, SSO, instance roles. */
  readonly credentials?: AwsSession['credentials']
  readonly limits?: Partial<Limits>
}

/**
 * What `keylatch triage KEY_ID` prints: whose key it is, when it was last used, what to type. A canary is told offline.
 * Throws a Problem when `keyId` is no access key id. Lines hold neither the whole id nor any credential.
 */
export async function triageKey(keyId: string, deps: TriageKeyDeps): Promise<string[]> {
  if (!/^(AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}$/.test(keyId)) {
    throw new Problem('triage: that is not an access key id; one has 20 characters and begins with AKIA or ASIA')
  }
  const { env, now, limits } = deps
  const options = {
    env,
    trustedAccounts: deps.trustedAccounts ?? new Set<string>(),
    verify: 'off',
    limits: limits ?? {},
  } as const
  const alone = (await lookUp([{ keyId }], undefined, options)).facts.get(keyId)!
  const caller = alone.owner === 'canary' ? undefined : await whoAmI(deps)
  const session = caller && 'session' in caller ? caller.session : undefined
  const { facts, notifications } = session
    ? await lookUp([{ keyId }], session, options)
    : { facts: new Map([[keyId, alone]]), notifications: [] }
  const known = facts.get(keyId)!
  const commands = caller && 'refusal' in caller ? generalCommands(known, now) : commandsFor(known, now)
  return [
    `Key ${factsOfKeyId(keyId).masked}`,
    whoseItIs(known),
    ...[describeKey(known, now, false)].filter((said) => said !== ''),
    ...(session ? [`Asked as ${session.arn}.`] : []),
    ...(caller && 'refusal' in caller ? [caller.refusal] : []),
    ...notifications.map(({ message }) => message),
    ...(commands.length > 0 ? ['', ...mendText(commands).split('\n')] : []),
  ]
}

function whoseItIs({ accountId, canaryIssuer }: KeyFacts): string {
  if (canaryIssuer) return `It is a canary of ${canaryIssuer}: using it raises an alarm.`
  return accountId ? `It is of account ${accountId}.` : 'Its id does not tell the account that it is of.'
}

async function whoAmI(deps: TriageKeyDeps): Promise<{ session: AwsSession } | { refusal: string }> {
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
