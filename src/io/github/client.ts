import type { Server } from '../git/remote.ts'

/** Where GitHub's API is; `https://api.github.com`, or a server of one's own. */
export interface Api {
  readonly url: string
  readonly server: Server
  /** Milliseconds that GitHub's seconds last, for tests; writes are not spaced then. */
  readonly second?: number
}

export type Octokit = ReturnType<typeof import('@actions/github')['getOctokit']>

/** GitHub's API for one repository. */
export interface Client {
  readonly octokit: Octokit
  readonly owner: string
  readonly repo: string
}

/** Seconds: waiting longer would cost more than what is told is worth. */
const LONGEST_WAIT = 90
/** After a limit, and after an answer of 5xx. */
const RETRIES = 2
/** Milliseconds for one request. */
const PATIENCE = 30_000

/**
 * A client that spaces its writes, waits as long as GitHub says, and asks again after 5xx. Undefined without a token or
 * a repository. https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export async function githubClient({ url, server, second }: Api): Promise<Client | undefined> {
  const [owner, repo] = server.repository.split('/')
  if (!server.token || !owner || !repo) return undefined
  const { getOctokit, defaults, retry, throttling } = await import('./octokit.ts')
  const isWorthIt = (seconds: number, _options: object, _octokit: unknown, count: number) =>
    seconds <= LONGEST_WAIT && count < RETRIES
  const fast = second === undefined ? {} : { retryAfterBaseValue: second }
  // `request.retries` would have answers such as 404 asked for again, too.
  const unspaced: object = second === undefined ? {} : { write: AT_ONCE, notifications: AT_ONCE }
  const options = {
    baseUrl: url,
    userAgent: 'keylatch',
    // What the toolkit sets: how to get through a proxy.
    request: defaults.request,
    retry: { retries: RETRIES, ...fast },
    throttle: { onRateLimit: isWorthIt, onSecondaryRateLimit: isWorthIt, ...fast, ...unspaced },
  }
  const octokit = getOctokit(server.token, options, bounded, retry, throttling as Plugin)
  return { octokit, owner, repo }
}

/** Each attempt has its own time, waiting not included. */
const bounded: Plugin = (octokit) => {
  octokit.hook.wrap('request', (request, options) => {
    const signal = options.request?.signal ?? AbortSignal.timeout(PATIENCE)
    return request({ ...options, request: { ...options.request, signal } })
  })
  return {}
}

type Plugin = NonNullable<Parameters<typeof import('@actions/github')['getOctokit']>[2]>

/** Stands for the throttling plugin's groups where nothing is to be spaced. */
const AT_ONCE = { key: () => ({ schedule: (_options: object, work: () => unknown) => work() }) }
