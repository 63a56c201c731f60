import { Problem } from '../../core/problem.ts'
import type { Source } from '../../core/source.ts'
import { git, gitStream } from './git.ts'
import { createIdSet, type IdSet } from './ids.ts'
import { messagesOf, type Tag, tagMessagesOf } from './messages.ts'
import { blobPieces, DEFAULT_MAX_BYTES, readBlobs, type Unread } from './objects.ts'
import { bringsIn, type Place, placeOf } from './places.ts'
import { type LargeBlob, type NewBlob, tellUnread } from './range.ts'
import { asciiLines, type RawChange } from './records.ts'
import type { Repository } from './repository.ts'
import { createSkipLog, type SkipLog } from './skipped.ts'
import type { SnapshotOptions } from './snapshot.ts'
import { entriesOfTree, kindOf } from './stored.ts'
import { changesOf } from './walk.ts'

/** Everything that any ref reaches. */
export interface History {
  /** For people: `the whole history (1,204 commits)`. */
  readonly describe: string
  readonly commits: number
  /** Every blob once, with the place where it came in first (parents before children); without those that are known there. */
  blobs(isKnown?: (blob: string, path: string) => boolean): AsyncIterable<NewBlob>
  /** Messages of commits and annotated tags: `commit message of <sha>`, `tag message of <name>`. */
  messages(): AsyncIterable<Source>
  /** What could not be read so far; grows while reading. */
  readonly skipped: SkipLog
  /** Of the blobs those over the size limit; grows while reading. */
  readonly large: readonly LargeBlob[]
}

/**
 * The whole history of all branches, tags, remote branches and the stash, as a stream: memory grows by some 40 bytes an
 * object, so millions of them are no trouble.
 * @throws Problem when the clone is shallow, since then this is not the whole history.
 */
export async function readHistory(repository: Repository, options: SnapshotOptions = {}): Promise<History> {
  if (repository.shallow) {
    throw new Problem(
      'The clone is shallow, so most of its history is not here. Run `git fetch --unshallow`, or check out with `fetch-depth: 0`.',
    )
  }
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES
  const commits = Number((await git(repository, ['rev-list', '--all', '--count'])).toString())
  const skipped = createSkipLog()
  const large: LargeBlob[] = []
  return {
    describe: `the whole history (${commits.toLocaleString('en')} ${commits === 1 ? 'commit' : 'commits'})`,
    commits,
    skipped,
    large,
    async *blobs(isKnown = () => false) {
      const seen = createIdSet()
      const wanted = unknownAmong(firstPlaces(repository, seen, skipped), isKnown)
      const unread = ({ blob, places }: Wanted, why: Unread) => {
        tellUnread(skipped, places, why)
        if (why.reason === 'too-large')
          large.push({ blob, places, size: why.size, pieces: () => blobPieces(repository, blob) })
      }
      for await (const { item, bytes } of readBlobs(repository, wanted, unread, maxBytes)) yield { ...item, bytes }
    },
    async *messages() {
      yield* messagesOf(repository, everyCommit(repository))
      yield* tagMessagesOf(repository, await tagsOf(repository))
      const names = (await listRefs(repository)).map(({ name }) => name)
      if (names.length > 0) yield { uri: 'names of branches and tags', text: names.join('\n\n') }
    },
  }
}

interface Wanted {
  readonly blob: string
  readonly places: readonly Place[]
}

async function* everyCommit(repository: Repository): AsyncGenerator<string> {
  for await (const lines of asciiLines(gitStream(repository, ['rev-list', '--all', '--topo-order', '--reverse']))) {
    yield* lines
  }
}

async function* firstPlaces(repository: Repository, seen: IdSet, skipped: SkipLog): AsyncGenerator<Wanted> {
  for await (const batch of changesOf(repository, everyCommit(repository))) {
    for (const { change, commit } of batch) {
      if (!isFile(change)) tellSubmodule(change, skipped)
      else if (bringsIn(change) && seen.add(change.blob)) yield { blob: change.blob, places: [placeOf(change, commit)] }
    }
  }
  for (const wanted of await withoutCommit(repository)) if (seen.add(wanted.blob)) yield wanted
}

async function* unknownAmong(
  all: AsyncIterable<Wanted>,
  isKnown: (blob: string, path: string) => boolean,
): AsyncGenerator<Wanted> {
  for await (const wanted of all) if (!wanted.places.every(({ path }) => isKnown(wanted.blob, path))) yield wanted
}

function isFile(change: RawChange): change is RawChange & { blob: string } {
  return change.blob !== undefined && kindOf(change.mode) !== 'submodule'
}

function tellSubmodule(change: RawChange, skipped: SkipLog): void {
  if (change.blob !== undefined) skipped.add('submodule', change.path)
}

interface Ref {
  readonly name: string
  readonly id: string
  /** Of the object itself: `commit`, `tag`, `blob`, `tree`. */
  readonly type: string
  /** Of what a tag names in the end. */
  readonly target: string
  readonly targetType: string
}

async function listRefs(repository: Repository): Promise<Ref[]> {
  const format = '%(objectname) %(objecttype) %(*objectname) %(*objecttype) %(refname)'
  const output = (await git(repository, ['for-each-ref', `--format=${format}`])).toString()
  return output.split('\n').flatMap((line) => {
    const [id, type, target, targetType, ...name] = line.split(' ')
    if (type === undefined) return []
    return [{ id: id!, type, target: target || id!, targetType: targetType || type, name: name.join(' ') }]
  })
}

/** Refs may name a file or a folder without any commit. */
async function withoutCommit(repository: Repository): Promise<Wanted[]> {
  const wanted: Wanted[] = []
  for (const { name, target, targetType } of await listRefs(repository)) {
    if (targetType === 'blob') wanted.push({ blob: target, places: [{ path: name, kind: 'file', before: [] }] })
    if (targetType !== 'tree') continue
    for (const { blob, path, kind } of await entriesOfTree(repository, target)) {
      if (kind !== 'submodule') wanted.push({ blob: blob!, places: [{ path: `${name}/${path}`, kind, before: [] }] })
    }
  }
  return wanted
}

async function tagsOf(repository: Repository): Promise<Tag[]> {
  const tags = (await listRefs(repository)).filter(({ type }) => type === 'tag')
  return tags.map(({ id, name }) => ({ name: name.replace(/^refs\/tags\//, ''), object: id }))
}
