import { parse } from 'unbash'
import { concatTexts, literalText, type MappedText, sliceText, UNKNOWN } from '../../core/text.ts'
import { limitReached } from '../notice.ts'
import { type Reading, readCommands } from './read.ts'
import type { ShellCommand, ShellPart, ShellScript, ShellWord } from './types.ts'

/** The parser's time grows with the square of these. */
const MOST_SUBSTITUTIONS = 2_000
const MOST_CHARACTERS = 1_000_000

/** `sh -c "sh -c …"` is followed this far. */
const MOST_LEVELS = 4

/**
 * The commands and assignments of a shell script, every word mapped to where it is written. Never throws; a script
 * that is too large or too tangled is cut short, with a notification.
 */
export function shellScript(text: MappedText): ShellScript {
  const reading: Reading = { commands: [], assignments: [], notifications: [], order: 0, readNested: readText }
  readText(withinLimits(text, reading), reading, 0)
  reading.commands.sort((one, other) => one.order - other.order)
  return reading
}

/**
 * The text of a word with the script's own literal variables put in, as they stand before `order`; what stays open is
 * UNKNOWN.
 */
export function expandWord(word: ShellWord, script: ShellScript, order: number, depth = 0): MappedText {
  if (word.parts.every((part) => part.kind === 'text')) return word.text
  return concatTexts(word.parts.map((part) => expandPart(part, script, order, depth)))
}

const MOST_STEPS = 5

function expandPart(part: ShellPart, script: ShellScript, order: number, depth: number): MappedText {
  if (part.kind === 'text') return part.text
  const unknown = literalText(UNKNOWN, part.span)
  if (depth > MOST_STEPS) return unknown
  if (part.kind === 'command') return printed(part.commands, script, order, depth + 1) ?? unknown
  const set = script.assignments.findLast((one) => one.name === part.name && one.kind !== 'prefix' && one.order < order)
  if (set) return expandWord(set.value, script, set.order, depth + 1)
  return part.fallback ? expandWord(part.fallback, script, order, depth + 1) : unknown
}

/** `$(cat <<EOF …)` prints its here-document, `$(echo x)` its argument. */
function printed(
  commands: readonly ShellCommand[],
  script: ShellScript,
  order: number,
  depth: number,
): MappedText | undefined {
  const command = commands.length === 1 ? commands[0]! : undefined
  if (!command) return undefined
  const name = command.words[0]!.text.value
  if (name === 'cat' && command.words.length === 1 && command.input.length === 1) {
    return expandWord(command.input[0]!, script, order, depth)
  }
  if ((name === 'echo' || name === 'printf') && command.words.length === 2) {
    return expandWord(command.words[1]!, script, order, depth)
  }
  return undefined
}

function withinLimits(text: MappedText, reading: Reading): MappedText {
  const { value } = text
  let cut = Math.min(value.length, MOST_CHARACTERS)
  let count = 0
  const opening = /\$\(|`|<\(|\$\{/g
  for (let match = opening.exec(value); match && match.index < cut; match = opening.exec(value)) {
    if (++count === MOST_SUBSTITUTIONS) cut = match.index
  }
  if (cut === value.length) return text
  reading.notifications.push(limitReached(text, cut, 'the script is too large to be read whole'))
  return sliceText(text, 0, cut)
}

function readText(text: MappedText, reading: Reading, level: number): void {
  if (level > MOST_LEVELS) return
  try {
    readCommands(text, parse(text.value), reading, level)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    reading.notifications.push(limitReached(text, 0, 'the script is nested too deep to be read whole'))
  }
}
