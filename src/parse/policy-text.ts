import { concatTexts, type MappedText, sliceText, UNKNOWN } from '../core/text.ts'
import type { Value } from '../core/value.ts'
import { jsonValue } from './json.ts'

/**
 * JSON out of a text that may hold unknowns where values stand (`"Resource": ${jsonencode(var.arns)}` in a template),
 * every leaf with its place. Undefined when the text is no JSON object or array.
 */
export function jsonWithUnknowns(text: MappedText): Value | undefined {
  if (!/^\uFEFF?\s*[[{\uE000"]/.test(text.value)) return undefined
  const { value } = jsonValue(quoteUnknowns(text))
  return value
}

/** Unknowns that stand outside quotes get quotes, since JSON has no other place for them. */
export function quoteUnknowns(text: MappedText): MappedText {
  const { value } = text
  if (!value.includes(UNKNOWN)) return text
  const parts: MappedText[] = []
  let kept = 0
  let quoted = false
  for (let at = 0; at < value.length; at++) {
    const character = value[at]
    if (character === '"') quoted = !quoted
    else if (character === '\\') at++
    else if (character === UNKNOWN && !quoted) {
      let end = at + 1
      while (value[end] === UNKNOWN) end++
      const unknown = sliceText(text, at, end)
      if (at > kept) parts.push(sliceText(text, kept, at))
      parts.push(quoteAt(unknown, 'start'), unknown, quoteAt(unknown, 'end'))
      kept = end
      at = end - 1
    }
  }
  if (kept === 0) return text
  if (kept < value.length) parts.push(sliceText(text, kept))
  return concatTexts(parts)
}

/** A quotation mark that stands nowhere in the source: at the edge of the unknown it wraps. */
function quoteAt(unknown: MappedText, edge: 'start' | 'end'): MappedText {
  const run = edge === 'start' ? unknown.runs[0]! : unknown.runs.at(-1)!
  return { value: '"', runs: [{ at: 0, length: 1, uri: run.uri, start: run[edge], end: run[edge] }] }
}
