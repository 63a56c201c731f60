import { buildText, type TextBuilder } from '../../core/build-text.ts'
import { linesOf } from '../../core/lines.ts'
import type { MappedText } from '../../core/text.ts'

/** Code in a Markdown text. */
export interface Fence {
  /** `bash`, `json`: the first word after the fence, in lower case. */
  readonly language: string
  /** Without the indentation that the fence itself has. */
  readonly text: MappedText
  /** The heading it stands under, and which fence of its language it is there: what stays when others are put before. */
  readonly name: string
}

interface Open {
  readonly marker: string
  readonly indent: number
  readonly language: string
  readonly built: TextBuilder
}

const FENCE = /^([ \t>]*)(`{3,}|~{3,})\s*\{?\.?([\w+-]*)/
const HEADING = /^#{1,6}(?=\s)/

/** https://spec.commonmark.org/0.31.2/#fenced-code-blocks */
export function fencesIn(text: MappedText): Fence[] {
  const fences: Fence[] = []
  const counts = new Map<string, number>()
  let heading = ''
  let open: Open | undefined
  const close = ({ language, built }: Open): void => {
    const name = `${heading}#${language}`
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    fences.push({ language, text: built.done(), name: count === 1 ? name : `${name}${count}` })
  }
  for (const { start, end, next } of linesOf(text)) {
    const line = text.value.slice(start, end)
    const fence = FENCE.exec(line)
    if (open && fence && closes(line, fence[2]!, open)) {
      close(open)
      open = undefined
    } else if (open) open.built.exact(start + indentOf(line, open.indent), next)
    else if (fence) {
      const [, indent = '', marker = '', language = ''] = fence
      open = { marker, indent: indent.length, language: language.toLowerCase(), built: buildText(text) }
    } else if (HEADING.test(line)) heading = titleOf(line)
  }
  if (open) close(open)
  return fences
}

/** A heading without its marks: `## Usage ##` is Usage. */
function titleOf(line: string): string {
  const title = line.replace(HEADING, '').trim()
  let end = title.length
  while (title[end - 1] === '#') end--
  return title.slice(0, end).trimEnd()
}

function closes(line: string, marker: string, open: Open): boolean {
  return marker.startsWith(open.marker) && line.trim().endsWith(open.marker[0]!)
}

function indentOf(line: string, most: number): number {
  return /^[ \t>]*/.exec(line.slice(0, most))![0].length
}
