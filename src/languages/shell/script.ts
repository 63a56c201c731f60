import { parse } from 'unbash'
import { lazy } from '../../core/lazy.ts'
import { limitReached } from '../../core/notice.ts'
import { concatTexts, literalText, type MappedText, sliceText } from '../../core/text.ts'
import { type Reading, readCommands } from './commands.ts'
import { writtenByJq } from './jq.ts'
import type { ShellAssignment, ShellCommand, ShellPart, ShellScript, ShellWord } from './types.ts'
import { unknownPart } from './word.ts'

const MOST_CHARACTERS = 2_000_000
const MOST_BRACKETS = 200_000
const DEEPEST_BRACKETS = 100

/** `sh -c "sh -c …"` is followed this far. */
const MOST_LEVELS = 4

/**
 * The commands and assignments of a shell script, every word mapped to where it is written. Never throws; a script
 * that is too large or too tangled is cut short, with a notification.
 */
export function shellScript(text: MappedText, environment: ShellScript['environment'] = new Map()): ShellScript {
  const reading: Reading = {
    commands: [],
    assignments: [],
    functions: [],
    loops: [],
    branches: [],
    notifications: [],
    order: 0,
    readNested: readText,
  }
  readText(withinLimits(text, reading), reading, 0)
  reading.commands.sort((one, other) => one.order - other.order)
  const { readNested: _, order: __, ...script } = reading
  const named = lazy(() => byName(script.assignments))
  return { ...script, environment, assignmentsOf: (name) => named().get(name) ?? [] }
}

/** How far a word can be followed beyond the script it stands in. */
export interface ScriptContext {
  /** The text of a file by its name as the script writes it. */
  readonly readFile?: (name: string) => MappedText | undefined
}

/**
 * The text of a word with the script's own literal variables put in, as they stand before `order`; what stays open is
 * UNKNOWN.
 */
export function expandWord(
  word: ShellWord,
  script: ShellScript,
  order: number,
  around: ScriptContext = {},
): MappedText {
  return expand(word, { script, order, around, depth: 0, budget: { steps: MOST_EXPANSIONS } })
}

interface Expansion {
  readonly script: ShellScript
  readonly order: number
  readonly around: ScriptContext
  readonly depth: number
  readonly budget: { steps: number }
}

/** Variables in variables, and all of them for one word: `a=$b$b; b=$c$c …` doubles at every step. */
const DEEPEST = 5
const MOST_EXPANSIONS = 500

function expand(word: ShellWord, at: Expansion): MappedText {
  if (word.parts.every((part) => part.kind === 'text')) return word.text
  return concatTexts(word.parts.map((part) => expandPart(part, at)))
}

function expandPart(part: ShellPart, at: Expansion): MappedText {
  if (part.kind === 'text') return part.text
  const unknown = unknownPart(part)
  if (at.depth > DEEPEST || --at.budget.steps < 0) return unknown
  // All elements of an array are several words, whatever stands around them.
  if (part.kind === 'variable' && part.name.endsWith('[]')) return unknown
  const deeper = { ...at, depth: at.depth + 1 }
  if (part.kind === 'command') return printed(part.commands, deeper) ?? unknown
  if (part.name.endsWith('[]')) return elements(part, deeper) ?? unknown
  const set = lastAssignment(part.name, at.script, at.order)
  if (set) return expand(set.value, { ...deeper, order: set.order })
  const given = at.script.environment.get(part.name)
  if (given) return given
  return part.fallback ? expand(part.fallback, deeper) : unknown
}

/** All elements of an array, a space between them. */
function elements({ name, span }: ShellPart & { kind: 'variable' }, at: Expansion): MappedText | undefined {
  const words = arrayElements(name, at.script, at.order)
  const gap = literalText(' ', { ...span, end: span.start })
  if (words.length === 0) return undefined
  return concatTexts(words.flatMap((word, index) => (index === 0 ? [expand(word, at)] : [gap, expand(word, at)])))
}

/** What `NAME=(…)` and `NAME+=(…)` before a place in the script put into an array, which is called `NAME[]`. */
export function arrayElements(name: string, script: ShellScript, order: number): ShellWord[] {
  return script
    .assignmentsOf(name)
    .filter((one) => one.order < order)
    .map(({ value }) => value)
}

/** What gave a variable its value before a place in the script. */
export function lastAssignment(name: string, script: ShellScript, order: number): ShellAssignment | undefined {
  const known = script.assignmentsOf(name)
  let low = 0
  let high = known.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (known[middle]!.order < order) low = middle + 1
    else high = middle
  }
  return known[low - 1]
}

function byName(assignments: readonly ShellAssignment[]): ReadonlyMap<string, readonly ShellAssignment[]> {
  const index = new Map<string, ShellAssignment[]>()
  for (const one of [...assignments].sort((a, b) => a.order - b.order)) {
    if (one.kind === 'prefix') continue
    const list = index.get(one.name)
    if (list) list.push(one)
    else index.set(one.name, [one])
  }
  return index
}

/** `$(cat <<EOF …)` prints its here-document, `$(cat file)` the file, `$(echo x)` its argument. */
function printed(commands: readonly ShellCommand[], at: Expansion): MappedText | undefined {
  const command = commands.length === 1 ? commands[0]! : undefined
  if (!command) return undefined
  const name = command.words[0]!.text.value
  const argument = command.words.findLast((word, index) => index > 0 && !word.text.value.startsWith('-'))
  if (name === 'cat' && !argument && command.input.length === 1) return expand(command.input[0]!, at)
  // What is encoded stays readable: the consumer takes base64 and plain text alike.
  if ((name === 'cat' || name === 'base64') && argument) return at.around.readFile?.(expand(argument, at).value)
  if ((name === 'echo' || name === 'printf') && command.words.length === 2) return expand(command.words[1]!, at)
  return name === 'jq' ? writtenByJq(command, (word) => expand(word, at)) : undefined
}

/** The text up to where it gets hostile: the parser reads what is nested n deep n times. */
function withinLimits(text: MappedText, reading: Reading): MappedText {
  const { value } = text
  let cut = Math.min(value.length, MOST_CHARACTERS)
  let depth = 0
  let count = 0
  const bracket = /[({]|[)}]|`/g
  for (let match = bracket.exec(value); match && match.index < cut; match = bracket.exec(value)) {
    if ('({'.includes(match[0])) depth++
    else if (match[0] !== '`') depth = Math.max(0, depth - 1)
    if (depth > DEEPEST_BRACKETS || ++count > MOST_BRACKETS) cut = match.index
  }
  if (cut === value.length) return text
  reading.notifications.push(
    limitReached(text, cut, 'the script is too large or too tangled to be read whole', 'script-size'),
  )
  return sliceText(text, 0, cut)
}

function readText(text: MappedText, reading: Reading, level: number): void {
  if (level > MOST_LEVELS) {
    reading.notifications.push(
      limitReached(text, 0, 'scripts in scripts are nested too deep to be read', 'script-levels'),
    )
    return
  }
  try {
    readCommands(text, parse(text.value), reading, level)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    reading.notifications.push(limitReached(text, 0, 'the script is nested too deep to be read whole', 'script-depth'))
  }
}
