import {
  type Assignment,
  type Command,
  type For,
  type Function as FunctionNode,
  forEachChild,
  type ParsedScript,
  type Pipeline,
  type Redirected,
  type Redirection,
  type SyntaxNode,
  type While,
} from 'unbash'
import { buildText, derivedText } from '../../core/build-text.ts'
import type { Notification } from '../../core/finding.ts'
import { locate, type MappedText, sliceText } from '../../core/text.ts'
import type { ShellAssignment, ShellBranch, ShellCommand, ShellLoop, ShellPassage, ShellWord } from './types.ts'
import { hereDocument, type WordContext, wordFromText, wordOf } from './word.ts'

/** What a script yields while it is read. */
export interface Reading {
  readonly commands: ShellCommand[]
  readonly assignments: ShellAssignment[]
  readonly functions: ShellPassage[]
  readonly loops: ShellLoop[]
  readonly branches: ShellBranch[]
  readonly notifications: Notification[]
  order: number
  /** Reads a script that stands in a string of this one. */
  readonly readNested: (text: MappedText, reading: Reading, level: number) => void
}

/** Puts the commands and assignments of a parsed script into `reading`. */
export function readCommands(text: MappedText, script: ParsedScript, reading: Reading, level: number): ShellCommand[] {
  const context: Context = {
    text,
    reading,
    level,
    commandsIn: (inner, place) =>
      readCommands(inner.source === undefined ? text : derivedText(inner.source, place), inner, reading, level),
  }
  return childCommands(script, context)
}

interface Context extends WordContext {
  readonly reading: Reading
  readonly level: number
}

/** The commands right inside a node; those inside substitutions are read on the way but belong to their words. */
function childCommands(node: SyntaxNode, context: Context): ShellCommand[] {
  const found: ShellCommand[] = []
  forEachChild(node, (child) => {
    found.push(...commandsOf(child, context))
  })
  return found
}

function commandsOf(node: SyntaxNode, context: Context): ShellCommand[] {
  switch (node.type) {
    case 'Command': {
      const command = readCommand(node, context)
      return command ? [command] : []
    }
    case 'Pipeline':
      return readPipeline(node, context)
    case 'Function':
    case 'For':
      return readPassage(node, context)
    case 'While':
      return readWhile(node, context, [])
    case 'Redirected':
      return readRedirected(node, context)
    case 'If':
      return readBranches(
        [node.then, ...node.elif.map(({ then }) => then), ...(node.else ? [node.else] : [])],
        [node.clause, ...node.elif.map(({ clause }) => clause)],
        node.else === undefined,
        context,
      )
    case 'Case':
      return readBranches(
        node.items.map(({ body }) => body),
        [node.word],
        !node.items.some(({ pattern }) => pattern.some(({ value }) => value === '*')),
        context,
      )
    case 'Word':
      wordOf(node, context)
      return []
    case 'Assignment':
      context.reading.assignments.push(...assignment(node, 'plain', context))
      return []
    default:
      return childCommands(node, context)
  }
}

function readPassage(node: FunctionNode | For, context: Context): ShellCommand[] {
  const { reading } = context
  const from = reading.order
  const found = commandsOf(node.body, context)
  const passage = { name: node.name.value, from, to: reading.order }
  if (node.type === 'Function') reading.functions.push(passage)
  else reading.loops.push({ ...passage, items: (node.wordlist ?? []).map((word) => wordOf(word, context)) })
  return found
}

/** `while … done <<EOF` */
function readRedirected(node: Redirected, context: Context): ShellCommand[] {
  if (node.command.type !== 'While') return childCommands(node, context)
  return readWhile(
    node.command,
    context,
    node.redirects.flatMap((redirection) => inputOf(redirection, context)),
  )
}

/** `while read NAME` is a loop over the lines of what goes into it. */
function readWhile(node: While, context: Context, input: readonly ShellWord[]): ShellCommand[] {
  const { reading } = context
  const from = reading.order
  const clause = childCommands(node.clause, context)
  const found = [...clause, ...childCommands(node.body, context)]
  const read = clause.find(({ words }) => words[0]!.text.value === 'read')
  const [name, ...others] = read ? namesRead(read) : []
  const items = input.flatMap((word) => linesOf(word.text))
  if (name !== undefined && items.length > 0) reading.loops.push({ name, others, items, from, to: reading.order })
  return found
}

function namesRead({ words }: ShellCommand): string[] {
  return words
    .slice(1)
    .map(({ text }) => text.value)
    .filter((word) => /^[A-Za-z_]\w*$/.test(word))
}

function linesOf(text: MappedText): ShellWord[] {
  return [...text.value.matchAll(/[^\n]*\S[^\n]*/g)].map((match) =>
    wordFromText(sliceText(text, match.index, match.index + match[0].length)),
  )
}

/** What a command before a `|` prints, as far as it is written there. */
function printedBy(command: ShellCommand | undefined): readonly ShellWord[] {
  if (!command) return []
  const name = command.words[0]!.text.value
  if (name === 'cat') return command.input
  if (!/^(?:echo|printf)$/.test(name)) return []
  return command.words.slice(1).filter((word) => !/^-|^%|^\s*$/.test(word.text.value))
}

function readBranches(
  bodies: readonly SyntaxNode[],
  conditions: readonly SyntaxNode[],
  mayPass: boolean,
  context: Context,
): ShellCommand[] {
  const { reading } = context
  const group = reading.order
  const before = conditions.flatMap((node) => commandsOf(node, context))
  const within = bodies.flatMap((body) => {
    const from = reading.order
    const found = commandsOf(body, context)
    reading.branches.push({ group, from, to: reading.order, mayPass })
    return found
  })
  return [...before, ...within]
}

function readPipeline(pipeline: Pipeline, context: Context): ShellCommand[] {
  const stages: ShellCommand[][] = []
  for (const stage of pipeline.commands)
    stages.push(
      stage.type === 'While' ? readWhile(stage, context, printedBy(stages.at(-1)?.at(-1))) : commandsOf(stage, context),
    )
  stages.forEach((stage, index) => {
    const from = stage.at(-1) as { pipedInto?: ShellCommand } | undefined
    const into = stages[index + 1]?.[0]
    if (from && into) from.pipedInto = into
  })
  return stages.flat()
}

function readCommand(node: Command, context: Context): ShellCommand | undefined {
  const { reading } = context
  const kind = kindOf(node)
  const order = reading.order++
  const words = node.name ? [wordOf(node.name, context)] : []
  const assignments: ShellAssignment[] = []
  const redirections: Redirection[] = []
  for (const part of [...node.prefix, ...node.suffix]) {
    if (part.type === 'Word') words.push(wordOf(part, context))
    else if (part.type === 'Assignment') assignments.push(...assignment(part, kind, context, order))
    else redirections.push(part)
  }
  const input = redirections.flatMap((redirection) => inputOf(redirection, context))
  const outputs = redirections.flatMap((redirection) => outputOf(redirection, context))
  assignments.push(...readVariables(words, input, order), ...environment(words, order))
  reading.assignments.push(...assignments)
  if (words.length === 0) return undefined
  const span = locate(context.text, node.pos, node.end)
  const command: ShellCommand = { words, assignments, input, outputs, span, order }
  reading.commands.push(command)
  readNestedScript(command, context)
  return command
}

const DECLARES: ReadonlyMap<string, ShellAssignment['kind']> = new Map([
  ['export', 'export'],
  ['local', 'local'],
  ['declare', 'local'],
  ['typeset', 'local'],
  ['readonly', 'local'],
])

function kindOf(node: Command): ShellAssignment['kind'] {
  if (!node.name) return 'plain'
  const kind = DECLARES.get(node.name.value)
  const exported = kind === 'local' && node.suffix.some((part) => part.type === 'Word' && /^-\w*x/.test(part.value))
  return exported ? 'export' : (kind ?? 'prefix')
}

function assignment(
  node: Assignment,
  kind: ShellAssignment['kind'],
  context: Context,
  order = context.reading.order++,
): ShellAssignment[] {
  const nameSpan = locate(context.text, node.pos, node.pos + node.name.length)
  if (node.value.type === 'ArrayValue') {
    return node.value.elements.map((element) => ({
      name: `${node.name}[]`,
      nameSpan,
      value: wordOf(element, context),
      kind,
      order,
    }))
  }
  return [{ name: node.name, nameSpan, value: wordOf(node.value, context), kind, order }]
}

/** `read -r -d '' NAME <<EOF` gives NAME the here-document. */
function readVariables(words: readonly ShellWord[], input: readonly ShellWord[], order: number): ShellAssignment[] {
  const name = words.at(-1)
  if (words[0]?.text.value !== 'read' || input.length !== 1 || !name) return []
  return [{ name: name.text.value, nameSpan: name.span, value: input[0]!, kind: 'plain', order }]
}

const ASSIGNMENT = /^([A-Za-z_]\w*)=/

/** `env A=b command`, `sudo A=b command`: words that are assignments to those who run them. */
function environment(words: readonly ShellWord[], order: number): ShellAssignment[] {
  if (!/^(env|sudo)$/.test(words[0]?.text.value ?? '')) return []
  const found: ShellAssignment[] = []
  for (const word of words.slice(1)) {
    const name = ASSIGNMENT.exec(word.text.value)?.[1]
    if (name === undefined && !word.text.value.startsWith('-')) break
    if (name === undefined) continue
    const value = wordFromParts(word, name.length + 1)
    found.push({ name, nameSpan: locate(word.text, 0, name.length), value, kind: 'prefix', order })
  }
  return found
}

/** A word without its first `length` characters, which are all text. */
function wordFromParts(word: ShellWord, length: number): ShellWord {
  const built = buildText(word.text)
  built.exact(length, word.text.value.length)
  const first = word.parts[0]
  const rest = built.done()
  if (first?.kind !== 'text') return wordFromText(rest)
  const head = buildText(first.text)
  head.exact(length, first.text.value.length)
  return { ...wordFromText(rest), parts: [{ kind: 'text', text: head.done() }, ...word.parts.slice(1)] }
}

function inputOf(redirection: Redirection, context: Context): ShellWord[] {
  if (redirection.type === 'HereDoc') return [hereDocument(redirection, context)]
  if (redirection.type === 'HereString' && redirection.target) return [wordOf(redirection.target, context)]
  return []
}

function outputOf(redirection: Redirection, context: Context): ShellWord[] {
  if (redirection.type !== 'Redirect' || !redirection.target) return []
  return /^(&?>{1,2}|>\|)$/.test(redirection.operator) ? [wordOf(redirection.target, context)] : []
}

const SHELLS = /^(?:.*\/)?(?:ba|da|z|k|a)?sh$/

/** `sh -c '…'`, `eval '…'`, `ssh host '…'`, `bash <<EOF …`: scripts inside a script. */
function readNestedScript(command: ShellCommand, context: Context): void {
  const nested = nestedScript(command)
  for (const word of nested) context.reading.readNested(word.text, context.reading, context.level + 1)
}

function nestedScript(command: ShellCommand): readonly ShellWord[] {
  const names = command.words.map((word) => word.text.value)
  const shell = names.findIndex((name, index) => index < 6 && SHELLS.test(name))
  if (shell !== -1) {
    const flag = names.findIndex((name, index) => index > shell && /^-[a-z]*c$/.test(name))
    const script = flag === -1 ? undefined : command.words[flag + 1]
    if (script) return [script]
    return flag === -1 ? command.input : []
  }
  if (names[0] === 'eval' && command.words.length === 2) return [command.words[1]!]
  if (names[0] === 'ssh')
    return [...command.words.slice(2).filter((word) => /\s/.test(word.text.value)), ...command.input]
  return []
}
