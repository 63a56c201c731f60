import type { Notification } from '../core/finding.ts'
import type { AnyNode } from '../core/node.ts'
import type { Source } from '../core/source.ts'
import { type MappedText, wholeText } from '../core/text.ts'
import type { Tree } from '../core/tree.ts'
import { buildText, spanOf } from './build-text.ts'
import { NOTHING, type Read } from './front-end.ts'
import { linesOf } from './lines.ts'
import { nameOf } from './paths.ts'
import { commandNodes } from './shell/nodes.ts'
import { structuredText } from './structured.ts'
import { parseModules } from './terraform/index.ts'

const TERRAFORM = /^(?:hcl|terraform|tf|tofu)$/

/** A fence as a module of its own. Everything around it is blanked out, so that places stay those of the file. */
function terraformNodes(text: MappedText, source: Source, index: number): readonly AnyNode[] {
  const { start, end } = spanOf(text)
  const blank = (part: string): string => part.replace(/[^\n]/g, ' ')
  const inside = source.text.slice(start, end).replace(/^[ \t>]+/gm, blank)
  const path = `${index}.tf`
  const fence: Source = { uri: source.uri, text: blank(source.text.slice(0, start)) + inside }
  const tree: Tree = {
    paths: [path],
    has: (wanted) => wanted === path,
    read: (wanted) => (wanted === path ? fence : undefined),
  }
  return [...parseModules(tree)].flatMap(({ nodes }) => nodes)
}

export interface Fence {
  /** `bash`, `json`: the first word after the fence, in lower case. */
  readonly language: string
  readonly text: MappedText
  readonly index: number
}

const SHELL = /^(?:ba|z|k)?sh$|^shell(?:-?session|script)?$|^console$|^terminal$/
const STRUCTURED = /^(?:jsonc?|json5|ya?ml|cloudformation|cfn)$/

/** Code in a Markdown file that people copy: commands, policies and templates. */
export function markdownFile(source: Source, tree: Tree): Read {
  if (!/^[ \t>]*(?:```|~~~)/m.test(source.text)) return NOTHING
  const nodes: AnyNode[] = []
  const notifications: Notification[] = []
  const reads: string[] = []
  for (const { language, text, index } of fencesIn(wholeText(source))) {
    const anchor = `${nameOf(source.uri)}.${language}[${index}]`
    if (SHELL.test(language)) {
      const read = commandNodes(withoutPrompts(text), source.uri, tree)
      nodes.push(...read.nodes)
      reads.push(...read.reads)
    } else if (TERRAFORM.test(language)) {
      nodes.push(...terraformNodes(text, source, index))
    } else if (STRUCTURED.test(language)) {
      nodes.push(...structuredText(text, `${anchor}.${language.startsWith('j') ? 'json' : 'yaml'}`, tree).nodes)
    }
  }
  return { nodes, notifications, reads }
}

/** Fenced code, without the indentation that the fence itself has. */
export function fencesIn(text: MappedText): Fence[] {
  const fences: Fence[] = []
  const counts = new Map<string, number>()
  let open: { marker: string; indent: number; language: string; built: ReturnType<typeof buildText> } | undefined
  const close = (): void => {
    if (!open) return
    const index = counts.get(open.language) ?? 0
    counts.set(open.language, index + 1)
    fences.push({ language: open.language, text: open.built.done(), index })
    open = undefined
  }
  for (const { start, end, next } of linesOf(text)) {
    const line = text.value.slice(start, end)
    const fence = /^([ \t>]*)(`{3,}|~{3,})\s*\{?\.?([\w+-]*)/.exec(line)
    if (open && fence && fence[2]!.startsWith(open.marker) && line.trim().endsWith(open.marker[0]!)) close()
    else if (open) {
      const indent = /^[ \t>]*/.exec(line.slice(0, open.indent))![0].length
      open.built.exact(start + indent, next)
    } else if (fence) {
      const language = fence[3]!.toLowerCase()
      open = { marker: fence[2]!, indent: fence[1]!.length, language, built: buildText(text) }
    }
  }
  close()
  return fences
}

/** `$ aws …`: the prompt is not typed. */
function withoutPrompts(text: MappedText): MappedText {
  if (!/^[ \t]*\$ /m.test(text.value)) return text
  const built = buildText(text)
  for (const { start, next } of linesOf(text)) {
    const prompt = /^[ \t]*\$ /.exec(text.value.slice(start, next))?.[0].length ?? 0
    built.exact(start + prompt, next)
  }
  return built.done()
}
