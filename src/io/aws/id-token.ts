import http from 'node:http'
import https from 'node:https'
import type { Limits } from './attempts.ts'
import { type Environment, proxyAgents, timedOut } from './connection.ts'
import { faultName } from './failure.ts'

/** Where the runner hands out id tokens; undefined unless the job has the permission `id-token: write`. */
export interface TokenService {
  readonly url: string
  readonly bearer: string
}

export function tokenService(env: Environment): TokenService | undefined {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env
  return url && bearer ? { url, bearer } : undefined
}

/** The runner's token service could not be reached, which is another host than AWS's. */
export class TokenServiceFault extends Error {
  readonly host: string

  constructor(host: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.name = faultName(cause)
    this.host = host
  }
}

/**
 * One request for one id token, as `getIDToken` of @actions/core makes it, but once, within `limits` and stoppable:
 * the toolkit's retries up to ten times by itself, waits three minutes for a silent socket and cannot be stopped.
 * Throws with `$metadata.httpStatusCode`, or what the socket threw. The caller masks the token.
 */
export async function requestIdToken(
  service: TokenService,
  audience: string,
  options: { env: Environment; limits: Limits; signal: AbortSignal },
): Promise<string> {
  const url = new URL(service.url)
  url.searchParams.set('audience', audience)
  const { status, body } = await get(url, service.bearer, options).catch((error: unknown) => {
    throw new TokenServiceFault(url.host, error)
  })
  if (status !== 200) {
    throw Object.assign(new Error(`GitHub's token service answered ${status}`), {
      name: 'IdTokenError',
      $metadata: { httpStatusCode: status },
    })
  }
  const token = tokenIn(body)
  if (!token) throw Object.assign(new Error("GitHub's token service sent no token"), { name: 'IdTokenError' })
  return token
}

/** Claims of a token, unchecked: only for telling people what it says. Empty for what is no token. */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function tokenIn(body: string): string | undefined {
  try {
    const { value } = JSON.parse(body) as { value?: unknown }
    return typeof value === 'string' && value !== '' ? value : undefined
  } catch {
    return undefined
  }
}

/** A token is about 2 KB. */
const LARGEST_ANSWER = 256 * 1024

function get(
  url: URL,
  bearer: string,
  { env, limits, signal }: { env: Environment; limits: Limits; signal: AbortSignal },
): Promise<{ status: number; body: string }> {
  const secure = url.protocol === 'https:'
  const agents = proxyAgents(url.href, env, undefined, limits.connect)
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).get(url, {
      headers: { authorization: `Bearer ${bearer}`, accept: 'application/json', 'user-agent': 'keylatch' },
      signal,
      ...(agents ? { agent: secure ? agents.https : agents.http } : {}),
    })
    const late = setTimeout(
      () => request.destroy(timedOut("GitHub's token service did not answer", limits.request)),
      limits.request,
    )
    request.once('close', () => clearTimeout(late))
    request.once('error', reject)
    request.once('response', (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        body += chunk
        if (body.length > LARGEST_ANSWER) request.destroy(new Error("GitHub's token service sent too much"))
      })
      response.once('error', reject)
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
  })
}
