import { concatTexts } from '../../core/text.ts'
import { lastAssignment } from './script.ts'
import type { ShellBranch, ShellCommand, ShellScript, ShellWord } from './types.ts'
import { unknownPart } from './word.ts'

/** A variable and a value that it may have. */
export type Alternative = readonly [name: string, value: ShellWord]

/** Scripts with more are made by programs, and each command is held against all of them. */
const MOST_BRANCHES = 2_000

/**
 * The values that variables of a command may have by the way that an `if` or a `case` before it went, for each variable
 * that one gives different ones; also for variables whose value is put together of such a one.
 */
export function alternatives(command: ShellCommand, script: ShellScript): Alternative[][] {
  if (script.branches.length === 0 || script.branches.length > MOST_BRANCHES) return []
  const names = new Set(command.words.flatMap(variablesIn))
  return [...names].flatMap((name) => {
    const own = waysOf(name, command.order, script)
    if (own.length > 1) return [own]
    const set = lastAssignment(name, script, command.order)
    const inner = set ? variablesIn(set.value).map((one) => waysOf(one, set.order, script)) : []
    const ways = inner.find((some) => some.length > 1)
    return set && ways ? [ways.map(([variable, value]) => [name, withValue(set.value, variable, value)] as const)] : []
  })
}

function variablesIn({ parts }: ShellWord): string[] {
  return parts.flatMap((part) => (part.kind === 'variable' && part.name !== '' ? [part.name] : []))
}

function waysOf(name: string, order: number, script: ShellScript): Alternative[] {
  const last = lastAssignment(name, script, order)
  const branch = last && branchAround(last.order, order, script.branches)
  if (!last || !branch) return []
  const group = script.branches.filter((one) => one.group === branch.group)
  const assigned = group.flatMap(({ from, to }) => {
    const set = lastAssignment(name, script, to)
    return set && set.order >= from ? [set.value] : []
  })
  const isSetInAll = assigned.length === group.length && !branch.mayPass
  const before = isSetInAll ? undefined : lastAssignment(name, script, branch.group)?.value
  return [...(before ? [before] : []), ...assigned].map((value) => [name, value] as const)
}

/** The way that a place lies in and another one, further on, does not. */
function branchAround(order: number, later: number, branches: readonly ShellBranch[]): ShellBranch | undefined {
  return branches.find(({ from, to }) => from <= order && order < to && to <= later)
}

function withValue(word: ShellWord, name: string, value: ShellWord): ShellWord {
  const parts = word.parts.flatMap((part) => (part.kind === 'variable' && part.name === name ? value.parts : [part]))
  return {
    ...word,
    parts,
    text: concatTexts(parts.map((part) => (part.kind === 'text' ? part.text : unknownPart(part)))),
  }
}
