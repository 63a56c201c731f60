import type { MappedText } from '../../core/text.ts'

/**
 * The text with every flow collection on one line, character for character: YAML wants the lines of one indented deeper than what it
 * belongs to, and other readers, AWS's among them, do not. Undefined where there is none over several lines.
 */
export function flowsOnOneLine(text: MappedText): MappedText | undefined {
  const { value } = text
  const parts: string[] = []
  let [kept, at, changed] = [0, 0, false]
  while (at < value.length) {
    const block = blockScalarEnd(value, at)
    if (block !== undefined) {
      at = block
      continue
    }
    const char = value[at]!
    if ((char === '"' || char === "'") && isValuePlace(value, at)) at = quotedEnd(value, at)
    else if (char === '#' && isBlank(value[at - 1])) at = lineEnd(value, at)
    else if ((char === '[' || char === '{') && isValuePlace(value, at)) {
      const flow = flowAt(value, at)
      if (flow.lines) {
        parts.push(value.slice(kept, at), flow.text)
        changed = true
        kept = at + flow.text.length
      }
      at += flow.text.length
    } else at++
  }
  return changed ? { ...text, value: parts.join('') + value.slice(kept) } : undefined
}

const isBlank = (char: string | undefined): boolean => char === undefined || /\s/.test(char)

/** After a key, a dash, a tag or at the beginning of a line; a bracket within a word is a part of it. */
function isValuePlace(value: string, at: number): boolean {
  if (at > 0 && !/\s/.test(value[at - 1]!)) return false
  const before = value.slice(Math.max(0, value.lastIndexOf('\n', at - 1) + 1, at - 200), at)
  return /(?:^|[:\-?])\s*(?:[!&][^\s,[\]{}]+\s+)*$/.test(before)
}

/** Where a block scalar ends whose header ends the line that begins at `at`: before what is no deeper than its key, or its dash. */
function blockScalarEnd(value: string, at: number): number | undefined {
  if (at > 0 && value[at - 1] !== '\n') return undefined
  const line = value.slice(at, lineEnd(value, at))
  if (!/(?:^|\s)[|>][+\-\d]*\s*(?:#.*)?\r?$/.test(line) || /^\s*#/.test(line)) return undefined
  const [lead] = /^ *(?:- +)*/.exec(line)!
  const isKeyless = /[|>]/.test(line[lead.length] ?? '')
  const most = isKeyless ? lead.lastIndexOf('-') : lead.length
  let end = at + line.length + 1
  while (end < value.length) {
    const next = value.slice(end, lineEnd(value, end))
    if (next.trim() !== '' && /^ */.exec(next)![0].length <= most) break
    end += next.length + 1
  }
  return Math.min(end, value.length)
}

function lineEnd(value: string, at: number): number {
  const end = value.indexOf('\n', at)
  return end === -1 ? value.length : end
}

function quotedEnd(value: string, start: number): number {
  const quote = value[start]
  for (let at = start + 1; at < value.length; at++) {
    if (quote === '"' && value[at] === '\\') at++
    else if (value[at] === quote && (quote === '"' || value[at + 1] !== quote)) return at + 1
    else if (value[at] === quote) at++
  }
  return value.length
}

/** The collection with spaces for its ends of lines and its comments. */
function flowAt(value: string, start: number): { text: string; lines: boolean } {
  const parts: string[] = []
  let [depth, kept, lines] = [0, start, false]
  let at = start
  const blank = (end: number): void => {
    parts.push(value.slice(kept, at), ' '.repeat(end - at))
    kept = end
    at = end
  }
  for (; at < value.length; ) {
    const char = value[at]!
    if (char === '"' || char === "'") {
      const end = /[\s,:[{]/.test(value[at - 1] ?? ' ') ? quotedEnd(value, at) : at + 1
      lines ||= value.slice(at, end).includes('\n')
      at = end
    } else if (char === '#' && isBlank(value[at - 1])) blank(lineEnd(value, at))
    else if (char === '\n' || char === '\r') {
      lines = true
      blank(at + 1)
    } else {
      at++
      if (char === '[' || char === '{') depth++
      if ((char === ']' || char === '}') && --depth === 0) break
    }
  }
  parts.push(value.slice(kept, at))
  return { text: parts.join(''), lines }
}
