import { relative, resolve, sep } from 'node:path'
import type { Tree } from '../core/tree.ts'
import { folderSnapshot, stdinSnapshot } from '../io/files.ts'
import { requireEnds } from '../io/git/objects.ts'
import { type Range, rangeBetween, readStaged } from '../io/git/range.ts'
import { openRepository, type Repository, requireRepository } from '../io/git/repository.ts'
import type { Snapshot } from '../io/git/snapshot.ts'
import { commitSnapshot, indexSnapshot, snapshotOf } from '../io/git/stored.ts'
import { workTreeSnapshot } from '../io/git/worktree.ts'
import { kindOf, mayBeScript } from '../parse/dispatch.ts'
import { policyPathsOf } from './policy.ts'
import type { Settings } from './settings.ts'

/** What is scanned, opened. */
export interface Subject {
  readonly describe: string
  readonly snapshot: Snapshot
  readonly head: Tree
  /** The tree that the head is compared with. */
  readonly base?: Tree
  /** Where configuration is read, when that is yet another commit; and comments are compared with it when there is no base. */
  readonly policyBase?: Tree
  readonly repository?: Repository
  readonly range?: Range
  readonly wholeHistory?: true
  /** Nothing to scan is no mistake here: nothing may be staged. */
  readonly mayBeEmpty?: true
}

export async function openSubject(settings: Settings): Promise<Subject> {
  const { scope, root, env } = settings
  const policyPaths = policyPathsOf(settings)
  switch (scope.kind) {
    case 'stdin':
      return await whole(stdinSnapshot(scope.bytes, scope.name))
    case 'path':
      return await openPath(resolve(root, scope.path), env)
    case 'commit': {
      const repository = await repositoryOf(settings)
      const subject = await whole(await commitSnapshot(repository, scope.revision), scope.why)
      if (scope.judgedBy === undefined) return subject
      return { ...subject, policyBase: await (await commitSnapshot(repository, scope.judgedBy)).tree() }
    }
    case 'history': {
      const repository = await requireRepository(root, env)
      const snapshot = repository.workTree ? workTreeSnapshot(repository) : await commitSnapshot(repository, 'HEAD')
      return { ...(await whole(snapshot)), repository, wholeHistory: true }
    }
    case 'staged': {
      const repository = await requireRepository(root, env)
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
      const subject = await openChange(repository, range, snapshot, policyPaths)
      const described = { ...subject, describe: scope.why ? `${scope.why}: ${range.describe}` : range.describe }
      if (range.base === undefined || range.base === range.from) return described
      return { ...described, policyBase: await treeOf(snapshotOf(repository, range.base), policyPaths) }
    }
  }
}

function repositoryOf({ opened, root, env }: Settings): Repository | Promise<Repository> {
  return opened ?? requireRepository(root, env)
}

async function openPath(path: string, env: NodeJS.ProcessEnv): Promise<Subject> {
  const repository = await openRepository(path, env)
  if (!repository?.workTree) return await whole(folderSnapshot(path))
  const under = relative(repository.workTree, path).split(sep).join('/')
  const snapshot = workTreeSnapshot(repository, { under })
  // The tree is the whole one: modules and templates next door are read, and the configuration is at the root.
  const head = await (under === '' ? snapshot : workTreeSnapshot(repository)).tree()
  return { describe: snapshot.describe, snapshot, head, repository }
}

async function whole(snapshot: Snapshot, why?: string): Promise<Subject> {
  const describe = why ? `${snapshot.describe}, since ${why}` : snapshot.describe
  return { describe, snapshot, head: await snapshot.tree() }
}

async function openChange(
  repository: Repository,
  range: Range,
  snapshot: Snapshot,
  policyPaths: readonly string[],
): Promise<Subject> {
  const changed = range.changes.flatMap(({ path, oldPath }) => (oldPath ? [path, oldPath] : [path]))
  const ahead = [...changed, ...policyPaths]
  const [head, base] = await Promise.all([
    treeOf(snapshot, ahead),
    range.from === undefined ? NOTHING : treeOf(snapshotOf(repository, range.from), ahead),
  ])
  return { describe: range.describe, snapshot, head, base, repository, range }
}

const NOTHING: Tree = { paths: [], has: () => false, read: () => undefined }

/**
 * For a change: changed files and what decides will be asked for, and perhaps all that belongs to their units. In a
 * repository that fetches what it lacks, nothing else can be read later.
 */
function treeOf(snapshot: Snapshot, surely: readonly string[]): Promise<Tree> {
  return snapshot.tree({ surely, perhaps: mayBelongToUnit })
}

/** By its name: what takes in other files, or is taken in by them. */
function mayBelongToUnit(path: string): boolean {
  return TAKEN_IN.test(path) || (kindOf(path)?.takesIn ?? mayBeScript(path))
}

const TAKEN_IN = /\.(?:tf|tofu|tfvars|hcl|ya?ml|json|tpl|tftpl|tmpl|template|sh|txt|conf|cfg)$/
