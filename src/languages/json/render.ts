import type { Span } from '../../core/source.ts'
import { literalText, type MappedText, unknownText } from '../../core/text.ts'
import type { Value } from '../../core/value.ts'

/** A value as JSON, in pieces: every string in it is still mapped, what is not known is one UNKNOWN. */
export function jsonPieces(value: Value): MappedText[] {
  const pieces: MappedText[] = []
  write(value, pieces)
  return pieces
}

function write(value: Value, pieces: MappedText[]): void {
  switch (value.kind) {
    case 'string':
      pieces.push(mark('"', value.span))
      for (const piece of escaped(value.text)) pieces.push(piece)
      pieces.push(mark('"', value.span))
      return
    case 'number':
    case 'boolean':
      pieces.push(literalText(String(value.value), value.span))
      return
    case 'null':
      pieces.push(literalText('null', value.span))
      return
    case 'unknown':
      pieces.push(unknownText(value.span, value.reference))
      return
    case 'list':
      pieces.push(mark('[', value.span))
      for (const [index, item] of value.items.entries()) {
        if (index > 0) pieces.push(mark(',', value.span))
        write(item, pieces)
      }
      pieces.push(mark(']', value.span))
      return
    case 'map':
      pieces.push(mark('{', value.span))
      for (const [index, entry] of value.entries.entries()) {
        pieces.push(mark(`${index > 0 ? ',' : ''}"`, value.span))
        for (const piece of escaped(literalText(entry.key, entry.keySpan))) pieces.push(piece)
        pieces.push(mark('":', value.span))
        write(entry.value, pieces)
      }
      pieces.push(mark('}', value.span))
  }
}

/** Punctuation that nobody wrote: it stands at the beginning of the value. */
function mark(text: string, span: Span): MappedText {
  return { value: text, runs: [{ at: 0, length: text.length, uri: span.uri, start: span.start, end: span.start }] }
}

function escaped(text: MappedText): MappedText[] {
  if (!/["\\\u0000-\u001f]/.test(text.value)) return text.value === '' ? [] : [text]
  const pieces: MappedText[] = []
  for (const run of text.runs) {
    const raw = text.value.slice(run.at, run.at + run.length)
    const exact = run.end - run.start === run.length
    let from = 0
    for (const match of raw.matchAll(/["\\\u0000-\u001f]/g)) {
      const { index } = match
      if (index > from) pieces.push(piece(raw.slice(from, index), run, from, index, exact))
      pieces.push(piece(JSON.stringify(match[0]).slice(1, -1), run, index, index + 1, exact))
      from = index + 1
    }
    if (from < raw.length) pieces.push(piece(raw.slice(from), run, from, raw.length, exact))
  }
  return pieces
}

function piece(
  value: string,
  run: { readonly uri: string; readonly start: number; readonly end: number },
  from: number,
  to: number,
  exact: boolean,
): MappedText {
  const { uri } = run
  const start = exact ? run.start + from : run.start
  const end = exact ? run.start + to : run.end
  return { value, runs: [{ at: 0, length: value.length, uri, start, end }] }
}
