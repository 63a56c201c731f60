import { chmodSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { Problem } from '../../core/problem.ts'
import { NO_HOOKS, tryGit } from './git.ts'
import { splitNul } from './records.ts'
import type { Repository } from './repository.ts'

export const HOOKS = ['pre-commit', 'commit-msg', 'pre-push'] as const
export type Hook = (typeof HOOKS)[number]

export interface HookOptions {
  /**
   * How to start Keylatch: program and arguments, each whole. The hook adds `hook run HOOK` and what git gave it; for
   * `commit-msg` that is the message's file, for `pre-push` remote and address, with the pushed refs on standard input.
   */
  readonly command: readonly string[]
  /** Also where the folder of hooks serves other repositories too (`core.hooksPath` of the user or the machine). */
  readonly shared?: boolean
}

export interface HookChange {
  readonly hook: Hook
  readonly path: string
  /**
   * `installed`: it runs now, and before it the hook that was there, if `chained`. `restored`: that one is back.
   * `left`: there was nothing of ours.
   */
  readonly did: 'installed' | 'removed' | 'restored' | 'left'
  readonly chained: boolean
}

/**
 * Sets up the hooks. One that exists is kept under another name and runs first; when it fails, git stops there. Doing it
 * again changes nothing but the command.
 * @throws Problem, before anything is changed, when a hook cannot be set up.
 */
export async function installHooks(repository: Repository, options: HookOptions): Promise<HookChange[]> {
  const folder = await hooksFolder(repository, options.shared ?? false)
  for (const hook of HOOKS) assertFree(join(folder, hook))
  mkdirSync(folder, { recursive: true })
  return HOOKS.map((hook) => {
    const path = join(folder, hook)
    const fresh = `${path}.keylatch-new`
    writeFileSync(fresh, script(hook, options.command))
    chmodSync(fresh, 0o755)
    if (exists(path) && !isOurs(path)) renameSync(path, path + BEFORE)
    renameSync(fresh, path)
    return { hook, path, did: 'installed', chained: exists(path + BEFORE) }
  })
}

/** Takes the hooks away again; those that were there before are back as they were. */
export async function uninstallHooks(repository: Repository): Promise<HookChange[]> {
  const folder = await hooksFolder(repository, true)
  return HOOKS.map((hook) => {
    const path = join(folder, hook)
    const chained = exists(path + BEFORE)
    if (!isOurs(path)) return { hook, path, did: 'left', chained }
    rmSync(path)
    if (!chained) return { hook, path, did: 'removed', chained }
    renameSync(path + BEFORE, path)
    return { hook, path, did: 'restored', chained }
  })
}

const BEFORE = '.before-keylatch'
const MARK = '# Made by `keylatch hook install`; `keylatch hook uninstall` takes it away.'

/**
 * Where git looks for hooks. husky's `.husky/_` holds wrappers that go by their own name and are made anew on every
 * installation; what they start is one folder up, and that is where hooks of people belong.
 */
async function hooksFolder(repository: Repository, shared: boolean): Promise<string> {
  const set = await configuredFolder(repository)
  if (set === undefined) return join(repository.commonDir, 'hooks')
  const folder = resolve(repository.workTree ?? repository.gitDir, set.path)
  const own = [repository.workTree, repository.commonDir].some((root) => root !== undefined && isBelow(root, folder))
  if (!shared && !own) {
    throw new Problem(
      `core.hooksPath (${set.scope}) is ${folder}, which other repositories use too. Give this one its own: \`git config core.hooksPath .git/hooks\`, or add --shared.`,
    )
  }
  return basename(folder) === '_' && basename(dirname(folder)) === '.husky' ? dirname(folder) : folder
}

async function configuredFolder(repository: Repository): Promise<{ scope: string; path: string } | undefined> {
  const args = ['config', '-z', '--show-scope', '--type=path', '--get-all', 'core.hooksPath']
  const answer = await tryGit(repository, args, { env: { ...configurationOf(repository), GIT_CONFIG_NOSYSTEM: '0' } })
  if (!answer.ok) return undefined
  const fields = [...splitNul(answer.output)].map(String)
  const values = fields.flatMap((scope, index) => (index % 2 === 0 ? [{ scope, path: fields[index + 1]! }] : []))
  // Of the scope `command` is also what we ourselves tell every git, after all that the environment says.
  return values
    .filter(({ scope, path }) => scope !== 'command' || path !== NO_HOOKS)
    .findLast(({ path }) => path !== '')
}

/** What the environment adds to the configuration: the git of the user will heed it, so this question has to. */
function configurationOf({ env }: Repository): Record<string, string> {
  const set = Object.entries(env).filter(([name]) =>
    /^GIT_CONFIG_(?:GLOBAL|SYSTEM|COUNT|PARAMETERS|KEY_\d+|VALUE_\d+)$/.test(name),
  )
  return Object.fromEntries(set.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

function isBelow(root: string, folder: string): boolean {
  const inside = relative(root, folder)
  return !inside.startsWith('..') && !isAbsolute(inside)
}

/** Someone else has put a hook where ours was, so that the older one cannot be kept a second time. */
function assertFree(path: string): void {
  if (!exists(path) || isOurs(path) || !exists(path + BEFORE)) return
  throw new Problem(
    `${path} would have to be kept as ${basename(path)}${BEFORE}, but there is one already. Merge the two, or remove one of them.`,
  )
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

function isOurs(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true && readFileSync(path, 'utf8').includes(MARK)
}

/** For any POSIX shell; git for Windows brings one. */
function script(hook: Hook, command: readonly string[]): string {
  const keylatch = `${command.map(quoted).join(' ')} hook run ${hook} "$@"`
  // Both read the pushed refs. The dot keeps the last line break, which `$(…)` would drop.
  const take = hook === 'pre-push' ? 'input=$(cat; printf .)\ninput=${input%.}\n' : ''
  const give = hook === 'pre-push' ? 'printf %s "$input" | ' : ''
  return `#!/bin/sh
${MARK}
before="$0${BEFORE}"
${take}if [ -x "$before" ]; then
  ${give}"$before" "$@" || exit $?
fi
status=0
${give}${keylatch} || status=$?
if [ $status -ge 126 ]; then
  echo "Keylatch could not be started. Run keylatch hook install again, or remove $0." >&2
fi
exit $status
`
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`
}
