import { git, gitStream } from './git.ts'
import { createIdSet, type IdSet, isId } from './ids.ts'
import { resolveCommits } from './objects.ts'
import { asciiLines, type RawChange, rawRecords } from './records.ts'
import { type Repository, shallowBoundary } from './repository.ts'

/** Which commits: all that `head` reaches and none of `not` does. Whole object ids. */
export interface Revisions {
  readonly head: string
  readonly not: readonly string[]
}

export interface CommitInfo {
  readonly id: string
  readonly parents: readonly string[]
}

/** The commits of a range, parents before children. */
export async function listCommits(repository: Repository, revisions: Revisions): Promise<CommitInfo[]> {
  const commits: CommitInfo[] = []
  const args = ['rev-list', '--topo-order', '--reverse', '--parents', '--stdin']
  for await (const lines of asciiLines(gitStream(repository, args, { lines: tips(revisions) }))) {
    for (const line of lines) {
      const [id, ...parents] = line.split(' ')
      commits.push({ id: id!, parents })
    }
  }
  return commits
}

interface ListedCommits {
  readonly revisions: Revisions
  readonly commits: readonly CommitInfo[]
  /** There was nothing between them. */
  readonly alone: boolean
}

/**
 * The commits between two points, or, when there are none, the head alone against its first parent.
 * @param not commits whose history is left out, the base among them.
 */
export async function commitsBetween(
  repository: Repository,
  head: string,
  not: readonly string[],
): Promise<ListedCommits> {
  const revisions = { head, not }
  const commits = await listCommits(repository, revisions)
  if (commits.length > 0) return { revisions, commits, alone: false }
  const [parent] = await resolveCommits(repository, [`${head}^1`])
  const single = { head, not: parent === undefined ? [] : [parent] }
  return { revisions: single, commits: await listCommits(repository, single), alone: true }
}

/**
 * The commit of a range at which a shallow clone ends, if there is one. Such a commit looks as if it had brought in
 * everything, and hides what came before.
 */
export function cutOff(repository: Repository, commits: readonly CommitInfo[]): string | undefined {
  const boundary = shallowBoundary(repository.commonDir)
  return commits.find(({ id }) => boundary.has(id))?.id
}

/**
 * Everything (commits, trees, blobs) that `head` has and the commits the range begins at have not.
 * With `absent` the repository may lack some of it: what is on the server only counts all the same.
 */
export async function newObjects(repository: Repository, revisions: Revisions, absent: boolean): Promise<IdSet> {
  const objects = createIdSet()
  const args = ['rev-list', '--objects', '--no-object-names', ...(absent ? ['--missing=print'] : []), '--stdin']
  for await (const lines of asciiLines(gitStream(repository, args, { lines: tips(revisions) }))) {
    for (const line of lines) objects.add(line.startsWith('?') ? line.slice(1) : line)
  }
  return objects
}

/** What one commit changed. */
export interface CommitChange {
  readonly commit: string
  readonly change: RawChange
}

/**
 * What each commit changed against its parents, a batch at a time. Of a merge only what differs from **every** parent:
 * what equals one of them came from there. Only the plumbing is asked, which no configuration or attribute can
 * make leave out a file (`-diff`, a text conversion, `log.*`).
 * @param renames finds moved files too, which is slow; without it they are a deletion and an addition.
 */
export async function* changesOf(
  repository: Repository,
  commits: Iterable<string> | AsyncIterable<string>,
  { renames = false } = {},
): AsyncGenerator<CommitChange[]> {
  const args = ['diff-tree', '--stdin', '--root', ...(renames ? ['-m', ...RENAMES] : ['-c', '--no-renames']), ...RAW]
  let commit = ''
  for await (const records of rawRecords(gitStream(repository, args, { lines: commits }))) {
    const batch: CommitChange[] = []
    for (const record of records) {
      if ('path' in record) batch.push({ commit, change: record })
      else commit = record.commit
    }
    yield batch
  }
}

/** The difference between two trees or commits, moved files recognised. */
export async function treeDifference(repository: Repository, from: string, to: string): Promise<RawChange[]> {
  return await changesIn(gitStream(repository, ['diff-tree', ...RENAMES, ...RAW, from, to]))
}

/** The difference between a tree or commit and the index, moved files recognised. */
export async function indexDifference(
  repository: Repository,
  from: string,
  env: Readonly<Record<string, string>>,
): Promise<RawChange[]> {
  // What was moved and changed is told by contents, and those need not be here in a partial clone.
  const renames = repository.partial ? ['-M100%'] : RENAMES
  return await changesIn(gitStream(repository, ['diff-index', '--cached', ...renames, ...RAW, from], { env }))
}

/**
 * Where a range begins: of the commits just outside it the one that reaches the others, which is the merge base of what
 * it was told to leave out and its head. Undefined when the range goes back to the roots.
 * @param tip what the head is going to be merged into, if that is one commit. After merges back and forth there are several
 * merge bases, and what one of them has the tip may have taken away long ago: then the range begins at the tip.
 */
export async function forkPoint(
  repository: Repository,
  commits: readonly CommitInfo[],
  tip?: string,
): Promise<string | undefined> {
  const inside = new Set(commits.map(({ id }) => id))
  const outside = new Set<string>()
  for (const { parents } of commits) for (const parent of parents) if (!inside.has(parent)) outside.add(parent)
  const [first, ...others] = await independent(repository, [...outside])
  return others.length > 0 && tip !== undefined ? tip : first
}

/** So many commits are compared at once, and more than so many are not told apart: they are arguments of git. */
const AT_ONCE = 100
const MOST_KEPT = 400

/** Those of the commits that no other one of them reaches. All are looked at: the one that counts may be anywhere. */
async function independent(repository: Repository, commits: readonly string[]): Promise<string[]> {
  let kept: string[] = []
  for (let at = 0; at < commits.length; at += AT_ONCE) {
    const candidates = [...new Set([...kept, ...commits.slice(at, at + AT_ONCE)])]
    if (candidates.length < 2) return candidates
    const output = await git(repository, ['merge-base', '--independent', ...candidates])
    kept = output.toString().split('\n').filter(isId)
    if (kept.length > MOST_KEPT) break
  }
  return kept
}

/** `-l`: comparing every pair of new and gone files takes the product of their numbers; exact moves are found anyway. */
const RENAMES = ['-M', '-l1000']
const RAW = ['-r', '--raw', '-z', '--no-abbrev', '--no-ext-diff', '--no-textconv', '--ignore-submodules=none']

function tips({ head, not }: Revisions): string[] {
  return [head, ...not.map((id) => `^${id}`)]
}

async function changesIn(output: AsyncIterable<Buffer>): Promise<RawChange[]> {
  const changes: RawChange[] = []
  for await (const records of rawRecords(output)) {
    for (const record of records) if ('path' in record) changes.push(record)
  }
  return changes
}
