import type { Credentials, STSClient } from '@aws-sdk/client-sts'
import type { Notification } from '../../core/finding.ts'
import { Problem } from '../../core/problem.ts'
import { attempt, DEFAULT_LIMITS, deadlineOf, type Limits } from './attempts.ts'
import type { Environment } from './connection.ts'
import { explainRefusal, PERMISSION_LINES } from './explain.ts'
import { exportCredentials, type RunnerOutput, unsetCredentials, writeOutputs } from './exported.ts'
import { faultText, isTransient } from './failure.ts'
import { claimsOf, TokenServiceFault } from './id-token.ts'
import { ownSessionPolicy } from './permissions.ts'
import {
  type AwsCredentials,
  type AwsSession,
  type Connection,
  endpointOf,
  shownAccount,
  stsClient,
} from './session.ts'
import { requireSamePartition } from './setting-values.ts'
import type { AwsSettings, RoleArn } from './settings.ts'
import { type TokenSource, tokenSource } from './token-source.ts'
import { AwsUnavailable } from './unavailable.ts'

export interface AwsDeps {
  readonly env: Environment
  /** @actions/core, or what stands in for it. */
  readonly core: RunnerOutput
  /** The event is a pull request from a fork: GitHub gives such a job no id token. */
  readonly fork: boolean
  readonly limits?: Partial<Limits>
}

/**
 * `assumeRole` for a run that goes on without AWS: what cannot be had, or not with these settings, becomes one
 * notification, unless `require-aws` is set.
 */
export async function openAws(
  settings: AwsSettings,
  deps: AwsDeps,
): Promise<{ readonly session?: AwsSession; readonly notifications: readonly Notification[] }> {
  if (!settings.role && !settings.useExistingCredentials) return { notifications: [] }
  try {
    return { session: await assumeRole(settings, deps), notifications: [] }
  } catch (error) {
    if (!(error instanceof Problem) || settings.requireAws) throw error
    return { notifications: [notificationOf(error)] }
  }
}

function notificationOf(error: Problem): Notification {
  if (error instanceof AwsUnavailable) return error.notification
  return { level: 'warning', id: 'aws-unavailable', message: `${error.message}. AWS is done without.` }
}

/**
 * Credentials for this run: those that exist already (`use-existing-credentials`), or the role's, by GitHub's id token
 * or by role chaining. Every secret value is masked before anything else is printed; outputs are set, and the
 * environment when asked. Throws AwsUnavailable with the cause and the line to add, or Problem for a bad setting.
 */
export async function assumeRole(settings: AwsSettings, deps: AwsDeps): Promise<AwsSession> {
  const { role } = settings
  const { core } = deps
  if (role && settings.maskAccountId) core.setSecret(role.accountId)
  const deadline = settings.timeoutSeconds === undefined ? {} : { deadline: settings.timeoutSeconds * 1000 }
  const limits = { ...DEFAULT_LIMITS, attempts: settings.retryMaxAttempts, ...deps.limits, ...deadline }
  const needsCurrent = settings.roleChaining || settings.useExistingCredentials
  if (settings.unsetCurrentCredentials && !needsCurrent) unsetCredentials(core)
  const connection = { ...connectionOf(settings, deps.env), limits }
  const existing = settings.useExistingCredentials ? await existingSession(settings, connection, deps) : undefined
  if (existing) {
    writeOutputs(core, existing, await existing.credentials(), settings)
    return existing
  }
  if (!role) {
    throw new AwsUnavailable(
      'warning',
      'use-existing-credentials: there are no valid AWS credentials in the environment; run the step that gets them before this one, or set role-to-assume.',
    )
  }
  const { session, credentials } = await newSession(role, settings, connection, deps)
  writeOutputs(core, session, credentials, settings)
  if (settings.exportCredentials) exportCredentials(core, session.region, credentials, deps.env)
  return session
}

function connectionOf(settings: AwsSettings, env: Environment): Omit<Connection, 'limits'> {
  const { role, httpProxy, noProxy, stsEndpoint } = settings
  const fromEnv = env.AWS_REGION || env.AWS_DEFAULT_REGION
  if (!settings.region && fromEnv) requireSamePartition('AWS_REGION', fromEnv, role)
  const region = settings.region ?? (fromEnv || role?.partition.homeRegion) ?? 'us-east-1'
  return {
    region,
    env: noProxy ? { ...env, no_proxy: noProxy, NO_PROXY: noProxy } : env,
    ...(httpProxy ? { httpProxy } : {}),
    ...(stsEndpoint ? { stsEndpoint } : {}),
  }
}

/** The session of credentials that an earlier step left, if they are good for anything. */
async function existingSession(
  settings: AwsSettings,
  connection: Connection,
  { core }: AwsDeps,
): Promise<AwsSession | undefined> {
  const { GetCallerIdentityCommand } = await import('./sts-client.ts')
  const client = await stsClient(connection)
  const signal = deadlineOf(connection.limits)
  const asked = await attempt(
    async () => {
      const credentials = await client.config.credentials()
      mask(core, credentials)
      const identity = await client.send(new GetCallerIdentityCommand({}), { abortSignal: signal })
      return { credentials, accountId: identity.Account ?? '', arn: identity.Arn ?? '' }
    },
    { limits: connection.limits, signal, isTransient, onRetry: (error) => core.info(`STS: ${faultText(error)}`) },
  )
  client.destroy()
  if (!asked.done || asked.value.accountId === '') {
    core.info('There are no valid AWS credentials in the environment.')
    return undefined
  }
  const { credentials, accountId, arn } = asked.value
  if (settings.maskAccountId) core.setSecret(accountId)
  requireAllowed('the existing credentials are', accountId, settings)
  core.info(`Using the existing AWS credentials of ${nameOf(arn, accountId, settings)}.`)
  return sessionOf(credentials, connection, { accountId, arn, maskAccountId: settings.maskAccountId })
}

async function newSession(role: RoleArn, settings: AwsSettings, connection: Connection, deps: AwsDeps) {
  const { core } = deps
  const source = settings.roleChaining
    ? undefined
    : tokenSource(settings.webIdentityTokenFile, connection.env, deps.env.GITHUB_WORKSPACE)
  if (!settings.roleChaining && !source) throw noTokenService(role, settings, deps)
  const answer = await askSts(role, source, settings, connection, deps)
  const credentials = checked(answer.Credentials)
  const arn = answer.AssumedRoleUser?.Arn ?? ''
  const accountId = arn.split(':')[4] ?? ''
  requireAllowed('STS gave credentials', accountId, settings)
  const session = sessionOf(credentials, connection, { accountId, arn, maskAccountId: settings.maskAccountId })
  const until = credentials.expiration ? ` until ${credentials.expiration.toISOString()}` : ''
  core.info(`Assumed ${nameOf(arn, accountId, settings)}${until}, with ${policyName(role, settings)}.`)
  return { session, credentials }
}

interface StsAnswer {
  readonly Credentials?: Credentials | undefined
  readonly AssumedRoleUser?: { readonly Arn: string | undefined } | undefined
}

/** The attempts themselves: each with a token of its own, since one that waited may have expired. */
async function askSts(
  role: RoleArn,
  source: TokenSource | undefined,
  settings: AwsSettings,
  connection: Connection,
  { core, env }: AwsDeps,
): Promise<StsAnswer> {
  const { limits } = connection
  const audience = settings.audience ?? role.partition.audience
  const request = requestOf(role, settings, env)
  const client = await stsClient(connection, source ? noCredentials : undefined)
  const signal = deadlineOf(limits)
  const secrets: string[] = []
  const work = async () => {
    if (!source) return chain(client, request, settings.chain, signal)
    const token = await source.token(audience, limits, signal)
    core.setSecret(token)
    secrets.push(token)
    return exchange(client, { ...request, WebIdentityToken: token }, signal)
  }
  const onRetry = (error: unknown, count: number) =>
    core.info(`STS: ${shown(faultText(error, secrets), role, settings)} (attempt ${count} of ${limits.attempts})`)
  const asked = await attempt(work, { limits, signal, isTransient, attemptsFor, onRetry })
  client.destroy()
  if (asked.done) {
    mask(core, {
      accessKeyId: asked.value.Credentials?.AccessKeyId,
      secretAccessKey: asked.value.Credentials?.SecretAccessKey,
      sessionToken: asked.value.Credentials?.SessionToken,
    })
    return asked.value
  }
  if (asked.error instanceof AwsUnavailable) throw asked.error
  const text = explainRefusal({
    ...asked,
    role,
    endpoint: endpointOf('sts', connection),
    audience,
    claims: claimsOf(secrets.at(-1) ?? ''),
    chained: !source,
    secrets: [...secrets, ...(source?.secrets ?? [])],
  })
  throw new AwsUnavailable('warning', shown(text, role, settings))
}

/** A token service that is silent three times stays so: the scan does not wait for it any longer. */
function attemptsFor(error: unknown): number | undefined {
  return error instanceof TokenServiceFault && error.name === 'TimeoutError' ? 3 : undefined
}

type RoleRequest = ReturnType<typeof requestOf>

function requestOf(role: RoleArn, settings: AwsSettings, env: Environment) {
  const { managedSessionPolicies, exportCredentials, outputCredentials } = settings
  const policy = sessionPolicyOf(role, settings)
  const forOthers = exportCredentials || outputCredentials
  return {
    RoleArn: role.arn,
    RoleSessionName: settings.roleSessionName ?? `keylatch-${env.GITHUB_RUN_ID?.match(/^\d{1,20}$/)?.[0] ?? 'run'}`,
    DurationSeconds: settings.roleDurationSeconds ?? (forOthers ? 3600 : 900),
    ...(policy ? { Policy: policy } : {}),
    ...(managedSessionPolicies.length > 0 ? { PolicyArns: managedSessionPolicies.map((arn) => ({ arn })) } : {}),
  }
}

/**
 * Credentials that only Keylatch uses can do only what Keylatch does. Those that later steps get are as wide as the
 * role, or as the session policies given; and managed ones are not widened by ours (their union would count).
 */
function sessionPolicyOf(role: RoleArn, settings: AwsSettings): string | undefined {
  const { inlineSessionPolicy, managedSessionPolicies, exportCredentials, outputCredentials } = settings
  if (inlineSessionPolicy) return inlineSessionPolicy
  return exportCredentials || outputCredentials || managedSessionPolicies.length > 0
    ? undefined
    : ownSessionPolicy(role, settings.asked)
}

function policyName(role: RoleArn, settings: AwsSettings): string {
  const { inlineSessionPolicy, managedSessionPolicies } = settings
  if (inlineSessionPolicy || managedSessionPolicies.length > 0) return 'the session policies given'
  return sessionPolicyOf(role, settings) ? "Keylatch's own session policy" : 'all that the role may do'
}

async function exchange(
  client: STSClient,
  request: RoleRequest & { WebIdentityToken: string },
  abortSignal: AbortSignal,
): Promise<StsAnswer> {
  const { AssumeRoleWithWebIdentityCommand } = await import('./sts-client.ts')
  return client.send(new AssumeRoleWithWebIdentityCommand(request), { abortSignal })
}

async function chain(
  client: STSClient,
  request: RoleRequest,
  { externalId, tags, transitiveTagKeys }: AwsSettings['chain'],
  abortSignal: AbortSignal,
): Promise<StsAnswer> {
  const { AssumeRoleCommand } = await import('./sts-client.ts')
  const own = {
    ...(externalId ? { ExternalId: externalId } : {}),
    ...(tags.length > 0 ? { Tags: [...tags] } : {}),
    ...(transitiveTagKeys.length > 0 ? { TransitiveTagKeys: [...transitiveTagKeys] } : {}),
  }
  return client.send(new AssumeRoleCommand({ ...request, ...own }), { abortSignal })
}

/** Sending a token needs no signature; this keeps the SDK from looking for credentials to make one with. */
async function noCredentials(): Promise<AwsCredentials> {
  return { accessKeyId: '', secretAccessKey: '' }
}

function noTokenService(role: RoleArn, settings: AwsSettings, { fork }: AwsDeps): AwsUnavailable {
  const message = fork
    ? `This pull request comes from a fork, and GitHub gives such a job no id token: ${role.arn} was not assumed, and leaked keys are not looked up in AWS. The scan itself is whole.`
    : `The job may not ask for an id token, so ${role.arn} was not assumed and leaked keys are not looked up in AWS. Add to the job: \`${PERMISSION_LINES}\` (in a reusable workflow, to the calling job too).`
  return new AwsUnavailable('note', shown(message, role, settings))
}

function requireAllowed(whose: string, accountId: string, { allowedAccountIds, maskAccountId }: AwsSettings): void {
  if (allowedAccountIds.length === 0 || allowedAccountIds.includes(accountId)) return
  const allowed = allowedAccountIds.map((id) => shownAccount(id, maskAccountId))
  const account = accountId === '' ? 'an unknown account' : `account ${shownAccount(accountId, maskAccountId)}`
  throw new Problem(
    `allowed-account-ids: ${whose} of ${account}, which is not one of ${allowed.join(', ')}; nothing was exported`,
  )
}

function checked(credentials: Credentials | undefined): AwsCredentials {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = credentials ?? {}
  if (!AccessKeyId || !SecretAccessKey || !SessionToken) {
    throw new AwsUnavailable('warning', 'STS answered without credentials; check AWS_ENDPOINT_URL_STS.')
  }
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    ...(Expiration ? { expiration: Expiration } : {}),
  }
}

function mask(core: RunnerOutput, credentials: { [K in keyof AwsCredentials]?: unknown }): void {
  for (const value of [credentials.accessKeyId, credentials.secretAccessKey, credentials.sessionToken]) {
    if (typeof value === 'string' && value !== '') core.setSecret(value)
  }
}

function sessionOf(
  credentials: AwsCredentials,
  connection: Connection,
  identity: Pick<AwsSession, 'accountId' | 'arn' | 'maskAccountId'>,
): AwsSession {
  const { expiration } = credentials
  return {
    ...identity,
    partition: identity.arn.split(':')[1] ?? 'aws',
    region: connection.region,
    ...(expiration ? { expiration } : {}),
    connection: () => connection,
    credentials: async () => credentials,
  }
}

function nameOf(arn: string, accountId: string, { maskAccountId }: AwsSettings): string {
  return arn.replace(accountId, shownAccount(accountId, maskAccountId))
}

function shown(text: string, role: RoleArn, { maskAccountId }: AwsSettings): string {
  return text.replaceAll(role.accountId, shownAccount(role.accountId, maskAccountId))
}
