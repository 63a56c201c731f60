import { concatTexts, type MappedText, sliceText, UNKNOWN } from '../../core/text.ts'
import { alternatives } from './alternatives.ts'
import { arrayElements, expandWord } from './script.ts'
import type { ShellCommand, ShellPassage, ShellScript, ShellWord } from './types.ts'
import { unknownPart, wordFromText } from './word.ts'

/** Commands that loops and calls add to those that are written. */
const MOST_ADDED = 5_000
/** Functions that call functions. */
const DEEPEST = 6

/**
 * The commands of a script as they come to be run: in a function once for each call, with its arguments; in a loop once for
 * each word; after an `if` or a `case` once for each way it may have gone; taken out of a variable, an array, `eval` and
 * `xargs`. What cannot be followed stays as it is written. Every command that is written is there; `whole` is false where
 * loops and calls make more of them than are followed.
 */
export function unfolded(script: ShellScript): { commands: ShellCommand[]; whole: boolean } {
  const commands: ShellCommand[] = []
  let left = MOST_ADDED
  const put = (command: ShellCommand, callers: readonly ShellPassage[]): void => {
    commands.push(command)
    const called = callers.length < DEEPEST ? functionOf(command, script) : undefined
    // One that calls itself does nothing else the second time.
    if (!called || callers.includes(called) || left-- <= 0) return
    for (const one of callsOf(called, command, script, left)) if (left-- > 0) put(one, [...callers, called])
  }
  for (const command of script.commands) {
    const again = repeated(command, script, left)
    left -= again.asked - 1
    for (const one of again.commands) for (const inner of unwrapped(one, script)) put(inner, [])
  }
  return { commands, whole: left >= 0 }
}

/** What variables and arguments stand for; `@` is all arguments. */
type Given = ReadonlyMap<string, readonly ShellWord[]>

const NOTHING: ReadonlyMap<string, readonly ShellWord[]> = new Map()

/** Once for each turn of the loops around it and each way before it, `most` times and once more at the most; `asked` is how often it is run. */
function repeated(
  command: ShellCommand,
  script: ShellScript,
  most: number,
  given: Given = NOTHING,
): { commands: ShellCommand[]; asked: number } {
  let commands = [command]
  let asked = 1
  const again = (turns: readonly Given[]): void => {
    if (turns.length === 0) return
    asked *= turns.length
    const fitting = turns.slice(0, Math.max(1, Math.floor((Math.max(0, most) + 1) / commands.length)))
    commands = commands.flatMap((one) => fitting.map((turn) => withGiven(one, turn)))
  }
  for (const { name, items, others = [], from, to } of script.loops) {
    if (command.order < from || to <= command.order) continue
    const all = items.flatMap((item) => spread(item, command, script, given))
    again(all.map((item) => fieldsOf(item, [name, ...others])))
  }
  for (const ways of alternatives(command, script)) again(ways.map(([name, value]) => new Map([[name, [value]]])))
  return { commands, asked }
}

/** A line taken apart as `read` does; all of it where it goes into one variable. */
function fieldsOf(item: ShellWord, names: readonly string[]): Given {
  if (names.length === 1) return new Map([[names[0]!, [item]]])
  const fields = [...item.text.value.matchAll(/[^\s,;:|]+|$/g)]
  return new Map(
    names.map((name, at) => {
      const field = fields[Math.min(at, fields.length - 1)]!
      const end = at === names.length - 1 ? item.text.value.length : field.index + field[0].length
      return [name, [wordFromText(sliceText(item.text, field.index, end))]]
    }),
  )
}

function functionOf(command: ShellCommand, script: ShellScript): ShellPassage | undefined {
  const name = command.words[0]!.text.value
  return script.functions.findLast((one) => one.name === name && one.from !== command.order)
}

/** The commands of the function that a command calls. */
function callsOf(called: ShellPassage, command: ShellCommand, script: ShellScript, most: number): ShellCommand[] {
  const within = (order: number): boolean => called.from <= order && order < called.to
  const inside = script.commands.filter(({ order }) => within(order))
  const argumentsAt = argumentsOf(command.words.slice(1), inside)
  const locals = new Map<string, readonly ShellWord[]>()
  const givenAt = (order: number): Given => new Map([...argumentsAt(order), ...locals])
  for (const { name: local, value, order } of script.assignments) {
    const known = within(order) ? substituted(value, givenAt(order)) : value
    if (known !== value) locals.set(local, [known])
  }
  return inside.flatMap((one) => {
    const given = givenAt(one.order)
    return repeated(one, script, most, given).commands.flatMap((turn) =>
      unwrapped({ ...withGiven(turn, given), order: Math.max(one.order, command.order) }, script),
    )
  })
}

/** The arguments of a call by their numbers, at a place of the function: `shift` moves them on. */
function argumentsOf(words: readonly ShellWord[], inside: readonly ShellCommand[]): (order: number) => Given {
  const shifts = inside.filter((one) => one.words[0]!.text.value === 'shift')
  return (order) => {
    const gone = shifts
      .filter((shift) => shift.order < order)
      .reduce((sum, { words: [, by] }) => sum + (Number(by?.text.value ?? 1) || 1), 0)
    const left = words.slice(gone)
    return new Map<string, readonly ShellWord[]>([
      ...left.map((word, at) => [String(at + 1), [word]] as const),
      ['@', left],
      ['*', left],
    ])
  }
}

function withGiven(command: ShellCommand, given: Given): ShellCommand {
  const words = command.words.flatMap((word) => {
    const [only, ...more] = word.parts
    const all = more.length === 0 && only?.kind === 'variable' ? given.get(only.name) : undefined
    return all && all.length !== 1 ? all : [substituted(word, given)]
  })
  const same = words.length === command.words.length && words.every((word, at) => word === command.words[at])
  return same || words.length === 0 ? command : { ...command, words }
}

function substituted(word: ShellWord, given: Given): ShellWord {
  if (!word.parts.some((part) => part.kind === 'variable' && given.has(part.name))) return word
  const parts = word.parts.flatMap((part) => {
    const [only, ...more] = (part.kind === 'variable' && given.get(part.name)) || []
    return only && more.length === 0 ? only.parts : [part]
  })
  const texts = parts.map((part): MappedText => (part.kind === 'text' ? part.text : unknownPart(part)))
  return { ...word, parts, text: concatTexts(texts) }
}

/** The words that one comes to: the elements of an array, all arguments, what stands in a variable. */
function spread(word: ShellWord, command: ShellCommand, script: ShellScript, given: Given = NOTHING): ShellWord[] {
  const [only, ...more] = word.parts
  if (more.length > 0 || only?.kind !== 'variable')
    return more.length === 0 && only?.kind === 'command' ? split(word, command, script) : [word]
  const all = given.get(only.name)
  if (all) return [...all]
  if (!only.name.endsWith('[]')) return split(word, command, script)
  const elements = arrayElements(only.name, script, command.order)
  return elements.length > 0 ? elements : [word]
}

/** What runs in the end: the words in a variable or an array, behind `eval`, behind `xargs`. */
function unwrapped(given: ShellCommand, script: ShellScript): ShellCommand[] {
  const command = withArrays(given, script)
  const [first, ...rest] = command.words
  // One literal is a script of its own, which is read already.
  const isScript = rest.length === 1 && rest[0]!.parts.every(({ kind }) => kind === 'text')
  if (first!.text.value === 'eval' && rest.length > 0 && !isScript)
    return [{ ...command, words: rest.flatMap((word) => split(word, command, script)) }]
  if (/^(?:.*\/)?xargs$/.test(first!.text.value)) return behindXargs(command, script)
  return first!.parts.some((part) => part.kind !== 'text')
    ? [{ ...command, words: [...split(first!, command, script), ...rest] }]
    : [command]
}

const isArray = ({ parts }: ShellWord): boolean =>
  parts.length === 1 && parts[0]!.kind === 'variable' && parts[0]!.name.endsWith('[]')

function withArrays(command: ShellCommand, script: ShellScript): ShellCommand {
  if (!command.words.some(isArray)) return command
  return {
    ...command,
    words: command.words.flatMap((word) => (isArray(word) ? spread(word, command, script) : [word])),
  }
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

/** The commands that `xargs` runs, with the words that are piped or written into it. */
function behindXargs(command: ShellCommand, script: ShellScript): ShellCommand[] {
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
  if (inner.length === 0) return [command]
  const hole = placeholder
  if (hole === undefined) return [{ ...command, words: [...inner, ...items] }]
  const turns = items.map((item) => ({ ...command, words: inner.map((word) => filled(word, hole, item)) }))
  return turns.length > 0 ? turns : [{ ...command, words: inner }]
}

/** The word with what stands for the item replaced. */
function filled(word: ShellWord, placeholder: string, item: ShellWord): ShellWord {
  if (word.text.value === placeholder) return item
  const at = placeholder === '' ? -1 : word.text.value.indexOf(placeholder)
  if (at === -1) return word
  const [before, after] = [sliceText(word.text, 0, at), sliceText(word.text, at + placeholder.length)]
  return { ...wordFromText(concatTexts([before, item.text, after])), span: word.span }
}

function itemsInto(command: ShellCommand, script: ShellScript): ShellWord[] {
  const writer = script.commands.find(({ pipedInto }) => pipedInto !== undefined && pipedInto.order === command.order)
  const printed = writer && /^(?:echo|printf)$/.test(writer.words[0]!.text.value) ? writer.words.slice(1) : []
  const written = writer && writer.words[0]!.text.value === 'cat' ? writer.input : []
  return [...printed.filter((word) => !/^-|%/.test(word.text.value)), ...written, ...command.input].flatMap((word) =>
    isArray(word) ? spread(word, command, script) : split(word, command, script),
  )
}
