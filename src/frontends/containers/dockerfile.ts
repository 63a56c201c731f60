import { buildText, spanOf } from '../../core/build-text.ts'
import { type Line, linesOf } from '../../core/lines.ts'
import type { AnyNode, ContainerNode } from '../../core/node.ts'
import { nameOf } from '../../core/paths.ts'
import type { Source } from '../../core/source.ts'
import { locate, type MappedText, sliceText, wholeText } from '../../core/text.ts'
import { scriptNode } from '../../extract/cloud-init.ts'
import { itemsOf, settingNode } from '../../extract/nodes.ts'
import { jsonValue } from '../../languages/json/json.ts'
import { type Read, readOf } from '../front-end.ts'

type Instruction = ContainerNode['instructions'][number]

export function isDockerfilePath(path: string): boolean {
  return /^(?:Dockerfile|Containerfile)(?:[.-][\w.-]+)?$|\.(?:dockerfile|containerfile)$/i.test(nameOf(path))
}

/**
 * A Dockerfile: the container with its instructions, `ENV` and `ARG` as settings, `RUN`, `CMD` and `ENTRYPOINT` as
 * scripts.
 * https://docs.docker.com/reference/dockerfile/
 */
export function dockerfile(source: Source): Read {
  return readOf(dockerfileNodes(wholeText(source), nameOf(source.uri)))
}

export function dockerfileNodes(text: MappedText, anchor: string): AnyNode[] {
  const instructions = instructionsOf(text)
  if (instructions.length === 0) return []
  return [
    { kind: 'container', span: spanOf(text), anchor, instructions },
    ...instructions.flatMap((instruction) => [...settings(instruction), ...scripts(instruction)]),
  ]
}

/** Keyword and arguments of each instruction, here-documents included; comments between continued lines are left out. */
export function instructionsOf(text: MappedText): Instruction[] {
  const { value } = text
  const continuation = /^(?:\s*#[^\n]*\n)*?\s*#\s*escape\s*=\s*`/i.test(value.slice(0, 500)) ? '`' : '\\'
  const lines = [...linesOf(text)]
  const ends = terminatorsIn(value, lines)
  const instructions: Instruction[] = []
  for (let index = 0; index < lines.length; ) {
    const first = lines[index]!
    const keyword = /^\s*([A-Za-z]+)(?=\s|$)/.exec(value.slice(first.start, first.end))
    if (!keyword) {
      index++
      continue
    }
    const from = first.start + keyword[0].length
    const last = lastContinued(value, lines, index, continuation)
    const end = withHeredocs(value, lines, last, from, ends)
    const built = buildText(text)
    for (const line of lines.slice(index, end + 1)) {
      const inHeredoc = line.start > lines[last]!.start
      if (line !== first && !inHeredoc && /^\s*(?:#|$)/.test(value.slice(line.start, line.end))) continue
      const start = line === first ? from + leadingSpace(value, from, line.end) : line.start
      copyLine(built, value, { start, end: line.end, next: line === lines[end] ? line.end : line.next }, continuation)
    }
    const span = locate(text, first.start, lines[end]!.end)
    instructions.push({ keyword: keyword[1]!.toUpperCase(), span, text: built.done() })
    index = end + 1
  }
  return instructions
}

/** The line that ends what the line at `index` begins. */
function lastContinued(value: string, lines: readonly Line[], index: number, continuation: string): number {
  let last = index
  while (last + 1 < lines.length) {
    const { start, end } = lines[last]!
    const line = value.slice(start, end).trimEnd()
    const comment = last > index && /^\s*(?:#|$)/.test(line)
    if (!comment && !line.endsWith(continuation)) break
    last++
  }
  return last
}

/** Looks up the next line that ends a here-document. */
type Terminators = (delimiter: string, after: number) => number | undefined

/** An index of lines by their text, so that many unclosed here-documents do not each search the whole file. */
function terminatorsIn(value: string, lines: readonly Line[]): Terminators {
  const index = new Map<string, number[]>()
  lines.forEach(({ start, end }, at) => {
    const line = value.slice(start, end).replace(/^\t+/, '')
    if (!/^[A-Za-z_]\w*$/.test(line)) return
    const known = index.get(line)
    if (known) known.push(at)
    else index.set(line, [at])
  })
  return (delimiter, after) => firstAbove(index.get(delimiter) ?? [], after)
}

function firstAbove(sorted: readonly number[], floor: number): number | undefined {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! > floor) high = middle
    else low = middle + 1
  }
  return sorted[low]
}

/** The line with the end of the last here-document that the instruction opens. */
function withHeredocs(value: string, lines: readonly Line[], last: number, from: number, ends: Terminators): number {
  let end = last
  for (const match of value.slice(from, lines[last]!.end).matchAll(/<<-?(["']?)([A-Za-z_]\w*)\1/g)) {
    const closing = ends(match[2]!, end)
    if (closing === undefined) return end
    end = closing
  }
  return end
}

/** With the backtick as escape, a continued line ends as the shell expects it. */
function copyLine(built: ReturnType<typeof buildText>, value: string, line: Line, continuation: string): void {
  const trimmed = line.start + value.slice(line.start, line.end).trimEnd().length
  if (continuation === '`' && value[trimmed - 1] === '`' && trimmed > line.start) {
    built.exact(line.start, trimmed - 1)
    built.piece('\\', trimmed - 1, trimmed)
    built.exact(line.end, line.next)
  } else built.exact(line.start, line.next)
}

function leadingSpace(value: string, from: number, to: number): number {
  return /^[ \t]*/.exec(value.slice(from, to))![0].length
}

const PAIR = /([A-Za-z_][\w.-]*)=("(?:[^"\\]|\\[\s\S])*"|'[^']*'|(?:[^\s"'\\]|\\[\s\S])*)/y

/** `ENV A=b C="d e"`, `ENV A b c`, `ARG A=b`. */
function settings({ keyword, text }: Instruction): AnyNode[] {
  if (keyword !== 'ENV' && keyword !== 'ARG') return []
  const old = keyword === 'ENV' ? /^([A-Za-z_][\w.-]*)[ \t]+(?!=)/.exec(text.value) : null
  if (old) return [settingAt(text, 0, old[1]!.length, old[0].length, text.value.length, keyword)]
  const nodes: AnyNode[] = []
  for (let at = 0; at < text.value.length; ) {
    PAIR.lastIndex = at
    const match = PAIR.exec(text.value)
    if (!match) {
      at = nextWord(text.value, at)
      continue
    }
    const from = at + match[1]!.length + 1
    const quoted = /^(["'])[\s\S]*\1$/.test(match[2]!) && match[2]!.length > 1 ? 1 : 0
    nodes.push(settingAt(text, at, at + match[1]!.length, from + quoted, from + match[2]!.length - quoted, keyword))
    at += Math.max(1, match[0].length)
  }
  return nodes
}

function nextWord(value: string, at: number): number {
  const space = /\s/g
  space.lastIndex = at
  const found = space.exec(value)
  return found ? found.index + 1 : value.length
}

function settingAt(text: MappedText, from: number, to: number, start: number, end: number, keyword: string): AnyNode {
  const name = { value: text.value.slice(from, to), span: locate(text, from, to) }
  const value = sliceText(text, start, end)
  const given = { kind: 'string', text: value, span: spanOf(value) } as const
  return settingNode(name, given, { place: 'dockerfile', anchor: `${keyword} ${name.value}` })
}

function scripts({ keyword, text }: Instruction): AnyNode[] {
  if (!/^(?:RUN|CMD|ENTRYPOINT|HEALTHCHECK)$/.test(keyword)) return []
  const options = /^(?:--[a-z]+(?:=\S+)?\s+)*(?:CMD\s+)?/.exec(text.value)![0].length
  const command = sliceText(text, options)
  const origin = { place: 'dockerfile', anchor: keyword } as const
  if (command.value.startsWith('[')) return execForm(command).map((script) => scriptNode(script, 'shell', origin))
  const heredoc = /^<<-?(["']?)([A-Za-z_]\w*)\1[ \t]*\r?\n/.exec(command.value)
  const script = heredoc ? sliceText(command, heredoc[0].length, bodyEnd(command.value, heredoc[2]!)) : command
  return script.value.trim() === '' ? [] : [scriptNode(script, 'shell', origin)]
}

function bodyEnd(value: string, delimiter: string): number {
  const closing = new RegExp(`^\\t*${delimiter}\\s*$`, 'm').exec(value.slice(value.indexOf('\n') + 1))
  return closing ? value.indexOf('\n') + 1 + closing.index : value.length
}

/** `["sh", "-c", "script"]` holds a script; other arguments are no shell. */
function execForm(text: MappedText): MappedText[] {
  const words = itemsOf(jsonValue(text).value).flatMap((item) => (item.kind === 'string' ? [item.text] : []))
  const flag = words.findIndex((word) => /^-\w*c$/.test(word.value))
  return flag !== -1 && words[flag + 1] ? [words[flag + 1]!] : []
}
