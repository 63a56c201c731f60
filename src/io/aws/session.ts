import type { IAMClient } from '@aws-sdk/client-iam'
import type { STSClient } from '@aws-sdk/client-sts'
import type { Limits } from './attempts.ts'
import { clientOptions, type Environment, proxyAgents } from './connection.ts'

export interface AwsCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
  readonly expiration?: Date
}

/** How AWS is reached. */
export interface Connection {
  readonly region: string
  readonly env: Environment
  readonly httpProxy?: string
  readonly stsEndpoint?: string
  readonly limits: Limits
}

/**
 * Who we are in AWS, and for how long. What is or may hold a secret (credentials, the environment, a proxy's password)
 * comes from functions, so that a session that gets printed shows none of it.
 */
export interface AwsSession {
  readonly accountId: string
  readonly arn: string
  /** As in ARNs: `aws`, `aws-cn`. */
  readonly partition: string
  readonly region: string
  readonly expiration?: Date
  readonly maskAccountId: boolean
  readonly connection: () => Connection
  readonly credentials: () => Promise<AwsCredentials>
}

/** An account id as people may see it: whole, or cut when `mask-aws-account-id` is set. */
export function shownAccount(accountId: string, mask: boolean): string {
  return mask ? `${accountId.slice(0, 4)}…` : accountId
}

/** An STS client; the SDK's default chain gives the credentials where none are. Destroy it after use. */
export async function stsClient(connection: Connection, credentials?: AwsSession['credentials']): Promise<STSClient> {
  quietNodeWarning()
  const { STSClient } = await import('./sts-client.ts')
  return new STSClient(configOf('sts', connection, credentials))
}

export async function iamClient(connection: Connection, credentials?: AwsSession['credentials']): Promise<IAMClient> {
  quietNodeWarning()
  const { IAMClient } = await import('./iam-client.ts')
  return new IAMClient(configOf('iam', connection, credentials))
}

function configOf(service: 'sts' | 'iam', connection: Connection, credentials?: AwsSession['credentials']) {
  const { region, env, httpProxy, limits } = connection
  const url = endpointOf(service, connection)
  return {
    region,
    ...(credentials ? { credentials } : {}),
    ...(service === 'sts' && connection.stsEndpoint ? { endpoint: connection.stsEndpoint } : {}),
    customUserAgent: 'keylatch',
    ...clientOptions(limits, proxyAgents(url, env, httpProxy, limits.connect)),
  }
}

/** Where the SDK will send requests, as far as choosing a proxy needs to know. */
export function endpointOf(
  service: 'sts' | 'iam',
  { region, env, stsEndpoint }: Pick<Connection, 'region' | 'env' | 'stsEndpoint'>,
): string {
  if (service === 'sts' && stsEndpoint) return stsEndpoint
  const configured = env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] || env.AWS_ENDPOINT_URL
  if (configured && URL.canParse(configured)) return configured
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  return service === 'sts' ? `https://sts.${region}.${suffix}` : `https://iam.${suffix}`
}

/** The SDK tells people on older Nodes which version its future releases will need; the bundle never changes. */
export function quietNodeWarning(): void {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
}
