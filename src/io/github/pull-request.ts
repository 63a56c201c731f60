import type { RangePlan } from '../git/events.ts'
import { isId } from '../git/ids.ts'
import { type Api, type Client, githubClient } from './client.ts'

/** A pull request as GitHub has it now. */
export interface PullRequest {
  readonly number: number
  readonly base: string
  readonly head: string
  readonly headOwner?: string
  readonly commits?: number
}

/** Undefined when GitHub does not say, for whatever reason: then the branch it is to be merged into is not known. */
export async function pullRequest(api: Api, number: number): Promise<PullRequest | undefined> {
  return await ask(api, async ({ octokit, owner, repo }) => {
    const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number, request: brief() })
    return fieldsOf(data)
  })
}

/** The open pull request that a branch, of a fork perhaps, is the head of. */
export async function pullRequestOf(api: Api, headOwner: string, branch: string): Promise<PullRequest | undefined> {
  return await ask(api, async ({ octokit, owner, repo }) => {
    const head = `${headOwner}:${branch}`
    const { data } = await octokit.rest.pulls.list({ owner, repo, head, per_page: 1, request: brief() })
    return data[0] ? fieldsOf(data[0]) : undefined
  })
}

/** The range can be had without the answer, only a wider one. */
const brief = () => ({ retries: 1, signal: AbortSignal.timeout(10_000) })

async function ask(api: Api, work: (client: Client) => Promise<PullRequest | undefined>) {
  const client = await githubClient(api)
  if (!client) return undefined
  try {
    return await work(client)
  } catch {
    return undefined
  }
}

interface Fields {
  readonly number: number
  readonly base: { readonly sha: string }
  readonly head: { readonly sha: string; readonly user: { readonly login: string } | null }
  readonly commits?: number
}

function fieldsOf({ number, base, head, commits }: Fields): PullRequest | undefined {
  if (!isId(base.sha) || !isId(head.sha)) return undefined
  return {
    number,
    base: base.sha,
    head: head.sha,
    ...(head.user ? { headOwner: head.user.login } : {}),
    ...(commits === undefined ? {} : { commits }),
  }
}

/** What is to be scanned of it. */
export function planOf({ number, base, head, commits }: PullRequest): RangePlan {
  const counted = commits === undefined || commits === 0 ? {} : { commits }
  return { mode: 'diff', base, head, why: `pull request #${number}`, pullNumber: number, ...counted }
}
