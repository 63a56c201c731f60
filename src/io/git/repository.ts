import { existsSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Problem } from '../../core/problem.ts'
import type { GitPlace } from './git.ts'

/** A repository to read from. Nothing in this folder but the hooks ever writes to it. */
export interface Repository extends GitPlace {
  /** Absolute; `.git` of the main work tree, `.git/worktrees/NAME` of another one. */
  readonly gitDir: string
  /** Where objects, refs and hooks are; the same as `gitDir` but for additional work trees. */
  readonly commonDir: string
  /** Absolute and free of symlinks; absent in a bare repository. */
  readonly workTree?: string
  /** Its history is cut off somewhere. */
  readonly shallow: boolean
  /** Some of its objects may be on the server only (a clone with `--filter`). */
  readonly partial: boolean
  /** Brings objects that are on the server only, all in one go; present when the repository was made for that. */
  readonly fetchMissing?: (ids: readonly string[]) => Promise<void>
}

/**
 * The repository that `path` lies in; undefined when it lies in none. Found by looking for `.git` upwards, and given to
 * git by name from then on: so it works whoever owns the files (the container jobs' "dubious ownership"), and
 * `core.worktree` of its configuration has no say.
 * @throws Problem when the path is not there; whether git can read the repository shows at the first question.
 */
export async function openRepository(
  path: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Repository | undefined> {
  const found = discover(realpath(path))
  if (!found) return undefined
  return {
    gitDir: found.gitDir,
    ...(found.workTree === undefined ? {} : { workTree: found.workTree }),
    env,
    commonDir: found.commonDir,
    shallow: shallowBoundary(found.commonDir).size > 0,
    partial: hasPromisedObjects(found.commonDir),
  }
}

/** As `openRepository`, for when there must be one. */
export async function requireRepository(path: string, env: NodeJS.ProcessEnv = process.env): Promise<Repository> {
  const repository = await openRepository(path, env)
  if (!repository)
    throw new Problem(`${path} is not in a git repository. Run \`git init\` there, or name another path.`)
  return repository
}

/** The commits whose parents were not fetched. */
export function shallowBoundary(commonDir: string): ReadonlySet<string> {
  try {
    return new Set(
      readFileSync(join(commonDir, 'shallow'), 'latin1')
        .split('\n')
        .filter((line) => line !== ''),
    )
  } catch {
    return new Set()
  }
}

interface Found {
  readonly gitDir: string
  readonly commonDir: string
  readonly workTree?: string
}

function discover(start: string): Found | undefined {
  for (let folder = statSync(start).isDirectory() ? start : dirname(start); ; folder = dirname(folder)) {
    const gitDir = gitDirOf(join(folder, '.git'))
    if (gitDir !== undefined) return { gitDir, commonDir: commonDirOf(gitDir), workTree: folder }
    if (dirname(folder) === folder) break
  }
  // Only the very folder may be a bare repository: one further up, or hidden in a work tree, is someone else's.
  return isGitDir(start) ? { gitDir: start, commonDir: commonDirOf(start) } : undefined
}

/** Follows a `.git` file (`gitdir: PATH`, of additional work trees and submodules). */
function gitDirOf(dotGit: string): string | undefined {
  const status = statusOf(dotGit)
  if (status?.isDirectory()) return isGitDir(dotGit) ? dotGit : undefined
  if (!status?.isFile() || status.size > 8192) return undefined
  const target = /^gitdir: (.+?)\r?\n?$/s.exec(readFileSync(dotGit, 'utf8'))?.[1]
  if (target === undefined) return undefined
  const gitDir = resolve(dirname(dotGit), target)
  return isGitDir(gitDir) ? gitDir : undefined
}

function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    // A folder that may not be entered hides what is in it, as it does from git.
    return undefined
  }
}

function isGitDir(folder: string): boolean {
  return existsSync(join(folder, 'HEAD')) && existsSync(join(commonDirOf(folder), 'objects'))
}

function commonDirOf(gitDir: string): string {
  try {
    return resolve(gitDir, readFileSync(join(gitDir, 'commondir'), 'utf8').trim())
  } catch {
    return gitDir
  }
}

function hasPromisedObjects(commonDir: string): boolean {
  try {
    return readdirSync(join(commonDir, 'objects', 'pack')).some((name) => name.endsWith('.promisor'))
  } catch {
    return false
  }
}

function realpath(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    throw new Problem(`${path} cannot be opened (${(error as NodeJS.ErrnoException).code}). Does it exist?`)
  }
}
