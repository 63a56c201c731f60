import { buildText } from '../../core/build-text.ts'
import { limitReached } from '../../core/notice.ts'
import { concatTexts, literalText, locate, type MappedText, sliceText } from '../../core/text.ts'
import type { ShellAssignment, ShellCommand, ShellPart, ShellScript, ShellWord } from '../shell/types.ts'
import { unknownPart, wordFromText } from '../shell/word.ts'

const MOST_CHARACTERS = 2_000_000
const MOST_TOKENS = 400_000

/**
 * The commands and assignments of a PowerShell script in the words of a shell's: cmdlets with their parameters, variables,
 * strings and here-strings; `(Get-Content file)` is what `$(cat file)` is there. Blocks are read through, whatever they ask.
 * https://learn.microsoft.com/powershell/scripting/lang-spec/chapter-02
 */
export function powershellScript(text: MappedText): ShellScript {
  const commands: ShellCommand[] = []
  const assignments: ShellAssignment[] = []
  let order = 0
  const { statements, cut } = statementsOf(text)
  for (const words of statements) {
    const [target, equals, ...value] = words
    const name = /^\$(?:script:|global:|env:)?(\w+)$/i.exec(written(target!, text))?.[1]
    if (name !== undefined && equals?.text.value === '=') {
      if (value[0]) assignments.push({ name, nameSpan: target!.span, value: value[0], kind: 'plain', order: order++ })
      continue
    }
    const span = { ...target!.span, end: words.at(-1)!.span.end }
    commands.push({ words, assignments: [], input: [], outputs: [], span, order: order++ })
  }
  return {
    commands,
    assignments,
    functions: [],
    loops: [],
    branches: [],
    environment: new Map(),
    notifications:
      cut === undefined ? [] : [limitReached(text, cut, 'the script is too large to be read whole', 'script-size')],
    assignmentsOf: (name) => assignments.filter((one) => one.name === name),
  }
}

const written = (word: ShellWord, { value, runs }: MappedText): string => {
  const start = word.span.start - (runs[0]?.start ?? 0)
  return value.slice(start, start + word.span.end - word.span.start)
}

/** What is not closed goes on to the end, so that each character is looked at once. */
const TOKEN =
  /(?<comment>#[^\n]*|<#[\s\S]*?(?:#>|$))|(?<joined>`\r?\n|[ \t\r]+)|(?<ends>[\n;|{}]|&&|\|\|)|(?<here>@"[ \t]*\r?\n[\s\S]*?(?:\n"@|$)|@'[ \t]*\r?\n[\s\S]*?(?:\n'@|$))|(?<double>"(?:[^"`]|`[\s\S]|"")*(?:"|$))|(?<single>'(?:[^']|'')*(?:'|$))|(?<call>\$?\((?:[^()]|\([^()]*\))*\))|(?<equals>\+?=(?!=))|(?<bare>(?:`[^\n]|[^\s;|{}"'()=#]|(?<=\S)[#=])+)|(?<other>[\s\S])/g

/** The words of each statement, and where the reading ended before the text does. */
function statementsOf(text: MappedText): { statements: ShellWord[][]; cut: number | undefined } {
  const statements: ShellWord[][] = []
  let words: ShellWord[] = []
  let tokens = 0
  let cut = text.value.length > MOST_CHARACTERS ? MOST_CHARACTERS : undefined
  for (const match of text.value.slice(0, MOST_CHARACTERS).matchAll(TOKEN)) {
    if (++tokens > MOST_TOKENS) {
      cut = match.index
      break
    }
    const { comment, joined, ends } = match.groups!
    if (comment !== undefined || joined !== undefined) continue
    if (ends === undefined) words.push(wordOf(match, text))
    else if (words.length > 0) {
      statements.push(words)
      words = []
    }
  }
  if (words.length > 0) statements.push(words)
  return { statements, cut }
}

function wordOf(match: RegExpExecArray, text: MappedText): ShellWord {
  const { here, double, single, call } = match.groups!
  const [start, end] = [match.index, match.index + match[0].length]
  const span = locate(text, start, end)
  if (here !== undefined) {
    const from = start + here.indexOf('\n') + 1
    const to = Math.max(from, end - 3)
    return wordOfParts(here[1] === '"' ? partsIn(text, from, to) : [plain(text, from, to)], span)
  }
  if (single !== undefined) return wordOfParts([undoubled(text, start + 1, end - 1, /''/g)], span)
  if (call !== undefined) return wordOfParts([partOfCall(text, start, end)], span)
  return wordOfParts(double === undefined ? partsIn(text, start, end) : partsIn(text, start + 1, end - 1), span)
}

function wordOfParts(parts: readonly ShellPart[], span: ShellWord['span']): ShellWord {
  return { text: concatTexts(parts.map((part) => (part.kind === 'text' ? part.text : unknownPart(part)))), parts, span }
}

const plain = (text: MappedText, from: number, to: number): ShellPart => ({
  kind: 'text',
  text: sliceText(text, from, to),
})

/** Doubled quotes and backticks taken away. */
function undoubled(text: MappedText, from: number, to: number, escapes: RegExp): ShellPart {
  const built = buildText(text)
  let at = from
  for (const match of text.value.slice(from, to).matchAll(escapes)) {
    built.exact(at, from + match.index)
    at = from + match.index + match[0].length
    built.piece(match[0].slice(1), from + match.index, at)
  }
  built.exact(at, to)
  return { kind: 'text', text: at === from ? sliceText(text, from, to) : built.done() }
}

/** A text with the variables and calls in it. */
function partsIn(text: MappedText, from: number, to: number): ShellPart[] {
  const parts: ShellPart[] = []
  let at = from
  const literal = (end: number): void => {
    if (end > at) parts.push(undoubled(text, at, end, /`[\s\S]|""/g))
  }
  for (const match of text.value
    .slice(from, to)
    .matchAll(/`[\s\S]|\$\((?:[^()]|\([^()]*\))*\)|\$(?:env:|script:|global:)?\{?(\w+)\}?(?:\.\w+)*/gi)) {
    if (match[0].startsWith('`')) continue
    const start = from + match.index
    const end = start + match[0].length
    literal(start)
    at = end
    const span = locate(text, start, end)
    parts.push(
      match[1] === undefined
        ? partOfCall(text, start, end)
        : { kind: 'variable', name: match[0].includes('.') ? '' : match[1], span },
    )
  }
  literal(to)
  return parts.length > 0 ? parts : [plain(text, from, to)]
}

/** `(Get-Content -Raw file)`, `([IO.File]::ReadAllText('file'))`; what else stands in brackets is not known. */
function partOfCall(text: MappedText, start: number, end: number): ShellPart {
  const span = locate(text, start, end)
  const inner = text.value.slice(start, end)
  const file = /(?:Get-Content|gc|cat|ReadAllText\()\s*(?:-(?:Raw|Path|LiteralPath)\s+)*["']?([^"'\s()]+\.\w+)/i.exec(
    inner,
  )
  if (!file) return { kind: 'variable', name: '', span }
  const from = start + file.index + file[0].length - file[1]!.length
  const words = [literalText('cat', span), sliceText(text, from, from + file[1]!.length)].map(wordFromText)
  return { kind: 'command', commands: [{ words, assignments: [], input: [], outputs: [], span, order: 0 }], span }
}
