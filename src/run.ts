import { relative, resolve, sep } from 'node:path'
import type { Report } from './core/finding.ts'
import type { Rule } from './core/rule.ts'
import type { Tree } from './core/tree.ts'
import { folderSnapshot, stdinSnapshot } from './io/files.ts'
import { readHistory } from './io/git/history.ts'
import { type Range, readRange, readStaged } from './io/git/range.ts'
import { openRepository, type Repository, requireRepository } from './io/git/repository.ts'
import type { Snapshot } from './io/git/snapshot.ts'
import { commitSnapshot, indexSnapshot } from './io/git/stored.ts'
import { workTreeSnapshot } from './io/git/worktree.ts'
import { rules } from './rules/index.ts'
import type { Found, Work } from './run/found.ts'
import { type Policy, policyPathsOf, readPolicy } from './run/policy.ts'
import { makeReport } from './run/report.ts'
import { scanChange } from './run/scan-change.ts'
import { scanHistory } from './run/scan-history.ts'
import { scanSnapshot } from './run/scan-snapshot.ts'
import type { Settings } from './run/settings.ts'
import { ruleTable } from './scan/check.ts'
import { checkPatterns, ignoredPaths, ruleSetting } from './scan/config.ts'

/** The walk: open what is to be scanned, read what decides, scan, compare, judge. */
export async function run(settings: Settings): Promise<Report> {
  const started = settings.now()
  checkPatterns(settings.paths, 'paths')
  checkPatterns(settings.pathsIgnore, 'paths-ignore')
  const subject = await openSubject(settings)
  const { base = subject.policyBase } = subject
  const policy = readPolicy(settings, subject.head, subject.policyBase ?? base, rules)
  const active = rules.filter(({ meta }) => ruleSetting(policy.config, meta.id) !== 'off')
  const found = await scan(subject, workOf(settings, policy, active))
  const { trustedAccounts } = policy.config
  const triaged = await settings.triage?.(found.findings, found.leaked, trustedAccounts)
  return makeReport(
    {
      findings: triaged?.findings ?? found.findings,
      notifications: [...(settings.notifications ?? []), ...found.notifications, ...(triaged?.notifications ?? [])],
      permissionChanges: [],
      leaked: found.leaked,
      stats: {
        scope: found.describe ?? subject.describe,
        files: found.texts,
        bytes: found.characters,
        commits: found.commits,
        milliseconds: settings.now() - started,
      },
      scanned: found.texts + found.commits + (subject.mayBeEmpty ? 1 : 0),
      unscanned: found.notifications.filter(({ id }) => UNSCANNED.has(id)).length,
    },
    {
      config: policy.config,
      neighbours: policy.neighbours,
      ...(policy.baseline ? { baseline: policy.baseline } : {}),
      failOn: settings.failOn ?? policy.config.failOn,
      today: settings.today,
      rules,
      scope: subject.base ? 'change' : 'full',
      head: (uri) => subject.head.read(uri),
      ...(base ? { base: (uri: string) => base.read(subject.range?.oldPathOf(uri) ?? uri) } : {}),
      policyChanges: policy.changes,
      changedPaths: subject.range?.changes.flatMap(({ path, blob }) => (blob ? [path] : [])) ?? [],
      ...(settings.repository ? { repository: settings.repository } : {}),
    },
  )
}

/** Notifications that mean a file was not looked at. */
const UNSCANNED = new Set(['large-file', 'unreadable-file', 'missing-content', 'not-checked-out', 'nested-repository'])

/** What is scanned, opened. */
interface Subject {
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

async function openSubject(settings: Settings): Promise<Subject> {
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
      const range = await readRange(repository, scope.base, scope.head, { not: scope.not ?? [] })
      const subject = await openChange(repository, range, await commitSnapshot(repository, scope.head), policyPaths)
      const described = { ...subject, describe: scope.why ? `${scope.why}: ${range.describe}` : range.describe }
      if (range.base === undefined || range.base === range.from) return described
      return { ...described, policyBase: await treeOf(await commitSnapshot(repository, range.base), policyPaths) }
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
  return { ...(await whole(workTreeSnapshot(repository, { under }))), repository }
}

async function whole(snapshot: Snapshot, why?: string): Promise<Subject> {
  const describe = why ? `${snapshot.describe}, since ${why}` : snapshot.describe
  return { describe, snapshot, head: await treeOf(snapshot) }
}

async function openChange(
  repository: Repository,
  range: Range,
  snapshot: Snapshot,
  policyPaths: readonly string[],
): Promise<Subject> {
  const changed = range.changes.flatMap(({ path, oldPath }) => (oldPath ? [path, oldPath] : [path]))
  const ahead = [...changed, ...policyPaths]
  const head = await treeOf(snapshot, ahead)
  const base = range.from === undefined ? NOTHING : await treeOf(await commitSnapshot(repository, range.from), ahead)
  return { describe: range.describe, snapshot, head, base, repository, range }
}

const NOTHING: Tree = { paths: [], has: () => false, read: () => undefined }

/**
 * With everything read ahead that will be asked for one by one: changed files, what decides, and what front ends read.
 * In a repository that fetches what it lacks, nothing else can be read later.
 */
function treeOf(snapshot: Snapshot, paths: readonly string[] = []): Promise<Tree> {
  const ahead = new Set(paths)
  return snapshot.tree((path) => ahead.has(path) || isInfrastructure(path))
}

function isInfrastructure(path: string): boolean {
  return /\.(?:tf|tofu|tfvars|hcl|ya?ml|json|tpl|tftpl|tmpl|template|sh)$/.test(path)
}

async function scan(subject: Subject, work: Work): Promise<Found> {
  const { repository, range, snapshot, head, base } = subject
  if (repository && range) return await scanChange({ repository, range, head, ...(base ? { base } : {}) }, work)
  if (repository && subject.wholeHistory) {
    return await scanHistory(repository, await readHistory(repository), { snapshot, tree: head }, work)
  }
  return await scanSnapshot(snapshot, head, work)
}

function workOf(settings: Settings, { config }: Policy, active: readonly Rule[]): Work {
  const only = ignoredPaths(settings.paths)
  const ignored = ignoredPaths([...config.pathsIgnore, ...settings.pathsIgnore])
  return {
    rules: ruleTable(active),
    surroundings: {
      trustedAccounts: config.trustedAccounts,
      ...(settings.repository ? { repository: settings.repository.slug } : {}),
    },
    severityOf: (ruleId, severity) => {
      const set = ruleSetting(config, ruleId)
      return set === undefined || set === 'off' ? severity : set
    },
    wanted: (path) => (settings.paths.length === 0 || only(path)) && !ignored(path),
    progress: settings.progress ?? (() => {}),
  }
}
