import { join, sep } from 'node:path'
import { Problem } from '../../core/problem.ts'
import { entryOnDisk, readFromDisk } from './disk.ts'
import { git } from './git.ts'
import { pathText, splitNul, wordsAndName } from './records.ts'
import type { Repository } from './repository.ts'
import { createSkipLog, type SkipLog } from './skipped.ts'
import { byPath, type Entry, type LargeFile, type Snapshot, type SnapshotOptions } from './snapshot.ts'
import { indexEnvironment, kindOf } from './stored.ts'
import { diskTree } from './tree.ts'

export interface WorkTreeOptions extends SnapshotOptions {
  /** Only this file or folder, relative to the root of the work tree; paths stay relative to the root. */
  readonly under?: string
}

/**
 * The files on disk that git tracks, and those it would add: what `.gitignore`, `.git/info/exclude` and
 * `core.excludesFile` name is left out. Read as they are on disk, without git's filters.
 */
export function workTreeSnapshot(repository: Repository, options: WorkTreeOptions = {}): Snapshot {
  const root = repository.workTree
  if (root === undefined) {
    throw new Problem(`${repository.gitDir} is a bare repository without files on disk: name a revision to scan.`)
  }
  const skipped = createSkipLog()
  const large: LargeFile[] = []
  const names = new Map<string, Buffer>()
  const nameOf = (path: string): Buffer | undefined => names.get(path)
  let listed: Promise<readonly Entry[]> | undefined
  const entries = (): Promise<readonly Entry[]> => {
    listed ??= list(repository, root, options.under ?? '', names, skipped)
    return listed
  }
  return {
    describe: options.under ? `the working tree under ${options.under}` : 'the working tree',
    skipped,
    large,
    entries,
    readBytes: (wanted) => readFromDisk(root, wanted, { skipped, large }, options.maxBytes, nameOf),
    tree: async () => diskTree(root, await entries(), skipped, options.maxBytes, nameOf),
  }
}

async function list(
  repository: Repository,
  root: string,
  under: string,
  names: Map<string, Buffer>,
  skipped: SkipLog,
): Promise<readonly Entry[]> {
  const only = under === '' || under === '.' ? [] : [under]
  const env = indexEnvironment(repository)
  const [tracked, untracked] = await Promise.all([
    git(repository, ['ls-files', '-z', '-t', '--stage', '--', ...only], { env }),
    git(repository, ['ls-files', '-z', '--others', '--exclude-standard', '--', ...only], { env }),
  ])
  const found = new Map<string, Entry>()
  const take = (name: Buffer): void => {
    const path = pathText(name)
    if (found.has(path)) return
    if (!Buffer.from(path).equals(name)) names.set(path, name)
    const onDisk = names.has(path) ? Buffer.concat([Buffer.from(root + sep), name]) : join(root, path)
    const entry = entryOnDisk(onDisk, path, skipped)
    if (entry) found.set(path, entry)
  }
  for (const field of splitNul(tracked)) {
    // `H 100644 ID STAGE<tab>PATH`, with S for what a sparse checkout left out.
    const [[tag, mode], name] = wordsAndName(field)
    if (kindOf(mode!) === 'submodule') found.set(pathText(name), { path: pathText(name), kind: 'submodule' })
    else take(name)
    if (tag === 'S' && !found.has(pathText(name))) skipped.add('not-checked-out', pathText(name))
  }
  for (const name of splitNul(untracked)) {
    // A folder with a repository of its own is listed as `NAME/`.
    if (name.at(-1) === 0x2f) skipped.add('nested-repository', pathText(name))
    else take(name)
  }
  return [...found.values()].sort(byPath)
}
