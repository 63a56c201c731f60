import type { Server } from '../git/remote.ts'

/** Where GitHub's API is; `https://api.github.com`, or a server of one's own. */
export interface Api {
  readonly url: string
  readonly server: Server
}

/** An answer that takes longer than this is not worth waiting for: fetching finds the depth by itself, in more steps. */
const PATIENCE = 10_000

/**
 * How many commits `head` has that `base` has not, so that a shallow checkout can be completed in one step. Undefined
 * when GitHub does not say, for whatever reason: it only saves time.
 * https://docs.github.com/en/rest/commits/commits#compare-two-commits
 */
export async function commitCount({ url, server }: Api, base: string, head: string): Promise<number | undefined> {
  const [owner, repo] = server.repository.split('/')
  if (!server.token || !owner || !repo) return undefined
  try {
    const { getOctokit, retry } = await import('./octokit.ts')
    const octokit = getOctokit(server.token, { baseUrl: url, request: { retries: 1 } }, retry)
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
      owner,
      repo,
      basehead: `${base}...${head}`,
      per_page: 1,
      request: { signal: AbortSignal.timeout(PATIENCE) },
    })
    return data.total_commits > 0 ? data.total_commits : undefined
  } catch {
    return undefined
  }
}
