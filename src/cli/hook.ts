import { isAbsolute, relative, resolve } from 'node:path'
import type { Report } from '../core/finding.ts'
import { Problem } from '../core/problem.ts'
import { HOOKS, type Hook, type HookChange, installHooks, uninstallHooks } from '../io/git/hooks.ts'
import { parsePrePush, pushedTags, pushRanges } from '../io/git/push.ts'
import { type Repository, requireRepository } from '../io/git/repository.ts'
import { ownSecrets } from '../io/own-secrets.ts'
import { readTextFile } from '../io/text-file.ts'
import { render } from '../report/index.ts'
import type { Scope, Settings } from '../run/settings.ts'
import { run } from '../run.ts'
import { hint } from '../scan/config/nearest.ts'
import type { Console } from './console.ts'
import type { Parsed } from './flags.ts'

/** `keylatch hook install|uninstall`, and `keylatch hook run HOOK …`, which is what the hooks call. */
export async function hookCommand(flags: Parsed, console: Console, program: readonly string[]): Promise<number> {
  const [verb, hook, ...words] = flags.operands
  if (verb === 'run') return await runHook(hook, words, console)
  if (flags.value('agent') !== undefined && (verb === 'install' || verb === 'uninstall')) {
    return await (await import('./agent-install.ts')).agentHookCommand(flags, console, program)
  }
  if (hook !== undefined) throw new Problem(`keylatch hook ${verb} takes nothing more, so what is '${hook}'?`)
  const repository = await requireRepository(console.cwd, console.env)
  if (verb === 'install') {
    const changes = await installHooks(repository, { command: program, shared: flags.has('shared') })
    tell(changes, console)
    if (changes.some(({ path }) => isCommitted(path, repository))) console.print(OF_THIS_MACHINE)
    return 0
  }
  if (verb === 'uninstall') return tell(await uninstallHooks(repository), console)
  throw new Problem(
    `keylatch hook takes install or uninstall${verb ? `, not '${verb}'${hint(verb, ['install', 'uninstall']) || '.'}` : ''}`,
  )
}

const OF_THIS_MACHINE =
  'These hooks are files of the repository, and start Keylatch by its place on this machine. Before you commit them, put `npx keylatch` there.\n'

/** husky and its like: hooks that everyone gets with the repository. */
function isCommitted(path: string, { workTree, commonDir }: Repository): boolean {
  const isBelow = (folder: string) =>
    !/^\.\.(?:[\\/]|$)/.test(relative(folder, path)) && !isAbsolute(relative(folder, path))
  return workTree !== undefined && isBelow(workTree) && !isBelow(commonDir)
}

function tell(changes: readonly HookChange[], console: Console): number {
  for (const { hook, did, chained, path } of changes) {
    const said = {
      installed: `runs Keylatch now${chained ? ', after the hook that was there' : ''}`,
      removed: 'removed',
      restored: 'as it was before Keylatch',
      left: 'was not ours, and is as it was',
    }[did]
    console.print(`${hook.padEnd(10)}  ${said}  (${path})\n`)
  }
  return 0
}

/** Quiet when all is well: a hook speaks when it stops something. */
async function runHook(hook: string | undefined, words: readonly string[], console: Console): Promise<number> {
  if (!HOOKS.includes(hook as Hook)) throw new Problem(`keylatch hook run needs one of: ${HOOKS.join(', ')}`)
  let worst = 0
  for (const scope of await scopesOf(hook as Hook, words, console)) {
    const report = await run(settingsFor(scope, console))
    if (report.verdict === 'pass') continue
    console.error(render(report, 'terminal', { terminal: { colour: console.errorColour, width: console.width } }))
    console.error(advice(hook as Hook, report))
    worst = Math.max(worst, report.verdict === 'block' ? 1 : 2)
  }
  return worst
}

async function scopesOf(hook: Hook, words: readonly string[], console: Console): Promise<Scope[]> {
  if (hook === 'pre-commit') return [{ kind: 'staged' }]
  if (hook === 'commit-msg') return [messageScope(words[0], console)]
  const repository = await requireRepository(console.cwd, console.env)
  const pushed = parsePrePush(Buffer.from(await console.readInput()).toString('utf8'))
  const ranges = await pushRanges(repository, pushed, words[0] ?? '')
  const tags = await pushedTags(repository, pushed)
  return [
    ...ranges.map(({ base, head, not }): Scope => ({ kind: 'range', base, head, not })),
    ...tags.map(({ uri, text }): Scope => ({ kind: 'stdin', bytes: Buffer.from(text || '\n'), name: uri })),
  ]
}

function messageScope(file: string | undefined, console: Console): Scope {
  const text = file && readTextFile(resolve(console.cwd, file))
  if (text === undefined || text === '') throw new Problem('keylatch hook run commit-msg needs the file of the message')
  // Lines that git will take out: comments, and everything below the scissors.
  const kept = text.replace(/^# -+ >8 -+[\s\S]*/m, '').replace(/^#.*$/gm, '')
  return { kind: 'stdin', bytes: Buffer.from(kept || '\n'), name: 'commit message' }
}

function settingsFor(scope: Scope, console: Console): Settings {
  return {
    root: console.cwd,
    scope,
    paths: [],
    pathsIgnore: [],
    policyFrom: 'repository',
    comments: 'head',
    ownSecrets: ownSecrets(console.env),
    today: new Date().toISOString().slice(0, 10),
    now: () => performance.now(),
    env: console.env,
  }
}

function advice(hook: Hook, report: Report): string {
  const what = { 'pre-commit': 'commit', 'commit-msg': 'commit', 'pre-push': 'push' }[hook]
  if (report.verdict === 'broken') return `Keylatch could not scan this ${what}: ${report.reason}\n`
  if (report.findings.some(({ blocking, atHead }) => blocking && !atHead)) {
    return `Keylatch stopped this ${what}. Rotate what leaked; then take it out of the commits (git rebase -i), since a push would publish them.\n`
  }
  if (hook === 'commit-msg') {
    return 'Keylatch stopped this commit: take the secret out of the message. Where it is wrong, end the line with `# keylatch:ignore RULE -- why`.\n'
  }
  return `Keylatch stopped this ${what}. Where it is wrong, write \`keylatch:ignore RULE -- why\` on the line.\n`
}
