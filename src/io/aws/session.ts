import type { IAMClient } from '@aws-sdk/client-iam'
import type { STSClient } from '@aws-sdk/client-sts'
import { PARTITIONS, type Partition, partitionOfRegion } from '../../aws/partition.ts'
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

/** Services that are one for all regions of a partition; the last of their host is said where it is not their region. */
const GLOBAL: Readonly<Record<string, (partition: Partition) => string>> = {
  iam: ({ id, homeRegion }) => ({ aws: 'iam', 'aws-us-gov': 'iam.us-gov' })[id] ?? `iam.${homeRegion}`,
  organizations: ({ homeRegion }) => `organizations.${homeRegion}`,
}

/** Where a service is signed for: global ones are at home in one region. */
export function signingRegion(service: string, region: string): string {
  return service in GLOBAL ? (partitionOfRegion(region)?.homeRegion ?? region) : region
}

/** The address of a service, by the part of its host that names it: what is configured, else AWS's own. */
export function endpointOf(
  service: string,
  { region, env, stsEndpoint }: Pick<Connection, 'region' | 'env' | 'stsEndpoint'>,
): string {
  if (service === 'sts' && stsEndpoint) return stsEndpoint
  const configured = env[`AWS_ENDPOINT_URL_${service.toUpperCase().replaceAll('-', '_')}`] || env.AWS_ENDPOINT_URL
  if (configured && URL.canParse(configured)) return configured
  const partition = partitionOfRegion(region) ?? PARTITIONS[0]!
  return `https://${GLOBAL[service]?.(partition) ?? `${service}.${region}`}.${partition.dnsSuffix}`
}

/** The SDK tells people on older Nodes which version its future releases will need; the bundle never changes. */
export function quietNodeWarning(): void {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
}
