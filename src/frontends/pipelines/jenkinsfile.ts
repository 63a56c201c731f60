import { buildText, spanOf } from '../../core/build-text.ts'
import type { AnyNode } from '../../core/node.ts'
import { nameOf } from '../../core/paths.ts'
import type { Source } from '../../core/source.ts'
import { locate, type MappedText, sliceText, UNKNOWN, wholeText } from '../../core/text.ts'
import { scriptNode } from '../../extract/cloud-init.ts'
import { settingNode } from '../../extract/nodes.ts'
import { type Read, readOf } from '../front-end.ts'

export function isJenkinsfilePath(path: string): boolean {
  return /^Jenkinsfile(?:[.-][\w.-]+)?$|\.jenkinsfile$/i.test(nameOf(path))
}

const STEP = /\b(sh|bat|powershell|pwsh)\b\s*(?:\(\s*)?(?:script\s*:\s*)?(?='|")/g
const BLOCK = /\benvironment\s*\{((?:[^{}]|\$\{[^{}]*\})*)\}/g

/**
 * The steps `sh '…'` of a Jenkins pipeline, in any of Groovy's quotes, and the literals of its `environment` blocks.
 * Groovy puts values into double quotes only: those are not known.
 */
export function jenkinsfile(source: Source): Read {
  const text = wholeText(source)
  const nodes: AnyNode[] = []
  for (const match of source.text.matchAll(STEP)) {
    const from = match.index + match[0].length
    const literal = groovyString(text, from)
    if (!literal) continue
    const language = match[1] === 'sh' ? 'shell' : match[1] === 'bat' ? 'unknown' : 'powershell'
    nodes.push(scriptNode(literal, language, { place: 'script', anchor: match[1]! }))
  }
  for (const block of source.text.matchAll(BLOCK)) {
    const at = block.index + block[0].indexOf('{') + 1
    for (const pair of block[1]!.matchAll(/^[ \t]*([A-Za-z_]\w*)[ \t]*=[ \t]*(?=['"])/gm)) {
      const from = at + pair.index + pair[0].length
      const value = groovyString(text, from)
      if (!value) continue
      const start = at + pair.index + pair[0].indexOf(pair[1]!)
      const name = { value: pair[1]!, span: locate(text, start, start + pair[1]!.length) }
      const given = { kind: 'string', text: value, span: spanOf(value) } as const
      nodes.push(settingNode(name, given, { place: 'build-environment', anchor: 'environment' }))
    }
  }
  return readOf(nodes)
}

/** The literal that begins at `from`, without its quotes. */
function groovyString(text: MappedText, from: number): MappedText | undefined {
  const { value } = text
  const quote = value[from]!
  const mark = value.startsWith(quote.repeat(3), from) ? quote.repeat(3) : quote
  const start = from + mark.length
  let end = start
  while (end < value.length && !value.startsWith(mark, end)) {
    if (mark.length === 1 && value[end] === '\n') return undefined
    end += value[end] === '\\' ? 2 : 1
  }
  if (end >= value.length) return undefined
  return decoded(sliceText(text, start, end), quote === '"')
}

const SPECIAL = /\\(?:u[0-9A-Fa-f]{4}|[\s\S])|\$\{[^{}]*\}|\$[A-Za-z_][\w.]*/g
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['\n', ''],
])

function decoded(text: MappedText, interpolated: boolean): MappedText {
  const built = buildText(text)
  let at = 0
  for (const match of text.value.matchAll(SPECIAL)) {
    const escaped = match[0].startsWith('\\')
    if (!escaped && !interpolated) continue
    built.exact(at, match.index)
    at = match.index + match[0].length
    built.piece(escaped ? (ESCAPES.get(match[0][1]!) ?? match[0].slice(1)) : UNKNOWN, match.index, at)
  }
  built.exact(at, text.value.length)
  return built.done()
}
