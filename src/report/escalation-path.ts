import type { Finding } from '../core/finding.ts'
import { clip, visible } from './escape.ts'

const MOST_STEPS = 12
const LONGEST_STEP = 160

/** The steps that lead to more power, from who has the grant to what it comes to; undefined for other findings. */
export function pathOf({ properties }: Finding): readonly string[] | undefined {
  const { path } = properties
  if (!Array.isArray(path) || path.length < 2) return undefined
  return path.slice(0, MOST_STEPS).map((step: string) => clip(step, LONGEST_STEP))
}

/** The steps as a graph that GitHub draws. */
export function mermaidGraph(steps: readonly string[]): string {
  const nodes = steps.map((step, at) => `  n${at}["${mermaidText(step)}"]`)
  const edges = steps.slice(1).map((_, at) => `  n${at} --> n${at + 1}`)
  return `\`\`\`mermaid\nflowchart LR\n${[...nodes, ...edges].join('\n')}\n\`\`\`\n\n`
}

/**
 * Text for a quoted label. All but letters, digits and a few signs become entity codes: quotes would end the label,
 * backticks make it Markdown, `%%{` changes the settings, and tags are HTML. None may be empty.
 * https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
 */
function mermaidText(text: string): string {
  if (text.trim() === '') return '…'
  return visible(text).replace(/[^\p{L}\p{N} ,./:()+*=?_-]/gu, (character) => `#${character.codePointAt(0)};`)
}
