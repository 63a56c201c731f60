import { SLUG } from './server.ts'

export interface Event {
  readonly name: string
  readonly payload: object
  readonly env?: Record<string, string>
}

const ZERO = '0'.repeat(40)
const repository = { full_name: SLUG, default_branch: 'main', private: true }

/** The parts of GitHub's payloads that tell what an event is about, with what stands beside them. */
export function pullRequest(
  base: string,
  head: string,
  { name = 'pull_request', fork = false, commits }: { name?: string; fork?: boolean; commits?: number } = {},
): Event {
  const from = fork ? 'someone/octo-repo' : SLUG
  const pull_request = {
    number: 7,
    base: { sha: base, ref: 'main', repo: { full_name: SLUG, fork: false } },
    head: { sha: head, ref: 'feature', repo: { full_name: from, fork } },
    ...(commits === undefined ? {} : { commits }),
  }
  return { name, payload: { action: 'synchronize', number: 7, pull_request, repository } }
}

export function push(ref: string, before: string | undefined, after: string | undefined, more: object = {}): Event {
  const payload = {
    ref: `refs/heads/${ref}`,
    before: before ?? ZERO,
    after: after ?? ZERO,
    created: before === undefined,
    deleted: after === undefined,
    forced: false,
    repository,
    ...more,
  }
  return { name: 'push', payload }
}

export function mergeGroup(base: string, head: string): Event {
  const merge_group = { base_sha: base, head_sha: head, base_ref: 'refs/heads/main', head_ref: 'refs/heads/queue' }
  return { name: 'merge_group', payload: { action: 'checks_requested', merge_group, repository } }
}

export const schedule: Event = { name: 'schedule', payload: { schedule: '30 5 * * 1', repository } }

export function dispatch(ref: string): Event {
  return { name: 'workflow_dispatch', payload: { ref: `refs/heads/${ref}`, inputs: null, repository } }
}
