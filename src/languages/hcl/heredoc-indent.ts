import { NEWLINE } from './scanner.ts'
import type { TemplatePart } from './syntax.ts'

/** `<<-`: takes from every line the blanks that all lines have in common; blank lines don't count. */
export function withoutIndent(parts: readonly TemplatePart[], text: string): readonly TemplatePart[] {
  const common = commonIndent(parts, text, { lineStarts: true })
  return common > 0 && common < Number.POSITIVE_INFINITY ? stripped(parts, text, common, { lineStarts: true }) : parts
}

interface LineState {
  /** The next part begins a line. */
  lineStarts: boolean
}

function commonIndent(parts: readonly TemplatePart[], text: string, state: LineState): number {
  let common = Number.POSITIVE_INFINITY
  for (const part of parts) {
    if (part.kind !== 'text') {
      if (state.lineStarts) common = 0
      state.lineStarts = false
      for (const inner of innerParts(part)) common = Math.min(common, commonIndent(inner, text, state))
      continue
    }
    for (const line of linesOf(part, text)) {
      const indent = state.lineStarts ? indentOf(text, line.start, line.end) : Number.POSITIVE_INFINITY
      common = Math.min(common, indent)
      state.lineStarts = line.complete
    }
  }
  return common
}

function stripped(parts: readonly TemplatePart[], text: string, common: number, state: LineState): TemplatePart[] {
  return parts.flatMap((part): TemplatePart[] => {
    if (part.kind !== 'text') {
      state.lineStarts = false
      const inner = innerParts(part).map((list) => stripped(list, text, common, state))
      if (part.kind === 'if') return [{ ...part, yes: inner[0]!, no: inner[1]! }]
      return part.kind === 'each' ? [{ ...part, body: inner[0]! }] : [part]
    }
    return linesOf(part, text).flatMap((line): TemplatePart[] => {
      const strip = state.lineStarts && indentOf(text, line.start, line.end) < Number.POSITIVE_INFINITY
      state.lineStarts = line.complete
      const start = strip ? line.start + common : line.start
      return start < line.end ? [{ ...part, start, end: line.end }] : []
    })
  })
}

function innerParts(part: TemplatePart): readonly (readonly TemplatePart[])[] {
  if (part.kind === 'if') return [part.yes, part.no]
  return part.kind === 'each' ? [part.body] : []
}

function linesOf(
  part: { readonly start: number; readonly end: number },
  text: string,
): { start: number; end: number; complete: boolean }[] {
  const lines = []
  for (let start = part.start; start < part.end; ) {
    let end = start
    while (end < part.end && text.charCodeAt(end) !== NEWLINE) end++
    const complete = end < part.end
    if (complete) end++
    lines.push({ start, end, complete })
    start = end
  }
  return lines
}

/** Blanks at the start of a line; endless for a line of nothing else. */
function indentOf(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isInlineBlank(text.charCodeAt(at))) at++
  return at < end && text.charCodeAt(at) === NEWLINE ? Number.POSITIVE_INFINITY : at - start
}

export function isInlineBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13
}
