import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { type Answer, type Asked, type Loopback, listen, type Misbehaviour } from './server.ts'

/** GitHub's token service as a job sees it: bearer in, RS256 token for the asked audience out. */
export interface OidcServer extends Loopback {
  /** What the runner puts into a job's environment when it has `id-token: write`. */
  readonly env: { ACTIONS_ID_TOKEN_REQUEST_URL: string; ACTIONS_ID_TOKEN_REQUEST_TOKEN: string }
  readonly issuer: string
  readonly publicKey: KeyObject
  /** Every token handed out, in order. */
  readonly tokens: string[]
  readonly requests: { audience: string | null; authorized: boolean }[]
  /** Claims of the next tokens; change freely. */
  claims: Record<string, string | number>
  /** Answers to give instead of a token, taken from the front. */
  readonly faults: (Answer | Misbehaviour)[]
  /** Seconds since 1970; shared with the STS server where both must agree. */
  now: () => number
}

export const ISSUER = 'https://token.actions.githubusercontent.com'
const TOKEN_LIFE_SECONDS = 300

/** Made once: a key takes longer than a test. */
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

export async function startOidc(claims: Record<string, string | number> = {}): Promise<OidcServer> {
  const bearer = `runner-${Math.random().toString(36).slice(2)}-bearer`
  const state = {
    issuer: ISSUER,
    publicKey,
    tokens: [] as string[],
    requests: [] as OidcServer['requests'],
    claims: { ...pullRequestClaims(), ...claims },
    faults: [] as OidcServer['faults'],
    now: () => Math.floor(Date.now() / 1000),
  }
  const handle = (asked: Asked): Answer | Misbehaviour => {
    const audience = asked.url.searchParams.get('audience')
    const authorized = asked.headers.authorization === `Bearer ${bearer}`
    server.requests.push({ audience, authorized })
    if (
      asked.method !== 'GET' ||
      asked.url.pathname !== '/token' ||
      asked.url.searchParams.get('api-version') !== '2.0'
    ) {
      return { status: 404, body: 'no such page' }
    }
    if (!authorized) return { status: 401, body: 'bad bearer' }
    const fault = server.faults.shift()
    if (fault) return fault
    const now = server.now()
    const token = sign({
      ...server.claims,
      iss: ISSUER,
      aud: audience ?? 'https://github.com/octo-org',
      iat: now,
      nbf: now - 5,
      exp: now + TOKEN_LIFE_SECONDS,
      jti: `${server.tokens.length}`,
    })
    server.tokens.push(token)
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ count: token.length, value: token }),
    }
  }
  const loopback = await listen(handle)
  const server: OidcServer = Object.assign(state, loopback, {
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${loopback.url}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer,
    },
  })
  return server
}

/** As GitHub documents them for a pull request (https://docs.github.com/actions/reference/security/oidc). */
export function pullRequestClaims(): Record<string, string | number> {
  return {
    sub: 'repo:octo-org/octo-repo:pull_request',
    repository: 'octo-org/octo-repo',
    repository_id: '74',
    repository_owner: 'octo-org',
    repository_owner_id: '65',
    ref: 'refs/pull/1/merge',
    event_name: 'pull_request',
  }
}

function sign(claims: Record<string, string | number>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const content = `${part({ alg: 'RS256', typ: 'JWT', kid: 'loopback' })}.${part(claims)}`
  return `${content}.${createSign('RSA-SHA256').update(content).sign(privateKey).toString('base64url')}`
}
