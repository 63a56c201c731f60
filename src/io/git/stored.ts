import { isAbsolute, relative, resolve } from 'node:path'
import { git } from './git.ts'
import { shortId } from './ids.ts'
import { blobPieces, bringMissing, DEFAULT_MAX_BYTES, readBlobs, requireCommit } from './objects.ts'
import { pathText, splitNul, wordsAndName } from './records.ts'
import type { Repository } from './repository.ts'
import { createSkipLog, megabytes, type SkipLog } from './skipped.ts'
import {
  type Ahead,
  byPath,
  type Entry,
  type EntryKind,
  type LargeFile,
  type Snapshot,
  type SnapshotOptions,
} from './snapshot.ts'
import { storedTree } from './tree.ts'

/**
 * The files of one commit.
 * @param revision as people write it; never reaches git as an option.
 * @throws Problem when it is no commit here.
 */
export async function commitSnapshot(
  repository: Repository,
  revision: string,
  options: SnapshotOptions = {},
): Promise<Snapshot> {
  const commit = await requireCommit(repository, revision)
  const list = () => entriesOfTree(repository, commit)
  return storedSnapshot(repository, `commit ${shortId(commit)}`, list, { ...options, commit })
}

/**
 * The files of a commit that is known to be here, by its id.
 * @param list gives them when that takes less than asking git.
 */
export function snapshotOf(
  repository: Repository,
  commit: string,
  list: () => Promise<Entry[]> = () => entriesOfTree(repository, commit),
): Snapshot {
  return storedSnapshot(repository, `commit ${shortId(commit)}`, list, { commit })
}

/** What is staged for the next commit; inside a hook, what that very commit will hold. */
export function indexSnapshot(repository: Repository, options: SnapshotOptions = {}): Snapshot {
  return storedSnapshot(repository, 'the staged files', () => entriesOfIndex(repository), options)
}

/** The files under a tree or commit id, as git lists them; sorted by path. */
export async function entriesOfTree(repository: Repository, id: string): Promise<Entry[]> {
  const output = await git(repository, ['ls-tree', '-r', '-z', '--full-tree', id])
  const text = output.toString('utf8')
  // One string is taken apart in a third of the time. Some name is not UTF-8: one by one.
  const fields = text.includes('\ufffd') ? [...splitNul(output)].map(pathText) : text.split('\0').slice(0, -1)
  return fields.map(entryOf).sort(byPath)
}

/** `100644 blob ID<tab>PATH` */
function entryOf(field: string): Entry {
  const tab = field.indexOf('\t')
  const [mode, , blob] = field.slice(0, tab).split(' ')
  return { path: field.slice(tab + 1), kind: kindOf(mode!), blob: blob! }
}

/** Git's modes: 100644, 100755, 120000, 160000, and 100664 in very old trees. */
export function kindOf(mode: string): EntryKind {
  if (mode === '120000') return 'symlink'
  if (mode === '160000') return 'submodule'
  return mode === '100755' ? 'executable' : 'file'
}

/**
 * `git commit PATH` and `git commit -a` give their hooks an index of their own. It is taken only when it lies in this
 * repository: the variable may be left over from another one.
 */
export function indexEnvironment(repository: Repository): Readonly<Record<string, string>> {
  const given = repository.env.GIT_INDEX_FILE
  if (!given) return {}
  const path = resolve(repository.workTree ?? repository.gitDir, given)
  const inside = relative(repository.gitDir, path)
  return inside.startsWith('..') || isAbsolute(inside) ? {} : { GIT_INDEX_FILE: path }
}

async function entriesOfIndex(repository: Repository): Promise<Entry[]> {
  const output = await git(repository, ['ls-files', '-z', '--stage'], { env: indexEnvironment(repository) })
  const entries = new Map<string, Entry>()
  for (const field of splitNul(output)) {
    // `100644 ID STAGE<tab>PATH`; the stages 1 to 3 of a conflict are base, ours and theirs.
    const [[mode, blob, stage], name] = wordsAndName(field)
    const path = pathText(name)
    if (entries.has(path) && stage !== '2') continue
    entries.set(path, { path, kind: kindOf(mode!), blob: blob! })
  }
  return [...entries.values()].sort(byPath)
}

const EVERYTHING: Ahead = { together: [], perhaps: () => true }

function storedSnapshot(
  repository: Repository,
  describe: string,
  list: () => Promise<Entry[]>,
  options: SnapshotOptions & { readonly commit?: string },
): Snapshot {
  const skipped = createSkipLog()
  const large: LargeFile[] = []
  let listed: Promise<readonly Entry[]> | undefined
  const entries = (): Promise<readonly Entry[]> => {
    listed ??= list()
    return listed
  }
  return {
    describe,
    ...(options.commit === undefined ? {} : { commit: options.commit }),
    skipped,
    large,
    entries,
    readBytes: (wanted) => readStored(repository, wanted, { skipped, large }, options.maxBytes),
    async tree(ahead = EVERYTHING) {
      const all = await entries()
      if (repository.fetchMissing) await bringMissing(repository, wantedOf(all, ahead))
      return storedTree(repository, all, ahead, skipped, options)
    },
  }
}

/** The blobs that may be asked for. */
function wantedOf(entries: readonly Entry[], { together, perhaps }: Ahead): string[] {
  const surely = new Set(together.flat())
  const wanted = ({ path, kind }: Entry): boolean =>
    kind === 'symlink' || (kind !== 'submodule' && (surely.has(path) || perhaps(path)))
  return entries.filter(wanted).map(({ blob }) => blob!)
}

/** Each blob is read once, however many paths hold it. */
async function* readStored(
  repository: Repository,
  entries: readonly Entry[],
  { skipped, large }: { readonly skipped: SkipLog; readonly large: LargeFile[] },
  maxBytes = DEFAULT_MAX_BYTES,
): AsyncGenerator<{ readonly entry: Entry; readonly bytes: Buffer }> {
  const holders = new Map<string, Entry[]>()
  for (const entry of entries) {
    if (entry.kind === 'submodule') skipped.add('submodule', entry.path)
    else if (entry.blob !== undefined) {
      const others = holders.get(entry.blob)
      if (others) others.push(entry)
      else holders.set(entry.blob, [entry])
    }
  }
  const wanted = [...holders].map(([blob, held]) => ({ blob, held }))
  const blobs = readBlobs(
    repository,
    wanted,
    ({ blob, held }, why) => {
      for (const { path } of held) {
        if (why.reason === 'missing') skipped.add('missing-content', path)
        else {
          skipped.add('large-file', path, megabytes(why.size))
          large.push({ path, size: why.size, pieces: () => blobPieces(repository, blob) })
        }
      }
    },
    maxBytes,
  )
  for await (const { item, bytes } of blobs) for (const entry of item.held) yield { entry, bytes }
}
