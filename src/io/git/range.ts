import { Problem } from '../../core/problem.ts'
import type { Source } from '../../core/source.ts'
import { shortId } from './ids.ts'
import { messagesOf } from './messages.ts'
import {
  blobPieces,
  DEFAULT_MAX_BYTES,
  emptyTree,
  readBlobs,
  requireEnds,
  resolveCommits,
  type Unread,
} from './objects.ts'
import { createPlaces, type Place, type Places } from './places.ts'
import type { RawChange } from './records.ts'
import type { Repository } from './repository.ts'
import { createSkipLog, megabytes, type SkipLog } from './skipped.ts'
import { byPath, type Entry, type EntryKind } from './snapshot.ts'
import { indexEnvironment, kindOf } from './stored.ts'
import {
  type CommitInfo,
  changesOf,
  commitsBetween,
  cutOff,
  forkPoint,
  indexDifference,
  newObjects,
  type Revisions,
  treeDifference,
} from './walk.ts'

/** What is new between two points of history, or in what is staged. */
export interface CommitRange {
  /** For people: `20 commits from 1a2b3c4 to 5d6e7f8`. */
  readonly describe: string
  /** What the range was asked to begin at; undefined when it begins at the roots. */
  readonly base?: string
  /** Undefined when it is the index. */
  readonly head?: string
  /** What `changes` compares the head with: where the head branched off from the base. Undefined: with nothing. */
  readonly from?: string
  /** Parents before children. */
  readonly commits: readonly CommitInfo[]
  /** Files that differ between `from` and the head, sorted by path. */
  readonly changes: readonly Change[]
  /** Where a file of the head stood in `from`: its old path if it was moved, else its own. */
  oldPathOf(path: string): string
  /**
   * Every blob that the range brings in, each once, with everywhere it was put: those that the head still has before the others.
   * @throws Problem at the end when some are not in this clone.
   */
  blobs(): AsyncIterable<NewBlob>
  /** The blobs called so, in that order, each with its id; for what stood somewhere before. */
  contents(blobs: readonly string[]): AsyncIterable<{ readonly blob: string; readonly bytes: Buffer }>
  /**
   * Where a file that is new at a place was moved from in that very commit: the blobs it stood in before, under another
   * name. Slow (git compares files), so for places that matter only.
   */
  movedFrom(places: readonly Place[]): Promise<ReadonlyMap<Place, readonly string[]>>
  /** The commit messages, as sources called `commit message of <sha>`. */
  messages(): AsyncIterable<Source>
  /** What could not be read so far; grows while reading. */
  /** Where a commit gave a name that was not there before, whether or not its content is new. */
  readonly named: readonly Place[]
  /** Of the blobs those over the size limit; grows while reading. */
  readonly large: readonly LargeBlob[]
  readonly skipped: SkipLog
}

export interface Change {
  /** Added, modified (also in mode or kind), deleted, renamed (and perhaps modified). */
  readonly status: 'A' | 'M' | 'D' | 'R'
  readonly path: string
  /** Of a rename. */
  readonly oldPath?: string
  /** Absent when deleted. */
  readonly kind?: EntryKind
  readonly blob?: string
  /** Absent when added. */
  readonly oldKind?: EntryKind
  readonly oldBlob?: string
}

export interface NewBlob {
  readonly blob: string
  readonly bytes: Buffer
  /** Where it came in: the oldest commit first. */
  readonly places: readonly Place[]
}

/** Like a NewBlob, of a file over the size limit. */
export interface LargeBlob extends Omit<NewBlob, 'bytes'> {
  readonly size: number
  pieces(): AsyncIterable<Uint8Array>
}

export interface RangeOptions {
  /** Larger files are not read; 10 MiB if absent. */
  readonly maxBytes?: number
  /** Commits besides `base` whose history is known already (the tips of a remote). */
  readonly not?: readonly string[]
}

/**
 * Reads the commits that `head` reaches and `base` does not, by their new blobs rather than their patches: so nothing
 * hides in an attribute, a merge, a second parent or a commit that was taken back.
 * When there is no such commit (`base` and `head` are the same, or `head` is behind), what the commit `head` itself
 * changed against its first parent is read, and `describe` says so.
 * @param base a revision, or undefined for all of the history of `head`.
 * @throws Problem when one is not a commit here, or the history is cut off in between.
 */
export async function readRange(
  repository: Repository,
  base: string | undefined,
  head: string,
  options: RangeOptions = {},
): Promise<CommitRange> {
  const [baseId, headId] = await requireEnds(repository, base, head)
  return await rangeBetween(repository, baseId, headId, options)
}

/** As `readRange`, between commits that are known to be here, by their ids. */
export async function rangeBetween(
  repository: Repository,
  baseId: string | undefined,
  headId: string,
  options: RangeOptions = {},
): Promise<CommitRange> {
  const not = [...(baseId === undefined ? [] : [baseId]), ...(options.not ?? [])]
  const between = await commitsBetween(repository, headId, not)
  const describe = between.alone
    ? `the commit ${shortId(headId)} itself, since base and head have no commit between them`
    : `${counted(between.commits.length)} ${since(baseId, not)} to ${shortId(headId)}`
  return await read(repository, between, between.alone ? between.revisions.not[0] : baseId, describe, options)
}

/** The paths before and after. */
export function pathsOf(changes: readonly Change[]): string[] {
  return changes.flatMap(({ path, oldPath }) => (oldPath ? [oldPath, path] : [path]))
}

/** The files of `from`, of which nobody needs to ask git: those of the head, with the changes taken back. */
export function entriesBefore(entries: readonly Entry[], changes: readonly Change[]): Entry[] {
  const before = new Map(entries.map((entry) => [entry.path, entry]))
  for (const { path } of changes) before.delete(path)
  for (const { path, oldPath = path, oldKind, oldBlob } of changes) {
    if (oldKind && oldBlob) before.set(oldPath, { path: oldPath, kind: oldKind, blob: oldBlob })
  }
  return [...before.values()].sort(byPath)
}

/** What is staged, as a range of no commit: `from` is HEAD. */
export async function readStaged(repository: Repository, options: RangeOptions = {}): Promise<CommitRange> {
  const [head] = await resolveCommits(repository, ['HEAD'])
  const from = head ?? (await emptyTree(repository))
  const changes = await indexDifference(repository, from, indexEnvironment(repository))
  const placed = createPlaces()
  for (const change of changes) placed.add(change, undefined)
  return rangeOf(repository, placed, changes, {
    describe: changes.length > 0 ? 'what is staged' : 'nothing, since nothing is staged',
    ...(head === undefined ? {} : { base: head, from: head }),
    commits: [],
    ...options,
  })
}

async function read(
  repository: Repository,
  { revisions, commits }: Awaited<ReturnType<typeof commitsBetween>>,
  base: string | undefined,
  describe: string,
  options: RangeOptions,
): Promise<CommitRange> {
  assertWhole(repository, commits)
  // In a repository made for it, blobs that are on the server only are fetched once it is known which ones matter.
  const absent = repository.fetchMissing !== undefined || repository.partial
  const [fresh, placed, difference] = await Promise.all([
    newObjects(repository, revisions, absent),
    placesOf(repository, commits),
    differenceTo(repository, revisions, commits),
  ])
  placed.keep((blob) => fresh.has(blob))
  return rangeOf(repository, placed, difference.changes, {
    describe,
    ...(base === undefined ? {} : { base }),
    head: revisions.head,
    ...(difference.from === undefined ? {} : { from: difference.from }),
    commits,
    ...options,
  })
}

function assertWhole(repository: Repository, commits: readonly CommitInfo[]): void {
  const cut = repository.shallow ? cutOff(repository, commits) : undefined
  if (cut === undefined) return
  throw new Problem(
    `The clone is shallow: the history ends at ${shortId(cut)}, within the commits to be read. Check out with \`fetch-depth: 0\`, or run \`git fetch --unshallow\`.`,
  )
}

async function placesOf(repository: Repository, commits: readonly CommitInfo[]): Promise<Places> {
  const placed = createPlaces()
  const ids = commits.map(({ id }) => id)
  for await (const batch of changesOf(repository, ids)) {
    for (const { change, commit } of batch) placed.add(change, commit)
  }
  return placed
}

async function differenceTo(
  repository: Repository,
  { head, not }: Revisions,
  commits: readonly CommitInfo[],
): Promise<{ from?: string; changes: RawChange[] }> {
  const from = await forkPoint(repository, commits, not.length === 1 ? not[0] : undefined)
  const changes = await treeDifference(repository, from ?? (await emptyTree(repository)), head)
  return from === undefined ? { changes } : { from, changes }
}

function rangeOf(
  repository: Repository,
  placed: Places,
  raw: readonly RawChange[],
  facts: Pick<CommitRange, 'describe' | 'base' | 'head' | 'from' | 'commits'> & RangeOptions,
): CommitRange {
  const { maxBytes = DEFAULT_MAX_BYTES, not: _, ...known } = facts
  const skipped = createSkipLog()
  const large: LargeBlob[] = []
  for (const path of placed.submodules) skipped.add('submodule', path)
  const changes = raw.map(changeOf).sort((a, b) => (a.path < b.path ? -1 : 1))
  const oldPaths = new Map(changes.flatMap(({ path, oldPath }) => (oldPath === undefined ? [] : [[path, oldPath]])))
  return {
    ...known,
    changes,
    oldPathOf: (path) => oldPaths.get(path) ?? path,
    async *blobs() {
      const atHead = new Set(changes.flatMap(({ blob }) => blob ?? []))
      const all = [...placed.byBlob].map(([blob, places]) => ({ blob, places }))
      const wanted = [...all.filter(({ blob }) => atHead.has(blob)), ...all.filter(({ blob }) => !atHead.has(blob))]
      const missing: Place[] = []
      const unread = ({ blob, places }: { blob: string; places: Place[] }, why: Unread): void => {
        if (why.reason === 'missing') missing.push(...places)
        else {
          tellUnread(skipped, places, why)
          large.push({ blob, places, size: why.size, pieces: () => blobPieces(repository, blob) })
        }
      }
      for await (const { item, bytes } of readBlobs(repository, wanted, unread, maxBytes)) yield { ...item, bytes }
      if (missing.length > 0) throw new Problem(incomplete(missing))
    },
    async *contents(ids) {
      const wanted = ids.map((blob) => ({ blob }))
      for await (const { item, bytes } of readBlobs(repository, wanted, () => {}, maxBytes)) yield { ...item, bytes }
    },
    movedFrom: (places) => movedFrom(repository, places),
    messages: () =>
      messagesOf(
        repository,
        known.commits.map(({ id }) => id),
      ),
    skipped,
    large,
    named: placed.named,
  }
}

function incomplete(missing: readonly Place[]): string {
  const { path, commit } = missing[0]!
  const example = `${JSON.stringify(path)}${commit === undefined ? '' : ` of ${shortId(commit)}`}`
  return `${missing.length} of the files to be scanned are not in this clone (${example} for one). Clone without \`--filter\`, or run \`git fetch --refetch --no-filter\`.`
}

async function movedFrom(
  repository: Repository,
  places: readonly Place[],
): Promise<ReadonlyMap<Place, readonly string[]>> {
  const commits = new Set(places.flatMap(({ commit, before }) => (commit && before.length === 0 ? [commit] : [])))
  const moved = new Map<string, string[]>()
  for await (const batch of changesOf(repository, commits, { renames: true })) {
    for (const { commit, change } of batch) {
      if (change.status !== 'R') continue
      const key = `${commit} ${change.path}`
      moved.set(key, [...(moved.get(key) ?? []), ...change.before.map(({ blob }) => blob)])
    }
  }
  return new Map(places.map((place) => [place, moved.get(`${place.commit} ${place.path}`) ?? []]))
}

/** Notes down what was too large or is not here. */
export function tellUnread(skipped: SkipLog, places: readonly Pick<Place, 'path' | 'commit'>[], why: Unread): void {
  for (const { path, commit } of places) {
    const shortCommit = commit === undefined ? '' : shortId(commit)
    const where = commit === undefined ? '' : ` in ${shortCommit}`
    if (why.reason === 'missing') skipped.add('missing-content', path, shortCommit)
    else skipped.add('large-file', path, `${megabytes(why.size)}${where}`)
  }
}

function changeOf(raw: RawChange): Change {
  const old = raw.before[0]
  return {
    status: raw.status === 'T' ? 'M' : (raw.status as Change['status']),
    path: raw.path,
    ...(raw.oldPath === undefined ? {} : { oldPath: raw.oldPath }),
    ...(raw.blob === undefined ? {} : { kind: kindOf(raw.mode), blob: raw.blob }),
    ...(old === undefined ? {} : { oldKind: kindOf(old.mode), oldBlob: old.blob }),
  }
}

function since(base: string | undefined, not: readonly string[]): string {
  if (base !== undefined) return `from ${shortId(base)}`
  return not.length === 0 ? 'from the beginning' : 'from what is known already'
}

function counted(commits: number): string {
  return commits === 1 ? '1 commit' : `${commits} commits`
}
