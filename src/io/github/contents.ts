import { Problem } from '../../core/problem.ts'
import type { RemoteConfig } from '../../scan/config.ts'
import { githubClient } from './client.ts'

/** A file of a repository at a commit, by the API. @throws Problem that says what to do where it cannot be had. */
export async function remoteConfig(
  { url, token }: { readonly url: string; readonly token?: string | undefined },
  { owner, repo, path, commit }: RemoteConfig,
): Promise<string> {
  const name = `github:${owner}/${repo}/${path}@${commit}`
  const server = { url: '', repository: `${owner}/${repo}`, ...(token ? { token } : {}) }
  const client = await githubClient({ url, server })
  if (!client) throw new Problem(`${name} takes a token: the input github-token, or GITHUB_TOKEN`)
  let data: unknown
  try {
    data = (await client.octokit.rest.repos.getContent({ owner, repo, path, ref: commit })).data
  } catch (error) {
    throw new Problem(`${name} cannot be read: ${failureOf(error, `${owner}/${repo}`)}`)
  }
  const { type, content, encoding } = data as { type?: unknown; content?: unknown; encoding?: unknown }
  if (type !== 'file' || typeof content !== 'string' || encoding !== 'base64') throw new Problem(`${name} is no file`)
  return Buffer.from(content, 'base64').toString('utf8')
}

function failureOf(error: unknown, repository: string): string {
  // A connection that failed has a status too, and no response.
  const { status, response } = error as { status?: unknown; response?: unknown }
  if (status === 401 || status === 403 || status === 404) {
    return `GitHub answers ${status}. Is the commit there? A job's own token reads its repository and public ones; for ${repository} give \`github-token\` one that may read it`
  }
  return typeof status === 'number' && response !== undefined ? `GitHub answers ${status}` : 'GitHub does not answer'
}
