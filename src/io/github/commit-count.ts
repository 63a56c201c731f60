import { type Api, githubClient } from './client.ts'

/** An answer that takes longer than this is not worth waiting for: fetching finds the depth by itself, in more steps. */
const PATIENCE = 10_000

/**
 * How many commits `head` has that `base` has not, so that a shallow checkout can be completed in one step. Undefined
 * when GitHub does not say, for whatever reason: it only saves time.
 * https://docs.github.com/en/rest/commits/commits#compare-two-commits
 */
export async function commitCount(api: Api, base: string, head: string): Promise<number | undefined> {
  const client = await githubClient(api)
  if (!client) return undefined
  const { octokit, owner, repo } = client
  try {
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
      owner,
      repo,
      basehead: `${base}...${head}`,
      per_page: 1,
      request: { signal: AbortSignal.timeout(PATIENCE), retries: 1 },
    })
    return data.total_commits > 0 ? data.total_commits : undefined
  } catch {
    return undefined
  }
}
