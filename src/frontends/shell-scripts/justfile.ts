import { buildText } from '../../core/build-text.ts'
import { linesOf } from '../../core/lines.ts'
import type { AnyNode } from '../../core/node.ts'
import type { Source } from '../../core/source.ts'
import { type MappedText, sliceText, UNKNOWN, wholeText } from '../../core/text.ts'
import { scriptNode } from '../../extract/cloud-init.ts'
import { type Read, readOf } from '../front-end.ts'

/** The recipes of a justfile as scripts, with its own variables put in. https://just.systems/man/en/ */
export function justfile(source: Source): Read {
  const text = wholeText(source)
  const variables = new Map<string, MappedText>()
  const nodes: AnyNode[] = []
  let open: { target: string; from: number; to: number } | undefined
  const close = (): void => {
    if (open && open.to > open.from) {
      const script = withVariables(sliceText(text, open.from, open.to), variables)
      nodes.push(scriptNode(script, 'shell', { place: 'script', anchor: open.target }))
    }
    open = undefined
  }
  for (const { start, end, next } of linesOf(text)) {
    const line = source.text.slice(start, end)
    if (/^[ \t]/.test(line) || line.trim() === '') {
      if (open) open.to = next
      continue
    }
    close()
    const assigned = /^(?:export\s+)?([A-Za-z_][\w-]*)\s*:=\s*(["'])(.*)\2\s*$/.exec(line)
    if (assigned) {
      const from = start + line.indexOf(assigned[2]!, line.indexOf(':=')) + 1
      variables.set(assigned[1]!, sliceText(text, from, from + assigned[3]!.length))
      continue
    }
    const target = /^@?([A-Za-z_][\w-]*)(?:[ \t][^:]*)?:(?!=)/.exec(line)?.[1]
    if (target !== undefined) open = { target, from: next, to: next }
  }
  close()
  return readOf(nodes)
}

/** `{{name}}` is put in before the shell sees it; `@` and `-` at the beginning of a line are not for the shell. */
function withVariables(script: MappedText, variables: ReadonlyMap<string, MappedText>): MappedText {
  const built = buildText(script)
  let at = 0
  for (const match of script.value.matchAll(/\{\{\s*([^{}]*?)\s*\}\}|(?<=^[ \t]*)[@-]+(?=\S)/gm)) {
    built.exact(at, match.index)
    at = match.index + match[0].length
    if (match[1] === undefined) continue
    const known = variables.get(match[1])
    if (known) built.append(known)
    else built.piece(UNKNOWN, match.index, at)
  }
  built.exact(at, script.value.length)
  return built.done()
}
