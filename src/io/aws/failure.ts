/** What an AWS client, our id-token request or a socket throws, as far as we look at it. */
interface Fault {
  readonly name?: string
  readonly message?: string
  readonly code?: string
  readonly cause?: unknown
  readonly errors?: readonly unknown[]
  readonly $metadata?: { readonly httpStatusCode?: number }
}

/** Names under which AWS says "too much" (https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html). */
const THROTTLING = new Set([
  'BandwidthLimitExceeded',
  'EC2ThrottledException',
  'LimitExceededException',
  'PriorRequestNotComplete',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
])

const NETWORK = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])

/**
 * May the same call succeed a moment later? Throttling, 5xx, the network, and STS failing to reach the identity
 * provider (its IDPCommunicationError, and the 400 with which it reports the same for verification keys:
 * https://github.com/aws/aws-cli/issues/7194). Everything else, AccessDenied above all, is an answer.
 */
export function isTransient(error: unknown): boolean {
  return isThrottling(error) || isServerError(error) || isNetwork(error) || isProviderUnreachable(error)
}

export function isNetwork(error: unknown): boolean {
  return [error, ...causes(error)].some((one) => {
    const { name, code } = fault(one)
    return name === 'TimeoutError' || (code !== undefined && NETWORK.has(code))
  })
}

/** The error's name without its ending: `AccessDenied`, `ExpiredToken`, `TimeoutError`, `ECONNREFUSED`. */
export function faultName(error: unknown): string {
  for (const one of [error, ...causes(error)]) {
    const { name, code } = fault(one)
    const word = name && name !== 'Error' && name !== 'AggregateError' ? name : code
    if (word) return word.replace(/Exception$/, '')
  }
  return 'Error'
}

/** Name and first line of the message, with nothing secret in it as long as `secrets` lists what is. */
export function faultText(error: unknown, secrets: readonly (string | undefined)[] = []): string {
  const { message = '' } = fault(error)
  const name = faultName(error)
  let line = (message || causes(error).map((cause) => fault(cause).message)[0] || '').split('\n', 1)[0]!.trim()
  for (const secret of secrets) if (secret) line = line.replaceAll(secret, '***')
  return line === '' || line === name ? name : `${name}: ${line.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 300)}`
}

/** Too much at once. */
export function isThrottling(error: unknown): boolean {
  const { name = '', $metadata } = fault(error)
  return THROTTLING.has(name) || $metadata?.httpStatusCode === 429
}

function isServerError(error: unknown): boolean {
  return (fault(error).$metadata?.httpStatusCode ?? 0) >= 500
}

function isProviderUnreachable(error: unknown): boolean {
  const { name = '', message = '' } = fault(error)
  return name.startsWith('IDPCommunicationError') || /retrieve verification key/i.test(message)
}

/** Happy eyeballs reports every address it tried; a client may wrap what the socket said. */
function causes(error: unknown): unknown[] {
  const { cause, errors } = fault(error)
  return [...(errors ?? []), ...(cause === undefined || cause === error ? [] : [cause])]
}

function fault(error: unknown): Fault {
  return typeof error === 'object' && error !== null ? (error as Fault) : { message: String(error) }
}
