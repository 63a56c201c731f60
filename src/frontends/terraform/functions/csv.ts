import { spanOf } from '../../../core/build-text.ts'
import { concatTexts, literalText, type MappedText, sliceText } from '../../../core/text.ts'
import { exceed, spend } from '../scope.ts'
import { type Evaluated, entryOf, failure, listOf, mapOf, stringOf, textOf, unknown } from '../value.ts'
import type { Call } from './call.ts'

const MOST_ROWS = 10_000

/** `csvdecode`: a map for each line, by the names in the first one; every value keeps its place. */
export function csvdecode(call: Call): Evaluated | undefined {
  const text = call.args[0] && textOf(call.args[0])
  if (!text || !spend(call.scope.run, text.value.length)) return undefined
  const [names, ...rows] = rowsOf(text)
  if (!names) return failure(call.span)
  if (rows.length >= MOST_ROWS) exceed(call.scope.run)
  const items = rows.map((row) => {
    const entries = names.map((name, at) => {
      const cell = row[at]
      return entryOf(name.value, spanOf(name), cell ? stringOf(cell, spanOf(cell)) : unknown(call.span))
    })
    return mapOf(entries, call.span)
  })
  return listOf(items, call.span)
}

/** Lines of cells, as https://www.rfc-editor.org/rfc/rfc4180 has them; empty lines are left out. */
function rowsOf(text: MappedText): MappedText[][] {
  const rows: MappedText[][] = []
  let row: MappedText[] = []
  const { value } = text
  for (let at = value.startsWith('\uFEFF') ? 1 : 0; at <= value.length && rows.length <= MOST_ROWS; ) {
    const { cell, end } = cellAt(text, at)
    row.push(cell)
    if (value[end] !== ',') {
      if (row.length > 1 || row[0]!.value !== '') rows.push(row)
      row = []
    }
    at = end + (value.startsWith('\r\n', end) ? 2 : 1)
  }
  return rows
}

function cellAt(text: MappedText, start: number): { cell: MappedText; end: number } {
  const { value } = text
  if (value[start] !== '"') {
    const stop = value.slice(start).search(/[,\r\n]/)
    const end = stop === -1 ? value.length : start + stop
    return { cell: pieceOf(text, start, end), end }
  }
  const parts: MappedText[] = []
  let from = start + 1
  for (let at = from; at < value.length; at++) {
    if (value[at] !== '"') continue
    parts.push(pieceOf(text, from, at + (value[at + 1] === '"' ? 1 : 0)))
    from = at + 2
    if (value[at + 1] !== '"') return { cell: concatTexts(parts), end: at + 1 }
    at++
  }
  return { cell: concatTexts([...parts, pieceOf(text, Math.min(from, value.length), value.length)]), end: value.length }
}

function pieceOf(text: MappedText, start: number, end: number): MappedText {
  return end > start ? sliceText(text, start, end) : literalText('', spanOf(text))
}
