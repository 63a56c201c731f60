import { concatTexts, type MappedText, sliceText, UNKNOWN } from '../../core/text.ts'
import { expandWord } from './script.ts'
import type { ShellCommand, ShellPart, ShellPassage, ShellScript, ShellWord } from './types.ts'
import { unknownPart, wordFromText } from './word.ts'

/** Commands that loops and calls add to those that are written. */
const MOST_ADDED = 5_000
/** Functions that call functions. */
const DEEPEST = 3

/**
 * The commands of a script as they come to be run: in a function once for each call, with its arguments; in a loop once for
 * each word; taken out of a variable, `eval` and `xargs`. What cannot be followed stays as it is written. Every command that
 * is written is there; `whole` is false where loops and calls make more of them than are followed.
 */
export function unfolded(script: ShellScript): { commands: ShellCommand[]; whole: boolean } {
  const commands: ShellCommand[] = []
  let left = MOST_ADDED
  const put = (command: ShellCommand, depth: number): void => {
    commands.push(command)
    const called = depth < DEEPEST ? functionOf(command, script) : undefined
    if (!called || left-- <= 0) return
    for (const one of callsOf(called, command, script)) if (left-- > 0) put(one, depth + 1)
  }
  for (const written of script.commands) {
    const command = withArrays(written, script)
    const again = repeated(command, script, left)
    left -= again.asked - 1
    for (const one of again.commands) put(unwrapped(one, script), 0)
  }
  return { commands, whole: left >= 0 }
}

type Given = ReadonlyMap<string, ShellWord>

/** Once for each word of the loops around it, `most` times and once more at the most; `asked` is how often it is run. */
function repeated(
  command: ShellCommand,
  script: ShellScript,
  most: number,
): { commands: ShellCommand[]; asked: number } {
  let commands = [command]
  let asked = 1
  for (const { name, items: written, from, to } of script.loops) {
    const items = spread(written, from, script)
    if (items.length === 0 || command.order < from || to <= command.order) continue
    asked *= items.length
    const fitting = items.slice(0, Math.max(1, Math.floor((Math.max(0, most) + 1) / commands.length)))
    commands = commands.flatMap((one) => fitting.map((item) => withGiven(one, new Map([[name, item]]))))
  }
  return { commands, asked }
}

/** `"${options[@]}"`: each element is a word. */
function spread(words: readonly ShellWord[], order: number, script: ShellScript): readonly ShellWord[] {
  if (!words.some(isArray)) return words
  return words.flatMap((word) => {
    const [part] = word.parts
    if (!isArray(word) || part?.kind !== 'variable') return [word]
    const before = script.assignments.filter((one) => one.name === part.name && one.order <= order)
    const last = before.at(-1)
    // An array that is written again is that one from then on.
    const elements = before.filter((one) => one.order === last?.order).map(({ value }) => value)
    return elements.length > 0 ? elements : [word]
  })
}

function isArray({ parts }: ShellWord): boolean {
  return parts.length === 1 && parts[0]!.kind === 'variable' && parts[0]!.name.endsWith('[]')
}

function withArrays(command: ShellCommand, script: ShellScript): ShellCommand {
  const words = spread(command.words, command.order, script)
  return words === command.words || words.length === 0
    ? command
    : { ...command, words: [...words] as typeof command.words }
}

function functionOf(command: ShellCommand, script: ShellScript): ShellPassage | undefined {
  const name = command.words[0]!.text.value
  return script.functions.findLast((one) => one.name === name && one.from !== command.order)
}

/** The commands of the function that a command calls. */
function callsOf(called: ShellPassage, command: ShellCommand, script: ShellScript): ShellCommand[] {
  const given = new Map<string, ShellWord>(command.words.slice(1).map((word, at) => [String(at + 1), word]))
  const within = (order: number): boolean => called.from <= order && order < called.to
  for (const { name: local, value, order } of script.assignments) {
    if (within(order) && value.parts.some((part) => part.kind === 'variable' && given.has(part.name))) {
      given.set(local, substituted(value, given))
    }
  }
  return script.commands
    .filter(({ order }) => within(order))
    .map((one) => unwrapped({ ...withGiven(one, given), order: Math.max(one.order, command.order) }, script))
}

function withGiven(command: ShellCommand, given: Given): ShellCommand {
  const words = command.words.map((word) => substituted(word, given))
  return words.every((word, at) => word === command.words[at]) ? command : { ...command, words }
}

function substituted(word: ShellWord, given: Given): ShellWord {
  if (!word.parts.some((part) => part.kind === 'variable' && given.has(part.name))) return word
  const parts = word.parts.flatMap((part) => (part.kind === 'variable' && given.get(part.name)?.parts) || [part])
  return { ...word, parts, text: concatTexts(parts.map(textOf)) }
}

const textOf = (part: ShellPart): MappedText => (part.kind === 'text' ? part.text : unknownPart(part))

/** What runs in the end: the words in a variable, behind `eval`, behind `xargs`. */
function unwrapped(command: ShellCommand, script: ShellScript): ShellCommand {
  const [first, ...rest] = command.words
  // One literal is a script of its own, which is read already.
  const isScript = rest.length === 1 && rest[0]!.parts.every(({ kind }) => kind === 'text')
  if (first!.text.value === 'eval' && rest.length > 0 && !isScript)
    return { ...command, words: rest.flatMap((word) => split(word, command, script)) }
  if (/^(?:.*\/)?xargs$/.test(first!.text.value)) return { ...command, words: behindXargs(command, script) }
  return first!.parts.some((part) => part.kind !== 'text')
    ? { ...command, words: [...split(first!, command, script), ...rest] }
    : command
}

/** The words that an unquoted variable comes to; itself where that is not known. */
function split(word: ShellWord, { order }: ShellCommand, script: ShellScript): ShellWord[] {
  const text = expandWord(word, script, order)
  if (text.value.includes(UNKNOWN) || text.value.trim() === '') return [word]
  return [...text.value.matchAll(/\S+/g)].map((match) =>
    wordFromText(sliceText(text, match.index, match.index + match[0].length)),
  )
}

const WITH_VALUE = /^-[IEdnLPsa]$|^--(?:replace|delimiter|max-args|max-lines|max-procs|max-chars|arg-file)$/

/** The command that `xargs` runs, with the words that are piped or written into it. */
function behindXargs(command: ShellCommand, script: ShellScript): ShellWord[] {
  const words = command.words.slice(1)
  let placeholder: string | undefined
  let at = 0
  for (; at < words.length && words[at]!.text.value.startsWith('-'); at++) {
    const option = words[at]!.text.value
    if (/^-I.|^-i/.test(option)) placeholder = option.slice(2) || '{}'
    if (!WITH_VALUE.test(option)) continue
    at++
    if (option === '-I' || option === '--replace') placeholder = words[at]?.text.value
  }
  const items = itemsInto(command, script)
  const inner = words.slice(at)
  if (inner.length === 0) return [...command.words]
  if (placeholder === undefined) return [...inner, ...items]
  return inner.map((word) => (items[0] && word.text.value === placeholder ? items[0] : word))
}

function itemsInto(command: ShellCommand, script: ShellScript): ShellWord[] {
  const writer = script.commands.find(({ pipedInto }) => pipedInto !== undefined && pipedInto.order === command.order)
  const printed = writer && /^(?:echo|printf)$/.test(writer.words[0]!.text.value) ? writer.words.slice(1) : []
  return [...printed.filter((word) => !/^-|%/.test(word.text.value)), ...command.input].flatMap((word) =>
    split(word, command, script),
  )
}
