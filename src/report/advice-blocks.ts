import { htmlMessage, htmlText, markdownBlock, markdownMessage } from './escape.ts'

/** Prose, or lines that people copy: commands, YAML. Advice holds those between fences, as Markdown does. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly language: string; readonly lines: readonly string[] }

const FENCED = /^```(\w*)\n([\s\S]*?)\n```$/gm

export function blocksOf(advice: string): Block[] {
  const blocks: Block[] = []
  let at = 0
  const text = (end: number) => {
    const prose = advice.slice(at, end).trim()
    if (prose !== '') blocks.push({ kind: 'text', text: prose })
  }
  for (const match of advice.matchAll(FENCED)) {
    text(match.index)
    blocks.push({ kind: 'code', language: match[1]!, lines: match[2]!.split('\n') })
    at = match.index + match[0].length
  }
  text(advice.length)
  return blocks
}

/** For terminals, logs and whatever takes plain text: lines to copy are set in by four spaces, and never wrapped. */
export function plainAdvice(advice: string): string {
  return blocksOf(advice)
    .map((block) => (block.kind === 'text' ? block.text : block.lines.map((line) => `    ${line}`).join('\n')))
    .join('\n')
}

export function htmlAdvice(advice: string): string {
  return blocksOf(advice)
    .map((block) => {
      if (block.kind === 'text') return htmlMessage(block.text)
      return `<pre tabindex="0"><code>${block.lines.map(htmlText).join('\n')}</code></pre>`
    })
    .join('\n')
}

/** As the continuation of a list item that is set in by `indent`, after `lead`. */
export function markdownAdvice(advice: string, lead: string, indent: string): string {
  const [first, ...rest] = blocksOf(advice)
  const head =
    first?.kind === 'text' ? [`${lead} ${markdownMessage(first.text)}`] : [lead, ...(first ? [shown(first)] : [])]
  return [...head, ...rest.map(shown)].map((block) => block.replace(/^(?=.)/gm, indent)).join('\n\n')
}

function shown(block: Block): string {
  return block.kind === 'text' ? markdownMessage(block.text) : markdownBlock(block.lines, block.language)
}
