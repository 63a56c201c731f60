import { relative, resolve, sep } from 'node:path'
import { Problem } from '../core/problem.ts'
import type { Source } from '../core/source.ts'
import type { Tree } from '../core/tree.ts'
import { hasFrontEnd, looksInto, mayInclude } from '../frontends/index.ts'
import { folderSnapshot, stdinSnapshot } from '../io/files.ts'
import { readEarly } from '../io/git/contents.ts'
import { requireEnds } from '../io/git/objects.ts'
import { type Change, type CommitRange, entriesBefore, pathsOf, rangeBetween, readStaged } from '../io/git/range.ts'
import { openRepository, type Repository, requireRepository } from '../io/git/repository.ts'
import type { Ahead, Entry, Snapshot } from '../io/git/snapshot.ts'
import { commitSnapshot, indexSnapshot, snapshotOf } from '../io/git/stored.ts'
import { workTreeSnapshot } from '../io/git/worktree.ts'
import { policyPathsOf } from './scan-policy.ts'
import type { Settings } from './settings.ts'

/** What is scanned, opened. */
export interface ScanTarget {
  readonly describe: string
  readonly snapshot: Snapshot
  readonly head: Tree
  /** The tree that the head is compared with. */
  readonly base?: Tree
  /** Where configuration is read, when that is yet another commit; and comments are compared with it when there is no base. */
  readonly policyBase?: Tree
  readonly repository?: Repository
  readonly range?: CommitRange
  /** Of annotated tags that come along with it. */
  readonly messages?: readonly Source[]
  readonly wholeHistory?: true
  /** Most of what the front ends will ask of a change is at hand; never fails. */
  readonly ready?: Promise<void>
  /** Nothing to scan is no mistake here: nothing may be staged. */
  readonly mayBeEmpty?: true
}

export async function openScanTarget(settings: Settings): Promise<ScanTarget> {
  const { scope, root, env } = settings
  const policyPaths = policyPathsOf(settings)
  switch (scope.kind) {
    case 'stdin':
      return await whole(stdinSnapshot(scope.bytes, scope.name))
    case 'path':
      return await openPath(resolve(root, scope.path), env)
    case 'commit': {
      const repository = await repositoryOf(settings)
      const target = await whole(await commitSnapshot(repository, scope.revision), scope.why)
      if (scope.judgedBy === undefined) return target
      return { ...target, policyBase: await (await commitSnapshot(repository, scope.judgedBy)).tree() }
    }
    case 'history': {
      const repository = await requireRepository(root, env)
      const snapshot = repository.workTree ? workTreeSnapshot(repository) : await commitSnapshot(repository, 'HEAD')
      return { ...(await whole(snapshot)), repository, wholeHistory: true }
    }
    case 'staged': {
      const repository = await requireRepository(root, env)
      refuseBare(repository)
      return {
        ...(await openChange(repository, await readStaged(repository), indexSnapshot(repository), policyPaths)),
        mayBeEmpty: true,
      }
    }
    case 'range': {
      const repository = await repositoryOf(settings)
      const [base, head] = await requireEnds(repository, scope.base, scope.head)
      const snapshot = snapshotOf(repository, head)
      // Listing the files of the head need not wait for the range.
      const [range] = await Promise.all([
        rangeBetween(repository, base, head, { not: scope.not ?? [] }),
        snapshot.entries(),
      ])
      // Where configuration is read, when the head branched off before it.
      const elsewhere = range.base === undefined || range.base === range.from ? undefined : range.base
      const [target, policyBase] = await Promise.all([
        openChange(repository, range, snapshot, policyPaths),
        elsewhere === undefined ? undefined : treeOf(snapshotOf(repository, elsewhere), [policyPaths]),
      ])
      const describe = scope.why ? `${scope.why}: ${range.describe}` : range.describe
      return { ...target, describe, ...(policyBase ? { policyBase } : {}) }
    }
  }
}

function repositoryOf({ opened, root, env }: Settings): Repository | Promise<Repository> {
  return opened ?? requireRepository(root, env)
}

async function openPath(path: string, env: NodeJS.ProcessEnv): Promise<ScanTarget> {
  const repository = await openRepository(path, env)
  if (!repository) return await whole(folderSnapshot(path))
  refuseBare(repository)
  const under = relative(repository.workTree, path).split(sep).join('/')
  const snapshot = workTreeSnapshot(repository, { under })
  // The tree is the whole one: modules and templates next door are read, and the configuration is at the root.
  const head = await (under === '' ? snapshot : workTreeSnapshot(repository)).tree()
  return { describe: snapshot.describe, snapshot, head, repository }
}

/** Its files are compressed objects: whoever scanned those would find nothing, and call it clean. */
function refuseBare(repository: Repository): asserts repository is Repository & { readonly workTree: string } {
  if (repository.workTree !== undefined) return
  throw new Problem(
    `${repository.gitDir} is a bare repository, without files on disk: scan it with --history, or with --base REVISION`,
  )
}

async function whole(snapshot: Snapshot, why?: string): Promise<ScanTarget> {
  const describe = why ? `${snapshot.describe}, since ${why}` : snapshot.describe
  return { describe, snapshot, head: await snapshot.tree() }
}

async function openChange(
  repository: Repository,
  range: CommitRange,
  snapshot: Snapshot,
  policyPaths: readonly string[],
): Promise<ScanTarget> {
  const { from, changes } = range
  const changed = pathsOf(changes)
  const together = [policyPaths, changed]
  const entries = await snapshot.entries()
  // What is staged may be in the middle of a merge, and then is no list to take changes back from.
  const before = range.head === undefined ? undefined : async () => entriesBefore(entries, changes)
  const [head, base] = await Promise.all([
    treeOf(snapshot, together),
    from === undefined ? NOTHING : treeOf(snapshotOf(repository, from, before), together),
  ])
  const ready = readEarly(repository, askedOf(entries, changes, changed)).catch(() => {})
  return { describe: range.describe, snapshot, head, base, repository, range, ready }
}

/** Blobs that the front ends will ask for, but for the new ones, which are read to look for secrets in any case. */
function askedOf(entries: readonly Entry[], changes: readonly Change[], changed: readonly string[]): string[] {
  const fresh = new Set(changed)
  const isAsked = looksInto(changed)
  return [
    ...entries.flatMap(({ path, kind, blob }) =>
      blob && kind !== 'submodule' && !fresh.has(path) && isAsked(path) ? [blob] : [],
    ),
    ...changes.flatMap(({ path, oldPath = path, oldBlob }) => (oldBlob && hasFrontEnd(oldPath) ? [oldBlob] : [])),
  ]
}

const NOTHING: Tree = { paths: [], has: () => false, read: () => undefined }

/**
 * For a change: what decides and what changed will be asked for, and perhaps all that belongs to their units. In a
 * repository that fetches what it lacks, nothing else can be read later.
 */
function treeOf(snapshot: Snapshot, together: Ahead['together']): Promise<Tree> {
  return snapshot.tree({ together, perhaps: mayBelongToUnit })
}

/** By its name: what takes in other files, or is taken in by them. */
function mayBelongToUnit(path: string): boolean {
  return INCLUDED.test(path) || mayInclude(path)
}

const INCLUDED = /\.(?:tf|tofu|tfvars|hcl|ya?ml|json|tpl|tftpl|tmpl|template|sh|txt|conf|cfg)$/
