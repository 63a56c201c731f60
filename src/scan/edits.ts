import type { Edit } from '../core/rule.ts'
import { syntaxOf } from '../extract/edits.ts'

/** What may stand on a line before an entry: an indent, and the dashes of lists in YAML. */
const BEFORE_ENTRY = /^[ \t]*(?:-[ \t]+)*/

/** The beginning of an entry up to its value, or up to its name: `Effect = "`, `"`, `actions = ["`. */
const ENTRY = /^(?:["']?[\w.:/-]+["']?[ \t]*[=:][ \t]*\[?[ \t]*)?["']?$/

/**
 * Where an edit goes in a text. One that is put in as lines stands before its entry: with the same indent where the entry
 * begins a line, else within the line.
 */
export function placedEdit(edit: Edit, text: string): Edit {
  if (edit.bare !== undefined) return unquoted(edit, edit.bare, text)
  if (!edit.asLines) return edit
  const { uri, start } = edit.span
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const [before] = BEFORE_ENTRY.exec(line)!
  if (ENTRY.test(line.slice(before.length))) {
    const at = start - line.length + before.length
    const indent = before.replaceAll('-', ' ')
    return { span: { uri, start: at, end: at }, text: `${edit.text.replaceAll('\n', `\n${indent}`)}\n${indent}` }
  }
  const at = /["']$/.test(line) ? start - 1 : start
  const separator = syntaxOf(uri) === 'yaml' ? ', ' : ' '
  return { span: { uri, start: at, end: at }, text: edit.text.replace(/\s*\n\s*/g, ' ') + separator }
}

/** Quotes within a heredoc are those of what it holds, and an expression would be a word there. */
function unquoted(edit: Edit, bare: string, text: string): Edit {
  const { uri, start, end } = edit.span
  const quote = text[start - 1]
  const isQuoted = (quote === '"' || quote === "'") && text[end] === quote
  if (!isQuoted || isInHeredoc(text, start)) return { span: edit.span, text: edit.text }
  return { span: { uri, start: start - 1, end: end + 1 }, text: bare }
}

function isInHeredoc(text: string, at: number): boolean {
  const before = text.slice(0, at)
  const opened = [...before.matchAll(/<<[-~]?[ \t]*"?(\w+)"?[ \t]*\r?\n/g)].at(-1)
  if (!opened) return false
  const since = before.slice(opened.index + opened[0].length)
  return !new RegExp(`^[ \\t]*${opened[1]}[ \\t]*\\r?$`, 'm').test(since)
}
