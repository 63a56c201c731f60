import { rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { applyEdits, modify, type ParseError, parse } from 'jsonc-parser'
import { Problem } from '../core/problem.ts'
import { openRepository } from '../io/git/repository.ts'
import { readTextFile, writeTextFile } from '../io/text-file.ts'
import { hint } from '../scan/config/nearest.ts'
import { AGENTS, type Agent } from './agents.ts'
import type { Console } from './console.ts'
import type { Parsed } from './flags.ts'

/** `keylatch hook install|uninstall --agent NAME`. */
export async function agentHookCommand(flags: Parsed, console: Console, program: readonly string[]): Promise<number> {
  const name = flags.value('agent')!
  const agent = AGENTS[name]
  const known = Object.keys(AGENTS)
  if (!agent) throw new Problem(`--agent cannot be '${name}'${hint(name, known) || '.'} It takes: ${known.join(', ')}`)
  const path = await pathOf(agent, flags, console)
  const before = readTextFile(path)
  const failClosed = flags.has('fail-closed')
  const command = [...program.map(quoted), 'hook', 'run', name, ...(failClosed ? ['--fail-closed'] : [])].join(' ')
  const removing = flags.operands[0] === 'uninstall'
  const without = withoutOurs(before, name, path)
  const after = removing ? without : withOurs(without, agent, command, failClosed)
  if (after === before) {
    console.print(`${path} is as it should be.\n`)
    return 0
  }
  if (before !== undefined && !(await mayChange(path, flags, console))) {
    console.print(`${path} was left as it is.\n`)
    return 1
  }
  if (removing && isEmpty(after)) rmSync(path)
  else writeTextFile(path, after ?? '')
  console.print(removing ? `${agent.title} runs Keylatch no more (${path}).\n` : told(agent, path, failClosed))
  return 0
}

function told(agent: Agent, path: string, failClosed: boolean): string {
  const [what, when] = failClosed ? ['is stopped', ''] : ['goes on', ' (--fail-closed: is stopped)']
  return [
    `${agent.title} asks Keylatch now, ${agent.hooks.map(({ event }) => event).join(', ')} (${path}).`,
    `What Keylatch fails on ${what}${when}. When it cannot be started, ${agent.unstarted}.`,
    ...(agent.note ? [agent.note] : []),
    'The hook starts Keylatch by its place on this machine: before you commit that file, put `npx keylatch` there.\n',
  ].join('\n')
}

async function pathOf({ files }: Agent, flags: Parsed, console: Console): Promise<string> {
  if (flags.has('user')) return join(console.env.HOME ?? homedir(), files.user)
  const root = (await openRepository(console.cwd, console.env))?.workTree ?? console.cwd
  return join(root, flags.has('shared') ? files.shared : files.own)
}

/** A file that somebody wrote is changed when they say so. */
async function mayChange(path: string, flags: Parsed, console: Console): Promise<boolean> {
  if (flags.has('yes')) return true
  const answer = await console.ask?.(`${path} exists. Change its hooks? [y/N] `)
  if (answer === undefined) throw new Problem(`${path} exists: give --yes to change its hooks`)
  return /^y(?:es)?$/i.test(answer.trim())
}

const FORMAT = { formattingOptions: { insertSpaces: true, tabSize: 2 } }

type Hooks = Record<string, unknown[]>

/** The file with our hooks in it; everything else, comments too, stays. */
function withOurs(before: string | undefined, agent: Agent, command: string, failClosed: boolean): string {
  let text = before === undefined || isEmpty(before) ? (agent.shape === 'list' ? '{ "version": 1 }' : '{}') : before
  for (const { event, matcher } of agent.hooks) {
    const hook = agent.entry(command, failClosed)
    const matched = matcher === undefined ? {} : { matcher }
    const entry = agent.shape === 'groups' ? { ...matched, hooks: [hook] } : { ...hook, ...matched }
    const there = Array.isArray(hooksIn(text)[event]) ? hooksIn(text)[event]!.length : 0
    text = applyEdits(text, modify(text, ['hooks', event, there], entry, { ...FORMAT, isArrayInsertion: there > 0 }))
  }
  return text.endsWith('\n') ? text : `${text}\n`
}

function withoutOurs(before: string | undefined, name: string, path: string): string | undefined {
  if (before === undefined || before.trim() === '') return before
  const errors: ParseError[] = []
  const root: unknown = parse(before, errors, { allowTrailingComma: true })
  if (errors.length > 0 || typeof root !== 'object' || root === null || Array.isArray(root))
    throw new Problem(`${path} is no JSON object; mend it first`)
  let text = before
  for (const event of Object.keys(hooksIn(text))) {
    for (let at = (hooksIn(text)[event] ?? []).length - 1; at >= 0; at--)
      if (isOurs(hooksIn(text)[event]![at], name))
        text = applyEdits(text, modify(text, ['hooks', event, at], undefined, FORMAT))
    if (hooksIn(text)[event]?.length === 0) text = applyEdits(text, modify(text, ['hooks', event], undefined, FORMAT))
  }
  return text
}

function hooksIn(text: string): Hooks {
  const root = parse(text) as { hooks?: unknown } | undefined
  return typeof root?.hooks === 'object' && root.hooks !== null ? (root.hooks as Hooks) : {}
}

const isOurs = (entry: unknown, name: string): boolean => JSON.stringify(entry ?? '').includes(` hook run ${name}`)

/** Nothing is left but what we put there ourselves. */
function isEmpty(text: string | undefined): boolean {
  const root: unknown = parse(text ?? '{}')
  const left = Object.entries(root ?? {}).filter(
    ([key, value]) => key !== 'version' && !(key === 'hooks' && Object.keys(value ?? {}).length === 0),
  )
  return left.length === 0
}

/** For the shells that agents start hooks with. */
function quoted(word: string): string {
  return /^[\w./:\\-]+$/.test(word) ? word : `"${word.replaceAll('"', '\\"')}"`
}
