import type { Source } from '../../core/source.ts'
import { git } from './git.ts'
import { isId, isZeroId } from './ids.ts'
import { annotatedTags, tagMessagesOf } from './messages.ts'
import { resolveCommits } from './objects.ts'
import type { Repository } from './repository.ts'
import { listCommits } from './walk.ts'

/** One ref that is about to be pushed, as git tells the pre-push hook. */
export interface PushedRef {
  readonly localRef: string
  /** Undefined when the remote ref is to be deleted. */
  readonly local?: string
  readonly remoteRef: string
  /** Undefined when the remote does not have the ref yet. */
  readonly remote?: string
}

/** What a ref brings: the commits of its head that its base, and what is known of the remote, do not reach. */
interface PushedCommits {
  readonly ref: string
  readonly base?: string
  readonly head: string
  readonly not: readonly string[]
}

/** Reads the pre-push hook's standard input (https://git-scm.com/docs/githooks#_pre_push). */
export function parsePrePush(input: string): PushedRef[] {
  return input.split('\n').flatMap((line) => {
    const [, localRef, local, remoteRef, remote] = /^(.*) (\S+) (\S+) (\S+)$/.exec(line) ?? []
    if (!localRef || !remoteRef || !isId(local ?? '') || !isId(remote ?? '')) return []
    return [
      {
        localRef,
        remoteRef,
        ...(isZeroId(local!) ? {} : { local: local! }),
        ...(isZeroId(remote!) ? {} : { remote: remote! }),
      },
    ]
  })
}

/**
 * What the remote would get that it has not: for each ref the commits that neither its old value nor any branch known
 * of that remote reaches, none of them twice. Refs that bring nothing are left out.
 * @param remote the remote's name, the hook's first argument; an address has no branches that we would know of.
 */
export async function pushRanges(
  repository: Repository,
  refs: readonly PushedRef[],
  remote: string,
): Promise<PushedCommits[]> {
  const known = await tipsOf(repository, remote)
  const ranges: PushedCommits[] = []
  for (const { local, remote: old, remoteRef } of refs) {
    if (local === undefined) continue
    const [head, base] = await resolveCommits(repository, [local, old ?? ''])
    if (head === undefined) continue
    const not = [...known, ...ranges.map((range) => range.head)]
    const commits = await listCommits(repository, { head, not: base === undefined ? not : [base, ...not] })
    if (commits.length > 0) ranges.push({ ref: remoteRef, ...(base === undefined ? {} : { base }), head, not })
  }
  return ranges
}

/** The messages of the annotated tags among them. */
export async function pushedTags(repository: Repository, refs: readonly PushedRef[]): Promise<Source[]> {
  const named = refs.flatMap(({ local, remoteRef }) =>
    local === undefined ? [] : [{ name: remoteRef.replace(/^refs\/tags\//, ''), object: local }],
  )
  const messages: Source[] = []
  for await (const message of tagMessagesOf(repository, await annotatedTags(repository, named))) messages.push(message)
  return messages
}

async function tipsOf(repository: Repository, remote: string): Promise<string[]> {
  if (!/^[\w][\w./-]*$/.test(remote)) return []
  const output = await git(repository, ['for-each-ref', '--format=%(objectname)', `refs/remotes/${remote}/`])
  return [...new Set(output.toString().split('\n').filter(isId))]
}
